"""Small fact frames, as a workspace gives them."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd


def days(count: int, *, until: date = date(2026, 4, 30)) -> list[date]:
    return [until - timedelta(days=count - 1 - place) for place in range(count)]


def daily(
    dates: list[date], *, platform: str = "taobao", shop: str = "", kind: str = "test", **columns: object
) -> pd.DataFrame:
    stamps = pd.to_datetime(dates)
    return pd.DataFrame(
        {"date": stamps, "date_end": stamps, "platform": platform, "shop": shop, "kind": kind, **columns}
    )
