"""Thresholds in money of any kind of offer, and sensible first figures for a new one."""

from __future__ import annotations

from datetime import date

from shopdesk.domain.promotions.design import FROM_THRESHOLD, LADDERS, LadderStep, OfferDesign, OfferKind
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.stacking import StackingStage

_NEAR_SHARE = 8  # "close below" is an eighth of the first threshold
_LEAST_NEAR_FEN = 1000
_FIRST_ABOVE_MEDIAN = 1.3
_DEFAULT_THRESHOLD_FEN = 10_000


def amount_steps(offer: OfferDesign | None) -> list[tuple[int, int]]:
    """Return (threshold, what it gives at that amount) in fen, rising; [] where thresholds aren't money."""
    if offer is None or offer.by_quantity:
        return []
    if offer.takes_percent:
        return [(step.minimum, _capped(step.minimum * step.value // 1000, offer.cap)) for step in offer.steps]
    if offer.kind in LADDERS:
        return [(step.minimum, step.value) for step in offer.steps]
    if offer.kind is OfferKind.GIFT and offer.gift_steps:
        return [(step.minimum, (step.cost or 0) * step.quantity) for step in offer.gift_steps]
    if (offer.kind in FROM_THRESHOLD or offer.kind is OfferKind.EVERY_OFF) and offer.threshold:
        return [(offer.threshold, _off_from_threshold(offer))]
    return []


def is_amount_ladder(offer: OfferDesign) -> bool:
    """Return whether an offer takes amounts off from amounts on, so that another such ladder can be its rival."""
    return offer.kind in LADDERS and not offer.takes_percent and not offer.by_quantity


def near_below(offer: OfferDesign | None) -> int:
    """Return how far below a threshold an order counts as close, fen; 0 without thresholds."""
    steps = amount_steps(offer)
    return max(_LEAST_NEAR_FEN, steps[0][0] // _NEAR_SHARE // 100 * 100) if steps else 0


def _off_from_threshold(offer: OfferDesign) -> int:
    match offer.kind:
        case OfferKind.EVERY_OFF | OfferKind.RED_PACKET:
            return offer.value
        case OfferKind.POINTS:
            return _capped(offer.threshold * offer.value // 1000, offer.cap)
        case OfferKind.GIFT:
            return offer.gift_cost or 0
        case _:
            return 0


def _capped(off: int, cap: int | None) -> int:
    return off if cap is None else min(off, cap)


def new_offer(
    offer_id: str,
    kind: OfferKind,
    name: str,
    *,
    median: float | None,
    start: date,
    stage: StackingStage | None = None,
) -> OfferDesign:
    """Return a first draft with round figures near what orders are worth (``median`` in fen, None unknown).

    ``stage`` says who usually pays and what thresholds look at.
    """
    first = int((median or _DEFAULT_THRESHOLD_FEN) * _FIRST_ABOVE_MEDIAN // 1000 * 1000) or _DEFAULT_THRESHOLD_FEN
    off = 50 if kind is OfferKind.THRESHOLD_PERCENT else max(100, first // 20 // 100 * 100)
    values = {
        OfferKind.EVERY_OFF: first // 10,
        OfferKind.ITEM_PERCENT: 100,
        OfferKind.NTH_UNIT: 200,
        OfferKind.BUY_GET: 1000,
        OfferKind.RED_PACKET: 500,
        OfferKind.POINTS: 20,
    }
    return OfferDesign(
        offer_id=offer_id,
        kind=kind,
        name=name,
        steps=(LadderStep(first, off),) if kind in LADDERS else (),
        threshold=first if kind in (OfferKind.GIFT, OfferKind.FREE_POST, OfferKind.EVERY_OFF) else 0,
        value=values.get(kind, 0),
        start=start,
        base=stage.base if stage is not None else Base.LIST,
        shop_percent=stage.shop_percent if stage is not None else 100,
    )
