"""The edit menu's commands: each is a key that tables and fields answer anyway, sent to what has the focus."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
EDIT_KEYS: Final = {
    "cut": QKeyCombination(_CTRL, Qt.Key.Key_X),
    "copy": QKeyCombination(_CTRL, Qt.Key.Key_C),
    "paste": QKeyCombination(_CTRL, Qt.Key.Key_V),
    "clear": QKeyCombination(Qt.Key.Key_Delete),
    "select_all": QKeyCombination(_CTRL, Qt.Key.Key_A),
    "fill_down": QKeyCombination(_CTRL, Qt.Key.Key_D),
}
"""Not shortcuts of the actions: those would take the keys away from the table or field that has the focus."""


def connect(actions: Mapping[str, QAction]) -> None:
    """Let every edit command send its key."""
    for name, key in EDIT_KEYS.items():
        actions[name].triggered.connect(partial(send, key))


def send(key: QKeyCombination, _checked: bool = False) -> None:
    """Press and release a key on the widget that has the focus; without one nothing happens."""
    target = QApplication.focusWidget()
    if target is None:
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key.key(), key.keyboardModifiers()))


def shown(text: str, name: str) -> str:
    """Return a menu text with its key at the right, as a shortcut would stand there."""
    return f"{text}\t{QKeySequence(EDIT_KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)}"
