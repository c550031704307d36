"""The first view of the board: yesterday and the period in tiles, the chart, what is out of the ordinary."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.documents import TILES, choose_tiles, chosen_tiles
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.kpi.alerts.alarms import DEFAULT_RULE
from shopdesk.domain.kpi.alignment import base_of
from shopdesk.domain.kpi.catalogue import DEFAULT_TILES, BoardMetric
from shopdesk.domain.kpi.figures import Change, is_known
from shopdesk.domain.kpi.tiles import tile
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, ElidedLabel, Segmented, button, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.chart.card import USES as CHART_USES
from shopdesk.ui.kpi.chart.card import ChartCard
from shopdesk.ui.kpi.tile_row import DAY, PERIOD, TileRow
from shopdesk.ui.kpi.view import AFTER_PICTURE_S, BoardState, BoardView, CauseRequest
from shopdesk.ui.kpi.wording import change_base, span_text
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX, TILE_PX

if TYPE_CHECKING:
    from shopdesk.ui.kpi.alerts.findings import AlertFindings
    from shopdesk.ui.kpi.alerts.panel import AlertsPanel
    from shopdesk.ui.kpi.cause.card import CauseCard
    from shopdesk.ui.kpi.targets.tile import TargetTile

LATER: Final = (
    "shopdesk.ui.kpi.cause.card",
    "shopdesk.ui.kpi.targets.tile",
    "shopdesk.ui.kpi.alerts.panel",
    "shopdesk.ui.kpi.alerts.findings",
)
"""Modules of the parts that come after the first picture: they are costly to import."""
CAUSE_PX: Final = 200
ROOM_FOR_CAUSE_PX: Final = 530
"""A lower view keeps its chart and leaves the cause to the view of that name."""
CAUSE_SHARE: Final = 0.36
TARGET_PX: Final = 184
ALERTS_PX: Final = 280


class Overview(BoardView):
    """Tiles in one row, the chart below. ``controls`` is put into the page's own strip."""

    uses = frozenset({TILES.name, USER_METRICS.name}) | CHART_USES
    completed = Signal()  # what comes after the first picture is there, and ``uses`` is whole

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._metric = "pay_amount"
        self._change: Change | None = None
        self._is_loading = False
        self._is_seen = False  # whether the state is drawn, or only checked for alerts
        self._alert_job = LatestJob(context.jobs)
        self.cause: CauseCard | None = None
        self.alerts: AlertsPanel | None = None
        self.target: TargetTile | None = None
        self.mode = Segmented()
        self.when = ElidedLabel()
        self.when.setProperty("role", "secondary")
        self.choose = button(small=True)
        self.meaning = button(small=True)
        self.tiles = TileRow()
        self.chart = ChartCard(context)
        self.controls = QHBoxLayout()
        self._lay_out()
        self.mode.chosen.connect(lambda _key: self._draw())
        self.tiles.chosen.connect(self.show_metric)
        self.chart.metric_chosen.connect(self.show_metric)
        self.choose.clicked.connect(self.open_chooser)
        self.meaning.clicked.connect(self.open_dictionary)
        self.tiles.reordered.connect(self._reorder)
        self.chart.calendar_wanted.connect(self.open_calendar)
        self._write()

    def show_board(self, state: BoardState) -> None:
        """Draw tiles and chart."""
        self._state, self._is_seen = state, True
        self._draw()
        self._check_alerts()
        if self.cause is None and not self._is_loading:
            self._is_loading = True
            self.context.jobs.start(self.tr("Loading…"), _load_later, self._complete)

    def check(self, state: BoardState) -> None:
        """Look for alerts without drawing: something else is shown, and the number on the tab counts them."""
        self._state, self._is_seen = state, False
        self._check_alerts()

    def clear_alerts(self) -> None:
        """Drop the alerts and the number on the tab: there are no figures left that could be out of the ordinary."""
        self._alert_job.drop()
        if self.alerts is not None:
            self.alerts.forget()
            self._tell_waiting(0)

    def show_target(self, target: object) -> None:
        """Show a metric in the chart."""
        if isinstance(target, str) and target in metrics_of(self.context.workspace):
            self.show_metric(target)

    def show_metric(self, name: str) -> None:
        """Show a metric in the chart and mark its tile."""
        self._metric = name
        self._draw()

    def open_calendar(self) -> None:
        """Show the campaign days as a table."""
        from shopdesk.ui.kpi.chart.calendar_dialog import CalendarDialog

        if self._state is not None:
            dialog = CalendarDialog(self.context, around=self._state.period.end, parent=self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._state = None
        self._metric = "pay_amount"
        self._alert_job.drop()
        if self.cause is not None:
            self.cause.forget()
        if self.alerts is not None:
            self.alerts.forget()

    def set_controls_visible(self, visible: bool) -> None:
        """Show or hide what the view put into the page's strip."""
        for widget in (self.mode, self.when, self.choose, self.meaning):
            widget.setVisible(visible)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._write_when()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.controls.setSpacing(GUTTER_PX)
        for widget in (self.mode, self.when, self.choose, self.meaning):
            self.controls.addWidget(widget)
        self._top = QHBoxLayout()
        self._top.setSpacing(GUTTER_PX)
        self._top.addWidget(self.tiles, 1)
        self._target_place = _place(self._top, Card())
        self._target_place.setFixedSize(TARGET_PX, TILE_PX)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(GUTTER_PX)
        self._middle.addWidget(self.chart, 3)
        self._cause_place = _place(self._middle, Card())
        self._cause_place.setFixedHeight(CAUSE_PX)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addLayout(self._middle, 1)
        self._below = below
        self._alerts_place = _place(below, Card())
        self._alerts_place.setFixedWidth(ALERTS_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addLayout(self._top)
        column.addLayout(below, 1)

    def _complete(self, _nothing: None) -> None:
        """Put in what comes after the first picture."""
        from shopdesk.ui.kpi.alerts.panel import USES as ALERT_USES
        from shopdesk.ui.kpi.alerts.panel import AlertsPanel
        from shopdesk.ui.kpi.cause.card import CauseCard
        from shopdesk.ui.kpi.targets.tile import TargetTile

        self.uses = self.uses | TargetTile.uses | ALERT_USES
        self.completed.emit()
        self.target = TargetTile(self.context)
        self.target.setFixedWidth(TARGET_PX)
        self.target.clicked.connect(self._open_targets)
        _replace(self._top, self._target_place, self.target)
        self.cause = CauseCard(self.context, compact=True)
        self.cause.setMinimumHeight(CAUSE_PX)
        self.cause.action_wanted.connect(lambda _found: self._open_cause())
        _replace(self._middle, self._cause_place, self.cause, stretch=2)
        self.alerts = AlertsPanel(self.context)
        self.alerts.cause_wanted.connect(lambda asked: self.wanted.emit("cause", asked))
        self.alerts.metric_wanted.connect(self.show_metric)
        self.alerts.waiting_changed.connect(self._tell_waiting)
        _replace(self._below, self._alerts_place, self.alerts)
        self._show_cause_where_room()
        self._draw()
        self._check_alerts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the chart where it is low."""
        super().resizeEvent(event)
        self._show_cause_where_room()

    def _show_cause_where_room(self) -> None:
        has_room = self.height() >= ROOM_FOR_CAUSE_PX
        if self.cause is not None:
            self.cause.setMaximumHeight(max(CAUSE_PX, int(self.height() * CAUSE_SHARE)))
        (self.cause or self._cause_place).setVisible(has_room)

    def _write(self) -> None:
        self.mode.set_items([(DAY, self.tr("Last day")), (PERIOD, self.tr("Whole period"))])
        self.choose.setText(self.tr("Tiles…"))
        self.choose.setToolTip(self.tr("Choose up to eight tiles; drag a tile, or Alt+← →, to move it"))
        self.meaning.setText(self.tr("Metrics…"))
        self.meaning.setToolTip(self.tr("What each metric means, and own metrics by formula"))

    def _draw(self) -> None:
        state = self._state
        if state is None:
            return
        metrics = metrics_of(self.context.workspace)
        tiles = [
            tile(
                state.board.facts,
                metrics[name],
                day=state.day,
                period=state.period,
                comparison=state.comparison,
                calendar=state.calendar,
                watch=state.watches.of(name),
                rule=state.rules.get(name, DEFAULT_RULE),
            )
            for name in self._names()
        ]
        changes = [one.day_change if self.mode.key() == DAY else one.period_change for one in tiles]
        self._change = next((one for one in changes if one is not None), None)
        self.tiles.show_tiles(tiles, files=state.board.files, mode=self.mode.key())
        shown = self._shown_metric(state)
        self.tiles.mark(shown)
        rings = self.alerts.follow(shown, state.period) if self.alerts is not None else ()
        self.chart.show_board(state, metric=metrics[shown], rings=rings)
        if self.target is not None:
            self.target.show_board(state)
        self._draw_cause(state, metrics[shown])
        self._write_when()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the eye; parts that come later or are made anew would else come last."""
        if self.cause is None:
            return  # it costs time, and is needed once they have come
        late = (self.cause, self.alerts)
        set_tab_order(
            *(self.mode, self.choose, self.meaning),
            *self.tiles.tiles(),
            *([self.target] if self.target is not None else []),
            *self.chart.in_order(),
            *(one for one in late if one is not None),
        )

    def _draw_cause(self, state: BoardState, metric: BoardMetric) -> None:
        asked = self._asked(state, metric)
        if self.cause is not None and asked is not None:
            self.cause.show_cause(state, metric=metric, before=asked.before, after=asked.after)

    def _asked(self, state: BoardState, metric: BoardMetric) -> CauseRequest | None:
        """Return what the cause card explains: the day against its weekday, or the period against its base."""
        of_day = self.mode.key() == DAY and state.day is not None
        after = Period(state.day, state.day) if of_day and state.day is not None else state.period
        base = base_of(after, state.comparison.of_one_day if of_day else state.comparison, state.calendar)
        return None if base is None else CauseRequest(metric.name, base.period, after)

    def _check_alerts(self) -> None:
        """Find in a job what is out of the ordinary and why; the panel says that it is being looked for meanwhile."""
        state, workspace = self._state, self.context.workspace
        if self.alerts is None or state is None or workspace is None or not state.watches.by_metric:
            return
        from shopdesk.ui.kpi.alerts.findings import find_alerts

        questions = self.alerts.cause_of
        self._alert_job.start(
            self.tr("Checking for alerts"), lambda job: find_alerts(workspace, state, questions, job), self._take_alerts
        )

    def _take_alerts(self, found: AlertFindings) -> None:
        state, services = self._state, self.context.services
        if self.alerts is None or state is None:
            return
        today = services.today() if services is not None else state.period.end
        self.alerts.show_alerts(found.board, found.watches, today=today)
        for key, text in found.causes.items():
            self.alerts.set_cause_line(key, text)
        if self._is_seen:
            self._draw()

    def _tell_waiting(self, count: int) -> None:
        what = self.tr("{count} {count:alert waits|alerts wait}").format(count=formats.full(count))
        self.context.badge_changed.emit("kpi", count, what)

    def _open_targets(self) -> None:
        self.wanted.emit("targets", self.target.shown_target if self.target is not None else None)

    def _open_cause(self) -> None:
        state, metrics = self._state, metrics_of(self.context.workspace)
        asked = self._asked(state, metrics[self._shown_metric(state)]) if state is not None else None
        self.wanted.emit("cause", asked)

    def _names(self) -> tuple[str, ...]:
        workspace = self.context.workspace
        return chosen_tiles(workspace) if workspace is not None else ()

    def _shown_metric(self, state: BoardState) -> str:
        """The metric of the chart: the chosen one, else the first of the tiles that has data."""
        metrics = metrics_of(self.context.workspace)
        for name in (self._metric, *self._names(), *metrics):
            if name in metrics and is_known(state.board.facts, metrics[name]):
                return name
        return DEFAULT_TILES[0]

    def _write_when(self) -> None:
        state = self._state
        if state is None:
            return
        day = state.day
        shown = Period(day, day) if day is not None and self.mode.key() == DAY else state.period
        base = change_base(self._change) if self._change is not None else ""
        self.when.setText(f"{span_text(shown)} {base}".strip() if day is not None else "")
        self.when.setToolTip(self.when.text())

    def open_chooser(self) -> None:
        """Show all metrics to choose tiles from, and their order."""
        from shopdesk.ui.kpi.metrics.tile_chooser import TileChooser

        if self._state is None:
            return
        dialog = TileChooser(self.context, facts=self._state.board.facts, parent=self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.dictionary_wanted.connect(self.open_dictionary)
        dialog.show()

    def open_dictionary(self) -> None:
        """Show all metrics and what they mean."""
        from shopdesk.ui.kpi.metrics.dialog import DictionaryDialog

        if self._state is None:
            return
        dialog = DictionaryDialog(self.context, state=self._state, parent=self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _reorder(self, names: tuple[str, ...]) -> None:
        self.context.push(choose_tiles(names), self.tr("move tile"))


def _load_later(job: JobContext) -> None:
    job.rest(AFTER_PICTURE_S)
    for name in LATER:
        job.check()
        importlib.import_module(name)


def _place(layout: QBoxLayout, widget: QWidget) -> QWidget:
    """Keep a place free for a part that comes later, so that nothing jumps when it does."""
    layout.addWidget(widget)
    return widget


def _replace(layout: QBoxLayout, old: QWidget, new: QWidget, *, stretch: int = 0) -> None:
    layout.insertWidget(layout.indexOf(old), new, stretch)
    layout.removeWidget(old)
    old.hide()
    old.deleteLater()
