"""The board of shops with odd data: each view says something true, in both languages, and never NaN or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from shopdesk import bootstrap, cli
from shopdesk.ui.driver import Driver
from shopdesk.ui.kpi.page import VIEWS, KpiPage

Start = Callable[[], Driver]

END = date(2026, 6, 22)
HEAD = "日期,访客数,加购人数,支付金额,支付买家数,支付子订单数,支付件数,支付老买家数,成功退款金额"
BROKEN = re.compile(r"\bnan\b|\binf\b|\bNone\b|NaT|\{[a-z]+\}", re.IGNORECASE)


def line(day: date, *, visitors: int = 110, buyers: int = 3, refund: float = 0) -> str:
    return f"{day},{visitors},{visitors // 9},{buyers * 88.5},{buyers},{buyers},{buyers},{buyers // 3},{refund}"


def report(*lines: str, head: str = HEAD) -> str:
    return "\n".join([head, *lines, ""])


def before_end(count: int) -> list[date]:
    return [END - timedelta(days=count - 1 - place) for place in range(count)]


def thin() -> list[str]:
    return [report(*(line(day, buyers=1 + day.day % 5) for day in before_end(90)))]


def with_gaps() -> list[str]:
    return [report(*(line(day, visitors=700, buyers=21) for day in before_end(90) if day.day % 9 and day.month != 5))]


def without_visitors() -> list[str]:
    return [report(*(line(day, visitors=0, buyers=0) for day in before_end(40)))]


def renamed() -> list[str]:
    days = before_end(80)
    later = HEAD.replace("访客数", "进店人数", 1).replace("支付金额", "到账金额")
    return [report(*map(line, days[:40])), report(*map(line, days[40:]), head=later)]


def of_the_future() -> list[str]:
    return [report(*(line(day, buyers=9) for day in before_end(60)), line(date(2099, 1, 1)))]


SHOPS = [thin, with_gaps, without_visitors, renamed, of_the_future]


def texts(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel):
            yield widget.text()


def open_shop(driver: Driver, folder: Path, reports: list[str]) -> KpiPage:
    shop = folder / "店.shopdesk"
    for number, text in enumerate(reports):
        path = folder / f"店铺整体 {number}.csv"
        path.write_text(text, encoding="utf-8-sig")
        assert cli.main(["import", str(path), "--workspace", str(shop)]) == cli.OK
    driver.open(shop)
    driver.window.resize(1366, 738)
    page = driver.show_page("kpi")
    assert isinstance(page, KpiPage)
    return page


def show(driver: Driver, page: KpiPage, view: str) -> QWidget:
    page.show_view(view)
    driver.wait(view, lambda: view in page.views and driver.session.jobs.is_idle())
    driver.settle()
    return page.views[view]


@pytest.mark.parametrize("make", SHOPS)
def test_that_every_view_of_an_odd_shop_says_something_and_nothing_broken(
    start: Start, tmp_path: Path, make: Callable[[], list[str]]
) -> None:
    driver = start()
    page = open_shop(driver, tmp_path, make())
    for view in VIEWS:
        shown = [text for text in texts(show(driver, page, view)) if text]
        assert shown, view
        assert not [text for text in shown if BROKEN.search(text)], view
        assert driver.window.width() == 1366, view
    driver.session.settings.set("language", "en")
    driver.settle()
    assert not [text for text in texts(page) if BROKEN.search(text)]
    driver.raise_failures()


def test_that_a_date_of_the_future_takes_no_period_there_and_is_said(start: Start, tmp_path: Path) -> None:
    driver = start()
    page = open_shop(driver, tmp_path, of_the_future())
    period = page.period()
    assert period is not None
    assert period.end <= bootstrap.services().today()
    assert "1 天在今天之后" in page.as_of.text() or "1 day after today" in page.as_of.text()
    driver.raise_failures()


def test_that_switching_shops_while_views_still_compute_leaves_nothing_behind(start: Start, tmp_path: Path) -> None:
    driver = start()
    page = open_shop(driver, tmp_path, thin())
    other = tmp_path / "另一家"
    other.mkdir()
    for view in ("customers", "reports", "segments"):
        show(driver, page, view)
    page.show_view("reports")
    driver.turn()
    page = open_shop(driver, other, with_gaps())
    driver.settle()
    assert set(page.views) == {"overview"}
    assert page.view_name() == "overview"
    driver.raise_failures()
