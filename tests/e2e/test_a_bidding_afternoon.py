"""An operator plans bids for an afternoon: takes a proposal, tries, edits, refuses, exports; all can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.exporting import Form
from shopdesk.app.bidding.refusals import REFUSED_CHANGES
from shopdesk.app.bidding.versions import PLAN_VERSIONS
from shopdesk.app.keywords.assumptions import ASSUMPTIONS
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.ui.driver import Driver
from tests.e2e.operator_hands import import_dropped, press, state_of, type_into_cell

Start = Callable[[], Driver]
COLLECTIONS = (BID_PLANS, PLAN_VERSIONS, REFUSED_CHANGES, ASSUMPTIONS)


def everything(driver: Driver) -> dict[str, Any]:
    return state_of(driver, COLLECTIONS)


def bids(driver: Driver) -> Any:
    page: Any = driver.show_page("bidding")
    driver.wait("the outlook", lambda: not page.edits.plans() or page.foresight.outlook is not None)
    driver.settle()
    driver.raise_failures()
    return page


def move_slider(driver: Driver, page: Any) -> None:
    """Drag the budget, then let it go."""
    slider = page.desk.side.panel.sliders.budget
    before = driver.session.undo.position()
    slider.setSliderDown(True)
    for place in (30, 40, 50):
        slider.setValue(place)
        driver.turn()
    driver.settle()
    assert driver.session.undo.position() == before, "nothing is kept while the hand moves"
    tried = page.foresight.outlook
    assert tried is not None
    assert tried.plan.daily_budget == page.desk.side.panel.sliders.value().daily_budget
    slider.setSliderDown(False)
    driver.settle()
    assert driver.session.undo.position() == before + 1


def refuse_a_row(driver: Driver, page: Any) -> str:
    """Refuse the first hours of the diff with Space; return the row's key."""
    view = page.views["changes"]
    shown = view.shown()
    assert shown is not None
    key = next(one.key for one in shown.rows if one.lever is Lever.HOURS)
    model = view.grid.model
    view.grid.view.setFocus()
    view.grid.view.move_to(model.row_of_key(key), model.position("taken"))
    press(view.grid.view, Qt.Key.Key_Space)
    driver.settle()
    return str(key)


def test_that_an_afternoon_of_bids_goes_out_comes_back_and_is_there_next_morning(
    start: Start, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = start()
    driver.window.resize(QSize(1366, 738))
    import_dropped(driver, sample)
    page = bids(driver)
    if not page.edits.plans():
        page.edits.add_drafts(page.edits.drafts())
        page = bids(driver)
    morning, steps = everything(driver), driver.session.undo.position()
    panel = page.desk.side.panel
    assert panel.lines[0].text()
    assert "nan" not in panel.answer.accessibleName().lower()

    page.verbs.take()
    driver.settle()
    plan_id = page.edits.current
    assert everything(driver)["bid_plans"] != morning["bid_plans"]
    move_slider(driver, page)
    grid = page.desk.centre.hours.grid
    grid.setFocus()
    grid.select(0, 9, 0, 9)
    type_into_cell(grid, "97")
    driver.settle()
    edited = next(plan for plan in everything(driver)["bid_plans"].values() if plan.plan_id == plan_id)
    assert 97 in edited.hours

    panel.export.click()
    driver.wait("the changes", lambda: "changes" in page.views)
    driver.settle()
    refused = refuse_a_row(driver, page)
    out = tmp_path / "清单.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(out), ""))
    page.views["changes"].export(Form.CHECKLIST)
    driver.settle()
    driver.raise_failures()
    assert openpyxl.load_workbook(out).sheetnames
    version = next(iter(everything(driver)["bid_plan_versions"].values()))
    assert version.taken_on is not None
    assert version.forecast
    assert refused in {row.change for row in everything(driver)["bid_refused_changes"].values()}
    evening, done = everything(driver), driver.session.undo.position()

    driver.session.undo.go_to(steps)
    driver.settle()
    driver.raise_failures()
    assert everything(driver) == morning
    driver.session.undo.go_to(done)
    driver.settle()
    driver.raise_failures()
    assert everything(driver) == evening

    driver = start()
    driver.settle()
    page = bids(driver)
    assert everything(driver) == evening
    assert page.edits.current == plan_id
    assert page.desk.side.panel.rows.isVisible()
