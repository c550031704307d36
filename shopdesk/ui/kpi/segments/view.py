"""分段: one dimension as a table, its top movers over days, the funnel, and the search for what moved on its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.documents import DICTIONARY, HAND_LABELS
from shopdesk.app.kpi.segments import searched, segments, segments_joined
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.app.kpi.words_said import SaidOfWords, said_of_words
from shopdesk.domain.kpi.alignment import Base, base_of
from shopdesk.domain.kpi.catalogue import BoardMetric, Catalogue
from shopdesk.domain.kpi.segments.build import SegmentSet
from shopdesk.domain.kpi.segments.funnel import funnel, segment_steps, shop_steps
from shopdesk.domain.kpi.segments.search import Searched
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.kpi.segments.table import SegmentTable, can_show, segment_days, segment_table
from shopdesk.domain.periods import Period
from shopdesk.ui.cards import Card, EmptyState, Segmented, button, label, restyle, set_tab_order
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import DayChartData, Grain
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.segments.behind import explainer
from shopdesk.ui.kpi.segments.both_chart import BothChart
from shopdesk.ui.kpi.segments.findings import Findings
from shopdesk.ui.kpi.segments.funnel_box import FunnelBox
from shopdesk.ui.kpi.segments.level import Level
from shopdesk.ui.kpi.segments.movers_chart import chart_period, movers
from shopdesk.ui.kpi.segments.notes import Told, funnel_note, table_notes
from shopdesk.ui.kpi.segments.path_bar import PathBar
from shopdesk.ui.kpi.segments.table_card import TableCard
from shopdesk.ui.kpi.segments.wording import SHOWN, dimension_name, label_name, what_to_import
from shopdesk.ui.kpi.view import BoardState, BoardView, CauseRequest
from shopdesk.ui.kpi.wording import base_text, metric_name, span_text
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

DEFAULT_METRIC = "pay_amount"
DAYS, BOTH, FUNNEL, SEARCH = PARTS = ("days", "both", "funnel", "search")


class View(BoardView):
    """Cubes are made in a job once a change of the facts; another period or dimension is drawn at once."""

    uses = frozenset({USER_METRICS.name, DICTIONARY.name, HAND_LABELS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._set: SegmentSet | None = None
        self._metric = DEFAULT_METRIC
        self._chosen: str | None = None
        self._level = Level(SHOWN[0])
        self._said: SaidOfWords | None = None
        self._job = LatestJob(context.jobs, self)
        self._joining = LatestJob(context.jobs, self)
        self._search = LatestJob(context.jobs, self)
        self._is_searched = False
        self.dimensions = Segmented()
        self.metrics = QComboBox()
        self.path = PathBar()
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
        is_news = self._job.is_news((state.board,)) or self._set is None
        if moved or is_news:
            self._search.drop()
            self._is_searched = False
            self.findings.show_found(None, has_comparison=self._base() is not None)
            self._take_part(self.parts.key())
        if not is_news:
            if self._said != said_of_words(workspace):
                self._join()  # words have another quadrant
            self._draw()
            return
        self._set = None  # of the facts before; what is drawn stays until the new ones are there
        self._job.start(self.tr("Reading segments"), lambda job: segments(workspace, job), self._take)

    def show_target(self, target: object) -> None:
        """Show a dimension by its name, or a metric."""
        if isinstance(target, str) and target in SHOWN:
            self._show_dimension(target)
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
        self._is_searched = True
        self.findings.show_found(None, is_searching=True)

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
        strip.addStretch(1)
        strip.addWidget(self.search_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.path)
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
        self.parts.chosen.connect(self._take_part)
        for chart in (self.chart, self.both):
            chart.set_grain_switch(True, overlays_weeks=False)
            chart.grain_chosen.connect(self._take_grain)
        self.path.divided.connect(self.divide)
        self.path.back_wanted.connect(self.go_back)
        self.table.chosen.connect(self._take_segment)
        self.findings.cause_wanted.connect(self._ask_cause)
        self.empty.triggered.connect(self.context.import_requested)
        self.context.workspace_replaced.connect(self._forget)

    def _say(self) -> None:
        chosen, part = self.dimensions.key(), self.parts.key()
        self.dimensions.set_items([(name, dimension_name(name)) for name in SHOWN])
        self.dimensions.choose(chosen)
        self.parts.set_items(
            [
                (DAYS, self.tr("Over days")),
                (BOTH, self.tr("Two metrics")),
                (FUNNEL, self.tr("Funnel")),
                (SEARCH, self.tr("What moved")),
            ]
        )
        self.parts.choose(part)
        self.search_button.setText(self.tr("Find the largest change"))
        self.metrics.setAccessibleName(self.tr("Metric"))

        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the eye; buttons of switches and legends are made later than what stands after them."""
        set_tab_order(
            *(self.dimensions, self.metrics, self.search_button, self.path, self.table),
            *(self.parts, *self._verbs.values(), self.chart, self.both, self.funnel, self.findings),
        )

    # --- what the user does

    def _take(self, found: SegmentSet) -> None:
        self._set = found
        if found.cube(self.dimensions.key()).is_empty:
            known = [name for name in SHOWN if not found.cube(name).is_empty]
            if known:
                self._show_dimension(known[0])
        self._draw()
        self._join()

    def _join(self) -> None:
        """Read what divides segments further, once the table stands."""
        workspace = self.context.workspace
        if workspace is None:
            return
        said = self._said = said_of_words(workspace)
        self._joining.start(
            self.tr("Reading what divides segments further"),
            lambda job: segments_joined(workspace, job, said),
            self._take_joined,
        )

    def _take_joined(self, found: SegmentSet) -> None:
        self._set = found
        self._draw()

    def divide(self, dimension: str) -> None:
        """Show the chosen line divided by another dimension."""
        if self._chosen is not None:
            self._level, self._chosen = self._level.below(self._chosen, dimension), None
            self._draw()

    def go_back(self) -> None:
        """Show the level above, with the line chosen that was divided."""
        if self._level.path:
            self._level, self._chosen = self._level.above()
            self._draw()

    def _take_dimension(self, name: str) -> None:
        self._show_dimension(name)
        self._draw()

    def _show_dimension(self, name: str) -> None:
        self.dimensions.choose(name)
        self._chosen, self._level = None, Level(name)

    def _take_metric(self, place: int) -> None:
        self._metric = str(self.metrics.itemData(place))
        self._draw()

    def _take_segment(self, key: object) -> None:
        self._chosen = key if isinstance(key, str) else None
        self._draw_chosen()

    def _take_grain(self, grain: str) -> None:
        self.both.grain = Grain(grain)
        self._draw()

    def _take_part(self, name: str) -> None:
        self._show_part(name)
        if name == SEARCH and not self._is_searched:
            self.search()

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
        self._joining.drop()
        self._search.drop()
        self._state = self._set = self._chosen = None
        self._level, self._is_searched = Level(self.dimensions.key()), False

    # --- drawing

    def _told(self, metric: BoardMetric, cut: tuple[SegmentCube, tuple[str, ...]], *, has_base: bool) -> Told:
        state, found = self._state, self._set or SegmentSet()
        cube, tables = cut
        period = state.period if state is not None else Period(cube.start, cube.end)
        inside = self._level.inside(found, metric, period)
        return Told(self._level.dimension, cube, tables, period, has_base, found.look_back_days, found.apart, inside)

    def _catalogue(self) -> Catalogue:
        return metrics_of(self.context.workspace)

    def _base(self) -> Base | None:
        state = self._state
        return None if state is None else base_of(state.period, state.comparison, state.calendar)

    def _draw(self) -> None:
        state, found = self._state, self._set
        if state is None or found is None:
            return
        dimension = self._level.dimension
        cube, tables = self._level.cut(found, self._catalogue().get(self._metric))
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
        charted = chart_period(state.period)
        days = segment_days(cube, metric, charted, places=range(len(cube.labels)))
        periods = [state.period, *([base.period] if base is not None else [])]
        behind = explainer(cube, metric, periods=periods, tables=tables, board=state.board)
        self.table.show_table(dimension, table, days, explain=behind)
        self._draw_chart(dimension, cube, table, charted)
        self._draw_chosen()
        self._order_tabs()
        self.note.setText(table_notes(self._told(metric, (cube, tables), has_base=base is not None), table))

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
        self.path.show_path(self._level.path, self._level.dimension, span=text)

    def _draw_chart(self, dimension: str, cube: SegmentCube, table: SegmentTable, charted: Period) -> None:
        self.chart.set_name(
            self.tr("{metric} by {dimension}").format(
                metric=metric_name(table.metric), dimension=dimension_name(dimension)
            )
        )
        self.chart.set_data(movers(dimension, cube, table, charted, self.both.grain))

    def _draw_chosen(self) -> None:
        """Draw what follows the current row: two metrics of the segment, else of the whole shop, and its funnel."""
        self._draw_funnel()
        state, found = self._state, self._set
        if state is None or found is None:
            return
        self.path.offer(self._level.offered(found, self._chosen), is_chosen=self._chosen is not None)
        metric = self._catalogue()[str(self.metrics.currentData())]
        dimension, charted = self._level.dimension, chart_period(state.period)
        cube, _tables = self._level.cut(found, metric)
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
        base, dimension, chosen = self._base(), self._level.dimension, self._chosen
        cube, _tables = self._level.cut(found, self._catalogue().get(self._metric))
        periods = (state.period, base.period if base is not None else None)
        if chosen is not None and chosen in cube.labels:
            name = label_name(dimension, chosen)
            sums = [segment_steps(cube, chosen, period) if period is not None else {} for period in periods]
        else:
            name = self.tr("whole shop")
            sums = [shop_steps(state.board.facts, period) if period is not None else {} for period in periods]
        steps = funnel(*sums)
        before = base_text(base.comparison, state.period.days, base.campaign) if base is not None else ""
        note = funnel_note(len(steps), before=before, days=state.period.days)
        self.funnel.show_steps(steps, name=name, before_name=before, note=note)
