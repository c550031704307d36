"""The way from visitor to buyer, step by step, and whether a step moved by more than chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, sqrt
from typing import Final

import numpy as np

from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.periods import Period

STEPS: Final = ("visitors", "cart_users", "order_buyers", "pay_buyers")
"""访客 → 加购 → 下单 → 支付: people of one period each."""

SURE_Z: Final = 2.394
"""5 % over three steps, two-sided (Bonferroni)."""

LEAST_COUNT: Final = 5.0
"""With fewer people expected on either side of a step the normal approximation says nothing."""


class Chance(StrEnum):
    """What a change of a step's rate is worth."""

    UNKNOWN = "unknown"
    TOO_FEW = "too_few"
    CHANCE = "chance"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Step:
    """People at one step, and how many of the step above they are; None where it isn't known."""

    part: str
    count: float
    before: float | None
    rate: float | None
    rate_before: float | None
    chance: Chance

    @property
    def points(self) -> float | None:
        """The change of the rate, as a fraction."""
        return None if self.rate is None or self.rate_before is None else self.rate - self.rate_before


def funnel(now: Mapping[str, float | None], before: Mapping[str, float | None]) -> tuple[Step, ...]:
    """Return the steps that are known, each beside the last known one above; ``before`` may be empty."""
    found: list[Step] = []
    for part in STEPS:
        count = _known(now.get(part))
        if count is None:
            continue
        above = found[-1] if found else None
        then = _known(before.get(part))
        rate = count / above.count if above is not None and above.count > 0 else None
        then_above = above.before if above is not None else None
        rate_before = then / then_above if then is not None and then_above else None
        chance = Chance.UNKNOWN
        if above is not None and rate is not None and rate_before is not None and then is not None and then_above:
            chance = rate_chance(count, above.count, then, then_above)
        found.append(Step(part, count, then, rate, rate_before, chance))
    return tuple(found)


def shop_steps(facts: DailyFacts, period: Period) -> dict[str, float | None]:
    """Return the people at each step of the whole shop, over the days on which all told steps are known.

    Days are added for every step alike: a platform's own figure of one step would make its rates wrong.
    """
    windows = {part: facts.window(part, period) for part in STEPS}
    told = {part: window for part, window in windows.items() if not np.isnan(window).all()}
    if not told:
        return {}
    whole = ~np.isnan(np.vstack(list(told.values()))).any(axis=0)
    return {part: float(window[whole].sum()) if whole.any() else None for part, window in told.items()}


def segment_steps(cube: SegmentCube, label: str, period: Period) -> dict[str, float | None]:
    """Return the people at each step of one segment."""
    sums, place = cube.window(period), cube.labels.index(label)
    return {part: float(sums.of(part)[place]) for part in STEPS}


def rate_chance(count: float, base: float, count_before: float, base_before: float) -> Chance:
    """Return what the difference of two rates is worth (two-proportion z test with a common rate)."""
    if base <= 0 or base_before <= 0 or count > base or count_before > base_before:
        return Chance.UNKNOWN
    common = (count + count_before) / (base + base_before)
    if min(common, 1 - common) * min(base, base_before) < LEAST_COUNT:
        return Chance.TOO_FEW
    spread = sqrt(common * (1 - common) * (1 / base + 1 / base_before))
    z = (count / base - count_before / base_before) / spread
    return Chance.SURE if abs(z) >= SURE_Z else Chance.CHANCE


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
