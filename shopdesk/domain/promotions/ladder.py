"""Thresholds in money of any kind of offer, and sensible first figures for a new one."""

from __future__ import annotations

from datetime import date

from shopdesk.domain.promotions.design import LADDERS, LadderStep, OfferDesign, OfferKind

_NEAR_SHARE = 8  # "close below" is an eighth of the first threshold
_LEAST_NEAR_FEN = 1000
_FIRST_ABOVE_MEDIAN = 1.3
_DEFAULT_THRESHOLD_FEN = 10_000


def amount_steps(offer: OfferDesign | None) -> list[tuple[int, int]]:
    """Return (threshold, what it gives at that amount) in fen, rising; [] where thresholds aren't money."""
    if offer is None or offer.by_quantity:
        return []
    if offer.kind is OfferKind.THRESHOLD_PERCENT:
        return [(step.minimum, step.minimum * step.value // 1000) for step in offer.steps]
    if offer.kind in LADDERS:
        return [(step.minimum, step.value) for step in offer.steps]
    if offer.kind in (OfferKind.EVERY_OFF, OfferKind.FREE_POST, OfferKind.GIFT) and offer.threshold:
        off = {OfferKind.EVERY_OFF: offer.value, OfferKind.GIFT: offer.gift_cost or 0}.get(offer.kind, 0)
        return [(offer.threshold, off)]
    return []


def near_below(offer: OfferDesign | None) -> int:
    """Return how far below a threshold an order counts as close, fen; 0 without thresholds."""
    steps = amount_steps(offer)
    return max(_LEAST_NEAR_FEN, steps[0][0] // _NEAR_SHARE // 100 * 100) if steps else 0


def new_offer(offer_id: str, kind: OfferKind, name: str, *, median: float | None, start: date) -> OfferDesign:
    """Return a first draft with round figures near what orders are worth (``median`` in fen, None unknown)."""
    first = int((median or _DEFAULT_THRESHOLD_FEN) * _FIRST_ABOVE_MEDIAN // 1000 * 1000) or _DEFAULT_THRESHOLD_FEN
    off = 50 if kind is OfferKind.THRESHOLD_PERCENT else max(100, first // 20 // 100 * 100)
    values = {OfferKind.EVERY_OFF: first // 10, OfferKind.ITEM_PERCENT: 100, OfferKind.NTH_UNIT: 200}
    return OfferDesign(
        offer_id=offer_id,
        kind=kind,
        name=name,
        steps=(LadderStep(first, off),) if kind in LADDERS else (),
        threshold=first if kind in (OfferKind.GIFT, OfferKind.FREE_POST, OfferKind.EVERY_OFF) else 0,
        value=values.get(kind, 0),
        start=start,
    )
