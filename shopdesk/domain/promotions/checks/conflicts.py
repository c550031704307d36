"""Offers that clash, steps that nobody or everybody reaches, and offers that do nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.checks.finding import Finding, FindingCode
from shopdesk.domain.promotions.checks.ground import meets
from shopdesk.domain.promotions.checks.marks import gain, marks_of
from shopdesk.domain.promotions.checks.pairs import pairs_in_groups, shared_days
from shopdesk.domain.promotions.design import LADDERS, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers, with_articles
from shopdesk.domain.promotions.design_problems import exclusion_circles, problems
from shopdesk.domain.promotions.offers import Offer, Scope
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.replay.book import Codes, Fen, OrderBook
from shopdesk.domain.promotions.stacking import Stacking

MOST_FINDINGS: Final = 500
_LEAST_ORDERS: Final = 30
"""Fewer orders say nothing about who reaches a step."""
_ALWAYS: Final = 95  # percent
_NEAR: Final = 80  # percent of a step: customers who may climb it
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Sold:
    """Orders as steps see them: article and payment (fen, after item-level offers) of each line, offsets of orders."""

    skus: tuple[str, ...]
    sku: Codes
    paid: Fen
    starts: Codes

    @classmethod
    def of(cls, book: OrderBook, paid: Fen) -> Sold:
        """Take the lines of a book."""
        return cls(book.skus, book.sku, paid, book.starts)

    def values(self, scope: Scope, prices: Mapping[str, int]) -> Fen:
        """Return what the goods of a scope cost in each order that holds some of them."""
        if len(self.starts) < 2:
            return np.zeros(0, dtype=np.int64)
        if scope == Scope():
            return np.add.reduceat(self.paid, self.starts[:-1])
        covered = np.array([*(meets(scope, sku, prices.get(sku, 0)) for sku in self.skus), False], dtype=np.bool_)
        within = covered[self.sku]
        values = np.add.reduceat(np.where(within, self.paid, 0), self.starts[:-1])
        return values[np.add.reduceat(within.astype(np.int64), self.starts[:-1]) > 0]


def conflicts(
    designs: Sequence[OfferDesign],
    stacking: Stacking,
    *,
    prices: Mapping[str, int],
    tags: Mapping[str, frozenset[str]],
    sold: Sold,
    today: date,
) -> list[Finding]:
    """Return what is wrong with offers that count together, the worst first; ``prices`` of all goods known, fen."""
    live = [design for design in designs if design.status is not Status.OFF and not is_over(design, today)]
    found = [Finding(FindingCode.OVER, one.offer_id, last=one.end) for one in designs if is_over(one, today)]
    sound = []
    for design in live:
        if problems(design, stacking):
            found.append(_of(FindingCode.NOT_PRICED, design))
        else:
            sound.append(with_articles(design, tags))
    offers = {offer.offer_id: offer for offer in to_offers(sound, stacking)}
    found += _circles(sound, stacking)
    for design in sound:
        found += _goods(design, offers[design.offer_id], prices)
        found += _steps(design)
        found += _reach(design, offers[design.offer_id], sold, prices)
        found += _gift(design)
    found += _bundles(sound, offers, stacking, prices)
    found += _pairs(sound, offers, stacking, prices)
    return sorted(found, key=lambda finding: -finding.severity)[:MOST_FINDINGS]


def is_over(design: OfferDesign, today: date) -> bool:
    """Tell whether an offer has ended before a day."""
    return design.end is not None and design.end < today


def _of(code: FindingCode, design: OfferDesign, **values: int) -> Finding:
    return Finding(code, design.offer_id, first=design.start, last=design.end, values=values)


def _circles(designs: Sequence[OfferDesign], stacking: Stacking) -> Iterator[Finding]:
    for circle in exclusion_circles(designs, stacking):
        yield Finding(FindingCode.CIRCLE, circle[0], other=circle[1], circle=circle)


def _goods(design: OfferDesign, offer: Offer, prices: Mapping[str, int]) -> Iterator[Finding]:
    if not prices:
        return
    named = (*design.skus, *design.get_skus)
    unknown = [sku for sku in named if sku not in prices]
    if not any(meets(offer.scope, sku, prices[sku]) for sku in _named(offer, prices)):
        yield _of(FindingCode.NO_GOODS, design)
    elif unknown:
        yield _of(FindingCode.UNKNOWN_GOODS, design, count=len(unknown), of=len(named))


def _steps(design: OfferDesign) -> Iterator[Finding]:
    """Find steps that give less than the one before, by share or by parting the order."""
    if design.kind not in LADDERS or design.takes_percent or design.by_quantity:
        return
    for place, (lower, upper) in enumerate(zip(design.steps, design.steps[1:], strict=False), start=2):
        times = upper.minimum // lower.minimum if lower.minimum else 0
        if times * lower.value > upper.value:
            yield _of(
                FindingCode.STEP_SPLIT,
                design,
                step=place,
                minimum=upper.minimum,
                value=upper.value,
                times=times,
                split=times * lower.value,
            )
        elif upper.value * lower.minimum < lower.value * upper.minimum:
            yield _of(FindingCode.STEP_WEAKER, design, step=place)


def _reach(design: OfferDesign, offer: Offer, sold: Sold, prices: Mapping[str, int]) -> Iterator[Finding]:
    """Find steps that no order of the past comes near, and those that nearly all reach anyway."""
    if design.kind not in LADDERS or design.by_quantity:
        return
    values = sold.values(offer.scope, prices)
    if len(values) < _LEAST_ORDERS:
        return
    for place, step in enumerate(design.steps, start=1):
        reached = int((values >= step.minimum).sum())
        near = int((values * _WHOLE >= step.minimum * _NEAR).sum())
        counted = {"step": place, "minimum": step.minimum, "orders": len(values)}
        if not near:
            yield _of(FindingCode.STEP_NEVER, design, near=near, **counted)
        elif step.minimum and reached * _WHOLE >= len(values) * _ALWAYS:
            yield _of(FindingCode.STEP_ALWAYS, design, reached=reached, **counted)


def _gift(design: OfferDesign) -> Iterator[Finding]:
    if design.kind is not OfferKind.GIFT:
        return
    costs = [step.cost for step in design.gift_steps] or [design.gift_cost]
    if None in costs:
        yield _of(FindingCode.GIFT_COST, design)


def _bundles(
    designs: Sequence[OfferDesign], offers: Mapping[str, Offer], stacking: Stacking, prices: Mapping[str, int]
) -> Iterator[Finding]:
    """Find sets that cost no less than their goods apart under the item-level offers of that time."""
    items = [offer for offer in offers.values() if offer.item_level]
    by_sku: dict[str, list[Offer]] = {}
    for offer in items:
        for sku in offer.scope.skus:
            by_sku.setdefault(sku, []).append(offer)
    general = [offer for offer in items if not offer.scope.skus]
    for design in designs:
        goods = design.skus[: 1 + (design.choose or len(design.skus))]
        if design.kind is not OfferKind.BUNDLE or any(sku not in prices for sku in goods):
            continue
        own = offers[design.offer_id]
        near = {offer.offer_id: offer for sku in goods for offer in by_sku.get(sku, ())}
        rivals = [one for one in (*near.values(), *general) if one is not own and shared_days(one, own) is not None]
        cart = Cart(tuple(CartLine(sku, sku, prices[sku], 1) for sku in dict.fromkeys(goods)))
        undated = [replace(offer, start=None, end=None) for offer in rivals]
        apart = price_cart(cart, undated, stacking.policy()).payable
        if apart < design.value:
            yield _of(FindingCode.BUNDLE_DEARER, design, price=design.value, parts=apart)


def _pairs(
    designs: Sequence[OfferDesign], offers: Mapping[str, Offer], stacking: Stacking, prices: Mapping[str, int]
) -> Iterator[Finding]:
    """Find offers of which only the better one counts, and those that another always beats."""
    for one, two in pairs_in_groups([offers[design.offer_id] for design in designs], stacking.policy(), MOST_FINDINGS):
        days = shared_days(one, two)
        common = _common(one, two, prices)
        apart = not one.buyers.is_for(two.buyers) and not two.buyers.is_for(one.buyers)
        if apart or days is None or (prices and not common):
            continue
        for weak, strong in ((one, two), (two, one)):
            if _always_beats(strong, weak, prices, common):
                yield Finding(FindingCode.NEVER_COUNTS, weak.offer_id, strong.offer_id, weak.start, weak.end)
                break
        else:
            values = {"common": len(common)}
            yield Finding(FindingCode.OVERLAP, one.offer_id, two.offer_id, days[0], days[1], values)


def _named(offer: Offer, prices: Mapping[str, int]) -> list[str]:
    """Return the articles that an offer may meet, without looking at thousands where it names a few."""
    return [sku for sku in offer.scope.skus if sku in prices] if offer.scope.skus else list(prices)


def _common(one: Offer, two: Offer, prices: Mapping[str, int]) -> list[str]:
    narrow = min((one, two), key=lambda offer: len(offer.scope.skus) or len(prices) + 1)
    names = _named(narrow, prices)
    return [sku for sku in names if meets(one.scope, sku, prices[sku]) and meets(two.scope, sku, prices[sku])]


def _always_beats(strong: Offer, weak: Offer, prices: Mapping[str, int], common: Sequence[str]) -> bool:
    """Tell whether an offer always gives at least as much on the goods of another, all the time that one runs."""
    if strong.budget is not None or strong.per_buyer is not None:
        return False
    if strong.buyers not in (BuyerKind.ANY, weak.buyers):
        return False
    whole_time = (strong.start is None or (weak.start is not None and strong.start <= weak.start)) and (
        strong.end is None or (weak.end is not None and strong.end >= weak.end)
    )
    if not whole_time or not common:
        return False
    own = [sku for sku in _named(weak, prices) if meets(weak.scope, sku, prices[sku])]
    if not all(meets(strong.scope, sku, prices[sku]) for sku in own):
        return False
    steps = marks_of(weak), marks_of(strong)
    if any(mark.units for own in steps for mark in own) or not all(steps):
        return False
    looked = sorted({mark.amount + more for own in steps for mark in own for more in (0, 1, 10 * mark.amount)})
    return all(
        gain(strong, steps[1], listed=at, now=at) >= gain(weak, steps[0], listed=at, now=at) for at in looked if at
    )
