"""What is left of a plan where some of its changes were refused."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.domain.bidding.forms.change import Change, Lever
from shopdesk.domain.bidding.forms.compare import block_places, common_weeks
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.propose.proposal import RegionGroup


@dataclass(frozen=True, slots=True)
class Settled:
    """The levers that go to the console, the rows that make them, and the groups that become cloned plans."""

    levers: Levers
    taken: tuple[Change, ...]
    groups: tuple[RegionGroup, ...]


def settle(now: Levers, new: Levers, changes: Sequence[Change], refused: Collection[str]) -> Settled:
    """Return ``new`` with the rows whose keys were ``refused`` put back to what they are ``now``."""
    back = [one for one in changes if one.key in refused]
    kept = tuple(one for one in changes if one.key not in refused)
    levers = Levers(
        bids=_bids(new, back),
        hours=_hours(now, new, back),
        regions=_named(new.regions, back, Lever.REGIONS),
        audiences=_named(new.audiences, back, Lever.AUDIENCES),
        daily_budget=_budget(new, back),
    )
    return Settled(levers, kept, tuple(one.group for one in kept if one.group is not None))


def _bids(new: Levers, back: Sequence[Change]) -> dict[str, int]:
    """A bid whose value of now nobody knows leaves the plan: the console keeps its own."""
    bids = dict(new.bids)
    for one in back:
        if one.lever is not Lever.WORDS:
            continue
        if one.old is None:
            bids.pop(one.name, None)
        else:
            bids[one.name] = one.old
    return bids


def _hours(now: Levers, new: Levers, back: Sequence[Change]) -> tuple[int, ...]:
    blocks = [one.block for one in back if one.block is not None]
    if not blocks:
        return new.hours
    before, after = common_weeks(now, new)
    cells = list(after)
    per_hour = len(cells) // (DAYS * HOURS_PER_DAY)
    for block in blocks:
        for place in block_places(block, per_hour):
            cells[place] = before[place]
    return tuple(cells)


def _named(values: Mapping[str, int], back: Sequence[Change], lever: Lever) -> dict[str, int]:
    result = dict(values)
    for one in back:
        if one.lever is lever and one.group is None and one.old is not None:
            result[one.name] = one.old
    return {name: value for name, value in result.items() if value != UNCHANGED_PERCENT}


def _budget(new: Levers, back: Sequence[Change]) -> int | None:
    refused = next((one for one in back if one.lever is Lever.BUDGET), None)
    return new.daily_budget if refused is None else refused.old
