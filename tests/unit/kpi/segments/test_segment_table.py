from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.dictionary import OwnFormula, dictionary
from shopdesk.domain.kpi.segments.search import Factor, search_shop
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.kpi.segments.table import can_show, segment_days, segment_points, segment_table, top_movers
from shopdesk.domain.metrics import Good, Unit
from shopdesk.domain.periods import Period
from tests.unit.kpi.kpi_frames import daily, days

START = date(2026, 4, 1)
BEFORE, AFTER = Period(START, START), Period(START + timedelta(days=1), START + timedelta(days=1))


def cube(visitors: list[list[float]], buyers: list[list[float]]) -> SegmentCube:
    """Return a cube of labels × days."""
    count, length = np.shape(visitors)
    return SegmentCube.of(
        "source",
        [f"s{place}" for place in range(count)],
        start=START,
        length=length,
        codes=np.repeat(np.arange(count), length),
        days=np.tile(np.arange(length), count),
        values={
            "visitors": np.array(visitors, dtype=float).ravel(),
            "pay_buyers": np.array(buyers, dtype=float).ravel(),
            "pay_amount": np.array(buyers, dtype=float).ravel() * 8800,
        },
    )


COUNTS = st.lists(st.lists(st.integers(0, 5000), min_size=2, max_size=2), min_size=3, max_size=3)


@given(COUNTS, COUNTS, st.sampled_from(["pay_amount", "visitors", "pay_cvr", "aov", "uv_value"]))
def test_that_effects_add_up_to_the_change_of_the_whole(
    visitors: list[list[int]], buyers: list[list[int]], name: str
) -> None:
    found = segment_table(cube(visitors, buyers), BOARD[name], period=AFTER, before=BEFORE)  # type: ignore[arg-type]
    if np.isfinite(found.whole) and np.isfinite(found.whole_before):
        assert np.nansum(found.effect) == pytest.approx(found.whole - found.whole_before, abs=1e-6)


def test_that_a_ratio_is_made_from_sums_and_its_change_is_a_difference() -> None:
    found = segment_table(
        cube([[100, 200], [50, 50]], [[5, 20], [1, 1]]), BOARD["pay_cvr"], period=AFTER, before=BEFORE
    )
    assert found.value.tolist() == [0.1, 0.02]
    assert found.change.tolist() == pytest.approx([0.05, 0])
    assert found.whole == pytest.approx(21 / 250)


def test_that_periods_with_other_numbers_of_days_are_compared_by_the_day() -> None:
    shop = cube([[10, 10, 10]], [[1, 1, 1]])
    longer = Period(START + timedelta(days=1), START + timedelta(days=2))
    found = segment_table(shop, BOARD["visitors"], period=longer, before=BEFORE)
    assert (found.per_day, found.value.tolist(), found.change.tolist()) == (True, [20], [0])


def test_that_without_a_comparison_only_the_changes_are_unknown() -> None:
    found = segment_table(cube([[10, 30]], [[1, 1]]), BOARD["visitors"], period=AFTER, before=None)
    assert found.value.tolist() == [30]
    assert np.isnan(found.change).all()
    assert np.isnan(found.effect).all()
    assert top_movers(found, most=3) == (0,)


def test_that_only_metrics_of_the_reports_own_parts_are_offered() -> None:
    shop = cube([[1, 1]], [[1, 1]])
    assert can_show(shop, BOARD["pay_cvr"])
    assert not can_show(shop, BOARD["ad_roi"])


def test_that_a_day_without_visitors_has_no_conversion() -> None:
    found = segment_days(cube([[0, 10]], [[0, 1]]), BOARD["pay_cvr"], Period(START, AFTER.end), places=[0])
    assert np.array_equal(found, [[np.nan, 0.1]], equal_nan=True)


def sources(counts: dict[str, tuple[float, float]]) -> pd.DataFrame:
    """Return two days of sources: visitors on each; one in 20 buys for 50 yuan."""
    when = days(2)
    each = [
        daily(
            when,
            carrier="全店",
            source_1="平台流量",
            source_2=name,
            visitors=list(map(float, two)),
            pay_buyers=[count / 20 for count in two],
            pay_amount=[count / 20 * 5000 for count in two],
        )
        for name, two in counts.items()
    ]
    return pd.concat(each, ignore_index=True)


def test_that_the_search_names_the_source_that_lost_visitors_with_its_yuan() -> None:
    when = days(2)
    frame = sources({"搜索": (2000, 900), "推荐": (2000, 2000), "购物车": (2000, 2000)})
    found = search_shop({"shop_source": frame}, before=Period(when[0], when[0]), after=Period(when[1], when[1]))
    first = found.sure[0]
    assert (first.factor, first.finding.attributes) == (Factor.VISITORS, {"source": "搜索"})
    assert first.yuan == pytest.approx(-1100 / 20 * 50, rel=0.01)
    assert found.tables == ("shop_source",)


def test_that_two_equal_periods_have_nothing_sure() -> None:
    when = days(2)
    frame = sources({"搜索": (2000, 2000), "推荐": (500, 500)})
    found = search_shop({"shop_source": frame}, before=Period(when[0], when[0]), after=Period(when[1], when[1]))
    assert found.sure == ()


def test_that_without_reports_for_both_periods_nothing_is_searched() -> None:
    when = days(4)
    frame = sources({"搜索": (2000, 900)})
    found = search_shop({"shop_source": frame}, before=Period(when[0], when[1]), after=Period(when[2], when[3]))
    assert (found.answers, found.tables) == ((), ())


def test_that_a_source_that_swings_as_much_anyhow_is_not_named() -> None:
    rng = np.random.default_rng(3)
    when = days(70)
    swinging = 800 * np.exp(rng.normal(0, 0.4, 70))
    swinging[-7:] *= 1.25
    frame = sources_by_day(when, {"推荐": swinging, "搜索": 800 * np.exp(rng.normal(0, 0.03, 70))})
    week, before = Period(when[-7], when[-1]), Period(when[-14], when[-8])
    assert search_shop({"shop_source": frame}, before=before, after=week).sure == ()


def test_that_a_steady_source_that_moved_as_little_is_named() -> None:
    rng = np.random.default_rng(4)
    when = days(70)
    steady = 800 * np.exp(rng.normal(0, 0.03, 70))
    steady[-7:] *= 1.25
    frame = sources_by_day(when, {name: 800 * np.exp(rng.normal(0, 0.03, 70)) for name in "甲乙丙"} | {"搜索": steady})
    week, before = Period(when[-7], when[-1]), Period(when[-14], when[-8])
    found = search_shop({"shop_source": frame}, before=before, after=week)
    assert [dict(one.finding.attributes) for one in found.sure] == [{"source": "搜索"}]


def sources_by_day(when: list[date], counts: dict[str, np.ndarray]) -> pd.DataFrame:  # type: ignore[type-arg]
    each = [
        daily(when, carrier="全店", source_1="平台流量", source_2=name, visitors=np.round(one))
        for name, one in counts.items()
    ]
    return pd.concat(each, ignore_index=True)


def made_of(formula: str, unit: Unit) -> BoardMetric:
    found = dictionary([OwnFormula("own", "own", "own", formula, unit, Good.UP)])
    assert not found.wrong
    return found.metrics["own"]


@given(COUNTS, COUNTS, st.sampled_from(["pay_buyers / visitors * 100", "(pay_amount + 2 * pay_amount) / visitors"]))
def test_that_effects_of_an_own_ratio_add_up_as_well(
    visitors: list[list[int]], buyers: list[list[int]], formula: str
) -> None:
    metric = made_of(formula, Unit.NUMBER)
    found = segment_table(cube(visitors, buyers), metric, period=AFTER, before=BEFORE)  # type: ignore[arg-type]
    if np.isfinite(found.whole) and np.isfinite(found.whole_before):
        assert np.nansum(found.effect) == pytest.approx(found.whole - found.whole_before, abs=1e-6)


def test_that_a_figure_of_both_signs_has_no_shares() -> None:
    lost = made_of("visitors - 2 * pay_buyers", Unit.PEOPLE)
    found = segment_table(cube([[100, 100], [10, 10]], [[5, 5], [9, 9]]), lost, period=AFTER, before=BEFORE)
    assert found.value.tolist() == [90, -8]
    assert np.isnan(found.share).all()
    assert found.whole == 82


def test_that_a_formula_that_is_no_ratio_of_sums_is_not_divided() -> None:
    shop = cube([[1, 1]], [[1, 1]])
    assert can_show(shop, made_of("pay_amount / visitors", Unit.NUMBER))
    assert not can_show(shop, made_of("pay_amount / visitors * pay_buyers", Unit.NUMBER))
    assert not can_show(shop, made_of("pay_amount / page_views", Unit.NUMBER))


def test_that_a_week_of_a_segment_is_made_from_its_sums_and_not_from_its_daily_rates() -> None:
    found = cube([[100, 900, 50], [10, 10, 10]], [[10, 9, 5], [0, 1, 2]])
    spans = [Period(START, AFTER.end), Period(AFTER.end + timedelta(days=1), AFTER.end + timedelta(days=1))]
    rates = segment_points(found, BOARD["pay_cvr"], spans, places=[0, 1])
    assert rates.tolist() == pytest.approx(np.array([[19 / 1000, 0.1], [1 / 20, 0.2]]))
    assert segment_points(found, BOARD["visitors"], spans, places=[1]).tolist() == [[20, 10]]


def test_that_a_week_without_a_report_has_no_figure() -> None:
    later = START + timedelta(days=30)
    found = segment_points(
        cube([[5, 6]], [[1, 1]]), BOARD["visitors"], [Period(later, later + timedelta(days=6))], places=[0]
    )
    assert np.isnan(found).all()
