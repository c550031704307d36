"""Which hours a plan pauses where hours can only be switched: stretches of the day that lose money beyond doubt.

A platform that bids by itself, or that has no percents, leaves one thing to do about a bad hour: not to run. Since
nothing is learnt of an hour that is off, it takes a chance above ``SURE`` that a click there brings less margin than
it costs. The seven days are pooled: single hours of the week have too few orders.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.counts import Counts, counts_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.estimate.model import Factors
from shopdesk.domain.bidding.profiles import HOURS_PER_DAY
from shopdesk.domain.bidding.propose.case import Case
from shopdesk.domain.bidding.propose.settings import SURE
from shopdesk.domain.gamma_poisson import chance_above

Hours: TypeAlias = NDArray[np.bool_]

WORSE: Final = 0.2
"""Chance of being above the average hour that one which is switched off may have at most: a plan that loses in all
its hours alike is no matter of hours."""
LEAST_HOURS: Final = 2
MOST_HOURS: Final = 8
"""Hours a day that may be off together: what remains must be able to tell that things have changed."""
MOST_STRETCHES: Final = 2
LEAST_EXPECTED: Final = 3.0
"""Orders that a stretch's clicks let expect, below which none of them says nothing (5 % by chance alone)."""


@dataclass(frozen=True, slots=True)
class _Day:
    """The 24 hours: cost and the margin that they are believed to bring, fen; its relative spread, orders expected.

    ``level_spread2`` is the relative variance of what all hours share.
    """

    cost: Floats
    earned: Floats
    spread: Floats
    expected: Floats
    level_spread2: float

    def loses(self, hours: Hours) -> bool:
        """Return whether a stretch loses with enough chance; its hours are taken to err together."""
        earned, cost = float(self.earned[hours].sum()), float(self.cost[hours].sum())
        if earned <= 0 or self.expected[hours].sum() < LEAST_EXPECTED:
            return False
        own = float((self.earned * self.spread)[hours].sum()) / earned
        shape = 1 / max(own**2 + self.level_spread2, 1e-12)
        return 1 - float(chance_above(np.array([earned]), np.array([shape]), cost)[0]) > SURE


def hours_off(case: Case, *, off_now: Hours) -> Hours:
    """Return the 24 hours to be off beside those that are ``off_now``; margin and report must be known."""
    none = np.zeros(HOURS_PER_DAY, dtype=bool)
    profile, cells = case.model.day_profile, case.history.hours
    if profile is None or cells is None:
        return none
    counts = counts_of(cells).folded(np.arange(len(cells)) % HOURS_PER_DAY, HOURS_PER_DAY)
    day = _day(case, counts, profile.factors)
    bad = (day.earned < day.cost) & (profile.factors.above_one < WORSE) & ~off_now
    found = none.copy()
    for _ in range(MOST_STRETCHES):
        left = MOST_HOURS - int((found | off_now).sum())
        worst = _worst(day, bad & ~found, most=left)
        if worst is None:
            break
        found |= worst
    return found


def _day(case: Case, counts: Counts, factors: Factors) -> _Day:
    orders = max(float(counts.orders.sum()), float(case.model.words.orders.sum()) if case.model.words else 0.0)
    share = counts.clicks / max(float(counts.clicks.sum()), 1.0)
    return _Day(
        counts.cost,
        counts.clicks * factors.mean * case.model.revenue_per_click * case.settings.margin,
        factors.spread,
        share * orders,
        (1 + case.model.value_cv**2) / max(orders, 0.5),
    )


def _worst(day: _Day, bad: Hours, *, most: int) -> Hours | None:
    """Return the stretch of bad hours, which may run over midnight, that loses most; None where none surely does."""
    best: tuple[float, Hours] | None = None
    for length in range(LEAST_HOURS, most + 1):
        for start in range(HOURS_PER_DAY):
            hours = np.zeros(HOURS_PER_DAY, dtype=bool)
            hours[(start + np.arange(length)) % HOURS_PER_DAY] = True
            lost = float((day.cost - day.earned)[hours].sum())
            if bad[hours].all() and (best is None or lost > best[0]) and day.loses(hours):
                best = lost, hours
    return best[1] if best else None
