"""What the view 设计 looks at: the offers, the chosen one, which of them count, by which rules and on which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from shopdesk.app.promotions.candidates import NO_CANDIDATE, remember_choice, remembered_choice, rivals
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import GENERAL, shop_stacking, stacking_of
from shopdesk.app.promotions.standpoint import next_day, standpoint
from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.design_offers import beside
from shopdesk.domain.promotions.ladder import amount_steps
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui.context import UiContext
from shopdesk.ui.promotions.figures import ShopFigures
from shopdesk.ui.promotions.layout import DesignLayout

_MOST_EARLIER: Final = 20


class DesignState(DesignLayout):
    """The widgets together with what they stand for; everything is read from the workspace when asked."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._figures: ShopFigures | None = None
        self._current = ""
        self._earlier: list[str] = []  # the offers chosen before, the last one last
        self._counts = True  # whether the candidate looked at counts, or none of its campaign

    def _offers(self) -> Mapping[str, OfferDesign]:
        workspace = self.context.workspace
        if workspace is None:
            return {}
        return {offer.offer_id: offer for offer in workspace.rows(OFFERS).values()}

    def _offer(self) -> OfferDesign | None:
        return self._offers().get(self._current)

    def _settle_choice(self, offers: Mapping[str, OfferDesign]) -> None:
        """Keep the choice, else take the one before, else that of the last time, else the offer that tells most."""
        workspace = self.context.workspace
        if workspace is None:
            return
        if self._current not in offers:
            self._current, self._counts = next((one for one in reversed(self._earlier) if one in offers), ""), True
        if self._current not in offers:
            remembered = remembered_choice(workspace)
            self._counts = not remembered.startswith(f"{NO_CANDIDATE}:")
            self._current = remembered.removeprefix(f"{NO_CANDIDATE}:")
        if self._current not in offers:
            telling = (key for key, offer in offers.items() if len(amount_steps(offer)) > 1)
            self._current, self._counts = next(telling, next(iter(offers), "")), True
        if self._current and self._earlier[-1:] != [self._current]:
            self._earlier = [*self._earlier, self._current][-_MOST_EARLIER:]
        wanted = self._current if self._counts else f"{NO_CANDIDATE}:{self._current}"
        if offers and remembered_choice(workspace) != wanted:
            remember_choice(workspace, self._current, counts=self._counts)

    def goods(self) -> Sequence[Goods]:
        """Return the goods of the shop, none until they are read."""
        return self._figures.goods if self._figures is not None else ()

    def counted(self) -> list[OfferDesign]:
        """Return the offers that count: those in use, and the candidate looked at in place of its rivals."""
        offers, offer = tuple(self._offers().values()), self._offer()
        if offer is None:
            return beside(offers, None)
        if self._counts:
            return beside(offers, offer)
        members = {member.offer_id for member in rivals(offers, offer)}
        return [one for one in beside(offers, None) if one.offer_id not in members]

    def _stacking(self) -> Stacking:
        workspace = self.context.workspace
        if workspace is None:
            return stacking_of(GENERAL)
        return shop_stacking(workspace)

    def _standpoint(self) -> date:
        return standpoint(self.context.today(), self.context.last_day)

    def _cart_day(self) -> date:
        return next_day(self.context.today(), self.context.last_day)

    def _free_name(self, base: str) -> str:
        taken = {offer.name for offer in self._offers().values()}
        return next(name for name in (base, *(f"{base} {i}" for i in range(2, 10_000))) if name not in taken)
