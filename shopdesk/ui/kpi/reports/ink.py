"""Draws on a report page: the font that is shipped, sizes in tenths of a point, colours of paper."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen

from shopdesk import assets
from shopdesk.app.kpi.reports.model import Tone
from shopdesk.ui.tokens import LIGHT

PER_POINT: Final = 10
"""Page units in a point, so that whole pixel sizes of fonts are fine enough."""
PAGE_WIDTH: Final = 5950
PAGE_HEIGHT: Final = 8420
MARGIN: Final = 400
SMALL: Final = 70
BODY: Final = 85
TITLE: Final = 105
FIGURE: Final = 140
PAPER: Final = LIGHT
"""Paper is white whatever the window looks like."""
LEFT: Final = Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignRight
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap)
_ONE_LINE: Final = int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)
_FILES: Final = ("ShopDeskReport-Regular.otf", "ShopDeskReport-Bold.otf")


@cache
def family() -> str:
    """Return the family of the shipped font, loaded on first use (needs a running QGuiApplication)."""
    names = [
        name
        for file in _FILES
        for name in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(assets.path("fonts", file)))
        )
    ]
    return names[0] if names else QFont().family()


@cache
def font(size: int, *, bold: bool = False) -> QFont:
    """Return the font of a size in page units; rarer characters come from the system's fonts."""
    made = QFont(family())
    made.setPixelSize(size)
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """Return how wide a line of text is."""
    return QFontMetricsF(font(size, bold=bold)).horizontalAdvance(text)


def text_height(text: str, size: int, width: float, *, bold: bool = False) -> float:
    """Return how high a text is when wrapped into a width."""
    box = QFontMetricsF(font(size, bold=bold)).boundingRect(QRectF(0, 0, width, 100_000), _WRAPPED, text)
    return box.height()


def line_height(size: int) -> float:
    """Return the height of one line."""
    return size * 1.45


def fitting(text: str, size: int, width: float, *, smallest: int, bold: bool = False) -> int:
    """Return the largest size up to ``size`` at which a line fits into a width."""
    while size > smallest and text_width(text, size, bold=bold) > width:
        size -= 2
    return size


def shortened(text: str, size: int, width: float, *, bold: bool = False) -> str:
    """Return a line cut at its end where it is too wide."""
    metrics = QFontMetricsF(font(size, bold=bold))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def write(
    painter: QPainter,
    place: QRectF,
    text: str,
    *,
    size: int = BODY,
    bold: bool = False,
    colour: str = PAPER.text,
    align: Qt.AlignmentFlag = LEFT,
    wrapped: bool = False,
) -> None:
    """Write a text into a place, in the middle of its height unless wrapped."""
    painter.setFont(font(size, bold=bold))
    painter.setPen(QColor(colour))
    flags = align | (Qt.AlignmentFlag.AlignTop if wrapped else Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(place, int(flags) | (_WRAPPED if wrapped else _ONE_LINE), text)


def line(painter: QPainter, start: QPointF, end: QPointF, colour: str = PAPER.border, *, width: float = 5) -> None:
    """Draw a thin line."""
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLine(start, end)


def fill(painter: QPainter, place: QRectF, colour: str, *, radius: float = 0, border: str = "") -> None:
    """Fill a box."""
    painter.setPen(QPen(QColor(border), 5) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def good_colour(good: int) -> str:
    """Return the colour of a change: blue for good, brown for bad; red and green would be read as up and down."""
    return {1: PAPER.accent_text, -1: PAPER.warn_text}.get(good, PAPER.secondary)


def tone_colour(tone: Tone) -> str:
    """Return the colour of a text."""
    return {Tone.ODD: PAPER.warn_text, Tone.UNKNOWN: PAPER.secondary, Tone.NOTE: PAPER.secondary}.get(tone, PAPER.text)
