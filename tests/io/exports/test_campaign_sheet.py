"""The campaign sheet and its price list, headless: whole, in both languages, safe in Excel, and read back."""

from __future__ import annotations

import csv
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from shopdesk import bootstrap
from shopdesk.app.promotions.documents import put_offer
from shopdesk.app.promotions.floors import set_floor_rule
from shopdesk.cli.console import UNUSABLE
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import GiftStep, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from tests.io.command_line import Run, runner

LADDER = OfferDesign(
    "a",
    OfferKind.THRESHOLD_OFF,
    "=满减 A",
    steps=(LadderStep(12_900, 500), LadderStep(19_900, 1_200)),
    note="=HYPERLINK(1)",
    campaign="a",
)
RIVAL = replace(LADDER, offer_id="a.2", name="满减 B", steps=(LadderStep(9_900, 300),))
CUT = OfferDesign("i", OfferKind.ITEM_OFF, "直降", status=Status.ACTIVE, skus=("00123",), value=2_500)
GIFT = OfferDesign(
    "g", OfferKind.GIFT, "满赠", status=Status.ACTIVE, gift_steps=(GiftStep(15_000, "00456", 2, cost=300),)
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    return runner(capsys)


@pytest.fixture
def shop(run: Run, tmp_path: Path) -> Path:
    orders = ["订单号,订单状态,付款时间,实付金额"]
    lines = ["订单号,商家编码,商品名称,单价,数量,付款时间,订单状态"]
    for number in range(120):
        day = f"2026-06-{1 + number % 20:02d} 10:00:00"
        sku, price = (("00123", 60), ("00456", 45), ("00789", 150))[number % 3]
        orders.append(f"77{number:04d},交易成功,{day},{price}")
        lines.append(f"77{number:04d},{sku},=坚果 {sku},{price},1,{day},交易成功")
    costs = ["货号,品名,进价,标价", "00123,=坚果 00123,40,60", "00456,坚果 00456,20,45"]
    files = []
    for name, table in (("订单.csv", orders), ("宝贝.csv", lines), ("成本.csv", costs)):
        files.append(tmp_path / name)
        files[-1].write_text("\n".join(table), encoding="utf-8-sig")
    path = tmp_path / "坚果.shopdesk"
    assert run("import", *files, "--workspace", path)[0] in (0, 3)
    with closing(bootstrap.open_workspace(path)) as workspace:
        for offer in (LADDER, RIVAL, CUT, GIFT):
            workspace.apply(put_offer(offer))
        workspace.apply(set_floor_rule(FloorRule(FloorKind.COST)))
    return path


def written(run: Run, shop: Path, target: Path, kind: str = "campaign", language: str = "zh_CN") -> Path:
    code, out, err = run("export", kind, "--workspace", shop, "--offer", "=满减 A", "--out", target, "--lang", language)
    assert (code, err) == (0, "")
    assert out.strip() == str(target)
    return target


def rows_of(path: Path, sheet: str) -> list[dict[str, Any]]:
    rows = list(load_workbook(path)[sheet].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def test_that_rules_name_rivals_and_offers_beside_with_what_they_give(run: Run, shop: Path, tmp_path: Path) -> None:
    rows = [row for row in rows_of(written(run, shop, tmp_path / "c.xlsx"), "规则") if row["优惠"]]
    assert [(row["优惠"], row["角色"]) for row in rows] == [
        ("=满减 A", "候选"),
        ("满减 B", "候选"),
        ("直降", "同时在用"),
        ("满赠", "同时在用"),
    ]
    assert rows[0]["内容"] == "满 129 元 减 5 元；满 199 元 减 12 元"
    assert rows[2]["商品范围"] == "1 个商品：00123"
    assert rows[3]["内容"] == "满 150 元 送 00456 × 2（成本 3 元）"


def test_that_every_article_has_its_prices_and_none_below_its_floor_is_passed_over(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    path = written(run, shop, tmp_path / "c.xlsx")
    goods = {row["商家编码"]: row for row in rows_of(path, "商品") if row["商品名称"]}
    cut = goods["00123"]
    assert (cut["标价"], cut["底价"], cut["活动价"]) == (60, 40, 35)  # no console knows the floor
    assert cut["店铺最少到手"] < 35  # a step of the ladder comes on top
    assert cut["程度"] == "破价"
    assert cut["最低价毛利"] == pytest.approx(cut["店铺最少到手"] - 40)
    assert goods["00456"]["单买到手价"] == 45
    assert goods["00789"]["成本"] is None
    assert goods["00789"]["最低价毛利"] is None
    assert goods["00789"]["回放最低到手价"] == 145
    rows = rows_of(path, "检查")
    assert (rows[0]["问题"], rows[0]["对象"]) == ("低于底价", "00123 =坚果 00123")
    assert "直降" in str(rows[0]["说明"])
    assert "缺成本" in {row["问题"] for row in rows}


def test_that_steps_tell_who_gets_them_today_and_what_the_forecast_rests_on(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    rows = [row for row in rows_of(written(run, shop, tmp_path / "c.xlsx"), "档位") if row["优惠"] == "=满减 A"]
    first = next(row for row in rows if row["门槛"] == "满 129 元")
    assert (first["回放达到订单"], first["不变时的成本"]) == (40, 200)
    assert first["占订单"] == pytest.approx(1 / 3, abs=1e-3)
    assert first["依据"] == "模型区间；一般经验，请核对"


def test_that_nothing_in_the_workbook_is_a_formula_and_ids_stay_texts(run: Run, shop: Path, tmp_path: Path) -> None:
    path = written(run, shop, tmp_path / "c.xlsx", language="en")
    book = load_workbook(path)
    assert book.sheetnames == ["Rules", "Steps", "Articles", "Checks", "Forecast and beliefs", "Customers"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type in ("f", "e")]
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}
    assert {cell.value for cell in book["Articles"]["A"]} >= {"00123", "00456", "00789"}
    assert not [cell.value for cell in cells if isinstance(cell.value, float) and cell.value != cell.value]


def test_that_the_price_list_is_read_back_as_a_price_list(run: Run, shop: Path, tmp_path: Path) -> None:
    path = written(run, shop, tmp_path / "价格.csv", kind="price-list")
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert {row["商家编码"].strip("\t"): row["活动价"] for row in rows}["00123"] == "35.00"
    other = tmp_path / "neu.shopdesk"
    again = written(run, shop, tmp_path / "价格.xlsx", kind="price-list")
    assert run("import", again, "--workspace", other)[0] == 0
    with closing(bootstrap.open_workspace(other)) as workspace:
        costs = workspace.frame("costs")
    assert dict(zip(costs["sku"], costs["list_price"], strict=True)) == {
        "00123": 6_000,
        "00456": 4_500,
        "00789": 15_000,
    }


def test_that_an_unknown_name_and_a_wrong_ending_are_said_and_nothing_is_written(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    target = tmp_path / "c.xlsx"
    code, _out, err = run(
        "export", "campaign", "--workspace", shop, "--offer", "没有", "--out", target, "--lang", "zh_CN"
    )
    assert code == UNUSABLE
    assert "满减 B" in err
    assert not target.exists()
    code, _out, err = run(
        "export", "campaign", "--workspace", shop, "--offer", "满减 B", "--out", tmp_path / "c.csv", "--lang", "en"
    )
    assert code == UNUSABLE
    assert not (tmp_path / "c.csv").exists()


def test_that_a_shop_without_any_order_still_gets_its_rules(run: Run, tmp_path: Path) -> None:
    costs = tmp_path / "成本.csv"
    costs.write_text("货号,品名,进价,标价\n1,坚果,40,60", encoding="utf-8-sig")
    path = tmp_path / "leer.shopdesk"
    assert run("import", costs, "--workspace", path)[0] in (0, 3)
    with closing(bootstrap.open_workspace(path)) as workspace:
        workspace.apply(put_offer(replace(LADDER, name="=满减 A")))
    notes = {row["角色"] for row in rows_of(written(run, path, tmp_path / "c.xlsx"), "规则")}
    assert any("没有付款订单" in str(note) for note in notes)


def test_that_a_coupon_for_some_customers_lists_them_by_their_last_orders(run: Run, tmp_path: Path) -> None:
    orders = ["订单号,订单状态,付款时间,实付金额,买家昵称"]
    orders += [
        f"0088{number:03d},交易成功,2026-06-{1 + number % 20:02d} 10:00:00,{60 + number},人{number % 25}"
        for number in range(60)
    ]
    table = tmp_path / "订单.csv"
    table.write_text("\n".join(orders), encoding="utf-8-sig")
    shop = tmp_path / "w.shopdesk"
    assert run("import", table, "--workspace", shop)[0] in (0, 3)
    with closing(bootstrap.open_workspace(shop)) as workspace:
        workspace.apply(put_offer(replace(LADDER, buyers=BuyerKind.RETURNING)))
    path = written(run, shop, tmp_path / "c.xlsx")
    counts = {row["给谁"]: row for row in rows_of(path, "顾客")}
    assert counts["新客"]["订单（回放期间）"] == 25
    assert counts["新客"]["可触达人数"] is None
    known = sum(counts[kind]["可触达人数"] for kind in ("老客", "高消费潜客"))
    people = [row for row in rows_of(path, "顾客名单") if row["订单数"]]
    assert known == len(people) == 25
    assert all(str(row["最近订单编号"]).startswith("0088") for row in people)
    assert rows_of(path, "规则")[0]["给谁"] == "老客"


def test_that_orders_without_buyers_say_what_to_import(run: Run, shop: Path, tmp_path: Path) -> None:
    rows = rows_of(written(run, shop, tmp_path / "c.xlsx"), "顾客")
    assert "没有买家编号" in str(rows[0]["给谁"])
