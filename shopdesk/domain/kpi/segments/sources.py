"""Traffic sources: one level of the tree and one carrier at a time, so that no total stands beside its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shopdesk.domain.kpi.segments.rows import LABEL

if TYPE_CHECKING:
    import pandas as pd

WHOLE_SHOP: Final = "全店"
"""The carrier of rows that stand for all carriers."""

_TOTALS: Final = frozenset({"", "汇总", "全部", "总计", "合计", "整体"})
_LEVELS: Final = ("source_1", "source_2", "source_3", "source_4")
_OWNER: Final = ("platform", "shop", "date")

SOURCE_PARTS: Final = {
    part: part
    for part in (
        "visitors", "new_visitors", "page_views", "cart_users", "fav_users", "order_buyers", "order_amount",
        "pay_buyers", "pay_amount", "pay_orders", "pay_items",
    )
}  # fmt: skip


def source_details(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the finest rows, each once, labelled by their own name (with the name above it where that is shared)."""
    rows, depth = _one_carrier(rows)
    below = _has_parts(rows, depth)
    kept, levels = rows.loc[~below], depth.loc[~below]
    kept = kept.loc[levels > 0]
    return kept.assign(**{LABEL: _names(kept, levels.loc[kept.index])})


def first_levels(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the first level: the report's own total, or the parts where it gives none."""
    rows, depth = _one_carrier(rows)
    kept = rows.loc[depth > 0]
    levels = depth.loc[depth > 0]
    highest = levels.groupby([kept[name] for name in (*_OWNER, "source_1")]).transform("min")
    return kept.loc[levels == highest].assign(**{LABEL: kept["source_1"]})


def _one_carrier(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return the rows of the whole shop where they are given, else those by carrier, and how deep each one is."""
    import pandas as pd

    named = {name: rows[name].astype("str").fillna("") if name in rows else "" for name in (*_LEVELS, "carrier")}
    rows = rows.assign(**named)
    for name in _LEVELS:
        rows[name] = rows[name].mask(rows[name].isin(_TOTALS), "")
    whole = (rows["carrier"] == WHOLE_SHOP) | (rows["carrier"] == "")
    told = whole.groupby([rows[name] for name in _OWNER]).transform("any")
    rows = rows.loc[whole | ~told]
    depth = pd.Series(0, index=rows.index)
    going = pd.Series(True, index=rows.index)
    for name in _LEVELS:
        going &= rows[name] != ""
        depth += going.astype(int)
    return rows, depth


def _has_parts(rows: pd.DataFrame, depth: pd.Series) -> pd.Series:
    """Return which rows are totals of other rows of the same day and carrier."""
    import pandas as pd

    found = pd.Series(False, index=rows.index)
    for level in range(1, len(_LEVELS)):
        key = rows.groupby([*_OWNER, "carrier", *_LEVELS[:level]], sort=False).ngroup()
        found |= (depth == level) & key.isin(key.loc[depth > level].unique())
    return found


def _names(rows: pd.DataFrame, depth: pd.Series) -> pd.Series:
    import pandas as pd

    own, above = pd.Series("", index=rows.index, dtype="str"), pd.Series("", index=rows.index, dtype="str")
    for level, name in enumerate(_LEVELS, 1):
        own = own.mask(depth == level, rows[name])
        above = above.mask(depth > level, rows[name])
    paths = pd.DataFrame({"own": own, "above": above}).drop_duplicates()
    shared = set(paths.loc[paths["own"].duplicated(keep=False), "own"])
    return own.mask(own.isin(shared) & (above != "") & (above != own), above + " › " + own)
