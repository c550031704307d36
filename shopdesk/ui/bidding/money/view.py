"""阶段与预算: what the aim of the plan asks for, and how the money is divided between the plans."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.bidding.assumptions import BIDDING_ASSUMPTIONS
from shopdesk.app.bidding.stages import StageAnswer, plan_stage, stage_question
from shopdesk.ui import formats
from shopdesk.ui.bidding.asking import Asking
from shopdesk.ui.bidding.stages.budget_dialog import BudgetDialog
from shopdesk.ui.bidding.stages.card import StageCard
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.cards import Card, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.tokens import GUTTER_PX


class View(BiddingView):
    """The question is asked where the view is shown only: customers are looked at for it."""

    uses = frozenset({BIDDING_ASSUMPTIONS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.stage = StageCard(context)
        self._state: BiddingState | None = None
        self.budgets = Card("…")
        self.sums = label("", "secondary", wrap=True)
        self.divide = button(primary=True)
        row = QHBoxLayout()
        row.addWidget(self.sums, 1)
        row.addWidget(self.divide)
        self.budgets.body.addLayout(row)
        self._asking = Asking(context, partial(self.tr, "What the stage asks for"), self._show_stage, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addWidget(self.stage)
        column.addWidget(self.budgets)
        column.addStretch(1)
        self.divide.clicked.connect(self.open_budgets)
        self._write()

    def show_plan(self, state: BiddingState) -> None:
        """Ask what the stage of the chosen plan asks for."""
        self._state = state
        self._write()
        plan, study, workspace = state.shown.plan, state.study, self._context.workspace
        if plan is None or study is None or workspace is None:
            return
        question = stage_question(workspace, study, plan)
        self._asking.ask(
            plan.plan_id,
            (study, question.bidding),
            plan,
            answer=lambda workspace, job: plan_stage(question, workspace, job),
        )

    def open_budgets(self) -> None:
        """Divide the budgets of all plans in a dialog; what is taken there is one step."""
        dialog = self.budget_dialog()
        if dialog is not None:
            dialog.exec()

    def budget_dialog(self) -> BudgetDialog | None:
        """Return the dialog, None without a studied plan."""
        state = self._state
        if state is None or state.shown.plan is None:
            return None
        return BudgetDialog(self._context, plan=state.shown.plan, margin=state.shown.margin, parent=self.window())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        plans = list(self._state.plans.values()) if self._state is not None else []
        known = [plan.daily_budget for plan in plans if plan.daily_budget is not None]
        self.budgets.set_title(self.tr("Budgets"), self.tr("between the plans, by what the last yuan brings"))
        self.divide.setText(self.tr("Divide budgets…"))
        self.divide.setEnabled(self._state is not None and self._state.shown.plan is not None)
        self.sums.setText(
            self.tr("{known} of {count} {count:plan has|plans have} a budget: {sum} yuan a day together.").format(
                known=formats.full(len(known)),
                count=formats.full(len(plans)),
                sum=formats.money_fen(sum(known), decimals=0),
            )
        )

    def _show_stage(self, answer: StageAnswer | None) -> None:
        self.stage.show_answer(answer)
