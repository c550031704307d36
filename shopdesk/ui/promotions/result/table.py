"""Today against the candidate: each figure with its change, and the interval where customers would move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from shopdesk.domain.promotions.compared import Compared, Row
from shopdesk.ui import formats
from shopdesk.ui.cards import label, rule
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX

_GOOD_DOWN = frozenset({Row.OFF})
_LEAST_SEEN = {Row.ORDERS: 0.5, Row.MARGIN_RATE: 0.0005, Row.ORDER_VALUE: 0.5}


class ComparedTable(QWidget):
    """Two lines a figure: the values, and beneath them what changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.texts: list[str] = []

    def show_rows(self, rows: Sequence[Compared], *, heads: tuple[str, str, str], with_candidate: bool = True) -> None:
        """Show figures under their heads: the period, today, the candidate."""
        self._clear()
        self.texts = []
        for place, text in enumerate(heads if with_candidate else heads[:2]):
            self._put(0, place, label(text, "caption"))
        self._grid.addWidget(rule(), 1, 0, 1, 3)
        line = 2
        for one in rows:
            self._put(line, 0, _small(row_name(one.row)))
            self._put(line, 1, _small(value_text(one.row, one.before), "secondary"))
            if with_candidate:
                self._put(line, 2, _small(value_text(one.row, one.after)))
                self._grid.addWidget(self._change(one), line + 1, 0, 1, 3)
            self._grid.addWidget(rule(), line + 2, 0, 1, 3)
            line += 3
        self.setAccessibleName(self.tr("Today against the candidate"))
        self.setAccessibleDescription("; ".join(self.texts))

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _put(self, line: int, column: int, cell: QLabel) -> None:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(cell, line, column)

    def _change(self, one: Compared) -> QWidget:
        holder = QWidget()
        holder.setObjectName("scrolled")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(8)
        row.addStretch(1)
        if one.change is None:
            text, span = formats.UNKNOWN, ""
        else:
            text = change_text(one.row, one.change.median)
            exact = one.change.low == one.change.high
            span = "" if exact else self.tr("80 %: {span}").format(span=span_text(one))
        self.texts.append(f"{row_name(one.row)} {text} {span}".strip())
        row.addWidget(_small(text, _tone(one)))
        if span:
            row.addWidget(_small(span, "secondary"))
        return holder


def row_name(row: Row) -> str:
    """Return the name of a figure with its unit."""
    names = {
        Row.ORDERS: QCoreApplication.translate("OfferResult", "Orders"),
        Row.REVENUE: QCoreApplication.translate("OfferResult", "Paid, yuan"),
        Row.OFF: QCoreApplication.translate("OfferResult", "Offers cost, yuan"),
        Row.MARGIN: QCoreApplication.translate("OfferResult", "Margin, yuan"),
        Row.ORDER_VALUE: QCoreApplication.translate("OfferResult", "Order value, yuan"),
        Row.MARGIN_RATE: QCoreApplication.translate("OfferResult", "Margin rate"),
    }
    return names[row]


def value_text(row: Row, value: float | None) -> str:
    """Return a figure in its unit."""
    if value is None:
        return formats.UNKNOWN
    match row:
        case Row.ORDERS:
            return formats.full(value)
        case Row.MARGIN_RATE:
            return formats.percent(value, decimals=1)
        case Row.ORDER_VALUE:
            return formats.money_fen(value)
        case _:
            return formats.money_fen(value, decimals=0)


def signed_text(row: Row, value: float) -> str:
    """Return a change in the unit of its figure, with its sign."""
    match row:
        case Row.ORDERS:
            return formats.signed(value)
        case Row.MARGIN_RATE:
            return formats.signed(100 * value, decimals=1)
        case Row.ORDER_VALUE:
            return formats.signed(value / 100, decimals=2)
        case _:
            return formats.signed(value / 100)


def change_text(row: Row, value: float) -> str:
    """Return a change with its arrow: ▼ −730."""
    if not is_seen(row, value):
        return formats.SAME
    return f"{formats.arrow(value)} {signed_text(row, value)}"


def span_text(one: Compared) -> str:
    """Return the 80 % interval of a change."""
    if one.change is None:
        return ""
    return f"{signed_text(one.row, one.change.low)} … {signed_text(one.row, one.change.high)}"


def is_seen(row: Row, value: float) -> bool:
    """Return whether a change shows in the figures as they are rounded."""
    return abs(value) >= _LEAST_SEEN.get(row, 50.0)


def _tone(one: Compared) -> str:
    if one.change is None or not is_seen(one.row, one.change.median) or one.row in _GOOD_DOWN:
        return "secondary"
    return "up" if one.change.median > 0 else "down"


def _small(text: str, role: str = "") -> QLabel:
    cell = label(text, role)
    cell.setFont(body_font(pixels=CAPTION_PT_PX))
    return cell
