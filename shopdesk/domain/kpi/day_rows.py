"""Rows of a report that stand for one day each, with the shop and the market place they belong to settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd

Frames: TypeAlias = "Mapping[str, pd.DataFrame]"

FAMILY: Final = {"sycm": "taobao", "wxt": "taobao", "ztc": "taobao", "ztc_legacy": "taobao", "tmall": "taobao"}
"""Consoles of one market place: their reports describe the same shop and the same money."""


def family(platform: str) -> str:
    """Return the market place of a platform."""
    return FAMILY.get(platform, platform)


def day_rows(frames: Frames, table: str) -> pd.DataFrame | None:
    """Return the rows of a table that stand for one day, with shop names settled; None where there are none."""
    frame = frames.get(table)
    if frame is None or frame.empty or "date" not in frame.columns:
        return None
    dated = frame["date"].notna()
    if "date_end" in frame.columns:
        dated &= frame["date_end"].isna() | (frame["date"] == frame["date_end"])
    rows = frame.loc[dated]
    return None if rows.empty else settled(rows)


def settled(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with text platform and shop; a nameless file belongs to the only named shop of its platform."""
    import pandas as pd

    platform, shop = _text(rows, "platform"), _text(rows, "shop")
    pairs = pd.DataFrame({"platform": platform, "shop": shop}).drop_duplicates()
    names: dict[str, set[str]] = {}
    for one, name in zip(pairs["platform"], pairs["shop"], strict=True):
        names.setdefault(one, set()).update({name} - {""})
    for one, known in names.items():
        if len(known) == 1:
            shop = shop.mask((platform == one) & (shop == ""), next(iter(known)))
    return rows.assign(platform=platform, shop=shop, kind=_text(rows, "kind"))


def _text(rows: pd.DataFrame, column: str) -> pd.Series:
    if column not in rows.columns:
        import pandas as pd

        return pd.Series("", index=rows.index, dtype="str")
    return rows[column].astype("str").fillna("")
