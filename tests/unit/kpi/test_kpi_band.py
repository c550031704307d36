from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from shopdesk.domain.kpi.alerts.judging import day_verdict, week_verdict
from shopdesk.domain.kpi.alerts.verdicts import State
from shopdesk.domain.kpi.alerts.watch import Watch
from shopdesk.domain.kpi.alerts.watch_shop import watch_shop
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries
from shopdesk.domain.kpi.figures import daily_values
from shopdesk.domain.kpi.tiles import last_complete_day, tile
from shopdesk.domain.periods import Comparison, Period
from tests.unit.kpi.kpi_frames import daily, days

NO_CAMPAIGNS = CampaignCalendar()
WEEK = np.array([1.0, 0.95, 0.92, 0.97, 1.05, 1.25, 1.2])


def shop(*, buyers: float = 90, last: float = 1.0, count: int = 120, seed: int = 1) -> DailyFacts:
    rng = np.random.default_rng(seed)
    when = days(count)
    rate = buyers * WEEK[[day.weekday() for day in when]] * np.exp(rng.normal(0, 0.05, count))
    bought = rng.poisson(rate).astype(float)
    bought[-1] = round(buyers * WEEK[when[-1].weekday()] * last)
    return collect(
        {"shop_daily": daily(when, pay_buyers=bought, pay_amount=np.round(bought * 8800), visitors=bought * 30)}
    )


def watch(facts: DailyFacts, calendar: CampaignCalendar = NO_CAMPAIGNS) -> Watch:
    found = watch_shop(facts, [BOARD["pay_amount"]], calendar=calendar).of("pay_amount")
    assert found is not None
    return found


def test_that_an_ordinary_day_is_normal_and_a_halved_one_is_below() -> None:
    for level, state in ((1.0, State.NORMAL), (0.45, State.BELOW), (2.0, State.ABOVE)):
        facts = shop(last=level)
        assert day_verdict(watch(facts), facts.end, calendar=NO_CAMPAIGNS).state is state


def test_that_a_small_shop_gets_no_daily_verdict() -> None:
    facts = shop(buyers=9, last=0.3)
    assert day_verdict(watch(facts), facts.end, calendar=NO_CAMPAIGNS).state is State.TOO_FEW


def test_that_three_weeks_of_data_are_too_few() -> None:
    facts = shop(count=21, last=0.3)
    assert day_verdict(watch(facts), facts.end, calendar=NO_CAMPAIGNS).state is State.TOO_FEW


def test_that_a_campaign_day_is_shown_and_not_judged() -> None:
    facts = shop(last=3.0)
    calendar = CampaignCalendar.of([Campaign("大促", "Sale", facts.end, facts.end)])
    found = day_verdict(watch(facts, calendar), facts.end, calendar=calendar)
    assert (found.state, found.campaigns) == (State.CAMPAIGN, ("大促",))


def test_that_past_campaign_days_do_not_widen_the_band() -> None:
    facts = shop()
    sale = Period(facts.end - timedelta(days=20), facts.end - timedelta(days=14))
    values = facts.parts["pay_amount"].values.copy()
    values[-21:-14] *= 5
    high = DailyFacts(
        facts.start, facts.length, {**facts.parts, "pay_amount": PartSeries(values, facts.parts["pay_amount"].sources)}
    )
    calendar = CampaignCalendar.of([Campaign("618", "618", sale.start, sale.end)])
    one = Period(facts.end, facts.end)
    plain = watch(facts, calendar).band(one)
    after = watch(high, calendar).band(one)
    assert np.allclose(plain.expected, after.expected)
    assert np.allclose(plain.high95, after.high95)


def test_that_about_ninety_five_of_a_hundred_ordinary_days_lie_in_the_band() -> None:
    inside = total = 0
    for seed in range(3):
        facts = shop(count=240, seed=seed)
        period = Period(facts.end - timedelta(days=150), facts.end - timedelta(days=1))
        band = watch(facts).band(period)
        values = daily_values(facts, BOARD["pay_amount"], period)
        inside += int(((values >= band.low95) & (values <= band.high95)).sum())
        total += values.size
    assert 0.92 <= inside / total <= 0.99


def test_that_the_band_of_a_day_does_not_know_the_day_itself() -> None:
    low, high = shop(last=0.2), shop(last=5.0)
    one = Period(low.end, low.end)
    bands = [watch(facts).band(one) for facts in (low, high)]
    assert bands[0].expected == bands[1].expected


def test_that_a_tile_says_the_last_day_the_period_and_both_changes() -> None:
    facts = shop()
    period = Period.last(days=28, until=facts.end)
    found = tile(
        facts,
        BOARD["pay_amount"],
        day=last_complete_day(facts, until=facts.end),
        period=period,
        comparison=Comparison.PREVIOUS,
        calendar=NO_CAMPAIGNS,
    )
    assert found.day is not None
    assert found.day.period.start == facts.end
    assert found.day_change is not None
    assert found.day_change.before.period.start == facts.end - timedelta(days=7)
    assert found.period_change is not None
    assert found.period_change.before.period == period.shifted(days=-28)
    assert found.spark.size == 14


def test_that_a_spend_report_one_day_ahead_does_not_move_the_board() -> None:
    when = days(10)
    facts = collect(
        {
            "shop_daily": daily(when[:-1], pay_amount=[100] * 9),
            "ad_campaign": daily(when, cost=[10] * 10),
        }
    )
    assert last_complete_day(facts, until=date(2026, 5, 30)) == when[-2]


def test_that_a_small_shop_is_judged_by_the_week() -> None:
    for level, state in ((1.0, State.NORMAL), (0.35, State.BELOW)):
        facts = shop(buyers=14)
        values = facts.parts["pay_amount"].values.copy()
        values[-7:] *= level
        part = PartSeries(values, facts.parts["pay_amount"].sources)
        changed = DailyFacts(facts.start, facts.length, {**facts.parts, "pay_amount": part})
        found = tile(
            changed,
            BOARD["pay_amount"],
            day=changed.end,
            period=Period.last(days=7, until=changed.end),
            comparison=Comparison.PREVIOUS,
            calendar=NO_CAMPAIGNS,
            watch=watch(changed),
        )
        assert found.verdict is not None
        assert (found.verdict.state, found.verdict.days) == (state, 7)


def test_that_ordinary_weeks_are_seldom_called_out_of_the_ordinary() -> None:
    odd = total = 0
    for seed in range(5):
        facts = shop(buyers=14, count=240, seed=seed)
        seen = watch(facts)
        for back in range(1, 150, 7):
            day = facts.end - timedelta(days=back)
            found = week_verdict(facts, BOARD["pay_amount"], seen, day, calendar=NO_CAMPAIGNS)
            odd += found.state in (State.ABOVE, State.BELOW)
            total += 1
    assert odd / total < 0.05


def test_that_a_week_with_a_campaign_is_not_judged() -> None:
    facts = shop(buyers=14)
    calendar = CampaignCalendar.of([Campaign("618", "618", facts.end, facts.end)])
    seen = watch(facts, calendar)
    assert week_verdict(facts, BOARD["pay_amount"], seen, facts.end, calendar=calendar).state is State.CAMPAIGN
