"""What campaigns of one name did before: a campaign day is held against them, never against ordinary days."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np

from shopdesk.domain.kpi.alerts.stream import FloatArray, IntArray

MIN_RUNS: Final = 3
"""Earlier campaigns of the same name that a judgement needs."""


def lifts(error: FloatArray, names: Sequence[str]) -> tuple[FloatArray, FloatArray, IntArray]:
    """Return for each campaign day the mean lift of earlier runs of its name, its spread, and how many there were.

    ``error`` is the logarithm of seen by usual; lift and spread are NaN where fewer than ``MIN_RUNS`` came before.
    """
    days = len(names)
    lift, spread, runs = np.full(days, np.nan), np.full(days, np.nan), np.zeros(days, dtype=np.int64)
    past: dict[str, list[float]] = {}
    place = 0
    for name, group in groupby(names):
        inside = slice(place, place := place + len(list(group)))
        if not name:
            continue
        before = past.setdefault(name, [])
        runs[inside] = len(before)
        if len(before) >= MIN_RUNS:
            lift[inside] = np.mean(before)
            spread[inside] = np.std(before, ddof=1) * np.sqrt(1 + 1 / len(before))
        seen = error[inside][np.isfinite(error[inside])]
        if seen.size:
            before.append(float(seen.mean()))
    return lift, spread, runs
