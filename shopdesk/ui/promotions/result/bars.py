"""Two kinds of small bars with their figures written beside them: chances of candidates, and parts of a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui.charts.canvas import role_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_ROW_PX = 20
_BAR_PX = 9.0
_GAP_PX = 8.0
_LEAST_BAR_PX = 60.0


@dataclass(frozen=True, slots=True)
class BarLine:
    """One bar: ``value`` draws it, ``text`` is what it says at its right; ``is_strong`` draws it in the accent."""

    name: str
    value: float
    text: str
    is_strong: bool = False


class BarLines(QWidget):
    """Bars from zero; those ``around_zero`` go to both sides in the colours of up and down."""

    def __init__(self, parent: QWidget | None = None, *, around_zero: bool = False) -> None:
        super().__init__(parent)
        self._around_zero = around_zero
        self._lines: tuple[BarLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: Sequence[BarLine], name: str) -> None:
        """Show bars; ``name`` is what a screen reader calls them."""
        self._lines = tuple(lines)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{line.name} {line.text}" for line in lines))
        self.setToolTip("\n".join(f"{line.name}  {line.text}" for line in lines))
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[BarLine, ...]:
        """Return the bars shown."""
        return self._lines

    def sizeHint(self) -> QSize:
        """Return a row a bar."""
        return QSize(200, _ROW_PX * len(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Return a row a bar."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names at the left, figures at the right and bars between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font: QFont = body_font(pixels=CAPTION_PT_PX)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        figures = max((metrics.horizontalAdvance(line.text) for line in self._lines), default=0) + 1.0
        names = max((metrics.horizontalAdvance(line.name) for line in self._lines), default=0) + 2.0
        names = min(names, self.width() - figures - 2 * _GAP_PX - _LEAST_BAR_PX)
        plot = QRectF(names + _GAP_PX, 0, self.width() - names - figures - 2 * _GAP_PX, _ROW_PX)
        for place, line in enumerate(self._lines):
            row = QRectF(0, place * _ROW_PX, self.width(), _ROW_PX)
            painter.setPen(QColor(tokens().text))
            shown = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, int(names))
            painter.drawText(QRectF(0, row.top(), names, _ROW_PX), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(self._text_colour(line))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, right, line.text)
            self._paint_bar(painter, plot.translated(0, row.top()), line)
        painter.end()

    def _text_colour(self, line: BarLine) -> QColor:
        t = tokens()
        if not self._around_zero or not line.value:
            return QColor(t.text)
        return QColor(t.up_text if line.value > 0 else t.down_text)

    def _paint_bar(self, painter: QPainter, room: QRectF, line: BarLine) -> None:
        t = tokens()
        box = QRectF(room.left(), room.center().y() - _BAR_PX / 2, room.width(), _BAR_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._around_zero:
            painter.fillRect(box, QColor(t.grid_line))
            fill = QColor(t.accent) if line.is_strong else role_colour("disabled", alpha=0.9)
            painter.fillRect(QRectF(box.left(), box.top(), box.width() * min(1.0, line.value), _BAR_PX), fill)
            return
        low = min(0.0, *(one.value for one in self._lines)) if self._lines else 0.0
        high = max(0.0, *(one.value for one in self._lines)) if self._lines else 0.0
        scale = box.width() / ((high - low) or 1.0)
        zero = box.left() - low * scale
        left, width = zero + min(0.0, line.value) * scale, abs(line.value) * scale
        if line.value:
            painter.fillRect(
                QRectF(left, box.top(), max(1.0, width), _BAR_PX), QColor(t.up if line.value > 0 else t.down)
            )
        painter.fillRect(QRectF(zero - 0.5, room.top() + 2, 1, _ROW_PX - 4), QColor(t.border))
