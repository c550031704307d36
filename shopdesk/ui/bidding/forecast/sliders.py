"""What would be if: budget, price limit, strength and margin as sliders with the figure to type beside each."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QSlider, QWidget

from shopdesk.domain.bidding.propose.settings import Strength
from shopdesk.ui import formats
from shopdesk.ui.bidding.forecast.state import WhatIf
from shopdesk.ui.cards import label

_STEPS: Final = 100
_FIELD_PX: Final = 74
_MOST_YUAN: Final = 999_999.0
_MOST_MARGIN: Final = 95
_NO_MARGIN: Final = -1
"""What the field holds where nobody said a margin: none at all (0 %) is one that can be."""
_STRENGTHS: Final = (Strength.LOW, Strength.MEDIUM, Strength.HIGH)
_REACH: Final = 2.5
"""A budget or price slider goes up to this many times what is usual now."""


class _Slider(QSlider):
    """The wheel scrolls the card under it: a figure must not change by the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Field(QDoubleSpinBox):
    """A figure that can be emptied: its lowest value stands for none."""

    def validate(self, text: str, position: int) -> object:
        if not text.removesuffix(self.suffix()).strip():
            return QValidator.State.Acceptable, text, position
        return super().validate(text, position)

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        return super().valueFromText(text) if text.removesuffix(self.suffix()).strip() else self.minimum()


class WhatIfSliders(QWidget):
    """``moved(WhatIf)`` while something is tried, ``settled(field, value, name)`` when it is let go: a step to keep.

    Fields are those of ``WhatIf``; money in fen, None where the slider stands at nothing.
    """

    moved = Signal(object)
    settled = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = WhatIf()
        self._tops = {"daily_budget": 100.0, "most_cpc": 5.0}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._names = {field: label("", "caption") for field in ("daily_budget", "most_cpc", "strength", "margin")}
        self.budget, self.budget_field = self._row(0, "daily_budget", decimals=0)
        self.cpc, self.cpc_field = self._row(1, "most_cpc", decimals=2)
        self.strength = self._slider(2, len(_STRENGTHS) - 1)
        self.strength_name = label("", "caption")
        self.strength_name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._names["strength"], 2, 0)
        self._grid.addWidget(self.strength_name, 2, 2)
        self.margin, self.margin_field = self._row(3, "margin", decimals=1)
        self.margin.setMaximum(_MOST_MARGIN)
        self.margin_field.setRange(_NO_MARGIN, _MOST_MARGIN)
        self._connect()
        self._write()

    def show_settings(self, what_if: WhatIf) -> None:
        """Show what is set; nothing is told."""
        if any(slider.isSliderDown() for slider in self._sliders()):
            return  # the hand that moves it is right
        self._shown = what_if
        self._tops = {
            "daily_budget": _top(what_if.daily_budget, what_if.usual_spend, least=100.0),
            "most_cpc": _top(what_if.most_cpc, what_if.usual_cpc, least=2.0),
        }
        self._draw()

    def value(self) -> WhatIf:
        """Return what the sliders stand at."""
        return self._shown

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._draw()
        super().changeEvent(event)

    def _sliders(self) -> tuple[QSlider, ...]:
        return (self.budget, self.cpc, self.strength, self.margin)

    def _slider(self, row: int, top: int) -> QSlider:
        slider = _Slider(Qt.Orientation.Horizontal)
        slider.setRange(0, top)
        slider.setMinimumWidth(60)
        self._grid.addWidget(slider, row, 1)
        return slider

    def _row(self, row: int, name: str, *, decimals: int) -> tuple[QSlider, QDoubleSpinBox]:
        field = _Field()
        field.setProperty("small", True)
        field.setRange(0, _MOST_YUAN)
        field.setDecimals(decimals)
        field.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(_FIELD_PX)
        field.setKeyboardTracking(False)
        slider = self._slider(row, _STEPS)
        self._grid.addWidget(self._names[name], row, 0)
        self._grid.addWidget(field, row, 2)
        self._names[name].setBuddy(field)
        return slider, field

    def _connect(self) -> None:
        for name, slider, field in (
            ("daily_budget", self.budget, self.budget_field),
            ("most_cpc", self.cpc, self.cpc_field),
        ):
            slider.valueChanged.connect(lambda at, name=name: self._try(name, self._money(name, at)))
            slider.valueChanged.connect(lambda _at, name=name, slider=slider: self._keep_step(name, slider))
            slider.sliderReleased.connect(lambda name=name: self._keep(name))
            field.editingFinished.connect(lambda name=name, field=field: self._typed(name, field.value() * 100))
        self.strength.valueChanged.connect(lambda at: self._try("strength", _STRENGTHS[at]))
        self.strength.valueChanged.connect(lambda _at: self._keep_step("strength", self.strength))
        self.strength.sliderReleased.connect(lambda: self._keep("strength"))
        self.margin.valueChanged.connect(lambda at: self._try("margin", at / 100))
        self.margin.valueChanged.connect(lambda _at: self._keep_step("margin", self.margin))
        self.margin.sliderReleased.connect(lambda: self._keep("margin"))
        self.margin_field.editingFinished.connect(lambda: self._typed("margin", self.margin_field.value() / 100))

    def _money(self, name: str, at: int) -> int | None:
        """Return the fen of a slider's place, rounded to what one would type."""
        yuan = self._tops[name] * at / _STEPS
        step = 10.0 ** math.floor(math.log10(max(self._tops[name], 0.01)) - 1)
        rounded = round(yuan / (step / 2)) * (step / 2)
        if name == "most_cpc" and at == _STEPS:
            return None  # the right end is no limit
        return max(1, round(rounded * 100))

    def _try(self, name: str, value: Any) -> None:
        changed = replace(self._shown, **{name: value})
        if changed != self._shown:
            self._shown = changed
            self._write_values()
            self.moved.emit(changed)

    def _typed(self, name: str, amount: float) -> None:
        value = (round(amount, 4) if amount >= 0 else None) if name == "margin" else (round(amount) or None)
        if value != getattr(self._shown, name):
            self._try(name, value)
            self._keep(name)
            self._draw()

    def _keep_step(self, name: str, slider: QSlider) -> None:
        """A key or a click beside the handle is a whole move of its own."""
        if not slider.isSliderDown():
            self._keep(name)

    def _keep(self, name: str) -> None:
        names = {
            "daily_budget": self.tr("Daily budget"),
            "most_cpc": self.tr("Price limit"),
            "strength": self.tr("Strength"),
            "margin": self.tr("Margin"),
        }
        self.settled.emit(name, getattr(self._shown, name), names[name])

    def _draw(self) -> None:
        """Put every slider and field where the settings are."""
        shown = self._shown
        margin = shown.margin if shown.margin is not None else shown.reported_margin
        places = (
            (self.budget, _place(shown.daily_budget or shown.usual_spend, self._tops["daily_budget"])),
            (self.cpc, _STEPS if shown.most_cpc is None else _place(shown.most_cpc, self._tops["most_cpc"])),
            (self.strength, _STRENGTHS.index(shown.strength)),
            (self.margin, round(100 * (margin or 0))),
        )
        for slider, place in places:
            with QSignalBlocker(slider):
                slider.setValue(place)
        self._write_values()

    def _write_values(self) -> None:
        shown = self._shown
        margin = shown.margin if shown.margin is not None else shown.reported_margin
        for field, value in (
            (self.budget_field, (shown.daily_budget or 0) / 100),
            (self.cpc_field, (shown.most_cpc or 0) / 100),
            (self.margin_field, _NO_MARGIN if margin is None else 100 * margin),
        ):
            if not field.hasFocus() or field.value() != value:
                with QSignalBlocker(field):
                    field.setValue(value)
        names = {Strength.LOW: self.tr("low"), Strength.MEDIUM: self.tr("medium"), Strength.HIGH: self.tr("high")}
        self.strength_name.setText(names[shown.strength])

    def _write(self) -> None:
        texts = {
            "daily_budget": self.tr("Budget a day"),
            "most_cpc": self.tr("Price limit"),
            "strength": self.tr("Strength"),
            "margin": self.tr("Margin"),
        }
        tips = {
            "daily_budget": self.tr("yuan a day; empty: as much as the plan spends now"),
            "most_cpc": self.tr("yuan a click at most, on average; empty: no limit"),
            "strength": self.tr("How far a proposal follows what is believed; each round at most 20 % a cell"),
            "margin": self.tr("What is left of revenue after goods and refunds, before ads. One for the whole shop."),
        }
        widgets: dict[str, tuple[QWidget, ...]] = {
            "daily_budget": (self.budget, self.budget_field),
            "most_cpc": (self.cpc, self.cpc_field),
            "strength": (self.strength, self.strength_name),
            "margin": (self.margin, self.margin_field),
        }
        for name, parts in widgets.items():
            self._names[name].setText(texts[name])
            for widget in (self._names[name], *parts):
                widget.setToolTip(tips[name])
                if not isinstance(widget, QLabel):
                    widget.setAccessibleName(texts[name])
        self.budget_field.setSuffix(" " + formats.unit_name("money"))
        self.cpc_field.setSuffix(" " + formats.unit_name("money"))
        self.margin_field.setSuffix(" %")
        self.budget_field.setSpecialValueText(formats.UNKNOWN)
        self.cpc_field.setSpecialValueText(self.tr("none"))
        self.margin_field.setSpecialValueText(self.tr("please fill"))


def _top(set_fen: int | None, usual_fen: float | None, *, least: float) -> float:
    """Return the yuan at the right end of a slider: round, and beyond what is set and usual."""
    most = max((set_fen or 0) * 1.25, (usual_fen or 0) * _REACH) / 100
    power = 10.0 ** math.floor(math.log10(max(most, least)))
    return next(step * power for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * power >= max(most, least))


def _place(fen: float | None, top: float) -> int:
    return 0 if fen is None else max(1, min(_STEPS, round(fen / 100 / top * _STEPS)))
