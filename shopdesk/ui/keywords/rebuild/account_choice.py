"""Asks which account searched terms belong to whose report names none, where several could be meant."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from shopdesk.domain.keywords.rebuild.model import Proposal
from shopdesk.domain.keywords.rebuild.term_accounts import AccountKey, candidates
from shopdesk.ui.keywords.rebuild.checks import account_name


class AccountChoice(QPushButton):
    """A button that is only there where there is something to say; ``said`` gives the report's account and the own."""

    said = Signal(tuple, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self._possible: dict[AccountKey, list[AccountKey]] = {}
        self.clicked.connect(self._open)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Follow the language."""
        self.setText(self.tr("Whose terms? ▾"))
        self.setToolTip(self.tr("Say which account the search terms belong to whose report names none"))

    def show_proposal(self, made: Proposal) -> None:
        """Offer the accounts of a proposal for each report that names none of them."""
        accounts = [(one.platform, one.shop) for one in made.accounts]
        self._possible = {source: candidates(source, accounts) for source in made.waiting.sources}
        self.setVisible(bool(self._possible))

    def menu_of_accounts(self) -> QMenu:
        """Return what can be said."""
        menu = QMenu(self)
        for source, accounts in self._possible.items():
            for account in accounts:
                text = self.tr("{source}: these are terms of {account}").format(
                    source=account_name(source), account=account_name(account)
                )
                menu.addAction(text.replace("&", "&&")).triggered.connect(partial(self._say, source, account))
        return menu

    def _say(self, source: AccountKey, account: AccountKey) -> None:
        self.said.emit(source, account)

    def _open(self) -> None:
        self.menu_of_accounts().popup(self.mapToGlobal(self.rect().bottomLeft()))
