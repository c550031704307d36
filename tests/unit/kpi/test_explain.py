from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.kpi.attribution.coincidences import Coincidence, CoincidenceKind
from shopdesk.domain.kpi.attribution.explain import Question, explain
from shopdesk.domain.kpi.attribution.explanation import Explanation, Factor, Lack, Unexplained
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.shown import shown
from shopdesk.domain.kpi.attribution.splits import Segments
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD, roll_up
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries, PartSource
from shopdesk.domain.kpi.figures import Basis
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.kpi.segments.sums import SegmentSums
from shopdesk.domain.periods import Period

START = date(2026, 2, 1)
NO_CAMPAIGNS = CampaignCalendar()


def facts_of(parts: Mapping[str, list[float]]) -> DailyFacts:
    length = len(next(iter(parts.values())))
    source = PartSource("shop_daily", "taobao", (), START, START + timedelta(days=length - 1), length)
    return DailyFacts(
        START, length, {name: PartSeries(np.array(values, float), (source,)) for name, values in parts.items()}
    )


def two_days(before: tuple[float, float, float], after: tuple[float, float, float]) -> DailyFacts:
    """Visitors, buyers and sales (fen) of two days."""
    names = ("visitors", "pay_buyers", "pay_amount")
    return facts_of({name: [before[k], after[k]] for k, name in enumerate(names)})


def days(first: int, last: int) -> Period:
    return Period(START + timedelta(days=first), START + timedelta(days=last))


def ask(metric: str = "pay_amount", *, before: Period | None = None, after: Period | None = None, **more) -> Question:
    return Question(BOARD[metric], before or days(0, 0), after or days(1, 1), **more)


def explained(facts: DailyFacts, question: Question, **more) -> Explanation:
    found = explain(facts, question, calendar=more.pop("calendar", NO_CAMPAIGNS), **more)
    assert isinstance(found, Explanation)
    return found


def by_source(dimension: str = "source", **sides: Mapping[str, tuple[float, ...]]) -> dict[str, Segments]:
    """Segments a, b, …: ``before`` and ``after`` map parts to one sum a segment."""
    made = []
    for side in ("before", "after"):
        sums = {part: np.array(values, float) for part, values in sides[side].items()}
        labels = tuple("abcdefgh"[: len(next(iter(sums.values())))])
        made.append(SegmentSums(dimension, labels, sums, dict.fromkeys(sums, 1)))
    return {dimension: Segments(*made)}


def effects(found: Explanation) -> dict[str, float]:
    return {factor.link.key: factor.part.effect for factor in found.factors}


def factor(found: Explanation, key: str) -> Factor:
    return next(one for one in found.factors if one.link.key == key)


def test_that_sales_fall_into_visitors_conversion_and_money_a_buyer() -> None:
    found = explained(two_days((10_000, 300, 3_600_000), (9_000, 225, 2_835_000)), ask())
    assert effects(found) == pytest.approx(
        {"visitors": -3373.944101236529, "pay_cvr": -5838.456059488074, "aov": 1562.4001607246246}
    )
    assert (found.value_before, found.value_after, found.method) == (36_000, 28_350, Method.LMDI)


@settings(max_examples=60)
@given(
    st.tuples(*[st.integers(0, 5000)] * 2, st.integers(0, 10**7)),
    st.tuples(*[st.integers(0, 5000)] * 2, st.integers(0, 10**7)),
    st.sampled_from((None, Method.LMDI, Method.SHAPLEY, Method.SUBSTITUTION)),
)
def test_that_shown_parts_make_the_shown_difference_to_the_cent(
    before: tuple[int, int, int], after: tuple[int, int, int], method: Method | None
) -> None:
    found = explained(two_days(before, after), ask(method=method))
    on_screen = shown(found)
    assert sum(one.steps for one in on_screen.factors) == on_screen.total
    assert on_screen.total == after[2] - before[2]  # fen


@settings(max_examples=60)
@given(st.lists(st.tuples(*[st.integers(0, 2000)] * 4, *[st.integers(1, 10**6)] * 2), min_size=2, max_size=5))
def test_that_the_segments_of_every_factor_make_the_factor(rows: list[tuple[int, ...]]) -> None:
    table = np.array(rows, float)
    facts = two_days(
        tuple(max(1.0, one) for one in table[:, [0, 1, 4]].sum(axis=0)),
        tuple(max(1.0, one) for one in table[:, [2, 3, 5]].sum(axis=0)),
    )
    names = ("visitors", "pay_buyers", "pay_amount")
    segments = by_source(
        before={name: tuple(table[:, k]) for name, k in zip(names, (0, 1, 4), strict=True)},
        after={name: tuple(table[:, k]) for name, k in zip(names, (2, 3, 5), strict=True)},
    )
    found = explained(facts, ask(), segments=segments)
    for one in (*found.factors, found.whole):
        for split in one.splits:
            total = math.fsum(part.effect for part in split.all_parts)
            scale = abs(one.part.effect) + sum(abs(part.effect) for part in split.all_parts)
            assert abs(total - one.part.effect) <= 1e-9 * scale + 1e-9
    on_screen = shown(found, most=2)
    assert all(sum(part.steps for part in one.parts) == one.steps for one in on_screen.factors if one.split)


def test_that_another_method_still_hands_down_exactly() -> None:
    facts = two_days((1000, 30, 300_000), (800, 0, 0))
    segments = by_source(before={"visitors": (700, 300)}, after={"visitors": (200, 600)})
    found = explained(facts, ask(), segments=segments)
    assert (found.method, found.usual_method) == (Method.SHAPLEY, False)
    visitors = factor(found, "visitors")
    split = visitors.split()
    assert split is not None
    assert sum(part.effect for part in split.parts) == pytest.approx(visitors.part.effect)


def test_that_a_day_without_buyers_is_no_change_of_the_money_a_buyer() -> None:
    found = explained(two_days((1000, 30, 300_000), (900, 0, 0)), ask())
    assert effects(found) == pytest.approx({"visitors": -150, "pay_cvr": -2850, "aov": 0})


def test_that_people_counted_in_several_sources_are_scaled_down_and_named() -> None:
    segments = by_source(before={"visitors": (800.0, 700.0)}, after={"visitors": (640.0, 560.0)})
    found = explained(two_days((1000, 30, 300_000), (800, 24, 240_000)), ask(), segments=segments)
    split = factor(found, "visitors").split()
    assert split is not None
    assert split.overlap == pytest.approx(0.5)
    assert split.remainder is None
    assert [part.before for part in split.parts] == [800.0, 700.0]
    assert split.parts[0].effect == pytest.approx(factor(found, "visitors").part.effect * 160 / 300)


def test_that_what_no_report_covers_is_a_part_of_its_own() -> None:
    segments = by_source(before={"visitors": (500.0, 200.0)}, after={"visitors": (300.0, 200.0)})
    found = explained(two_days((1000, 30, 300_000), (750, 24, 240_000)), ask(), segments=segments)
    split = factor(found, "visitors").split()
    assert split is not None
    assert split.remainder is not None
    assert (split.remainder.before, split.remainder.after) == (300.0, 250.0)
    assert split.covered == (0.7, pytest.approx(2 / 3))


def test_that_a_report_missing_on_one_side_is_never_taken_for_a_loss() -> None:
    segments = by_source(before={"visitors": (500.0, 400.0)}, after={"visitors": (200.0, 100.0)})
    found = explained(two_days((1000, 30, 300_000), (900, 24, 240_000)), ask(), segments=segments)
    visitors = factor(found, "visitors")
    assert visitors.splits == ()
    assert visitors.refused[0].covered == (0.9, pytest.approx(1 / 3))


def test_that_a_conversion_by_item_says_what_was_mix() -> None:
    segments = by_source(
        "item",
        before={"visitors": (500.0, 500.0), "pay_buyers": (30.0, 10.0)},
        after={"visitors": (200.0, 800.0), "pay_buyers": (12.0, 16.0)},
    )
    found = explained(two_days((1000, 40, 400_000), (1000, 28, 280_000)), ask("pay_cvr"), segments=segments)
    split = found.whole.split("item")
    assert split is not None
    assert sum(part.rate or 0 for part in split.parts) == pytest.approx(0)
    assert sum(part.mix or 0 for part in split.parts) == pytest.approx(-0.012)


def test_that_periods_of_different_length_are_compared_by_the_day() -> None:
    facts = facts_of({"visitors": [100.0] * 10, "pay_buyers": [5.0] * 10, "pay_amount": [50_000.0] * 10})
    found = explained(facts, ask(before=days(0, 2), after=days(3, 9)))
    assert found.per_day
    assert found.change == 0
    assert (found.value_before, found.value_after) == (500, 500)


def test_that_missing_days_are_left_out_and_named() -> None:
    visitors = [100.0] * 8
    visitors[5] = math.nan
    facts = facts_of({"visitors": visitors, "pay_buyers": [5.0] * 8, "pay_amount": [50_000.0] * 8})
    found = explained(facts, ask(before=days(0, 3), after=days(4, 7)))
    assert found.after.missing == (START + timedelta(days=5),)
    assert found.per_day
    assert found.change == pytest.approx(0)
    assert found.basis is Basis.DAY_SUM


def test_that_a_missing_report_is_no_explanation_but_its_name() -> None:
    facts = facts_of({"visitors": [100.0, math.nan], "pay_buyers": [5.0, math.nan], "pay_amount": [500.0, math.nan]})
    found = explain(facts, ask(), calendar=NO_CAMPAIGNS)
    assert found == Unexplained(BOARD["pay_amount"], Lack.NO_AFTER, ("pay_amount",))


def test_that_a_platform_that_came_in_between_is_no_growth() -> None:
    facts = two_days((1000, 30, 300_000), (2000, 60, 600_000))
    late = PartSource("shop_daily", "jd", (), days(1, 1).start, days(1, 1).end, 1)
    series = facts.parts["pay_amount"]
    joined = DailyFacts(
        facts.start,
        facts.length,
        {**facts.parts, "pay_amount": PartSeries(series.values, (*series.sources, late))},
    )
    found = explain(joined, ask(), calendar=NO_CAMPAIGNS)
    assert isinstance(found, Unexplained)
    assert (found.lack, found.since) == (Lack.JOINED_LATER, days(1, 1).start)


def test_that_without_visitors_the_next_chain_explains() -> None:
    facts = facts_of({"pay_orders": [30.0, 20.0], "pay_amount": [300_000.0, 180_000.0]})
    found = explained(facts, ask())
    assert [one.link.key for one in found.factors] == ["pay_orders", "order_value"]


ADDED = [
    name
    for name, one in BOARD.items()
    if all(not roll_up(part).is_window and roll_up(part) is not RollUp.LAST for part in one.parts)
]


@pytest.mark.parametrize("metric", ADDED)
def test_that_every_figure_of_the_board_is_divided_exactly(metric: str) -> None:
    rng = np.random.default_rng(7)
    names = {part for one in BOARD.values() for part in (*one.parts, one.count) if part}
    large = {"pay_amount", "pay_buyers", "visitors"}  # above what is taken off them
    facts = facts_of({name: (rng.integers(50, 5000, 2) + 9000.0 * (name in large)).tolist() for name in sorted(names)})
    for method in (None, Method.SHAPLEY, Method.SUBSTITUTION):
        found = explained(facts, ask(metric, method=method))
        total = math.fsum(one.part.effect for one in found.factors)
        assert total == pytest.approx(found.change, rel=1e-9, abs=1e-12)


def test_that_turning_the_periods_round_turns_every_effect() -> None:
    facts = two_days((1000, 30, 300_000), (1200, 20, 280_000))
    there, back = explained(facts, ask()), explained(facts, ask(before=days(1, 1), after=days(0, 0)))
    assert effects(there) == pytest.approx({key: -effect for key, effect in effects(back).items()})


def history(buyers: int, *, last: tuple[int, int]) -> DailyFacts:
    """Ten weeks of an ordinary shop, then a day with ``last`` visitors and buyers."""
    rng = np.random.default_rng(3)
    visitors = rng.poisson(buyers * 30, 71).astype(float)
    bought = rng.poisson(buyers, 71).astype(float)
    visitors[-1], bought[-1] = last
    amounts = np.array([rng.gamma(4, 25, int(count)).sum() for count in bought]).round(2) * 100
    return facts_of(
        {"visitors": visitors.tolist(), "pay_buyers": bought.tolist(), "pay_amount": amounts.round().tolist()}
    )


def test_that_a_small_effect_is_within_chance_and_a_large_one_is_not() -> None:
    before, after = days(63, 63), days(70, 70)
    large = explained(history(100, last=(3000, 40)), ask(before=before, after=after))
    assert not factor(large, "pay_cvr").part.is_chance
    assert factor(large, "visitors").part.is_chance
    assert not large.is_chance
    small = explained(history(4, last=(120, 2)), ask(before=before, after=after))
    assert small.is_chance
    assert small.is_thin


def ordinary(seed: int, *, likeness: float) -> DailyFacts:
    """Twenty weeks in which nothing happens; days resemble the day before."""
    rng = np.random.default_rng(seed)
    noise = np.zeros(140)
    for day in range(1, 140):
        noise[day] = likeness * noise[day - 1] + rng.normal(0, 0.055 * math.sqrt(1 - likeness**2))
    visitors = rng.poisson(3000 * np.exp(noise)).astype(float)
    bought = rng.binomial(visitors.astype(int), 0.03).astype(float)
    amounts = np.array([rng.gamma(2, 50, int(count)).sum() for count in bought]).round(2) * 100
    return facts_of({"visitors": visitors.tolist(), "pay_buyers": bought.tolist(), "pay_amount": amounts.tolist()})


@pytest.mark.parametrize(
    ("before", "after"),
    [(days(132, 132), days(139, 139)), (days(126, 132), days(133, 139)), (days(84, 111), days(112, 139))],
)
def test_that_ordinary_days_are_seldom_beyond_chance(before: Period, after: Period) -> None:
    found = [explained(ordinary(seed, likeness=0.45), ask(before=before, after=after)) for seed in range(120)]
    assert sum(not one.is_chance for one in found) <= 14  # 6 expected at 95 %
    assert sum(not factor(one, "visitors").part.is_chance for one in found) <= 14


def test_that_campaigns_and_offers_stand_apart_from_causes() -> None:
    calendar = CampaignCalendar.of([Campaign("618", "618", START, START)])
    ended = Coincidence(CoincidenceKind.OFFER_ENDS, "满减", "满减", START, START)
    long_ago = Coincidence(CoincidenceKind.OFFER_ENDS, "旧券", "旧券", START - timedelta(days=30))
    found = explained(
        two_days((1000, 30, 300_000), (900, 20, 200_000)), ask(), calendar=calendar, events=[ended, long_ago]
    )
    assert [(one.kind, one.zh) for one in found.coincidences] == [
        (CoincidenceKind.CAMPAIGN, "618"),
        (CoincidenceKind.OFFER_ENDS, "满减"),
    ]
    assert found.coincidences[0].in_before
    assert not found.coincidences[0].in_after


def test_that_a_price_that_moved_and_an_item_that_stopped_selling_are_named() -> None:
    segments = by_source(
        "item",
        before={"pay_amount": (79_000.0, 50_000.0, 1000.0), "pay_items": (10.0, 10.0, 1.0)},
        after={"pay_amount": (89_000.0, 0.0, 0.0), "pay_items": (10.0, 0.0, 0.0)},
    )
    found = explained(two_days((1000, 30, 130_000), (900, 20, 89_000)), ask(), segments=segments)
    assert [(one.kind, one.zh, one.before, one.after) for one in found.coincidences] == [
        (CoincidenceKind.PRICE, "a", 79.0, 89.0),
        (CoincidenceKind.NOT_SOLD, "b", 10.0, 0.0),
    ]


def test_that_chain_substitution_follows_the_order_asked_for() -> None:
    facts = two_days((10_000, 300, 3_600_000), (9_000, 225, 2_835_000))
    straight = explained(facts, ask(method=Method.SUBSTITUTION))
    turned = explained(facts, ask(method=Method.SUBSTITUTION, order=("aov", "pay_cvr", "visitors")))
    assert effects(straight)["visitors"] == pytest.approx(-3600)
    assert effects(turned)["visitors"] == pytest.approx(-3150)
    assert [one.link.key for one in turned.factors] == ["aov", "pay_cvr", "visitors"]


def test_that_spend_is_divided_by_plan_first_and_words_keep_what_they_do_not_tell() -> None:
    facts = facts_of({"ad_cost": [40_000, 60_000], "ad_clicks": [200, 240], "ad_impressions": [9000, 9900]})
    plans = by_source(
        "campaign",
        before={"ad_cost": (30_000, 10_000), "ad_clicks": (150, 50)},
        after={"ad_cost": (50_000, 10_000), "ad_clicks": (190, 50)},
    )
    words = by_source(
        "keyword",
        before={"ad_cost": (20_000, 5_000), "ad_clicks": (100, 25)},
        after={"ad_cost": (34_000, 4_000), "ad_clicks": (130, 20)},
    )
    found = explained(facts, ask("ad_cost"), segments={**words, **plans})
    cpc = factor(found, "ad_cpc")
    by_plan, by_word = cpc.split("campaign"), cpc.split("keyword")
    assert by_plan is not None
    assert by_word is not None
    assert cpc.split() == by_plan  # plans tell all of the spend
    for split in (by_plan, by_word):
        assert math.fsum(part.effect for part in split.all_parts) == pytest.approx(cpc.part.effect)
    assert by_plan.remainder is None
    assert by_word.remainder is not None


def test_that_plans_say_nothing_of_the_shop() -> None:
    facts = two_days((1000, 30, 300_000), (800, 20, 200_000))
    plans = by_source("campaign", before={"visitors": (10, 20)}, after={"visitors": (10, 30)})
    assert all(not one.splits for one in explained(facts, ask(), segments=plans).factors)
