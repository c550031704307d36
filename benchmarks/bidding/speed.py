"""How long a plan and a forecast take (CPU), beside making every cell of the plan once in numpy."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import numpy as np

from benchmarks.bidding.product import elasticity_of, today
from benchmarks.bidding.shares import PROVINCES
from benchmarks.bidding.world import HOURS, MARGIN
from benchmarks.measuring import Line
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, History, Words
from shopdesk.domain.bidding.estimate.model import ValueModel
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.ground import prepare
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.proposal import Proposal
from shopdesk.domain.bidding.propose.settings import Settings

SIZES: Final = {300: 1.0, 10_000: 5.0}
"""Words, and the seconds that a plan of them may take."""
FORECAST_MS: Final = 100.0
ROUNDS: Final = 5
QUADRANTS: Final = ("brand", "category", "competitor", "long_tail")


def lines(*, quick: bool) -> Iterator[Line]:
    """Yield a plan of each size and a forecast."""
    rounds = 1 if quick else ROUNDS
    for words, target in SIZES.items():
        history = large_history(words)
        took, bare = cpu_s(partial(planned, history), rounds), cpu_s(partial(every_cell, words), 1)
        yield Line(f"bidding: plan of {words:,} words × 168 × 31 (CPU)", took, "s", target=target)
        yield Line(f"bidding: plan of {words:,} words, beside its bare cells", took, "s", "every cell once", bare)
    history = large_history(300)
    model, proposal = planned(history)
    now = today(history)
    settings = Settings(MARGIN)
    ground = prepare(model, history, reference=now, elasticity=elasticity_of(history))
    took = cpu_s(partial(foresee, ground, settings, now=now, new=proposal.levers), rounds)
    yield Line("bidding: a forecast, as a slider asks for it (CPU)", 1000 * took, "ms", target=FORECAST_MS)


def large_history(words: int, *, seed: int = 1) -> History:
    """Return four weeks of a large plan: clicks with a long tail, the same sums in every table."""
    dice = np.random.default_rng(seed)
    clicks = dice.poisson(20 * dice.pareto(1.2, words) + 0.2)
    rate = 0.02 * dice.lognormal(0, 0.6, words)
    orders = dice.binomial(clicks, np.minimum(rate, 0.5))
    cells = _cells([f"unit\tword {number}\texact" for number in range(words)], clicks, orders, dice)
    quadrants = tuple(QUADRANTS[place] for place in dice.integers(0, 4, words))
    return History(
        words=Words(cells, quadrants, dice.integers(50, 400, words).astype(float)),
        hours=_split([str(slot) for slot in range(HOURS)], clicks, orders, dice),
        regions=_split(list(PROVINCES), clicks, orders, dice),
        audiences=None,
        weeks=4.0,
    )


def planned(history: History) -> tuple[ValueModel, Proposal]:
    """Return values and the plan from them, as a study makes them."""
    model = estimate(history)
    settings, profile = Settings(MARGIN, unlocked=True), profile_of("google_ads")
    return model, propose(model, history, settings, profile, now=today(history), is_smart=False, slots_per_hour=1)


def every_cell(words: int) -> float:
    """Return the sum of the bids of all cells, made one word after the other: the bare table that a plan stands for."""
    hours, regions = np.linspace(0.5, 1.5, HOURS), np.linspace(0.7, 1.3, len(PROVINCES))
    return sum(float((bid * hours[:, None] * regions).sum()) for bid in np.linspace(50, 400, words))


def cpu_s(work: Callable[[], object], rounds: int) -> float:
    """Return the median CPU seconds of a call, the first one apart."""
    work()
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return max(statistics.median(taken), 1e-6)


def _split(names: list[str], clicks: np.ndarray, orders: np.ndarray, dice: np.random.Generator) -> Cells:  # type: ignore[type-arg]
    share = dice.dirichlet(np.full(len(names), 6.0))
    return _cells(names, dice.multinomial(clicks.sum(), share), dice.multinomial(orders.sum(), share), dice)


def _cells(names: list[str], clicks: np.ndarray, orders: np.ndarray, dice: np.random.Generator) -> Cells:  # type: ignore[type-arg]
    return Cells(
        tuple(names),
        clicks * 20.0,
        clicks.astype(float),
        clicks * 150.0,
        orders.astype(float),
        orders * 15_000.0,
        dice.poisson(3.0 * orders + 0.02 * clicks).astype(float),
    )
