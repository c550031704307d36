"""A small dialog that picks articles out of the shop's goods."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.ui import formats
from shopdesk.ui.tick_picker import TickPicker


class GoodsPicker(TickPicker):
    """Goods by their codes. Nothing ticked means the whole shop where ``may_all``."""

    def __init__(
        self,
        goods: Sequence[Goods],
        ticked: Collection[str] = (),
        *,
        may_all: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__([(article.sku, _text(article)) for article in goods], ticked, parent=parent)
        self._may_all = may_all
        self.setWindowTitle(self.tr("Choose goods"))
        self.search.setPlaceholderText(self.tr("Name or code"))
        self.search.setAccessibleName(self.tr("Search goods"))
        self.list.setAccessibleName(self.tr("Goods"))
        self.cancel.setText(self.tr("Cancel"))
        self.note.setText(
            self.tr("Nothing ticked: the offer holds for the whole shop.")
            if may_all
            else self.tr("Goods come from the cost list and from order lines; those sold most stand first.")
        )
        self._count()

    def verb_text(self, count: int) -> str:
        """Return how many goods are taken, or that the offer holds for all."""
        if self._may_all and not count:
            return self.tr("Whole shop")
        return self.tr("Take {count} {count:item|items}").format(count=formats.full(count))

    def may_take(self, count: int) -> bool:
        """None at all is an answer only where it means the whole shop."""
        return self._may_all or count > 0


def _text(article: Goods) -> str:
    price = formats.UNKNOWN if article.list_price is None else formats.money_fen(article.list_price)
    return f"{article.title}    {article.sku}    {price}"
