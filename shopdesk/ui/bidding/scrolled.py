"""A page that scrolls in a small window instead of squeezing its cards."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST = QSize(1240, 520)


def scrolled(content: QWidget) -> QScrollArea:
    """Return an area that fills its page and scrolls once the page is smaller than ``LEAST``."""
    content.setObjectName("scrolled")
    content.setMinimumSize(LEAST)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area
