from __future__ import annotations

import math
from itertools import permutations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.kpi.attribution.additive import additive
from shopdesk.domain.kpi.attribution.lmdi import lmdi, log_mean, slopes
from shopdesk.domain.kpi.attribution.method import PRODUCT_METHODS, Method, fitting, product_parts
from shopdesk.domain.kpi.attribution.method import slopes as method_slopes
from shopdesk.domain.kpi.attribution.mix_rate import mix_rate
from shopdesk.domain.kpi.attribution.rounding import shown_parts, steps_of
from shopdesk.domain.kpi.attribution.segmented import segmented
from shopdesk.domain.kpi.attribution.shapley import MAX_FACTORS, product_shapley, shapley
from shopdesk.domain.kpi.attribution.substitution import substitution

POSITIVE = st.floats(1e-6, 1e6)
OR_ZERO = st.one_of(st.just(0.0), POSITIVE)
ANY = st.floats(-1e3, 1e3)


def sides(values: st.SearchStrategy[float], *, most: int = 6) -> st.SearchStrategy[list[tuple[float, float]]]:
    return st.lists(st.tuples(values, values), min_size=1, max_size=most)


def split(pairs: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [before for before, _ in pairs], [after for _, after in pairs]


def close(one: float, other: float, *, scale: float) -> bool:
    return abs(one - other) <= 1e-9 * scale + 1e-12


@given(sides(OR_ZERO))
def test_that_lmdi_adds_up_also_with_zeros(pairs: list[tuple[float, float]]) -> None:
    before, after = split(pairs)
    start, end = math.prod(before), math.prod(after)
    assert close(math.fsum(lmdi(before, after)), end - start, scale=start + end)


@given(sides(ANY), st.sampled_from((Method.SHAPLEY, Method.SUBSTITUTION)))
def test_that_the_other_methods_add_up_with_any_numbers(pairs: list[tuple[float, float]], method: Method) -> None:
    before, after = split(pairs)
    change = math.prod(after) - math.prod(before)
    scale = math.prod(max(abs(a), abs(b), 1.0) for a, b in pairs)
    assert close(math.fsum(product_parts(before, after, method)), change, scale=scale)


@given(sides(OR_ZERO), st.sampled_from((Method.LMDI, Method.SHAPLEY)))
def test_that_going_back_in_time_turns_every_sign(pairs: list[tuple[float, float]], method: Method) -> None:
    before, after = split(pairs)
    there, back = product_parts(before, after, method), product_parts(after, before, method)
    scale = math.prod(max(a, b) for a, b in pairs)
    assert all(close(one, -other, scale=scale) for one, other in zip(there, back, strict=True))


@given(sides(OR_ZERO, most=4), st.sampled_from((Method.LMDI, Method.SHAPLEY)), st.randoms())
def test_that_the_order_of_the_factors_changes_nothing(
    pairs: list[tuple[float, float]], method: Method, random: Random
) -> None:
    places = list(range(len(pairs)))
    random.shuffle(places)
    straight = product_parts(*split(pairs), method)
    mixed = product_parts(*split([pairs[place] for place in places]), method)
    scale = math.prod(max(a, b) for a, b in pairs)
    assert all(close(mixed[at], straight[place], scale=scale) for at, place in enumerate(places))


@given(sides(POSITIVE, most=5), st.integers(0, 3))
def test_that_joining_two_factors_leaves_the_others_alone_under_lmdi(pairs: list[tuple[float, float]], at: int) -> None:
    fine = [*pairs, (2.0, 3.0), (0.5, 0.4)]
    at %= len(fine) - 1
    joined = (fine[at][0] * fine[at + 1][0], fine[at][1] * fine[at + 1][1])
    coarse = [*fine[:at], joined, *fine[at + 2 :]]
    below, above = lmdi(*split(fine)), lmdi(*split(coarse))
    scale = math.prod(max(a, b) for a, b in fine)
    kept = [*below[:at], below[at] + below[at + 1], *below[at + 2 :]]
    assert all(close(one, other, scale=scale) for one, other in zip(kept, above, strict=True))


@given(sides(ANY, most=5))
def test_that_the_short_form_for_products_is_the_mean_over_all_orders(pairs: list[tuple[float, float]]) -> None:
    before, after = split(pairs)
    orders = list(permutations(range(len(pairs))))
    means = [0.0] * len(pairs)
    for order in orders:
        parts = substitution([before[k] for k in order], [after[k] for k in order])
        for k, part in zip(order, parts, strict=True):
            means[k] += part / len(orders)
    scale = math.prod(max(abs(a), abs(b), 1.0) for a, b in pairs)
    by_subsets = shapley(math.prod, before, after)
    for found in (product_shapley(before, after), by_subsets):
        assert all(close(one, other, scale=scale) for one, other in zip(found, means, strict=True))


@given(sides(OR_ZERO), st.sampled_from(PRODUCT_METHODS))
def test_that_a_part_is_its_slope_times_its_own_difference(pairs: list[tuple[float, float]], method: Method) -> None:
    before, after = split(pairs)
    parts = product_parts(before, after, method)
    scale = math.prod(max(a, b) for a, b in pairs)
    for part, slope, (x0, x1) in zip(parts, method_slopes(before, after, method), pairs, strict=True):
        assert close(slope * (x1 - x0), part, scale=scale)


def test_that_a_factor_at_rest_still_hands_down_what_its_segments_did() -> None:
    (slope, _) = slopes([100.0, 0.1], [100.0, 0.2])
    assert slope == pytest.approx(log_mean(20.0, 10.0) / 100)


@given(st.lists(st.tuples(*[OR_ZERO] * 6), min_size=4, max_size=4))
def test_that_every_level_of_a_tree_is_the_sum_of_the_one_below(leaves: list[tuple[float, ...]]) -> None:
    values = np.array(leaves).reshape(2, 2, 6)
    parts = segmented([values[..., k] for k in range(3)], [values[..., 3 + k] for k in range(3)])
    scale = float(np.abs(parts.leaves).sum()) + 1
    assert np.allclose(parts.level(0).sum(axis=0), parts.by_factor, atol=1e-9 * scale)
    assert np.allclose(parts.level(1).sum(axis=0), parts.by_factor, atol=1e-9 * scale)
    changes = values[..., 3:].prod(axis=-1) - values[..., :3].prod(axis=-1)
    assert np.allclose(parts.by_segment, changes, atol=1e-6 * scale)


@given(st.lists(st.tuples(POSITIVE, POSITIVE, ANY, ANY), min_size=1, max_size=8))
def test_that_mix_and_rate_make_the_whole_change(rows: list[tuple[float, float, float, float]]) -> None:
    n0, n1, r0, r1 = np.array(rows).T
    w0, w1 = n0 / n0.sum(), n1 / n1.sum()
    found = mix_rate(share_before=w0, rate_before=r0, share_after=w1, rate_after=r1)
    change = float((w1 * r1).sum() - (w0 * r0).sum())
    assert close(float(found.parts.sum()), change, scale=1e3)
    back = mix_rate(share_before=w1, rate_before=r1, share_after=w0, rate_after=r0)
    assert np.allclose(found.mix, -back.mix, atol=1e-9)


def test_that_a_segment_without_visitors_has_no_rate_of_its_own() -> None:
    found = mix_rate(
        share_before=[1.0, 0.0], rate_before=[0.04, math.nan], share_after=[0.5, 0.5], rate_after=[0.04, 0.02]
    )
    assert found.rate.tolist() == [0.0, 0.0]
    assert float(found.mix.sum()) == pytest.approx(-0.01)
    assert found.mix[1] < 0  # gaining a segment worse than the shop is a loss


def test_that_shares_of_a_change_of_next_to_nothing_are_not_said() -> None:
    assert additive([10_000, 5_000], [9_000, 6_010]).explained is None
    found = additive([10_000, 5_000], [9_000, 5_000])
    assert found.explained is not None
    assert found.explained.tolist() == [1.0, 0.0]


def test_that_only_positive_products_are_divided_by_logarithms() -> None:
    assert fitting([1, 2], [3, 4]) is Method.LMDI
    assert fitting([1, 0], [3, 4]) is Method.SHAPLEY
    assert fitting([1, 2], [-3, 4]) is Method.SHAPLEY
    with pytest.raises(ValueError, match="sign"):
        lmdi([1.0, 2.0], [-1.0, 2.0])


def test_that_more_factors_than_can_be_tried_in_all_orders_are_refused() -> None:
    many = [1.0] * (MAX_FACTORS + 1)
    with pytest.raises(ValueError, match="factors"):
        shapley(math.prod, many, many)
    assert math.fsum(product_shapley(many, [2.0] * len(many))) == pytest.approx(2.0 ** len(many) - 1)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.sampled_from((1.0, 0.01, 0.0001)))
def test_that_shown_parts_add_up_to_the_shown_total(parts: list[float], step: float) -> None:
    total = steps_of(math.fsum(parts), step=step)
    shown = shown_parts(parts, total, step=step)
    assert sum(shown) == total
    assert all(abs(one - part / step) <= 1 + 1e-6 for one, part in zip(shown, parts, strict=True))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.integers(-(10**7), 10**7))
def test_that_shown_parts_add_up_to_any_total(parts: list[float], total: int) -> None:
    assert sum(shown_parts(parts, total, step=1.0)) == total


def test_that_a_part_of_nothing_stays_nothing() -> None:
    assert shown_parts([0.4, 0.4, 0.0, 0.4], 1, step=1.0)[2] == 0
    assert shown_parts([-1.4, 0.0, -1.4], -3, step=1.0) == (-2, 0, -1)
