"""请核对: the chip beside a limit that nobody saw on the platform; a click opens the limits to compare them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.cards import Chip

_HEIGHT_PX = 18


class CheckChip(Chip):
    """``clicked``: the limits are wanted. By keys they open from the plan's settings."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="warn", parent=parent)
        self.setFixedHeight(_HEIGHT_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the limits."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.set_state(self.tr("please check"), "warn")
        self.setToolTip(self.tr("Nobody saw this limit on the platform: compare it with your console. Click: limits."))
