"""Figures made a second time, row by row with plain pandas, from the same small frames."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Period
from tests.unit.kpi.kpi_frames import daily

FIRST = date(2023, 12, 25)  # over the new year and 29 February
LENGTH = 75
RATIOS = {
    "pay_cvr": ("pay_buyers", "visitors"),
    "aov": ("pay_amount", "pay_buyers"),
    "uv_value": ("pay_amount", "visitors"),
    "cart_rate": ("cart_users", "visitors"),
    "refund_rate": ("refund_amount", "pay_amount"),
}
SUMS = ("visitors", "pay_amount", "pay_buyers", "refund_amount")

COUNT = st.one_of(st.none(), st.just(0), st.integers(1, 400))
REPORTS = st.dictionaries(
    st.integers(0, LENGTH - 1),
    st.fixed_dictionaries(
        {"visitors": COUNT, "cart_users": COUNT, "pay_buyers": COUNT, "pay_amount": COUNT, "refund_amount": COUNT}
    ),
    min_size=1,
    max_size=40,
)
PERIODS = st.builds(
    lambda start, days: Period(FIRST + timedelta(days=start), FIRST + timedelta(days=start + days - 1)),
    st.integers(-40, LENGTH + 10),
    st.integers(1, 60),
)
ORDERS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(0, 6), st.integers(1, 20000)), min_size=1, max_size=60
)


def day(place: int) -> date:
    return FIRST + timedelta(days=place)


def value(facts: DailyFacts, name: str, period: Period) -> float | None:
    return figure(facts, BOARD[name], period).value


@settings(max_examples=25, deadline=None)
@given(REPORTS, PERIODS)
def test_that_sums_and_ratios_of_any_period_are_those_of_the_days_that_have_both(
    reports: dict[int, dict[str, int | None]], period: Period
) -> None:
    rows = pd.DataFrame.from_dict(reports, orient="index").sort_index().astype("float64")
    columns = {str(name): column.to_numpy() for name, column in rows.items()}
    facts = collect({"shop_daily": daily([day(place) for place in rows.index]).assign(**columns)})
    inside = rows.loc[[period.start <= day(place) <= period.end for place in rows.index]]
    for name in SUMS:
        known = inside[name].dropna()
        unit = 100 if name.endswith("amount") else 1
        expected = known.sum() / unit if len(known) else None
        assert value(facts, name, period) == (None if expected is None else pytest.approx(expected)), name
    for name, (above, below) in RATIOS.items():
        both = inside[[above, below]].dropna() / [100 if part.endswith("amount") else 1 for part in (above, below)]
        expected = both[above].sum() / both[below].sum() if both[below].sum() > 0 else None
        assert value(facts, name, period) == (None if expected is None else pytest.approx(expected)), name


@settings(max_examples=25, deadline=None)
@given(ORDERS, PERIODS)
def test_that_buyers_who_come_back_are_counted_person_by_person(
    bought: list[tuple[int, int, int]], period: Period
) -> None:
    rows = pd.DataFrame(bought, columns=["place", "buyer", "paid"])
    facts = collect({"orders": orders(rows)})
    first, last = int(rows["place"].min()), int(rows["place"].max())
    inside = rows.loc[[period.start <= day(place) <= period.end for place in rows["place"]]]
    times = inside.groupby("buyer").size()
    by_person = (times >= 2).mean() if len(times) else None
    by_order = (times - 1).sum() / times.sum() if len(times) else None
    for name, expected in (("repeat_users_period", by_person), ("repeat_order_share_period", by_order)):
        assert value(facts, name, period) == (None if expected is None else pytest.approx(expected)), name
    end = min((period.end - FIRST).days, last)
    start = end - 29
    found = value(facts, "rebuy", period)
    if start - 30 < first or day(end) < period.start:
        assert found is None
        return
    now = set(rows.loc[rows["place"].between(start, end), "buyer"])
    before = set(rows.loc[rows["place"].between(start - 30, start - 1), "buyer"])
    assert found == (pytest.approx(len(now & before) / len(before)) if before else None)


def orders(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "order_id": [str(number) for number in rows.index],
            "buyer": rows["buyer"].astype(str),
            "paid_at": pd.to_datetime([day(place) for place in rows["place"]]),
            "paid": rows["paid"],
            "platform": "taobao",
            "shop": "",
            "kind": "orders",
        }
    )


def test_that_the_repeat_rate_of_a_month_that_is_not_over_looks_back_30_whole_days() -> None:
    rows = pd.DataFrame([(place, place % 20, 1000) for place in range(60)], columns=["place", "buyer", "paid"])
    facts = collect({"orders": orders(rows)})
    until_now = Period(day(40), day(59))
    assert value(facts, "repeat_users", until_now) == pytest.approx(10 / 20)
    assert value(facts, "repeat_users", Period(day(40), day(75))) == pytest.approx(10 / 20)
    assert value(facts, "repeat_users", Period(day(60), day(75))) is None


def test_that_a_repeat_rate_over_30_days_is_unknown_before_there_are_30_days() -> None:
    rows = pd.DataFrame([(place, place % 3, 1000) for place in range(12)], columns=["place", "buyer", "paid"])
    facts = collect({"orders": orders(rows)})
    whole = Period(day(0), day(11))
    assert value(facts, "repeat_users", whole) is None
    assert value(facts, "repeat_users_period", whole) == pytest.approx(1.0)
