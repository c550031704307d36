"""The plans at the left: how many and what they spend a day, the list, and how to get new ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from shopdesk.app.bidding.platforms import profiles
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.plans.edits import PlanEdits
from shopdesk.ui.bidding.plans.list import PlanList
from shopdesk.ui.bidding.plans.status import PlanStatus
from shopdesk.ui.cards import Card, button, label
from shopdesk.ui.tokens import PADDING_PX


class PlanCard(Card):
    """``chosen`` gives the id of a plan; below the list stands what the page adds to ``body``."""

    chosen = Signal(str)

    def __init__(self, edits: PlanEdits, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._edits = edits
        self._statuses: Mapping[str, PlanStatus] = {}
        self.list = PlanList()
        self.new = button(small=True)
        self.add_action(self.new)
        self.hint = label("", "caption", wrap=True)
        self.make = button(primary=True)
        self.intro = QWidget()
        column = QVBoxLayout(self.intro)
        column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        column.addWidget(self.hint)
        column.addWidget(self.make)
        self.body.setSpacing(0)
        self.body.addWidget(self.intro)
        self.body.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.new.clicked.connect(self._open_new)
        self.make.clicked.connect(lambda: edits.add_drafts(edits.drafts()))
        self._write()

    def show_plans(self, statuses: Mapping[str, PlanStatus]) -> None:
        """Show the shop's plans with where each stands; the chosen one stays selected."""
        self._statuses = statuses
        plans = self._edits.plans()
        self.list.set_plans(list(plans.values()), statuses, current=self._edits.current)
        budgets = [plan.daily_budget for plan in plans.values() if plan.daily_budget is not None]
        subtitle = str(len(plans))
        if budgets:
            subtitle += " · " + self.tr("{budget} yuan a day").format(
                budget=formats.money_fen(sum(budgets), decimals=0)
            )
        self.set_title(self.tr("Plans"), subtitle)
        drafts = [] if plans else self._edits.drafts()
        count = formats.full(len(drafts))
        self.intro.setVisible(not plans)
        self.make.setVisible(bool(drafts))
        self.hint.setText(
            self.tr("The reports name {count} {count:campaign|campaigns}. A plan keeps what you set for each.").format(
                count=count
            )
            if drafts
            else self.tr("No campaign report is imported: add an empty plan with New.")
        )
        self.make.setText(self.tr("Make {count} {count:plan|plans}").format(count=count))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.show_plans(self._statuses)
        super().changeEvent(event)

    def new_menu(self) -> QMenu:
        """Return the ways to a new plan, and the way to be rid of the chosen one."""
        menu = QMenu(self)
        edits = self._edits
        drafts = edits.drafts()
        if drafts:
            menu.addAction(
                self.tr("From the reports: {count} {count:plan|plans}").format(count=formats.full(len(drafts))),
                lambda: edits.add_drafts(drafts),
            )
            menu.addSeparator()
        for name, profile in profiles().items():
            text = self.tr("Empty plan for {platform}").format(platform=words.platform_name(profile))
            menu.addAction(text, lambda name=name: edits.add_empty(name))
        plan = edits.plan()
        if plan is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Remove {name}").format(name=plan.name), lambda: edits.remove(plan))
        return menu

    def _open_new(self) -> None:
        self.new_menu().popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _write(self) -> None:
        self.new.setText(self.tr("＋ New"))
        self.list.setAccessibleName(self.tr("Plans"))
