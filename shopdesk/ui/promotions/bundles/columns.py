"""The table of sets: how often together, by chance, how strong that is, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QPen

from shopdesk.app.promotions.bundles import BundleRow
from shopdesk.domain.promotions.ladders.record import Figure
from shopdesk.ui import formats
from shopdesk.ui.grid import CellPaint, Choice, Column, GridFrame, Kind, Row, draw_chip, draw_text

PROVEN: Final = "proven"
UNPROVEN: Final = "unproven"
MADE: Final = "made"
_LEAST_SCALE: Final = 3.0
_MOST_SCALE: Final = 12.0
_BAR_PX: Final = 8
_WHISKER_PX: Final = 6


def standing_of(row: BundleRow) -> str:
    """Return how a set stands: made into an offer, proven, or not."""
    if row.offer_id:
        return MADE
    return PROVEN if row.is_proven else UNPROVEN


def goods_text(row: BundleRow, prefix: str = "") -> str:
    """Return the goods of a set in one line, without what all titles of the shop begin with."""
    return " + ".join(title.removeprefix(prefix) or title for title in row.titles)


def worth_of(row: BundleRow) -> Figure | None:
    """Return what the set brings a month as it is advised, fen; None where that isn't known."""
    advised = row.value.advised if row.value is not None else None
    return None if advised is None else advised.contribution


def frame_of(rows: Sequence[BundleRow], prefix: str = "") -> GridFrame:
    """Return the sets as the grid shows them."""
    worths = [worth_of(row) for row in rows]
    data: dict[str, Any] = {
        "goods": [goods_text(row, prefix) for row in rows],
        "size": [len(row.skus) for row in rows],
        "together": [row.facts.together for row in rows],
        "expected": [row.expected for row in rows],
        "lift": [row.lift for row in rows],
        "low": [row.low for row in rows],
        "high": [row.high for row in rows],
        "excess": [row.excess for row in rows],
        "worth": [None if worth is None else round(worth.median) for worth in worths],
        "worth_low": [None if worth is None else round(worth.low) for worth in worths],
        "worth_high": [None if worth is None else round(worth.high) for worth in worths],
        "standing": [standing_of(row) for row in rows],
        "strength": [row.lift for row in rows],
    }
    return GridFrame(data, keys=[row.key for row in rows])


class BundleColumns(QObject):
    """The columns with their words; ``scale`` is the lift at the right end of the pictures of strength."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = _LEAST_SCALE
        self._titles: dict[str, tuple[str, ...]] = {}

    def show(self, rows: Sequence[BundleRow]) -> None:
        """Take the common scale of the pictures from what is shown."""
        self._titles = {row.key: row.titles for row in rows}
        lifts = sorted(row.high for row in rows)
        top = lifts[int(0.9 * (len(lifts) - 1))] if lifts else _LEAST_SCALE
        self.scale = min(max(top, _LEAST_SCALE), _MOST_SCALE)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return (
            Column(
                name="goods",
                title=lambda: self.tr("Goods"),
                width=220,
                grow=5,
                emphasis=True,
                tooltip=lambda row: "\n".join(self._titles.get(row.key, ())),
            ),
            Column(
                name="together",
                title=lambda: self.tr("Together"),
                kind=Kind.INT,
                width=64,
                additive=False,
                help=lambda: self.tr("Paid orders of the period that hold all goods of the set"),
            ),
            Column(
                name="expected",
                title=lambda: self.tr("By chance"),
                kind=Kind.FLOAT,
                decimals=1,
                width=64,
                additive=False,
                help=lambda: self.tr("Orders that would hold them all anyway: both sell well in that season and size"),
            ),
            Column(
                name="strength",
                title=lambda: self.tr("Strength"),
                kind=Kind.CUSTOM,
                width=116,
                grow=2,
                text=self._strength_text,
                sort_value=lambda value: value,
                paint=self._paint_strength,
                right=False,
                help=lambda: self.tr(
                    "Blue: how often together. Grey: by chance. The thin line is the 80 % interval; where it lies far "
                    "right of the grey bar, chance is no explanation."
                ),
            ),
            Column(
                name="lift",
                title=lambda: self.tr("Times"),
                unit=lambda: self.tr("of chance"),
                kind=Kind.FLOAT,
                decimals=1,
                width=108,
                additive=False,
                text=self._lift_text,
                help=lambda: self.tr("How many times more often than by chance, with its 80 % interval"),
            ),
            Column(
                name="excess",
                title=lambda: self.tr("Excess"),
                help=lambda: self.tr("Orders more than by chance"),
                kind=Kind.FLOAT,
                decimals=1,
                signed=True,
                width=76,
                additive=False,
            ),
            Column(
                name="worth",
                title=lambda: self.tr("Yuan a month"),
                unit=lambda: self.tr("80 %"),
                kind=Kind.MONEY_FEN,
                width=116,
                additive=False,
                text=self._worth_text,
                help=lambda: self.tr(
                    "What the set brings as an offer, at the discount advised, beside not offering it: model, 80 % "
                    "interval; rests on what is assumed at the right. Empty: not proven, or a cost is missing."
                ),
            ),
            Column(
                name="standing",
                title=lambda: self.tr("Finding"),
                kind=Kind.CHOICE,
                width=96,
                choices=self._choices,
                paint=self._paint_standing,
            ),
        )

    def _choices(self) -> tuple[Choice, ...]:
        return (
            Choice(PROVEN, lambda: self.tr("proven")),
            Choice(UNPROVEN, lambda: self.tr("can't tell yet")),
            Choice(MADE, lambda: self.tr("set made")),
        )

    def _lift_text(self, row: Row) -> str:
        lift, low, high = (formats.full(row[name], decimals=1) for name in ("lift", "low", "high"))
        return self.tr("{lift} ({low}–{high})").format(lift=lift, low=low, high=high)

    def _worth_text(self, row: Row) -> str:
        if row["worth"] is None:
            return formats.UNKNOWN
        median, low, high = (formats.full(row[name] / 100) for name in ("worth", "worth_low", "worth_high"))
        return self.tr("{median} ({low} … {high})").format(median=median, low=low, high=high)

    def _strength_text(self, row: Row) -> str:
        return self.tr("{together} orders, {expected} by chance").format(
            together=formats.full(row["together"]), expected=formats.full(row["expected"], decimals=1)
        )

    def _paint_strength(self, cell: CellPaint) -> None:
        lift, low, high = (cell.row[name] for name in ("lift", "low", "high"))
        inner, t = cell.inner, cell.tokens
        middle = inner.top() + inner.height() // 2

        def place(value: float) -> int:
            return inner.left() + round(min(value / self.scale, 1.0) * (inner.width() - 1))

        proven = cell.row["standing"] != UNPROVEN
        colour = QColor(t.accent if proven else t.interval)
        cell.painter.fillRect(QRect(inner.left(), middle - _BAR_PX, place(lift) - inner.left(), _BAR_PX - 1), colour)
        chance = QRect(inner.left(), middle + 1, place(1.0) - inner.left(), _BAR_PX - 3)
        cell.painter.fillRect(chance, QColor(t.disabled))
        cell.painter.setPen(QPen(QColor(t.text), 1, Qt.PenStyle.SolidLine))
        at = middle - _BAR_PX // 2 - 1
        cell.painter.drawLine(place(low), at, place(high), at)
        for end in (low, high):
            if end <= self.scale:
                cell.painter.drawLine(place(end), at - _WHISKER_PX // 2, place(end), at + _WHISKER_PX // 2)

    def _paint_standing(self, cell: CellPaint) -> None:
        t = cell.tokens
        if cell.value == UNPROVEN:
            draw_text(cell.painter, cell.inner, cell.text, font=cell.font, color=t.secondary)
        elif cell.value == MADE:
            draw_chip(cell, text=cell.text, back=t.card, color=t.secondary, border=t.border)
        else:
            draw_chip(cell, text=cell.text, back=t.info, color=t.accent_text, border=t.interval)
