"""The protocol: what counts as found, as false, and how surely one detector is better than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.alerts.shops import Series

FROM_DAY: Final = 63
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over series; they add up."""

    events: int = 0
    found: int = 0
    runs: int = 0
    right_runs: int = 0
    false_days: int = 0
    normal_days: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the sums of both."""
        return Score(*(getattr(self, name) + getattr(other, name) for name in Score.__slots__))

    @property
    def recall(self) -> float:
        """Events with at least one alarm day inside."""
        return self.found / self.events if self.events else 0.0

    @property
    def precision(self) -> float:
        """Alarm runs that touch an event."""
        return self.right_runs / self.runs if self.runs else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    @property
    def false_a_month(self) -> float:
        """Alarm days outside events a month of scored normal days, per series."""
        return self.false_days * 30 / self.normal_days if self.normal_days else 0.0


def score(flags: BoolArray, labels: BoolArray, known: BoolArray, *, from_day: int = FROM_DAY) -> Score:
    """Return the score of one series; unknown days are neither normal days nor alarms."""
    scored = np.arange(flags.size) >= from_day
    flags, labels = flags & known & scored, labels & scored
    events, runs = list(_runs(labels)), list(_runs(flags))
    found = sum(bool(flags[low:high].any()) for low, high in events)
    right = sum(bool(labels[low:high].any()) for low, high in runs)
    normal = ~labels & known & scored
    return Score(len(events), found, len(runs), right, int((flags & normal).sum()), int(normal.sum()))


def _runs(mask: BoolArray) -> Sequence[tuple[int, int]]:
    edges = np.diff(np.concatenate([[0], mask.astype(np.int8), [0]]))
    return list(zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True))


def of_series(series: Series, flags: BoolArray) -> Score:
    """Return the score of one synthetic series."""
    return score(flags, series.labels, ~np.isnan(series.values))


def found_by_kind(series: Series, flags: BoolArray) -> list[tuple[str, bool]]:
    """Return for each scored event its kind and whether an alarm day lies inside."""
    scored = np.arange(flags.size) >= FROM_DAY
    alarms = flags & scored & ~np.isnan(series.values)
    seen = []
    for event in series.events:
        inside = np.zeros(flags.size, dtype=bool)
        inside[event.start : event.stop] = True
        inside &= series.labels & scored
        if inside.any():
            seen.append((event.kind, bool((alarms & inside).any())))
    return seen


def bootstrap(
    first: Sequence[Score], second: Sequence[Score], *, rounds: int = 2000, seed: int = 1
) -> tuple[float, float, float]:
    """Return the gain in F1 of the first over the second with its 95 % range; one score a shop, drawn in pairs."""
    dice = np.random.default_rng(seed)
    gain = _f1(first, range(len(first))) - _f1(second, range(len(second)))
    gains = []
    for _ in range(rounds):
        drawn = dice.integers(0, len(first), len(first)).tolist()
        gains.append(_f1(first, drawn) - _f1(second, drawn))
    low, high = np.quantile(gains, [0.025, 0.975])
    return gain, float(low), float(high)


def _f1(scores: Sequence[Score], drawn: Sequence[int] | range) -> float:
    return sum((scores[place] for place in drawn), Score()).f1
