"""The first step where no offer is designed yet: a sentence, and the three offers that most shops begin with."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.promotions.design import OfferKind
from shopdesk.ui.cards import button, label
from shopdesk.ui.promotions import words

_FIRST = (OfferKind.THRESHOLD_OFF, OfferKind.COUPON, OfferKind.ITEM_PRICE)


class StartRow(QWidget):
    """``choices`` are the buttons by kind; the first one is the primary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", "secondary", wrap=True)
        self.choices = {kind: button(primary=place == 0) for place, kind in enumerate(_FIRST)}
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice in self.choices.values():
            row.addWidget(choice)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addLayout(row)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._text.setText(
            self.tr(
                "Below is what your orders are worth. Put a threshold into it and see how many orders reach it, "
                "how many are just below, and what it costs to the fen. Nothing is set at the platform."
            )
        )
        for kind, choice in self.choices.items():
            choice.setText(words.kind_name(kind))
