"""What the shop assumes about its bids where no report tells it; the elasticities stand beside those of the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.audience_kinds import INCREMENTALITY, AudienceKind
from shopdesk.domain.bidding.stages.acquiring import ALPHA_NEW
from shopdesk.domain.bidding.stages.budget import BETA


@dataclass(frozen=True, slots=True)
class BiddingAssumptions:
    """One row a shop; what is shipped is general knowledge that the user should check (请核对).

    ``incrementality`` holds the shop's own shares by ``AudienceKind`` value: of the orders that ads bring from such
    buyers, so many would not have come without them. ``highest_premium``: a buyer in several audiences gets the
    highest premium only, else they multiply. ``new_customer_value`` is what a new customer brings beyond the first
    order in fen, None takes what the orders tell. ``maturity_days`` at the end of the data are left out of values.
    A change of a bid that should bring less than ``least_gain`` (fen, over the days of a forecast) isn't proposed.
    ``budget_beta`` and its standard deviation say by how many percent revenue follows 1 % of budget.
    Targets are changes against the period before, as fractions.
    """

    key: str = "shop"
    incrementality: Mapping[str, float] = field(default_factory=dict)
    highest_premium: bool = True
    new_customer_value: int | None = None
    alpha_new: float = ALPHA_NEW
    maturity_days: int = 3
    target_cpc: float = -0.05
    target_ctr: float = 0.10
    target_roi: float = 0.08
    least_gain: int = 100
    budget_beta: float = BETA[0]
    budget_beta_sd: float = BETA[1]

    def increment(self, kind: AudienceKind) -> float:
        """Return the share of a kind's orders that ads truly bring."""
        return self.incrementality.get(kind.value, INCREMENTALITY[kind])


NOTHING_OWN: Final = BiddingAssumptions()
BIDDING_ASSUMPTIONS: Final = Collection("bidding_assumptions", BiddingAssumptions, ("key",))


def bidding_assumptions(workspace: Workspace) -> BiddingAssumptions:
    """Return what the shop has set, the shipped values where it hasn't."""
    return next(iter(workspace.rows(BIDDING_ASSUMPTIONS).values()), NOTHING_OWN)


def assume_bidding(own: BiddingAssumptions) -> SetRows:
    """Return the change of what the shop assumes; the shipped values need no document."""
    if own == NOTHING_OWN:
        return SetRows.drop(BIDDING_ASSUMPTIONS, [(own.key,)])
    return SetRows.put(BIDDING_ASSUMPTIONS, [own])
