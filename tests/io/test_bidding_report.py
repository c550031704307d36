"""``shopdesk report bidding``: proposals and forecasts for a scheduler, with what can't be known."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import openpyxl
import pytest

from shopdesk import assets
from tests.io.command_line import Run, runner


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    return runner(capsys)


def test_that_every_plan_has_an_answer_and_ordered_ranges(run: Run, tmp_path: Path) -> None:
    shop, target = tmp_path / "坚果.shopdesk", tmp_path / "neu" / "出价.csv"
    assert run("import", assets.path("sample"), "--workspace", shop, "--sample")[0] in (0, 3)
    code, out, _err = run("report", "bidding", "--workspace", shop, "--out", target, "--lang", "zh_CN")
    assert (code, out.strip()) == (0, str(target))
    lines = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    rows = [line for line in lines[1:] if len(line) == len(lines[0])]
    assert {row[0] for row in rows} == {"每日坚果·关键词", "夏威夷果·拉新", "坚果·人群再营销"}
    assert {row[2] for row in rows} <= {"更好", "不动更好", "还看不出来", "数据太少，暂不判断"}
    for row in rows:
        new = [float(cell) for cell in row[9:12]]
        assert all(map(math.isfinite, new))
        assert new == sorted(new)
    assert any("用平均点击花费代替" in line[0] for line in lines if line)


def test_that_a_shop_without_ads_is_told_what_to_import(run: Run, tmp_path: Path) -> None:
    shop, target = tmp_path / "leer.shopdesk", tmp_path / "bids.xlsx"
    orders = next(path for path in assets.path("sample").iterdir() if path.name.startswith("已卖出"))
    assert run("import", orders, "--workspace", shop)[0] in (0, 3)
    assert run("report", "bidding", "--workspace", shop, "--out", target, "--lang", "en")[0] == 0
    said = [str(cell.value) for row in openpyxl.load_workbook(target).active.iter_rows() for cell in row if cell.value]
    assert any("import a campaign or keyword report" in text for text in said)
