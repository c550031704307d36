"""What differs between two versions of a campaign, offer by offer and field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final

from shopdesk.domain.promotions.design import OfferDesign

_OWN: Final = frozenset({"offer_id", "campaign"})


@dataclass(frozen=True, slots=True)
class OfferChange:
    """One difference; ``field`` "" where the whole offer came (``before`` None) or went (``after`` None)."""

    name: str
    field: str
    before: Any
    after: Any


def campaign_changes(old: Iterable[OfferDesign], new: Iterable[OfferDesign]) -> list[OfferChange]:
    """Return how the second set of offers differs from the first, in the order of the first, then what was added."""
    before = {offer.offer_id: offer for offer in old}
    after = {offer.offer_id: offer for offer in new}
    found: list[OfferChange] = []
    for offer_id, offer in before.items():
        other = after.get(offer_id)
        if other is None:
            found.append(OfferChange(offer.name, "", offer, None))
        else:
            found += _fields(offer, other)
    found += [OfferChange(offer.name, "", None, offer) for key, offer in after.items() if key not in before]
    return found


def _fields(old: OfferDesign, new: OfferDesign) -> list[OfferChange]:
    return [
        OfferChange(new.name, one.name, getattr(old, one.name), getattr(new, one.name))
        for one in fields(OfferDesign)
        if one.name not in _OWN and getattr(old, one.name) != getattr(new, one.name)
    ]
