"""Which report to export where, step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from shopdesk.ui.cards import Card, Chip, label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.report_guide import GuideRow, guide


class ExportGuideDialog(DialogShell):
    """One card a report: the way to it, the steps, what it answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What to export, and where"))
        self.resize(760, 600)
        content = QWidget()
        content.setObjectName("scrolled")
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        for row in guide():
            cards.addWidget(self._card(row))
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        hint = self.tr(
            "Drop the files as they were downloaded. Do not open and save them in Excel first: it changes long "
            "numbers and drops leading zeros. Overlapping exports are fine, nothing is counted twice."
        )
        self.column.addWidget(label(hint, "secondary", wrap=True))
        self.column.addWidget(area, 1)
        self.add_close(self.tr("Close"))

    def _card(self, row: GuideRow) -> Card:
        card = Card(row.name, row.source)
        names = (self.tr("Dashboard"), self.tr("Keywords"), self.tr("Bids"), self.tr("Offers"))
        for name, is_used in zip(names, row.tabs, strict=True):
            if is_used:
                card.add_action(Chip(name, "info"))
        card.body.addWidget(label(row.steps, wrap=True))
        card.body.addWidget(label(row.answers, "caption", wrap=True))
        return card
