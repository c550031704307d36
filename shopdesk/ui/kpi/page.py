"""经营看板: yesterday and the period in tiles, one metric as a chart with its normal band, and what data is there."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.calendar import shipped
from shopdesk.app.kpi.documents import TILES, choose_tiles, chosen_tiles
from shopdesk.app.kpi.kept_board import FoundBoard, find_board, keep_board
from shopdesk.domain.currencies import set_apart
from shopdesk.domain.facts import TABLES as FACT_TABLES
from shopdesk.domain.kpi.catalogue import BOARD, BOARD_TABLES
from shopdesk.domain.kpi.tiles import last_complete_day, tile
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, Segmented, button, label
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.kpi.chart_card import ChartCard
from shopdesk.ui.kpi.coverage_card import CoverageCard
from shopdesk.ui.kpi.tile_row import DAY, PERIOD, TileRow
from shopdesk.ui.kpi.wording import apart_text, metric_name, span_text
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX

DEFAULT_DAYS = 28
MAX_TILES = 8


class KpiPage(Page):
    """The board. Facts are joined in a job once a change; another period is drawn from them at once."""

    uses = frozenset({*FACT_TABLES, TILES.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._board: Board | None = None
        self._job = LatestJob(context.jobs)
        self._metric = "pay_amount"
        self.mode = Segmented()
        self.when = label("", "secondary")
        self.as_of = label("", "caption")
        self.choose = button(small=True)
        self.tiles = TileRow()
        self.chart = ChartCard()
        self.coverage = CoverageCard()
        self.empty = EmptyState(icon="kpi")
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Draw from the facts at hand, or join them anew in a job where they have changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        if self._board is not None:
            self._draw()
            return
        self._job.start(self.tr("Reading the board"), lambda job: find_board(workspace, job), self._take)

    def _take(self, found: FoundBoard) -> None:
        self._board = found.board
        self._draw()
        if self.context.workspace is not None:
            keep_board(self.context.workspace, found)

    def show_target(self, target: object) -> None:
        """Show a metric in the chart."""
        if isinstance(target, str) and target in BOARD:
            self.show_metric(target)

    def show_metric(self, name: str) -> None:
        """Show a metric in the chart and mark its tile."""
        self._metric = name
        self._draw()

    def period(self) -> Period | None:
        """Return the period shown, None without data."""
        if self.context.period is not None or self._board is None or self._board.facts.is_empty:
            return self.context.period
        return Period.last(days=DEFAULT_DAYS, until=self._last_day(self._board))

    def day(self) -> date | None:
        """Return the last complete day of the period."""
        period = self.period()
        if period is None or self._board is None:
            return None
        until = period.end
        services = self.context.services
        if services is not None:
            until = min(until, services.today() - timedelta(days=1))
        return last_complete_day(self._board.facts, until=until, metrics=[BOARD[name] for name in self._names()])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._board is not None:
                self._write_when()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.mode)
        strip.addWidget(self.when, 1)
        strip.addWidget(self.as_of)
        strip.addWidget(self.choose)
        column.addLayout(strip)
        column.addWidget(self.tiles)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self.chart, 1)
        below.addWidget(self.coverage)
        column.addSpacing(4)
        column.addLayout(below, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.mode.chosen.connect(lambda _key: self._draw())
        self.tiles.chosen.connect(self.show_metric)
        self.chart.metric_chosen.connect(self.show_metric)
        self.coverage.import_wanted.connect(self.context.import_requested)
        self.empty.triggered.connect(self.context.import_requested)
        self.choose.clicked.connect(self._open_menu)
        self.context.changed.connect(self._note_change)
        self.context.workspace_replaced.connect(self._forget)

    def _write(self) -> None:
        self.mode.set_items([(DAY, self.tr("Last day")), (PERIOD, self.tr("Whole period"))])
        self.choose.setText(self.tr("Choose tiles ▾"))
        self.empty.set_texts(
            self.tr(
                "Here the shop's figures stand day by day: sales, visitors, conversion, ad spend and return. "
                "Import the daily shop report or your orders."
            ),
            self.tr("Import files…"),
        )

    # --- data

    def _note_change(self, names: frozenset[str]) -> None:
        if names & set(FACT_TABLES):
            self._job.drop()
            self._board = None

    def _forget(self) -> None:
        self._job.drop()
        self._board = None
        self._metric = "pay_amount"

    def _last_day(self, found: Board) -> date:
        """The last day of data as the whole window names it; without one, that of the leading figure."""
        if self.context.last_day is not None:
            return self.context.last_day
        return last_complete_day(found.facts, until=found.facts.end) or found.facts.end

    def _names(self) -> tuple[str, ...]:
        workspace = self.context.workspace
        return chosen_tiles(workspace) if workspace is not None else ()

    def _draw(self) -> None:
        found, period = self._board, self.period()
        if found is None:
            return
        self._pages.setCurrentIndex(0 if found.facts.is_empty or period is None else 1)
        if found.facts.is_empty or period is None:
            return
        day, calendar = self.day(), shipped()
        tiles = [
            tile(
                found.facts,
                BOARD[name],
                day=day,
                period=period,
                comparison=self.context.comparison,
                calendar=calendar,
            )
            for name in self._names()
        ]
        self.tiles.show_tiles(tiles, files=found.files, mode=self.mode.key())
        shown = self._shown_metric(found)
        self.tiles.mark(shown)
        self.chart.show_facts(
            found.facts,
            metric=BOARD[shown],
            period=period,
            comparison=self.context.comparison,
            calendar=calendar,
        )
        self.coverage.show_coverage(found.coverage, found.files)
        self._write_when()

    def _shown_metric(self, found: Board) -> str:
        """The metric of the chart: the chosen one, else the first of the tiles that has data."""
        for name in (self._metric, *self._names(), *BOARD):
            if all(part in found.facts.parts for part in BOARD[name].parts):
                return name
        return self._metric

    def _write_when(self) -> None:
        day, period = self.day(), self.period()
        if self._board is None or period is None:
            return
        shown = Period(day, day) if day is not None and self.mode.key() == DAY else period
        self.when.setText(span_text(shown) if day is not None else "")
        as_of = self.tr("Data as of {day}").format(day=formats.full_day(self._last_day(self._board)))
        apart = self._apart()
        self.as_of.setText(f"{apart_text(apart)} · {as_of}" if apart else as_of)

    def _apart(self) -> tuple[str, ...]:
        workspace = self.context.workspace
        records = workspace.imports() if workspace is not None else []
        return set_apart(one.platform for one in records if one.active and one.table in BOARD_TABLES)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        chosen = list(self._names())
        facts = self._board.facts if self._board is not None else None
        for metric in BOARD.values():
            known = facts is not None and all(part in facts.parts for part in metric.parts)
            action = menu.addAction(metric_name(metric))
            action.setCheckable(True)
            action.setChecked(metric.name in chosen)
            action.setEnabled(metric.name in chosen or (known and len(chosen) < MAX_TILES))
            action.triggered.connect(lambda checked, name=metric.name: self._choose_tile(name, shown=checked))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _choose_tile(self, name: str, *, shown: bool) -> None:
        chosen = [one for one in self._names() if one != name]
        if shown:
            chosen.append(name)
        title = self.tr("Show tile {name}") if shown else self.tr("Hide tile {name}")
        if chosen:
            self.context.push(choose_tiles(chosen), title.format(name=metric_name(BOARD[name])))
