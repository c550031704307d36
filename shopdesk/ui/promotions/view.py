"""One view within 优惠设计, and how one asks for another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.ui.context import UiContext


class OffersView(QWidget):
    """Made when it is first shown and refreshed at every change of what it uses while it is shown.

    Heavy work belongs in a ``LatestJob``; edits go through ``context.push``. ``wanted`` asks the tab for another
    view by its key (design, bundles, checks, replay, review) and hands over what to show there.
    """

    uses: frozenset[str] = frozenset()  # document collections and fact tables that the view shows
    wanted = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def refresh(self) -> None:
        """Read the workspace anew and draw; must take under 100 ms or start a job."""
        raise NotImplementedError

    def show_target(self, target: object) -> None:
        """Bring into view what another view asked for with ``wanted``."""

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches, None where the view has none."""
        return None
