"""Orders as sets of different goods: what is counted, and within which strata chance is reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Codes = npt.NDArray[np.int64]

MOST_GOODS: Final = 100
"""Orders of more different goods are left out: wholesale carts say nothing of taste and cost n² pairs."""
FORTNIGHT_DAYS: Final = 14
SIZE_BANDS: Final = (2, 3, 4, 6, 10, 16, 26)
"""Least number of different goods of each band: 2, 3, 4–5, 6–9, 10–15, 16–25, 26 and more."""
LEAST_LINES_A_STRATUM: Final = 60
"""Below that many lines a stratum its own margins leave chance no room, so that the time spans are made longer."""
LONGEST_DAYS: Final = 56
"""Longer spans would let a season pass for taste: in a small shop it is better to see nothing."""


@dataclass(frozen=True, slots=True)
class Baskets:
    """Orders with at least two different goods; lines sorted by order, then goods, no goods twice in an order.

    ``order`` and ``sku`` are codes a line, ``starts`` n + 1 offsets, ``stratum`` a code an order.
    ``orders`` counts all orders, those of a single article too; ``sold`` in how many of these each sku is.
    """

    skus: tuple[str, ...]
    order: Codes
    sku: Codes
    starts: Codes
    stratum: Codes
    strata: int
    orders: int
    sold: Codes
    days: int
    span_days: int
    wholesale: int

    @property
    def carts(self) -> int:
        """Number of orders with at least two different goods."""
        return len(self.starts) - 1

    def sizes(self) -> Codes:
        """Return the number of different goods of each of these orders."""
        return np.diff(self.starts)


def baskets_of(
    order: pd.Series, sku: pd.Series, paid_at: pd.Series | None = None, buyer: pd.Series | None = None
) -> tuple[Baskets, Baskets]:
    """Return all orders as sets, and those that prove something; the same where ``buyer`` isn't known.

    Lines without order or sku fall out, and so do unpaid ones where any is paid. What proves something counts each
    article once a person, at the first order with it: someone who buys the same two things every month is one
    customer with a habit. Both have the same codes of goods.
    """
    frame = pd.DataFrame({"order": order.to_numpy(), "sku": sku.to_numpy()})
    frame["day"] = _days(paid_at, len(frame))
    frame["buyer"] = None if buyer is None else buyer.to_numpy()
    keep = frame["order"].notna() & frame["sku"].notna()
    if (frame["day"] >= 0).any():
        keep &= frame["day"] >= 0
    frame = frame[keep]
    codes, names = pd.factorize(frame["sku"])
    frame = frame.assign(sku=codes)
    shown = _sorted(frame, tuple(map(str, names)))
    if not frame["buyer"].notna().any():
        return shown, shown
    return shown, _sorted(_first_times(frame), shown.skus)


def _days(paid_at: pd.Series | None, count: int) -> Codes:
    if paid_at is None:
        return np.full(count, -1, dtype=np.int64)
    known = pd.to_datetime(paid_at, errors="coerce", utc=True, format="mixed").dt.tz_localize(
        None
    )  # days beside moments
    moments = known.to_numpy().astype("datetime64[D]")
    days = moments.astype(np.int64)
    return np.where(np.isnat(moments), -1, days)


def _first_times(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out what a known person bought before."""
    ordered = frame.sort_values("day", kind="stable")
    repeated = ordered["buyer"].notna() & ordered.duplicated(["buyer", "sku"])
    return ordered[~repeated]


def _sorted(frame: pd.DataFrame, names: tuple[str, ...]) -> Baskets:
    order = np.asarray(pd.factorize(frame["order"])[0], dtype=np.int64)
    sku, day = frame["sku"].to_numpy(dtype=np.int64), frame["day"].to_numpy(dtype=np.int64)
    kinds = max(1, len(names))
    lines = np.unique(order * kinds + sku)  # one line for each article of an order
    order_of, sku_of = lines // kinds, lines % kinds
    count = int(order.max()) + 1 if len(order) else 0
    size = np.bincount(order_of, minlength=count)
    first_day = np.zeros(count, dtype=np.int64)
    first_day[order[::-1]] = day[::-1]  # the first line's day
    sold = np.bincount(sku_of, minlength=len(names)).astype(np.int64)
    used = (size >= SIZE_BANDS[0]) & (size <= MOST_GOODS)
    of_used = used[order_of]
    sizes, days = size[used], first_day[used]
    stratum, strata, span = _strata(days, sizes)
    return Baskets(
        skus=names,
        order=np.repeat(np.arange(len(sizes), dtype=np.int64), sizes),
        sku=sku_of[of_used],
        starts=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        stratum=stratum,
        strata=strata,
        orders=count,
        sold=sold,
        days=int(first_day.max() - first_day.min()) + 1 if count and first_day.max() > 0 else 0,
        span_days=span,
        wholesale=int((size > MOST_GOODS).sum()),
    )


def _strata(day: Codes, size: Codes) -> tuple[Codes, int, int]:
    """Return the stratum of each order, how many there are, and the days of a span, counted back from the last day."""
    if not len(size):
        return np.zeros(0, dtype=np.int64), 0, FORTNIGHT_DAYS
    band = np.searchsorted(np.array(SIZE_BANDS), size, side="right") - 1
    back = int(day.max()) - day
    span = FORTNIGHT_DAYS
    while True:
        codes, stratum = np.unique(back // span * len(SIZE_BANDS) + band, return_inverse=True)
        if size.sum() / len(codes) >= LEAST_LINES_A_STRATUM or span >= LONGEST_DAYS:
            return stratum.astype(np.int64), len(codes), span
        span *= 2
