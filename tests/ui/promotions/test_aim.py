"""By what candidates are judged: seen and changed where the answer stands, one undoable step, used by the search."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.aims import LadderAim, ladder_aim
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.compared import Row, Verdict
from shopdesk.domain.promotions.design import LadderStep, OfferKind
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.finder.aim_dialog import AimDialog
from shopdesk.ui.promotions.finder.aim_fields import aim_text
from shopdesk.ui.promotions.finder.dialog import LadderFinder
from shopdesk.ui.promotions.result.answer import Advice, row_of
from shopdesk.ui.promotions.result.compare_dialog import CompareDialog
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import frames, shown


def want(page: DesignView, objective: Objective, floor: float = -1.0) -> None:
    page.result.aim.click()
    dialog = page.asking.dialog
    assert isinstance(dialog, AimDialog)
    dialog.fields.objective.setCurrentIndex(dialog.fields.objective.findData(objective.value))
    dialog.fields.floor.setValue(floor)
    dialog.accept()


def test_that_the_aim_is_seen_and_changed_beside_the_answer_in_one_step(page: DesignView, shop: FakeShop) -> None:
    assert page.result.aim.text() == "margin…"
    want(page, Objective.REVENUE, 38.0)
    assert ladder_aim(shop) == LadderAim(objective=Objective.REVENUE, margin_floor=380)  # type: ignore[arg-type]
    assert page.result.aim.text() == "sales · margin ≥ 38 %…"
    assert "sells" in page.result.headline.text()
    shop.undo()
    page.refresh()
    assert page.result.aim.text() == "margin…"
    assert "earns" in page.result.headline.text()


def test_that_cancelling_or_choosing_the_same_is_no_step(page: DesignView, shop: FakeShop) -> None:
    before = len(shop.undone)
    want(page, Objective.PROFIT)
    page.result.aim.click()
    assert page.asking.dialog is not None
    page.asking.dialog.reject()
    assert len(shop.undone) == before


def test_that_a_candidate_below_the_margin_wanted_is_advised_against(page: DesignView) -> None:
    study = page.desk.study
    assert study is not None
    before = row_of(next(iter(study.candidates.values())), Row.MARGIN_RATE).before
    assert before is not None
    want(page, Objective.REVENUE, round(1000 * before) / 10 - 0.1)
    answer = page.result.answer()
    assert answer is not None
    assert page.desk.study is not None
    assert next(iter(page.desk.study.candidates.values())).verdict is Verdict.BREAKS_FLOOR
    assert "keeps the margin rate" in answer.detail
    assert answer.advice is Advice.NONE
    want(page, Objective.REVENUE, 95.0)
    assert "wanted already" in page.result.detail.text()


def test_that_the_search_starts_from_the_same_aim(page: DesignView) -> None:
    want(page, Objective.ORDER_VALUE, 30.0)
    page.asking.find_ladder()
    dialog = page.asking.dialog
    assert isinstance(dialog, LadderFinder)
    assert dialog.aim() == LadderAim(objective=Objective.ORDER_VALUE, margin_floor=300)


def test_that_the_comparison_says_by_what_it_judges_and_who_keeps_the_margin(qtbot: QtBot, page: DesignView) -> None:
    page.add_rival(steps=(LadderStep(15_900, 1_000),))
    want(page, Objective.REVENUE, 30.0)
    dialog = CompareDialog(page.result.state())
    qtbot.addWidget(dialog)
    lines = {cells[0]: cells[1:] for cells in dialog.cells}
    assert dialog.judged_by.text() == "Judged by sales · margin ≥ 30 %"
    assert dialog.text().startswith("Judged by sales")
    kept = lines["Chance to keep 30 % margin"]
    assert kept[0] == "—"
    assert all(cell.endswith("%") for cell in kept[1:])


def test_that_an_exact_offer_is_told_by_the_figure_that_is_wanted(page: DesignView) -> None:
    page.add_offer(OfferKind.ITEM_OFF)
    page._edit({"value": 300}, "3")
    assert "margin" in page.result.headline.text()
    want(page, Objective.REVENUE)
    assert "revenue" in page.result.headline.text()
    want(page, Objective.ORDER_VALUE)
    assert "order value" in page.result.headline.text()


def test_that_an_offer_for_buyers_who_cannot_be_told_apart_is_not_said_to_cost_nothing(
    qtbot: QtBot, page: DesignView
) -> None:
    nameless = {name: frame.drop(columns="buyer", errors="ignore") for name, frame in frames().items()}
    page = shown(qtbot, FakeShop(nameless))
    page.add_offer(OfferKind.COUPON)
    page._edit({"buyers": BuyerKind.NEW}, "new")
    assert page.result.headline.text() == "Whom it is for can't be told from these orders"
    assert "buyers" in page.result.detail.text()
    assert page.result.table.isHidden()


def test_that_an_aim_is_told_in_few_words() -> None:
    assert aim_text(LadderAim()) == "margin"
    assert aim_text(replace(LadderAim(), objective=Objective.ORDER_VALUE, margin_floor=385)) == (
        "order value · margin ≥ 38.5 %"
    )
