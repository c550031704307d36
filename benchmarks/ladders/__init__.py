"""How good the search for ladders is: simulated shops whose answer to any ladder is known, beside an oracle.

``python -m benchmarks ladders`` gives the figures that have a target, ``python -m benchmarks.ladders`` the whole table.
Seeds below 100 are for tuning; 100 to 123 score the first form, 200 to 223 the second, 300 to 323 small shops, and
from 400 on what nothing was tuned for.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measuring import Line


def measure(*, quick: bool) -> Iterator[Line]:
    """Yield the figures with a target."""
    from benchmarks.ladders.report import lines  # the report loads every part

    return lines(quick=quick)
