"""The review of a campaign: quiet where nothing changed, plain where much did, honest about what it can't know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.beliefs import NOTHING_OWN, ladder_belief
from shopdesk.app.promotions.campaign_review import ReviewAnswer, review_offer, review_question, reviewable
from shopdesk.app.promotions.documents import put_offer
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.app.promotions.versions import CampaignVersion, stored
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.ladders.record import Figure
from shopdesk.domain.promotions.review.days import DaySums
from shopdesk.domain.promotions.review.record import CampaignReview, Doubt, Place, Verdict
from shopdesk.domain.promotions.review.review import Foretold, review_campaign
from shopdesk.domain.promotions.review.steps import step_effects
from tests.unit.promotions.test_design_study import Shop

FIRST = date(2026, 1, 5)
HISTORY = 120


def days_of(seed: int, *, campaign: int = 14, lift: float = 1.0, rate: float = 30.0, known: bool = True) -> DaySums:
    dice = np.random.default_rng(seed)
    count = HISTORY + campaign
    noise = np.zeros(count)
    for day in range(1, count):
        noise[day] = 0.3 * noise[day - 1] + dice.normal(0, 0.15)
    visitors = dice.poisson(30 * rate * np.exp(noise)).astype(float)
    mean = visitors / 30
    mean[HISTORY:] *= lift
    orders = dice.poisson(mean).astype(float)
    revenue = np.array([dice.lognormal(9.0, 0.5, int(number)).sum() for number in orders])
    return DaySums(
        FIRST,
        orders,
        revenue,
        0.05 * revenue,
        revenue,
        0.4 * revenue,
        visitors if known else np.full(count, np.nan),
        np.ones(count, dtype=bool),
    )


def reviewed(days: DaySums | None, *, campaign: int = 14, **fields: object) -> CampaignReview:
    start = FIRST + timedelta(days=HISTORY)
    return review_campaign(days, start=start, end=start + timedelta(days=campaign - 1), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("known", [True, False])
def test_that_at_most_one_in_ten_campaigns_that_change_nothing_is_called_anything(known: bool) -> None:
    verdicts = [reviewed(days_of(seed, known=known)).verdict for seed in range(150)]
    alarms = sum(verdict in (Verdict.BETTER, Verdict.WORSE) for verdict in verdicts)
    assert alarms <= 15
    assert set(verdicts) <= {Verdict.BETTER, Verdict.WORSE, Verdict.CANNOT_TELL}


@pytest.mark.parametrize(("lift", "verdict"), [(1.6, Verdict.BETTER), (0.5, Verdict.WORSE)])
def test_that_a_large_change_is_seen_in_most_shops(lift: float, verdict: Verdict) -> None:
    found = [reviewed(days_of(seed, lift=lift)).verdict for seed in range(30)]
    assert sum(one is verdict for one in found) >= 24


def test_that_visitors_who_came_anyway_are_taken_out() -> None:
    days = days_of(3)
    more = np.where(np.arange(days.days) >= HISTORY, 1.5, 1.0)
    crowded = replace(
        days,
        orders=days.orders * more,
        revenue=days.revenue * more,
        income=days.income * more,
        margin=None if days.margin is None else days.margin * more,
        visitors=days.visitors * more,
    )
    found = reviewed(crowded)
    assert found.traffic == pytest.approx(1.5, rel=0.15)
    plain, effect = reviewed(days).effects[Row.ORDERS], found.effects[Row.ORDERS]
    assert effect.expected == pytest.approx(1.5 * plain.expected)
    assert effect.change.median / effect.expected == pytest.approx(plain.change.median / plain.expected)


def test_that_what_cannot_be_judged_says_why() -> None:
    days = days_of(1)
    start = FIRST + timedelta(days=HISTORY)
    assert review_campaign(days, start=None, end=None).verdict is Verdict.NO_PERIOD
    assert review_campaign(None, start=start, end=None).verdict is Verdict.NOT_STARTED
    assert review_campaign(days, start=start + timedelta(days=30), end=None).verdict is Verdict.NOT_STARTED
    soon = review_campaign(days, start=start + timedelta(days=10), end=None)
    assert (soon.verdict, soon.ready_on) == (Verdict.TOO_EARLY, start + timedelta(days=17))
    assert review_campaign(days, start=FIRST + timedelta(days=5), end=None).verdict is Verdict.NO_BEFORE
    assert reviewed(days_of(1, rate=0.05)).verdict is Verdict.TOO_FEW


def test_that_without_costs_the_verdict_goes_by_what_was_paid() -> None:
    found = reviewed(replace(days_of(2), margin=None))
    assert found.judged_by is Row.REVENUE
    assert Row.MARGIN not in found.effects


def test_that_a_promise_is_brought_to_the_business_of_the_campaign() -> None:
    days = days_of(2)
    plain = reviewed(days).effects[Row.REVENUE]
    ground = {Row.REVENUE: Foretold(plain.expected / 2, Figure(100.0, 50.0, 1e9))}
    told = reviewed(days, foretold=ground).effects[Row.REVENUE]
    assert told.foretold is not None
    assert told.foretold.median == pytest.approx(200.0)
    assert told.place is Place.INSIDE
    high = {Row.REVENUE: Foretold(plain.expected, Figure(1e12, 1e12, 1e12))}
    assert reviewed(days, foretold=high).effects[Row.REVENUE].place is Place.BELOW


def test_that_orders_that_moved_stand_above_the_step_and_more_orders_alone_move_nobody() -> None:
    before = np.repeat(np.arange(5_000, 20_000, 100), 4)
    twice = np.repeat(before, 2)
    (same,) = step_effects(before, twice, ((12_900, 500),))
    assert same.moved.median == pytest.approx(0.0)
    assert same.happened == pytest.approx(same.expected)
    moved = np.where((before >= 11_500) & (before < 12_900), 13_000, before)
    (some,) = step_effects(before, moved, ((12_900, 500),))
    assert some.moved.median == pytest.approx(4 * 14)
    assert some.moved.low > 0


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(0, 3), min_size=22, max_size=60),
    st.integers(0, 59),
    st.sampled_from([0.0, 1e-9, 1.0, 1e12]),
)
def test_that_no_course_of_days_breaks_the_review(orders: list[int], start: int, value: float) -> None:
    count = np.array(orders, dtype=np.float64) * 40
    money = count * value
    days = DaySums(
        FIRST, count, money, 0 * money, money, -money, np.full(len(count), np.nan), np.ones(len(count), dtype=bool)
    )
    found = review_campaign(days, start=FIRST + timedelta(days=start), end=None)
    for effect in found.effects.values():
        assert np.isfinite([effect.happened, effect.expected, *(effect.change.low, effect.change.high)]).all()
        assert 0 <= effect.chance <= 1


# --- from files

OFFER = OfferDesign(
    "a",
    OfferKind.THRESHOLD_OFF,
    "满减",
    status=Status.ACTIVE,
    start=date(2026, 3, 1),
    end=date(2026, 3, 14),
    steps=(LadderStep(12_900, 500),),
)


def shop(offer: OfferDesign = OFFER, *, days: int = 90, cost: bool = True, is_live: bool = True) -> Shop:
    dice = np.random.default_rng(4)
    count = 25 * days
    price = np.round(np.exp(dice.normal(9.2, 0.45, count)) / 100).astype(int) * 100
    ids = [str(number) for number in range(count)]
    at = pd.Timestamp("2026-01-01") + pd.to_timedelta(np.sort(dice.uniform(0, days * 24, count)), unit="h")
    ran = (at >= pd.Timestamp("2026-03-01")) & (at < pd.Timestamp("2026-03-15")) & (price >= 12_900) & is_live
    off = np.where(ran, 500, 0)
    frames = {
        "orders": pd.DataFrame({"order_id": ids, "paid_at": at, "paid": price - off, "shop_discount": off}),
        "order_lines": pd.DataFrame({"order_id": ids, "sku": "A", "unit_price": price, "quantity": 1}),
        "costs": pd.DataFrame({"sku": ["A"], "unit_cost": [3_000]}) if cost else pd.DataFrame(),
    }
    found = Shop(frames)
    found.push(put_offer(offer))
    return found


def answer(of: Shop, offer: OfferDesign = OFFER) -> ReviewAnswer:
    return review_offer(review_question(of, offer), of, SILENT)  # type: ignore[arg-type]


def test_that_a_review_tells_what_else_may_have_made_the_difference() -> None:
    of = shop()
    of.push(put_offer(replace(OFFER, offer_id="b", name="直降", kind=OfferKind.ITEM_OFF, start=date(2026, 3, 5))))
    found = answer(of).review
    assert found.days == 14
    assert found.doubts[Doubt.OTHER_OFFERS] == ("直降",)
    assert Doubt.NO_TRAFFIC in found.doubts
    assert Doubt.COSTS_MISSING not in found.doubts
    assert [step.minimum for step in found.steps] == [12_900]


def test_that_a_ladder_that_nobody_got_is_asked_about_and_teaches_nothing() -> None:
    found = answer(shop(is_live=False))
    assert int(found.review.doubts[Doubt.NOT_LIVE][0]) > 0
    assert found.lesson is None
    assert Doubt.NOT_LIVE not in answer(shop()).review.doubts


def test_that_what_the_campaign_teaches_can_be_taken_and_undone() -> None:
    of = shop()
    lesson = answer(of).lesson
    assert lesson is not None
    assert lesson.belief.is_fitted
    assert not lesson.is_taken
    of.push(lesson.take(ladder_belief(of)))  # type: ignore[arg-type]
    assert ladder_belief(of).campaign_ladder == ((12_900, 500),)  # type: ignore[arg-type]
    again = answer(of).lesson
    assert again is not None
    assert again.is_taken
    of.undo()
    assert ladder_belief(of) == NOTHING_OWN  # type: ignore[arg-type]


def test_that_only_offers_that_may_have_run_are_reviewed_and_a_promise_made_later_is_none() -> None:
    of = shop()
    of.push(put_offer(replace(OFFER, offer_id="d", status=Status.DRAFT)))
    of.push(put_offer(replace(OFFER, offer_id="o", status=Status.OFF, campaign="a", start=date(2026, 3, 9))))
    assert [offer.offer_id for offer in reviewable(of)] == ["a"]  # type: ignore[arg-type]
    figures = {f"a|revenue.{part}": 1.0 for part in ("before", "low", "median", "high")}
    late = CampaignVersion("v", "a", 1, "", date(2026, 4, 1), offers=(OFFER,), figures=figures)
    of.push(stored(replace(late, stacking=stacking_of("taobao"))))
    assert review_question(of, OFFER).promise is None  # type: ignore[arg-type]
    of.push(stored(replace(late, made_on=date(2026, 2, 27))))
    promise = review_question(of, OFFER).promise  # type: ignore[arg-type]
    assert promise is not None
    assert answer(of).review.effects[Row.REVENUE].foretold is not None


def test_that_an_empty_shop_and_one_without_costs_are_told_apart() -> None:
    assert answer(Shop({})).review.verdict is Verdict.NOT_STARTED
    found = answer(shop(cost=False)).review
    assert found.judged_by is Row.REVENUE
    assert Doubt.COSTS_MISSING in found.doubts
