"""The value of a click over the 24 hours of a day: a smooth profile that closes on itself, from orders and carts.

``orders_h ~ Poisson(E_h exp f_h)`` with ``f`` a Gaussian process whose likeness of two hours is ``exp(-2 sin²(pi d /
24) / l²)``; carts follow ``k f`` with noise of their own. Laplace's approximation (Newton, all points of the grid at
once), averaged over the sd and length of the profile, the cart noise and ``k`` by evidence times prior: with few
orders the small sd wins and the profile stays flat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from shopdesk.domain.bidding.estimate.belief import Belief, nothing_known
from shopdesk.domain.bidding.estimate.counts import Counts
from shopdesk.domain.bidding.estimate.gate import gate_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.estimate.model import Gate
from shopdesk.domain.joint_counts import Scale

Exponent: TypeAlias = tuple[float, float]
"""How far carts speak for orders: mean and sd of what is believed."""

DAY_SD: Final = Scale(0.15, 0.9, (0.01, 0.05, 0.1, 0.16, 0.24, 0.34, 0.45), nothing=0.7)
"""How far hours lie apart (logarithm), with the chance that they do not. Without it simulated shops whose hours
are all alike lost .6 % of their profit at 22 orders, with it .15 %; where hours differ it costs nothing from 121 on."""
LENGTHS_HOURS: Final = (2.0, 3.0, 5.0)
GATE_LENGTH_HOURS: Final = 3.0
"""How smooth the day is that the test of chance looks for."""
CART_NOISE: Final = Scale(0.08, 0.6, (0.04, 0.1, 0.25))
_EXPONENTS: Final = (0.0, 0.35, 0.6, 0.8, 1.0)
_LEVEL: Final = 4.0  # variance of the logarithm of the common level, which is as good as unknown
_STEPS: Final = 20
_LONGEST_STEP: Final = 1.5
_CLOSE: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Hint:
    """Another report's profile (logarithm by hour) and what is believed of the share of it that counts: mean, sd."""

    profile: Floats
    mean: float
    sd: float


def likeness(size: int, length_hours: float) -> Floats:
    """Return the correlation of each two hours of a day of ``size`` parts."""
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) * np.pi / size
    length = 2 * np.pi * length_hours / 24
    return np.asarray(np.exp(-2 * np.sin(apart) ** 2 / length**2))


def day_belief(counts: Counts, *, exponent: Exponent, hints: Sequence[Hint] = ()) -> Belief:
    """Return what is believed of each hour against the average click of the day."""
    n, y = counts.clicks, counts.orders
    if n.sum() <= 0 or (y.sum() <= 0 and not counts.has_carts and not hints):
        return nothing_known(n.size)
    known = ~np.isnan(counts.carts)
    c, nc = np.where(known, counts.carts, 0.0), np.where(known, n, 0.0)
    told = n if counts.has_orders else np.zeros(n.size)
    grid = _grid(exponent, has_carts=c.sum() > 0)
    expected = np.zeros(n.size)
    for hint in hints:
        expected += hint.mean * hint.profile
    latent = _latent(grid, n.size, hints)
    joint = _joint(latent, grid)
    exposure = np.concatenate([_exposure(y, told) * np.exp(expected), _exposure(c, nc)])
    # carts follow the hints by the same exponent as they follow the profile
    offset = np.concatenate([np.zeros((len(grid.k), n.size)), grid.k[:, None] * expected], axis=1)
    eta, spread, evidence = _laplace(joint, exposure * np.exp(offset), np.concatenate([y, c]))
    total = evidence + grid.log_prior
    share = np.exp(total - total.max())
    share /= share.sum()
    against = np.eye(n.size) - n / n.sum()
    log_mean = (eta[:, : n.size] + expected) @ against.T
    variance = np.einsum("ij,hjk,ik->hi", against, spread[:, : n.size, : n.size], against)
    mean = share @ np.exp(log_mean + variance / 2)
    second = share @ np.exp(2 * log_mean + 2 * variance)
    return Belief(mean, np.maximum(second / mean**2 - 1, 0.0)).against(n)


def day_gate(counts: Counts, *, exponent: float = 0.0) -> Gate:
    """Test whether the 24 hours of a day differ by more than chance: it looks for a smooth day."""
    return gate_of(counts, exponent=exponent, alike=likeness(counts.clicks.size, GATE_LENGTH_HOURS))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Points of the grid: sd and length of the profile, noise of carts, exponent, logarithm of the prior."""

    s: Floats
    length: Floats
    t: Floats
    k: Floats
    log_prior: Floats


def _grid(exponent: Exponent, *, has_carts: bool) -> _Grid:
    noise, exponents = (CART_NOISE.grid, _EXPONENTS) if has_carts else ((CART_NOISE.centre,), (0.0,))
    mesh = np.meshgrid(DAY_SD.grid, LENGTHS_HOURS, noise, exponents, indexing="ij")
    s, length, t, k = (part.ravel().astype(float) for part in mesh)
    logs = DAY_SD.log_prior(s) + CART_NOISE.log_prior(t) - 0.5 * ((k - exponent[0]) / exponent[1]) ** 2
    keep = logs > logs.max() - 8.0
    return _Grid(s[keep], length[keep], t[keep], k[keep], logs[keep])


def _latent(grid: _Grid, size: int, hints: Sequence[Hint]) -> Floats:
    """Return the covariance of the profile at each point: smooth part, doubt about the hints."""
    smooth = {length: likeness(size, length) for length in LENGTHS_HOURS}
    found = grid.s[:, None, None] ** 2 * np.stack([smooth[length] for length in grid.length.tolist()])
    for hint in hints:
        found = found + hint.sd**2 * np.outer(hint.profile, hint.profile)
    return found + 1e-8 * np.eye(size)


def _joint(latent: Floats, grid: _Grid) -> Floats:
    """Return the covariance of the logarithms of order and cart rates together, levels included."""
    size = latent.shape[1]
    k = grid.k[:, None, None]
    own = grid.t[:, None, None] ** 2 * np.eye(size) + _LEVEL
    top = np.concatenate([latent + _LEVEL, k * latent], axis=2)
    return np.concatenate([top, np.concatenate([k * latent, k**2 * latent + own], axis=2)], axis=1)


def _exposure(events: Floats, weight: Floats) -> Floats:
    total = weight.sum()
    return weight * (max(events.sum(), 0.5) / total) if total > 0 else np.zeros(weight.size)


def _laplace(prior: Floats, exposure: Floats, events: Floats) -> tuple[Floats, Floats, Floats]:
    """Return mode, covariance and log evidence of log rates with a normal prior; arrays are by point of the grid."""
    eye = np.eye(exposure.shape[1])
    f = np.zeros(exposure.shape)
    for _ in range(_STEPS):
        rate = exposure * np.exp(f)
        root = np.sqrt(rate)
        inner = eye + root[:, :, None] * prior * root[:, None, :]
        b = rate * f + events - rate
        right = root * np.einsum("hij,hj->hi", prior, b)
        a = b - root * np.linalg.solve(inner, right[..., None])[..., 0]
        step = np.clip(np.einsum("hij,hj->hi", prior, a) - f, -_LONGEST_STEP, _LONGEST_STEP)
        f = f + step
        if np.abs(step).max() < _CLOSE:
            break
    root = np.sqrt(exposure * np.exp(f))
    lower = np.linalg.cholesky(eye + root[:, :, None] * prior * root[:, None, :])
    half = np.linalg.solve(lower, root[:, :, None] * prior)
    spread = prior - np.einsum("hki,hkj->hij", half, half)
    fit = (events * f - exposure * np.exp(f)).sum(axis=1) - 0.5 * (a * f).sum(axis=1)
    return f, spread, fit - np.log(np.diagonal(lower, axis1=1, axis2=2)).sum(axis=1)
