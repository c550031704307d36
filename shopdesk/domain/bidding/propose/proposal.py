"""A proposed plan: the levers in the form the platform has, and why each dimension moves or stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.bidding.levers import Levers


class Stay(StrEnum):
    """Why a dimension is left at 100 %."""

    MOVES = ""
    CHANCE = "chance"  # differences within what chance brings
    NO_REPORT = "no_report"  # no report tells this dimension
    NO_BIDS = "no_bids"  # words are named, but neither today's bids nor what a click costs
    NO_ORDERS = "no_orders"  # a report without orders and carts
    ONE_CELL = "one_cell"  # a single region or hour
    NO_LEVER = "no_lever"  # the platform can't do it
    NO_MARGIN = "no_margin"  # without a margin nothing says what a click may cost
    NOT_WORTH = "not_worth"  # it would spend more than it brings, and no base bid can fall for it
    PAYS = "pays"  # no stretch of hours that could only be switched off surely loses
    SMALL = "small"  # what is left after shrinking is below a percent


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """Regions that get one cloned plan: ``percent`` of the original bids. ``clicks`` in the history."""

    names: tuple[str, ...]
    percent: int
    clicks: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """Levers within the platform's limits, with the wish before limits and the reason of each dimension that stays.

    ``wanted_regions`` keeps region percents where the platform can only switch regions (``groups`` then carries
    them), else it equals ``levers.regions``. ``gamma`` is the budget multiplier that all bids share. ``left`` are the
    words that stay since a change is hardly worth the typing, with what it would bring in fen. ``raised`` names the
    dimensions (``hours``, ``audiences``) that can only rise, for which the bids of words fall: they go together.
    ``most_share`` of what a click is worth after costs is the most that a word may bid: less than all of it where
    other dimensions raise the bid.
    """

    levers: Levers
    words: Stay
    hours: Stay
    regions: Stay
    audiences: Stay
    wanted_regions: dict[str, int]
    groups: tuple[RegionGroup, ...]
    gamma: float
    cut_by_limits: int  # how many cells a platform limit or the 20 % step held back
    left: Mapping[str, float] = field(default_factory=dict)
    raised: frozenset[str] = frozenset()
    most_share: float = 1.0
