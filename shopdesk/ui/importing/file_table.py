"""The list of files of the preview: what each was recognised as, its rows, days, problem and tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from shopdesk.ui import formats, icons
from shopdesk.ui.importing import wording
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, ROW_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shopdesk.app.services import Prepared, ReportKind
    from shopdesk.domain.issues import Issue

Index = QModelIndex | QPersistentModelIndex
CHECK, FILE, KIND, ROWS, DATES, PROBLEM, TABS = range(7)
_WIDTHS: Final = {CHECK: 36, KIND: 190, ROWS: 76, DATES: 178, TABS: 170}


class FileTableModel(QAbstractTableModel):
    """Prepared sheets and which of them are to go in."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets: list[Prepared] = []
        self.chosen: list[bool] = []
        self._kinds: Mapping[str, ReportKind] = {}
        self._word: Callable[[Issue], str] = lambda issue: issue.code
        self._problems: list[wording.Problem] = []

    def set_sheets(
        self, sheets: Sequence[Prepared], kinds: Mapping[str, ReportKind], word: Callable[[Issue], str]
    ) -> None:
        """Show these sheets; those that can go in are chosen."""
        self.beginResetModel()
        self.sheets = list(sheets)
        self.chosen = [_is_wanted(sheet) for sheet in sheets]
        self._kinds, self._word = kinds, word
        self._problems = [wording.problem(sheet, word) for sheet in sheets]
        self.endResetModel()
        self.chosen_changed.emit()

    def replace(self, row: int, sheets: Sequence[Prepared]) -> None:
        """Put sheets read or converted anew in place of one."""
        self.beginResetModel()
        self.sheets[row : row + 1] = sheets
        self.chosen[row : row + 1] = [_is_wanted(sheet) for sheet in sheets]
        self._problems = [wording.problem(sheet, self._word) for sheet in self.sheets]
        self.endResetModel()
        self.chosen_changed.emit()

    def show_texts(self) -> None:
        """Word everything anew in the language in force."""
        self._problems = [wording.problem(sheet, self._word) for sheet in self.sheets]
        if self.sheets:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.sheets) - 1, TABS))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TABS)

    def chosen_sheets(self) -> list[Prepared]:
        """Return the sheets that are to go in."""
        return [sheet for sheet, is_chosen in zip(self.sheets, self.chosen, strict=True) if is_chosen]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of sheets."""
        return 0 if parent.isValid() else len(self.sheets)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else TABS + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the first column can be checked, and only where the sheet can go in."""
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == CHECK:
            return base | Qt.ItemFlag.ItemIsUserCheckable
        return base

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the column titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == ROWS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            "",
            self.tr("File"),
            self.tr("Recognised as"),
            self.tr("Rows"),
            self.tr("Days"),
            self.tr("Problem"),
            self.tr("Used in"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        sheet, column = self.sheets[index.row()], index.column()
        t = tokens()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(index.row(), column)
            case Qt.ItemDataRole.CheckStateRole if column == CHECK:
                return Qt.CheckState.Checked if self.chosen[index.row()] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole if column == ROWS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if column == FILE:
                return body_font(pixels=BODY_PX)
            case Qt.ItemDataRole.DecorationRole if column == PROBLEM:
                mark = self._problems[index.row()].mark
                color = {"check": t.down_text, "warning": t.warn_text, "question": t.accent_text, "error": t.up_text}
                return icons.icon(mark, color[mark])
            case Qt.ItemDataRole.ForegroundRole:
                return self._color(sheet, index.row(), column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose or leave out a sheet."""
        if role != Qt.ItemDataRole.CheckStateRole or not wording.is_ready(self.sheets[index.row()]):
            return False
        self.chosen[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def _text(self, row: int, column: int) -> str:
        sheet = self.sheets[row]
        match column:
            case 1:
                return wording.file_name(sheet)
            case 2:
                return self._kind_text(sheet)
            case 3:
                return formats.full(wording.row_count(sheet))
            case 4:
                return wording.dates(sheet)
            case 5:
                return self._problems[row].text
            case 6:
                return wording.tabs(sheet)
            case _:
                return ""

    def _kind_text(self, sheet: Prepared) -> str:
        if sheet.sheet is None:
            return formats.UNKNOWN
        return wording.kind_name(sheet, self._kinds) or self.tr("not recognised: map it")

    def _color(self, sheet: Prepared, row: int, column: int) -> QColor | None:
        t = tokens()
        if column == KIND and not wording.kind_name(sheet, self._kinds):
            return QColor(t.accent_text)
        if column == PROBLEM:
            mark = self._problems[row].mark
            return QColor({"warning": t.warn_text, "error": t.up_text}.get(mark, t.secondary))
        return QColor(t.secondary) if column == TABS else None


def _is_wanted(sheet: Prepared) -> bool:
    """Whether a sheet is chosen from the start: it can go in and the same bytes are not in yet."""
    return wording.is_ready(sheet) and not sheet.already_imported


class FileTable(QTableView):
    """The view of it; Space switches the current row."""

    def __init__(self, model: FileTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("padded", True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(16, 16))
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PROBLEM, QHeaderView.ResizeMode.Stretch)
