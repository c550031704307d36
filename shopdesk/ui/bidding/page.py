"""出价计划: plans at the left, the chosen one beside them: its levers and forecast, its changes, budget and review."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from shopdesk.app.bidding.assumptions import BIDDING_ASSUMPTIONS
from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.limits import OWN_LIMITS, profile_in
from shopdesk.app.bidding.platforms import OTHER, profile_of
from shopdesk.app.bidding.versions import PLAN_VERSIONS, versions_of
from shopdesk.app.keywords.assumptions import ASSUMPTIONS
from shopdesk.domain.bidding.figures import FRAMES, PlanFigures, plan_figures
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.ui.bidding.foresight import Foresight
from shopdesk.ui.bidding.looking_back import LookingBack
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.plans.column import PlanColumn
from shopdesk.ui.bidding.plans.desk import PlanDesk
from shopdesk.ui.bidding.plans.edits import CAMPAIGN_TABLES, PlanEdits
from shopdesk.ui.bidding.plans.standings import standings
from shopdesk.ui.bidding.plans.verbs import PlanVerbs
from shopdesk.ui.bidding.scrolled import scrolled
from shopdesk.ui.bidding.versions.keeper import VersionKeeper
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.cards import EmptyState, set_tab_order
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.lazy_views import LazyViews
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX

if TYPE_CHECKING:
    from shopdesk.app.bidding.study import PlanStudy
    from shopdesk.domain.bidding.plan import BidPlan

PLAN: Final = "plan"
CHANGES: Final = "changes"
VIEWS: Final = (PLAN, CHANGES, "money", "after")
"""All views beside the plans; each but the first is ``View`` of ``shopdesk.ui.bidding.<name>.view``."""
_CHOSEN: Final = "ui.bidding.plan"


DOCUMENTS: Final = (BID_PLANS, PLAN_VERSIONS, OWN_LIMITS, ASSUMPTIONS, BIDDING_ASSUMPTIONS)


class BiddingPage(Page):
    """The tab. What is known of a plan comes from jobs; every edit is one undoable change of one plan."""

    uses = frozenset({*FRAMES, *CAMPAIGN_TABLES, *(one.name for one in DOCUMENTS)})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._figures: PlanFigures | None = None
        self._job = LatestJob(context.jobs, self)
        self.edits = PlanEdits(context, self)
        self.foresight = Foresight(context, self)
        self.looking_back = LookingBack(context, self)
        self._build()
        self._connect()
        set_tab_order(self.plans, self.desk.centre, self.desk.side)
        self._write()

    def refresh(self) -> None:
        """Show plans at once; what is known of the chosen one is worked out beside the interface."""
        workspace = self.context.workspace
        if workspace is None:
            return
        self._choose_known()
        plan = self.edits.plan()
        if plan is None:
            self._ask_figures()
        self.foresight.show_plan(plan)
        self._draw()

    def show_target(self, target: object) -> None:
        """Choose a plan by its id, or bring a view to the front: its name, or its name and what to show there."""
        if isinstance(target, tuple) and len(target) == 2 and target[0] in VIEWS:
            self.show_view(str(target[0]), target[1])
        elif isinstance(target, str) and target in VIEWS:
            self.show_view(target)
        elif isinstance(target, str) and target in self.edits.plans():
            self._choose(target)

    def show_view(self, name: str, target: object = None) -> None:
        """Bring a view to the front; its code loads beside the interface where it isn't loaded yet."""
        self.plans.views.choose(PLAN if name == CHANGES else name)
        self.stack.bring(name, target)

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches in the view shown."""
        view = self.stack.currentWidget()
        return view.find_target() if isinstance(view, BiddingView) else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            QTimer.singleShot(0, self, self._draw)  # once every part has its new texts
        super().changeEvent(event)

    # --- building

    def _build(self) -> None:
        self.plans = PlanColumn(self.edits)
        self.stack = LazyViews(self.context, package="shopdesk.ui.bidding")
        self.views: dict[str, BiddingView] = self.stack.views
        self.desk = PlanDesk(self.context, self.edits)
        self.verbs = PlanVerbs(self.context, self.edits, self.foresight, self.desk.side.panel)
        self.keeper = VersionKeeper(self.context, self.edits, self.plans.versions)
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, 8)
        outer.setSpacing(GUTTER_PX)
        outer.addWidget(self.plans)
        outer.addWidget(self.stack, 1)
        self.empty = EmptyState(icon="bidding")
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(scrolled(content))
        self._pages.addWidget(self.empty)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.context.import_requested)
        self.plans.card.chosen.connect(self._choose)
        self.plans.form.edited.connect(self.edits.set_fields)
        self.plans.form.limits_wanted.connect(self._open_limits)
        self.desk.centre.limits_wanted.connect(self._open_limits)
        self.desk.centre.parts_wanted.connect(self.verbs.take)
        self.plans.versions.compare_wanted.connect(self._compare)
        self.edits.revealed.connect(self._reveal)
        self.verbs.done.connect(self.desk.centre.show_edit)
        self.foresight.changed.connect(self._draw)
        self.foresight.studied.connect(self._look_back)
        self.looking_back.changed.connect(self._draw)
        self.plans.views.chosen.connect(self.show_view)
        self.desk.side.panel.export_wanted.connect(lambda: self.show_view(CHANGES, ("", "")))
        self.stack.made.connect(self._take_view)
        self.stack.arrived.connect(self._draw_view)
        self.stack.add(PLAN, self.desk)
        self.context.workspace_replaced.connect(self._forget)
        self.context.changed.connect(self._note_change)

    def _take_view(self, view: BiddingView) -> None:
        self.uses = self.uses | view.uses
        view.wanted.connect(self.show_view)
        view.plan_wanted.connect(self._choose)

    # --- state

    def state(self) -> BiddingState:
        """Return what the views show now."""
        plan, study, outlook = self.edits.plan(), self.foresight.study, self.foresight.outlook
        profile = self._profile()
        if plan is not None and study is not None:
            shown = self._studied(study, plan, profile)
        else:
            figures = self._figures if plan is None else None
            note = self.tr("Make a plan at the left to get a proposal") if plan is None else ""
            shown = PlanView(plan, profile, figures, note=note, is_loading=plan is not None)
        return BiddingState(
            plans=self.edits.plans(),
            shown=shown,
            period=self.context.period,
            outlook=outlook,
            is_working=self.foresight.is_working,
            study=study,
            review=self.looking_back.answer,
        )

    def _studied(self, study: PlanStudy, plan: BidPlan, profile: PlatformProfile) -> PlanView:
        from shopdesk.app.bidding.outlook import live_levers
        from shopdesk.app.bidding.stand_ins import rebased

        workspace, outlook = self.context.workspace, self.foresight.outlook
        versions = versions_of(workspace, plan.plan_id) if workspace is not None else []
        live = live_levers(study, plan, versions)
        plan = rebased(plan, live.bids, study.record.from_cpc, profile.bids)
        shown = PlanView.of(study, plan, profile, proposal=outlook.proposal if outlook is not None else None)
        shown = replace(shown, live=live)
        if outlook is None:
            return shown
        return replace(shown, alone=outlook.alone, together=outlook.together, joint=outlook.joint)

    def _profile(self) -> PlatformProfile:
        """Return what the platform of the chosen plan takes, with the shop's own limits."""
        plan, workspace = self.edits.plan(), self.context.workspace
        drafts = self.edits.drafts() if plan is None else []
        platform = plan.platform if plan is not None else drafts[0].platform if drafts else OTHER
        return profile_in(workspace, platform) if workspace is not None else profile_of(platform)

    def _choose_known(self) -> None:
        """Keep the chosen plan; else that of the last time, else the first."""
        plans, workspace = self.edits.plans(), self.context.workspace
        if self.edits.current in plans or workspace is None:
            return
        kept = workspace.store.setting(_CHOSEN)
        self.edits.current = kept if kept is not None and kept in plans else next(iter(plans), "")

    def _ask_figures(self) -> None:
        """Work out what happened in the whole account: there is no plan to look at."""
        workspace, period = self.context.workspace, self.context.period
        if workspace is None:
            return
        frames = {name: workspace.frame(name) for name in FRAMES}
        if self._job.is_news(tuple(frames.values()), period):
            self._job.start(
                self.tr("What happened by hour"), lambda _job: plan_figures(frames, period, ""), self._take_figures
            )

    def _take_figures(self, figures: PlanFigures) -> None:
        self._figures = figures
        self._draw()

    # --- drawing

    def _draw(self) -> None:
        plan = self.edits.plan()
        back = self.looking_back
        self.plans.show_plans(standings(self.context, self.edits.plans(), back), plan, self._profile())
        self.keeper.show_plan(plan, back.verdicts, back.note(plan.plan_id) if plan is not None else "")
        for name, view in self.views.items():
            if self.stack.currentWidget() is view:
                self._draw_view(name)
        figures = self._figures
        nothing = plan is None and figures is not None and not figures.weeks and figures.regions is None
        self._pages.setCurrentIndex(1 if nothing and not self.edits.drafts() else 0)

    def _draw_view(self, name: str) -> None:
        view = self.views.get(name)
        if view is None:
            return
        target = self.stack.target(name)
        view.show_plan(self.state())
        if target is not None:
            view.show_target(target)

    # --- doing

    def _choose(self, plan_id: str) -> None:
        if plan_id == self.edits.current:
            return
        self.edits.current = plan_id
        if self.context.workspace is not None:
            self.context.workspace.store.set_setting(_CHOSEN, plan_id)
        QTimer.singleShot(0, self, self.refresh)

    def _compare(self, old: str, new: str) -> None:
        self.show_view(CHANGES, (old, new))

    def _reveal(self, _plan_id: str) -> None:
        self.desk.centre.show_edit()
        self.refresh()

    def _look_back(self) -> None:
        self.looking_back.show_plan(self.edits.plan(), self.foresight.study)

    def _open_limits(self, platform: str) -> None:
        from shopdesk.ui.bidding.limits.dialog import LimitsDialog

        LimitsDialog(self.context, platform, self.window()).exec()

    def _note_change(self, names: frozenset[str]) -> None:
        self.foresight.note_change(names)

    def _forget(self) -> None:
        self._job.drop()
        self.foresight.forget()
        self.looking_back.forget()
        self._figures = None
        self.edits.current = ""
        self.stack.forget(but=PLAN)
        self.show_view(PLAN)

    def _write(self) -> None:
        self.empty.set_texts(
            self.tr("Import ads reports by hour, region and audience (or orders): they show where bids pay."),
            self.tr("Import files…"),
        )
