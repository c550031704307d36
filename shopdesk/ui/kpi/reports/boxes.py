"""The parts of a report page: each knows its height in a width and draws itself; tables can be cut in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from shopdesk.app.kpi.reports.model import HeadFigure, Kind, Tone
from shopdesk.app.kpi.reports.words import Words
from shopdesk.ui.kpi.reports import ink

GAP: Final = 60
HEADS_IN_ROW: Final = 4
HEAD_HEIGHT: Final = 560
PADDING: Final = 60


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a point of a box: its own lines, and the names or keys of the metrics that it tells of."""

    lines: tuple[str, ...]
    metrics: frozenset[str] = frozenset()


class Box(Protocol):
    """Something on a page."""

    keeps_with_next: bool

    def height(self, width: float) -> float:
        """Return the height that it takes in a width."""

    def least(self, width: float) -> float:
        """Return how much of it must stay together with a title above."""

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw it into a place of that width and height."""

    def cut(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Return two parts of which the first fits into a height, None where it can't be cut there."""

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:
        """Return what stands behind a point where it is drawn into a place, None where there is no figure."""


class Whole:
    """A box that stays in one piece."""

    keeps_with_next = False

    def height(self, width: float) -> float:
        """Return the height that it takes in a width."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def cut(self, width: float, height: float) -> tuple[Box, Box] | None:  # noqa: ARG002 (the protocol)
        """Stay in one piece."""
        return None

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:  # noqa: ARG002 (the protocol)
        """Texts have no figure of their own."""
        return None


class TitleBox(Whole):
    """The title of a section; never the last thing on a page."""

    keeps_with_next = True

    def __init__(self, text: str, *, small: bool = False) -> None:
        self._text = text
        self._size = ink.BODY if small else ink.TITLE

    def height(self, width: float) -> float:  # noqa: ARG002 (the protocol)
        """One line with room above."""
        return ink.line_height(self._size) + (20 if self._size == ink.BODY else 50)

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Write the title; that of a section with a short bar before it."""
        low = QRectF(
            place.left(), place.bottom() - ink.line_height(self._size), place.width(), ink.line_height(self._size)
        )
        if self._size == ink.TITLE:
            ink.fill(painter, QRectF(low.left(), low.top() + 28, 22, low.height() - 56), ink.PAPER.accent)
            low = low.adjusted(60, 0, 0, 0)
        ink.write(painter, low, self._text, size=self._size, bold=True)


class TextBox(Whole):
    """A paragraph; a note in small grey, an odd one on a light band."""

    def __init__(self, text: str, tone: Tone = Tone.NORMAL) -> None:
        self._text, self._tone = text, tone
        self._size = ink.SMALL if tone is Tone.NOTE else ink.BODY
        self._inset = 0 if tone in (Tone.NORMAL, Tone.NOTE) else PADDING

    def height(self, width: float) -> float:
        """The lines and the inset of the band."""
        return ink.text_height(self._text, self._size, width - 2 * self._inset) + 1.2 * self._inset + 10

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Write the paragraph."""
        if self._inset:
            colour = ink.PAPER.warn if self._tone is Tone.ODD else ink.PAPER.window
            ink.fill(painter, place, colour, radius=30)
        inner = place.adjusted(self._inset, 0.6 * self._inset, -self._inset, 0)
        colour = ink.tone_colour(self._tone)
        ink.write(painter, inner, self._text, size=self._size, colour=colour, wrapped=True)


class HeadsBox(Whole):
    """The headline figures, four in a row."""

    def __init__(self, figures: Sequence[HeadFigure], words: Words) -> None:
        self._figures, self._words = tuple(figures), words

    def height(self, width: float) -> float:  # noqa: ARG002 (the protocol)
        """One row of cards for four figures."""
        rows = -(-len(self._figures) // HEADS_IN_ROW)
        return rows * HEAD_HEIGHT + (rows - 1) * GAP

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw the cards."""
        for figure, own in self._places(place):
            self._card(painter, own, figure)

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:
        """Return the figure at a point with its parts and what it is held against."""
        figure = next((figure for figure, own in self._places(place) if own.contains(point)), None)
        if figure is None:
            return None
        words = self._words
        lines = [f"{figure.name} {words.value(figure.value, figure.kind)}"]
        if figure.parts:
            lines.append(" ÷ ".join(f"{one.name} {words.value(one.value, one.kind)}" for one in figure.parts))
        if figure.base:
            lines.append(f"{figure.base} {words.value(figure.before, figure.kind)}")
        return Behind(tuple(lines), frozenset({figure.metric}))

    def _places(self, place: QRectF) -> Iterator[tuple[HeadFigure, QRectF]]:
        wide = (place.width() - (HEADS_IN_ROW - 1) * GAP) / HEADS_IN_ROW
        for number, figure in enumerate(self._figures):
            row, column = divmod(number, HEADS_IN_ROW)
            left, top = place.left() + column * (wide + GAP), place.top() + row * (HEAD_HEIGHT + GAP)
            yield figure, QRectF(left, top, wide, HEAD_HEIGHT)

    def _card(self, painter: QPainter, place: QRectF, figure: HeadFigure) -> None:
        words = self._words
        ink.fill(painter, place, ink.PAPER.raised, radius=40, border=ink.PAPER.border)
        inner = place.adjusted(PADDING, 40, -PADDING, -40)
        self._line(painter, inner, 0, 110, head_name(words, figure), size=75, colour=ink.PAPER.secondary)
        value = words.value(figure.value, figure.kind)
        self._line(painter, inner, 110, 180, value, size=ink.FIGURE, bold=True)
        self._line(painter, inner, 290, 100, change_text(words, figure), size=75, colour=ink.good_colour(figure.good))
        last = figure.verdict or ""
        low = words.listed([part for part in (last, figure.note) if part])
        self._line(painter, inner, 390, 100, low, size=ink.SMALL, colour=ink.tone_colour(figure.tone))

    def _line(
        self,
        painter: QPainter,
        inner: QRectF,
        top: float,
        height: float,
        text: str,
        *,
        size: int,
        bold: bool = False,
        colour: str = ink.PAPER.text,
    ) -> None:
        fitted = ink.fitting(text, size, inner.width(), smallest=50, bold=bold)
        place = QRectF(inner.left(), inner.top() + top, inner.width(), height)
        ink.write(painter, place, text, size=fitted, bold=bold, colour=colour)


class NoticeBox(TextBox):
    """Says that a source is missing."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Tone.ODD)


class RowBox(Whole):
    """Boxes of equal width beside one another."""

    def __init__(self, boxes: Sequence[Box], places: int) -> None:
        self._boxes, self._places = tuple(boxes), places

    def height(self, width: float) -> float:
        """The height of the highest."""
        return max(box.height(self._own(width)) for box in self._boxes)

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw one beside the other."""
        for box, own in self._own_places(place):
            box.draw(painter, own)

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:
        """Ask the box below the point."""
        return next((box.behind(own, point) for box, own in self._own_places(place) if own.contains(point)), None)

    def _own_places(self, place: QRectF) -> Iterator[tuple[Box, QRectF]]:
        own = self._own(place.width())
        for number, box in enumerate(self._boxes):
            left = place.left() + number * (own + 2 * GAP)
            yield box, QRectF(left, place.top(), own, box.height(own))

    def _own(self, width: float) -> float:
        return (width - (self._places - 1) * 2 * GAP) / self._places


def head_name(words: Words, figure: HeadFigure) -> str:
    """Return the name of a figure with its unit where it is money."""
    return (
        f"{figure.name}（{words('unit_money')}）"
        if figure.kind is Kind.MONEY and words.chinese
        else (f"{figure.name} ({words('unit_money')})" if figure.kind is Kind.MONEY else figure.name)
    )


def change_text(words: Words, figure: HeadFigure) -> str:
    """Return the change with its base and whether it is good: 较上周同日 −8.59 % 差."""
    if figure.change is None:
        return figure.base
    shown = words.value(figure.change, figure.change_kind, signed=True)
    badge = {1: f" · {words('good')}", -1: f" · {words('bad')}"}.get(figure.good, "")
    return f"{figure.base} {shown}{badge}"


def rule(painter: QPainter, place: QRectF, y: float) -> None:
    """Draw a thin line across a place."""
    ink.line(painter, QPointF(place.left(), y), QPointF(place.right(), y))
