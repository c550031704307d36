"""归因: from a metric that moved to what moved it, what is done about it, and whether that helped."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

import shopdesk.app.promotions.documents  # noqa: F401 (costly: loaded with this module, beside the interface)
from shopdesk.app.keywords.documents import DICTIONARY, HAND_LABELS
from shopdesk.app.kpi.actions import ACTIONS, Action, new_action, put_action
from shopdesk.app.kpi.notes import NOTES
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.domain.kpi.catalogue import BoardMetric, Catalogue
from shopdesk.domain.kpi.figures import is_known
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.cause import wording
from shopdesk.ui.kpi.cause.action_dialog import ActionDialog
from shopdesk.ui.kpi.cause.action_list import ActionList
from shopdesk.ui.kpi.cause.card import CauseCard
from shopdesk.ui.kpi.cause.flow_line import FlowLine, FlowStep
from shopdesk.ui.kpi.cause.periods import PeriodChoice
from shopdesk.ui.kpi.view import BoardState, BoardView, CauseRequest
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.tokens import GUTTER_PX

FIRST_METRIC = "pay_amount"
A_WEEK = timedelta(days=7)


class CauseView(BoardView):
    """Metric and periods are chosen above; the card explains; below are the actions on the metric."""

    uses = frozenset({ACTIONS.name, NOTES.name, USER_METRICS.name, "offers", DICTIONARY.name, HAND_LABELS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._metric = FIRST_METRIC
        self._target: CauseRequest | None = None
        self.flow = FlowLine()
        self.metric_choice = QComboBox()
        self.metric_choice.setProperty("small", True)
        self.metric_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.periods = PeriodChoice()
        self.card = CauseCard(context)
        self.action_list = ActionList(context)
        self._lay_out()
        self.flow.chosen.connect(self._go_to_step)
        self.metric_choice.activated.connect(lambda place: self.show_metric(str(self.metric_choice.itemData(place))))
        self.periods.chosen.connect(self._draw)
        self.card.action_wanted.connect(self._new_action)
        self.action_list.edit_wanted.connect(self.edit_action)
        context.workspace_replaced.connect(self._forget)
        self._write()

    def show_board(self, state: BoardState) -> None:
        """Explain the chosen metric between the chosen periods of a board."""
        self._state = state
        self.periods.set_state(state)
        self._fill_metrics()
        if self._target is not None:
            self._show_request(self._target)
        self._draw()

    def show_target(self, target: object) -> None:
        """Explain what another view asked for."""
        if isinstance(target, CauseRequest):
            self._target = target
            if self._state is not None:
                self._show_request(target)
                self._draw()

    def show_metric(self, name: str) -> None:
        """Explain another metric between the same periods."""
        self._metric = name
        self.metric_choice.setCurrentIndex(max(0, self.metric_choice.findData(name)))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill_metrics()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.flow)
        strip.addStretch(1)
        strip.addWidget(self.metric_choice)
        strip.addWidget(self.periods)
        column.addLayout(strip)
        column.addWidget(self.card, 3)
        column.addWidget(self.action_list, 1)

    def _write(self) -> None:
        self.metric_choice.setAccessibleName(self.tr("Metric"))

    # --- drawing

    def _metrics(self) -> Catalogue:
        return metrics_of(self.context.workspace)

    def _fill_metrics(self) -> None:
        state = self._state
        if state is None:
            return
        self.metric_choice.clear()
        for metric in self._metrics().values():
            if is_known(state.board.facts, metric) or metric.name == self._metric:
                self.metric_choice.addItem(metric_name(metric), metric.name)
        self.metric_choice.setCurrentIndex(max(0, self.metric_choice.findData(self._metric)))

    def _show_request(self, request: CauseRequest) -> None:
        self._target = None
        if request.metric in self._metrics():
            self._metric = request.metric
        self.periods.set_own((request.before, request.after))
        self._fill_metrics()

    def _shown_metric(self) -> BoardMetric | None:
        metrics = self._metrics()
        return metrics.get(self._metric) or metrics.get(FIRST_METRIC)

    def _draw(self) -> None:
        state, metric, pair = self._state, self._shown_metric(), self.periods.pair()
        if state is None or metric is None or pair is None:
            return
        self.card.show_cause(state, metric=metric, before=pair[0], after=pair[1])
        self.action_list.show_actions(state, metric.name, metrics=self._metrics())

    def _forget(self) -> None:
        self._state = None
        self.card.forget()

    # --- flow and actions

    def _go_to_step(self, step: str) -> None:
        match FlowStep(step):
            case FlowStep.WATCH | FlowStep.FIND:
                self.wanted.emit("overview", self._metric)
            case FlowStep.CAUSE:
                self.card.tree.setFocus()
            case FlowStep.PLAN:
                self.card.side.act.setFocus()
            case _:
                self.action_list.grid.view.setFocus()

    def _today(self) -> date:
        services = self.context.services
        if services is not None:
            return services.today()
        return self._state.period.end if self._state is not None else date.min

    def _new_action(self, found: Explanation) -> None:
        reason = wording.sentence(found)
        self.edit_action(
            new_action(found.metric.name, reason=reason, created=self._today(), due=self._today() + A_WEEK)
        )

    def edit_action(self, action: Action) -> None:
        """Open an action in its dialog; storing it is one step that can be undone."""
        dialog = ActionDialog(action, metrics=self._metrics().values(), today=self._today(), parent=self)
        dialog.accepted.connect(lambda: self._store(dialog.action()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store(self, action: Action) -> None:
        self.context.push(put_action(action), self.tr("action {title}").format(title=action.title))


View = CauseView
