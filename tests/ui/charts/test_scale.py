import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui.charts.scale import Scale, bounds, nice_ticks, runs

finite = st.floats(-1e9, 1e9)


@given(low=finite, span=st.floats(1e-3, 1e9), count=st.integers(2, 12))
def test_that_ticks_lie_inside_their_range_and_are_evenly_spaced(low, span, count):
    ticks = nice_ticks(low, low + span, count=count)
    slack = 1e-6 * max(abs(low), span)
    assert all(low - slack <= t <= low + span + slack for t in ticks)
    assert len(ticks) <= 2 * count + 2
    if len(ticks) > 2:
        assert np.allclose(np.diff(ticks), ticks[1] - ticks[0], atol=slack)


@given(st.floats(-1e6, 1e6), st.floats(1, 1e6), finite)
def test_that_a_pixel_leads_back_to_its_value(low, span, value):
    scale = Scale(low, low + span, 500, 20)
    assert np.isclose(scale.value(scale.pixel(value)), value, rtol=1e-6, atol=1e-3)


@given(st.lists(st.one_of(st.just(float("nan")), st.floats(-5, 5)), max_size=30))
def test_that_runs_hold_every_known_value_once_and_no_gap(values):
    array = np.array(values, dtype=float)
    covered = [i for start, stop in runs(array) for i in range(start, stop)]
    assert covered == list(np.flatnonzero(np.isfinite(array)))


def test_that_orders_get_no_half_ticks():
    assert nice_ticks(0, 2, count=8, whole=True) == [0, 1, 2]


def test_that_unknown_values_do_not_widen_an_axis():
    low, high = bounds([np.array([np.nan, 3.0, np.inf, 5.0])], zero=True)
    assert low == 0
    assert 5 < high < 6
