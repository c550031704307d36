"""The most serious thing that the checks find, beneath the list of offers, with one way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.promotions.check_desk import check_desk
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX

if TYPE_CHECKING:
    from shopdesk.app.promotions.checks import CheckQuestion, CheckStudy


class AlarmBand(QFrame):
    """Asks the desk; ``wanted`` asks for the view of all checks. ``otherwise`` stands where nothing is found."""

    wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = check_desk(context)
        self._asked: CheckQuestion | None = None
        self._study: CheckStudy | None = None
        self._otherwise = ""
        self.setProperty("role", "band")
        self.setProperty("tone", "warn")
        self.text = label("", "warn", wrap=True)
        self.text.setFont(body_font(pixels=CAPTION_PT_PX))
        self.more = LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.more.clicked.connect(self.wanted)
        self._desk.ready.connect(self._take)
        self._show()

    def say_otherwise(self, text: str) -> None:
        """Say this where the checks find nothing serious, or haven't answered yet."""
        self._otherwise = text
        self._show()

    def ask(self, designs: Sequence[OfferDesign], stacking: Stacking, *, today: date, candidate: str) -> None:
        """Check the offers in use, and a candidate with them, where anything has changed."""
        self._asked = self._desk.question(designs, stacking, today=today, candidate=candidate)
        if self._asked is not None:
            self._desk.ask(self._asked)

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._asked, self._study, self._otherwise = None, None, ""
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _take(self, question: CheckQuestion, study: CheckStudy) -> None:
        if question == self._asked:
            self._study = study
            self._show()

    def _show(self) -> None:
        found = ""
        if self._study is not None:
            from shopdesk.ui.promotions.checks.wording import alarm_text

            found = alarm_text(self._study)
        self.text.setText(found or self._otherwise)
        self.more.setText(self.tr("See"))
        self.more.setToolTip(self.tr("All that the checks find"))
        self.setVisible(bool(found or self._otherwise))
