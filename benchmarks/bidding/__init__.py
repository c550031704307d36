"""How good a bid plan is: simulated shops whose truth is known, several planners, scores that are exact expectations.

``python -m benchmarks bidding`` gives the figures that have a target, ``python -m benchmarks.bidding`` the whole table.
Seeds from 100 to 135 are for tuning, 0 to 35 (and 36 to 71 to check them) for scoring.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bidding.report import lines
from benchmarks.measuring import Line


def measure(*, quick: bool) -> Iterator[Line]:
    """Yield the figures with a target."""
    return lines(quick=quick)
