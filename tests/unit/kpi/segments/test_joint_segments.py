from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.kpi.attribution.explain import Question, explain
from shopdesk.domain.kpi.attribution.explanation import Explanation, Split
from shopdesk.domain.kpi.attribution.further import Drill, Further
from shopdesk.domain.kpi.attribution.splits import Segments
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.segments.build import SegmentSet, build_segments, quadrant_cube
from shopdesk.domain.kpi.segments.joint import build_joints, dimensions_within
from shopdesk.domain.kpi.segments.sums import ITEM, QUADRANT, REGION, SOURCE
from shopdesk.domain.periods import Period

START = date(2026, 5, 4)
SOURCES, ITEMS, REGIONS = ("搜索", "推荐", "直播"), ("坚果", "果干"), ("浙江", "江苏", "广东")
BEFORE, AFTER = Period(START, START), Period(START + timedelta(days=1), START + timedelta(days=1))


def on_day(offset: int) -> pd.Timestamp:
    return pd.Timestamp(START + timedelta(days=offset))


def item_sources(counts: np.ndarray, money: np.ndarray) -> pd.DataFrame:
    """One row a day, source and item; arrays of (day, source, item, visitors or buyers) and (day, source, item)."""
    rows = [
        {
            "platform": "sycm", "shop": "店", "date": on_day(d), "date_end": on_day(d),
            "source_1": "平台流量", "source_2": SOURCES[s], "item_id": str(i), "item": ITEMS[i],
            "visitors": int(counts[d, s, i, 0]), "pay_buyers": int(counts[d, s, i, 1]),
            "pay_amount": int(money[d, s, i]),
        }
        for d, s, i in product(range(2), range(3), range(2))
    ]  # fmt: skip
    return pd.DataFrame(rows)


def shop_frames(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The report by item and source with the reports that agree with it: by source, by item, of the shop."""
    parts = ["visitors", "pay_buyers", "pay_amount"]
    owner = ["platform", "shop", "date", "date_end"]
    items = rows.groupby([*owner, "item_id", "item"], as_index=False)[parts].sum()
    return {
        "item_source": rows,
        "shop_source": rows.groupby([*owner, "source_1", "source_2"], as_index=False)[parts].sum(),
        "item_daily": items.rename(columns={"visitors": "item_visitors"}),
        "shop_daily": rows.groupby(owner, as_index=False)[parts].sum(),
    }


def set_of(frames: dict[str, pd.DataFrame]) -> SegmentSet:
    made = build_segments(frames)
    return SegmentSet(made.cubes, made.tables, joints=build_joints(frames))


def explained(frames: dict[str, pd.DataFrame], segments: SegmentSet, metric: str) -> Explanation:
    both = {name: Segments(cube.window(BEFORE), cube.window(AFTER)) for name, cube in segments.cubes.items()}
    question = Question(BOARD[metric], BEFORE, AFTER)
    found = explain(collect(frames), question, calendar=CampaignCalendar(), segments=both)
    assert isinstance(found, Explanation)
    return found


def effect_of(split: Split, label: str) -> float:
    return next(part.effect for part in split.parts if part.label == label)


@given(
    counts=st.lists(st.tuples(st.integers(5, 300), st.integers(1, 5)), min_size=12, max_size=12),
    money=st.lists(st.integers(100, 90_000), min_size=12, max_size=12),
    metric=st.sampled_from(["pay_amount", "visitors", "pay_cvr"]),
)
@settings(max_examples=25, deadline=None)
def test_that_items_of_a_source_add_up_to_it_and_sources_of_an_item_too(
    counts: list[tuple[int, int]], money: list[int], metric: str
) -> None:
    frames = shop_frames(item_sources(np.array(counts).reshape(2, 3, 2, 2), np.array(money).reshape(2, 3, 2)))
    segments = set_of(frames)
    for factor in explained(frames, segments, metric).factors:
        drill = Drill(segments, factor, BEFORE, AFTER)
        for outer, inner in ((SOURCE, ITEM), (ITEM, SOURCE)):
            level = factor.split(outer)
            if level is None:
                continue
            for part in level.parts:
                below = drill.further(((outer, part.label),), inner)
                if isinstance(below, Further):
                    assert sum(one.effect for one in below.split.all_parts) == pytest.approx(part.effect, abs=1e-6)
                    assert below.tables == ("item_source",)


def test_that_a_leaf_is_the_same_whatever_was_divided_first() -> None:
    rng = np.random.default_rng(5)
    counts = np.stack([rng.integers(50, 300, (2, 3, 2)), rng.integers(2, 9, (2, 3, 2))], axis=-1)
    frames = shop_frames(item_sources(counts, rng.integers(1000, 90_000, (2, 3, 2))))
    segments = set_of(frames)
    for factor in explained(frames, segments, "pay_amount").factors:
        drill = Drill(segments, factor, BEFORE, AFTER)
        by_source = drill.further(((SOURCE, "搜索"),), ITEM)
        by_item = drill.further(((ITEM, "坚果"),), SOURCE)
        assert isinstance(by_source, Further)
        assert isinstance(by_item, Further)
        assert effect_of(by_source.split, "坚果") == pytest.approx(effect_of(by_item.split, "搜索"))


def order_frames() -> dict[str, pd.DataFrame]:
    """Orders of two days, each with one line; every amount is another power of two, so that no sums coincide."""
    cells = list(product(range(2), range(2), range(3)))
    orders = pd.DataFrame(
        {
            "platform": "taobao", "shop": "店", "order_id": [str(k) for k in range(len(cells))],
            "buyer": [f"b{k}" for k in range(len(cells))], "status": "交易成功",
            "paid_at": [on_day(d) + pd.Timedelta(hours=9) for d, _i, _r in cells],
            "created_at": [on_day(d) + pd.Timedelta(hours=9) for d, _i, _r in cells],
            "region": [REGIONS[r] for _d, _i, r in cells], "paid": [100 << k for k in range(len(cells))], "items": 1,
        }
    )  # fmt: skip
    lines = pd.DataFrame(
        {
            "platform": "taobao", "shop": "店", "order_id": orders["order_id"], "line_id": orders["order_id"],
            "title": [ITEMS[i] for _d, i, _r in cells], "unit_price": orders["paid"], "quantity": 1,
        }
    )  # fmt: skip
    return {"orders": orders, "order_lines": lines}


def test_that_regions_of_an_item_come_from_order_lines() -> None:
    frames = order_frames()
    segments = set_of(frames)
    drill = Drill(segments, explained(frames, segments, "pay_amount").whole, BEFORE, AFTER)
    assert drill.offered(((ITEM, "果干"),)) == (REGION,)
    cube = segments.joints[0].within(((ITEM, "果干"),), REGION)
    assert dict(zip(cube.labels, cube.window(BEFORE).of("pay_amount"), strict=True)) == {
        "浙江": 800, "江苏": 1600, "广东": 3200,
    }  # fmt: skip


def test_that_a_day_without_the_segment_is_a_day_with_none_of_it() -> None:
    frames = order_frames()
    frames["orders"] = frames["orders"].drop(index=[9, 10, 11])  # no 果干 on the second day
    (joint,) = build_joints(frames)
    cube = joint.within(((ITEM, "果干"),), REGION)
    assert cube.window(AFTER).of("pay_amount").tolist() == [0.0, 0.0, 0.0]
    assert cube.days_known("pay_amount", AFTER) == 1


def test_that_a_segment_no_report_divides_is_offered_nothing() -> None:
    joints = build_joints(order_frames())
    assert dimensions_within(joints, ((SOURCE, "搜索"),)) == ()
    assert dimensions_within(joints, ((ITEM, "没有的商品"),)) == ()
    assert dimensions_within((), ((ITEM, "坚果"),)) == ()


def test_that_ads_stand_by_the_quadrant_of_their_words_and_words_without_one_apart() -> None:
    rows = pd.DataFrame(
        {
            "platform": "wxt", "shop": "店", "date": on_day(0), "date_end": on_day(0),
            "campaign": ["甲", "甲", "乙"], "keyword": ["坚果", "别家坚果", "新词"],
            "cost": [300, 500, 70], "ad_gmv": [900, 0, 100], "clicks": [3, 5, 1],
        }
    )  # fmt: skip
    quadrants = {"坚果": "category", "别家坚果": "competitor"}
    cube = quadrant_cube({"ad_keyword": rows}, quadrants)
    cost = dict(zip(cube.labels, cube.window(BEFORE).of("ad_cost"), strict=True))
    assert cost == {"": 70, "category": 300, "competitor": 500}
    (joint,) = build_joints({"ad_keyword": rows}, quadrants=quadrants)
    assert set(joint.dimensions_within(())) == {"keyword", QUADRANT, "campaign"}
