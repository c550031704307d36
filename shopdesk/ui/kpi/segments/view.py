"""分段: one dimension as a table, its top movers over days, the funnel, and the search for what moved on its own."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.segments import searched, segments
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.kpi.alignment import Base, base_of
from shopdesk.domain.kpi.catalogue import PEOPLE_PARTS, BoardMetric, Catalogue
from shopdesk.domain.kpi.grouping import days_of
from shopdesk.domain.kpi.segments.build import SegmentSet
from shopdesk.domain.kpi.segments.funnel import STEPS, funnel, shop_steps
from shopdesk.domain.kpi.segments.search import Searched
from shopdesk.domain.kpi.segments.sums import BUYER, KEYWORD, SegmentCube
from shopdesk.domain.kpi.segments.table import SegmentTable, can_show, segment_days, segment_table, top_movers
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, ElidedLabel, EmptyState, Segmented, button, label, restyle
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import DayChartData, DaySeries
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.segments.behind import explainer
from shopdesk.ui.kpi.segments.both_chart import BothChart
from shopdesk.ui.kpi.segments.findings import Findings
from shopdesk.ui.kpi.segments.funnel_box import FunnelBox
from shopdesk.ui.kpi.segments.table_card import TableCard
from shopdesk.ui.kpi.segments.wording import SHOWN, dimension_name, label_name, what_to_import
from shopdesk.ui.kpi.view import BoardState, BoardView, CauseRequest
from shopdesk.ui.kpi.wording import apart_text, base_text, metric_name, span_text, table_name
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

LINES = 5
ROLES = ("brand", "category", "competitor", "long_tail", "secondary")
LEAST_CHART_DAYS = 14
DEFAULT_METRIC = "pay_amount"
DAYS, BOTH, FUNNEL, SEARCH = PARTS = ("days", "both", "funnel", "search")


class View(BoardView):
    """Cubes are made in a job once a change of the facts; another period or dimension is drawn at once."""

    uses = frozenset({USER_METRICS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._set: SegmentSet | None = None
        self._metric = DEFAULT_METRIC
        self._chosen: str | None = None
        self._job = LatestJob(context.jobs, self)
        self._search = LatestJob(context.jobs, self)
        self.dimensions = Segmented()
        self.metrics = QComboBox()
        self.span = ElidedLabel()
        self.span.setProperty("role", "secondary")
        self.search_button = button(primary=True)
        self.table = TableCard()
        self.note = label("", "caption", wrap=True)
        self.empty = EmptyState(icon="kpi")
        self.parts = Segmented()
        self.chart = DayChart()
        self.both = BothChart()
        self.funnel = FunnelBox()
        self.findings = Findings()
        self._lay_out()
        self._connect()
        self._say()

    def show_board(self, state: BoardState) -> None:
        """Draw the segments of the period, read anew where the facts have changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        moved = self._state is None or (state.period, state.comparison) != (self._state.period, self._state.comparison)
        self._state = state
        if moved:
            self._search.drop()
            self.findings.show_found(None, has_comparison=self._base() is not None)
        if not self._job.is_news((state.board,)) and self._set is not None:
            self._draw()
            return
        self._set = None  # of the facts before; what is drawn stays until the new ones are there
        self._job.start(self.tr("Reading segments"), lambda job: segments(workspace, job), self._take)

    def show_target(self, target: object) -> None:
        """Show a dimension by its name, or a metric."""
        if isinstance(target, str) and target in SHOWN:
            self.dimensions.choose(target)
        elif isinstance(target, str) and target in self._catalogue():
            self._metric = target
        self._draw()

    def search(self) -> None:
        """Look for what moved on its own between the period and its base."""
        state, base, workspace = self._state, self._base(), self.context.workspace
        self._show_part(SEARCH)
        if state is None or base is None or workspace is None:
            self.findings.show_found(None, has_comparison=False)
            return
        before, after = base.period, state.period

        def work(context: JobContext) -> Searched:
            return searched(workspace, context, before=before, after=after)

        self._search.start(self.tr("Searching segments"), work, self.findings.show_found)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._draw()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.dimensions)
        self.metrics.setProperty("small", True)
        self.metrics.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        strip.addWidget(self.metrics)
        strip.addWidget(self.span, 1)
        strip.addWidget(self.search_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        self._left = QStackedWidget()
        self._left.addWidget(left)
        self._left.addWidget(self.empty)
        self._right = QStackedWidget()
        for part in (self.chart, self.both, self.funnel, self.findings):
            self._right.addWidget(part)
        right = Card()
        head = QHBoxLayout()
        head.addWidget(self.parts)
        head.addStretch(1)
        self._verbs = {DAYS: self.chart.verbs, BOTH: self.both.verbs, FUNNEL: self.funnel.verbs}
        for name, verbs in self._verbs.items():
            head.addWidget(verbs)
            verbs.setVisible(name == DAYS)
        right.body.addLayout(head)
        right.body.addWidget(self._right, 1)
        right.setMinimumWidth(440)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self._left, 8)
        below.addWidget(right, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(strip)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        self.dimensions.chosen.connect(self._take_dimension)
        self.metrics.activated.connect(self._take_metric)
        self.search_button.clicked.connect(self.search)
        self.parts.chosen.connect(self._show_part)
        self.table.chosen.connect(self._take_segment)
        self.findings.cause_wanted.connect(self._ask_cause)
        self.empty.triggered.connect(self.context.import_requested)
        self.context.workspace_replaced.connect(self._forget)

    def _say(self) -> None:
        self.dimensions.set_items([(name, dimension_name(name)) for name in SHOWN])
        self.parts.set_items(
            [
                (DAYS, self.tr("Over days")),
                (BOTH, self.tr("Two metrics")),
                (FUNNEL, self.tr("Funnel")),
                (SEARCH, self.tr("What moved")),
            ]
        )
        self.search_button.setText(self.tr("Find the largest change"))
        self.metrics.setAccessibleName(self.tr("Metric"))

    # --- what the user does

    def _take(self, found: SegmentSet) -> None:
        self._set = found
        if found.cube(self.dimensions.key()).is_empty:
            known = [name for name in SHOWN if not found.cube(name).is_empty]
            if known:
                self.dimensions.choose(known[0])
        self._draw()

    def _take_dimension(self, _name: str) -> None:
        self._chosen = None
        self._draw()

    def _take_metric(self, place: int) -> None:
        self._metric = str(self.metrics.itemData(place))
        self._draw()

    def _take_segment(self, key: object) -> None:
        self._chosen = key if isinstance(key, str) else None
        self._draw_chosen()

    def _show_part(self, name: str) -> None:
        self.parts.choose(name)
        self._right.setCurrentIndex(PARTS.index(name))
        for part, verbs in self._verbs.items():
            verbs.setVisible(part == name)

    def _ask_cause(self) -> None:
        state, base = self._state, self._base()
        if state is not None and base is not None:
            self.wanted.emit("cause", CauseRequest(DEFAULT_METRIC, base.period, state.period))

    def _forget(self) -> None:
        self._job.drop()
        self._search.drop()
        self._state = self._set = self._chosen = None

    # --- drawing

    def _catalogue(self) -> Catalogue:
        return metrics_of(self.context.workspace)

    def _base(self) -> Base | None:
        state = self._state
        return None if state is None else base_of(state.period, state.comparison, state.calendar)

    def _draw(self) -> None:
        state, found = self._state, self._set
        if state is None or found is None:
            return
        dimension = self.dimensions.key()
        cube = found.cube(dimension)
        offered = [metric for metric in self._catalogue().values() if can_show(cube, metric)]
        self._left.setCurrentIndex(0 if offered else 1)
        self.search_button.setProperty("primary", bool(offered))  # else the import is what the view asks for
        restyle(self.search_button)
        self._write_span(state)
        if not offered:
            self.empty.set_texts(what_to_import(dimension), self.tr("Import files…"))
            self.chart.set_data(DayChartData())
            self.both.set_data(DayChartData())
            self._draw_funnel()
            return
        self.both.metrics = self._catalogue()
        metric = self._offer(offered)
        base = self._base()
        table = segment_table(cube, metric, period=state.period, before=base.period if base is not None else None)
        charted = _chart_period(state.period)
        days = segment_days(cube, metric, charted, places=range(len(cube.labels)))
        periods = [state.period, *([base.period] if base is not None else [])]
        behind = explainer(cube, metric, periods=periods, tables=found.tables[dimension], files=state.board.files)
        self.table.show_table(dimension, table, days, explain=behind)
        self._draw_chart(dimension, cube, table, charted)
        self._draw_chosen()
        self.note.setText(self._notes(dimension, table, found))

    def _offer(self, offered: list[BoardMetric]) -> BoardMetric:
        names = [metric.name for metric in offered]
        self.metrics.clear()
        for metric in offered:
            self.metrics.addItem(metric_name(metric), metric.name)
        wanted = next((one for one in (self._metric, DEFAULT_METRIC, "visitors") if one in names), names[0])
        self.metrics.setCurrentIndex(names.index(wanted))
        return offered[names.index(wanted)]

    def _write_span(self, state: BoardState) -> None:
        base = self._base()
        text = span_text(state.period)
        if base is not None:
            text = f"{text} · {base_text(base.comparison, state.period.days, base.campaign)} ({span_text(base.period)})"
        self.span.setText(text)
        self.span.setToolTip(text)

    def _draw_chart(self, dimension: str, cube: SegmentCube, table: SegmentTable, charted: Period) -> None:
        places = top_movers(table, most=LINES)
        values = segment_days(cube, table.metric, charted, places=places)
        series = tuple(
            DaySeries(label_name(dimension, cube.labels[place]), row, kind=table.metric.unit.value, role=role)
            for place, row, role in zip(places, values, ROLES, strict=False)
        )
        self.chart.set_name(
            self.tr("{metric} by {dimension}").format(
                metric=metric_name(table.metric), dimension=dimension_name(dimension)
            )
        )
        self.chart.set_data(DayChartData(tuple(days_of(charted)), series))

    def _draw_chosen(self) -> None:
        """Draw what follows the current row: two metrics of the segment, else of the whole shop, and its funnel."""
        self._draw_funnel()
        state, found = self._state, self._set
        if state is None or found is None:
            return
        dimension = self.dimensions.key()
        cube, metric, charted = (
            found.cube(dimension),
            self._catalogue()[str(self.metrics.currentData())],
            _chart_period(state.period),
        )
        place = cube.labels.index(self._chosen) if self._chosen in cube.labels else None
        if place is None:
            self.both.show_shop(state.board.facts, metric, charted, name=self.tr("whole shop"))
        else:
            name = label_name(dimension, cube.labels[place])
            self.both.show_segment(cube, place, metric, charted, name=name)

    def _draw_funnel(self) -> None:
        state, found = self._state, self._set
        if state is None or found is None:
            return
        base, dimension = self._base(), self.dimensions.key()
        cube, chosen = found.cube(dimension), self._chosen
        periods = (state.period, base.period if base is not None else None)
        if chosen is not None and chosen in cube.labels:
            name = label_name(dimension, chosen)
            sums = [_of_label(cube, chosen, period) for period in periods]
        else:
            name = self.tr("whole shop")
            sums = [shop_steps(state.board.facts, period) if period is not None else {} for period in periods]
        steps = funnel(*sums)
        before = base_text(base.comparison, state.period.days, base.campaign) if base is not None else ""
        self.funnel.show_steps(steps, name=name, before_name=before, note=self._funnel_note(len(steps), before))

    def _funnel_note(self, steps: int, before: str) -> str:
        if steps < 2:
            return self.tr("The report behind this tells no visitors and buyers, so there are no steps to show.")
        notes = [self.tr("grey bar: {before}").format(before=before)] if before else []
        if self._state is not None and self._state.period.days > 1:
            notes.append(self.tr("People are counted once a day; who comes on two days counts twice."))
        return " · ".join(notes)

    def _notes(self, dimension: str, table: SegmentTable, found: SegmentSet) -> str:
        cube = found.cube(dimension)
        notes = [self.tr("From: {tables}").format(tables="、".join(map(table_name, found.tables[dimension])))]
        state = self._state
        if state is not None and table.days < state.period.days:
            notes.append(
                self.tr("{days} of {all} days have this report").format(
                    days=formats.full(table.days), all=formats.full(state.period.days)
                )
            )
        if self._base() is not None and not table.days_before:
            notes.append(self.tr("nothing to compare with: the report begins {day}").format(day=cube.start))
        elif table.per_day:
            notes.append(
                self.tr("changes by the day: {days} days now, {before} before").format(
                    days=formats.full(table.days), before=formats.full(table.days_before)
                )
            )
        if set(table.metric.parts) & PEOPLE_PARTS:
            notes.append(self.tr("one person may count in several segments and on several days"))
        if dimension == KEYWORD:
            notes.append(self.tr("only what keywords cost and brought: other ads are not in it"))
        if dimension == BUYER and found.look_back_days:
            notes.append(
                self.tr("old: bought within {days} days before, told from {day} on").format(
                    days=formats.full(found.look_back_days), day=cube.start
                )
            )
        if found.apart:
            notes.append(apart_text(found.apart))
        return " · ".join(notes)


def _chart_period(period: Period) -> Period:
    """Return the period, or the fortnight up to its end where it is shorter."""
    if period.days >= LEAST_CHART_DAYS:
        return period
    return Period(period.end - timedelta(days=LEAST_CHART_DAYS - 1), period.end)


def _of_label(cube: SegmentCube, name: str, period: Period | None) -> dict[str, float | None]:
    if period is None:
        return {}
    sums, place = cube.window(period), cube.labels.index(name)
    return {part: float(sums.of(part)[place]) for part in STEPS}
