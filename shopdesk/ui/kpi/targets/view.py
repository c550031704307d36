"""目标: the targets as a table with the way to each as a chart, and the sprint below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.changes import Change
from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.target_standing import Forecasts, Standing
from shopdesk.app.kpi.targets import (
    SPRINTS,
    TARGETS,
    SprintRow,
    TargetRow,
    continue_targets,
    drop_sprint,
    drop_targets,
    put_sprint,
    put_target,
    set_values,
    sprints_of,
    targets_of,
)
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.ui.cards import EmptyState
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.targets.burn_up import BurnUpCard
from shopdesk.ui.kpi.targets.sprint_card import SprintCard
from shopdesk.ui.kpi.targets.sprint_dialog import SprintDialog
from shopdesk.ui.kpi.targets.target_dialog import TargetDialog
from shopdesk.ui.kpi.targets.target_list import TargetList
from shopdesk.ui.kpi.targets.tile import newest_day
from shopdesk.ui.kpi.view import BoardState, BoardView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

SPRINT_PX = 232
SPRINT_EMPTY_PX = 96
LIST_PX = 738  # all columns in sight


class View(BoardView):
    """Progress is computed in a job; edited values are judged from the outlooks at hand."""

    uses = frozenset({TARGETS.name, SPRINTS.name, USER_METRICS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._forecasts: Forecasts | None = None
        self._standing = Standing({}, {})
        self._sprint_start: date | None = None
        self._job = LatestJob(context.jobs, self)
        self.list = TargetList()
        self.burn_up = BurnUpCard()
        self.empty = EmptyState(icon="kpi")
        self.sprint = SprintCard()
        self._lay_out()
        self._connect()
        self._say()

    def show_board(self, state: BoardState) -> None:
        """Judge all targets and the sprint as of the newest day."""
        workspace = self.context.workspace
        if workspace is None:
            return
        self._state = state
        until, facts = newest_day(self.context, state), state.board.facts
        metrics = metrics_of(workspace)
        if self._forecasts is None or not self._forecasts.is_of(
            facts, until=until, calendar=state.calendar, metrics=metrics
        ):
            self._forecasts = Forecasts(facts, until=until, calendar=state.calendar, metrics=metrics)
        rows, sprint, forecasts = targets_of(workspace), self._sprint(), self._forecasts

        def work(context: JobContext) -> Standing:
            return forecasts.standing(rows, sprint, context)

        self._job.start(self.tr("Projecting targets"), work, self._take)

    def show_target(self, target: object) -> None:
        """Bring a target (its row or key) to the front."""
        key = TARGETS.key_of(target) if isinstance(target, TargetRow) else target
        if isinstance(key, tuple):
            self.list.view.reveal(key, "metric")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._draw()
        super().changeEvent(event)

    # --- what the user does

    def add_target(self) -> None:
        """Ask for a new target."""
        self._ask_target(None)

    def edit_target(self) -> None:
        """Ask for changes of the current target."""
        row = self.list.current()
        if row is not None:
            self._ask_target(row)

    def continue_chosen(self) -> None:
        """Set the chosen targets for the period after."""
        workspace = self.context.workspace
        if workspace is not None:
            keys = [TARGETS.key_of(row) for row in self._chosen()]
            change = continue_targets(workspace, keys)
            if change.is_empty:
                self.context.message.emit(self.tr("The period after has these targets already."))
            self._push(change, self.tr("Set targets for the next period"))

    def remove_chosen(self) -> None:
        """Remove the chosen targets."""
        keys = [TARGETS.key_of(row) for row in self._chosen()]
        self._push(drop_targets(keys), self.tr("Remove targets"))

    def start_sprint(self) -> None:
        """Ask for a sprint from a template."""
        self._ask_sprint(None)

    # --- inside

    def _chosen(self) -> list[TargetRow]:
        current = self.list.current()
        return self.list.chosen_rows() or ([current] if current is not None else [])

    def _lay_out(self) -> None:
        upper = QWidget()
        row = QHBoxLayout(upper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.list, 10)
        row.addWidget(self.burn_up, 9)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(upper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addLayout(self._pages, 1)
        column.addWidget(self.sprint)
        self.list.setMinimumWidth(LIST_PX)
        self.burn_up.setMinimumWidth(420)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.add_target)
        self.list.add.clicked.connect(self.add_target)
        self.list.edit.clicked.connect(self.edit_target)
        self.list.go_on.clicked.connect(self.continue_chosen)
        self.list.remove.clicked.connect(self.remove_chosen)
        self.list.valued.connect(self._set_values)
        self.list.chosen.connect(self._show_target)
        self.sprint.template_wanted.connect(self.start_sprint)
        self.sprint.edit_wanted.connect(self._ask_sprint)
        self.sprint.removed.connect(lambda row: self._push(drop_sprint(row), self.tr("Remove the sprint")))
        self.sprint.changed.connect(lambda row, name: self._push(put_sprint(row, before=self._sprint()), name))
        self.sprint.chosen.connect(self._choose_sprint)
        self.context.workspace_replaced.connect(self._forget)

    def _say(self) -> None:
        self.empty.set_texts(
            self.tr(
                "Here stands what the shop shall reach: sales of the month, cost per click of the quarter. Each day "
                "shows the pace by weekdays and campaigns, where it is heading, and the chance to get there."
            ),
            self.tr("New target…"),
        )

    def _forget(self) -> None:
        self._job.drop()
        self._state, self._forecasts, self._sprint_start = None, None, None
        self._standing = Standing({}, {})

    def _sprint(self) -> SprintRow | None:
        """Return the sprint shown: the chosen one, else the newest that has begun, else the newest."""
        workspace = self.context.workspace
        rows = sprints_of(workspace) if workspace is not None else []
        chosen = next((row for row in rows if row.start == self._sprint_start), None)
        until = newest_day(self.context, self._state) if self._state is not None else date.max
        return chosen or next((row for row in rows if row.start <= until), rows[-1] if rows else None)

    def _choose_sprint(self, start: date) -> None:
        self._sprint_start = start
        if self._state is not None:
            self.show_board(self._state)

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        self._draw()

    def _draw(self) -> None:
        workspace, state = self.context.workspace, self._state
        if workspace is None or state is None:
            return
        until = newest_day(self.context, state)
        rows = sorted(targets_of(workspace), key=lambda row: (not row.start <= until <= row.end, row.end < until))
        self._pages.setCurrentIndex(1 if rows else 0)
        metrics = metrics_of(workspace)
        self.list.show_targets(rows, self._standing.targets, state.board, metrics)
        sprint = self._sprint()
        self.sprint.show_sprint(
            sprint,
            self._standing.goals,
            state.board,
            metrics=metrics,
            until=until,
            others=sprints_of(workspace),
        )
        self.sprint.setFixedHeight(SPRINT_PX if sprint is not None else SPRINT_EMPTY_PX)

    def _show_target(self, row: TargetRow | None) -> None:
        state = self._state
        if row is not None and state is not None:
            found = self._standing.targets.get(TARGETS.key_of(row))
            self.burn_up.show_progress(row, found, state.board, state.calendar)

    def _set_values(self, values: dict[tuple[str | int, ...], float]) -> None:
        workspace = self.context.workspace
        if workspace is not None:
            self._push(set_values(workspace, values), self.tr("Edit targets"))

    def _push(self, change: Change, name: str) -> None:
        self.context.push(change, name)

    def _ask_target(self, row: TargetRow | None) -> None:
        workspace = self.context.workspace
        if self._forecasts is None or workspace is None:
            return
        dialog = TargetDialog(self._forecasts, row=row, taken=targets_of(workspace), parent=self)
        name = self.tr("New target") if row is None else self.tr("Edit target")
        self._open(dialog, lambda: self._put_target(dialog.row, row, name))

    def _put_target(self, row: TargetRow | None, before: TargetRow | None, name: str) -> None:
        if row is not None:
            self._push(put_target(row, before=before), name)
            self.show_target(row)

    def _ask_sprint(self, row: SprintRow | None) -> None:
        workspace, state = self.context.workspace, self._state
        if workspace is None or state is None:
            return
        start = newest_day(self.context, state) + timedelta(days=1)
        dialog = SprintDialog(
            state.board.facts, metrics_of(workspace), start=start, row=row, taken=sprints_of(workspace), parent=self
        )
        name = self.tr("New sprint") if row is None else self.tr("Edit sprint")
        self._open(dialog, lambda: self._put_sprint(dialog.row, row, name))

    def _put_sprint(self, row: SprintRow | None, before: SprintRow | None, name: str) -> None:
        if row is not None:
            self._sprint_start = row.start
            self._push(put_sprint(row, before=before), name)

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
