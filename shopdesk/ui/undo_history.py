"""The steps done and taken back as a list beside the pages: a click goes to that point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QListWidget, QListWidgetItem, QPushButton, QWidget

from shopdesk.ui import icons
from shopdesk.ui.cards import Card
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    from shopdesk.ui.undo import UndoSteps

WIDTH_PX = 240


class UndoHistory(QDockWidget):
    """Oldest step first; steps taken back are grey and can be done again."""

    went_to = Signal(int)  # so many steps are to be done
    shown = Signal(bool)

    def __init__(self, steps: UndoSteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo_history")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTitleBarWidget(QWidget())
        self._steps = steps
        self._card = Card("x", padding=0)
        self._close = QPushButton()
        self._close.setProperty("small", True)
        self._close.setProperty("flat", True)
        self._close.clicked.connect(self.close)
        self._card.add_action(self._close)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._card.body.addWidget(self.list)
        self._card.setMinimumWidth(WIDTH_PX)
        self.setWidget(self._card)
        steps.changed.connect(self.fill)
        self.show_texts()

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        self._card.set_title(self.tr("Undo history"))
        self.setWindowTitle(self.tr("Undo history"))
        self.list.setAccessibleName(self.tr("Undo history"))
        self._close.setIcon(icons.icon("close", tokens().secondary))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self.fill()

    def fill(self) -> None:
        """Show the steps as they stand; nothing is done while the list is hidden."""
        if not self.isVisible():
            return
        position = self._steps.position()
        self.list.clear()
        for place, name in enumerate([self.tr("(opened)"), *self._steps.all_names()]):
            item = QListWidgetItem(name)
            item.setToolTip(plain_tip(name))
            if place > position:
                item.setForeground(QColor(tokens().secondary))
            self.list.addItem(item)
        self.list.setCurrentRow(position)

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "list"):
            self.show_texts()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill when shown."""
        super().showEvent(event)
        self.fill()
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone, so that the menu follows."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.shown.emit(False)

    def _go(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if row != self._steps.position():
            self.went_to.emit(row)
