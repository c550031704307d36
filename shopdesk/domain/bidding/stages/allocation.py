"""A sum of money divided so that its last yuan brings the same everywhere.

Each taker returns ``a · s^β`` for ``s`` spent (0 < β < 1: concave).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats

_HALVINGS: Final = 200


@dataclass(frozen=True, slots=True)
class Taker:
    """What can take money: return ``scale * spend ** beta``, within ``low`` and ``high`` (unit of the sum)."""

    scale: float
    beta: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not (self.scale >= 0 and 0 < self.beta < 1 and 0 <= self.low <= self.high):
            raise ValueError(f"no concave taker: {self}")

    def marginal(self, spend: float) -> float:
        """Return what the next bit brings at a spend above 0."""
        return float(self.scale * self.beta * max(spend, 1e-12) ** (self.beta - 1))


def divided(takers: Sequence[Taker], total: float) -> Floats:
    """Return what each taker gets of ``total``: ``s = clip((a β / λ)^(1/(1-β)))`` with the λ that spends it all.

    A total outside the bounds is cut to them.
    """
    scale, beta, low, high = (
        np.array([getattr(taker, name) for taker in takers], dtype=float) for name in ("scale", "beta", "low", "high")
    )
    if total <= low.sum():
        return low
    if total >= high.sum():
        return high

    def at(log_price: float) -> Floats:
        with np.errstate(divide="ignore", over="ignore"):
            wished = np.exp((np.log(scale * beta) - log_price) / (1 - beta))
        return np.asarray(np.clip(wished, low, high))

    cheap, dear = -700.0, 700.0
    for _ in range(_HALVINGS):
        middle = (cheap + dear) / 2
        cheap, dear = (middle, dear) if at(middle).sum() > total else (cheap, middle)
    return _filled(at(dear), high, total)


def _filled(spends: Floats, high: Floats, total: float) -> Floats:
    """Return the division with the rounding of the price shared out; takers that return nothing take what is left."""
    room = high - spends
    missing = total - spends.sum()
    if missing <= 0 or room.sum() <= 0:
        return spends
    return np.asarray(spends + room * min(1.0, missing / room.sum()))
