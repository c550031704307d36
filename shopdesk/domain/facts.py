"""The tables of imported figures and the natural key of each: what makes two rows the same row.

Every fact table also has ``kind`` (the report kind it came from), ``platform`` and ``shop``.
``date`` and ``date_end`` are days; they differ only in a row that is the total of a period, and such
a row never enters a daily series. A different cut of the same spend is a different table: tables are
never added to one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BASE_KEY: Final = ("platform", "shop")
SPAN_KEY: Final = ("date", "date_end")
SOURCES: Final = ("carrier", "source_1", "source_2", "source_3", "source_4")
CAMPAIGN: Final = ("scene_id", "scene", "campaign_id", "campaign")
ADGROUP: Final = (*CAMPAIGN, "adgroup_id", "adgroup")
ITEM: Final = ("item_id", "item")
HOUR: Final = ("weekday", "hour")


@dataclass(frozen=True, slots=True)
class FactTable:
    """One table of facts: its dimension columns, of which an id stands in the key before its name.

    ``dimensions`` are text columns (``hour`` 0–23 and ``weekday`` 1–7, Monday 1, are small integers); where
    both ``x_id`` and ``x`` are listed the key uses ``x_id`` and falls back to ``x`` where the id is empty.
    ``dated`` says whether ``date``/``date_end`` belong to the key. ``repeats`` says that equal keys
    within one file are separate facts (two lines of one order) rather than duplicates.
    """

    name: str
    dimensions: tuple[str, ...]
    dated: bool = True
    repeats: bool = False


TABLES: Final[dict[str, FactTable]] = {
    table.name: table
    for table in (
        FactTable("shop_daily", ()),
        FactTable("shop_hourly", HOUR),
        FactTable("shop_source", SOURCES),
        FactTable("item_daily", ITEM),
        FactTable("item_source", (*ITEM, *SOURCES)),
        FactTable("item_promoted", ITEM),
        FactTable("search_term", ("term",)),
        FactTable("ad_scene", ("scene_id", "scene")),
        FactTable("ad_campaign", CAMPAIGN),
        FactTable("ad_adgroup", ADGROUP),
        FactTable("ad_item", (*CAMPAIGN, *ITEM)),
        FactTable("ad_keyword", (*ADGROUP, *ITEM, "keyword_type", "keyword_id", "keyword", "match_type")),
        FactTable("ad_search_term", (*ADGROUP, "keyword_id", "keyword", "match_type", "term")),
        FactTable("ad_audience", (*ADGROUP, *ITEM, "audience_id", "audience")),
        FactTable("ad_region", (*CAMPAIGN, "region", "city")),
        FactTable("ad_hour", (*CAMPAIGN, *HOUR)),
        FactTable("ad_creative", (*ADGROUP, "creative_id", "creative")),
        FactTable("ad_entity", (*ADGROUP, "entity", "keyword_id", "keyword", "match_type", "target_id"), dated=False),
        FactTable("orders", ("order_id",), dated=False),
        FactTable("order_lines", ("order_id", "line_id", "item_id", "sku", "title"), dated=False, repeats=True),
        FactTable("refunds", ("refund_id", "order_id"), dated=False),
        FactTable("costs", ("item_id", "sku"), dated=False),
        FactTable("reviews", ("review_id", "order_id", "item_id", "reviewed_at", "text"), dated=False),
        FactTable("metric_table", ("name", "label"), repeats=True),
    )
}
