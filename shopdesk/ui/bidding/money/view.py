"""阶段与预算: what the aim of the plan asks for, with the way to the division of budgets."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.app.bidding.assumptions import BIDDING_ASSUMPTIONS
from shopdesk.app.bidding.stages import StageAnswer, plan_stage, stage_question
from shopdesk.ui.bidding.asking import Asking
from shopdesk.ui.bidding.stages.card import StageCard
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.context import UiContext


class View(BiddingView):
    """The question is asked where the view is shown only: customers are looked at for it."""

    uses = frozenset({BIDDING_ASSUMPTIONS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.stage = StageCard(context)
        self._asking = Asking(context, partial(self.tr, "What the stage asks for"), self._show_stage, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        column.addStretch(1)

    def show_plan(self, state: BiddingState) -> None:
        """Ask what the stage of the chosen plan asks for."""
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

    def _show_stage(self, answer: StageAnswer | None) -> None:
        self.stage.show_answer(answer)
