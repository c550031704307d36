"""A box of fields that flow in lines and is always as high as its lines need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.keywords.titles.flow import FlowLayout


class FlowBox(QWidget):
    """A page that scrolls asks for least heights, which a layout of lines can't tell before it has a width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self)

    def sizeHint(self) -> QSize:
        """Ask for one line, as high as the lines are by now."""
        return QSize(self.flow.line_width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the lines need at the new width."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Take the height that the lines need with other fields in them."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def _settle(self) -> None:
        height = self.flow.heightForWidth(self.width())
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
