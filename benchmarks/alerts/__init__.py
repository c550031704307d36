"""How well unusual days are found: synthetic shops with known events, several detectors, one protocol for all.

``python -m benchmarks alerts`` gives the figures that have a target, ``python -m benchmarks.alerts`` the whole table.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.alerts.report import lines
from benchmarks.measuring import Line


def measure(*, quick: bool) -> Iterator[Line]:
    """Yield the figures with a target."""
    return lines(quick=quick)
