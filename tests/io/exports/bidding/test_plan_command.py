"""From imported reports and edited plans to files, without a window."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from shopdesk import bootstrap, cli
from shopdesk.app.bidding.documents import BID_PLANS, add_plans
from shopdesk.app.bidding.limits import OwnLimits, set_own_limits
from shopdesk.app.bidding.refusals import refuse_changes
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.week import flat_week
from shopdesk.io.exports.bidding.files import PlanFiles

HEAD = "日期,场景名字,计划名字,单元名字,宝贝名称,词名字/词包名字,展现量,点击量,花费,总成交笔数,总成交金额"
KEY = "单元1\t坚果\t"
PLAN = BidPlan(
    "p1",
    "taobao",
    "综合",
    "综合",
    slots_per_hour=2,
    hours=(64, *flat_week(2)[1:]),
    regions={"新疆": 0},
    bids={KEY: 138},
    daily_budget=20_000,
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    lines = [HEAD]
    for day in range(1, 29):
        lines += [
            f"2026-06-{day:02d},关键词推广,综合,单元1,坚果 500g,坚果,3000,90,120,3,180",
            f"2026-06-{day:02d},关键词推广,综合,单元1,坚果 500g,开心果,900,30,30,1,60",
        ]
    report = tmp_path / "关键词报表_20260601_20260628.csv"
    report.write_text("\n".join(lines), encoding="gb18030")
    path = tmp_path / "a.shopdesk"
    assert cli.main(["import", str(report), "--workspace", str(path)]) == cli.OK
    with closing(bootstrap.open_workspace(path)) as workspace:
        workspace.apply(add_plans([PLAN, BidPlan("p2", "taobao", "第二", "第二", hours=flat_week(1))]))
    return path


def rows_of(path: Path, sheet: str) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in load_workbook(path)[sheet].iter_rows(min_row=2)]


def run(shop: Path, out: Path, *more: str) -> int:
    return cli.main(["export", "bid-plan", "--workspace", str(shop), "--out", str(out), "--lang", "zh_CN", *more])


def test_that_every_plan_that_differs_goes_into_a_checklist_with_its_words(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "清单.xlsx"
    assert run(shop, out) == cli.OK
    found = PlanFiles().read_levers(out)
    assert list(found) == ["综合"]
    assert found["综合"].bids == {}, "no report tells today's bid: nothing says what price 4 % more is"
    (line,) = [row for row in rows_of(out, "出价") if row[0] == "综合" or "坚果" in row]
    assert "+4%" in line
    assert 1.38 not in line
    assert found["综合"].hours == PLAN.hours
    assert found["综合"].regions == {"新疆": 0}
    assert found["综合"].daily_budget == 20_000


def test_that_a_refused_row_stays_out_of_the_file(shop: Path, tmp_path: Path) -> None:
    with closing(bootstrap.open_workspace(shop)) as workspace:
        workspace.apply(refuse_changes(workspace, "p1", [f"words|{KEY}", "regions|新疆"], refused=True))
    assert run(shop, tmp_path / "c.xlsx") == cli.OK
    found = PlanFiles().read_levers(tmp_path / "c.xlsx")["综合"]
    assert (found.bids, found.regions) == ({}, {})


def test_that_a_form_of_the_week_alone_says_what_is_left_and_exits_with_3(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(shop, tmp_path / "w.json", "--plan", "综合", "--form", "launch-json") == cli.REFUSED
    captured = capsys.readouterr()
    assert "新疆" in captured.err
    assert captured.out.strip() == str(tmp_path / "w.json")
    assert PlanFiles().read_week(tmp_path / "w.json").cells == PLAN.hours


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--plan", "没有"), "综合"),
        (("--plan", "第二"), "没有可导出的内容"),
        (("--form", "jd-json"), "checklist"),
        (("--form", "text"), "checklist"),
    ],
)
def test_that_what_cannot_be_written_is_told_and_exits_with_2(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], words: str
) -> None:
    assert run(shop, tmp_path / "x.xlsx", *more) == cli.UNUSABLE
    assert words in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()


def test_that_a_cell_that_the_platform_refuses_is_named_and_the_shops_own_limit_counts(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(bootstrap.open_workspace(shop)) as workspace:
        bad = replace(PLAN, hours=(*flat_week(2)[:49], 260, *flat_week(2)[50:]))
        workspace.apply(add_plans([bad]))
    assert run(shop, tmp_path / "x.xlsx") == cli.UNUSABLE
    told = capsys.readouterr().err
    assert "周二 00:30 = 260 %" in told
    assert "30–250" in told
    with closing(bootstrap.open_workspace(shop)) as workspace:
        workspace.apply(set_own_limits(OwnLimits("taobao", hour_high=300)))
    assert run(shop, tmp_path / "x.xlsx") == cli.OK


def test_that_a_shop_without_plans_is_told_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.create_workspace(tmp_path / "empty.shopdesk").close()
    assert run(tmp_path / "empty.shopdesk", tmp_path / "x.xlsx") == cli.UNUSABLE
    assert "新建" in capsys.readouterr().err


def test_that_an_export_without_a_window_changes_nothing_in_the_shop(shop: Path, tmp_path: Path) -> None:
    assert run(shop, tmp_path / "c.xlsx") == cli.OK
    with closing(bootstrap.open_workspace(shop, read_only=True)) as workspace:
        assert workspace.row(BID_PLANS, ("p1",)) == PLAN
