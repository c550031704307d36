"""Rates of many cells from two counts each: orders, and carts that foretell them as far as they turn out to.

Cell ``i`` of group ``g`` has the logarithm of its rate at ``level + q_g + u_i``; its carts follow at ``cart level +
j q_g + k u_i + d_g + w_i``. ``u`` and ``q`` are what cells and groups really differ by, ``d`` and ``w`` what their
carts have of their own; all are normal, the counts are Poisson. Orders and carts are fitted together, so that carts
speak for a cell exactly as far as the orders of all cells bear out: through the exponent ``k`` (0: carts tell
nothing) and the noise of carts. Groups are too few to learn their exponent ``j`` from: it is taken as given.

Newton's method finds the mode for each point of a grid over the sd of ``u``, of ``w``, and ``k``; the points are
averaged by Laplace's approximation of their evidence times a prior. A cell's two own terms are eliminated in closed
form, so that a step costs what the number of cells costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

_LEVEL_PRECISION: Final = 1e-4
_STEPS: Final = 25
_MOST_VARIANCE: Final = 4.0  # of a logarithm; only where no count says anything
_LONGEST_STEP: Final = 1.5
_CLOSE: Final = 1e-4
_MOST_CELLS: Final = 2000  # beyond it a sample of the cells, large and small, says which points of the grid are likely
_UNLIKELY: Final = 1e-3
_CELLS_AT_ONCE: Final = 20_000  # so that memory doesn't grow with the library


@dataclass(frozen=True, slots=True)
class Scale:
    """A standard deviation that is not known: log-normal around ``centre``, averaged over ``grid``.

    ``nothing`` is the prior chance that there are no differences at all, given to the lowest value of the grid.
    """

    centre: float
    spread: float
    grid: tuple[float, ...]
    nothing: float = 0.0

    def log_prior(self, values: Floats) -> Floats:
        """Return the logarithm of the prior of values of the grid, up to a constant."""
        found = self._shape(values)
        if self.nothing <= 0:
            return found
        others = np.log(np.exp(self._shape(np.array(self.grid[1:]))).sum())
        none = others + np.log(self.nothing / (1 - self.nothing))
        return np.where(values <= self.grid[0], none, found)

    def _shape(self, values: Floats) -> Floats:
        return np.asarray(-0.5 * (np.log(values / self.centre) / self.spread) ** 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointPrior:
    """What is believed before the counts: sd of cells and of what their carts have alone, exponent, sd of groups."""

    cells: Scale
    noise: Scale
    exponents: tuple[float, ...] = (0.0, 0.3, 0.6, 0.8, 1.0)
    exponent: tuple[float, float] = (0.8, 0.25)  # mean and sd
    groups: float = 0.6
    group_exponent: float = 0.8
    group_noise: float = 0.2


@dataclass(frozen=True, slots=True)
class JointRates:
    """The rate of each cell: mean, relative variance; ``before`` is the mean without the cell's own orders.

    ``before_spread2`` is its relative variance, ``exponent`` and ``exponent_sd`` how far carts speak for orders.
    """

    mean: Floats
    spread2: Floats
    before: Floats
    before_spread2: Floats
    exponent: float
    exponent_sd: float


def joint_rates(
    events: Floats,
    weight: Floats,
    signal: Floats,
    signal_weight: Floats,
    group: Numbers,
    *,
    prior: JointPrior,
    against_all: bool = False,
) -> JointRates:
    """Return events a unit of weight, cell by cell; ``signal_weight`` 0 where a cell's signal isn't known.

    ``against_all``: only differences count, so that the doubt about the common level is left out and the weighted
    mean is 1. Weights may be 0; some weight and some events of either kind must be there.
    """
    signal = np.where(signal_weight > 0, signal, 0.0)
    points = _points(prior, has_signal=bool(signal.sum() > 0))
    order = np.argsort(-weight, kind="stable")  # each part gets large and small cells alike

    def fitted(part: Numbers, points: _Points) -> _Fit:
        return _Fit(events[part], weight[part], signal[part], signal_weight[part], group[part], prior, points)

    if events.size > _MOST_CELLS:
        points = points.kept(fitted(order[:: -(-events.size // _MOST_CELLS)], points).shares() > _UNLIKELY)
    parts = -(-events.size // _CELLS_AT_ONCE)
    found = [
        (part, fitted(part, points).rates(against_all=against_all))
        for part in (order[start::parts] for start in range(parts))
    ]
    return _joined(events.size, found)


def _joined(size: int, found: list[tuple[Numbers, JointRates]]) -> JointRates:
    """Return the parts as one; each had cells enough to know levels and exponent alone."""
    columns = [np.empty(size) for _ in range(4)]
    for part, rates in found:
        for column, values in zip(
            columns, (rates.mean, rates.spread2, rates.before, rates.before_spread2), strict=True
        ):
            column[part] = values
    exponents, doubts = zip(*((rates.exponent, rates.exponent_sd) for _, rates in found), strict=True)
    mean, spread2, before, before_spread2 = columns
    exponent, doubt = float(np.mean(exponents)), float(np.mean(doubts))
    return JointRates(mean, spread2, before, before_spread2, exponent, doubt)


@dataclass(frozen=True, slots=True)
class _Points:
    """The grid: sd of cells, sd of cart noise, exponent, logarithm of the prior; each a column ``(points, 1)``."""

    cells: Floats
    noise: Floats
    exponent: Floats
    log_prior: Floats

    def kept(self, of: NDArray[np.bool_]) -> _Points:
        """Return some of the points."""
        return _Points(self.cells[of], self.noise[of], self.exponent[of], self.log_prior[of])


def _points(prior: JointPrior, *, has_signal: bool) -> _Points:
    noise, exponents = (prior.noise.grid, prior.exponents) if has_signal else ((prior.noise.centre,), (0.0,))
    mesh = np.meshgrid(prior.cells.grid, noise, exponents, indexing="ij")
    s, t, k = (part.reshape(-1, 1).astype(float) for part in mesh)
    mean, sd = prior.exponent
    logs = prior.cells.log_prior(s) + prior.noise.log_prior(t) - 0.5 * ((k - mean) / sd) ** 2
    return _Points(s, t, k, logs[:, 0])


class _Fit:
    """The mode of every point of the grid at once: arrays are ``(points, cells)`` or ``(points, shared)``."""

    def __init__(
        self, y: Floats, n: Floats, c: Floats, nc: Floats, group: Numbers, prior: JointPrior, points: _Points
    ) -> None:
        self.y, self.n, self.c, self.nc, self.group, self.points = y, n, c, nc, group, points
        count, groups = points.cells.size, int(group.max()) + 1 if group.size else 1
        self.member = np.zeros((y.size, groups))
        self.member[np.arange(y.size), group] = 1.0
        self.design = np.broadcast_to(_design(prior.group_exponent, groups), (count, groups, 2, 2 + 2 * groups))
        spread = np.full(groups, prior.groups), np.full(groups, prior.group_noise)
        self.precision = np.concatenate(([_LEVEL_PRECISION] * 2, *(1 / sd**2 for sd in spread)))
        self.shared = np.zeros((count, self.precision.size))
        self.shared[:, 0] = _level(y, n)
        self.shared[:, 1] = _level(c, nc)
        self.u, self.w = np.zeros((count, y.size)), np.zeros((count, y.size))
        self._look()
        for _ in range(_STEPS):
            if self._step() < _CLOSE:
                break

    def rates(self, *, against_all: bool) -> JointRates:
        """Return the rates averaged over the points by their evidence."""
        share = self.shares()
        log_mean, variance = self.eta, self._variance(against_all=against_all)
        if against_all:
            weight = self.n / self.n.sum()
            log_mean = log_mean - (log_mean @ weight)[:, None]
        mean, spread2 = _mixture(share, log_mean, variance)
        before, before_spread2 = _mixture(share, *_without_own(log_mean, variance, self.lam, self.y, self.points.cells))
        if against_all:
            centre = float(mean @ (self.n / self.n.sum()))
            mean, before = mean / centre, before / centre
        k = self.points.exponent[:, 0]
        exponent = float(share @ k)
        return JointRates(mean, spread2, before, before_spread2, exponent, float(np.sqrt(share @ (k - exponent) ** 2)))

    def _look(self) -> None:
        """Work out rates, curvature and what is left of it once the cells' own terms are eliminated."""
        k, s, t = self.points.exponent, self.points.cells, self.points.noise
        both = np.einsum("hgap,hp->hga", self.design, self.shared)
        self.eta = both[:, self.group, 0] + self.u
        self.eta_c = both[:, self.group, 1] + k * self.u + self.w
        self.lam, self.m = self.n * np.exp(self.eta), self.nc * np.exp(self.eta_c)
        a11, a12, a22 = self.lam + k**2 * self.m + s**-2, k * self.m, self.m + t**-2
        self.det = a11 * a22 - a12**2
        self.i11, self.i12, self.i22 = a22 / self.det, -a12 / self.det, a11 / self.det
        # how the cell's own terms u and w give way (b) when what orders (o) and carts (c) share moves
        self.buo, self.buc = self.i11 * self.lam, self.i11 * a12 + self.i12 * self.m
        self.bwo, self.bwc = self.i12 * self.lam, self.i12 * a12 + self.i22 * self.m
        left = np.empty((*both.shape, 2))
        left[..., 0, 0] = (self.lam * (1 - self.buo)) @ self.member
        left[..., 0, 1] = left[..., 1, 0] = (-self.lam * self.buc) @ self.member
        left[..., 1, 1] = (self.m - a12 * self.buc - self.m * self.bwc) @ self.member
        self.curvature = np.einsum("hgap,hgab,hgbq->hpq", self.design, left, self.design) + np.diag(self.precision)

    def _step(self) -> float:
        """Make one Newton step and return its longest part."""
        k, s, t = self.points.exponent, self.points.cells, self.points.noise
        over, over_c = self.y - self.lam, self.c - self.m
        gu, gw = over + k * over_c - self.u / s**2, over_c - self.w / t**2
        reduced = (over - self.buo * gu - self.bwo * gw, over_c - self.buc * gu - self.bwc * gw)
        pull = np.stack([part @ self.member for part in reduced], axis=-1)
        slope = np.einsum("hgap,hga->hp", self.design, pull) - self.precision * self.shared
        moved = np.linalg.solve(self.curvature, slope[..., None])[..., 0].clip(-_LONGEST_STEP, _LONGEST_STEP)
        both = np.einsum("hgap,hp->hga", self.design, moved)
        to, tc = both[:, self.group, 0], both[:, self.group, 1]
        du = (self.i11 * gu + self.i12 * gw - self.buo * to - self.buc * tc).clip(-_LONGEST_STEP, _LONGEST_STEP)
        dw = (self.i12 * gu + self.i22 * gw - self.bwo * to - self.bwc * tc).clip(-_LONGEST_STEP, _LONGEST_STEP)
        self.shared, self.u, self.w = self.shared + moved, self.u + du, self.w + dw
        self._look()
        return float(max(np.abs(moved).max(), np.abs(du).max()))

    def shares(self) -> Floats:
        """Return the posterior weight of each point: Laplace's evidence times the prior."""
        s, t = self.points.cells, self.points.noise
        fit = (self.y * self.eta - self.lam + self.c * self.eta_c - self.m).sum(axis=1)
        own = (self.u**2 / s**2 + self.w**2 / t**2 + np.log(self.det * s**2 * t**2)).sum(axis=1)
        shared = (self.precision * self.shared**2).sum(axis=1) + np.linalg.slogdet(self.curvature)[1]
        total = fit - 0.5 * (own + shared) + self.points.log_prior
        weight = np.exp(total - total.max())
        return np.asarray(weight / weight.sum())

    def _variance(self, *, against_all: bool) -> Floats:
        """Return the variance of the logarithm of each cell's rate at each point."""
        around = np.einsum("hgap,hpq,hgbq->hgab", self.design, np.linalg.inv(self.curvature), self.design)
        a, b, own = 1 - self.buo, -self.buc, self.i11
        if against_all:
            weight = self.n / self.n.sum()
            a, b = a - (a @ weight)[:, None], b - (b @ weight)[:, None]
            own = own * (1 - 2 * weight) + (own @ weight**2)[:, None]
        v = around[:, self.group]
        spread: Floats = own + a**2 * v[..., 0, 0] + 2 * a * b * v[..., 0, 1] + b**2 * v[..., 1, 1]
        return np.clip(spread, 1e-12, _MOST_VARIANCE)


def _design(exponent: float, groups: int) -> Floats:
    """Return ``(groups, 2, shared)``: how orders and carts of a group hang on level, cart level, q and d."""
    found = np.zeros((groups, 2, 2 + 2 * groups))
    at = np.arange(groups)
    found[:, 0, 0] = found[at, 0, 2 + at] = found[:, 1, 1] = found[at, 1, 2 + groups + at] = 1.0
    found[at, 1, 2 + at] = exponent
    return found


def _level(events: Floats, weight: Floats) -> float:
    return float(np.log(max(events.sum(), 0.5) / weight.sum())) if weight.sum() > 0 else 0.0


def _mixture(share: Floats, log_mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Return mean and relative variance of a mixture of log-normals."""
    mean = share @ np.exp(log_mean + variance / 2)
    second = share @ np.exp(2 * log_mean + 2 * variance)
    return mean, np.maximum(second / mean**2 - 1, 1e-12)


def _without_own(log_mean: Floats, variance: Floats, lam: Floats, y: Floats, most: Floats) -> tuple[Floats, Floats]:
    """Take a cell's own orders out of its belief: the normal that is left when their part is divided out."""
    precision = np.maximum(1 / variance - lam, 0.5 / (most**2 + np.minimum(variance, 1.0)))
    left = 1 / precision
    return log_mean - np.clip(left * (y - lam), -3.0, 3.0), left
