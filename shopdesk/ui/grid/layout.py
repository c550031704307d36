"""Order, width, visibility, sort and frozen columns of a grid, remembered by column name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from shopdesk.ui.grid.model import SortKey
from shopdesk.ui.grid.view import GridView

_SAVE_MS = 400  # after the last change, so that a drag is one write


class LayoutStore(Protocol):
    """Where a grid's layout is kept between starts."""

    def get(self) -> Mapping[str, Any] | None:
        """Return the layout as it was set, None where there is none."""

    def set(self, layout: Mapping[str, Any]) -> None:
        """Keep a layout; it holds only what JSON can hold."""


def layout_of(view: GridView) -> dict[str, Any]:
    """Return the layout in force: ``columns`` in shown order, ``sort``, ``frozen``.

    A column has name, hidden, width and ``chosen``: whether the user set that width.
    """
    header = view.horizontalHeader()
    columns = []
    for visual in range(header.count()):
        section = header.logicalIndex(visual)
        hidden = header.isSectionHidden(section)
        columns.append(
            {
                "name": view.grid.columns[section].name,
                "width": view.widths.width(section),
                "chosen": view.widths.is_chosen(section),
                "hidden": hidden,
            }
        )
    sort = [{"name": key.column, "descending": key.descending} for key in view.grid.sort_keys]
    return {"columns": columns, "sort": sort, "frozen": view.frozen_count}


def apply_layout(view: GridView, layout: Mapping[str, Any]) -> None:
    """Bring a layout into force; columns that are gone are passed over, new ones stay in their own place."""
    header = view.horizontalHeader()
    visual = 0
    for entry in layout.get("columns", ()):
        section = view.grid.position(str(entry.get("name", "")))
        if section < 0:
            continue
        header.moveSection(header.visualIndex(section), visual)
        width = entry.get("width")
        if isinstance(width, int) and width > 0 and entry.get("chosen", True):
            view.widths.give(section, width, chosen=True)
        view.setColumnHidden(section, bool(entry.get("hidden", False)))
        visual += 1
    if not view.shown_columns() and view.grid.columns:
        view.setColumnHidden(header.logicalIndex(0), False)
    view.share_width()
    frozen = layout.get("frozen")
    if isinstance(frozen, int):
        view.set_frozen(frozen)
    keys = [SortKey(str(key["name"]), bool(key.get("descending"))) for key in layout.get("sort", ()) if "name" in key]
    view.grid.set_sort(keys)


class LayoutKeeper(QObject):
    """Restores a view's layout at once and writes it down a moment after each change."""

    def __init__(self, view: GridView, store: LayoutStore) -> None:
        super().__init__(view)
        self._view = view
        self._store = store
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self.save)
        self._restoring = False
        self.restore()
        header = view.horizontalHeader()
        for signal in (
            view.widths.changed,
            header.sectionMoved,
            view.frozen_changed,
            view.columns_changed,
            view.arranged,
        ):
            signal.connect(self._note)
        view.grid.columns_replaced.connect(self.restore)

    def restore(self) -> None:
        """Bring the kept layout into force."""
        kept = self._store.get()
        if kept:
            self._restoring = True
            try:
                apply_layout(self._view, kept)
            finally:
                self._restoring = False

    def save(self) -> None:
        """Write the layout down where it differs from what is kept."""
        self._timer.stop()
        layout = layout_of(self._view)
        if layout != self._store.get():
            self._store.set(layout)

    def _note(self) -> None:
        if not self._restoring:
            self._timer.start()
