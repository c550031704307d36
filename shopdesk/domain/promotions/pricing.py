"""What a customer pays: offers worked out stage by stage, exactly, with a trace of every step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby

from shopdesk.domain.promotions.cart import Cart
from shopdesk.domain.promotions.conditions import judge
from shopdesk.domain.promotions.groups import run_group
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.result import PricedCart, PricedLine, StepCode
from shopdesk.domain.promotions.rounding import Rounding, whole
from shopdesk.domain.promotions.shelf import Shelf
from shopdesk.domain.promotions.till import Moment, Till, Usage


def price_cart(
    cart: Cart,
    offers: Sequence[Offer] | Shelf,
    policy: Policy,
    *,
    day: date | None = None,
    minute: int | None = None,
    usage: Mapping[str, Usage] | None = None,
) -> PricedCart:
    """Price a cart under offers; ``day`` None takes every offer as running, ``minute`` (of the day) None all day.

    ``usage`` is what each offer gave before. A ``Shelf`` finds the few of thousands of offers that touch the cart.
    Lines never fall below zero or their floor; shares of an offer always sum to what it took.
    """
    if isinstance(offers, Shelf):
        offers = offers.fitting(cart)
    till = Till(Ledger.of(cart, policy.allocation), policy, usage or {})
    at = None if day is None else Moment(day, minute)
    running = _exclusive([offer for offer in offers if till.is_running(offer, at)], till)
    ordered = sorted(running, key=lambda offer: (offer.stage, not offer.item_level, -offer.priority))
    for (_, above_items), stage in groupby(ordered, key=lambda offer: (offer.stage, not offer.item_level)):
        before = () if above_items else till.ledger.amounts()
        _run_stage(till, list(stage))
        if not above_items:
            till.ledger.settle_item_prices(before)
    return _receipt(till, cart, offers)


def _run_stage(till: Till, offers: Sequence[Offer]) -> None:
    """Work through one stage: single offers and groups in the order of their first member."""
    members: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.group in till.policy.groups:
            members.setdefault(offer.group, []).append(offer)
    for offer in offers:
        if offer.group not in till.policy.groups:
            till.run(offer)
        elif offer.group in members:
            run_group(till, members.pop(offer.group), till.policy.groups[offer.group])


def _exclusive(offers: list[Offer], till: Till) -> list[Offer]:
    """Keep only the exclusive offer of the highest priority, where one is met."""
    met = [
        offer
        for offer in offers
        if offer.exclusive
        and judge(offer.condition, till.ledger, scope=offer.scope).code is None
        and till.ledger.units_within(offer.scope)
    ]
    if not met:
        return offers
    best = max(met, key=lambda offer: offer.priority)
    for offer in offers:
        if offer is not best:
            till.refuse(offer, StepCode.EXCLUDED, other=best.offer_id)
    return [best]


def _receipt(till: Till, cart: Cart, offers: Sequence[Offer]) -> PricedCart:
    """Close the till."""
    paid = {offer.offer_id: offer.shop_percent for offer in offers}
    platform = sum(
        step.taken - whole(Fraction(step.taken * paid[step.offer_id], 100), Rounding.HALF_UP)
        for step in till.steps
        if step.is_applied and paid[step.offer_id] < 100
    )
    lines = tuple(
        PricedLine(
            state.line.line,
            state.line.sku,
            state.line.quantity,
            state.line.unit_price,
            tuple((run.count, run.now, run.item) for run in state.runs),
            dict(state.shares),
        )
        for state in till.ledger.lines
    )
    return PricedCart(lines, cart.shipping_fee, till.ledger.shipping, tuple(till.gifts), tuple(till.steps), platform)
