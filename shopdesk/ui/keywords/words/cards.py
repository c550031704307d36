"""The four quadrant cards in a row, on one scale; one of them may be chosen to filter the table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.periods import Comparison
from shopdesk.ui.keywords.quadrant_card import QuadrantCard
from shopdesk.ui.kpi.wording import base_text
from shopdesk.ui.tokens import GUTTER_PX


class QuadrantCards(QWidget):
    """``chosen`` tells the quadrant (a ``Quadrant`` value) whose card was clicked, empty for all words again."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {quadrant: QuadrantCard(quadrant) for quadrant in Quadrant}
        self._quadrant: Quadrant | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        for card in self.cards.values():
            row.addWidget(card, 1)
            card.clicked.connect(self._click)

    @property
    def quadrant(self) -> Quadrant | None:
        """The quadrant whose words are shown, None for all."""
        return self._quadrant

    def show_library(self, library: Library, comparison: Comparison) -> None:
        """Show the totals of a library."""
        ends = [total.high for total in library.quadrants if total.high is not None]
        ends += [library.break_even_roi] if library.break_even_roi is not None else []
        scale = 1.05 * max(ends, default=1.0)
        base = base_text(comparison.without_calendar, library.period.days) if library.compared else ""
        for total in library.quadrants:
            self.cards[total.quadrant].show_total(
                total, break_even=library.break_even_roi, scale=scale, days=library.period.days, base=base
            )

    def choose(self, quadrant: Quadrant | None) -> None:
        """Mark a card without telling."""
        self._quadrant = quadrant
        for own, card in self.cards.items():
            card.set_chosen(own is quadrant)

    def _click(self, value: str) -> None:
        wanted = Quadrant(value)
        self.choose(None if self._quadrant is wanted else wanted)
        self.chosen.emit(self._quadrant.value if self._quadrant else "")
