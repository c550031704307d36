"""Files for the consoles of Google, Microsoft and Amazon, read independently and through our own importer."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shopdesk.app.bidding.exporting import Criterion, Form, Why
from shopdesk.app.keywords.rebuild_files import BulkRefused
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.forms.google_schedule import from_schedule
from shopdesk.domain.bidding.forms.windows import Window, week_of
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.week import flat_week
from shopdesk.io.exports.bidding.files import PlanFiles
from shopdesk.io.reading import SafeReader
from tests.io.exports.bidding.plans import ODD_WORDS, order, place, plan_order, words
from tests.io.exports.test_proposal_files import read_back, unmixed

SAMPLES = Path(__file__).parent / "samples"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
percents = st.sampled_from([10, 64, 100, 120, 1000])


def weeks_of(*switches: int) -> st.SearchStrategy[tuple[int, ...]]:
    """Weeks of two windows a day; ``switches`` are what the second is multiplied with."""
    day = st.tuples(percents, percents, st.integers(1, 23), st.sampled_from(switches)).map(
        lambda one: [one[0]] * one[2] + [one[1] * one[3]] * (24 - one[2])
    )
    return st.lists(day, min_size=7, max_size=7).map(lambda days: tuple(cell for own in days for cell in own))


hypothesis = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def reader() -> Iterator[SafeReader]:
    with SafeReader() as reader:
        yield reader


def table(path: Path) -> list[dict[str, str]]:
    """A CSV as a console reads it: UTF-8, no marks of ours, blanks around a cell don't count."""
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)
    return [dict(zip(rows[0], map(str.strip, row), strict=True)) for row in rows[1:]]


# --- Google Ads Editor


@hypothesis
@example(keywords=list(ODD_WORDS), hours=flat_week(1))
@given(keywords=st.lists(words, min_size=1, max_size=4), hours=weeks_of(1, 0))
def test_that_a_plan_for_google_reads_back(
    reader: SafeReader, tmp_path: Path, keywords: list[str], hours: tuple[int, ...]
) -> None:
    places = tuple(place(at, word) for at, word in enumerate(unmixed(keywords)))
    new = Levers(
        bids={one.key: 138 + at for at, one in enumerate(places)},
        hours=hours,
        regions={"浙江": 120, "新疆": 64},
        daily_budget=5000,
    )
    written = PlanFiles().write(
        order(Form.GOOGLE_EDITOR, tmp_path / "e.csv", plan_order("google_ads", new, places=places))
    )
    rows = read_back(reader, tmp_path / "e.csv", "gads_editor_upload")
    assert len(rows) == written.lines == 3 + len(places)
    assert rows[0]["daily_budget"] == 5000
    if set(hours) != {100}:
        assert from_schedule(rows[0]["schedule"]) == hours
    assert [(row["target"], row["bid_modifier"]) for row in rows[1:3]] == [
        ("Zhejiang,China", 20),
        ("Xinjiang,China", -36),
    ]
    assert [(row["adgroup"], row["keyword"], row["match_type"], row["bid"]) for row in rows[3:]] == [
        (one.adgroup, one.keyword, "Exact", new.bids[one.key]) for one in places
    ]
    assert {row["campaign"] for row in rows} == {"坚果计划"}


def test_that_google_gets_what_its_help_says(tmp_path: Path) -> None:
    hours = (80,) * 8 + (100,) * 160
    new = Levers(hours=hours, regions={"浙江": 120, "香港": 90, "新疆": 0}, audiences={"老客": 120})
    known = (Criterion("20196", "", "Zhejiang,China"),)
    one = plan_order("google_ads", new, criteria=known)
    written = PlanFiles().write(order(Form.GOOGLE_EDITOR, tmp_path / "e.csv", one))
    rows = table(tmp_path / "e.csv")
    assert rows[0]["Ad Schedule"].startswith("(Monday@80%[00:00-08:00]);(Monday[08:00-24:00]);(Tuesday[00:00-24:00])")
    assert [(row["Location ID"], row["Location"], row["Bid Modifier"]) for row in rows[1:]] == [
        ("20196", "Zhejiang,China", "20"),
        ("", "Hong Kong", "-10"),
    ]
    assert [(left.name, left.why) for left in written.left_out] == [("新疆", Why.NO_FIELD), ("老客", Why.NO_FIELD)]


def test_that_only_what_changes_is_written_and_a_schedule_taken_back_is_erased(tmp_path: Path) -> None:
    now = Levers(hours=(80, *flat_week(1)[1:]), daily_budget=5000)
    one = plan_order("google_ads", Levers(hours=flat_week(1), daily_budget=5000), now=now)
    PlanFiles().write(order(Form.GOOGLE_EDITOR, tmp_path / "e.csv", one))
    (row,) = table(tmp_path / "e.csv")
    assert (row["Ad Schedule"], row["Campaign Daily Budget"]) == ("[]", "")


# --- Microsoft bulk 6.0


def week_in(rows: list[dict[str, str]]) -> tuple[int, ...]:
    """The week that active criteria of a bulk file describe."""
    return week_of(
        [
            Window(
                WEEKDAYS.index(row["Target"]),
                int(row["From Hour"]) * 60 + int(row["From Minute"]),
                int(row["To Hour"]) * 60 + int(row["To Minute"]),
                100 + int(row["Bid Adjustment"]),
            )
            for row in rows
            if row["Type"] == "Campaign DayTime Criterion" and row["Status"] == "Active"
        ],
        slots_per_hour=1,
    )


@hypothesis
@example(keywords=list(ODD_WORDS), hours=(64, *flat_week(1)[1:]))
@given(
    keywords=st.lists(words, min_size=1, max_size=4),
    hours=weeks_of(1).filter(lambda week: set(week) != {100}),
)
def test_that_a_plan_for_microsoft_reads_back(
    reader: SafeReader, tmp_path: Path, keywords: list[str], hours: tuple[int, ...]
) -> None:
    places = tuple(place(at, word) for at, word in enumerate(unmixed(keywords)))
    new = Levers(bids={one.key: 138 + at for at, one in enumerate(places)}, hours=hours, daily_budget=5000)
    one = plan_order("microsoft_ads", new, places=places)
    written = PlanFiles().write(order(Form.MICROSOFT_BULK, tmp_path / "b.csv", one))
    assert written.beside == (tmp_path / "b_keywords.csv",)
    assert week_in(table(tmp_path / "b.csv")) == hours
    rows = read_back(reader, tmp_path / "b.csv", "msads_bulk_criterion")
    found = week_of(
        [
            Window(
                WEEKDAYS.index(row["target"]),
                int(row["from_hour"] * 60 + row["from_minute"]),
                int(row["to_hour"] * 60 + row["to_minute"]),
                100 + round(row["bid_modifier"]),
            )
            for row in rows
            if row["entity"] == "Campaign DayTime Criterion"
        ],
        slots_per_hour=1,
    )
    assert found == hours
    assert {row["campaign_id"] for row in rows if row["entity"] != "Campaign"} == {"111"}
    bids = read_back(reader, tmp_path / "b_keywords.csv", "msads_bulk_keyword")
    assert [(row["keyword_id"], row["keyword"], row["bid"]) for row in bids] == [
        (one.keyword_id, one.keyword, new.bids[one.key]) for one in places
    ]


def test_that_old_hours_are_deleted_by_id_before_new_ones_as_microsoft_asks(tmp_path: Path) -> None:
    criteria = (
        Criterion("551", "Campaign DayTime Criterion", "Monday"),
        Criterion("552", "Campaign DayTime Criterion", "Tuesday"),
        Criterion("77", "Campaign Location Criterion", "190", "Country"),
    )
    hours = (120,) * 4 + (100,) * 164
    one = plan_order("microsoft_ads", Levers(hours=hours, regions={"190": 120, "浙江": 90}), criteria=criteria)
    written = PlanFiles().write(order(Form.MICROSOFT_BULK, tmp_path / "b.csv", one))
    head, sample = (SAMPLES / "msads_bulk_campaign_daytime_criterion.csv").read_text().splitlines()[::2]
    rows = table(tmp_path / "b.csv")
    assert list(rows[0])[: head.count(",") + 1] == head.split(",")
    assert (rows[0]["Type"], rows[0]["Name"]) == ("Format Version", "6.0")
    assert [(row["Status"], row["Id"], row["Parent Id"], row["Target"]) for row in rows[1:3]] == [
        ("Deleted", "551", "111", ""),
        ("Deleted", "552", "111", ""),
    ]
    expected = dict(zip(head.split(","), sample.split(","), strict=True))
    told = {name: rows[3][name] for name in expected}
    assert told | {"Parent Id": "-111", "Client Id": "ClientIdGoesHere", "Campaign": ""} == expected
    assert rows[-1] | {"Type": "Campaign Location Criterion", "Id": "77", "Bid Adjustment": "20"} == rows[-1]
    assert week_in(rows) == hours
    assert [(left.name, left.why) for left in written.left_out] == [("浙江", Why.NO_ID)]


def test_that_hours_need_the_campaigns_own_id_and_bids_that_of_the_word(tmp_path: Path) -> None:
    nameless = place(1, "坚果", with_ids=False)
    new = Levers(hours=(120, *flat_week(1)[1:]), bids={nameless.key: 138}, daily_budget=5000)
    one = replace(plan_order("microsoft_ads", new, places=(nameless,)), campaign_id="")
    written = PlanFiles().write(order(Form.MICROSOFT_BULK, tmp_path / "b.csv", one))
    assert {(left.lever, left.why) for left in written.left_out} == {
        (Lever.HOURS, Why.NO_CAMPAIGN),
        (Lever.WORDS, Why.NO_ID),
    }
    assert [row["Type"] for row in table(tmp_path / "b.csv")] == ["Format Version", "Campaign"]


def test_that_hours_without_an_imported_bulk_file_say_so(tmp_path: Path) -> None:
    one = plan_order("microsoft_ads", Levers(hours=(120, *flat_week(1)[1:])))
    written = PlanFiles().write(order(Form.MICROSOFT_BULK, tmp_path / "b.csv", one))
    assert [left.why for left in written.left_out] == [Why.OLD_HOURS]


# --- Amazon's own workbook

HEADERS = [
    "Product", "Entity", "Operation", "Campaign ID", "Ad Group ID", "Keyword ID", "Campaign Name", "Ad Group Name",
    "Campaign Name (Informational only)", "State", "Daily Budget", "Bid", "Keyword Text", "Match Type",
    "Bidding Strategy", "Placement", "Percentage", "Impressions",
]  # fmt: skip


def bulksheet(path: Path, keywords: list[str]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sponsored Products Campaigns"
    sheet.append(HEADERS)

    def line(**cells: Any) -> None:
        sheet.append([cells.get(header) for header in HEADERS])

    line(**{"Entity": "Campaign", "Campaign ID": "111", "Campaign Name": "坚果计划", "Daily Budget": 20})
    for name, percent in (("Placement Top", 50), ("Placement Rest Of Search", 0), ("Placement Product Page", None)):
        line(**{"Entity": "Bidding Adjustment", "Campaign ID": "111", "Placement": name, "Percentage": percent})
    for at, word in enumerate(keywords):
        line(
            **{
                "Entity": "Keyword", "Campaign ID": "111", "Ad Group ID": f"7{at % 2}", "Keyword ID": f"90{at}",
                "Keyword Text": word, "Match Type": "Exact", "Bid": "1.00" if at % 2 else 1, "Impressions": 5,
            }
        )  # fmt: skip
    book.save(path)


def test_that_the_operators_workbook_gets_bids_budget_and_placements_and_nothing_else(
    reader: SafeReader, tmp_path: Path
) -> None:
    keywords = list(ODD_WORDS)
    bulksheet(tmp_path / "own.xlsx", keywords)
    places = tuple(place(at, word) for at, word in enumerate(keywords))
    gone = place(99, "不在表里")
    new = Levers(
        bids={**{one.key: 138 + at for at, one in enumerate(places)}, gone.key: 150},
        hours=(120, *flat_week(1)[1:]),
        audiences={"Top of Search": 190, "Product Pages": 130, "Amazon Business": 120},
        daily_budget=5000,
    )
    one = plan_order("amazon", new, places=(*places, gone))
    out = tmp_path / "out.xlsx"
    written = PlanFiles().write(order(Form.AMAZON_BULK, out, one, workbook=tmp_path / "own.xlsx"))
    rows = read_back(reader, out, "amazon_bulk_sp")
    by_entity = {name: [row for row in rows if row["entity"] == name] for name in ("Campaign", "Keyword")}
    assert [row["daily_budget"] for row in by_entity["Campaign"]] == [5000]
    assert [row["bid"] for row in by_entity["Keyword"]] == [new.bids[one.key] for one in places]
    assert {row["operation"] for row in by_entity["Keyword"]} == {"Update"}
    assert [(row["placement"], row["percentage"]) for row in rows if row["entity"] == "Bidding Adjustment"] == [
        ("Placement Top", 90),
        ("Placement Rest Of Search", 0),
        ("Placement Product Page", 30),
    ]
    assert [(left.name, left.why) for left in written.left_out] == [
        ("", Why.NO_FIELD),
        (gone.key, Why.NOT_IN_WORKBOOK),
        ("Amazon Business", Why.NOT_IN_WORKBOOK),
    ]
    before, after = (load_workbook(path)["Sponsored Products Campaigns"] for path in (tmp_path / "own.xlsx", out))
    changed = {
        (HEADERS[cell.column - 1])
        for old, new_row in zip(before.iter_rows(), after.iter_rows(), strict=True)
        for was, cell in zip(old, new_row, strict=True)
        if was.value != cell.value
    }
    assert changed == {"Operation", "Bid", "Percentage", "Daily Budget"}
    assert Decimal(str(after.cell(6, HEADERS.index("Bid") + 1).value)) == Decimal("1.38")


def test_that_the_operators_workbook_itself_is_never_overwritten(tmp_path: Path) -> None:
    bulksheet(tmp_path / "own.xlsx", ["坚果"])
    one = plan_order("amazon", Levers(daily_budget=5000))
    own = tmp_path / "own.xlsx"
    with pytest.raises(BulkRefused):
        PlanFiles().write(order(Form.AMAZON_BULK, own, one, workbook=own))
    with pytest.raises(BulkRefused):
        PlanFiles().write(order(Form.AMAZON_BULK, tmp_path / "out.xlsx", one))


def test_that_a_chinese_workbook_is_edited_in_its_own_words(reader: SafeReader, tmp_path: Path) -> None:
    heads = [
        "产品", "实体层级", "操作", "广告活动编号", "广告组编号", "关键词编号", "广告活动名称", "每日预算",
        "竞价", "关键词文本", "匹配类型", "广告位", "百分比", "展示量",
    ]  # fmt: skip
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "商品推广活动"
    sheet.append(heads)
    sheet.append(["商品推广", "广告活动", None, "111", None, None, "坚果计划", 20])
    sheet.append(["商品推广", "竞价调整", None, "111", *[None] * 7, "搜索结果顶部（首页）", 50])
    sheet.append(["商品推广", "竞价调整", None, "111", *[None] * 7, "商品页面", 0])
    sheet.append(["商品推广", "关键词", None, "111", "71", "901", None, None, 1, "坚果", "精准"])
    book.save(tmp_path / "own.xlsx")
    word = replace(place(1, "坚果", match="精准"), keyword_id="901")
    new = Levers(bids={word.key: 138}, audiences={"Top of Search": 190, "Product Pages": 120})
    one = plan_order("amazon", new, places=(word,))
    written = PlanFiles().write(order(Form.AMAZON_BULK, tmp_path / "out.xlsx", one, workbook=tmp_path / "own.xlsx"))
    assert (written.lines, written.left_out) == (3, ())
    rows = read_back(reader, tmp_path / "out.xlsx", "amazon_bulk_sp_zh")
    assert [(row["placement"], row["percentage"]) for row in rows[1:3]] == [
        ("搜索结果顶部（首页）", 90),
        ("商品页面", 20),
    ]
    assert [row["bid"] for row in rows[3:]] == [138]
