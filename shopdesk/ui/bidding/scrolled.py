"""A page that scrolls in a small window instead of squeezing its cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

LEAST_WIDTH_PX = 1240


class _Steady(QWidget):
    """Hides that texts inside wrap: a scroll area would then give the preferred height, not the least one."""

    def hasHeightForWidth(self) -> bool:
        return False


def upright(content: QWidget) -> QScrollArea:
    """Return an area that scrolls up and down only, where its cards are higher than a low window.

    What stands beside it, such as the verbs of the page, stays in sight.
    """
    area = scrolled(content, least_width=0)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def scrolled(content: QWidget, *, least_width: int = LEAST_WIDTH_PX) -> QScrollArea:
    """Return an area that fills its page and scrolls where its cards need more than there is."""
    if least_width:
        content.setMinimumWidth(least_width)
    steady, holder = _Steady(), QWidget()
    for outer, inner in ((steady, content), (holder, steady)):
        outer.setObjectName("scrolled")
        layout = QVBoxLayout(outer)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inner)
    content.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(holder)
    return area
