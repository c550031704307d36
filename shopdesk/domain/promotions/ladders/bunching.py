"""Orders as they would have come without the ladder that ran while they came: the bunching at its steps is taken out.

As in studies of bunching at notches, orders just above a step are too many and orders below it too few against a smooth
course. How many topped up is the one thing sought: for each strength of topping up, the orders are moved back as the
belief's form says, and the strength whose result is smoothest speaks most. Strengths stay a distribution, so that
the forecasts carry this doubt. Further orders that the old ladder brought can't be told and stay in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from shopdesk.domain.promotions.ladders.behaviour import after, moves
from shopdesk.domain.promotions.ladders.draws import Floats, Prior
from shopdesk.domain.promotions.ladders.intents import Cells, Intents
from shopdesk.domain.promotions.ladders.record import Belief, Ladder

_STRENGTHS: Final = np.repeat(np.linspace(0.0, 0.9, 19), 3)
_WIDTHS: Final = np.tile([0.6, 1.0, 1.7], 19)
"""Factors on τ and reach: from how far below a step orders move."""
_AROUND: Final = 0.6
"""The course is judged within so much of the steps, as a share of them."""
_DEGREE: Final = 3
_BELIEVED_SPREAD: Final = 0.25


@dataclass(frozen=True, slots=True)
class Unbunched:
    """The intents without the ladder, and the chance of topping up at no gap that their course tells."""

    intents: Intents
    top_up: float


def without_ladder(seen: Intents, ladder: Ladder, belief: Belief, *, seed: int = 1) -> Unbunched:
    """Return what the orders would be without ``ladder``; unchanged where there are none."""
    cells = seen.cells([minimum for minimum, _ in ladder])
    if not len(cells.value):
        return Unbunched(seen, belief.top_up)
    moved_back = _moved_back(cells, ladder, belief)
    chance = _chances(moved_back, cells, ladder, belief)
    dice = np.random.default_rng(seed)
    drawn = dice.choice(len(_STRENGTHS), size=len(seen.ratios), p=chance)
    mean = chance @ moved_back
    factors = mean / cells.orders
    by_order = factors[np.searchsorted(_starts(seen, cells), np.arange(len(seen.values)), side="right") - 1]
    weights = np.diff(seen.running_orders) * by_order
    coarse = len(seen.edges) - 1
    total = _by_coarse(mean[None], cells, coarse)
    own = _by_coarse(moved_back[drawn], cells, coarse)
    intents = replace(
        seen,
        running_orders=np.concatenate([[0.0], np.cumsum(weights)]),
        running_value=np.concatenate([[0.0], np.cumsum(weights * seen.values)]),
        ratios=seen.ratios * np.where(total > 0, own / np.maximum(total, 1e-9), 1.0),
    )
    return Unbunched(intents, float(chance @ _STRENGTHS))


def _starts(seen: Intents, cells: Cells) -> Floats:
    """Return the position of the first order of each cell."""
    return np.searchsorted(seen.running_orders[1:], np.cumsum(cells.orders) - cells.orders, side="right").astype(float)


def _moved_back(cells: Cells, ladder: Ladder, belief: Belief) -> Floats:
    """Return the orders of each cell without the ladder (strengths × cells)."""
    count = len(_STRENGTHS)
    prior = Prior(replace(belief, trade_down=0.0))
    middle = prior.middle(count)
    reach_share = middle.reach_share * np.sqrt(_WIDTHS)
    draws = replace(middle, top_up=_STRENGTHS, tau=middle.tau * _WIDTHS, reach_share=reach_share)
    moved = moves(draws, cells.value, ladder)
    before = cells.orders[None] / np.maximum(moved.stay, 0.05)
    edges = np.append(cells.start, np.inf)
    came = after(draws, moved, before, np.arange(len(cells.value)), edges) - moved.stay * before
    result: Floats = np.maximum(before - came, 0.02 * cells.orders[None])
    result *= cells.orders.sum() / result.sum(axis=1, keepdims=True)
    return result


def _chances(orders: Floats, cells: Cells, ladder: Ladder, belief: Belief) -> Floats:
    """Return how likely each strength is, by how smooth its course is around the steps."""
    steps = np.array([minimum for minimum, _ in ladder], dtype=np.float64)
    near = (cells.value >= steps[0] * (1 - _AROUND)) & (cells.value <= steps[-1] * (1 + _AROUND))
    believed = -0.5 * ((_STRENGTHS - belief.top_up) / _BELIEVED_SPREAD) ** 2
    if near.sum() <= 2 * _DEGREE:
        return _normalised(believed)
    place = np.arange(int(near.sum()), dtype=np.float64)
    powers = np.vander(2 * place / place[-1] - 1, _DEGREE + len(steps))
    roots = np.sqrt(orders[:, near])
    course = (powers @ np.linalg.lstsq(powers, roots.T, rcond=None)[0]).T
    rough = ((roots - course) ** 2).mean(axis=1)
    return _normalised(believed - 0.5 * near.sum() * rough / max(float(rough.min()), 0.25))


def _normalised(logs: Floats) -> Floats:
    chance: Floats = np.exp(logs - logs.max())
    chance /= chance.sum()
    return chance


def _by_coarse(orders: Floats, cells: Cells, count: int) -> Floats:
    result = np.zeros((len(orders), count))
    np.add.at(result.T, cells.coarse, orders.T)
    return result
