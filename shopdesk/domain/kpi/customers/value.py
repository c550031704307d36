"""What a buyer is worth: what they brought so far, and what the models expect of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.customers.bgnbd import (
    BgNbd,
    Histories,
    TooFewRepeaters,
    chance_alive,
    expected_purchases,
    fit_bgnbd,
    likely_models,
)
from shopdesk.domain.kpi.customers.gamma_gamma import GammaGamma, expected_value, fit_gamma_gamma
from shopdesk.domain.kpi.customers.purchases import ENOUGH_COSTS, WEEK_DAYS, Purchases, histories

if TYPE_CHECKING:
    from shopdesk.domain.kpi.daily import FloatArray

HORIZON_WEEKS: Final = 52
STEP_WEEKS: Final = 4
DISCOUNT_A_YEAR: Final = 0.10
SAMPLE: Final = 300
"""Buyers that the range is computed from: it is a ratio of means of the same buyers."""
MIN_OBSERVED_WEEKS: Final = 13
"""Weeks of orders below which coming back can't be told from not having had the time to."""


@dataclass(frozen=True, slots=True)
class HistoricValue:
    """What all buyers brought so far: mean per buyer in yuan, as margin where the costs are known."""

    buyers: int
    orders: int
    repeat_share: float
    yuan_per_buyer: float
    margin_per_buyer: float | None
    cost_share: float
    days: int


@dataclass(frozen=True, slots=True)
class ModelValue:
    """What the models expect of the next ``weeks`` per buyer, discounted, in yuan (margin where it is known).

    ``purchases`` and ``value`` are means over all buyers, ``low`` to ``high`` the 95 % profile interval of the
    value as far as the buying is uncertain, ``alive`` the mean chance to come back, ``new_value`` that of a buyer
    who has bought once just now. ``intervals`` are the 95 % profile intervals of r, alpha, a and b.
    """

    weeks: int
    discount: float
    purchases: float
    value: float
    low: float
    high: float
    alive: float
    new_value: float
    is_margin: bool
    repeaters: int
    observed_weeks: float
    bgnbd: BgNbd
    gamma: GammaGamma
    intervals: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no model value: too few repeat buyers, too short a time, or figures that no model fits."""

    repeaters: int
    weeks: float
    is_unfit: bool = False


def historic_value(bought: Purchases) -> HistoricValue:
    """Return what buyers brought so far; no model, always computable."""
    buyers = bought.buyers
    found, _ = histories(bought, bought.last)
    share = bought.margin_share
    return HistoricValue(
        buyers,
        bought.count,
        found.repeaters / buyers,
        float(bought.yuan.sum()) / buyers,
        _margin_ratio(bought) * float(bought.yuan.sum()) / buyers if share >= ENOUGH_COSTS else None,
        share,
        int(bought.day.max() - bought.day.min()) + 1,
    )


def model_value(bought: Purchases, day: date) -> ModelValue | Refusal:
    """Return what the models expect of the buyers as of a day, or why they say nothing."""
    found, mean = histories(bought, day)
    weeks = float(found.t.max())
    if weeks < MIN_OBSERVED_WEEKS:
        return Refusal(found.repeaters, weeks)
    try:
        buys, money = fit_bgnbd(found), fit_gamma_gamma(found.x, mean)
    except TooFewRepeaters as few:
        return Refusal(few.repeaters, weeks)
    except ValueError:
        return Refusal(found.repeaters, weeks, is_unfit=True)
    if money.mean is None:
        return Refusal(found.repeaters, weeks, is_unfit=True)
    is_margin = bought.margin_share >= ENOUGH_COSTS
    ratio = _margin_ratio(bought) if is_margin else 1.0
    worth = expected_value(money, found.x, mean) * ratio
    value = float(_discounted(buys, found, worth).mean())
    possible = likely_models(found, buys)
    low, high = _value_range(possible, found, worth)
    fresh = Histories(np.zeros(1), np.zeros(1), np.zeros(1))
    return ModelValue(
        HORIZON_WEEKS,
        DISCOUNT_A_YEAR,
        float(expected_purchases(buys, found, HORIZON_WEEKS).mean()),
        value,
        value * low,
        value * high,
        float(chance_alive(buys, found).mean()),
        float(_discounted(buys, fresh, np.array([money.mean * ratio]))[0]),
        is_margin,
        found.repeaters,
        weeks,
        buys,
        money,
        tuple((min(one), max(one)) for one in zip(*(model.parameters for model in possible), strict=True)),
    )


def _discounted(model: BgNbd, found: Histories, worth: FloatArray) -> FloatArray:
    """Return each buyer's expected purchases by four weeks times their worth, discounted to today."""
    _rows, first, back = np.unique(
        np.column_stack([found.x, found.t_x, found.t]), axis=0, return_index=True, return_inverse=True
    )
    distinct = Histories(found.x[first], found.t_x[first], found.t[first])
    total, before = np.zeros(first.size), np.zeros(first.size)
    for week in range(STEP_WEEKS, HORIZON_WEEKS + 1, STEP_WEEKS):
        until = expected_purchases(model, distinct, week)
        years = (week - STEP_WEEKS / 2) * WEEK_DAYS / 365
        total += (until - before) / (1 + DISCOUNT_A_YEAR) ** years
        before = until
    return np.asarray(total[np.ravel(back)] * worth)


def _value_range(possible: list[BgNbd], found: Histories, worth: FloatArray) -> tuple[float, float]:
    """Return lowest and highest value of some models against the first of them, from a sample of the buyers."""
    chosen = np.random.default_rng(1).permutation(found.x.size)[:SAMPLE]
    some = Histories(found.x[chosen], found.t_x[chosen], found.t[chosen])
    values = [float(_discounted(one, some, worth[chosen]).mean()) for one in possible]
    return min(values) / values[0], max(values) / values[0]


def _margin_ratio(bought: Purchases) -> float:
    """Return margin by sales over the orders whose cost is known."""
    known = ~np.isnan(bought.margin)
    return float(bought.margin[known].sum() / bought.yuan[known].sum())
