"""The dialogs that the view 设计 opens, and what becomes of their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import DesignStudy
    from shopdesk.ui.promotions.design_view import DesignView


class Asking(QObject):
    """Each dialog is made when it is asked for; ``dialog`` is the one opened last."""

    def __init__(self, view: DesignView) -> None:
        super().__init__(view)
        self._view = view
        self.dialog: QDialog | None = None
        view.result.aim_wanted.connect(self.change_aim)

    def find_ladder(self) -> None:
        """Search for ladders; one that is taken becomes a candidate."""
        from shopdesk.ui.promotions.finder.dialog import LadderFinder

        study = self._study()
        if study is None:
            return
        dialog = LadderFinder(self._view.context, study, self._view)
        dialog.taken.connect(self._view.take_ladder)
        self._open(dialog)

    def change_belief(self) -> None:
        """Change what is assumed of customers."""
        from shopdesk.ui.promotions.belief.dialog import BeliefDialog

        self._open(BeliefDialog(self._view.context, self._view.desk.study, self._view))

    def change_aim(self) -> None:
        """Change by what candidates are judged."""
        from shopdesk.ui.promotions.finder.aim_dialog import AimDialog

        self._open(AimDialog(self._view.context, self._view))

    def mend_costs(self) -> None:
        """Show which costs are missing, and offer to import them."""
        from shopdesk.ui.promotions.result.costs_dialog import MissingCosts

        study = self._view.desk.study
        if study is None:
            return
        dialog = MissingCosts(_without_cost(study), self._view)
        dialog.import_wanted.connect(self._view.context.import_requested)
        self._open(dialog)

    def compare(self) -> None:
        """Show the candidates side by side."""
        from shopdesk.ui.promotions.result.compare_dialog import CompareDialog

        self._open(CompareDialog(self._view.result.state(), self._view))

    def _study(self) -> DesignStudy | None:
        study = self._view.desk.study
        if study is None or not study.values.count:
            self._view.context.message.emit(self.tr("No paid orders in this period: choose another one above."))
            return None
        return study

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _without_cost(study: DesignStudy) -> list[tuple[str, str, int]]:
    """Return code, title and units sold of the articles without a cost."""
    book = study.book
    sold = np.bincount(np.maximum(book.sku, 0), weights=book.quantity, minlength=len(book.skus))
    places = {sku: place for place, sku in enumerate(book.skus)}
    return [(sku, book.titles[places[sku]], int(sold[places[sku]])) for sku in study.without_cost]
