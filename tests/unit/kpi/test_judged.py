from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from shopdesk.app.kpi.actions import Action, ActionState, actions_of, carry_out, new_action, set_action
from shopdesk.domain.kpi.attribution.judged import Outcome, judged
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries, PartSource

START = date(2026, 1, 1)
CHANGE = 84
NO_CAMPAIGNS = CampaignCalendar()


def shop(*, rate_after: float, visitors: int = 2000, after_days: int = 14) -> DailyFacts:
    """Twelve weeks of an ordinary shop, then days at another conversion."""
    rng = np.random.default_rng(5)
    length = CHANGE + after_days
    rates = np.where(np.arange(length) < CHANGE, 0.03, rate_after)
    people = rng.poisson(visitors, length).astype(float)
    source = PartSource("shop_daily", "taobao", (), START, START + timedelta(days=length - 1), length)
    parts = {"visitors": people, "pay_buyers": rng.binomial(people.astype(int), rates).astype(float)}
    return DailyFacts(START, length, {name: PartSeries(values, (source,)) for name, values in parts.items()})


def outcome(facts: DailyFacts, *, calendar: CampaignCalendar = NO_CAMPAIGNS, metric: str = "pay_cvr") -> Any:
    return judged(facts, BOARD[metric], START + timedelta(days=CHANGE), until=facts.end, calendar=calendar)


@pytest.mark.parametrize(("rate", "found"), [(0.036, Outcome.BETTER), (0.024, Outcome.WORSE), (0.03, Outcome.UNCLEAR)])
def test_that_a_rate_is_judged_by_more_than_chance(rate: float, found: Outcome) -> None:
    assert outcome(shop(rate_after=rate)).outcome is found


def test_that_whole_weeks_are_held_against_as_many_before() -> None:
    made = outcome(shop(rate_after=0.03, after_days=17))
    assert (made.after.days, made.before.days) == (14, 14)
    assert made.before.end == made.after.start - timedelta(days=1)


def test_that_a_few_days_are_held_against_the_same_weekdays() -> None:
    made = outcome(shop(rate_after=0.03, after_days=3))
    assert (made.after.days, made.before.start) == (3, made.after.start - timedelta(days=7))


def test_that_an_unclear_outcome_says_how_long_it_still_needs() -> None:
    made = outcome(shop(rate_after=0.0305, after_days=7))
    assert made.outcome is Outcome.UNCLEAR
    assert made.days_more is None or made.days_more > 0


def test_that_a_tiny_shop_is_told_that_it_has_too_few() -> None:
    assert outcome(shop(rate_after=0.0, visitors=30)).outcome is Outcome.TOO_FEW


def test_that_campaign_days_on_one_side_are_not_compared() -> None:
    day = START + timedelta(days=CHANGE + 2)
    calendar = CampaignCalendar.of([Campaign("618", "618", day, day)])
    assert outcome(shop(rate_after=0.05), calendar=calendar).outcome is Outcome.CAMPAIGN


def test_that_nothing_is_judged_before_a_day_is_over_or_without_figures() -> None:
    facts = shop(rate_after=0.03)
    tomorrow = facts.end + timedelta(days=1)
    assert judged(facts, BOARD["pay_cvr"], tomorrow, until=facts.end, calendar=NO_CAMPAIGNS).outcome is Outcome.NOT_YET
    assert outcome(facts, metric="ad_roi").outcome is Outcome.NO_DATA


def shop_of(*actions: Action) -> Any:
    rows = {(one.action_id,): one for one in actions}
    return SimpleNamespace(rows=lambda _collection: rows)


def test_that_actions_are_listed_by_what_is_due_next() -> None:
    soon = new_action("aov", title="soon", due=date(2026, 1, 5))
    later = new_action("aov", title="later", due=date(2026, 2, 5))
    done = new_action("aov", title="done", state=ActionState.DONE, started=date(2026, 1, 1))
    other = new_action("visitors", title="other", due=date(2026, 1, 1))
    shop = shop_of(done, later, soon, other)
    assert [one.title for one in actions_of(shop, "aov")] == ["soon", "later", "done"]
    assert len(actions_of(shop)) == 4


def test_that_carrying_out_sets_the_day_it_works_from() -> None:
    action = new_action("aov", title="coupon")
    (edit,) = carry_out(action, date(2026, 1, 9)).edits
    assert (edit.row.state, edit.row.started) == (ActionState.DONE, date(2026, 1, 9))
    assert set_action(action, title="coupon").is_empty
