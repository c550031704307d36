"""复盘目标: CPC, CTR and ROI against what the shop set out to reach, each with its doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.domain.bidding.review.change import Change, ReviewMetric

SURE: Final = 0.9


class TargetState(StrEnum):
    """Whether a target was reached."""

    REACHED = "reached"
    MISSED = "missed"
    OPEN = "open"  # can't be told
    UNKNOWN = "unknown"  # the reports don't tell the metric


@dataclass(frozen=True, slots=True)
class TargetAnswer:
    """A target (relative change) with the chance that it is reached."""

    metric: ReviewMetric
    target: float
    state: TargetState
    chance: float | None
    change: Change | None


def judge_target(metric: ReviewMetric, target: float, changes: Mapping[ReviewMetric, Change]) -> TargetAnswer:
    """Return whether a relative change was reached; a cost per click is to fall, the others are to rise."""
    change = changes.get(metric)
    above = change.chance_above(target) if change is not None else None
    if above is None:
        return TargetAnswer(metric, target, TargetState.UNKNOWN, None, change)
    chance = 1 - above if metric is ReviewMetric.CPC else above
    state = TargetState.REACHED if chance >= SURE else TargetState.MISSED if chance <= 1 - SURE else TargetState.OPEN
    return TargetAnswer(metric, target, state, chance, change)
