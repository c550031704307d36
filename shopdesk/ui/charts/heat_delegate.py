"""Paints the cells of a week grid and their small editor."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from shopdesk.ui.charts.heat_colours import cell_colour, cell_text_colour
from shopdesk.ui.charts.heat_model import HeatModel
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

Index = QModelIndex | QPersistentModelIndex


class HeatDelegate(QStyledItemDelegate):
    """A figure on its colour; thin cells faint with a dashed edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell with a 1-px gap at the right and below."""
        model = index.model()
        if not isinstance(model, HeatModel):
            return
        row, column = index.row(), index.column()
        rect: QRect = option.rect.adjusted(0, 0, -1, -1)  # type: ignore[attr-defined]
        thin = model.is_thin(row, column)
        value = model.value(row, column)
        off = math.isfinite(value) and value == 0 and model.layer.limits is not None and model.layer.limits.off
        ground = QColor(tokens().card) if off else cell_colour(value, model.layer.scale, thin=thin)
        painter.fillRect(rect, ground)
        if thin or off:
            edge = QColor(tokens().disabled)
            edge.setAlphaF(0.6)
            pen = QPen(edge, 1)
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.setPen(cell_text_colour(thin=thin or off))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, model.text(row, column))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a bare line; the cell is too narrow for buttons."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        editor.setStyleSheet("padding: 0; min-height: 0; border-width: 1px;")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Give the editor room for three digits."""
        editor.setGeometry(option.rect.adjusted(-4, 0, 4, 0))  # type: ignore[attr-defined]
