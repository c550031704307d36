"""How many clicks a day are to come: a level that wanders, seen through days that scatter, weekdays taken out.

On the square root of a count the noise of chance is the same at every level (Anscombe), so that days without a click
need no special case: ``sqrt(y / w) = m + noise(dispersion / 4)``, ``m`` a random walk. Drift and dispersion are
averaged over a grid with their likelihood (Kalman filter) and log-normal priors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats

WEEK: Final = 7
DRIFT: Final = 0.005
"""Centre of the prior of what a level wanders a day, relative: 3 % a month, known of no shop in particular."""
DRIFTS: Final = np.array([0.001, 0.004, 0.008, 0.016, 0.032, 0.064])
DISPERSIONS: Final = np.array([1.0, 1.5, 2.5, 4.0, 7.0, 12.0, 24.0, 48.0])
DISPERSION: Final = 1.5
WEEKDAY_SD: Final = 0.15
LEAST_DAYS: Final = 7
_ANSCOMBE: Final = 3 / 8


@dataclass(frozen=True, slots=True)
class Level:
    """Drawn means of a coming day (weekdays apart), the weekdays' factors (Monday first), and the dispersion.

    ``dispersion`` is the variance of a day's count by its mean, 1 where only chance is at work.
    """

    mean: Floats
    weekdays: Floats
    dispersion: float


def wandering(
    counts: Floats, weekdays: Floats, *, horizon: int, pick: Floats, normal: Floats, drift: float = DRIFT
) -> Level:
    """Return the level after a run of days; ``weekdays`` 0 (Monday) to 6, ``pick`` uniform and ``normal`` draws."""
    factors = weekday_factors(counts, weekdays)
    scale = factors[weekdays.astype(int)]
    roots = np.sqrt((np.maximum(counts, 0.0) + _ANSCOMBE) / scale)
    middle = float(roots.mean())
    grid_drift, grid_noise = (axis.ravel() for axis in np.meshgrid(DRIFTS, DISPERSIONS, indexing="ij"))
    step = (grid_drift * middle / 2) ** 2
    noise = grid_noise / 4
    mean, variance, likelihood = _filtered(roots, 1 / scale, step, noise)
    prior = (np.log(grid_drift / drift)) ** 2 + np.log(grid_noise / DISPERSION) ** 2
    weight = np.exp(likelihood - prior / 2 - (likelihood - prior / 2).max())
    weight /= weight.sum()
    chosen = np.searchsorted(np.cumsum(weight), np.clip(pick, 0.0, 1 - 1e-9))
    wander = step * (horizon + 1) * (2 * horizon + 1) / (6 * horizon)
    root = mean[chosen] + np.sqrt((variance + wander)[chosen]) * normal
    level = np.maximum(root, 0.0) ** 2 + noise[chosen] - _ANSCOMBE
    return Level(np.maximum(level, 0.0), factors, float(weight @ grid_noise))


def steady(total: float, days: float, *, horizon: int, normal: Floats, drift: float = DRIFT) -> Level:
    """Return the level where only a total over ``days`` is known."""
    spread = np.sqrt(1 / max(total, 1.0) + drift**2 * (days + horizon) / 3)
    mean = total / days * np.maximum(1 + spread * normal, 0.0)
    return Level(mean, np.ones(WEEK), 1.0)


def weekday_factors(counts: Floats, weekdays: Floats) -> Floats:
    """Return what each weekday has against the mean, pulled to 1 as far as chance could explain it; mean 1."""
    places = weekdays.astype(int)
    days = np.bincount(places, minlength=WEEK)
    if counts.size < LEAST_DAYS or counts.mean() <= 0:
        return np.ones(WEEK)
    sums = np.bincount(places, weights=counts, minlength=WEEK)
    mean = counts.mean()
    own = np.divide(sums, days, out=np.full(WEEK, mean), where=days > 0) / mean
    rest = counts / mean - own[places]  # a day alone of its weekday has none, so that chance is the least there is
    scatter = max(float((rest**2).sum()) / max(counts.size - WEEK, 1), 1 / mean)
    trust = WEEKDAY_SD**2 / (WEEKDAY_SD**2 + scatter / np.maximum(days, 1))
    factors = np.maximum(1 + trust * (own - 1), 0.05)
    return np.asarray(factors / factors.mean(), dtype=float)


def _filtered(roots: Floats, scale: Floats, step: Floats, noise: Floats) -> tuple[Floats, Floats, Floats]:
    """Return mean and variance of the last state and the log likelihood at each point of the grid."""
    mean = np.full(step.size, roots[: WEEK * 2].mean())
    variance = noise + (0.5 * mean) ** 2
    likelihood = np.zeros(step.size)
    for root, width in zip(roots, scale, strict=True):
        variance = variance + step
        spread = variance + noise * width
        gap = root - mean
        likelihood -= (np.log(spread) + gap**2 / spread) / 2
        gain = variance / spread
        mean = mean + gain * gap
        variance = variance * (1 - gain)
    return mean, variance, likelihood
