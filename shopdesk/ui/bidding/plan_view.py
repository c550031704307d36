"""What the cards in the centre of the tab show of one plan: what happened, what is believed, proposed, live and set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shopdesk.app.bidding.stand_ins import bases_of, stand_ins
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import HourLimits, PlatformProfile
from shopdesk.domain.bidding.propose.proposal import Proposal
from shopdesk.domain.bidding.week import flat_week, resampled

if TYPE_CHECKING:  # pandas and scipy stand behind these
    from shopdesk.app.bidding.study import PlanStudy
    from shopdesk.domain.bidding.estimate.history import History
    from shopdesk.domain.bidding.estimate.model import ValueModel
    from shopdesk.domain.bidding.figures import PlanFigures
    from shopdesk.domain.bidding.forecast.model import Forecast
    from shopdesk.domain.bidding.record.bought import Place


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan at one moment, the same for every card.

    ``live`` is what the console has (the version last taken, else everything unchanged); ``places`` names each word
    key, ``from_cpc`` the keys whose bid no report tells. ``margin`` is the contribution margin after refunds, None
    where nobody said it: then nothing is said in money of a word's worth. ``note`` says why there is no proposal and
    what to import; ``is_loading``: the reports are still being read. ``alone``, ``together`` and ``joint`` are those
    of the outlook: what each part of the proposal brings by itself, and which belong together.
    """

    plan: BidPlan | None
    profile: PlatformProfile
    figures: PlanFigures | None = None
    history: History | None = None
    model: ValueModel | None = None
    proposal: Proposal | None = None
    live: Levers | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    from_cpc: frozenset[str] = frozenset()
    margin: float | None = None
    note: str = ""
    is_loading: bool = False
    alone: Mapping[Lever, Forecast] = field(default_factory=dict)
    together: frozenset[Lever] = frozenset()
    joint: Forecast | None = None

    @classmethod
    def of(
        cls,
        study: PlanStudy,
        plan: BidPlan,
        profile: PlatformProfile,
        *,
        proposal: Proposal | None = None,
        note: str = "",
    ) -> PlanView:
        """Return the view of a studied plan as it is edited now."""
        return cls(
            plan,
            profile,
            study.happened,
            study.history,
            study.model,
            proposal,
            study.now,
            study.record.places,
            study.record.from_cpc,
            study.margin.share if study.margin is not None else None,
            note,
        )

    def bases(self, bids: Mapping[str, int]) -> dict[str, int]:
        """Return what bids are reckoned from where no report tells today's, fen by word key."""
        return bases_of(bids, self.live.bids if self.live is not None else {}, self.from_cpc)

    @property
    def stand_ins(self) -> dict[str, int]:
        """What stands in for today's bid of a word, fen by key."""
        live = self.live.bids if self.live is not None else {}
        return stand_ins(self.plan, live, self.from_cpc) if self.plan is not None else {}

    @property
    def hour_limits(self) -> HourLimits:
        """What the platform takes by hour: plans that it bids for itself can only be switched."""
        return self.profile.hours_for(is_smart=self.plan is not None and self.plan.is_smart)

    @property
    def slots_per_hour(self) -> int:
        """Slots an hour of the plan's week."""
        return self.plan.slots_per_hour if self.plan is not None else 1

    @property
    def live_hours(self) -> tuple[int, ...]:
        """The week that the console has, at the plan's resolution."""
        return self._week(self.live.hours if self.live is not None else ())

    @property
    def proposed_hours(self) -> tuple[int, ...] | None:
        """The proposed week at the plan's resolution, None where there is no proposal."""
        return None if self.proposal is None else self._week(self.proposal.levers.hours)

    def is_same_for(self, field: str, other: PlanView) -> bool:
        """Whether a card about one field of the plan (``regions``, ``audiences``, ``bids``) would show the same."""
        if (self.plan is None) != (other.plan is None) or self.proposal != other.proposal or self.live != other.live:
            return False
        if self.plan is not None and other.plan is not None:
            own, its = self.plan, other.plan
            if own.plan_id != its.plan_id or getattr(own, field) != getattr(its, field):
                return False
        seen = ((self.figures, other.figures), (self.history, other.history), (self.model, other.model))
        plain = (self.profile, self.margin, self.note, self.is_loading, self.alone, self.together, self.joint)
        others = (
            *(other.profile, other.margin, other.note, other.is_loading),
            *(other.alone, other.together, other.joint),
        )
        return plain == others and all(one is another for one, another in seen)

    def _week(self, cells: tuple[int, ...]) -> tuple[int, ...]:
        per_hour = self.slots_per_hour
        return resampled(cells, slots_per_hour=per_hour) if cells else flat_week(per_hour)
