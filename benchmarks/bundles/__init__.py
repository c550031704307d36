"""Whether pairs that belong together are found and no others, in invented shops whose truth is known; and how fast.

``python -m benchmarks bundles``. Seeds up to 8,999 are for tuning, those from 9,000 for scoring.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bundles.scoring import score_lines
from benchmarks.bundles.speed import speed_lines
from benchmarks.measuring import Line


def measure(*, quick: bool) -> Iterator[Line]:
    """Yield precision and recall, what small shops are told, processor time and memory."""
    yield from score_lines(quick=quick)
    yield from speed_lines(quick=quick)
