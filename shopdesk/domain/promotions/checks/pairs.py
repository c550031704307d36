"""Pairs of offers that may meet in one group, found without trying each against each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from shopdesk.domain.promotions.checks.record import day_of, minute_of
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import GroupRule, Policy

_LATE = 10**12
_TRIES = 200_000


def pairs_in_groups(offers: Sequence[Offer], policy: Policy, most: int) -> list[tuple[Offer, Offer]]:
    """Return pairs of one group that share goods and days, at most ``most``, in the order given."""
    groups: dict[str, list[int]] = {}
    for place, offer in enumerate(offers):
        if policy.groups.get(offer.group, GroupRule.POOL_EQUAL) is not GroupRule.POOL_EQUAL:
            groups.setdefault(offer.group, []).append(place)
    found: dict[tuple[int, int], None] = {}
    tries = 0
    for members in groups.values():
        for first, second in _near(offers, members):
            tries += 1
            pair = (first, second) if first < second else (second, first)
            if pair not in found and shared_days(offers[first], offers[second]) is not None:
                found[pair] = None
            if len(found) >= most or tries >= _TRIES:
                return [(offers[one], offers[two]) for one, two in sorted(found)]
    return [(offers[one], offers[two]) for one, two in sorted(found)]


def shared_days(one: Offer, two: Offer) -> tuple[date | None, date | None] | None:
    """Return the first and last day on which both run (None: open), None where they never do."""
    start = max(_start(one), _start(two))
    end = min(_end(one), _end(two))
    if end <= start:
        return None
    return (day_of(start) if start >= 0 else None), (day_of(end - 1) if end < _LATE else None)


def _near(offers: Sequence[Offer], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    general = [place for place in members if not offers[place].scope.skus]
    by_sku: dict[str, list[int]] = {}
    for place in members:
        for sku in offers[place].scope.skus:
            by_sku.setdefault(sku, []).append(place)
    yield from combinations(general, 2)
    for place in general:
        yield from ((place, other) for other in members if offers[other].scope.skus)
    for places in by_sku.values():
        yield from combinations(places, 2)


def _start(offer: Offer) -> int:
    return -1 if offer.start is None else minute_of(offer.start, offer.start_minute)


def _end(offer: Offer) -> int:
    return _LATE if offer.end is None else minute_of(offer.end, offer.end_minute)
