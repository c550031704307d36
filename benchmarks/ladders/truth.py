"""How the customers of a simulated shop truly answer a ladder; forms of which the planner knows none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ladder = Sequence[tuple[float, float]]
"""Rising (threshold, discount) in yuan."""

DOWN: Final = 0.15


class Form(Protocol):
    """Chance of topping up by customer, and where they land."""

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:
        """Return the chance for orders of a value (yuan) that miss a step by a gap; ``keen`` has mean 1."""
        ...

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:
        """Return the value after topping up; ``dice`` are uniform."""
        ...


@dataclass(frozen=True, slots=True)
class ByDiscount:
    """The gap against the further discount, up to a reach."""

    top_up: float
    tau: float
    reach_share: float
    reach: float
    overshoot: float

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:
        """See ``Form``."""
        chance = np.minimum(0.95, self.top_up * keen * np.exp(-gap / (self.tau * further)))
        return np.where(gap <= self.reach_share * value + self.reach, chance, 0.0)

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        return _beyond(step, self.overshoot, dice)


@dataclass(frozen=True, slots=True)
class ByShare:
    """Logistic in the gap against the value, nearly blind to the discount."""

    base: float
    fall: float
    feel: float
    overshoot: float

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:
        """See ``Form``."""
        score = self.base + np.log(np.maximum(keen, 1e-3)) - self.fall * gap / value + self.feel * further / value
        chance: Floats = np.minimum(0.95, 1 / (1 + np.exp(-np.clip(score, -50, 50))))
        return chance

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        return _beyond(step, self.overshoot, dice)


@dataclass(frozen=True, slots=True)
class FromShelf:
    """Customers look for the cheapest good that fills the gap: it must fit a budget and the discount must pay for it.

    ``shelf`` are prices, rising; ``asked`` the share of the added good's price that the discount must be, at most.
    """

    shelf: Floats
    attention: float
    budget: float
    asked: float

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:
        """See ``Form``."""
        price = self._price(gap)
        willing = np.minimum(1.0, further / price / self.asked)
        fits = np.exp(-((price / (self.budget * value)) ** 2))
        chance: Floats = np.minimum(0.95, self.attention * keen * willing * fits)
        return chance

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        return value + self._price(step - value)

    def _price(self, gap: Floats) -> Floats:
        place = np.minimum(np.searchsorted(self.shelf, gap, side="left"), len(self.shelf) - 1)
        return np.maximum(self.shelf[place], gap)


@dataclass(frozen=True, slots=True)
class Truth:
    """A form, and what else customers do. ``own`` is the share of further orders that come where the relief is."""

    form: Form
    returned: float
    trade_down: float
    lift: float
    own: float


@dataclass(frozen=True, slots=True)
class Economics:
    """Share of value, share of what is paid, yuan an order."""

    margin: float
    fee: float
    shipping: float


@dataclass(frozen=True, slots=True)
class Result:
    """Means per order that would come without a ladder, yuan."""

    orders: float
    revenue: float
    profit: float

    @property
    def margin_rate(self) -> float:
        """Profit as a share of what customers pay."""
        return self.profit / self.revenue


@dataclass(frozen=True, slots=True)
class Answers:
    """By customer: chance of topping up, where it lands and what it gets; of falling back, where; what staying gets."""

    chance: Floats
    landing: Floats
    gets: Floats
    down: Floats
    down_to: Floats
    off: Floats


def _beyond(step: float, overshoot: float, dice: Floats) -> Floats:
    """Return values above a step, by an exponential of mean ``overshoot`` steps."""
    value: Floats = step * (1 - overshoot * np.log(np.maximum(dice, 1e-12)))
    return value


def answers(truth: Truth, value: Floats, keen: Floats, dice: Floats, ladder: Ladder) -> Answers:
    """Return how customers answer; of several steps the likeliest one is taken."""
    steps = np.array([step for step, _ in ladder])
    offs = np.array([off for _, off in ladder])
    met = np.searchsorted(steps, value, side="right")
    off = np.concatenate([[0.0], offs])[met]
    best, landing, gets = np.zeros_like(value), value.copy(), off.copy()
    for step, gives in zip(steps, offs, strict=True):
        below = value < step
        chance = np.zeros_like(value)
        chance[below] = truth.form.chance(
            value[below], step - value[below], np.maximum(gives - off[below], 1e-9), keen[below]
        )
        better = chance > best
        best = np.where(better, chance, best)
        landing[better] = truth.form.landing(value[better], step, dice[better])
        gets = np.where(better, gives, gets)
    reached = np.concatenate([[np.inf], steps])[met]
    close = (value > reached) & (value <= reached * (1 + DOWN))
    down = np.where(close, truth.trade_down, 0.0) * (1 - best)
    return Answers(best, landing, gets, down, np.where(close, reached, value), off)


def expected(truth: Truth, value: Floats, keen: Floats, dice: Floats, ladder: Ladder, shop: Economics) -> Result:
    """Return exact means over the customers, but for where each would land."""
    if not ladder:
        return Result(1.0, *_money(value, value, shop))
    told = answers(truth, value, keen, dice, ladder)
    stay = 1 - told.chance - told.down
    kept, back = told.chance * (1 - truth.returned), told.chance * truth.returned
    paid_up = told.landing - told.gets
    relief = stay * told.off / value + told.chance * told.gets / told.landing + told.down * told.off / told.down_to
    more = truth.lift * (truth.own * relief + (1 - truth.own) * relief.mean())
    revenue = profit = 0.0
    for chance, goods, paid in (
        (stay, value, value - told.off),
        (kept, told.landing, paid_up),
        (back, value, paid_up * value / told.landing),
        (told.down, told.down_to, told.down_to - told.off),
    ):
        weight = chance * (1 + more)
        revenue += float((weight * paid).mean())
        profit += float((weight * _profit(goods, paid, shop)).mean())
    return Result(1 + float(more.mean()), revenue, profit)


def ordered(truth: Truth, value: Floats, ladder: Ladder, dice: np.random.Generator, keen: Floats) -> Floats:
    """Return the values of the orders that come under a ladder, further ones with them."""
    told = answers(truth, value, keen, dice.random(len(value)), ladder)
    relief = (1 - told.chance) * told.off / value + told.chance * told.gets / told.landing
    more = truth.lift * (truth.own * relief + (1 - truth.own) * relief.mean())
    copies = 1 + (dice.random(len(value)) < more)
    place = np.repeat(np.arange(len(value)), copies)
    draw = dice.random(len(place))
    up = draw < told.chance[place]
    down = ~up & (draw < (told.chance + told.down)[place])
    return np.where(up, told.landing[place], np.where(down, told.down_to[place], value[place]))


def _money(goods: Floats, paid: Floats, shop: Economics) -> tuple[float, float]:
    return float(paid.mean()), float(_profit(goods, paid, shop).mean())


def _profit(goods: Floats, paid: Floats, shop: Economics) -> Floats:
    return (1 - shop.fee) * paid - (1 - shop.margin) * goods - shop.shipping
