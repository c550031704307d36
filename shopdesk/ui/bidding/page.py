"""出价计划: plans at the left, the chosen one beside them: its levers and forecast, its budget, its review."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.platforms import OTHER, profile_of
from shopdesk.domain.bidding.figures import FRAMES, PlanFigures, plan_figures
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.plans.card import PlanCard
from shopdesk.ui.bidding.plans.desk import PlanDesk
from shopdesk.ui.bidding.plans.edits import CAMPAIGN_TABLES, PlanEdits
from shopdesk.ui.bidding.plans.form import PlanForm
from shopdesk.ui.bidding.scrolled import scrolled
from shopdesk.ui.bidding.view import BiddingState
from shopdesk.ui.cards import EmptyState
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX

PLANS_PX = 220


class BiddingPage(Page):
    """The tab. Figures of a plan come from a job; every edit is one undoable change of one plan."""

    uses = frozenset({*FRAMES, *CAMPAIGN_TABLES, BID_PLANS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._figures: PlanFigures | None = None
        self._job = LatestJob(context.jobs, self)
        self.edits = PlanEdits(context, self)
        self._build()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Show plans at once; compute what happened in a job where reports, period or plan changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        self._show_plans()
        frames = {name: workspace.frame(name) for name in FRAMES}
        plan = self.edits.plan()
        campaign = plan.campaign_id if plan is not None else ""
        period = self.context.period
        if self._job.is_news(tuple(frames.values()), period, campaign):
            self._job.start(
                self.tr("What happened by hour"),
                lambda _context: plan_figures(frames, period, campaign),
                self._take,
            )
        self._show_plan()

    def show_target(self, target: object) -> None:
        """Choose a plan by its id."""
        if isinstance(target, str) and target in self.edits.plans():
            self._choose(target)

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches."""
        return self.desk.find_target()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _build(self) -> None:
        self.plans = PlanCard(self.edits)
        self.form = PlanForm()
        self.plans.body.addWidget(self.form)
        self.plans.setFixedWidth(PLANS_PX)
        self.desk = PlanDesk(self.context, self.edits)
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        outer.setSpacing(GUTTER_PX)
        outer.addWidget(self.plans)
        outer.addWidget(self.desk, 1)
        self.empty = EmptyState(icon="bidding")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(scrolled(content))
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.context.import_requested)
        self.plans.chosen.connect(self._choose)
        self.form.edited.connect(self.edits.set_fields)
        self.edits.revealed.connect(self._reveal)

    def _take(self, figures: PlanFigures) -> None:
        self._figures = figures
        self._show_plan()

    def _show_plans(self) -> None:
        plans = self.edits.plans()
        if self.edits.current not in plans:
            self.edits.current = next(iter(plans), "")
        self.plans.show_plans({})

    def _show_plan(self) -> None:
        plan, figures = self.edits.plan(), self._figures
        drafts = self.edits.drafts() if plan is None else []
        platform = plan.platform if plan is not None else drafts[0].platform if drafts else OTHER
        profile = profile_of(platform)
        self.form.set_plan(plan, profile)
        self.desk.show_plan(BiddingState(self.edits.plans(), PlanView(plan, profile, figures), self.context.period))
        nothing = figures is not None and plan is None and not figures.weeks and figures.regions is None
        self._stack.setCurrentIndex(1 if nothing and not drafts else 0)

    def _choose(self, plan_id: str) -> None:
        if plan_id != self.edits.current:
            self.edits.current = plan_id
            QTimer.singleShot(0, self, self.refresh)

    def _reveal(self, _plan_id: str) -> None:
        self.desk.hours.show_edit()
        self.refresh()

    def _write(self) -> None:
        self.empty.set_texts(
            self.tr("Import ads reports by hour, region and audience (or orders): they show where bids pay."),
            self.tr("Import files…"),
        )
