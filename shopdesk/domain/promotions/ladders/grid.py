"""Which ladders are tried: thresholds ending in 9 or the like, round amounts off, rising, within a platform's limit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from shopdesk.domain.promotions.ladders.draws import Floats
from shopdesk.domain.promotions.ladders.record import Ladder

MOST_THRESHOLDS: Final = 20
DEPTHS: Final = (0.015, 0.025, 0.035, 0.05, 0.065, 0.08, 0.1, 0.12, 0.15, 0.19, 0.24)
"""Amounts off as shares of the threshold, rounded to whole steps."""
_RISE: Final = 1.12
"""The next threshold stands at least so much higher."""
_ONE_YUAN: Final = 100
_FIVE_YUAN: Final = 500
_FIVE_FROM: Final = 20_000  # fen of a threshold from which amounts off go in steps of 5 yuan
_STEPS: Final = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000)


def thresholds(values: Floats) -> list[int]:
    """Return thresholds in fen between what 5 % and 97 % of the ascending values stay below."""
    if not len(values):
        return []
    low, high = np.quantile(values, [0.05, 0.97])
    step = next((step for step in _STEPS if (high - low) / step <= MOST_THRESHOLDS), 0)
    step = step or 10 ** len(str(int((high - low) / MOST_THRESHOLDS)))
    below = 100 if step >= 1000 else 10
    first, last = int(low // step), int(high // step) + 1
    return [number * step - below for number in range(max(1, first), last + 1) if number * step > below]


def amounts(threshold: int, step: int | None) -> list[int]:
    """Return amounts off in fen for a threshold, below it."""
    own = step or (_FIVE_YUAN if threshold >= _FIVE_FROM else _ONE_YUAN)
    rounded = {max(own, round(threshold * depth / own) * own) for depth in DEPTHS}
    return sorted(amount for amount in rounded if amount < threshold)


def singles(values: Floats, step: int | None) -> list[Ladder]:
    """Return all ladders of one step."""
    return [((minimum, off),) for minimum in thresholds(values) for off in amounts(minimum, step)]


def extended(ladder: Ladder, by: list[Ladder]) -> Iterator[Ladder]:
    """Yield the ladder with one further step above or below, rising in both."""
    for ((minimum, off),) in by:
        longer = tuple(sorted((*ladder, (minimum, off))))
        if all(a[0] * _RISE <= b[0] and a[1] < b[1] for a, b in pairwise(longer)):
            yield longer


def neighbours(ladder: Ladder, step: int | None) -> Iterator[Ladder]:
    """Yield the ladder with one amount a step higher or lower."""
    for place, (minimum, off) in enumerate(ladder):
        own = step or (_FIVE_YUAN if minimum >= _FIVE_FROM else _ONE_YUAN)
        for new in (off - own, off + own):
            changed = (*ladder[:place], (minimum, new), *ladder[place + 1 :])
            if 0 < new < minimum and all(a[1] < b[1] for a, b in pairwise(changed)):
                yield changed
