"""How much a figure changed between two stretches of days, and how much it would have swung by itself.

A figure is a ratio of two daily sums: money a day, a visitor or an order. Its uncertainty comes from the days
themselves (they depend on one another, which is reckoned with), from earlier stretches of the same length held against
the weeks before them, as the campaign is, and from a belief where history is short.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.review.days import Floats

BELIEVED_SWING: Final = 0.05
"""What a shop differs between two stretches beyond its days' own chance, relative; a belief as heavy as 4 windows."""
_BELIEF_WINDOWS: Final = 4
_MOST_WINDOWS: Final = 12
_MOST_BOUND: Final = 0.6  # of a day's surprise that lasts to the next
_WEEK: Final = 7
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure by day: ``y`` over ``x``."""

    y: Floats
    x: Floats


@dataclass(frozen=True, slots=True)
class Measured:
    """The figure before and during, the change with its standard deviation, and the windows that speak in it."""

    before: float
    during: float
    sd: float
    freedom: float
    windows: int

    @property
    def change(self) -> float:
        """During less before."""
        return self.during - self.before

    @property
    def chance(self) -> float:
        """Chance that the figure rose."""
        from scipy.stats import t

        return 0.5 if self.sd <= 0 else float(t.cdf(self.change / self.sd, self.freedom))

    def span(self, interval: float) -> tuple[float, float]:
        """Return the interval of the change."""
        from scipy.stats import t

        reach = float(t.ppf(0.5 + interval / 2, self.freedom)) * self.sd
        return self.change - reach, self.change + reach


def measure(figure: Ratio, before: Mask, during: Mask, history: Mask, *, first_weekday: int) -> Measured | None:
    """Return how a figure changed; masks over its days, ``history`` may be looked at for swings (all before).

    None where one of the stretches has nothing to divide by. ``first_weekday`` is that of the first day, Monday 0.
    """
    weekday = (np.arange(len(figure.y)) + first_weekday) % _WEEK
    weights = _weights(weekday, before, during)
    old, new = _ratio(figure, weights), _ratio(figure, during.astype(np.float64))
    if old is None or new is None:
        return None
    chance = _variance(figure, weights, old) + _variance(figure, during.astype(np.float64), new)
    swings = _swings(figure, history, weekday, length=int(during.sum()), base=int(before.sum()))
    believed = (BELIEVED_SWING * old) ** 2 + chance
    seen = float(np.sum(np.square(swings)))
    count = len(swings)
    mixed = (_BELIEF_WINDOWS * believed + seen) / (_BELIEF_WINDOWS + count)
    variance = max(chance, mixed)
    freedom = max(3.0, min(float(before.sum() + during.sum()) - 2.0, float(_BELIEF_WINDOWS + count)))
    return Measured(old, new, float(np.sqrt(variance)), freedom, count)


def _weights(weekday: npt.NDArray[np.int64], before: Mask, during: Mask) -> Floats:
    """Return weights that give the days before the weekdays of the campaign; weekdays that it lacks count as none."""
    own = np.bincount(weekday[before], minlength=_WEEK).astype(np.float64)
    wanted = np.bincount(weekday[during], minlength=_WEEK).astype(np.float64)
    share = np.divide(wanted, own, out=np.zeros(_WEEK), where=own > 0)
    weights = np.where(before, share[weekday], 0.0)
    return weights if weights.sum() > 0 else before.astype(np.float64)


def _ratio(figure: Ratio, weights: Floats) -> float | None:
    total = float((weights * figure.x).sum())
    return float((weights * figure.y).sum()) / total if total > 0 else None


def _variance(figure: Ratio, weights: Floats, ratio: float) -> float:
    """Return the variance of a ratio by the surprises of its days; those of neighbours hang together."""
    days = np.flatnonzero(weights > 0)
    count = len(days)
    if count < 2:
        return float("inf") if count == 0 else (ratio * 0.5) ** 2
    left = weights[days] * (figure.y[days] - ratio * figure.x[days])
    left = left - left.mean()
    spread = float((left**2).sum())
    bound = 0.0
    if spread > 0 and count > 3:
        bound = float(np.clip((left[1:] * left[:-1]).sum() / spread, 0.0, _MOST_BOUND))
    total = float((weights * figure.x).sum())
    return spread * count / (count - 1) * (1 + bound) / (1 - bound) / total**2


def _swings(figure: Ratio, history: Mask, weekday: npt.NDArray[np.int64], *, length: int, base: int) -> Floats:
    """Return the changes of earlier stretches of ``length`` days against the ``base`` days before each."""
    days = np.flatnonzero(history)
    found: list[float] = []
    end = len(days)
    while end - length - base >= 0 and len(found) < _MOST_WINDOWS:
        during, before = np.zeros(len(history), dtype=bool), np.zeros(len(history), dtype=bool)
        during[days[end - length : end]] = True
        before[days[end - length - base : end - length]] = True
        old = _ratio(figure, _weights(weekday, before, during))
        new = _ratio(figure, during.astype(np.float64))
        if old is not None and new is not None:
            found.append(new - old)
        end -= length
    return np.array(found, dtype=np.float64)
