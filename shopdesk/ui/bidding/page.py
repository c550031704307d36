"""出价计划: plans at the left, the week, regions and audiences in the middle, what stands behind them at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.bidding.documents import (
    BID_PLANS,
    add_plans,
    remove_plan,
    set_audiences,
    set_fields,
    set_hours,
    set_regions,
)
from shopdesk.app.bidding.platforms import OTHER, profile_of, profiles
from shopdesk.app.kpi.day_events import DayEvent, DayEventKind, record_event
from shopdesk.domain.bidding.drafts import draft_plans
from shopdesk.domain.bidding.figures import FRAMES, PlanFigures, plan_figures
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, UNCHANGED_PERCENT
from shopdesk.domain.bidding.sums import Sums, total
from shopdesk.domain.bidding.week import ScheduleError, check_week, flat_week, from_text, resampled, to_text
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.audience_card import AudienceCard
from shopdesk.ui.bidding.evidence_card import EvidenceCard, EvidenceView, Selection
from shopdesk.ui.bidding.hour_card import HourCard, HourView
from shopdesk.ui.bidding.plan_form import PlanForm
from shopdesk.ui.bidding.plan_list import PlanList
from shopdesk.ui.bidding.region_card import RegionCard
from shopdesk.ui.bidding.scrolled import scrolled
from shopdesk.ui.cards import Card, EmptyState, button, label
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import region_name
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX

PLANS_PX = 220
EVIDENCE_PX = 280
CAMPAIGN_TABLES = ("ad_campaign", "ad_hour", "ad_region", "ad_keyword", "ad_audience")


class BiddingPage(Page):
    """The tab. Figures of a plan come from a job; every edit is one undoable change of one plan."""

    uses = frozenset({*FRAMES, *CAMPAIGN_TABLES, BID_PLANS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._current = ""
        self._figures: PlanFigures | None = None
        self._job = LatestJob(context.jobs)
        self._build()
        self._connect()
        self._say()

    def refresh(self) -> None:
        """Show plans at once; compute what happened in a job where reports, period or plan changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        self._show_plans()
        frames = {name: workspace.frame(name) for name in FRAMES}
        plan = self._plan()
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
        if isinstance(target, str) and target in self._plans():
            self._choose(target)

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches."""
        return self.audiences.view

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_plans()
            self._show_plan()
        super().changeEvent(event)

    # --- building

    def _build(self) -> None:
        self.plan_card = Card("…", padding=0)
        self.list = PlanList()
        self.form = PlanForm()
        self.new = button(small=True)
        self.plan_card.add_action(self.new)
        self.hint = label("", "caption", wrap=True)
        self.make = button(primary=True)
        self.intro = QWidget()
        column = QVBoxLayout(self.intro)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.hint)
        column.addWidget(self.make)
        self.plan_card.body.addWidget(self.intro)
        self.plan_card.body.setSpacing(0)
        self.plan_card.body.addWidget(self.list, 1)
        self.plan_card.body.addWidget(self.form)
        self.hours = HourCard()
        self.regions = RegionCard()
        self.audiences = AudienceCard()
        self.evidence = EvidenceCard()
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        outer.setSpacing(GUTTER_PX)
        self.plan_card.setFixedWidth(PLANS_PX)
        outer.addWidget(self.plan_card)
        centre = QVBoxLayout()
        centre.setSpacing(GUTTER_PX)
        centre.addWidget(self.hours)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self.regions, 58)
        below.addWidget(self.audiences, 44)
        centre.addLayout(below, 1)
        outer.addLayout(centre, 1)
        self.evidence.setFixedWidth(EVIDENCE_PX)
        outer.addWidget(self.evidence)
        self.empty = EmptyState(icon="bidding")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(scrolled(content))
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.context.import_requested)
        self.list.chosen.connect(self._choose)
        self.new.clicked.connect(self._open_new)
        self.make.clicked.connect(lambda: self.add_drafts(self.drafts()))
        self.form.edited.connect(self._fields_edited)
        self.hours.edited.connect(self._hours_edited)
        self.hours.selection_changed.connect(self._show_evidence)
        self.hours.selection_changed.connect(self._tell_stats)
        self.hours.all_reset.connect(self._reset_hours)
        self.hours.day_copied.connect(self._copy_day)
        self.hours.text_copied.connect(self._copy_text)
        self.hours.text_pasted.connect(self._paste_text)
        self.hours.resolution_wanted.connect(self._resample)
        self.regions.edited.connect(self._regions_edited)
        self.regions.selection_changed.connect(self._show_evidence)
        self.audiences.edited.connect(self._audiences_edited)

    # --- state

    def _plans(self) -> Mapping[str, BidPlan]:
        workspace = self.context.workspace
        if workspace is None:
            return {}
        return {plan.plan_id: plan for plan in workspace.rows(BID_PLANS).values()}

    def _plan(self) -> BidPlan | None:
        return self._plans().get(self._current)

    def drafts(self) -> list[BidPlan]:
        """Return an unchanged plan for each campaign of the reports that has none yet."""
        workspace = self.context.workspace
        if workspace is None:
            return []
        known = {(plan.platform, plan.campaign_id) for plan in self._plans().values()}
        found: dict[str, BidPlan] = {}
        for table in CAMPAIGN_TABLES:
            for plan in draft_plans(workspace.frame(table), known, slots={}):
                found.setdefault(plan.plan_id, plan)
            if found:
                break
        return list(found.values())

    def _take(self, figures: PlanFigures) -> None:
        self._figures = figures
        self._show_plan()

    # --- showing

    def _show_plans(self) -> None:
        plans = self._plans()
        if self._current not in plans:
            self._current = next(iter(plans), "")
        self.list.set_plans(list(plans.values()), current=self._current)
        budgets = [plan.daily_budget for plan in plans.values() if plan.daily_budget is not None]
        subtitle = str(len(plans))
        if budgets:
            subtitle += " · " + self.tr("{budget} yuan a day").format(
                budget=formats.money_fen(sum(budgets), decimals=0)
            )
        self.plan_card.set_title(self.tr("Plans"), subtitle)
        drafts = [] if plans else self.drafts()
        self.intro.setVisible(not plans)
        self.make.setVisible(bool(drafts))
        self.hint.setText(
            self.tr("The reports name {count} {count:campaign|campaigns}. A plan keeps what you set for each.").format(
                count=formats.full(len(drafts))
            )
            if drafts
            else self.tr("No campaign report is imported: add an empty plan with New.")
        )
        self.make.setText(self.tr("Make {count} {count:plan|plans}").format(count=formats.full(len(drafts))))

    def _show_plan(self) -> None:
        plan, figures = self._plan(), self._figures
        drafts = self.drafts() if plan is None else []
        platform = plan.platform if plan is not None else drafts[0].platform if drafts else OTHER
        profile = profile_of(platform)
        self.form.set_plan(plan, profile)
        self.hours.set_view(HourView(plan, profile, figures))
        self.regions.set_view(plan, profile, figures.regions if figures is not None else None)
        self.audiences.set_view(plan, profile, figures.audiences if figures is not None else None)
        self._show_evidence()
        nothing = figures is not None and plan is None and not figures.weeks and figures.regions is None
        self._stack.setCurrentIndex(1 if nothing and not drafts else 0)

    def _show_evidence(self) -> None:
        figures = self._figures
        if figures is None:
            return
        selections: list[Selection] = []
        week = self.hours.week()
        if week is not None:
            name = self.hours.selected_name() or self.tr("All hours")
            selections.append(Selection(name, week.over(self.hours.selected_places()), week.total, week.evidence))
        chosen = self.regions.selected()
        if figures.regions is not None and chosen:
            members = (figures.regions.member(name) for name in sorted(chosen))
            sums = total(member.sums if member is not None else Sums() for member in members)
            title = self.tr("Regions: {names}").format(names=", ".join(region_name(BY_NAME[n]) for n in sorted(chosen)))
            selections.append(Selection(title, sums, figures.regions.total, figures.regions.evidence))
        self.evidence.show_view(EvidenceView(selections, figures.hours, figures.cells))

    def _tell_stats(self) -> None:
        if self.isVisible():
            self.context.selection_stats.emit(self.hours.summable())

    # --- doing

    def _choose(self, plan_id: str) -> None:
        if plan_id != self._current:
            self._current = plan_id
            QTimer.singleShot(0, self, self.refresh)

    def _open_new(self) -> None:
        menu = QMenu(self)
        drafts = self.drafts()
        if drafts:
            menu.addAction(
                self.tr("From the reports: {count} {count:plan|plans}").format(count=formats.full(len(drafts))),
                lambda: self.add_drafts(drafts),
            )
            menu.addSeparator()
        for name, profile in profiles().items():
            text = self.tr("Empty plan for {platform}").format(platform=words.platform_name(profile))
            menu.addAction(text, lambda name=name: self.add_empty(name))
        plan = self._plan()
        if plan is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Remove {name}").format(name=plan.name), lambda: self._remove(plan))
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def add_drafts(self, drafts: list[BidPlan]) -> None:
        """Store plans made from the reports, as one step."""
        self._push(
            add_plans(drafts),
            self.tr("Add {count} {count:plan|plans}").format(count=formats.full(len(drafts))),
            drafts[0].plan_id,
        )

    def add_empty(self, platform: str) -> None:
        """Store an unchanged plan for a platform."""
        plan = BidPlan(
            plan_id=uuid4().hex,
            platform=platform,
            name=self.tr("Plan {number}").format(number=len(self._plans()) + 1),
            hours=flat_week(1),
        )
        self._current = plan.plan_id
        self._push(add_plans([plan]), self.tr("Add {name}").format(name=plan.name), plan.plan_id)

    def _remove(self, plan: BidPlan) -> None:
        self._push(remove_plan(plan), self.tr("Remove {name}").format(name=plan.name), plan.plan_id)

    def _fields_edited(self, fields: dict[str, Any], name: str) -> None:
        plan = self._plan()
        if plan is not None:
            self._push(set_fields(plan, **fields), name, plan.plan_id)

    def _hours_edited(self, edits: dict[int, int]) -> None:
        plan = self._plan()
        if plan is not None:
            values = set(edits.values())
            text = (
                self.tr("{count} {count:hour|hours} to {value} %")
                if len(values) == 1
                else self.tr("change {count} {count:hour|hours}")
            )
            name = text.format(count=formats.full(len(edits)), value=next(iter(values), 0))
            self._push(set_hours(plan, edits), name, plan.plan_id)

    def _regions_edited(self, edits: dict[str, int]) -> None:
        plan = self._plan()
        if plan is not None:
            name = self.tr("change {count} {count:region|regions}").format(count=formats.full(len(edits)))
            self._push(set_regions(plan, edits), name, plan.plan_id)

    def _audiences_edited(self, edits: dict[str, int]) -> None:
        plan = self._plan()
        if plan is not None:
            name = self.tr("change {count} {count:audience|audiences}").format(count=formats.full(len(edits)))
            self._push(set_audiences(plan, edits), name, plan.plan_id)

    def _reset_hours(self) -> None:
        self._set_week(lambda plan: (UNCHANGED_PERCENT,) * len(plan.hours), self.tr("all hours to 100 %"))

    def _copy_day(self, day: int) -> None:
        def week(plan: BidPlan) -> tuple[int, ...]:
            per_day = len(plan.hours) // DAYS
            return plan.hours[day * per_day : (day + 1) * per_day] * DAYS

        self._set_week(week, self.tr("copy a day to all days"))

    def _resample(self, slots_per_hour: int) -> None:
        plan = self._plan()
        if plan is not None:
            hours = resampled(plan.hours, slots_per_hour=slots_per_hour)
            change = set_fields(plan, hours=hours, slots_per_hour=slots_per_hour)
            name = self.tr("half hours") if slots_per_hour > 1 else self.tr("whole hours")
            self._push(change, name, plan.plan_id)

    def _copy_text(self) -> None:
        plan = self._plan()
        if plan is not None:
            QGuiApplication.clipboard().setText(to_text(plan.hours))
            self._note_taken(plan)
            self.context.message.emit(self.tr("The week of {name} is on the clipboard.").format(name=plan.name))

    def _note_taken(self, plan: BidPlan) -> None:
        """Remember for the board's chart that the plan went to the console on this day."""
        workspace, services = self.context.workspace, self.context.services
        if workspace is not None and services is not None:
            record_event(workspace, DayEvent(services.today(), DayEventKind.PLAN_TAKEN, plan.name))

    def _paste_text(self) -> None:
        plan = self._plan()
        if plan is None:
            return
        try:
            hours = from_text(QGuiApplication.clipboard().text(), slots_per_hour=plan.slots_per_hour)
        except ScheduleError as error:
            self.hours.refuse(self.tr("Not a schedule: {part}").format(part=error.part[:40]))
            return
        profile = profile_of(plan.platform)
        found = check_week(hours, profile.hours)
        if found:
            self.hours.refuse(words.problem_text(found[0], profile))
            return
        self._set_week(lambda _plan: hours, self.tr("paste a week"))

    def _set_week(self, week: Callable[[BidPlan], tuple[int, ...]], name: str) -> None:
        plan = self._plan()
        if plan is not None:
            self._push(set_fields(plan, hours=week(plan)), name, plan.plan_id)

    def _push(self, change: Any, name: str, plan_id: str) -> None:
        self.context.push(change, name, reveal=lambda: self._reveal(plan_id))

    def _reveal(self, plan_id: str) -> None:
        self.context.page_requested.emit("bidding", plan_id)
        if plan_id in self._plans():
            self._current = plan_id
        self.hours.show_edit()
        self.refresh()

    def _say(self) -> None:
        self.new.setText(self.tr("＋ New"))
        self.list.setAccessibleName(self.tr("Plans"))
        self.empty.set_texts(
            self.tr("Import ads reports by hour, region and audience (or orders): they show where bids pay."),
            self.tr("Import files…"),
        )
