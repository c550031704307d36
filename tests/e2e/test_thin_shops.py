"""Shops with little in them: every tab says what it lacks and never shows NaN, a blank page or a failure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from shopdesk import cli
from shopdesk.domain.promotions.design import OfferKind
from shopdesk.ui.actions import PAGES
from shopdesk.ui.driver import Driver
from shopdesk.ui.promotions.page import PromotionsPage

Start = Callable[[], Driver]

LONG = "每日坚果🥜" * 100  # 500 characters
ONE_DAY = "日期,访客数,支付金额,支付买家数,支付件数\n2026-06-22,882,2000.80,22,30\n"
ORDERS = (
    "订单编号,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量\n"
    f"3100000000000000017,58.90,交易成功,2026-06-21 10:00:00,2026-06-21 10:01:00,{LONG},1\n"
    "3100000000000000025,129.00,交易成功,2026-06-22 21:00:00,2026-06-22 21:01:00,榛子,2\n"
)
WORDS = (
    "日期,计划ID,计划名字,词名字/词包名字,展现量,点击量,花费,总成交金额,总成交笔数\n"
    f"2026-06-21,7001,{LONG},{LONG},100,10,12.5,0,0\n"
    "2026-06-22,7001,坚果·关键词,🥜坚果<b>礼盒</b>,50,0,0,0,0\n"
)
SHOPS = {"nothing": (), "one day": (ONE_DAY,), "only orders": (ORDERS,), "only keywords": (WORDS,)}


def shown_texts(root: QWidget) -> list[str]:
    widgets = [w for w in root.findChildren(QWidget) if w.isVisible() and isinstance(w, QLabel | QAbstractButton)]
    return [w.text() for w in widgets if w.text()]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", SHOPS)
def test_that_every_tab_of_a_thin_shop_says_something_true(
    start: Start, tmp_path: Path, name: str, language: str
) -> None:
    shop = tmp_path / "薄 店.shopdesk"
    for number, text in enumerate(SHOPS[name]):
        report = tmp_path / f"报表 {number}.csv"
        report.write_text(text, encoding="utf-8-sig")
        assert cli.main(["import", str(report), "--workspace", str(shop)]) == cli.OK
    driver = start()
    driver.session.settings.set("language", language)
    if SHOPS[name]:
        driver.open(shop)
    else:
        driver.session.create(shop)
        driver.wait("the shop", lambda: driver.session.workspace is not None)
    driver.window.resize(1366, 738)
    for page in PAGES:
        host = driver.show_page(page)
        texts = shown_texts(host)
        assert texts, page
        assert not [text for text in texts if re.search(r"\bnan\b|\binf\b|None|NaT|\{[a-z]+\}", text, re.IGNORECASE)]
        assert driver.window.width() == 1366, page
        driver.window.grab()
    driver.raise_failures()


def test_that_a_long_name_of_an_offer_pushes_no_figure_out_of_the_window(start: Start, tmp_path: Path) -> None:
    shop, report = tmp_path / "长 名.shopdesk", tmp_path / "订单.csv"
    report.write_text(ORDERS, encoding="utf-8-sig")
    assert cli.main(["import", str(report), "--workspace", str(shop)]) == cli.OK
    driver = start()
    driver.open(shop)
    driver.window.resize(1366, 738)
    tab = driver.show_page("promotions")
    assert isinstance(tab, PromotionsPage)
    page = tab.design
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.designer.name.setText(LONG)
    page.designer.name.editingFinished.emit()
    driver.settle()
    assert driver.window.width() == 1366
    card = page.result
    inside = [label for label in card.findChildren(QLabel) if label.isVisible()]
    assert inside
    assert all(label.mapTo(card, label.rect().topRight()).x() <= card.width() for label in inside)
    driver.raise_failures()
