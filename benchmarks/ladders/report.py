"""The table of all kinds of shops, and the figures that have a target."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from benchmarks.ladders.shops import Response, Setting, shop
from benchmarks.ladders.trial import fen, ground_of, run
from benchmarks.measuring import Line
from shopdesk.domain.promotions.ladders.choice import choose
from shopdesk.domain.promotions.ladders.forecast import forecast
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.domain.promotions.ladders.terms import Wish

LOSS: Final = 0.005
_SPEED_SEED: Final = 50


@dataclass(frozen=True, slots=True)
class Part:
    """Shops of one kind, their seeds, and what they must reach: share of the oracle's gain of revenue, coverage."""

    setting: Setting
    seeds: range
    share: float | None = None
    held: float | None = None


FRESH: Final = Part(Setting("first form"), range(100, 124), share=0.65, held=0.85)
OTHER: Final = Part(Setting("second form", Response.SHARE), range(200, 224), share=0.60, held=0.75)
SMALL: Final = Part(Setting("small shops, 3,000 + 800", baseline=3_000, campaign=800), range(300, 324), held=0.85)
UNTUNED: Final = Part(Setting("third form, not in the planner", Response.SHELF), range(400, 424), held=0.75)
TINY: Final = Part(Setting("tiny shops, 300 + 100", baseline=300, campaign=100), range(500, 512))
NOBODY: Final = Part(Setting("nobody tops up, no order more", no_top_up=True, no_lift=True), range(660, 672))
OTHERS: Final = (
    TINY,
    Part(Setting("traffic unknown", known_traffic=False), range(600, 612)),
    Part(Setting("season moves values by up to 8 %", season=0.08), range(620, 632)),
    Part(Setting("baseline under an old ladder", old_ladder=True), range(640, 652)),
    NOBODY,
    Part(Setting("nobody tops up, more orders", no_top_up=True), range(680, 692)),
    Part(Setting("no campaign to learn from", has_campaign=False), range(700, 712)),
    Part(Setting("by the gap in yuan", Response.YUAN), range(1000, 1012)),
    Part(Setting("exactly one good is added", Response.ONE_GOOD), range(1100, 1112)),
    Part(Setting("a missed discount is a loss", Response.LOSS), range(1200, 1212)),
)
TARGETED: Final = (FRESH, OTHER, SMALL, UNTUNED)


def lines(*, quick: bool) -> Iterator[Line]:
    """Yield what has a target: gains, floors, losses, coverage, "none" where nobody moves, and speed."""
    yield from speed()
    for part in TARGETED[:2] if quick else TARGETED:
        yield from _lines(part, run(part.setting, part.seeds[:6] if quick else part.seeds))
    none = run(NOBODY.setting, NOBODY.seeds[:4] if quick else NOBODY.seeds)
    share = 100 * float(none["profit_none"].mean())
    yield Line("ladders: none by profit where nobody moves", share, "%", target=100, reverse=True)


def _lines(part: Part, rows: pd.DataFrame) -> Iterator[Line]:
    name = f"ladders, {part.setting.title}:"
    gained = float(rows["revenue"].sum() / rows["revenue_best"].sum())
    yield Line(f"{name} share of the oracle's gain of revenue", gained, "share", target=part.share, reverse=True)
    yield Line(f"{name} shops whose floor is broken", 100 * float(rows["floor_broken"].mean()), "%", target=5)
    losing = 100 * float((rows["profit"] < -LOSS).mean())
    yield Line(f"{name} shops that lose > 0.5 % of profit", losing, "%", target=5)
    held = float(rows["held_90"].mean())
    yield Line(f"{name} 90 % intervals hold", held, "share", target=part.held, reverse=True)
    better = 100 * (1 - float(rows["error"].mean() / rows["replay_error"].mean()))
    yield Line(f"{name} error below a replay's", better, "%", target=40, reverse=True)


def speed() -> Iterator[Line]:
    """Yield processor time on 12,000 + 4,000 orders: learning, searching up to three steps, one forecast."""
    own = shop(Setting("speed"), _SPEED_SEED)
    ground = ground_of(own)
    ladder, edges = fen(((79, 5), (129, 10), (199, 20))), range(0, 30_000, 1_000)
    search = Wish(Objective.REVENUE, margin_floor=0.25)
    yield Line("ladders: learn from a campaign", _processor_s(lambda: ground_of(own)), "s", target=2)
    yield Line("ladders: search, three steps", _processor_s(lambda: choose(ground, search)), "s", target=10)
    one = min(_processor_s(lambda: forecast(ladder, ground, Wish(), edges=edges)) for _ in range(20))
    yield Line("ladders: forecast of one with its histogram", 1000 * one, "ms", target=16)


def _processor_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def whole_table() -> Iterator[str]:
    """Yield a row for each kind of shop."""
    for part in (*TARGETED, *OTHERS):
        yield row(part, run(part.setting, part.seeds))


def row(part: Part, rows: pd.DataFrame) -> str:
    """Return one row of the table."""
    best = rows["revenue_best"].sum()
    share = f"{rows['revenue'].sum() / best:5.2f}" if best > 1e-6 else "    –"
    return (
        f"{part.setting.title:34} {part.seeds.start}–{part.seeds.stop - 1}  "
        f"B share {share}  revenue {rows['revenue'].mean():+.2%} of {rows['revenue_best'].mean():+.2%}, "
        f"profit {rows['revenue_profit'].mean():+.2%}, none {rows['revenue_none'].mean():.0%}, "
        f"floor broken {rows['floor_broken'].mean():.0%} | A profit {rows['profit'].mean():+.3%} of "
        f"{rows['profit_best'].mean():+.3%}, none {rows['profit_none'].mean():.0%}, "
        f"loses {(rows['profit'] < 0).mean():.0%}, > 0.5 % {(rows['profit'] < -LOSS).mean():.0%} | "
        f"held 80 %: {rows['held_80'].mean():.2f}, 90 %: {rows['held_90'].mean():.2f}, "
        f"revenue {rows['revenue_held_90'].mean():.2f}, chosen {rows['chosen_held_90'].mean():.2f}, "
        f"width {rows['width_90'].median():.2%} of revenue | "
        f"error {rows['error'].mean():.2f}, of a replay {rows['replay_error'].mean():.2f}"
    )
