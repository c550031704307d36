"""The filter of one column, opened beneath its header: text, number range, check list or blanks by kind."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui.grid.columns import MISSING, Column
from shopdesk.ui.grid.controls import LinkButton, SmallButton
from shopdesk.ui.grid.filters import BlankFilter, ChoiceFilter, Filter, NumberFilter, TextFilter, TextTest, choice_of
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX, SMALL_CONTROL_PX, SPACE_PX

if TYPE_CHECKING:
    from shopdesk.ui.grid.view import GridView

_MOST_VALUES: Final = 500
_WIDTH_PX: Final = 260
_LIST_PX: Final = 200


class FilterPopup(QFrame):
    """Asks for the filter of one column; ``apply`` puts it into force."""

    def __init__(self, view: GridView, section: int) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self._view = view
        self._column: Column = view.grid.columns[section]
        self.test = QComboBox(self)
        self.low = QLineEdit(self)
        self.high = QLineEdit(self)
        self.text = QLineEdit(self)
        self.search = QLineEdit(self)
        self.values = QListWidget(self)
        self._wrong = QLabel(self)
        self._lay_out()
        self._fill()
        self._restyle()

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        title = QLabel(self._column.header(), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX)
        layout.setSpacing(2 * SPACE_PX)
        layout.addWidget(title)
        layout.addWidget(self.test)
        layout.addWidget(self.text)
        bounds = QHBoxLayout()
        for field in (self.low, self.high):
            bounds.addWidget(field)
        layout.addLayout(bounds)
        layout.addWidget(self._wrong)
        layout.addWidget(self.search)
        layout.addWidget(self.values)
        layout.addLayout(self._buttons())
        self.values.setFixedHeight(_LIST_PX)
        for widget in (self.test, self.low, self.high, self.text, self.search):
            widget.setFixedHeight(SMALL_CONTROL_PX)
        self._wrong.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        clear = LinkButton(self)
        clear.setText(self.tr("Clear this filter"))
        clear.clicked.connect(self._clear)
        apply = SmallButton(parent=self)
        apply.setText(self.tr("Apply"))
        apply.clicked.connect(self.apply)
        row.addWidget(clear)
        row.addStretch(1)
        row.addWidget(apply)
        for field in (self.low, self.high, self.text, self.search):
            field.returnPressed.connect(self.apply)
        return row

    def _fill(self) -> None:
        numeric = self._column.is_numeric and self._column.text is None
        tests: list[tuple[object, str]] = (
            [("range", self.tr("between")), ("values", self.tr("one of"))]
            if numeric
            else [
                ("values", self.tr("one of")),
                (TextTest.CONTAINS, self.tr("contains")),
                (TextTest.LACKS, self.tr("doesn't contain")),
                (TextTest.EQUALS, self.tr("is")),
                (TextTest.STARTS, self.tr("starts with")),
            ]
        )
        tests += [("blank", self.tr("is blank")), ("filled", self.tr("is not blank"))]
        for data, label in tests:
            self.test.addItem(label, data)
        self.test.setAccessibleName(self.tr("Condition"))
        self.low.setPlaceholderText(self.tr("at least"))
        self.high.setPlaceholderText(self.tr("at most"))
        self.text.setPlaceholderText(self.tr("Text"))
        self.search.setPlaceholderText(self.tr("Search values"))
        for field in (self.low, self.high, self.text, self.search):
            field.setAccessibleName(field.placeholderText())
        self._fill_values()
        self._take_present()
        self.test.currentIndexChanged.connect(self._show_parts)
        self.search.textChanged.connect(self._narrow)
        self._show_parts()

    def _fill_values(self) -> None:
        import pyarrow.compute as pc

        present = self._view.grid.filters.get(self._column.name)
        chosen = present.shown(self._column) if isinstance(present, ChoiceFilter) else None
        counts = pc.value_counts(self._view.grid.frame.texts(self._column))
        ordered = counts.take(pc.sort_indices(counts.field(1), sort_keys=[("", "descending")]))
        for entry in ordered.slice(0, _MOST_VALUES).to_pylist():
            text, count = entry["values"], entry["counts"]
            item = QListWidgetItem(f"{MISSING if text is None else text}  ({count:,})", self.values)
            item.setData(Qt.ItemDataRole.UserRole, text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = chosen is not None and text in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.values.setAccessibleName(self.tr("Values"))

    def _take_present(self) -> None:
        present = self._view.grid.filters.get(self._column.name)
        if isinstance(present, TextFilter):
            self._choose(present.test)
            self.text.setText(present.text)
        elif isinstance(present, NumberFilter):
            self._choose("range")
            scale = self._column.scale
            self.low.setText("" if present.low is None else f"{present.low * scale:.10g}")
            self.high.setText("" if present.high is None else f"{present.high * scale:.10g}")
        elif isinstance(present, BlankFilter):
            self._choose("blank" if present.blank else "filled")
        elif isinstance(present, ChoiceFilter):
            self._choose("values")

    def _choose(self, data: object) -> None:
        self.test.setCurrentIndex(max(self.test.findData(data), 0))

    def _show_parts(self) -> None:
        kind = self.test.currentData()
        self.text.setVisible(isinstance(kind, TextTest))
        for field in (self.low, self.high):
            field.setVisible(kind == "range")
        for widget in (self.search, self.values):
            widget.setVisible(kind == "values")
        self._wrong.hide()
        self.adjustSize()
        first = {"range": self.low, "values": self.search}.get(kind if isinstance(kind, str) else "", self.text)
        if first.isVisibleTo(self):
            first.setFocus()

    def _narrow(self, text: str) -> None:
        for at in range(self.values.count()):
            item = self.values.item(at)
            item.setHidden(text.casefold() not in item.text().casefold())

    def apply(self) -> None:
        """Put the filter into force and close; a text that isn't a number is said here."""
        try:
            wanted = self._wanted()
        except ValueError:
            self._wrong.setText(self.tr("Please enter numbers, such as 12.5"))
            self._wrong.show()
            return
        self.close()
        self._view.grid.set_filter(self._column.name, wanted)

    def _wanted(self) -> Filter | None:
        kind = self.test.currentData()
        if kind in ("blank", "filled"):
            return BlankFilter(kind == "blank")
        if kind == "range":
            low, high = (_number(field.text(), self._column) for field in (self.low, self.high))
            return None if low is None and high is None else NumberFilter(low, high)
        if isinstance(kind, TextTest):
            return TextFilter(kind, self.text.text()) if self.text.text() else None
        return self._chosen()

    def _chosen(self) -> Filter | None:
        items = [self.values.item(at) for at in range(self.values.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        if not ticked and self.search.text():
            return TextFilter(TextTest.CONTAINS, self.search.text())
        if not ticked:
            return None
        chosen = {item.data(Qt.ItemDataRole.UserRole) for item in ticked}
        return choice_of(self._view.grid.frame, self._column, chosen)

    def _clear(self) -> None:
        self.close()
        self._view.grid.set_filter(self._column.name, None)

    def _restyle(self) -> None:
        t = tokens()
        for widget in self.findChildren(QWidget):
            widget.setFont(body_font(pixels=CAPTION_PT_PX))
        self.setStyleSheet(
            f"FilterPopup {{ background: {t.card}; border: 1px solid {t.border}; }} QLabel {{ color: {t.text}; }}"
            f" QLineEdit, QListWidget {{ border: 1px solid {t.border}; border-radius: 4px; background: {t.card};"
            f" color: {t.text}; }} QLineEdit, QComboBox {{ min-height: 22px; max-height: 22px; padding: 0px 6px; }}"
            f" QLineEdit:focus, QListWidget:focus {{ border-color: {t.accent}; }}"
        )
        self._wrong.setStyleSheet(f"color: {t.warn_text}; background: {t.warn}; padding: 2px 4px;")


def _number(text: str, column: Column) -> float | None:
    """Return a typed bound in stored units; raises ValueError."""
    plain = text.strip().replace(",", "").replace("，", "").replace("−", "-").rstrip("%")
    if not plain:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite():
        raise ValueError(text)
    return float(number / Decimal(str(column.scale)))


def open_filter(view: GridView, section: int) -> FilterPopup:
    """Open the filter of a column beneath its header."""
    popup = FilterPopup(view, section)
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    header = view.horizontalHeader()
    left = view.visualRect(view.grid.index(0, section)).left() if view.grid.rowCount() else 0
    if not view.grid.rowCount():
        left = header.sectionViewportPosition(section)
    left = min(max(left, 0), max(view.width() - _WIDTH_PX, 0))
    popup.move(header.mapToGlobal(QPoint(left, header.height())))
    popup.show()
    return popup
