"""Customers out of orders: purchases, RFM, the models of coming back, personas."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from shopdesk.app.kpi.customers import rfm_classes
from shopdesk.domain.kpi.customers.bgnbd import (
    MIN_REPEATERS,
    BgNbd,
    Histories,
    TooFewRepeaters,
    chance_alive,
    expected_purchases,
    fit_bgnbd,
    likely_models,
)
from shopdesk.domain.kpi.customers.gamma_gamma import expected_value, fit_gamma_gamma
from shopdesk.domain.kpi.customers.persona import Cut, Person, Quarter, persona, price_limits, quarter
from shopdesk.domain.kpi.customers.purchases import Purchases, histories, people, purchases, quarter_ends
from shopdesk.domain.kpi.customers.rfm import class_rows, fixed_scores, matrix, quantile_scores, scored
from shopdesk.domain.kpi.customers.value import Refusal, historic_value, model_value

CDNOW = Path(__file__).parents[3] / "referee" / "cdnow.csv"


@pytest.fixture(scope="module")
def cdnow() -> np.ndarray:
    return np.loadtxt(CDNOW, delimiter=",", skiprows=3)


def frames(rows: list[tuple[str, str, int, int]]) -> dict[str, pd.DataFrame]:
    """Orders as (buyer, day, paid fen, refunded fen), each with one line of its own item."""
    orders = pd.DataFrame(
        {
            "order_id": [str(place) for place in range(len(rows))],
            "platform": "taobao",
            "buyer": [row[0] for row in rows],
            "paid_at": pd.to_datetime([row[1] for row in rows], format="mixed"),
            "paid": [row[2] for row in rows],
            "refunded": [row[3] for row in rows],
            "region": "浙江",
        }
    )
    lines = pd.DataFrame(
        {"order_id": orders["order_id"], "sku": "A", "title": "坚果", "unit_price": orders["paid"], "quantity": 2.0}
    )
    costs = pd.DataFrame({"item_id": [""], "sku": ["A"], "unit_cost": [1000]})
    return {"orders": orders, "order_lines": lines, "costs": costs}


def bought(rows: list[tuple[str, str, int, int]]) -> Purchases:
    found = purchases(frames(rows))
    assert found is not None
    return found


def test_that_cdnow_gives_the_published_model(cdnow: np.ndarray) -> None:
    found = Histories(cdnow[:, 0], cdnow[:, 1], cdnow[:, 2])
    model = fit_bgnbd(found)
    assert model.parameters == pytest.approx((0.2426, 4.414, 0.793, 2.426), abs=6e-4)
    assert model.log_likelihood == pytest.approx(-9582.43, abs=0.01)
    one = Histories(np.array([2.0]), np.array([30.43]), np.array([38.86]))
    assert expected_purchases(model, one, 39)[0] == pytest.approx(1.226, abs=5e-4)
    assert chance_alive(model, one)[0] == pytest.approx(0.7266, abs=1e-4)
    possible = np.array([each.parameters for each in likely_models(found, model)])
    lows, highs = possible.min(axis=0), possible.max(axis=0)
    # ends of the exact profiles, found by fitting the other three parameters at fixed values
    assert lows == pytest.approx((0.2193, 3.726, 0.516, 1.431), rel=0.06)
    assert highs == pytest.approx((0.2686, 5.214, 1.319, 4.570), rel=0.12)


def test_that_cdnow_gives_the_published_value_of_a_purchase(cdnow: np.ndarray) -> None:
    model = fit_gamma_gamma(cdnow[:, 0], cdnow[:, 3])
    assert (model.p, model.q, model.v) == pytest.approx((6.25, 3.74, 15.44), abs=0.01)
    assert model.mean == pytest.approx(35.17, abs=0.01)
    pulled = expected_value(model, np.array([0.0, 1.0, 50.0]), np.array([0.0, 100.0, 100.0]))
    assert pulled[0] == pytest.approx(model.mean)
    assert pulled[0] < pulled[1] < pulled[2] < 100


def test_that_money_in_another_unit_gives_the_same_shapes(cdnow: np.ndarray) -> None:
    plain, hundredths = (fit_gamma_gamma(cdnow[:, 0], cdnow[:, 3] * unit) for unit in (1, 100))
    assert (plain.p, plain.q) == pytest.approx((hundredths.p, hundredths.q), rel=1e-4)
    assert hundredths.v == pytest.approx(100 * plain.v, rel=1e-4)


def test_that_few_repeat_buyers_are_refused(cdnow: np.ndarray) -> None:
    few = cdnow[np.cumsum(cdnow[:, 0] > 0) < MIN_REPEATERS]
    with pytest.raises(TooFewRepeaters) as refused:
        fit_bgnbd(Histories(few[:, 0], few[:, 1], few[:, 2]))
    assert refused.value.repeaters == MIN_REPEATERS - 1
    with pytest.raises(TooFewRepeaters):
        fit_gamma_gamma(few[:, 0], few[:, 3])


def test_that_expected_purchases_rise_with_time_and_stay_known_at_the_singular_point() -> None:
    found = Histories(np.array([0.0, 3.0]), np.array([0.0, 20.0]), np.array([30.0, 30.0]))
    model = BgNbd(0.25, 4.4, 1.0, 2.4, 0.0)
    course = np.array([expected_purchases(model, found, weeks) for weeks in (1, 10, 52)])
    assert np.isfinite(course).all()
    assert (np.diff(course, axis=0) > 0).all()


def test_that_refunded_orders_and_nameless_buyers_are_no_purchases() -> None:
    found = bought([("a", "2026-01-05 10:00", 5000, 0), ("a", "2026-01-06", 4000, 4000), ("", "2026-01-07", 3000, 0)])
    assert (found.count, found.nameless, found.yuan.tolist()) == (1, 1, [50.0])
    assert found.margin.tolist() == [30.0]
    assert purchases({}) is None
    assert purchases(frames([("", "2026-01-07", 3000, 0)])) is None


def test_that_a_margin_is_unknown_where_a_cost_is() -> None:
    given_frames = frames([("a", "2026-01-05", 5000, 0)])
    found = purchases({**given_frames, "costs": given_frames["costs"].assign(sku="B")})
    assert found is not None
    assert np.isnan(found.margin[0])
    assert historic_value(found).margin_per_buyer is None


def test_that_two_orders_on_one_day_are_one_purchase() -> None:
    found = bought([("a", "2026-01-05 10:00", 100, 0), ("a", "2026-01-05 11:00", 300, 0), ("a", "2026-01-12", 500, 0)])
    history, mean = histories(found, date(2026, 1, 19))
    assert (history.x.tolist(), history.t_x.tolist(), history.t.tolist()) == ([1.0], [1.0], [2.0])
    assert mean.tolist() == [5.0]
    assert people(found, date(2026, 1, 19)).frequency.tolist() == [2.0]


def test_that_quarters_follow_the_calendar_across_the_year() -> None:
    found = bought([("a", "2025-11-30", 100, 0), ("b", "2026-02-28", 100, 0), ("c", "2026-04-01", 100, 0)])
    assert quarter_ends(found) == (date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30))


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60))
def test_that_equal_values_get_equal_scores_and_larger_ones_no_smaller(values: list[int]) -> None:
    numbers = np.array(values, dtype=float)
    scores = quantile_scores(numbers)
    assert set(scores.tolist()) <= {1, 2, 3, 4, 5}
    order = np.argsort(numbers, kind="stable")
    assert (np.diff(scores[order]) >= 0).all()
    for value in set(values):
        assert len(set(scores[numbers == value].tolist())) == 1
    assert (quantile_scores(numbers, is_small_good=True) == quantile_scores(-numbers)).all()


def test_that_distinct_values_fill_fifths() -> None:
    assert np.bincount(quantile_scores(np.arange(100.0)))[1:].tolist() == [20] * 5


def test_that_frequencies_have_fixed_steps_where_most_buy_once() -> None:
    assert fixed_scores(np.array([1, 2, 3, 4, 5, 60.0])).tolist() == [1, 3, 4, 4, 5, 5]
    once = [(f"b{n}", "2026-01-05", 1000, 0) for n in range(9)]
    found = scored(bought([*once, ("b0", "2026-01-09", 1000, 0)]), date(2026, 1, 31), rfm_classes())
    assert found is not None
    assert found.is_fixed
    assert sorted(found.f.tolist()) == [1] * 8 + [3]


def test_that_classes_and_matrix_add_up_and_moves_balance() -> None:
    draw = np.random.default_rng(3)
    rows = [
        (f"b{draw.integers(60)}", f"2026-{draw.integers(1, 7):02d}-{draw.integers(1, 29):02d}", 1000 + n * 7, 0)
        for n in range(300)
    ]
    found = bought(rows)
    classes = rfm_classes()
    before = scored(found.until(date(2026, 3, 31)), date(2026, 3, 31), classes)
    now = scored(found, date(2026, 6, 30), classes)
    assert before is not None
    assert now is not None
    table = class_rows(now, before, classes)
    assert sum(row.count for row in table) == now.people.buyer.size
    assert sum(row.yuan for row in table) == pytest.approx(found.yuan.sum())
    assert sum(cell.count for cell in matrix(now).values()) == now.people.buyer.size
    for row in table:
        assert row.count == row.before - sum(row.went.values()) + sum(row.came.values())
    first = class_rows(now, None, classes)
    assert all(row.before == 0 and not row.came for row in first)


def test_that_the_shipped_classes_cover_every_case_once() -> None:
    assert {(one.r, one.f, one.m) for one in rfm_classes()} == {
        (r, f, m) for r in (True, False) for f in (True, False) for m in (True, False)
    }
    assert len({one.key for one in rfm_classes()}) == 8


def test_that_a_short_or_thin_history_is_refused_with_its_numbers() -> None:
    few = bought([("a", "2026-01-05", 1000, 0), ("a", "2026-01-25", 1000, 0)])
    assert model_value(few, date(2026, 1, 31)) == Refusal(1, pytest.approx(26 / 7))
    longer = bought([("a", "2025-01-05", 1000, 0), ("a", "2026-01-25", 1000, 0), ("b", "2026-01-25", 900, 0)])
    refused = model_value(longer, date(2026, 1, 31))
    assert isinstance(refused, Refusal)
    assert refused.repeaters == 1


def planted(buyers: int) -> list[tuple[str, str, int, int]]:
    """Orders over a year of people who follow the model: they come back by chance and leave after some purchase."""
    draw = np.random.default_rng(5)
    rows = []
    for buyer in range(buyers):
        rate, leaves = draw.gamma(0.8, 1 / 12), draw.beta(1.0, 3.0)
        day, yuan = float(draw.integers(0, 120)), float(draw.uniform(40, 120))
        while day < 365:
            when = date(2025, 1, 1) + timedelta(days=int(day))
            rows.append((f"b{buyer}", str(when), int(100 * yuan * draw.uniform(0.7, 1.3)), 0))
            day += float(draw.exponential(7 / max(rate, 1e-4)))
            if draw.random() < leaves:
                break
    return rows


def test_that_the_model_foretells_the_months_that_it_has_not_seen() -> None:
    found = bought(planted(1_500))
    until = date(2025, 8, 31)
    seen = found.until(until)
    history, _ = histories(seen, until)
    model = fit_bgnbd(history)
    whole, _ = histories(found, date(2025, 12, 31))
    came = (whole.x.sum() + whole.x.size) - (history.x.sum() + history.x.size)
    assert expected_purchases(model, history, 122 / 7).sum() == pytest.approx(came, rel=0.15)


def test_that_a_value_stands_in_its_range_and_is_margin_where_costs_are_known() -> None:
    found = model_value(bought(planted(900)), date(2025, 12, 31))
    assert not isinstance(found, Refusal)
    assert found.is_margin
    assert 0 < found.low < found.value < found.high < 3 * found.value
    assert all(low < best < high for (low, high), best in zip(found.intervals, found.bgnbd.parameters, strict=True))


def test_that_personas_count_each_buyer_once_and_mark_only_drifts_beyond_chance() -> None:
    def people_of(count_north: int, count_south: int, end: date) -> Quarter:
        persons = [Person("new", "坚果", "北京", "0")] * count_north + [
            Person("new", "坚果", "广东", "0")
        ] * count_south
        return Quarter(end, tuple(persons), (10.0,) * len(persons))

    before = people_of(100, 100, date(2026, 3, 31))
    drifted = persona(people_of(160, 60, date(2026, 6, 30)), before, Cut.REGION)
    assert [(row.labels, row.buyers, row.is_beyond_chance) for row in drifted] == [
        (("北京",), 160, True),
        (("广东",), 60, True),
    ]
    calm = persona(people_of(108, 100, date(2026, 6, 30)), before, Cut.REGION)
    assert not any(row.is_beyond_chance for row in calm)
    first = persona(before, None, Cut.ALL)
    assert first[0].share_before is None
    assert first[0].p is None
    table = [[160, 60], [100, 100]]
    assert drifted[0].p == pytest.approx(stats.chi2_contingency(table, correction=True).pvalue, rel=1e-6)


def test_that_a_quarter_takes_the_first_item_ever_and_the_class_of_its_last_day() -> None:
    found = bought([("a", "2026-02-05", 1000, 0), ("a", "2026-05-05", 9000, 0), ("b", "2026-05-06", 3000, 0)])
    now = scored(found, date(2026, 6, 30), rfm_classes())
    assert now is not None
    made = quarter(found, now, date(2026, 6, 30), price_limits(found))
    assert len(made.persons) == 2
    assert made.yuan == (90.0, 30.0)
    assert {person.region for person in made.persons} == {"浙江"}
    assert made.persons[0].band == "2"


def test_that_on_a_flat_ridge_no_model_near_by_is_likelier_than_the_one_that_was_found() -> None:
    """Nobody leaves here, so that a and b only count as far as their ratio is small: differences would stop early."""
    draw = np.random.default_rng(0)
    x, t = draw.negative_binomial(1, 0.5, 4000).astype(float), draw.integers(60, 400, 4000) / 7
    histories = Histories(x, np.where(x > 0, draw.random(4000) * t, 0.0), t)
    best = fit_bgnbd(histories)
    others = likely_models(histories, best, count=200)
    assert len(others) > 20
    assert max(one.log_likelihood for one in others) - best.log_likelihood < 0.01
