"""Many carts at once while offers are worked out: the ledger of the engine as columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.offers import Base, Gift, Scope
from shopdesk.domain.promotions.replay.book import Codes, Fen

Mask = npt.NDArray[np.bool_]
_FEW_SKUS = 32  # scopes of so few articles are looked up by article instead of line by line


@dataclass(slots=True)
class Sheet:
    """Some orders of a book and their lines, by order; ``starts`` has one entry more than there are orders.

    Fen of all units of a line: ``now`` it costs, ``item`` after the last item-level offers, ``base`` what thresholds
    on the list base see (``item`` less red packets), ``lowest`` what it may cost at least. ``even``, ``item_even``:
    all its units cost the same, so that an amount tells the price of each. ``odd`` marks orders that only the engine
    can price.
    """

    skus: tuple[str, ...]
    orders: Codes  # positions in the book
    lines: Codes  # positions in the book
    starts: Codes
    order: Codes  # of each line
    sku: Codes
    quantity: Codes
    now: Fen
    item: Fen
    base: Fen
    lowest: Fen
    shipping: Fen
    even: Mask
    item_even: Mask
    discounted: Mask
    used: Mask  # lines with units that are part of a group or were given away, so of no other
    odd: Mask
    kinds: dict[str, Mask] = field(default_factory=dict)  # kind → orders on which an offer of it did something
    applied: dict[str, Mask] = field(default_factory=dict)  # offer → orders on which it did something
    excludes: Mapping[str, frozenset[str]] = field(default_factory=dict)  # offer → offers it can't run beside
    named: frozenset[str] = frozenset()  # offers that exclude or are excluded by name
    spent: frozenset[str] = frozenset()  # offers whose budget is gone
    codes: Mapping[str, int] = field(default_factory=dict)
    by_sku: tuple[Codes, Codes] | None = None  # lines by article, and where each article starts

    def settle(self, before: Fen) -> None:
        """Take the prices of now as the item prices of the lines that have become cheaper since ``before``."""
        lines = self.now != before
        self.item = np.where(lines, self.now, self.item)
        self.base = np.where(lines, self.now, self.base)
        self.item_even = np.where(lines, self.even, self.item_even)

    def amount_at(self, base: Base) -> Fen:
        """Return what each line costs at a base."""
        return self.now if base is Base.CURRENT else self.base

    def lines_of(self, scope: Scope) -> Codes | None:
        """Return the lines that a scope covers, ascending; None for all. Marks orders whose prices it can't tell."""
        if scope.tags:
            return np.zeros(0, dtype=np.int64)  # files tell of no tags
        chosen = self._of_skus(scope)
        mask = None if chosen is None else np.ones(len(chosen), dtype=np.bool_)
        for part in (self._not_excluded(scope, chosen), self._priced(scope, chosen), self._fresh(scope, chosen)):
            if part is not None:
                mask = part if mask is None else mask & part
        if mask is None or chosen is None:
            return None if mask is None else np.flatnonzero(mask)
        return chosen[mask]

    def sums(self, values: Fen, scope: Scope) -> Fen:
        """Return the sum over the covered lines of each order."""
        chosen = self.lines_of(scope)
        if chosen is None:
            whole: Fen = np.add.reduceat(values, self.starts[:-1])
            return whole
        found = np.zeros(len(self.orders), dtype=np.int64)
        if len(chosen):
            starts = edges(self.order[chosen])
            found[self.order[chosen[starts]]] = np.add.reduceat(values[chosen], starts)
        return found

    def _of_skus(self, scope: Scope) -> Codes | None:
        if not scope.skus:
            return None
        codes = [self.codes[sku] for sku in scope.skus if sku in self.codes]
        if len(codes) > _FEW_SKUS:
            wanted = np.zeros(len(self.skus), dtype=np.bool_)
            wanted[codes] = True
            return np.flatnonzero(wanted[self.sku])
        lines, first = self._index()
        parts = [lines[first[code] : first[code + 1]] for code in codes]
        return np.sort(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)

    def _index(self) -> tuple[Codes, Codes]:
        if self.by_sku is None:
            lines = np.argsort(self.sku, kind="stable")
            self.by_sku = lines, np.searchsorted(self.sku[lines], np.arange(len(self.skus) + 1))
        return self.by_sku

    def _not_excluded(self, scope: Scope, chosen: Codes | None) -> Mask | None:
        codes = [self.codes[sku] for sku in scope.excluded if sku in self.codes]
        if not codes:
            return None
        kept = np.ones(len(self.skus), dtype=np.bool_)
        kept[codes] = False
        return kept[self.sku if chosen is None else self.sku[chosen]]

    def _priced(self, scope: Scope, chosen: Codes | None) -> Mask | None:
        if scope.price_min is None and scope.price_max is None:
            return None
        own = slice(None) if chosen is None else chosen
        price = self.item[own] // self.quantity[own]
        self.odd[self.order[own][~self.item_even[own]]] = True
        low = price >= scope.price_min if scope.price_min is not None else np.ones(len(price), dtype=np.bool_)
        return low if scope.price_max is None else low & (price <= scope.price_max)

    def _fresh(self, scope: Scope, chosen: Codes | None) -> Mask | None:
        if not scope.undiscounted_only:
            return None
        return ~(self.discounted if chosen is None else self.discounted[chosen])


def edges(order: Codes) -> Codes:
    """Return where a new order begins among the orders of lines, ascending."""
    if not len(order):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate(([True], order[1:] != order[:-1])))


@dataclass(slots=True)
class Part:
    """The lines that one offer covers, in work: what it takes off them stays here until it is booked.

    ``rows`` are lines of the sheet, ``at`` the orders of the sheet that have any, ``order`` places in ``at``.
    """

    sheet: Sheet
    scope: Scope  # of the offer
    rows: Codes
    at: Codes
    order: Codes
    starts: Codes
    sizes: Codes
    now: Fen
    even: Mask
    shipping: Fen
    only: Mask | None = None  # the lines that the benefit in work may touch
    used: Mask | None = None  # the lines whose units it used up
    gifts: list[tuple[Gift, Codes]] = field(default_factory=list)  # a gift and how often each order gets it
    step: Codes = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    @classmethod
    def of(cls, sheet: Sheet, scope: Scope, rows: Codes) -> Part:
        """Take lines of a sheet in work."""
        order = sheet.order[rows]
        starts = edges(order)
        at = order[starts]
        sizes = np.diff(np.append(starts, len(rows)))
        return cls(
            sheet,
            scope,
            rows,
            at,
            np.repeat(np.arange(len(at)), sizes),
            starts,
            sizes,
            sheet.now[rows],
            sheet.even[rows],
            sheet.shipping[at],
            step=np.zeros(len(at), dtype=np.int64),
        )

    def amount_at(self, base: Base) -> Fen:
        """Return what each line costs at a base."""
        return self.now if base is Base.CURRENT else self.sheet.base[self.rows]

    def room(self) -> Fen:
        """Return how much each line can still lose."""
        return np.maximum(0, self.now - self.sheet.lowest[self.rows])

    def quantity(self) -> Codes:
        """Return the units of each line."""
        return self.sheet.quantity[self.rows]

    def covered(self, scope: Scope | None) -> Mask | None:
        """Tell which lines a benefit covers; None for all."""
        mask = self.only
        if scope is not None:
            chosen = self.sheet.lines_of(scope)
            if chosen is not None:
                within = _among(self.rows, chosen, len(self.sheet.order))
                mask = within if mask is None else mask & within
        if self.scope.undiscounted_only or (scope is not None and scope.undiscounted_only):
            fresh = ~self.sheet.discounted[self.rows]  # what this very offer took doesn't count
            mask = fresh if mask is None else mask & fresh
        return mask

    def sums(self, values: Fen, mask: Mask | None) -> Fen:
        """Return the sum over the chosen lines of each order."""
        summed: Fen = np.add.reduceat(values if mask is None else np.where(mask, values, 0), self.starts)
        return summed

    def climbed(self, scope: Scope, base: Base) -> tuple[Fen, Codes]:
        """Return what the goods of a scope cost in each order, also those that the offer doesn't cover, and units."""
        if self.only is not None:
            mask = self.covered(scope)
            return self.sums(self.amount_at(base), mask), self.sums(self.quantity(), mask)
        costs = self.sheet.amount_at(base)
        if base is Base.CURRENT:
            costs = costs.copy()
            costs[self.rows] = self.now
        return self.sheet.sums(costs, scope)[self.at], self.sheet.sums(self.sheet.quantity, scope)[self.at]

    def take(self, lines: Codes, amount: Fen) -> None:
        """Take an amount off all units of lines evenly, never more than their room."""
        self.now[lines] -= amount
        self.even[lines] &= amount % self.sheet.quantity[self.rows[lines]] == 0


def _among(rows: Codes, chosen: Codes, count: int) -> Mask:
    wanted = np.zeros(count, dtype=np.bool_)
    wanted[chosen] = True
    return wanted[rows]
