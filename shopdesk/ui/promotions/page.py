"""优惠设计: offers designed on real orders, goods bought together, checks before going live, replay and review."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.cards import MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.view import OffersView
from shopdesk.ui.tokens import MARGIN_PX
from shopdesk.ui.views_page import ViewsPage

DESIGN: Final = "design"
VIEWS: Final = (DESIGN, "bundles", "checks", "replay", "review")
"""All views, in the order of the switch; each but the first is ``View`` of ``shopdesk.ui.promotions.<name>.view``."""


class PromotionsPage(ViewsPage):
    """The tab. Every view reads the workspace itself; only the one in front is refreshed."""

    VIEWS = VIEWS
    uses = DesignView.uses

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, package="shopdesk.ui.promotions", parent=parent)
        self.design = DesignView(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.addWidget(self.switch)
        strip.addStretch(1)
        column.addLayout(strip)
        self.bar = MessageBar()
        self.bar.hide()
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.stack.add(DESIGN, self.design)
        self.design.export_wanted.connect(self._export)
        self.context.workspace_replaced.connect(lambda: self.stack.forget(but=DESIGN))
        self._write()

    def refresh(self) -> None:
        """Refresh the view in front; the others when they come to the front."""
        if self.context.workspace is not None:
            self._draw_view(self.view_name())

    def _write(self) -> None:
        names = {
            DESIGN: self.tr("Design"),
            "bundles": self.tr("Bundles"),
            "checks": self.tr("Checks"),
            "replay": self.tr("Replay"),
            "review": self.tr("Review"),
        }
        self.switch.set_items([(name, names[name]) for name in VIEWS])

    def _export(self, offer_id: str) -> None:
        from shopdesk.ui.promotions.sheet.export import CampaignExport

        CampaignExport(self.context, self.bar, self).offer(offer_id)

    def _draw_view(self, name: str) -> None:
        view: OffersView | None = self.views.get(name)
        if view is None or self.context.workspace is None:
            return
        target = self.stack.target(name)
        view.refresh()
        if target is not None:
            view.show_target(target)
