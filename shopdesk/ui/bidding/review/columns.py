"""The columns of a review: before, without the change, after, and what the plan did with its interval."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.review.change import Change, ReviewMetric
from shopdesk.domain.bidding.review.review import Kept, Place, Review
from shopdesk.ui import formats
from shopdesk.ui.bidding.review import words
from shopdesk.ui.grid import CellPaint, Column, GridFrame, Kind, Row, draw_interval
from shopdesk.ui.grid.columns import Text
from shopdesk.ui.theme import tokens

_LEAST_SCALE = 0.2
_MOST_SCALE = 1.0


class ReviewColumns:
    """Builds the columns; holds the review that the cells word and the scale of its bars."""

    def __init__(self) -> None:
        self._changes: Mapping[ReviewMetric, Change] = {}
        self._kept: Mapping[ReviewMetric, Kept] = {}
        self._gain: Range | None = None
        self._scale = (-_LEAST_SCALE, _LEAST_SCALE)

    def show(self, found: Review, margin: float | None) -> GridFrame:
        """Take a review and return its rows."""
        self._changes = {**(found.changes or {}), **_profit(found, margin)}
        self._kept = {ReviewMetric(kept.metric.value): kept for kept in found.kept}
        self._gain = found.gain
        ends = [abs(end) for change in self._changes.values() if change.effect for end in _ends(change.effect)]
        reach = min(_MOST_SCALE, max(_LEAST_SCALE, *ends)) if ends else _LEAST_SCALE
        self._scale = (-reach, reach)
        metrics = [metric for metric in ReviewMetric if metric in self._changes]
        keys = [metric.value for metric in metrics]
        return GridFrame(
            {name: list(keys) for name in ("metric", "before", "expected", "after", "bar", "effect", "promised")},
            keys=keys,
        )

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their order."""
        return (
            Column(
                name="metric",
                title=lambda: QCoreApplication.translate("BidReview", "Metric"),
                kind=Kind.CUSTOM,
                width=124,
                text=lambda row: words.label_of(ReviewMetric(row["metric"])),
                tooltip=self._tip,
                emphasis=True,
            ),
            self._figure("before", lambda: QCoreApplication.translate("BidReview", "Before")),
            self._figure(
                "expected",
                lambda: QCoreApplication.translate("BidReview", "Without"),
                help_text=lambda: QCoreApplication.translate(
                    "BidReview", "What would have been without the change: before, moved by the season"
                ),
            ),
            self._figure("after", lambda: QCoreApplication.translate("BidReview", "After")),
            Column(
                name="bar",
                title=lambda: QCoreApplication.translate("BidReview", "The plan's doing (80 %)"),
                kind=Kind.CUSTOM,
                width=140,
                grow=2,
                text=self._effect,
                paint=self._paint,
                tooltip=self._tip,
                right=False,
            ),
            Column(
                name="effect",
                title=lambda: QCoreApplication.translate("BidReview", "Change"),
                kind=Kind.CUSTOM,
                width=184,
                right=True,
                text=self._effect,
                tooltip=self._tip,
            ),
            Column(
                name="promised",
                title=lambda: QCoreApplication.translate("BidReview", "Promised"),
                kind=Kind.CUSTOM,
                width=150,
                right=True,
                text=self._promised,
                color=self._colour,
                tooltip=self._tip,
                help=lambda: QCoreApplication.translate(
                    "BidReview", "The forecast's 80 % interval for as many days, and where the outcome lies"
                ),
            ),
        )

    def _figure(self, name: str, title: Text, *, help_text: Text | None = None) -> Column:
        def text(row: Row) -> str:
            metric = ReviewMetric(row["metric"])
            return words.amount(metric, getattr(self._changes[metric], name))

        return Column(
            name=name, title=title, kind=Kind.CUSTOM, width=76, right=True, text=text, tooltip=self._tip, help=help_text
        )

    def _change(self, row: Row) -> Change:
        return self._changes[ReviewMetric(row["metric"])]

    def _effect(self, row: Row) -> str:
        change = self._change(row)
        if change.metric is ReviewMetric.PROFIT:
            return _gain_text(self._gain)
        return words.effect_text(change.effect)

    def _paint(self, cell: CellPaint) -> None:
        change = self._changes[ReviewMetric(str(cell.value))]
        effect = change.effect
        draw_interval(
            cell,
            low=effect.low if effect else None,
            median=effect.median if effect else None,
            high=effect.high if effect else None,
            line=0.0,
            scale=self._scale,
        )

    def _promised(self, row: Row) -> str:
        kept = self._kept.get(ReviewMetric(row["metric"]))
        if kept is None:
            return formats.UNKNOWN
        metric = ReviewMetric(row["metric"])
        low, high = (words.amount(metric, end) for end in (kept.promised.low, kept.promised.high))
        signs = {Place.BELOW: "▼", Place.INSIDE: "✓", Place.ABOVE: "▲"}
        return f"{low}–{high} {signs[kept.place]}"

    def _colour(self, row: Row) -> str | None:
        kept = self._kept.get(ReviewMetric(row["metric"]))
        return tokens().warn_text if kept is not None and kept.place is not Place.INSIDE else None

    def _tip(self, row: Row) -> str:
        metric = ReviewMetric(row["metric"])
        lines = [words.formula_text(metric), self._effect(row)]
        kept = self._kept.get(metric)
        if kept is not None:
            places = {
                Place.BELOW: QCoreApplication.translate("BidReview", "below what was promised"),
                Place.INSIDE: QCoreApplication.translate("BidReview", "within what was promised"),
                Place.ABOVE: QCoreApplication.translate("BidReview", "above what was promised"),
            }
            lines.append(f"{self._promised(row)} {places[kept.place]}")
        return "\n".join(lines)


def _profit(found: Review, margin: float | None) -> dict[ReviewMetric, Change]:
    """Return the row of profit: what is left after spend, before and after; its effect is in yuan, not relative."""
    changes = found.changes
    if changes is None or margin is None:
        return {}
    cost, revenue = changes[ReviewMetric.COST], changes[ReviewMetric.REVENUE]

    def left(name: str) -> float | None:
        one, other = getattr(revenue, name), getattr(cost, name)
        return None if one is None or other is None else margin * one - other

    after = left("after")
    expected = None if after is None or found.gain is None else after - found.gain.median
    return {
        ReviewMetric.PROFIT: Change(ReviewMetric.PROFIT, left("before"), after, expected, _relative(found, expected))
    }


def _relative(found: Review, expected: float | None) -> Range | None:
    """Return the gain against what would have been, None where that was no profit."""
    if found.gain is None or expected is None or expected <= 0:
        return None
    return Range(*(end / expected for end in _all(found.gain)))


def _gain_text(gain: Range | None) -> str:
    if gain is None:
        return QCoreApplication.translate("BidReview", "can't be told")
    middle, low, high = (formats.signed(round(end / 100)) for end in (gain.median, gain.low, gain.high))
    return f"{middle} ({low} … {high})"


def _ends(span: Range) -> tuple[float, float]:
    return span.low, span.high


def _all(span: Range) -> tuple[float, float, float]:
    return span.low, span.median, span.high
