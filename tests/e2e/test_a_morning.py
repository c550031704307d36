"""A morning with the board: from what the tiles say to a cause, an action, a target and the report to send."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QLineEdit, QPushButton

from shopdesk import bootstrap
from shopdesk.app.documents import Collection
from shopdesk.app.kpi.actions import ACTIONS
from shopdesk.app.kpi.alert_marks import ALERT_MARKS, MarkState
from shopdesk.app.kpi.alert_rules import ALERT_RULES
from shopdesk.app.kpi.chart_choice import chart_choice
from shopdesk.app.kpi.documents import TILES
from shopdesk.app.kpi.notes import NOTES
from shopdesk.app.kpi.targets import SPRINTS, TARGETS
from shopdesk.app.kpi.trials import EXPERIMENT_DAYS, EXPERIMENTS
from shopdesk.ui.driver import Driver
from shopdesk.ui.kpi.page import OVERVIEW, VIEWS, KpiPage
from tests.e2e.operator_hands import WidgetT, import_dropped, paste, press, state_of, type_into_cell

Start = Callable[[], Driver]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
COLLECTIONS: Final[Sequence[Collection[Any]]] = (
    *(NOTES, TILES, ALERT_RULES, ALERT_MARKS, ACTIONS, TARGETS, SPRINTS),
    *(EXPERIMENTS, EXPERIMENT_DAYS),
)
LAST: Final = date(2026, 6, 30)
NINE: Final = datetime(2026, 7, 1, 9, 0)
HEAD: Final = (
    *("统计日期", "访客数", "浏览量", "加购人数", "支付金额", "支付买家数"),
    *("支付子订单数", "支付件数", "支付转化率", "客单价"),
)
ORDINARY_BUYERS, FEW_BUYERS = 25, 6


@pytest.fixture(autouse=True)
def at_nine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every start of the program be the morning after the last day of the data."""
    real = bootstrap.services
    monkeypatch.setattr(bootstrap, "services", lambda: replace(real(), today=NINE.date, now=lambda: NINE))


@pytest.fixture
def collapse(tmp_path: Path) -> Path:
    """Return a shop report that goes on after the sample: five ordinary days, then three with hardly any buyers."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    for ago in range(7, -1, -1):
        buyers = ORDINARY_BUYERS if ago >= 3 else FEW_BUYERS
        day, visitors = LAST - timedelta(days=ago), 860 + ago
        sheet.append(
            (f"{day}", visitors, 2300, 70, buyers * 80.0, buyers, buyers, buyers, f"{buyers / visitors:.2%}", 80.0)
        )
    file = tmp_path / f"【生意参谋平台】店铺整体_日_2026-06-23_{LAST}.xlsx"
    book.save(file)
    return file


def everything(driver: Driver) -> dict[str, Any]:
    return state_of(driver, COLLECTIONS)


def board(driver: Driver) -> Any:
    page = driver.show_page("kpi")
    assert isinstance(page, KpiPage)
    return page


def dialog_of(kind: type[WidgetT]) -> WidgetT:
    """Return the dialog that is open."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def show_by_mouse(driver: Driver, name: str) -> Any:
    """Click a view in the switch and wait until it stands."""
    page = board(driver)
    (way,) = [one for one in page.switch.findChildren(QPushButton) if one.property("key") == name]
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    driver.wait(f"the view {name}", lambda: name in page.views and page.views[name].isVisible())
    driver.settle()
    driver.raise_failures()
    return page.views[name]


def look_at_yesterday(driver: Driver) -> None:
    page = board(driver)
    view = page.overview
    driver.wait("the alerts", lambda: view.alerts is not None and bool(view.alerts.cards))
    assert page.day() == LAST
    assert view.tiles.tile("pay_amount").accessibleName()
    assert view.chart.chart.plot.data().series
    assert view.cause.found is not None
    waiting = {card.shown.metric.name for card in view.alerts.cards if card.is_waiting}
    assert "pay_amount" in waiting
    assert view.chart.chart.plot.data().rings, "the chart rings what the alert is about"


def put_a_note(driver: Driver) -> None:
    chart = board(driver).overview.chart
    chart.ask_note(LAST)
    (line,) = dialog_of(QInputDialog).findChildren(QLineEdit)
    QTest.keyClicks(line, "new image")
    press(line, Key.Key_Return)
    driver.settle()
    assert [flag.text for flag in chart.chart.plot.data().flags if flag.day == LAST] == ["new image"]
    actions = driver.window.actions_by_name
    actions["undo"].trigger()
    driver.settle()
    assert not [flag for flag in chart.chart.plot.data().flags if flag.day == LAST]
    actions["redo"].trigger()
    driver.settle()
    assert [flag for flag in chart.chart.plot.data().flags if flag.day == LAST]


def add_a_metric_and_move_a_tile(driver: Driver) -> None:
    view = board(driver).overview
    view.chart.set_beside("visitors", shown=True)
    driver.settle()
    assert [one.name for one in view.chart.metrics()] == ["pay_amount", "visitors"]
    first = view.tiles.tile("pay_amount")
    first.setFocus()
    press(first, Key.Key_Right, ALT)
    driver.settle()
    assert next(iter(everything(driver)["kpi_tiles"].values())).metrics[:2] == ("visitors", "pay_amount")


def change_a_rule(driver: Driver) -> None:
    panel = board(driver).overview.alerts
    panel.open_rules()
    dialog: Any = dialog_of(QDialog)
    view, model = dialog.grid.view, dialog.grid.model
    row = next(row for row in range(model.rowCount()) if model.key(row) == "visitors")
    view.setFocus()
    view.move_to(row, model.position("percent"))
    type_into_cell(view, "30")
    driver.settle()
    press(dialog, Key.Key_Escape)
    driver.settle()
    assert QApplication.activeModalWidget() is None
    assert [row.percent for row in everything(driver)["kpi_alert_rules"].values()] == [0.3]


def turn_the_alert_into_an_action(driver: Driver) -> None:
    page = board(driver)
    card = next(card for card in page.overview.alerts.cards if card.shown.metric.name == "pay_amount")
    card.links["cause"].click()
    driver.wait("the cause", lambda: "cause" in page.views and page.views["cause"].isVisible())
    driver.settle()
    page.views["cause"].card.side.act.click()
    dialog: Any = dialog_of(QDialog)
    QTest.keyClicks(dialog.title, "call the courier")
    dialog.store.click()
    driver.settle()
    assert [one.title for one in everything(driver)["kpi_actions"].values()] == ["call the courier"]
    assert page.views["cause"].action_list.grid.model.rowCount() == 1


def handle_the_alert(driver: Driver) -> None:
    panel = show_by_mouse(driver, OVERVIEW).alerts
    card = next(card for card in panel.cards if card.shown.metric.name == "pay_amount")
    card.links["handled"].click()
    driver.settle()
    assert [mark.state for mark in everything(driver)["kpi_alert_marks"].values()] == [MarkState.HANDLED]
    card = next(card for card in panel.cards if card.shown.metric.name == "pay_amount")
    assert not card.is_waiting


def set_and_edit_a_target(driver: Driver) -> None:
    view = show_by_mouse(driver, "targets")
    view.add_target()
    dialog: Any = dialog_of(QDialog)
    QTest.keyClicks(dialog.value, "90000")
    dialog.accept_button.click()
    driver.settle()
    cells, model = view.list.view, view.list.model
    cells.setFocus()
    cells.move_to(0, model.position("value"))
    type_into_cell(cells, "84000")
    driver.settle()
    assert [row.value for row in everything(driver)["kpi_targets"].values()] == [84_000]


def enter_a_test_day(driver: Driver) -> None:
    trials = show_by_mouse(driver, "trials")
    trials.show_target("experiments")
    trials.experiments.add_experiment()
    driver.settle()
    view = trials.experiments.grid.view
    view.setFocus()
    view.move_to(0, trials.experiments.grid.model.position("visitors_a"))
    paste(view, "188\t5\t192\t7\n201\t6\t195\t5\n")
    driver.settle()
    assert len(everything(driver)["kpi_experiment_days"]) == 2
    assert trials.experiments.headline.text()


def export_the_report(driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = show_by_mouse(driver, "reports")
    driver.wait("the report", lambda: view.report is not None)
    for verb, target in ((view.excel, folder / "日报.xlsx"), (view.pdf, folder / "日报.pdf")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, target=target: (str(target), ""))
        verb.click()
        driver.wait(f"{target.name}", target.exists)
        driver.settle()
        assert target.name in view.bar.text()
    book = openpyxl.load_workbook(folder / "日报.xlsx")
    texts = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert FEW_BUYERS * 80 in texts
    assert (folder / "日报.pdf").read_bytes().startswith(b"%PDF-")


def start_a_sprint(driver: Driver) -> None:
    view = show_by_mouse(driver, "targets")
    view.start_sprint()
    dialog: Any = dialog_of(QDialog)
    name = dialog.name.text()
    verb = next(one for one in dialog.buttons.buttons() if one.property("primary"))
    verb.click()
    driver.settle()
    assert [one.name for one in everything(driver)["kpi_sprints"].values()] == [name]
    assert view.sprint.view.isVisible()
    assert view.sprint.model.rowCount() >= 3


def fill_the_shops_own_template(driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book.active["B2"].number_format = "#,##0.00"
    book.defined_names["shopdesk_pay_amount"] = DefinedName("shopdesk_pay_amount", attr_text="Sheet!$B$2")
    template, target = folder / "我的日报.xlsx", folder / "填好的日报.xlsx"
    book.save(template)
    view = show_by_mouse(driver, "reports")
    driver.wait("the report", lambda: view.report is not None)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(template), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    view.fill_template()
    driver.wait("the filled template", target.exists)
    driver.settle()
    assert openpyxl.load_workbook(target).active["B2"].value == FEW_BUYERS * 80


def undo_and_redo_all(driver: Driver) -> None:
    show_by_mouse(driver, OVERVIEW)
    evening, actions = everything(driver), driver.window.actions_by_name
    seen, names = [evening], driver.session.undo.names()
    while actions["undo"].isEnabled():
        actions["undo"].trigger()
        driver.turn()
        seen.append(everything(driver))
        assert len(seen) <= len(names) + 1
    driver.settle()
    driver.raise_failures()
    assert seen[-1] == {"facts": {}, **{c.name: {} for c in COLLECTIONS}}
    for state in reversed(seen[:-1]):
        actions["redo"].trigger()
        driver.turn()
        assert everything(driver) == state
    driver.settle()
    driver.raise_failures()
    assert not actions["redo"].isEnabled()


def test_that_a_morning_goes_from_the_alert_to_the_report_back_again_and_is_there_next_day(
    start: Start, sample: Path, collapse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = start()
    driver.window.resize(1366, 738)
    import_dropped(driver, sample)
    import_dropped(driver, collapse)
    look_at_yesterday(driver)
    put_a_note(driver)
    add_a_metric_and_move_a_tile(driver)
    change_a_rule(driver)
    turn_the_alert_into_an_action(driver)
    handle_the_alert(driver)
    set_and_edit_a_target(driver)
    start_a_sprint(driver)
    enter_a_test_day(driver)
    export_the_report(driver, tmp_path, monkeypatch)
    fill_the_shops_own_template(driver, tmp_path, monkeypatch)
    for name in VIEWS:
        assert show_by_mouse(driver, name).isVisible()
    undo_and_redo_all(driver)
    evening = everything(driver)

    morning = start()
    morning.wait("the shop of the last time", lambda: morning.session.workspace is not None)
    morning.settle()
    assert everything(morning) == evening
    overview = board(morning).overview
    morning.wait("the alerts", lambda: bool(overview.alerts and overview.alerts.cards))
    assert morning.session.workspace is not None
    assert chart_choice(morning.session.workspace).beside == ("visitors",)
    morning.raise_failures()
