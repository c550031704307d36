"""A local level with a weekly season and a control, fitted to the time before a change and carried past it.

On a log scale ``y_t = level_t + season(weekday) + beta * control_t + noise_t`` with ``level`` a random walk: the model
of Harvey (1989, 4.1) and of CausalImpact (Brodersen et al. 2015), by a Kalman filter in which missing days only let
the level walk on. Variances and the choice of control are not settled by one best value but averaged over a grid by
their likelihood: few days give wide bands. The days ahead are known jointly, as the spread of their *sum* needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shopdesk.domain.kpi.daily import FloatArray

WALKS: Final = (0.0, 0.003, 0.006, 0.012, 0.025, 0.05, 0.10)
"""Standard deviations of the level's daily step that are weighed."""
NOISES: Final = (0.03, 0.06, 0.10, 0.15, 0.22, 0.32, 0.45)
"""Standard deviations of a day's own noise beyond its counts; never below 3 %."""
SEASON_SD: Final = 0.3
LEVEL_SD: Final = 2.0
BETA: Final = 0.6
"""Expected share of a control's movement that carries over; shared shocks weaken towards single items."""
BETA_SD: Final = 0.5
WEEKDAYS: Final = 7
STATE: Final = WEEKDAYS + 2
_LEAST_WEIGHT: Final = 0.01


@dataclass(frozen=True, slots=True)
class History:
    """The time before a change and after it, by steps of one day (or one week).

    ``logs`` is the figure on a log scale, NaN where missing or left out; only its first ``before`` values are fitted.
    ``chance`` is the variance that counts alone give each step, ``season`` the place in the week (None: no season),
    ``controls`` log scale series without gaps where ``logs`` are to be forecast, by name.
    """

    logs: FloatArray
    chance: FloatArray
    before: int
    season: NDArray[np.int64] | None
    controls: tuple[tuple[str, FloatArray], ...] = ()


@dataclass(frozen=True, slots=True)
class Models:
    """The models that the time before the change leaves likely, with the state each has reached on its last step.

    ``weights`` (adding up to 1), ``controls`` (place among the history's controls, -1 for none), ``walks`` and
    ``noises`` (standard deviations) by model; ``state`` is model × 9, ``spread`` its covariance, model × 9 × 9.
    """

    weights: FloatArray
    controls: NDArray[np.int64]
    walks: FloatArray
    noises: FloatArray
    state: FloatArray
    spread: FloatArray

    @property
    def control_weight(self) -> float:
        """How much of the average rests on models that use a control, 0 to 1."""
        return float(self.weights[self.controls >= 0].sum())


@dataclass(frozen=True, slots=True)
class Forecast:
    """What some steps would have been: one normal distribution a model on the log scale, noise included.

    ``means`` is model × step, ``loads`` model × step × 9 (how the state makes a step), ``ahead`` the steps from the
    last one before the change, ``chance`` the variance that counts give each step.
    """

    models: Models
    means: FloatArray
    loads: FloatArray
    ahead: NDArray[np.int64]
    chance: FloatArray

    def draws(self, count: int, *, seed: int) -> FloatArray:
        """Return ``count`` possible courses, one a row."""
        draw = np.random.default_rng(seed)
        models = self.models
        which = draw.choice(models.weights.size, size=count, p=models.weights)
        roots = np.linalg.cholesky(models.spread + 1e-12 * np.eye(STATE))
        states = np.einsum("nij,nj->ni", roots[which], draw.standard_normal((count, STATE)))
        gaps = np.sqrt(np.diff(self.ahead, prepend=0))
        walks = np.cumsum(draw.standard_normal((count, gaps.size)) * gaps, axis=1) * models.walks[which, None]
        noise = np.sqrt(models.noises[which, None] ** 2 + self.chance) * draw.standard_normal((count, gaps.size))
        signal = self.means[which] + np.einsum("nsi,ni->ns", self.loads[which], states)
        return np.asarray(signal + walks + noise)

    def spread_of_means(self) -> FloatArray:
        """Return the standard deviation of the mean over the first 1, 2, … steps."""
        models, steps = self.models, self.ahead.size
        lengths = np.arange(1, steps + 1)
        mean_loads = np.cumsum(self.loads, axis=1) / lengths[:, None]
        state = np.einsum("msi,mij,msj->ms", mean_loads, models.spread, mean_loads)
        shared = np.cumsum(np.cumsum(np.minimum.outer(self.ahead, self.ahead), axis=0), axis=1).diagonal() / lengths**2
        own = models.noises[:, None] ** 2 / lengths + np.cumsum(self.chance) / lengths**2
        inner = state + models.walks[:, None] ** 2 * shared + own
        centres = np.cumsum(self.means, axis=1) / lengths
        middle = models.weights @ centres
        return np.asarray(np.sqrt(models.weights @ (inner + (centres - middle) ** 2)))


def fit(history: History) -> Models:
    """Return the likely models of the steps before the change, by one filter over all of them at once.

    Raises ``ValueError`` where no step before the change is known.
    """
    known = ~np.isnan(history.logs[: history.before])
    if not known.any():
        raise ValueError("nothing is known before the change")
    series = range(-1, len(history.controls))
    grid = [(control, walk, noise) for control in series for walk in WALKS for noise in NOISES]
    controls = np.array([one[0] for one in grid])
    walks, noises = (np.array([one[place] for one in grid]) for place in (1, 2))
    state, spread = _prior(history, controls, float(history.logs[: history.before][known].mean()))
    loads = _loads(history, controls, np.arange(history.before))
    likelihood = np.zeros(len(grid))
    for step in range(history.before):
        spread[:, 0, 0] += walks**2
        if not known[step]:
            continue
        load = loads[:, step]
        reached = np.einsum("mij,mj->mi", spread, load)
        variance = np.einsum("mi,mi->m", reached, load) + noises**2 + history.chance[step]
        miss = history.logs[step] - np.einsum("mi,mi->m", load, state)
        gain = reached / variance[:, None]
        state += gain * miss[:, None]
        spread -= gain[:, :, None] * reached[:, None, :]
        likelihood -= (miss**2 / variance + np.log(variance)) / 2
    weights = np.exp(likelihood - likelihood.max())
    kept = weights > _LEAST_WEIGHT
    weights = weights[kept] / weights[kept].sum()
    spread = (spread + spread.transpose(0, 2, 1)) / 2
    return Models(weights, controls[kept], walks[kept], noises[kept], state[kept], spread[kept])


def forecast(history: History, models: Models, steps: NDArray[np.int64]) -> Forecast:
    """Return what ``steps`` (ascending places in the history, past the change) would have been without it."""
    loads = _loads(history, models.controls, steps)
    means = np.einsum("msi,mi->ms", loads, models.state)
    return Forecast(models, means, loads, steps - history.before + 1, history.chance[steps])


def _prior(history: History, controls: NDArray[np.int64], level: float) -> tuple[FloatArray, FloatArray]:
    """Return the state before the first step: level, seven weekdays, the control's weight."""
    state = np.zeros((controls.size, STATE))
    state[:, 0] = level
    state[:, STATE - 1] = BETA
    season = 0.0 if history.season is None else SEASON_SD**2
    spread = np.diag([LEVEL_SD**2, *[season] * WEEKDAYS, BETA_SD**2])
    return state, np.tile(spread, (controls.size, 1, 1))


def _loads(history: History, controls: NDArray[np.int64], steps: NDArray[np.int64]) -> FloatArray:
    """Return how the state makes each step: model × step × 9; controls count from their own mean before the change."""
    out = np.zeros((controls.size, steps.size, STATE))
    out[:, :, 0] = 1.0
    if history.season is not None:
        out[:, np.arange(steps.size), 1 + history.season[steps]] = 1.0
    for place, (_name, values) in enumerate(history.controls):
        middle = float(np.nanmean(values[: history.before]))
        out[controls == place, :, STATE - 1] = np.nan_to_num(values[steps] - middle)
    return out
