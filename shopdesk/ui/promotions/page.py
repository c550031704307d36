"""优惠设计: offers designed on real orders, goods bought together, checks before going live, replay and review."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.cards import MessageBar, Segmented
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.lazy_views import LazyViews
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.view import OffersView
from shopdesk.ui.tokens import MARGIN_PX

DESIGN: Final = "design"
VIEWS: Final = (DESIGN, "bundles", "checks", "replay", "review")
"""All views, in the order of the switch; each but the first is ``View`` of ``shopdesk.ui.promotions.<name>.view``."""


class PromotionsPage(Page):
    """The tab. Every view reads the workspace itself; only the one in front is refreshed."""

    uses = DesignView.uses

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.switch = Segmented()
        self.stack = LazyViews(context, package="shopdesk.ui.promotions")
        self.views: dict[str, OffersView] = self.stack.views
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
        self.switch.chosen.connect(self.show_view)
        self.stack.made.connect(self._take_view)
        self.stack.arrived.connect(self._draw)
        self.stack.add(DESIGN, self.design)
        self.design.export_wanted.connect(self._export)
        self.context.workspace_replaced.connect(lambda: self.stack.forget(but=DESIGN))
        self._write()

    def refresh(self) -> None:
        """Refresh the view in front; the others when they come to the front."""
        if self.context.workspace is not None:
            self._draw(self.view_name())

    def show_target(self, target: object) -> None:
        """Choose an offer by its id, or show a view: its name, or its name and what to show there."""
        if isinstance(target, tuple) and len(target) == 2 and target[0] in VIEWS:
            self.show_view(str(target[0]), target[1])
        elif isinstance(target, str) and target in VIEWS:
            self.show_view(target)
        else:
            self.show_view(DESIGN, target)

    def show_view(self, name: str, target: object = None) -> None:
        """Bring a view to the front; its code loads beside the interface where it isn't loaded yet."""
        self.switch.choose(name)
        self.stack.bring(name, target)

    def view_name(self) -> str:
        """Return the name of the view that the switch shows."""
        return self.switch.key() or DESIGN

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches in the view shown."""
        view = self.views.get(self.view_name())
        return view.find_target() if view is not None else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

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

    def _take_view(self, view: OffersView) -> None:
        self.uses = self.uses | view.uses
        view.wanted.connect(self.show_view)

    def _draw(self, name: str) -> None:
        view = self.views.get(name)
        if view is None or self.context.workspace is None:
            return
        target = self.stack.target(name)
        view.refresh()
        if target is not None:
            view.show_target(target)
