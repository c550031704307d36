"""Draws the visible cells of a grid in one go: faster than asking a delegate for each, and frozen columns fit in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from shopdesk.ui.grid.columns import MISSING, Column
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.painting import PADDING_PX, CellPaint, blend, draw_text
from shopdesk.ui.grid.selection import Block
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX, Tokens


@dataclass(frozen=True, slots=True)
class Strip:
    """A visible column: model number, left edge and width in the viewport."""

    column: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn: rows ``first`` to ``last`` (included) at ``top`` with height ``row_px``."""

    model: GridModel
    tokens: Tokens
    first: int
    last: int
    top: int
    row_px: int
    blocks: Sequence[Block]
    current: tuple[int, int] | None
    focused: bool
    is_match: Callable[[int, int], bool] | None = None
    fonts: dict[bool, tuple[QFont, str]] = field(default_factory=dict)

    def y(self, row: int) -> int:
        """Return the top of a row."""
        return self.top + (row - self.first) * self.row_px


def paint_cells(painter: QPainter, strips: Sequence[Strip], scene: Scene) -> None:
    """Draw backgrounds, selection, texts and grid lines of some columns."""
    if not strips:
        return
    left, right = strips[0].left, strips[-1].left + strips[-1].width
    height = (scene.last - scene.first + 1) * scene.row_px
    painter.fillRect(QRect(left, scene.top, right - left, height), QColor(scene.tokens.card))
    _paint_selection(painter, strips, scene)
    for strip in strips:
        _paint_column(painter, strip, scene)
    painter.setPen(QColor(scene.tokens.grid_line))
    for row in range(scene.first, scene.last + 1):
        bottom = scene.y(row) + scene.row_px - 1
        painter.drawLine(left, bottom, right - 1, bottom)


def _paint_selection(painter: QPainter, strips: Sequence[Strip], scene: Scene) -> None:
    t = scene.tokens
    left, right = strips[0].left, strips[-1].left + strips[-1].width
    if scene.current is not None and scene.first <= scene.current[0] <= scene.last:
        band = QRect(left, scene.y(scene.current[0]), right - left, scene.row_px)
        painter.fillRect(band, blend(t.card, t.selection, 0.4))
    color = QColor(t.selection)
    places = {strip.column: strip for strip in strips}
    for block in scene.blocks:
        top, bottom = max(block.top, scene.first), min(block.bottom, scene.last)
        if top > bottom:
            continue
        for column in block.columns:
            strip = places.get(column)
            if strip is not None:
                painter.fillRect(QRect(strip.left, scene.y(top), strip.width, (bottom - top + 1) * scene.row_px), color)


def _paint_column(painter: QPainter, strip: Strip, scene: Scene) -> None:
    model = scene.model
    column = model.columns[strip.column]
    font, key = _font(column, scene)
    if column.paint is not None:
        _paint_custom(painter, strip, scene, column, font)
        return
    color, missing = scene.tokens.text, scene.tokens.secondary
    right = column.is_right
    for row in range(scene.first, scene.last + 1):
        cell = QRect(strip.left, scene.y(row), strip.width, scene.row_px)
        if scene.is_match is not None and scene.is_match(row, strip.column):
            painter.fillRect(cell.adjusted(0, 0, 0, -1), QColor(scene.tokens.warn))
        text = model.text(row, strip.column)
        if not text:
            continue
        ink = missing if text == MISSING else color
        if column.color is not None:
            ink = column.color(model.record(row)) or ink
        draw_text(
            painter, cell.adjusted(PADDING_PX, 0, -PADDING_PX, 0), text, font=font, color=ink, right=right, key=key
        )


def _paint_custom(painter: QPainter, strip: Strip, scene: Scene, column: Column, font: QFont) -> None:
    paint = column.paint
    if paint is None:
        return
    for row in range(scene.first, scene.last + 1):
        cell = QRect(strip.left, scene.y(row), strip.width, scene.row_px)
        if scene.is_match is not None and scene.is_match(row, strip.column):
            painter.fillRect(cell.adjusted(0, 0, 0, -1), QColor(scene.tokens.warn))
        painter.save()
        painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
        selected = any(b.top <= row <= b.bottom and strip.column in b.columns for b in scene.blocks)
        paint(
            CellPaint(
                painter=painter,
                rect=cell.adjusted(0, 0, 0, -1),
                value=scene.model.value(row, strip.column),
                text=scene.model.text(row, strip.column),
                row=scene.model.record(row),
                tokens=scene.tokens,
                font=font,
                selected=selected,
            )
        )
        painter.restore()


def paint_current(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Draw the frame of the current cell."""
    painter.setPen(
        QPen(QColor(tokens.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _font(column: Column, scene: Scene) -> tuple[QFont, str]:
    if column.emphasis not in scene.fonts:
        font = body_font(pixels=BODY_PX if column.emphasis else CAPTION_PT_PX)
        scene.fonts[column.emphasis] = (font, font.toString())
    return scene.fonts[column.emphasis]
