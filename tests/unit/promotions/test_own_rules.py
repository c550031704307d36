"""The shop's own stacking rules and lowest prices: stored, taken back, and refused where they make no sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.promotions.floors import article_floors, floor_rule, floors_of, set_article_floor, set_floor_rule
from shopdesk.app.promotions.stacking import (
    edit_stacking,
    is_own,
    reset_stacking,
    stacking_for,
    stacking_of,
    stackings,
)
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from shopdesk.domain.promotions.policy import TieBreak
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import StepCode
from shopdesk.domain.promotions.stacking import PairRule, Stacking, StackingCode, StackingStage, stacking_problems
from shopdesk.io.workspace_file import open_workspace

TAOBAO = stacking_of("taobao")
APART = replace(TAOBAO, pairs=(PairRule("shop", "coupon", together=False, is_verified=True),))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(open_workspace(tmp_path / "shop.shopdesk", clock=lambda: datetime(2026, 5, 1)))
    yield opened
    opened.close()


def test_that_every_shipped_profile_can_be_used_and_marks_what_nobody_checked() -> None:
    for stacking in stackings().values():
        assert stacking_problems(stacking) == []
        assert all(stage.evidence and not stage.is_verified for stage in stacking.stages)
        assert all(rule.evidence and not rule.is_verified for rule in stacking.pairs)
    assert TAOBAO.tie_break == (TieBreak.FACE_VALUE, TieBreak.THRESHOLD, TieBreak.EXPIRY, TieBreak.ID)
    assert TAOBAO.stage_of(OfferKind.RED_PACKET).lowers_base
    assert TAOBAO.stage_of(OfferKind.PLATFORM_COUPON).shop_percent == 0


def test_that_own_rules_count_until_they_are_taken_back(workspace: Workspace) -> None:
    undo = workspace.apply(edit_stacking(APART))
    assert stacking_for(workspace, "taobao") == APART
    assert is_own(workspace, "taobao")
    assert stacking_for(workspace, "jd") == stacking_of("jd")
    workspace.apply(undo)
    assert stacking_for(workspace, "taobao") == TAOBAO
    workspace.apply(edit_stacking(APART))
    workspace.apply(reset_stacking("taobao"))
    assert not is_own(workspace, "taobao")


def test_that_rules_as_shipped_leave_no_document(workspace: Workspace) -> None:
    workspace.apply(edit_stacking(APART))
    workspace.apply(edit_stacking(TAOBAO))
    assert not is_own(workspace, "taobao")


def test_that_a_pair_that_the_shop_parts_does_not_stack() -> None:
    designs = [
        OfferDesign("A", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(10_000, 500),)),
        OfferDesign("C", OfferKind.COUPON, "券", steps=(LadderStep(10_000, 800),)),
    ]
    cart = Cart((CartLine("1", "a", 20_000, 1),))
    assert price_cart(cart, to_offers(designs, TAOBAO), TAOBAO.policy()).discount_total == 1_300
    priced = price_cart(cart, to_offers(designs, APART), APART.policy())
    assert priced.discount_total == 500
    assert (priced.steps[-1].code, priced.steps[-1].other) == (StepCode.CONFLICT, "A")
    assert not APART.pair("coupon", "shop").together
    assert APART.pair("coupon", "platform").together


def _with_stage(change: Callable[[StackingStage], StackingStage], place: int = 0) -> Stacking:
    stages = tuple(change(stage) if at == place else stage for at, stage in enumerate(TAOBAO.stages))
    return replace(TAOBAO, stages=stages)


@pytest.mark.parametrize(
    ("stacking", "code"),
    [
        (replace(TAOBAO, stages=()), StackingCode.NO_STAGES),
        (_with_stage(lambda stage: replace(stage, key="shop")), StackingCode.KEY_TWICE),
        (_with_stage(lambda stage: replace(stage, stage=20)), StackingCode.STAGE_TWICE),
        (_with_stage(lambda stage: replace(stage, stage=99)), StackingCode.ITEMS_NOT_FIRST),
        (_with_stage(lambda stage: replace(stage, kinds=stage.kinds[1:])), StackingCode.KIND_MISSING),
        (
            _with_stage(lambda stage: replace(stage, kinds=(*stage.kinds, OfferKind.BUNDLE)), 1),
            StackingCode.KIND_TWICE,
        ),
        (_with_stage(lambda stage: replace(stage, shop_percent=-1)), StackingCode.SHARE_OUT_OF_RANGE),
        (
            replace(TAOBAO, pairs=(PairRule("shop", "moon", together=False, is_verified=False),)),
            StackingCode.PAIR_UNKNOWN,
        ),
        (
            replace(TAOBAO, pairs=(PairRule("shop", "shop", together=False, is_verified=False),)),
            StackingCode.PAIR_OF_ONE,
        ),
        (replace(TAOBAO, most_steps=0), StackingCode.TOO_FEW_STEPS),
    ],
)
def test_that_rules_that_make_no_sense_are_named_and_not_stored(stacking: Stacking, code: StackingCode) -> None:
    assert code in {problem.code for problem in stacking_problems(stacking)}
    with pytest.raises(ValueError, match="can't be used"):
        edit_stacking(stacking)


def test_that_floors_come_from_the_rule_and_from_own_prices(workspace: Workspace) -> None:
    costs = {"a": 1_000, "b": 333, "c": None}
    assert floors_of(workspace, costs) == {}
    workspace.apply(set_floor_rule(FloorRule(FloorKind.COST)))
    assert floors_of(workspace, costs) == {"a": 1_000, "b": 333}
    workspace.apply(set_floor_rule(FloorRule(FloorKind.MARGIN, 200)))
    workspace.apply(set_article_floor("c", 990))
    undo = workspace.apply(set_article_floor("a", 900))
    assert floors_of(workspace, costs) == {"a": 900, "b": 417, "c": 990}
    workspace.apply(undo)
    assert article_floors(workspace) == {"c": 990}
    workspace.apply(set_article_floor("c", None))
    workspace.apply(set_floor_rule(FloorRule()))
    assert (floor_rule(workspace), floors_of(workspace, costs)) == (FloorRule(), {})


@given(st.integers(0, 10**7), st.integers(0, 999))
def test_that_the_floor_is_the_lowest_price_that_leaves_the_margin(cost: int, margin: int) -> None:
    floor = FloorRule(FloorKind.MARGIN, margin).floor(cost)
    assert floor is not None
    assert (floor - cost) * 1000 >= margin * floor
    assert floor == 0 or (floor - 1 - cost) * 1000 < margin * (floor - 1)


def test_that_a_margin_of_everything_is_refused() -> None:
    with pytest.raises(ValueError, match="margin"):
        FloorRule(FloorKind.MARGIN, 1000)
    with pytest.raises(ValueError, match="below zero"):
        set_article_floor("a", -1)
