from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray, PartSeries
from shopdesk.domain.kpi.targets.fit import can_project, fit
from shopdesk.domain.kpi.targets.goal import Direction, Target, month_of, next_period, quarter_of, usual_direction
from shopdesk.domain.kpi.targets.outlook import outlook
from shopdesk.domain.kpi.targets.progress import Progress, State, Verdict, progress
from shopdesk.domain.kpi.targets.rhythm import weekday_numbers
from shopdesk.domain.kpi.targets.sprint import GoalProgress, SprintGoal, base_of, goal_progress, weeks_of
from shopdesk.domain.kpi.targets.suggestion import rounded, suggest
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Period

START = date(2025, 1, 6)  # a Monday
DAYS = 180
NO_CAMPAIGNS = CampaignCalendar()
JUNE = Period(date(2025, 6, 1), date(2025, 6, 30))


def facts_of(days: int, parts: Mapping[str, FloatArray]) -> DailyFacts:
    return DailyFacts(START, days, {name: PartSeries(values, ()) for name, values in parts.items()})


def shop(
    *, buyers: float = 60, seed: int = 3, days: int = DAYS, weekend: float = 1.5, lift: FloatArray | None = None
) -> DailyFacts:
    draw = np.random.default_rng(seed)
    weekday = np.where(weekday_numbers(START, days) >= 5, weekend, 1.0)
    bought = draw.poisson(buyers * weekday * (1.0 if lift is None else lift)).astype(float)
    clicks = draw.poisson(400 * weekday).astype(float)
    return facts_of(
        days,
        {
            "pay_buyers": bought,
            "pay_amount": np.round(bought * 8800 * draw.normal(1, 0.03, days)),
            "visitors": draw.poisson(2000 * weekday).astype(float),
            "ad_clicks": clicks,
            "ad_impressions": clicks * 25.0,
            "ad_cost": np.round(clicks * 120 * draw.normal(1, 0.02, days)),
        },
    )


def until(facts: DailyFacts, day: date, *, missing: tuple[date, ...] = ()) -> DailyFacts:
    hidden = np.zeros(facts.length, dtype=bool)
    hidden[(day - facts.start).days + 1 :] = True
    for one in missing:
        hidden[(one - facts.start).days] = True
    return DailyFacts(
        facts.start,
        facts.length,
        {name: PartSeries(np.where(hidden, np.nan, part.values), ()) for name, part in facts.parts.items()},
    )


def judged(
    facts: DailyFacts, name: str, value: float, day: date, calendar: CampaignCalendar = NO_CAMPAIGNS
) -> Progress:
    metric = BOARD[name]
    return progress(facts, Target(metric, JUNE, value, usual_direction(metric)), until=day, calendar=calendar)


class TestProgress:
    def test_that_the_actual_is_the_sum_to_date_and_the_projection_lies_above_it(self) -> None:
        day = date(2025, 6, 12)
        facts = until(shop(), day)
        found = judged(facts, "pay_amount", 200_000, day)
        expected = np.nansum(facts.window("pay_amount", Period(JUNE.start, day))) / 100
        assert found.actual == pytest.approx(expected)
        assert found.projection is not None
        assert expected < found.projection.low < found.projection.median < found.projection.high
        assert found.days_left == 18
        assert found.state is State.RUNNING

    def test_that_the_projection_holds_what_comes(self) -> None:
        facts, day = shop(), date(2025, 6, 12)
        found = judged(until(facts, day), "pay_amount", 200_000, day)
        truth = float(facts.window("pay_amount", JUNE).sum()) / 100
        assert found.projection is not None
        assert found.projection.median == pytest.approx(truth, rel=0.05)
        assert found.projection.high / found.projection.low < 1.2

    def test_that_a_ratio_is_sum_over_sum_and_never_a_mean_of_days(self) -> None:
        facts = shop()
        clicks = facts.parts["ad_clicks"].values.copy()
        cost = facts.parts["ad_cost"].values.copy()
        place = (JUNE.start - START).days
        clicks[place], cost[place] = 1.0, 100_00.0  # one dear click on one day
        parts = {name: part.values for name, part in facts.parts.items()} | {"ad_clicks": clicks, "ad_cost": cost}
        day = date(2025, 6, 10)
        found = judged(until(facts_of(DAYS, parts), day), "ad_cpc", 1.1, day)
        stop = place + 10
        assert found.actual == pytest.approx(cost[place:stop].sum() / 100 / clicks[place:stop].sum())
        assert found.pace == 1.1

    def test_that_a_missing_day_is_named_and_not_counted_as_nothing(self) -> None:
        day, hole = date(2025, 6, 12), date(2025, 6, 5)
        whole, holed = until(shop(), day), until(shop(), day, missing=(hole,))
        with_all, without = (judged(facts, "pay_amount", 200_000, day) for facts in (whole, holed))
        assert without.missing == (hole,)
        assert with_all.missing == ()
        assert without.projection is not None
        assert with_all.projection is not None
        assert without.projection.median == pytest.approx(with_all.projection.median, rel=0.02)
        assert without.pace is not None
        assert with_all.pace is not None
        assert without.pace < with_all.pace

    def test_that_the_pace_gives_weekends_their_share(self) -> None:
        day = date(2025, 6, 1)  # a Sunday
        found = judged(until(shop(weekend=2.0), day), "pay_amount", 300_000, day)
        sundays_and_saturdays = 9
        share = 2.0 / (21 + 2 * sundays_and_saturdays)
        assert found.pace == pytest.approx(300_000 * share, rel=0.06)

    def test_that_a_period_behind_us_is_reached_or_missed_without_any_chance(self) -> None:
        facts, day = shop(), date(2025, 7, 4)
        truth = float(facts.window("pay_amount", JUNE).sum()) / 100
        reached, missed = (judged(facts, "pay_amount", value, day) for value in (truth, truth + 0.01))
        assert (reached.verdict, reached.chance) == (Verdict.REACHED, 1.0)
        assert (missed.verdict, missed.chance) == (Verdict.MISSED, 0.0)
        assert reached.state is State.OVER

    def test_that_a_period_ahead_is_projected_as_a_whole(self) -> None:
        day = date(2025, 5, 20)
        found = judged(until(shop(), day), "pay_buyers", 2000, day)
        assert found.state is State.AHEAD
        assert found.actual is None
        assert found.days_left == 30
        assert found.projection is not None
        assert found.projection.median == pytest.approx(60 * (21 + 1.5 * 9), rel=0.1)

    def test_that_too_little_history_gives_no_projection(self) -> None:
        day = date(2025, 6, 12)
        facts = until(shop(), day)
        short = DailyFacts(
            date(2025, 5, 25), 19, {n: PartSeries(p.values[139:158], ()) for n, p in facts.parts.items()}
        )
        found = judged(short, "pay_amount", 200_000, day)
        assert found.verdict is Verdict.TOO_FEW
        assert found.projection is None
        assert found.chance is None
        assert found.actual is not None

    def test_that_too_few_orders_give_no_projection(self) -> None:
        day = date(2025, 6, 12)
        found = judged(until(shop(buyers=0.3), day), "pay_amount", 200_000, day)
        assert found.verdict is Verdict.TOO_FEW

    def test_that_a_metric_without_reports_says_so(self) -> None:
        day = date(2025, 6, 12)
        found = judged(until(shop(), day), "refund_amount", 100, day)
        assert found.verdict is Verdict.NO_DATA
        assert found.actual is None

    def test_that_a_period_before_all_data_has_no_figures_and_no_guess(self) -> None:
        day = date(2025, 6, 12)
        target = Target(BOARD["pay_amount"], Period(date(2024, 6, 1), date(2024, 6, 30)), 1.0, Direction.AT_LEAST)
        found = progress(until(shop(), day), target, until=day, calendar=NO_CAMPAIGNS)
        assert found.verdict is Verdict.NO_DATA
        assert found.projection is None

    def test_that_a_period_with_most_days_missing_is_not_judged(self) -> None:
        day = date(2025, 6, 12)
        facts = until(shop(), day, missing=tuple(date(2025, 6, number) for number in range(2, 12)))
        found = judged(facts, "pay_amount", 200_000, day)
        assert found.verdict is Verdict.TOO_FEW
        assert len(found.missing) == 10
        assert found.actual is not None

    def test_that_figures_after_the_day_of_judgement_do_not_count(self) -> None:
        day = date(2025, 6, 12)
        known, cut = judged(shop(), "pay_amount", 200_000, day), judged(until(shop(), day), "pay_amount", 200_000, day)
        assert known.projection == cut.projection
        assert known.actual == cut.actual

    def test_that_a_whole_year_can_be_projected(self) -> None:
        day = date(2025, 6, 12)
        target = Target(BOARD["aov"], Period(date(2025, 1, 1), date(2025, 12, 31)), 90.0, Direction.AT_LEAST)
        found = progress(until(shop(), day), target, until=day, calendar=NO_CAMPAIGNS)
        assert found.projection is not None
        assert found.days_left == 202

    def test_that_a_formula_over_two_sums_is_projected_as_sum_over_sum(self) -> None:
        day = date(2025, 6, 12)
        facts = until(shop(), day)
        metric = BoardMetric(
            "own", "自定义", "Own", Unit.RATIO, "", formula="(ad_clicks + pay_buyers) / (visitors - pay_buyers)"
        )
        found = progress(facts, Target(metric, JUNE, 0.2, Direction.AT_LEAST), until=day, calendar=NO_CAMPAIGNS)
        seen = Period(JUNE.start, day)
        clicks, buyers, visitors = (
            float(facts.window(part, seen).sum()) for part in ("ad_clicks", "pay_buyers", "visitors")
        )
        assert found.actual == pytest.approx((clicks + buyers) / (visitors - buyers))
        assert found.projection is not None

    @pytest.mark.parametrize(
        ("name", "can"), [("net_sales", True), ("gross_margin", True), ("repeat_users", False), ("dsr_desc", False)]
    )
    def test_that_only_sums_and_ratios_of_sums_can_have_a_target(self, name: str, can: bool) -> None:
        assert can_project(BOARD[name]) is can

    def test_that_few_orders_make_a_wide_interval(self) -> None:
        day = date(2025, 6, 12)
        many, few = (judged(until(shop(buyers=b), day), "pay_buyers", 100, day).projection for b in (200, 4))
        assert many is not None
        assert few is not None
        assert (few.high - few.low) / few.median > 2 * (many.high - many.low) / many.median

    def test_that_looking_twice_gives_the_same_figures(self) -> None:
        day = date(2025, 6, 12)
        facts = until(shop(), day)
        assert judged(facts, "ad_cpc", 1.2, day).chance == judged(facts, "ad_cpc", 1.2, day).chance

    def test_that_the_fan_starts_where_the_actual_line_ends(self) -> None:
        day = date(2025, 6, 12)
        fan = judged(until(shop(), day), "pay_amount", 200_000, day).fan
        last = 11
        assert fan.low[last] == fan.high[last] == fan.actual[last]
        assert np.isnan(fan.actual[last + 1 :]).all()
        assert np.isnan(fan.low[:last]).all()
        assert (np.diff(fan.low[last:]) > 0).all()

    @settings(max_examples=25, deadline=None)
    @given(value=st.floats(1e3, 1e6), day=st.integers(0, 29))
    def test_that_a_higher_target_is_never_more_likely(self, value: float, day: int) -> None:
        when = JUNE.start + timedelta(days=day)
        facts = until(shop(), when)
        low, high = (judged(facts, "pay_amount", one, when).chance for one in (value, value * 1.05))
        assert low is not None
        assert high is not None
        assert 0 <= high <= low <= 1


class TestCampaigns:
    SALE = CampaignCalendar.of(
        [Campaign("会员日", "Member day", date(2025, month, 18), date(2025, month, 18)) for month in (2, 3, 4, 5, 6)]
    )

    def lifted(self, lift: float) -> DailyFacts:
        lifts = np.where(self.SALE.mask(Period(START, START + timedelta(days=DAYS - 1))), lift, 1.0)
        return shop(buyers=200, lift=lifts)

    def test_that_a_campaign_lifts_its_day_as_the_shops_own_past_did(self) -> None:
        day = date(2025, 6, 10)
        fitted = fit(until(self.lifted(3.0), day), BOARD["pay_buyers"], as_of=day, calendar=self.SALE)
        shape = fitted.shape(JUNE, self.SALE)
        assert shape[17] / shape[16] == pytest.approx(3.0, rel=0.15)

    def test_that_campaign_days_do_not_carry_the_level(self) -> None:
        day = date(2025, 6, 10)
        facts = until(self.lifted(3.0), day)
        named, unnamed = (
            judged(facts, "pay_buyers", 6000, day, calendar).projection for calendar in (self.SALE, NO_CAMPAIGNS)
        )
        truth = float(self.lifted(3.0).window("pay_buyers", JUNE).sum())
        assert named is not None
        assert unnamed is not None
        assert abs(named.median - truth) < abs(unnamed.median - truth)

    def test_that_a_campaign_without_a_past_counts_as_ordinary_and_is_named(self) -> None:
        day = date(2025, 6, 10)
        new = CampaignCalendar.of([Campaign("新活动", "New sale", date(2025, 6, 20), date(2025, 6, 21))])
        with_sale = judged(until(shop(), day), "pay_amount", 200_000, day, new)
        without = judged(until(shop(), day), "pay_amount", 200_000, day)
        assert [(note.zh, note.runs, note.lift) for note in with_sale.campaigns] == [("新活动", 0, 1.0)]
        assert with_sale.projection is not None
        assert without.projection is not None
        assert with_sale.projection.high > without.projection.high

    def test_that_shares_of_a_period_add_up(self) -> None:
        seen = outlook(self.lifted(2.0), BOARD["pay_cvr"], JUNE, until=date(2025, 6, 10), calendar=self.SALE)
        assert seen.shares.sum() == pytest.approx(1)
        assert (seen.shares > 0).all()


class TestSprint:
    PERIOD = Period(date(2025, 6, 1), date(2025, 6, 30))

    def stand(
        self, facts: DailyFacts, name: str, changes: tuple[float, ...], day: date, base: float | None = None
    ) -> GoalProgress:
        goal = SprintGoal(BOARD[name], changes, base)
        return goal_progress(facts, goal, self.PERIOD, until=day, calendar=NO_CAMPAIGNS)

    def test_that_the_last_week_takes_the_days_left_over(self) -> None:
        assert [week.days for week in weeks_of(self.PERIOD, 4)] == [7, 7, 7, 9]
        assert base_of(self.PERIOD) == Period(date(2025, 5, 2), date(2025, 5, 31))

    def test_that_plan_and_actual_cover_the_begun_weeks_only(self) -> None:
        day = date(2025, 6, 12)
        facts = until(shop(), day)
        found = self.stand(facts, "ad_cpc", (0.0, -0.05, -0.05, -0.05), day)
        begun = Period(date(2025, 6, 8), day)
        assert found.begins == begun.start
        cost, clicks = (float(facts.window(part, begun).sum()) for part in ("ad_cost", "ad_clicks"))
        assert found.actual == pytest.approx(cost / 100 / clicks)
        assert found.base is not None
        assert found.planned_to_date == pytest.approx(found.base * 0.95)
        assert found.weeks[0].planned is None
        assert found.verdict is Verdict.BEHIND

    def test_that_the_plan_of_a_sum_follows_its_weekdays(self) -> None:
        day = date(2025, 6, 30)
        facts = shop(buyers=500)
        found = self.stand(facts, "pay_buyers", (0.1, 0.1, 0.1, 0.1), day)
        assert found.base is not None
        assert found.planned_to_date is not None
        assert found.planned_to_date == pytest.approx(found.base * 1.1, rel=0.02)  # both have nine weekend days
        assert found.verdict is Verdict.MISSED

    def test_that_an_own_base_replaces_the_measured_one(self) -> None:
        day = date(2025, 6, 12)
        found = self.stand(until(shop(), day), "ad_cpc", (-0.05,) * 4, day, base=2.0)
        assert found.base == 2.0
        assert found.planned_to_date == pytest.approx(1.9)
        assert found.verdict is Verdict.ON_COURSE

    def test_that_an_open_goal_says_how_many_more_events_it_takes(self) -> None:
        day = date(2025, 6, 3)
        facts = until(shop(buyers=20), day)
        base = self.stand(facts, "pay_cvr", (0.01,) * 4, day)
        assert base.base is not None
        assert base.actual is not None
        level = base.actual / 1.04
        found = self.stand(facts, "pay_cvr", (0.01,) * 4, day, base=level)
        assert found.verdict is Verdict.UNCLEAR
        assert found.needed_events is not None
        assert found.needed_events > 0

    def test_that_a_goal_without_reports_says_so(self) -> None:
        day = date(2025, 6, 12)
        assert self.stand(until(shop(), day), "ad_roi", (0.08,) * 4, day).verdict is Verdict.NO_DATA


class TestSuggestion:
    def test_that_it_is_the_rounded_projection_beside_last_year(self) -> None:
        draw = np.random.default_rng(1)
        bought = draw.poisson(50, 520).astype(float)
        facts = facts_of(520, {"pay_buyers": bought, "pay_amount": bought * 10_000.0})
        period = month_of(START + timedelta(days=519))
        found = suggest(facts, BOARD["pay_amount"], period, until=facts.end, calendar=NO_CAMPAIGNS)
        assert found.value is not None
        assert found.projection is not None
        assert found.last_year is not None
        assert found.value == pytest.approx(found.projection.median, rel=0.06)
        assert found.value == rounded(found.value)

    def test_that_nothing_is_suggested_from_nothing(self) -> None:
        found = suggest(facts_of(0, {}), BOARD["pay_amount"], JUNE, until=JUNE.start, calendar=NO_CAMPAIGNS)
        assert found.value is None


def test_that_months_and_quarters_go_on_to_the_next() -> None:
    assert month_of(date(2024, 2, 9)) == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert quarter_of(date(2025, 11, 9)) == Period(date(2025, 10, 1), date(2025, 12, 31))
    assert next_period(month_of(date(2025, 12, 3))) == month_of(date(2026, 1, 3))
    assert next_period(quarter_of(date(2025, 12, 3))) == quarter_of(date(2026, 1, 3))
    assert next_period(Period(date(2025, 5, 3), date(2025, 5, 12))) == Period(date(2025, 5, 13), date(2025, 5, 22))


def test_that_costs_are_kept_down_and_sales_up() -> None:
    assert usual_direction(BOARD["ad_cpc"]) is Direction.AT_MOST
    assert usual_direction(BOARD["pay_amount"]) is Direction.AT_LEAST
