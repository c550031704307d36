"""Keys of the grid, as operators know them from Excel and WPS."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from shopdesk.ui.grid import navigation
from shopdesk.ui.grid.columns import MISSING

if TYPE_CHECKING:
    from shopdesk.ui.grid.view import GridView

Key = Qt.Key
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ENTER: Final = (Key.Key_Return, Key.Key_Enter)
_TAB: Final = (Key.Key_Tab, Key.Key_Backtab)


def _combined(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    return QKeyCombination(modifiers, key).toCombined()


class GridKeys:
    """Turns key events into moves and actions of a view."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        do = view.actions_
        self._commands: dict[int, Callable[[], object]] = {
            _combined(Key.Key_C, _CTRL): do.copy,
            _combined(Key.Key_Insert, _CTRL): do.copy,
            _combined(Key.Key_C, _CTRL | _SHIFT): lambda: do.copy(headers=True),
            _combined(Key.Key_X, _CTRL): do.cut,
            _combined(Key.Key_V, _CTRL): do.paste,
            _combined(Key.Key_Insert, _SHIFT): do.paste,
            _combined(Key.Key_D, _CTRL): do.fill_down,
            _combined(Key.Key_R, _CTRL): do.fill_right,
            _combined(Key.Key_A, _CTRL): view.selectAll,
            _combined(Key.Key_Space, _SHIFT): self._select_rows,
            _combined(Key.Key_Space, _CTRL): self._select_columns,
            _combined(Key.Key_Delete): do.clear,
            _combined(Key.Key_Backspace): do.clear,
            _combined(Key.Key_F2): view.start_editing,
            _combined(Key.Key_F, _CTRL): lambda: view.find_asked.emit(False),
            _combined(Key.Key_H, _CTRL): lambda: view.find_asked.emit(True),
            _combined(Key.Key_L, _CTRL | _SHIFT): self._ask_filter,
        }

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a shortcut of the window must wait because the table uses the key."""
        return self._combination(event) in self._commands

    def handle(self, event: QKeyEvent) -> bool:
        """Do what the key means; False for keys that the table leaves alone."""
        command = self._commands.get(self._combination(event))
        if command is not None:
            command()
            return True
        if event.key() == Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            cell = self._view.current_cell()
            return cell is not None and self._view.actions_.toggle(*cell)
        shift = bool(event.modifiers() & _SHIFT)
        if event.key() in _ENTER or (event.key() in _TAB and not event.modifiers() & _CTRL):
            return self._step(event.key(), shift)
        return self._navigate(event, shift=shift)

    def leave_editor(self, key: int, shift: bool) -> None:
        """Move on after an edit was committed with a key."""
        self._view.setFocus()
        if key in (*_ENTER, *_TAB):
            self._step(key, shift)
            return
        self._go(self._target(key, ctrl=False), extend=False)

    def _combination(self, event: QKeyEvent) -> int:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _combined(Key(event.key()), held)

    def _step(self, key: int, shift: bool) -> bool:
        """Enter goes down, Tab goes right, Shift back; inside a selected range they stay in it."""
        view = self._view
        cell, shown = view.current_cell(), view.shown_columns()
        if cell is None or cell[1] not in shown:
            return False
        tab = key in _TAB
        back = shift or key == Key.Key_Backtab
        bounds = self._selected_bounds(shown)
        at = (cell[0], shown.index(cell[1]))
        if bounds is not None:
            top, bottom, left, right = bounds
            if top <= at[0] <= bottom and left <= at[1] <= right:
                kind = Key.Key_Tab if tab else Key.Key_Return
                row, place = navigation.next_in_block(
                    at, kind, back=back, top=top, bottom=bottom, left=left, right=right
                )
                view.make_current(row, shown[place])
                return True
        arrow = (Key.Key_Left if back else Key.Key_Right) if tab else (Key.Key_Up if back else Key.Key_Down)
        target = self._target(arrow, ctrl=False)
        if tab and target == at:
            return False  # at the edge Tab leaves the table for the next control
        self._go(target, extend=False)
        return True

    def _selected_bounds(self, shown: list[int]) -> tuple[int, int, int, int] | None:
        found = self._view.blocks()
        places = [shown.index(c) for b in found for c in b.columns if c in shown]
        spans = {(b.top, b.bottom) for b in found}
        if len(spans) != 1 or not places:
            return None
        top, bottom = spans.pop()
        left, right = min(places), max(places)
        return None if (top, left) == (bottom, right) else (top, bottom, left, right)

    def _navigate(self, event: QKeyEvent, *, shift: bool) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        target = self._target(event.key(), ctrl=bool(event.modifiers() & _CTRL))
        if target is None:
            return False
        self._go(target, extend=shift)
        return True

    def _target(self, key: int, *, ctrl: bool) -> navigation.Cell | None:
        view = self._view
        model, shown = view.grid, view.shown_columns()
        if not shown or not model.rowCount():
            return None
        cell = view.current_cell()
        at = (cell[0], shown.index(cell[1])) if cell is not None and cell[1] in shown else (0, 0)
        extent = navigation.Extent(
            rows=model.rowCount(),
            columns=len(shown),
            page=max(view.viewport().height() // view.row_px - 1, 1),
            filled=lambda row, place: model.text(row, shown[place]) not in ("", MISSING),
        )
        return navigation.moved(at, key, ctrl=ctrl, extent=extent)

    def _go(self, target: navigation.Cell | None, *, extend: bool) -> None:
        if target is None:
            return
        row, column = target[0], self._view.shown_columns()[target[1]]
        if extend:
            self._view.extend_to(row, column)
        else:
            self._view.move_to(row, column)

    def _select_rows(self) -> None:
        found = self._view.blocks()
        if found:
            self._view.select_rows_of(min(b.top for b in found), max(b.bottom for b in found))

    def _select_columns(self) -> None:
        from shopdesk.ui.grid.selection import Block

        columns = tuple(sorted({c for b in self._view.blocks() for c in b.columns}))
        if columns:
            self._view.select_blocks([Block(0, self._view.grid.rowCount() - 1, (c,)) for c in columns])

    def _ask_filter(self) -> None:
        cell = self._view.current_cell()
        if cell is not None:
            self._view.filter_asked.emit(cell[1])
