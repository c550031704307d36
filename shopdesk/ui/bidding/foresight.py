"""Keeps the study of the chosen plan, and its outlook up to date with every edit and every slider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob

if TYPE_CHECKING:  # pandas and scipy stand behind these
    from shopdesk.app.bidding.outlook import Outlook
    from shopdesk.app.bidding.study import PlanQuestion, PlanStudy
    from shopdesk.domain.keywords.library import Study


class Foresight(QObject):
    """Studies of plans looked at before are kept while what they rest on stays the same.

    ``changed``: study or outlook are new, ``studied``: the study is. What is shown stays until then.

    A study rests on reports and documents; an outlook on a study and the plan as it is edited, and takes a few
    hundredths of a second. While one is worked out only the newest wish behind it is kept, so that a slider that
    moves on is followed and never waited for.
    """

    changed = Signal()
    studied = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job = LatestJob(context.jobs, self)
        self._asked: tuple[object, ...] | None = None
        self._library: Study | None = None
        self._studies: dict[str, tuple[tuple[object, ...], PlanStudy]] = {}
        self._study: PlanStudy | None = None
        self._outlook: Outlook | None = None
        self._plan: BidPlan | None = None
        self._margin: float | None = None
        self._is_working = False
        self._waits = False
        self._cancel: Callable[[], None] | None = None

    @property
    def study(self) -> PlanStudy | None:
        """The study of the chosen plan, None while there is none of it."""
        found = self._study
        return (
            found if found is not None and self._plan is not None and found.plan.plan_id == self._plan.plan_id else None
        )

    @property
    def outlook(self) -> Outlook | None:
        """The outlook of the chosen plan; for a moment that of the edit before."""
        found = self._outlook
        return (
            found if found is not None and self._plan is not None and found.plan.plan_id == self._plan.plan_id else None
        )

    @property
    def is_working(self) -> bool:
        """Whether something newer is on its way."""
        return self._is_working or self.study is None

    def show_plan(self, plan: BidPlan | None) -> None:
        """Study a plan where reports or documents have changed, else only look ahead anew."""
        self._plan, self._margin = plan, None
        workspace = self._context.workspace
        if plan is None or workspace is None:
            return
        from shopdesk.app.bidding.study import READ, plan_question, study_plan
        from shopdesk.app.bidding.versions import versions_of

        question = plan_question(
            workspace,
            plan,
            period=self._context.period,
            versions=versions_of(workspace, plan.plan_id),
            known=self._library,
        )
        facts = tuple((name, workspace.active_imports(name)) for name in sorted(READ))
        asked = (*_grounds(question), facts)
        if asked == self._asked and self.study is not None:
            self._look()
            return
        self._asked = asked
        known = self._studies.get(plan.plan_id)
        if known is not None and known[0] == asked:
            self._job.drop()
            self._take_study(known[1])
            return
        name = self.tr("Reading the reports of {name}").format(name=plan.name)
        self._job.start(name, lambda job: study_plan(question, workspace, job), self._take_study)

    def try_out(self, plan: BidPlan, margin: float | None) -> None:
        """Look ahead with a plan that isn't stored, and a margin that isn't the shop's (None: the shop's)."""
        self._plan, self._margin = plan, margin
        self._look()

    def forget(self) -> None:
        """Drop everything: it belongs to the shop before."""
        self._job.drop()
        if self._cancel is not None:
            self._cancel()
        self._asked = None
        self._studies.clear()
        self._library = self._study = self._outlook = self._plan = None
        self._is_working = self._waits = False

    def note_change(self, names: frozenset[str]) -> None:
        """Cut words anew at the next study where reports or dictionaries have changed."""
        if self._library is None:
            return
        from shopdesk.app.bidding.study import LABELLED

        if names & LABELLED:
            self._library = None

    def _take_study(self, study: PlanStudy) -> None:
        self._study, self._library = study, study.library
        if self._asked is not None:
            self._studies[study.plan.plan_id] = (self._asked, study)
        self.studied.emit()
        self.changed.emit()
        self._look()

    def _look(self) -> None:
        if self._is_working:
            self._waits = True
            return
        study, plan, margin, workspace = self.study, self._plan, self._margin, self._context.workspace
        if study is None or plan is None or workspace is None:
            return
        from shopdesk.app.bidding.documents import BID_PLANS
        from shopdesk.app.bidding.limits import profile_in
        from shopdesk.app.bidding.outlook import live_levers, look_ahead
        from shopdesk.app.bidding.versions import versions_of

        versions, profile = versions_of(workspace, plan.plan_id), profile_in(workspace, plan.platform)
        live, before = live_levers(study, plan, versions), self._outlook
        plans = tuple(workspace.rows(BID_PLANS).values())
        self._is_working = True
        self._cancel = self._context.jobs.start(
            self.tr("Looking ahead"),
            lambda _job: look_ahead(study, plan, live, profile, margin=margin, before=before, plans=plans),
            self._take_outlook,
            self._fail,
        )

    def _take_outlook(self, outlook: Outlook) -> None:
        self._is_working, self._cancel = False, None
        self._outlook = outlook
        self.changed.emit()
        if self._waits:
            self._waits = False
            self._look()

    def _fail(self, error: BaseException) -> None:
        from shopdesk.app.jobs import Cancelled

        self._is_working = self._waits = False
        if not isinstance(error, Cancelled):
            raise error


def _grounds(question: PlanQuestion) -> tuple[object, ...]:
    """Return what a study rests on beside the reports: of the plan only where it is bought."""
    plan = question.plan
    bought = BidPlan(plan.plan_id, plan.platform, plan.name, plan.campaign_id, today=plan.today)
    rest = replace(question, known=None, plan=bought)
    return (rest,)
