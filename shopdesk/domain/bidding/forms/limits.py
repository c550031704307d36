"""What a platform has against the levers of a plan: every problem at its own cell, word, region or audience."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT, BidLimits, PlatformProfile
from shopdesk.domain.bidding.week import (
    LimitCode,
    LimitProblem,
    check_audience,
    check_region,
    check_week,
    within,
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem and what it is about: the word key, region or audience, "" for hours and the budget.

    ``slots_per_hour`` says what the place of a problem counts; ``plan`` is the campaign's name where there are several.
    """

    lever: Lever
    name: str
    problem: LimitProblem
    slots_per_hour: int = 1
    plan: str = ""


def troubles(levers: Levers, profile: PlatformProfile, *, is_smart: bool = False) -> tuple[Trouble, ...]:
    """Return everything that the platform refuses of a plan, in the order of the screen; empty: it can be carried."""
    return tuple(_troubles(levers, profile, is_smart=is_smart))


def check_bid(fen: int, limits: BidLimits) -> LimitProblem | None:
    """Return what the platform has against a bid."""
    if fen < limits.least:
        return LimitProblem(LimitCode.BID_TOO_LOW, None, fen, limits.least, limits.most)
    if fen > limits.most:
        return LimitProblem(LimitCode.BID_TOO_HIGH, None, fen, limits.least, limits.most)
    if fen % limits.step:
        return LimitProblem(LimitCode.BID_STEP, None, fen, limits.step, limits.most)
    return None


def check_budget(fen: int, profile: PlatformProfile) -> LimitProblem | None:
    """Return what the platform has against a daily budget; nothing where its least isn't known."""
    least = profile.least_budget if profile.least_budget is not None else 1
    return LimitProblem(LimitCode.BUDGET_TOO_LOW, None, fen, least, 0) if fen < least else None


def check_named(name: str, percent: int, profile: PlatformProfile) -> LimitProblem | None:
    """Return what the platform has against the percent of an audience, or of a placement that the profile names."""
    placements = profile.placements
    if placements is not None and name in placements.names:
        return None if percent == UNCHANGED_PERCENT else within(percent, placements.low, placements.high)
    return check_audience(percent, profile.audiences)


def _troubles(levers: Levers, profile: PlatformProfile, *, is_smart: bool) -> Iterator[Trouble]:
    if levers.daily_budget is not None and (problem := check_budget(levers.daily_budget, profile)):
        yield Trouble(Lever.BUDGET, "", problem)
    for name, fen in levers.bids.items():
        if problem := check_bid(fen, profile.bids):
            yield Trouble(Lever.WORDS, name, problem)
    if levers.hours:
        per_hour = len(levers.hours) // (DAYS * HOURS_PER_DAY)
        for problem in check_week(levers.hours, profile.hours_for(is_smart=is_smart)):
            yield Trouble(Lever.HOURS, "", problem, per_hour)
    for name, percent in levers.regions.items():
        if problem := check_region(percent, profile.regions):
            yield Trouble(Lever.REGIONS, name, problem)
    for name, percent in levers.audiences.items():
        if problem := check_named(name, percent, profile):
            yield Trouble(Lever.AUDIENCES, name, problem)
