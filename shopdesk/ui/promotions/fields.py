"""Small fields for the figures of offers; stored as fen, tenths of a percent and whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QDoubleSpinBox

from shopdesk.domain.promotions.design import TENTHS

NO_DATE: Final = QDate(2000, 1, 1)
FEN: Final = 100
_MOST_YUAN: Final = 9_999_999.99
_MOST_COUNT: Final = 999_999.0
_LIST_EDGES_PX: Final = 32


def yuan_box(fen: int | None, *, width: int = 72, none: str = "") -> QDoubleSpinBox:
    """Return a field of yuan; ``none`` is what stands for None, at its least."""
    return _with_none(_box(2, _MOST_YUAN, width), None if fen is None else fen / FEN, none)


def percent_box(tenths: int, *, width: int = 72) -> QDoubleSpinBox:
    """Return a field of percent."""
    box = _box(1, 100.0, width)
    box.setSuffix(" %")
    box.setValue(tenths / TENTHS)
    return box


def count_box(count: int | None, *, width: int = 60, none: str = "") -> QDoubleSpinBox:
    """Return a field of whole numbers; ``none`` is what stands for None, at its least."""
    return _with_none(_box(0, _MOST_COUNT, width), count, none)


def stored(box: QDoubleSpinBox, scale: int = 1) -> int:
    """Return the whole number that a field holds."""
    return round(box.value() * scale)


def stored_or_none(box: QDoubleSpinBox, scale: int = 1) -> int | None:
    """Return the whole number that a field holds, None where it says "none"."""
    return None if box.value() < 0 else stored(box, scale)


def day_edit(day: date | None, *, none: str) -> QDateEdit:
    """Return a field of a day; ``none`` is what stands for None."""
    edit = QDateEdit()
    edit.setProperty("small", True)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setMinimumDate(NO_DATE)
    edit.setSpecialValueText(none)
    edit.setFixedWidth(104)
    edit.setDate(qdate(day))
    return edit


def qdate(day: date | None) -> QDate:
    """Return a day for a field."""
    return NO_DATE if day is None else QDate(day.year, day.month, day.day)


def day_of(value: QDate) -> date | None:
    """Return the day of a field."""
    return None if value <= NO_DATE else date(value.year(), value.month(), value.day())


def choice(items: Sequence[tuple[str, str]] = (), chosen: str = "", *, most: int = 0) -> QComboBox:
    """Return a small field of (key, text), at most so many pixels wide where that is said; its list is as wide as
    the texts.
    """
    box = QComboBox()
    if most:
        box.setMaximumWidth(most)
    box.setProperty("small", True)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    fill(box, items)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def fill(box: QComboBox, items: Sequence[tuple[str, str]]) -> None:
    """Give a field its texts; what was chosen stays."""
    with QSignalBlocker(box):
        chosen = box.currentData()
        box.clear()
        for key, text in items:
            box.addItem(text, key)
        widest = max((box.fontMetrics().horizontalAdvance(text) for _, text in items), default=0)
        box.view().setMinimumWidth(widest + _LIST_EDGES_PX)
        box.setCurrentIndex(max(0, box.findData(chosen)))


def _with_none(box: QDoubleSpinBox, value: float | None, none: str) -> QDoubleSpinBox:
    if none:
        box.setMinimum(-1.0)
        box.setSpecialValueText(none)
    box.setValue(-1.0 if value is None else value)
    return box


def _box(decimals: int, most: float, width: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setProperty("small", True)
    box.setDecimals(decimals)
    box.setRange(0, most)
    box.setFixedWidth(width)
    box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    return box
