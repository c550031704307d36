"""Who bought in a quarter: class, first item, region and price band, against the quarter before, chance apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import erfc, sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.customers.purchases import Purchases, people, quarter_start

if TYPE_CHECKING:
    from shopdesk.domain.kpi.customers.rfm import Scored

TOP: Final = 8
"""Items and regions that stand alone; the rest is one."""
OTHER: Final = "…"
ALPHA: Final = 0.05
"""Chance that any of a cut's drifts is marked though nothing moved (Bonferroni)."""
MIN_BUYERS: Final = 5
"""Buyers that a group needs in either quarter to be listed."""


class Cut(StrEnum):
    """By what the buyers of a quarter are divided."""

    ALL = "all"  # class × first item × region × price band
    CLASS = "class"
    ITEM = "item"
    REGION = "region"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Person:
    """What one buyer of a quarter is: class key, first item, region, price band (0 lowest of three)."""

    key: str
    item: str
    region: str
    band: str

    def of(self, cut: Cut) -> tuple[str, ...]:
        """Return the labels by a cut."""
        match cut:
            case Cut.ALL:
                return self.key, self.item, self.region, self.band
            case Cut.CLASS:
                return (self.key,)
            case Cut.ITEM:
                return (self.item,)
            case Cut.REGION:
                return (self.region,)
            case _:
                return (self.band,)


@dataclass(frozen=True, slots=True)
class PersonaRow:
    """A group of buyers of a quarter: number and share, sales, share of the quarter before (None without one).

    ``p`` is the chance of a drift at least this large where nothing moved; ``is_beyond_chance`` allows for the number
    of groups looked at.
    """

    labels: tuple[str, ...]
    buyers: int
    share: float
    yuan: float
    share_before: float | None
    p: float | None
    is_beyond_chance: bool


@dataclass(frozen=True, slots=True)
class Quarter:
    """The buyers of a quarter: what each is and spent; ``bands`` are the two limits of the price bands in yuan."""

    end: date
    persons: tuple[Person, ...]
    yuan: tuple[float, ...]


def price_limits(bought: Purchases) -> tuple[float, float]:
    """Return the yuan per order between the three price bands: thirds of all orders of the shop."""
    low, high = np.quantile(bought.yuan, [1 / 3, 2 / 3])
    return float(low), float(high)


def quarter(bought: Purchases, found: Scored, end: date, limits: tuple[float, float]) -> Quarter:
    """Return the buyers of the quarter that ends on a day; ``found`` gives their classes on that day."""
    inside = bought.until(end, since=quarter_start(end))
    if not inside.count:
        return Quarter(end, (), ())
    who = people(inside, end)
    classes = dict(zip(found.people.buyer.tolist(), found.classes, strict=True))
    whole = people(bought.until(end), end)
    first = dict(zip(whole.buyer.tolist(), whole.first_place.tolist(), strict=True))
    ever = bought.until(end)
    orders = np.bincount(np.unique(inside.buyer, return_inverse=True)[1])
    items, regions = _top(bought.item), _top(bought.region)
    persons = []
    for buyer, yuan, number in zip(who.buyer.tolist(), who.yuan, orders, strict=True):
        place = first[buyer]
        band = str(int(np.searchsorted(limits, yuan / number, side="right")))
        item, region = str(ever.item[place]), str(ever.region[place])
        persons.append(
            Person(
                str(classes.get(buyer, "")),
                item if item in items else OTHER if item else "",
                region if region in regions else OTHER if region else "",
                band,
            )
        )
    return Quarter(end, tuple(persons), tuple(float(one) for one in who.yuan))


def persona(now: Quarter, before: Quarter | None, cut: Cut) -> tuple[PersonaRow, ...]:
    """Return the groups of a quarter, largest first, with their drift since the quarter before."""
    current, earlier = _counts(now, cut), _counts(before, cut) if before is not None else {}
    total, total_before = len(now.persons), 0 if before is None else len(before.persons)
    listed = [
        labels
        for labels in current.keys() | earlier.keys()
        if max(current.get(labels, (0, 0.0))[0], earlier.get(labels, (0, 0.0))[0]) >= MIN_BUYERS
    ]
    rows = []
    for labels in listed:
        count, yuan = current.get(labels, (0, 0.0))
        was = earlier.get(labels, (0, 0.0))[0]
        p = _drift_p((count, total), (was, total_before)) if total_before and total else None
        rows.append(
            PersonaRow(
                labels,
                count,
                count / total if total else 0.0,
                yuan,
                was / total_before if total_before else None,
                p,
                p is not None and p <= ALPHA / len(listed),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.buyers, row.labels)))


def _counts(of: Quarter, cut: Cut) -> dict[tuple[str, ...], tuple[int, float]]:
    counts: dict[tuple[str, ...], tuple[int, float]] = {}
    for person, yuan in zip(of.persons, of.yuan, strict=True):
        number, money = counts.get(person.of(cut), (0, 0.0))
        counts[person.of(cut)] = (number + 1, money + yuan)
    return counts


def _top(texts: Iterable[str]) -> frozenset[str]:
    values, counts = np.unique(np.asarray(texts, dtype=str), return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return frozenset([str(values[place]) for place in order if values[place]][:TOP])


def _drift_p(now: tuple[int, int], before: tuple[int, int]) -> float:
    """Return the two-sided p of two shares (pooled z with Yates' correction: few buyers don't cry wolf)."""
    (x, n), (y, m) = now, before
    pooled = (x + y) / (n + m)
    variance = pooled * (1 - pooled) * (1 / n + 1 / m)
    if variance <= 0:
        return 1.0
    gap = max(0.0, abs(x / n - y / m) - (1 / n + 1 / m) / 2)
    return erfc(gap / sqrt(2 * variance))
