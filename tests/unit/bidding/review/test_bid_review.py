"""复盘: verdicts that luck and the season can't fake, and what is said where nothing can be told."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.model import Metric, Range
from shopdesk.domain.bidding.review.change import ReviewMetric
from shopdesk.domain.bidding.review.days import DayRows, paired
from shopdesk.domain.bidding.review.live import Cut, Live, LiveAnswer, went_live
from shopdesk.domain.bidding.review.review import Place, Verdict, with_live
from shopdesk.domain.bidding.review.targets import TargetState
from tests.unit.bidding.review.made_days import AT, DAYS, START, TAKEN, ask, rows


def test_that_each_day_is_held_against_its_weekday_before_the_change() -> None:
    days = [START + timedelta(days=n) for n in range(DAYS)]
    pairs = paired(TAKEN, days, until=days[-1])
    assert len(pairs) == 14
    assert all(one.weekday() == other.weekday() for one, other in zip(pairs.after, pairs.before, strict=True))
    assert max(pairs.before) < TAKEN < min(pairs.after)
    assert len(set(pairs.before)) == 14
    gone = paired(TAKEN, days, until=days[-1], left_out=[days[AT + 3], days[AT - 7]])
    assert len(gone) == 12


def test_that_a_plan_that_earns_clearly_more_is_called_better() -> None:
    found = ask(rows(orders=40, cvr=1.4), rows(orders=60, seed=2, name="others"))
    assert found.verdict is Verdict.BETTER
    assert found.gain is not None
    assert 0 < found.gain.low < found.gain.high
    roi = (found.changes or {})[ReviewMetric.ROI]
    assert roi.effect is not None
    assert roi.effect.low < 0.4 < roi.effect.high
    assert ask(rows(orders=40, cvr=0.6)).verdict is Verdict.WORSE


def test_that_few_orders_give_no_verdict_but_the_orders_still_missing() -> None:
    found = ask(rows(orders=3, cvr=1.1, seed=4))
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.orders_needed is None or found.orders_needed > 0
    assert found.chance is not None
    assert 0.1 < found.chance < 0.9


def test_that_what_the_rest_of_the_shop_did_too_is_not_the_plan_s_doing() -> None:
    season = [rows(orders=200, seed=number, cvr=0.6, volume=0.7, name=str(number)) for number in (2, 3, 4)]
    own = rows(orders=40, cvr=0.6, volume=0.7)
    alone, held = ask(own), ask(own, *season)
    assert alone.verdict is Verdict.WORSE
    assert held.verdict is Verdict.CANNOT_TELL
    clicks = (held.changes or {})[ReviewMetric.CLICKS]
    assert clicks.expected is not None
    assert clicks.expected < 0.85 * (clicks.before or 0)
    assert clicks.controls == ("2", "3", "4")


def test_that_without_a_margin_roi_is_judged() -> None:
    found = ask(rows(orders=40, cvr=1.4), margin=None)
    assert (found.judged_by, found.verdict, found.gain) == (ReviewMetric.ROI, Verdict.BETTER, None)


def test_that_missing_days_are_said_and_when_to_ask_again() -> None:
    own = rows()
    early = ask(own, mature_until=TAKEN + timedelta(days=4))
    assert (early.verdict, early.ready_on) == (Verdict.TOO_EARLY, TAKEN + timedelta(days=14))
    assert ask(None).verdict is Verdict.NO_REPORT
    late = DayRows("plan", own.days[AT:], {name: column[AT:] for name, column in own.values.items()})
    assert ask(late).verdict is Verdict.NO_BEFORE
    assert ask(rows(orders=0.1)).verdict is Verdict.TOO_FEW


def test_that_a_later_change_ends_the_days_that_are_judged() -> None:
    found = ask(rows(orders=40), other_changes=[TAKEN + timedelta(days=9)])
    assert len(found.pairs) == 8
    assert max(found.pairs.after) < TAKEN + timedelta(days=9)


def test_that_campaign_days_are_left_out_while_enough_remain() -> None:
    few = ask(rows(orders=40), left_out=[TAKEN + timedelta(days=n) for n in (2, 3)])
    assert (len(few.pairs), len(few.left_out)) == (12, 4)
    all_days = ask(rows(orders=40), left_out=[TAKEN + timedelta(days=n) for n in range(1, 12)])
    assert (len(all_days.pairs), all_days.left_out) == (14, ())


def test_that_promises_are_held_against_what_happened_in_as_many_days() -> None:
    orders = Range(100, 130, 170)
    found = ask(rows(orders=10), promised={Metric.ORDERS: orders, Metric.CPC: Range(160, 170, 180)}, promised_days=14)
    by = {kept.metric: kept for kept in found.kept}
    assert by[Metric.ORDERS].place is Place.INSIDE
    assert by[Metric.CPC].place is Place.BELOW
    short = ask(rows(orders=10), promised={Metric.ORDERS: orders}, mature_until=TAKEN + timedelta(days=7))
    assert short.kept[0].promised.median == pytest.approx(65)
    assert short.kept[0].promised.high - 65 == pytest.approx(40 * 0.5**0.5)


def test_that_targets_are_judged_with_their_doubt() -> None:
    found = ask(rows(orders=60, price=0.8, cvr=1.0))
    by = {target.metric: target for target in found.targets}
    assert by[ReviewMetric.CPC].state is TargetState.REACHED
    assert by[ReviewMetric.CTR].state is TargetState.MISSED
    assert ask(rows(orders=3, seed=2)).targets[2].state is TargetState.OPEN


def test_that_a_fifth_more_orders_is_found_as_often_as_the_count_allows() -> None:
    """500 orders a fortnight: ROI scatters by about 5 %, seasons and drifts by as much again."""
    found = [ask(rows(orders=36, seed=seed, cvr=1.2)).verdict for seed in range(40)]
    assert found.count(Verdict.BETTER) >= 26
    assert Verdict.WORSE not in found


def test_that_nothing_changed_is_seldom_called_a_success_or_a_failure() -> None:
    found = [ask(rows(orders=12, seed=seed), rows(orders=30, seed=900 + seed)).verdict for seed in range(120)]
    assert found.count(Verdict.BETTER) <= 16
    assert found.count(Verdict.WORSE) <= 16


def test_that_a_plan_that_never_ran_is_neither_praised_nor_blamed() -> None:
    found = ask(rows(orders=40, cvr=1.4))
    assert with_live(found, LiveAnswer(Live.YES)).verdict is Verdict.BETTER
    assert with_live(found, LiveAnswer(Live.NOT_SEEN)).verdict is Verdict.CANNOT_TELL


def test_that_clicks_tell_whether_a_plan_went_live() -> None:
    draw = np.random.default_rng(3)
    old = np.full(24, 100.0)
    new: Floats = np.where(np.arange(24) < 8, 60.0, 120.0)
    before = draw.poisson(60, 24).astype(float)
    moved = draw.poisson(60 * (new / old)).astype(float)
    assert went_live([Cut("hours", before, moved, old, new)], is_changed=True).live is Live.YES
    same = draw.poisson(60, 24).astype(float)
    assert went_live([Cut("hours", before, same, old, new)], is_changed=True).live is Live.NOT_SEEN
    few = Cut("hours", before / 20, moved / 20, old, new)
    assert went_live([few], is_changed=True).live is Live.NO_REPORT
    assert went_live([few], is_changed=False).live is Live.NO_CHANGE
    assert went_live([Cut("hours", before, same, old, 1.2 * old)], is_changed=True).live is Live.NO_REPORT


@settings(deadline=None, max_examples=30)
@given(
    seed=st.integers(0, 99),
    orders=st.sampled_from([0.0, 0.3, 5.0]),
    margin=st.none() | st.floats(0, 1),
    missing=st.sets(st.sampled_from(["impressions", "clicks", "cost", "orders", "revenue"])),
    ends=st.integers(0, DAYS - 1),
)
def test_that_any_report_gives_whole_answers(
    seed: int, orders: float, margin: float | None, missing: set[str], ends: int
) -> None:
    own = rows(orders=orders, seed=seed)
    told = DayRows("plan", own.days, {name: column for name, column in own.values.items() if name not in missing})
    found = ask(told, rows(orders=orders, seed=seed + 1), margin=margin, mature_until=START + timedelta(days=ends))
    for change in (found.changes or {}).values():
        figures = [
            value for value in (change.before, change.after, change.expected, change.spread) if value is not None
        ]
        if change.effect is not None:
            figures += [change.effect.low, change.effect.median, change.effect.high]
        assert np.isfinite(figures).all()
    assert found.chance is None or 0 <= found.chance <= 1
