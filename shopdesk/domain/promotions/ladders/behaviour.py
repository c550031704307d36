"""How orders move when a ladder is announced, for many draws and all values at once.

An order below a step tops up to it with a chance that falls with the gap (forms in ``draws``) and lands a little or far
beyond it; of several steps within reach the likeliest one is taken. An order up to 15 % above a step, and not at the
next one, may fall back to it.
Method: behaviour layer of the promotion study, with response forms beside its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.draws import MOST, USUAL_RELIEF, Draws, Floats
from shopdesk.domain.promotions.ladders.record import Ladder

DOWN_WINDOW: Final = 0.15


@dataclass(frozen=True, slots=True)
class Moves:
    """Chances by step, draw and cell (steps × draws × cells): ``up`` to a step, ``down`` to it.

    ``off`` is what a cell gets where it stays (cells), ``landing`` the mean value after topping up (steps × draws),
    ``steps`` and ``offs`` are the ladder; fen.
    """

    stay: Floats  # draws × cells
    up: Floats
    down: Floats
    off: Floats
    landing: Floats
    steps: Floats
    offs: Floats


def moves(draws: Draws, value: Floats, ladder: Ladder) -> Moves:
    """Return how orders of ascending ``value`` (fen) answer the ladder."""
    steps = np.array([minimum for minimum, _ in ladder], dtype=np.float64)
    offs = np.array([off for _, off in ladder], dtype=np.float64)
    met = np.searchsorted(steps, value, side="right")
    off = np.concatenate([[0.0], offs])[met]
    shape = (len(steps), draws.count, len(value))
    up, down = np.zeros(shape), np.zeros(shape)
    for place, (step, gives) in enumerate(zip(steps, offs, strict=True)):
        below = int(np.searchsorted(value, step, side="left"))
        up[place, :, :below] = _chance(draws, value[:below], step - value[:below], gives - off[:below])
        close = (met == place + 1) & (value > step) & (value <= (1 + DOWN_WINDOW) * step)
        down[place][:, close] = draws.trade_down[:, None]
    if len(steps) > 1:
        likeliest = up.max(axis=0)
        first = np.argmax(up, axis=0)
        up = np.where(np.arange(len(steps))[:, None, None] == first[None], likeliest[None], 0.0)
    stay = 1.0 - up.sum(axis=0)
    down *= stay[None]
    stay -= down.sum(axis=0)
    return Moves(stay, up, down, off, steps[:, None] * (1.0 + draws.mean_overshoot)[None, :], steps, offs)


def _chance(draws: Draws, value: Floats, gap: Floats, further: Floats) -> Floats:
    """Return the chance of topping up (draws × cells); no further discount, no reason to."""
    chance = np.empty((draws.count, len(value)))
    further = np.maximum(further, 1e-9)
    for form, rows in draws.blocks():
        chance[rows] = (_by_discount, _logistic, _by_share)[form](draws, rows, value, gap, further)
    chance[:, further <= 1e-9] = 0.0
    return np.minimum(MOST, chance, out=chance)


def _by_discount(draws: Draws, rows: slice, value: Floats, gap: Floats, further: Floats) -> Floats:
    chance: Floats = draws.top_up[rows, None] * np.exp(-(gap / further)[None] / draws.tau[rows, None])
    far = gap[None] > draws.reach_share[rows, None] * value[None] + draws.reach[rows, None]
    chance[far] = 0.0
    return chance


def _logistic(draws: Draws, rows: slice, value: Floats, gap: Floats, further: Floats) -> Floats:
    middle, width = draws.middle[rows, None], draws.width[rows, None]
    at_none = 1.0 + np.exp(-middle / width)
    falling = at_none / (1.0 + np.exp(np.minimum(((gap / value)[None] - middle) / width, 50.0)))
    chance: Floats = draws.top_up[rows, None] * falling * _felt(draws, rows, value, further)
    return chance


def _by_share(draws: Draws, rows: slice, value: Floats, gap: Floats, further: Floats) -> Floats:
    falling = np.exp(-(gap / value)[None] / draws.middle[rows, None])
    chance: Floats = draws.top_up[rows, None] * falling * _felt(draws, rows, value, further)
    return chance


def _felt(draws: Draws, rows: slice, value: Floats, further: Floats) -> Floats:
    felt: Floats = np.exp(draws.feel[rows, None] * np.log(further / value / USUAL_RELIEF)[None])
    return felt


def relief(moved: Moves, value: Floats) -> Floats:
    """Return the expected discount as a share of the order (draws × cells)."""
    share = moved.stay * (moved.off / value)[None]
    for place in range(len(moved.steps)):
        share += moved.up[place] * (moved.offs[place] / moved.landing[place])[:, None]
        share += moved.down[place] * (moved.offs[place] / moved.steps[place])
    return share


def further_orders(draws: Draws, moved: Moves, value: Floats, orders: Floats) -> Floats:
    """Return the further orders that the relief brings, as a share of each cell's (draws × cells).

    ``orders`` are draws × cells or cells.
    """
    if not draws.lift.any():
        return np.zeros((draws.count, len(value)))
    own = relief(moved, value)
    mean = (own * orders).sum(axis=1) / np.maximum(np.broadcast_to(orders, own.shape).sum(axis=1), 1e-9)
    share: Floats = draws.own[:, None] * own + ((1.0 - draws.own) * mean)[:, None]
    share *= draws.lift[:, None]
    return share


def after(draws: Draws, moved: Moves, orders: Floats, place: npt.NDArray[np.intp], edges: Floats) -> Floats:
    """Return the expected orders between ``edges`` (draws × cells between them) once the ladder runs.

    ``orders`` (draws × cells or cells) count what comes, with further orders; ``place`` is the cell between the edges
    where each cell's own value lies. What goes beyond the last edge counts in the last cell.
    """
    cells = len(edges) - 1
    staying = moved.stay * orders
    result = np.zeros((draws.count, cells))
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    result[:, place[starts]] = np.add.reduceat(staying, starts, axis=1)
    for step, (up, down) in enumerate(zip(moved.up, moved.down, strict=True)):
        minimum = moved.steps[step]
        tail = _landing_beyond(draws, minimum, np.maximum(edges[:-1] - minimum, 0.0))
        share = tail - np.concatenate([tail[:, 1:], np.zeros((draws.count, 1))], axis=1)
        result += (up * orders).sum(axis=1)[:, None] * share
        at = min(cells - 1, int(np.searchsorted(edges, minimum, side="right")) - 1)
        result[:, at] += (down * orders).sum(axis=1)
    return result


def _landing_beyond(draws: Draws, minimum: float, beyond: Floats) -> Floats:
    """Return the share of those who top up to a step that lands so far beyond it or farther (draws × distances)."""

    def share(overshoot: Floats) -> Floats:
        tail: Floats = np.exp(-beyond[None] / np.maximum(minimum * overshoot, 1.0)[:, None])
        return tail

    return (1.0 - draws.far)[:, None] * share(draws.overshoot) + draws.far[:, None] * share(draws.far_overshoot)
