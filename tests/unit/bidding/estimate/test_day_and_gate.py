"""The day's profile and the test of chance, against truths that are known."""

from __future__ import annotations

import numpy as np
import pytest

from shopdesk.domain.bidding.estimate.counts import Counts
from shopdesk.domain.bidding.estimate.day import Hint, day_belief, likeness
from shopdesk.domain.bidding.estimate.gate import gate_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.estimate.model import CHANCE_LIMIT

EXPONENT = (0.8, 0.25)
SINE = np.exp(0.3 * np.sin(np.arange(24) / 24 * 2 * np.pi))


def counts(orders: Floats, clicks: Floats, carts: Floats | None = None) -> Counts:
    nothing = np.full(clicks.size, np.nan)
    names = tuple(map(str, range(clicks.size)))
    return Counts(names, clicks, clicks, orders, orders, nothing if carts is None else carts, has_orders=True)


def test_that_a_smooth_day_is_found_with_many_orders_and_not_made_up_from_few() -> None:
    rng = np.random.default_rng(5)
    clicks = np.full(24, 4000.0)
    found = day_belief(counts(rng.poisson(clicks * 0.03 * SINE).astype(float), clicks), exponent=EXPONENT)
    assert np.abs(np.log(found.mean / (SINE / SINE.mean()))).max() < 0.12
    flat = day_belief(counts(np.eye(24)[3] + np.eye(24)[15], np.full(24, 10.0)), exponent=EXPONENT)
    assert np.abs(flat.mean - 1).max() < 0.1


def test_that_a_day_closes_on_itself() -> None:
    rng = np.random.default_rng(2)
    clicks = rng.uniform(50, 500, 24)
    orders, carts = rng.poisson(clicks * 0.03 * SINE).astype(float), rng.poisson(clicks * 0.1).astype(float)
    found = day_belief(counts(orders, clicks, carts), exponent=EXPONENT)
    turned = day_belief(counts(np.roll(orders, 7), np.roll(clicks, 7), np.roll(carts, 7)), exponent=EXPONENT)
    assert turned.mean == pytest.approx(np.roll(found.mean, 7), rel=1e-6)


def test_that_carts_shape_the_day_where_orders_are_few() -> None:
    rng = np.random.default_rng(4)
    clicks = np.full(24, 150.0)
    orders, carts = rng.poisson(clicks * 0.02).astype(float), rng.poisson(clicks * 0.5 * SINE**0.8).astype(float)
    found = day_belief(counts(orders, clicks, carts), exponent=EXPONENT)
    assert np.corrcoef(found.mean, SINE)[0, 1] > 0.9
    unheard = day_belief(counts(orders, clicks, carts), exponent=(0.0, 0.01))
    assert np.ptp(unheard.mean) < 0.5 * np.ptp(found.mean)


def test_that_another_reports_day_counts_as_far_as_believed_and_as_orders_bear_out() -> None:
    clicks = np.full(24, 20.0)
    few = counts(np.ones(24), clicks)
    hinted = day_belief(few, exponent=EXPONENT, hints=[Hint(np.log(SINE), 0.5, 0.3)])
    assert np.corrcoef(hinted.mean, SINE)[0, 1] > 0.9
    against = counts(np.round(40_000 * 0.03 / SINE), np.full(24, 40_000.0))
    assert (
        np.corrcoef(day_belief(against, exponent=EXPONENT, hints=[Hint(np.log(SINE), 0.5, 0.3)]).mean, SINE)[0, 1]
        < -0.9
    )
    alone = day_belief(few, exponent=EXPONENT, hints=[Hint(np.log(SINE), 0.0, 0.3)])
    assert np.ptp(alone.mean) < 0.3 * np.ptp(hinted.mean)


@pytest.mark.parametrize("smooth", [False, True])
def test_that_the_gate_keeps_its_level_where_all_is_chance(smooth: bool) -> None:
    rng = np.random.default_rng(3)
    clicks = rng.uniform(50, 600, 24)
    alike = likeness(24, 3.0) if smooth else None
    opened = [
        gate_of(
            counts(rng.poisson(clicks * 0.02).astype(float), clicks, rng.poisson(clicks * 0.1).astype(float)),
            exponent=0.8,
            alike=alike,
        ).is_open
        for _ in range(300)
    ]
    assert 0.02 < np.mean(opened) < 1.3 * CHANCE_LIMIT  # carts that have noise of their own make it careful


def test_that_the_gate_looks_for_a_smooth_day() -> None:
    rng = np.random.default_rng(6)
    clicks = np.full(24, 170.0)
    smooth, plain = [], []
    for _ in range(60):
        day = counts(rng.poisson(clicks * 0.03 * SINE).astype(float), clicks)
        smooth.append(gate_of(day, exponent=0.8, alike=likeness(24, 3.0)).is_open)
        plain.append(gate_of(day, exponent=0.8).is_open)
    assert np.mean(smooth) > np.mean(plain) + 0.15


def test_that_nothing_to_test_leaves_the_gate_closed() -> None:
    for orders, clicks in (
        (np.zeros(3), np.full(3, 9.0)),
        (np.array([5.0]), np.array([99.0])),
        (np.ones(3), np.ones(3)),
    ):
        gate = gate_of(counts(orders, clicks), exponent=0.8)
        assert gate.p_value is None
        assert not gate.is_open
