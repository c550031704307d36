"""The steps of a ladder in a campaign: who got there, and how many seem to have moved there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from shopdesk.domain.promotions.ladders.record import Figure, Ladder
from shopdesk.domain.promotions.replay.book import Fen
from shopdesk.domain.promotions.review.record import StepEffect

ABOVE: Final = 0.15
"""Orders that top up land within so much above a step, as a share of it."""
_EIGHTY: Final = 1.2816


def step_effects(before: Fen, during: Fen, ladder: Ladder) -> tuple[StepEffect, ...]:
    """Return each step of a ladder; values of orders in fen before the ladder's discount.

    The days before are scaled to as many orders, so that more orders alone move nobody.
    """
    if not len(before) or not len(during):
        return ()
    scale = len(during) / len(before)
    minima = [minimum for minimum, _ in ladder]
    return tuple(_step(before, during, minima, place, scale) for place in range(len(minima)))


def _step(before: Fen, during: Fen, minima: Sequence[int], place: int, scale: float) -> StepEffect:
    minimum = minima[place]
    following = minima[place + 1] if place + 1 < len(minima) else None
    near = min(round(minimum * (1 + ABOVE)), following or np.iinfo(np.int64).max)
    came, were = _between(during, minimum, near), _between(before, minimum, near)
    extra = came - scale * were
    spread = float(np.sqrt(max(came, 1) + scale**2 * max(were, 1)))
    return StepEffect(
        minimum=minimum,
        happened=_between(during, minimum, following),
        expected=scale * _between(before, minimum, following),
        moved=Figure(extra, extra - _EIGHTY * spread, extra + _EIGHTY * spread),
    )


def _between(values: Fen, low: int, high: int | None) -> int:
    met = values >= low
    return int((met if high is None else met & (values < high)).sum())
