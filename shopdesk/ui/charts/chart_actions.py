"""The three verbs of every chart: table, PNG, copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from shopdesk.ui import icons
from shopdesk.ui.theme import tokens


class ChartActions(QWidget):
    """Segmented buttons; the table button is a switch where the owner shows the twin in place."""

    table_clicked = Signal()
    png_clicked = Signal()
    copy_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.table = QPushButton()
        self.png = QPushButton()
        self.copy = QPushButton()
        self.table.setCheckable(True)
        for button, place, signal in (
            (self.table, "first", self.table_clicked),
            (self.png, "middle", self.png_clicked),
            (self.copy, "last", self.copy_clicked),
        ):
            button.setProperty("segment", place)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.table.setIcon(icons.icon("table", tokens().secondary, selected=tokens().accent_text))
        self.table.setText(self.tr("Table"))
        self.table.setToolTip(self.tr("Show the figures of the chart as a table"))
        self.png.setText(self.tr("PNG"))
        self.png.setToolTip(self.tr("Save the chart as a picture at twice its size"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the chart as a picture"))
