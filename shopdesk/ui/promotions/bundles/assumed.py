"""What is assumed of customers who see a set on offer: three values, each to be checked by the operator."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.promotions.bundles import BundleResponse
from shopdesk.ui.cards import Chip, label

_FIELD_PX = 76
_PERCENT = 100.0
_MOST_STEEPNESS = 10.0


class AssumedValues(QWidget):
    """``edited(BundleResponse, step name)``: a value was typed; the fields change nothing themselves."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = BundleResponse()
        self.title = label("", "caption")
        self.chip = Chip(tone="warn")
        self.shown_name, self.steepness_name, self.new_name = (label("", "caption", wrap=True) for _ in range(3))
        self.shown = _field(0, 300, " %")
        self.steepness = _field(0, _MOST_STEEPNESS, "")
        self.steepness.setDecimals(1)
        self.steepness.setSingleStep(0.5)
        self.new = _field(0, 100, " %")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.chip)
        head.addStretch(1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, (name, field) in enumerate(
            ((self.shown_name, self.shown), (self.steepness_name, self.steepness), (self.new_name, self.new))
        ):
            name.setBuddy(field)
            grid.addWidget(name, place, 0)
            grid.addWidget(field, place, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        for field in (self.shown, self.steepness, self.new):
            field.editingFinished.connect(self._tell)
        self._write()

    def show_response(self, own: BundleResponse) -> None:
        """Show what is assumed."""
        self._own = own
        for field, value in (
            (self.shown, own.shown * _PERCENT),
            (self.steepness, own.steepness),
            (self.new, own.new * _PERCENT),
        ):
            blocker = QSignalBlocker(field)
            field.setValue(value)
            del blocker

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _tell(self) -> None:
        own = replace(
            self._own,
            shown=round(self.shown.value() / _PERCENT, 4),
            steepness=round(self.steepness.value(), 2),
            new=round(self.new.value() / _PERCENT, 4),
        )
        if own != self._own:
            self._own = own
            self.edited.emit(own, self.tr("Assume how customers answer a set"))

    def _write(self) -> None:
        self.title.setText(self.tr("Assumed"))
        self.chip.set_state(self.tr("please check"), "warn")
        self.chip.setToolTip(self.tr("General knowledge, not from your orders: change it once you know better."))
        for name, field, text, tip in (
            (
                self.shown_name,
                self.shown,
                self.tr("More orders with all of it, once it is shown as a set"),
                self.tr("Without any discount, of the orders that hold the whole set today"),
            ),
            (
                self.steepness_name,
                self.steepness,
                self.tr("Strength of a discount"),
                self.tr("2.5: a discount of 10 % of the further article brings e^0.25, 28 % more"),
            ),
            (
                self.new_name,
                self.new,
                self.tr("Share of it that wouldn't come later anyway"),
                self.tr("The rest would have bought the article another day at its full price"),
            ),
        ):
            name.setText(text)
            name.setToolTip(tip)
            field.setToolTip(tip)
            field.setAccessibleName(text)


def _field(low: float, high: float, suffix: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setProperty("small", True)
    field.setRange(low, high)
    field.setDecimals(0)
    field.setSuffix(suffix)
    field.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(_FIELD_PX)
    field.setKeyboardTracking(False)
    return field
