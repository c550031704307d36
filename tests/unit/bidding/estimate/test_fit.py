"""From marginal reports to values: nearer to the truth than what is seen, and never nonsense from bad reports."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History
from shopdesk.domain.bidding.estimate.model import Dimension, Factors, ValueModel
from tests.unit.bidding.past import audiences, past


def dimensions(model: ValueModel) -> list[Dimension]:
    found = (model.hours, model.day_profile, model.regions, model.audiences)
    return [one for one in found if one is not None]


def test_that_factors_are_nearer_to_the_truth_than_ratios_and_than_nothing() -> None:
    gains = []
    for seed in range(6):
        truth = past(seed)
        model = estimate(truth.history)
        assert model.regions is not None
        assert model.hours is not None
        assert truth.history.regions is not None
        seen = truth.history.regions.orders / np.maximum(model.regions.factors.expected, 1e-9)
        true = truth.regions / np.average(truth.regions, weights=truth.history.regions.clicks)
        errors = [float(np.std(value - true)) for value in (model.regions.factors.mean, seen, np.ones(31))]
        hours = np.corrcoef(model.hours.factors.mean, truth.hours)[0, 1]
        gains.append((*errors, hours))
    found, ratio, nothing, likeness = np.mean(gains, axis=0)
    assert found < 0.7 * ratio
    assert found < 0.75 * nothing
    assert likeness > 0.6


def test_that_intervals_of_regions_hold_the_truth_eight_times_in_ten() -> None:
    inside = []
    for seed in range(20):
        truth = past(seed, orders=600)
        model = estimate(truth.history)
        assert model.regions is not None
        assert truth.history.regions is not None
        factors = model.regions.factors
        true = truth.regions / np.average(truth.regions, weights=truth.history.regions.clicks)
        inside.append(np.mean((factors.low <= true) & (true <= factors.high)))
    assert 0.72 <= np.mean(inside) <= 0.88


def test_that_a_click_weighted_factor_is_one_and_what_stands_behind_it_is_told() -> None:
    history = past(1).history
    model = estimate(history)
    assert model.regions is not None
    assert history.regions is not None
    factors = model.regions.factors
    assert np.average(factors.mean, weights=history.regions.clicks) == pytest.approx(1.0)
    assert factors.orders.sum() == pytest.approx(factors.expected.sum())
    assert ((factors.low < factors.median) & (factors.median < factors.high)).all()
    assert ((factors.above_one > 0.5) == (factors.median > 1)).all()


def test_that_hours_without_weekdays_repeat_and_visitors_of_the_shop_help() -> None:
    history = past(3).history
    assert history.hours is not None
    day = Cells(
        tuple(map(str, range(24))),
        *(getattr(history.hours, field.name).reshape(7, 24).sum(axis=0) for field in fields(Cells)[1:]),
    )
    model = estimate(replace(history, hours=day))
    assert model.hours is not None
    assert model.hours.factors.mean.reshape(7, 24) == pytest.approx(np.tile(model.hours.factors.mean[:24], (7, 1)))
    peak = np.where(np.arange(24) == 20, 2.0, 1.0)
    visitors = np.full(24, 20_000.0)
    buyers: Floats = np.asarray(400.0 * peak)
    shop = Cells(day.names, visitors, visitors, np.zeros(24), buyers, np.zeros(24), np.full(24, np.nan))
    helped = estimate(replace(history, hours=day, shop_hours=shop))
    assert helped.hours is not None
    assert helped.hours.factors.mean[20] > model.hours.factors.mean[20]


def test_that_premium_audiences_are_told_apart() -> None:
    model = estimate(replace(past(4).history, audiences=audiences([2000, 3000, 1000], [20, 60, 60])))
    assert model.audiences is not None
    assert model.audiences.gate.is_open
    assert (np.diff(model.audiences.factors.mean) > 0).all()


def spoilt(history: History, column: str, value: float, every: int) -> History:
    def spoil(cells: Cells | None) -> Cells | None:
        if cells is None:
            return None
        values = np.array(getattr(cells, column), dtype=float)
        values[::every] = value
        return replace(cells, **{column: values})  # type: ignore[arg-type]

    words = spoil(history.words.cells) if history.words else None
    assert words is not None
    assert history.words is not None
    return replace(
        history,
        words=replace(history.words, cells=words),
        hours=spoil(history.hours),
        regions=spoil(history.regions),
    )


@given(
    st.sampled_from(["impressions", "clicks", "cost", "orders", "revenue", "carts"]),
    st.sampled_from([np.nan, 0.0, -5.0, np.inf]),
    st.sampled_from([1, 2, 7]),
    st.sampled_from([3.0, 120.0]),
)
@settings(max_examples=40, deadline=None)
def test_that_bad_reports_never_give_a_factor_that_is_no_number(
    column: str, value: float, every: int, orders: float
) -> None:
    model = estimate(spoilt(past(5, orders=orders).history, column, value, every))
    for dimension in dimensions(model):
        for field in fields(Factors)[1:]:
            assert np.isfinite(getattr(dimension.factors, field.name)).all(), field.name
    assert np.isfinite([model.revenue_per_click, model.cart_exponent, model.value_cv]).all()
    if model.words is not None and np.isfinite(model.words.mean).any():
        assert np.isfinite(model.words.mean).all()


def test_that_no_report_at_all_gives_a_model_of_nothing() -> None:
    model = estimate(History(None, None, None, None, 0.0))
    assert dimensions(model) == []
    assert model.words is None
    assert model.revenue_per_click == 0
