"""Draws the cells of a week grid: each different cell once, then as a picture, so that an edit shows in one frame."""

from __future__ import annotations

import math
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from shopdesk.ui.charts.heat_colours import cell_colour, cell_text_colour
from shopdesk.ui.charts.heat_model import HeatModel
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

CORNER_PX = 5  # the mark of a changed cell
_MOST_PICTURES = 2_000

_Face: TypeAlias = tuple[str, float, bool, bool, bool, bool]
"""Text, value, and whether the cell is thin, off, marked, wrong."""


class HeatCells:
    """The pictures of cells by what they show; forgotten where the look, the scale or the size changes."""

    def __init__(self) -> None:
        self._pictures: dict[_Face, QPixmap] = {}
        self._made_for: tuple[object, ...] = ()

    def paint(self, painter: QPainter, model: HeatModel, columns: list[tuple[int, QRect]], tops: list[int]) -> None:
        """Draw all rows of some columns; a column's rect gives its left edge, its width and the height of a cell."""
        if not columns:
            return
        ratio = painter.device().devicePixelRatio()
        for column, rect in columns:
            self._forget_old(model, rect.size(), ratio)
            for row, top in enumerate(tops):
                face = _face(model, row, column)
                picture = self._pictures.get(face)
                if picture is None:
                    picture = self._pictures[face] = _drawn(face, model, rect.size(), ratio)
                painter.drawPixmap(rect.left(), top, picture)

    def _forget_old(self, model: HeatModel, size: QSize, ratio: float) -> None:
        made_for = (tokens(), model.layer.scale, size.width(), size.height(), ratio)
        if made_for != self._made_for or len(self._pictures) > _MOST_PICTURES:
            self._pictures.clear()
            self._made_for = made_for


def _face(model: HeatModel, row: int, column: int) -> _Face:
    layer = model.layer
    value = float(layer.values[row, column])
    off = value == 0 and layer.limits is not None and layer.limits.off
    known = value if math.isfinite(value) else math.inf  # not a number is never equal to itself
    return (
        model.text(row, column),
        known,
        model.is_thin(row, column),
        off,
        model.is_marked(row, column),
        model.is_wrong(row, column),
    )


def _drawn(face: _Face, model: HeatModel, size: QSize, ratio: float) -> QPixmap:
    """Return a cell with a 1-px gap at the right and below."""
    text, value, thin, off, marked, wrong = face
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    card = QColor(tokens().card)
    picture.fill(card)
    rect = QRect(QPoint(0, 0), size).adjusted(0, 0, -1, -1)
    painter = QPainter(picture)
    ground = card if off else cell_colour(value, model.layer.scale, thin=thin)
    painter.fillRect(rect, ground)
    if thin or off:
        _dash(painter, rect)
    if wrong:
        painter.setPen(QPen(QColor(tokens().warn_mark), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
    if marked:
        _corner(painter, rect)
    painter.setFont(body_font(pixels=CAPTION_PT_PX))
    painter.setPen(cell_text_colour(thin=thin or off))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


def _dash(painter: QPainter, rect: QRect) -> None:
    edge = QColor(tokens().disabled)
    edge.setAlphaF(0.6)
    pen = QPen(edge, 1)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _corner(painter: QPainter, rect: QRect) -> None:
    tip = rect.topRight() + QPoint(1, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    painter.drawPolygon([tip, tip - QPoint(CORNER_PX, 0), tip + QPoint(0, CORNER_PX)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
