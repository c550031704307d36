"""Whether a slice moved more than it does anyhow: counts have less chance in them than a shop's days have swings."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

HISTORY_DAYS: Final = 56
LEAST_DAYS: Final = 14
"""With fewer days before the period its usual swings aren't known."""

DAY_TO_DAY: Final = 0.6
"""How alike neighbouring days are (lag-1 correlation): a slow drift must not look like many independent days."""

SURE_Z: Final = 2.576  # 1 %, two-sided
_NORMAL_MAD: Final = 1.4826


def is_usual(
    rows: pd.DataFrame,
    attributes: Mapping[str, object],
    *,
    numerator: str,
    denominator: str,
    before: Period,
    after: Period,
) -> bool | None:
    """Return whether the slice's distance from the rest moved no more than usual; None with too little history.

    ``rows`` have ``date``, the attributes' columns and the figures. The distance is the log of slice by rest, day by
    day; its spread over the eight weeks before says what is usual.
    """
    import pandas as pd

    first = min(pd.Timestamp(before.start), pd.Timestamp(after.start) - pd.Timedelta(days=HISTORY_DAYS))
    rows = rows.loc[rows["date"].between(first, pd.Timestamp(after.end))]
    inside = np.ones(len(rows), dtype=bool)
    for name, value in attributes.items():
        inside &= (rows[name] == value).to_numpy()
    distance = _distance(rows, inside, numerator)
    if denominator:
        distance = distance - _distance(rows, inside, denominator)
    days = distance.index
    history = distance[(days < pd.Timestamp(after.start)) & (days >= first)].to_numpy()
    sides = [
        distance[(days >= pd.Timestamp(one.start)) & (days <= pd.Timestamp(one.end))].to_numpy()
        for one in (before, after)
    ]
    if history.size < LEAST_DAYS or not all(side.size for side in sides):
        return None
    spread = _NORMAL_MAD * float(np.median(np.abs(history - np.median(history))))
    error = spread * sqrt(sum(_alike(side.size) for side in sides))
    return bool(abs(sides[1].mean() - sides[0].mean()) < SURE_Z * error)


def _distance(rows: pd.DataFrame, inside: NDArray[np.bool_], column: str) -> pd.Series:
    """Return by day the log of what is inside by what is outside, each with half an event more."""
    amounts = rows[column].astype(float).fillna(0.0)
    own = amounts.where(inside, 0.0).groupby(rows["date"]).sum()
    rest = amounts.where(~inside, 0.0).groupby(rows["date"]).sum()
    result: pd.Series = np.log(np.maximum(own, 0.0) + 0.5) - np.log(np.maximum(rest, 0.0) + 0.5)
    return result


def _alike(days: int) -> float:
    """Return the variance of a mean of neighbouring days in units of that of one day (AR(1))."""
    rho = DAY_TO_DAY
    return ((1 + rho) / (1 - rho) - 2 * rho * (1 - rho**days) / (days * (1 - rho) ** 2)) / days
