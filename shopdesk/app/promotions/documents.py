"""The offers of a workspace and the changes that edit them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.domain.promotions.design import OfferDesign

OFFERS: Final = Collection("offers", OfferDesign, ("offer_id",))


def put_offer(offer: OfferDesign) -> SetRows:
    """Return the change that stores an offer."""
    return SetRows.put(OFFERS, [offer])


def set_fields(offer: OfferDesign, **fields: Any) -> SetRows:
    """Return the change that sets fields of an offer; empty where nothing differs."""
    new = replace(offer, **fields)
    return SetRows(()) if new == offer else SetRows.put(OFFERS, [new])


def remove_offer(offer: OfferDesign) -> SetRows:
    """Return the change that removes an offer."""
    return SetRows.drop(OFFERS, [(offer.offer_id,)])
