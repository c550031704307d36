"""``shopdesk report promotions``: the offers of a shop on its own orders, with what stands behind the figures."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from shopdesk import assets
from tests.io.command_line import Run, runner


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    return runner(capsys)


def test_that_scenarios_stand_on_the_same_orders_and_their_parts_add_up(run: Run, tmp_path: Path) -> None:
    shop, target = tmp_path / "坚果.shopdesk", tmp_path / "neu" / "优惠.csv"
    assert run("import", assets.path("sample"), "--workspace", shop, "--sample")[0] in (0, 3)
    code, out, _err = run("report", "promotions", "--workspace", shop, "--out", target, "--lang", "zh_CN")
    assert (code, out.strip()) == (0, str(target))
    lines = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    rows = [dict(zip(lines[0], line, strict=True)) for line in lines[1:] if len(line) == len(lines[0])]
    totals = {row["方案"]: row for row in rows if row["部分"] == "合计"}
    assert list(totals)[:2] == ["实际发生", "现有优惠"]
    assert len({row["订单数"] for row in totals.values()}) == 1
    for scenario, total in totals.items():
        for part in ("周", "客户"):
            own = [float(row["毛利"]) for row in rows if (row["方案"], row["部分"]) == (scenario, part)]
            assert sum(own) == pytest.approx(float(total["毛利"]))
    assert any("假定顾客买的东西不变" in line[0] for line in lines if line)


def test_that_a_shop_without_orders_is_told_what_to_import(run: Run, tmp_path: Path) -> None:
    shop, target = tmp_path / "leer.shopdesk", tmp_path / "offers.xlsx"
    costs = next(path for path in assets.path("sample").iterdir() if path.name.startswith("商品成本"))
    assert run("import", costs, "--workspace", shop)[0] in (0, 3)
    assert run("report", "promotions", "--workspace", shop, "--out", target, "--lang", "en")[0] == 0
    said = [str(cell.value) for row in openpyxl.load_workbook(target).active.iter_rows() for cell in row if cell.value]
    assert any("import the order list and the order lines" in text for text in said)
