"""The doors through which outside cases reach the board's analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def attribute(case: dict[str, Any]) -> dict[str, Any]:
    """Divide the change that a case tells of: every key that its ``expected`` may hold."""
    from tests.referee.attribution import KINDS

    return KINDS[case["kind"]](case)


def search_segments(
    before: pd.DataFrame, after: pd.DataFrame, *, dimensions: list[str], numerator: str, denominator: str
) -> list[dict[str, Any]]:
    """Return the attribute sets of the slices that changed on their own, best first, at most three."""
    from shopdesk.domain.kpi.segments.scan import scan

    found = scan(before, after, dimensions=dimensions, numerator=numerator, denominator=denominator)
    return [dict(one.attributes) for one in found]
