"""The checklist for people: what stands in it, and that it reads back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shopdesk.app.bidding.checklist import money_text
from shopdesk.app.bidding.exporting import Form, WeekUnreadable
from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.forms.change import Change, Lever, Money
from shopdesk.domain.bidding.forms.clones import Clone
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.week import flat_week, resampled
from shopdesk.io.exports.bidding.files import PlanFiles
from tests.io.exports.bidding.plans import ODD_WORDS, order, place, plan_order, words

CLONE = Clone(("浙江", "上海", "江苏", "福建"), 118, {}, 16_200, None)
hypothesis = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
weeks = st.lists(st.sampled_from([0, 30, 100, 137, 250]), min_size=336, max_size=336).map(tuple).filter(any)


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


@hypothesis
@example(keywords=list(ODD_WORDS), names=["=人群", "+老客"], hours=flat_week(2), language="en", with_ids=False)
@given(
    keywords=st.lists(words, min_size=1, max_size=4, unique=True),
    names=st.lists(words, min_size=1, max_size=3, unique=True),
    hours=weeks,
    language=st.sampled_from(["zh_CN", "en"]),
    with_ids=st.booleans(),
)
def test_that_a_checklist_reads_back(
    tmp_path: Path, keywords: list[str], names: list[str], hours: tuple[int, ...], language: str, with_ids: bool
) -> None:
    places = tuple(place(at, word, with_ids=with_ids) for at, word in enumerate(keywords))
    new = Levers(
        bids={one.key: 138 + at for at, one in enumerate(places)},
        hours=hours,
        regions={"浙江": 120 if language == "en" else 0, "新疆": 64 if language == "en" else 0},
        audiences={name: 120 + at for at, name in enumerate(names)},
        daily_budget=5001,
    )
    one = plan_order("taobao" if language == "zh_CN" else "google_ads", new, places=places)
    roomy = replace(one.profile, hours=replace(one.profile.hours, windows_per_day=None))
    written = PlanFiles().write(
        order(Form.CHECKLIST, tmp_path / "c.xlsx", replace(one, profile=roomy), language=language)
    )
    assert written.lines == len(one.changes)
    (found,) = PlanFiles().read_levers(tmp_path / "c.xlsx").values()
    assert resampled(found.hours, slots_per_hour=2) == hours
    assert found == replace(new, hours=found.hours)


def test_that_each_dialog_has_its_sheet_and_each_row_its_words_money_and_reason(tmp_path: Path) -> None:
    hours = list(flat_week(1))
    for day in (4, 5, 6):
        hours[day * 24 + 20] = hours[day * 24 + 21] = 116
    word = place(1, "=坚果")
    new = Levers(
        bids={word.key: 138}, hours=tuple(hours), regions={"新疆": 0}, audiences={"老客": 140}, daily_budget=5000
    )
    one = plan_order("taobao", new, places=(word,), clones=(CLONE,), now=Levers(daily_budget=4000))
    priced = tuple(
        replace(row, money=Money(100.0, Range(-1000.0, 3500.0, 8000.0), 14)) if row.block else row
        for row in one.changes
    )
    reasons = {row.key: "每次点击更值钱" for row in one.changes if row.block}
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", replace(one, changes=priced, reasons=reasons)))
    found = sheets(tmp_path / "c.xlsx")
    assert list(found) == [
        "计划", "每日预算", "出价", "分时折扣", "投放地域", "按地域拆分计划", "人群溢价", "时段表 坚果计划",
    ]  # fmt: skip
    assert found["时段表 坚果计划"][5][:1] + found["时段表 坚果计划"][5][21:24] == ["周五", 116, 116, 100]
    assert found["分时折扣"][1] == [
        None, "坚果计划", "周五–周日", "20:00–22:00", 100, 116, "+35 (−10 … +80)", "每次点击更值钱",
    ]  # fmt: skip
    assert found["每日预算"][1][2:5] == [40, 50, "—"]
    assert found["出价"][1][2:7] == ["单元1", "=坚果", "Exact", None, 1.38]
    assert found["投放地域"][1][2:6] == ["新疆", "不投放", 100, 0]
    assert found["人群溢价"][1][2:5] == ["老客", 0, 40]
    assert found["按地域拆分计划"][1][2:6] == ["坚果计划 · 浙江、上海、江苏", "浙江、上海、江苏、福建", 118, 162]
    assert found["计划"][1][5] == "新疆"
    assert "日预算限额 30–" in str(found["计划"][1][6])  # nobody saw that limit at the platform
    book = load_workbook(tmp_path / "c.xlsx")
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_that_money_that_rounds_to_nothing_has_no_sign() -> None:
    change = Change(lever=Lever.BUDGET, key="b", old=1, new=2, money=Money(0.0, Range(-49.0, -3.0, 149.0), 14))
    assert money_text(change) == "0 (0 … +1)"


def test_that_plans_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one = plan_order("taobao", Levers(hours=(64, *flat_week(2)[1:])))
    other = replace(plan_order("taobao", Levers(hours=(137, *flat_week(2)[1:]))), campaign_id="222")
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", one, other))
    found = PlanFiles().read_levers(tmp_path / "c.xlsx")
    assert {name: levers.hours[0] for name, levers in found.items()} == {"坚果计划 (111)": 64, "坚果计划 (222)": 137}


def test_that_a_chinese_console_gets_chinese_whatever_the_window_speaks(tmp_path: Path) -> None:
    one = plan_order("jd", Levers(hours=(64, *flat_week(1)[1:])))
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", one, language="en"))
    assert "分时折扣" in sheets(tmp_path / "c.xlsx")


def test_that_a_workbook_that_is_no_checklist_or_was_damaged_is_refused(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "x.xlsx")
    with pytest.raises(WeekUnreadable):
        PlanFiles().read_levers(tmp_path / "x.xlsx")
    one = plan_order("taobao", Levers(hours=(64, *flat_week(2)[1:]), daily_budget=5000))
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", one))
    book = load_workbook(tmp_path / "c.xlsx")
    book["每日预算"]["D2"] = "五十"
    book.save(tmp_path / "c.xlsx")
    with pytest.raises(WeekUnreadable, match="每日预算"):
        PlanFiles().read_levers(tmp_path / "c.xlsx")


def test_that_money_of_accounts_abroad_is_never_called_yuan(tmp_path: Path) -> None:
    abroad = plan_order("google_ads", Levers(daily_budget=5000))
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", abroad))
    assert sheets(tmp_path / "c.xlsx")["每日预算"][0][2:5] == [
        "现在(账户币种)",
        "改为(账户币种)",
        "预计利润变化(账户币种)",
    ]
    assert PlanFiles().read_levers(tmp_path / "c.xlsx")["坚果计划"].daily_budget == 5000
    home = plan_order("jd", Levers(daily_budget=6000), campaign="京东计划")
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", home, abroad))
    assert sheets(tmp_path / "c.xlsx")["每日预算"][0][2] == "现在(元 / 账户币种)"
    found = PlanFiles().read_levers(tmp_path / "c.xlsx")
    assert [one.daily_budget for one in found.values()] == [6000, 5000]
