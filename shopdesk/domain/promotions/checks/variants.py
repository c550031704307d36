"""Which of the offers a customer may hold: coupons needn't be taken, so others come to bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Final

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.checks.ground import meets
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import GroupRule, Policy

MOST_VARIANTS: Final = 16


@dataclass(frozen=True, slots=True)
class Variant:
    """Offers without ``dropped`` ones; ``is_whole`` where none is."""

    offers: tuple[Offer, ...]
    dropped: tuple[Offer, ...] = ()

    @property
    def rivals(self) -> tuple[Offer, ...]:
        """The offers that may count since others are left out."""
        groups = {offer.group for offer in self.dropped if offer.group}
        within = tuple(offer for offer in self.offers if offer.group in groups)
        rivalry = any(offer.excludes or offer.exclusive for offer in self.dropped)
        return self.offers if rivalry or not within else within

    @property
    def is_whole(self) -> bool:
        """Whether no offer is left out."""
        return not self.dropped

    def concerns(self, sku: str, price: int) -> bool:
        """Tell whether an offer that meets an article may count since others are left out, on whatever goods."""
        return any(meets(offer.scope, sku, price) for offer in self.rivals)


def variants(offers: Sequence[Offer], policy: Policy) -> list[Variant]:
    """Return all offers together first, then without those that may stand in the way of a lower price."""
    return [one for own in _by_buyers(offers) for one in _without_some(own, policy)]


def _by_buyers(offers: Sequence[Offer]) -> list[list[Offer]]:
    """Return what each kind of buyers can hold: no one is new and returning."""
    if all(offer.buyers is BuyerKind.ANY for offer in offers):
        return [list(offers)]
    kinds = (BuyerKind.NEW, BuyerKind.RISING, BuyerKind.RETURNING)
    return [[replace(offer, buyers=BuyerKind.ANY) for offer in offers if offer.buyers.is_for(kind)] for kind in kinds]


def _without_some(offers: Sequence[Offer], policy: Policy) -> list[Variant]:
    choices = [*_groups(offers, policy), *_rivals(offers, policy)]
    found = [Variant(tuple(offers))]
    for drops in islice(product(*choices), 1, MOST_VARIANTS):
        gone = frozenset(offer_id for ids in drops for offer_id in ids)
        kept = tuple(offer for offer in offers if offer.offer_id not in gone)
        found.append(Variant(kept, tuple(offer for offer in offers if offer.offer_id in gone)))
    return found


def _groups(offers: Sequence[Offer], policy: Policy) -> Iterator[list[tuple[str, ...]]]:
    """Yield for each group of which the best counts what may be left out: nothing, or all but one on other goods."""
    groups: dict[str, list[Offer]] = {}
    for offer in offers:
        if policy.groups.get(offer.group) is GroupRule.BEST_OF_ORDER:
            groups.setdefault(offer.group, []).append(offer)
    for members in groups.values():
        if len({offer.scope for offer in members}) > 1:
            ids = [offer.offer_id for offer in members]
            yield [(), *(tuple(other for other in ids if other != one) for one in ids)]


def _rivals(offers: Sequence[Offer], policy: Policy) -> Iterator[list[tuple[str, ...]]]:
    """Yield the offers that keep others from running."""
    rivals = {offer.kind for offer in offers if any(offer.kind in pair for pair in policy.conflicts)}
    for offer in offers:
        if offer.excludes or offer.exclusive or offer.kind in rivals:
            yield [(), (offer.offer_id,)]
