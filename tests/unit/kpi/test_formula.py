from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.kpi.catalogue import BOARD, PARTS
from shopdesk.domain.kpi.dictionary import OwnFormula, dictionary, vocabulary
from shopdesk.domain.kpi.formula import MAX_DEPTH, FormulaIssue, nearest, parse, stored
from shopdesk.domain.kpi.term import (
    Name,
    Negative,
    Number,
    Pair,
    Term,
    as_text,
    evaluate,
    is_linear,
    is_never_negative,
    sums_of,
    written,
)
from shopdesk.domain.metrics import Good, Unit

WORDS = vocabulary()
VALUES = {"pay_amount": np.array(300.0), "visitors": np.array(20.0), "pay_buyers": np.array(4.0)}


def value(text: str) -> float:
    term = parse(text, WORDS)
    assert not isinstance(term, FormulaIssue), term
    return float(evaluate(term, VALUES))


def issue(text: str) -> FormulaIssue:
    found = parse(text, WORDS)
    assert isinstance(found, FormulaIssue)
    return found


def own(name: str, formula: str, unit: Unit = Unit.NUMBER) -> OwnFormula:
    return OwnFormula(name, name, name, formula, unit, Good.UP)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支付金额 ÷ 支付买家数", 75.0),
        ("支付金额/访客数*10", 150.0),
        ("（支付金额－访客数）／支付买家数", 70.0),
        ("Sales - Visitors - Buyers", 276.0),
        ("支付金额 × 30%", 90.0),
        ("2 + 3 × 4 − 6 ÷ 2", 11.0),
        ("-访客数 + [支付金额]", 280.0),
        ("访客数 − (支付买家数 − 1)", 17.0),
    ],
)
def test_that_a_formula_is_read_as_people_write_it(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("访客数量 ÷ 2", "unknown", "访客数量"),
        ("支付金额 访客数", "operator", "访客数"),
        ("支付金额 ÷ 0", "zero", "÷ 0"),
        ("(支付金额 + 1", "open", "("),
        ("支付金额)", "close", ")"),
        ("支付金额 + ", "term", ""),
        ("支付金额; 1", "sign", ";"),
        ("1.2.3", "sign", "1.2.3"),
        ("__import__('os')", "unknown", "__import__"),
        ("  ", "empty", "  "),
    ],
)
def test_that_a_mistake_is_named_and_marked_where_it_stands(text: str, code: str, marked: str) -> None:
    found = issue(text)
    assert (found.code, text[found.start : found.end]) == (code, marked)


def test_that_names_with_signs_and_brackets_in_them_are_one_name() -> None:
    for metric in BOARD.values():
        for name in (metric.zh, metric.en):
            assert parse(f"{name} + 1", WORDS) == Pair("+", Name(WORDS.keys["".join(_plain(name))]), Number(1.0)), name


def _plain(name: str) -> list[str]:
    from shopdesk.domain.kpi.formula import _plain as plain

    return [plain(char) for char in name]


def test_that_a_mistyped_name_is_offered_its_nearest() -> None:
    assert nearest("支付买家", WORDS) == "pay_buyers"
    assert nearest("qqqq", WORDS) == ""


def test_that_long_and_deep_formulas_are_refused() -> None:
    assert issue("1+" * 300 + "1").code == "long"
    deep = MAX_DEPTH + 5
    assert issue("(" * deep + "1" + ")" * deep).code == "deep"
    assert issue("-" * deep + "1").code == "deep"


TERMS: st.SearchStrategy[Term] = st.recursive(
    st.one_of(
        st.integers(1, 99).map(lambda number: Number(float(number))),
        st.sampled_from(sorted(VALUES)).map(Name),
    ),
    lambda inner: st.one_of(inner.map(Negative), st.builds(Pair, st.sampled_from("+-*/"), inner, inner)),
    max_leaves=8,
)


@given(TERMS)
def test_that_a_formula_means_the_same_after_it_was_stored_and_after_it_was_written_out(term: Term) -> None:
    expected = evaluate(term, VALUES)
    for again in (stored(as_text(term)), parse(written(term, lambda key: PARTS[key].zh), WORDS)):
        assert not isinstance(again, FormulaIssue)
        assert evaluate(again, VALUES) == pytest.approx(expected, nan_ok=True)


def test_that_a_divisor_that_is_nothing_or_less_gives_no_value() -> None:
    term = parse("支付金额 ÷ (访客数 − 20)", WORDS)
    assert not isinstance(term, FormulaIssue)
    assert np.isnan(evaluate(term, VALUES))
    assert np.isnan(evaluate(term, {**VALUES, "visitors": np.array(10.0)}))


@given(TERMS)
def test_that_the_sums_of_a_term_give_its_value(term: Term) -> None:
    sums = sums_of(term)
    if len(sums) == 1:
        assert is_linear(term)
    elif sums:
        above, below = (float(evaluate(one, VALUES)) for one in sums)
        if below > 0:
            assert above / below == pytest.approx(float(evaluate(term, VALUES)), nan_ok=True)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("pay_amount - refund_amount", 1),
        ("pay_amount / visitors", 2),
        ("(pay_amount - refund_amount) / (visitors + pay_buyers)", 2),
        ("pay_amount / visitors * 1000", 2),
        ("100 * (pay_buyers / visitors)", 2),
        ("pay_amount / visitors * pay_buyers", 0),
        ("1 - pay_buyers / visitors", 0),
    ],
)
def test_that_a_formula_is_known_as_a_sum_or_a_ratio_of_two(text: str, count: int) -> None:
    assert len(sums_of(stored(text))) == count


@given(TERMS)
def test_that_a_term_in_which_nothing_is_taken_away_is_never_negative(term: Term) -> None:
    if is_never_negative(term):
        value = float(evaluate(term, VALUES))
        assert np.isnan(value) or value >= 0


def test_that_own_metrics_use_shipped_and_own_ones_over_sums() -> None:
    made = dictionary([own("a", "pay_cvr * aov", Unit.MONEY), own("b", "a / uv_value", Unit.RATIO)])
    assert not made.wrong
    assert float(evaluate(made.metrics["a"].term, VALUES)) == pytest.approx(15.0)  # UV value
    assert float(evaluate(made.metrics["b"].term, VALUES)) == pytest.approx(1.0)
    assert set(made.metrics["b"].parts) == {"pay_buyers", "visitors", "pay_amount"}
    assert list(made.metrics)[: len(BOARD)] == list(BOARD)


def test_that_formulas_that_use_each_other_in_a_circle_are_refused() -> None:
    made = dictionary([own("a", "b + 1"), own("b", "a + 1"), own("c", "c"), own("d", "visitors")])
    assert {name: found.code for name, found in made.wrong.items()} == {"a": "cycle", "b": "cycle", "c": "cycle"}
    assert "d" in made.metrics


def test_that_a_formula_which_doubles_itself_is_stopped() -> None:
    chain = [own("m0", "visitors + visitors")] + [own(f"m{n}", f"m{n - 1} + m{n - 1}") for n in range(1, 9)]
    assert dictionary(chain).wrong["m8"].code == "wide"


@pytest.mark.parametrize(
    ("formula", "unit", "code"),
    [
        ("pay_amount + visitors", Unit.MONEY, "unlike"),
        ("pay_amount + 1", Unit.MONEY, "unlike"),
        ("pay_amount / pay_buyers", Unit.RATIO, "unit"),
        ("pay_buyers / visitors", Unit.MONEY, "unit"),
        ("pay_amount * pay_amount", Unit.MONEY, "unit"),
        ("pay_amount / pay_buyers", Unit.MONEY, ""),
        ("1 - refund_rate", Unit.RATIO, ""),
        ("visitors - new_visitors", Unit.PEOPLE, ""),
        ("pay_amount - ad_cost - commission", Unit.MONEY, ""),
        ("stay_seconds / visitors", Unit.NUMBER, ""),
        ("3 + 4", Unit.NUMBER, "term"),
        ("gone", Unit.NUMBER, "unknown"),
    ],
)
def test_that_units_must_make_sense(formula: str, unit: Unit, code: str) -> None:
    made = dictionary([own("x", formula, unit)])
    assert (made.wrong["x"].code if made.wrong else "") == code
    assert ("x" in made.metrics) is (code == "")


def test_that_an_own_metric_of_a_window_metric_looks_back_as_far() -> None:
    made = dictionary([own("x", "1 - repeat_users", Unit.RATIO)])
    assert made.metrics["x"].window_days == 30
    assert not made.metrics["x"].adds_up


def test_that_only_sums_add_up() -> None:
    assert BOARD["pay_amount"].adds_up
    assert BOARD["net_sales"].adds_up
    for name in ("pay_cvr", "gross_margin", "dsr_desc", "ltv", "repeat_users", "refund_speed"):
        assert not BOARD[name].adds_up, name


@pytest.mark.parametrize("number", ["10000000000000", "0.0000001", "0." + "0" * 40 + "1", "12.5"])
def test_that_a_very_large_or_small_number_is_stored_as_it_can_be_read_again(number: str) -> None:
    term = Pair("*", Name("visitors"), Number(float(number)))
    assert stored(as_text(term)) == term
