"""经营看板: the facts of a shop joined once and shown in views: overview, causes, segments, targets and more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.alert_rules import ALERT_RULES, rules_of
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.documents import TILES, chosen_tiles
from shopdesk.app.kpi.kept_board import FoundBoard, find_board, keep_board
from shopdesk.app.kpi.own_days import OWN_DAYS, calendar_of
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.currencies import set_apart
from shopdesk.domain.facts import TABLES as FACT_TABLES
from shopdesk.domain.kpi.alerts.watch import NO_WATCHES, Watches
from shopdesk.domain.kpi.catalogue import BOARD_TABLES
from shopdesk.domain.kpi.tiles import last_complete_day
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, button, label, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.coverage_card import CoverageCard
from shopdesk.ui.kpi.overview import Overview
from shopdesk.ui.kpi.view import AFTER_PICTURE_S, BoardState, BoardView
from shopdesk.ui.kpi.wording import apart_text, part_name
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX
from shopdesk.ui.views_page import ViewsPage

if TYPE_CHECKING:  # needed after the first picture
    from shopdesk.app.kpi.watching import FoundWatches

DEFAULT_DAYS: Final = 28
COVERAGE_HEIGHT_PX: Final = 420
MOST_LOST: Final = 1
"""Columns that reports lost, named beside the day of the data; the coverage names them all."""
OVERVIEW: Final = "overview"
UNSEEN_WAIT_MS: Final = 400
"""How long the check waits while another tab is shown: what that one has to do goes first."""
VIEWS: Final = (OVERVIEW, "cause", "segments", "targets", "trials", "customers", "reports")
"""All views, in the order of the switch; each but the first is ``View`` of ``shopdesk.ui.kpi.<name>.view``."""


class KpiPage(ViewsPage):
    """The tab. Facts are joined in a job once a change; another period or view is drawn from them at once."""

    VIEWS = VIEWS
    uses = frozenset({*FACT_TABLES, TILES.name, OWN_DAYS.name, USER_METRICS.name, ALERT_RULES.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, package="shopdesk.ui.kpi", parent=parent)
        self._board: Board | None = None
        self._watches: Watches = NO_WATCHES
        self._job = LatestJob(context.jobs)
        self._watch_job = LatestJob(context.jobs)
        self._is_unseen = False  # the board was read while another tab was shown, and is drawn when this one is
        self._unseen = QTimer(self)
        self._unseen.setSingleShot(True)
        self._unseen.setInterval(UNSEEN_WAIT_MS)
        self._unseen.timeout.connect(self._check_unseen)
        self.as_of = label("", "caption")
        self.coverage_button = button(small=True)
        self.coverage = CoverageCard(self)
        self.coverage.hide()
        self.overview = Overview(context)
        self.empty = EmptyState(icon="kpi")
        self._popup: QFrame | None = None
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Draw from the facts at hand, or join them anew in a job where they have changed."""
        workspace = self.context.workspace
        self._is_unseen = False
        if workspace is None:
            return
        if self._board is not None:
            self._draw()
            return
        self._job.start(self.tr("Reading the board"), lambda job: find_board(workspace, job), self._take)

    def state(self) -> BoardState | None:
        """Return what views draw from, None without facts or days."""
        period, workspace = self.period(), self.context.workspace
        if self._board is None or self._board.facts.is_empty or period is None or workspace is None:
            return None
        return BoardState(
            self._board,
            period,
            self.day(),
            self.context.comparison,
            calendar_of(workspace),
            self._watches,
            rules_of(workspace),
        )

    def period(self) -> Period | None:
        """Return the period shown, None without data."""
        if self.context.period is not None or self._board is None or self._board.facts.is_empty:
            return self.context.period
        return Period.last(days=DEFAULT_DAYS, until=self._last_day(self._board))

    def day(self) -> date | None:
        """Return the last complete day of the period; None where the period has none, whatever came before it."""
        period, workspace = self.period(), self.context.workspace
        if period is None or self._board is None or workspace is None:
            return None
        until = period.end
        services = self.context.services
        if services is not None:
            until = min(until, services.today() - timedelta(days=1))
        metrics = metrics_of(workspace)
        chosen = [metrics[name] for name in chosen_tiles(workspace)]
        found = last_complete_day(self._board.facts, until=until, metrics=chosen)
        return found if found is not None and found >= period.start else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write_when()

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.switch)
        strip.addLayout(self.overview.controls)
        strip.addStretch(1)
        strip.addWidget(self.as_of)
        strip.addWidget(self.coverage_button)
        column.addLayout(strip)
        column.addWidget(self.stack, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.stack.add(OVERVIEW, self.overview)
        self.overview.completed.connect(self._note_uses)
        self.coverage_button.clicked.connect(self._open_coverage)
        self.coverage.import_wanted.connect(self.context.import_requested)
        self.empty.triggered.connect(self.context.import_requested)
        self.context.changed.connect(self._note_change)
        self.context.workspace_replaced.connect(self._forget)

    def _write(self) -> None:
        self.switch.set_items(
            [
                (OVERVIEW, self.tr("Overview")),
                ("cause", self.tr("Causes")),
                ("segments", self.tr("Segments")),
                ("targets", self.tr("Targets")),
                ("trials", self.tr("Trials")),
                ("customers", self.tr("Customers")),
                ("reports", self.tr("Reports")),
            ]
        )
        set_tab_order(self.switch, self.overview.mode)
        self.empty.set_texts(
            self.tr(
                "Here the shop's figures stand day by day: sales, visitors, conversion, ad spend and return. "
                "Import the daily shop report or your orders."
            ),
            self.tr("Import files…"),
        )
        self._write_coverage()

    def _write_coverage(self) -> None:
        gaps = sum(table.missing_days for table in self._board.coverage.tables) if self._board is not None else 0
        text = self.tr("Data coverage")
        if gaps:
            text += " · " + self.tr("{count} {count:day|days} missing").format(count=formats.full(gaps))
        self.coverage_button.setText(text)

    def _open_coverage(self) -> None:
        if self._popup is None:
            self._popup = QFrame(self, Qt.WindowType.Popup)
            row = QVBoxLayout(self._popup)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self.coverage)
            self.coverage.show()
        self._popup.resize(self.coverage.width(), COVERAGE_HEIGHT_PX)
        corner = self.coverage_button.mapToGlobal(self.coverage_button.rect().bottomRight())
        self._popup.move(corner.x() - self._popup.width() + 1, corner.y() + 2)
        self._popup.show()

    # --- views

    def _note_uses(self) -> None:
        self.uses = self.uses | self.overview.uses

    # --- data

    def _take(self, found: FoundBoard) -> None:
        self._board = found.board
        if not self._is_unseen:
            self._draw()
        if found.board.facts.is_empty:
            self.overview.clear_alerts()
        if self.context.workspace is not None:
            keep_board(self.context.workspace, found)
            self._watch(found.board)

    def _check_unseen(self) -> None:
        """Join the facts and look for alerts while another tab is shown, so that the number on this one is true."""
        workspace = self.context.workspace
        if self.isVisible() or self._board is not None or workspace is None:
            return
        self._is_unseen = True
        self._job.start(self.tr("Checking for alerts"), lambda job: find_board(workspace, job), self._take)

    def _watch(self, board: Board) -> None:
        """Compute what was to be expected of each day beside the interface; the picture stands without it at first."""
        workspace = self.context.workspace
        if workspace is not None and not board.facts.is_empty:

            def work(job: JobContext) -> FoundWatches:
                job.rest(AFTER_PICTURE_S)
                from shopdesk.app.kpi.watching import find_watches

                return find_watches(workspace, board, job)

            self._watch_job.start(self.tr("Checking for alerts"), work, self._take_watches)

    def _take_watches(self, found: FoundWatches) -> None:
        self._watches = found.watches
        if not self._is_unseen:
            self._draw()
        state = self.state()
        if state is not None and (self._is_unseen or self.view_name() != OVERVIEW):
            self.overview.check(state)
        if self.context.workspace is not None:
            from shopdesk.app.kpi.watching import keep_watches

            keep_watches(self.context.workspace, found)

    def _note_change(self, names: frozenset[str]) -> None:
        if names & set(FACT_TABLES):
            self._job.drop()
            self._watch_job.drop()
            self._board, self._watches = None, NO_WATCHES
            if not self.isVisible():
                self._unseen.start()
        elif names & {OWN_DAYS.name, USER_METRICS.name} and self._board is not None:
            self._watch(self._board)

    def _forget(self) -> None:
        self._unseen.stop()
        self._job.drop()
        self._watch_job.drop()
        self._board, self._watches = None, NO_WATCHES
        self.stack.forget(but=OVERVIEW)
        self.overview.forget()
        self.show_view(OVERVIEW)

    def _last_day(self, found: Board) -> date:
        """The last day of data as the whole window names it; without one, that of the leading figure."""
        if self.context.last_day is not None:
            return self.context.last_day
        return last_complete_day(found.facts, until=found.facts.end) or found.facts.end

    def _draw(self) -> None:
        found = self._board
        if found is None:
            return
        self._pages.setCurrentIndex(0 if self.state() is None else 1)
        self.coverage.show_coverage(found.coverage, found.files)
        self._write_when()
        self._draw_view(self.view_name())

    def _draw_view(self, name: str) -> None:
        state = self.state()
        view: BoardView | None = self.views.get(name)
        self.overview.set_controls_visible(name == OVERVIEW)
        if state is None or view is None:
            return
        target = self.stack.target(name)
        view.show_board(state)
        if target is not None:
            view.show_target(target)

    def _write_when(self) -> None:
        if self._board is None:
            return
        self._write_coverage()
        as_of = self.tr("Data as of {day}").format(day=formats.full_day(self._last_day(self._board)))
        apart, ahead = self._apart(), self._days_ahead(self._board)
        said = [apart_text(apart)] if apart else []
        lost = [one for table in self._board.coverage.tables for one in table.lost]
        if lost:
            names = formats.listed(part_name(one.part) for one in lost[:MOST_LOST])
            text = self.tr("Column gone: {names}") if len(lost) <= MOST_LOST else self.tr("Columns gone: {names} …")
            said.append(text.format(names=names))
        if ahead:
            said.append(
                self.tr("{count} {count:day|days} after today: check the dates").format(count=formats.full(ahead))
            )
        self.as_of.setText(" · ".join([*said, as_of]))

    def _days_ahead(self, found: Board) -> int:
        """Return how many days after today have figures: a slip in a date, or a clock that is wrong."""
        services = self.context.services
        if services is None or found.facts.is_empty or found.facts.end <= services.today():
            return 0
        ahead = Period(services.today() + timedelta(days=1), found.facts.end)
        return found.facts.days_known(ahead)

    def _apart(self) -> tuple[str, ...]:
        workspace = self.context.workspace
        records = workspace.imports() if workspace is not None else []
        return set_apart(one.platform for one in records if one.active and one.table in BOARD_TABLES)
