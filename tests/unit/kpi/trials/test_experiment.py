"""A/B tests: sizes, exact answers, the sequential rule, and what a result says."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from shopdesk.domain.kpi.trials.exact import (
    Arms,
    ExactTest,
    barnard,
    chance_b_better,
    exact_p,
    fisher,
    newcombe,
    rate_interval,
    score_interval,
    split_p,
)
from shopdesk.domain.kpi.trials.experiment import (
    Answer,
    DayEntry,
    ExperimentPlan,
    money_answer,
    result,
)
from shopdesk.domain.kpi.trials.sample_size import days_needed, smallest_lift, visitors_per_arm
from shopdesk.domain.kpi.trials.sequential import MIN_BUYERS, looks

BIG = Arms(4000, 120, 4000, 150)
SMALL = Arms(400, 12, 400, 23)
TABLE = {
    0.01: (636_916, 163_004, 42_607, 19_744, 7_674),
    0.02: (315_161, 80_638, 21_067, 9_758, 3_789),
    0.03: (207_909, 53_182, 13_887, 6_429, 2_494),
    0.05: (122_107, 31_218, 8_143, 3_766, 1_458),
}


def arms_up_to(most: int) -> st.SearchStrategy[Arms]:
    return st.tuples(st.integers(1, most), st.integers(1, most)).flatmap(
        lambda n: st.builds(Arms, st.just(n[0]), st.integers(0, n[0]), st.just(n[1]), st.integers(0, n[1]))
    )


arms, small_arms = arms_up_to(60), arms_up_to(12)


def days(rows: list[tuple[int, int, int, int]]) -> list[DayEntry]:
    return [DayEntry(date(2026, 3, 1) + timedelta(days=place), *row) for place, row in enumerate(rows)]


@pytest.mark.parametrize("base", TABLE)
def test_that_sizes_are_those_of_the_published_power_calculation(base: float) -> None:
    lifts = (0.05, 0.10, 0.20, 0.30, 0.50)
    assert tuple(visitors_per_arm(base, lift) for lift in lifts) == TABLE[base]


@pytest.mark.parametrize(("base", "lift"), [(0.0, 0.1), (1.0, 0.1), (0.5, 1.0), (0.03, 0.0), (0.03, -1.0)])
def test_that_no_size_is_given_for_a_test_that_cannot_be(base: float, lift: float) -> None:
    with pytest.raises(ValueError, match="no test"):
        visitors_per_arm(base, lift)


@given(st.floats(0.002, 0.4), st.floats(0.02, 1.0))
def test_that_the_smallest_lift_of_a_size_is_the_lift_it_was_planned_for(base: float, lift: float) -> None:
    found = smallest_lift(base, visitors_per_arm(base, lift))
    assert found is not None
    assert found == pytest.approx(lift, rel=0.05)


def test_that_days_count_both_arms_and_are_unknown_without_traffic() -> None:
    assert days_needed(1_000, visitors_a_day=300) == 7
    assert days_needed(1_000, visitors_a_day=0) is None


def test_that_large_arms_give_the_known_intervals_and_chances() -> None:
    assert newcombe(BIG) == pytest.approx((-0.00043, 0.01549), abs=5e-6)
    assert score_interval(BIG) == pytest.approx((-0.00042, 0.01550), abs=1e-5)
    assert fisher(BIG) == pytest.approx(0.0724, abs=5e-5)
    assert chance_b_better(BIG) == pytest.approx(0.968, abs=5e-4)
    assert exact_p(BIG) == (fisher(BIG), ExactTest.FISHER)


def test_that_small_arms_give_the_known_exact_p() -> None:
    assert fisher(SMALL) == pytest.approx(0.0825, abs=5e-5)
    assert exact_p(SMALL) == (barnard(SMALL), ExactTest.BARNARD)
    by_columns = [[SMALL.buyers_b, SMALL.buyers_a], [377, 388]]
    assert barnard(SMALL) == pytest.approx(stats.barnard_exact(by_columns, n=32).pvalue, abs=1e-6)


@settings(deadline=None, max_examples=25)
@given(small_arms, st.floats(0.02, 0.98))
def test_that_barnard_never_exceeds_its_level_at_any_common_rate(one: Arms, rate: float) -> None:
    a, b = np.arange(one.visitors_a + 1), np.arange(one.visitors_b + 1)
    chance = np.outer(stats.binom.pmf(a, one.visitors_a, rate), stats.binom.pmf(b, one.visitors_b, rate))
    scores = np.array([[_score(one.visitors_a, x, one.visitors_b, y) for y in b] for x in a])
    beyond = scores >= scores[one.buyers_a, one.buyers_b] - 1e-12
    assert chance[beyond].sum() - 1e-6 <= barnard(one) <= 1


def _score(n_a: int, a: int, n_b: int, b: int) -> float:
    pooled = (a + b) / (n_a + n_b)
    return 0.0 if pooled in (0, 1) else (b / n_b - a / n_a) ** 2 / (pooled * (1 - pooled))


@settings(deadline=None, max_examples=40)
@given(arms)
def test_that_intervals_hold_the_difference_and_turn_round_with_the_arms(one: Arms) -> None:
    other = Arms(one.visitors_b, one.buyers_b, one.visitors_a, one.buyers_a)
    for interval in (newcombe, score_interval):
        low, high = interval(one)
        assert -1 <= low <= one.difference <= high <= 1
        assert interval(other) == pytest.approx((-high, -low), abs=1e-9)
    assert chance_b_better(one) == pytest.approx(1 - chance_b_better(other), abs=1e-7)


def test_that_nobody_having_bought_is_no_certainty() -> None:
    low, high = rate_interval(0, 50)
    assert low == 0
    assert 0.05 < high < 0.10
    assert rate_interval(0, 0) == (0.0, 1.0)
    assert exact_p(Arms(50, 0, 50, 0))[0] == 1


def test_that_more_buyers_than_visitors_are_refused() -> None:
    with pytest.raises(ValueError, match="buyers"):
        Arms(10, 11, 10, 0)


def test_that_an_uneven_division_is_told() -> None:
    assert split_p(Arms(5000, 0, 5100, 0)) > 0.1
    assert split_p(Arms(5000, 0, 5400, 0)) < 0.001
    assert split_p(Arms(9000, 0, 1000, 0), share_b=0.1) == pytest.approx(1)


@pytest.mark.parametrize(("base", "each", "span"), [(0.03, 200, 28), (0.05, 30, 60)])
def test_that_looking_every_day_stays_harmless(base: float, each: int, span: int) -> None:
    draw = np.random.default_rng(11)
    wrong = naive = 0
    for _ in range(200):
        a, b = (np.cumsum(draw.binomial(each, base, span)) for _ in range(2))
        sums = [Arms(each * (d + 1), int(a[d]), each * (d + 1), int(b[d])) for d in range(span)]
        seen = looks(sums, base=base)
        wrong += seen[-1].p <= 0.05
        naive += any(abs(one.difference) > 1.96 * _error(one) > 0 for one in sums)
    assert wrong / 200 <= 0.05
    assert naive / 200 > 0.15  # what the rule protects from


def _error(one: Arms) -> float:
    pooled = (one.buyers_a + one.buyers_b) / (one.visitors_a + one.visitors_b)
    return float(np.sqrt(pooled * (1 - pooled) * (1 / one.visitors_a + 1 / one.visitors_b)))


def test_that_a_sequential_answer_once_given_stays_and_its_limits_hold_the_difference() -> None:
    strong = Arms(2000, 40, 2000, 110)
    weak = Arms(2200, 100, 2200, 115)
    seen = looks([strong, weak], base=0.03)
    assert seen[0].p < 0.01
    assert seen[1].p <= seen[0].p
    assert seen[0].low < strong.difference < seen[0].high
    assert seen[0].low > 0


def test_that_a_handful_of_buyers_says_nothing() -> None:
    seen = looks([Arms(10, 0, 10, 9)], base=0.03)
    assert seen[0].p == 1
    assert result(ExperimentPlan(0.03, 0.5), days([(10, 0, 10, 9)])).answer is Answer.TOO_FEW


def test_that_an_empty_test_has_no_answer() -> None:
    found = result(ExperimentPlan(0.03, 0.5), [])
    assert (found.answer, found.p_exact, found.days_left) == (Answer.EMPTY, None, None)


def test_that_before_the_planned_size_the_answer_is_not_yet_with_the_days_left() -> None:
    found = result(ExperimentPlan(0.03, 0.5), days([(200, 6, 200, 9)] * 5))
    assert found.answer is Answer.NOT_YET
    assert found.size == 2_494
    assert found.days_left == 8  # 1,494 visitors at 200 a day


def test_that_the_planned_day_is_judged_once_and_later_days_do_not_reopen_it() -> None:
    plan = ExperimentPlan(0.03, 0.5)
    even, better = [(200, 6, 200, 6)] * 13, [(200, 4, 200, 9)] * 2
    assert result(plan, days(even)).answer is Answer.NO_DIFFERENCE
    assert result(plan, days(even + better)).answer is Answer.NO_DIFFERENCE
    winner = result(plan, days([(200, 6, 200, 9)] * 13))
    assert (winner.answer, winner.is_planned_end) == (Answer.B_BETTER, True)
    assert result(plan, days([(200, 9, 200, 6)] * 13)).answer is Answer.B_WORSE


def test_that_a_difference_beyond_doubt_is_told_early() -> None:
    found = result(ExperimentPlan(0.03, 0.2), days([(400, 8, 400, 24)] * 8))
    assert (found.answer, found.is_planned_end) == (Answer.B_BETTER, False)


def test_that_visitors_not_divided_as_planned_void_every_answer() -> None:
    found = result(ExperimentPlan(0.03, 0.5), days([(400, 8, 600, 40)] * 8))
    assert found.answer is Answer.BROKEN


@settings(deadline=None, max_examples=5)
@given(st.permutations(range(6)))
def test_that_the_order_of_entries_does_not_matter(order: list[int]) -> None:
    entries = days([(100 + n, n, 100, 2 * n) for n in range(6)])
    plan = ExperimentPlan(0.03, 0.5)
    assert result(plan, [entries[n] for n in order]) == result(plan, entries)


def test_that_sales_per_visitor_wait_for_two_weeks_and_repeat_exactly() -> None:
    entries = [
        DayEntry(date(2026, 3, 1) + timedelta(days=n), 100, 3, 100, 4, 30_000 + 100 * n, 45_000 + 90 * n)
        for n in range(14)
    ]
    assert money_answer(entries[:13]) is None
    found = money_answer(entries)
    assert found is not None
    assert found == money_answer(entries)
    assert found.per_visitor_a == pytest.approx(3.065)
    assert 1.3 < found.low <= found.per_visitor_b - found.per_visitor_a <= found.high < 1.7


def test_that_looks_begin_with_enough_buyers() -> None:
    few = Arms(500, MIN_BUYERS // 2 - 1, 500, MIN_BUYERS // 2)
    assert looks([few], base=0.02)[0].p == 1
    assert looks([few], base=0.02)[0].high == float("inf")
