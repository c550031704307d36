from __future__ import annotations

import pytest

from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.segments.funnel import Chance, funnel, rate_chance, shop_steps
from shopdesk.domain.periods import Period
from tests.unit.kpi.kpi_frames import daily, days


def test_that_a_step_that_no_report_tells_is_left_out_and_the_rate_bridges_it() -> None:
    found = funnel({"visitors": 1000, "cart_users": None, "order_buyers": 40, "pay_buyers": 30}, {})
    assert [step.part for step in found] == ["visitors", "order_buyers", "pay_buyers"]
    assert found[1].rate == pytest.approx(0.04)


def test_that_a_rate_changes_in_points_and_a_large_one_is_sure() -> None:
    found = funnel({"visitors": 4000, "pay_buyers": 240}, {"visitors": 4000, "pay_buyers": 120})
    assert found[1].points == pytest.approx(0.03)
    assert found[1].chance is Chance.SURE


@pytest.mark.parametrize(
    ("counts", "chance"),
    [
        ((120, 4000, 150, 4000), Chance.CHANCE),  # z 1.857 by hand
        ((2, 100, 4, 100), Chance.TOO_FEW),
        ((0, 0, 4, 100), Chance.UNKNOWN),
        ((120, 100, 90, 100), Chance.UNKNOWN),  # more than came: no share of people
    ],
)
def test_that_small_and_impossible_steps_say_so(counts: tuple[float, ...], chance: Chance) -> None:
    assert rate_chance(*counts) is chance


def test_that_nothing_known_is_no_funnel() -> None:
    assert funnel({}, {}) == ()
    assert funnel({"visitors": float("nan")}, {}) == ()


def test_that_a_shop_without_visitors_has_no_rates() -> None:
    found = funnel({"visitors": 0.0, "pay_buyers": 0.0}, {"visitors": 10.0, "pay_buyers": 1.0})
    assert (found[1].rate, found[1].points) == (None, None)


def test_that_the_shops_steps_are_of_the_same_days() -> None:
    when = days(3)
    rows = daily(when, visitors=[100.0, 100.0, 100.0], pay_buyers=[5.0, None, 7.0])
    found = shop_steps(collect({"shop_daily": rows}), Period(when[0], when[2]))
    assert found == {"visitors": 200, "pay_buyers": 12}


def test_that_a_shop_without_people_has_no_steps() -> None:
    when = days(1)
    found = shop_steps(collect({"shop_daily": daily(when, pay_amount=[5])}), Period(when[0], when[0]))
    assert found == {}
