"""Where a word is bought, as a small table: plan and unit, bid, clicks, orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.domain.keywords.places import Place
from shopdesk.ui import formats
from shopdesk.ui.cards import label
from shopdesk.ui.plain import one_line, plain_tip
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX

MOST_PLACES: Final = 8
_NAME_PX: Final = 112


class PlacesTable(QWidget):
    """At most ``MOST_PLACES`` rows; the spend of each stands in its tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._rows)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show where a word is bought."""
        self._clear()
        self._title.setText(self.tr("Where it is bought"))
        heads = (self.tr("Plan and unit"), self.tr("Bid"), self.tr("Clicks"), self.tr("Orders"))
        for column, head in enumerate(heads):
            self._rows.addWidget(_cell(head, right=column > 0, role="caption"), 0, column)
        for row, place in enumerate(places[:MOST_PLACES], start=1):
            self._add(row, place)
        if len(places) > MOST_PLACES:
            more = self.tr("and {count} more").format(count=formats.full(len(places) - MOST_PLACES))
            self._rows.addWidget(_cell(more, role="caption"), MOST_PLACES + 1, 0)

    def _add(self, row: int, place: Place) -> None:
        metrics = QFontMetrics(body_font(pixels=CAPTION_PT_PX))
        name = _cell(metrics.elidedText(one_line(place.name), Qt.TextElideMode.ElideRight, _NAME_PX))
        tip = self.tr("{name}\nspend {cost} yuan").format(name=place.name, cost=formats.money(place.cost))
        if place.bid is None:
            tip += "\n" + self.tr("No report tells the bid here.")
        name.setToolTip(plain_tip(tip))
        self._rows.addWidget(name, row, 0)
        figures = (formats.money(place.bid), formats.full(place.clicks), formats.full(place.orders))
        for column, text in enumerate(figures, start=1):
            self._rows.addWidget(_cell(text, right=True), row, column)

    def _clear(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()  # it is deleted only when the event loop turns
                widget.deleteLater()


def _cell(text: str, *, right: bool = False, role: str = "") -> QLabel:
    made = label(text, role)
    made.setFont(body_font(pixels=CAPTION_PT_PX))
    if right:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
