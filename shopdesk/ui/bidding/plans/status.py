"""Where a plan stands: unchanged, a changed draft, running, or judged, as one chip with the reason on hover."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What the chip of a plan says."""

    UNCHANGED = "unchanged"  # nothing set, never exported
    DRAFT = "draft"  # differs from what runs
    RUNNING = "running"  # exported, and not changed since
    NEEDS_DAYS = "needs_days"  # a test or review that isn't over
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """``days`` are those still needed, ``verdict`` the words of a review, ``reason`` what a hover adds."""

    standing: Standing
    days: int = 0
    verdict: str = ""
    reason: str = ""
