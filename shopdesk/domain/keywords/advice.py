"""What to do about a word, and what that brings: quiet where chance could explain everything.

Another bid changes spend by ``(1 + step) ** e`` with an elasticity ``e`` that is known only roughly, and the price of
a click with an elasticity of its own (``Assumptions``); the rest is clicks. Money is the contribution of the clicks won
or lost less the cost of them, over 28 days, with the doubt about value and elasticity in its interval. Nothing is
advised that doesn't bring ``MEANINGFUL_YUAN``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import special

from shopdesk.domain.gamma_poisson import chance_above
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.usual import USUAL_CONVERSION, Usual
from shopdesk.domain.keywords.worth import FloatArray

BoolArray: TypeAlias = NDArray[np.bool_]

ADVICE_DAYS: Final = 28
SURE: Final = 0.96
"""Chance from which a word's price is called too high, or low: of words that break even exactly, at most one in
twenty is then acted on, however many orders the shop has (simulated)."""
SURE_OF_LOSS: Final = 0.9
"""Chance from which no more is bought at all; its words must be dear by the stricter measure, too, or have no bid."""
SURE_OF_GAIN: Final = 0.8
"""Chance that a higher bid brings more than it costs: the elasticity alone leaves much in doubt."""
MEANINGFUL_YUAN: Final = 5.0
"""Less than this in 28 days is not worth a change of the console."""
LIKELY_LOSS: Final = 0.75
"""Chance of a loss that a term must show by itself before its root may exclude it."""
LEAST_ORDERS: Final = 2
"""Orders a searched term must have won before it is said to be worth a bid of its own."""
STEPS: Final = (-0.2, -0.1, 0.1, 0.2)
"""Changes of a bid that are proposed: never more than a fifth at once."""
PAUSE_AT: Final = 0.7
"""A word is paused where a click would not pay at this share of its price either: three or four steps down."""
SPEND_ELASTICITY: Final = (1.9, 0.7)  # of spend to the bid: mean, sd
CPC_ELASTICITY: Final = 0.9
"""Of the price of a click to the bid. In a generalised second-price auction with 8 rivals whose bids spread by a
log sd of 1 it lies between .85 and .96 where spend has an elasticity of 1.4 to 2.8 (computed from order statistics)."""
LEAST_ELASTICITY: Final = 1.0
VALUE_NODES: Final = 9
ELASTICITY_NODES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What no report tells: how spend and the price of a click follow the bid (elasticities), and the margin.

    ``margin`` is the share left of revenue after goods and refunds as the shop states it; None takes that of its costs.
    ``brand``, ``competitor`` and ``long_tail`` are what a click on such a word usually converts against one on a
    category word: where the value of a word starts from until the shop's own orders tell.
    """

    spend: float = SPEND_ELASTICITY[0]
    spend_sd: float = SPEND_ELASTICITY[1]
    cpc: float = CPC_ELASTICITY
    margin: float | None = None
    brand: float = USUAL_CONVERSION[Quadrant.BRAND]
    competitor: float = USUAL_CONVERSION[Quadrant.COMPETITOR]
    long_tail: float = USUAL_CONVERSION[Quadrant.LONG_TAIL]

    @property
    def usual(self) -> Usual:
        """What quadrants usually convert against category words."""
        own = {Quadrant.BRAND: self.brand, Quadrant.COMPETITOR: self.competitor, Quadrant.LONG_TAIL: self.long_tail}
        return {**USUAL_CONVERSION, **own}

    @property
    def are_own(self) -> bool:
        """Whether the shop set its own elasticities."""
        return (self.spend, self.spend_sd, self.cpc) != (*SPEND_ELASTICITY, CPC_ELASTICITY)


SHIPPED: Final = Assumptions()


class Action(StrEnum):
    """What is advised."""

    RAISE = "raise"
    LOWER = "lower"
    PAUSE = "pause"
    NEGATIVE = "negative"
    EXPAND = "expand"
    HOLD = "hold"


class Why(StrEnum):
    """What an advice rests on; the values stand in the columns of the word."""

    PAYS = "pays"  # raise: a click is worth so much more than it costs that more clicks pay, too
    DEAR = "dear"  # lower, or exclude a term without a root: costs more than it is worth
    HOPELESS = "hopeless"  # pause: wouldn't pay at a price a third lower either
    ROOT = "root"  # negative: with the words of its root
    BRINGS = "brings"  # expand: a searched term that pays and has no bid of its own
    GOOD = "good"  # hold: pays, and its price is about right
    SMALL = "small"  # hold: the change would bring less than a few yuan
    UNCLEAR = "unclear"
    OWN_BRAND = "own_brand"  # hold: what would be lowered is the shop's own name
    REVIEW = "review"  # hold: it isn't known yet whose name this is
    NO_CLICKS = "no_clicks"
    NO_ORDERS = "no_orders"  # no word of the shop has won an order
    UNTOLD = "untold"  # no report tells orders and revenue, which isn't the same
    NO_MARGIN = "no_margin"
    LOSING = "losing"  # the margin is known and there is none: no click can pay


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is known of each word: yuan of contribution a click as a Gamma (``value``, ``shape``), its price and counts.

    ``pooled`` and ``pooled_shape`` are the same with the words of its root (NaN where it has none), ``root_below``
    the chance that all words of that root together don't pay. ``days`` is the length of the period that the
    clicks came from.
    """

    clicks: FloatArray
    orders: FloatArray
    cpc: FloatArray
    value: FloatArray
    shape: FloatArray
    pooled: FloatArray
    pooled_shape: FloatArray
    root_below: FloatArray
    own_brand: BoolArray
    review: BoolArray
    has_bid: BoolArray
    days: float
    margin: float | None  # share left of revenue; None where unknown
    told: bool = True  # whether any report gives orders and revenue
    assumed: Assumptions = SHIPPED


@dataclass(frozen=True, slots=True)
class Advised:
    """One advice a word: yuan in 28 days as median and 80 % interval, NaN where nothing is advised.

    ``chance`` is that of the advice bringing more than it takes.
    """

    action: NDArray[np.str_]
    why: NDArray[np.str_]
    step: FloatArray
    money: FloatArray
    low: FloatArray
    high: FloatArray
    chance: FloatArray


@dataclass(frozen=True, slots=True)
class Money:
    """Gain of a change in yuan: median, 80 % interval, mean, and the chance that it is positive."""

    median: FloatArray
    low: FloatArray
    high: FloatArray
    mean: FloatArray
    chance: FloatArray


def advise(case: Case) -> Advised:
    """Return the advice of each word."""
    made = _Making(case)
    made.settle_bids()
    made.settle_terms()
    made.hold_back()
    return made.advised()


def money_of_step(
    step: float,
    *,
    clicks: FloatArray,
    seen: FloatArray,
    cpc: FloatArray,
    value: FloatArray,
    shape: FloatArray,
    assumed: Assumptions = SHIPPED,
) -> Money:
    """Return what another bid brings: contribution of the clicks won or lost less what they cost, in yuan.

    ``clicks`` are those of 28 days, ``seen`` those that were counted to say so: few leave the number itself in doubt.
    """
    more_spend, more_clicks = _more(step, assumed)
    worth = _value_nodes(value, shape)[:, :, None] * more_clicks - cpc[:, None, None] * more_spend
    level = more_spend / more_clicks  # a higher bid pays for clicks worth more than this many prices, a lower for less
    above = chance_above(value[:, None], shape[:, None], cpc[:, None] * level).mean(axis=1)
    return _summed(worth.reshape(value.size, -1), clicks, seen, above if step > 0 else 1 - above)


def mean_of_step(
    step: float, *, clicks: FloatArray, cpc: FloatArray, value: FloatArray, assumed: Assumptions = SHIPPED
) -> FloatArray:
    """Return the mean of what ``money_of_step`` gives: value, elasticity and number of clicks don't hang together."""
    more_spend, more_clicks = _more(step, assumed)
    return np.asarray((value * more_clicks.mean() - cpc * more_spend.mean()) * clicks, dtype=float)


def money_of_stopping(
    *, clicks: FloatArray, seen: FloatArray, cpc: FloatArray, value: FloatArray, shape: FloatArray
) -> Money:
    """Return what buying a word no longer brings: its cost saved less the contribution lost, in yuan."""
    return _summed(cpc[:, None] - _value_nodes(value, shape), clicks, seen, chance_below(value, shape, cpc))


def chance_below(value: FloatArray, shape: FloatArray, price: FloatArray) -> FloatArray:
    """Return the probability that a click is worth less than a price, NaN where one is unknown."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.isnan(value) | np.isnan(price), np.nan, 1 - chance_above(value, shape, price))


def clicks_needed(*, value: FloatArray, shape: FloatArray, cpc: FloatArray, per_click: FloatArray) -> FloatArray:
    """Return how many more clicks without an order it takes until a click surely is worth less than its price.

    ``per_click`` are the orders a click was to bring before the word's own were seen. Each further click without an
    order adds that much to the rate of the Gamma and leaves its shape. 0 where it is sure already.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        most = value * special.gammaincinv(shape, SURE) / shape
        behind = shape / per_click
        return np.where(np.isnan(most), np.nan, np.ceil(np.maximum(most / cpc - 1, 0.0) * behind))


def _more(step: float, assumed: Assumptions) -> tuple[FloatArray, FloatArray]:
    """Return by how much spend and clicks change with a bid, at each elasticity in mind."""
    elasticity = _elasticities(assumed)
    return (1 + step) ** elasticity - 1, (1 + step) ** (elasticity - assumed.cpc) - 1


def _elasticities(assumed: Assumptions) -> FloatArray:
    mean, sd = assumed.spend, assumed.spend_sd
    floor = special.ndtr((LEAST_ELASTICITY - mean) / sd)
    at = floor + (1 - floor) * (np.arange(ELASTICITY_NODES) + 0.5) / ELASTICITY_NODES
    return np.asarray(mean + sd * special.ndtri(at), dtype=float)


def _value_nodes(value: FloatArray, shape: FloatArray) -> FloatArray:
    at = (np.arange(VALUE_NODES) + 0.5) / VALUE_NODES
    shapes, place = np.unique(shape, return_inverse=True)  # counts of clicks are often equal, and this takes longest
    nodes = special.gammaincinv(shapes[:, None], at) / shapes[:, None]
    nodes /= nodes.mean(axis=1, keepdims=True)
    return np.asarray(value[:, None] * nodes[place], dtype=float)


def _summed(of_click: FloatArray, clicks: FloatArray, seen: FloatArray, chance: FloatArray) -> Money:
    """Return gains over all nodes; the next month has more or fewer clicks by chance (Poisson, twice)."""
    number = _value_nodes(clicks, np.maximum(seen, 1.0) / 2)
    gains = (of_click[:, :, None] * number[:, None, :]).reshape(clicks.size, -1)
    means = gains.mean(axis=1)
    gains.sort(axis=1)  # what NumPy's quantiles do at a third of the speed, and without a copy
    low, median, high = (_middle(gains, share) for share in (0.1, 0.5, 0.9))
    return Money(median, low, high, means, chance)


def _middle(ascending: FloatArray, share: float) -> FloatArray:
    """Return the quantile of each row; nodes stand in the middle of equal shares (Hazen)."""
    place = share * ascending.shape[1] - 0.5
    first = math.floor(place)
    below, above = ascending[:, first], ascending[:, first + 1]
    return np.asarray(below + (place - first) * (above - below), dtype=float)


class _Making:
    """The advice as it comes together; every word starts with "hold: unclear"."""

    def __init__(self, case: Case) -> None:
        self.case = case
        count = case.clicks.size
        self.clicks = case.clicks * ADVICE_DAYS / case.days
        self.known = (case.clicks > 0) & ~np.isnan(case.cpc) & ~np.isnan(case.value)
        self.below = chance_below(case.value, case.shape, case.cpc)
        self.pooled_below = chance_below(case.pooled, case.pooled_shape, case.cpc)
        self.action = np.full(count, Action.HOLD.value, dtype="U12")
        self.why = np.full(count, Why.UNCLEAR.value, dtype="U12")
        self.step = np.full(count, np.nan)
        self.figures = np.full((4, count), np.nan)  # median, low, high, chance

    def settle_bids(self) -> None:
        """Raise, lower, pause or exclude what has a bid of its own."""
        case, bid = self.case, self.known & self.case.has_bid
        cheap = bid & (1 - self.below >= SURE)
        self.why[cheap] = Why.GOOD.value
        self._try_steps(cheap, Action.RAISE, Why.PAYS, sure=SURE_OF_GAIN)
        self._try_steps(bid & (self.below >= SURE), Action.LOWER, Why.DEAR, sure=SURE)
        value, shape = self._pooled_or_own()
        hopeless = bid & (self.below >= SURE) & (chance_below(value, shape, case.cpc * PAUSE_AT) >= SURE_OF_LOSS)
        self._stop(hopeless, Action.PAUSE, Why.HOPELESS)
        self._stop(
            hopeless & (self.pooled_below > SURE_OF_LOSS) & (case.root_below > SURE_OF_LOSS), Action.NEGATIVE, Why.ROOT
        )

    def settle_terms(self) -> None:
        """Exclude or extend what came through another word's bid."""
        term = self.known & ~self.case.has_bid
        value, shape = self._pooled_or_own()
        below = chance_below(value, shape, self.case.cpc)
        loses, alone = term & (below > SURE_OF_LOSS) & (self.below >= LIKELY_LOSS), np.isnan(self.case.pooled)
        self._stop(loses & ~alone, Action.NEGATIVE, Why.ROOT)
        self._stop(loses & alone, Action.NEGATIVE, Why.DEAR)
        pays = term & (np.maximum(self.below, below) <= 1 - SURE_OF_LOSS) & (self.case.orders >= LEAST_ORDERS)
        self.action[pays], self.why[pays] = Action.EXPAND.value, Why.BRINGS.value
        self.figures[3, pays] = 1 - self.below[pays]

    def hold_back(self) -> None:
        """Say why nothing is advised where the shop's own name, a question or missing figures stand against it."""
        case = self.case
        takes = np.isin(self.action, [Action.LOWER.value, Action.PAUSE.value, Action.NEGATIVE.value])
        self._hold(case.own_brand & takes, Why.OWN_BRAND)
        self._hold(np.isnan(case.value), self._unknown())
        self._hold(~(case.clicks > 0) & ~np.isnan(case.value), Why.NO_CLICKS)
        self._hold(case.review, Why.REVIEW)

    def _unknown(self) -> Why:
        """Return why the worth of a click is not known."""
        if not self.case.told:
            return Why.UNTOLD
        if self.case.margin is None:
            return Why.NO_MARGIN
        return Why.NO_ORDERS if self.case.margin > 0 else Why.LOSING

    def advised(self) -> Advised:
        """Return what came out."""
        median, low, high, chance = self.figures
        return Advised(self.action, self.why, self.step, median, low, high, chance)

    def _pooled_or_own(self) -> tuple[FloatArray, FloatArray]:
        alone = np.isnan(self.case.pooled)
        value = np.where(alone, self.case.value, self.case.pooled)
        return value, np.where(alone, self.case.shape, self.case.pooled_shape)

    def _hold(self, of: BoolArray, why: Why) -> None:
        self.action[of], self.why[of], self.step[of] = Action.HOLD.value, why.value, np.nan
        self.figures[:, of] = np.nan

    def _try_steps(self, of: BoolArray, action: Action, why: Why, *, sure: float) -> None:
        """Take the step that brings most; hold where it brings little, or not surely enough."""
        at = np.flatnonzero(of)
        if not at.size:
            return
        case = self.case
        steps = [step for step in STEPS if (step > 0) is (action is Action.RAISE)]
        means = [
            mean_of_step(step, clicks=self.clicks[at], cpc=case.cpc[at], value=case.value[at], assumed=case.assumed)
            for step in steps
        ]
        best = np.argmax(means, axis=0)
        for place, step in enumerate(steps):
            words = at[best == place]  # the spread of a step that is not best would be computed for nothing
            if not words.size:
                continue
            money = money_of_step(
                step,
                clicks=self.clicks[words],
                seen=case.clicks[words],
                cpc=case.cpc[words],
                value=case.value[words],
                shape=case.shape[words],
                assumed=case.assumed,
            )
            sure_enough = money.chance >= sure
            taken = sure_enough & (money.median >= MEANINGFUL_YUAN)
            self._take(words, taken, money, action, why)
            self.step[words[taken]] = step
            self.why[words[sure_enough & ~taken]] = Why.SMALL.value

    def _stop(self, of: BoolArray, action: Action, why: Why) -> None:
        at = np.flatnonzero(of)
        if not at.size:
            return
        value, shape = self._pooled_or_own()
        money = money_of_stopping(
            clicks=self.clicks[at], seen=self.case.clicks[at], cpc=self.case.cpc[at], value=value[at], shape=shape[at]
        )
        taken = money.median >= MEANINGFUL_YUAN
        self._take(at, taken, money, action, why)
        self.step[at[taken]] = np.nan
        small = at[~taken]
        self.why[small[self.action[small] == Action.HOLD.value]] = Why.SMALL.value

    def _take(self, at: NDArray[np.int64], taken: BoolArray, money: Money, action: Action, why: Why) -> None:
        words = at[taken]
        self.action[words], self.why[words] = action.value, why.value
        self.figures[:, words] = [found[taken] for found in (money.median, money.low, money.high, money.chance)]
