"""Versions of a campaign: what its offers were, what was foretold of them, what was decided, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.promotions.aims import LadderAim, ladder_aim
from shopdesk.app.promotions.beliefs import LadderBelief, ladder_belief
from shopdesk.app.promotions.candidates import adopt, give_up, rivals
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.design_offers import beside
from shopdesk.domain.promotions.stacking import Stacking

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate, DesignStudy

NONE_CHOSEN: Final = "none"
"""Decided for none of the candidates."""
PARTS: Final = ("before", "low", "median", "high")


class Reason(StrEnum):
    """Why a version was kept."""

    BY_HAND = "by_hand"
    EXPORT = "export"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class CampaignVersion:
    """Candidates of one campaign as they stood on a day, ``number`` counted from 1.

    ``beside`` are the other offers in use. ``chosen`` is the id decided for, ``none`` for none of them, "" where
    nothing was decided. ``figures`` hold what was foretold: ``<offer id>|<row>.before|low|median|high``, the last
    three changes, money in fen, over the orders from ``first_day`` to ``last_day`` (the data day); ``chances`` by
    offer id, "" for none of them, by what was wanted (``aim``).
    """

    version_id: str
    campaign: str
    number: int
    name: str
    made_on: date
    reason: Reason = Reason.BY_HAND
    note: str = ""
    offers: tuple[OfferDesign, ...] = ()
    beside: tuple[OfferDesign, ...] = ()
    chosen: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)
    chances: Mapping[str, float] = field(default_factory=dict)
    orders: int = 0
    first_day: date | None = None
    last_day: date | None = None
    stacking: Stacking | None = None
    belief: LadderBelief | None = None
    aim: LadderAim | None = None

    @property
    def offer(self) -> OfferDesign | None:
        """The candidate that runs: the one decided for, else the one in use, else the only one."""
        by_id = {offer.offer_id: offer for offer in self.offers}
        if self.chosen:
            return by_id.get(self.chosen)
        active = next((offer for offer in self.offers if offer.status is Status.ACTIVE), None)
        return active or (self.offers[0] if len(self.offers) == 1 else None)

    @property
    def days(self) -> int:
        """Days of the orders that the forecast rests on, 0 where there were none."""
        if self.first_day is None or self.last_day is None:
            return 0
        return (self.last_day - self.first_day).days + 1

    def foretold(self, offer_id: str, row: str) -> tuple[float, float, float, float] | None:
        """Return a figure before and the low, median and high change that were foretold; None where nothing was."""
        values = [self.figures.get(f"{offer_id}|{row}.{part}") for part in PARTS]
        known = [value for value in values if value is not None]
        return None if len(known) < len(PARTS) else (known[0], known[1], known[2], known[3])


CAMPAIGN_VERSIONS: Final = Collection("campaign_versions", CampaignVersion, ("version_id",))


def campaign_of(offer: OfferDesign) -> str:
    """Return the id of an offer's campaign: its own where it has no rivals yet."""
    return offer.campaign or offer.offer_id


def versions_of(workspace: Workspace, campaign: str) -> list[CampaignVersion]:
    """Return the versions of a campaign, the newest first."""
    own = [version for version in workspace.rows(CAMPAIGN_VERSIONS).values() if version.campaign == campaign]
    return sorted(own, key=lambda version: -version.number)


def version_now(
    workspace: Workspace,
    offer: OfferDesign,
    *,
    made_on: date,
    stacking: Stacking,
    reason: Reason = Reason.BY_HAND,
    name: str = "",
    note: str = "",
    chosen: str = "",
    study: DesignStudy | None = None,
) -> CampaignVersion:
    """Return a new version of the campaign of an offer as it stands, with a decision (``chosen``) as decided.

    ``study`` gives what is foretold of it.
    """
    designs = tuple(workspace.rows(OFFERS).values())
    members = rivals(designs, offer)
    ids = {member.offer_id for member in members}
    campaign = campaign_of(offer)
    known = study if study is not None and _is_about(study, members) else None
    return CampaignVersion(
        version_id=f"{campaign}|{uuid4().hex}",  # begins with its campaign, so that both go when a sample is removed
        campaign=campaign,
        number=1 + max((version.number for version in versions_of(workspace, campaign)), default=0),
        name=name,
        made_on=made_on,
        reason=reason,
        note=note,
        offers=_as_decided(members, chosen) if chosen else members,
        beside=tuple(one for one in beside(designs, None) if one.offer_id not in ids),
        chosen=chosen,
        figures={} if known is None else _figures(known.candidates.values()),
        chances={} if known is None else dict(known.chances),
        orders=0 if known is None else known.values.count,
        first_day=None if known is None else known.values.first,
        last_day=None if known is None else known.values.last,
        stacking=stacking,
        belief=ladder_belief(workspace),
        aim=ladder_aim(workspace),
    )


def _as_decided(members: Iterable[OfferDesign], chosen: str) -> tuple[OfferDesign, ...]:
    """Return candidates with the states that a decision gives them."""
    return tuple(
        replace(member, status=Status.ACTIVE if member.offer_id == chosen else Status.OFF) for member in members
    )


def stored(version: CampaignVersion) -> SetRows:
    """Return the change that stores a version."""
    return SetRows.put(CAMPAIGN_VERSIONS, [version])


def removed(version: CampaignVersion) -> SetRows:
    """Return the change that removes a version."""
    return SetRows.drop(CAMPAIGN_VERSIONS, [(version.version_id,)])


def decided(designs: Iterable[OfferDesign], offer: OfferDesign, version: CampaignVersion) -> SetRows:
    """Return the change that decides for ``version.chosen`` in the campaign of an offer, and keeps that with it."""
    members = tuple(designs)
    chosen = next((one for one in rivals(members, offer) if one.offer_id == version.chosen), None)
    verdict = give_up(members, offer) if chosen is None else adopt(members, chosen)
    return SetRows((*verdict.edits, *stored(version).edits))


def restored(workspace: Workspace, version: CampaignVersion) -> SetRows:
    """Return the change that puts the candidates of a version back, and takes out those that came later.

    Empty where they stand so already. Other offers stay as they are.
    """
    rows = workspace.rows(OFFERS)
    old = {offer.offer_id: offer for offer in version.offers}
    edits = [
        RowEdit(OFFERS, OFFERS.key_of(offer), offer)
        for offer in version.offers
        if rows.get(OFFERS.key_of(offer)) != offer
    ]
    edits += [
        RowEdit(OFFERS, key, None)
        for key, offer in rows.items()
        if offer.campaign == version.campaign and offer.offer_id not in old
    ]
    return SetRows(tuple(edits))


def _is_about(study: DesignStudy, members: Iterable[OfferDesign]) -> bool:
    """Tell whether a study is about these candidates as they stand, but for their status."""
    return all(
        member.offer_id in study.refused
        or (
            member.offer_id in study.candidates
            and replace(study.candidates[member.offer_id].design, status=member.status) == member
        )
        for member in members
    )


def _figures(candidates: Iterable[Candidate]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in candidates:
        for row in one.rows:
            if row.before is None or row.change is None:
                continue
            values = (row.before, row.change.low, row.change.median, row.change.high)
            found |= {
                f"{one.design.offer_id}|{row.row.value}.{part}": float(value)
                for part, value in zip(PARTS, values, strict=True)
            }
    return found
