"""The legend above a chart: one switch a series, for pointer and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from shopdesk.ui.charts.canvas import prepare, role_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, SMALL_CONTROL_PX

_MARK_PX = 18.0
_GAP_PX = 6.0
_BETWEEN_PX = 14


class Mark(StrEnum):
    """What stands before a legend's word."""

    LINE = "line"
    DASHED = "dashed"
    BOX = "box"
    FAINT_BOX = "faint_box"
    HOLLOW = "hollow"  # dashed outline
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One entry: ``key`` is told when it is switched, ``role`` names its colour."""

    key: str
    text: str
    role: str
    mark: Mark = Mark.LINE
    shown: bool = True
    switchable: bool = True


def paint_entry(painter: QPainter, rect: QRectF, entry: LegendEntry) -> None:
    """Draw mark and word from the left edge of ``rect``; a switched-off entry is pale and struck through."""
    t = tokens()
    colour = role_colour(entry.role) if entry.shown else QColor(t.disabled)
    middle = rect.center().y()
    left = rect.left()
    if entry.mark in (Mark.LINE, Mark.DASHED):
        pen = QPen(colour, 2)
        if entry.mark is Mark.DASHED:
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + _MARK_PX, middle))
    elif entry.mark is Mark.DOT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(left + _MARK_PX / 2, middle), 4, 4)
    else:
        _paint_box(painter, QRectF(left, middle - 5, _MARK_PX, 10), entry, colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    font = body_font(pixels=CAPTION_PT_PX)
    font.setStrikeOut(not entry.shown)
    painter.setFont(font)
    painter.setPen(QColor(t.text if entry.shown else t.secondary))
    box = rect.adjusted(_MARK_PX + _GAP_PX, 0, 8, 0)
    text = QFontMetricsF(font).elidedText(entry.text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_box(painter: QPainter, box: QRectF, entry: LegendEntry, colour: QColor) -> None:
    pen = QPen(Qt.PenStyle.NoPen)
    if entry.mark is Mark.HOLLOW:
        pen = QPen(colour, 1)
        pen.setDashPattern([2.0, 2.0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif entry.mark is Mark.FAINT_BOX:
        colour.setAlphaF(0.25)
        painter.setBrush(colour)
    else:
        painter.setBrush(colour)
        if entry.role in ("weekend", "warn"):
            pen = QPen(QColor(tokens().border), 1)
    painter.setPen(pen)
    painter.drawRect(box)


def entry_width(entry: LegendEntry) -> float:
    """Return the pixels an entry needs."""
    metrics = QFontMetricsF(body_font(pixels=CAPTION_PT_PX))
    return _MARK_PX + _GAP_PX + metrics.horizontalAdvance(entry.text)


def paint_legend(painter: QPainter, rect: QRectF, entries: Sequence[LegendEntry]) -> None:
    """Draw the shown entries in a row, for a picture."""
    left = rect.left()
    for entry in entries:
        width = entry_width(entry)
        if entry.shown and left + width <= rect.right():
            paint_entry(painter, QRectF(left, rect.top(), width, rect.height()), entry)
            left += width + _BETWEEN_PX


class _EntryButton(QAbstractButton):
    """A legend entry that can be switched."""

    def __init__(self, entry: LegendEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setCheckable(entry.switchable)
        self.setChecked(entry.shown)
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setToolTip(entry.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if entry.switchable else Qt.FocusPolicy.NoFocus)
        if entry.switchable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(int(_MARK_PX + _GAP_PX))

    def sizeHint(self) -> QSize:
        """Return mark and word."""
        return QSize(int(entry_width(self.entry)) + 2, SMALL_CONTROL_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entry and, where the keyboard stands, a ring."""
        painter = QPainter(self)
        prepare(painter)
        paint_entry(painter, QRectF(self.rect()).adjusted(1, 0, -1, 0), self.entry)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew with the look."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


class Legend(QWidget):
    """A row of entries; ``toggled`` gives key and whether it is shown now."""

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN_PX)
        self._buttons: list[_EntryButton] = []

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show entries; the same ones are kept, so that the keyboard stays where it is."""
        if [b.entry for b in self._buttons] == list(entries):
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_EntryButton(entry, self) for entry in entries]
        for button in self._buttons:
            self._row.addWidget(button)
            button.clicked.connect(self._clicked)

    def wanted_width(self) -> int:
        """Return the pixels at which nothing is elided."""
        between = _BETWEEN_PX * max(0, len(self._buttons) - 1)
        return sum(button.sizeHint().width() for button in self._buttons) + between

    def entries(self) -> tuple[LegendEntry, ...]:
        """Return what is shown."""
        return tuple(button.entry for button in self._buttons)

    def button(self, key: str) -> QAbstractButton:
        """Return the switch of a key; raises ``KeyError`` for an unknown one."""
        for button in self._buttons:
            if button.entry.key == key:
                return button
        raise KeyError(key)

    def _clicked(self) -> None:
        from dataclasses import replace

        button = self.sender()
        if isinstance(button, _EntryButton) and button.entry.switchable:
            button.entry = replace(button.entry, shown=button.isChecked())
            button.update()
            self.toggled.emit(button.entry.key, button.isChecked())
