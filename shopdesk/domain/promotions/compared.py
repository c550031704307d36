"""A candidate against going without it: what exact replay says of the orders there were, and the forecast of the rest.

Replay prices the same orders to the fen beside all other offers in use; the forecast knows how customers move, but of
one ladder alone. So the forecast's own discount on orders that were there anyway is replaced by that of the replay, in
every draw, and figures, intervals and chances come from the same draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.outcome import without_noise
from shopdesk.domain.promotions.ladders.record import Figure, Ladder, Objective, Sources

if TYPE_CHECKING:
    from shopdesk.domain.promotions.ladders.outcome import Outcome, Parts
    from shopdesk.domain.promotions.ladders.terms import Terms, Wish
    from shopdesk.domain.promotions.replay.book import Fen
    from shopdesk.domain.promotions.replay.record import Totals

Floats = npt.NDArray[np.float64]
_TAIL: Final = 0.1
_MIDDLE: Final = (0.3, 0.7)
_SURE: Final = 0.9
NONE: Final = ""
"""The key of "none of them" among candidates."""


class Row(StrEnum):
    """The figures that are compared; money in fen, the rate a fraction."""

    ORDERS = "orders"
    REVENUE = "revenue"
    OFF = "off"  # the shop's part of discounts, and its gifts
    MARGIN = "margin"
    ORDER_VALUE = "order_value"
    MARGIN_RATE = "margin_rate"


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure without and with a candidate; None unknown. The change is exact where ``low`` and ``high`` agree."""

    row: Row
    before: float | None
    after: float | None
    change: Figure | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Changes that a candidate makes, one entry a draw; ``margin`` and ``rate`` None where no cost tells them."""

    orders: Floats
    revenue: Floats
    off: Floats
    margin: Floats | None
    order_value: Floats
    rate: Floats | None  # the margin rate itself, not its change
    rate_before: float | None = None

    @property
    def rate_change(self) -> Floats | None:
        """Change of the margin rate."""
        return None if self.rate is None or self.rate_before is None else self.rate - self.rate_before

    def gain(self, objective: Objective) -> Floats | None:
        """Return by draw what the candidate adds to the objective; None where the margin is needed and unknown."""
        match objective:
            case Objective.REVENUE:
                return self.revenue
            case Objective.ORDER_VALUE:
                return self.order_value
            case _:
                return self.margin

    def keeps(self, floor: float | None) -> npt.NDArray[np.bool_]:
        """Return by draw whether the margin rate keeps its floor; always where there is none or it is unknown."""
        if floor is None or self.rate is None:
            return np.ones(len(self.orders), dtype=np.bool_)
        return np.asarray(self.rate >= floor - 1e-12)

    def floor_chance(self, floor: float | None) -> float | None:
        """Return the chance that the margin rate keeps its floor, None without a floor or a known rate."""
        return None if floor is None or self.rate is None else float(self.keeps(floor).mean())

    def is_judged(self, wish: Wish) -> bool:
        """Whether costs tell what is needed to judge by: the margin for profit, its rate where it has a floor."""
        return self.gain(wish.objective) is not None and (wish.margin_floor is None or self.rate is not None)


class Verdict(StrEnum):
    """Whether a candidate is better than going without it, by what the shop wants of it."""

    BETTER = "better"  # in nine of ten draws
    LIKELY = "likely"  # not so surely, but enough for the search to advise it
    WORSE = "worse"
    BREAKS_FLOOR = "breaks_floor"  # the margin rate keeps its floor in less than nine of ten draws
    OPEN = "open"
    UNKNOWN = "unknown"  # nothing to judge by


def profit_of(totals: Totals, terms: Terms | None) -> float | None:
    """Return the margin less the platform's fee and the cost of sending, fen."""
    if totals.margin is None:
        return None
    return totals.margin - _costs_of_selling(totals, terms)


def exact_change(before: Totals, after: Totals, terms: Terms | None) -> float | None:
    """Return the change of the margin on the same orders: costs of goods don't matter, those of gifts do."""
    if after.without_cost > before.without_cost:
        return None

    def kept(totals: Totals) -> float:
        return totals.income - totals.refunded - totals.gift_cost - _costs_of_selling(totals, terms)

    return kept(after) - kept(before)


def exact_rows(before: Totals, after: Totals, terms: Terms | None) -> tuple[Compared, ...]:
    """Return what a candidate makes of the same orders, nobody doing anything else because of it."""
    changed = exact_change(before, after, terms)
    margin = profit_of(before, terms)
    return (
        _exact(Row.ORDERS, before.orders, after.orders),
        _exact(Row.REVENUE, before.revenue, after.revenue),
        _exact(Row.OFF, before.shop_off + before.gift_cost, after.shop_off + after.gift_cost),
        Compared(
            Row.MARGIN,
            margin,
            None if margin is None or changed is None else margin + changed,
            None if changed is None else _point(changed),
        ),
        _exact(Row.ORDER_VALUE, before.order_value, after.order_value),
        _exact(Row.MARGIN_RATE, _rate_of(before, terms), _rate_of(after, terms)),
    )


def given(values: Fen, ladder: Ladder) -> int:
    """Return what a ladder alone takes off orders of these values, fen."""
    minima = np.array([minimum for minimum, _ in ladder], dtype=np.int64)
    offs = np.array([0, *(off for _, off in ladder)], dtype=np.int64)
    return int(offs[np.searchsorted(minima, values, side="right")].sum())


def draw(new: Outcome, old: Outcome, *, before: Totals, after: Totals, alone: int, terms: Terms) -> Drawn:
    """Return the changes by draw: ``new`` against ``old`` of the forecast, set right by the replay.

    ``alone`` is what the ladder takes off the orders that were there, in the forecast (see ``given``).
    """
    orders = new.orders - old.orders
    revenue = without_noise(new.revenue - old.revenue + (after.revenue - before.revenue) + alone, old.revenue)
    off = new.discount + (after.shop_off + after.gift_cost - before.shop_off - before.gift_cost) - alone
    exact = exact_change(before, after, terms)
    margin = None
    if new.profit is not None and old.profit is not None and exact is not None:
        margin = without_noise(new.profit - old.profit + exact + (1.0 - terms.fee) * alone, old.revenue)
    count = np.maximum(before.orders + orders, 1e-9)
    first = before.order_value or 0.0
    value = without_noise((before.revenue + revenue) / count - first, np.full_like(orders, first))
    start, net = profit_of(before, terms), before.income - before.refunded
    rate = None
    if margin is not None and start is not None and net > 0:
        rate = (start + margin) / np.maximum(net + revenue, 1.0)
    return Drawn(orders, revenue, off, margin, value, rate, _rate_of(before, terms))


def drawn_rows(drawn: Drawn, before: Totals, terms: Terms) -> tuple[Compared, ...]:
    """Return the figures of a candidate with the 80 % interval of each change."""
    return (
        _drawn(Row.ORDERS, before.orders, drawn.orders),
        _drawn(Row.REVENUE, before.revenue, drawn.revenue),
        _drawn(Row.OFF, before.shop_off + before.gift_cost, drawn.off),
        _drawn(Row.MARGIN, profit_of(before, terms), drawn.margin),
        _drawn(Row.ORDER_VALUE, before.order_value, drawn.order_value),
        _drawn(Row.MARGIN_RATE, _rate_of(before, terms), drawn.rate_change),
    )


def sources_of(parts: Parts, drawn: Drawn, *, exact: float) -> Sources:
    """Return where the change of the margin comes from, so that the parts sum to its median.

    ``exact`` is what the discount on orders that were there anyway costs by the replay (negative). The others are
    means over the middle of the draws; what is left by that is spread over them by their size.
    """
    margin = drawn.margin
    if margin is None or not len(margin):
        return Sources(0.0, 0.0, 0.0, 0.0, 0.0)
    low, high = np.quantile(margin, _MIDDLE)
    middle = (margin >= low) & (margin <= high)
    means = np.array(
        [float(part[middle].mean()) for part in (parts.top_up, parts.trade_down, parts.returns, parts.lift)]
    )
    left = float(np.median(margin)) - exact - float(means.sum())
    weight = float(np.abs(means).sum())
    if weight > 0:
        means += left * np.abs(means) / weight
        left = 0.0
    return Sources(exact + left, *means.tolist())


def chances(drawn: Mapping[str, Drawn], wish: Wish) -> Mapping[str, float]:
    """Return how likely each candidate, and none of them (``NONE``), is best by the objective within the floor.

    Of equals none counts first, and candidates that are as good as each other share the draw. Empty where the
    objective or its floor needs a margin that is unknown.
    """
    worth = []
    for one in drawn.values():
        gain = one.gain(wish.objective)
        if gain is None or not one.is_judged(wish):
            return {}
        worth.append(np.where(one.keeps(wish.margin_floor), gain, -np.inf))
    if not worth:
        return {}
    stacked = np.stack(worth)
    best = stacked.max(axis=0)
    pays_draw = best > 0
    is_best = (stacked == best) & pays_draw
    shares = (is_best / np.maximum(1, is_best.sum(axis=0))).mean(axis=1)
    return dict(zip((NONE, *drawn), (float((~pays_draw).mean()), *shares.tolist()), strict=True))


def better_chance(drawn: Drawn, wish: Wish) -> float | None:
    """Return the chance that a candidate is better than none by the objective within the floor; None unknown."""
    gain = drawn.gain(wish.objective)
    if gain is None or not drawn.is_judged(wish):
        return None
    return float(((gain > 0) & drawn.keeps(wish.margin_floor)).mean())


def judge(drawn: Drawn, wish: Wish, *, is_taught: bool) -> Verdict:
    """Return whether a candidate is better than none; ``is_taught`` as the search asks for (see ``pays``).

    What the search would advise is never called too close to tell.
    """
    from shopdesk.domain.promotions.ladders.choice import pays

    gain, chance = drawn.gain(wish.objective), better_chance(drawn, wish)
    if gain is None or chance is None:
        return Verdict.UNKNOWN
    if chance >= _SURE:
        return Verdict.BETTER
    kept = drawn.floor_chance(wish.margin_floor)
    if kept is not None and kept < _SURE:
        return Verdict.BREAKS_FLOOR
    if chance <= 1.0 - _SURE:
        return Verdict.WORSE
    return Verdict.LIKELY if pays(gain, wish, is_taught=is_taught) else Verdict.OPEN


def surely_best(drawn: Mapping[str, Drawn], row: Row) -> str | None:
    """Return the candidate, or none (``NONE``), that is best in a figure in nine of ten draws; None where none is.

    The least cost of offers is best; of the others the most.
    """
    changes: dict[str, Floats] = {}
    for name, one in drawn.items():
        values = _change_of(one, row)
        if values is None:
            return None
        changes[name] = -values if row is Row.OFF else values
    if not changes:
        return None
    count = len(next(iter(changes.values())))
    names = (NONE, *changes)
    stacked = np.stack([np.zeros(count), *changes.values()])
    ranked = np.sort(stacked, axis=0)
    clear = ranked[-1] > ranked[-2] + 1e-6
    shares = np.bincount(np.argmax(stacked, axis=0)[clear], minlength=len(names)) / max(1, count)
    best = int(np.argmax(shares))
    return names[best] if shares[best] >= _SURE else None


def _change_of(drawn: Drawn, row: Row) -> Floats | None:
    match row:
        case Row.ORDERS:
            return drawn.orders
        case Row.REVENUE:
            return drawn.revenue
        case Row.OFF:
            return drawn.off
        case Row.ORDER_VALUE:
            return drawn.order_value
        case _:
            return drawn.margin if row is Row.MARGIN else drawn.rate_change


def orders_to_pay(before: Totals, after: Totals, terms: Terms | None) -> float | None:
    """Return how many further orders like those there were a candidate needs before it pays; None where never."""
    changed, profit = exact_change(before, after, terms), profit_of(before, terms)
    if changed is None or profit is None or not before.orders:
        return None
    if changed >= 0:
        return 0.0
    each = (profit + changed) / before.orders
    return -changed / each if each > 0 else None


def _rate_of(totals: Totals, terms: Terms | None) -> float | None:
    profit, net = profit_of(totals, terms), totals.income - totals.refunded
    return None if profit is None or net <= 0 else profit / net


def _costs_of_selling(totals: Totals, terms: Terms | None) -> float:
    return 0.0 if terms is None else terms.fee * totals.revenue + terms.shipping * totals.orders


def _point(value: float) -> Figure:
    return Figure(value, value, value)


def _exact(row: Row, before: float | None, after: float | None) -> Compared:
    change = None if before is None or after is None else _point(after - before)
    return Compared(row, before, after, change)


def _drawn(row: Row, before: float | None, change: Floats | None) -> Compared:
    if change is None:
        return Compared(row, before, None, None)
    low, median, high = (float(value) for value in np.quantile(change, [_TAIL, 0.5, 1.0 - _TAIL]))
    return Compared(row, before, None if before is None else before + median, Figure(median, low, high))
