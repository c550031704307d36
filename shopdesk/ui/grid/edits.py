"""What one action of the user changes: one batch, whatever the number of cells, so that undo is one step."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication


class Action(Enum):
    """What the user did."""

    TYPE = auto()
    PASTE = auto()
    CUT = auto()
    CLEAR = auto()
    FILL = auto()
    REPLACE = auto()


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell's old and new value; ``key`` identifies the row."""

    key: Hashable
    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that was left as it was, and why; ``row`` is the shown row number, from 1."""

    row: int
    column: str  # title as shown
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class EditBatch:
    """All edits of one action; iterable over its ``CellEdit``s."""

    action: Action
    cells: tuple[CellEdit, ...]
    problems: tuple[Problem, ...] = field(default=())
    skipped: int = 0  # cells in columns that can't be edited

    def __iter__(self) -> Iterator[CellEdit]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def name(self) -> str:
        """The step's name for undo, in the language in force, e.g. ``粘贴 32 格``."""
        count = len(self.cells)
        words = {
            Action.TYPE: QCoreApplication.translate("Grid", "Edit a cell"),
            Action.PASTE: QCoreApplication.translate("Grid", "Paste {count} cells"),
            Action.CUT: QCoreApplication.translate("Grid", "Cut {count} cells"),
            Action.CLEAR: QCoreApplication.translate("Grid", "Clear {count} cells"),
            Action.FILL: QCoreApplication.translate("Grid", "Fill {count} cells"),
            Action.REPLACE: QCoreApplication.translate("Grid", "Replace in {count} cells"),
        }
        if count == 1:
            return self._name_of_one()
        return words[self.action].format(count=f"{count:,}")

    def _name_of_one(self) -> str:
        words = {
            Action.TYPE: QCoreApplication.translate("Grid", "Edit a cell"),
            Action.PASTE: QCoreApplication.translate("Grid", "Paste 1 cell"),
            Action.CUT: QCoreApplication.translate("Grid", "Cut 1 cell"),
            Action.CLEAR: QCoreApplication.translate("Grid", "Clear 1 cell"),
            Action.FILL: QCoreApplication.translate("Grid", "Fill 1 cell"),
            Action.REPLACE: QCoreApplication.translate("Grid", "Replace in 1 cell"),
        }
        return words[self.action]
