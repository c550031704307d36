"""What the shop believes of its customers' answer to a ladder, and the past campaign that taught it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.design import LadderStep
from shopdesk.domain.promotions.ladders.record import Belief, Ladder


@dataclass(frozen=True, slots=True)
class LadderBelief:
    """One row a shop; what is shipped is general knowledge that the user should check (请核对).

    The first fields are those of ``Belief``. ``fee`` is the platform's share of what customers pay, ``shipping`` what
    an order costs to send (fen). A past campaign (``campaign_*`` with its ladder, ``baseline_*`` the clean
    days beside it) teaches better ones each time a ladder is studied; ``traffic`` is its traffic a day against the
    baseline's, None unknown. ``old_steps`` is the ladder that ran through the period whose orders are studied.
    """

    key: str = "shop"
    top_up: float = Belief().top_up
    tau: float = Belief().tau
    reach_share: float = Belief().reach_share
    reach_fen: int = Belief().reach_fen
    overshoot_share: float = Belief().overshoot_share
    returned: float = Belief().returned
    trade_down: float = Belief().trade_down
    lift: float = Belief().lift
    add_on_margin: float | None = None
    fee: float = 0.0
    shipping: int = 0
    baseline_start: date | None = None
    baseline_end: date | None = None
    campaign_start: date | None = None
    campaign_end: date | None = None
    campaign_steps: tuple[LadderStep, ...] = ()
    traffic: float | None = None
    old_steps: tuple[LadderStep, ...] = ()

    @property
    def belief(self) -> Belief:
        """What stands before any campaign is looked at."""
        return Belief(**{name: getattr(self, name) for name in BELIEVED})

    @property
    def baseline(self) -> Period | None:
        """The clean days that the campaign is compared with."""
        return _period(self.baseline_start, self.baseline_end)

    @property
    def campaign(self) -> Period | None:
        """The days of the campaign that teaches, None without one."""
        return _period(self.campaign_start, self.campaign_end) if self.campaign_steps else None

    @property
    def campaign_ladder(self) -> Ladder:
        """The campaign's ladder."""
        return ladder_of(self.campaign_steps)

    @property
    def old_ladder(self) -> Ladder:
        """The ladder that ran through the period studied."""
        return ladder_of(self.old_steps)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Names of the values that still stand as shipped."""
        return tuple(name for name in VALUES if getattr(self, name) == getattr(NOTHING_OWN, name))


BELIEVED: Final = tuple(field.name for field in fields(Belief) if field.name != "is_fitted")
VALUES: Final = (*BELIEVED, "fee", "shipping")
"""Names of all values that the user edits, in the order in which they are told."""
NOTHING_OWN: Final = LadderBelief()
LADDER_BELIEFS: Final = Collection("ladder_beliefs", LadderBelief, ("key",))
LIMITS: Final[dict[str, tuple[float, float]]] = {
    "top_up": (0.0, 0.95),
    "tau": (0.1, 20.0),
    "reach_share": (0.0, 2.0),
    "reach_fen": (0, 10_000_00),
    "overshoot_share": (0.0, 1.0),
    "returned": (0.0, 0.9),
    "trade_down": (0.0, 0.9),
    "lift": (0.0, 20.0),
    "add_on_margin": (-1.0, 0.99),
    "fee": (0.0, 0.9),
    "shipping": (0, 1_000_00),
    "traffic": (0.01, 100.0),
}
"""Least and most of each value that can be typed."""


def ladder_belief(workspace: Workspace) -> LadderBelief:
    """Return what the shop believes, the shipped values where it has set nothing."""
    return next(iter(workspace.rows(LADDER_BELIEFS).values()), NOTHING_OWN)


def believe(own: LadderBelief) -> SetRows:
    """Return the change of what the shop believes; the shipped values need no document."""
    if own == NOTHING_OWN:
        return SetRows.drop(LADDER_BELIEFS, [(own.key,)])
    return SetRows.put(LADDER_BELIEFS, [own])


def set_belief(own: LadderBelief, **values: Any) -> SetRows:
    """Return the change that sets values, each held within its limits; empty where nothing differs."""
    held = {name: _held(name, value) for name, value in values.items()}
    new = replace(own, **held)
    return SetRows(()) if new == own else believe(new)


def learn_from(
    own: LadderBelief, *, baseline: Period, campaign: Period, ladder: Ladder, traffic: float | None
) -> SetRows:
    """Return the change that takes a past campaign as teacher; ``traffic`` a day against the baseline's, or None."""
    return set_belief(
        own,
        baseline_start=baseline.start,
        baseline_end=baseline.end,
        campaign_start=campaign.start,
        campaign_end=campaign.end,
        campaign_steps=steps_of(ladder),
        traffic=traffic,
    )


def ladder_of(steps: tuple[LadderStep, ...]) -> Ladder:
    """Return steps as a rising ladder in fen."""
    return tuple(sorted((step.minimum, step.value) for step in steps))


def steps_of(ladder: Ladder) -> tuple[LadderStep, ...]:
    """Return a ladder as the steps of a design."""
    return tuple(LadderStep(minimum, off) for minimum, off in ladder)


def _held(name: str, value: Any) -> Any:
    if value is None or name not in LIMITS:
        return value
    low, high = LIMITS[name]
    return type(value)(min(max(value, low), high))


def _period(start: date | None, end: date | None) -> Period | None:
    return Period(start, end) if start is not None and end is not None and start <= end else None
