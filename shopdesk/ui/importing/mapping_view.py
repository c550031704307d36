"""The mapping of one sheet: a real preview with row numbers, and above each column what it is taken as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from shopdesk.ui.cards import Card, label
from shopdesk.ui.formats import UNKNOWN
from shopdesk.ui.importing import wording
from shopdesk.ui.importing.questions import answered
from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import ROW_PX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shopdesk.app.importing.model import ColumnMapping
    from shopdesk.app.services import Prepared, ReportKind

Index = QModelIndex | QPersistentModelIndex
SAMPLE_ROWS: Final = 60
HEADER_CHOICES: Final = 30
ID_DIGITS: Final = 12
KIND_WIDTH_PX: Final = 220
ENCODINGS: Final = ("utf-8", "gb18030", "utf-16", "big5")
_IGNORED, _EXTRA, _PRIVATE = "ignored", "extra", "private"


class PreviewModel(QAbstractTableModel):
    """Row 0 carries the choices, row 1 is the header row of the file, the rest are its first data rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[str | None]] = []
        self._numbers: list[int] = []
        self._columns = 0
        self._numeric: set[int] = set()
        self.open_columns: set[int] = set()

    def set_prepared(self, prepared: Prepared | None) -> None:
        """Show a sheet from its header row on."""
        self.beginResetModel()
        self._rows, self._numbers, self._columns = [], [], 0
        sheet = prepared.sheet if prepared else None
        if sheet is not None:
            recognition = prepared.recognition if prepared else None
            start = max(0, recognition.header_row) if recognition else 0
            part = sheet.cells.slice(start, SAMPLE_ROWS + 1)
            columns = [part.column(n).to_pylist() for n in range(part.num_columns)]
            self._columns = len(columns)
            self._rows = [[column[row] for column in columns] for row in range(part.num_rows)]
            numbers = getattr(sheet, "row_numbers", None)
            self._numbers = [
                int(numbers[start + n]) if numbers is not None else sheet.first_row + start + n
                for n in range(part.num_rows)
            ]
        self._numeric = {n for n in range(self._columns) if _is_numeric([row[n] for row in self._rows[1:]])}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the choices row, the header row and the data rows."""
        return 0 if parent.isValid() or not self._rows else len(self._rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the columns of the sheet."""
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row numbers as Excel shows them."""
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return "" if section == 0 else str(self._numbers[section - 1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell as it stands in the file."""
        if index.row() == 0:
            return None
        row, column = index.row() - 1, index.column()
        value = self._rows[row][column]
        t = tokens()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return UNKNOWN if value is None and row else (value or "").strip()
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in self._numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.BackgroundRole if column in self.open_columns:
                return QColor(t.info)
            case Qt.ItemDataRole.BackgroundRole if row == 0:
                return QColor(t.raised)
            case Qt.ItemDataRole.ForegroundRole if row == 0 or value is None:
                return QColor(t.secondary)
        return None

    def header(self, column: int) -> str:
        """Return the header text of a column."""
        return (self._rows[0][column] or "").strip() if self._rows else ""

    def is_numeric(self, column: int) -> bool:
        """Whether most cells of a column look like numbers."""
        return column in self._numeric


def _is_numeric(values: list[str | None]) -> bool:
    filled = [value.strip().replace(",", "").rstrip("%") for value in values if value and value.strip()]
    return sum(map(_looks_like_number, filled)) * 2 > len(filled)


def _looks_like_number(text: str) -> bool:
    is_id = len(text) >= ID_DIGITS  # long runs of digits are ids
    return not is_id and text.lstrip("+-−¥￥").replace(".", "", 1).isdigit()


class TargetCombo(QComboBox):
    """What one column is taken as; its long list is filled only when it is opened."""

    def __init__(self, column: ColumnMapping, kind: ReportKind | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self.setMaxVisibleItems(18)
        self._kind = kind
        self.column = column
        self.addItem(*self._current())

    def showPopup(self) -> None:  # noqa: N802 - Qt names it
        """Fill the list, then open it."""
        if self.count() == 1:
            current = self.currentData()
            self.blockSignals(True)
            self.clear()
            for text, data in self._choices():
                self.addItem(text, data)
            if self.findData(current) < 0:
                self.addItem(*self._current())
            self.setCurrentIndex(self.findData(current))
            self.blockSignals(False)
            self.view().setMinimumWidth(220)
        super().showPopup()

    def _current(self) -> tuple[str, str]:
        role = str(self.column.role)
        if role in (_IGNORED, _EXTRA, _PRIVATE) and not (role == _PRIVATE and self.column.target):
            return {data: text for text, data in self._plain_choices()}[role], role
        for target in self._kind.targets if self._kind else ():
            if target.target == self.column.target:
                return (target.zh if wording.is_chinese() else target.en) or target.target, f"{role}:{target.target}"
        return self.column.target or self.column.header, f"{role}:{self.column.target}"

    def _choices(self) -> list[tuple[str, str]]:
        targets = self._kind.targets if self._kind else ()
        named = [((t.zh if wording.is_chinese() else t.en) or t.target, f"{t.role}:{t.target}") for t in targets]
        return [*self._plain_choices(), *named]

    def _plain_choices(self) -> list[tuple[str, str]]:
        return [
            (self.tr("don't import"), _IGNORED),
            (self.tr("keep under its own name"), _EXTRA),
            (self.tr("personal: drop"), _PRIVATE),
        ]


class MappingView(Card):
    """Edits the mapping of one sheet. Every edit is told as a whole new ``Recognition`` or as a wish for one."""

    mapped = Signal(object)  # Recognition with edited columns
    rebuilt = Signal(str, int)  # kind and 0-based header row that the user chose
    encoding_chosen = Signal(str)
    sheet_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("x", padding=0, parent=parent)
        self._prepared: Prepared | None = None
        self._kinds: Mapping[str, ReportKind] = {}
        self.encoding, self._encoding_name = self._combo()
        self.sheet, self._sheet_name = self._combo()
        self.header_row, self._header_name = self._combo()
        self.kind, self._kind_name = self._combo()
        self.kind.setFixedWidth(KIND_WIDTH_PX)
        self.kind.setMaxVisibleItems(18)
        self.encoding.activated.connect(lambda _i: self.encoding_chosen.emit(self.encoding.currentData()))
        self.sheet.activated.connect(lambda _i: self.sheet_chosen.emit(self.sheet.currentText()))
        self.header_row.activated.connect(lambda _i: self._rebuild())
        self.kind.activated.connect(lambda _i: self._rebuild())
        self.model = PreviewModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setWordWrap(False)
        self.table.setProperty("padded", True)
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.body.addWidget(self.table)
        self.show_texts()

    def set_prepared(self, prepared: Prepared | None, kinds: Mapping[str, ReportKind]) -> None:
        """Show a sheet; None or an unreadable file shows an empty view."""
        self._prepared, self._kinds = prepared, kinds
        self.model.open_columns = set()
        self.model.set_prepared(prepared)
        self._fill_combos()
        self._place_targets()
        self.show_texts()

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        name = wording.file_name(self._prepared) if self._prepared else ""
        self.set_title(self.tr("Columns"), name)
        for widget, text in (
            (self._encoding_name, self.tr("Encoding")),
            (self._sheet_name, self.tr("Sheet")),
            (self._header_name, self.tr("Header in row")),
            (self._kind_name, self.tr("Take it as")),
        ):
            widget.setText(text)
        for combo, name_label in (
            (self.encoding, self._encoding_name),
            (self.sheet, self._sheet_name),
            (self.header_row, self._header_name),
            (self.kind, self._kind_name),
        ):
            combo.setAccessibleName(name_label.text())
        self.table.setAccessibleName(self.tr("Preview of the file"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "table"):
            self._fill_combos()
            self._place_targets()
            self.show_texts()
        super().changeEvent(event)

    def _combo(self) -> tuple[QComboBox, Any]:
        name = label("", "caption")
        combo = QComboBox()
        combo.setProperty("small", True)
        self.add_action(name)
        self.add_action(combo)
        return combo, name

    def _fill_combos(self) -> None:
        prepared = self._prepared
        has_sheet = prepared is not None and prepared.sheet is not None
        for combo in (self.header_row, self.kind):
            combo.setEnabled(has_sheet)
        is_text = prepared is not None and prepared.format == "text"
        for widget in (self.encoding, self._encoding_name):
            widget.setVisible(is_text)
        several = has_sheet and prepared is not None and len(prepared.sheets_of_file) > 1
        for widget in (self.sheet, self._sheet_name):
            widget.setVisible(several)
        for combo in (self.encoding, self.sheet, self.header_row, self.kind):
            combo.clear()
        if prepared is None or prepared.sheet is None:
            return
        self._fill_encodings(prepared.encoding)
        self.sheet.addItems(list(prepared.sheets_of_file))
        self.sheet.setCurrentText(prepared.sheet.name)
        recognition = prepared.recognition
        numbers = getattr(prepared.sheet, "row_numbers", None)
        for row in range(min(HEADER_CHOICES, prepared.sheet.cells.num_rows)):
            shown = int(numbers[row]) if numbers is not None else prepared.sheet.first_row + row
            self.header_row.addItem(str(shown), row)
        self.header_row.setCurrentIndex(max(0, self.header_row.findData(recognition.header_row if recognition else 0)))
        self.kind.addItem(self.tr("choose"), "")
        for kind in self._kinds.values():
            self.kind.addItem(wording.kind_label(kind), kind.kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(recognition.kind if recognition else "")))

    def _fill_encodings(self, current: str) -> None:
        known = [name for name in ENCODINGS if name != current.lower()]
        for name in ([current] if current else []) + known:
            self.encoding.addItem(name.upper(), name)
        self.encoding.setCurrentIndex(0)

    def _place_targets(self) -> None:
        recognition = self._prepared.recognition if self._prepared else None
        if recognition is None or not self.model.rowCount():
            return
        kind = self._kinds.get(recognition.kind)
        for column in recognition.columns:
            if column.position >= self.model.columnCount():
                continue
            combo = TargetCombo(column, kind, self.table)
            combo.setAccessibleName(self.tr("Column “{header}” is").format(header=column.header))
            combo.activated.connect(lambda _i, c=combo: self._remap(c))
            if not recognition.kind:
                combo.setEnabled(False)
            self.table.setIndexWidget(self.model.index(0, column.position), combo)
            named = self.table.fontMetrics().horizontalAdvance(column.header) + 40
            width = max(combo.sizeHint().width() + 18, min(named, 240))
            self.table.setColumnWidth(column.position, width)

    def _remap(self, combo: TargetCombo) -> None:
        from shopdesk.app.importing.model import Role

        recognition = self._prepared.recognition if self._prepared else None
        if recognition is None:
            return
        role, _, target = str(combo.currentData()).partition(":")
        self.mapped.emit(answered(recognition, combo.column.position, Role(role), target))

    def _rebuild(self) -> None:
        self.rebuilt.emit(str(self.kind.currentData() or ""), int(self.header_row.currentData() or 0))
