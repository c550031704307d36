"""The left of the tab: the plans, and below them the versions or the settings of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.ui.bidding.plans.card import PlanCard
from shopdesk.ui.bidding.plans.edits import PlanEdits
from shopdesk.ui.bidding.plans.form import PlanForm
from shopdesk.ui.bidding.plans.status import PlanStatus
from shopdesk.ui.bidding.versions.list import VersionList
from shopdesk.ui.cards import Segmented, rule
from shopdesk.ui.tokens import PADDING_PX

PLANS_PX: Final = 220
VERSIONS: Final = "versions"
SETTINGS: Final = "settings"
SWITCHED: Final = ("plan", "money", "after")
"""The views that the switch above the plans offers."""
_BELOW_PX: Final = 176


class PlanColumn(QWidget):
    """Holds the list and, of the chosen plan, versions and form."""

    def __init__(self, edits: PlanEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(PLANS_PX)
        self.card = PlanCard(edits)
        self.form = PlanForm()
        self.versions = VersionList()
        self.switch = Segmented([(VERSIONS, ""), (SETTINGS, "")])
        self.views = Segmented([(name, "") for name in SWITCHED])
        self._below = QStackedWidget()
        self._below.addWidget(self.versions)
        self._below.addWidget(self.form)
        self._foot = QWidget()
        self._foot.setFixedHeight(_BELOW_PX)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(PADDING_PX, 4, PADDING_PX, 0)
        head.addWidget(self.switch)
        head.addStretch(1)
        foot.addWidget(rule())
        foot.addLayout(head)
        foot.addWidget(self._below, 1)
        self.card.body.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(self.card, 1)
        self.switch.chosen.connect(self.show_part)
        self._write()

    def show_plans(self, statuses: Mapping[str, PlanStatus], plan: BidPlan | None, profile: PlatformProfile) -> None:
        """Show the plans and what is set of the chosen one."""
        self.card.show_plans(statuses)
        self.form.set_plan(plan, profile)
        self._foot.setVisible(plan is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def show_part(self, key: str) -> None:
        """Show the versions or the settings."""
        self.switch.choose(key)
        self._below.setCurrentWidget(self.form if key == SETTINGS else self.versions)

    def _write(self) -> None:
        names = {
            "plan": self.tr("Plan"),
            "money": self.tr("Stage, budget"),
            "after": self.tr("Review"),
        }
        self.views.set_items([(name, names[name]) for name in SWITCHED])
        self.switch.set_items([(VERSIONS, self.tr("Versions")), (SETTINGS, self.tr("Settings"))])
