"""A whole check: articles, floors, past payments and clashes from the tables and documents of a shop."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions import checks
from shopdesk.app.promotions.campaign_words import words_in
from shopdesk.app.promotions.check_lines import how, tried
from shopdesk.app.promotions.checks import CheckStudy, check_question, most_serious, study_checks
from shopdesk.app.promotions.documents import put_offer
from shopdesk.app.promotions.floors import set_floor_rule
from shopdesk.app.promotions.replay_sheet import replay_sheet
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.checks.finding import FindingCode, Severity
from shopdesk.domain.promotions.checks.record import Lowest
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from tests.ui.fake_shop import FakeShop

TODAY = date(2026, 6, 25)


def offer(kind: OfferKind, name: str, **fields: object) -> OfferDesign:
    return OfferDesign(name, kind, name, Status.ACTIVE, **fields)  # type: ignore[arg-type]


def frames(*, costs: bool = True, price: int = 8_000, quantity: int = 1) -> dict[str, pd.DataFrame]:
    count = 40
    days = pd.date_range("2026-05-16", periods=count, freq="D")
    ids = [str(n) for n in range(count)]
    skus = ["a" if n % 2 else "b" for n in range(count)]
    found = {
        "orders": pd.DataFrame({"order_id": ids, "paid_at": days, "status": "paid"}),
        "order_lines": pd.DataFrame(
            {
                "order_id": ids,
                "sku": skus,
                "title": skus,
                "unit_price": price,
                "quantity": quantity,
                "line_paid": price * quantity,
                "order_discount_share": 0,
                "paid_at": days,
            }
        ),
    }
    if costs:
        found["costs"] = pd.DataFrame(
            {"sku": ["a", "b"], "title": ["A", "B"], "unit_cost": [7_500, 2_000], "list_price": [8_000, 8_000]}
        )
    return found


def check(*designs: OfferDesign, shop: FakeShop | None = None, rule: FloorRule | None = None) -> CheckStudy:
    shop = FakeShop(frames()) if shop is None else shop
    set_floor_rule(rule or FloorRule(FloorKind.COST)).apply(shop)  # type: ignore[arg-type]
    question = check_question(shop, stacking_of("taobao"), designs, today=TODAY)  # type: ignore[arg-type]
    return study_checks(question, shop, SILENT)  # type: ignore[arg-type]


COUPON = offer(OfferKind.COUPON, "coupon", steps=(LadderStep(10_000, 1_000),))


def test_that_a_coupon_breaks_the_floor_of_the_dear_article_only() -> None:
    study = check(COUPON)
    floors = {row.sku: row.gap for row in study.rows if row.breaks_floor}
    assert floors == {"a": 7_200 - 7_500}
    assert study.rows[0].sku == "a"
    alarm = most_serious(study)
    assert alarm is not None
    assert (alarm.severity, alarm.row) == (Severity.SERIOUS, study.rows[0])


def test_that_reports_name_the_step_behind_a_low_price() -> None:
    both = offer(OfferKind.COUPON, "coupon", steps=(LadderStep(10_000, 1_000), LadderStep(30_000, 1_100)))
    study = check(both)
    said = how(study.rows[0], study, words_in("zh_CN"))
    assert said.endswith("coupon 满 100 元 减 10 元；买 1 件、再凑 20 元的其他商品（最坏情况）")


def test_that_the_platforms_part_keeps_the_shops_income_above_the_floor() -> None:
    paid_by_platform = offer(OfferKind.POINTS, "points", value=100, shop_percent=0)
    (row, *_) = check(paid_by_platform).rows
    assert (row.price, row.income) == (7_200, 8_000)
    assert not row.breaks_floor
    assert row.breaks_past


def test_that_without_offers_nothing_is_too_low_and_what_was_tried_is_told() -> None:
    study = check()
    assert (study.rows, study.findings, study.articles, study.stretches) == ((), (), 2, 1)
    assert most_serious(study) is None


def test_that_missing_costs_turn_floors_off_and_are_counted() -> None:
    study = check(COUPON, shop=FakeShop(frames(costs=False)))
    assert study.without_floor == 2
    assert study.has_rule
    assert all(row.floor is None and row.breaks_past for row in study.rows)


@pytest.mark.parametrize("designs", [(), (COUPON,)])
def test_that_a_shop_without_files_has_nothing_to_check(designs: tuple[OfferDesign, ...]) -> None:
    study = check(*designs, shop=FakeShop({}))
    assert (study.articles, study.rows, study.has_orders) == (0, (), False)


def test_that_articles_of_price_zero_and_lines_of_ten_thousand_units_do_no_harm() -> None:
    shop = FakeShop(frames(quantity=10_000))
    shop.frame("order_lines").loc[0, ["unit_price", "line_paid"]] = 0
    assert {row.sku for row in check(COUPON, shop=shop).rows} == {"a", "b"}


def test_that_only_stretches_to_come_are_tried() -> None:
    past = offer(OfferKind.COUPON, "past", steps=COUPON.steps, end=TODAY - timedelta(1))
    later = offer(OfferKind.ITEM_OFF, "later", value=4_000, skus=("b",), start=TODAY + timedelta(7))
    study = check(past, later)
    assert [(row.sku, row.price, row.lowest.stretch.first_day) for row in study.rows] == [
        ("b", 4_000, TODAY + timedelta(7))
    ]
    assert [finding.code for finding in study.findings] == [FindingCode.OVER]


def test_that_a_budget_that_lasts_half_its_days_is_told() -> None:
    budget = offer(OfferKind.ITEM_OFF, "cut", value=1_000, budget=10_000, start=TODAY, end=TODAY + timedelta(days=19))
    (finding,) = [one for one in check(budget).findings if one.code is FindingCode.BUDGET_EARLY]
    assert finding.values == {"days": 10, "of": 20, "a_day": 1_000}


def test_that_a_draft_is_checked_beside_the_offers_in_use_without_its_rivals() -> None:
    rival = offer(OfferKind.COUPON, "rival", steps=(LadderStep(5_000, 4_000),), campaign="c")
    draft = OfferDesign("draft", OfferKind.COUPON, "draft", steps=COUPON.steps, campaign="c")
    shop = FakeShop(frames())
    set_floor_rule(FloorRule(FloorKind.COST)).apply(shop)  # type: ignore[arg-type]
    question = check_question(shop, stacking_of("taobao"), (rival, draft), today=TODAY, candidate="draft")  # type: ignore[arg-type]
    study = study_checks(question, shop, SILENT)  # type: ignore[arg-type]
    assert set(study.designs) == {"draft"}


@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN", "：a A：店铺最少到手 72 元"), ("en", ": a A: Least the shop gets 72")]
)
def test_that_the_report_without_a_window_names_what_breaks(language: str, words: str) -> None:
    shop = FakeShop(frames())
    set_floor_rule(FloorRule(FloorKind.COST)).apply(shop)  # type: ignore[arg-type]
    put_offer(COUPON).apply(shop)  # type: ignore[arg-type]
    notes = replay_sheet(shop, language, today=TODAY).notes  # type: ignore[arg-type]
    assert any(words in note for note in notes)


def test_that_coupons_for_new_and_for_returning_buyers_never_meet() -> None:
    new = offer(OfferKind.COUPON, "new", steps=(LadderStep(5_000, 1_000),), buyers=BuyerKind.NEW)
    old = offer(OfferKind.RED_PACKET, "old", value=500, buyers=BuyerKind.RETURNING)
    study = check(new, old)
    assert {row.price for row in study.rows} == {7_000}


def test_that_a_report_of_very_many_drafts_says_how_many_it_left_out() -> None:
    shop = FakeShop(frames())
    for number in range(23):
        steps = (LadderStep(5_000, 100 + number),)
        put_offer(OfferDesign(f"d{number}", OfferKind.COUPON, f"d{number}", steps=steps)).apply(shop)  # type: ignore[arg-type]
    notes = replay_sheet(shop, "en", today=TODAY).notes  # type: ignore[arg-type]
    assert "The first 20 drafts were replayed, 3 more were not." in notes


def test_that_a_set_makes_only_its_own_goods_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    search = checks.lowest_prices

    def counted(*args: Any, **rest: Any) -> list[Lowest]:
        asked.append(tuple(args[4]))
        return search(*args, **rest)

    monkeypatch.setattr(checks, "lowest_prices", counted)
    pair = offer(OfferKind.NTH_UNIT, "pair", nth=2, value=500, skus=("a",))
    cut = offer(OfferKind.ITEM_OFF, "cut", value=100, skus=("a",), start=TODAY + timedelta(3))
    found = {sku: row.price for sku, row in check(pair, cut).every.items()}
    assert asked == [("a", "b"), ("a",)]
    assert found == {"a": 6_000, "b": 8_000}


def test_that_too_much_work_stops_after_the_nearest_days_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    soon = offer(OfferKind.ITEM_OFF, "soon", value=3_000, skus=("b",), start=TODAY, end=TODAY + timedelta(2))
    later = offer(OfferKind.ITEM_OFF, "later", value=5_000, skus=("b",), start=TODAY + timedelta(9))
    whole = check(soon, later)
    monkeypatch.setattr(checks, "_MOST_WORK", 0)
    some = check(soon, later)
    assert (whole.stretches, whole.left_out, some.stretches, some.left_out) == (3, 0, 1, 2)
    assert some.until == TODAY + timedelta(2)
    assert "2 later stretches were left out" in tried(some, words_in("en"))
    assert "left out" not in tried(whole, words_in("en"))
    assert [row.price for row in some.rows] == [5_000]
    assert [row.price for row in whole.rows] == [3_000]
