"""The doors through which outside cases reach the board's analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from shopdesk.domain.kpi.alerts.stream import Kind


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

    if values.empty:
        return pd.Series([], index=values.index, dtype=bool)
    own = _by_day(values)
    days = pd.date_range(own.index.min(), own.index.max(), freq="D")
    whole = own.reindex(days).to_numpy(dtype=float)
    events = None if counts is None else _by_day(counts).reindex(days).to_numpy(dtype=float)
    promoted = np.array([day.date() in promo_days for day in days])
    (flags,) = flag_all(
        [Given(whole, kind, events)], promoted=[promoted], weekdays=np.asarray(days.day_of_week, dtype=np.int64)
    )
    return pd.Series(pd.Series(flags, index=days).reindex(own.index).to_numpy(dtype=bool), index=values.index)


def _by_day(values: pd.Series) -> pd.Series:
    """Return a series under midnights, whether its days are dates, periods or moments; in any order."""
    import pandas as pd

    index = values.index.to_timestamp() if isinstance(values.index, pd.PeriodIndex) else pd.DatetimeIndex(values.index)
    return values.set_axis(index.tz_localize(None).normalize())
