"""Invented shops in which one slice was changed on purpose: what a segment search has to find.

Noise as shops have it: unequal sizes, combinations that are missing, a common drift, drifts of every value and of pairs
of values, chance in the counts, and in half of the cases a second, weaker disturbance elsewhere. A cause is planted
only where it moves the figure by ``LEAST_SIGMAS`` of pure chance: nobody finds less. Even seeds are for tuning, odd
ones for the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

Floats: TypeAlias = "np.ndarray[Any, Any]"
NAMES: Final = ("source", "item", "region", "buyer", "device")
SIZES: Final[dict[str, float]] = {"small": 700.0, "mid": 7_000.0, "large": 70_000.0}
"""Expected events (orders, or visits where volumes are compared) in the later period."""

LEAST_SIGMAS: Final = 6.0
LOWEST_RATE, HIGHEST_RATE = 0.015, 0.05
DRIFT_OF_VALUE, DRIFT_OF_PAIR, DRIFT_OF_BASE = 0.05, 0.04, 0.12


@dataclass(frozen=True, slots=True)
class Case:
    """Two periods and the slice that was changed; ``denominator`` empty where volumes are compared."""

    seed: int
    size: str
    before: pd.DataFrame
    after: pd.DataFrame
    dimensions: tuple[str, ...]
    numerator: str
    denominator: str
    cause: Mapping[str, str]
    multiplier: float


def case(seed: int) -> Case:
    """Return one case; the same seed gives the same case."""
    rng = np.random.default_rng(seed)
    size = tuple(SIZES)[int(rng.integers(len(SIZES)))]
    is_ratio = bool(rng.random() < 0.6)
    names = NAMES[: int(rng.integers(3, len(NAMES) + 1))]
    codes, weight = _combinations(rng, len(names))
    rate = _rates(rng, codes) if is_ratio else np.ones(weight.size)
    base = weight / weight.sum() * SIZES[size] / (rate * weight / weight.sum()).sum()
    length = float(rng.choice([1.0, 1.0, 2.0, 4.0]))  # the period before may be longer
    earlier = rng.poisson(base * length)
    base_drift = DRIFT_OF_BASE if is_ratio else 0.0
    later = rng.poisson(base * _drift(rng, codes, base_drift, base_drift / 2)) if is_ratio else None
    moved = _drift(rng, codes, DRIFT_OF_VALUE, DRIFT_OF_PAIR) * np.exp(rng.normal(0, 0.12))
    expected = (later if later is not None else base) * rate * moved
    cause, multiplier = _cause(rng, codes, expected)
    inside = _inside(codes, cause)
    if rng.random() < 0.5:
        moved *= _disturbance(rng, codes, inside)
    mean = (later if later is not None else base) * rate * moved * np.where(inside, multiplier, 1.0)
    if later is not None:
        events_before, events_after = (
            rng.binomial(earlier, rate),
            rng.binomial(later, np.minimum(mean / np.maximum(later, 1), 1)),
        )
        before = _frame(codes, names, visitors=earlier, orders=events_before)
        after = _frame(codes, names, visitors=later, orders=events_after)
    else:
        before, after = _frame(codes, names, visits=earlier), _frame(codes, names, visits=rng.poisson(mean))
    answer = {names[axis]: f"{names[axis]}{value}" for axis, value in cause.items()}
    figures = ("orders", "visitors") if is_ratio else ("visits", "")
    return Case(seed, size, before, after, names, *figures, answer, multiplier)


def _combinations(rng: np.random.Generator, count: int) -> tuple[Floats, Floats]:
    widths = [int(rng.integers(5, 13)), int(rng.integers(8, 41)), int(rng.integers(10, 32)), 2, int(rng.integers(2, 5))]
    shares = [rng.dirichlet(1.5 / (1 + np.arange(width)) ** 0.7 * 3) for width in widths[:count]]
    grid = np.stack([axis.ravel() for axis in np.meshgrid(*(np.arange(s.size) for s in shares), indexing="ij")])
    weight = np.prod([share[axis] for share, axis in zip(shares, grid, strict=True)], axis=0)
    weight = weight * rng.lognormal(0, 0.5, weight.size)
    kept = rng.random(weight.size) > 0.25
    return grid[:, kept], weight[kept]


def _rates(rng: np.random.Generator, codes: Floats) -> Floats:
    level = rng.uniform(LOWEST_RATE, HIGHEST_RATE)
    return np.minimum(level * _drift(rng, codes, 0.35, 0.1), 0.5)


def _drift(rng: np.random.Generator, codes: Floats, of_value: float, of_pair: float) -> Floats:
    out = np.zeros(codes.shape[1])
    for axis in codes:
        out += rng.normal(0, of_value, axis.max() + 1)[axis]
    for one in range(len(codes)):
        for other in range(one):
            width = codes[other].max() + 1
            out += rng.normal(0, of_pair, (codes[one].max() + 1) * width)[codes[one] * width + codes[other]]
    return np.exp(out)


def _cause(rng: np.random.Generator, codes: Floats, expected: Floats) -> tuple[dict[int, int], float]:
    """Return a slice and its multiplier, large enough to be told from chance and less than half of the whole."""
    wanted = int(rng.choice([1, 2, 3], p=[0.45, 0.35, 0.2]))
    for width in range(wanted, 0, -1):  # a small shop may have no slice of three that is large enough
        for _ in range(400):
            axes = sorted(rng.choice(len(codes), width, replace=False).tolist())
            place = int(rng.choice(codes.shape[1], p=expected / expected.sum()))
            cause = {axis: int(codes[axis, place]) for axis in axes}
            multiplier = float(rng.uniform(0.2, 0.7) if rng.random() < 0.6 else rng.uniform(1.5, 3.0))
            events = expected[_inside(codes, cause)].sum()
            if abs(multiplier - 1) * np.sqrt(events) >= LEAST_SIGMAS and events < expected.sum() / 2:
                return cause, multiplier
    raise AssertionError("no slice is large enough")


def _disturbance(rng: np.random.Generator, codes: Floats, inside: Floats) -> Floats:
    """Return the factor of a weaker change of one or two values that lies mostly elsewhere."""
    while True:
        axes = rng.choice(len(codes), int(rng.integers(1, 3)), replace=False)
        place = int(rng.integers(codes.shape[1]))
        other = _inside(codes, {int(axis): int(codes[axis, place]) for axis in axes})
        if (other & inside).sum() * 2 < inside.sum():
            return np.where(other, rng.choice([0.85, 0.9, 1.1, 1.18]), 1.0)


def _inside(codes: Floats, cause: Mapping[int, int]) -> Floats:
    return np.asarray(np.logical_and.reduce([codes[axis] == value for axis, value in cause.items()]))


def _frame(codes: Floats, names: tuple[str, ...], **figures: Floats) -> pd.DataFrame:
    labels = {
        name: np.array([f"{name}{v}" for v in range(axis.max() + 1)])[axis]
        for name, axis in zip(names, codes, strict=True)
    }
    frame = pd.DataFrame({**labels, **figures})
    return frame[(frame[list(figures)] > 0).any(axis=1)].reset_index(drop=True)
