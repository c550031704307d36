"""The diff of two sets of levers: one row for each change that an operator can take or refuse by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shopdesk.domain.bidding.forms.change import Block, Change, Lever, Money
from shopdesk.domain.bidding.forms.limits import check_bid, check_budget, check_named
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import MINUTES_PER_DAY, check_cell, check_region, flat_week, resampled


def changes(
    now: Levers,
    new: Levers,
    *,
    plan: BidPlan,
    profile: PlatformProfile,
    groups: Sequence[RegionGroup] = (),
    labels: Mapping[str, str] | None = None,
    money: Mapping[str, Money] | None = None,
    stand_ins: Mapping[str, int] | None = None,
) -> tuple[Change, ...]:
    """Return what differs, in the order of the screen: budget, words, hours, regions, audiences.

    Neighbouring slots and days with the same old and new percent are one row. A bid that only one side names is a
    change from or to "not known". ``groups`` become rows of cloned plans where they leave 100 %. ``labels`` gives the
    text of a word by its key, ``money`` what a row should bring by its key, ``stand_ins`` what a bid that nobody knows
    is reckoned from, fen by word key: the platform's limits say nothing of such a bid.
    """
    found = [
        *_budget(now, new, profile),
        *_words(now, new, profile, labels or {}, stand_ins or {}),
        *_hours(now, new, plan, profile),
        *_regions(now, new, profile),
        *_groups(groups),
        *_audiences(now, new, profile),
    ]
    return tuple(replace(one, money=(money or {}).get(one.key)) for one in found)


def common_weeks(now: Levers, new: Levers) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return both weeks at the finer of their resolutions; a side without hours is unchanged."""
    finest = max(len(now.hours), len(new.hours)) // (DAYS * HOURS_PER_DAY) or 1
    both = (resampled(one.hours or flat_week(finest), slots_per_hour=finest) for one in (now, new))
    before, after = both
    return before, after


def block_places(block: Block, slots_per_hour: int) -> Iterator[int]:
    """Return the positions of a block's slots in a week."""
    minutes = 60 // slots_per_hour
    per_day = HOURS_PER_DAY * slots_per_hour
    for day in range(block.first_day, block.last_day + 1):
        yield from range(day * per_day + block.start // minutes, day * per_day + block.end // minutes)


def _budget(now: Levers, new: Levers, profile: PlatformProfile) -> Iterator[Change]:
    if new.daily_budget is None or new.daily_budget == now.daily_budget:
        return
    problem = check_budget(new.daily_budget, profile)
    yield Change(lever=Lever.BUDGET, key="budget", old=now.daily_budget, new=new.daily_budget, problem=problem)


def _words(
    now: Levers, new: Levers, profile: PlatformProfile, labels: Mapping[str, str], stand_ins: Mapping[str, int]
) -> Iterator[Change]:
    for key, fen in new.bids.items():
        old = now.bids.get(key, stand_ins.get(key))
        if fen != old:
            yield Change(
                lever=Lever.WORDS,
                key=f"words|{key}",
                name=key,
                label=labels.get(key) or _word_text(key),
                old=old,
                new=fen,
                problem=None if key in stand_ins else check_bid(fen, profile.bids),
                is_stand_in=key in stand_ins,
            )


def _word_text(key: str) -> str:
    """Return the middle of a word key (its keyword or id) where no report gives the text."""
    parts = key.split("\t")
    return parts[1] if len(parts) > 1 else key


def _hours(now: Levers, new: Levers, plan: BidPlan, profile: PlatformProfile) -> Iterator[Change]:
    before, after = common_weeks(now, new)
    per_day = len(after) // DAYS
    minutes = MINUTES_PER_DAY // per_day
    limits = profile.hours_for(is_smart=plan.is_smart)
    for first, last, start, end in _blocks(before, after):
        old, value = before[first * per_day + start], after[first * per_day + start]
        block = Block(first, last, start * minutes, end * minutes)
        yield Change(
            lever=Lever.HOURS,
            key=f"hours|{first}|{last}|{block.start}|{block.end}",
            old=old,
            new=value,
            block=block,
            problem=check_cell(value, limits, place=first * per_day + start),
        )


def _blocks(before: Sequence[int], after: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Return the changed slots as (first day, last day, first slot, end slot), by time of the first slot."""
    per_day = len(after) // DAYS
    open_blocks: dict[tuple[int, int, int, int], int] = {}  # (start, end, old, new) -> first day, as of the day before
    found = []
    for day in range(DAYS + 1):
        runs = set(_runs(before, after, day, per_day)) if day < DAYS else set()
        ended = [run for run in open_blocks if run not in runs]
        found += [(open_blocks.pop(run), day - 1, run[0], run[1]) for run in ended]
        for run in runs:
            open_blocks.setdefault(run, day)
    return sorted(found)


def _runs(before: Sequence[int], after: Sequence[int], day: int, per_day: int) -> Iterator[tuple[int, int, int, int]]:
    slot = 0
    while slot < per_day:
        pair = (before[day * per_day + slot], after[day * per_day + slot])
        end = slot + 1
        while end < per_day and (before[day * per_day + end], after[day * per_day + end]) == pair:
            end += 1
        if pair[0] != pair[1]:
            yield slot, end, *pair
        slot = end


def _regions(now: Levers, new: Levers, profile: PlatformProfile) -> Iterator[Change]:
    for name, old, value in _named(now.regions, new.regions):
        problem = check_region(value, profile.regions)
        yield Change(
            lever=Lever.REGIONS, key=f"regions|{name}", name=name, label=name, old=old, new=value, problem=problem
        )


def _groups(groups: Sequence[RegionGroup]) -> Iterator[Change]:
    for group in groups:
        if group.percent != UNCHANGED_PERCENT:
            yield Change(
                lever=Lever.REGIONS,
                key=f"group|{'|'.join(group.names)}",
                name="",
                label="",
                old=UNCHANGED_PERCENT,
                new=group.percent,
                group=group,
            )


def _audiences(now: Levers, new: Levers, profile: PlatformProfile) -> Iterator[Change]:
    for name, old, value in _named(now.audiences, new.audiences):
        problem = check_named(name, value, profile)
        yield Change(
            lever=Lever.AUDIENCES, key=f"audiences|{name}", name=name, label=name, old=old, new=value, problem=problem
        )


def _named(now: Mapping[str, int], new: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    for name in dict.fromkeys([*new, *now]):
        old, value = now.get(name, UNCHANGED_PERCENT), new.get(name, UNCHANGED_PERCENT)
        if old != value:
            yield name, old, value
