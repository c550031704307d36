"""Which step of a ladder a worst cart stands on, so that a finding names the step and not the whole ladder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product
from typing import Final

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.checks.carts import Carts, Line, try_carts
from shopdesk.domain.promotions.checks.record import FILLER, Reached
from shopdesk.domain.promotions.offers import Ladder, Offer
from shopdesk.domain.promotions.policy import Policy

_MOST_GUESSES: Final = 24
_ODD_FEN: Final = 1
_MARK: Final = "\0"

Met = dict[str, int]
"""Minimum of the step met (fen or units), by offer."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """Which offers the goods that fill a cart are of, and whether item-level offers on the other goods count too."""

    covers: tuple[frozenset[str], ...] = ()
    with_items: bool = False


def steps_met(worst: Sequence[Reached], offers: Sequence[Offer], policy: Policy) -> list[Met]:
    """Return for each cart the steps that it stands on, of ladders with several; a cart that can't be told has none.

    A cart doesn't say which offers meet the goods that fill it: what gives the same price, to the odd fen, is taken.
    """
    by_id = {offer.offer_id: _undated(offer) for offer in offers}
    items = [by_id[offer.offer_id] for offer in offers if offer.item_level]
    found: list[Met] = [{} for _ in worst]
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, reached in enumerate(worst):
        if any(_is_ladder(by_id.get(one)) for one in reached.offers):
            groups.setdefault(reached.offers, []).append(place)
    for ids, places in groups.items():
        some = [by_id[one] for one in ids if one in by_id]
        open_places = list(places)
        for guess in _guesses(some, max(len(_fillers(worst[place])) for place in places), has_items=bool(items)):
            if not open_places:
                break
            met = _try([worst[place] for place in open_places], some, items, policy, guess)
            for place, one in zip(open_places, met, strict=True):
                found[place] = one or {}
            open_places = [place for place, one in zip(open_places, met, strict=True) if one is None]
    return found


def _is_ladder(offer: Offer | None) -> bool:
    return offer is not None and isinstance(offer.benefit, Ladder) and len(offer.benefit.tiers) > 1


def _undated(offer: Offer) -> Offer:
    return replace(offer, start=None, end=None, budget=None, per_buyer=None, buyers=BuyerKind.ANY)


def _fillers(reached: Reached) -> list[int]:
    return [place for place, part in enumerate(reached.parts) if part.sku == FILLER]


def _guesses(offers: Sequence[Offer], fillers: int, *, has_items: bool) -> Iterator[_Guess]:
    ids = [offer.offer_id for offer in offers if not offer.item_level]
    kinds = [frozenset(some) for count in range(len(ids), 0, -1) for some in combinations(ids, count)]
    for with_items in (False, True)[: 1 + has_items]:
        for covers in islice(product(kinds, repeat=fillers), _MOST_GUESSES):
            yield _Guess(covers, with_items)


def _try(
    worst: Sequence[Reached], offers: Sequence[Offer], items: Sequence[Offer], policy: Policy, guess: _Guess
) -> list[Met | None]:
    """Price carts under a guess; None where the price is another."""
    known = {offer.offer_id for offer in offers}
    counted = [*(offer for offer in items if guess.with_items and offer.offer_id not in known), *offers]
    carts = Carts()
    for reached in worst:
        carts.add(_lines(reached))
    tried = try_carts(carts, [_covering(offer, guess) for offer in counted], policy, by_line=True)
    steps: list[Met] = [{} for _ in worst]
    for offer, use in zip(counted, tried.uses, strict=True):
        if _is_ladder(offer):
            for cart, minimum in zip(use.orders.tolist(), use.step.tolist(), strict=True):
                steps[cart][offer.offer_id] = minimum
    prices = [-(-paid // max(1, units)) for paid, units in zip(tried.paid.tolist(), tried.units.tolist(), strict=True)]
    return [
        met if abs(price - reached.price) <= _ODD_FEN else None
        for reached, price, met in zip(worst, prices, steps, strict=True)
    ]


def _lines(reached: Reached) -> list[Line]:
    own, *others = reached.parts
    fillers = iter(range(len(others)))
    lines = [
        (part.sku if part.sku != FILLER else f"{_MARK}{next(fillers)}", part.price, part.quantity, False)
        for part in others
    ]
    return [*lines, (own.sku, own.price, own.quantity, True)]


def _covering(offer: Offer, guess: _Guess) -> Offer:
    """Return an offer with the fillers that it meets among its goods, the others left out."""
    names = [f"{_MARK}{place}" for place in range(len(guess.covers))]
    within = {name for name, ids in zip(names, guess.covers, strict=True) if offer.offer_id in ids}
    scope = offer.scope
    if scope.skus:
        return replace(offer, scope=replace(scope, skus=scope.skus | within))
    return replace(offer, scope=replace(scope, excluded=scope.excluded | (frozenset(names) - within)))
