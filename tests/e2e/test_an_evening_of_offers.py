"""An operator designs a campaign in an evening, writes it down, and looks back on it when it has run."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog

from shopdesk import bootstrap, cli
from shopdesk.app.promotions.aims import LADDER_AIMS
from shopdesk.app.promotions.beliefs import LADDER_BELIEFS
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.versions import CAMPAIGN_VERSIONS, Reason
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.domain.promotions.review.record import Verdict
from shopdesk.ui.cards import LinkButton
from shopdesk.ui.driver import Driver
from shopdesk.ui.promotions.finder.aim_dialog import AimDialog
from shopdesk.ui.promotions.finder.dialog import LadderFinder
from shopdesk.ui.promotions.result.answer import row_of
from shopdesk.ui.promotions.result.compare_dialog import CompareDialog
from shopdesk.ui.promotions.sheet.export import CampaignExport, Form
from tests.e2e.operator_hands import import_dropped, state_of

Start = Callable[[], Driver]
COLLECTIONS = (OFFERS, CAMPAIGN_VERSIONS, LADDER_AIMS, LADDER_BELIEFS)
EVENING, LATER = datetime(2026, 6, 22, 20, 0), datetime(2026, 7, 19, 9, 0)
LADDER = (LadderStep(12_900, 500),)
_SHIFT = timedelta(days=14)


def everything(driver: Driver) -> dict[str, Any]:
    return state_of(driver, COLLECTIONS)


def offers(driver: Driver) -> list[OfferDesign]:
    workspace = driver.session.workspace
    assert workspace is not None
    return list(workspace.rows(OFFERS).values())


def page_of(driver: Driver) -> Any:
    page: Any = driver.show_page("promotions")
    driver.settle()
    driver.raise_failures()
    return page


def take_a_found_ladder(driver: Driver, page: Any) -> None:
    page.design.finder_button.click()
    dialog = page.design.asking.dialog
    assert isinstance(dialog, LadderFinder)
    dialog.start.click()
    driver.wait("the search", lambda: dialog.found is not None)
    dialog.rows.findChildren(LinkButton)[0].click()
    dialog.reject()
    driver.settle()
    driver.raise_failures()


def want_more_sales(driver: Driver, page: Any) -> None:
    page.design.result.aim.click()
    dialog = page.design.asking.dialog
    assert isinstance(dialog, AimDialog)
    dialog.fields.objective.setCurrentIndex(dialog.fields.objective.findData(Objective.REVENUE.value))
    dialog.fields.floor.setValue(30.0)
    dialog.accept()
    driver.settle()
    driver.raise_failures()


def cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)}


def orders_of_the_campaign(sample: Path, target: Path) -> list[Path]:
    """Write order files of the two weeks after the sample: its last ones again, less the ladder."""
    packed = next(path for path in sample.iterdir() if path.name.startswith("已卖出的宝贝"))
    with zipfile.ZipFile(packed) as bundle:
        texts = {name: bundle.read(name).decode("gb18030") for name in bundle.namelist()}
    names = sorted(texts, key=lambda name: "Detail" in name)
    heads, *rows = csv.reader(StringIO(texts[names[0]]))
    place = {head.strip(): number for number, head in enumerate(heads)}
    ids, written = {}, [heads]
    for row in rows:
        paid_at = row[place["订单付款时间"]]
        if not paid_at or datetime.fromisoformat(paid_at) < datetime(2026, 6, 9):
            continue
        ids[row[0]] = row[0].replace("31", "32", 1)
        off = 5 if float(row[place["买家应付货款"]]) >= 129 else 0
        row[0] = ids[row[0]]
        for head in ("订单创建时间", "订单付款时间"):
            row[place[head]] = str(datetime.fromisoformat(row[place[head]]) + _SHIFT)
        for head in ("买家应付货款", "总金额", "买家实际支付金额"):
            row[place[head]] = f"{max(0.0, float(row[place[head]]) - off):.2f}"
        written.append(row)
    first, *lines = csv.reader(StringIO(texts[names[1]]))
    details = [first, *([ids[line[0]], *line[1:]] for line in lines if line[0] in ids)]
    paths = [target / "ExportOrderList202607070900.csv", target / "ExportOrderDetailList202607070900.csv"]
    for path, table in zip(paths, (written, details), strict=True):
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows(table)
    return paths


def test_that_a_campaign_is_found_compared_written_down_undone_and_looked_back_on(
    start: Start, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "now", lambda: EVENING)
    driver = start()
    driver.window.resize(QSize(1366, 738))
    import_dropped(driver, sample)
    page = page_of(driver)
    before, steps = everything(driver), driver.session.undo.position()

    offer = page.design.add_offer(OfferKind.THRESHOLD_OFF)
    days = {"start": EVENING.date() + timedelta(days=1), "end": EVENING.date() + timedelta(days=14)}
    page.design._edit({"steps": LADDER, **days}, "129 − 5")
    driver.settle()
    take_a_found_ladder(driver, page)
    assert len(offers(driver)) == 2
    page.design.result.compare.click()
    driver.settle()
    comparison = page.design.asking.dialog
    assert isinstance(comparison, CompareDialog)
    assert {len(line) for line in comparison.cells} == {4}
    assert "nan" not in comparison.text().casefold()
    comparison.accept()
    want_more_sales(driver, page)
    assert everything(driver)[LADDER_AIMS.name][("shop",)].objective is Objective.REVENUE

    page.design.show_target(offer.offer_id)
    driver.settle()
    page.show_view("review", offer.offer_id)
    driver.wait("the review", lambda: "review" in page.views)
    driver.settle()
    page.views["review"].keep("第一版")
    driver.settle()
    shown, asked = tmp_path / "活动.xlsx", tmp_path / "活动 2.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(shown), ""))
    CampaignExport(page.context, page.bar, page).ask(offer.offer_id, Form.SHEET)
    driver.settle()
    driver.raise_failures()
    page.show_view("design")
    driver.settle()
    study = page.design.desk.study
    rows = {
        (line[0], line[1]): line
        for line in cells(shown)["预测与假设" if "规则" in cells(shown) else "Forecast and beliefs"]
    }
    profit = "毛利" if "规则" in cells(shown) else "Margin"
    margin = row_of(study.candidates[offer.offer_id], Row.MARGIN)
    assert margin.before is not None
    assert margin.change is not None
    assert rows[(offer.name, profit)][3] == pytest.approx(round(margin.before / 100, 2))
    assert rows[(offer.name, profit)][5] == pytest.approx(round(margin.change.median / 100, 2))

    page.design.decide(offer.offer_id)
    driver.settle()
    versions = everything(driver)[CAMPAIGN_VERSIONS.name].values()
    assert [one.reason for one in sorted(versions, key=lambda one: one.number)] == list(Reason)
    assert all(one.foretold(offer.offer_id, "revenue") is not None for one in versions)
    assert {one.aim.objective for one in versions} == {Objective.REVENUE}
    evening, done = everything(driver), driver.session.undo.position()
    assert {one.status for one in offers(driver)} == {Status.ACTIVE, Status.OFF}
    driver.session.undo.go_to(steps)
    driver.settle()
    assert everything(driver) == before
    driver.session.undo.go_to(done)
    driver.settle()
    driver.raise_failures()
    assert everything(driver) == evening

    shop, period = driver.session.workspace.path, page.context.period  # type: ignore[union-attr]
    driver = start()
    driver.settle()
    assert everything(driver) == evening
    words = ["export", "campaign", "--workspace", shop, "--offer", offer.name, "--out", asked, "--from", period.start]
    language = "zh_CN" if "规则" in cells(shown) else "en"
    assert cli.main([str(word) for word in (*words, "--to", period.end, "--lang", language)]) == 0
    first, second = cells(shown), cells(asked)
    told = [name for name in first if name not in ("规则", "Rules", "检查", "Checks")]
    assert {name: first[name] for name in told} == {name: second[name] for name in told}

    monkeypatch.setattr(bootstrap, "now", lambda: LATER)
    import_dropped(driver, *orders_of_the_campaign(sample, tmp_path))
    page = page_of(driver)
    page.show_view("review", offer.offer_id)
    driver.wait("the review", lambda: "review" in page.views and page.views["review"].card.answer() is not None)
    driver.settle()
    driver.raise_failures()
    answer = page.views["review"].card.answer()
    assert answer.offer.offer_id == offer.offer_id
    assert answer.review.verdict in {Verdict.BETTER, Verdict.WORSE, Verdict.CANNOT_TELL}
    assert answer.promise is not None
    assert answer.review.effects[Row.REVENUE].foretold is not None
    assert answer.review.effects[Row.OFF].change.median > 0
