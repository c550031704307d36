"""A true A/B test: visitors divided by chance, entered day by day, and one honest answer at any time.

The 5 % that may be wrong are divided beforehand: 1 % for looking every day (the sequential test), 4 % for the one
exact test on the day that both arms reach their planned size. Together they stay at or below 5 %, by Boole's
inequality, however often one looks and whenever one stops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Final

from shopdesk.domain.kpi.trials.exact import (
    SRM_LIMIT,
    Arms,
    ExactTest,
    chance_b_better,
    exact_p,
    newcombe,
    rate_interval,
    split_p,
)
from shopdesk.domain.kpi.trials.sample_size import ALPHA, smallest_lift, visitors_per_arm
from shopdesk.domain.kpi.trials.sequential import MIN_BUYERS, Look, looks

if TYPE_CHECKING:
    from shopdesk.domain.kpi.daily import FloatArray

ALPHA_LOOKS: Final = 0.01
ALPHA_END: Final = ALPHA - ALPHA_LOOKS
MIN_MONEY_DAYS: Final = 14
_BOOTSTRAPS: Final = 4_000


class Answer(StrEnum):
    """What an A/B test says so far."""

    EMPTY = "empty"  # nothing entered
    TOO_FEW = "too_few"  # too few buyers to say anything
    NOT_YET = "not_yet"  # can't tell yet
    B_BETTER = "b_better"
    B_WORSE = "b_worse"
    NO_DIFFERENCE = "no_difference"  # planned size reached, nothing to be seen
    BROKEN = "broken"  # visitors aren't divided as planned: no answer counts


@dataclass(frozen=True, slots=True)
class ExperimentPlan:
    """What was settled before the start: base rate and relative lift as fractions, B's share of the visitors."""

    base: float
    lift: float
    share_b: float = 0.5

    @property
    def size(self) -> int:
        """Visitors that each arm needs."""
        return visitors_per_arm(self.base, self.lift)


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One day's visitors, buyers and (where known) sales in fen of both arms."""

    day: date
    visitors_a: int
    buyers_a: int
    visitors_b: int
    buyers_b: int
    amount_a: int | None = None
    amount_b: int | None = None


@dataclass(frozen=True, slots=True)
class MoneyAnswer:
    """Sales per visitor of both arms in yuan, and the 95 % interval of B's less A's from whole days drawn again."""

    per_visitor_a: float
    per_visitor_b: float
    low: float
    high: float
    days: int


@dataclass(frozen=True, slots=True)
class ExperimentResult:
    """Everything that a result card says; probabilities and rates are fractions."""

    answer: Answer
    arms: Arms
    days: int
    rate_a: tuple[float, float]
    rate_b: tuple[float, float]
    difference: tuple[float, float]
    p_exact: float | None
    test: ExactTest | None
    is_planned_end: bool
    look: Look | None
    chance_b: float | None
    split: float
    size: int
    days_left: int | None
    visible_lift: float | None


def result(plan: ExperimentPlan, entries: Sequence[DayEntry]) -> ExperimentResult:
    """Return what the entries say; they may come in any order, one a day."""
    ordered = sorted(entries, key=lambda entry: entry.day)
    sums = running(ordered)
    arms = sums[-1] if sums else Arms(0, 0, 0, 0)
    seen = looks(sums, base=plan.base, share=1 - ALPHA_LOOKS)
    end = next((one for one in sums if min(one.visitors_a, one.visitors_b) >= plan.size), None)
    judged = end or arms
    p, test = exact_p(judged) if not judged.is_empty else (None, None)
    split = split_p(arms, share_b=plan.share_b)
    return ExperimentResult(
        answer=_answer(arms, seen[-1] if seen else None, end, p, split),
        arms=arms,
        days=len(ordered),
        rate_a=rate_interval(arms.buyers_a, arms.visitors_a),
        rate_b=rate_interval(arms.buyers_b, arms.visitors_b),
        difference=newcombe(arms),
        p_exact=p,
        test=test,
        is_planned_end=end is not None,
        look=seen[-1] if seen else None,
        chance_b=None if arms.is_empty else chance_b_better(arms),
        split=split,
        size=plan.size,
        days_left=_days_left(plan, arms, len(ordered)),
        visible_lift=smallest_lift(plan.base, min(arms.visitors_a, arms.visitors_b)),
    )


def running(entries: Sequence[DayEntry]) -> list[Arms]:
    """Return the sums up to each entry."""
    sums = []
    total = [0, 0, 0, 0]
    for entry in entries:
        day = (entry.visitors_a, entry.buyers_a, entry.visitors_b, entry.buyers_b)
        total = [before + more for before, more in zip(total, day, strict=True)]
        sums.append(Arms(*total))
    return sums


def money_answer(entries: Sequence[DayEntry], *, seed: int = 1) -> MoneyAnswer | None:
    """Return sales per visitor held against each other, None below two weeks of days with sales in both arms.

    Days are drawn again with both arms together (bootstrap): that keeps weekdays and the large orders of a day.
    """
    import numpy as np

    known = [e for e in entries if e.amount_a is not None and e.amount_b is not None]
    rows = np.array([[e.amount_a, e.visitors_a, e.amount_b, e.visitors_b] for e in known], dtype=float)
    if len(known) < MIN_MONEY_DAYS or not rows[:, 1].sum() or not rows[:, 3].sum():
        return None
    draws = np.random.default_rng(seed).integers(0, len(known), (_BOOTSTRAPS, len(known)))
    gaps = _gaps(rows[draws].sum(axis=1))
    low, high = np.nanquantile(gaps, [0.025, 0.975])
    sums = rows.sum(axis=0)
    return MoneyAnswer(
        float(sums[0] / sums[1] / 100), float(sums[2] / sums[3] / 100), float(low), float(high), len(known)
    )


def _gaps(sums: FloatArray) -> FloatArray:
    """Return B's yuan per visitor less A's for rows of sums, NaN where a draw has no visitors."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((sums[:, 2] / sums[:, 3] - sums[:, 0] / sums[:, 1]) / 100)


def _answer(arms: Arms, look: Look | None, end: Arms | None, p: float | None, split: float) -> Answer:
    if look is None or arms.is_empty:
        return Answer.EMPTY
    if split < SRM_LIMIT:
        return Answer.BROKEN
    if look.p <= ALPHA_LOOKS:
        return _winner(arms)
    if end is not None:
        return _winner(end) if p is not None and p <= ALPHA_END else Answer.NO_DIFFERENCE
    return Answer.TOO_FEW if arms.buyers_a + arms.buyers_b < MIN_BUYERS else Answer.NOT_YET


def _winner(arms: Arms) -> Answer:
    return Answer.B_BETTER if arms.difference > 0 else Answer.B_WORSE


def _days_left(plan: ExperimentPlan, arms: Arms, days: int) -> int | None:
    """Return the days until the slower arm has its planned size at the pace so far, None without a pace."""
    slower = min(arms.visitors_a, arms.visitors_b)
    if not slower or not days:
        return None
    return max(0, ceil((plan.size - slower) / (slower / days)))
