"""Steps that people take one after the other: a bar a step with the compared period beneath, rates between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import Cell, ChartTable
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_BAR_PX = 14.0
_BEFORE_PX = 4.0
_LEAST_ROW_PX = 38.0
_MOST_ROW_PX = 64.0
_GAP_PX = 8.0


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step; ``rate`` is its share of the step above (a fraction, None: unknown), ``note`` what that is worth."""

    name: str
    value: float
    before: float | None = None
    rate: float | None = None
    rate_before: float | None = None
    note: str = ""

    @property
    def points(self) -> float | None:
        """The change of the rate as a fraction, None where unknown."""
        return None if self.rate is None or self.rate_before is None else self.rate - self.rate_before


class Funnel(Canvas):
    """Up and Down go from step to step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[FunnelStep, ...] = ()
        self._before_name = ""
        self._current = 0
        self.setMouseTracking(True)
        self.setMinimumSize(280, int(_LEAST_ROW_PX) * 4)

    def set_steps(self, steps: Sequence[FunnelStep], *, before_name: str = "") -> None:
        """Show steps; ``before_name`` says what the thin bars are, empty where nothing is compared."""
        self._steps = tuple(steps)
        self._before_name = before_name
        self._current = min(self._current, max(0, len(self._steps) - 1))
        self._speak()
        self.update()

    def steps(self) -> tuple[FunnelStep, ...]:
        """Return what is shown."""
        return self._steps

    def table(self) -> ChartTable:
        """Return one row a step."""
        columns = (
            self.tr("Step"),
            self.tr("People"),
            self._before_name or self.tr("Before"),
            self.tr("Of the step above"),
            self.tr("Of the step above, before"),
            self.tr("Change in points"),
            self.tr("Chance"),
        )
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (one.name, one.value, one.before, one.rate, one.rate_before, one.points, one.note) for one in self._steps
        )
        words = (None, formats.full, formats.full, formats.percent, formats.percent, _signed_points, None)
        return ChartTable(columns, rows, words)

    def sizeHint(self) -> QSize:
        """Return room for four steps."""
        return QSize(420, 216)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw all steps, the current one marked while the chart has the focus."""
        self._draw(painter, rect)
        if self.hasFocus() and self._steps:
            painter.setPen(QPen(role_colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._row(rect, self._current).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw without the focus mark."""
        self._draw(painter, rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the steps."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or not self._steps:
            super().keyPressEvent(event)
            return
        self._current = min(len(self._steps) - 1, max(0, self._current + step))
        self._speak()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the step under the pointer."""
        place = self._place(event.position())
        if place is not None:
            self._current = place
            self._speak()
            self.update()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the current step."""
        self._speak()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show all figures of the step under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(QPointF(event.pos()))
            if place is not None:
                QToolTip.showText(event.globalPos(), self._words(self._steps[place]), self)
                return True
        return super().event(event)

    def retranslate(self) -> None:
        """Word the description anew."""
        self._speak()

    # --- inside

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        if not self._steps:
            painter.setPen(QColor(tokens().secondary))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, formats.UNKNOWN)
            return
        left, right = self._label_widths(painter)
        most = max(max(one.value, one.before or 0.0) for one in self._steps) or 1.0
        for place, one in enumerate(self._steps):
            row = self._row(rect, place)
            bars = row.adjusted(left + _GAP_PX, 0, -right - _GAP_PX, 0)
            self._draw_bars(painter, bars, one, most)
            self._draw_words(painter, row, bars, one)

    def _row(self, rect: QRectF, place: int) -> QRectF:
        height = min(_MOST_ROW_PX, rect.height() / max(1, len(self._steps)))
        return QRectF(rect.left(), rect.top() + place * height, rect.width(), height)

    def _place(self, point: QPointF) -> int | None:
        rect = QRectF(self.rect())
        return next((i for i in range(len(self._steps)) if self._row(rect, i).contains(point)), None)

    def _label_widths(self, painter: QPainter) -> tuple[float, float]:
        metrics = painter.fontMetrics()
        names = max(metrics.horizontalAdvance(one.name) for one in self._steps)
        values = max(metrics.horizontalAdvance(formats.full(one.value)) for one in self._steps)
        return names + 6.0, values + 10.0

    def _draw_bars(self, painter: QPainter, bars: QRectF, one: FunnelStep, most: float) -> None:
        top = bars.bottom() - _BAR_PX - _BEFORE_PX - 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().grid_line))
        painter.drawRoundedRect(QRectF(bars.left(), top, bars.width(), _BAR_PX), 2, 2)
        painter.setBrush(role_colour("accent"))
        width = max(1.0, bars.width() * one.value / most) if one.value > 0 else 0.0
        painter.drawRoundedRect(QRectF(bars.left(), top, width, _BAR_PX), 2, 2)
        if one.before is not None:
            painter.setBrush(role_colour("secondary", alpha=0.7))
            painter.drawRect(QRectF(bars.left(), top + _BAR_PX + 1, bars.width() * one.before / most, _BEFORE_PX))

    def _draw_words(self, painter: QPainter, row: QRectF, bars: QRectF, one: FunnelStep) -> None:
        t = tokens()
        line = QRectF(row.left(), bars.bottom() - _BAR_PX - _BEFORE_PX - 6, row.width(), _BAR_PX + 6)
        painter.setPen(QColor(t.text))
        painter.drawText(line.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, one.name)
        painter.setFont(body_font(pixels=CAPTION_PT_PX, medium=True))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line.adjusted(0, 0, -4, 0), right, formats.full(one.value))
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        self._draw_rate(
            painter, QRectF(bars.left(), row.top(), row.right() - bars.left() - 4, line.top() - row.top()), one
        )

    def _draw_rate(self, painter: QPainter, room: QRectF, one: FunnelStep) -> None:
        """Write above the bar which share of the step above came so far, its change, and what that is worth."""
        if one.rate is None:
            return
        t = tokens()
        pieces = [(f"↓ {formats.percent(one.rate)}", t.secondary)]
        points = one.points
        if points is not None:
            colour = t.up_text if points > 0 else t.down_text
            pieces.append((f"{formats.arrow(points)} {formats.points(points)}", colour if points else t.secondary))
        if one.note:
            pieces.append((one.note, t.secondary))
        x, metrics = room.left(), painter.fontMetrics()
        for text, colour in pieces:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room.right() - x)))
            painter.setPen(QColor(colour))
            painter.drawText(
                QRectF(x, room.top(), room.right() - x, room.height()), Qt.AlignmentFlag.AlignVCenter, shown
            )
            x += metrics.horizontalAdvance(text) + 10

    def _words(self, one: FunnelStep) -> str:
        words = [f"{one.name} {formats.full(one.value)}"]
        if one.before is not None:
            words.append(f"{self._before_name} {formats.full(one.before)}".strip())
        if one.rate is not None:
            words.append(self.tr("{share} of the step above").format(share=formats.percent(one.rate)))
        if one.points is not None:
            words.append(f"{formats.arrow(one.points)} {formats.points(one.points)}")
        if one.note:
            words.append(one.note)
        return " · ".join(words)

    def _speak(self) -> None:
        self.describe(self._words(self._steps[self._current]) if self._steps else self.tr("no data"))


def _signed_points(value: float) -> str:
    return f"{formats.arrow(value)} {formats.points(value)}"
