"""A tab of several views with a switch above them: one way to ask for a view, show it and search in it."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.cards import Segmented
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.lazy_views import LazyViews


class ViewsPage(Page):
    """A page whose ``switch`` names ``VIEWS``, the first of them built with the page.

    Each other is ``View`` of ``<package>.<name>.view``. A page writes its own texts in ``_write`` and draws a view in
    ``_draw_view``.
    """

    VIEWS: ClassVar[tuple[str, ...]]

    def __init__(self, context: UiContext, *, package: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.switch = Segmented()
        self.stack = LazyViews(context, package=package)
        self.views: dict[str, Any] = self.stack.views
        self.switch.chosen.connect(self.show_view)
        self.stack.made.connect(self._take_view)
        self.stack.arrived.connect(self._draw_view)

    def show_target(self, target: object) -> None:
        """Show a view: its name, or its name and what to show there; anything else is shown in the first."""
        if isinstance(target, tuple) and len(target) == 2 and target[0] in self.VIEWS:
            self.show_view(str(target[0]), target[1])
        elif isinstance(target, str) and target in self.VIEWS:
            self.show_view(target)
        else:
            self.show_view(self.VIEWS[0], target)

    def show_view(self, name: str, target: object = None) -> None:
        """Bring a view to the front; its code loads beside the interface where it isn't loaded yet."""
        self.switch.choose(name)
        self.stack.bring(name, target)

    def view_name(self) -> str:
        """Return the name of the view that the switch shows."""
        return self.switch.key() or self.VIEWS[0]

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches in the view shown."""
        view = self.views.get(self.view_name())
        return view.find_target() if view is not None else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _take_view(self, view: Any) -> None:
        self.uses = self.uses | view.uses
        view.wanted.connect(self.show_view)

    def _write(self) -> None:
        raise NotImplementedError

    def _draw_view(self, name: str) -> None:
        raise NotImplementedError
