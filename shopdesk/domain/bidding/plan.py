"""A bid plan: the document that an operator edits, one a campaign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Strength


class Stage(StrEnum):
    """Where a product stands in its life."""

    NONE = ""
    NEW = "new"  # 新品期
    GROWTH = "growth"  # 成长期
    MATURE = "mature"  # 成熟期


class Objective(StrEnum):
    """What the plan is for."""

    NONE = ""
    TEST = "test"  # 测款
    ACQUIRE = "acquire"  # 拉新
    HARVEST = "harvest"  # 收割


@dataclass(frozen=True, slots=True)
class BidPlan:
    """Modifiers in percent of the bid (100 = unchanged, 0 = off); regions and audiences not named are unchanged.

    ``hours`` is a week of slots, Monday 00:00 first; ``daily_budget`` in fen, None where unknown; ``bids`` the words
    whose bid was set here, fen by word key. ``is_smart``: the platform bids by itself, so that hours can only be
    switched. ``most_cpc`` limits what a click may cost, fen. ``strength`` and ``unlocked`` say how far a proposal goes.

    ``today`` are bids of now that the operator typed where no report tells them, ``bases`` what a bid of ``bids`` was
    reckoned from where that is only the price of a click: such a bid means its change in percent. ``split_from`` is
    the plan whose regions this one took over, ``split_percent`` its bids in percent of that plan's.
    """

    plan_id: str
    platform: str
    name: str
    campaign_id: str = ""
    stage: Stage = Stage.NONE
    objective: Objective = Objective.NONE
    daily_budget: int | None = None
    slots_per_hour: int = 1
    hours: tuple[int, ...] = ()
    regions: Mapping[str, int] = field(default_factory=dict)
    audiences: Mapping[str, int] = field(default_factory=dict)
    note: str = ""
    bids: Mapping[str, int] = field(default_factory=dict)
    is_smart: bool = False
    most_cpc: int | None = None
    strength: Strength = Strength.MEDIUM
    unlocked: bool = False
    today: Mapping[str, int] = field(default_factory=dict)
    bases: Mapping[str, int] = field(default_factory=dict)
    split_from: str = ""
    split_percent: int = 100

    @property
    def levers(self) -> Levers:
        """What is set, as a proposal and a forecast take it."""
        return Levers(self.bids, self.hours, self.regions, self.audiences, self.daily_budget)

    @property
    def is_changed(self) -> bool:
        """Whether any modifier differs from 100 or a bid was set."""
        values = (*self.hours, *self.regions.values(), *self.audiences.values())
        return bool(self.bids) or any(value != 100 for value in values)
