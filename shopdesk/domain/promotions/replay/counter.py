"""The till for many carts at once: stages, groups, and what each offer did where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby

import numpy as np

from shopdesk.domain.promotions.groups import is_single
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Benefit,
    Condition,
    EveryAmountOff,
    Give,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
)
from shopdesk.domain.promotions.policy import GroupRule
from shopdesk.domain.promotions.replay.allot import percent_of
from shopdesk.domain.promotions.replay.attempt import Attempt, attempt, book_attempt, judge, may_run
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes
from shopdesk.domain.promotions.replay.by_engine import Ask, unit_cost
from shopdesk.domain.promotions.replay.priced import OfferUse, chosen, joined, threshold_of
from shopdesk.domain.promotions.replay.sheet import Mask, Sheet
from shopdesk.domain.promotions.rounding import Rounding
from shopdesk.domain.promotions.ties import tie_key

_OF_ORDERS = (Measure.ORDER_AMOUNT, Measure.ORDER_QUANTITY)
_NO_BOUND = 2**62
_ON_WHOLE_LINES = (Ladder, OrderAmountOff, OrderPercentOff, EveryAmountOff)
"""Benefits of which two never share a line of a group where each line takes its best."""


@dataclass(slots=True)
class Counter:
    """Offers (places in ``ask.offers``) worked out on one sheet; ``uses`` gathers what each did."""

    ask: Ask
    sheet: Sheet
    tell: Callable[[], None] = lambda: None  # called before each attempt; may raise to stop
    uses: dict[int, OfferUse] = field(default_factory=dict)

    def run(self, running: Sequence[int]) -> None:
        """Work out every stage; where an exclusive offer is met only that one."""
        alone = _exclusive(self.sheet, [self.ask.offers[place] for place in running])
        if alone is None:
            self._stages(running, None)
        else:
            for number in np.unique(alone).tolist():
                self._stages(running if number == UNKNOWN else [running[number]], alone == number)
        if self.sheet.odd.any():
            self.uses = {place: self._without_odd(use) for place, use in self.uses.items()}

    def _offer(self, place: int) -> Offer:
        return self.ask.offers[place]

    def _stages(self, running: Sequence[int], orders: Mask | None) -> None:
        def stage_of(place: int) -> tuple[int, bool]:
            return self._offer(place).stage, not self._offer(place).item_level

        ordered = sorted(running, key=lambda place: (stage_of(place), -self._offer(place).priority))
        for (_, above_items), stage in groupby(ordered, key=stage_of):
            before = None if above_items else self.sheet.now.copy()
            self._stage(list(stage), orders)
            if before is not None:
                self.sheet.settle(before)

    def _stage(self, members: list[int], orders: Mask | None) -> None:
        groups = self.ask.policy.groups
        rivals: dict[str, list[int]] = {}
        for place in members:
            if self._offer(place).group in groups:
                rivals.setdefault(self._offer(place).group, []).append(place)
        for place in members:
            group = self._offer(place).group
            if group not in groups:
                self._run(place, orders)
            elif group in rivals:
                self._group(groups[group], rivals.pop(group), orders)

    def _group(self, rule: GroupRule, rivals: list[int], orders: Mask | None) -> None:
        if len(rivals) == 1:
            self._run(rivals[0], orders)
        elif rule is GroupRule.BEST_OF_ORDER:
            self._best_of_order(rivals, orders)
        elif rule is GroupRule.BEST_PER_LINE:
            self._best_per_line(rivals, orders)
        else:
            self._pool_equal(rivals, orders)

    def _try(self, place: int, orders: Mask | None) -> Attempt | None:
        self.tell()
        return attempt(self.sheet, self._offer(place), self.ask.policy, orders=orders)

    def _run(self, place: int, orders: Mask | None, lines: Mask | None = None, *, pooled: bool = False) -> None:
        self.tell()
        offer = self._offer(place)
        shown = replace(offer, scope=EVERYTHING, condition=Condition()) if pooled else offer
        found = attempt(self.sheet, shown, self.ask.policy, orders=orders, lines=lines)
        if found is None:
            return
        if found.part.used is not None:
            self.sheet.used[found.rows[found.part.used]] = True
        if not found.applied.any():
            return
        book_attempt(self.sheet, offer, found)
        use = self._use(offer, found)
        self.uses[place] = joined([self.uses[place], use]) if place in self.uses else use

    def _by_tie(self, rivals: Sequence[int]) -> list[int]:
        rules = self.ask.policy.tie_break
        return sorted(rivals, key=lambda place: tie_key(self._offer(place), rules))

    def _best_of_order(self, rivals: list[int], orders: Mask | None) -> None:
        """Each order takes the offer of the group that saves it most; ties as the policy says, then the first.

        Offers that can give most come first, so that later ones look at few orders only.
        """
        count = len(self.sheet.orders)
        most, best = np.full(count, -1, dtype=np.int64), np.full(count, UNKNOWN, dtype=np.int64)
        ranks = {place: rank for rank, place in enumerate(self._by_tie(rivals))}
        rank_of = np.full(count, len(rivals), dtype=np.int64)
        for place in sorted(ranks, key=lambda place: (-most_given(self._offer(place).benefit), ranks[place])):
            open_to = most <= most_given(self._offer(place).benefit)
            if not open_to.any():
                continue
            found = self._try(place, open_to if orders is None else orders & open_to)
            if found is not None:
                known, rank = most[found.at], rank_of[found.at]
                better = found.applied & ((found.taken > known) | ((found.taken == known) & (ranks[place] < rank)))
                won = found.at[better]
                most[won], rank_of[won], best[won] = found.taken[better], ranks[place], place
        for place in rivals:
            mine = best == place
            if mine.any():
                self._run(place, mine)

    def _best_per_line(self, rivals: list[int], orders: Mask | None) -> None:
        """Each line takes the offer that saves it most.

        An order where an offer on several goods together would do something beside another one goes to the engine.
        """
        lots = [place for place in rivals if not is_single(self._offer(place).benefit)]
        single = [place for place in rivals if is_single(self._offer(place).benefit)]
        alone, at_lot = self._lots(lots, orders)
        touched = self._single(single, orders, at_lot)
        self.sheet.odd |= at_lot & touched
        for place, mine in alone.items():
            if (mine & ~touched).any():
                self._run(place, mine & ~touched)

    def _lots(self, lots: Sequence[int], orders: Mask | None) -> tuple[dict[int, Mask], Mask]:
        """Return where each offer on several goods is the one of them that counts, and where any would do something.

        Of several on one order the best counts, where all share their amounts over the same lines; else, and on a tie,
        the engine finds out which of them go together.
        """
        rivals = Rivals.of(self.sheet)
        for place in lots:
            found = self._try(place, orders)
            if found is not None:
                rivals.add(place, found, whole=_is_whole(self._offer(place).benefit))
        if len(lots) > 1 and any(_wakes(self._offer(place).condition) for place in lots):
            rivals.waiting[rivals.often > 0] += 1
        self.sheet.odd |= rivals.unclear()
        return {place: rivals.best == place for place in lots}, rivals.often > 0

    def _single(self, rivals: Sequence[int], orders: Mask | None, held: Mask) -> Mask:
        """Run offers on single lines where no other holds the order; return the orders where any would do something."""
        lines = len(self.sheet.order)
        most, best = np.zeros(lines, dtype=np.int64), np.full(lines, UNKNOWN, dtype=np.int64)
        touched = np.zeros(len(self.sheet.orders), dtype=np.bool_)
        for place in self._by_tie(rivals):
            found = self._try(place, orders)
            if found is not None:
                better = found.off > most[found.rows]
                most[found.rows[better]] = found.off[better]
                best[found.rows[better]] = place
                touched[found.at[found.applied]] = True
        if any(_wakes(self._offer(place).condition) for place in rivals):
            touched |= held  # a condition on an exact amount may come to hold once the other took something
        for place in rivals:
            own = (best == place) & ~held[self.sheet.order]
            if own.any():
                won = np.zeros(len(self.sheet.orders), dtype=np.bool_)
                won[self.sheet.order[own]] = True
                self._run(place, won, own)
        return touched

    def _pool_equal(self, rivals: list[int], orders: Mask | None) -> None:
        """Count the goods of equal 每满减 together, each line once, and book them under the first that can run."""
        pools: dict[Benefit, list[int]] = {}
        for place in rivals:
            pools.setdefault(self._offer(place).benefit, []).append(place)
        counted = np.zeros(len(self.sheet.order), dtype=np.bool_)
        for benefit, members in pools.items():
            if isinstance(benefit, EveryAmountOff):
                self._pool(self._by_tie(members), orders, counted)
            else:
                for place in members:
                    self._run(place, orders)

    def _pool(self, members: Sequence[int], orders: Mask | None, counted: Mask) -> None:
        first = np.full(len(self.sheet.orders), UNKNOWN, dtype=np.int64)
        lines = np.zeros(len(self.sheet.order), dtype=np.bool_)
        for place in members:
            offer = self._offer(place)
            rows, ready = may_run(self.sheet, offer, self.ask.policy, orders)
            lines[rows] = True
            fresh = ready & (first == UNKNOWN)
            first[fresh] = place
        lines &= ~counted
        counted |= lines
        for place in members:
            mine = first == place
            if mine.any():
                self._run(place, mine, lines, pooled=True)

    def _use(self, offer: Offer, found: Attempt) -> OfferUse:
        applied = found.applied
        taken = found.taken[applied]
        step = found.part.step[applied]
        threshold = threshold_of(offer)
        if threshold is not None and not isinstance(offer.benefit, Ladder):
            step = np.full(len(taken), threshold, dtype=np.int64)
        rows = np.flatnonzero(found.off) if self.ask.by_line else np.zeros(0, dtype=np.int64)
        return OfferUse(
            offer.offer_id,
            self.sheet.orders[found.at[applied]],
            taken,
            taken - percent_of(taken, Fraction(offer.shop_percent), Rounding.HALF_UP),
            self._gift_cost(found)[applied],
            taken + _budgeted(found)[applied],
            step,
            self.sheet.lines[found.rows[rows]],
            found.off[rows],
        )

    def _gift_cost(self, found: Attempt) -> Codes:
        costs = np.zeros(len(found.at), dtype=np.int64)
        for gift, often in found.part.gifts:
            cost = unit_cost(self.ask.book, gift)
            more = np.where(
                costs == UNKNOWN, UNKNOWN, UNKNOWN if cost == UNKNOWN else costs + cost * gift.quantity * often
            )
            costs = np.where(often > 0, more, costs)
        return costs

    def _without_odd(self, use: OfferUse) -> OfferUse:
        """Leave out the orders that the engine prices."""
        position = np.searchsorted(self.sheet.orders, use.orders)
        kept = ~self.sheet.odd[position]
        line = np.searchsorted(self.sheet.lines, use.lines)
        lines = ~self.sheet.odd[self.sheet.order[line]]
        return chosen(use, kept, lines)


def _budgeted(found: Attempt) -> Codes:
    """Return what the gifts count against a budget; one without a cost counts nothing."""
    costs = np.zeros(len(found.at), dtype=np.int64)
    for gift, often in found.part.gifts:
        costs += (gift.unit_cost or 0) * gift.quantity * often
    return costs


@dataclass(slots=True)
class Rivals:
    """Offers on several goods that each would do something on an order: how many, the best, what they cover."""

    often: Codes
    best: Codes  # place of the offer that takes most, UNKNOWN none
    most: Codes
    tied: Mask
    apart: Mask  # one of them picks units
    waiting: Codes  # how many do nothing by themselves, but may where another has its goods
    fewest: Codes  # lines that one of them covers, the fewest
    covered: Mask  # of each line
    order: Codes

    @classmethod
    def of(cls, sheet: Sheet) -> Rivals:
        """Return the state before any offer was looked at."""
        count = len(sheet.orders)
        no, many = np.zeros(count, dtype=np.bool_), np.full(count, 2**62, dtype=np.int64)
        none = np.full(count, UNKNOWN, dtype=np.int64)
        lines = np.zeros(len(sheet.order), dtype=np.bool_)
        often = np.zeros(count, dtype=np.int64)
        return cls(often, none, none.copy(), no, no.copy(), often.copy(), many, lines, sheet.order)

    def add(self, place: int, found: Attempt, *, whole: bool) -> None:
        """Look at one more offer; ``whole``: it shares an amount over all lines that it covers."""
        at, taken = found.at[found.applied], found.taken[found.applied]
        self.often[at] += 1
        self.tied[at] = np.where(taken > self.most[at], False, self.tied[at] | (taken == self.most[at]))
        better = taken > self.most[at]
        self.best[at[better]], self.most[at[better]] = place, taken[better]
        self.covered[found.rows[found.applied[found.part.order]]] = True
        self.fewest[at] = np.minimum(self.fewest[at], found.part.sizes[found.applied])
        self.apart[at] |= not whole
        self.waiting[found.at] += ~found.applied & (not whole)

    def unclear(self) -> Mask:
        """Return the orders where it isn't plain that only the best counts."""
        union = np.bincount(self.order[self.covered], minlength=len(self.often))
        same = ~self.apart & ~self.tied & (self.fewest == union)
        together = (self.waiting > 0) & (self.waiting + self.often > 1)
        return np.asarray(((self.often > 1) & ~same) | together)


def _is_whole(benefit: Benefit) -> bool:
    return isinstance(benefit, _ON_WHOLE_LINES) and benefit.scope is None


def _exclusive(sheet: Sheet, offers: Sequence[Offer]) -> Codes | None:
    """Return for each order the number of the exclusive offer that it meets, UNKNOWN where none; None for all."""
    alone: Codes | None = None
    ranked = sorted((-offer.priority, number) for number, offer in enumerate(offers) if offer.exclusive)
    for _, number in ranked:
        offer = offers[number]
        met, _ = judge(sheet, offer.condition, offer.scope)
        here = sheet.sums(sheet.quantity, offer.scope) > 0
        here = here if met is None else here & met
        alone = np.full(len(sheet.orders), UNKNOWN, dtype=np.int64) if alone is None else alone
        alone[here & (alone == UNKNOWN)] = number
    return alone


def most_given(benefit: Benefit) -> int:
    """Return the most fen that a benefit given once can take off any order."""
    if isinstance(benefit, Ladder) and benefit.give is Give.ORDER_AMOUNT_OFF and benefit.measure in _OF_ORDERS:
        return max(
            0, int(max((tier.value for tier in benefit.tiers), default=benefit.base_value)), int(benefit.base_value)
        )
    return _NO_BOUND


def _wakes(condition: Condition) -> bool:
    """Tell whether a condition can come to hold when amounts fall."""
    return condition.op == "eq" or any(_wakes(part) for part in condition.parts)


def named(offers: Sequence[Offer]) -> Mapping[str, frozenset[str]]:
    """Return which offers exclude which by name."""
    return {offer.offer_id: offer.excludes for offer in offers if offer.excludes}


def names_in(excludes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield every offer that excludes one or is excluded."""
    for name, others in excludes.items():
        yield name
        yield from others
