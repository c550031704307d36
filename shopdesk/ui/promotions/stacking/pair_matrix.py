"""Which stages run on one order together: a half matrix of switches."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.domain.promotions.stacking_edits import MOST_STAGES, set_pair
from shopdesk.ui.cards import button, label
from shopdesk.ui.promotions.stacking import words
from shopdesk.ui.promotions.stacking.fields import mark_unchecked
from shopdesk.ui.promotions.words import stage_name

_CELL_PX: Final = 128


class PairMatrix(QWidget):
    """A click switches a pair, which is then the shop's own; ``edited(Stacking)`` gives the rules."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacking: Stacking | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(MOST_STAGES, 1)
        self.columns: list[QLabel] = []
        self.names: list[QLabel] = []
        self.cells: dict[tuple[int, int], QPushButton] = {}

    def _grow(self, stages: int) -> None:
        """Have room for so many stages."""
        for row in range(len(self.names) + 1, stages):
            self.columns.append(label("", "caption"))
            self.names.append(label("", "caption"))
            self._grid.addWidget(self.columns[-1], 0, row, Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(self.names[-1], row, 0)
            for column in range(row):
                cell = button(small=True)
                cell.setFixedWidth(_CELL_PX)
                cell.clicked.connect(partial(self._switch, column, row))
                self._grid.addWidget(cell, row, column + 1)
                self.cells[column, row] = cell

    def show_rules(self, stacking: Stacking) -> None:
        """Show every pair."""
        self._stacking = stacking
        self._grow(len(stacking.stages))
        names = [stage_name(stage) for stage in stacking.stages]
        for at, (head, name) in enumerate(zip(self.columns, self.names, strict=True)):
            used = at + 1 < len(names)
            head.setText(names[at] if used else "")
            name.setText(names[at + 1] if used else "")
        for (left, right), cell in self.cells.items():
            cell.setVisible(right < len(names))
            if right >= len(names):
                continue
            rule = stacking.pair(stacking.stages[left].key, stacking.stages[right].key)
            text = self.tr("✓ together") if rule.together else self.tr("✕ apart")
            mark_unchecked(cell, unchecked=not rule.is_verified)
            cell.setText(text if rule.is_verified else self.tr("{text} · check").format(text=text))
            tip = words.evidence_text(rule.evidence if rule.evidence or rule.is_verified else "K")
            cell.setToolTip(self.tr("{known} Click to switch.").format(known=tip))
            cell.setAccessibleName(f"{names[left]} × {names[right]} · {cell.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._stacking is not None:
            self.show_rules(self._stacking)
        super().changeEvent(event)

    def _switch(self, left: int, right: int) -> None:
        stacking = self._stacking
        if stacking is not None:
            one, two = stacking.stages[left].key, stacking.stages[right].key
            self.edited.emit(set_pair(stacking, one, two, together=not stacking.pair(one, two).together))
