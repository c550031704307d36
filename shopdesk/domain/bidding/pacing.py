"""花费节奏: at which hour the budget ran out, what that cost, and the bid that would have lasted the day.

A day ran out where nothing happens from some hour on although the usual course of a day says that it should: at least
``SILENT`` clicks more. The usual course comes from the plan's own days that lasted, else from another report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.model import Range

HOURS: Final = 24
SILENT: Final = 5.0
"""Clicks that a silent evening should have had: by chance alone none of 5 come in fewer than one of 100 evenings."""
SPENT: Final = 0.8
"""Share of the budget a day must have spent before its silence is put down to the budget."""
LASTED_FROM: Final = 22
"""A day that is active at this hour or later has lasted."""
LEAST_DAYS: Final = 5
"""Days that lasted before they give the usual course."""
LEAST_CLICKS: Final = 100
SPEND_ELASTICITY: Final = (1.9, 0.7)
"""Of spend to the bid, mean and sd [C, ordinary market]; the shop's own where it has set one."""
CPC_ELASTICITY: Final = 0.9
_LEAST_ELASTICITY: Final = 1.0
_DRAWS: Final = 4_000


class PacingOutcome(StrEnum):
    """What the reports tell of a day's course."""

    LASTS = "lasts"
    RUNS_OUT = "runs_out"
    FADES = "fades"  # only totals by hour: the evening is thinner than elsewhere, the days aren't known
    NO_REPORT = "no_report"  # no hourly report of this plan
    NO_DAYS = "no_days"  # only totals by hour, and nothing to hold them against
    NO_COURSE = "no_course"  # every day stops early and no other report tells how a day goes on
    TOO_FEW = "too_few"


class Course(StrEnum):
    """Where the usual course of a day comes from."""

    OWN = "own"  # this plan's days that lasted
    OTHERS = "others"  # the other plans
    SHOP = "shop"  # visitors of the shop by hour
    ORDERS = "orders"  # times of orders


@dataclass(frozen=True, slots=True)
class Reference:
    """Another course of a day: 24 counts and where they come from."""

    counts: Floats
    source: Course


@dataclass(frozen=True, slots=True)
class HourlyDays:
    """A plan's days (rows) by hour (24 columns): clicks, cost (fen), and all orders and revenue (fen) of these days.

    ``off`` marks hours in which the plan is switched off. Days of which no hour is reported aren't among them.
    """

    days: tuple[date, ...]
    clicks: Floats
    cost: Floats
    orders: float
    revenue: float
    off: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class DayEnd:
    """A day that ran out: the first silent hour, what it spent (fen), clicks missed after it."""

    day: date
    hour: int
    cost: float
    missed: float


@dataclass(frozen=True, slots=True)
class Pacing:
    """The answer; ranges are 80 % intervals over the days that ran out, together.

    ``missed_clicks``, ``missed_orders`` and ``missed_profit`` (fen, None without margin) are what a budget that lasts
    would have brought at today's bid, ``needed_budget`` that budget (fen a day). ``bid`` is the share of today's bid
    (1 = unchanged) at which the money lasts, ``more_clicks`` what the same money then buys more on those days.
    ``late_share`` and ``usual_late_share``: part of the clicks from 18:00 on, where days aren't known.
    """

    outcome: PacingOutcome
    days: int = 0
    ends: tuple[DayEnd, ...] = ()
    course: Course | None = None
    budget: float | None = None
    is_budget_known: bool = False
    median_hour: int | None = None
    missed_clicks: Range | None = None
    missed_orders: Range | None = None
    missed_profit: Range | None = None
    needed_budget: float | None = None
    bid: Range | None = None
    more_clicks: Range | None = None
    late_share: float | None = None
    usual_late_share: float | None = None


def pacing(
    hourly: HourlyDays,
    *,
    budget: int | None,
    reference: Reference | None = None,
    margin: float | None = None,
    elasticity: tuple[float, float] = SPEND_ELASTICITY,
    cpc_elasticity: float = CPC_ELASTICITY,
) -> Pacing:
    """Return whether and when the budget runs out; ``budget`` in fen a day, ``margin`` a fraction.

    The last day may be cut off by the export: it is left out where it ends early.
    """
    hourly = _without_cut_day(hourly)
    count = len(hourly.days)
    if not count or hourly.clicks.sum() < LEAST_CLICKS:
        return Pacing(PacingOutcome.TOO_FEW if count else PacingOutcome.NO_REPORT, count)
    last = _last_active(hourly)
    course, source, clicks_behind = _course(hourly, last, reference)
    if course is None:
        all_early = bool((last < LASTED_FROM).mean() > 0.5)
        return Pacing(PacingOutcome.NO_COURSE if all_early else PacingOutcome.LASTS, count)
    clicks, spent = hourly.clicks.sum(axis=1), hourly.cost.sum(axis=1)
    surely = _tails(hourly, last, course, part=0.0)
    silent = (clicks * surely / (1 - surely) >= SILENT) & (spent > 0)
    tails = _tails(hourly, last, course, part=0.5)
    missed = clicks * tails / (1 - tails)
    known = float(budget) if budget else None
    level = known if known is not None else float(np.median(spent[silent])) if silent.any() else None
    ran_out = silent & (spent >= SPENT * (level or 0.0))
    if not ran_out.any():
        return Pacing(PacingOutcome.LASTS, count, course=source, budget=level, is_budget_known=known is not None)
    ends = tuple(
        DayEnd(day, int(hour) + 1, float(cost), float(more))
        for day, hour, cost, more, out in zip(hourly.days, last, spent, missed, ran_out, strict=True)
        if out
    )
    within = 2 * (tails - surely)  # what the last hour has of the day
    world = _World(hourly, ran_out, surely, within, clicks_behind, elasticity, cpc_elasticity)
    return Pacing(
        PacingOutcome.RUNS_OUT,
        count,
        ends,
        source,
        level,
        known is not None,
        int(np.median([end.hour for end in ends])),
        _range(world.missed),
        _range(world.orders),
        None if margin is None else _range(world.profit(margin)),
        float((spent[ran_out] / (1 - tails[ran_out])).mean()),
        _range(world.bid),
        _range(world.more_clicks),
    )


def pacing_of_totals(counts: Floats, reference: Reference | None) -> Pacing:
    """Return what totals by hour alone tell: whether the evening is thinner than the shop's day would have it.

    ``counts``: 24 sums of clicks. Thinner means beyond chance (3 standard errors) and by at least a quarter.
    """
    total = float(counts.sum())
    if total < LEAST_CLICKS:
        return Pacing(PacingOutcome.TOO_FEW)
    if reference is None or reference.counts.sum() <= 0:
        return Pacing(PacingOutcome.NO_DAYS)
    late = slice(18, HOURS)
    share = float(counts[late].sum()) / total
    others = float(reference.counts.sum())
    usual = float(reference.counts[late].sum()) / others
    spread = np.sqrt(usual * (1 - usual) * (1 / total + 1 / others))
    fades = share < usual - 3 * spread and share < 0.75 * usual
    outcome = PacingOutcome.FADES if fades else PacingOutcome.LASTS
    return Pacing(outcome, course=reference.source, late_share=share, usual_late_share=usual)


@dataclass(frozen=True, slots=True)
class _World:
    """Draws of what isn't known, over the days that ran out: fixed, so that the same figures give the same answer."""

    hourly: HourlyDays
    ran_out: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    tails: Floats
    within: Floats
    clicks_behind: float
    elasticity: tuple[float, float]
    cpc_elasticity: float

    @property
    def clicks(self) -> Floats:
        return np.asarray(self.hourly.clicks.sum(axis=1)[self.ran_out])

    @property
    def lost(self) -> Floats:
        """Return the lost share of each day that ran out; the money ended anywhere within its hour."""
        moment = np.random.default_rng(4).random((_DRAWS, int(self.ran_out.sum())))
        return np.asarray(self.tails[self.ran_out] + moment * self.within[self.ran_out])

    @property
    def missed(self) -> Floats:
        draw = np.random.default_rng(1)
        tails = self.lost
        size = np.maximum(tails * self.clicks_behind, 0.5)
        off = draw.gamma(size.mean(), 1 / size.mean(), size=(_DRAWS, 1))  # the course is the same error on all days
        rate = draw.gamma(self.clicks + 0.5, 1.0, size=(_DRAWS, self.clicks.size))
        expected = rate * np.clip(off * tails / (1 - tails), 0, None)
        return np.asarray(draw.poisson(expected).sum(axis=1).astype(float))

    @property
    def orders(self) -> Floats:
        all_clicks = max(float(self.hourly.clicks.sum()), 1.0)
        draw = np.random.default_rng(2)
        cvr = draw.gamma(self.hourly.orders + 0.5, 1 / all_clicks, size=_DRAWS)
        return np.asarray(draw.poisson(self.missed * cvr).astype(float))

    def profit(self, margin: float) -> Floats:
        value = self.hourly.revenue / self.hourly.orders if self.hourly.orders > 0 else 0.0
        cpc = float(self.hourly.cost.sum()) / max(float(self.hourly.clicks.sum()), 1.0)
        return np.asarray(self.orders * value * margin - self.missed * cpc)

    @property
    def bid(self) -> Floats:
        draw = np.random.default_rng(3)
        epsilon = np.maximum(draw.normal(*self.elasticity, size=_DRAWS), _LEAST_ELASTICITY)
        lasting = draw.choice((1 - self.lost).ravel(), size=_DRAWS)
        return np.asarray(lasting ** (1 / epsilon))

    @property
    def more_clicks(self) -> Floats:
        return np.asarray(self.clicks.sum() * (self.bid**-self.cpc_elasticity - 1))


def _without_cut_day(hourly: HourlyDays) -> HourlyDays:
    if not hourly.days:
        return hourly
    active = np.flatnonzero(hourly.clicks[-1] + hourly.cost[-1] > 0)
    if active.size and active[-1] >= LASTED_FROM:
        return hourly
    cut = slice(None, -1)
    gone = float(hourly.clicks[-1].sum()) / max(float(hourly.clicks.sum()), 1.0)  # orders aren't known by day
    kept = 1 - gone
    return HourlyDays(
        hourly.days[:-1],
        hourly.clicks[cut],
        hourly.cost[cut],
        kept * hourly.orders,
        kept * hourly.revenue,
        hourly.off[cut],
    )


def _last_active(hourly: HourlyDays) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return the last hour of each day in which anything happened, -1 without any."""
    active = (hourly.clicks > 0) | (hourly.cost > 0)
    return np.where(active.any(axis=1), HOURS - 1 - active[:, ::-1].argmax(axis=1), -1)


def _course(
    hourly: HourlyDays, last: np.ndarray[tuple[int, ...], np.dtype[np.int64]], reference: Reference | None
) -> tuple[Floats | None, Course | None, float]:
    """Return the usual shares of the hours, their source, and the clicks (or visits) behind them."""
    lasted = last >= LASTED_FROM
    if int(lasted.sum()) >= LEAST_DAYS:
        counts = hourly.clicks[lasted].sum(axis=0)
        return counts / counts.sum(), Course.OWN, float(counts.sum())
    if reference is not None and reference.counts.sum() > 0:
        total = float(reference.counts.sum())
        return reference.counts / total, reference.source, total
    return None, None, 0.0


def _tails(
    hourly: HourlyDays, last: np.ndarray[tuple[int, ...], np.dtype[np.int64]], course: Floats, *, part: float
) -> Floats:
    """Return the share of each day that the usual course still has after the last active hour, off hours left out.

    ``part`` of that hour is taken as lost, too: the money ends somewhere within it.
    """
    open_course = np.where(hourly.off, 0.0, course)
    whole = open_course.sum(axis=1)
    hours = np.arange(HOURS)[None, :] - last[:, None]
    lost = np.where(hours > 0, 1.0, np.where(hours == 0, part, 0.0))
    tails = (lost * open_course).sum(axis=1) / np.where(whole > 0, whole, 1.0)
    return np.asarray(np.clip(np.where(last < 0, 0.0, tails), 0.0, 0.95))


def _range(draws: Sequence[float] | Floats) -> Range:
    low, middle, high = (float(value) for value in np.quantile(draws, [0.1, 0.5, 0.9]))
    return Range(low, middle, high)
