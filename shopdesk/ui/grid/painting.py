"""How cells are drawn: plain text, and the marks that columns share (interval, swatch, chip, verb)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from shopdesk.ui.grid.columns import MISSING, Row
from shopdesk.ui.tokens import Tokens

PADDING_PX: Final = 8
_SWATCH_PX: Final = 8
_GAP_PX: Final = 8
_CHIP_HEIGHT_PX: Final = 20
_BAR_PX: Final = 8
_TICK_PX: Final = 16
_TRIANGLE_PX: Final = 8


@dataclass(frozen=True, slots=True)
class CellPaint:
    """All that a column's ``paint`` needs: where, what, and the look in force. ``rect`` is the whole cell."""

    painter: QPainter
    rect: QRect
    value: Any
    text: str
    row: Row
    tokens: Tokens
    font: QFont
    selected: bool

    @property
    def inner(self) -> QRect:
        """The cell without its padding."""
        return self.rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)


@lru_cache(maxsize=20_000)
def _elided(text: str, width: int, font_key: str) -> tuple[str, int]:
    metrics = _metrics(font_key)
    advance = metrics.horizontalAdvance(text)
    if advance <= width:
        return text, advance
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
    return short, metrics.horizontalAdvance(short)


@lru_cache(maxsize=16)
def _metrics(font_key: str) -> QFontMetrics:
    font = QFont()
    font.fromString(font_key)
    font.setFeature(QFont.Tag("tnum"), 1)
    return QFontMetrics(font)


def text_width(text: str, font: QFont) -> int:
    """Return the width of a text in pixels, remembered."""
    return _elided(text, 1 << 24, font.toString())[1]


def draw_text(
    painter: QPainter, rect: QRect, text: str, *, font: QFont, color: str, right: bool = False, key: str = ""
) -> int:
    """Draw one line, elided at the end; return where it ends (left for right-aligned). ``key`` saves time."""
    shown, advance = _elided(text.replace("\n", " ⏎ ") if "\n" in text else text, rect.width(), key or font.toString())
    painter.setFont(font)
    painter.setPen(QColor(color))
    metrics = _metrics(key or font.toString())
    baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
    left = rect.right() + 1 - advance if right else rect.left()
    painter.drawText(left, baseline, shown)
    return left if right else left + advance


def draw_swatch(cell: CellPaint, *, color: str, text: str, note: str = "") -> None:
    """Draw a small square of a colour, the text beside it and a note in secondary grey."""
    inner = cell.inner
    top = inner.top() + (inner.height() - _SWATCH_PX) // 2
    cell.painter.fillRect(QRect(inner.left(), top, _SWATCH_PX, _SWATCH_PX), QColor(color))
    rest = inner.adjusted(_SWATCH_PX + _GAP_PX, 0, 0, 0)
    end = draw_text(cell.painter, rest, text, font=cell.font, color=cell.tokens.text)
    if note and end + _GAP_PX < inner.right():
        rest.setLeft(end + _GAP_PX)
        draw_text(cell.painter, rest, note, font=cell.font, color=cell.tokens.secondary)


def draw_chip(cell: CellPaint, *, text: str, back: str = "", color: str = "", border: str = "") -> None:
    """Draw a state as a chip; without colours the amber of what needs a look."""
    t = cell.tokens
    inner = cell.inner
    width = min(inner.width(), text_width(text, cell.font) + 2 * PADDING_PX)
    box = QRectF(
        inner.left() + 0.5,
        inner.top() + (inner.height() - _CHIP_HEIGHT_PX) // 2 + 0.5,
        width - 1,
        _CHIP_HEIGHT_PX - 1,
    )
    cell.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    cell.painter.setPen(QPen(QColor(border or t.warn_mark), 1))
    cell.painter.setBrush(QColor(back or t.warn))
    cell.painter.drawRoundedRect(box, 4, 4)
    cell.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    rest = box.toRect().adjusted(PADDING_PX - 1, 0, -(PADDING_PX - 1), 0)
    draw_text(cell.painter, rest, text, font=cell.font, color=color or t.warn_text)


def draw_verb(cell: CellPaint, *, text: str, direction: int) -> None:
    """Draw an advice with its arrow: 1 up, -1 down, 0 plain, in the colours of up and down."""
    t = cell.tokens
    inner = cell.inner
    if direction == 0:
        draw_text(cell.painter, inner, text, font=cell.font, color=t.text)
        return
    middle = inner.top() + inner.height() / 2
    half = _TRIANGLE_PX / 2
    tip, base = (middle - half, middle + half) if direction > 0 else (middle + half, middle - half)
    color = t.up_text if direction > 0 else t.down_text
    triangle = QPolygonF(
        [
            QPointF(inner.left(), base),
            QPointF(inner.left() + _TRIANGLE_PX, base),
            QPointF(inner.left() + half, tip),
        ]
    )
    cell.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    cell.painter.setPen(Qt.PenStyle.NoPen)
    cell.painter.setBrush(QColor(color))
    cell.painter.drawPolygon(triangle)
    cell.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    rest = inner.adjusted(_TRIANGLE_PX + 4, 0, 0, 0)
    draw_text(cell.painter, rest, text, font=cell.font, color=color)


def draw_interval(
    cell: CellPaint,
    *,
    low: float | None,
    median: float | None,
    high: float | None,
    line: float | None,
    scale: tuple[float, float],
    color: str = "",
    back: str = "",
) -> None:
    """Draw what is known of a number on a common scale: pale bar 80 %, 2-px tick median, dashed line the limit.

    A missing interval is a dash. Values beyond the scale are held at its ends.
    """
    t = cell.tokens
    inner = cell.inner
    if low is None or high is None:
        draw_text(cell.painter, inner, MISSING, font=cell.font, color=t.secondary)
        return
    middle = inner.top() + inner.height() // 2
    cell.painter.fillRect(QRect(inner.left(), middle, inner.width(), 1), QColor(t.border))
    left, right = (_place(bound, scale, inner) for bound in (low, high))
    cell.painter.fillRect(QRect(left, middle - _BAR_PX // 2, max(right - left, 2), _BAR_PX), QColor(back or t.interval))
    if median is not None:
        at = _place(median, scale, inner)
        cell.painter.fillRect(QRect(at - 1, middle - _BAR_PX // 2 - 2, 2, _BAR_PX + 4), QColor(color or t.accent))
    if line is not None:
        at = _place(line, scale, inner)
        pen = QPen(QColor(t.text), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2, 2])
        cell.painter.setPen(pen)
        cell.painter.drawLine(at, middle - _TICK_PX // 2, at, middle + _TICK_PX // 2)


def _place(value: float, scale: tuple[float, float], inner: QRect) -> int:
    start, end = scale
    share = (value - start) / (end - start) if end > start else 0.0
    return round(inner.left() + min(max(share, 0.0), 1.0) * (inner.width() - 1))


def blend(base: str, over: str, share: float) -> QColor:
    """Return a mix of two colours, e.g. for a hint over selection and card alike."""
    first, second = QColor(base), QColor(over)
    pairs = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return QColor(*(round(under * (1 - share) + top * share) for under, top in pairs))
