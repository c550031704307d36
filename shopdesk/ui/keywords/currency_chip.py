"""Says that amounts are no yuan where all accounts bill in a currency of their own, which their reports don't name."""

from __future__ import annotations

from shopdesk.domain.currencies import ABROAD, billed_abroad
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.cards import Chip
from shopdesk.ui.keywords.currency import count_abroad, money_unit


class CurrencyChip(Chip):
    """Stands beside the switch of the views, because it holds for the money of all of them."""

    def show_library(self, library: Library | None) -> None:
        """Follow the accounts of a library; hidden where it counts in yuan."""
        platforms = billed_abroad(cut.platform for cut in library.used) if library is not None else ()
        count_abroad(is_so=bool(platforms))
        self.setVisible(bool(platforms))
        if not platforms:
            return
        names = formats.listed(ABROAD[platform] for platform in platforms)
        self.set_state(self.tr("{names}: amounts in the account's currency").format(names=names), "warn")
        text = self.tr(
            "“{sign}” is the currency of the account, which the reports don't name; “yuan” in a sentence means it, too."
        )
        if len(platforms) > 1:
            text += " " + self.tr("Please check that these accounts use one currency: their amounts are added.")
        self.setToolTip(text.format(sign=money_unit()))
