"""The line that opens over a tile while a number is typed into it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TileEditor(QLineEdit):
    """``typed`` gives the text on Enter or where another place is clicked; Esc leaves everything as it was."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrame(False)
        self.setStyleSheet("padding: 0; min-height: 0; border-width: 1px;")
        self.hide()

    def open(self, place: QRect, text: str) -> None:
        """Open over a place with the text typed so far."""
        self.setGeometry(place)
        self.setText(text)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or drop the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(take=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(take=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the text where the user goes on elsewhere."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._close(take=True)

    def _close(self, *, take: bool) -> None:
        if self.isHidden():
            return
        self.hide()
        owner = self.parentWidget()
        if owner is not None:
            owner.setFocus()
        if take and self.text().strip():
            self.typed.emit(self.text())
