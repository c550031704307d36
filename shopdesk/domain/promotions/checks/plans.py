"""Which goods bring the beginning of a cart exactly onto the amounts at which offers give most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Final

from shopdesk.domain.promotions.checks.ground import Ground, Signature
from shopdesk.domain.promotions.checks.marks import amounts
from shopdesk.domain.promotions.offers import EveryAmountOff
from shopdesk.domain.promotions.policy import GroupRule

_MOST_TARGETS: Final = 200
_MOST_CLASSES: Final = 4
_MOST_AMOUNTS: Final = 5
_MOST_OWN: Final = 2

Plan = tuple[tuple[int, int], ...]
"""Fillers: (place of the class, fen)."""


@dataclass(frozen=True, slots=True)
class Plans:
    """Makes the ways to fill carts on one ground."""

    ground: Ground
    _amounts: dict[Signature, list[int]] = field(default_factory=dict)
    _needed: dict[Signature, list[int]] = field(default_factory=dict)
    _near: dict[Signature, tuple[tuple[int, Signature], ...]] = field(default_factory=dict)
    _split: dict[Signature, tuple[Signature, ...]] = field(default_factory=dict)
    _orders: dict[Signature, tuple[tuple[tuple[int, Signature], ...], ...]] = field(default_factory=dict)

    def of(self, signature: Signature, base: Mapping[int, int]) -> Iterator[Plan]:
        """Yield the ways to fill a cart whose goods under each offer cost ``base`` fen; the first adds nothing."""
        yield ()
        if not signature:
            return
        total = max(base.values(), default=0)
        covering = [(place, other) for place, other in self._nearby(signature) if signature <= other]
        for place, other in covering[:_MOST_CLASSES]:
            for amount in dict.fromkeys(self._worth(signature, other, total)):
                yield ((place, amount - total),)
        if not self.ground.has_one_scope(signature):
            yield from self._apart(signature, base)

    def _worth(self, signature: Signature, other: Signature, total: int) -> Iterator[int]:
        """Yield the amounts worth reaching with goods of a class; what its own further offers take off counts too."""
        yield from self._above(signature, total)
        for own in self._of(other - signature)[:_MOST_OWN]:
            yield from self._above(signature, total + own - 1)

    def count_needed(self, signature: Signature) -> list[int]:
        """Return the numbers of units that steps ask for."""
        found = self._needed.get(signature)
        if found is None:
            marks = (mark for place in signature for mark in self.ground.marks[place])
            found = self._needed[signature] = sorted({mark.units for mark in marks if mark.units > 1})
        return found

    def _apart(self, signature: Signature, base: Mapping[int, int]) -> Iterator[Plan]:
        """Yield fillings that bring offers of different goods onto amounts of their own."""
        seen: set[Plan] = {()}
        parts = self._parts(signature)
        useful = self._useful(signature)
        wishes = [(0, *self._above(part, max(base.get(place, 0) for place in part))) for part in parts]
        for targets in islice(product(*wishes), _MOST_TARGETS):
            needs = {
                place: target - base.get(place, 0)
                for part, target in zip(parts, targets, strict=True)
                for place in part
                if target > base.get(place, 0)
            }
            if not needs:
                continue
            for order in useful:
                for overshoot in (False, True):
                    plan = _filled(order, needs, overshoot=overshoot)
                    if plan not in seen:
                        seen.add(plan)
                        yield plan

    def _parts(self, signature: Signature) -> tuple[Signature, ...]:
        """Return the offers of a signature, those together that see the same goods."""
        found = self._split.get(signature)
        if found is None:
            groups: dict[frozenset[int], set[int]] = {}
            for place in signature:
                seen = frozenset(at for at, other in enumerate(self.ground.classes) if place in other)
                groups.setdefault(seen, set()).add(place)
            found = self._split[signature] = tuple(frozenset(group) for group in groups.values())
        return found

    def _useful(self, signature: Signature) -> tuple[tuple[tuple[int, Signature], ...], ...]:
        """Return the orders in which classes fill a cart: one class for each kind of overlap, those with most first.

        Where several classes overlap alike, the one that most other offers meet is tried too: what those take off
        leaves more to the article.
        """
        found = self._orders.get(signature)
        if found is None:
            alike: dict[Signature, list[tuple[int, Signature]]] = {}
            for place, other in self._nearby(signature):
                alike.setdefault(other & signature, []).append((place, other))
            fewest = tuple(own[0] for own in alike.values())[:_MOST_CLASSES]
            most = tuple(own[-1] for own in alike.values())[:_MOST_CLASSES]
            found = self._orders[signature] = tuple(dict.fromkeys((fewest, most, fewest[1:])))
        return found

    def _nearby(self, signature: Signature) -> tuple[tuple[int, Signature], ...]:
        """Return the classes that share offers with a signature, those that share most first.

        Goods that only an article itself is of can't fill a cart beside it.
        """
        found = self._near.get(signature)
        if found is None:
            classes = [
                (place, other)
                for place, other in enumerate(self.ground.classes)
                if other & signature and not (other == signature and len(self.ground.members[other]) < 2)
            ]
            classes.sort(key=lambda pair: (-len(pair[1] & signature), len(pair[1])))
            found = self._near[signature] = tuple(classes)
        return found

    def _above(self, signature: Signature, total: int) -> list[int]:
        """Return the amounts above one that take the largest share off, and the next of those that come again."""
        found = dict.fromkeys(islice((amount for amount in self._of(signature) if amount > total), _MOST_AMOUNTS))
        for place in sorted(signature):
            benefit = self.ground.orders[place].benefit
            if isinstance(benefit, EveryAmountOff):
                times = total // benefit.step + 1
                if benefit.max_times is None or times <= benefit.max_times:
                    found[times * benefit.step] = None
        return list(found)

    def _of(self, signature: Signature) -> list[int]:
        found = self._amounts.get(signature)
        if found is None:
            groups = [name for name, rule in self.ground.policy.groups.items() if rule is not GroupRule.POOL_EQUAL]
            offers = [self.ground.orders[place] for place in sorted(signature)]
            found = self._amounts[signature] = amounts(offers, groups)
        return found


def _filled(order: Sequence[tuple[int, Signature]], needs: Mapping[int, int], *, overshoot: bool) -> Plan:
    """Fill up with one class after the other: as far as no offer goes beyond its amount, or until all have it."""
    left = dict(needs)
    plan = []
    for place, signature in order:
        open_needs = [left[at] for at in signature if left.get(at, 0) > 0]
        beyond = any(at in left and left[at] <= 0 for at in signature)
        if not open_needs or (beyond and not overshoot):
            continue
        amount = max(open_needs) if overshoot else min(open_needs)
        plan.append((place, amount))
        for at in signature:
            if at in left:
                left[at] -= amount
    return tuple(plan)
