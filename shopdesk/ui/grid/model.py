"""The one table model of the application: columns over a frame, shown in an order array.

Longer than a module should be, because Qt wants what is shown, arranged and edited from one object.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from shopdesk.ui.grid.columns import Column, Kind, Row, by_name
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch, Problem
from shopdesk.ui.grid.filters import Filter, Mask, PageFilter
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.parsing import parse_cell
from shopdesk.ui.grid.texts import row_of
from shopdesk.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
Order = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SortKey:
    """One column of the sort."""

    column: str
    descending: bool = False


class GridModel(QAbstractTableModel):
    """Shows the rows ``order`` of a frame. Edits leave as one ``edited`` batch; the page brings the new values back.

    ``arranged`` tells of a changed order (sort, filter, new rows); ``edited`` carries an ``EditBatch``;
    ``refused`` carries a typed text that can't go in, as a ``Problem``.
    """

    edited = Signal(object)
    refused = Signal(object)
    about_to_arrange = Signal()
    arranged = Signal()
    columns_replaced = Signal()

    ROLE_VALUE: ClassVar[int] = int(Qt.ItemDataRole.UserRole)

    def __init__(self, columns: Sequence[Column] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._names = by_name(columns)
        self._frame = GridFrame({})
        self._order: Order = np.empty(0, dtype=np.int64)
        self._sort: tuple[SortKey, ...] = ()
        self._filters: dict[str, Filter] = {}
        self._page_filters: dict[str, PageFilter] = {}
        self._stale = False
        self._edit_sent = False
        self._read_only = False
        self._shown_kinds: Mapping[int, Callable[[QModelIndex], Any]] = {
            int(Qt.ItemDataRole.DisplayRole): self._display,
            int(Qt.ItemDataRole.EditRole): self._edit_text,
            int(Qt.ItemDataRole.ToolTipRole): self._tooltip,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
            int(Qt.ItemDataRole.TextAlignmentRole): self._alignment,
            self.ROLE_VALUE: lambda index: self.value(index.row(), index.column()),
        }

    # --- what is shown

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the order of the page."""
        return self._columns

    @property
    def frame(self) -> GridFrame:
        """The rows, unfiltered, in their own order."""
        return self._frame

    @property
    def order(self) -> Order:
        """Places in the frame, as shown from top to bottom. Treat as read-only."""
        return self._order

    @property
    def sort_keys(self) -> tuple[SortKey, ...]:
        """The sort in force, first key first; empty for the original order."""
        return self._sort

    @property
    def filters(self) -> Mapping[str, Filter]:
        """Filters by column name."""
        return self._filters

    @property
    def page_filters(self) -> Mapping[str, PageFilter]:
        """Filters that the page has set."""
        return self._page_filters

    @property
    def is_stale(self) -> bool:
        """Whether edits have made rows stand where sort and filters wouldn't put them now."""
        return self._stale

    @property
    def read_only(self) -> bool:
        """Whether no cell can be edited."""
        return self._read_only

    @read_only.setter
    def read_only(self, value: bool) -> None:
        self._read_only = value

    def column(self, name: str) -> Column:
        """Return a column by name."""
        return self._names[name]

    def position(self, name: str) -> int:
        """Return the model's column number of a name, -1 where there is none."""
        return next((at for at, column in enumerate(self._columns) if column.name == name), -1)

    def key(self, row: int) -> Hashable:
        """Return the key of a shown row."""
        return self._frame.keys[int(self._order[row])]

    def row_of_key(self, key: Hashable) -> int | None:
        """Return where a key is shown, None where it is filtered out or gone."""
        place = self._frame.place(key)
        if place is None:
            return None
        found = np.flatnonzero(self._order == place)
        return int(found[0]) if len(found) else None

    def record(self, row: int) -> Row:
        """Return a shown row as hooks of columns get it."""
        return row_of(self._frame, int(self._order[row]))

    def value(self, row: int, column: int) -> Any:
        """Return a shown cell's value, None where missing."""
        descriptor = self._columns[column]
        value = self._frame.value(descriptor.name, int(self._order[row]))
        if descriptor.kind in (Kind.INT, Kind.MONEY_FEN) and isinstance(value, float) and value.is_integer():
            return int(value)
        return value

    def text(self, row: int, column: int) -> str:
        """Return a shown cell's text."""
        descriptor = self._columns[column]
        if descriptor.text is not None:
            return descriptor.text(self.record(row))
        return descriptor.show(self.value(row, column))

    def plain_text(self, row: int, column: int) -> str:
        """Return what copy and export take from a shown cell."""
        descriptor = self._columns[column]
        if descriptor.text is not None:
            return descriptor.text(self.record(row))
        return descriptor.plain(self.value(row, column))

    def is_editable(self, row: int, column: int) -> bool:
        """Whether a shown cell can be edited now."""
        descriptor = self._columns[column]
        if self._read_only or not descriptor.editable:
            return False
        return descriptor.editable_if is None or descriptor.editable_if(self.record(row))

    # --- new figures

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Replace the columns; sort and filters of columns that are gone are dropped."""
        self.about_to_arrange.emit()
        self.beginResetModel()
        self._columns = tuple(columns)
        self._names = by_name(columns)
        self._sort = tuple(key for key in self._sort if key.column in self._names)
        self._filters = {name: kept for name, kept in self._filters.items() if name in self._names}
        self._order = self._computed_order()
        self.endResetModel()
        self.columns_replaced.emit()
        self.arranged.emit()

    def set_frame(self, frame: GridFrame) -> None:
        """Show new figures. Selection, current cell and scroll are kept by row key.

        After the user's own edit, rows with the same keys stay where they are, as in Excel: a row must not jump
        away or vanish while it is being edited. ``reapply`` puts them in order.
        """
        same = self._edit_sent and len(frame) == len(self._frame) and _equal_keys(frame, self._frame)
        self._edit_sent = False
        if same:
            self._frame = frame
            self._note_stale()
            self._tell_all_changed()
            self.arranged.emit()
            return
        self._arrange(lambda: setattr(self, "_frame", frame))

    def update_rows(self, changes: Mapping[Hashable, Mapping[str, Any]]) -> None:
        """Put new values into some rows in place: ``{key: {column: value}}``. Their order stays."""
        places = []
        for key, values in changes.items():
            place = self._frame.place(key)
            if place is None:
                continue
            places.append(place)
            for name, value in values.items():
                self._frame.set_value(name, place, value)
        self._edit_sent = False
        if not places:
            return
        self._note_stale()
        rows = np.flatnonzero(np.isin(self._order, places))
        if len(rows):
            self.dataChanged.emit(self.index(int(rows[0]), 0), self.index(int(rows[-1]), len(self._columns) - 1))
        self.arranged.emit()

    def apply_batch(self, batch: EditBatch) -> None:
        """Write a batch straight into the frame, for grids whose page keeps no document behind it."""
        changes: dict[Hashable, dict[str, Any]] = {}
        for cell in batch:
            changes.setdefault(cell.key, {})[cell.column] = cell.new
        self.update_rows(changes)

    # --- sort and filter

    def set_sort(self, keys: Iterable[SortKey]) -> None:
        """Sort by columns, first key first; no keys restore the original order."""
        wanted = tuple(key for key in keys if key.column in self._names)
        self._arrange(lambda: setattr(self, "_sort", wanted))

    def set_filter(self, name: str, wanted: Filter | None) -> None:
        """Set or clear the filter of a column."""
        filters = {key: kept for key, kept in self._filters.items() if key != name}
        if wanted is not None:
            filters[name] = wanted
        self._arrange(lambda: setattr(self, "_filters", filters))

    def set_page_filter(self, name: str, wanted: PageFilter | None) -> None:
        """Set or clear a filter of the page."""
        filters = {key: kept for key, kept in self._page_filters.items() if key != name}
        if wanted is not None:
            filters[name] = wanted
        self._arrange(lambda: setattr(self, "_page_filters", filters))

    def clear_filters(self) -> None:
        """Show all rows."""

        def clear() -> None:
            self._filters = {}
            self._page_filters = {}

        self._arrange(clear)

    def reapply(self) -> None:
        """Sort and filter anew after edits."""
        self._arrange(lambda: None)

    def _arrange(self, change: Callable[[], None]) -> None:
        self.about_to_arrange.emit()
        self.beginResetModel()
        change()
        self._order = self._computed_order()
        self._stale = False
        self.endResetModel()
        self.arranged.emit()

    def _computed_order(self) -> Order:
        order = self._sorted_order()
        masks = [kept.mask(self._frame, self._names[name]) for name, kept in self._filters.items()]
        masks += [kept.rows(self._frame) for kept in self._page_filters.values()]
        if not masks:
            return order
        shown: Mask = np.logical_and.reduce(masks)
        kept_order: Order = order[shown[order]]
        return kept_order

    def _sorted_order(self) -> Order:
        if not self._sort:
            return np.arange(len(self._frame), dtype=np.int64)
        order: Order | None = None
        for key in reversed(self._sort):  # the last key first: every pass is stable
            ranks = self._frame.ranks(self._names[key.column])
            if key.descending:
                ranks = -ranks
            # NaN sorts last in numpy, so that missing values stand at the end in both directions
            if order is None:
                order = np.argsort(ranks, kind="stable")
            else:
                order = order[np.argsort(ranks[order], kind="stable")]
        return np.arange(len(self._frame), dtype=np.int64) if order is None else order

    def _note_stale(self) -> None:
        self._stale = bool(self._sort or self._filters or self._page_filters) and not np.array_equal(
            self._order, self._computed_order()
        )

    def _tell_all_changed(self) -> None:
        if len(self._order) and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self._columns) - 1))

    # --- edits

    def send(self, batch: EditBatch) -> None:
        """Send a batch to the page; cells whose value stays the same are left out."""
        cells = tuple(cell for cell in batch.cells if not _same(cell.old, cell.new))
        if cells:
            self._edit_sent = True
            self.edited.emit(EditBatch(batch.action, cells, batch.problems, batch.skipped))

    def retranslate(self) -> None:
        """Ask for all texts again after a change of language."""
        self._frame.forget_texts()
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self._tell_all_changed()

    # --- Qt's model

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of shown rows."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns, hidden ones too."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what Qt asks for; painting goes past this, accessibility and editors come here."""
        give = self._shown_kinds.get(int(role))
        if give is None or not index.isValid():
            return None
        return give(index)  # type: ignore[arg-type]

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Parse a typed text and send it as an edit; a text that can't go in is told by ``refused``."""
        if not index.isValid() or role != int(Qt.ItemDataRole.EditRole):
            return False
        row, at = index.row(), index.column()
        if not self.is_editable(row, at):
            return False
        column = self._columns[at]
        try:
            new = parse_cell(column, value) if isinstance(value, str) else value
        except ValueError as error:
            self.refused.emit(Problem(row + 1, column.header(), str(value), str(error)))
            return False
        old = self.value(row, at)
        self.send(EditBatch(Action.TYPE, (CellEdit(self.key(row), column.name, old, new),)))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be selected and edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.is_editable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return titles with units, and row numbers."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == int(Qt.ItemDataRole.DisplayRole) else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return column.header()
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return column.help() if column.help else column.header()
        return None

    def _display(self, index: QModelIndex) -> str:
        return self.text(index.row(), index.column())

    def _edit_text(self, index: QModelIndex) -> str:
        return self._columns[index.column()].plain(self.value(index.row(), index.column()))

    def _tooltip(self, index: QModelIndex) -> str | None:
        column = self._columns[index.column()]
        return plain_tip(column.tooltip(self.record(index.row()))) if column.tooltip else None

    def _spoken(self, index: QModelIndex) -> str:
        column = self._columns[index.column()]
        if column.accessible is not None:
            return column.accessible(self.record(index.row()))
        parts = [column.title(), self.text(index.row(), index.column()), column.unit() if column.unit else ""]
        return " ".join(part for part in parts if part)

    def _alignment(self, index: QModelIndex) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._columns[index.column()].is_right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


def _same(old: Any, new: Any) -> bool:
    return bool(old == new) and (old is None) == (new is None) and isinstance(old, bool) == isinstance(new, bool)


def _equal_keys(left: GridFrame, right: GridFrame) -> bool:
    return left.keys == right.keys if type(left.keys) is type(right.keys) else list(left.keys) == list(right.keys)
