"""The total row that stays at the bottom while the table scrolls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui import formats
from shopdesk.ui.grid.columns import MISSING, Column, Row
from shopdesk.ui.grid.painting import PADDING_PX, CellPaint, draw_text, text_width
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX

if TYPE_CHECKING:
    from shopdesk.ui.grid.cells import Strip
    from shopdesk.ui.grid.view import GridView

TOTAL_PX: Final = 32


@dataclass(frozen=True, slots=True)
class TotalText:
    """A total that is words, e.g. ``合计 300 词``, instead of a value of its column."""

    text: str
    quiet: bool = False  # secondary grey


Totals = Callable[[NDArray[np.int64]], Mapping[str, Any]]


class TotalRow(QWidget):
    """Shows ``supply(order)``: values by column name (stored units) or ``TotalText``, over the shown rows."""

    def __init__(self, view: GridView, supply: Totals) -> None:
        super().__init__(view.parentWidget())
        self._view = view
        self._supply = supply
        self._values: Mapping[str, Any] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TOTAL_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        view.arranged.connect(self.refresh)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        header = view.horizontalHeader()
        for signal in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            signal.connect(self.update)
        view.frozen_changed.connect(self.update)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the totals of the shown rows anew."""
        self._values = self._supply(self._view.grid.order)
        self.setAccessibleName(self.spoken())
        self.setToolTip(plain_tip(self.accessibleName().replace("; ", "\n")))
        self.update()

    def text(self, name: str) -> str:
        """Return what is shown under a column, "" for nothing."""
        value = self._values.get(name, TotalText(""))
        if isinstance(value, TotalText):
            return value.text
        return self._view.grid.column(name).show(value)

    def fitting(self, column: Column, width: int, font: QFont) -> str:
        """Return the text under a column of numbers, in units of ten thousand where it would run into another."""
        text, value = self.text(column.name), self._values.get(column.name)
        if text_width(text, font) <= width or not column.is_numeric or not isinstance(value, int | float):
            return text
        return formats.short(value * column.scale)

    def spoken(self) -> str:
        """Return the row for a screen reader."""
        columns = (self._view.grid.columns[at] for at in self._view.shown_columns())
        parts = ((column.header(), self.text(column.name)) for column in columns)
        return "; ".join(f"{title} {text}" for title, text in parts if text)

    def sizeHint(self) -> QSize:
        """Return the fixed height."""
        return QSize(200, TOTAL_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the totals under their columns."""
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(t.raised))
        scrolled, frozen = self._view.strips()
        edge = self._view.frozen_width()
        painter.save()
        painter.setClipRect(self.rect().adjusted(edge, 0, 0, 0))
        for strip in scrolled:
            self._paint_cell(painter, strip)
        painter.restore()
        for strip in frozen:
            self._paint_cell(painter, strip)
        if frozen:
            painter.fillRect(QRect(edge - 1, 0, 1, self.height()), QColor(t.border))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(t.border))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _paint_cell(self, painter: QPainter, strip: Strip) -> None:
        column = self._view.grid.columns[strip.column]
        value = self._values.get(column.name)
        if column.name not in self._values:
            return
        t = tokens()
        cell = QRect(strip.left, 0, strip.width, self.height())
        font = body_font(pixels=BODY_PX if column.emphasis else CAPTION_PT_PX, medium=column.emphasis)
        if column.paint is not None and not isinstance(value, TotalText):
            row = Row(None, -1, self._values.get)
            column.paint(CellPaint(painter, cell, value, "", row, t, font, selected=False))
            return
        quiet = isinstance(value, TotalText) and value.quiet
        text = self.text(column.name)
        color = t.secondary if quiet or text == MISSING else t.text
        inner = cell.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        if column.is_right:  # a sum is longer than what it sums: better over the neighbour's gap than cut off
            text = self.fitting(column, cell.width() - PADDING_PX, font)
            inner.setLeft(min(inner.left(), inner.right() - text_width(text, font)))
        draw_text(painter, inner, text, font=font, color=color, right=column.is_right)
