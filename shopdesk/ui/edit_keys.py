"""The edit menu's commands: each is a key that tables and fields answer anyway, sent to what has the focus."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

EDIT_KEYS: Final = {
    "cut": "Ctrl+X",
    "copy": "Ctrl+C",
    "paste": "Ctrl+V",
    "clear": "Del",
    "select_all": "Ctrl+A",
    "fill_down": "Ctrl+D",
}
"""Not shortcuts of the actions: those would take the keys away from the table or field that has the focus.
As text, because Python builds every key there is once one of them is named, which is felt at the start.
"""


def connect(actions: Mapping[str, QAction]) -> None:
    """Let every edit command send its key."""
    for name in EDIT_KEYS:
        actions[name].triggered.connect(partial(send, name))


def send(name: str, _checked: bool = False) -> None:
    """Press and release a command's key on the widget that has the focus; without one nothing happens."""
    target = QApplication.focusWidget()
    if target is None:
        return
    key = _sequence(name)[0]  # type: ignore[index]  # the stubs leave it out
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key.key(), key.keyboardModifiers()))


def shown(text: str, name: str) -> str:
    """Return a menu text with its key at the right, as a shortcut would stand there."""
    return f"{text}\t{_sequence(name).toString(QKeySequence.SequenceFormat.NativeText)}"


def _sequence(name: str) -> QKeySequence:
    return QKeySequence(EDIT_KEYS[name], QKeySequence.SequenceFormat.PortableText)
