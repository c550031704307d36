"""Hour multipliers in the form that a platform has: half hours, one day for all, few windows, or only switches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT, HourLimits
from shopdesk.domain.bidding.propose.case import Case, Moves, still
from shopdesk.domain.bidding.propose.partition import partition
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.propose.steps import Bounds, bounds
from shopdesk.domain.bidding.propose.switches import hours_off
from shopdesk.domain.bidding.propose.wish import Wish, wish_of
from shopdesk.domain.bidding.propose.words import has_base
from shopdesk.domain.bidding.propose.worth import earned, most_ratio
from shopdesk.domain.bidding.week import flat_week, resampled

_WEEK: Final = DAYS * HOURS_PER_DAY
_REACH: Final = 0.8
"""Of a step: how far from its own wish an hour may stay at the percent of the hour before."""


@dataclass(frozen=True, slots=True)
class HourPart:
    """The week in slots; ``lift`` is what bids are multiplied with so that a platform that only raises can follow.

    ``raises``: hours rise since they can't fall, and bids of words fall for it.
    """

    slots: tuple[int, ...]
    lift: float
    stay: Stay
    moves: Moves
    held: int
    raises: bool = False


def hour_part(case: Case, kappa: float, others: Sequence[Moves] = ()) -> HourPart:
    """Return the hours of a proposal, drawn to 100 % by ``kappa``.

    Where no bid falls for an hour that rises, it rises no further than it pays; where bids do, so far as it pays
    beside ``others``, what the rest of the plan does (() not known yet).
    """
    now = slots_now(case.now.hours, case.slots_per_hour)
    limits = case.profile.hours_for(is_smart=case.is_smart)
    wish = wish_of(case.model.hours, case.history.hours, gate=case.settings.gate)
    if not wish.is_known:
        return HourPart(now, 1.0, wish.stay, still(), 0)
    if limits.switch_only:
        return _switched(case, now, wish)
    wish = wish.flattened(kappa, follow=case.follow)
    only_raises = limits.low >= UNCHANGED_PERCENT and limits.high > UNCHANGED_PERCENT
    based = has_base(case)
    lift = float(wish.values.min()) if only_raises and _has_bids(case) else 1.0
    wanted = free = wish.values / lift
    if not based or (only_raises and others):
        wanted = np.minimum(free, _worth_having(case, now, others, step=limits.step))
        lift *= float(np.average(free / wanted, weights=wish.share if wish.share.sum() > 0 else None))
    slots, held = shaped(wanted, wish.share, now, limits, unlocked=case.settings.unlocked)
    per_hour = len(now) // _WEEK
    ratio = np.array(slots, dtype=float) / np.maximum(np.array(now, dtype=float), 1.0)
    moves = Moves(ratio, np.repeat(wish.share / per_hour, per_hour))
    if wish.stay is Stay.MOVES and not based and earned(case, ratio, case.history.hours, case.model.hours) < 0:
        return HourPart(now, 1.0, Stay.NOT_WORTH, still(), 0)
    stay = _after(wish.stay, slots)
    if stay is Stay.SMALL and (wanted < free).any():
        stay = Stay.NOT_WORTH
    return HourPart(slots, lift if stay is Stay.MOVES else 1.0, stay, moves, held, only_raises and stay is Stay.MOVES)


def _worth_having(case: Case, now: tuple[int, ...], others: Sequence[Moves], *, step: int) -> Floats:
    """Return the most that each of the 168 hours may be: as it is, or in whole steps as far as rising pays."""
    most = np.maximum(most_ratio(case, case.history.hours, case.model.hours, others), 1.0)
    now_share = np.array(now, dtype=float).reshape(_WEEK, -1).mean(axis=1) / UNCHANGED_PERCENT
    if most.size != _WEEK:
        most = np.tile(most, _WEEK // most.size)
    whole = np.floor(most * now_share * UNCHANGED_PERCENT / step) * step / UNCHANGED_PERCENT
    return np.asarray(np.maximum(whole, np.maximum(now_share, 1e-3)), dtype=float)


def slots_now(hours: tuple[int, ...], slots_per_hour: int) -> tuple[int, ...]:
    """Return what is set now at the plan's resolution; an empty week is unchanged."""
    whole = len(hours) > 0 and len(hours) % _WEEK == 0
    return resampled(hours, slots_per_hour=slots_per_hour) if whole else flat_week(slots_per_hour)


def shaped(
    wish: Floats, weight: Floats, now: tuple[int, ...], limits: HourLimits, *, unlocked: bool
) -> tuple[tuple[int, ...], int]:
    """Return 168 wished multipliers as slots within the limits of platform and step, and how many were held back."""
    per_hour = len(now) // wish.size
    values, weight = np.repeat(wish, per_hour) * UNCHANGED_PERCENT, np.repeat(weight, per_hour)
    current = np.array(now, dtype=float)
    days = 1
    if limits.one_profile:
        values, weight, current = _one_day(values, weight, current)
        days = DAYS
    allowed = bounds(current, low=limits.low, high=limits.high, unlocked=unlocked)
    if limits.windows_per_day is None:
        found, held = allowed.settle_percents(values, current, step=limits.step)
        found = _steadied(found, values, allowed, reach=_REACH * limits.step, days=DAYS // days)
    else:
        found, held = _windows(values, current, weight, allowed, limits)
    return tuple(found * days), held * days


def _steadied(found: list[int], wish: Floats, allowed: Bounds, *, reach: float, days: int) -> list[int]:
    """Return the week with fewer changes: an hour keeps the percent before it where that is near its own wish.

    In the simulated markets it costs nothing and saves a fifth of the stretches to be typed.
    """
    steady = list(found)
    per_day = len(found) // days
    for place in range(1, len(found)):
        before = steady[place - 1]
        is_near = abs(before - wish[place]) <= reach and allowed.low[place] <= before <= allowed.high[place]
        if place % per_day and is_near:
            steady[place] = before
    return steady


def _switched(case: Case, now: tuple[int, ...], wish: Wish) -> HourPart:
    """Return the week with the stretches off that surely lose, the same every day; what is off now stays off."""
    margin = case.settings.margin
    if wish.stay is not Stay.MOVES or not (np.isfinite(margin) and margin > 0):
        return HourPart(now, 1.0, Stay.NO_MARGIN if wish.stay is Stay.MOVES else wish.stay, still(), 0)
    per_hour = len(now) // _WEEK
    before = np.array(now) > 0
    off = hours_off(case, off_now=~before.reshape(DAYS, HOURS_PER_DAY, per_hour).any(axis=(0, 2)))
    after = before & ~np.tile(np.repeat(off, per_hour), DAYS)
    slots = tuple(np.where(after, now, 0).tolist())
    moves = Moves((after == before).astype(float), np.repeat(wish.share / per_hour, per_hour))
    return HourPart(slots, 1.0, Stay.MOVES if off.any() else Stay.PAYS, moves, 0)


def _has_bids(case: Case) -> bool:
    words = case.history.words
    return case.model.words is not None and (bool(case.now.bids) or (words is not None and words.bids.size > 0))


def _after(stay: Stay, slots: tuple[int, ...]) -> Stay:
    """Return SMALL where rounding and limits left nothing of a move."""
    return Stay.SMALL if stay is Stay.MOVES and set(slots) == {UNCHANGED_PERCENT} else stay


def _one_day(values: Floats, weight: Floats, now: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the week as one day: spend weighs the days, and what is set is their mean."""
    days, weights = values.reshape(DAYS, -1), weight.reshape(DAYS, -1)
    total = weights.sum(axis=0)
    mean = np.where(total > 0, (days * weights).sum(axis=0) / np.where(total > 0, total, 1.0), days.mean(axis=0))
    return mean, total, np.rint(now.reshape(DAYS, -1).mean(axis=0))


def _windows(values: Floats, now: Floats, weight: Floats, allowed: Bounds, limits: HourLimits) -> tuple[list[int], int]:
    """Return each day cut into its best windows; a day for which the step allows none stays as it is."""
    most = limits.windows_per_day or values.size
    per_day = values.size // DAYS
    found, held = now.astype(np.int64).tolist(), 0
    for first in range(0, values.size, per_day):
        day = slice(first, first + per_day)
        wish, weighed = values[day], weight[day] + 1e-12
        for piece in partition(wish, weighed, most, Bounds(allowed.low[day], allowed.high[day])):
            within = slice(piece.start, piece.end)
            length = piece.end - piece.start
            window = slice(first + piece.start, first + piece.end)
            reach = Bounds(allowed.low[window].max(keepdims=True), allowed.high[window].min(keepdims=True))
            value, _ = reach.settle_percents(np.array([piece.value]), np.array([np.inf]), step=limits.step)
            found[window] = value * length
            held += length * (round(float(np.average(wish[within], weights=weighed[within]))) != round(piece.value))
    return found, held
