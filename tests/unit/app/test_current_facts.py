"""The merge of imports against a slow, obvious model."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.current_facts import Overlap, current_table, overlap

DAY = date(2026, 6, 18)


def rows(*values: dict[str, Any]) -> pa.Table:
    base = {"kind": "k", "platform": "wxt", "shop": None}
    full = [base | {"date_end": value.get("date")} | value for value in values]
    table = pa.Table.from_pylist(full)
    for name in ("date", "date_end"):
        if name in table.column_names and pa.types.is_null(table.schema.field(name).type):
            table = table.drop_columns([name])
    return table


def daily(offset: int, **figures: Any) -> dict[str, Any]:
    return {"date": DAY + timedelta(days=offset), **figures}


def test_that_a_newer_file_replaces_the_days_it_overlaps_and_leaves_the_others() -> None:
    old = rows(daily(0, pay_amount=100), daily(1, pay_amount=200))
    new = rows(daily(1, pay_amount=250), daily(2, pay_amount=300))
    current = current_table("shop_daily", [old, new]).sort_by("date")
    assert current["pay_amount"].to_pylist() == [100, 250, 300]


def test_that_a_newer_file_without_a_column_keeps_the_older_values_of_it() -> None:
    old = rows(daily(0, pay_amount=100, visitors=7.0))
    new = rows(daily(0, pay_amount=150))
    assert current_table("shop_daily", [old, new]).select(["pay_amount", "visitors"]).to_pylist() == [
        {"pay_amount": 150, "visitors": 7.0}
    ]


def test_that_a_period_total_never_replaces_the_day_it_starts_with() -> None:
    day = rows(daily(0, pay_amount=100))
    week = rows({**daily(0, pay_amount=700), "date_end": DAY + timedelta(days=6)})
    assert current_table("shop_daily", [day, week]).num_rows == 2


def test_that_an_item_without_id_is_known_by_its_name() -> None:
    old = rows(daily(0, item_id=None, item="红色连衣裙", clicks=1.0), daily(0, item_id="9", item="9", clicks=2.0))
    new = rows(daily(0, item_id=None, item="红色连衣裙", clicks=3.0))
    assert sorted(current_table("item_daily", [old, new])["clicks"].to_pylist()) == [2.0, 3.0]


def test_that_a_file_without_ids_meets_the_same_rows_with_ids() -> None:
    old = rows(daily(0, item_id="900000000001", item="红色连衣裙", clicks=1.0))
    new = rows(daily(0, item="红色连衣裙", clicks=3.0))
    assert current_table("item_daily", [old, new])["clicks"].to_pylist() == [3.0]


def test_that_an_id_and_a_name_that_read_the_same_are_different_items() -> None:
    old = rows(daily(0, item_id="9", item="a", clicks=1.0))
    new = rows(daily(0, item_id=None, item="9", clicks=3.0))
    assert current_table("item_daily", [old, new]).num_rows == 2


def test_that_equal_lines_of_one_order_are_separate_and_the_same_file_adds_none() -> None:
    line = {"order_id": "1", "title": "袜子", "paid": 990}
    old = rows(line, line)
    assert current_table("order_lines", [old, old])["paid"].to_pylist() == [990, 990]
    assert overlap("order_lines", current=old, incoming=old) == Overlap(unchanged=2)


def test_that_the_overlap_counts_new_replaced_and_unchanged_rows_and_changed_values() -> None:
    stored = rows(daily(0, pay_amount=1, visitors=1.0), daily(1, pay_amount=2, visitors=2.0))
    incoming = rows(
        daily(0, pay_amount=1, visitors=1.0),
        daily(1, pay_amount=3, visitors=None),
        daily(2, pay_amount=4, visitors=4.0),
    )
    assert overlap("shop_daily", current=stored, incoming=incoming) == Overlap(1, 1, 1, 2)


def test_that_a_column_of_numbers_in_one_file_and_text_in_another_becomes_text() -> None:
    merged = current_table("shop_daily", [rows(daily(0, 备注=1.0)), rows(daily(1, 备注="好"))])
    assert merged.sort_by("date")["备注"].to_pylist()[1] == "好"


def test_that_a_table_without_imports_has_its_key_columns() -> None:
    assert {"platform", "date", "item_id"} <= set(current_table("item_daily", []).column_names)


def word(offset: int, keyword: str, cost: int, item: str | None = None, campaign: str = "计划 1") -> dict[str, Any]:
    return daily(offset, campaign=campaign, keyword=keyword, item=item, cost=cost)


def test_that_a_report_downloaded_without_items_replaces_the_rows_by_item() -> None:
    by_item = rows(
        word(0, "坚果", 100, "a"), word(0, "坚果", 50, "b"), word(0, "松子", 7, "a"), word(1, "坚果", 9, "a")
    )
    by_word = rows(word(0, "坚果", 150))
    assert sorted(current_table("ad_keyword", [by_item, by_word])["cost"].to_pylist()) == [7, 9, 150]
    assert sorted(current_table("ad_keyword", [by_word, by_item])["cost"].to_pylist()) == [7, 9, 50, 100]


def test_that_reports_by_province_and_by_city_stand_side_by_side() -> None:
    province = rows(daily(0, campaign="c", region="浙江", city=None, cost=10))
    city = rows(daily(0, campaign="c", region="浙江", city="杭州", cost=6))
    assert current_table("ad_region", [province, city]).num_rows == 2


figures = st.dictionaries(st.sampled_from(["clicks", "cost", "orders"]), st.none() | st.integers(0, 3), max_size=3)
chunk_rows = st.dictionaries(
    st.tuples(st.integers(0, 3), st.sampled_from(["a", "b", None]), st.sampled_from(["x", "y"])),
    st.tuples(*[st.none() | st.integers(0, 3)] * 3),
    min_size=1,
    max_size=8,
)
chunks = st.lists(st.tuples(chunk_rows, st.sets(st.sampled_from(["clicks", "cost", "orders"]))), min_size=1, max_size=4)


@settings(deadline=None)
@given(chunks)
def test_that_the_merge_equals_writing_each_file_over_the_last_cell_by_cell(files: list[Any]) -> None:
    model: dict[Any, dict[str, Any]] = {}
    tables = []
    for keyed, columns in files:
        for (day, item, platform), values in keyed.items():
            cells = dict(zip(["clicks", "cost", "orders"], values, strict=True))
            model.setdefault((DAY + timedelta(days=day), item, platform), {}).update(
                {name: cells[name] for name in columns}
            )
        schema = pa.schema(
            [("kind", pa.string()), ("platform", pa.string()), ("shop", pa.string()), ("date", pa.date32()),
             ("date_end", pa.date32()), ("item_id", pa.string()), *((name, pa.int64()) for name in sorted(columns))]
        )  # fmt: skip
        values = [
            {"kind": "k", "platform": platform, "date": DAY + timedelta(days=day), "item_id": item,
             "date_end": DAY + timedelta(days=day), **dict(zip(["clicks", "cost", "orders"], numbers, strict=True))}
            for (day, item, platform), numbers in keyed.items()
        ]  # fmt: skip
        tables.append(pa.Table.from_pylist(values, schema=schema))
    merged = current_table("item_daily", tables).to_pylist()
    seen = {
        (row["date"], row["item_id"], row["platform"]): {
            name: row.get(name) for name in ("clicks", "cost", "orders") if row.get(name) is not None
        }
        for row in merged
    }
    assert len(seen) == len(merged)
    assert seen == {key: {n: v for n, v in cells.items() if v is not None} for key, cells in model.items()}
