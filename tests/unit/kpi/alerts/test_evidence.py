"""The evidence of the last days: fast for all streams at once, and what the formulas say for each."""

from __future__ import annotations

import numpy as np
import pytest

from shopdesk.domain.kpi.alerts.detector import THRESHOLD
from shopdesk.domain.kpi.alerts.evidence import NOTHING, History, evidence
from shopdesk.domain.kpi.alerts.level import ROWS, Row
from shopdesk.domain.kpi.alerts.stream import Batch
from shopdesk.domain.kpi.alerts.watch_shop import watch_shop
from shopdesk.domain.kpi.catalogue import BOARD
from tests.unit.kpi.alerts.alert_shops import NO_CAMPAIGNS, changed, ordinary
from tests.unit.kpi.alerts.plain_evidence import plain_evidence

DAYS, STREAMS = 60, 40


def history(seed: int, last: int) -> History:
    """Return any past up to a day: levels that fit more or less, missing days, means, new levels."""
    dice = np.random.default_rng(seed)
    shape = (DAYS, STREAMS)
    level = dice.uniform(1, 8, STREAMS)
    exposure = np.where(np.arange(STREAMS) % 3 == 0, dice.normal(0, 0.5, shape), 0.0)
    event = np.where(
        np.arange(DAYS)[:, None] >= dice.integers(20, 80, STREAMS), dice.choice([0.4, 0.8, 2.0], STREAMS), 1
    )
    counts = dice.poisson(np.exp(level + exposure + dice.normal(0, 0.05, shape)) * event).astype(float)
    inverse = np.where(np.arange(STREAMS) % 4 == 0, 1 / dice.integers(5, 50, shape), 0.0)
    known = dice.random(shape) < 0.95
    warm = np.full(STREAMS, 28)
    past = History(Batch(np.where(known, counts, 0.0), exposure, inverse, known, warm, np.arange(DAYS) % 7))
    for day in range(last + 1):
        outlook = np.zeros((ROWS, STREAMS))
        outlook[Row.LEVEL] = level + dice.normal(0, 0.02, STREAMS)
        outlook[Row.CARRIED] = dice.normal(0, 0.02, STREAMS)
        outlook[Row.LEVEL_VAR : Row.MEMORY] = dice.uniform(1e-5, 4e-3, (Row.MEMORY - Row.LEVEL_VAR, STREAMS))
        outlook[Row.MEMORY] = dice.uniform(0, 0.5, STREAMS)
        outlook[Row.SPREAD_VAR : Row.WEEKDAYS] = dice.uniform(1e-4, 1e-2, (2, STREAMS))
        outlook[Row.WEEKDAYS :] = dice.normal(0, 0.05, (7, STREAMS))
        past.add(day, outlook)
    past.barrier[:] = np.where(dice.random(STREAMS) < 0.3, dice.integers(30, DAYS, STREAMS), 0)
    return past


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("day", [28, 35, 50, DAYS - 1])
def test_that_the_evidence_of_many_streams_is_what_the_formulas_say_of_each(seed: int, day: int) -> None:
    past, tail = history(seed, day), np.linspace(2.6, 55, STREAMS)
    found = evidence(past, day, tail)
    plain = np.array([plain_evidence(past, stream, day, float(tail[stream])) for stream in range(STREAMS)])
    judged = found.most > NOTHING
    np.testing.assert_allclose(np.stack([found.fall, found.rise])[:, judged], plain[judged].T, rtol=1e-9, atol=1e-9)
    assert (plain[~judged] < THRESHOLD).all(), "left out as no event could explain them"
    assert judged.sum() > 3, "these pasts must hold something to find"


def test_that_metrics_are_judged_alike_beside_others_and_alone() -> None:
    facts = changed(ordinary(), 120, {"pay_buyers": 0.5, "pay_amount": 0.5}, days=4)
    names = ("pay_buyers", "pay_amount", "visitors", "pay_cvr", "aov")
    together = watch_shop(facts, [BOARD[name] for name in names], calendar=NO_CAMPAIGNS)
    for name in ("pay_amount", "aov"):  # means over buyers are among the streams of both
        mine, alone = together.of(name), watch_shop(facts, [BOARD[name]], calendar=NO_CAMPAIGNS).of(name)
        assert mine is not None
        assert alone is not None
        np.testing.assert_array_equal(mine.flags, alone.flags)
        np.testing.assert_allclose(mine.expected, alone.expected, rtol=1e-6)
        np.testing.assert_allclose(mine.week_gap, alone.week_gap, rtol=0, atol=1e-5)


def test_that_the_buyers_within_a_sum_of_money_are_the_buyers_watched_by_themselves() -> None:
    facts = changed(ordinary(), 120, {"pay_buyers": 0.5, "pay_amount": 0.5}, days=4)
    found = watch_shop(facts, [BOARD["pay_buyers"], BOARD["pay_amount"], BOARD["aov"]], calendar=NO_CAMPAIGNS)
    buyers, money, each = found.of("pay_buyers"), found.of("pay_amount"), found.of("aov")
    assert buyers is not None
    assert money is not None
    assert each is not None
    np.testing.assert_allclose(money.expected, buyers.expected * each.expected, rtol=1e-12)
    np.testing.assert_array_equal(np.maximum(buyers.weight, each.weight), money.weight)


def test_that_a_shop_without_any_metric_has_no_watch() -> None:
    assert not watch_shop(ordinary(), [], calendar=NO_CAMPAIGNS).by_metric
