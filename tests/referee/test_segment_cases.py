"""Planted causes through the door that outside cases use, on seeds that nothing was tuned on."""

from __future__ import annotations

from typing import Final

from benchmarks.segment_search.cases import case
from tests.referee.kpi import search_segments

SEEDS: Final = range(20_001, 20_081, 2)  # the full report: python -m benchmarks.segment_search


def test_that_planted_causes_are_found_first_and_among_the_first_three() -> None:
    first = among = 0
    for seed in SEEDS:
        one = case(seed)
        found = search_segments(
            one.before,
            one.after,
            dimensions=list(one.dimensions),
            numerator=one.numerator,
            denominator=one.denominator,
        )
        first += found[0] == one.cause
        among += one.cause in found
    assert first >= 0.6 * len(SEEDS)
    assert among >= 0.8 * len(SEEDS)
