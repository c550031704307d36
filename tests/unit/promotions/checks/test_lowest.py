"""No cart brings an article lower than the price check says."""

from __future__ import annotations

from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.checks.lowest import lowest_prices
from shopdesk.domain.promotions.checks.record import Lowest, Stretch
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.pricing import price_cart

STACKING = stacking_of("taobao")
STRETCH = Stretch(None, None, ())
SKUS = ("a", "b", "c", "d")


def offer(kind: OfferKind, name: str = "", **fields: object) -> OfferDesign:
    name = name or kind.value
    return OfferDesign(name, kind, name, Status.ACTIVE, **fields)  # type: ignore[arg-type]


def lowest(prices: dict[str, int], designs: list[OfferDesign]) -> dict[str, Lowest]:
    found = lowest_prices(prices, to_offers(designs, STACKING), STACKING.policy(), STRETCH, list(prices))
    return {one.sku: one for one in found}


SCOPES = st.sampled_from(((), ("a",), ("a", "b"), ("b", "c"), ("a", "b", "c"), ("c", "d")))


@st.composite
def ladders(draw: st.DrawFn, kind: OfferKind, name: str) -> OfferDesign:
    minima = sorted(draw(st.sets(st.integers(20, 400), min_size=1, max_size=2)))
    values = sorted(draw(st.sets(st.integers(1, 15), min_size=len(minima), max_size=len(minima))))
    steps = tuple(LadderStep(100 * m, 100 * v) for m, v in zip(minima, values, strict=True))
    return offer(kind, name, steps=steps, skus=draw(SCOPES))


@st.composite
def several(draw: st.DrawFn) -> list[OfferDesign]:
    """Draw at most one offer that looks at several units: of two together no cart is known to be the worst."""
    match draw(st.sampled_from(("none", "nth", "bundle", "pieces"))):
        case "nth":
            return [offer(OfferKind.NTH_UNIT, value=draw(st.integers(1, 1000)), skus=draw(SCOPES))]
        case "bundle":
            return [offer(OfferKind.BUNDLE, value=draw(st.integers(100, 20_000)), skus=("a", "b"))]
        case "pieces":
            pieces = (LadderStep(draw(st.integers(2, 4)), draw(st.integers(10, 300))),)
            return [offer(OfferKind.THRESHOLD_PERCENT, by_quantity=True, steps=pieces, skus=draw(SCOPES))]
        case _:
            return []


@st.composite
def shops(draw: st.DrawFn) -> tuple[dict[str, int], list[OfferDesign]]:
    prices = {sku: draw(st.integers(100, 20_000)) for sku in SKUS}
    designs = [draw(ladders(OfferKind.THRESHOLD_OFF, "ladder"))] if draw(st.booleans()) else []
    designs += [draw(ladders(OfferKind.COUPON, f"coupon {n}")) for n in range(draw(st.integers(0, 2)))]
    if draw(st.booleans()):
        designs.append(offer(OfferKind.ITEM_OFF, value=draw(st.integers(1, 2000)), skus=("b",)))
    if draw(st.booleans()):
        designs.append(offer(OfferKind.ITEM_PERCENT, value=draw(st.integers(1, 500)), skus=draw(SCOPES)))
    designs += draw(several())
    if draw(st.booleans()):
        step = draw(st.integers(5_000, 40_000))
        designs.append(offer(OfferKind.EVERY_OFF, threshold=step, value=draw(st.integers(100, step // 4))))
    if draw(st.booleans()):
        designs.append(offer(OfferKind.POINTS, value=draw(st.integers(1, 100)), shop_percent=0))
    return prices, designs


CARTS = st.dictionaries(st.sampled_from(SKUS), st.integers(1, 6), min_size=1)


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(shops(), st.lists(CARTS, min_size=1, max_size=12))
def test_that_no_cart_prices_an_article_below_its_lowest(
    shop: tuple[dict[str, int], list[OfferDesign]], carts: list[dict[str, int]]
) -> None:
    """Carts that stand on the steps of offers are no proof, so that every run tries the same shops."""
    prices, designs = shop
    found = lowest(prices, designs)
    offers = to_offers(designs, STACKING)
    for quantities in carts:
        cart = Cart(tuple(CartLine(sku, sku, prices[sku], count) for sku, count in quantities.items()))
        priced = price_cart(cart, offers, STACKING.policy())
        odd_fen = len(designs) * len(cart.lines)
        for line in priced.lines:
            unit = Fraction(line.payable + odd_fen, line.quantity)
            assert unit >= found[line.sku].price.price - 1, (quantities, line)
