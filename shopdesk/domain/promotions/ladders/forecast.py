"""One ladder told in full: what it should bring against no ladder, from where, and how surely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.behaviour import after, further_orders, moves
from shopdesk.domain.promotions.ladders.draws import MOST, Floats, Prior
from shopdesk.domain.promotions.ladders.ground import Ground
from shopdesk.domain.promotions.ladders.outcome import Outcome, Parts, outcome, unchanged, without_noise
from shopdesk.domain.promotions.ladders.record import (
    Figure,
    Ladder,
    LadderForecast,
    Movement,
    Objective,
    Sources,
)
from shopdesk.domain.promotions.ladders.terms import Wish

INTERVAL: Final = 0.8
_DIGITS: Final = 6
"""What lies behind is noise of the computation, which must not make a zero negative."""
_MOVES_STILL: Final = 0.02
"""Chance of topping up below which a value doesn't count as "moves"."""
_BREAK_EVEN_POINTS: Final = 20


def forecast(ladder: Ladder, ground: Ground, wish: Wish, *, edges: Sequence[int] = ()) -> LadderForecast:
    """Return what the ladder should bring; ``edges`` are the left edges of the histogram shown (fen, the last open)."""
    return told(ladder, ground, wish, ground.weigh(ladder), ground.without(), edges=edges)


def told(
    ladder: Ladder, ground: Ground, wish: Wish, new: Outcome, base: Outcome, *, edges: Sequence[int] = ()
) -> LadderForecast:
    """Return the forecast of outcomes already weighed."""
    profit_change = None if new.profit is None or base.profit is None else new.profit - base.profit
    has_orders = ground.intents.orders > 0
    aim = gain(wish.objective, new, base)
    return LadderForecast(
        ladder=ladder,
        orders=figure(new.orders),
        revenue=figure(new.revenue),
        discount=figure(new.discount),
        profit=None if new.profit is None else figure(new.profit),
        order_value=figure(new.order_value),
        change_orders=figure(new.orders - base.orders),
        change_revenue=figure(new.revenue - base.revenue),
        change_profit=None if profit_change is None else figure(profit_change),
        change_order_value=figure(new.order_value - base.order_value),
        margin_rate=None if new.margin_rate is None or not has_orders else figure(new.margin_rate),
        floor_chance=floor_chance(new, wish) if has_orders else None,
        better_chance=None if aim is None or not has_orders or not ladder else float((aim > 0).mean()),
        sources=None if new.parts is None else _sources(new.parts, profit_change),
        break_even_top_up=_break_even(ladder, ground) if ladder and has_orders else None,
        moved=_movements(ladder, ground, new) if has_orders else (),
        bins_after=_bins_after(ladder, ground, edges) if len(edges) else (),
    )


def figure(values: Floats, interval: float = INTERVAL) -> Figure:
    """Return median and interval of drawn values."""
    low, median, high = np.quantile(values, [0.5 - interval / 2, 0.5, 0.5 + interval / 2])
    return Figure(*(round(float(value), _DIGITS) + 0.0 for value in (median, low, high)))


def gain(objective: Objective, new: Outcome, base: Outcome) -> Floats | None:
    """Return by draw what the ladder adds to the objective, None where the margin is needed and unknown.

    What is only noise of the computation counts as nothing: a step that nobody reaches must not beat "none".
    """
    if objective is Objective.REVENUE:
        return without_noise(new.revenue - base.revenue, base.revenue)
    if objective is Objective.ORDER_VALUE:
        return without_noise(new.order_value - base.order_value, base.order_value)
    if new.profit is None or base.profit is None:
        return None
    return without_noise(new.profit - base.profit, base.revenue)


def keeps_floor(new: Outcome, wish: Wish) -> npt.NDArray[np.bool_]:
    """Return by draw whether the margin keeps its floor; always where there is none or the margin is unknown."""
    rate = new.margin_rate
    if wish.margin_floor is None or rate is None:
        return np.ones(len(new.orders), dtype=bool)
    return np.asarray(rate >= wish.margin_floor - 1e-12)


def floor_chance(new: Outcome, wish: Wish) -> float | None:
    """Return the chance that the margin keeps its floor, None without floor or margin."""
    if wish.margin_floor is None or new.profit is None:
        return None
    return float(keeps_floor(new, wish).mean())


def chances(ladders: Sequence[Ladder], ground: Ground, wish: Wish) -> Mapping[Ladder, float]:
    """Return how likely each of some candidates, and "none" (), is the best by the objective within the floor.

    Empty where the margin is unknown and the objective needs it.
    """
    base = ground.without()
    gains: dict[Ladder, Floats] = {(): np.zeros(len(base.orders))}
    for ladder in ladders:
        new = ground.weigh(ladder, with_parts=False)
        aim = gain(wish.objective, new, base)
        if aim is None:
            return {}
        gains[ladder] = np.where(keeps_floor(new, wish), aim, -np.inf)
    return shares_of_best(gains)


def shares_of_best(gains: Mapping[Ladder, Floats]) -> Mapping[Ladder, float]:
    """Return the share of draws in which each is best; of equals the first counts."""
    best = np.argmax(np.stack(list(gains.values())), axis=0)
    counts = np.bincount(best, minlength=len(gains)) / max(1, len(best))
    return dict(zip(gains, counts.tolist(), strict=True))


def _sources(parts: Parts, change: Floats | None) -> Sources:
    """Return means of the sources over the middle of the draws, so that they sum to about the median change."""
    if change is None or not len(change):
        return Sources(0.0, 0.0, 0.0, 0.0, 0.0)
    low, high = np.quantile(change, [0.3, 0.7])
    middle = (change >= low) & (change <= high)
    return Sources(
        *(
            float(values[middle].mean())
            for values in (parts.windfall, parts.top_up, parts.trade_down, parts.returns, parts.lift)
        )
    )


def _break_even(ladder: Ladder, ground: Ground) -> float | None:
    """Return the p0 of the belief's own form from which the ladder pays, all else as believed."""
    if ground.terms.margin is None:
        return None
    prior = Prior(replace(ground.belief, lift=0.0))
    points = _BREAK_EVEN_POINTS
    top_up = np.linspace(0.0, MOST, points)
    draws = replace(prior.middle(points), top_up=top_up, lift=np.full(points, ground.belief.lift))
    cells = ground.intents.cells([minimum for minimum, _ in ladder])
    weights = np.broadcast_to(cells.orders, (points, len(cells.orders)))
    new = outcome(draws, cells, weights, ladder, ground.terms, add_on_margin=ground.belief.add_on_margin)
    base = unchanged(cells, weights, ground.terms)
    if new.profit is None or base.profit is None:
        return None
    change = new.profit - base.profit
    paying = np.flatnonzero(change >= 0)
    if not len(paying):
        return None
    at = int(paying[0])
    if at == 0:
        return 0.0
    share = -change[at - 1] / (change[at] - change[at - 1])
    return float(top_up[at - 1] + share * (top_up[at] - top_up[at - 1]))


def _movements(ladder: Ladder, ground: Ground, new: Outcome) -> tuple[Movement, ...]:
    if not ladder:
        return ()
    cells = ground.intents.cells([minimum for minimum, _ in ladder])
    up = moves(ground.draws, cells.value, ladder).up.mean(axis=1)
    result = []
    for place, (minimum, _) in enumerate(ladder):
        still = np.flatnonzero(up[place] >= _MOVES_STILL)
        nearest = int(cells.value[still[0]]) if len(still) else minimum
        result.append(Movement(minimum, figure(new.moved[place]), nearest))
    return tuple(result)


def _bins_after(ladder: Ladder, ground: Ground, edges: Sequence[int]) -> tuple[float, ...]:
    own = np.append(np.asarray(edges, dtype=np.float64), np.inf)
    cells = ground.intents.cells([*(minimum for minimum, _ in ladder), *edges])
    if not len(cells.value):
        return tuple(0.0 for _ in edges)
    place = np.clip(np.searchsorted(own, cells.value, side="right") - 1, 0, len(edges) - 1)
    if not ladder:
        return tuple(np.bincount(place, weights=cells.orders, minlength=len(edges)).tolist())
    draws = ground.draws
    moved = moves(draws, cells.value, ladder)
    orders = cells.orders * (1.0 + further_orders(draws, moved, cells.value, cells.orders))
    return tuple(after(draws, moved, orders, place, own).mean(axis=0).tolist())
