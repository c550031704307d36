"""Every kind, state and reason of offers has its sentence in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from shopdesk.domain.promotions.design import GiftStep, LadderStep, OfferDesign, OfferKind
from shopdesk.domain.promotions.design_problems import DesignCode, DesignProblem
from shopdesk.domain.promotions.offers import Gift
from shopdesk.domain.promotions.policy import GroupRule
from shopdesk.domain.promotions.result import Step, StepCode
from shopdesk.domain.promotions.stacking import StackingCode, StackingProblem, StackingStage
from shopdesk.ui import formats, language
from shopdesk.ui.promotions import trace_words, words


@pytest.fixture(params=["zh_CN", "en"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language.apply(qapp, request.param)
    formats.set_language(request.param)
    yield request.param
    language.apply(qapp, "en")  # what a fresh process speaks: its texts are not translated
    formats.set_language("zh_CN")


@pytest.mark.parametrize("code", StepCode)
def test_that_every_step_of_a_trace_is_said(tongue: str, code: StepCode) -> None:
    step = Step(
        "a", code, 1000, 900, 100, lines={"1": 60, "2": 40}, threshold=2, missing=1, other="b", day="2026-06-01"
    )
    named = {key: OfferDesign(key, OfferKind.GIFT, name) for key, name in (("a", "满减"), ("b", "新客券"))}
    said = trace_words.step_text(step, named)
    assert "满减" in said
    assert "{" not in said


def test_that_what_is_missing_is_said_in_yuan_in_units_or_in_both(tongue: str) -> None:
    below = Step("a", StepCode.BELOW_AMOUNT, 0, 0, missing=1200, missing_units=2)
    assert "12.00" in trace_words.missing_text(below)
    assert "2" in trace_words.step_text(below, {})
    units = Step("a", StepCode.BELOW_QUANTITY, 0, 0, missing=3, counts_units=True)
    assert trace_words.missing_text(units) == {"zh_CN": "3 件", "en": "3 units"}[tongue]


def test_that_a_step_says_what_it_gave_and_what_was_kept_back(tongue: str) -> None:
    step = Step("a", StepCode.APPLIED, 1000, 500, 500, 200, {"1": 500}, over_budget=300, times=2)
    said = trace_words.step_text(step, {"a": OfferDesign("a", OfferKind.RED_PACKET, "红包")})
    assert all(part in said for part in ("2.00", "3.00", "2"))
    gift = Step("a", StepCode.GIFT, 1000, 1000, gifts=(Gift("cup", 2),))
    assert "cup ×2" in trace_words.step_text(gift, {"a": OfferDesign("a", OfferKind.GIFT, "满赠")})


def test_that_the_trace_names_the_step_of_a_ladder_that_the_cart_stands_on(tongue: str) -> None:
    steps = (LadderStep(12_900, 500), LadderStep(19_900, 1_200))
    ladder = {"a": OfferDesign("a", OfferKind.THRESHOLD_OFF, "满减", steps=steps)}
    low = Step("a", StepCode.APPLIED, 13_890, 13_390, 500, reached=13_890, missing=6_010, next_minimum=19_900)
    assert "138.9 ≥ 129" in trace_words.step_text(low, ladder)
    top = Step("a", StepCode.APPLIED, 25_000, 23_800, 1_200)
    assert "≥ 199" in trace_words.step_text(top, ladder)
    counted = {
        "a": OfferDesign("a", OfferKind.COUPON, "券", steps=(LadderStep(2, 5), LadderStep(4, 9)), by_quantity=True)
    }
    said = trace_words.step_text(
        Step("a", StepCode.APPLIED, 9, 8, 1, reached=3, next_minimum=4, counts_units=True), counted
    )
    assert {"zh_CN": "3 ≥ 2 件", "en": "3 ≥ 2 units"}[tongue] in said


@pytest.mark.parametrize("kind", OfferKind)
def test_that_every_tool_has_a_name_and_a_summary(tongue: str, kind: OfferKind) -> None:
    design = OfferDesign("a", kind, "a", steps=(LadderStep(9900, 500, 2),), gift_steps=(GiftStep(100, "cup"),), value=5)
    assert words.kind_name(kind)
    assert "{" not in words.summary(design)


@pytest.mark.parametrize("code", [*DesignCode, *StackingCode])
def test_that_every_problem_is_said(tongue: str, code: DesignCode | StackingCode) -> None:
    if isinstance(code, DesignCode):
        said = words.problem_text(DesignProblem(code, 1, {"most": 3, "least": 2}))
    else:
        said = words.stacking_problem_text(StackingProblem(code, "shop", OfferKind.COUPON))
    assert said
    assert "{" not in said


@pytest.mark.parametrize("rule", [*GroupRule, None])
def test_that_every_rule_inside_a_stage_is_said(tongue: str, rule: GroupRule | None) -> None:
    stage = StackingStage(1, "shop", "店铺", "Shop", (), rule, is_verified=True)
    assert words.rule_name(stage)
    assert words.stage_name(stage) == {"zh_CN": "店铺", "en": "Shop"}[tongue]


def test_that_a_circle_of_exclusions_names_the_one_that_is_left(tongue: str) -> None:
    said = words.circle_text(("a", "b", "c"), {"a": "满减", "b": "券", "c": "红包"})
    assert said.count("满减") == 2
    assert "券" in said
    assert "红包" in said
