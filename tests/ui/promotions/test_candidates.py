"""Candidates in the window: one counts at a time, the answer comes first, and deciding is one undoable step."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.candidates import NO_CANDIDATE
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.promotions.compared import NONE
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.figures import CartItem
from shopdesk.ui.promotions.result.answer import Advice, chance_texts
from shopdesk.ui.promotions.result.bars import BarLines
from tests.ui.fake_shop import FakeShop
from tests.ui.promotions.design_stage import frames, shown

LONGEST_MOVE_S = 0.016


def offers(shop: FakeShop) -> list[OfferDesign]:
    return list(shop.rows(OFFERS).values())


def choose(qtbot: QtBot, page: DesignView, key: str) -> None:
    page.candidates.chosen.emit(key)
    qtbot.waitUntil(lambda: page.candidates.switch.key() == key)


def test_that_a_copy_becomes_a_rival_and_at_most_four_are_taken(page: DesignView, shop: FakeShop) -> None:
    for _ in range(3):
        page.candidates.add.click()
    assert len({offer.campaign for offer in offers(shop)}) == 1
    assert not page.candidates.add.isEnabled()
    shop.undo()
    assert len(offers(shop)) == 3
    assert page.candidates.add.isEnabled()


def test_that_only_the_candidate_looked_at_counts_in_the_cart(qtbot: QtBot, page: DesignView) -> None:
    first = page._current
    state = page.cart_desk.state
    assert state is not None
    page.cart_desk.set_state(replace(state, items=(CartItem("A", "A", 20_000, 1),), day=page.context.today()))
    added = page.add_rival(steps=(LadderStep(15_900, 1_000),))
    assert added is not None
    assert page.cart_desk.priced is not None
    assert page.cart_desk.priced.discount_total == 1_000
    choose(qtbot, page, first)
    assert page.cart_desk.priced.discount_total == 500
    choose(qtbot, page, NO_CANDIDATE)
    assert page.cart_desk.priced.discount_total == 0
    assert not page.histogram.thresholds()


def test_that_the_choice_is_there_again_after_a_restart(qtbot: QtBot, page: DesignView, shop: FakeShop) -> None:
    first = page._current
    page.add_rival()
    choose(qtbot, page, first)
    choose(qtbot, page, NO_CANDIDATE)
    again = shown(qtbot, shop)
    assert again._current == first
    assert again.candidates.switch.key() == NO_CANDIDATE


def test_that_the_answer_and_the_bars_tell_all_candidates_and_none(page: DesignView) -> None:
    page.add_rival(steps=(LadderStep(15_900, 1_000),))
    lines = page.result.chances.lines()
    assert next(line.name for line in lines) == "None of it"
    assert len(lines) == 3
    assert sum(line.value for line in lines) == pytest.approx(1.0)
    assert page.result.answer() is not None
    assert page.result.headline.text()
    assert any("80 %" in text for text in page.result.table.texts)


def test_that_chances_are_whole_percents_that_sum_to_a_hundred() -> None:
    assert chance_texts({"": 0.875, "a": 0.1167, "b": 0.0083}) == {"": "87 %", "a": "12 %", "b": "1 %"}
    assert chance_texts({"": 0.999, "a": 0.001}) == {"": "> 99 %", "a": "< 1 %"}


def test_that_deciding_for_none_or_one_is_one_step(page: DesignView, shop: FakeShop) -> None:
    added = page.add_rival(steps=(LadderStep(15_900, 1_000),))
    assert added is not None
    before = len(shop.undone)
    page.decide(NONE)
    assert {offer.status for offer in offers(shop)} == {Status.OFF}
    assert not page.result.decide.isEnabled() or page.result.answer().advice is not Advice.NONE  # type: ignore[union-attr]
    shop.undo()
    page.result.decided.emit(added.offer_id)
    assert {offer.offer_id: offer.status for offer in offers(shop)}[added.offer_id] is Status.ACTIVE
    assert len(shop.undone) == before + 1


def test_that_an_offer_without_a_forecast_says_what_it_costs_and_when_it_pays(page: DesignView) -> None:
    page.add_offer(OfferKind.ITEM_OFF)
    page._edit({"value": 300}, "3")
    answer = page.result.answer()
    assert answer is not None
    assert answer.advice is Advice.OPEN
    assert "further" in answer.detail
    assert page.result.chances.isHidden()
    assert page.result.sources.isHidden()


def test_that_missing_costs_are_said_and_no_chance_is_given(qtbot: QtBot) -> None:
    page = shown(qtbot, FakeShop(frames(costs=False)))
    page.add_offer(OfferKind.THRESHOLD_OFF)
    assert "2" in page.result.costs_text.text()
    assert not page.result._costs_row.isHidden()
    assert page.result.chances.isHidden()


def test_that_no_orders_are_an_answer(qtbot: QtBot) -> None:
    page = shown(qtbot, FakeShop({}))
    page.add_offer(OfferKind.THRESHOLD_OFF)
    assert page.result.answer() is not None
    assert page.result.decide.isHidden()
    assert page.result.note.isHidden()


def test_that_moving_orders_are_drawn_and_follow_a_dragged_line(page: DesignView) -> None:
    notes = page.histogram.thresholds()[0].notes
    assert len(notes) == 2
    rows = page.histogram.table().rows
    assert sum(float(str(row[2])) for row in rows) > 0
    page.histogram._move(0, 150.0)
    assert page.histogram.thresholds()[0].notes != notes
    took = []
    for value in range(140, 150):
        start = time.process_time()
        page.picture._moving(0, float(value))
        took.append(time.process_time() - start)
    assert sorted(took)[len(took) // 2] < 2 * LONGEST_MOVE_S  # the clock of a busy machine is rough


def test_that_what_a_gift_costs_is_not_drawn_as_money_off(page: DesignView) -> None:
    page.add_offer(OfferKind.GIFT)
    page._edit({"threshold": 9_900, "gift_sku": "A", "gift_cost": 300}, "gift")
    (line,) = page.histogram.thresholds()
    assert line.label == "from 99"


def test_that_values_that_come_after_the_study_do_not_hide_what_it_draws(page: DesignView) -> None:
    drawn = page.histogram.thresholds()[0].notes
    assert drawn
    assert page._figures is not None
    page._take(replace(page._figures))
    assert page.histogram.thresholds()[0].notes == drawn


def test_that_rivals_stand_together_in_the_list_and_never_overlap(page: DesignView) -> None:
    page.add_offer(OfferKind.GIFT)
    page._choose(next(offer_id for offer_id, offer in page._offers().items() if offer.kind is OfferKind.THRESHOLD_OFF))
    page._show_offers()
    page.add_rival()
    assert not page.strip.overlaps()


def test_that_parts_of_a_change_are_bars_to_both_sides(qtbot: QtBot, page: DesignView) -> None:
    values = [line.value for line in page.result.sources.lines()]
    assert values[0] < 0 < values[1]
    empty = BarLines(around_zero=True)
    qtbot.addWidget(empty)
    empty.set_lines((), "nothing")
    empty.grab()
