"""Whether a plan really went to the console: clicks must move to where its bids rose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats

LEAST_CLICKS: Final = 100
"""Clicks before and after below which nothing is seen."""
DISPERSION: Final = 1.5
"""Variance of clicks by their mean: they come unevenly."""
EXPECTED: Final = 0.8
"""Growth of clicks by that of the bid (elasticity) that a plan which is live shows at least, roughly."""
_Z: Final = 1.2816
_LEAST_PERCENT: Final = 10.0  # of a cell that is off


class Live(StrEnum):
    """What the clicks say."""

    YES = "yes"
    NOT_SEEN = "not_seen"
    UNCLEAR = "unclear"
    NO_CHANGE = "no_change"  # the plan sets nothing that could be seen
    NO_REPORT = "no_report"


@dataclass(frozen=True, slots=True)
class Cut:
    """One dimension: clicks before and after in each cell, and what a bid there is (percent or fen), before and now."""

    name: str
    before: Floats
    after: Floats
    old: Floats
    new: Floats


@dataclass(frozen=True, slots=True)
class LiveAnswer:
    """``slope``: how clicks followed the bids (1: in step), with its 80 % interval; ``cuts`` names what told."""

    live: Live
    slope: float | None = None
    low: float | None = None
    high: float | None = None
    cuts: tuple[str, ...] = ()


def went_live(cuts: Sequence[Cut], *, is_changed: bool) -> LiveAnswer:
    """Return whether clicks moved with the plan; ``is_changed``: it differs from what ran before."""
    if not is_changed:
        return LiveAnswer(Live.NO_CHANGE)
    found = [(cut.name, *told) for cut in cuts if (told := _slope(cut)) is not None]
    if not found:
        return LiveAnswer(Live.NO_REPORT)
    weights = np.array([1 / variance for _, _, variance in found])
    slope = float(weights @ np.array([one for _, one, _ in found]) / weights.sum())
    spread = 1 / sqrt(float(weights.sum()))
    low, high = slope - _Z * spread, slope + _Z * spread
    live = Live.UNCLEAR
    if low > 0:
        live = Live.YES
    elif high < EXPECTED:
        live = Live.NOT_SEEN
    return LiveAnswer(live, slope, low, high, tuple(name for name, _, _ in found))


def _slope(cut: Cut) -> tuple[float, float] | None:
    """Return how the shares of clicks followed the bids and the variance of that, None where nothing can be seen."""
    known = np.isfinite(cut.before) & np.isfinite(cut.after) & (cut.old > 0) & (cut.new >= 0)
    before, after = cut.before[known], cut.after[known]
    if before.sum() < LEAST_CLICKS or after.sum() < LEAST_CLICKS:
        return None
    share_before, share_after = before / before.sum(), after / after.sum()
    step = np.log(np.maximum(cut.new[known] / cut.old[known], _LEAST_PERCENT / 100))
    step = step - share_before @ step
    size = float(share_before @ step**2)
    if size < 1e-4:  # all bids moved alike (within a percent)
        return None
    moved = float(step @ (share_after - share_before))
    variance = DISPERSION * float(step**2 @ (share_before / before.sum() + share_after / after.sum()))
    return moved / size, max(variance, 1e-9) / size**2
