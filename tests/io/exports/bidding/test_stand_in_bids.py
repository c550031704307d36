"""Bids on the price of a click: no file holds them as a price, since the console's own bid is higher."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from shopdesk.app.bidding.exporting import Form, LeftOut, Why
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.levers import Levers
from shopdesk.io.exports.bidding.files import PlanFiles
from tests.io.exports.bidding.plans import order, place, plan_order
from tests.io.exports.bidding.test_console_files import table

KNOWN, GUESSED = place(1, "nuts"), place(2, "cashews")
NEW = Levers(bids={KNOWN.key: 120, GUESSED.key: 110})


@pytest.mark.parametrize(
    ("platform", "form", "suffix"),
    [("google_ads", Form.GOOGLE_EDITOR, ".csv"), ("microsoft_ads", Form.MICROSOFT_BULK, ".csv")],
)
def test_that_a_file_of_prices_leaves_such_words_out_and_says_so(
    tmp_path: Path, platform: str, form: Form, suffix: str
) -> None:
    one = plan_order(platform, NEW, places=(KNOWN, GUESSED), stand_ins={GUESSED.key: 100})
    written = PlanFiles().write(order(form, tmp_path / f"a{suffix}", one))
    assert written.left_out == (LeftOut(Lever.WORDS, GUESSED.key, Why.BID_UNKNOWN),)
    words = {row["Keyword"] for row in table(tmp_path / f"a{suffix}")}
    assert "nuts" in words
    assert "cashews" not in words


def test_that_a_workbook_with_bids_of_its_own_changes_these_by_the_percent(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sponsored Products Campaigns"
    sheet.append(
        [
            "Product",
            "Entity",
            "Operation",
            "Campaign ID",
            "Ad Group ID",
            "Keyword ID",
            "Keyword Text",
            "Match Type",
            "Bid",
        ]
    )
    group, word_id, _ = GUESSED.key.split("\t")
    sheet.append(["Sponsored Products", "Keyword", "", "111", group, word_id, "cashews", "Exact", 2.5])
    book.save(tmp_path / "own.xlsx")
    one = plan_order("amazon", NEW, places=(GUESSED,), stand_ins={GUESSED.key: 100})
    one_file = order(Form.AMAZON_BULK, tmp_path / "out.xlsx", one, workbook=tmp_path / "own.xlsx")
    PlanFiles().write(one_file)
    cells = [cell.value for cell in load_workbook(tmp_path / "out.xlsx").worksheets[0][2]]
    assert cells[-1] == pytest.approx(2.75)


def test_that_the_checklist_says_the_percent_and_no_price(tmp_path: Path) -> None:
    one = plan_order("taobao", NEW, places=(KNOWN, GUESSED), stand_ins={GUESSED.key: 100})
    PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", one))
    rows = [[cell.value for cell in row] for row in load_workbook(tmp_path / "c.xlsx")["出价"].iter_rows()]
    head = rows[0]
    told = {row[head.index("关键词")]: row for row in rows[1:] if row[head.index("关键词")]}
    prices = [head.index("现在(元)"), head.index("改为(元)"), head.index("按后台现价调")]
    assert [told["cashews"][at] for at in prices] == [None, None, "+10%"]
    assert [told["nuts"][at] for at in prices[:2]] == [1.0, 1.2]
    assert PlanFiles().read_levers(tmp_path / "c.xlsx")["坚果计划"].bids == {KNOWN.key: 120}


def test_that_a_platforms_limits_say_nothing_of_a_bid_that_nobody_knows(tmp_path: Path) -> None:
    new = Levers(bids={GUESSED.key: 1})
    one = plan_order("taobao", new, places=(GUESSED,), stand_ins={GUESSED.key: 2})
    assert one.changes[0].problem is None
    assert PlanFiles().write(order(Form.CHECKLIST, tmp_path / "c.xlsx", one)).lines == 1
