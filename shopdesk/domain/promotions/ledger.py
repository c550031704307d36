"""The cart while offers are worked out: what every unit costs by now, and which offer took what off which line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import Base, Scope
from shopdesk.domain.promotions.rounding import Allocation, water_fill


@dataclass(slots=True)
class Run:
    """Neighbouring units of one line that are alike.

    Fen a unit: ``now`` costs, ``item`` after item-level offers, ``base`` what thresholds on the list base see
    (``item`` less red packets), ``mark`` before the offer in work.
    """

    count: int
    now: int
    item: int
    base: int
    mark: int
    used: bool = False  # part of a set, a group or a gift, so of no other
    locked: bool = False  # taken by another offer of the group in work

    @classmethod
    def of(cls, line: CartLine) -> Run:
        """Return all units of a line of the cart."""
        return cls(line.quantity, line.unit_price, line.unit_price, line.unit_price, line.unit_price)

    def split(self, count: int) -> Run:
        """Part ``count`` units from the run and return them as one of their own."""
        self.count -= count
        return Run(count, self.now, self.item, self.base, self.mark, self.used, self.locked)

    def copy(self) -> Run:
        """Return a twin."""
        return Run(self.count, self.now, self.item, self.base, self.mark, self.used, self.locked)


@dataclass(slots=True)
class LineLedger:
    """One line in work; a line of ten thousand units is still one run until an offer splits it."""

    line: CartLine
    runs: list[Run]
    stamp: list[int]  # counts the changes of the whole ledger
    shares: dict[str, int] = field(default_factory=dict)

    @property
    def units(self) -> int:
        """Number of units."""
        return self.line.quantity

    @property
    def amount(self) -> int:
        """What the line costs now, fen."""
        if len(self.runs) == 1:
            return self.runs[0].count * self.runs[0].now
        return sum(run.count * run.now for run in self.runs)

    def amount_at(self, base: Base) -> int:
        """What the line costs at a base, fen."""
        if base is Base.CURRENT:
            return self.amount
        if len(self.runs) == 1:
            return self.runs[0].count * self.runs[0].base
        return sum(run.count * run.base for run in self.runs)

    def room_of(self, run: Run) -> int:
        """How much a unit of the run can still lose."""
        return max(0, run.now - (self.line.floor or 0))

    @property
    def room(self) -> int:
        """How much the line can still lose."""
        return sum(run.count * self.room_of(run) for run in self.runs)

    def is_discounted(self, own: str = "") -> bool:
        """Tell whether any offer but ``own``, the one in work, took something off."""
        return any(share and offer_id != own for offer_id, share in self.shares.items())

    @property
    def is_locked(self) -> bool:
        """Whether another offer of the group in work took units of the line."""
        return any(run.locked for run in self.runs)

    def copy(self, stamp: list[int]) -> LineLedger:
        """Return a twin to try an offer on."""
        return LineLedger(self.line, [run.copy() for run in self.runs], stamp, dict(self.shares))

    def cut(self, run: Run, count: int) -> Run:
        """Return the first ``count`` units of a run as a run of their own."""
        if count >= run.count:
            return run
        head = run.split(count)
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
            self.stamp[0] += 1

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
    stamp: list[int]
    _kept: dict[tuple[int, Base | None], tuple[Scope, int]] = field(default_factory=dict)
    _kept_at: int = -1
    _goods: int = -1

    @classmethod
    def of(cls, cart: Cart, allocation: Allocation) -> Ledger:
        """Open a ledger for the selected lines of a cart."""
        stamp = [0]
        lines = [
            LineLedger(line, [Run.of(line)] if line.quantity else [], stamp) for line in cart.lines if line.selected
        ]
        return cls(lines, cart.shipping_fee, allocation, stamp)

    def copy(self) -> Ledger:
        """Return a twin to try an offer on."""
        stamp = [0]
        return Ledger([line.copy(stamp) for line in self.lines], self.shipping, self.allocation, stamp)

    def runs(self) -> Iterable[Run]:
        """Go through the units of all lines."""
        return (run for line in self.lines for run in line.runs)

    def amounts(self) -> list[int]:
        """Return what each line costs now, fen."""
        return [line.amount for line in self.lines]

    def settle_item_prices(self, before: Sequence[int]) -> None:
        """Take the prices of now as the item prices of the lines that a stage's item-level offers made cheaper.

        ``before`` are the amounts before that stage. Offers that gave a line nothing leave its item price alone, or
        it would hang on offers that don't concern it.
        """
        for line, amount in zip(self.lines, before, strict=True):
            if line.amount != amount:
                for run in line.runs:
                    run.item = run.base = run.now
        self.stamp[0] += 1

    def mark(self) -> None:
        """Note the prices of now, for ``lower_base``."""
        for run in self.runs():
            run.mark = run.now

    def lower_base(self) -> None:
        """Let later thresholds on the list base see what was taken since ``mark``."""
        for run in self.runs():
            run.base = max(0, run.base - run.mark + run.now)
        self.stamp[0] += 1

    def unlock(self) -> None:
        """Let the next group use every unit again."""
        for run in self.runs():
            run.locked = False

    def within(self, scope: Scope, lines: Sequence[LineLedger] | None = None, *, own: str = "") -> list[LineLedger]:
        """Return the lines that a scope covers; what the offer in work (``own``) took makes no line discounted."""
        return [line for line in (self.lines if lines is None else lines) if covers(scope, line, own)]

    def amount_within(self, scope: Scope, base: Base) -> int:
        """Return what the lines of a scope cost at a base, fen; kept until something changes."""
        return self._keep(scope, base)

    def units_within(self, scope: Scope) -> int:
        """Return how many units a scope covers; kept until something changes."""
        return self._keep(scope, None)

    def spread(self, lines: Sequence[LineLedger], amount: int, offer_id: str) -> int:
        """Take an amount off lines in proportion to what they cost now; return what could be taken."""
        parts = water_fill(amount, [line.amount for line in lines], [line.room for line in lines], self.allocation)
        return sum(line.take_evenly(part, offer_id) for line, part in zip(lines, parts, strict=True))

    @property
    def goods(self) -> int:
        """What the goods cost now, fen; kept until something changes."""
        if self._kept_at != self.stamp[0]:
            self._forget()
        if self._goods < 0:
            self._goods = sum(line.amount for line in self.lines)
        return self._goods

    def _keep(self, scope: Scope, base: Base | None) -> int:
        """Return a sum over a scope; thousands of offers share a few scopes, so they are told apart as objects."""
        if self._kept_at != self.stamp[0]:
            self._forget()
        key = (id(scope), base)
        found = self._kept.get(key)
        if found is None or found[0] is not scope:
            lines = self.within(scope)
            total = sum(line.units for line in lines) if base is None else sum(line.amount_at(base) for line in lines)
            found = self._kept[key] = (scope, total)
        return found[1]

    def _forget(self) -> None:
        self._kept.clear()
        self._goods = -1
        self._kept_at = self.stamp[0]


def covers(scope: Scope, state: LineLedger, own: str = "") -> bool:
    """Tell whether a scope covers a line for an offer; no scope covers what may not be discounted."""
    line = state.line
    if not line.discountable or not state.runs or line.sku in scope.excluded:
        return False
    if scope.skus and line.sku not in scope.skus:
        return False
    if scope.tags and not scope.tags & line.tags:
        return False
    if scope.excluded_tags and scope.excluded_tags & line.tags:
        return False
    if scope.undiscounted_only and state.is_discounted(own):
        return False
    if scope.price_min is None and scope.price_max is None:
        return True
    price = min(run.item for run in state.runs)
    return (scope.price_min is None or price >= scope.price_min) and (
        scope.price_max is None or price <= scope.price_max
    )
