"""The events put into a synthetic shop: what moves, by how much, for how long, and which metrics show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

METRICS: Final = ("visitors", "orders", "cvr", "gmv", "aov")
SHIFT_DAYS: Final = 14
RAMP_DAYS: Final = 21
GAP_DAYS: Final = 9
"""Between two events of a shop, so that one day belongs to one event."""
START_DAYS: Final = 30
"""No event before: every detector may see a quiet month."""

KINDS: Final[dict[str, tuple[float, tuple[str, ...]]]] = {
    "traffic dip": (0.27, ("visitors", "orders", "gmv")),
    "traffic spike": (0.16, ("visitors", "cvr")),
    "conversion dip": (0.19, ("orders", "cvr", "gmv")),
    "conversion spike": (0.10, ("orders", "cvr", "gmv")),
    "aov dip": (0.10, ("gmv", "aov")),
    "traffic shift": (0.07, ("visitors", "orders", "gmv")),
    "conversion shift": (0.06, ("orders", "cvr", "gmv")),
    "traffic ramp": (0.05, ("visitors", "orders", "gmv")),
}
"""How often each kind comes, and the metrics whose mean it moves (junk traffic moves no orders)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its kind and the days (``start`` to ``stop``, exclusive) labelled as out of the ordinary."""

    kind: str
    start: int
    stop: int


@dataclass(slots=True)
class Factors:
    """What the events do to the mean of each day."""

    visitors: NDArray[np.float64]
    conversion: NDArray[np.float64]
    value: NDArray[np.float64]


def draw(dice: np.random.Generator, promoted: NDArray[np.bool_]) -> tuple[list[Event], Factors]:
    """Return the events of a shop and their factors; short events keep clear of campaign days."""
    days = promoted.size
    factors = Factors(np.ones(days), np.ones(days), np.ones(days))
    taken = np.zeros(days, dtype=bool)
    names, weights = list(KINDS), np.array([weight for weight, _ in KINDS.values()])
    events = []
    for _ in range(int(dice.integers(3, 7))):
        kind = names[int(dice.choice(len(names), p=weights / weights.sum()))]
        length = _length(dice, kind)
        for _ in range(200):
            start = int(dice.integers(START_DAYS, days - length - 2))
            around = slice(max(0, start - GAP_DAYS), start + length + GAP_DAYS)
            crossed = promoted[start : start + length]
            if not taken[around].any() and (crossed.mean() < 0.3 if length > 4 else not crossed.any()):
                taken[start : start + length] = True
                _apply(dice, kind, start, length, factors)
                events.append(Event(kind, start, start + length))
                break
    return sorted(events, key=lambda event: event.start), factors


def _length(dice: np.random.Generator, kind: str) -> int:
    if kind.endswith("shift"):
        return SHIFT_DAYS
    if kind.endswith("ramp"):
        return RAMP_DAYS
    return int(dice.integers(1, 5))


def _apply(dice: np.random.Generator, kind: str, start: int, length: int, factors: Factors) -> None:
    inside = slice(start, start + length)
    match kind:
        case "traffic dip":
            factors.visitors[inside] *= dice.uniform(0.4, 0.72)
        case "traffic spike":
            much = dice.uniform(1.5, 2.6)
            factors.visitors[inside] *= much
            factors.conversion[inside] /= much
        case "conversion dip":
            factors.conversion[inside] *= dice.uniform(0.35, 0.7)
        case "conversion spike":
            factors.conversion[inside] *= dice.uniform(1.4, 2.0)
        case "aov dip":
            factors.value[inside] *= dice.uniform(0.5, 0.75)
        case "traffic shift":
            factors.visitors[start:] *= dice.choice([dice.uniform(0.55, 0.75), dice.uniform(1.3, 1.7)])
        case "conversion shift":
            factors.conversion[start:] *= dice.choice([dice.uniform(0.55, 0.75), dice.uniform(1.3, 1.7)])
        case "traffic ramp":
            end = dice.uniform(0.55, 0.75)
            factors.visitors[inside] *= end ** (np.arange(1, length + 1) / length)
            factors.visitors[start + length :] *= end
