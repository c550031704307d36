"""Flags for one metric by itself: the plain use of the detector, without a shop around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.alerts.detector import THRESHOLD, detect
from shopdesk.domain.kpi.alerts.stream import (
    Batch,
    BoolArray,
    FloatArray,
    IntArray,
    Kind,
    streams_of,
)

SAME_WAY: Final = 0.1
"""A sum of money is flagged for one of its factors only if it is itself this far off (logarithm)."""


@dataclass(frozen=True, slots=True)
class Given:
    """One metric: a value a day (NaN = missing), what kind of value, and its counts."""

    values: FloatArray
    kind: Kind
    counts: FloatArray | None = None


def flag_all(
    given: Sequence[Given],
    *,
    promoted: Sequence[BoolArray],
    weekdays: NDArray[np.int64],
    threshold: float = THRESHOLD,
) -> list[BoolArray]:
    """Return for each metric which days are flagged; metrics of one length are judged together."""
    parts = [
        streams_of(one.values, kind=one.kind, counts=one.counts, calm=~muted)
        for one, muted in zip(given, promoted, strict=True)
    ]
    columns: list[list[tuple[IntArray, FloatArray]]] = [[] for _ in given]
    owners = [(number, stream) for number, streams in enumerate(parts) for stream in streams]
    if owners:
        found = detect(Batch.of([stream for _, stream in owners], weekdays), threshold=threshold)
        for place, (number, _) in enumerate(owners):
            flags = found.flags[:, place]
            columns[number].append((flags, reach_of(flags, found.gap[:, place], found.error[:, place])))
    return [_joined(own) for own in columns]


def reach_of(flags: IntArray, gap: FloatArray, error: FloatArray) -> FloatArray:
    """Return how far each day is off: on flagged days from what was usual before the evidence, else from the usual.

    The usual follows a slow change, so that its last day alone looks ordinary.
    """
    return np.where(flags != 0, gap, np.nan_to_num(error))


def _joined(columns: list[tuple[IntArray, FloatArray]]) -> BoolArray:
    """Return the flags of a metric: of its one stream, or of a factor that its product follows."""
    if len(columns) == 1:
        return np.asarray(columns[0][0] != 0)
    whole = sum(reach for _, reach in columns)
    fall = np.any([flags < 0 for flags, _ in columns], axis=0) & (whole < -SAME_WAY)
    rise = np.any([flags > 0 for flags, _ in columns], axis=0) & (whole > SAME_WAY)
    return np.asarray(fall | rise)
