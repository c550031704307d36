"""How often buyers come back and whether they still do: BG/NBD (Fader, Hardie and Lee 2005), fitted by SciPy alone.

Buyers buy by a Poisson process whose rate is Gamma(r, alpha) among them; after each purchase one leaves for good with
a chance that is Beta(a, b) among them. Times are weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shopdesk.domain.kpi.daily import FloatArray

MIN_REPEATERS: Final = 200
"""Buyers with at least one repeat purchase below which nothing is fitted: the answer would be made up."""
STARTS: Final = ((1.0, 1.0, 1.0, 1.0), (0.3, 5.0, 0.8, 2.5), (0.5, 10.0, 0.3, 5.0))
BOUNDS: Final = (1e-4, 1e4)
_DROP_95: Final = 1.920729  # half the 95 % quantile of χ² with one degree
_STEP: Final = 0.02  # of the logarithm
_FLATTEST: Final = 0.5  # curvature below which a direction counts as flat and is searched up to ± 1.4 or so
_NEAR_ONE: Final = 1e-6


class TooFewRepeaters(ValueError):
    """Too few buyers came back for a model; ``repeaters`` says how many did."""

    def __init__(self, repeaters: int) -> None:
        super().__init__(f"{repeaters} repeat buyers")
        self.repeaters = repeaters


@dataclass(frozen=True, slots=True)
class Histories:
    """One buyer an entry: repeat purchases ``x``, weeks from first to last purchase ``t_x``, weeks observed ``t``."""

    x: FloatArray
    t_x: FloatArray
    t: FloatArray

    @property
    def repeaters(self) -> int:
        """Buyers who came back at least once."""
        return int((self.x > 0).sum())


@dataclass(frozen=True, slots=True)
class BgNbd:
    """Fitted parameters with the log likelihood they reach."""

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float

    @property
    def parameters(self) -> tuple[float, float, float, float]:
        """r, alpha, a, b."""
        return self.r, self.alpha, self.a, self.b


def fit_bgnbd(histories: Histories) -> BgNbd:
    """Return the likeliest parameters. Raises ``TooFewRepeaters``, and ``ValueError`` where no start converges."""
    if histories.repeaters < MIN_REPEATERS:
        raise TooFewRepeaters(histories.repeaters)
    best, value = _best(_grouped(histories))
    return _model(best, -value)


def log_likelihood(parameters: FloatArray, histories: Histories) -> FloatArray:
    """Return each buyer's log likelihood (Fader, Hardie and Lee 2005, equation 6, by logarithms)."""
    return _likelihood(parameters, _told_apart(histories))


def _likelihood(parameters: FloatArray, told: _Apart) -> FloatArray:
    from scipy.special import gammaln

    r, alpha, a, b = parameters
    x, sizes = told.x.whole, told.x.values
    buys = gammaln(r + sizes) - gammaln(r) + r * np.log(alpha)
    stays = gammaln(a + b) + gammaln(b + sizes) - gammaln(b) - gammaln(a + b + sizes)
    active, left = _states(parameters, told)
    return np.asarray((buys + stays)[told.x.place] + np.where(x > 0, np.logaddexp(active, left), active))


def _states(parameters: FloatArray, told: _Apart) -> tuple[FloatArray, FloatArray]:
    """Return the logarithms of being active still and of having left after the last purchase."""
    r, alpha, a, b = parameters
    x = told.x.whole
    leaves = np.log(a) - np.log(b + np.maximum(told.x.values, 1) - 1)
    active = -(r + x) * np.log(alpha + told.t.values)[told.t.place]
    left = leaves[told.x.place] - (r + x) * np.log(alpha + told.t_x.values)[told.t_x.place]
    return active, left


def _slopes(parameters: FloatArray, grouped: _Grouped) -> FloatArray:
    """Return the derivatives of the log likelihood by the parameters: differences would stop early on a flat ridge."""
    from scipy.special import digamma, expit

    r, alpha, a, b = parameters
    told, counts = grouped.told, grouped.counts
    x, sizes = told.x.whole, told.x.values
    active, left = _states(parameters, told)
    gone = np.where(x > 0, expit(left - active), 0.0)  # how likely it is, given the history, to have left
    t, t_x = (alpha + column.values for column in (told.t, told.t_x))
    of_size = np.bincount(told.x.place, counts, sizes.size)
    gone_of_size = np.bincount(told.x.place, counts * gone, sizes.size)
    by_r = of_size * (digamma(r + sizes) - digamma(r) + np.log(alpha))
    log_spans = (1 - gone) * np.log(t)[told.t.place] + gone * np.log(t_x)[told.t_x.place]
    spans = (1 - gone) / t[told.t.place] + gone / t_x[told.t_x.place]
    both = of_size * (digamma(a + b) - digamma(a + b + sizes))
    by_b = of_size * (digamma(b + sizes) - digamma(b)) - gone_of_size / (b + np.maximum(sizes, 1) - 1)
    return np.array(
        [
            by_r.sum() - (counts * log_spans).sum(),
            (counts * (r / alpha - (r + x) * spans)).sum(),
            both.sum() + gone_of_size.sum() / a,
            both.sum() + by_b.sum(),
        ]
    )


def chance_alive(model: BgNbd, histories: Histories) -> FloatArray:
    """Return the chance that each buyer hasn't left; 1 after one purchase, since one leaves after a repeat only."""
    r, alpha, a, b = model.parameters
    x = histories.x
    odds = a / (b + np.maximum(x, 1) - 1) * ((alpha + histories.t) / (alpha + histories.t_x)) ** (r + x)
    return np.asarray(1 / (1 + np.where(x > 0, odds, 0.0)))


def expected_purchases(model: BgNbd, histories: Histories, weeks: float) -> FloatArray:
    """Return how often each buyer will buy in the next weeks (Fader, Hardie and Lee 2005, equation 10)."""
    from scipy.special import hyp2f1

    r, alpha, a, b = model.parameters
    if abs(a - 1) < _NEAR_ONE:
        a = 1 + _NEAR_ONE
    x, t, back = _pairs(histories)
    ahead = alpha + t + weeks
    shrink = ((alpha + t) / ahead) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, weeks / ahead)
    plain = (a + b + x - 1) / (a - 1) * (1 - shrink)
    return np.asarray(np.maximum(plain[back] * chance_alive(model, histories), 0.0))


def _pairs(histories: Histories) -> tuple[FloatArray, FloatArray, NDArray[np.intp]]:
    """Return the different pairs of purchases and weeks observed, and the place of each buyer's among them."""
    pairs, back = np.unique(histories.x + 1j * histories.t, return_inverse=True)
    return pairs.real, pairs.imag, np.ravel(back)


def likely_models(histories: Histories, model: BgNbd, *, count: int = 600, seed: int = 1) -> list[BgNbd]:
    """Return models that cost at most 1.92 of log likelihood against the best, the best one first.

    Whatever is computed from them has its 95 % profile interval between its extremes. They are found by drawing from
    the curvature at the best one (on the log scale); a side that the data leave open ends at ``BOUNDS``.
    """
    grouped, middle = _grouped(histories), np.log(model.parameters)
    values, vectors = np.linalg.eigh(_curvature(middle, grouped))
    spread = vectors / np.sqrt(np.maximum(values, _FLATTEST))
    draws = middle + np.random.default_rng(seed).standard_normal((count, 4)) @ spread.T
    inside = np.clip(draws, *np.log(BOUNDS))
    losses = [_loss(draw, grouped) for draw in inside]
    most = -model.log_likelihood + _DROP_95
    return [model, *(_model(draw, -loss) for draw, loss in zip(inside, losses, strict=True) if loss <= most)]


def _curvature(middle: FloatArray, grouped: _Grouped) -> FloatArray:
    """Return the second derivatives of the loss by differences."""
    steps = _STEP * np.eye(4)
    out = np.empty((4, 4))
    for i in range(4):
        for j in range(4):
            one, other = steps[i], steps[j]
            corners = _loss(middle + one + other, grouped) - _loss(middle + one - other, grouped)
            corners -= _loss(middle - one + other, grouped) - _loss(middle - one - other, grouped)
            out[i, j] = corners / (4 * _STEP**2)
    return np.asarray((out + out.T) / 2)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with each different value once: logarithms of a few hundred days serve thousands of buyers."""

    values: FloatArray
    place: NDArray[np.intp]

    @property
    def whole(self) -> FloatArray:
        """One value a buyer."""
        return np.asarray(self.values[self.place])


@dataclass(frozen=True, slots=True)
class _Apart:
    """The columns of histories."""

    x: _Column
    t_x: _Column
    t: _Column


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Equal histories once, with their number: a likelihood over thousands of one-time buyers costs little."""

    told: _Apart
    counts: FloatArray


def _told_apart(histories: Histories) -> _Apart:
    columns = [np.unique(one, return_inverse=True) for one in (histories.x, histories.t_x, histories.t)]
    return _Apart(*(_Column(values, np.ravel(place)) for values, place in columns))


def _model(logs: FloatArray, likelihood: float) -> BgNbd:
    r, alpha, a, b = (float(one) for one in np.exp(logs))
    return BgNbd(r, alpha, a, b, likelihood)


def _grouped(histories: Histories) -> _Grouped:
    rows = np.column_stack([histories.x, histories.t_x, histories.t])
    unique, counts = np.unique(rows, axis=0, return_counts=True)
    histories = Histories(unique[:, 0], unique[:, 1], unique[:, 2])
    return _Grouped(_told_apart(histories), counts.astype(float))


def _loss(logs: FloatArray, grouped: _Grouped) -> float:
    each = grouped.counts * _likelihood(np.exp(logs), grouped.told)
    return -float(each.sum())  # a product of vectors would start threads that cost more than they save


def _loss_slopes(logs: FloatArray, grouped: _Grouped) -> FloatArray:
    parameters = np.exp(logs)
    return np.asarray(-_slopes(parameters, grouped) * parameters)


def _best(grouped: _Grouped) -> tuple[FloatArray, float]:
    """Return the lowest loss found from all starts."""
    from scipy.optimize import minimize

    bounds = [tuple(np.log(BOUNDS))] * 4
    found = []
    for start in STARTS:
        options = {"maxiter": 500}
        done = minimize(
            _loss, np.log(start), args=(grouped,), jac=_loss_slopes, method="L-BFGS-B", bounds=bounds, options=options
        )
        if np.isfinite(done.fun):
            found.append((float(done.fun), np.asarray(done.x)))
    if not found:
        raise ValueError("no start converged")
    value, best = min(found, key=lambda one: one[0])
    return best, value
