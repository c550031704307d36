"""From one value to another in steps: what each factor added or took away, ending where the later value stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat, known
from shopdesk.ui.charts.scale import Scale
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_LABEL_PX: Final = 18.0
_FOOT_PX: Final = 20.0
_BAR_SHARE: Final = 0.68
_WIDEST_PX: Final = 72.0
_SMALL: Final = 0.15
"""Steps that together reach less than this share of the values are drawn above a broken foot."""
_PALE: Final = 0.4


class Role(StrEnum):
    """What a bar is."""

    LEVEL = "level"  # a value: the first and the last bar
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a value or a change. ``low`` and ``high`` are its 80 % interval, NaN for none.

    ``is_chance`` draws a change pale: chance alone could make it. ``text`` is what is written at it, ``short`` where
    the bars stand too close for it.
    """

    name: str
    value: float
    text: str
    role: Role = Role.STEP
    low: float = math.nan
    high: float = math.nan
    is_chance: bool = False
    note: str = ""
    short: str = ""


class Waterfall(Canvas):
    """Bars from left to right; arrow keys move along them, ``bar_chosen`` tells a click or Return on one."""

    bar_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._format: ValueFormat = formats.full
        self._current = 0
        self.setMouseTracking(True)
        self.setMinimumHeight(120)

    def set_bars(self, bars: Sequence[Bar], *, value_format: ValueFormat = formats.full) -> None:
        """Show bars; ``value_format`` words the figures of the table twin and of the ends of intervals."""
        self._bars, self._format = tuple(bars), value_format
        self._current = min(self._current, max(0, len(bars) - 1))
        self._speak()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars shown."""
        return self._bars

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw bars, links and labels."""
        if not self._bars:
            painter.setPen(QColor(tokens().secondary))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, formats.UNKNOWN)
            return
        self._draw(painter, rect, with_focus=self.hasFocus())

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw without the focus mark."""
        if self._bars:
            self._draw(painter, rect, with_focus=False)

    def table(self) -> ChartTable:
        """Return name, change or value, and the interval of each bar."""
        rows = tuple((bar.name, bar.value, known(bar.low), known(bar.high), bar.note) for bar in self._bars)
        columns = (
            self.tr("Step"),
            self.tr("Value or change"),
            self.tr("80 % from"),
            self.tr("80 % to"),
            self.tr("Note"),
        )
        return ChartTable(columns, rows, (None, self._format, self._format, self._format, None))

    def retranslate(self) -> None:
        """Word the description anew."""
        self._speak()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(480, 220)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which names can be read."""
        return QSize(56 * max(3, len(self._bars)), 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move along the bars, Return opens one."""
        key = event.key()
        if not self._bars or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.bar_chosen.emit(self._current)
            return
        step = 1 if key == Qt.Key.Key_Right else -1
        self._current = min(len(self._bars) - 1, max(0, self._current + step))
        self._speak()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar under the pointer."""
        place = self._bar_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._current = place
            self._speak()
            self.update()
            self.bar_chosen.emit(place)
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say a bar's figures and note at the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(self._bars[place]) if place is not None else "", self)
            return True
        return super().event(event)

    # --- painting

    def _levels(self) -> list[tuple[float, float]]:
        """Return from where to where each bar goes."""
        spans, at = [], 0.0
        for bar in self._bars:
            if bar.role is Role.LEVEL:
                spans.append((0.0, bar.value))
                at = bar.value
            else:
                spans.append((at, at + bar.value))
                at += bar.value
        return spans

    def _scale(self, rect: QRectF, spans: list[tuple[float, float]]) -> tuple[Scale, bool]:
        """Return the value scale, and whether its foot is broken off above 0."""
        ends = [end for span in spans for end in span[1:]]
        ends += [start for bar, (start, _) in zip(self._bars, spans, strict=True) if bar.role is Role.STEP]
        low, high = min(ends), max(ends)
        reach = high - low
        is_broken = low > 0 and reach < _SMALL * high
        foot = low - 0.8 * reach if is_broken and reach > 0 else min(0.0, low)
        top, bottom = rect.top() + _LABEL_PX + 2, rect.bottom() - _FOOT_PX
        if low < 0:
            bottom -= _LABEL_PX
        return Scale(
            foot, max(high, foot + 1e-12, 0.0 if not is_broken else high), bottom, top
        ), is_broken and reach > 0

    def _columns(self, rect: QRectF) -> list[QRectF]:
        wide = rect.width() / len(self._bars)
        own = min(_WIDEST_PX, wide * _BAR_SHARE)
        return [QRectF(rect.left() + wide * i + (wide - own) / 2, 0, own, 0) for i in range(len(self._bars))]

    def _draw(self, painter: QPainter, rect: QRectF, *, with_focus: bool) -> None:
        spans = self._levels()
        scale, is_broken = self._scale(rect, spans)
        columns = self._columns(rect)
        t = tokens()
        foot = scale.pixel(0.0 if not is_broken else scale.low)
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawLine(QPointF(rect.left(), round(foot) + 0.5), QPointF(rect.right(), round(foot) + 0.5))
        self._draw_links(painter, columns, spans, scale)
        for place, (bar, column, span) in enumerate(zip(self._bars, columns, spans, strict=True)):
            start = foot if bar.role is Role.LEVEL else scale.pixel(span[0])
            box = _box(column, start, scale.pixel(span[1]))
            self._draw_bar(painter, bar, box)
            if bar.role is Role.LEVEL and is_broken:
                _draw_break(painter, box)
            self._draw_interval(painter, bar, span, column, scale)
            self._draw_texts(painter, bar, box, column, rect)
            if with_focus and place == self._current:
                painter.setPen(QPen(QColor(t.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 3, 3)

    def _draw_links(
        self, painter: QPainter, columns: list[QRectF], spans: list[tuple[float, float]], scale: Scale
    ) -> None:
        pen = QPen(QColor(tokens().secondary), 1)
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        for place in range(len(columns) - 1):
            y = round(scale.pixel(spans[place][1])) + 0.5
            painter.drawLine(QPointF(columns[place].right(), y), QPointF(columns[place + 1].left(), y))

    def _draw_bar(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        if bar.role is Role.LEVEL:
            painter.fillRect(box, role_colour("disabled", alpha=0.55))
            return
        role = "up" if bar.value > 0 else "down" if bar.value < 0 else "secondary"
        painter.fillRect(box, role_colour(role, alpha=_PALE if bar.is_chance else 1.0))
        if bar.is_chance:
            pen = QPen(role_colour(role), 1)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_interval(
        self, painter: QPainter, bar: Bar, span: tuple[float, float], column: QRectF, scale: Scale
    ) -> None:
        """Draw the ends of the interval beside the bar, cut at the edges of the chart."""
        if not (math.isfinite(bar.low) and math.isfinite(bar.high)):
            return
        x = column.right() + 4
        low, high = sorted((scale.end, scale.start))
        ends = [min(high, max(low, scale.pixel(span[0] + end))) for end in (bar.low, bar.high)]
        painter.setPen(QPen(QColor(tokens().secondary), 1))
        painter.drawLine(QPointF(x, ends[0]), QPointF(x, ends[1]))
        for y in ends:
            painter.drawLine(QPointF(x - 2, y), QPointF(x + 2, y))

    def _draw_texts(self, painter: QPainter, bar: Bar, box: QRectF, column: QRectF, rect: QRectF) -> None:
        t = tokens()
        metrics = QFontMetricsF(body_font(pixels=CAPTION_PT_PX))
        wide = rect.width() / len(self._bars)
        below = box.height() > 0 and bar.role is Role.LEVEL and bar.value < 0
        top = box.bottom() + 1 if below else max(rect.top(), box.top() - _LABEL_PX)
        colour = t.text
        if bar.role is Role.STEP:
            colour = t.up_text if bar.value > 0 else t.down_text if bar.value < 0 else t.secondary
        painter.setPen(QColor(colour))
        centred = Qt.AlignmentFlag.AlignCenter
        fits = all(metrics.horizontalAdvance(one.text) <= wide - 4 for one in self._bars)
        text = metrics.elidedText(bar.text if fits else bar.short or bar.text, Qt.TextElideMode.ElideRight, wide + 8)
        painter.drawText(QRectF(column.center().x() - wide / 2 - 4, top, wide + 8, _LABEL_PX), centred, text)
        painter.setPen(QColor(t.secondary))
        name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, wide - 2)
        painter.drawText(
            QRectF(column.center().x() - wide / 2, rect.bottom() - _FOOT_PX + 2, wide, _LABEL_PX), centred, name
        )

    def _bar_at(self, point: QPointF) -> int | None:
        if not self._bars or not self.rect().contains(point.toPoint()):
            return None
        return min(len(self._bars) - 1, max(0, int(point.x() / (self.width() / len(self._bars)))))

    def _words(self, bar: Bar) -> str:
        lines = [f"{bar.name} {bar.text}"]
        if math.isfinite(bar.low) and math.isfinite(bar.high):
            lines.append(
                self.tr("80 % interval {low} … {high}").format(low=self._format(bar.low), high=self._format(bar.high))
            )
        if bar.note:
            lines.append(bar.note)
        return "\n".join(lines)

    def _speak(self) -> None:
        if not self._bars:
            self.describe(self.tr("nothing to show"))
            return
        bar = self._bars[self._current]
        words = self._words(bar).replace("\n", ", ")
        self.describe(
            self.tr("{place} of {count}: {words}").format(place=self._current + 1, count=len(self._bars), words=words)
        )


def _box(column: QRectF, start: float, end: float) -> QRectF:
    top, bottom = min(start, end), max(start, end)
    return QRectF(column.left(), top, column.width(), max(2.0, bottom - top))


def _draw_break(painter: QPainter, box: QRectF) -> None:
    """Cut through a bar that doesn't begin at 0."""
    painter.setPen(QPen(QColor(tokens().card), 3))
    y = box.bottom() - 10
    painter.drawLine(QPointF(box.left() - 2, y + 3), QPointF(box.right() + 2, y - 3))
