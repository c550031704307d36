"""From a wish to a whole number: the platform's limits, and at most a fifth of what is set now in one review."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.propose.settings import MOST_STEP


@dataclass(frozen=True, slots=True)
class Bounds:
    """What each cell may become, both ends allowed."""

    low: Floats
    high: Floats

    def clip(self, wish: Floats) -> Floats:
        """Return the nearest allowed value of each cell, not yet rounded."""
        return np.minimum(np.maximum(wish, self.low), self.high)

    def settle(self, wish: Floats) -> tuple[list[int], int]:
        """Return whole numbers within the bounds, and how many cells were held back from their wish."""
        rounded = np.rint(wish)
        found = np.rint(self.clip(rounded))
        return found.astype(np.int64).tolist(), int((found != rounded).sum())

    def settle_percents(self, wish: Floats, now: Floats, *, step: int) -> tuple[list[int], int]:
        """Return percents in steps within the bounds, and how many cells the bounds held back from their wish.

        What is set ``now`` stays where the wish is not half a step away from it.
        """
        clipped = self.clip(wish)
        low, high = np.ceil(self.low / step) * step, np.floor(self.high / step) * step
        stepped = np.minimum(np.maximum(np.rint(clipped / step) * step, low), high)
        found = np.where(low <= high, stepped, np.rint(clipped))  # between two steps: what the bounds allow
        is_near = (np.abs(clipped - now) <= step / 2) & (now >= self.low) & (now <= self.high)
        found = np.where(is_near, now, found)
        return found.astype(np.int64).tolist(), int((np.abs(clipped - wish) >= 0.5).sum())


def bounds(now: Floats, *, low: float, high: float, unlocked: bool) -> Bounds:
    """Return the bounds around what is set ``now``; where that lies outside the platform's, its nearest end.

    A cell that is off stays off unless everything is unlocked.
    """
    if unlocked:
        return Bounds(np.full(now.size, float(low)), np.full(now.size, float(high)))
    least = np.clip(np.ceil(now * (1 - MOST_STEP) - 1e-9), low, high)
    most = np.clip(np.floor(now * (1 + MOST_STEP) + 1e-9), low, high)
    off = now <= 0
    return Bounds(np.where(off, 0.0, np.minimum(least, most)), np.where(off, 0.0, most))
