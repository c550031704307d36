"""The context menus of cells and headers; every item shows its key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from shopdesk.ui.grid.view import GridView


class CellMenu(QMenu):
    """What can be done with the selected cells."""

    def __init__(self, view: GridView, cell: tuple[int, int] | None) -> None:
        super().__init__(view)
        do, model = view.actions_, view.grid
        can_edit = not model.read_only and any(column.editable for column in model.columns)
        self._entry(self.tr("Copy"), "Ctrl+C", do.copy)
        self._entry(self.tr("Copy with headers"), "Ctrl+Shift+C", lambda: do.copy(headers=True))
        if can_edit:
            self._entry(self.tr("Cut"), "Ctrl+X", do.cut)
            self._entry(self.tr("Paste"), "Ctrl+V", do.paste)
            self._entry(self.tr("Clear"), "Del", do.clear)
            self.addSeparator()
            self._entry(self.tr("Edit"), "F2", view.start_editing)
            self._entry(self.tr("Fill down"), "Ctrl+D", do.fill_down)
            self._entry(self.tr("Fill right"), "Ctrl+R", do.fill_right)
        self.addSeparator()
        self._entry(self.tr("Filter by this value"), "", do.filter_by_cell, enabled=cell is not None)
        self._entry(
            self.tr("Filter this column…"),
            "Ctrl+Shift+L",
            lambda: view.filter_asked.emit(cell[1] if cell else 0),
            enabled=cell is not None,
        )
        filtered = bool(model.filters or model.page_filters)
        self._entry(self.tr("Clear all filters"), "", model.clear_filters, enabled=filtered)
        self.addSeparator()
        self._entry(self.tr("Find…"), "Ctrl+F", lambda: view.find_asked.emit(False))
        if can_edit:
            self._entry(self.tr("Replace…"), "Ctrl+H", lambda: view.find_asked.emit(True))
        self._entry(self.tr("Select all"), "Ctrl+A", view.selectAll)
        self.addSeparator()
        self._entry(self.tr("Columns…"), "", view.columns_asked.emit)
        self._entry(self.tr("Export…"), "", view.export_asked.emit)

    def _entry(self, text: str, key: str, do: Callable[[], object], *, enabled: bool = True) -> None:
        _add(self, text, do, key=key, enabled=enabled)


class HeaderMenu(QMenu):
    """What can be done with one column."""

    def __init__(self, view: GridView, section: int) -> None:
        super().__init__(view)
        model = view.grid
        column = model.columns[section]
        from shopdesk.ui.grid.model import SortKey

        _add(self, self.tr("Sort ascending"), lambda: model.set_sort([SortKey(column.name)]))
        _add(self, self.tr("Sort descending"), lambda: model.set_sort([SortKey(column.name, descending=True)]))
        _add(self, self.tr("Original order"), lambda: model.set_sort([]), enabled=bool(model.sort_keys))
        self.addSeparator()
        _add(self, self.tr("Filter…"), lambda: view.filter_asked.emit(section))
        _add(
            self,
            self.tr("Clear this filter"),
            lambda: model.set_filter(column.name, None),
            enabled=column.name in model.filters,
        )
        self.addSeparator()
        shown = view.shown_columns()
        place = shown.index(section) + 1
        _add(self, self.tr("Freeze up to here"), lambda: view.set_frozen(place), enabled=view.frozen_count != place)
        _add(self, self.tr("Unfreeze columns"), lambda: view.set_frozen(0), enabled=view.frozen_count > 0)
        _add(self, self.tr("Fit width"), lambda: view.fit_column(section))
        _add(self, self.tr("Fit all widths"), view.fit_all_columns)
        _add(self, self.tr("Hide column"), lambda: view.show_column(section, shown=False), enabled=len(shown) > 1)
        self.addSeparator()
        _add(self, self.tr("Columns…"), view.columns_asked.emit)


def _add(menu: QMenu, text: str, do: Callable[[], object], *, key: str = "", enabled: bool = True) -> None:
    action = QAction(text, menu)
    if key:
        action.setShortcut(QKeySequence(key))  # shown only: the menu is gone when the key is pressed
        action.setShortcutVisibleInContextMenu(True)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)


def cell_menu(view: GridView, cell: tuple[int, int] | None) -> QMenu:
    """Return the menu of cells."""
    return CellMenu(view, cell)
