"""The steps of an analysis in one line: 监测 › 发现 › 原因 › 策略 › 执行 › 评估."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shopdesk.ui.cards import label, restyle


class FlowStep(StrEnum):
    """One step of the flow."""

    WATCH = "watch"
    FIND = "find"
    CAUSE = "cause"
    PLAN = "plan"
    DO = "do"
    JUDGE = "judge"


class FlowLine(QWidget):
    """``chosen`` tells a step that was clicked; the one where the work stands is marked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons: dict[FlowStep, QPushButton] = {}
        for place, step in enumerate(FlowStep):
            if place:
                row.addWidget(label("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "caption"))
            made = QPushButton()
            made.setProperty("flat", True)
            made.setProperty("small", True)
            made.clicked.connect(partial(self.chosen.emit, step.value))
            row.addWidget(made)
            self._buttons[step] = made
        self._current = FlowStep.CAUSE
        self._write()

    def set_current(self, step: FlowStep) -> None:
        """Mark the step where the work stands."""
        self._current = step
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        texts = {
            FlowStep.WATCH: self.tr("Watch"),
            FlowStep.FIND: self.tr("Find"),
            FlowStep.CAUSE: self.tr("Cause"),
            FlowStep.PLAN: self.tr("Plan"),
            FlowStep.DO: self.tr("Do"),
            FlowStep.JUDGE: self.tr("Judge"),
        }
        for step, made in self._buttons.items():
            made.setText(texts[step])
            is_current = step is self._current
            made.setProperty("link", is_current)
            font = made.font()
            font.setBold(is_current)
            font.setUnderline(is_current)
            made.setFont(font)
            restyle(made)
