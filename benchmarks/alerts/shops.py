"""Synthetic shops: seeded, three sizes, with the truth beside the figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.alerts.calendar import DAYS, FIRST, promotions
from benchmarks.alerts.events import KINDS, METRICS, Event, Factors, draw

FloatArray = NDArray[np.float64]
SIZES: Final = {"small": 300.0, "mid": 3_000.0, "large": 30_000.0}
"""Median visitors a day."""
NOISE_SD: Final = {"visitors": 0.055, "conversion": 0.04, "value": 0.02}
NOISE_MEMORY: Final = 0.45
DRIFT_SD: Final = {"visitors": 0.005, "conversion": 0.003, "value": 0.002}
MISSING_SHARE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Series:
    """One metric of one shop over 400 days; ``counts`` as a board would hand them in."""

    seed: int
    size: str
    metric: str
    kind: str
    values: FloatArray
    counts: FloatArray | None
    events: tuple[Event, ...]
    labels: NDArray[np.bool_]
    truth: FloatArray
    """The mean of the day without its event (new level after the window of a shift)."""
    noise: FloatArray
    """Standard deviation of the logarithm around the truth."""


@dataclass(frozen=True, slots=True)
class Shop:
    """The five metrics of one shop, with its calendar."""

    seed: int
    size: str
    series: tuple[Series, ...]
    promo_days: dict[date, str]


def shop(seed: int, size: str) -> Shop:
    """Return the shop of a seed and size."""
    dice = np.random.default_rng([seed, list(SIZES).index(size)])
    promo, lifts = _calendar(dice)
    promoted = np.array([FIRST + timedelta(days=shift) in promo for shift in range(DAYS)])
    events, factors = draw(dice, promoted)
    base = SIZES[size] * np.exp(dice.normal(0, 0.2))
    means = {
        "visitors": base * _shape(dice, "visitors", weekday_sd=0.09) * lifts[0],
        "conversion": dice.uniform(0.018, 0.04) * _shape(dice, "conversion", weekday_sd=0.04) * lifts[1],
        "value": np.exp(dice.normal(np.log(120), 0.4)) * _shape(dice, "value", weekday_sd=0.02),
    }
    return Shop(seed, size, tuple(_series(dice, seed, size, means, events, factors, promoted)), promo)


def _calendar(dice: np.random.Generator) -> tuple[dict[date, str], FloatArray]:
    names: dict[date, str] = {}
    lifts = np.ones((2, DAYS))
    strengths: dict[str, tuple[float, float]] = {}
    for promotion in promotions():
        ranges = (promotion.visitors, promotion.conversion)
        strength = strengths.setdefault(promotion.name, (dice.uniform(*ranges[0]), dice.uniform(*ranges[1])))
        for day in promotion.days:
            shift = (day - FIRST).days
            if 0 <= shift < DAYS and day not in names:
                names[day] = promotion.name
                lifts[:, shift] = np.array(strength) * np.exp(dice.normal(0, 0.12, 2))
    return names, lifts


def _shape(dice: np.random.Generator, part: str, *, weekday_sd: float) -> FloatArray:
    """Return weekday factors x slow drift: the mean before noise."""
    weekdays = dice.normal(0, weekday_sd, 7)
    places = (FIRST.weekday() + np.arange(DAYS)) % 7
    drift = np.cumsum(dice.normal(0, DRIFT_SD[part], DAYS))
    return np.asarray(np.exp(weekdays[places] - weekdays.mean() + drift))


def _noise(dice: np.random.Generator, sd: float) -> FloatArray:
    steps = dice.normal(0, sd * np.sqrt(1 - NOISE_MEMORY**2), DAYS)
    out = np.empty(DAYS)
    out[0] = dice.normal(0, sd)
    for day in range(1, DAYS):
        out[day] = NOISE_MEMORY * out[day - 1] + steps[day]
    return out


def _series(
    dice: np.random.Generator,
    seed: int,
    size: str,
    means: dict[str, FloatArray],
    events: list[Event],
    factors: Factors,
    promoted: NDArray[np.bool_],
) -> list[Series]:
    day = {part: mean * np.exp(_noise(dice, NOISE_SD[part])) for part, mean in means.items()}
    visitors = dice.poisson(day["visitors"] * factors.visitors)
    orders = dice.binomial(visitors, np.minimum(day["conversion"] * factors.conversion, 0.9))
    shape = dice.uniform(1.5, 4.0)
    worth = day["value"] * factors.value
    gmv = np.where(orders > 0, dice.gamma(np.maximum(orders, 1) * shape, worth / shape), 0.0).round(2)
    gone = dice.random(DAYS) < MISSING_SHARE
    calm = _without_windows(means, events, factors)
    with np.errstate(divide="ignore", invalid="ignore"):
        drawn = {
            "visitors": ("count", visitors, None),
            "orders": ("count", orders, None),
            "cvr": ("rate", orders / visitors, visitors),
            "gmv": ("money", gmv, orders),
            "aov": ("money", np.where(orders > 0, gmv / orders, np.nan), orders),
        }
    noises = _noises(calm, shape)
    found = []
    for metric in METRICS:
        kind, values, counts = drawn[metric]
        own = tuple(event for event in events if metric in KINDS[event.kind][1])
        labels = np.zeros(DAYS, dtype=bool)
        for event in own:
            labels[event.start : event.stop] = True
        hidden = np.where(gone, np.nan, values.astype(float))
        given = None if counts is None else np.where(gone, np.nan, counts.astype(float))
        found.append(
            Series(seed, size, metric, kind, hidden, given, own, labels & ~promoted, calm[metric], noises[metric])
        )
    return found


def _without_windows(means: dict[str, FloatArray], events: list[Event], factors: Factors) -> dict[str, FloatArray]:
    """Return the means without events, but with the new level once the window of a shift or ramp is over."""
    lasting = {"visitors": np.ones(DAYS), "conversion": np.ones(DAYS), "value": np.ones(DAYS)}
    for event in events:
        part = "visitors" if event.kind.startswith("traffic") else "conversion"
        if event.kind.endswith(("shift", "ramp")):
            factor = getattr(factors, part)
            lasting[part][event.stop :] *= factor[event.stop - 1] / factor[event.start - 1]
    visitors, conversion, value = (means[part] * lasting[part] for part in ("visitors", "conversion", "value"))
    return {
        "visitors": visitors,
        "orders": visitors * conversion,
        "cvr": conversion,
        "gmv": visitors * conversion * value,
        "aov": value,
    }


def _noises(calm: dict[str, FloatArray], shape: float) -> dict[str, FloatArray]:
    """Return the spread of the logarithm around the truth: noise of the day and chance in the counts."""
    visitors, conversion, value = (NOISE_SD[part] ** 2 for part in ("visitors", "conversion", "value"))
    squares = {
        "visitors": visitors + 1 / calm["visitors"],
        "orders": visitors + conversion + 1 / calm["orders"],
        "cvr": conversion + 1 / calm["orders"],
        "gmv": visitors + conversion + value + (1 + 1 / shape) / calm["orders"],
        "aov": value + 1 / shape / calm["orders"],
    }
    return {metric: np.sqrt(square) for metric, square in squares.items()}
