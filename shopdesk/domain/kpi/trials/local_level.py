"""A local level with a weekly season and a control, fitted to the time before a change and carried past it.

On a log scale ``y_t = level_t + season(weekday) + beta * control_t + noise_t`` with ``level`` a random walk: the model
of the Kalman filter in Harvey (1989) and of CausalImpact (Brodersen et al. 2015). All days are solved at once as a
Gaussian process (Rasmussen and Williams 2006, 2.2), which gives what the filter gives, missing days included, and
beside it the joint spread of all days ahead, which the spread of a *sum* of days needs. Variances and the choice of
control are not settled by one best value but averaged over a grid by their likelihood: few days give wide bands.
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
class Model:
    """One model of the average: its weight, control ("" for none) and standard deviations."""

    weight: float
    control: str
    walk: float
    noise: float


@dataclass(frozen=True, slots=True)
class Component:
    """The normal distribution that one model gives the steps asked for."""

    weight: float
    mean: FloatArray
    covariance: FloatArray


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the steps asked for would have been: a mixture of normal distributions on the log scale, noise included."""

    components: tuple[Component, ...]

    def draws(self, count: int, *, seed: int) -> FloatArray:
        """Return ``count`` possible courses, one a row."""
        generator = np.random.default_rng(seed)
        weights = np.array([one.weight for one in self.components])
        shares = generator.multinomial(count, weights / weights.sum())
        rows = [
            generator.multivariate_normal(one.mean, one.covariance, size=share, method="cholesky")
            for one, share in zip(self.components, shares, strict=True)
            if share
        ]
        return np.vstack(rows)

    def spread_of_means(self) -> FloatArray:
        """Return the standard deviation of the mean over the first 1, 2, … steps."""
        steps = self.components[0].mean.size
        lengths = np.arange(1, steps + 1)
        second, first = np.zeros(steps), np.zeros(steps)
        for one in self.components:
            inner = np.cumsum(np.cumsum(one.covariance, axis=0), axis=1).diagonal() / lengths**2
            centre = np.cumsum(one.mean) / lengths
            second += one.weight * (inner + centre**2)
            first += one.weight * centre
        return np.asarray(np.sqrt(np.maximum(second - first**2, 0.0)))


def fit(history: History) -> tuple[Model, ...]:
    """Return the models that the steps before the change leave likely, weights adding up to 1.

    Raises ``ValueError`` where no step before the change is known.
    """
    known = _known(history)
    noises = np.array(NOISES)[:, None] ** 2
    found: list[tuple[float, str, float, float]] = []
    for name, control in (("", None), *history.controls):
        y = _centred(history, control, known)
        for walk in WALKS:
            kernel = _kernel(history, control, walk, known, known)
            stack = np.broadcast_to(kernel, (len(NOISES), *kernel.shape)).copy()
            stack[:, range(known.size), range(known.size)] += noises + history.chance[known]
            found += [
                (likelihood, name, walk, noise)
                for likelihood, noise in zip(_likelihoods(stack, y), NOISES, strict=True)
            ]
    weights = np.exp(np.array([one[0] for one in found]) - max(one[0] for one in found))
    kept = weights > _LEAST_WEIGHT
    total = weights[kept].sum()
    return tuple(Model(float(w / total), *one[1:]) for w, one, good in zip(weights, found, kept, strict=True) if good)


def forecast(history: History, models: tuple[Model, ...], steps: NDArray[np.int64]) -> Forecast:
    """Return what ``steps`` (places in the history) would have been, from the steps before the change alone."""
    known = _known(history)
    controls = dict(history.controls)
    components = []
    for model in models:
        control = controls.get(model.control)
        kernel = _kernel(history, control, model.walk, known, known)
        own = np.diag(model.noise**2 + history.chance[known])
        across = _kernel(history, control, model.walk, known, steps)
        solved = np.linalg.solve(kernel + own, np.column_stack([_centred(history, control, known), across]))
        mean = _offset(history, control, known, steps) + across.T @ solved[:, 0]
        inner = _kernel(history, control, model.walk, steps, steps) - across.T @ solved[:, 1:]
        covariance = (inner + inner.T) / 2 + np.diag(model.noise**2 + history.chance[steps])
        components.append(Component(model.weight, mean, covariance))
    return Forecast(tuple(components))


def _known(history: History) -> NDArray[np.int64]:
    known = np.flatnonzero(~np.isnan(history.logs[: history.before]))
    if not known.size:
        raise ValueError("nothing is known before the change")
    return known


def _likelihoods(stack: FloatArray, y: FloatArray) -> list[float]:
    """Return the log likelihoods of ``y`` under some covariances, but for a constant.

    The last row of the Cholesky factor of ``[[K, y], [y', large]]`` is the solution ``L⁻¹ y``: no second solving.
    """
    count, size, _ = stack.shape
    framed = np.empty((count, size + 1, size + 1))
    framed[:, :size, :size] = stack
    framed[:, size, :size] = framed[:, :size, size] = y
    framed[:, size, size] = 1e12
    roots = np.linalg.cholesky(framed)
    fits = (roots[:, size, :size] ** 2).sum(axis=1) / 2
    sizes = np.log(roots[:, range(size), range(size)]).sum(axis=1)
    return [float(one) for one in -fits - sizes]


def _offset(
    history: History, control: FloatArray | None, known: NDArray[np.int64], steps: NDArray[np.int64]
) -> FloatArray:
    """Return what is expected of some steps before anything is learnt: the mean, and the control's usual share."""
    centre = float(history.logs[known].mean())
    if control is None:
        return np.full(steps.size, centre)
    return np.asarray(centre + BETA * (control[steps] - control[known].mean()))


def _centred(history: History, control: FloatArray | None, known: NDArray[np.int64]) -> FloatArray:
    return np.asarray(history.logs[known] - _offset(history, control, known, known))


def _kernel(
    history: History, control: FloatArray | None, walk: float, one: NDArray[np.int64], other: NDArray[np.int64]
) -> FloatArray:
    """Return the covariance of level, season and control between some steps and others."""
    out = LEVEL_SD**2 + walk**2 * np.minimum.outer(one + 1, other + 1)
    if history.season is not None:
        out = out + SEASON_SD**2 * (history.season[one][:, None] == history.season[other])
    if control is not None:
        middle = control[_known(history)].mean()
        out = out + BETA_SD**2 * np.outer(control[one] - middle, control[other] - middle)
    return np.asarray(out)
