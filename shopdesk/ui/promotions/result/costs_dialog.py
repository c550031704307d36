"""Which costs are missing, the articles sold most first: to be copied into a cost list, or imported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.grid import Column, GridFrame, GridModel, GridView, Kind

_WIDTH_PX, _HEIGHT_PX = 560, 420


class MissingCosts(DialogShell):
    """``import_wanted``: the user wants to choose a cost list. Rows are (code, title, units sold)."""

    import_wanted = Signal()

    def __init__(self, rows: Sequence[tuple[str, str, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Costs that are missing"))
        self.setMinimumSize(_WIDTH_PX, _HEIGHT_PX)
        intro = self.tr(
            "{count} {count:article|articles} sold in this period without a known cost. Copy them into a cost list "
            "(code, cost a unit), then import it: margins and floors appear at once."
        ).format(count=formats.full(len(rows)))
        self.column.addWidget(label(intro, "secondary", wrap=True))
        self.model = GridModel(
            (
                Column(name="sku", title=lambda: self.tr("Code"), width=170, emphasis=True),
                Column(name="title", title=lambda: self.tr("Article"), width=230),
                Column(name="units", title=lambda: self.tr("Units sold"), kind=Kind.INT, width=90),
            ),
            self,
        )
        self.view = GridView(self.model, self, small=True)
        self.view.setAccessibleName(self.tr("Articles without a cost"))
        self.model.set_frame(
            GridFrame(
                {
                    "sku": [row[0] for row in rows],
                    "title": [row[1] for row in rows],
                    "units": [row[2] for row in rows],
                },
                keys=[row[0] for row in rows],
            )
        )
        self.column.addWidget(self.view, 1)
        self.choose = button(self.tr("Import a cost list…"))
        self.choose.clicked.connect(self._import)
        self.add_close(self.tr("Close"), beside=(self.choose,))

    def _import(self) -> None:
        self.accept()
        self.import_wanted.emit()
