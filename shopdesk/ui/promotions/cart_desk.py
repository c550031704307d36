"""The test cart between its card and the engine: what is in it, and what it costs under the offers that count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.domain.promotions.till import Usage
from shopdesk.ui.promotions.cart_card import CartCard, CartState
from shopdesk.ui.promotions.cart_paste import items_from
from shopdesk.ui.promotions.figures import CartItem, CartOrder, ShopFigures
from shopdesk.ui.promotions.goods_picker import GoodsPicker

_MANY_OFFERS = 200  # beyond them the trace leaves out those on other goods or days


class CartDesk(QObject):
    """Pricing one cart takes milliseconds and is done at once."""

    def __init__(self, card: CartCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._owner = card, parent
        self._figures: ShopFigures | None = None
        self._counted: Sequence[OfferDesign] = ()
        self._stacking: Stacking | None = None
        self._floors: Mapping[str, int] = {}
        self._opened: OfferDesign | None = None
        self._example = -1
        self.state: CartState | None = None
        self.priced: PricedCart | None = None
        card.changed.connect(self.set_state)
        card.goods_wanted.connect(self._pick)

    def take_figures(self, figures: ShopFigures, day: date) -> None:
        """Take the goods of the shop; an empty cart gets a real order on ``day``."""
        self._figures = figures
        if self.state is None or not self.state.items:
            items = figures.examples[0] if figures.examples else ()
            self._example = 0 if items else -1
            self.state = CartState(items, 0, day)

    def costs(self) -> dict[str, int | None]:
        """Return what a unit of each article costs the shop, fen."""
        return {goods.sku: goods.unit_cost for goods in self._figures.goods} if self._figures is not None else {}

    def price(
        self,
        counted: Sequence[OfferDesign],
        stacking: Stacking,
        *,
        day: date,
        floors: Mapping[str, int],
        opened: OfferDesign | None = None,
    ) -> None:
        """Price the cart under the offers that count; ``day`` is that of a cart without one, ``floors`` by code.

        ``opened`` is the offer looked at: where it doesn't run on the day of the cart, a day is offered on which it
        does.
        """
        self._counted, self._stacking, self._floors, self._opened = counted, stacking, floors, opened
        if self.state is None:
            self.state = CartState((), 0, day)
        self._show()

    def set_state(self, state: CartState) -> None:
        """Put other goods, another day or buyer into the cart."""
        self.state = state
        self._show()

    def next_order(self) -> bool:
        """Put the next real order into the cart; False where none is known."""
        figures = self._figures
        if figures is None or not figures.examples or self.state is None:
            return False
        self._example = (self._example + 1) % len(figures.examples)
        self.set_state(replace(self.state, items=figures.examples[self._example]))
        return True

    def put(self, order: CartOrder) -> None:
        """Replace goods, postage and buyer by those of an order that another view shows, the day where it names one."""
        if self.state is not None:
            self.set_state(CartState(order.items, order.shipping, order.day or self.state.day, buyer=order.buyer))

    def _show(self) -> None:
        state, stacking = self.state, self._stacking
        if state is None or stacking is None:
            return
        lines = (
            CartLine(str(place), item.sku, item.price, item.quantity, floor=self._floors.get(item.sku))
            for place, item in enumerate(state.items)
        )
        cart = Cart(tuple(lines), state.shipping)
        many = len(self._counted) > _MANY_OFFERS
        skus = {item.sku for item in state.items} if many else None
        tags = self._figures.tags if self._figures is not None else {}
        counted = [offer for offer in self._counted if offer.buyers.is_for(state.buyer)]
        offers = to_offers(counted, stacking, skus=skus, tags=tags, day=state.day if many else None)
        self.priced = price_cart(cart, offers, stacking.policy(), day=state.day, usage=self._usage(state))
        designs = {offer.offer_id: offer for offer in self._counted}
        others = [offer for offer in self._counted if not offer.buyers.is_for(state.buyer)]
        self._card.set_cart(
            state, self.priced, designs, self.costs(), self._floors, not_for=others, opened=self._opened
        )

    def _usage(self, state: CartState) -> dict[str, Usage]:
        """Return what the buyer has used before: all that a limit lets, or nothing."""
        if not state.has_used:
            return {}
        return {offer.offer_id: Usage(orders=offer.per_buyer) for offer in self._counted if offer.per_buyer is not None}

    def paste(self, text: str) -> list[str]:
        """Add the goods of copied cells; returns the articles that the shop doesn't know."""
        if self._figures is None or self.state is None:
            return []
        items, unknown = items_from(text, self._figures.goods)
        if items:
            self.set_state(replace(self.state, items=(*self.state.items, *items)))
        return unknown

    def _pick(self) -> None:
        if self._figures is None or self.state is None:
            return
        dialog = GoodsPicker(self._figures.goods, parent=self._owner)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        known = self._figures.goods_by_sku()
        picked = (known[sku] for sku in dialog.picked())
        added = tuple(CartItem(goods.sku, goods.title, goods.list_price or 0, 1) for goods in picked)
        self.set_state(replace(self.state, items=self.state.items + added))
