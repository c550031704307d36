"""复盘: what became of the versions that went out, and whether the budget lasts the day."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.app.bidding.pacing import PacingAnswer, pacing_question, plan_pacing
from shopdesk.app.bidding.versions import PLAN_VERSIONS
from shopdesk.ui.bidding.asking import Asking
from shopdesk.ui.bidding.pacing.card import PacingCard
from shopdesk.ui.bidding.review.card import ReviewView
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.context import UiContext
from shopdesk.ui.tokens import GUTTER_PX


class View(BiddingView):
    """The review is worked out by the page, because the list of versions tells its verdict too."""

    uses = frozenset({PLAN_VERSIONS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.review = ReviewView(context)
        self.pacing = PacingCard(context)
        self._asking = Asking(context, partial(self.tr, "How the budget lasts"), self._show_pacing, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addWidget(self.review, 1)
        column.addWidget(self.pacing)

    def show_plan(self, state: BiddingState) -> None:
        """Show the review, and ask how the budget lasts."""
        self.review.show_answer(state.review)
        plan, study, workspace = state.shown.plan, state.study, self._context.workspace
        if plan is None or study is None or workspace is None:
            return
        question = pacing_question(workspace, study, plan)
        self._asking.ask(
            plan.plan_id, (study,), plan, answer=lambda workspace, job: plan_pacing(question, workspace, job)
        )

    def show_target(self, target: object) -> None:
        """Show the review of a version, by its id."""
        if isinstance(target, str):
            self.review.choose(target)

    def find_target(self) -> Any:
        """Return the table of the review."""
        return self.review.find_target()

    def _show_pacing(self, answer: PacingAnswer | None) -> None:
        self.pacing.show_answer(answer)
