"""What the view 设计 looks at: the offers, the chosen one, which of them count, by which rules and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from shopdesk.app.promotions.candidates import rivals
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import stacking_for, stacking_of
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.design_offers import beside
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui.context import UiContext
from shopdesk.ui.promotions.figures import ShopFigures
from shopdesk.ui.promotions.layout import DesignLayout

PLATFORM_SETTING: Final = "promotions.platform"
_STALE_DAYS = 7  # figures older than this: the page stands at their last day instead of today


class DesignState(DesignLayout):
    """The widgets together with what they stand for; everything is read from the workspace when asked."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._figures: ShopFigures | None = None
        self._current = ""
        self._counts = True  # whether the candidate looked at counts, or none of its campaign

    def _offers(self) -> Mapping[str, OfferDesign]:
        workspace = self.context.workspace
        if workspace is None:
            return {}
        return {offer.offer_id: offer for offer in workspace.rows(OFFERS).values()}

    def _offer(self) -> OfferDesign | None:
        return self._offers().get(self._current)

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
            return stacking_of("taobao")
        return stacking_for(workspace, workspace.store.setting(PLATFORM_SETTING) or "taobao")

    def _today(self) -> date:
        services = self.context.services
        return services.today() if services is not None else datetime.now().astimezone().date()

    def _standpoint(self) -> date:
        """Return today, or the last day with figures where these are old, so that their offers are in view."""
        last, today = self.context.last_day, self._today()
        return today if last is None or (today - last).days <= _STALE_DAYS else last

    def _cart_day(self) -> date:
        day = self._standpoint()
        return day if day == self._today() else day + timedelta(days=1)

    def _free_name(self, base: str) -> str:
        taken = {offer.name for offer in self._offers().values()}
        return next(name for name in (base, *(f"{base} {i}" for i in range(2, 10_000))) if name not in taken)
