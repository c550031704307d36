"""The few fields of a plan beside its modifiers: stage, aim, daily budget, who bids."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QWidget

from shopdesk.domain.bidding.plan import BidPlan, Objective, Stage
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.cards import LinkButton, Segmented, label
from shopdesk.ui.tokens import PADDING_PX

MANUAL, SMART = "manual", "smart"


class PlanForm(QWidget):
    """Edits leave as ``edited(fields, name)``; ``limits_wanted`` asks for what the platform takes, by its name."""

    edited = Signal(object, str)
    limits_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: BidPlan | None = None
        self._profile: PlatformProfile | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(PADDING_PX, 4, PADDING_PX, 4)
        grid.setVerticalSpacing(2)
        self.stage, self.objective = QComboBox(), QComboBox()
        self.bidder = Segmented([(MANUAL, ""), (SMART, "")])
        self.limits = LinkButton()
        self.budget = QDoubleSpinBox()
        self.budget.setRange(0, 9_999_999)
        self.budget.setDecimals(2)
        self.budget.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self._labels = [label("", "caption") for _ in range(4)]
        for row, field in enumerate((self.stage, self.objective, self.budget)):
            field.setProperty("small", True)
            self._labels[row].setBuddy(field)
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._labels[3], 3, 0)
        grid.addWidget(self.bidder, 3, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.limits, 4, 0, 1, 2)
        grid.setRowStretch(6, 1)
        self.note = label("", "warn", wrap=True)
        grid.addWidget(self.note, 5, 0, 1, 2)
        self.stage.activated.connect(lambda: self._send("stage", Stage(self.stage.currentData()), self.tr("Stage")))
        self.objective.activated.connect(
            lambda: self._send("objective", Objective(self.objective.currentData()), self.tr("Aim"))
        )
        self.budget.editingFinished.connect(self._budget_typed)
        self.limits.clicked.connect(self._ask_limits)
        self.bidder.chosen.connect(lambda key: self._send("is_smart", key == SMART, self.tr("Who bids")))
        self._say()

    def set_plan(self, plan: BidPlan | None, profile: PlatformProfile) -> None:
        """Show a plan."""
        self._plan, self._profile = plan, profile
        if plan is None:
            return
        with QSignalBlocker(self.stage), QSignalBlocker(self.objective), QSignalBlocker(self.budget):
            self.stage.setCurrentIndex(self.stage.findData(plan.stage.value))
            self.objective.setCurrentIndex(self.objective.findData(plan.objective.value))
            self.budget.setValue((plan.daily_budget or 0) / 100)
        self.bidder.choose(SMART if plan.is_smart else MANUAL)
        least = profile.least_budget
        low = plan.daily_budget is not None and least is not None and plan.daily_budget < least
        self.note.setVisible(low)
        if low:
            parts = [self.tr("At least {least} yuan a day").format(least=formats.money_fen(least, decimals=0))]
            self.note.setText(" · ".join([*parts, *words.checked(profile.budget_evidence.is_verified)]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self._profile is not None:
                self.set_plan(self._plan, self._profile)
        super().changeEvent(event)

    def _ask_limits(self) -> None:
        if self._plan is not None:
            self.limits_wanted.emit(self._plan.platform)

    def _budget_typed(self) -> None:
        fen = round(self.budget.value() * 100)
        self._send("daily_budget", fen or None, self.tr("Daily budget"))

    def _send(self, field: str, value: Any, name: str) -> None:
        plan = self._plan
        if plan is not None and getattr(plan, field) != value:
            self.edited.emit({field: value}, name)

    def _say(self) -> None:
        with QSignalBlocker(self.stage), QSignalBlocker(self.objective):
            chosen = self.stage.currentData(), self.objective.currentData()
            self.stage.clear()
            self.objective.clear()
            for stage in Stage:
                self.stage.addItem(words.stage_name(stage), stage.value)
            for objective in Objective:
                self.objective.addItem(words.objective_name(objective), objective.value)
            self.stage.setCurrentIndex(max(0, self.stage.findData(chosen[0])))
            self.objective.setCurrentIndex(max(0, self.objective.findData(chosen[1])))
        self.bidder.set_items([(MANUAL, self.tr("manual")), (SMART, self.tr("smart"))])
        self.bidder.setToolTip(
            self.tr("Where the platform bids by itself, hours can only be switched on and off and words have no bid")
        )
        self.limits.setText(self.tr("What the platform takes…"))
        texts = (self.tr("Stage"), self.tr("Aim"), self.tr("Budget a day"), self.tr("Bids set"))
        for caption, text in zip(self._labels, texts, strict=True):
            caption.setText(text)
        for field, text in zip((self.stage, self.objective, self.budget, self.bidder), texts, strict=True):
            field.setAccessibleName(text)
        self.budget.setSpecialValueText(formats.UNKNOWN)
