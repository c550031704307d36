"""The views of a page: each is built when it is first shown, its code loaded beside the interface."""

from __future__ import annotations

import importlib
import logging
import sys
from functools import partial
from types import ModuleType
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from shopdesk.app.jobs import Cancelled
from shopdesk.ui.cards import EmptyState
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import drop_within

_log = logging.getLogger(__name__)


class LazyViews(QStackedWidget):
    """Shows one view at a time; all but the first are ``View(context)`` of ``<package>.<name>.view``.

    ``made`` hands over a view that was built just now, so that the page can connect it; ``arrived`` names the view
    that stands in front and is to be drawn. A view whose code can't be loaded says so and offers to try again.
    """

    made = Signal(object)
    arrived = Signal(str)

    def __init__(self, context: UiContext, *, package: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._package = package
        self._wanted = ""
        self._loading: set[str] = set()
        self._failed: set[str] = set()
        self._targets: dict[str, object] = {}
        self.views: dict[str, Any] = {}
        self.waiting = EmptyState()
        self.waiting.triggered.connect(self._try_again)
        self.addWidget(self.waiting)
        self._write()

    def add(self, name: str, view: QWidget) -> None:
        """Take in a view that is built already; the first one stands in front."""
        self.views[name] = view
        self.addWidget(view)
        if not self._wanted:
            self._wanted = name
            self.setCurrentWidget(view)
        self.made.emit(view)

    def bring(self, name: str, target: object = None) -> None:
        """Bring a view to the front, with what is to be shown there; load its code where it isn't loaded yet."""
        self._wanted = name
        if target is not None:
            self._targets[name] = target
        view = self.views.get(name)
        if view is None:
            self._load(name)
            return
        self.setCurrentWidget(view)
        self.arrived.emit(name)

    def target(self, name: str) -> object:
        """Return what a view was asked to show, once; None where nothing was asked."""
        return self._targets.pop(name, None)

    def forget(self, *, but: str) -> None:
        """Drop all views but one: they hold figures of the shop before."""
        for name in [name for name in self.views if name != but]:
            view = self.views.pop(name)
            drop_within(view)
            self.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._targets.clear()
        self._failed.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _load(self, name: str) -> None:
        module_name = f"{self._package}.{name}.view"
        module = sys.modules.get(module_name)
        if module is not None and hasattr(module, "View"):  # without it another thread is still loading the module
            self._build(name, module)
            return
        self.setCurrentWidget(self.waiting)
        self._write()
        if name not in self._loading:
            self._loading.add(name)
            self._context.jobs.start(
                self.tr("Loading…"),
                lambda _job: importlib.import_module(module_name),
                partial(self._build, name),
                partial(self._fail, name),
            )

    def _build(self, name: str, module: ModuleType) -> None:
        self._loading.discard(name)
        self._failed.discard(name)
        if name not in self.views:
            try:
                view = module.View(self._context)
            except Exception as error:
                self._fail(name, error)  # the window says so in the view's place, and where all slips are told
                raise
            self.add(name, view)
        if self._wanted == name:
            self.bring(name)

    def _fail(self, name: str, error: BaseException) -> None:
        self._loading.discard(name)
        self._failed.add(name)
        if not isinstance(error, Cancelled):
            _log.error("the view %r can't be opened: %r", name, error)
        if self._wanted == name:
            self.setCurrentWidget(self.waiting)
            self._write()

    def _try_again(self) -> None:
        self._failed.discard(self._wanted)
        self.bring(self._wanted)

    def _write(self) -> None:
        if self._wanted in self._failed:
            self.waiting.set_texts(
                self.tr(
                    "This view could not be opened; your figures are as they were. Details are in the log (Help menu)."
                ),
                self.tr("Try again"),
            )
        else:
            self.waiting.set_texts(self.tr("Loading…"), "")
