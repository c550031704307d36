"""The usual level of each stream: a Kalman filter (local level, week, noise with memory) under many settings at once.

Each setting is a guess of the day's noise, how fast the level drifts, how much of yesterday's noise stays, and how
much one buyer's spending spreads. All settings run side by side; how well each foresaw the days so far (forgotten
slowly) is its weight, so that nothing has to be fitted again and a verdict rests on earlier days only. Local level and
season: Harvey 1989, Forecasting, Structural Time Series Models; weights of settings: Raftery et al. 2010,
Technometrics 52:52-66.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

NOISES: Final = (0.007, 0.014, 0.025, 0.04, 0.06, 0.09, 0.15, 0.28)
"""Standard deviation of the day's noise on the logarithm."""
DRIFTS: Final = (0.03, 0.12, 0.5)
"""Standard deviation of the level's daily step, as a share of the noise."""
MEMORIES: Final = (0.0, 0.5)
"""Share of yesterday's noise that is still there."""
SPREADS: Final = (0.45, 0.9)
"""Standard deviation of one buyer's spending, as a share of the mean."""
USUAL_NOISE: Final = 0.06
FORGET: Final = 0.996
FIRST_LEVEL_SD: Final = 0.3
FIRST_WEEKDAY_SD: Final = 0.3
WEEKDAY_STEP_VAR: Final = 0.0016**2 * 0.94
CLIP: Final = 2.5
"""Errors beyond so many standard deviations pull the level no further."""
LEARNING_DAYS: Final = 14
"""The first days pull the level in full."""
NEW_LEVEL_SD: Final = 0.03
_TAIL: Final = 5.0
"""Degrees of freedom of the errors when settings are weighed: an outlier must not choose the setting."""
_MOST_ERROR: Final = 6.0


class Row(IntEnum):
    """What one outlook holds for each stream, in this order; variances are of the logarithm."""

    LEVEL = 0
    CARRIED = 1  # what is left of yesterday's noise
    LEVEL_VAR = 2
    CARRIED_VAR = 3  # the day's noise, given yesterday's
    DRIFT_VAR = 4
    NOISE_VAR = 5
    MEMORY = 6
    SPREAD_VAR = 7
    WEEKDAY_VAR = 8
    WEEKDAYS = 9  # seven rows, Monday first


ROWS: Final = Row.WEEKDAYS + 7
_SHORT: Final = np.float32
"""Six digits are enough for the many settings, and twice as fast."""
_LEVEL, _CARRIED, _LEVEL_VAR, _BOTH_VAR, _CARRIED_VAR = range(5)


class LevelBank:
    """The filter of several streams under all settings; its state has the shape (5, streams, settings)."""

    def __init__(self, first_level: FloatArray, *, with_spread: bool) -> None:
        """Start at a level of the logarithm a stream; ``with_spread`` where means over buyers are among them."""
        settings = list(product(NOISES, DRIFTS, MEMORIES, SPREADS if with_spread else (0.0,)))
        noise, drift, memory, spread = (np.array(column, dtype=_SHORT) for column in zip(*settings, strict=True))
        self._noise_var, self._spread_var = noise**2, spread**2
        one, nothing = np.ones_like(noise), np.zeros_like(noise)
        self._kept = np.array([one, memory, one, memory, memory**2])[:, None, :]
        added = [nothing, nothing, (noise * drift) ** 2, nothing, noise**2 * (1 - memory**2)]
        self._added = np.array(added)[:, None, :]
        self._settings = np.column_stack([(noise * drift) ** 2, noise**2, memory, spread**2])
        self._state = np.zeros((5, first_level.size, noise.size), dtype=_SHORT)
        self._state[_LEVEL] = first_level[:, None]
        self._state[_LEVEL_VAR] = FIRST_LEVEL_SD**2
        self._state[_CARRIED_VAR] = self._noise_var
        self._worth = np.tile(-0.5 * np.log(noise / USUAL_NOISE) ** 2, (first_level.size, 1))
        self._weights = np.empty_like(self._worth)
        self.weekdays = np.zeros((7, first_level.size))
        self._weekday_var = np.full((7, first_level.size), FIRST_WEEKDAY_SD**2)

    def step(self) -> FloatArray:
        """Go on to the next day and return the outlook on it, (``ROWS``, streams), settings weighed together."""
        self._state *= self._kept
        self._state += self._added
        self._weekday_var += WEEKDAY_STEP_VAR
        weights = np.exp(self._worth - self._worth.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        self._weights = weights
        means = np.vecdot(self._state, weights)
        level = means[_LEVEL]
        between = np.vecdot((self._state[_LEVEL] - level[:, None]) ** 2, weights)
        outlook = np.empty((ROWS, level.size))
        outlook[Row.LEVEL], outlook[Row.CARRIED] = level, means[_CARRIED]
        outlook[Row.LEVEL_VAR] = means[_LEVEL_VAR] + between
        outlook[Row.CARRIED_VAR] = means[_CARRIED_VAR] + 2 * means[_BOTH_VAR]
        outlook[Row.DRIFT_VAR : Row.WEEKDAY_VAR] = (weights @ self._settings).T
        outlook[Row.WEEKDAY_VAR] = self._weekday_var.sum(axis=0) / 7
        outlook[Row.WEEKDAYS :] = self.weekdays
        return outlook

    def learn(
        self,
        count: FloatArray,
        exposure: FloatArray,
        inverse: FloatArray,
        *,
        weekday: int,
        trust: FloatArray,
        is_first: bool,
    ) -> None:
        """Take in a day; ``trust`` 0 keeps a stream as it is, 1 takes the day in full."""
        level, carried, level_var, both_var, carried_var = self._state
        seen, trusted = _column(count), _column(trust)
        usual = np.exp(level + carried + _column(self.weekdays[weekday] + exposure))
        least = np.maximum(usual, 0.3)
        own, lasting = level_var + both_var, both_var + carried_var
        var = own + lasting + _column(self._weekday_var[weekday]) + 1 / least
        if self._spread_var.any():
            var += self._spread_var * _column(inverse)
        error = np.minimum((seen - usual) / least, _MOST_ERROR)
        if is_first:
            error = np.log((seen + 0.5) / (usual + 0.5))
        known = trusted > 0
        fit = -0.5 * np.log(var) - (_TAIL + 1) / 2 * np.log(1 + error**2 / (_TAIL * var))
        self._worth *= np.where(known, _SHORT(FORGET), _SHORT(1))
        self._worth += fit * known
        if not is_first:
            reach = CLIP * np.sqrt(var)
            error = np.minimum(np.maximum(error, -reach), reach)
        gain = trusted / var
        pull = gain * error
        level += own * pull
        carried += lasting * pull
        level_var -= gain * own**2
        both_var -= gain * own * lasting
        carried_var -= gain * lasting**2
        self._learn_weekday(weekday, np.vecdot(self._weights, error), np.vecdot(self._weights, var), trust)

    def _learn_weekday(self, weekday: int, error: FloatArray, var: FloatArray, trust: FloatArray) -> None:
        gain = self._weekday_var[weekday] / var * trust
        self.weekdays[weekday] += gain * error
        self._weekday_var[weekday] *= 1 - gain
        middle = self.weekdays.sum(axis=0) / 7
        self.weekdays -= middle
        self._state[_LEVEL] += _column(middle)

    def rebase(self, chosen: BoolArray, shift: FloatArray) -> None:
        """Move the level of the chosen streams: a new level begins, known from a few days only."""
        state = self._state
        state[_LEVEL, chosen] += shift[chosen, None]
        state[_CARRIED, chosen] = 0
        state[_LEVEL_VAR, chosen] = np.maximum(state[_LEVEL_VAR, chosen], self._noise_var / 3 + NEW_LEVEL_SD**2)
        state[_BOTH_VAR, chosen] = 0
        state[_CARRIED_VAR, chosen] = self._noise_var


def _column(values: FloatArray) -> NDArray[np.float32]:
    """Return one value a stream as a column beside the settings."""
    return values.astype(_SHORT)[:, None]
