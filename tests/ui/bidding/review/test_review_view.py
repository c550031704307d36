"""The review of a version on the screen: the verdict first, each metric with its interval, nothing praised by luck."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.assumptions import BiddingAssumptions
from shopdesk.app.bidding.review import ReviewAnswer, VersionReview, targets_of
from shopdesk.domain.bidding.forecast.model import Metric, Range
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.review.change import ReviewMetric
from shopdesk.domain.bidding.review.live import Live, LiveAnswer
from shopdesk.domain.bidding.review.review import Review, with_live
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.ui.bidding.review.card import ReviewView
from tests.ui.fake_shop import FakeShop, context_of
from tests.unit.bidding.review.made_days import DAYS, START, TAKEN, ask, rows


def answer_of(*reviews: Review, margin: float | None = 0.45, price: float | None = None) -> ReviewAnswer:
    made = tuple(
        VersionReview(PlanVersion(f"v{place}", "p", len(reviews) - place, "", one.taken_on, taken_on=one.taken_on), one)
        for place, one in enumerate(reviews)
    )
    return ReviewAnswer(
        BidPlan("p", "taobao", "坚果"), made, "ad_campaign", margin, targets_of(BiddingAssumptions()), price, None
    )


@pytest.fixture
def view(qtbot: QtBot) -> ReviewView:
    made = ReviewView(context_of(FakeShop({})))
    qtbot.addWidget(made)
    made.resize(1_090, 480)
    made.show()
    return made


def cell(view: ReviewView, metric: ReviewMetric, column: str) -> str:
    row = view.model.row_of_key(metric.value)
    assert row is not None
    return view.model.text(row, view.model.position(column))


def test_that_a_better_plan_says_so_with_money_days_and_interval(view: ReviewView) -> None:
    view.show_answer(answer_of(ask(rows(orders=40, cvr=1.4), rows(orders=60, seed=2, name="others"))))
    assert view.headline.text().startswith("Better")
    assert "80 % interval" in view.details.text()
    assert "same weekdays" in view.details.text()
    assert cell(view, ReviewMetric.ROI, "effect").startswith("+")
    assert "nan" not in view.details.text().lower()


def test_that_few_orders_say_how_many_are_missing_or_that_waiting_is_vain(view: ReviewView) -> None:
    found = ask(rows(orders=3, cvr=1.1, seed=4))
    view.show_answer(answer_of(found))
    assert view.headline.text().startswith("Can't tell")
    assert ("more order" in view.headline.text()) == (found.orders_needed is not None)


def test_that_a_plan_not_seen_in_the_clicks_is_not_praised(view: ReviewView) -> None:
    found = with_live(ask(rows(orders=40, cvr=1.4)), LiveAnswer(Live.NOT_SEEN, 0.0, -0.2, 0.2, ("hours",)))
    view.show_answer(answer_of(found))
    assert "clicks don't show" in view.headline.text()
    assert view.live.isVisible()


def test_that_promises_and_targets_stand_beside_what_happened(view: ReviewView) -> None:
    found = ask(rows(orders=10), promised={Metric.ORDERS: Range(10, 20, 30), Metric.CPC: Range(140, 150, 160)})
    view.show_answer(answer_of(found, price=60_000))
    assert cell(view, ReviewMetric.ORDERS, "promised").endswith("▲")
    assert cell(view, ReviewMetric.CPC, "promised").endswith("✓")
    assert "CTR +10 %" in view.targets.text()
    assert "600" in view.conflict.text()


def test_that_what_can_t_be_told_yet_says_when_and_what_to_import(view: ReviewView) -> None:
    early = ask(rows(), mature_until=TAKEN + timedelta(days=3))
    view.show_answer(answer_of(early, ask(None)))
    assert "2026" in view.headline.text()
    assert not view.view.isVisible()
    view.choose("v1")
    assert "Import" in view.details.text()
    view.show_answer(answer_of())
    assert not view.versions.isVisible()


def test_that_the_version_chosen_stays_chosen(view: ReviewView) -> None:
    last = START + timedelta(days=DAYS - 1)
    first, second = ask(rows(orders=40)), ask(rows(orders=40, cvr=1.5), mature_until=last)
    view.show_answer(answer_of(second, first))
    view.choose("v1")
    view.show_answer(answer_of(second, first))
    assert view.versions.currentData() == "v1"
    assert isinstance(first.taken_on, date)
