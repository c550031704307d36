"""What every forecast of a plan stands on, drawn once: how much is to come, what it is worth, how bids move it.

Each draw is one way the plan may truly be, given its reports. Two sets of levers are weighed on the same draws, so
that their difference holds only what the levers change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.careful import careful
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History, Words
from shopdesk.domain.bidding.estimate.model import Dimension, ValueModel
from shopdesk.domain.bidding.forecast.elasticity import Elasticity, apart, bends, draws
from shopdesk.domain.bidding.forecast.level import Level, steady, wandering
from shopdesk.domain.bidding.forecast.price import price, price_spread
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY

DRAWS: Final = 400
HORIZON_DAYS: Final = 14
RATE_DRIFT: Final = 0.005
"""What conversion wanders a day, relative: believed, since orders are too few to learn it."""
LEAST_CLICKS: Final = 10.0
"""Clicks of a word below which their price isn't compared with its bid."""
SMOOTH_HOURS: Final = 3.0
SMOOTH_SHARE: Final = 0.8
"""Share of an hour factor's uncertainty that its neighbours and the same hour of other days share."""
BOUND_SHARE: Final = 0.95
WORDS_LEAN: Final = (1.0, 0.5)
"""How far the price of a click tells words of one plan apart as it tells markets apart: mean and sd of the share. Among
the markets of ``learn`` it is 1.2, among places within one of them 2.4."""
RIVALS_FOLLOW: Final = (0.4, 0.15)
"""How far rivals bid more where a click is worth more, by hour and region (share of the logarithm): mean and sd; an
assumption. They stand closer there, so that spend follows bids more."""
HIDDEN_DEMAND: Final = 0.3
"""Where the budget ran out on most days, demand lies so much above the spend on average: nobody has seen it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One dimension: share of spend and of clicks by cell, and drawn worth of each cell's clicks.

    ``worth`` (cells × draws) are click shares times value factors. ``covered`` is the share of the plan's spend that
    the dimension's report tells; the rest doesn't move with its levers. ``steep`` is how much steeper than the plan
    each cell's spend may follow its bid (logarithm, None: nothing tells), ``leaning`` mean and sd of the share of it
    that holds, ``own`` the relative sd that a cell has anyway.
    """

    names: tuple[str, ...]
    spend: Floats
    clicks: Floats
    worth: NDArray[np.float32]
    covered: float
    steep: Floats | None = None
    leaning: tuple[float, float] = (0.0, 1.0)
    own: float = 0.0


@dataclass(frozen=True, slots=True)
class Ground:
    """Drawn once a study. ``clicks`` a day, ``cpc`` fen, ``rate`` orders a click and ``order_value`` fen, by draw.

    ``rate`` None: no report tells orders, or there was none; ``order_value`` None: none tells revenue. ``reference``
    are the levers under which the history came about. ``is_bound``: its budget ran out on most days.
    ``first_weekday`` (Monday 0) is that of the first day ahead. ``chance`` are even draws for what will be seen,
    ``days`` those that the volume was seen on. ``tilt`` (4 × draws) are normal: how far words follow ``steep``, the
    part of each word alone, and how far hours and regions follow ``steep``.
    """

    reference: Levers
    words: Part | None
    hours: Part | None
    regions: Part | None
    audiences: Part | None
    clicks: Floats
    weekdays: Floats
    dispersion: float
    cpc: Floats
    rate: Floats | None
    order_value: Floats | None
    value_cv: float
    demand: Floats
    eps: Floats
    eta: Floats
    bend: Floats
    elasticity: Elasticity
    is_bound: bool
    first_weekday: int
    chance: Floats
    days: float
    tilt: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What a plan spent: by day where known, else a week's means; money in fen. ``weekly`` may hold NaN."""

    cost: float
    clicks: float
    days: float
    daily_cost: Floats
    daily_clicks: Floats
    last: date | None


def prepare(
    model: ValueModel,
    history: History,
    *,
    reference: Levers,
    elasticity: Elasticity,
    volume: Volume | None = None,
    spans: dict[str, float] | None = None,
    seed: int = 1,
    count: int = DRAWS,
) -> Ground | None:
    """Return the ground of forecasts, None where no report tells clicks and costs of a known number of days.

    ``volume`` defaults to the fullest table of the history over its weeks; ``spans`` gives the weeks of each table
    (``words``, ``hours``, ``regions``, ``audiences``) where they differ from the history's.
    """
    volume = volume or _volume(history)
    if volume is None or not volume.clicks > 0 or not volume.cost > 0 or not volume.days > 0:
        return None
    dice = np.random.default_rng(seed)
    even = _Even(dice, count)
    level = _level(volume, even)
    eps = draws(elasticity, even.normal())
    eta = np.clip(elasticity.cpc + elasticity.cpc_sd * even.normal(), 0.3, eps - 0.02)
    weeks = {name: (spans or {}).get(name, history.weeks) for name in ("words", "hours", "regions", "audiences")}
    spent = volume.cost / volume.days * 7
    bend = bends(elasticity, even.normal())
    rate, order_value = _worth(history, model, even)
    bound = _is_bound(volume, reference)
    return Ground(
        reference=reference,
        words=_words(history.words, model, dice, count, spent=spent * weeks["words"]),
        hours=_followed(
            _hours(history.hours, model, dice, count, spent=spent * weeks["hours"]), model.hours, float(np.median(bend))
        ),
        regions=_followed(
            _part(history.regions, model.regions, dice, count, spent=spent * weeks["regions"]),
            model.regions,
            float(np.median(bend)),
        ),
        audiences=_part(history.audiences, model.audiences, dice, count, spent=spent * weeks["audiences"]),
        clicks=level.mean,
        weekdays=level.weekdays,
        dispersion=level.dispersion,
        cpc=price(volume) * np.exp(price_spread(volume, history, ahead=HORIZON_DAYS) * even.normal()),
        rate=rate,
        order_value=order_value,
        value_cv=model.value_cv,
        demand=1 - HIDDEN_DEMAND * np.log(even.uniform()) if bound else np.ones(count),
        eps=eps,
        eta=eta,
        bend=bend,
        elasticity=elasticity,
        is_bound=bound,
        first_weekday=0 if volume.last is None else (volume.last.weekday() + 1) % DAYS,
        chance=np.stack([even.uniform() for _ in range(3)]),
        days=volume.days,
        tilt=np.stack([even.normal() for _ in range(4)]),
    )


class _Even:
    """Draws spread evenly over their distribution (Latin hypercube): few are enough, and a slider moves smoothly."""

    def __init__(self, dice: np.random.Generator, count: int) -> None:
        self._dice, self._count = dice, count

    def uniform(self) -> Floats:
        return (self._dice.permutation(self._count) + 0.5) / self._count

    def normal(self) -> Floats:
        from scipy import special

        return np.asarray(special.ndtri(self.uniform()), dtype=float)


def _volume(history: History) -> Volume | None:
    tables = (history.words.cells if history.words else None, history.hours, history.regions, history.audiences)
    for cells in tables:
        if cells is not None and np.nansum(cells.clicks) > 0 and np.nansum(cells.cost) > 0:
            nothing = np.zeros(0)
            return Volume(
                cost=float(np.nansum(cells.cost)),
                clicks=float(np.nansum(cells.clicks)),
                days=history.weeks * 7,
                daily_cost=nothing,
                daily_clicks=nothing,
                last=None,
            )
    return None


def _level(volume: Volume, even: _Even) -> Level:
    clicks, last = volume.daily_clicks, volume.last
    if last is None or clicks.size < DAYS or not clicks.sum() > 0:
        return steady(volume.clicks, volume.days, horizon=HORIZON_DAYS, normal=even.normal())
    weekdays = (last.weekday() - np.arange(clicks.size)[::-1]) % DAYS
    return wandering(clicks, weekdays.astype(float), horizon=HORIZON_DAYS, pick=even.uniform(), normal=even.normal())


def _worth(history: History, model: ValueModel, even: _Even) -> tuple[Floats | None, Floats | None]:
    """Return drawn orders a click and value of an order (fen), from the table that tells most orders."""
    tables = [history.words.cells if history.words else None, history.hours, history.regions, history.audiences]
    told = [cells for cells in tables if cells is not None and np.nansum(cells.orders) > 0]
    told = [cells for cells in told if np.nansum(cells.clicks) > 0]
    first, second = even.normal(), even.normal()
    if not told:
        return None, None
    best = max(told, key=lambda cells: float(np.nansum(cells.orders)))
    orders, clicks = float(np.nansum(best.orders)), float(np.nansum(best.clicks))
    wander = RATE_DRIFT**2 * (history.weeks * 7 + HORIZON_DAYS) / 3
    rate = orders / clicks * _gamma(1 / (1 / orders + wander), first)
    revenue = float(np.nansum(best.revenue))
    if not revenue > 0:
        return rate, None
    return rate, revenue / orders * _gamma(orders / max(model.value_cv, 0.05) ** 2, second)


def _gamma(shape: float, normal: Floats) -> Floats:
    """Return Gamma draws of mean 1 from normal ones (Wilson–Hilferty)."""
    return np.asarray(np.maximum(1 - 1 / (9 * shape) + normal / (3 * np.sqrt(shape)), 0.0) ** 3, dtype=float)


def _is_bound(volume: Volume, reference: Levers) -> bool:
    recent = volume.daily_cost[-28:]
    if reference.daily_budget is None or recent.size < DAYS:
        return False
    return bool((recent >= BOUND_SHARE * reference.daily_budget).mean() >= 0.5)


def _words(
    words: Words | None, model: ValueModel, dice: np.random.Generator, count: int, *, spent: float
) -> Part | None:
    """Return the words as their own values say, in some draws as their bids do, if these seem to follow values."""
    if words is None or model.words is None:
        return None
    cells = words.cells
    place = {name: number for number, name in enumerate(model.words.names)}
    order = np.array([place.get(name, -1) for name in cells.names])
    known = order >= 0
    mean, spread = (np.where(known, values[order], np.nan) for values in (model.words.mean, model.words.spread))
    clicks = np.nan_to_num(cells.clicks)
    told = careful(words)
    # how many clicks a word gets is known no better than chance lets it be
    chance = 1 / np.maximum(clicks, 1.0)
    beliefs = [
        _drawn(
            cells,
            _relative(value, clicks),
            np.sqrt(np.where(np.isfinite(wide), wide, 0.35) ** 2 + chance),
            dice.standard_normal((len(cells), size), dtype=np.float32),
            spent=spent,
        )
        for value, wide, size in (
            (mean, spread, count - round(told.weight * count)),
            (told.value, told.spread, round(told.weight * count)),
        )
    ]
    shuffled = dice.permutation(count)
    worth = np.concatenate([belief.worth for belief in beliefs], axis=1)[:, shuffled]
    prices = cells.cost / np.where(clicks >= LEAST_CLICKS, clicks, np.nan)
    steep, own = apart(words.bids, prices, beliefs[0].spend)
    return replace(beliefs[0], worth=np.ascontiguousarray(worth), steep=steep, leaning=WORDS_LEAN, own=own)


def _relative(value: Floats, clicks: Floats) -> Floats:
    """Return values by the mean of a click; a word without one has the mean."""
    known = np.isfinite(value)
    total = clicks[known].sum()
    average = float((clicks[known] * value[known]).sum() / total) if total > 0 else 0.0
    return np.where(known, value / average, 1.0) if average > 0 else np.ones(value.size)


def _part(
    cells: Cells | None, dimension: Dimension | None, dice: np.random.Generator, count: int, *, spent: float
) -> Part | None:
    if cells is None or dimension is None:
        return None
    mean, spread = _aligned(cells.names, dimension)
    return _drawn(cells, mean, spread, dice.standard_normal((len(cells), count), dtype=np.float32), spent=spent)


def _hours(
    cells: Cells | None, model: ValueModel, dice: np.random.Generator, count: int, *, spent: float
) -> Part | None:
    """Return the week's 168 hours; a report of 24 is spread evenly over the days."""
    if cells is None or model.hours is None:
        return None
    if len(cells) == HOURS_PER_DAY:
        cells = _week(cells)
    factors = model.hours.factors
    mean, spread = factors.mean, factors.spread
    normal = _smooth(dice, count)
    if mean.size != len(cells):
        return None
    return _drawn(cells, mean, spread, normal, spent=spent)


def _followed(part: Part | None, dimension: Dimension | None, bend: float) -> Part | None:
    """Return a dimension where rivals are taken to bid more for what is worth more."""
    if part is None or dimension is None or not part.spend.sum() > 0:
        return part
    mean = dimension.factors.mean
    if len(part.names) != DAYS * HOURS_PER_DAY:  # hours stand in their order, whatever their names
        mean, _ = _aligned(part.names, dimension)
    worth = np.log(np.maximum(mean, 0.05))
    return replace(part, steep=bend * (worth - float(part.spend @ worth)), leaning=RIVALS_FOLLOW)


def _week(cells: Cells) -> Cells:
    def spread(values: Floats) -> Floats:
        return np.tile(values, DAYS) / DAYS

    names = tuple(map(str, range(DAYS * HOURS_PER_DAY)))
    numbers = (cells.impressions, cells.clicks, cells.cost, cells.orders, cells.revenue, cells.carts)
    return Cells(names, *map(spread, numbers))


def _smooth(dice: np.random.Generator, count: int) -> NDArray[np.float32]:
    """Return standard normal draws of 168 hours that are alike in neighbouring hours and on all days."""
    apart = np.abs(np.subtract.outer(np.arange(HOURS_PER_DAY), np.arange(HOURS_PER_DAY)))
    length = 2 * np.pi * SMOOTH_HOURS / HOURS_PER_DAY
    likeness = np.exp(-2 * np.sin(np.pi * apart / HOURS_PER_DAY) ** 2 / length**2) + 1e-8 * np.eye(HOURS_PER_DAY)
    day = np.linalg.cholesky(likeness) @ dice.standard_normal((HOURS_PER_DAY, count))
    own = dice.standard_normal((DAYS * HOURS_PER_DAY, count))
    mixed = np.sqrt(SMOOTH_SHARE) * np.tile(day, (DAYS, 1)) + np.sqrt(1 - SMOOTH_SHARE) * own
    return np.asarray(mixed, dtype=np.float32)


def _aligned(names: tuple[str, ...], dimension: Dimension) -> tuple[Floats, Floats]:
    place = {name: number for number, name in enumerate(dimension.factors.names)}
    order = np.array([place.get(name, -1) for name in names])
    known = order >= 0
    mean = np.where(known, dimension.factors.mean[order], 1.0)
    return mean, np.where(known, dimension.factors.spread[order], 0.2)


def _drawn(cells: Cells, value: Floats, spread: Floats, normal: NDArray[np.float32], *, spent: float) -> Part:
    clicks, cost = np.nan_to_num(cells.clicks), np.nan_to_num(cells.cost)
    if not cost.sum() > 0:
        cost = clicks
    total = clicks.sum()
    shares = clicks / total if total > 0 else np.full(len(cells), 1 / max(len(cells), 1))
    shape = (1 / np.maximum(np.nan_to_num(spread, nan=0.3), 1e-3) ** 2)[:, None].astype(np.float32)
    factor = np.maximum(1 - 1 / (9 * shape) + normal / (3 * np.sqrt(shape)), np.float32(0)) ** 3
    worth = (shares * np.maximum(np.nan_to_num(value, nan=1.0), 0.0))[:, None].astype(np.float32) * factor
    covered = min(1.0, float(cost.sum()) / spent) if spent > 0 and cells.cost.sum() > 0 else 1.0
    part = cost / cost.sum() if cost.sum() > 0 else shares
    return Part(cells.names, part, shares, worth, covered if covered < 0.97 else 1.0)
