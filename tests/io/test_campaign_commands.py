"""``export campaign``, ``price-list`` and ``report promotions``: on the days asked for, and without orders."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from shopdesk import assets, bootstrap
from shopdesk.app.promotions.documents import put_offer
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from tests.io.command_line import Run, runner

OFFER = "满减候选"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    return runner(capsys)


@pytest.fixture
def sample(run: Run, tmp_path: Path) -> Path:
    shop = tmp_path / "坚果.shopdesk"
    names = ("已卖出的宝贝", "商品成本")
    files = [path for path in assets.path("sample").iterdir() if path.name.startswith(names)]
    assert run("import", *files, "--workspace", shop)[0] in (0, 3)
    steps = (LadderStep(12_900, 500), LadderStep(19_900, 1_200))
    price = OfferDesign("i", OfferKind.ITEM_PRICE, "尝鲜价", Status.ACTIVE, skus=("GSL-001",), value=4_790)
    with closing(bootstrap.open_workspace(shop)) as workspace:
        workspace.apply(put_offer(OfferDesign("a", OfferKind.THRESHOLD_OFF, OFFER, steps=steps)))
        workspace.apply(put_offer(price))
    return shop


def paid_in_june(sample: Path) -> int:
    with closing(bootstrap.open_workspace(sample, read_only=True)) as workspace:
        paid = workspace.frame("orders")["paid_at"].dt.date
    return int(((paid >= date(2026, 6, 1)) & (paid <= date(2026, 6, 10))).sum())


def test_that_sheet_and_report_count_the_orders_of_the_same_days(run: Run, sample: Path, tmp_path: Path) -> None:
    sheet, table = tmp_path / "活动.xlsx", tmp_path / "优惠.csv"
    june = ("--from", "2026-06-01", "--to", "2026-06-10", "--lang", "zh_CN", "--workspace", sample)
    assert run("export", "campaign", "--offer", OFFER, "--out", sheet, *june)[0] == 0
    assert run("report", "promotions", "--out", table, *june)[0] == 0
    lines = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    rows = [dict(zip(lines[0], line, strict=True)) for line in lines[1:] if len(line) == len(lines[0])]
    totals = {row["方案"]: row for row in rows if row["部分"] == "合计"}
    steps = [row for row in rows if row["部分"] == "门槛" and row["名称"].startswith(OFFER)]
    book = openpyxl.load_workbook(sheet)
    figures = {row[1]: row for row in book["预测与假设"].iter_rows(values_only=True) if row[0] == OFFER}
    today = totals["现有优惠"]
    assert figures["订单数"][3] == int(today["订单数"]) == paid_in_june(sample)
    assert figures["支付金额"][3] == float(today["买家实付"])
    assert figures["毛利"][3] == float(today["毛利"])
    told = [row for row in book["档位"].iter_rows(min_row=2, values_only=True) if row[0] == OFFER]
    assert [(row[3], row[5]) for row in told] == [(int(row["订单数"]), float(row["店铺优惠"])) for row in steps]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("--from", "2026-02-30"), "--from 2026-02-30 names no day"),
        (("--from", "2026-06-10", "--to", "2026-06-01"), "--to 2026-06-01 lies before --from 2026-06-10"),
    ],
)
def test_that_days_that_make_no_sense_are_told(run: Run, tmp_path: Path, days: tuple[str, ...], said: str) -> None:
    shop = tmp_path / "s.shopdesk"
    bootstrap.create_workspace(shop).close()
    for command in (("report", "promotions"), ("export", "campaign", "--offer", "x")):
        code, _out, err = run(*command, "--workspace", shop, "--out", tmp_path / "o.xlsx", "--lang", "en", *days)
        assert code == 2
        assert said in err


def test_that_a_shop_of_designs_alone_is_written_down_and_told_what_to_import(run: Run, tmp_path: Path) -> None:
    shop = tmp_path / "只有设计.shopdesk"
    with closing(bootstrap.create_workspace(shop)) as workspace:
        workspace.apply(put_offer(OfferDesign("a", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(9_900, 500),))))
    sheet, prices, table = (tmp_path / name for name in ("a.xlsx", "p.xlsx", "r.xlsx"))
    words = ("--workspace", shop, "--lang", "zh_CN")
    assert run("export", "campaign", "--offer", "满减", "--out", sheet, *words)[0] == 0
    assert run("export", "price-list", "--offer", "满减", "--out", prices, *words)[0] == 0
    assert run("report", "promotions", "--out", table, *words)[0] == 0
    for path, told in ((sheet, "请导入订单报表"), (prices, "请导入宝贝报表"), (table, "请导入订单报表")):
        book = openpyxl.load_workbook(path)
        texts = [
            str(cell) for part in book for row in part.iter_rows(values_only=True) for cell in row if cell is not None
        ]
        assert any(told in text for text in texts)
        assert not any("nan" in text.casefold() for text in texts)
