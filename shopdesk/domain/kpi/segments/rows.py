"""From rows of one report to a cube: days on which a shop's report is missing are left out for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.daily import AWAITED_DAYS, day_numbers, day_of
from shopdesk.domain.kpi.segments.sums import IntArray, SegmentCube, empty_cube

if TYPE_CHECKING:
    import pandas as pd

LABEL = "_label"


def cube_of_rows(
    dimension: str, rows: pd.DataFrame, parts: Mapping[str, str], *, is_closed: bool = False
) -> SegmentCube:
    """Return the cube of rows with ``_label``, ``date``, ``platform``, ``shop``; ``parts`` names the column of each.

    A column may be missing. ``is_closed``: a day without rows had none (orders).
    """
    import pandas as pd

    present = {part: column for part, column in parts.items() if column in rows.columns}
    if rows.empty or not present:
        return empty_cube(dimension)
    days = day_numbers(rows["date"])
    if not is_closed:
        kept = _whole_days(rows, days)
        rows, days = rows.loc[kept], days[kept]
    if rows.empty:
        return empty_cube(dimension)
    codes, labels = pd.factorize(rows[LABEL], sort=True)
    first, last = int(days.min()), int(days.max())
    return SegmentCube.of(
        dimension,
        [str(label) for label in labels],
        start=day_of(first),
        length=last - first + 1,
        codes=codes.astype(np.int64),
        days=days - first,
        values={part: rows[column].to_numpy(dtype=float, na_value=np.nan) for part, column in present.items()},
        is_closed=is_closed,
    )


def _whole_days(rows: pd.DataFrame, days: IntArray) -> NDArray[np.bool_]:
    """Return the rows of days on which every shop that is there then has its report, as ``join`` counts them."""
    owner = rows.groupby(["platform", "shop"], sort=False).ngroup().to_numpy()
    first, length = int(days.min()), int(days.max() - days.min()) + 1
    whole = np.ones(length, dtype=bool)
    for one in range(int(owner.max()) + 1):
        own = np.unique(days[owner == one]) - first
        missing = np.zeros(length, dtype=bool)
        missing[own[0] : own[-1] + 1] = True
        if length - 1 - own[-1] <= AWAITED_DAYS:
            missing[own[-1] :] = True
        missing[own] = False
        whole &= ~missing
    return np.asarray(whole[days - first])
