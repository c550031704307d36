"""Small fields of the rules: choices that keep their value when the wheel passes over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QPushButton

from shopdesk.ui.cards import restyle


class RuleChoice(QComboBox):
    """A choice of keys with texts; scrolling the dialog never changes it."""

    def __init__(self, *, width: int) -> None:
        super().__init__()
        self.setProperty("small", True)
        self.setFixedWidth(width)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Write the choices, keeping the one chosen."""
        with QSignalBlocker(self):
            key = self.key()
            self.clear()
            for one, text in items:
                self.addItem(text, one)
            self.set_key(key)

    def key(self) -> str:
        """Return the key chosen."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Choose without telling."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(key)))
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the dialog."""
        event.ignore()


def mark_unchecked(target: QPushButton, *, unchecked: bool) -> None:
    """Colour a button that stands for a rule which nobody has checked; its text says so besides."""
    if bool(target.property("unchecked")) != unchecked:
        target.setProperty("unchecked", unchecked)
        restyle(target)
