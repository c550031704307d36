"""The link that opens the rules; the dialog itself loads when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.cards import LinkButton
from shopdesk.ui.context import UiContext

if TYPE_CHECKING:
    from shopdesk.domain.promotions.catalogue import Goods


class RulesButton(LinkButton):
    """Names the choice of platform beside it; the view connects ``clicked``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._write()

    def open_rules(self, context: UiContext, key: str, goods: Sequence[Goods]) -> None:
        """Let the rules of a platform and the lowest prices be edited: one undoable step."""
        from shopdesk.ui.promotions.stacking.dialog import edit_rules

        edit_rules(context, key, goods, self.window())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self.setText(self.tr("Rules…"))
        self.setToolTip(self.tr("Stages, what may be combined, rounding, and the lowest prices of the shop"))
