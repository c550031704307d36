"""The view of trials: before and after a change, and true A/B tests."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.kpi.trials import CHANGES, EXPERIMENT_DAYS, EXPERIMENTS
from shopdesk.app.kpi.user_metrics import USER_METRICS
from shopdesk.ui.cards import Segmented, label, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.trials.before_after import BeforeAfter
from shopdesk.ui.kpi.trials.experiments import Experiments
from shopdesk.ui.kpi.view import BoardState, BoardView
from shopdesk.ui.tokens import GUTTER_PX

CHANGES_PART, EXPERIMENTS_PART = "changes", "experiments"


class View(BoardView):
    """Two parts behind one switch; each has its own verb at the right."""

    uses = frozenset({CHANGES.name, EXPERIMENTS.name, EXPERIMENT_DAYS.name, USER_METRICS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self.switch = Segmented()
        self.hint = label("", "secondary")
        self.changes = BeforeAfter(context)
        self.experiments = Experiments(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.switch)
        strip.addWidget(self.hint, 1)
        strip.addWidget(self.changes.add)
        strip.addWidget(self.experiments.add)
        column.addLayout(strip)
        self._parts = QStackedLayout()
        self._parts.addWidget(self.changes)
        self._parts.addWidget(self.experiments)
        column.addLayout(self._parts, 1)
        self.switch.chosen.connect(lambda _key: self._draw())
        self._say()

    def show_board(self, state: BoardState) -> None:
        """Draw the part shown."""
        self._state = state
        self._draw()

    def show_target(self, target: object) -> None:
        """Show a change by its id, or a part by its name."""
        if target in (CHANGES_PART, EXPERIMENTS_PART):
            self.switch.choose(str(target))
            self._draw()
        elif isinstance(target, str):
            self.switch.choose(CHANGES_PART)
            self._draw()
            self.changes.show_change(target)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _draw(self) -> None:
        is_first = self.switch.key() != EXPERIMENTS_PART
        self._parts.setCurrentIndex(0 if is_first else 1)
        if self._state is not None:
            (self.changes if is_first else self.experiments).show_board(self._state)
        self.changes.add.setVisible(is_first and self.changes.has_entries)
        self.experiments.add.setVisible(not is_first and self.experiments.has_entries)
        self._write_hint()

    def _say(self) -> None:
        self.switch.set_items([(CHANGES_PART, self.tr("Before and after")), (EXPERIMENTS_PART, self.tr("A/B test"))])
        self._write_hint()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the eye; the buttons of the switch are made later than what stands after them."""
        set_tab_order(self.changes.add, self.switch)  # else the switch would stay the last of the view
        set_tab_order(self.switch, self.changes.add, self.experiments.add, self.changes, self.experiments)

    def _write_hint(self) -> None:
        if self.switch.key() == EXPERIMENTS_PART:
            self.hint.setText(self.tr("Two versions shown at random at the same time: the only real proof."))
        else:
            self.hint.setText(self.tr("A change for all at once, held against what would have been."))
