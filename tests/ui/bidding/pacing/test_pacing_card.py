"""花费节奏 on the screen: when the money ends and what that cost, or which report is missing."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.pacing import PacingAnswer
from shopdesk.domain.bidding.pacing import Course, Pacing, PacingOutcome, Reference, pacing, pacing_of_totals
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.ui.bidding.pacing.card import PacingCard
from tests.ui.fake_shop import FakeShop, context_of
from tests.unit.bidding.hourly_days import COURSE, hourly


@pytest.fixture
def card(qtbot: QtBot) -> PacingCard:
    made = PacingCard(context_of(FakeShop({})))
    qtbot.addWidget(made)
    made.show()
    return made


def show(card: PacingCard, found: Pacing) -> str:
    card.show_answer(PacingAnswer(BidPlan("p", "taobao", "坚果"), found))
    return "\n".join((card.headline.text(), card.lines.text(), card.note.text()))


def test_that_a_budget_that_ran_out_shows_hour_cost_and_the_bid_that_lasts(card: PacingCard) -> None:
    text = show(card, pacing(hourly(200, ends=dict.fromkeys(range(10), 15)), budget=None, margin=0.4))
    assert "10 of 28 days" in text
    assert "15:00" in text
    assert "lower all bids to about" in text
    assert "please check" in text
    assert "2026-06-01" in card.headline.toolTip()


def test_that_missing_reports_are_named(card: PacingCard) -> None:
    for outcome in (PacingOutcome.NO_REPORT, PacingOutcome.NO_DAYS, PacingOutcome.NO_COURSE):
        text = show(card, Pacing(outcome))
        assert "mport" in text
        assert "nan" not in text.lower()
    assert "100" in show(card, Pacing(PacingOutcome.TOO_FEW))


def test_that_a_thin_evening_of_totals_is_a_hint_only(card: PacingCard) -> None:
    thin = np.where(np.arange(24) >= 18, 0.3, 1.0) * COURSE * 3_000
    text = show(card, pacing_of_totals(thin, Reference(COURSE * 9_000, Course.SHOP)))
    assert "may run out" in text
    assert "by day" in text
