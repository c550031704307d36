"""Keeps the review of the chosen plan's versions, and what the list of plans and versions says of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from shopdesk.app.bidding.versions import last_taken, versions_of
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.ui.bidding.asking import Asking
from shopdesk.ui.bidding.versions.words import verdict_word
from shopdesk.ui.context import UiContext

if TYPE_CHECKING:  # pandas stands behind these
    from shopdesk.app.bidding.review import ReviewAnswer
    from shopdesk.app.bidding.study import PlanStudy
    from shopdesk.domain.bidding.review.review import Review

_JUDGED: Final = frozenset({"better", "worse", "cannot_tell", "too_few"})
_TOO_EARLY: Final = "too_early"


class LookingBack(QObject):
    """``changed``: there is another answer, or none any more. Verdicts of plans looked at before are kept."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking = Asking(context, self._name, self._take, self)
        self._answer: ReviewAnswer | None = None
        self._reviews: dict[str, Review] = {}
        self._newest: dict[str, Review] = {}

    @property
    def answer(self) -> ReviewAnswer | None:
        """The reviews of the chosen plan's versions, None while they are worked out."""
        return self._answer

    @property
    def verdicts(self) -> Mapping[str, str]:
        """What a review says in a word, by the id of its version; nothing of those that can't be judged yet."""
        return {key: verdict_word(found.verdict) for key, found in self._reviews.items() if found.verdict in _JUDGED}

    def note(self, plan_id: str) -> str:
        """Return what the newest review of a plan says, in a sentence."""
        found = self._newest.get(plan_id)
        if found is None:
            return ""
        from shopdesk.ui.bidding.review.words import headline

        return headline(found)

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
        found, services = self._newest.get(plan_id), self._context.services
        if found is None or services is None or found.verdict != _TOO_EARLY or found.ready_on is None:
            return 0
        return max(0, (found.ready_on - services.today()).days)

    def live_verdict(self, plan_id: str) -> str:
        """Return the verdict of the version that runs, "" where there is none."""
        workspace = self._context.workspace
        live = last_taken(versions_of(workspace, plan_id)) if workspace is not None else None
        return self.verdicts.get(live.version_id, "") if live is not None else ""

    def forget(self) -> None:
        """Drop everything: it belongs to the shop before."""
        self._asking.drop()
        self._reviews.clear()
        self._newest.clear()

    def _name(self) -> str:
        return self.tr("Looking back")

    def _take(self, answer: ReviewAnswer | None) -> None:
        self._answer = answer
        if answer is not None:
            self._reviews |= {one.version.version_id: one.review for one in answer.reviews}
            self._newest.pop(answer.plan.plan_id, None)
            if answer.reviews:
                self._newest[answer.plan.plan_id] = answer.reviews[0].review
        self.changed.emit()
