"""The level of clicks to come: close to the truth, wider where it wanders, whole with days that had none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from shopdesk.domain.bidding.forecast.level import steady, wandering, weekday_factors

EVEN = (np.arange(400) + 0.5) / 400
NORMAL = special.ndtri(np.random.default_rng(1).permutation(EVEN))


def weekdays(days: int) -> np.ndarray:
    return np.arange(days) % 7.0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 3_000), min_size=7, max_size=90))
def test_that_any_run_of_days_gives_a_level(counts: list[int]) -> None:
    found = wandering(np.array(counts, dtype=float), weekdays(len(counts)), horizon=14, pick=EVEN, normal=NORMAL)
    assert np.isfinite(found.mean).all()
    assert found.mean.min() >= 0
    assert found.weekdays.mean() == pytest.approx(1)
    assert found.weekdays.min() > 0


def test_that_a_calm_run_is_known_well_and_a_restless_one_is_not() -> None:
    dice = np.random.default_rng(2)
    calm = dice.poisson(100, 56).astype(float)
    restless = np.maximum(100 * np.exp(np.cumsum(dice.normal(0, 0.08, 56))), 1).round()
    levels = [wandering(run, weekdays(56), horizon=14, pick=EVEN, normal=NORMAL).mean for run in (calm, restless)]
    widths = [np.subtract(*np.quantile(level, [0.9, 0.1])) / np.median(level) for level in levels]
    assert np.median(levels[0]) == pytest.approx(100, rel=0.05)
    assert widths[0] < 0.15
    assert widths[1] > 2 * widths[0]


def test_that_the_level_follows_a_fall_of_half() -> None:
    dice = np.random.default_rng(3)
    run = np.concatenate([dice.poisson(200, 42), dice.poisson(100, 21)]).astype(float)
    found = wandering(run, weekdays(63), horizon=14, pick=EVEN, normal=NORMAL)
    assert np.median(found.mean) == pytest.approx(100, rel=0.15)


def test_that_scattered_days_are_told_from_chance() -> None:
    dice = np.random.default_rng(4)
    wild = dice.negative_binomial(10, 10 / 110, 84).astype(float)
    found = wandering(wild, weekdays(84), horizon=14, pick=EVEN, normal=NORMAL)
    assert 5 < found.dispersion < 25  # in truth 11


def test_that_strong_weekdays_are_seen_and_weak_ones_pulled_in() -> None:
    strong = np.tile([100.0, 100, 100, 100, 100, 200, 200], 8)
    assert weekday_factors(strong, weekdays(56))[5] > 1.2
    noise = np.random.default_rng(5).poisson(3, 56).astype(float)
    assert np.abs(weekday_factors(noise, weekdays(56)) - 1).max() < 0.2


def test_that_a_total_is_known_as_well_as_its_count() -> None:
    few, many = (steady(total, 28, horizon=14, normal=NORMAL).mean for total in (20, 20_000))
    assert np.std(few) / np.mean(few) > 0.2
    assert np.std(many) / np.mean(many) < 0.05
    assert np.mean(many) == pytest.approx(20_000 / 28, rel=0.01)
