"""What a proposal is made from, and what each of its parts gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats, History
from shopdesk.domain.bidding.estimate.model import ValueModel
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.domain.bidding.propose.settings import Settings, Strength

CPC_ELASTICITY: Final = 0.9
"""Percent that a click gets dearer for a percent more bid: what a forecast believes too."""
_FOLLOW: Final = {Strength.LOW: 0.5, Strength.MEDIUM: 1.0, Strength.HIGH: 1.25}
"""Share of what is believed (of its logarithm) that a plan follows; more than all of it for those who insist."""


@dataclass(frozen=True, slots=True)
class Case:
    """A plan to be proposed: beliefs, reports, wishes of the operator, what the platform can do, what is set now.

    ``elasticity`` is that of spend to bids.
    """

    model: ValueModel
    history: History
    settings: Settings
    profile: PlatformProfile
    now: Levers
    is_smart: bool
    slots_per_hour: int
    elasticity: float

    @property
    def click_elasticity(self) -> float:
        """Percent more clicks for a percent more bid."""
        return max(self.elasticity - CPC_ELASTICITY, 0.05)

    @property
    def follow(self) -> float:
        """How far multipliers follow what is believed."""
        return _FOLLOW[self.settings.strength]


@dataclass(frozen=True, slots=True)
class Moves:
    """How a dimension's multipliers change, and the share of spend of each cell (their sum may be below 1)."""

    ratio: Floats
    share: Floats

    def growth(self, elasticity: float) -> float:
        """Return what the dimension makes of spend if it follows bids with an elasticity."""
        live = (self.share > 0) & (self.ratio > 0)
        off = float(self.share[self.ratio <= 0].sum())
        grown = float((self.share[live] * (self.ratio[live] ** elasticity - 1)).sum())
        return max(1.0 - off + grown, 1e-9)


def still() -> Moves:
    """Return the moves of a dimension that stays."""
    return Moves(np.ones(0), np.ones(0))
