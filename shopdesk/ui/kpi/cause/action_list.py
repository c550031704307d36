"""What was decided about a metric, and how it stands since: 执行 and 评估."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from shopdesk.app.changes import Change, Together
from shopdesk.app.kpi.actions import Action, ActionState, actions_of, carry_out, drop_action, set_action
from shopdesk.domain.kpi.attribution.judged import Judged, Outcome, judged
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.columns import Choice, Column, Kind, Row
from shopdesk.ui.grid.edits import EditBatch
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.kpi.cause import wording
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import metric_name, span_text, value_text

GRID_PX: Final = 148


class ActionList(QWidget):
    """The actions on one metric, edited in place. ``edit_wanted`` asks for the dialog of one."""

    edit_wanted = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state: BoardState | None = None
        self._metric = ""
        self._metrics: Mapping[str, BoardMetric] = {}
        self._actions: dict[str, Action] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.empty = Card()
        self._empty_text = label("", "secondary", wrap=True)
        self.empty.body.addWidget(self._empty_text)
        column.addWidget(self.empty)
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Actions on this metric"), small=True)
        self.grid.setMinimumHeight(GRID_PX)
        self.grid.edited.connect(self._edited)
        self.grid.row_changed.connect(lambda _key: self._show_buttons())
        self.done = button(small=True)
        self.edit = button(small=True)
        self.remove = button(small=True)
        self.done.clicked.connect(self._carry_out)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        for made in (self.done, self.edit, self.remove):
            self.grid.left_slot.addWidget(made)
        column.addWidget(self.grid, 1)
        self._write()

    def show_actions(self, state: BoardState, metric: str, *, metrics: Mapping[str, BoardMetric]) -> None:
        """Show the actions on a metric with how each stands."""
        self._state, self._metric, self._metrics = state, metric, metrics
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    def chosen(self) -> Action | None:
        """Return the action of the current row."""
        keys = self.grid.view.selected_keys()
        return self._actions.get(str(keys[0])) if keys else None

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="title", title=lambda: self.tr("What"), editable=True, required=True, width=220, grow=1,
                   emphasis=True),
            Column(name="owner", title=lambda: self.tr("Who"), editable=True, width=90),
            Column(name="due", title=lambda: self.tr("Until"), kind=Kind.DATE, editable=True, width=100),
            Column(name="state", title=lambda: self.tr("State"), kind=Kind.CHOICE, editable=True,
                   choices=self._states, width=90),
            Column(name="started", title=lambda: self.tr("Works since"), kind=Kind.DATE, editable=True, width=100,
                   editable_if=self._is_done),
            Column(name="judged", title=lambda: self.tr("Judged"), width=420, grow=1),
        )  # fmt: skip

    def _is_done(self, row: Row) -> bool:
        action = self._actions.get(str(row.key))
        return action is not None and action.state is ActionState.DONE

    def _states(self) -> tuple[Choice, ...]:
        return (
            Choice(ActionState.PLANNED.value, lambda: self.tr("planned")),
            Choice(ActionState.DONE.value, lambda: self.tr("carried out")),
            Choice(ActionState.DROPPED.value, lambda: self.tr("dropped")),
        )

    def _write(self) -> None:
        self._empty_text.setText(
            self.tr(
                "No action on this metric yet. “Turn into an action…” notes who does what until when, and judges it."
            )
        )
        self.done.setText(self.tr("Carried out"))
        self.edit.setText(self.tr("Edit…"))
        self.remove.setText(self.tr("Remove"))

    def _fill(self) -> None:
        workspace = self._context.workspace
        if workspace is None or self._state is None:
            return
        listed = actions_of(workspace, self._metric)
        self._actions = {one.action_id: one for one in listed}
        self.empty.setVisible(not listed)
        self.grid.setVisible(bool(listed))
        tall = QSizePolicy.Policy.Expanding if listed else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        data: dict[str, list[Any]] = {
            "title": [one.title for one in listed],
            "owner": [one.owner for one in listed],
            "due": [one.due for one in listed],
            "state": [one.state.value for one in listed],
            "started": [one.started for one in listed],
            "judged": [self._judged_text(one) for one in listed],
        }
        self.grid.set_frame(GridFrame(data, keys=[one.action_id for one in listed]))
        self._show_buttons()

    def _show_buttons(self) -> None:
        action = self.chosen()
        self.done.setEnabled(action is not None and action.state is ActionState.PLANNED)
        self.edit.setEnabled(action is not None)
        self.remove.setEnabled(action is not None)

    # --- edits

    def _today(self) -> date:
        services = self._context.services
        if services is not None:
            return services.today()
        state = self._state
        return state.day or state.period.end if state is not None else date.min

    def _carry_out(self) -> None:
        action = self.chosen()
        if action is not None:
            self._context.push(
                carry_out(action, self._today()), self.tr("carried out: {title}").format(title=action.title)
            )

    def _edit(self) -> None:
        self.edit_wanted.emit(self.chosen())

    def _remove(self) -> None:
        action = self.chosen()
        if action is not None:
            self._context.push(drop_action(action), self.tr("remove action {title}").format(title=action.title))

    def _edited(self, batch: EditBatch) -> None:
        changes: list[Change] = []
        for cell in batch:
            action = self._actions.get(str(cell.key))
            if action is None or cell.column == "judged":
                continue
            changes.append(self._edited_cell(action, cell.column, cell.new))
        self._context.push(Together(tuple(changes)), batch.name)
        self._fill()

    def _edited_cell(self, action: Action, column: str, value: Any) -> Change:
        if column != "state":
            return set_action(action, **{column: value if value is not None or column in ("due", "started") else ""})
        state = ActionState(value)
        if state is ActionState.DONE:
            return carry_out(action, action.started or self._today())
        return set_action(action, state=state, started=None)

    # --- how it stands

    def _judged_text(self, action: Action) -> str:
        state, metric = self._state, self._metrics.get(action.metric)
        if state is None or metric is None or action.state is not ActionState.DONE or action.started is None:
            return ""
        until = state.day or state.board.facts.end
        return self._outcome_text(
            judged(state.board.facts, metric, action.started, until=until, calendar=state.calendar), metric
        )

    def _outcome_text(self, one: Judged, metric: BoardMetric) -> str:
        if one.outcome is Outcome.NOT_YET:
            return self.tr("no full day since")
        if one.found is None or one.before is None or one.after is None:
            return self.tr("no figures on one side")
        figures = self.tr("{name} {after} against {before}: {start} → {end}").format(
            name=metric_name(metric),
            after=span_text(one.after),
            before=span_text(one.before),
            start=value_text(metric, one.found.value_before),
            end=value_text(metric, one.found.value_after),
        )
        return f"{self._verdict(one)} · {figures}"

    def _verdict(self, one: Judged) -> str:
        match one.outcome:
            case Outcome.BETTER:
                return self.tr("better, beyond chance")
            case Outcome.WORSE:
                return self.tr("worse, beyond chance")
            case Outcome.MOVED:
                return self.tr("moved, beyond chance")
            case Outcome.TOO_FEW:
                return self.tr("too few to say")
            case Outcome.CAMPAIGN:
                return self.tr("campaign days on one side: not to be compared")
            case _ if one.days_more is not None:
                return self.tr("can't tell yet, about {count} more {count:day|days}").format(
                    count=formats.full(one.days_more)
                )
            case _:
                return self.tr("can't tell: {reason}").format(reason=wording.within_text())
