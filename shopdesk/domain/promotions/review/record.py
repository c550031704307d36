"""What a review of a campaign tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.ladders.record import Figure

SURE = 0.95
"""Chance from which a campaign is called better (or worse): of campaigns that change nothing at most one in ten is."""
LEAST_DAYS = 7
LEAST_BEFORE = 14
LEAST_ORDERS = 30


class Verdict(StrEnum):
    """What may be said."""

    BETTER = "better"
    WORSE = "worse"
    CANNOT_TELL = "cannot_tell"
    NO_PERIOD = "no_period"  # the offer has no first day
    NOT_STARTED = "not_started"  # no orders since its first day are in the files
    TOO_EARLY = "too_early"  # it runs, and for too few days
    NO_BEFORE = "no_before"  # too few days of orders before it
    TOO_FEW = "too_few"  # too few orders


class Place(StrEnum):
    """Where what happened lies against what was foretold, both with their intervals."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Effect:
    """One figure over the days of the campaign: sums in fen or orders, ratios as such.

    ``expected`` is what the days before say of these days, ``change`` what is more or less with its 80 % interval,
    ``chance`` that it is more. ``foretold`` is the change that was promised for as many days, None where none was.
    """

    row: Row
    happened: float
    expected: float
    change: Figure
    chance: float
    foretold: Figure | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class StepEffect:
    """One step of the ladder: orders at or above it (and below the next), expected by the days before, and those moved.

    ``moved`` are orders just above the step beyond the share that the days before had there.
    """

    minimum: int
    happened: int
    expected: float
    moved: Figure


class Doubt(StrEnum):
    """What else may have made the difference."""

    NOT_LIVE = "not_live"  # discounts didn't rise as they must have: it never ran, or the like ran before
    NO_TRAFFIC = "no_traffic"  # no visitors of the days are known
    TRAFFIC_MOVED = "traffic_moved"  # visitors a day changed: taken out, but those the offer brought too
    CAMPAIGN_DAYS = "campaign_days"  # big sales days lie in the campaign
    OTHER_OFFERS = "other_offers"  # other offers began or ended meanwhile
    COSTS_MISSING = "costs_missing"
    GIFT_COSTS = "gift_costs"  # costs of gifts are in no order file
    REFUNDS_OPEN = "refunds_open"  # refunds of the last days are still to come
    SHORT_HISTORY = "short_history"  # too short to know how much the shop swings by itself


@dataclass(frozen=True, slots=True)
class CampaignReview:
    """The review of one campaign.

    ``before`` are the weeks that it is held against, ``days_before`` of them ordinary days; ``clean`` is their longest
    run without a big sales day.
    ``least_seen`` is the smallest change of the judged figure over these days that could have been told, fen.
    ``windows`` are earlier stretches of the same length whose swings are in the intervals. ``traffic`` is visitors a
    day against those before, None unknown. ``doubts`` with what they are about.
    """

    verdict: Verdict
    period: Period | None = None
    before: Period | None = None
    clean: Period | None = None
    days: int = 0
    days_before: int = 0
    judged_by: Row = Row.MARGIN
    chance: float | None = None
    effects: Mapping[Row, Effect] = field(default_factory=dict)
    steps: tuple[StepEffect, ...] = ()
    least_seen: float | None = None
    windows: int = 0
    traffic: float | None = None
    orders: int = 0
    orders_before: int = 0
    doubts: Mapping[Doubt, tuple[str, ...]] = field(default_factory=dict)
    ready_on: date | None = None
