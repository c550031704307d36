"""The two boards: whole plans at equal spend, and multipliers alone with the same bids for all."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Protocol

import numpy as np
import pandas as pd

from benchmarks.bidding.auction import MARKETS, Market
from benchmarks.bidding.history import History, draw
from benchmarks.bidding.oracle import best_free, best_structured, true_values
from benchmarks.bidding.rivals import BEATEN, RIVALS
from benchmarks.bidding.scoring import BID_LIMITS, HOUR_LIMITS, REGION_LIMITS, Outcome, Plan, Scorer
from benchmarks.bidding.world import MARGIN, WEEKS, World, sized, world

LEVELS: Final = (22, 121, 473, 1960)
"""Orders in 28 days under today's bids."""
TUNING: Final = range(100, 136)
SCORING: Final = range(36)
CHECKING: Final = range(36, 72)
PROCESSES: Final = 2
OURS: Final = "EB + carts"
LOSS: Final = -0.005
"""Of profit: what counts as losing by multipliers."""
LIMITS: Final[dict[str, tuple[float, float]]] = {"hour": HOUR_LIMITS, "region": REGION_LIMITS, "bid": BID_LIMITS}


class Planner(Protocol):
    """The door of the product: marginal tables in, bids and multipliers out."""

    def __call__(
        self, history: History, *, margin: float, weeks: float, limits: dict[str, tuple[float, float]], gate: bool
    ) -> Mapping[str, Any]:
        """Return ``base`` by word, ``hour`` and ``region``."""


@dataclass(frozen=True, slots=True)
class Score:
    """One plan in one world: ``share`` of the best plan's profit, multipliers' ``gain`` in profit and ROI over none."""

    market: str
    signal: float
    orders: int
    seed: int
    method: str
    share: float
    gain: float
    roi_gain: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A market, how much hours and regions mean in it, the sizes of the shop, and whether its bids are sensible."""

    market: Market
    signal: float = 1.0
    levels: tuple[int, ...] = LEVELS
    sensible: bool = False

    @property
    def title(self) -> str:
        """What stands above its table."""
        words = ", today's bids sensible" if self.sensible else ""
        return f"{self.market.name} market, signal {self.signal:g}{words}"

    def shop(self, seed: int) -> World:
        """Return the shop of a seed."""
        return world(seed, self.market, signal=self.signal, sensible=self.sensible)


def run(settings: Iterable[Setting], seeds: Sequence[int], planner: Planner | None = None) -> list[Score]:
    """Return the scores of all methods, over at most two processes."""
    tasks = [(setting, seed) for setting in settings for seed in seeds]
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=os.nice, initargs=(10,)) as pool:
        return [score for scores in pool.map(partial(_task, planner), tasks, chunksize=2) for score in scores]


def table(scores: Iterable[Score]) -> pd.DataFrame:
    """Return the scores as rows."""
    return pd.DataFrame([{name: getattr(score, name) for name in Score.__slots__} for score in scores])


def ahead(scores: pd.DataFrame) -> Iterator[str]:
    """Yield where the mean of a method that must be beaten is above ours."""
    means = scores.groupby(["orders", "method"])[["share", "gain"]].mean()
    for orders in scores["orders"].unique():
        for board in ("share", "gain"):
            ours = float(means.loc[(orders, OURS), board])
            for rival in BEATEN:
                theirs = float(means.loc[(orders, rival), board])
                if theirs > ours:
                    yield f"AHEAD of ours at {orders} orders, {board}: {rival} ({theirs:.3f} against {ours:.3f})"


def scores_of(setting: Setting, seed: int, planner: Planner | None = None) -> list[Score]:
    """Return the scores of every method in one seed's shop at each size."""
    shop = sized(setting.shop(seed), 100.0)
    scorer = Scorer(shop)
    best = best_structured(scorer)[1]
    found = []
    for orders in setting.levels:
        dice = np.random.default_rng((seed, orders, MARKETS.index(setting.market), round(setting.signal * 10)))
        history = draw(sized(shop, orders), dice)
        plans = methods(history, planner or the_planner())
        plans |= truths(shop)
        base = plans[OURS].base
        plain = scorer.score(Plan(base, scorer.today.hours, scorer.today.regions))
        for name, plan in plans.items():
            whole, alone = scorer.score(plan), scorer.score(replace(plan, base=base))
            found.append(_score(setting, orders, seed, name, whole.profit / best.profit, alone, plain))
        free = best_free(scorer).profit / best.profit
        found.append(_score(setting, orders, seed, "best bid in each cell", free, plain, plain))
    return found


def methods(history: History, planner: Planner) -> dict[str, Plan]:
    """Return the plan of every method that sees only the reports."""
    plans = {name: rival(history) for name, rival in RIVALS.items()}
    uncarted = {name: frame.assign(carts=np.nan) for name, frame in history.items()}
    ours = asked(planner, history, gate=True)
    plans |= {
        "EB words only": replace(ours, hours=np.ones_like(ours.hours), regions=np.ones_like(ours.regions)),
        "EB without carts": asked(planner, uncarted, gate=True),
        "EB + carts, no gate": asked(planner, history, gate=False),
        OURS: ours,
    }
    return plans


def truths(shop: World) -> dict[str, Plan]:
    """Return the plans of someone who knows the true values."""
    true = true_values(shop)
    alone = replace(true, hours=np.ones_like(true.hours), regions=np.ones_like(true.regions))
    return {"true words, no multipliers": alone, "true values": true}


def asked(planner: Planner, history: History, *, gate: bool) -> Plan:
    """Return the product's plan for these reports."""
    answer = planner(
        {name: frame.copy() for name, frame in history.items()},
        margin=MARGIN,
        weeks=WEEKS,
        limits=dict(LIMITS),
        gate=gate,
    )
    return Plan(*(np.asarray(answer[name], dtype=float) for name in ("base", "hour", "region")))


def the_planner() -> Planner:
    """Return the door of the product, imported late: it stands among the tests."""
    from tests.referee.bidding import plan

    return plan


def _task(planner: Planner | None, task: tuple[Setting, int]) -> list[Score]:
    return scores_of(*task, planner)


def _score(setting: Setting, orders: int, seed: int, name: str, share: float, alone: Outcome, plain: Outcome) -> Score:
    gain, roi = alone.profit / plain.profit - 1, alone.roi / plain.roi - 1
    return Score(setting.market.name, setting.signal, orders, seed, name, share, gain, roi)
