"""The figures of a review: without the offer, what happened, the difference with its interval, what was foretold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.compared import Row as Figure
from shopdesk.domain.promotions.ladders.record import Figure as Span
from shopdesk.domain.promotions.review.record import CampaignReview, Effect, Place
from shopdesk.ui import formats
from shopdesk.ui.grid import CellPaint, Column, GridFrame, Kind, Row, draw_interval
from shopdesk.ui.promotions.result.table import signed_text, value_text
from shopdesk.ui.theme import tokens

_NAMES: Final = ("figure", "expected", "happened", "bar", "change", "foretold")
_LEAST_SCALE: Final = 0.2
_MOST_SCALE: Final = 1.0


class ReviewColumns:
    """Builds the columns; holds the effects that the cells word and the scale of the bars."""

    def __init__(self) -> None:
        self._effects: Mapping[Figure, Effect] = {}
        self._scale = (-_LEAST_SCALE, _LEAST_SCALE)

    def show(self, found: CampaignReview) -> GridFrame:
        """Take a review and return its rows."""
        self._effects = found.effects
        ends = [abs(end) for effect in found.effects.values() for end in (_share(effect) or ())]
        reach = min(_MOST_SCALE, max(_LEAST_SCALE, *ends)) if ends else _LEAST_SCALE
        self._scale = (-reach, reach)
        keys = [row.value for row in found.effects]
        return GridFrame({name: list(keys) for name in _NAMES}, keys=keys)

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their order."""
        return (
            Column(
                name="figure",
                title=lambda: QCoreApplication.translate("CampaignReview", "Figure"),
                kind=Kind.CUSTOM,
                width=140,
                text=lambda row: figure_name(Figure(row["figure"])),
                tooltip=self._tip,
                emphasis=True,
            ),
            Column(
                name="expected",
                title=lambda: QCoreApplication.translate("CampaignReview", "Without it"),
                kind=Kind.CUSTOM,
                width=92,
                right=True,
                text=lambda row: value_text(Figure(row["expected"]), self._of(row["expected"]).expected),
                tooltip=self._tip,
                help=lambda: QCoreApplication.translate(
                    "CampaignReview",
                    "What the weeks before say of these days: the same weekdays, as many visitors where they are known",
                ),
            ),
            Column(
                name="happened",
                title=lambda: QCoreApplication.translate("CampaignReview", "Happened"),
                kind=Kind.CUSTOM,
                width=92,
                right=True,
                text=lambda row: value_text(Figure(row["happened"]), self._of(row["happened"]).happened),
                tooltip=self._tip,
            ),
            Column(
                name="bar",
                title=lambda: QCoreApplication.translate("CampaignReview", "Difference (80 %)"),
                kind=Kind.CUSTOM,
                width=120,
                grow=2,
                text=self._change,
                paint=self._paint,
                tooltip=self._tip,
                right=False,
            ),
            Column(
                name="change",
                title=lambda: QCoreApplication.translate("CampaignReview", "Difference"),
                kind=Kind.CUSTOM,
                width=232,
                right=True,
                text=self._change,
                tooltip=self._tip,
            ),
            Column(
                name="foretold",
                title=lambda: QCoreApplication.translate("CampaignReview", "Foretold"),
                kind=Kind.CUSTOM,
                width=176,
                right=True,
                text=self._foretold,
                color=self._colour,
                tooltip=self._tip,
                help=lambda: QCoreApplication.translate(
                    "CampaignReview", "The forecast's 80 % interval for as many days, and where the difference lies"
                ),
            ),
        )

    def _of(self, name: object) -> Effect:
        return self._effects[Figure(str(name))]

    def _change(self, row: Row) -> str:
        return span_text(self._of(row["change"]).row, self._of(row["change"]).change)

    def _paint(self, cell: CellPaint) -> None:
        shares = _share(self._of(cell.value))
        low, median, high = shares or (None, None, None)
        draw_interval(cell, low=low, median=median, high=high, line=0.0, scale=self._scale)

    def _foretold(self, row: Row) -> str:
        effect = self._of(row["foretold"])
        if effect.foretold is None or effect.place is None:
            return formats.UNKNOWN
        low, high = (signed_text(effect.row, end) for end in (effect.foretold.low, effect.foretold.high))
        signs = {Place.BELOW: "▼", Place.INSIDE: "✓", Place.ABOVE: "▲"}
        return f"{low} … {high} {signs[effect.place]}"

    def _colour(self, row: Row) -> str | None:
        place = self._of(row["foretold"]).place
        return tokens().warn_text if place not in (None, Place.INSIDE) else None

    def _tip(self, row: Row) -> str:
        effect = self._of(row["figure"])
        lines = [
            figure_name(effect.row),
            span_text(effect.row, effect.change),
            QCoreApplication.translate("CampaignReview", "Chance that it is more: {chance}").format(
                chance=formats.percent(effect.chance, decimals=0)
            ),
        ]
        places = {
            Place.BELOW: QCoreApplication.translate("CampaignReview", "below what was foretold"),
            Place.INSIDE: QCoreApplication.translate("CampaignReview", "as foretold, as far as can be told"),
            Place.ABOVE: QCoreApplication.translate("CampaignReview", "above what was foretold"),
        }
        if effect.place is not None:
            lines.append(f"{self._foretold(row)} {places[effect.place]}")
        return "\n".join(lines)


def figure_name(row: Figure) -> str:
    """Return the name of a figure."""
    names = {
        Figure.ORDERS: QCoreApplication.translate("CampaignReview", "Orders"),
        Figure.REVENUE: QCoreApplication.translate("CampaignReview", "Paid, yuan"),
        Figure.OFF: QCoreApplication.translate("CampaignReview", "Offers cost, yuan"),
        Figure.MARGIN: QCoreApplication.translate("CampaignReview", "Margin, yuan"),
        Figure.ORDER_VALUE: QCoreApplication.translate("CampaignReview", "Order value, yuan"),
        Figure.MARGIN_RATE: QCoreApplication.translate("CampaignReview", "Margin rate, %"),
    }
    return names[row]


def span_text(row: Figure, change: Span) -> str:
    """Return a change with its interval."""
    middle, low, high = (signed_text(row, value) for value in (change.median, change.low, change.high))
    return f"{middle} ({low} … {high})"


def _share(effect: Effect) -> tuple[float, float, float] | None:
    """Return low, median and high of a change against what was expected; None where that was nothing."""
    base = abs(effect.expected)
    if base <= 0:
        return None
    return effect.change.low / base, effect.change.median / base, effect.change.high / base
