"""From order files to a list of sets: what it says, what it leaves out, and the offer made of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from shopdesk.app.promotions.bundles import (
    SHIPPED,
    BundleQuestion,
    BundleStudy,
    Standing,
    assume_response,
    bundle_design,
    study_bundles,
    with_offers,
    with_response,
)
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.bundles.value import Response, Verdict
from shopdesk.domain.promotions.design import OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.domain.promotions.stacking import Stacking
from tests.unit.promotions.bundles.carts import drawn_orders, lines_of

NOTHING = pd.DataFrame()
PAIR = ("S03", "S07")


def question(orders: list[list[str]], **changes: pd.DataFrame | Period | tuple[OfferDesign, ...]) -> BundleQuestion:
    lines = lines_of(orders)
    lines = lines.assign(
        order_id=lines["order_id"].astype(str),
        title="果铺" + lines["sku"] + "号",
        unit_price=lines["sku"].str[1:].astype(int) * 100 + 2_000,
        quantity=1,
    )
    heads = lines.drop_duplicates("order_id")[["order_id", "paid_at"]].assign(status="交易成功")
    skus = sorted(set(lines["sku"]))
    costs = pd.DataFrame({"sku": skus, "unit_cost": [1_200] * len(skus)})
    base = BundleQuestion(heads, lines, costs, NOTHING, None)
    return replace(base, **changes)


@pytest.fixture(scope="module")
def orders() -> list[list[str]]:
    return drawn_orders(1, 3_000, pair=0.4)


@pytest.fixture(scope="module")
def study(orders: list[list[str]]) -> BundleStudy:
    return study_bundles(question(orders))


def test_that_the_proven_pair_stands_first_with_all_that_is_behind_it(study: BundleStudy) -> None:
    row = study.rows[0]
    assert study.standing is Standing.PROVEN
    assert set(row.skus) == set(PAIR)
    assert row.is_proven
    assert row.low < row.lift < row.high
    assert row.excess == pytest.approx(row.facts.together - row.expected)
    assert set(row.facts.prices) == {2_300, 2_700}
    assert row.facts.open_orders == tuple(count - row.facts.together for count in reversed(row.sold))
    assert row.value is not None
    assert row.value.advised is not None
    assert study.prefix == "果铺"


def test_that_unproven_sets_have_no_yuan_but_say_how_many_orders_are_lacking(study: BundleStudy) -> None:
    others = [row for row in study.rows if not row.is_proven]
    assert others
    assert all(row.value is None for row in others)
    assert all(row.orders_needed is None or row.orders_needed > study.orders for row in others)


def test_that_a_missing_cost_leaves_the_yuan_unknown_and_the_finding_in_place(orders: list[list[str]]) -> None:
    found = study_bundles(question(orders, costs=NOTHING)).rows[0]
    assert found.is_proven
    assert found.value is not None
    assert found.value.verdict is Verdict.NO_MARGIN
    assert found.facts.costs == (None, None)


def test_that_a_set_on_sale_is_left_out_and_a_draft_is_shown_as_made(orders: list[list[str]]) -> None:
    draft = OfferDesign("d", OfferKind.BUNDLE, "套餐", Status.DRAFT, skus=PAIR[::-1], value=4_500)
    active = replace(draft, status=Status.ACTIVE)
    shown = study_bundles(question(orders, designs=(draft,)))
    hidden = study_bundles(question(orders, designs=(active,)))
    assert shown.rows[0].offer_id == "d"
    assert hidden.on_sale == 1
    assert set(PAIR) not in [set(row.skus) for row in hidden.rows]


def test_that_gifts_belong_to_no_set(orders: list[list[str]]) -> None:
    asked = question(orders)
    given = asked.lines.assign(unit_price=asked.lines["unit_price"].where(asked.lines["sku"] != "S07", 0))
    found = study_bundles(replace(asked, lines=given))
    assert found.gifts > 0
    assert all("S07" not in row.skus for row in found.rows)


def test_that_variants_of_a_listing_are_no_set(orders: list[list[str]]) -> None:
    asked = question(orders)
    listing = asked.lines["sku"].where(~asked.lines["sku"].isin(PAIR), "nuts")
    found = study_bundles(replace(asked, lines=asked.lines.assign(item_id=listing)))
    assert found.variants == 1
    assert found.standing is Standing.UNPROVEN


@pytest.mark.parametrize(
    ("made", "standing"),
    [
        ([["S01"]], Standing.TOO_FEW),
        ([["S01", "S02"]] * 3, Standing.TOO_FEW),
        (drawn_orders(7, 300), Standing.UNPROVEN),
    ],
)
def test_that_few_orders_are_told_to_be_few(made: list[list[str]], standing: Standing) -> None:
    assert study_bundles(question(made)).standing is standing


def test_that_no_orders_and_orders_without_lines_are_told_apart() -> None:
    heads = pd.DataFrame({"order_id": ["1"], "paid_at": [pd.Timestamp("2026-01-01")], "goods_total": [9_900]})
    assert study_bundles(BundleQuestion(NOTHING, NOTHING, NOTHING, NOTHING, None)).standing is Standing.NO_ORDERS
    alone = study_bundles(BundleQuestion(heads, NOTHING, NOTHING, NOTHING, None))
    assert (alone.standing, alone.orders, alone.no_lines) == (Standing.NO_LINES, 1, 1)


def test_that_a_period_without_orders_says_so(orders: list[list[str]]) -> None:
    found = study_bundles(question(orders, period=Period(date(2020, 1, 1), date(2020, 2, 1))))
    assert found.standing is Standing.NO_ORDERS


def test_that_the_offer_is_a_draft_at_the_price_chosen_and_has_no_problem(study: BundleStudy) -> None:
    row = study.rows[0]
    made = bundle_design(row, 300, offer_id="x", name="套餐", start=date(2026, 3, 1))
    assert (made.kind, made.status, made.value) == (OfferKind.BUNDLE, Status.DRAFT, row.sum_of_parts - 300)
    assert set(made.skus) == set(PAIR)
    assert problems(made, Stacking("taobao", ())) == []
    assert with_offers(study, [made]).rows[0].offer_id == "x"
    assert with_offers(with_offers(study, [made]), []).rows[0].offer_id == ""


def test_that_another_response_changes_yuan_and_no_count(study: BundleStudy) -> None:
    eager = with_response(study, Response(steepness=8.0, new=1.0))
    before, after = study.rows[0], next(row for row in eager.rows if set(row.skus) == set(PAIR))
    assert (before.lift, before.facts) == (after.lift, after.facts)
    assert before.value is not None
    assert after.value is not None
    assert before.value.curve[5].contribution != after.value.curve[5].contribution


def test_that_the_shipped_response_needs_no_document() -> None:
    assert all(edit.row is None for edit in assume_response(SHIPPED).edits)
    assert assume_response(replace(SHIPPED, new=0.5)).edits[0].row == replace(SHIPPED, new=0.5)
