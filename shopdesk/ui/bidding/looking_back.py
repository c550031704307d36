"""Keeps the review of the chosen plan's versions, and what the list of plans and versions says of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from shopdesk.app.bidding.versions import last_taken, versions_of
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.ui.bidding.asking import Asking
from shopdesk.ui.bidding.versions.words import verdict_word
from shopdesk.ui.context import UiContext

if TYPE_CHECKING:  # pandas stands behind these
    from shopdesk.app.bidding.review import ReviewAnswer
    from shopdesk.app.bidding.study import PlanStudy


class LookingBack(QObject):
    """``changed``: there is another answer, or none any more. Verdicts of plans looked at before are kept."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = Asking(context, self._name, self._take, self)
        self._answer: ReviewAnswer | None = None
        self._verdicts: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._ready: dict[str, date] = {}

    @property
    def answer(self) -> ReviewAnswer | None:
        """The reviews of the chosen plan's versions, None while they are worked out."""
        return self._answer

    @property
    def verdicts(self) -> Mapping[str, str]:
        """What a review says in a word, by the id of its version; "" while it is too early."""
        return self._verdicts

    def note(self, plan_id: str) -> str:
        """Return what the newest review of a plan says, in a sentence."""
        return self._notes.get(plan_id, "")

    def show_plan(self, plan: BidPlan | None, study: PlanStudy | None) -> None:
        """Review the versions that went out, where there are any and something has changed."""
        workspace = self._context.workspace
        if plan is None or study is None or workspace is None:
            return
        from shopdesk.app.bidding.review import review_plan, review_question

        question = review_question(workspace, study)
        grounds = (study, *question.taken)
        self._asking.ask(
            plan.plan_id,
            grounds,
            question.others,
            answer=lambda workspace, job: review_plan(question, workspace, job),
        )

    def days_left(self, plan_id: str) -> int:
        """Return the days until a plan looked at before can be reviewed, 0 where it can or nothing runs."""
        ready, services = self._ready.get(plan_id), self._context.services
        return max(0, (ready - services.today()).days) if ready is not None and services is not None else 0

    def live_verdict(self, plan_id: str) -> str:
        """Return the verdict of the version that runs, "" where there is none."""
        workspace = self._context.workspace
        live = last_taken(versions_of(workspace, plan_id)) if workspace is not None else None
        return self._verdicts.get(live.version_id, "") if live is not None else ""

    def forget(self) -> None:
        """Drop everything: it belongs to the shop before."""
        self._asking.drop()
        self._verdicts.clear()
        self._notes.clear()
        self._ready.clear()

    def _name(self) -> str:
        return self.tr("Looking back")

    def _take(self, answer: ReviewAnswer | None) -> None:
        self._answer = answer
        if answer is not None:
            from shopdesk.domain.bidding.review.review import Verdict
            from shopdesk.ui.bidding.review.words import headline

            for one in answer.reviews:
                early = one.review.verdict in (Verdict.TOO_EARLY, Verdict.NO_REPORT)
                self._verdicts[one.version.version_id] = "" if early else verdict_word(one.review.verdict)
            self._ready.pop(answer.plan.plan_id, None)
            newest = answer.reviews[0].review if answer.reviews else None
            if newest is not None and newest.verdict is Verdict.TOO_EARLY and newest.ready_on is not None:
                self._ready[answer.plan.plan_id] = newest.ready_on
            self._notes[answer.plan.plan_id] = headline(answer.reviews[0].review) if answer.reviews else ""
        self.changed.emit()
