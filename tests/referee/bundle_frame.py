"""Pairs of goods from one plain frame of lines, whatever types its columns came with."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
import pandas as pd

from shopdesk.domain.promotions.bundles.baskets import baskets_of
from shopdesk.domain.promotions.bundles.search import LeftOut, find_sets
from shopdesk.domain.promotions.bundles.variants import products

NEEDED: Final = ("order_id", "sku", "paid_at")
_Unit = Literal["D", "s", "ms", "us", "ns"]

_UNITS: Final[tuple[tuple[float, _Unit], ...]] = (
    (1e5, "D"),
    (1e11, "s"),
    (1e14, "ms"),
    (1e17, "us"),
)
"""Numbers below a bound count so much time since 1970; larger ones nanoseconds."""
_WRITTEN_DAYS: Final = (19_000_101, 21_001_231)
"""Numbers between are days as they are written: 20260131."""


def find_bundles(lines: pd.DataFrame) -> pd.DataFrame:
    """Return every pair of goods in at least a few orders: sku_a, sku_b, together, expected, lift, p_value, accepted.

    ``lines``: order_id, sku, paid_at (moments, days, their texts in any mix, or numbers: since 1970 or 20260131); known
    buyers (``buyer``), listings (``item_id``), titles and prices (``unit_price``, 0 is a gift) are used where they are
    told. A line twice counts once. Raises ValueError where one of the three is missing, for without days a season would
    pass for taste.
    """
    lacking = [name for name in NEEDED if name not in lines]
    if lacking and not lines.empty:
        msg = f"lines must have the columns {', '.join(NEEDED)}; missing: {', '.join(lacking)}"
        raise ValueError(msg)
    lines = lines.reset_index(drop=True) if not lacking else pd.DataFrame(columns=list(NEEDED), dtype=object)
    if "unit_price" in lines:
        lines = lines[~(pd.to_numeric(lines["unit_price"], errors="coerce") <= 0)]
    skus = _names(lines["sku"])
    shown, evidence = baskets_of(_names(lines["order_id"]), skus, _moments(lines["paid_at"]), lines.get("buyer"))
    pairs = find_sets(shown, evidence, left=LeftOut(_products(lines, skus))).pairs
    first_seen = ~skus.duplicated() & skus.notna()
    given = dict(zip(skus[first_seen].astype(str), lines.loc[first_seen, "sku"], strict=True))
    first, second = ([given[pairs.skus[code]] for code in pairs.goods[:, side].tolist()] for side in (0, 1))
    kind = lines["sku"].dtype
    return pd.DataFrame(
        {
            "sku_a": pd.Series(first, dtype=None if first else kind),
            "sku_b": pd.Series(second, dtype=None if first else kind),
            "together": pairs.together,
            "expected": pairs.expected,
            "lift": pairs.lift,
            "p_value": pairs.p_value,
            "accepted": pairs.accepted,
        }
    )


def _names(column: pd.Series) -> pd.Series:
    """Return a column whose equal texts are one: 7 and "7" of a column read cell by cell are the same article."""
    return column.map(str, na_action="ignore") if column.dtype == object else column


def _moments(column: pd.Series) -> pd.Series:
    """Return numbers as the moments that they are meant for, anything else as it came."""
    plain = column.infer_objects()
    if isinstance(plain.dtype, pd.PeriodDtype):
        return pd.Series(plain.dt.to_timestamp())
    if not pd.api.types.is_numeric_dtype(plain.dtype):
        return plain
    numbers = plain.astype("float64")
    usual = float(numbers.median())
    if _WRITTEN_DAYS[0] <= usual <= _WRITTEN_DAYS[1]:
        return pd.Series(pd.to_datetime(numbers.astype("Int64").astype("string"), format="%Y%m%d", errors="coerce"))
    unit: _Unit = next((unit for bound, unit in _UNITS if abs(usual) < bound), "ns")
    return pd.Series(pd.to_datetime(numbers.where(np.isfinite(numbers)), unit=unit, errors="coerce"))


def _products(lines: pd.DataFrame, skus: pd.Series) -> dict[str, str]:
    """Return the product of each sku where listings or titles tell it."""
    if "item_id" not in lines and "title" not in lines:
        return {}
    texts = pd.DataFrame({"sku": skus, "item_id": lines.get("item_id", ""), "title": lines.get("title", "")})
    texts = texts[texts["sku"].notna()].astype(object).fillna("").astype(str).drop_duplicates("sku", keep="last")
    return products(texts.itertuples(index=False, name=None))
