"""What is written for a console reads back identically through our own importer."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shopdesk.app.importing.model import SourceFile
from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.rebuild_files import BulkRefused
from shopdesk.app.keywords.rebuild_rules import rules_of
from shopdesk.app.keywords.rebuild_sheets import paste_forms, paste_text, plan_sheets
from shopdesk.domain.keywords.rebuild.entries import Entity, Entry, Operation
from shopdesk.domain.keywords.rebuild.model import BidBasis, Match, Place
from shopdesk.io.dialects import Dialects
from shopdesk.io.dialects.cells import MISSING
from shopdesk.io.dialects.rows import TOTAL_MARKS
from shopdesk.io.excel_writer import write_workbook
from shopdesk.io.exports.bulk_csv import platform_text
from shopdesk.io.exports.files import ProposalFiles
from shopdesk.io.reading import SafeReader
from tests.io.dialects.sheets import SALT

ODD = [
    "+nuts",
    "=1+1",
    "-free",
    "@home",
    '"nuts"',
    "[nuts]",
    "坚果,礼盒",
    'a "b", c',
    "🥜坚果",
    "坚" * 200,
    "nuts & 果",
    "1e5",
    "007",
]
SIGNS = st.characters(categories=("L", "N", "P", "S"), exclude_characters="'=\u200b\ufeff")
words = st.one_of(
    st.sampled_from(ODD),
    st.text(SIGNS, min_size=2, max_size=40).filter(
        lambda word: word[0] not in "-—–/\\" and any(map(str.isalpha, word))
    ),
)
NOT_READ = {*MISSING.to_pylist(), *TOTAL_MARKS.to_pylist()}
"""Words that our importer takes for an empty cell or a total: they can never have come in."""


@pytest.fixture(scope="module")
def reader() -> Iterator[SafeReader]:
    with SafeReader() as reader:
        yield reader


def place(platform: str, campaign: str = "品牌词", adgroup: str = "坚果") -> Place:
    return Place(platform=platform, campaign=campaign, adgroup=adgroup)


def lines(platform: str, keywords: list[str]) -> list[Entry]:
    """A campaign with its ad group, and every keyword once made, once paused elsewhere, once kept out."""
    home, old = place(platform), place(platform, "综合", "单元1")
    made: list[Entry] = [
        Entry(entity=Entity.CAMPAIGN, operation=Operation.CREATE, place=place(platform, adgroup=""), budget=30.0),
        Entry(entity=Entity.AD_GROUP, operation=Operation.CREATE, place=home, bid_fen=120),
    ]
    for word in keywords:
        common: dict[str, Any] = {"keyword": word, "match": Match.EXACT, "match_type": "Exact"}
        made += [
            Entry(entity=Entity.KEYWORD, operation=Operation.PAUSE, place=old, **common),
            Entry(
                entity=Entity.KEYWORD, operation=Operation.CREATE, place=home, bid_fen=138, basis=BidBasis.BID, **common
            ),
            Entry(
                entity=Entity.NEGATIVE,
                operation=Operation.CREATE,
                place=place(platform, "综合", ""),
                keyword=word,
                match=Match.PHRASE,
                match_type="Campaign Negative Phrase",
            ),
        ]
    return made


def read_back(reader: SafeReader, path: Path, kind: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for sheet in reader.read(SourceFile(path), SILENT).sheets:
        found = Dialects().recognise(sheet, file_name=path.name)
        assert found.kind == kind
        conversion = Dialects().convert(sheet, found, salt=SALT, file_name=path.name)
        assert conversion.rejected.num_rows == 0 if conversion.rejected is not None else True
        rows += conversion.frame.to_pylist()
    return rows


def told(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in ("campaign", "adgroup", "keyword", "bid"))


def meant(one: Entry) -> tuple[Any, ...]:
    bid = one.bid_fen if one.entity is Entity.KEYWORD else None
    return (one.place.campaign, one.place.adgroup or None, one.keyword or None, bid)


def unmixed(keywords: list[str]) -> list[str]:
    return [word for word in dict.fromkeys([*keywords, "nuts"]) if word.casefold() not in NOT_READ]


hypothesis = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@hypothesis
@example(keywords=ODD)
@given(keywords=st.lists(words, min_size=1, max_size=5))
def test_that_a_bulk_file_for_microsoft_reads_back(reader: SafeReader, tmp_path: Path, keywords: list[str]) -> None:
    own = lines("microsoft_ads", unmixed(keywords))
    ProposalFiles().write_bulk(tmp_path / "bulk.csv", own)
    rows = read_back(reader, tmp_path / "bulk.csv", "msads_bulk_keyword")
    assert [told(row) for row in rows] == [meant(one) for one in own]
    assert [row["entity"] for row in rows][:3] == ["Campaign", "Ad Group", "Keyword"]
    assert rows[0]["daily_budget"] == 3000
    assert {row["state"] for row in rows if row["campaign"] == "综合" and row["entity"] == "Keyword"} == {"Paused"}


@hypothesis
@example(keywords=ODD)
@given(keywords=st.lists(words, min_size=1, max_size=5))
def test_that_a_file_for_google_ads_editor_reads_back(reader: SafeReader, tmp_path: Path, keywords: list[str]) -> None:
    own = lines("google_ads", unmixed(keywords))
    ProposalFiles().write_editor(tmp_path / "editor.csv", own)
    rows = read_back(reader, tmp_path / "editor.csv", "gads_editor_keywords")
    group = own[1]
    expected = [meant(one) if one is not group else (*meant(one)[:3], group.bid_fen) for one in own]
    assert [told(row) for row in rows] == expected
    assert {row["match_type"] for row in rows if row["keyword"]} == {"Exact", "Campaign Negative Phrase"}


@hypothesis
@example(keywords=ODD)
@given(keywords=st.lists(words, min_size=1, max_size=5))
def test_that_a_worksheet_by_plan_reads_back(reader: SafeReader, tmp_path: Path, keywords: list[str]) -> None:
    own = lines("taobao", unmixed(keywords))
    write_workbook(tmp_path / "万相台.xlsx", plan_sheets(own, "万相台", {}, rules_of("taobao")))
    rows = read_back(reader, tmp_path / "万相台.xlsx", "plan_sheet_taobao")
    by_plan = sorted(own, key=lambda one: [other.place.campaign for other in own].index(one.place.campaign))
    group = own[1]
    expected = [meant(one) if one is not group else (*meant(one)[:3], group.bid_fen) for one in by_plan]
    assert [told(row) for row in rows] == expected


@settings(deadline=None)
@given(st.text(max_size=30))
def test_that_a_cell_of_a_console_file_never_begins_like_a_formula_and_keeps_its_words(word: str) -> None:
    found = platform_text(word)
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\n" not in found
    assert found.split() == re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", word).split()


def test_that_a_csv_for_a_console_holds_no_apostrophe_before_a_word() -> None:
    assert platform_text("+nuts") == " +nuts"
    assert platform_text("坚果\n礼盒") == "坚果 礼盒"


HEADERS = [
    "Product", "Entity", "Operation", "Campaign ID", "Ad Group ID", "Keyword ID", "Campaign Name", "Ad Group Name",
    "Campaign Name (Informational only)", "Ad Group Name (Informational only)", "State", "Daily Budget", "Bid",
    "Keyword Text", "Match Type", "Impressions",
]  # fmt: skip


def bulksheet(path: Path) -> None:
    """A workbook as Amazon gives it: a sheet of campaigns with a style, and another that must stay."""
    from openpyxl.styles import Font

    book = Workbook()
    book.active.title = "Portfolios"
    book.active.append(["Portfolio ID", "=1+1"])
    sheet = book.create_sheet("Sponsored Products Campaigns")
    sheet.append(HEADERS)
    sheet.append(
        [
            "Sponsored Products",
            "Campaign",
            None,
            "111",
            None,
            None,
            "Nuts",
            None,
            None,
            None,
            "enabled",
            20,
            None,
            None,
            None,
            5,
        ]
    )
    sheet.append(
        [
            "Sponsored Products",
            "Keyword",
            None,
            "111",
            "222",
            "333",
            None,
            None,
            "Nuts",
            "Group",
            "enabled",
            None,
            0.55,
            "mixed nuts",
            "Exact",
            9,
        ]
    )
    sheet.append(
        [
            "Sponsored Products",
            "Keyword",
            None,
            "111",
            "222",
            "334",
            None,
            None,
            "Nuts",
            "Group",
            "enabled",
            None,
            0.75,
            "nuts",
            "Broad",
            7,
        ]
    )
    sheet["N3"].font = Font(bold=True)
    book.save(path)


def amazon(**known: Any) -> Entry:
    own = Place(platform="amazon", campaign="Nuts", adgroup="Group")
    return Entry(**{"entity": Entity.KEYWORD, "operation": Operation.UPDATE, "place": own, **known})


def test_that_an_amazon_workbook_keeps_everything_but_the_changed_cells(tmp_path: Path) -> None:
    bulksheet(tmp_path / "own.xlsx")
    entries = [
        amazon(keyword="mixed nuts", match=Match.EXACT, bid_fen=66),
        amazon(keyword="gone", match=Match.EXACT, bid_fen=66),
        amazon(keyword="nuts", keyword_id="334", operation=Operation.PAUSE),
    ]
    written = ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", entries, tmp_path / "own.xlsx")
    assert (written.entries, written.left_out) == (2, ("gone",))
    before, after = (load_workbook(tmp_path / name) for name in ("own.xlsx", "copy.xlsx"))
    changed = {
        (sheet.title, cell.coordinate): cell.value
        for sheet in after.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value != before[sheet.title][cell.coordinate].value
    }
    name = "Sponsored Products Campaigns"
    assert changed == {
        (name, "C3"): "Update", (name, "M3"): 0.66, (name, "C4"): "Update", (name, "K4"): "paused",
    }  # fmt: skip
    assert after[name]["N3"].font.bold


def test_that_an_archived_line_of_the_same_word_is_left_alone(tmp_path: Path) -> None:
    bulksheet(tmp_path / "own.xlsx")
    book = load_workbook(tmp_path / "own.xlsx")
    sheet = book["Sponsored Products Campaigns"]
    sheet.insert_rows(3)
    for column in range(1, 17):
        sheet.cell(3, column).value = sheet.cell(4, column).value
    sheet["F3"], sheet["K3"] = "300", "archived"
    book.save(tmp_path / "own.xlsx")
    entries = [amazon(keyword="mixed nuts", match=Match.EXACT, bid_fen=66)]
    ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", entries, tmp_path / "own.xlsx")
    written = load_workbook(tmp_path / "copy.xlsx")["Sponsored Products Campaigns"]
    assert (written["M3"].value, written["M4"].value) == (0.55, 0.66)


def test_that_a_step_changes_the_bid_of_the_workbook_and_is_named_where_a_file_has_none(tmp_path: Path) -> None:
    bulksheet(tmp_path / "own.xlsx")
    entries = [amazon(keyword="nuts", keyword_id="334", step=-0.2, basis=BidBasis.CPC)]
    ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", entries, tmp_path / "own.xlsx")
    assert load_workbook(tmp_path / "copy.xlsx")["Sponsored Products Campaigns"]["M4"].value == 0.6
    written = ProposalFiles().write_editor(tmp_path / "editor.csv", entries)
    assert (written.entries, written.left_out) == (0, ("nuts",))
    (sheet,) = plan_sheets(entries, "万相台", {}, rules_of("taobao"))
    assert sheet.rows[0][-3] == "后台现在的出价 × 0.80（出价未导入）"


def test_that_new_lines_of_an_amazon_workbook_read_back_beside_the_old(reader: SafeReader, tmp_path: Path) -> None:
    bulksheet(tmp_path / "own.xlsx")
    home = Place(platform="amazon", campaign="Brand", adgroup="=Nuts")
    entries = [
        Entry(entity=Entity.CAMPAIGN, operation=Operation.CREATE, place=home, budget=30.0),
        Entry(
            entity=Entity.KEYWORD,
            operation=Operation.CREATE,
            place=home,
            keyword="+nuts",
            match=Match.EXACT,
            match_type="exact",
            bid_fen=80,
        ),
    ]
    ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", entries, tmp_path / "own.xlsx")
    book = reader.read(SourceFile(tmp_path / "copy.xlsx"), SILENT)
    sheet = next(one for one in book.sheets if one.name == "Sponsored Products Campaigns")
    rows = Dialects().convert(sheet, Dialects().recognise(sheet, file_name="copy.xlsx"), salt=SALT).frame.to_pylist()
    assert [told(row) for row in rows[:3]] == [
        ("Nuts", None, None, None),
        ("Nuts", "Group", "mixed nuts", 55),
        ("Nuts", "Group", "nuts", 75),
    ]
    assert [told(row) for row in rows[3:]] == [("Brand", None, None, None), ("Brand", "=Nuts", "+nuts", 80)]
    assert [row["operation"] for row in rows[3:]] == ["Create", "Create"]


def test_that_a_chinese_workbook_is_changed_under_its_own_headers(reader: SafeReader, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "商品推广活动"
    sheet.append(
        ["产品", "实体层级", "操作", "广告活动编号", "广告组编号", "关键词编号", "广告活动名称（仅供参考）",
         "广告组名称（仅供参考）", "状态", "每日预算", "竞价", "关键词文本", "匹配类型"]
    )  # fmt: skip
    sheet.append(
        ["商品推广", "关键词", None, "111", "222", "333", "坚果", "组", "已启用", None, "0.55", "nuts", "精准"]
    )
    book.save(tmp_path / "own.xlsx")
    own = Place(platform="amazon", campaign="坚果", adgroup="组")
    common: dict[str, Any] = {"entity": Entity.KEYWORD, "place": own, "match": Match.EXACT}
    entries = [
        Entry(operation=Operation.UPDATE, keyword="Nuts", bid_fen=66, **common),
        Entry(operation=Operation.CREATE, keyword="big nuts", match_type="exact", **common),
    ]
    written = ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", entries, tmp_path / "own.xlsx")
    assert written.left_out == ()
    rows = read_back(reader, tmp_path / "copy.xlsx", "amazon_bulk_sp_zh")
    assert [told(row) for row in rows] == [("坚果", "组", "nuts", 66), ("坚果", "组", "big nuts", None)]
    assert [(row["campaign_id"], row["adgroup_id"]) for row in rows] == [("111", "222"), ("111", "222")]
    assert [(row["entity"], row["operation"]) for row in rows] == [("关键词", "Update"), ("关键词", "Create")]


def test_that_a_workbook_is_never_overwritten_and_another_is_refused(tmp_path: Path) -> None:
    bulksheet(tmp_path / "own.xlsx")
    before = (tmp_path / "own.xlsx").read_bytes()
    with pytest.raises(BulkRefused, match="itself"):
        ProposalFiles().write_bulksheet(tmp_path / "own.xlsx", [], tmp_path / "own.xlsx")
    assert (tmp_path / "own.xlsx").read_bytes() == before
    other = Workbook()
    other.active.append(["日期", "花费"])
    other.save(tmp_path / "other.xlsx")
    with pytest.raises(BulkRefused, match="no_sheet"):
        ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", [], tmp_path / "other.xlsx")
    (tmp_path / "text.xlsx").write_text("no workbook")
    with pytest.raises(BulkRefused, match="no_workbook"):
        ProposalFiles().write_bulksheet(tmp_path / "copy.xlsx", [], tmp_path / "text.xlsx")


def test_that_the_words_to_paste_stand_by_place_and_leave_out_what_would_be_split() -> None:
    own = lines("taobao", ["坚果", "坚果,礼盒"])
    forms = paste_forms(own)
    assert [(form.title, form.lines, form.left_out) for form in forms] == [
        ("品牌词 / 坚果", ("坚果,1.38",), ("坚果,礼盒",)),
        ("综合 · Campaign Negative Phrase", ("坚果",), ("坚果,礼盒",)),
    ]
    assert paste_text(forms).splitlines()[:2] == ["# 品牌词 / 坚果", "坚果,1.38"]


def test_that_the_bulk_file_has_the_published_lines() -> None:
    from shopdesk.io.exports.microsoft_bulk import bulk_csv

    rows = list(csv.DictReader(io.StringIO(bulk_csv(lines("microsoft_ads", ["red shoes"])).decode("utf-8-sig"))))
    assert (rows[0]["Type"], rows[0]["Name"]) == ("Format Version", "6.0")
    assert {row["Type"] for row in rows[1:]} == {"Campaign", "Ad Group", "Keyword", "Campaign Negative Keyword"}
