"""The doors through which outside cases reach the board's analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from shopdesk.domain.kpi.alerts.stream import BoolArray, Kind

KINDS_OF_SERIES: Final = ("count", "money", "rate")
LONGEST_GAP: Final = 52 * 7
"""Days of a gap that are walked through one by one."""


def attribute(case: dict[str, Any]) -> dict[str, Any]:
    """Divide the change that a case tells of: every key that its ``expected`` may hold."""
    from tests.referee.attribution import KINDS

    return KINDS[case["kind"]](case)


def search_segments(
    before: pd.DataFrame, after: pd.DataFrame, *, dimensions: list[str], numerator: str, denominator: str
) -> list[dict[str, Any]]:
    """Return the attribute sets of the slices that changed on their own, best first, at most three."""
    from shopdesk.domain.kpi.segments.scan import scan

    found = scan(before, after, dimensions=dimensions, numerator=numerator, denominator=denominator)
    return [dict(one.attributes) for one in found]


def flag_days(
    values: pd.Series,
    *,
    kind: Kind,
    counts: pd.Series | None,
    promo_days: dict[date, str],
) -> pd.Series:
    """Say of each day of a daily series (NaN = missing) whether it is out of the ordinary, by the days up to it."""
    import numpy as np
    import pandas as pd

    from shopdesk.domain.kpi.alerts.flagging import Given, flag_all

    if kind not in KINDS_OF_SERIES:
        raise ValueError(f"kind is {kind!r}, which is none of {', '.join(KINDS_OF_SERIES)}")
    if values.empty:
        return pd.Series([], index=values.index, dtype=bool)
    own = _by_day(values)
    days = pd.date_range(own.index.min(), own.index.max(), freq="D")
    whole = own.reindex(days).to_numpy(dtype=float)
    events = None if counts is None or counts.empty else _by_day(counts).reindex(days).to_numpy(dtype=float)
    campaigns = pd.DatetimeIndex(list(promo_days)).tz_localize(None).normalize()
    promoted = np.asarray(days.isin(campaigns))
    kept = _without_long_gaps(np.isfinite(whole))
    (flags,) = flag_all(
        [Given(whole[kept], kind, None if events is None else events[kept])],
        promoted=[promoted[kept]],
        weekdays=np.asarray(days.day_of_week, dtype=np.int64)[kept],
    )
    by_day = pd.Series(flags, index=days[kept]).reindex(own.index, fill_value=False)
    return pd.Series(by_day.to_numpy(dtype=bool), index=values.index)


def _by_day(values: pd.Series) -> pd.Series:
    """Return a series under midnights, whether its days are dates, periods or moments; in any order."""
    import pandas as pd

    if pd.api.types.is_numeric_dtype(values.index):
        raise ValueError("the index holds numbers where it should hold days")
    index = values.index.to_timestamp() if isinstance(values.index, pd.PeriodIndex) else pd.DatetimeIndex(values.index)
    days = index.tz_localize(None).normalize()
    if days.hasnans:
        raise ValueError("the index has a place without a day")
    if days.has_duplicates:
        twice = days[days.duplicated()][0].date()
        raise ValueError(f"the index has {twice} more than once: one value a day can be judged")
    return pd.to_numeric(values, errors="raise").astype(float).set_axis(days)


def _without_long_gaps(is_known: BoolArray) -> BoolArray:
    """Return which days to walk through: of a gap only the first ``LONGEST_GAP`` days, whole weeks, teach anything."""
    import numpy as np

    place = np.arange(is_known.size)
    last_known = np.maximum.accumulate(np.where(is_known, place, -1))
    into_gap = place - last_known
    next_known = np.minimum.accumulate(np.where(is_known, place, is_known.size)[::-1])[::-1]
    weeks_end = last_known + 1 + (next_known - last_known - 1) // 7 * 7
    return np.asarray((into_gap <= LONGEST_GAP) | (place >= weeks_end))
