"""测款: which of some items (or pictures) is best, how sure that is, and what an answer still costs.

The rate of an item (carts per click, or clicks per impression) is ``p ~ Beta(a, a / m - a)`` around the common rate
``m``: ``a`` is how many events the prior is worth. It is averaged over a grid with its likelihood and a log-normal
prior around ``PRIOR_EVENTS``, so that items which hardly differ are drawn together. Because of that prior one may look
every day: the chance to be best stays what it says, whenever one stops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.stages.sample_size import chance_of_best, trials_needed
from shopdesk.domain.kpi.trials.sample_size import MOST_DAYS

STOP_AT: Final = 0.8
"""Chance to be the best from which the test may end."""
HOPELESS: Final = 0.05
"""Chance to be the best below which more clicks on an item are wasted."""
PRIOR_EVENTS: Final = 8.0  # sd .35 of the logarithm, as of words within a quadrant
LEAST_TRIALS: Final = 30
"""Trials every item must have before any is called the best or dropped."""
LEAST_EVENTS: Final = 10
"""Events of all items together before anything is said."""
MOST_TRIALS: Final = 50_000
USUAL_TRIALS: Final = 100
"""What operators commonly give each item."""
_SPREAD: Final = 0.8
_STRENGTHS: Final = np.geomspace(1.0, 400.0, 24)
_NODES: Final = 40
_FUTURES: Final = 100
_MOST_RIVALS: Final = 5  # items whose futures are drawn: those behind them no longer decide
_CHANCE_OF_END: Final = 0.5  # the clicks still named are enough as likely as not
_LEAST_RATE, _MOST_RATE = 1e-6, 1 - 1e-6


class ItemOutcome(StrEnum):
    """What may be said of a test."""

    ONE_ITEM = "one_item"
    NO_EVENTS = "no_events"  # the reports tell no carts (or none happened yet)
    RUNNING = "running"
    DECIDED = "decided"
    TOO_CLOSE = "too_close"  # an answer isn't worth waiting for: they hardly differ


@dataclass(frozen=True, slots=True)
class Arm:
    """One item or picture: trials (clicks or impressions), events (carts or clicks), what it cost in fen."""

    name: str
    trials: float
    events: float
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class ArmResult:
    """An item's rate with its 80 % interval, the chance that it is the best, and whether to stop buying for it."""

    arm: Arm
    rate: float
    low: float
    high: float
    chance: float
    is_hopeless: bool


@dataclass(frozen=True, slots=True)
class ItemTest:
    """The answer, best item first.

    ``trials_left`` are those that each item in the test still needs until it ends as likely as not (None: can't be
    said); ``fixed_trials`` what a test of the best two planned beforehand needs of each; ``days_left`` at today's rate
    and ``cost_left`` in fen at today's price. ``usual_chance`` is how often ``USUAL_TRIALS`` each find the best.
    """

    outcome: ItemOutcome
    results: tuple[ArmResult, ...] = ()
    trials_left: int | None = None
    fixed_trials: int | None = None
    days_left: int | None = None
    cost_left: float | None = None
    usual_chance: float | None = None

    @property
    def best(self) -> ArmResult | None:
        """The item that is most likely the best."""
        return self.results[0] if self.results else None


def judge_items(arms: Sequence[Arm], *, days: float) -> ItemTest:
    """Return what a test of items has shown in ``days`` days; counts are cut to whole and possible ones."""
    known = [arm for arm in arms if arm.trials > 0]
    if len(known) < 2:
        return ItemTest(ItemOutcome.ONE_ITEM)
    trials = np.array([arm.trials for arm in known])
    events = np.minimum(np.array([max(arm.events, 0.0) for arm in known]), trials)
    if events.sum() < 1:
        return ItemTest(ItemOutcome.NO_EVENTS)
    posterior = _posterior(trials, events)
    chances = posterior.chance_best()
    is_ready = bool(trials.min() >= LEAST_TRIALS and events.sum() >= LEAST_EVENTS)
    low, high = posterior.interval()
    results = [
        ArmResult(arm, float(rate), float(lo), float(hi), float(chance), is_ready and bool(chance < HOPELESS))
        for arm, rate, lo, hi, chance in zip(known, posterior.mean(), low, high, chances, strict=True)
    ]
    ordered = tuple(sorted(results, key=lambda result: -result.chance))
    rates = [result.rate for result in ordered]
    usual = chance_of_best([result.rate for result in ordered], USUAL_TRIALS)
    fixed = trials_needed(rates[0], rates[1])
    if is_ready and ordered[0].chance > STOP_AT:
        return ItemTest(ItemOutcome.DECIDED, ordered, 0, fixed, 0, 0.0, usual)
    rivals = np.argsort(-chances)[: min(_MOST_RIVALS, sum(not result.is_hopeless for result in results))]
    left = _trials_left(posterior, rivals)
    in_test = [result.arm for result in ordered if not result.is_hopeless]
    days_left, cost_left = _remaining(in_test, left, days)
    is_worth_it = left is not None and (days_left or 0) <= MOST_DAYS
    outcome = ItemOutcome.RUNNING if is_worth_it else ItemOutcome.TOO_CLOSE
    return ItemTest(outcome, ordered, left, fixed, days_left, cost_left, usual)


@dataclass(frozen=True, slots=True)
class _Posterior:
    """Beta distributions of items (columns) for each strength of the prior (rows), and the weights of the strengths."""

    a: Floats
    b: Floats
    weights: Floats

    def mean(self) -> Floats:
        return np.asarray(self.weights @ (self.a / (self.a + self.b)))

    def interval(self) -> tuple[Floats, Floats]:
        from scipy import special

        a, b = self.one()
        return tuple(np.asarray(special.betaincinv(a, b, share)) for share in (0.1, 0.9))  # type: ignore[return-value]

    def one(self) -> tuple[Floats, Floats]:
        """Return one Beta an item with the mixture's mean and variance."""
        total = self.a + self.b
        mean = self.mean()
        second = self.weights @ (self.a * (self.a + 1) / (total * (total + 1)))
        variance = np.maximum(second - mean**2, 1e-15)
        size = np.maximum(mean * (1 - mean) / variance - 1, 1e-6)
        return mean * size, (1 - mean) * size

    def chance_best(self) -> Floats:
        chances = np.stack([_chance_best(a[None], b[None])[0] for a, b in zip(self.a, self.b, strict=True)])
        return np.asarray(self.weights @ chances)


def _posterior(trials: Floats, events: Floats) -> _Posterior:
    from scipy import special

    mean = float(np.clip(events.sum() / trials.sum(), _LEAST_RATE, 0.99))
    a0 = _STRENGTHS[:, None]
    b0 = a0 / mean - a0
    likelihood = (special.betaln(a0 + events, b0 + trials - events) - special.betaln(a0, b0)).sum(axis=1)
    total = likelihood - 0.5 * (np.log(_STRENGTHS / PRIOR_EVENTS) / _SPREAD) ** 2
    weights = np.exp(total - total.max())
    return _Posterior(a0 + events, b0 + trials - events, weights / weights.sum())


def _chance_best(a: Floats, b: Floats) -> Floats:
    """Return the chance of each item (last axis) to have the highest rate: others' shares at its own quantiles."""
    from scipy import special

    nodes, weights = special.roots_legendre(_NODES)
    shares, weights = (nodes + 1) / 2, weights / 2
    chances = np.empty(a.shape)
    items = a.shape[-1]
    for item in range(items):
        at = special.betaincinv(a[..., item, None], b[..., item, None], shares)
        ahead = np.ones(at.shape)
        for other in set(range(items)) - {item}:
            ahead *= special.betainc(a[..., other, None], b[..., other, None], at)
        chances[..., item] = ahead @ weights
    return np.asarray(chances / chances.sum(axis=-1, keepdims=True))


def _trials_left(posterior: _Posterior, rivals: NDArray[np.int64]) -> int | None:
    """Return the clicks each rival still needs until half of the possible futures end the test, None if they don't."""
    a, b = (side[rivals] for side in posterior.one())
    draw = np.random.default_rng(1)
    truths = np.clip(draw.beta(a, b, size=(_FUTURES, a.size)), _LEAST_RATE, _MOST_RATE)

    def ends(trials: int) -> bool:
        events = np.random.default_rng(2).binomial(trials, truths)
        chances = _chance_best(a + events, b + trials - events)
        return bool((chances.max(axis=1) > STOP_AT).mean() >= _CHANCE_OF_END)

    high = 50
    while not ends(high):
        high *= 2
        if high > MOST_TRIALS:
            return None
    low = high // 2 if high > 50 else 0
    while high - low > max(10, high // 20):
        middle = (low + high) // 2
        low, high = (low, middle) if ends(middle) else (middle, high)
    return high


def _remaining(arms: Sequence[Arm], left: int | None, days: float) -> tuple[int | None, float | None]:
    """Return the days where today's trials are shared equally, and the cost at each item's own price of a trial."""
    if left is None:
        return None, None
    per_day = sum(arm.trials for arm in arms) / len(arms) / days if days > 0 else 0.0
    cost = sum(arm.cost / arm.trials * left for arm in arms)
    return (ceil(left / per_day) if per_day > 0 else None), (cost if any(arm.cost for arm in arms) else None)
