"""What the outlines on the map of regions mean: each group and its percent, over the map's empty corner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.ui.charts.tile_map import group_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_LINE_PX = 20
_BOX_PX = (14, 11)
_GAP_PX = 6


class GroupKey(QWidget):
    """Lines of (letter, text); a line without a letter has no outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines: tuple[tuple[str, str], ...] = ()

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the groups; nothing where there are none."""
        self._lines = tuple(lines)
        self.setAccessibleName("; ".join(text for _, text in lines))
        self.setVisible(bool(lines))
        self.resize(self.sizeHint())
        self.update()

    def lines(self) -> tuple[str, ...]:
        """Return the texts shown."""
        return tuple(text for _, text in self._lines)

    def sizeHint(self) -> QSize:
        """Return the room of all lines."""
        metrics = QFontMetrics(body_font(pixels=CAPTION_PT_PX))
        widest = max((metrics.horizontalAdvance(text) for _, text in self._lines), default=0)
        return QSize(_BOX_PX[0] + _GAP_PX + widest + 4, _LINE_PX * len(self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (drawn whole)
        """Draw each group's outline and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        for row, (letter, text) in enumerate(self._lines):
            top = row * _LINE_PX
            if letter:
                painter.setPen(QPen(QColor(group_colour(letter)), 2))
                painter.drawRoundedRect(QRectF(1, top + 4.5, *_BOX_PX), 3, 3)
            painter.setPen(QColor(tokens().text if letter else tokens().secondary))
            box = QRectF(_BOX_PX[0] + _GAP_PX + 2, top, self.width(), _LINE_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
