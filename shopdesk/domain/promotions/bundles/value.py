"""What a set of goods would bring in yuan: at which discount, and whether any pays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from shopdesk.domain.promotions.bundles.expected import Floats
from shopdesk.domain.promotions.ladders.record import Figure

MONTH_DAYS: Final = 30.0
DRAWS: Final = 400
SURE: Final = 0.80
"""A discount is advised where it beats none in that share of the draws, and advised against where it loses in it."""
_STEPS_FEN: Final = (10, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000)
_MOST_STEPS: Final = 60
_MOST_SHARE: Final = 0.5
"""A set is never offered for less than half of its parts."""
_SHOWN_SD: Final = 0.7
_STEEP_SD: Final = 0.4
_NEW_SD: Final = 0.1
_MOST_EXPONENT: Final = 5.0
_SEED: Final = 20_260


@dataclass(frozen=True, slots=True)
class Response:
    """How customers answer a set on offer: general knowledge, each value editable (shown "请核对").

    ``shown`` of the orders with the whole set come in addition once it is offered, without a discount; a discount
    of the share x of a further article multiplies them by e^(``steepness`` · x); ``new`` of the further sales would
    not have come another day at the full price.
    """

    shown: float = 0.10
    steepness: float = 2.5
    new: float = 0.80


class Verdict(StrEnum):
    """What can be said of a discount on a set."""

    DISCOUNT = "discount"
    NO_DISCOUNT = "no_discount"
    UNCLEAR = "unclear"
    NO_MARGIN = "no_margin"  # a cost isn't known


@dataclass(frozen=True, slots=True)
class SetFacts:
    """What the orders and the cost list say of a set; arrays have a place an article.

    ``prices`` and ``costs`` in fen a unit (None: not known); ``open_orders`` hold all other articles of the set but
    not this one; ``together`` orders hold all of them; all within ``days``.
    """

    prices: tuple[int, ...]
    costs: tuple[int | None, ...]
    open_orders: tuple[int, ...]
    together: int
    days: int


@dataclass(frozen=True, slots=True)
class AtDiscount:
    """A set at a discount (fen off the sum of its parts), a month, beside not offering it.

    ``contribution`` in fen; ``further`` orders take the whole set in addition; ``given`` fen go to orders that take
    all of it today (mean); ``beats_none`` is the chance that it brings more than the set without a discount.
    """

    discount: int
    contribution: Figure
    further: Figure
    given: float
    beats_none: float


@dataclass(frozen=True, slots=True)
class SetValue:
    """``curve`` rises in discount from 0; ``best`` is the one of most expected contribution, ``advised`` what is said.

    Without margin the curve is empty and both are None.
    """

    verdict: Verdict
    advised: AtDiscount | None
    best: AtDiscount | None
    curve: tuple[AtDiscount, ...] = ()

    def at(self, discount: int) -> AtDiscount | None:
        """Return the step of the curve that is nearest to a discount."""
        return min(self.curve, key=lambda step: abs(step.discount - discount), default=None)


def value_of(facts: SetFacts, response: Response) -> SetValue:
    """Return what the set brings a month at each discount, with 80 % intervals of the model.

    Source: PROMOTIONS 4.3, extra contribution = expected attach × (margin − discount) − discount given to orders that
    already had all of it. Drawn are the monthly rate (from the count) and the three values of the response.
    """
    costs = [cost for cost in facts.costs if cost is not None]
    if len(costs) < len(facts.costs) or facts.days <= 0 or facts.together <= 0 or min(facts.prices) <= 0:
        return SetValue(Verdict.NO_MARGIN, None, None)
    discounts = _discounts(facts.prices, costs)
    contribution, further, rate = _drawn(facts, np.array(costs, dtype=np.float64), discounts, response)
    brings, comes = _figures(contribution), _figures(further)
    beats_none = (contribution > contribution[:, :1]).mean(axis=0).tolist()
    month = float(rate.mean())
    curve = tuple(
        AtDiscount(int(discount), brings[place], comes[place], discount * month, beats_none[place])
        for place, discount in enumerate(discounts.tolist())
    )
    place = int(contribution.mean(axis=0).argmax())
    best = curve[place]
    verdict = _verdict(best)
    return SetValue(verdict, best if verdict is Verdict.DISCOUNT else curve[0], best, curve)


def _verdict(best: AtDiscount) -> Verdict:
    if best.discount == 0:
        return Verdict.NO_DISCOUNT
    return Verdict.DISCOUNT if best.beats_none >= SURE else Verdict.UNCLEAR


def _discounts(prices: tuple[int, ...], costs: list[int]) -> Floats:
    """Return discounts in round steps, from none to what keeps the set above its cost and half of its price."""
    most = min(sum(prices) - sum(costs), int(_MOST_SHARE * sum(prices)))
    step = next((step for step in _STEPS_FEN if most <= step * _MOST_STEPS), _STEPS_FEN[-1])
    return np.arange(0, max(0, most) + 1, step, dtype=np.float64)


def _drawn(facts: SetFacts, costs: Floats, discounts: Floats, response: Response) -> tuple[Floats, Floats, Floats]:
    """Return contribution (fen a month), further orders and today's orders a month: draws × discounts, and draws."""
    draw = np.random.default_rng(_SEED)
    month = MONTH_DAYS / facts.days
    rate = draw.gamma(facts.together + 0.5, size=DRAWS)[:, None] * month
    shown = response.shown * draw.lognormal(0, _SHOWN_SD, DRAWS)[:, None]
    steep = response.steepness * draw.lognormal(0, _STEEP_SD, DRAWS)[:, None]
    new = np.clip(response.new + _NEW_SD * draw.standard_normal(DRAWS), 0, 1)[:, None]
    prices, room = np.array(facts.prices, dtype=np.float64), np.array(facts.open_orders, dtype=np.float64)
    share = room / room.sum() if room.sum() > 0 else np.full(len(room), 1 / len(room))
    contribution, further = -rate * discounts, np.zeros((DRAWS, len(discounts)))
    for price, cost, open_orders, part in zip(prices, costs, room, share, strict=True):
        answer = (1 + shown) * np.exp(np.minimum(steep * discounts / price, _MOST_EXPONENT)) - 1
        more = np.minimum(rate * part * answer, open_orders * month)
        contribution += more * (new * (price - cost) - discounts)
        further += more
    return contribution, further, rate


def _figures(draws: Floats) -> list[Figure]:
    low, median, high = np.quantile(draws, (0.1, 0.5, 0.9), axis=0).tolist()
    return [Figure(*figure) for figure in zip(median, low, high, strict=True)]
