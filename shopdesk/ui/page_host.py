"""One tab: loads its page when it is first shown, refreshes it when shown and when its data has changed."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.cards import EmptyState
from shopdesk.ui.context import Page, UiContext

PAGE_CLASSES: Final = {
    "kpi": ("shopdesk.ui.kpi.page", "KpiPage"),
    "keywords": ("shopdesk.ui.keywords.page", "KeywordsPage"),
    "bidding": ("shopdesk.ui.bidding.page", "BiddingPage"),
    "promotions": ("shopdesk.ui.promotions.page", "PromotionsPage"),
}


class PageHost(QWidget):
    """Holds the page of a tab. Changes that come in one turn of the event loop cause one refresh."""

    def __init__(self, name: str, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.page: Page | None = None
        self._waiting = EmptyState()
        self._waiting.triggered.connect(context.import_requested)
        self._column.addWidget(self._waiting)
        self._is_stale = True
        self._is_loading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._refresh)
        context.changed.connect(self._changed)
        context.workspace_replaced.connect(self._all_changed)
        context.period_changed.connect(self._all_changed)
        self.show_texts()

    def activate(self) -> None:
        """Load the page where it isn't yet, and bring it up to date."""
        if self._context.workspace is None:
            return
        if self.page is None:
            self._load()
        if self.page is not None and self._is_stale:
            self._timer.start(0)

    def is_settled(self) -> bool:
        """Whether the page shows the current data (its own jobs aside)."""
        return not self._is_stale and not self._timer.isActive()

    def show_texts(self) -> None:
        """Write the waiting sentence in the language in force."""
        self._waiting.set_texts(self.tr("Loading…"), "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_texts()
        super().changeEvent(event)

    def _load(self) -> None:
        """Build the page; where its code isn't loaded yet, load it beside the interface first."""
        name, page = PAGE_CLASSES[self.name]
        module = sys.modules.get(name)
        if module is not None and hasattr(module, page):  # without it another thread is still loading the module
            self._build(module)
        elif not self._is_loading:
            self._is_loading = True
            self._context.jobs.start(self.tr("Loading…"), lambda _job: importlib.import_module(name), self._loaded)

    def _loaded(self, module: ModuleType) -> None:
        self._is_loading = False
        if self.page is None and self._context.workspace is not None:
            self._build(module)
            self.activate()

    def _build(self, module: ModuleType) -> None:
        page: Page = getattr(module, PAGE_CLASSES[self.name][1])(self._context, self)
        self.page = page
        self._column.replaceWidget(self._waiting, page)
        self._waiting.hide()
        page.show()

    def _changed(self, names: frozenset[str]) -> None:
        if self.page is not None and (not self.page.uses or self.page.uses & names):
            self._all_changed()

    def _all_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.activate()

    def _refresh(self) -> None:
        if self.page is None or self._context.workspace is None:
            return
        self._is_stale = False
        self.page.refresh()
