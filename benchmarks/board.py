"""How long the board takes for another period: 3 years of 80 metrics by day, and 500,000 rows of segments beside it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.measuring import Line
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries
from shopdesk.domain.kpi.figures import change, figure
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.periods import Comparison, Period

DAYS: Final = 1096
ROWS: Final = 500_000
METRICS: Final = 80
PARTS: Final = ("visitors", "cart_users", "order_buyers", "pay_buyers", "pay_orders", "pay_items", "pay_amount")
LIMIT_MS: Final = 100
START: Final = date(2023, 6, 23)
LAST: Final = START + timedelta(days=DAYS - 1)
PERIODS: Final = (
    Period(START + timedelta(days=366), LAST),
    Period(LAST - timedelta(days=27), LAST),
    Period(LAST - timedelta(days=364), LAST),
)


def measure(*, quick: bool) -> Iterator[Line]:
    """Yield one line for the board and one for the segments, each for the slowest of three periods."""
    rounds = 3 if quick else 15
    facts, metrics = _facts(), [BOARD[name] for name in sorted(BOARD)][:METRICS]

    def board(period: Period) -> None:
        for metric in metrics:
            change(facts, figure(facts, metric, period), Comparison.PREVIOUS)

    name = f"board of {len(metrics)} metrics over {DAYS:,} days: another period"
    yield Line(name, _slowest(board, rounds), "ms", target=LIMIT_MS)

    rows = _rows()
    cube = SegmentCube.of(
        "item",
        [f"item {place}" for place in range(int(rows["label"].max()) + 1)],
        start=START,
        length=DAYS,
        codes=rows["label"].to_numpy(),
        days=rows["day"].to_numpy(),
        values={part: rows[part].to_numpy() for part in PARTS},
    )

    def segments(period: Period) -> None:
        for one in _both(period):
            cube.window(one)

    def pandas(period: Period) -> None:
        for one in _both(period):
            low, high = (one.start - START).days, (one.end - START).days
            rows[rows["day"].between(low, high)].groupby("label")[list(PARTS)].sum()

    beside = _slowest(pandas, rounds)
    name = f"{ROWS:,} rows of segments × {len(PARTS)} parts: another period and what it is compared with"
    yield Line(name, _slowest(segments, rounds), "ms", "pandas groupby", beside, 0.5)
    yield Line(f"{name} (limit)", _slowest(segments, rounds), "ms", target=LIMIT_MS)


def _both(period: Period) -> tuple[Period, Period]:
    compared = period.compared(Comparison.PREVIOUS)
    assert compared is not None
    return period, compared


def _slowest(act: Callable[[Period], None], rounds: int) -> float:
    """Return the median milliseconds of the slowest period."""
    found = []
    for period in PERIODS:
        taken = []
        for _ in range(rounds):
            start = time.perf_counter()
            act(period)
            taken.append((time.perf_counter() - start) * 1000)
        found.append(statistics.median(taken))
    return max(found)


def _facts() -> DailyFacts:
    rng = np.random.default_rng(11)
    parts = sorted({part for metric in BOARD.values() for part in metric.parts})
    return DailyFacts(START, DAYS, {part: PartSeries(rng.poisson(500, DAYS).astype(float), ()) for part in parts})


def _rows() -> pd.DataFrame:
    """Return half a million rows of 2,000 items, each on about a quarter of the days."""
    rng = np.random.default_rng(12)
    frame = pd.DataFrame({"label": rng.zipf(1.15, ROWS) % 2000, "day": rng.integers(0, DAYS, ROWS)}).astype(np.int64)
    return frame.assign(**{part: rng.poisson(40, ROWS).astype(float) for part in PARTS})
