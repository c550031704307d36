"""Offers of a card: quiet where its own forecast doesn't praise it, and together with what they rest on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.domain.bidding.forecast.model import Answer, Range
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.ui.bidding.reasons import basis_text
from shopdesk.ui.bidding.taking import offer_of, show_offer
from tests.ui.bidding.forecasts import forecast, nothing_known
from tests.ui.bidding.plan_views import plan_view, value_model


@pytest.mark.parametrize(
    ("answer", "gain", "said"),
    [
        (Answer.BETTER, 26_500, ""),
        (Answer.KEEP, 300, "Better left as it is: it would bring about +3 yuan only"),
        (Answer.KEEP, -300, "Better left as it is (80 % likely to earn more)"),
        (Answer.CANNOT_TELL, 300, "Can't tell yet (80 % likely to earn more)"),
    ],
)
def test_that_the_answer_is_said_where_it_is_not_to_take_it(answer: Answer, gain: float, said: str) -> None:
    made = replace(forecast(answer), gain=Range(gain - 100, gain, gain + 100))
    offer = offer_of(plan_view(alone={Lever.HOURS: made}), Lever.HOURS)
    assert offer.said == said
    assert offer.is_doubtful is bool(said)


def test_that_without_data_nobody_can_tell_and_without_a_forecast_nothing_is_said() -> None:
    assert offer_of(plan_view(alone={Lever.HOURS: nothing_known()}), Lever.HOURS).said.startswith("Can't tell yet")
    unasked = offer_of(plan_view(), Lever.HOURS)
    assert (unasked.said, unasked.is_doubtful, unasked.parts) == ("", False, (Lever.HOURS,))


def test_that_a_selection_is_offered_by_itself_even_where_the_whole_goes_with_others(qtbot: QtBot) -> None:
    both = frozenset((Lever.WORDS, Lever.HOURS))
    view = plan_view(together=both, joint=forecast(), alone={Lever.HOURS: forecast(Answer.KEEP)})
    button = QPushButton()
    qtbot.addWidget(button)
    show_offer(button, offer_of(view, Lever.HOURS), whole="Take it", tip="")
    assert button.text() == "Take together"
    assert not button.property("flat")
    assert "Words" in button.toolTip()
    some = offer_of(view, Lever.HOURS, is_some=True)
    show_offer(button, some, whole="Take selected", tip="")
    assert some.parts == (Lever.HOURS,)
    assert (button.text(), button.property("flat")) == ("Take anyway", True)
    assert "+265 yuan" in button.toolTip()


def test_that_carts_alone_are_named_as_what_stands_behind() -> None:
    regions = value_model().regions
    assert regions is not None
    assert basis_text(regions) == ""
    bare = replace(regions, factors=replace(regions.factors, orders=np.array([0.0, np.nan, 0.0])))
    assert "carts and favourites alone" in basis_text(bare)
    assert basis_text(None) == ""
