"""Where a series stands and how fast it drifts: a local level with AR(1) noise and count noise.

Instead of one best guess of drift and noise the filter runs over a grid of them at once and keeps each as far as
the data speak for it (Kalman 1960; averaging over the grid as in Harrison & Stevens 1976), so that the interval of a
projection also holds what is not known about the shop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.kpi.daily import FloatArray

HISTORY_DAYS: Final = 120
PERSISTENCE: Final = (0.0, 0.4, 0.75)
NOISE: Final = (0.02, 0.05, 0.09, 0.15, 0.25, 0.45)
"""Standard deviation of a day beyond the chance in its counts, as a share."""
DRIFT: Final = (0.0006, 0.002, 0.006, 0.018, 0.05)
"""Standard deviation of the level's step from one day to the next, as a share."""
USUAL_DRIFT: Final = 0.003
DRIFT_FACTOR: Final = 3.0
"""Levels of shops usually drift by ``USUAL_DRIFT`` a day, give or take this factor: the prior of the grid."""
START_SPREAD: Final = 0.5
SAYS_NOTHING: Final = 1e9
"""Variance of a missing day."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed on the last day: one entry a point of the grid, with its weight (they add up to 1)."""

    level: FloatArray  # log of the mean per unit of exposure, ordinary day
    noise: FloatArray  # the AR part's state
    level_var: FloatArray
    shared_var: FloatArray
    noise_var: FloatArray
    weights: FloatArray
    persistence: FloatArray
    noise_sd: FloatArray
    drift_sd: FloatArray

    def paths(self, draws: np.random.Generator, *, runs: int, days: int) -> FloatArray:
        """Return ``runs`` × ``days`` draws of the log mean for the days after the last one."""
        at = draws.choice(self.weights.size, size=runs, p=self.weights)
        root = np.sqrt(np.maximum(self.level_var[at], 1e-12))
        level = self.level[at] + root * (first := draws.standard_normal(runs))
        slope = self.shared_var[at] / root
        rest = np.sqrt(np.maximum(self.noise_var[at] - slope**2, 0.0))
        noise = self.noise[at] + slope * first + rest * draws.standard_normal(runs)
        phi, sd = self.persistence[at], self.noise_sd[at]
        steps = draws.standard_normal((days, runs)) * self.drift_sd[at]
        kicks = draws.standard_normal((days, runs)) * (sd * np.sqrt(1 - phi**2))
        out = np.cumsum(steps, axis=0) + level - sd**2 / 2  # the level is that of the mean, not of the median
        for day in range(days):
            noise = phi * noise + kicks[day]
            out[day] += noise
        return np.ascontiguousarray(out.T)


def believe(logs: Sequence[FloatArray], chance: Sequence[FloatArray]) -> list[Belief]:
    """Return the belief of each of some series after the same run of days.

    ``logs`` are about the log of a day's value, NaN where it says nothing; ``chance`` is the variance that
    its number of events alone gives it. Series go through together because a step costs the same for two.
    """
    phi, sd, drift = (axis.ravel() for axis in np.meshgrid(PERSISTENCE, NOISE, DRIFT, indexing="ij"))
    values = np.array([series[-HISTORY_DAYS:] for series in logs])
    known = np.isfinite(values)
    extra = np.where(known, np.array([series[-HISTORY_DAYS:] for series in chance]), SAYS_NOTHING)
    start = np.array(
        [np.median(one[seen][:28]) if seen.any() else 0.0 for one, seen in zip(values, known, strict=True)]
    )
    level = np.repeat(start[:, None], phi.size, axis=1)
    values = np.where(known, values, start[:, None])
    noise, p_shared = np.zeros_like(level), np.zeros_like(level)
    p_level, p_noise = np.full_like(level, START_SPREAD**2), np.zeros_like(level) + sd**2
    weight = np.zeros_like(level) - 0.5 * (np.log(drift / USUAL_DRIFT) / np.log(DRIFT_FACTOR)) ** 2
    drift_var, phi_square, kick_var = drift**2, phi**2, sd**2 * (1 - phi**2)
    for value, more in zip(values.T[:, :, None], extra.T[:, :, None], strict=True):
        noise = phi * noise
        p_shared = phi * p_shared
        to_level = p_level + drift_var + p_shared
        p_level = to_level - p_shared
        p_noise = phi_square * p_noise + kick_var
        to_noise = p_shared + p_noise
        total = to_level + to_noise + more
        error = value - level - noise
        scaled = error / total
        weight -= 0.5 * (np.log(total) + error * scaled)
        level = level + to_level * scaled
        noise = noise + to_noise * scaled
        gain = to_level / total
        p_level = p_level - to_level * gain
        p_shared = p_shared - to_noise * gain
        p_noise = p_noise - to_noise**2 / total
    weights = np.exp(weight - weight.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return [
        Belief(level[at], noise[at], p_level[at], p_shared[at], p_noise[at], weights[at], phi, sd, drift)
        for at in range(len(values))
    ]
