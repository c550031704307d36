"""Candidates of one campaign: rivals of which at most one counts at a time, and the decision between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.design import OfferDesign, Status

MOST_CANDIDATES: Final = 4
NO_CANDIDATE: Final = "none"
_SETTING: Final = "promotions.candidate"


def rivals(designs: Iterable[OfferDesign], offer: OfferDesign) -> tuple[OfferDesign, ...]:
    """Return the candidates of an offer's campaign in the order of their letters; an offer without one is alone."""
    if not offer.campaign:
        return (offer,)
    members = [design for design in designs if design.campaign == offer.campaign]
    return tuple(sorted(members, key=lambda design: (design.offer_id != offer.campaign, design.offer_id)))


def letter(place: int) -> str:
    """Return the name of a candidate by its place: A, B, C, D."""
    return chr(ord("A") + place)


def chosen_candidate(workspace: Workspace) -> OfferDesign | None:
    """Return the offer that is looked at and counts beside those in use, in every view; None for "none of them"."""
    return workspace.row(OFFERS, (workspace.store.setting(_SETTING) or "",))


def remembered_choice(workspace: Workspace) -> str:
    """Return the id of the offer looked at last, with ``none:`` before it where it is not to count; "" at first."""
    return workspace.store.setting(_SETTING) or ""


def remember_choice(workspace: Workspace, offer_id: str, *, counts: bool = True) -> None:
    """Keep which offer is looked at, and whether it counts: a way of looking, not an edit."""
    workspace.store.set_setting(_SETTING, offer_id if counts else f"{NO_CANDIDATE}:{offer_id}")


def add_candidate(
    designs: Sequence[OfferDesign], offer: OfferDesign, name: str, **fields: Any
) -> tuple[SetRows, OfferDesign]:
    """Return the change that adds a copy of an offer as its rival, with other ``fields``, and the copy.

    ValueError where the campaign has as many as can be compared.
    """
    members = rivals(designs, offer)
    if len(members) >= MOST_CANDIDATES:
        raise ValueError("a campaign has at most four candidates")
    campaign = offer.campaign or offer.offer_id
    taken = {member.offer_id for member in members}
    free = next(number for number in range(2, 2 * MOST_CANDIDATES) if f"{campaign}.{number}" not in taken)
    added = replace(offer, offer_id=f"{campaign}.{free}", name=name, status=Status.DRAFT, campaign=campaign, **fields)
    first = [] if offer.campaign else [replace(offer, campaign=campaign)]
    return SetRows.put(OFFERS, [*first, added]), added


def adopt(designs: Iterable[OfferDesign], offer: OfferDesign) -> SetRows:
    """Return the change that puts a candidate in use and its rivals off."""
    rows = [
        replace(member, status=Status.ACTIVE if member.offer_id == offer.offer_id else Status.OFF)
        for member in rivals(designs, offer)
    ]
    return SetRows.put(OFFERS, rows)


def give_up(designs: Iterable[OfferDesign], offer: OfferDesign) -> SetRows:
    """Return the change that decides for none of the candidates."""
    return SetRows.put(OFFERS, [replace(member, status=Status.OFF) for member in rivals(designs, offer)])
