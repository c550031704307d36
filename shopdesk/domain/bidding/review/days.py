"""Days held against days: which days after a plan was taken are paired with which before, and what they summed to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats

FORTNIGHT: Final = timedelta(days=14)
SUMS: Final = ("impressions", "clicks", "cost", "orders", "revenue")


@dataclass(frozen=True, slots=True)
class DayRows:
    """Figures of some days: arrays by ``SUMS`` name, money in fen; a name that the report doesn't tell is missing.

    ``name`` says whose days they are.
    """

    name: str
    days: tuple[date, ...]
    values: Mapping[str, Floats]

    def at(self, metric: str, days: Sequence[date]) -> Floats | None:
        """Return a metric on some days, all of which must be among these; None where it isn't told."""
        column = self.values.get(metric)
        if column is None:
            return None
        place = {day: at for at, day in enumerate(self.days)}
        return np.asarray(column[[place[day] for day in days]])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Days after the change, each with the same weekday before it, in order."""

    after: tuple[date, ...]
    before: tuple[date, ...]

    def __len__(self) -> int:
        return len(self.after)


def paired(
    taken_on: date, known: Collection[date], *, until: date, left_out: Collection[date] = (), days: int = 14
) -> Pairs:
    """Return the pairs of the first ``days`` days after a change, up to ``until``.

    Each day is held against that two weeks earlier (four where that is the day of the change, which is neither before
    nor after). Days that aren't known or are left out take no part, nor do their partners.
    """
    usable = set(known) - set(left_out)
    after, before = [], []
    for number in range(1, days + 1):
        day = taken_on + timedelta(days=number)
        partner = day - FORTNIGHT
        while partner >= taken_on:
            partner -= FORTNIGHT
        if day <= until and day in usable and partner in usable:
            after.append(day)
            before.append(partner)
    return Pairs(tuple(after), tuple(before))
