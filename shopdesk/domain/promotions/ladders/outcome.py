"""What a ladder brings and costs, draw by draw, and where its change of profit comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.promotions.ladders.behaviour import Moves, further_orders, moves
from shopdesk.domain.promotions.ladders.draws import Draws, Floats
from shopdesk.domain.promotions.ladders.intents import Cells
from shopdesk.domain.promotions.ladders.record import Ladder
from shopdesk.domain.promotions.ladders.terms import Terms

_NOISE: Final = 1e-11
"""Of a sum: what changes less has not changed."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Change of profit by source, one entry a draw, fen; they sum to the whole change."""

    windfall: Floats
    top_up: Floats
    trade_down: Floats
    returns: Floats
    lift: Floats


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sums over the period, one entry a draw: ``orders``, money in fen; ``profit`` and ``parts`` None without margin.

    ``moved`` are orders that top up to each step (steps × draws).
    """

    orders: Floats
    revenue: Floats
    discount: Floats
    profit: Floats | None
    parts: Parts | None
    moved: Floats

    @property
    def order_value(self) -> Floats:
        """客单价 in fen, 0 without orders."""
        result: Floats = self.revenue / np.maximum(self.orders, 1e-9)
        return result

    @property
    def margin_rate(self) -> Floats | None:
        """Profit as a share of what customers pay."""
        return None if self.profit is None else self.profit / np.maximum(self.revenue, 1e-9)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of one set of orders (draws, or steps × draws): who stays, tops up and falls back."""

    orders: Floats
    stay_value: Floats
    stay_off: Floats
    up: Floats
    up_value: Floats
    up_off: Floats  # what those who top up would have got where they were
    down: Floats
    down_value: Floats


def without_noise(change: Floats, whole: Floats) -> Floats:
    """Return changes by draw, 0 where they are only the computation's noise beside the ``whole`` that changes."""
    return np.where(np.abs(change) <= _NOISE * np.abs(whole), 0.0, change)


def unchanged(cells: Cells, weights: Floats, terms: Terms) -> Outcome:
    """Return what the orders bring without a ladder; ``weights`` are orders (draws × cells)."""
    orders, value = weights.sum(axis=1), weights @ cells.value
    profit = None
    if terms.margin is not None:
        profit = (terms.margin - terms.fee) * value - terms.shipping * orders
    nothing = np.zeros_like(orders)
    parts = None if profit is None else Parts(nothing, nothing, nothing, nothing, nothing)
    return Outcome(orders, value, nothing, profit, parts, np.zeros((0, len(orders))))


def outcome(
    draws: Draws,
    cells: Cells,
    weights: Floats,
    ladder: Ladder,
    terms: Terms,
    *,
    add_on_margin: float | None,
    with_parts: bool = True,
) -> Outcome:
    """Return what the orders bring under a ladder; ``add_on_margin`` None takes the shop's own margin."""
    if not ladder:
        return unchanged(cells, weights, terms)
    moved = moves(draws, cells.value, ladder)
    came = weights * further_orders(draws, moved, cells.value, weights)
    sums = _sums(moved, cells, weights + came)
    revenue = _revenue(draws, moved, sums)
    profit, parts = None, None
    if terms.margin is not None:
        own = (terms.margin if add_on_margin is None else add_on_margin) * draws.add_on
        profit = _profit(draws, moved, sums, revenue, terms, own)
        if with_parts:
            lifted = _sums(moved, cells, came)
            lift = _profit(draws, moved, lifted, _revenue(draws, moved, lifted), terms, own)
            parts = _parts(draws, moved, _sums(moved, cells, weights), weights @ moved.off, lift, terms, own)
    return Outcome(sums.orders, revenue, _discount(draws, moved, sums), profit, parts, sums.up)


def _sums(moved: Moves, cells: Cells, weights: Floats) -> Sums:
    stay = moved.stay * weights
    columns = np.stack([np.ones_like(cells.value), cells.value, moved.off], axis=1)
    up = (moved.up * weights[None]) @ columns
    down = (moved.down * weights[None]) @ columns[:, :2]
    staying = stay @ columns[:, 1:]
    return Sums(
        orders=weights.sum(axis=1),
        stay_value=staying[:, 0],
        stay_off=staying[:, 1],
        up=up[..., 0],
        up_value=up[..., 1],
        up_off=up[..., 2],
        down=down[..., 0],
        down_value=down[..., 1],
    )


def _revenue(draws: Draws, moved: Moves, sums: Sums) -> Floats:
    offs = moved.offs[:, None]
    kept = (1.0 - draws.returned) * (moved.landing - offs) * sums.up
    returned = draws.returned * (1.0 - offs / moved.landing) * sums.up_value
    fallen = (moved.steps - moved.offs) @ sums.down
    result: Floats = sums.stay_value - sums.stay_off + (kept + returned).sum(axis=0) + fallen
    return result


def _discount(draws: Draws, moved: Moves, sums: Sums) -> Floats:
    offs = moved.offs[:, None]
    up = (1.0 - draws.returned) * offs * sums.up + draws.returned * offs / moved.landing * sums.up_value
    result: Floats = sums.stay_off + up.sum(axis=0) + moved.offs @ sums.down
    return result


def _profit(draws: Draws, moved: Moves, sums: Sums, revenue: Floats, terms: Terms, add_on: Floats) -> Floats:
    cost = 1.0 - (terms.margin or 0.0)
    added = (1.0 - draws.returned) * (1.0 - add_on) * (moved.landing * sums.up - sums.up_value)
    goods = cost * (sums.stay_value + sums.up_value.sum(axis=0) + moved.steps @ sums.down) + added.sum(axis=0)
    result: Floats = (1.0 - terms.fee) * revenue - goods - terms.shipping * sums.orders
    return result


def _parts(draws: Draws, moved: Moves, sums: Sums, given: Floats, lift: Floats, terms: Terms, add_on: Floats) -> Parts:
    kept, cost = 1.0 - terms.fee, 1.0 - (terms.margin or 0.0)
    offs = moved.offs[:, None]
    added_cost = (1.0 - add_on) * (moved.landing * sums.up - sums.up_value)
    paid = (moved.landing - offs) * sums.up
    topped = kept * (paid - (sums.up_value - sums.up_off)) - added_cost
    back = draws.returned * (kept * ((1.0 - offs / moved.landing) * sums.up_value - paid) + added_cost)
    lost = sums.down_value - moved.steps[:, None] * sums.down
    return Parts(-kept * given, topped.sum(axis=0), -(kept - cost) * lost.sum(axis=0), back.sum(axis=0), lift)
