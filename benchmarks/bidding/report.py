"""The tables of both boards, and the figures that have a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.bidding import coverage, second_world, speed
from benchmarks.bidding.auction import CALM, HOT, ORDINARY, Floats
from benchmarks.bidding.boards import LEVELS, LOSS, OURS, SCORING, Planner, Setting, ahead, run, table
from benchmarks.measuring import Line

SHARES: Final = dict(zip(LEVELS, (0.86, 0.91, 0.945, 0.967), strict=True))
"""Share of the best plan's profit to reach, ordinary market."""
REAL: Final = (Setting(ORDINARY), Setting(HOT), Setting(CALM), Setting(ORDINARY, sensible=True))
NULL: Final = (Setting(ORDINARY, signal=0.0), Setting(HOT, signal=0.0))


def lines(*, quick: bool) -> Iterator[Line]:
    """Yield what has a target: shares of the best plan, multipliers alone, the world without a signal, the order."""
    seeds = SCORING[:8] if quick else SCORING
    real = table(run([Setting(ORDINARY)], seeds))
    for orders, target in SHARES.items():
        got = _column(real, OURS, orders, "share").mean()
        yield Line(f"bidding: share of the best plan, {orders} orders", got, "share", target=target, reverse=True)
    alone = _column(real, OURS, 121, "gain")
    yield Line("bidding: multipliers alone, 121 orders", 100 * alone.mean(), "%", target=2.5, reverse=True)
    yield Line("bidding: shops losing by them", 100 * float((alone < LOSS).mean()), "%", target=6)
    yield Line("bidding: boards on which a rival is ahead", len(list(ahead(real))), "boards", target=0)
    null = table(run(NULL[:1], seeds))
    gains = null[null.method == OURS]["gain"].to_numpy()
    yield Line("bidding: multipliers where there is no signal", 100 * gains.mean(), "%", target=-0.2, reverse=True)
    yield Line("bidding: the worst of them", 100 * gains.min(), "%", target=-1.5, reverse=True)
    other = second_world.run(seeds[:4] if quick else seeds[:18])
    yield Line("bidding: second world, boards on which a rival is ahead", len(list(ahead(other))), "boards", target=0)
    promised = coverage.run([Setting(ORDINARY)], seeds)
    ranges = promised[(promised.metric != "gain") & promised.plan.isin(("proposed", "unlocked"))]
    share = 100 * float(ranges["held"].mean())
    yield Line("bidding: 80 % ranges of forecasts hold what comes, at least", share, "%", target=75, reverse=True)
    yield Line("bidding: 80 % ranges of forecasts hold what comes, at most", share, "%", target=88)
    yield from speed.lines(quick=quick)


def whole_table(seeds: Sequence[int] = SCORING, planner: Planner | None = None) -> Iterator[str]:
    """Yield both boards in every market, then the world without a signal."""
    for setting in (*REAL, *NULL):
        scores = table(run([setting], seeds, planner))
        yield f"\n{setting.title}, seeds {seeds[0]} to {seeds[-1]}"
        yield from board(scores, "share")
        yield from board(scores, "gain")
        if setting.signal:
            yield from ahead(scores)


def board(scores: pd.DataFrame, column: str) -> Iterator[str]:
    """Yield one board: mean ± 95 % by method and size, with the share of shops that lose by the multipliers."""
    title = {"share": "whole plan, share of the best plan's profit", "gain": "multipliers alone: profit [losing], ROI"}
    yield f"{title[column]:44}" + "".join(f"{orders:>28}" for orders in scores["orders"].unique())
    for method, rows in scores.groupby("method", sort=False):
        cells = (_cell(cell, column) for _, cell in rows.groupby("orders"))
        yield f"{method!s:44}" + "".join(f"{cell:>28}" for cell in cells)


def _cell(rows: pd.DataFrame, column: str) -> str:
    values = rows[column].to_numpy()
    half = 1.96 * values.std(ddof=1) / np.sqrt(values.size)
    if column == "share":
        return f"{values.mean():.3f} ± {half:.3f}"
    losing, roi = (values < LOSS).mean(), rows["roi_gain"].mean()
    return f"{values.mean():+.1%} ± {half:.1%} [{losing:.2f}] {roi:+.1%}"


def _column(scores: pd.DataFrame, method: str, orders: int, column: str) -> Floats:
    rows = scores[(scores.method == method) & (scores.orders == orders)]
    return np.asarray(rows[column], dtype=float)
