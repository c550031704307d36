"""Rows to strands: one sum a day for each part, platform and shop, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.daily import PartSource, Strand, day_numbers, day_of

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd


def strands(rows: pd.DataFrame, table: str, columns: Mapping[str, str], *, closed: bool = False) -> Iterator[Strand]:
    """Yield one strand a part, platform and shop; ``closed`` means that a day without rows had none (orders)."""
    for (platform, _shop), group in rows.groupby(["platform", "shop"], sort=True):
        days = day_numbers(group["date"])
        kinds = tuple(sorted(set(group["kind"]) - {""}))
        for part, column in columns.items():
            values = group[column].to_numpy(dtype=float, na_value=np.nan)
            known = ~np.isnan(values)
            if not known.any():
                continue
            numbers, sums = _sum_by_day(days[known], values[known], closed=closed)
            first, last = int(numbers[0]), int(numbers[-1])
            source = PartSource(table, str(platform), kinds, day_of(first), day_of(last), int(numbers.size))
            yield Strand(part, source, numbers, sums, closed)


def _sum_by_day(
    days: NDArray[np.int64],
    values: NDArray[np.float64],
    *,
    closed: bool,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    first = int(days.min())
    sums = np.bincount(days - first, weights=values).astype(np.float64)
    seen = np.bincount(days - first) > 0
    if closed:
        seen[:] = True
    kept = np.flatnonzero(seen)
    return (kept + first).astype(np.int64), sums[kept]
