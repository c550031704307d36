"""Widths of columns: what each was given or the user chose, and who gets the room that they leave free."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from shopdesk.ui.grid.header import GridHeader
from shopdesk.ui.grid.model import GridModel


class ColumnWidths(QObject):
    """Fills a wide window: free room goes to columns that may grow, by their ``grow``; never to chosen widths.

    ``changed`` tells that the user chose a width.
    """

    changed = Signal()

    def __init__(self, header: GridHeader, model: GridModel) -> None:
        super().__init__(header)
        self._header = header
        self._model = model
        self._asked: dict[str, int] = {}
        self._chosen: set[str] = set()
        self._busy = False
        header.sectionResized.connect(self._resized)

    def width(self, section: int) -> int:
        """Return a column's own width, without the room lent to it; also of a hidden one."""
        column = self._model.columns[section]
        return self._asked.get(column.name, column.width)

    def is_chosen(self, section: int) -> bool:
        """Whether the user set the width of a column."""
        return self._model.columns[section].name in self._chosen

    def give(self, section: int, width: int, *, chosen: bool = False) -> None:
        """Set a column's own width."""
        name = self._model.columns[section].name
        self._asked[name] = width
        if chosen:
            self._chosen.add(name)
        else:
            self._chosen.discard(name)
        self._set(section, width)

    def share(self, room: int) -> None:
        """Lay the columns out over ``room`` pixels; where they need more, each has its own width and they scroll."""
        header = self._header
        shown = [at for at in range(min(header.count(), len(self._model.columns))) if not header.isSectionHidden(at)]
        free = room - sum(self.width(section) for section in shown)
        lent = self._lent(shown, free) if free > 0 else {}
        for section in shown:
            self._set(section, self.width(section) + lent.get(section, 0))

    def _lent(self, shown: list[int], free: int) -> dict[int, int]:
        columns = self._model.columns
        weights = {at: columns[at].grow for at in shown if columns[at].grow}
        if not weights:
            first = next((at for at in shown if not columns[at].is_numeric), None)
            weights = {} if first is None else {first: 1}
        weights = {at: weight for at, weight in weights.items() if not self.is_chosen(at)}
        if not weights:
            return {}
        total = sum(weights.values())
        lent = {at: free * weight // total for at, weight in weights.items()}
        lent[next(iter(lent))] += free - sum(lent.values())
        return lent

    def _set(self, section: int, width: int) -> None:
        if self._header.isSectionHidden(section) or self._header.sectionSize(section) != width:
            self._busy = True
            try:
                self._header.resizeSection(section, width)
            finally:
                self._busy = False

    def _resized(self, section: int, old: int, new: int) -> None:
        if self._busy or not old or not new or section >= len(self._model.columns):
            return  # hiding and showing are not resizing
        name = self._model.columns[section].name
        self._asked[name] = new
        self._chosen.add(name)
        self.changed.emit()
