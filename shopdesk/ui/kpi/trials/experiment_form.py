"""The plan of an A/B test, settled before its first day."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QGridLayout, QLineEdit, QWidget

from shopdesk.app.kpi.trials import Experiment
from shopdesk.ui.cards import label

COLUMNS = 4


class ExperimentForm(QWidget):
    """Edits leave as ``edited(fields, name of the step)``; what the answer rests on is closed once days are entered."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Experiment | None = None
        self.name, self.arm_a, self.arm_b = QLineEdit(), QLineEdit(), QLineEdit()
        self.start = QDateEdit()
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("yyyy-MM-dd")
        self.base = _number(0.01, 90, decimals=2, suffix=" %")
        self.lift = _number(1, 500, decimals=0, suffix=" %")
        self.traffic = _number(0, 9_999_999, decimals=0)
        self.share = _number(1, 99, decimals=0, suffix=" %")
        self._fields: tuple[QWidget, ...] = (
            self.name,
            self.arm_a,
            self.arm_b,
            self.start,
            self.base,
            self.lift,
            self.traffic,
            self.share,
        )
        self._labels = [label("", "caption") for _ in self._fields]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for place, field in enumerate(self._fields):
            field.setProperty("small", True)
            self._labels[place].setBuddy(field)
            row, column = divmod(place, COLUMNS)
            grid.addWidget(self._labels[place], 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
        self._connect()
        self._say()

    def set_experiment(self, row: Experiment | None, *, is_running: bool) -> None:
        """Show a test's plan."""
        self._row = row
        if row is None:
            return
        start = date.fromisoformat(row.start)
        numbers = ((self.base, row.base), (self.lift, row.lift), (self.share, row.share_b))
        blocked = [QSignalBlocker(field) for field in (self.start, self.traffic, *(one for one, _ in numbers))]
        for field, text in ((self.name, row.name), (self.arm_a, row.arm_a), (self.arm_b, row.arm_b)):
            field.setText(text)
        self.start.setDate(QDate(start.year, start.month, start.day))
        for number, value in numbers:
            number.setValue(value * 100)
        self.traffic.setValue(row.visitors_a_day)
        blocked.clear()
        for closed in (self.base, self.lift, self.share, self.start):
            closed.setEnabled(not is_running)
            closed.setToolTip(self.tr("Settled before the start: days are entered already") if is_running else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _connect(self) -> None:
        for field, name in ((self.name, "name"), (self.arm_a, "arm_a"), (self.arm_b, "arm_b")):
            field.editingFinished.connect(lambda field=field, name=name: self._send(name, field.text().strip()))
        self.start.dateChanged.connect(
            lambda day: self._send("start", date(day.year(), day.month(), day.day()).isoformat())
        )
        for number, name in ((self.base, "base"), (self.lift, "lift"), (self.share, "share_b")):
            number.editingFinished.connect(
                lambda number=number, name=name: self._send(name, round(number.value() / 100, 6))
            )
        self.traffic.editingFinished.connect(lambda: self._send("visitors_a_day", self.traffic.value()))

    def _send(self, field: str, value: Any) -> None:
        row = self._row
        if row is None or value == "":
            return
        old = getattr(row, field)
        is_same = abs(old - value) < 5e-5 if isinstance(old, float) and field != "visitors_a_day" else old == value
        if not is_same and not (field == "visitors_a_day" and round(old) == round(value)):
            self.edited.emit({field: value}, self.tr("Plan of {name}").format(name=row.name))

    def _say(self) -> None:
        texts = (
            self.tr("Name"),
            self.tr("A: old version"),
            self.tr("B: new version"),
            self.tr("First day"),
            self.tr("Conversion now"),
            self.tr("Wished lift"),
            self.tr("Visitors a day"),
            self.tr("Share of B"),
        )
        for caption, field, text in zip(self._labels, self._fields, texts, strict=True):
            caption.setText(text)
            field.setAccessibleName(text)


def _number(low: float, high: float, *, decimals: int, suffix: str = "") -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(low, high)
    field.setDecimals(decimals)
    field.setSuffix(suffix)
    field.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    return field
