"""The market place of a title and how long titles may be there; the limit can be edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from shopdesk.app.titles.documents import OwnLimit
from shopdesk.app.titles.limits import MAIN, shipped_limits
from shopdesk.domain.titles.limit import LimitUnit, TitleLimit
from shopdesk.ui.cards import Chip
from shopdesk.ui.keywords.titles import tables, wording


class LimitBar(QWidget):
    """``platform_chosen``: another market place; ``edited``: an ``OwnLimit`` that the user has set."""

    platform_chosen = Signal()
    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.platform, self.unit, self.most = QComboBox(), QComboBox(), QSpinBox()
        self.checked = Chip(tone="warn")
        self._shown: TitleLimit | None = None
        self.most.setRange(1, 999)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.checked, self.platform, self.most, self.unit):
            widget.setProperty("small", True)
            row.addWidget(widget)
        for platform in shipped_limits():
            self.platform.addItem("", platform)
        for unit in LimitUnit:
            self.unit.addItem("", unit.value)
        self.platform.currentIndexChanged.connect(lambda _place: self.platform_chosen.emit())
        self.most.editingFinished.connect(self._tell)
        self.unit.activated.connect(lambda _place: self._tell())
        self._write()

    def key(self) -> str:
        """Return the chosen platform."""
        return str(self.platform.currentData() or MAIN)

    def show_limit(self, limit: TitleLimit) -> None:
        """Show the limit in force and whether it is to be checked."""
        self._shown = limit
        with QSignalBlocker(self.most), QSignalBlocker(self.unit):
            self.most.setValue(limit.most)
            self.unit.setCurrentIndex(list(LimitUnit).index(limit.unit))
        to_check = limit.evidence == "K" and not limit.own
        self.checked.set_state(wording.to_check() if to_check else "", "warn")
        self.checked.setVisible(to_check)
        self.most.setToolTip(tables.limit_tip(limit))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _tell(self) -> None:
        row = OwnLimit(self.key(), self.most.value(), str(self.unit.currentData()))
        if self._shown is not None and (row.most, row.unit) != (self._shown.most, self._shown.unit.value):
            self.edited.emit(row)

    def _write(self) -> None:
        self.platform.setAccessibleName(self.tr("Market place"))
        self.most.setAccessibleName(self.tr("Most bytes or characters"))
        self.unit.setAccessibleName(self.tr("What is counted"))
        for place in range(self.platform.count()):
            self.platform.setItemText(place, wording.platform_name(str(self.platform.itemData(place))))
        names = {LimitUnit.GBK_BYTES: self.tr("bytes (GBK)"), LimitUnit.CHARACTERS: self.tr("characters")}
        for place, unit in enumerate(LimitUnit):
            self.unit.setItemText(place, names[unit])
