"""What must be counted anew for every period: people and items that days can't be added up to.

A row is one order of one buyer (or one item that was on sale) on one day. For windows of ``days`` days that end with
each day, everything is counted at once by running sums: a buyer is counted at the last of his orders within the
window, which holds for an unbroken run of window ends, so that each order adds one run. Nothing is approximated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.daily import FloatArray, PartSource
from shopdesk.domain.periods import Period

IntArray: TypeAlias = NDArray[np.int64]

DAY_WINDOW: Final = 30
"""Days that a single day's series of these parts looks back, as the platforms do."""
HISTORY_DAYS: Final = 90
"""Days of orders before a window that make "first order" mean something."""
_NEVER: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """All paid orders with a known buyer, ordered by buyer and day.

    ``days`` counts from ``first``; ``kept`` is what was paid less what was refunded, in fen.
    """

    first: date
    length: int
    days: IntArray
    buyers: IntArray
    kept: IntArray
    sources: tuple[PartSource, ...] = ()
    _counted: dict[tuple[str, int], FloatArray] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        *,
        day_numbers: IntArray,
        buyers: IntArray,
        kept: IntArray,
        first: date,
        length: int,
        sources: Iterable[PartSource] = (),
    ) -> OrderFacts:
        """Return the facts of orders in any order; ``day_numbers`` count from ``first``."""
        order = np.lexsort((day_numbers, buyers))
        return cls(first, length, day_numbers[order], buyers[order], kept[order], tuple(sources))

    def counted(self, part: str, days: int) -> FloatArray:
        """Return for each day from ``first`` the count over the ``days`` days that end with it; NaN where unknown."""
        key = (part, days)
        if key not in self._counted:
            self._counted[key] = self._count(part, days)
        return self._counted[key]

    def _count(self, part: str, days: int) -> FloatArray:
        day, same = self.days, self.buyers[1:] == self.buyers[:-1]
        before = np.full(day.size, -_NEVER)
        after = np.full(day.size, _NEVER)
        before[1:][same] = day[:-1][same]
        after[:-1][same] = day[1:][same]
        is_first = before == -_NEVER
        end = day + days - 1
        match part:
            case "window_orders":
                counts = self._runs(day, end)
            case "window_buyers" | "prior_buyers":
                counts = self._runs(day, np.minimum(end, after - 1))
            case "repeat_buyers":
                counts = self._runs(day, np.minimum(np.minimum(before + days - 1, after - 1), end))
            case "repeat_orders":
                return self.counted("window_orders", days) - self.counted("window_buyers", days)
            case "first_buyers":
                counts = self._runs(day[is_first], end[is_first])
            case "rebuyers":
                counts = self._runs(np.maximum(day, before + days), np.minimum(end, before + 2 * days - 1))
            case "ever_buyers":
                return np.cumsum(np.bincount(day[is_first], minlength=self.length)).astype(np.float64)
            case "ever_paid":
                return np.cumsum(np.bincount(day, weights=self.kept, minlength=self.length))
            case _:
                raise KeyError(part)
        return _since(counts, part, days)

    def _runs(self, start: IntArray, stop: IntArray) -> FloatArray:
        return _runs(start, stop, self.length)


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """The items of the shop by day, each at most once a day, with whether anything of it was paid."""

    first: date
    length: int
    days: IntArray
    items: IntArray
    sold: NDArray[np.bool_]
    sources: tuple[PartSource, ...] = ()

    def counted(self, part: str, days: int) -> FloatArray:
        """Return for each day from ``first`` how many different items there were in the ``days`` days up to it."""
        if part not in ("sold_goods", "listed_goods"):
            raise KeyError(part)
        chosen = self.sold if part == "sold_goods" else np.ones(self.sold.size, dtype=bool)
        day, item = self.days[chosen], self.items[chosen]
        order = np.lexsort((day, item))
        day, item = day[order], item[order]
        after = np.full(day.size, _NEVER)
        same = item[1:] == item[:-1]
        after[:-1][same] = day[1:][same]
        counts = _runs(day, np.minimum(day + days - 1, after - 1), self.length)
        whole = _runs(np.unique(self.days), np.unique(self.days) + days - 1, self.length) >= days
        return np.where(whole, counts, np.nan)


WindowFacts: TypeAlias = OrderFacts | ItemFacts


def _runs(start: IntArray, stop: IntArray, length: int) -> FloatArray:
    """Return how many of the runs ``start``–``stop`` (both included) hold each day from 0 to ``length`` - 1."""
    some = (stop >= start) & (start < length) & (stop >= 0)
    steps = np.bincount(np.maximum(start[some], 0), minlength=length + 1)[: length + 1]
    steps = steps - np.bincount(np.minimum(stop[some] + 1, length), minlength=length + 1)[: length + 1]
    return np.cumsum(steps)[:length].astype(np.float64)


def _since(counts: FloatArray, part: str, days: int) -> FloatArray:
    """Return counts with NaN where the window, or what must stand before it, begins before the first order."""
    out = counts
    if part == "prior_buyers":
        out = np.concatenate([np.full(min(days, counts.size), np.nan), counts[:-days]])
    wanted = {"rebuyers": 2 * days, "prior_buyers": 2 * days, "first_buyers": days + HISTORY_DAYS}.get(part, days)
    out = out.copy()
    out[: wanted - 1] = np.nan
    return out


def over_days(facts: WindowFacts, part: str, period: Period, days: int) -> FloatArray:
    """Return one value for each day of a period: the count over the ``days`` days that end with it."""
    counted = facts.counted(part, days)
    out = np.full(period.days, np.nan)
    shift = (period.start - facts.first).days
    low, high = max(0, shift), min(facts.length, shift + period.days)
    if low < high:
        out[low - shift : high - shift] = counted[low:high]
    return out


def over_period(facts: WindowFacts, part: str, period: Period) -> tuple[float | None, int]:
    """Return the count over a period as far as there are figures, and how many days of it those are."""
    last = facts.first + timedelta(days=facts.length - 1)
    start, end = max(period.start, facts.first), min(period.end, last)
    if end < start:
        return None, 0
    days = (end - start).days + 1
    value = float(facts.counted(part, days)[(end - facts.first).days])
    return (None, 0) if np.isnan(value) else (value, days)
