"""The dialogs of 设计: search with "none" among its answers, assumptions, missing costs, candidates side by side."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.aims import LADDER_AIMS, ladder_aim
from shopdesk.app.promotions.beliefs import LADDER_BELIEFS, ladder_belief
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.promotions.design import LadderStep, OfferKind
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.ui.promotions.belief.dialog import BeliefDialog
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.finder.dialog import LadderFinder
from shopdesk.ui.promotions.ladder_text import ladder_from, ladder_text
from shopdesk.ui.promotions.result.compare_dialog import CompareDialog
from shopdesk.ui.promotions.result.costs_dialog import MissingCosts
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import frames, shown


def test_that_a_found_ladder_becomes_a_candidate_beside_the_one_shown(page: DesignView, shop: FakeShop) -> None:
    page.asking.find_ladder()
    dialog = page.asking.dialog
    assert isinstance(dialog, LadderFinder)
    dialog.tiers.setValue(1)
    dialog.wishes.objective.setCurrentIndex(dialog.wishes.objective.findData(Objective.REVENUE.value))
    dialog.wishes.floor.setValue(20.0)
    dialog.search()
    aim = ladder_aim(shop)  # type: ignore[arg-type]
    assert (aim.objective, aim.margin_floor, aim.most_tiers) == (Objective.REVENUE, 200, 1)
    found = dialog.found
    assert found is not None
    assert 1 <= len(found.ladders) <= 3
    assert sum(chance for _one, chance in found.ladders) + (found.none_chance or 0.0) == pytest.approx(1.0)
    dialog.taken.emit(found.ladders[0][0].ladder)
    assert len(shop.rows(OFFERS)) == 2
    assert page.result.answer() is not None
    shop.undo()
    assert len(shop.rows(OFFERS)) == 1
    shop.undo()
    assert not shop.rows(LADDER_AIMS)


def test_that_without_costs_the_search_for_margin_says_what_to_do(qtbot: QtBot) -> None:
    page = shown(qtbot, FakeShop(frames(costs=False)))
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.asking.find_ladder()
    dialog = page.asking.dialog
    assert isinstance(dialog, LadderFinder)
    dialog.search()
    assert "cost" in dialog.detail.text()
    assert not dialog.found.ladders  # type: ignore[union-attr]


def test_that_assumptions_are_one_undoable_step_and_move_the_answer(page: DesignView, shop: FakeShop) -> None:
    before = dict(page.desk.study.chances)  # type: ignore[union-attr]
    page.asking.change_belief()
    dialog = page.asking.dialog
    assert isinstance(dialog, BeliefDialog)
    dialog._fields["top_up"].setValue(90.0)
    dialog._fields["lift"].setValue(3.0)
    dialog._fields["shipping"].setValue(2.5)
    dialog.accept()
    own = ladder_belief(shop)  # type: ignore[arg-type]
    assert (own.top_up, own.lift, own.shipping) == (0.9, 3.0, 250)
    assert page.desk.study.chances != before  # type: ignore[union-attr]
    shop.undo()
    assert not shop.rows(LADDER_BELIEFS)
    assert page.desk.study.chances == before  # type: ignore[union-attr]


def test_that_an_unchanged_dialog_keeps_nothing(page: DesignView, shop: FakeShop) -> None:
    steps = len(shop.undone)
    page.asking.change_belief()
    page.asking.dialog.accept()  # type: ignore[union-attr]
    assert len(shop.undone) == steps


def test_that_a_campaign_needs_days_and_a_readable_ladder(page: DesignView, shop: FakeShop) -> None:
    page.asking.change_belief()
    dialog = page.asking.dialog
    assert isinstance(dialog, BeliefDialog)
    dialog.ladder.setText("129 off 5")
    dialog.accept()
    assert dialog.problem.text()
    dialog.ladder.setText("129-5 / 199-12")
    dialog.accept()
    assert dialog.problem.text()
    dialog.campaign[0].setDate(QDate(2026, 5, 1))
    dialog.campaign[1].setDate(QDate(2026, 5, 20))
    dialog.accept()
    own = ladder_belief(shop)  # type: ignore[arg-type]
    assert own.campaign is not None
    assert own.campaign.start == date(2026, 5, 1)
    assert own.campaign_ladder == ((12_900, 500), (19_900, 1_200))
    dialog = BeliefDialog(page.context, page.desk.study, page)
    dialog._forget()
    dialog.accept()
    assert ladder_belief(shop).campaign is None  # type: ignore[arg-type]


def test_that_missing_costs_are_listed_and_lead_to_the_import(qtbot: QtBot) -> None:
    page = shown(qtbot, FakeShop(frames(costs=False)))
    page.add_offer(OfferKind.THRESHOLD_OFF)
    page.asking.mend_costs()
    dialog = page.asking.dialog
    assert isinstance(dialog, MissingCosts)
    assert dialog.model.rowCount() == 2
    with qtbot.waitSignal(page.context.import_requested):
        dialog.choose.click()


def test_that_candidates_stand_side_by_side_and_only_a_sure_best_is_marked(page: DesignView) -> None:
    page.add_rival(steps=(LadderStep(12_900, 4_000),))
    page.asking.compare()
    dialog = page.asking.dialog
    assert isinstance(dialog, CompareDialog)
    assert {len(row) for row in dialog.cells} == {4}
    costs = next(row for row in dialog.cells if row[0] == "Offers cost, yuan")
    assert costs[1].startswith("★")
    assert not any(cell.startswith("★") for cell in costs[2:])
    assert "\t" in dialog.text()


@pytest.mark.parametrize(
    ("text", "ladder"),
    [
        ("129-5 / 199−12", ((12_900, 500), (19_900, 1_200))),
        ("满99减10，满199减25.5", ((9_900, 1_000), (19_900, 2_550))),
        ("", ()),
        ("99-10,199-10", None),
        ("99-99", None),
        ("hello", None),
    ],
)
def test_that_ladders_are_read_as_people_write_them(text: str, ladder: object) -> None:
    assert ladder_from(text) == ladder
    if ladder:
        assert ladder_from(ladder_text(ladder)) == ladder
