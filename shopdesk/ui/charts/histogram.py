"""Counts of values in bins with threshold lines that can be dragged: where the tiers of an offer stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat
from shopdesk.ui.charts.scale import Floats, Scale, nice_ticks
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_TOP_PX = 30.0
_BOTTOM_PX = 22.0
_FLAG_PX = 20.0
_GRAB_PX = 6.0
_NOTE_PX = 16.0
_ARROW_PX = 24.0
_LEAST_NOTED_PX = 56.0


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line at ``value`` with a flag (``label``) and, at its arrow, notes: how many values come over it."""

    value: float
    label: str
    notes: tuple[str, ...] = ()
    movable: bool = True


@dataclass(frozen=True, slots=True)
class Bins:
    """Counts of equally wide bins from 0; the last one holds everything from ``overflow`` on."""

    width: float
    counts: NDArray[np.int64]
    overflow: float

    @classmethod
    def of(cls, values: Floats, *, width: float, overflow: float) -> Bins:
        """Count values; unknown ones are left out, negative ones stand in the first bin."""
        finite = values[np.isfinite(values)]
        last = round(overflow / width)
        places = np.clip(np.floor_divide(finite, width), 0, last).astype(np.int64)
        return cls(width, np.bincount(places, minlength=last + 1), overflow)

    def name(self, place: int) -> str:
        """Return the span of a bin: 120–130, 300+."""
        low = place * self.width
        return f"{low:g}+" if place == len(self.counts) - 1 else f"{low:g}–{low + self.width:g}"


class Histogram(Canvas):
    """``threshold_moved`` while a line is dragged, ``threshold_released`` when it is let go: (index, value)."""

    threshold_moved = Signal(int, float)
    threshold_released = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sorted: Floats = np.empty(0)
        self._bins = Bins(1.0, np.zeros(2, dtype=np.int64), 1.0)
        self._arriving: Floats = np.zeros(2)
        self._leaving: Floats = np.zeros(2)
        self._thresholds: tuple[Threshold, ...] = ()
        self._snap = 1.0
        self._format: ValueFormat = formats.full
        self._value_name = ""
        self._count_name = ""
        self._tier_texts: tuple[str, ...] = ()
        self._current = 0
        self._grabbed: int | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(260, 130)

    def set_values(
        self,
        values: Sequence[float] | Floats,
        *,
        bin_width: float,
        overflow: float,
        value_name: str = "",
        count_name: str = "",
        value_format: ValueFormat = formats.full,
    ) -> None:
        """Count values once; ``overflow`` begins the last, open bin ("300+"). Clears the second layer."""
        array = np.asarray(values, dtype=np.float64)
        self._sorted = np.sort(array[np.isfinite(array)])
        self._bins = Bins.of(array, width=bin_width, overflow=overflow)
        self._arriving = np.zeros(len(self._bins.counts))
        self._leaving = np.zeros(len(self._bins.counts))
        self._value_name, self._count_name, self._format = value_name, count_name, value_format
        self._speak()
        self.update()

    def set_moves(self, *, arriving: Sequence[float] | Floats, leaving: Sequence[float] | Floats) -> None:
        """Set the second layer, one number a bin: values that come in (accent) and go away (dashed outline)."""
        come, go = np.asarray(arriving, dtype=np.float64), np.asarray(leaving, dtype=np.float64)
        if len(come) != len(self._bins.counts) or len(go) != len(self._bins.counts):
            raise ValueError(f"one number a bin: {len(self._bins.counts)}, not {len(come)} and {len(go)}")
        self._arriving, self._leaving = come, go
        self.update()

    def set_thresholds(self, thresholds: Sequence[Threshold], *, snap: float = 1.0) -> None:
        """Set the lines in ascending order; they move in steps of ``snap`` and never pass each other."""
        self._thresholds = tuple(thresholds)
        self._snap = snap
        self._current = min(self._current, max(0, len(self._thresholds) - 1))
        self._speak()
        self.update()

    def set_tier_texts(self, texts: Sequence[str]) -> None:
        """Set the words under the axis, e.g. how many orders reach each tier."""
        self._tier_texts = tuple(texts)
        self.update()

    def thresholds(self) -> tuple[Threshold, ...]:
        """Return the lines as they stand."""
        return self._thresholds

    def bins(self) -> Bins:
        """Return the counted bins."""
        return self._bins

    def table(self) -> ChartTable:
        """Return one row a bin."""
        columns = (
            self._value_name or self.tr("From – to"),
            self._count_name or self.tr("Count"),
            self.tr("Arriving"),
            self.tr("Leaving"),
        )
        b = self._bins
        rows = tuple(
            (b.name(i), int(b.counts[i]), float(self._arriving[i]), float(self._leaving[i]))
            for i in range(len(b.counts))
        )
        return ChartTable(columns, rows, (None, formats.full, formats.full, formats.full))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw axis, bars, the second layer, lines with flags and handles."""
        x, y = self._scales(rect)
        self._paint_axes(painter, x, y)
        self._paint_bars(painter, x, y)
        for place in range(len(self._thresholds)):
            self._paint_threshold(painter, place, x, y)
        painter.setPen(QColor(tokens().secondary))
        if self._tier_texts:
            line = QRectF(x.start, rect.bottom() - 18, rect.right() - x.start, 18)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, "    ".join(self._tier_texts))

    def line_x(self, place: int) -> float:
        """Return the pixel of a threshold line."""
        return self._line_pixel(self._scales(QRectF(self.rect()))[0], place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest line."""
        place = self._line_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._grabbed = self._current = place
            self.setCursor(Qt.CursorShape.SizeHorCursor)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line that was taken; else show whether one can be."""
        if self._grabbed is None:
            over = self._line_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
            return
        x, _ = self._scales(QRectF(self.rect()))
        self._move(self._grabbed, x.value(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the line go."""
        if self._grabbed is not None:
            place, self._grabbed = self._grabbed, None
            self.threshold_released.emit(place, self._thresholds[place].value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the current line (Shift by ten), Up and Down choose another."""
        key = event.key()
        if not self._thresholds or key not in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._current = (self._current + (1 if key == Qt.Key.Key_Up else -1)) % len(self._thresholds)
            self._speak()
            self.update()
            return
        step = self._snap * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        value = self._thresholds[self._current].value + (step if key == Qt.Key.Key_Right else -step)
        if self._move(self._current, value):
            self.threshold_released.emit(self._current, self._thresholds[self._current].value)

    def event(self, event: QEvent) -> bool:
        """Show a line's notes at its flag, also where there is no room to write them."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._line_at(QPointF(event.pos()))
            line = self._thresholds[place] if place is not None else None
            QToolTip.showText(event.globalPos(), "\n".join((line.label, *line.notes)) if line else "", self)
            return True
        return super().event(event)

    def retranslate(self) -> None:
        """Word the description anew."""
        self._speak()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(640, 200)

    def _move(self, place: int, value: float) -> bool:
        line = self._thresholds[place]
        low = self._thresholds[place - 1].value + self._snap if place else self._snap
        after = place + 1 < len(self._thresholds)
        high = self._thresholds[place + 1].value - self._snap if after else max(self._bins.overflow, line.value)
        snapped = min(high, max(low, round(value / self._snap) * self._snap))
        if snapped == line.value or not line.movable or high < low:
            return False
        lines = list(self._thresholds)
        lines[place] = replace(line, value=snapped)
        self._thresholds = tuple(lines)
        self._speak()
        self.update()
        self.threshold_moved.emit(place, snapped)
        return True

    def _line_pixel(self, x: Scale, place: int) -> float:
        """Return where a line stands; lines beyond the axis stand side by side in its last, open bar."""
        beyond = sum(line.value > self._axis_end for line in self._thresholds[place + 1 :])
        return min(x.pixel(self._thresholds[place].value), x.end - beyond * _GRAB_PX)

    @property
    def _axis_end(self) -> float:
        return self._bins.width * len(self._bins.counts)

    def _line_at(self, point: QPointF) -> int | None:
        x, _ = self._scales(QRectF(self.rect()))
        metrics = QFontMetricsF(body_font(pixels=CAPTION_PT_PX))
        best: int | None = None
        for place, line in enumerate(self._thresholds):
            at = self._line_pixel(x, place)
            width = metrics.horizontalAdvance(line.label) + 16
            left = _flag_left(at, width, x)
            on_flag = point.y() <= _FLAG_PX + 4 and left <= point.x() <= left + width
            if line.movable and (on_flag or abs(point.x() - at) <= _GRAB_PX):
                best = place
        return best

    def _scales(self, rect: QRectF) -> tuple[Scale, Scale]:
        top = float(max(1.0, (self._bins.counts + self._arriving).max(initial=0)))
        label = QFontMetricsF(body_font(pixels=CAPTION_PT_PX)).horizontalAdvance(formats.short(top)) + 14
        foot = _BOTTOM_PX + (18 if self._tier_texts else 0)
        x = Scale(0.0, self._axis_end, rect.left() + label, rect.right() - 12)
        return x, Scale(0.0, top * 1.08, rect.bottom() - foot, rect.top() + _TOP_PX)

    def _paint_axes(self, painter: QPainter, x: Scale, y: Scale) -> None:
        t = tokens()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in nice_ticks(0, y.high, count=max(2, int((y.start - y.end) / 36)), whole=True):
            at = round(y.pixel(value)) + 0.5
            painter.setPen(QPen(QColor(t.border if value == 0 else t.grid_line), 1))
            painter.drawLine(QPointF(x.start, at), QPointF(x.end, at))
            painter.setPen(QColor(t.secondary))
            painter.drawText(QRectF(x.start - 68, at - 9, 60, 18), right, formats.short(value))
        over = self._bins.overflow
        room = QFontMetricsF(body_font(pixels=CAPTION_PT_PX)).horizontalAdvance(f"{self._format(over)}+") / 2 + 8
        marks = nice_ticks(0, over, count=max(2, int((x.end - x.start) / 90)))
        for value in marks:
            if x.pixel(value) < x.pixel(over + self._bins.width / 2) - 2 * room:
                self._paint_mark(painter, x.pixel(value), y.start, self._format(value))
        self._paint_mark(painter, x.pixel(over + self._bins.width / 2), y.start, f"{self._format(over)}+")

    def _paint_mark(self, painter: QPainter, at: float, bottom: float, text: str) -> None:
        painter.setPen(QColor(tokens().secondary))
        painter.drawText(QRectF(at - 45, bottom + 3, 90, 16), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_bars(self, painter: QPainter, x: Scale, y: Scale) -> None:
        t = tokens()
        dashed = QPen(QColor(t.secondary), 1)
        dashed.setDashPattern([2.0, 2.0])
        ground = role_colour("disabled", alpha=0.6 if t.name == "light" else 1.0)
        for i, count in enumerate(self._bins.counts):
            left, right = x.pixel(i * self._bins.width), x.pixel((i + 1) * self._bins.width)
            box = QRectF(left + 0.5, 0, max(1.0, right - left - 1), 0)
            stay = max(0.0, float(count) - float(self._leaving[i]))
            painter.setPen(Qt.PenStyle.NoPen)
            self._bar(painter, box, y, 0.0, stay, ground)
            self._bar(painter, box, y, stay, stay + float(self._arriving[i]), QColor(t.accent))
            if self._leaving[i] > 0:
                painter.setPen(dashed)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                base = stay + float(self._arriving[i])
                edge = QRectF(box.left(), y.pixel(base + float(self._leaving[i])), box.width(), 0)
                edge.setBottom(y.pixel(base))
                painter.drawRect(edge)

    def _bar(self, painter: QPainter, box: QRectF, y: Scale, low: float, high: float, colour: QColor) -> None:
        if high > low:
            top = y.pixel(high)
            painter.fillRect(QRectF(box.left(), top, box.width(), y.pixel(low) - top), colour)

    def _paint_threshold(self, painter: QPainter, place: int, x: Scale, y: Scale) -> None:
        t = tokens()
        line = self._thresholds[place]
        at = self._line_pixel(x, place)
        accent = QColor(t.accent)
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(at, y.end - _TOP_PX + _FLAG_PX), QPointF(at, y.start))
        width = painter.fontMetrics().horizontalAdvance(line.label) + 16
        box = QRectF(_flag_left(at, width, x), y.end - _TOP_PX + 1, width, _FLAG_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.heat[4]) if t.name == "dark" else accent)
        painter.drawRoundedRect(box, 3, 3)
        if self.hasFocus() and place == self._current:
            painter.setPen(QPen(QColor(t.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
        painter.setPen(QColor(t.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.label)
        if line.movable:
            self._paint_handle(painter, QPointF(at, y.start - 12))
        self._paint_notes(painter, place, at, x, y)

    def _paint_handle(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(QPen(QColor(tokens().accent), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (-1, 1):
            path = QPainterPath(QPointF(centre.x() + side * 4, centre.y() - 4))
            path.lineTo(QPointF(centre.x() + side * 8, centre.y()))
            path.lineTo(QPointF(centre.x() + side * 4, centre.y() + 4))
            painter.drawPath(path)

    def _paint_notes(self, painter: QPainter, place: int, at: float, x: Scale, y: Scale) -> None:
        line = self._thresholds[place]
        if not line.notes:
            return
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(note) for note in line.notes)
        left = at + 26 if at + 26 + width <= x.end + 12 else at - 30 - width
        first, last = (
            int(x.value(edge) / self._bins.width) for edge in (min(left, at - 24), max(at + 24, left + width))
        )
        near = slice(max(0, first), max(1, last + 1))
        peak = float((self._bins.counts[near] + self._arriving[near]).max(initial=0))
        base = max(y.end + 26, y.pixel(peak) - 2 - _NOTE_PX * (len(line.notes) - 1))
        t = tokens()
        painter.setPen(QPen(QColor(t.accent), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(at - 22, base))
        path.cubicTo(QPointF(at - 12, base - 16), QPointF(at + 8, base - 16), QPointF(at + 18, base - 2))
        path.moveTo(QPointF(at + 12, base - 4))
        path.lineTo(QPointF(at + 18, base - 2))
        path.lineTo(QPointF(at + 19, base - 9))
        painter.drawPath(path)
        over = place + 1 < len(self._thresholds) and left + width > self._line_pixel(x, place + 1) - _ARROW_PX
        free_from = self._line_pixel(x, place - 1) + 30 + width if place else x.start  # behind the note before
        if over or (left < at and left < free_from) or y.start - y.end < _LEAST_NOTED_PX:
            return  # no room between the lines: the notes stand in the flag's tooltip
        for row, note in enumerate(line.notes):
            painter.setPen(QColor(t.accent_text if row == 0 else t.secondary))
            top = base - _NOTE_PX + row * _NOTE_PX
            painter.drawText(QRectF(left, top, width + 2, _NOTE_PX), Qt.AlignmentFlag.AlignVCenter, note)

    def _speak(self) -> None:
        if not self._thresholds:
            self.describe(self.tr("{count} {count:value|values}").format(count=formats.full(len(self._sorted))))
            return
        line = self._thresholds[self._current]
        reached = len(self._sorted) - int(np.searchsorted(self._sorted, line.value, side="left"))
        self.describe(
            self.tr(
                "line {label} at {value}, {count} {count:value reaches|values reach} it; left and right move it"
            ).format(label=line.label, value=self._format(line.value), count=formats.full(reached))
        )


def _flag_left(at: float, width: float, x: Scale) -> float:
    """Return where the flag of a line begins: at the line, or ending there where it would leave the picture."""
    return at - 1 if at + width <= x.end + 12 else at - width + 1
