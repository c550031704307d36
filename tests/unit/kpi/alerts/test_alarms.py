from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from shopdesk.domain.kpi.alerts.alarms import AlertRule, alarm_days, alerts_of
from shopdesk.domain.kpi.alerts.watch import Watch
from shopdesk.domain.kpi.alerts.worth import alarm_rate, worth_of
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.daily import DailyFacts
from tests.unit.kpi.alerts.alert_shops import NO_CAMPAIGNS, changed, cut, day, ordinary, watches

HALVED = {"visitors": 0.5, "pay_buyers": 0.5, "pay_amount": 0.5}


def sales(facts: DailyFacts, calendar: CampaignCalendar = NO_CAMPAIGNS) -> Watch:
    found = watches(facts, calendar).of("pay_amount")
    assert found is not None
    return found


def test_that_an_alert_says_when_which_way_and_how_far() -> None:
    facts = changed(ordinary(), 140, HALVED, days=3)
    (alert,) = alerts_of(sales(facts))
    assert (alert.first, alert.last, alert.direction, alert.days) == (day(140), day(142), -1, 3)
    assert not alert.is_open  # the days after are as usual again
    assert alert.gap == pytest.approx(-0.5, abs=0.12)
    assert alert.chance is not None
    assert alert.chance >= 0.9


def test_that_an_alert_of_the_last_day_is_open_and_closes_by_itself() -> None:
    facts = changed(ordinary(), 147, HALVED)
    assert [alert.is_open for alert in alerts_of(sales(cut(facts, 148)))] == [True]
    assert [alert.is_open for alert in alerts_of(sales(facts))] == [False]


def test_that_later_days_change_no_key_of_an_alert() -> None:
    facts = changed(ordinary(), 120, HALVED, days=4)
    keys = [{alert.key for alert in alerts_of(sales(cut(facts, days)))} for days in (121, 123, 130, 150)]
    assert keys[0]
    assert all(one == keys[0] for one in keys[1:])


def test_that_what_an_alert_meant_in_yuan_lies_in_its_interval() -> None:
    inside = []
    for seed in range(6):
        usual = ordinary(seed=seed)
        facts = changed(usual, 140, HALVED, days=4)
        found = watches(facts)
        (alert,) = [one for one in alerts_of(found.by_metric["pay_amount"]) if one.first >= day(135)]
        worth = worth_of(alert, BOARD["pay_amount"], found)
        assert worth is not None
        lost = float((facts.parts["pay_amount"].values - usual.parts["pay_amount"].values)[140:144].sum()) / 100
        assert worth.low < worth.amount < worth.high < 0
        inside.append(worth.low <= lost <= worth.high)
    assert sum(inside) >= 4


def test_that_fewer_visitors_are_worth_the_sales_that_went_with_them() -> None:
    usual = ordinary()
    facts = changed(usual, 147, {"visitors": 0.5, "pay_buyers": 0.5, "pay_amount": 0.5}, days=3)
    found = watches(facts)
    both = {
        name: worth_of(alerts_of(found.by_metric[name])[-1], BOARD[name], found) for name in ("visitors", "pay_amount")
    }
    visitors, paid = both["visitors"], both["pay_amount"]
    assert visitors is not None
    assert paid is not None
    assert (visitors.is_sales, paid.is_sales) == (True, False)
    assert visitors.amount == pytest.approx(paid.amount, rel=0.25)


def test_that_a_rule_can_ask_for_two_days_one_direction_more_percent_or_nothing() -> None:
    one_day, two_days = changed(ordinary(), 140, HALVED), changed(ordinary(), 140, HALVED, days=2)
    assert alerts_of(sales(one_day), AlertRule(two_days=True)) == ()
    assert [alert.first for alert in alerts_of(sales(two_days), AlertRule(two_days=True))] == [day(141)]
    assert alerts_of(sales(one_day), AlertRule(down=False)) == ()
    assert alerts_of(sales(one_day), AlertRule(percent=0.8)) == ()
    assert alerts_of(sales(one_day), AlertRule(is_on=False)) == ()


def test_that_the_plain_rule_alarms_on_the_week_before_and_far_more_often() -> None:
    watch = sales(ordinary(seed=3))
    plain, band = (alarm_rate(watch, alarm_days(watch, AlertRule(is_plain=one))) for one in (True, False))
    assert plain is not None
    assert band is not None
    assert plain.alarm_days > 3
    assert plain.within_band > 0.8 * plain.alarm_days
    assert band.alarm_days < 0.5


def test_that_a_lasting_change_becomes_a_new_level_and_the_alert_ends() -> None:
    alerts = alerts_of(sales(changed(ordinary(), 100, HALVED, days=50)))
    assert alerts[0].first == day(100)
    assert alerts[0].is_new_level
    assert max(alert.last for alert in alerts) < day(114)


def test_that_a_shop_of_nine_buyers_a_day_raises_no_alert_over_one_day() -> None:
    facts = changed(ordinary(buyers=9), 148, {"pay_buyers": 0.2, "pay_amount": 0.2}, days=1)
    assert [alert for alert in alerts_of(sales(facts)) if alert.first == day(148)] == []


def test_that_missing_days_neither_end_an_alert_nor_count_as_nothing_sold() -> None:
    facts = changed(ordinary(), 140, HALVED, days=4)
    for part in facts.parts.values():
        part.values[141] = np.nan
    (alert,) = alerts_of(sales(facts))
    assert (alert.first, alert.last, alert.days) == (day(140), day(143), 3)


def test_that_a_campaign_day_is_held_against_earlier_ones_of_its_name() -> None:
    facts = ordinary(days=190)
    member_days = [day(60 + 20 * number) for number in range(7)]
    calendar = CampaignCalendar.of(Campaign("会员日", "Member day", one, one) for one in member_days)
    dice = np.random.default_rng(2)
    for number, one in enumerate(member_days):
        lift = 1.6 * float(np.exp(dice.normal(0, 0.04))) if number < 6 else 0.7
        facts = changed(facts, (one - day(0)).days, {"visitors": lift, "pay_buyers": lift, "pay_amount": lift})
    alerts = alerts_of(sales(facts, calendar))
    assert [(one.first, one.direction, one.is_campaign) for one in alerts] == [(member_days[6], -1, True)]
    assert alerts[0].last - alerts[0].since == timedelta(0)
