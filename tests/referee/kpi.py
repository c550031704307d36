"""The doors through which outside cases reach the board's analysis."""

from __future__ import annotations

from typing import Any


def attribute(case: dict[str, Any]) -> dict[str, Any]:
    """Divide the change that a case tells of: every key that its ``expected`` may hold."""
    from tests.referee.attribution import KINDS

    return KINDS[case["kind"]](case)
