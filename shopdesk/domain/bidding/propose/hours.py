"""Hour multipliers in the form that a platform has: half hours, one day for all, few windows, or only switches."""

from __future__ import annotations

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
from shopdesk.domain.bidding.propose.worth import earned
from shopdesk.domain.bidding.week import flat_week, resampled

_WEEK: Final = DAYS * HOURS_PER_DAY


@dataclass(frozen=True, slots=True)
class HourPart:
    """The week in slots; ``lift`` is what bids are multiplied with so that a platform that only raises can follow."""

    slots: tuple[int, ...]
    lift: float
    stay: Stay
    moves: Moves
    held: int


def hour_part(case: Case, kappa: float) -> HourPart:
    """Return the hours of a proposal, drawn to 100 % by ``kappa``."""
    now = slots_now(case.now.hours, case.slots_per_hour)
    limits = case.profile.hours_for(is_smart=case.is_smart)
    wish = wish_of(case.model.hours, case.history.hours, gate=case.settings.gate)
    if not wish.is_known:
        return HourPart(now, 1.0, wish.stay, still(), 0)
    if limits.switch_only:
        return _switched(case, now, wish)
    wish = wish.flattened(kappa, follow=case.follow)
    lift = _lift(wish.values, limits, can_lower=_has_bids(case))
    slots, held = shaped(wish.values / lift, wish.share, now, limits, unlocked=case.settings.unlocked)
    per_hour = len(now) // _WEEK
    ratio = np.array(slots, dtype=float) / np.maximum(np.array(now, dtype=float), 1.0)
    moves = Moves(ratio, np.repeat(wish.share / per_hour, per_hour))
    if wish.stay is Stay.MOVES and not has_base(case) and earned(case, ratio, case.history.hours, case.model.hours) < 0:
        return HourPart(now, 1.0, Stay.NOT_WORTH, still(), 0)
    return HourPart(slots, lift, _after(wish.stay, slots), moves, held)


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
        found, held = allowed.settle(values)
    else:
        found, held = _windows(values, current, weight, allowed, limits.windows_per_day)
    return tuple(found * days), held * days


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


def _lift(values: Floats, limits: HourLimits, *, can_lower: bool) -> float:
    """Return the multiplier that becomes 100 % where a platform only raises: the lowest, else the average."""
    only_raises = limits.low >= UNCHANGED_PERCENT and limits.high > UNCHANGED_PERCENT
    return float(values.min()) if only_raises and can_lower else 1.0


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


def _windows(values: Floats, now: Floats, weight: Floats, allowed: Bounds, most: int) -> tuple[list[int], int]:
    """Return each day cut into its best windows; a day for which the step allows none stays as it is."""
    per_day = values.size // DAYS
    found, held = now.astype(np.int64).tolist(), 0
    for first in range(0, values.size, per_day):
        day = slice(first, first + per_day)
        wish, weighed = values[day], weight[day] + 1e-12
        for piece in partition(wish, weighed, most, Bounds(allowed.low[day], allowed.high[day])):
            within = slice(piece.start, piece.end)
            length = piece.end - piece.start
            found[first + piece.start : first + piece.end] = [round(piece.value)] * length
            held += length * (round(float(np.average(wish[within], weights=weighed[within]))) != round(piece.value))
    return found, held
