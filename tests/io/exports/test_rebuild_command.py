"""From an imported report to the worksheet of a rebuild and back, without a window."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from shopdesk import bootstrap, cli

HEAD = "日期,场景名字,计划名字,单元名字,宝贝名称,词名字/词包名字,展现量,点击量,花费,总成交笔数,总成交金额"
WORDS = [
    ("坚果", 900, 2000), ("坚果礼盒", 300, 400), ("开心果", 200, 300),
    ("三只松鼠坚果", 90, 350), ("三只松鼠礼盒", 80, 340), ("=三只松鼠,礼袋", 70, 330),
]  # fmt: skip


def report(path: Path) -> None:
    lines = [HEAD]
    for word, clicks, cost in WORDS:
        quoted = f'"{word}"' if "," in word else word
        figures = f"{30 * clicks},{clicks},{cost},{clicks // 50},{60 * clicks // 50}"
        lines.append(f"2026-06-22,关键词推广,综合,单元1,坚果 500g,{quoted},{figures}")
    lines.append("2026-06-22,关键词推广,第二,单元1,坚果 500g,夏威夷果,900,100,100,2,120")
    path.write_text("\n".join(lines), encoding="gb18030")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    report(tmp_path / "关键词报表_20260622_20260622.csv")
    assert (
        cli.main(
            ["import", str(tmp_path / "关键词报表_20260622_20260622.csv"), "--workspace", str(tmp_path / "a.shopdesk")]
        )
        == cli.OK
    )
    return tmp_path / "a.shopdesk"


def test_that_a_rebuild_goes_out_and_comes_back_through_the_command_line(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "重构.xlsx"
    assert (
        cli.main(["export", "keywords-rebuild", "--workspace", str(shop), "--out", str(out), "--lang", "zh_CN"])
        == cli.OK
    )
    assert "三只松鼠坚果" in (tmp_path / "重构_粘贴.txt").read_text("utf-8-sig")
    assert cli.main(["import", str(out), "--workspace", str(tmp_path / "b.shopdesk")]) in (cli.OK, cli.REFUSED)
    with closing(bootstrap.open_workspace(tmp_path / "b.shopdesk", read_only=True)) as workspace:
        rows = workspace.frame("ad_entity")
    made = rows.loc[(rows["entity"] == "关键词") & (rows["operation"] == "新建")]
    assert set(made["keyword"]) == {"三只松鼠坚果", "三只松鼠礼盒", "=三只松鼠,礼袋"}
    assert set(made["campaign"]) == {"竞品词"}
    paused = rows.loc[(rows["entity"] == "关键词") & (rows["operation"] == "暂停")]
    assert set(paused["campaign"]) == {"综合"}


def test_that_each_line_of_the_worksheet_says_why_in_the_language_asked_for(shop: Path, tmp_path: Path) -> None:
    said: dict[str, set[str]] = {}
    for language in ("zh_CN", "en"):
        out = tmp_path / f"{language}.xlsx"
        cli.main(["export", "keywords-rebuild", "--workspace", str(shop), "--out", str(out), "--lang", language])
        sheets = openpyxl.load_workbook(out).worksheets
        rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
        why = rows[0].index("理由")
        said[language] = {str(row[why]) for row in rows if row[1] == "关键词"}
    assert all(len(text) > 3 for texts in said.values() for text in texts)
    assert any("竞品词" in text for text in said["zh_CN"])
    assert any("campaign" in text for text in said["en"])


def test_that_a_shop_without_words_is_told_what_to_import(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.create_workspace(tmp_path / "empty.shopdesk").close()
    arguments = ["export", "keywords-rebuild", "--workspace", str(tmp_path / "empty.shopdesk"), "--lang", "zh_CN"]
    assert cli.main([*arguments, "--out", str(tmp_path / "x.xlsx")]) == cli.UNUSABLE
    assert "请导入" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()
