"""The way from a word to the dictionaries, beneath its label."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.cards import LinkButton


class TeachLink(LinkButton):
    """A verb that names itself in the language in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self.setText(self.tr("Into a dictionary…"))
        self.setToolTip(self.tr("Make a name of this word an entry; what that changes is shown first"))
