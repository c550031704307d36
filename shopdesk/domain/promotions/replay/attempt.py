"""One offer tried on many carts at once: what it would take, where, and from whom it is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shopdesk.domain.promotions.offers import Condition, ConditionKind, Offer, Scope
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.allot import Mask
from shopdesk.domain.promotions.replay.book import Codes, Fen
from shopdesk.domain.promotions.replay.give import give
from shopdesk.domain.promotions.replay.sheet import Part, Sheet
from shopdesk.domain.promotions.till import MOST_APPLICATIONS, ONCE_WITHOUT_TIMES, repeats

UNBOUNDED = 2**62
"""In how often a condition fits: as often as the benefit likes."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of it, not booked yet. ``at`` are the orders of the sheet in question.

    ``taken`` is off goods and postage; ``applied`` where it did something; ``off`` by line of ``rows``.
    """

    part: Part
    at: Codes
    rows: Codes
    off: Fen
    goods: Fen
    shipped: Fen
    applied: Mask

    @property
    def taken(self) -> Fen:
        """What the offer takes off each order, fen."""
        return self.goods + self.shipped


def attempt(
    sheet: Sheet, offer: Offer, policy: Policy, *, orders: Mask | None = None, lines: Mask | None = None
) -> Attempt | None:
    """Try an offer on some orders (and on some lines only); None where it covers nothing."""
    rows, times = _covered(sheet, offer, policy, orders)
    if lines is not None:
        rows = rows[lines[rows]]
    if not len(rows):
        return None
    part = Part.of(sheet, offer.scope, rows)
    give(offer.benefit, part, policy, applications(offer, None if times is None else times[part.at], len(part.at)))
    off = sheet.now[rows] - part.now
    shipped = sheet.shipping[part.at] - part.shipping
    got = np.zeros(len(part.at), dtype=np.bool_)
    for _gift, often in part.gifts:
        got |= often > 0
    goods = np.add.reduceat(off, part.starts)
    return Attempt(part, part.at, rows, off, goods, shipped, (goods > 0) | (shipped > 0) | got)


def may_run(sheet: Sheet, offer: Offer, policy: Policy, orders: Mask | None) -> tuple[Codes, Mask]:
    """Return the lines that an offer covers where nothing keeps it from running, and the orders that have any."""
    rows, _ = _covered(sheet, offer, policy, orders)
    ready = np.zeros(len(sheet.orders), dtype=np.bool_)
    ready[sheet.order[rows]] = True
    return rows, ready


def _covered(sheet: Sheet, offer: Offer, policy: Policy, orders: Mask | None) -> tuple[Codes, Codes | None]:
    """Return the lines in question, and how often each order fits the condition (None: as often as one likes)."""
    chosen = sheet.lines_of(offer.scope)
    rows = np.arange(len(sheet.order), dtype=np.int64) if chosen is None else chosen
    met, times = judge(sheet, offer.condition, offer.scope)
    for mask in (met, _free(sheet, offer, policy)):
        if mask is not None:
            orders = mask if orders is None else orders & mask
    return (rows if orders is None else rows[orders[sheet.order[rows]]]), times


def book_attempt(sheet: Sheet, offer: Offer, found: Attempt) -> None:
    """Let the sheet stand as after the offer."""
    changed = np.flatnonzero(found.off)
    lines = found.rows[changed]
    sheet.now[lines] = found.part.now[changed]
    sheet.even[lines] = found.part.even[changed]
    sheet.discounted[lines] = True
    sheet.shipping[found.at] = found.part.shipping
    if offer.lowers_base:
        sheet.base[lines] -= found.off[changed]
    for name, known in ((offer.kind, sheet.kinds), (offer.offer_id, sheet.applied)):
        if name and found.applied.any() and (known is sheet.kinds or name in sheet.named):
            applied = known.setdefault(name, np.zeros(len(sheet.orders), dtype=np.bool_))
            applied[found.at] |= found.applied


def judge(sheet: Sheet, condition: Condition, scope: Scope) -> tuple[Mask | None, Codes | None]:
    """Return which orders meet a condition (None: all) and how often its amount or quantity fits (None: unbounded)."""
    within = condition.scope if condition.scope is not None else scope
    match condition.kind:
        case ConditionKind.ALWAYS:
            return None, None
        case ConditionKind.CONTAINS:
            units, needed = sheet.sums(sheet.quantity, within), max(1, condition.value)
            return units >= needed, units // needed
        case ConditionKind.ALL:
            return _all(sheet, condition, scope)
        case ConditionKind.ANY:
            return _any(sheet, condition, scope)
        case ConditionKind.AMOUNT:
            return _compare(condition, sheet.sums(sheet.amount_at(condition.base), within))
        case ConditionKind.QUANTITY:
            return _compare(condition, sheet.sums(sheet.quantity, within))


def _all(sheet: Sheet, condition: Condition, scope: Scope) -> tuple[Mask | None, Codes | None]:
    met: Mask | None = None
    times: Codes | None = None
    for inner in condition.parts:
        holds, often = judge(sheet, inner, scope)
        if holds is not None:
            met = holds if met is None else met & holds
        if often is not None:
            times = often if times is None else np.minimum(times, often)
    return met, times


def _any(sheet: Sheet, condition: Condition, scope: Scope) -> tuple[Mask, Codes | None]:
    """Take for each order the first part that holds; how often is then what that part says."""
    met = np.zeros(len(sheet.orders), dtype=np.bool_)
    times = np.full(len(met), UNBOUNDED, dtype=np.int64)
    for inner in condition.parts:
        holds, often = judge(sheet, inner, scope)
        fresh = ~met if holds is None else holds & ~met
        if often is not None:
            times[fresh] = often[fresh]
        met |= fresh
    return met, times


def _compare(condition: Condition, reached: Fen) -> tuple[Mask, Codes | None]:
    met = {
        "gte": reached >= condition.value,
        "gt": reached > condition.value,
        "eq": reached == condition.value,
    }[condition.op]
    return met, reached // condition.value if condition.value > 0 else None


def applications(offer: Offer, times: Codes | None, count: int) -> Codes:
    """Return how often an offer is worked out on each order, as ``pricing`` has it for one."""
    if not repeats(offer.benefit):
        return np.ones(count, dtype=np.int64)
    most = MOST_APPLICATIONS if offer.max_applications is None else offer.max_applications
    free = min(most, 1) if isinstance(offer.benefit, ONCE_WITHOUT_TIMES) else most
    if times is None:
        return np.full(count, free, dtype=np.int64)
    return np.where(times == UNBOUNDED, free, np.minimum(most, np.maximum(1, times)))


def _free(sheet: Sheet, offer: Offer, policy: Policy) -> Mask | None:
    """Return the orders on which nothing did something that can't stand beside the offer; None for all."""
    if offer.offer_id in sheet.spent:
        return np.zeros(len(sheet.orders), dtype=np.bool_)
    rivals = [
        applied
        for kind, applied in sheet.kinds.items()
        if offer.kind and kind != offer.kind and frozenset({kind, offer.kind}) in policy.conflicts
    ]
    rivals += [
        applied
        for other, applied in sheet.applied.items()
        if other in offer.excludes or offer.offer_id in sheet.excludes.get(other, ())
    ]
    free: Mask | None = None
    for applied in rivals:
        free = ~applied if free is None else free & ~applied
    return free
