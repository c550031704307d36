"""How figures are settled to the fen: rounding, the odd fen, steps of a ladder, and ties."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from shopdesk.domain.promotions.policy import TieBreak
from shopdesk.domain.promotions.rounding import Allocation, Rounding, share
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui import formats
from shopdesk.ui.cards import label
from shopdesk.ui.promotions.stacking import words
from shopdesk.ui.promotions.stacking.fields import RuleChoice

_LONG_PX: Final = 340
_TIE_PX: Final = 176
_MOST_STEPS: Final = 20
_EXAMPLE_FEN: Final = 1_000
_EXAMPLE_LINES: Final = (1_000, 1_000, 1_000)


class SettlingForm(QWidget):
    """``edited(Stacking)`` gives the rules after each edit."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacking: Stacking | None = None
        self.rounding, self.allocation = RuleChoice(width=_LONG_PX), RuleChoice(width=_LONG_PX)
        self.example = label("", "caption", wrap=True)
        self.steps = QSpinBox()
        self.steps.setProperty("small", True)
        self.steps.setRange(0, _MOST_STEPS)
        self.steps.setFixedWidth(100)
        self.steps.setKeyboardTracking(False)
        self.ties = [RuleChoice(width=_TIE_PX) for _ in TieBreak]
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self._names: list[QLabel] = [label() for _ in range(4)]
        ties = QWidget()
        line = QHBoxLayout(ties)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for tie in self.ties:
            line.addWidget(tie)
        line.addStretch(1)
        for name, field in zip(self._names, (self.rounding, self.allocation, self.steps, ties), strict=True):
            form.addRow(name, field)
            if field is self.allocation:
                form.addRow("", self.example)
        self.note = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addStretch(1)
        self._connect()
        self._write()

    def show_rules(self, stacking: Stacking) -> None:
        """Show the rules."""
        self._stacking = stacking
        self.rounding.set_key(stacking.percent_rounding.value)
        self.allocation.set_key(stacking.allocation.value)
        with QSignalBlocker(self.steps):
            self.steps.setValue(stacking.most_steps or 0)
        for place, tie in enumerate(self.ties):
            tie.set_key(stacking.tie_break[place].value if place < len(stacking.tie_break) else words.NO_RULE)
            tie.setEnabled(place <= len(stacking.tie_break))
        parts = share(_EXAMPLE_FEN, _EXAMPLE_LINES, stacking.allocation)
        self.example.setText(
            self.tr("10 yuan off three lines of 10 yuan: {parts}").format(
                parts=" + ".join(formats.money_fen(part) for part in parts)
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._stacking is not None:
                self.show_rules(self._stacking)
        super().changeEvent(event)

    def _connect(self) -> None:
        self.rounding.activated.connect(lambda _at: self._set(percent_rounding=Rounding(self.rounding.key())))
        self.allocation.activated.connect(lambda _at: self._set(allocation=Allocation(self.allocation.key())))
        self.steps.valueChanged.connect(lambda steps: self._set(most_steps=steps or None))
        for tie in self.ties:
            tie.activated.connect(lambda _at: self._set(tie_break=self._order()))

    def _order(self) -> tuple[TieBreak, ...]:
        """Return the ties as chosen, up to the first "nothing more", each once."""
        found: list[TieBreak] = []
        for tie in self.ties:
            if tie.key() == words.NO_RULE:
                break
            if TieBreak(tie.key()) not in found:
                found.append(TieBreak(tie.key()))
        return tuple(found)

    def _set(self, **fields: object) -> None:
        if self._stacking is None:
            return
        new = replace(self._stacking, **fields)  # type: ignore[arg-type]
        if new == self._stacking:
            self.show_rules(self._stacking)
        else:
            self.edited.emit(new)

    def _write(self) -> None:
        texts = (
            self.tr("Percentages are rounded"),
            self.tr("The odd fen goes to"),
            self.tr("Most steps of a ladder"),
            self.tr("Between equal offers decides"),
        )
        for name, text in zip(self._names, texts, strict=True):
            name.setText(text)
        for field, text in zip((self.rounding, self.allocation, self.steps), texts, strict=False):
            field.setAccessibleName(text)
        for place, tie in enumerate(self.ties, start=1):
            tie.setAccessibleName(f"{texts[3]} {place}")
            tie.set_items(words.ties())
        self.rounding.set_items(words.roundings())
        self.allocation.set_items(words.allocations())
        self.steps.setSpecialValueText(self.tr("no limit"))
        self.note.setText(
            self.tr(
                "None of this could be read at a marketplace: please check it on a bill of your own. Shares of lines "
                "always sum to the whole, and a refund gives back a line's own share."
            )
        )
