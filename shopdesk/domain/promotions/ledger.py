"""The cart while offers are worked out: what every unit costs by now, and which offer took what off which line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import Base, Scope
from shopdesk.domain.promotions.rounding import Allocation, water_fill


@dataclass(slots=True)
class Run:
    """Neighbouring units of one line that cost the same: ``now``, and ``item`` after item-level offers (fen)."""

    count: int
    now: int
    item: int
    used: bool = False  # already part of an application of the offer in work

    def copy(self) -> Run:
        """Return a twin."""
        return Run(self.count, self.now, self.item, self.used)


@dataclass(slots=True)
class LineLedger:
    """One line in work; a line of ten thousand units is still one run until an offer splits it."""

    line: CartLine
    runs: list[Run]
    shares: dict[str, int] = field(default_factory=dict)

    @property
    def units(self) -> int:
        """Number of units."""
        return self.line.quantity

    @property
    def amount(self) -> int:
        """What the line costs now, fen."""
        return sum(run.count * run.now for run in self.runs)

    def amount_at(self, base: Base) -> int:
        """What the line costs at a base, fen."""
        if base is Base.CURRENT:
            return self.amount
        return sum(run.count * run.item for run in self.runs)

    def room_of(self, run: Run) -> int:
        """How much a unit of the run can still lose."""
        return max(0, run.now - (self.line.floor or 0))

    @property
    def room(self) -> int:
        """How much the line can still lose."""
        return sum(run.count * self.room_of(run) for run in self.runs)

    @property
    def is_discounted(self) -> bool:
        """Whether any offer took something off."""
        return any(self.shares.values())

    def copy(self) -> LineLedger:
        """Return a twin to try an offer on."""
        return LineLedger(self.line, [run.copy() for run in self.runs], dict(self.shares))

    def cut(self, run: Run, count: int) -> Run:
        """Return the first ``count`` units of a run as a run of their own."""
        if count >= run.count:
            return run
        head = Run(count, run.now, run.item, run.used)
        run.count -= count
        self.runs.insert(next(i for i, other in enumerate(self.runs) if other is run), head)
        return head

    def take_each(self, run: Run, amount: int, offer_id: str) -> int:
        """Take up to ``amount`` fen off each unit of a run; return what was taken in all."""
        taken = min(amount, self.room_of(run))
        run.now -= taken
        self.book(offer_id, taken * run.count)
        return taken * run.count

    def book(self, offer_id: str, amount: int) -> None:
        """Note what an offer took."""
        if amount:
            self.shares[offer_id] = self.shares.get(offer_id, 0) + amount

    def take_evenly(self, amount: int, offer_id: str, runs: Sequence[Run] | None = None) -> int:
        """Take an amount off the units (of some runs) evenly, odd fen first, none below the floor."""
        open_runs = [run for run in (self.runs if runs is None else runs) if run.count]
        rest = min(amount, sum(run.count * self.room_of(run) for run in open_runs))
        taken = rest
        while rest > 0:
            each, odd = divmod(rest, sum(run.count for run in open_runs))
            full = [run for run in open_runs if self.room_of(run) < each + (odd > 0)]
            if not full:
                self._take_shares(open_runs, each=each, odd=odd)
                break
            for run in full:
                rest -= self.room_of(run) * run.count
                run.now -= self.room_of(run)
            open_runs = [run for run in open_runs if not any(run is other for other in full)]
        self.book(offer_id, taken)
        return taken

    def _take_shares(self, runs: Iterable[Run], *, each: int, odd: int) -> None:
        for run in runs:
            extra = min(odd, run.count)
            odd -= extra
            if 0 < extra < run.count:
                self.cut(run, extra).now -= each + 1
                run.now -= each
            else:
                run.now -= each + (extra > 0)


@dataclass(slots=True)
class Ledger:
    """All lines in work, in the order of the cart, with the postage."""

    lines: list[LineLedger]
    shipping: int
    allocation: Allocation

    @classmethod
    def of(cls, cart: Cart, allocation: Allocation) -> Ledger:
        """Open a ledger for the selected lines of a cart."""
        lines = [
            LineLedger(line, [Run(line.quantity, line.unit_price, line.unit_price)] if line.quantity else [])
            for line in cart.lines
            if line.selected
        ]
        return cls(lines, cart.shipping_fee, allocation)

    def copy(self) -> Ledger:
        """Return a twin to try an offer on."""
        return Ledger([line.copy() for line in self.lines], self.shipping, self.allocation)

    def settle_item_prices(self) -> None:
        """Take the prices of now as the item prices; called after each item-level stage."""
        for line in self.lines:
            for run in line.runs:
                run.item = run.now

    def free_units(self) -> None:
        """Let the next offer use every unit again."""
        for line in self.lines:
            for run in line.runs:
                run.used = False

    def within(self, scope: Scope, lines: Sequence[LineLedger] | None = None) -> list[LineLedger]:
        """Return the lines that a scope covers."""
        return [line for line in (self.lines if lines is None else lines) if covers(scope, line)]

    def spread(self, lines: Sequence[LineLedger], amount: int, offer_id: str) -> int:
        """Take an amount off lines in proportion to what they cost now; return what could be taken."""
        parts = water_fill(amount, [line.amount for line in lines], [line.room for line in lines], self.allocation)
        return sum(line.take_evenly(part, offer_id) for line, part in zip(lines, parts, strict=True))

    @property
    def goods(self) -> int:
        """What the goods cost now, fen."""
        return sum(line.amount for line in self.lines)


def covers(scope: Scope, state: LineLedger) -> bool:
    """Tell whether a scope covers a line; no scope covers what may not be discounted."""
    line = state.line
    if not line.discountable or not state.runs or line.sku in scope.excluded:
        return False
    if scope.skus and line.sku not in scope.skus:
        return False
    if scope.tags and not scope.tags & line.tags:
        return False
    if scope.undiscounted_only and state.is_discounted:
        return False
    price = min(run.item for run in state.runs)
    if scope.price_min is not None and price < scope.price_min:
        return False
    return scope.price_max is None or price <= scope.price_max
