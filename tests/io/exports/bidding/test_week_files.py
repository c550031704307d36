"""Files that carry a week alone, read independently and by the program itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shopdesk.app.bidding.exporting import (
    FORMS,
    SUFFIXES,
    Form,
    LimitsBroken,
    WeekUnreadable,
    forms_of,
    takes_all,
)
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import HourLimits
from shopdesk.domain.bidding.week import LimitCode, check_week, flat_week, resampled
from shopdesk.io.exports.bidding.files import PlanFiles
from tests.io.exports.bidding.plans import order, plan_order

WEEK_FORMS = [(platform, form) for platform in FORMS for form in forms_of(platform) if not takes_all(form)]
hypothesis = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def allowed(limits: HourLimits) -> st.SearchStrategy[tuple[int, ...]]:
    """Weeks that a platform takes."""
    values = [100] if limits.switch_only else sorted({max(limits.low, 30), 100, min(limits.high, 137)})
    if limits.can_switch_off:
        values = [0, *values]
    day = st.lists(st.sampled_from(values), min_size=24 * limits.slots_per_hour, max_size=24 * limits.slots_per_hour)
    if limits.windows_per_day is not None:
        day = st.tuples(st.sampled_from(values), st.sampled_from(values), st.integers(1, 23)).map(
            lambda one: [one[0]] * one[2] + [one[1]] * (24 - one[2])
        )
    if limits.one_profile:
        week = day.map(lambda own: own * 7)
    else:
        week = st.lists(day, min_size=7, max_size=7).map(lambda days: [cell for one in days for cell in one])
    return week.map(tuple).filter(lambda cells: any(cells) and not check_week(cells, limits))


@pytest.mark.parametrize(("platform", "form"), WEEK_FORMS)
@hypothesis
@given(st.data())
def test_that_every_week_that_a_platform_takes_reads_back(
    tmp_path: Path, platform: str, form: Form, data: st.DataObject
) -> None:
    cells = data.draw(allowed(profile_of(platform).hours))
    first_day = data.draw(st.integers(0, 6))
    path = tmp_path / f"week{SUFFIXES[form]}"
    one = plan_order(platform, Levers(hours=cells))
    counted = replace(one, profile=replace(one.profile, first_day=first_day))
    PlanFiles().write(order(form, path, counted))
    found = PlanFiles().read_week(path, first_day=first_day).cells
    assert resampled(found, slots_per_hour=2) == resampled(cells, slots_per_hour=2)


def test_that_the_sheet_holds_numbers_and_names_its_days_and_hours(tmp_path: Path) -> None:
    cells = (116, *flat_week(2)[1:-1], 0)
    PlanFiles().write(order(Form.WEEK_SHEET, tmp_path / "w.xlsx", plan_order("taobao", Levers(hours=cells))))
    sheet = load_workbook(tmp_path / "w.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:3] == ["星期", "00:00", "00:30"]
    assert [row[0] for row in rows[1:8]] == ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    assert rows[1][1:3] == [116, 100]
    assert rows[7][48] == 0
    assert all(isinstance(cell, int) for row in rows[1:8] for cell in row[1:])
    assert len(rows[0]) == 49


def test_that_json_has_no_byte_order_mark_and_only_ascii_before_its_words(tmp_path: Path) -> None:
    one = plan_order("taobao", Levers(hours=(64, *flat_week(2)[1:])))
    PlanFiles().write(order(Form.LAUNCH_JSON, tmp_path / "a.json", one))
    found = json.loads((tmp_path / "a.json").read_bytes())
    assert found["launchPeriodList"][0]["timeSpanList"][0] == {"discount": 64, "time": "00:00-00:30"}


def test_that_nothing_is_written_where_a_platform_would_refuse_a_cell(tmp_path: Path) -> None:
    bad = plan_order("taobao", Levers(hours=(29, *flat_week(2)[1:]), daily_budget=1))
    with pytest.raises(LimitsBroken) as refused:
        PlanFiles().write(order(Form.TEXT, tmp_path / "a.txt", bad))
    assert [(one.lever, one.problem.code, one.problem.place) for one in refused.value.troubles] == [
        (Lever.HOURS, LimitCode.TOO_LOW, 0)
    ]
    with pytest.raises(LimitsBroken) as refused:
        PlanFiles().write(order(Form.CHECKLIST, tmp_path / "a.xlsx", bad))
    assert {one.lever for one in refused.value.troubles} == {Lever.HOURS, Lever.BUDGET}
    assert list(tmp_path.iterdir()) == []


def test_that_a_week_is_read_from_a_sheet_that_somebody_else_made(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["说明：店铺时段折扣"])
    sheet = book.create_sheet("时段")
    sheet.append(["我的分时折扣"])
    sheet.append(["时段", *[f"周{day}" for day in "一二三四五六日"]])
    for hour in range(24):
        sheet.append([f"{hour}点", *[f"{100 + hour}%" if hour else "停投"] * 7])
    sheet.append(["制表：店长"])
    book.save(tmp_path / "own.xlsx")
    assert PlanFiles().read_week(tmp_path / "own.xlsx").cells == (0, *range(101, 124)) * 7


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 no zip", b"\xff\xfe1\x00", "周一,100".encode("gb18030"), b"%PDF-1.7", b"{}"],
)
def test_that_a_file_without_a_week_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(WeekUnreadable):
        PlanFiles().read_week(tmp_path / "x")


def test_that_what_a_week_alone_cannot_carry_is_named(tmp_path: Path) -> None:
    one = plan_order("taobao", Levers(hours=(64, *flat_week(2)[1:]), regions={"新疆": 0}, audiences={"老客": 140}))
    written = PlanFiles().write(order(Form.TEXT, tmp_path / "a.txt", one))
    assert [(left.lever, left.name) for left in written.left_out] == [
        (Lever.REGIONS, "新疆"),
        (Lever.AUDIENCES, "老客"),
    ]
