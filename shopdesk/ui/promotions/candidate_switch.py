"""The switch between the candidates of one campaign, "none of them", and one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.app.promotions.candidates import MOST_CANDIDATES, NO_CANDIDATE, letter
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.ui.cards import Segmented, button
from shopdesk.ui.promotions import words


class CandidateSwitch(QWidget):
    """``chosen`` gives the id of a candidate, or ``NO_CANDIDATE``; ``add_wanted`` asks for a copy as a rival."""

    chosen = Signal(str)
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[OfferDesign, ...] = ()
        self.switch = Segmented()
        self.add = button("＋", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.switch)
        row.addWidget(self.add)
        self.switch.chosen.connect(self.chosen)
        self.add.clicked.connect(self.add_wanted)
        self._say()

    def set_members(self, members: Sequence[OfferDesign], *, current: str, counts: bool) -> None:
        """Show candidates by letter; ``counts`` is false where none of them is looked at."""
        self._members = tuple(members)
        self._say()
        self.switch.choose(current if counts else NO_CANDIDATE)
        self.add.setEnabled(len(members) < MOST_CANDIDATES)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        names = [(member.offer_id, letter(place)) for place, member in enumerate(self._members)]
        self.switch.set_items([*names, (NO_CANDIDATE, self.tr("None"))])
        for member in self._members:
            self.switch.set_tip(member.offer_id, f"{member.name} · {words.summary(member)}")
        self.switch.set_tip(NO_CANDIDATE, self.tr("Today's offers stay as they are: none of these counts"))
        self.add.setToolTip(
            self.tr("Copy this one as another candidate")
            if len(self._members) < MOST_CANDIDATES
            else self.tr("At most four can be compared")
        )
        self.add.setAccessibleName(self.tr("Copy this one as another candidate"))
