"""The main chart of the board: up to six metrics on two units, compared periods, weeks, notes and campaign days."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QInputDialog, QMenu, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.chart_choice import ChartChoice, chart_choice, keep_chart_choice, may_join
from shopdesk.app.kpi.day_events import OFFERS_MODULE, DayEvent, events_of
from shopdesk.app.kpi.notes import NOTES, DayNote, drop_note, notes_of, put_notes
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Comparison
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, button
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import Grain, Ring
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.chart.series import ChartContent, chart_data
from shopdesk.ui.kpi.metrics.provenance import figure_provenance
from shopdesk.ui.kpi.view import AFTER_PICTURE_S, BoardState
from shopdesk.ui.kpi.wording import base_text, metric_name

FIRST_PX = 132
USES = frozenset({NOTES.name, "offers"})
"""The document collections that the chart shows beside the facts."""


class ChartCard(Card):
    """``metric_chosen`` tells the first metric chosen in its list; ``calendar_wanted`` asks for the campaign days."""

    metric_chosen = Signal(str)
    calendar_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.chart = DayChart()
        self._choice = ChartChoice()
        self._first = QComboBox()
        self._first.setProperty("small", True)
        self._first.setFixedWidth(FIRST_PX)
        self._first.activated.connect(lambda place: self.metric_chosen.emit(self._first.itemData(place)))
        self.more = button(small=True)
        self.more.clicked.connect(self._open_menu)
        self.chart.lead.addWidget(self._first)
        self.chart.lead.addWidget(self.more)
        self.chart.set_grain_switch(True)
        self.chart.grain_chosen.connect(self._set_grain)
        self.chart.plot.menu_built.connect(self._add_day_verbs)
        self.body.addWidget(self.chart)
        self._grain = Grain.DAY
        self._is_loading = False
        self._state: BoardState | None = None
        self._metric = BOARD["pay_amount"]
        self._rings: tuple[Ring, ...] = ()
        self._write()

    @property
    def shown_metric(self) -> BoardMetric:
        """The first metric shown."""
        return self._metric

    def metrics(self) -> tuple[BoardMetric, ...]:
        """Return all metrics shown, the first one leading; those that no longer fit beside it are left out."""
        shown, metrics = [self._metric], metrics_of(self._context.workspace)
        for name in self._choice.beside:
            metric = metrics.get(name)
            if metric is not None and metric not in shown and self._is_known(metric) and may_join(metric, shown):
                shown.append(metric)
        return tuple(shown)

    def show_board(self, state: BoardState, *, metric: BoardMetric, rings: Sequence[Ring] = ()) -> None:
        """Show a metric and what was chosen beside it."""
        self._state, self._metric, self._rings = state, metric, tuple(rings)
        workspace = self._context.workspace
        self._choice = chart_choice(workspace) if workspace is not None else ChartChoice()
        self._fill_first()
        self._draw()

    def in_order(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through, as it is read."""
        chart = self.chart
        return (self._first, self.more, chart.legend, chart.grains, chart.verbs, chart.plot)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._state is not None:
                self._fill_first()
                self._draw()
        super().changeEvent(event)

    def _write(self) -> None:
        self.more.setText(self.tr("+ Add ▾"))
        self.more.setToolTip(self.tr("More metrics, compared periods, bars, campaign days"))

    def _is_known(self, metric: BoardMetric) -> bool:
        return self._state is not None and all(part in self._state.board.facts.parts for part in metric.parts)

    def _fill_first(self) -> None:
        self._first.blockSignals(True)
        self._first.clear()
        self._first.setAccessibleName(self.tr("Metric of the chart"))
        for metric in metrics_of(self._context.workspace).values():
            if self._is_known(metric):
                self._first.addItem(metric_name(metric), metric.name)
        self._first.setCurrentIndex(max(0, self._first.findData(self._metric.name)))
        self._first.blockSignals(False)

    def _set_grain(self, grain: str) -> None:
        self._grain = Grain(grain)
        self._draw()

    def _draw(self) -> None:
        state, workspace = self._state, self._context.workspace
        if state is None or workspace is None:
            return
        services = self._context.services
        content = ChartContent(
            metrics=self.metrics(),
            choice=self._choice,
            grain=self._grain,
            today=services.today() if services is not None else None,
            notes=tuple(notes_of(workspace, state.period)),
            events=self._events(workspace, state),
            rings=self._rings,
        )
        names = formats.listed(metric_name(one) for one in content.metrics)
        self.chart.set_name(f"{names} {formats.span(state.period.start, state.period.end)}")
        self.chart.set_data(chart_data(state, content))
        shown = figure(state.board.facts, self._metric, state.period)
        self._first.setToolTip(figure_provenance(shown, state.board.files))

    def _events(self, workspace: Workspace, state: BoardState) -> tuple[DayEvent, ...]:
        """Return what happened, nothing before the offers' code is there: it loads after the first picture."""
        if OFFERS_MODULE not in sys.modules:
            if not self._is_loading:
                self._is_loading = True
                self._context.jobs.start(
                    self.tr("Loading…"),
                    _load_offers,
                    lambda _nothing: self._draw(),
                )
            return ()
        return tuple(events_of(workspace, state.period))

    # --- what is shown beside the first metric

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self._add_metrics(menu.addMenu(self.tr("Metrics (six at most, on two units)")))
        self._add_overlays(menu.addMenu(self.tr("Lay a period over it")))
        bars = menu.addAction(self.tr("Bars for the first unit"))
        bars.setCheckable(True)
        bars.setChecked(self._choice.bars)
        bars.triggered.connect(lambda checked: self._choose(replace(self._choice, bars=checked)))
        menu.addSeparator()
        menu.addAction(self.tr("Campaign days…"), self.calendar_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _add_metrics(self, menu: QMenu) -> None:
        shown = self.metrics()
        for metric in metrics_of(self._context.workspace).values():
            if metric is self._metric or not self._is_known(metric):
                continue
            action = menu.addAction(metric_name(metric))
            action.setCheckable(True)
            action.setChecked(metric in shown)
            action.setEnabled(may_join(metric, shown))
            action.triggered.connect(lambda checked, name=metric.name: self.set_beside(name, shown=checked))

    def set_beside(self, name: str, *, shown: bool) -> None:
        """Show a metric beside the first one, or no longer."""
        kept = [one.name for one in self.metrics()[1:] if one.name != name]
        self._choose(replace(self._choice, beside=(*kept, name) if shown else tuple(kept)))

    def _add_overlays(self, menu: QMenu) -> None:
        state = self._state
        for comparison in Comparison:
            if state is None or comparison in (Comparison.NONE, state.comparison):
                continue
            action = menu.addAction(base_text(comparison, state.period.days))
            action.setCheckable(True)
            action.setChecked(comparison in self._choice.compared())
            action.triggered.connect(lambda checked, one=comparison: self.set_overlay(one, shown=checked))

    def set_overlay(self, comparison: Comparison, *, shown: bool) -> None:
        """Lay a compared period over the first metric, or take it away."""
        kept = tuple(one for one in self._choice.overlays if one != comparison.value)
        self._choose(replace(self._choice, overlays=(*kept, comparison.value) if shown else kept))

    def _choose(self, choice: ChartChoice) -> None:
        self._choice = choice
        if self._context.workspace is not None:
            keep_chart_choice(self._context.workspace, choice)
        self._draw()

    # --- notes

    def _add_day_verbs(self, menu: QMenu, day: date | None) -> None:
        workspace, state = self._context.workspace, self._state
        if day is None or workspace is None or state is None or self._grain is not Grain.DAY:
            return
        menu.addSeparator()
        menu.addAction(self.tr("Note on {day}…").format(day=formats.day(day)), lambda: self.ask_note(day))
        for note in notes_of(workspace, state.period):
            if note.day == day:
                menu.addAction(
                    self.tr("Change note “{text}”…").format(text=note.text), lambda note=note: self.ask_note(day, note)
                )
                menu.addAction(
                    self.tr("Remove note “{text}”").format(text=note.text), lambda note=note: self.remove_note(note)
                )

    def ask_note(self, day: date, note: DayNote | None = None) -> None:
        """Ask what happened on a day, or for a note's new text."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Note on {day}").format(day=formats.full_day(day)))
        dialog.setLabelText(self.tr("What happened on this day that no report knows, e.g. a new main image"))
        dialog.setTextValue(note.text if note is not None else "")
        dialog.setOkButtonText(self.tr("Put on the chart"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(lambda text: self.put_note(day, text, note))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def put_note(self, day: date, text: str, note: DayNote | None = None) -> None:
        """Hang a note on a day, or change one; an empty text removes it."""
        text = " ".join(text.split())
        if note is not None and not text:
            self.remove_note(note)
        elif text:
            made = DayNote(note.note_id if note is not None else uuid4().hex, day, text)
            self._context.push(put_notes([made]), self.tr("note “{text}”").format(text=text))

    def remove_note(self, note: DayNote) -> None:
        """Take a note off its day."""
        self._context.push(drop_note(note), self.tr("remove note “{text}”").format(text=note.text))


def _load_offers(job: JobContext) -> None:
    job.rest(AFTER_PICTURE_S)
    importlib.import_module(OFFERS_MODULE)
