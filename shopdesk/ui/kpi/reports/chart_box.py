"""Charts on a page as vectors: lines over days, bars over names, and the waterfall of a change."""

from __future__ import annotations

from datetime import date
from math import ceil, floor, log10
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from shopdesk.app.kpi.reports.model import Amount, Chart, Kind, Series, Waterfall
from shopdesk.app.kpi.reports.words import Words
from shopdesk.ui.kpi.reports import ink
from shopdesk.ui.kpi.reports.boxes import Behind, Whole

HEIGHT: Final = 1150
SHORT: Final = 760
TITLE: Final = 140
AXIS: Final = 110
LABELS: Final = 360
TICKS: Final = 4
BAR_ROW: Final = 190
LINES: Final = (ink.PAPER.accent, ink.PAPER.secondary, ink.PAPER.category, ink.PAPER.competitor)


class ChartBox(Whole):
    """Series over days or names."""

    def __init__(self, chart: Chart, words: Words, *, short: bool = False) -> None:
        self._chart, self._words = chart, words
        self._height = SHORT if short else HEIGHT

    def height(self, width: float) -> float:  # noqa: ARG002 (the protocol)
        """Fixed."""
        return self._height

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw title, legend, axes and series."""
        self._legend(painter, QRectF(place.left(), place.top(), place.width(), TITLE))
        plot = self._plot(place)
        known = [value for one in self._chart.series for value in one.values if value is not None]
        if not known:
            ink.write(painter, plot, self._words("no_values"), colour=ink.PAPER.secondary, align=ink.CENTRE)
            return
        low, high, step = scale(min(0.0, *known), max(0.0, *known))
        self._marks(painter, plot)
        self._grid(painter, plot, low, high, step)
        for number, series in enumerate(self._chart.series):
            colour = LINES[number % len(LINES)]
            if self._chart.bars:
                self._bars(painter, plot, series, number, low, high, colour)
            else:
                self._line(painter, plot, series, low, high, colour)
        self._days(painter, plot)

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:
        """Return the day or name nearest to a point with the value of every series there."""
        chart, plot = self._chart, self._plot(place)
        metrics = frozenset({chart.key.removeprefix("chart_"), chart.title})
        count = len(chart.labels)
        if not count or not plot.left() <= point.x() <= plot.right():
            return Behind((chart.title,), metrics)
        at = min(count - 1, int((point.x() - plot.left()) / plot.width() * count))
        label = chart.labels[at]
        values = [f"{one.name} {self._words.value(one.values[at], one.kind)}" for one in chart.series]
        day = f"{label:%Y-%m-%d}" if isinstance(label, date) else str(label)
        return Behind((f"{chart.title} · {day}", *values), metrics)

    def _plot(self, place: QRectF) -> QRectF:
        return place.adjusted(LABELS, TITLE + 60, -30, -AXIS)

    def _legend(self, painter: QPainter, place: QRectF) -> None:
        title = self._chart.title
        ink.write(painter, place, title, bold=True)
        left = place.left() + ink.text_width(title, ink.BODY, bold=True) + 120
        for number, series in enumerate(self._chart.series):
            colour = LINES[number % len(LINES)]
            middle = place.center().y()
            pen = QPen(QColor(colour), 14)
            pen.setStyle(Qt.PenStyle.DashLine if series.dashed else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, middle), QPointF(left + 130, middle))
            text = QRectF(left + 170, place.top(), place.right() - left, place.height())
            ink.write(painter, text, series.name, size=ink.SMALL, colour=ink.PAPER.secondary)
            left += 170 + ink.text_width(series.name, ink.SMALL) + 100

    def _grid(self, painter: QPainter, plot: QRectF, low: float, high: float, step: float) -> None:
        count = round((high - low) / step)
        for tick in range(count + 1):
            value = low + tick * step
            y = _y(plot, value, low, high)
            ink.line(painter, QPointF(plot.left(), y), QPointF(plot.right(), y), ink.PAPER.grid_line)
            box = QRectF(plot.left() - LABELS, y - 60, LABELS - 30, 120)
            text = axis_text(self._words, value, self._chart.series[0].kind, step)
            ink.write(painter, box, text, size=ink.SMALL, colour=ink.PAPER.secondary, align=ink.RIGHT)

    def _marks(self, painter: QPainter, plot: QRectF) -> None:
        count = len(self._chart.labels)
        for mark in self._chart.marks:
            left, right = (_x(plot, place, count) for place in (mark.first - 0.5, mark.last + 0.5))
            band = QRectF(
                max(left, plot.left()), plot.top(), min(right, plot.right()) - max(left, plot.left()), plot.height()
            )
            ink.fill(painter, band, ink.PAPER.warn)
            name = ink.shortened(mark.name, 60, max(band.width(), 260))
            start = min(band.left(), plot.right() - ink.text_width(name, 60))
            label = QRectF(start, plot.top() - 80, 600, 80)
            ink.write(painter, label, name, size=60, colour=ink.PAPER.warn_text)

    def _line(self, painter: QPainter, plot: QRectF, series: Series, low: float, high: float, colour: str) -> None:
        path, is_down = QPainterPath(), False
        count = len(self._chart.labels)
        for place, value in enumerate(series.values):
            if value is None:
                is_down = False
                continue
            point = QPointF(_x(plot, place, count), _y(plot, value, low, high))
            if is_down:
                path.lineTo(point)
            else:
                path.moveTo(point)
            if not is_down and (place + 1 == len(series.values) or series.values[place + 1] is None):
                ink.fill(painter, QRectF(point.x() - 14, point.y() - 14, 28, 28), colour, radius=14)
            is_down = True
        pen = QPen(QColor(colour), 10 if series.dashed else 16)
        pen.setStyle(Qt.PenStyle.DashLine if series.dashed else Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _bars(
        self, painter: QPainter, plot: QRectF, series: Series, number: int, low: float, high: float, colour: str
    ) -> None:
        count, rows = len(self._chart.labels), len(self._chart.series)
        slot = plot.width() / max(count, 1)
        wide = min(slot * 0.7 / rows, 220)
        for place, value in enumerate(series.values):
            if value is None:
                continue
            left = plot.left() + (place + 0.5) * slot - rows * wide / 2 + number * wide
            y, zero = _y(plot, value, low, high), _y(plot, 0, low, high)
            ink.fill(painter, QRectF(left, min(y, zero), wide * 0.9, max(abs(zero - y), 4)), colour)

    def _days(self, painter: QPainter, plot: QRectF) -> None:
        labels = self._chart.labels
        count = len(labels)
        step = max(1, ceil(count * (260 if not self._chart.bars else 10) / plot.width()))
        slot = plot.width() / max(count, 1)
        for place in range(0, count, step):
            label = labels[place]
            text = f"{label:%m-%d}" if isinstance(label, date) else str(label)
            middle = plot.left() + (place + 0.5) * slot if self._chart.bars else _x(plot, place, count)
            wide = slot if self._chart.bars else 400
            box = QRectF(middle - wide / 2, plot.bottom() + 10, wide, AXIS - 20)
            shown = ink.shortened(text, ink.SMALL, wide)
            ink.write(painter, box, shown, size=ink.SMALL, colour=ink.PAPER.secondary, align=ink.CENTRE)


class WaterfallBox(Whole):
    """A change in steps: one row a step, bars that start where the last one ended."""

    def __init__(self, waterfall: Waterfall, words: Words) -> None:
        self._fall, self._words = waterfall, words

    def height(self, width: float) -> float:
        """One row a bar and the sentence below."""
        sentence = ink.text_height(self._fall.sentence, ink.BODY, width) + 40 if self._fall.sentence else 0
        return TITLE + (len(self._fall.steps) + 2) * BAR_ROW + sentence

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw the bars."""
        title = QRectF(place.left(), place.top(), place.width(), TITLE)
        ink.write(painter, title, self._fall.title, bold=True)
        bars = QRectF(place.left() + 1750, place.top() + TITLE, place.width() - 1750 - 900, 0)
        levels = self._levels()
        low, high = min(0.0, *(min(pair) for pair in levels)), max(0.0, *(max(pair) for pair in levels))
        rows = [self._fall.before, *self._fall.steps, self._fall.after]
        for number, (amount, (start, end)) in enumerate(zip(rows, levels, strict=True)):
            top = place.top() + TITLE + number * BAR_ROW
            is_end = number in (0, len(rows) - 1)
            self._row(painter, place, top, bars, amount, (start, end), (low, high), is_end=is_end)
        if self._fall.sentence:
            top = place.top() + TITLE + len(rows) * BAR_ROW + 20
            below = QRectF(place.left(), top, place.width(), place.bottom() - top)
            ink.write(painter, below, self._fall.sentence, wrapped=True)

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:  # noqa: ARG002 (one sum stands behind all bars)
        """Return the sum that the steps make; the words below it give more."""
        fall, words = self._fall, self._words
        start, end = (f"{one.name} {words.value(one.value, one.kind)}" for one in (fall.before, fall.after))
        steps = [f"{one.name} {words.value(one.value, one.kind, signed=True)}" for one in fall.steps]
        return Behind((fall.title, start, *steps, f"= {end}"))

    def _levels(self) -> list[tuple[float, float]]:
        at = self._fall.before.value or 0.0
        levels = [(0.0, at)]
        for step in self._fall.steps:
            levels.append((at, at + (step.value or 0.0)))
            at += step.value or 0.0
        return [*levels, (0.0, self._fall.after.value or 0.0)]

    def _row(
        self,
        painter: QPainter,
        place: QRectF,
        top: float,
        bars: QRectF,
        amount: Amount,
        level: tuple[float, float],
        reach: tuple[float, float],
        *,
        is_end: bool,
    ) -> None:
        spread = (reach[1] - reach[0]) or 1.0
        left, right = (bars.left() + (value - reach[0]) / spread * bars.width() for value in sorted(level))
        colour = ink.PAPER.accent if is_end else ink.PAPER.up if level[1] >= level[0] else ink.PAPER.down
        ink.fill(painter, QRectF(left, top + 35, max(right - left, 8), BAR_ROW - 70), colour)
        name = QRectF(place.left(), top, 1700, BAR_ROW)
        ink.write(painter, name, ink.shortened(amount.name, ink.BODY, 1680, bold=is_end), bold=is_end)
        value = self._words.value(amount.value, amount.kind, signed=not is_end)
        box = QRectF(place.right() - 880, top, 880, BAR_ROW)
        ink.write(painter, box, value, bold=is_end, align=ink.RIGHT)


def scale(low: float, high: float) -> tuple[float, float, float]:
    """Return round limits and the step between ticks."""
    spread = (high - low) or abs(high) or 1.0
    rough = spread / TICKS
    unit = 10.0 ** floor(log10(rough))
    step = unit * next(factor for factor in (1, 2, 2.5, 5, 10) if factor * unit >= rough * 0.999)
    return floor(low / step) * step, ceil(high / step) * step, step


def axis_text(words: Words, value: float, kind: Kind, step: float) -> str:
    """Return the text of a tick, with as many places as the step needs."""
    size = step * (100 if kind is Kind.PERCENT else 1)
    places = max(0, -floor(log10(size))) if size < 1 else 0
    if size < 1 and round(size * 10**places) != size * 10**places:
        places += 1
    return words.value(value, kind, decimals=places)


def _x(plot: QRectF, place: float, count: int) -> float:
    return plot.left() + (place + 0.5) / max(count, 1) * plot.width()


def _y(plot: QRectF, value: float, low: float, high: float) -> float:
    return plot.bottom() - (value - low) / ((high - low) or 1.0) * plot.height()
