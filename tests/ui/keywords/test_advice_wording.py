from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.keywords.advice import Action, Assumptions, Why
from shopdesk.ui import formats
from shopdesk.ui.grid.columns import Row
from shopdesk.ui.keywords import advice_wording

BASE: dict[str, Any] = {
    "review": False,
    "quadrant": "category",
    "advice": "hold",
    "advice_reason": "unclear",
    "chance": 0.4,
    "cpc": 1.5,
    "break_even": 1.4,
    "clicks_needed": 28.0,
    "worth_clicks": 100.0,
    "worth_orders": 3.0,
    "carts": 9.0,
    "favourites": 1.0,
    "root": "",
}


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    formats.set_language("en")


def row(**values: Any) -> Row:
    known = {**BASE, **values}
    return Row("word", 0, known.get)


def test_that_an_unclear_word_names_the_clicks_that_a_verdict_takes() -> None:
    assert "28 more clicks without an order" in advice_wording.reason(row())
    assert "more clicks" not in advice_wording.reason(row(clicks_needed=90_000.0)).replace("until there are more", "")
    assert advice_wording.money(row()) == "can't tell yet"


def test_that_what_stands_behind_an_advice_is_all_said() -> None:
    text = advice_wording.behind(
        row(
            advice="lower",
            advice_reason="dear",
            advice_step=-0.2,
            advice_money=41.0,
            advice_money_low=20.0,
            advice_money_high=80.0,
            advice_chance=0.97,
            root="礼盒",
            pooled_below=0.9,
        ),
        left_out=3,
    )
    for part in ("+41", "+20 … +80", "97 %", "1.40", "1.50", "3 orders", "100 clicks", "10 carts", "3 days", "礼盒"):
        assert part in text
    assert "please check" in text


def test_that_own_assumptions_are_told_from_shipped_ones() -> None:
    lowered = row(
        advice="lower", advice_reason="dear", advice_step=-0.2, advice_money=9.0, advice_money_low=5.0,
        advice_money_high=12.0, advice_chance=0.97,
    )  # fmt: skip
    text = advice_wording.behind(lowered, left_out=0, assumed=Assumptions(spend=1.4, margin=0.3))
    assert "As the shop set it: 1 % more bid: 1.4 %" in text
    assert "Margin 30.0 %, as the shop set it itself." in text
    assert "please check" not in text


def test_that_a_raise_of_the_own_brand_is_called_risky() -> None:
    raised = {"advice": "raise", "advice_reason": "pays", "advice_step": 0.1, "advice_money": 9.0}
    assert "Caution" in advice_wording.behind(row(quadrant="brand", **raised), left_out=0)
    assert "Caution" not in advice_wording.behind(row(**raised), left_out=0)


@pytest.mark.parametrize("why", list(Why))
def test_that_every_reason_has_words(why: Why) -> None:
    assert advice_wording.reason(row(advice_reason=why.value, clicks_needed=None))


@pytest.mark.parametrize("action", list(Action))
def test_that_every_action_has_a_verb(action: Action) -> None:
    assert advice_wording.verb(row(advice=action.value, advice_step=0.1))[0]


def test_that_an_open_question_comes_before_any_verb() -> None:
    assert advice_wording.verb(row(review=True, advice="lower"))[0] == "is it a brand?"
