"""Undo and redo: every change of the workspace as one named step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from shopdesk.app.changes import Change
    from shopdesk.app.workspace import Workspace

STEPS: Final = 1000


class ChangeCommand(QUndoCommand):
    """A change and its inverse taking turns; the first turn was done before it was pushed."""

    def __init__(self, owner: UndoSteps, inverse: Change, name: str, reveal: Callable[[], None] | None) -> None:
        super().__init__(name)
        self._owner = owner
        self._next = inverse
        self._is_new = True
        self.reveal = reveal
        self.setObsolete(inverse.is_empty)

    def redo(self) -> None:
        """Do it again (the push itself changes nothing)."""
        if self._is_new:
            self._is_new = False
            return
        self._turn()

    def undo(self) -> None:
        """Take it back."""
        self._turn()

    def _turn(self) -> None:
        inverse = self._owner.turn(self._next)
        if inverse is None:
            self.setObsolete(True)
        else:
            self._next = inverse


class UndoSteps(QObject):
    """The ``UndoStack`` of the window: one stack for the open workspace.

    ``undo`` and ``redo`` raise what the workspace raised (disk full, file gone); the step is then dropped.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(STEPS)
        self._stack.indexChanged.connect(self.changed)
        self._workspace: Workspace | None = None
        self._error: Exception | None = None

    def attach(self, workspace: Workspace | None) -> None:
        """Forget all steps and work on another workspace from now on."""
        self._workspace = workspace
        self._stack.clear()
        self.changed.emit()

    def push(self, change: Change, name: str, *, reveal: Callable[[], None] | None = None) -> None:
        """Apply the change as one named undo step; raises what the workspace raises, then nothing was done."""
        if self._workspace is None:
            raise RuntimeError("no workspace is open")
        if change.is_empty:
            return
        inverse = self._workspace.apply(change)
        self._stack.push(ChangeCommand(self, inverse, name, reveal))
        self.changed.emit()

    def undo(self) -> None:
        """Take the last step back and bring what it touched into view."""
        if self._stack.canUndo():
            self._step(self._stack.command(self._stack.index() - 1), self._stack.undo)

    def redo(self) -> None:
        """Do the last step taken back again and bring what it touched into view."""
        if self._stack.canRedo():
            self._step(self._stack.command(self._stack.index()), self._stack.redo)

    def undo_name(self) -> str:
        """Return the name of the step that undo would take back, empty where there is none."""
        return self._stack.undoText()

    def redo_name(self) -> str:
        """Return the name of the step that redo would do, empty where there is none."""
        return self._stack.redoText()

    def names(self) -> list[str]:
        """Return the names of all steps done, oldest first."""
        return [self._stack.text(index) for index in range(self._stack.index())]

    def all_names(self) -> list[str]:
        """Return the names of all steps, oldest first, also of those taken back."""
        return [self._stack.text(index) for index in range(self._stack.count())]

    def position(self) -> int:
        """Return how many steps are done."""
        return self._stack.index()

    def go_to(self, position: int) -> None:
        """Take steps back or do them again until so many are done; stops at the first that the workspace refuses."""
        while self._stack.index() > max(0, position):
            self.undo()
        while self._stack.index() < min(position, self._stack.count()):
            self.redo()

    def turn(self, change: Change) -> Change | None:
        """Apply a change for a command; None where the workspace refused. For commands only."""
        try:
            return self._workspace.apply(change) if self._workspace is not None else None
        except Exception as error:  # noqa: BLE001 - Qt would print and lose it; ``_step`` raises it again
            self._error = error
            return None

    def _step(self, command: QUndoCommand | None, go: Callable[[], None]) -> None:
        self._error = None
        reveal = command.reveal if isinstance(command, ChangeCommand) else None
        go()
        if self._error is not None:
            raise self._error
        if reveal is not None:
            reveal()
