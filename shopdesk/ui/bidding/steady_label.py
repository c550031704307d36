"""A text that wraps in a card of fixed height: it asks for its lines, and squeezes nothing beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class SteadyLabel(QLabel):
    """A wrapping label that hides that it does: layouts with such texts give heights below the least of others."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setWordWrap(True)

    def hasHeightForWidth(self) -> bool:
        """Return False: the height follows by ``resizeEvent``."""
        return False

    def sizeHint(self) -> QSize:
        """Return the height of all lines at the width it has."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: nothing is cut off."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
