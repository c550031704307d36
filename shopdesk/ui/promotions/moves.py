"""Where orders would move, as the histogram draws it: what comes into a bar and leaves it, and words at each line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.ui import formats
from shopdesk.ui.promotions import words

if TYPE_CHECKING:
    from shopdesk.domain.promotions.ladders.record import LadderForecast, Movement

_LEAST_SEEN = 0.5  # orders


@dataclass(frozen=True, slots=True)
class Moves:
    """Orders that come and leave, one number a bar, and the notes of each step."""

    arriving: tuple[float, ...]
    leaving: tuple[float, ...]
    notes: tuple[tuple[str, ...], ...]


def moves_of(forecast: LadderForecast, counts: list[int]) -> Moves:
    """Return how the bars change: ``counts`` are those of today."""
    changes = [after - before for after, before in zip(forecast.bins_after, counts, strict=True)]
    return Moves(
        tuple(max(0.0, change) for change in changes),
        tuple(max(0.0, -change) for change in changes),
        tuple(_notes(moved) for moved in forecast.moved),
    )


def _notes(moved: Movement) -> tuple[str, ...]:
    low, middle, high = moved.orders.low, moved.orders.median, moved.orders.high
    if high < _LEAST_SEEN:
        return (QCoreApplication.translate("Offers", "hardly any order tops up"),)
    return (
        QCoreApplication.translate("Offers", "about {count} {count:tops|top} up to {minimum}").format(
            count=formats.full(middle), minimum=words.yuan(moved.minimum)
        ),
        QCoreApplication.translate("Offers", "80 %: {low} – {high}").format(
            low=formats.full(low), high=formats.full(high)
        ),
    )
