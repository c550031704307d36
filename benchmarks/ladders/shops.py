"""Simulated shops: what customers want, what they answer, and the two periods that the planner gets to see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from benchmarks.ladders.forms import ByYuan, LossAverse, OneGood
from benchmarks.ladders.truth import (
    ByDiscount,
    ByShare,
    Economics,
    Floats,
    Form,
    FromShelf,
    Ladder,
    Truth,
    ordered,
)

CUSTOMERS: Final = 10_000
"""On which truth and oracle stand."""
TRAFFIC_ERROR: Final = 0.03


class Response(StrEnum):
    """Forms of the truth."""

    DISCOUNT = "discount"
    SHARE = "share"
    SHELF = "shelf"
    YUAN = "yuan"
    ONE_GOOD = "one good"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Setting:
    """One kind of shop. ``season``: the campaign's values differ by up to so much; ``no_top_up``: nobody does;
    ``no_lift``: no order more; ``old_ladder``: one ran through the baseline.
    """

    title: str
    response: Response = Response.DISCOUNT
    baseline: int = 12_000
    campaign: int = 4_000
    known_traffic: bool = True
    season: float = 0.0
    no_top_up: bool = False
    no_lift: bool = False
    old_ladder: bool = False
    has_campaign: bool = True


@dataclass(frozen=True, slots=True)
class Shop:
    """Truth (``customers`` with ``keen`` and ``dice``) and what is seen of it; money in yuan."""

    truth: Truth
    economics: Economics
    customers: Floats
    keen: Floats
    dice: Floats
    baseline: Floats
    old_ladder: Ladder
    campaign: Floats
    campaign_ladder: Ladder
    traffic: float | None


def shop(setting: Setting, seed: int) -> Shop:
    """Return the shop of a seed."""
    dice = np.random.default_rng((seed, 77))
    prices = _prices(dice)
    truth = _truth(setting, prices, dice)
    economics = Economics(dice.uniform(0.35, 0.6), dice.uniform(0.02, 0.08), dice.uniform(2.0, 6.0))
    several = dice.uniform(0.4, 1.2)
    spread = dice.uniform(0.5, 3.0)

    def come(count: int) -> tuple[Floats, Floats]:
        return _carts(prices, several, count, dice), dice.gamma(spread, 1 / spread, count)

    customers, keen = come(CUSTOMERS)
    old = _ladder(customers, dice) if setting.old_ladder else ()
    base, base_keen = come(setting.baseline)
    baseline = ordered(truth, base, old, dice, base_keen) if old else base
    ladder = _ladder(customers, dice)
    real = setting.campaign / setting.baseline * dice.uniform(0.8, 1.25)
    wanted, wanted_keen = come(int(setting.baseline * real))
    wanted = wanted * np.exp(dice.uniform(-setting.season, setting.season))
    seen = real * np.exp(TRAFFIC_ERROR * dice.standard_normal())
    campaign = ordered(truth, wanted, ladder, dice, wanted_keen)
    return Shop(
        truth,
        economics,
        customers,
        keen,
        dice.random(CUSTOMERS),
        baseline,
        old,
        campaign,
        ladder,
        float(seen) if setting.known_traffic else None,
    )


def _prices(dice: np.random.Generator) -> Floats:
    goods = np.exp(dice.normal(np.log(dice.uniform(25, 90)), dice.uniform(0.4, 0.8), dice.integers(15, 60)))
    return np.sort(np.maximum(np.round(goods) - dice.choice([0.0, 0.1, 0.2], len(goods)), 1.0))


def _carts(prices: Floats, several: float, count: int, dice: np.random.Generator) -> Floats:
    """Return sums of goods by popularity, those of middling price most popular."""
    pieces = 1 + dice.poisson(several, count)
    popularity = _popularity(prices)
    drawn = dice.choice(prices, int(pieces.sum()), p=popularity / popularity.sum())
    return np.round(np.add.reduceat(drawn, np.concatenate([[0], np.cumsum(pieces)[:-1]])), 2)


def _popularity(prices: Floats) -> Floats:
    popularity: Floats = 1 / (1 + np.argsort(np.argsort(np.abs(np.log(prices / np.median(prices)))))) ** 0.7
    return popularity


def _truth(setting: Setting, prices: Floats, dice: np.random.Generator) -> Truth:
    scale = float(np.median(prices))
    overshoot = dice.uniform(0.04, 0.16)
    forms: dict[Response, Form] = {
        Response.DISCOUNT: ByDiscount(
            0.0 if setting.no_top_up else dice.uniform(0.25, 0.7),
            dice.uniform(1.2, 3.5),
            dice.uniform(0.2, 0.45),
            dice.uniform(0.05, 0.25) * scale,
            overshoot,
        ),
        Response.SHARE: ByShare(dice.uniform(-1.2, 0.5), dice.uniform(7, 22), dice.uniform(0, 2), overshoot),
        Response.SHELF: FromShelf(prices, dice.uniform(0.2, 0.8), dice.uniform(0.3, 0.8), dice.uniform(0.15, 0.6)),
    }
    form = forms.get(setting.response) or _further_form(setting.response, prices, dice)
    lift = 0.0 if setting.no_lift else dice.uniform(0.0, 2.8)
    most_down = 0.12 if setting.response is Response.LOSS else 0.06
    return Truth(form, dice.uniform(0.05, 0.16), dice.uniform(0.0, most_down), lift, dice.uniform(0.0, 1.0))


def _further_form(response: Response, prices: Floats, dice: np.random.Generator) -> Form:
    scale = float(np.median(prices))
    if response is Response.YUAN:
        return ByYuan(
            dice.uniform(0.3, 0.9),
            dice.uniform(0.15, 0.6) * scale,
            dice.uniform(0.7, 1.8),
            dice.uniform(0.03, 0.12) * scale,
            dice.uniform(0.05, 0.3) * scale,
        )
    if response is Response.ONE_GOOD:
        return OneGood(prices, _popularity(prices), dice.uniform(0.5, 1.6), dice.uniform(0.3, 0.9) * scale)
    return LossAverse(
        dice.uniform(1.5, 2.6),
        dice.uniform(0.5, 1.0),
        dice.uniform(0.25, 0.7),
        dice.uniform(0.3, 0.8),
        dice.uniform(0.05, 0.3),
    )


def _ladder(values: Floats, dice: np.random.Generator) -> Ladder:
    """Return what an operator might have run: one or two round steps."""
    first = _round(float(np.quantile(values, dice.uniform(0.45, 0.75))))
    off = max(1.0, round(first * dice.uniform(0.04, 0.1)))
    if dice.random() < 0.5:
        return ((first, off),)
    second = _round(first * dice.uniform(1.4, 2.0))
    return ((first, off), (second, max(off + 1, round(second * dice.uniform(0.06, 0.12)))))


def _round(value: float) -> float:
    step = 10 if value < 300 else 50
    return max(step, round(value / step) * step) - 1.0
