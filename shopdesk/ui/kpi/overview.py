"""The first view of the board: yesterday and the period in tiles, the chart, what is out of the ordinary."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.kpi.documents import TILES, choose_tiles, chosen_tiles
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.kpi.catalogue import DEFAULT_TILES
from shopdesk.domain.kpi.figures import Change, is_known
from shopdesk.domain.kpi.tiles import tile
from shopdesk.domain.periods import Period
from shopdesk.ui.cards import Segmented, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.chart.card import USES as CHART_USES
from shopdesk.ui.kpi.chart.card import ChartCard
from shopdesk.ui.kpi.tile_row import DAY, PERIOD, TileRow
from shopdesk.ui.kpi.view import BoardState, BoardView
from shopdesk.ui.kpi.wording import change_base, span_text
from shopdesk.ui.tokens import GUTTER_PX


class Overview(BoardView):
    """Tiles in one row, the chart below. ``controls`` is put into the page's own strip."""

    uses = frozenset({TILES.name, USER_METRICS.name}) | CHART_USES

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._metric = "pay_amount"
        self._change: Change | None = None
        self.mode = Segmented()
        self.when = label("", "secondary")
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
        self._state = state
        self._draw()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addWidget(self.tiles)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self.chart, 1)
        column.addLayout(below, 1)

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
            )
            for name in self._names()
        ]
        changes = [one.day_change if self.mode.key() == DAY else one.period_change for one in tiles]
        self._change = next((one for one in changes if one is not None), None)
        self.tiles.show_tiles(tiles, files=state.board.files, mode=self.mode.key())
        shown = self._shown_metric(state)
        self.tiles.mark(shown)
        self.chart.show_board(state, metric=metrics[shown])
        self._write_when()

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
