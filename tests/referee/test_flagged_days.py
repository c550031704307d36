"""Alarms of single series through the outside door: causal, quiet on chance, awake for what an operator would see."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.referee.kpi import flag_days

START = date(2025, 1, 1)
WEEK = np.array([1.0, 0.95, 0.97, 1.0, 1.05, 1.2, 1.15])


def series(values: np.ndarray) -> pd.Series:
    return pd.Series(values.astype(float), index=pd.date_range(START, periods=values.size, freq="D"))


def visitors(days: int, *, mean: float = 3000.0, seed: int = 1, noise: float = 0.05) -> np.ndarray:
    dice = np.random.default_rng(seed)
    usual = mean * WEEK[np.arange(days) % 7]
    return dice.poisson(usual * np.exp(dice.normal(0, noise, days))).astype(float)


def flagged(values: np.ndarray, **given_also: object) -> list[int]:
    arguments = {"kind": "count", "counts": None, "promo_days": {}} | given_also
    return np.flatnonzero(flag_days(series(values), **arguments).to_numpy()).tolist()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10_000),
    days=st.integers(1, 150),
    cut=st.integers(1, 150),
    kind=st.sampled_from(["count", "money", "rate"]),
    has_counts=st.booleans(),
    mean=st.sampled_from([0.5, 8.0, 300.0, 30_000.0]),
)
def test_that_a_verdict_never_changes_with_later_days(
    seed: int, days: int, cut: int, kind: str, has_counts: bool, mean: float
) -> None:
    dice = np.random.default_rng(seed)
    base = dice.poisson(mean * WEEK[np.arange(days) % 7] * np.exp(dice.normal(0, 0.1, days))).astype(float)
    base[dice.random(days) < 0.05] *= 3
    base[dice.random(days) < 0.05] = np.nan
    counts = dice.poisson(mean * 30, days).astype(float) if kind == "rate" else base
    with np.errstate(invalid="ignore", divide="ignore"):
        values = {"count": base, "money": base * dice.gamma(3, 40, days), "rate": base / counts}[kind]
    promo = {START + timedelta(days=int(day)): "618" for day in dice.integers(0, days, 4)}
    whole = {"kind": kind, "promo_days": promo}
    all_days, given_counts = series(values), series(counts) if has_counts else None
    full = flag_days(all_days, counts=given_counts, **whole)
    part = flag_days(all_days[:cut], counts=None if given_counts is None else given_counts[:cut], **whole)
    assert part.tolist() == full[:cut].tolist()


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_that_a_halved_and_a_doubled_day_are_flagged_and_the_day_after_is_not(factor: float) -> None:
    values = visitors(150)
    values[120] *= factor
    assert [day for day in flagged(values) if day >= 110] == [120]


def test_that_chance_alone_flags_fewer_than_two_days_in_a_year_of_a_small_shop() -> None:
    assert sum(len(flagged(visitors(365, mean=9.0, seed=seed))) for seed in range(6)) < 2 * 6


def test_that_a_slow_fall_over_three_weeks_is_noticed_and_then_taken_as_the_new_level() -> None:
    values = visitors(220)
    values[150:] *= np.concatenate([0.6 ** (np.arange(1, 22) / 21), np.full(49, 0.6)])
    found = flagged(values)
    assert any(150 <= day < 171 for day in found)
    assert not any(day >= 185 for day in found)


def test_that_a_lasting_jump_stops_being_an_alarm_within_two_weeks() -> None:
    values = visitors(220)
    values[150:] *= 1.5
    found = [day for day in flagged(values) if day >= 150]
    assert found
    assert found[0] == 150
    assert max(found) < 164


def test_that_a_campaign_day_is_not_an_alarm_and_teaches_the_level_nothing() -> None:
    values = visitors(150)
    values[100:104] *= 4
    promo = {START + timedelta(days=day): "双11" for day in range(100, 104)}
    assert [day for day in flagged(values, promo_days=promo) if day >= 95] == []


def test_that_a_campaign_missing_from_the_calendar_leaves_no_trail_of_alarms() -> None:
    values = visitors(180)
    values[100:104] *= 4
    assert set(flagged(values)) <= set(range(100, 104))


def test_that_a_smaller_basket_shows_in_the_money_though_the_buyers_are_as_usual() -> None:
    dice = np.random.default_rng(5)
    buyers = visitors(150, mean=90, seed=5)
    money = buyers * 120 * np.exp(dice.normal(0, 0.06, 150))
    money[120:123] *= 0.6
    found = flagged(money, kind="money", counts=series(buyers))
    assert set(found) & {120, 121, 122}


def test_that_the_same_fall_of_a_rate_is_an_alarm_with_many_events_only() -> None:
    def rate(base: float) -> list[int]:
        dice = np.random.default_rng(8)
        seen = dice.poisson(base, 150).astype(float)
        events = dice.binomial(seen.astype(int), 0.03).astype(float)
        events[120] = np.round(events[120] * 0.65)
        return [day for day in flagged(events / seen, kind="rate", counts=series(seen)) if day >= 110]

    assert rate(30_000) == [120]
    assert rate(200) == []


@pytest.mark.parametrize("scale", [1e-4, 1.0, 1e7])
def test_that_the_unit_of_an_amount_changes_no_verdict(scale: float) -> None:
    values = visitors(150) * 1.07
    values[120] *= 0.5
    assert [day for day in flagged(values * scale, kind="money") if day >= 100] == [120]


@pytest.mark.parametrize(
    "values", [np.full(90, np.nan), np.zeros(90), np.ones(90), np.array([np.nan, 5.0]), np.array([])]
)
def test_that_series_without_anything_in_them_have_no_alarms(values: np.ndarray) -> None:
    for kind in ("count", "money", "rate"):
        assert flagged(values, kind=kind) == []
        assert flagged(values, kind=kind, counts=series(values)) == []


@pytest.mark.parametrize("form", ["dates", "periods", "moments", "backwards"])
def test_that_days_are_flagged_whatever_form_their_index_has(form: str) -> None:
    values = visitors(120)
    values[110:] *= 0.4
    known = series(values)
    index = {
        "dates": pd.Index([day.date() for day in known.index], dtype=object),
        "periods": known.index.to_period("D"),
        "moments": (known.index + pd.Timedelta(hours=8)).tz_localize("Asia/Shanghai"),
        "backwards": known.index,
    }[form]
    given_series = known.set_axis(index)
    if form == "backwards":
        given_series = given_series[::-1]
    flags = flag_days(given_series, kind="count", counts=given_series, promo_days={})
    assert flags.index.equals(given_series.index)
    assert flags.dtype == bool
    told = flags[::-1] if form == "backwards" else flags
    assert np.flatnonzero(told.to_numpy()).tolist() == flagged(values, counts=known)
    assert told.to_numpy()[110:].any()


def test_that_a_door_without_any_day_answers_with_none() -> None:
    flags = flag_days(series(np.array([])), kind="money", counts=None, promo_days={})
    assert flags.empty
    assert flags.dtype == bool


@pytest.mark.parametrize("noise", [0.03, 0.1, 0.3])
@pytest.mark.parametrize("factor", [0.0, 10.0, 1000.0])
def test_that_no_day_is_too_far_off_to_be_flagged(noise: float, factor: float) -> None:
    values = visitors(170, noise=noise)
    values[150] *= factor
    assert 150 in flagged(values)


def test_that_a_day_with_more_returned_than_sold_is_a_bad_day_and_not_a_missing_one() -> None:
    buyers = visitors(170, mean=90)
    money = buyers * 120.0
    money[150] = -4000
    assert 150 in flagged(money, kind="money")
    assert 150 in flagged(money, kind="money", counts=series(buyers))


def test_that_a_sum_that_goes_to_and_fro_about_nothing_has_no_verdict() -> None:
    values = np.random.default_rng(3).normal(50, 200, 150)
    assert flagged(values, kind="money") == []


@pytest.mark.parametrize("odd", [np.inf, -np.inf, 1e300, -5.0, 0.0, np.nan])
@pytest.mark.parametrize("kind", ["count", "money", "rate"])
def test_that_values_and_counts_that_cannot_be_are_as_if_missing(kind: str, odd: float) -> None:
    values, counts = visitors(120), visitors(120, mean=9000.0, seed=2)
    values[40::17], counts[50::13] = odd, odd
    for events in (None, series(counts)):
        flags = flag_days(series(values), kind=kind, counts=events, promo_days={})
        assert flags.dtype == bool
        if not np.isfinite(odd):
            assert not flags.to_numpy()[40::17].any()


@pytest.mark.parametrize(
    ("index", "told"),
    [
        (pd.to_datetime(["2025-01-01", "2025-01-02", "2025-01-02"]), "2025-01-02 more than once"),
        (pd.to_datetime(["2025-01-01", None, "2025-01-02"]), "without a day"),
        (pd.RangeIndex(3), "numbers"),
    ],
)
def test_that_an_index_that_is_not_one_day_a_value_is_refused_by_name(index: pd.Index, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        flag_days(pd.Series([1.0, 2.0, 3.0], index=index), kind="count", counts=None, promo_days={})


def test_that_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="ratio"):
        flag_days(series(np.ones(3)), kind="ratio", counts=None, promo_days={})


def test_that_campaigns_are_known_by_moments_too_and_those_outside_do_not_matter() -> None:
    values = visitors(150)
    values[100:104] *= 4
    promo = {pd.Timestamp(START) + pd.Timedelta(days=day): "618" for day in (-400, *range(100, 104), 900)}
    assert [day for day in flagged(values, promo_days=promo) if day >= 95] == []


def test_that_a_stray_day_a_century_away_costs_no_century_of_days_and_leaves_verdicts_as_they_are() -> None:
    values = visitors(150)
    values[140] *= 0.4
    late = pd.Series([5.0], index=[pd.Timestamp("2125-06-01")])
    given_also = {"kind": "count", "counts": None, "promo_days": {}}
    flags = flag_days(pd.concat([series(values), late]), **given_also)
    assert flags.to_numpy()[:150].tolist() == flag_days(series(values), **given_also).tolist()
