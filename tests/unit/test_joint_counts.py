"""Orders and carts fitted together: against known truths, against itself, and at the edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from shopdesk.domain import joint_counts
from shopdesk.domain.joint_counts import Floats, JointPrior, JointRates, Numbers, Scale, joint_rates

PRIOR = JointPrior(cells=Scale(0.35, 0.4, (0.15, 0.25, 0.35, 0.5)), noise=Scale(0.2, 0.4, (0.1, 0.2, 0.35)))


@dataclass(frozen=True, slots=True)
class Drawn:
    truth: Floats
    weight: Floats
    orders: Floats
    carts: Floats
    group: Numbers

    def rates(self, **changed: Floats) -> JointRates:
        weight = changed.get("weight", self.weight)
        return joint_rates(
            changed.get("orders", self.orders),
            weight,
            self.carts,
            changed.get("known", weight),
            self.group,
            prior=PRIOR,
        )


def drawn(seed: int, *, cells: int = 200, clicks: float = 300) -> Drawn:
    rng = np.random.default_rng(seed)
    group = rng.integers(0, 4, cells)
    own = rng.normal(0, 0.35, cells)
    truth = np.array([0.06, 0.03, 0.02, 0.04])[group] * np.exp(own)
    weight = np.round(clicks * rng.lognormal(0, 0.8, cells)) + 1
    carts = rng.poisson(weight * 3 * truth**0.8 * np.exp(rng.normal(0, 0.15, cells))).astype(float)
    return Drawn(truth, weight, rng.poisson(weight * truth).astype(float), carts, group)


def test_that_carts_bring_rates_nearer_to_the_truth_and_intervals_stay_true() -> None:
    with_carts, without, covered = [], [], []
    for seed in range(6):
        shop = drawn(seed)
        found, plain = shop.rates(), shop.rates(known=np.zeros(shop.weight.size))
        with_carts.append(np.std(np.log(found.mean / shop.truth)))
        without.append(np.std(np.log(plain.mean / shop.truth)))
        width = special.ndtri(0.9) * np.sqrt(np.log1p(found.spread2))
        middle = np.log(found.mean) - np.log1p(found.spread2) / 2
        covered.append(np.mean(np.abs(np.log(shop.truth) - middle) <= width))
    assert np.mean(with_carts) < 0.85 * np.mean(without)
    assert 0.75 <= np.mean(covered) <= 0.86


def test_that_many_orders_are_believed_and_a_cell_without_clicks_is_its_group() -> None:
    weight = np.array([1e6, 1e6, 0.0])
    found = joint_rates(
        np.array([50_000.0, 60_000.0, 0.0]), weight, np.zeros(3), np.zeros(3), np.zeros(3, dtype=np.int64), prior=PRIOR
    )
    assert found.mean[:2] == pytest.approx([0.05, 0.06], rel=0.01)
    assert 0.05 < found.mean[2] < 0.07
    assert found.spread2[2] > 10 * found.spread2[0]


def test_that_what_was_expected_before_is_what_a_fit_without_the_cells_orders_gives() -> None:
    shop = drawn(3, cells=60, clicks=150)
    before = shop.rates().before
    for cell in (0, 17, 42):
        weight = shop.weight.copy()
        weight[cell] = 1e-6
        left_out = joint_rates(
            np.where(weight < 1, 0.0, shop.orders), weight, shop.carts, shop.weight, shop.group, prior=PRIOR
        )
        assert before[cell] == pytest.approx(left_out.mean[cell], rel=0.06)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_that_order_and_unit_of_the_cells_mean_nothing(seed: int) -> None:
    shop = drawn(seed % 7, cells=25)
    found = shop.rates()
    turn = np.random.default_rng(seed).permutation(25)
    turned = joint_rates(
        shop.orders[turn], shop.weight[turn], shop.carts[turn], shop.weight[turn], shop.group[turn], prior=PRIOR
    )
    assert turned.mean == pytest.approx(found.mean[turn], rel=1e-4)
    assert shop.rates(weight=shop.weight * 1000).mean * 1000 == pytest.approx(found.mean, rel=1e-3)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2000), st.integers(0, 300)), min_size=2, max_size=12))
@settings(max_examples=40, deadline=None)
def test_that_rates_are_always_finite(rows: list[tuple[int, int, int]]) -> None:
    orders, weight, carts = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    weight[0] += 1
    found = joint_rates(
        np.where(weight > 0, orders, 0.0), weight, carts, weight, np.zeros(len(rows), dtype=np.int64), prior=PRIOR
    )
    for values in (found.mean, found.spread2, found.before, found.before_spread2):
        assert np.isfinite(values).all()
        assert (values >= 0).all()


def test_that_a_long_table_in_parts_gives_nearly_what_it_gives_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    shop = drawn(1, cells=3000)
    monkeypatch.setattr(joint_counts, "_MOST_CELLS", 10_000)
    whole = shop.rates()
    monkeypatch.setattr(joint_counts, "_MOST_CELLS", 500)
    monkeypatch.setattr(joint_counts, "_CELLS_AT_ONCE", 1000)
    parts = shop.rates()
    assert parts.exponent == pytest.approx(whole.exponent, abs=0.1)
    apart = np.abs(np.log(parts.mean / whole.mean))
    assert np.median(apart) < 0.02
    assert apart.max() < 0.3


def test_that_the_chance_of_no_differences_holds_few_orders_to_the_average() -> None:
    few = np.array([1.0, 3.0, 2.0, 0.0, 4.0, 2.0])
    weight = np.full(6, 100.0)
    open_minded = JointPrior(cells=Scale(0.3, 0.4, (0.01, 0.2, 0.4)), noise=PRIOR.noise)
    doubting = JointPrior(cells=Scale(0.3, 0.4, (0.01, 0.2, 0.4), nothing=0.8), noise=PRIOR.noise)
    one, other = (
        joint_rates(few, weight, np.zeros(6), np.zeros(6), np.zeros(6, dtype=np.int64), prior=prior, against_all=True)
        for prior in (open_minded, doubting)
    )
    assert np.ptp(other.mean) < 0.5 * np.ptp(one.mean)
    assert other.mean.mean() == pytest.approx(1.0)
