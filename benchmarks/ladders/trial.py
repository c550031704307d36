"""One shop put to the planner: what it chose, what that truly brought, and whether its intervals held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.ladders.oracle import best, ladders, truly
from benchmarks.ladders.shops import Setting, Shop, shop
from benchmarks.ladders.truth import Floats, Ladder, Result
from shopdesk.domain.promotions.ladders.choice import choose
from shopdesk.domain.promotions.ladders.fit import Campaign
from shopdesk.domain.promotions.ladders.forecast import figure, gain
from shopdesk.domain.promotions.ladders.ground import Ground, prepare
from shopdesk.domain.promotions.ladders.record import Belief, Objective
from shopdesk.domain.promotions.ladders.record import Ladder as FenLadder
from shopdesk.domain.promotions.ladders.terms import Terms, Wish

FEN: Final = 100
FLOOR_POINTS: Final = 0.03
OTHERS: Final = 24
"""Ladders a shop whose intervals are checked beside those of the chosen ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """One shop: changes are shares of what there is without a ladder; ``*_none`` where "none" was the answer."""

    seed: int
    revenue: float  # of the choice by revenue, and the oracle's
    revenue_best: float
    revenue_profit: float
    revenue_none: bool
    floor_broken: bool
    profit: float  # of the choice by profit, and the oracle's
    profit_best: float
    profit_none: bool
    held_80: float  # share of ladders whose change of profit lies in the interval
    held_90: float
    revenue_held_90: float
    chosen_held_90: float  # of the chosen ladders, profit and revenue; nan without one
    width_90: float  # median width of the intervals of the change of profit, as a share of revenue
    error: float  # mean absolute error of the change of profit an order, yuan
    replay_error: float  # of a replay in which nobody changes


def run(setting: Setting, seeds: Iterable[int]) -> pd.DataFrame:
    """Return one row a seed."""
    return pd.DataFrame([asdict(trial(setting, seed)) for seed in seeds])


def trial(setting: Setting, seed: int) -> Row:
    """Return what the planner did for a shop."""
    own = shop(setting, seed)
    none = truly(own, ())
    floor = none.margin_rate - FLOOR_POINTS
    best_profit, best_revenue = best(own, floor)
    ground = ground_of(own, has_campaign=setting.has_campaign)
    by_revenue = choose(ground, Wish(Objective.REVENUE, margin_floor=floor, most_tiers=2)).best
    by_profit = choose(ground, Wish(Objective.PROFIT, most_tiers=2)).best
    chosen = [_yuan(found.ladder) if found else () for found in (by_revenue, by_profit)]
    came = [truly(own, ladder) for ladder in chosen]
    checked = _checked(own, ground, none, seed)
    own_checks = [_check(own, ground, none, ladder) for ladder in chosen if ladder]
    return Row(
        seed=seed,
        revenue=came[0].revenue / none.revenue - 1,
        revenue_best=best_revenue[1].revenue / none.revenue - 1,
        revenue_profit=came[0].profit / none.profit - 1,
        revenue_none=by_revenue is None,
        floor_broken=came[0].margin_rate < floor - 1e-9,
        profit=came[1].profit / none.profit - 1,
        profit_best=best_profit[1].profit / none.profit - 1,
        profit_none=by_profit is None,
        held_80=float(checked[:, 0].mean()),
        held_90=float(checked[:, 1].mean()),
        revenue_held_90=float(checked[:, 2].mean()),
        chosen_held_90=float(np.mean([row[1:3].mean() for row in own_checks])) if own_checks else np.nan,
        width_90=float(np.median(checked[:, 5])) / none.revenue,
        error=float(checked[:, 3].mean()),
        replay_error=float(checked[:, 4].mean()),
    )


def ground_of(own: Shop, *, has_campaign: bool = True) -> Ground:
    """Return what the planner makes of what is seen of a shop."""
    economics = own.economics
    campaign = Campaign(np.round(own.campaign * FEN), fen(own.campaign_ladder), own.traffic)
    return prepare(
        np.round(own.baseline * FEN),
        Terms(economics.margin, economics.fee, round(economics.shipping * FEN)),
        Belief(),
        old_ladder=fen(own.old_ladder),
        campaign=campaign if has_campaign else None,
    )


def fen(ladder: Ladder) -> FenLadder:
    """Return a ladder of yuan in fen."""
    return tuple((round(step * FEN), round(off * FEN)) for step, off in ladder)


def _yuan(ladder: FenLadder) -> Ladder:
    return tuple((step / FEN, off / FEN) for step, off in ladder)


def _checked(own: Shop, ground: Ground, none: Result, seed: int) -> Floats:
    known = [ladder for ladder in ladders(own.customers) if ladder]
    places = np.random.default_rng(seed).choice(len(known), OTHERS, replace=False)
    return np.array([_check(own, ground, none, known[place]) for place in places])


def _check(own: Shop, ground: Ground, none: Result, ladder: Ladder) -> Floats:
    """Return whether intervals of profit (80, 90 %) and revenue (90 %) hold, the errors of median and replay,
    and the width of the 90 % interval of profit (yuan an order).
    """
    real = truly(own, ladder)
    base, new = ground.without(), ground.weigh(fen(ladder), with_parts=False)
    each = FEN * ground.intents.orders
    profit, revenue = gain(Objective.PROFIT, new, base), gain(Objective.REVENUE, new, base)
    assert profit is not None
    assert revenue is not None
    change, change_revenue = (real.profit - none.profit) * each, (real.revenue - none.revenue) * each
    spans = [figure(profit, 0.8), figure(profit, 0.9), figure(revenue, 0.9)]
    truths = (change, change, change_revenue)
    held = [span.low <= truth <= span.high for span, truth in zip(spans, truths, strict=True)]
    windfall = -sum(
        float(((own.customers >= step) & (own.customers < next_step)).mean()) * off
        for (step, off), next_step in zip(ladder, [*(step for step, _ in ladder[1:]), np.inf], strict=True)
    ) * (1 - own.economics.fee)
    errors = [abs(spans[0].median / each - change / each), abs(windfall - change / each)]
    return np.array([*held, *errors, (spans[1].high - spans[1].low) / each], dtype=float)
