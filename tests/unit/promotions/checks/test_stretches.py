"""Time is cut exactly where another set of offers runs."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.promotions.checks.stretches import stretches
from shopdesk.domain.promotions.offers import Offer, OrderAmountOff
from shopdesk.domain.promotions.till import Moment, stopped

TODAY = date(2026, 6, 25)
DAYS = st.none() | st.integers(-5, 12).map(lambda n: TODAY + timedelta(n))


def dated(place: int, start: date | None, end: date | None) -> Offer:
    return Offer(str(place), OrderAmountOff(100), start=start, end=end)


@given(st.lists(st.tuples(DAYS, DAYS), max_size=6))
def test_that_every_day_to_come_lies_in_one_stretch_with_just_the_offers_that_run(
    spans: list[tuple[date | None, date | None]],
) -> None:
    offers = [dated(place, start, end) for place, (start, end) in enumerate(spans)]
    found = stretches(offers, TODAY)
    for day in (TODAY + timedelta(n) for n in range(15)):
        here = [
            one for one in found if one.first_day and one.first_day <= day and (not one.last_day or day <= one.last_day)
        ]
        assert len(here) == 1
        running = [place for place, offer in enumerate(offers) if stopped(offer, Moment(day)) is None]
        assert list(here[0].running) == running
