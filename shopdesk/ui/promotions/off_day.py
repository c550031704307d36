"""Says that the offer looked at doesn't run on the day of the test cart, and offers a day on which it does."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.ui import formats
from shopdesk.ui.cards import ElidedLabel, LinkButton
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.cart_trace import small
from shopdesk.ui.tokens import PADDING_PX


class OffDay(QWidget):
    """Hidden where the offer runs; ``chosen`` gives the day that was offered."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: OfferDesign | None = None
        self._day = date.min
        self.text = ElidedLabel()
        self.text.setProperty("role", "warn")
        small(self.text)
        self.move_day = LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING_PX, 4, PADDING_PX, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.move_day)
        self.move_day.clicked.connect(self._choose)
        self.hide()

    def show_offer(self, offer: OfferDesign | None, day: date) -> None:
        """Take the offer looked at and the day of the cart."""
        self._offer, self._day = offer, day
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        offer, day = self._offer, self._day
        near = day if offer is None else offer.day_near(day)
        self.setVisible(near != day)
        if offer is None or near == day:
            return
        text = self.tr("{name} starts on {day}.") if day < near else self.tr("{name} ended on {day}.")
        self.text.setText(text.format(name=words.short_name(offer.name), day=formats.day(near)))
        self.text.setToolTip(plain_tip(self.text.text()))
        self.move_day.setText(self.tr("Try {day}").format(day=formats.day(near)))

    def _choose(self) -> None:
        if self._offer is not None:
            self.chosen.emit(self._offer.day_near(self._day))
