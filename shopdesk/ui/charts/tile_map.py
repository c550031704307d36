"""The 34 provincial regions as tiles, roughly where they lie: name and number, colour as in the week grid."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat, known
from shopdesk.ui.charts.heat_cells import CORNER_PX
from shopdesk.ui.charts.heat_colours import HeatScale, cell_colour, cell_text_colour
from shopdesk.ui.charts.heat_grid import NUDGE
from shopdesk.ui.charts.regions import BY_NAME, COLUMNS, REGIONS, ROWS, Region
from shopdesk.ui.charts.tile_editor import TileEditor
from shopdesk.ui.grid.clipboard import format_cells, parse_cells
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_TILE_HEIGHT_PX = 22.0
_PITCH_PX = 23.0
_LEAST_PITCH_PX = 21.0  # a window beneath a task bar is lower: the map gives way
_MOST_PITCH_PX = 34.0
_TILE_WIDTH_PX = 52.0
_GAP_PX = 2.0
_ENGLISH_ROOM_PX = 104.0  # the longest English name of an ordinary tile with three digits
_WIDE = 1.24  # 内蒙古 and 黑龙江 reach into the empty place at their left


@dataclass(frozen=True, slots=True)
class RegionTile:
    """What one region shows: NaN for unknown; ``thin`` too few orders, ``off`` not delivered to, ``group`` outlined.

    ``marked``: its number differs from what the map is compared with.
    """

    value: float = math.nan
    thin: bool = False
    off: bool = False
    group: str = ""
    marked: bool = False
    evidence: str = ""


class TileMap(Canvas):
    """The map; ``selection_changed`` tells a frozenset of region names, ``activated`` a double click or Enter.

    Where it is ``editable``, ``typed(names, text)`` tells a number for the selected regions (else the current one),
    ``nudged(names, step)`` by how much to raise them, ``cleared(names)`` that they become neutral again, and
    ``pasted(rows)`` what the clipboard holds, as ``(name or "", text)``: one text without a name is for the selection.
    """

    selection_changed = Signal(object)
    activated = Signal(str)
    typed = Signal(object, str)
    nudged = Signal(object, float)
    cleared = Signal(object)
    pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[str, RegionTile] = {}
        self._scale = HeatScale(0, 1)
        self._format: ValueFormat = formats.full
        self._value_name = ""
        self._suffix = ""
        self._selected: frozenset[str] = frozenset()
        self._current = "北京"
        self.editable = False
        self._editor = TileEditor(self)
        self._editor.typed.connect(lambda text: self.typed.emit(self._aimed_at(), text))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.retranslate()

    def set_tiles(
        self,
        tiles: Mapping[str, RegionTile],
        *,
        scale: HeatScale,
        value_format: ValueFormat = formats.full,
        value_name: str = "",
        suffix: str = "",
    ) -> None:
        """Show regions by their canonical Chinese names, unknown where not given; ``KeyError`` for other names."""
        strangers = set(tiles) - set(BY_NAME)
        if strangers:
            raise KeyError(f"not a provincial region: {sorted(strangers)}")
        self._tiles = dict(tiles)
        self._scale, self._format = scale, value_format
        self._value_name, self._suffix = value_name, suffix
        self._speak()
        self.update()

    def selected(self) -> frozenset[str]:
        """Return the selected regions."""
        return self._selected

    def select(self, names: Iterable[str]) -> None:
        """Select regions."""
        chosen = frozenset(names)
        if chosen != self._selected:
            self._selected = chosen
            self._speak()
            self.selection_changed.emit(chosen)
            self.update()

    def spoken(self, name: str) -> str:
        """Return a region in words: 浙江 112 %, selected."""
        tile = self._tile(name)
        parts = [region_name(BY_NAME[name]), self._number(tile) + ("" if tile.off else self._suffix)]
        if tile.thin:
            parts.append(self.tr("few data"))
        if tile.group:
            parts.append(self.tr("group {name}").format(name=tile.group))
        if tile.marked:
            parts.append(self.tr("changed"))
        if name in self._selected:
            parts.append(self.tr("selected"))
        return " ".join(parts)

    def tile_rect(self, name: str) -> QRectF:
        """Return where a region's tile stands."""
        return self._place(BY_NAME[name], QRectF(self.rect()))

    def region_at(self, point: QPointF) -> str:
        """Return the region under a point, empty where there is none."""
        rect = QRectF(self.rect())
        return next((r.name for r in REGIONS if self._place(r, rect).contains(point)), "")

    def table(self) -> ChartTable:
        """Return one row a region: all 34, unknown ones too."""
        columns = (
            self.tr("Region"),
            f"{self._value_name or self.tr('Value')}{self._suffix}",
            self.tr("State"),
            self.tr("Group"),
        )
        rows = tuple((region_name(r), known(self._tile(r.name).value), *self._state(r.name)) for r in REGIONS)
        return ChartTable(columns, rows, (None, self._format, None, None))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw all tiles."""
        for region in REGIONS:
            self._paint_tile(painter, region, self._place(region, rect))
        if self.hasFocus():
            pen = QPen(QColor(tokens().text), 1)
            pen.setDashPattern([1.5, 1.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._place(BY_NAME[self._current], rect).adjusted(2, 2, -2, -2), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select one; with Ctrl or Shift add and take away; beside the tiles select nothing."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        name = self.region_at(event.position())
        several = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if name:
            self._current = name
        if name and several:
            self.select(self._selected ^ {name})
        else:
            self.select({name} if name and self._selected != {name} else ())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell which region is wanted."""
        name = self.region_at(event.position())
        if name:
            self.select({name})
            self.activated.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the nearest tile that way, Space selects, Ctrl+A all, Esc none, Enter activates."""
        ways = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in ways:
            self._current = _neighbour(self._current, *ways[key])
            self._speak()
            self.update()
        elif self.editable and self._edited_by(event):
            return
        elif key == Qt.Key.Key_Space:
            self.select(self._selected ^ {self._current})
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(BY_NAME)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key == Qt.Key.Key_Escape and self._selected:
            self.select(())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put names and numbers of the selected regions (else of the current one) on the clipboard."""
        names = self._aimed_at()
        rows = [[region_name(r), self._number(self._tile(r.name))] for r in REGIONS if r.name in names]
        QGuiApplication.clipboard().setText(format_cells(rows))

    def paste(self) -> None:
        """Tell what the clipboard holds: lines of name and number, or one number for the selection."""
        rows = [(row[0], row[1]) if len(row) > 1 else ("", row[0]) for row in parse_cells(_clipboard()) if any(row)]
        if self.editable and rows:
            self.pasted.emit(rows)

    def _edited_by(self, event: QKeyEvent) -> bool:
        """Do what a key edits; whether it was one."""
        text, key = event.text(), event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(self._aimed_at())
        elif text in ("+", "=", "-", "−"):
            self.nudged.emit(self._aimed_at(), NUDGE if text in "+=" else -NUDGE)
        elif key == Qt.Key.Key_F2 or (text.isdigit() and len(text) == 1):
            self._editor.open(self.tile_rect(self._current).toRect(), text if text.isdigit() else "")
        else:
            return False
        return True

    def _aimed_at(self) -> frozenset[str]:
        return self._selected or frozenset({self._current})

    def event(self, event: QEvent) -> bool:
        """Show what stands behind a tile."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            name = self.region_at(QPointF(event.pos()))
            text = f"{self.spoken(name)}\n{self._tile(name).evidence}".strip() if name else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def retranslate(self) -> None:
        """Word name and description anew."""
        if not self._name:
            self.setAccessibleName(self.tr("Map of the provincial regions"))
        self._speak()

    def sizeHint(self) -> QSize:
        """Return a size at which every tile has room for its name and figure."""
        return QSize(int(COLUMNS * _TILE_WIDTH_PX), int(ROWS * _PITCH_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which three digits stand beside a name."""
        return QSize(int(COLUMNS * (_TILE_WIDTH_PX - 2)), int(ROWS * _LEAST_PITCH_PX))

    def _tile(self, name: str) -> RegionTile:
        return self._tiles.get(name, RegionTile())

    def _number(self, tile: RegionTile) -> str:
        return self.tr("off") if tile.off else self._format(tile.value)

    def _state(self, name: str) -> tuple[str, str]:
        tile = self._tile(name)
        state = self.tr("off") if tile.off else self.tr("few data") if tile.thin else ""
        return state, tile.group

    def _place(self, region: Region, rect: QRectF) -> QRectF:
        width = rect.width() / COLUMNS
        left = rect.left() + region.column * width
        wide = region.row == 0
        extra = width * (_WIDE - 1) if wide else 0.0
        pitch = min(max(rect.height() / ROWS, _LEAST_PITCH_PX), _MOST_PITCH_PX)
        height = max(min(_TILE_HEIGHT_PX, pitch - 1), pitch - _GAP_PX)
        return QRectF(left - extra, rect.top() + region.row * pitch, width + extra - _GAP_PX, height)

    def _paint_tile(self, painter: QPainter, region: Region, box: QRectF) -> None:
        tile = self._tile(region.name)
        faint = tile.thin or tile.off or not math.isfinite(tile.value)
        chosen = region.name in self._selected
        painter.setBrush(QColor(tokens().card) if faint else cell_colour(tile.value, self._scale))
        painter.setPen(_edge_pen(tile, chosen=chosen, faint=faint))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        _paint_marks(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), tile, chosen=chosen)
        painter.setPen(cell_text_colour(thin=faint))
        label, pixels = self._label(region, tile, box.width() - 4)
        painter.setFont(body_font(pixels=pixels))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _label(self, region: Region, tile: RegionTile, room: float) -> tuple[str, int]:
        """Return name and number as they fit, with the size of the letters: smaller ones before fewer digits."""
        sizes = (CAPTION_PT_PX, CAPTION_PT_PX - 1)
        metrics = {pixels: QFontMetricsF(body_font(pixels=pixels)) for pixels in sizes}
        number = self._number(tile)
        name = region_name(region)
        if name == region.english and room < _ENGLISH_ROOM_PX:
            name = region.code  # all or none: a map of mixed names and letters can't be scanned
        shorter = (number.replace(",", ""), *_rounded(number))
        for text in (f"{name} {number}", f"{name}{number}", *(f"{name}{short}" for short in shorter)):
            for pixels in sizes:
                if metrics[pixels].horizontalAdvance(text) <= room:
                    return text, pixels
        return (
            name,
            CAPTION_PT_PX,
        )  # a number whose region can't be read says nothing; both stand in the tooltip and the table

    def _speak(self) -> None:
        count = self.tr("{count} selected").format(count=len(self._selected))
        self.describe(f"{self.spoken(self._current)}; {count}")


def group_colour(group: str) -> str:
    """Return the colour in which a group of regions is outlined: the accent for A, another one for the next."""
    return tokens().accent if group <= "A" else tokens().category


def _edge_pen(tile: RegionTile, *, chosen: bool, faint: bool) -> QPen:
    if chosen:
        return QPen(QColor(tokens().accent), 2)
    if tile.group:
        return QPen(QColor(group_colour(tile.group)), 2)
    if not faint:
        return QPen(Qt.PenStyle.NoPen)
    edge = QColor(tokens().disabled)
    edge.setAlphaF(0.7)
    pen = QPen(edge, 1)
    pen.setDashPattern([2.0, 2.0])
    return pen


def _paint_marks(painter: QPainter, box: QRectF, tile: RegionTile, *, chosen: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    if chosen:  # a group has the same outline, so that a selected tile also has the square of a selection
        painter.drawRect(QRectF(box.right() - 5, box.bottom() - 5, 6, 6))
    if tile.marked:
        corner = box.topRight()
        painter.drawPolygon([corner, corner - QPointF(CORNER_PX, 0), corner + QPointF(0, CORNER_PX)])


def _rounded(number: str) -> tuple[str, ...]:
    """Return shorter spellings of a plain number of four digits and more, the more exact first: 3.1k, 3k."""
    plain = number.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        return ()
    if abs(value) < 1000:
        return (f"{value:.0f}",) if "." in plain else ()
    if formats.language() == "zh_CN" and abs(value) >= 9_950:
        return (f"{value / 10_000:.1f}万", f"{value / 10_000:.0f}万")
    if abs(value) >= 999_500:
        return (f"{value / 1_000_000:.1f}M", f"{value / 1_000_000:.0f}M")
    return (f"{value:.0f}", f"{value / 1000:.1f}k", f"{value / 1000:.0f}k")


def region_name(region: Region) -> str:
    """Return a region's name in the language in force."""
    return region.name if formats.language() == "zh_CN" else region.english


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()


def _neighbour(name: str, down: int, right: int) -> str:
    here = BY_NAME[name]

    def distance(other: Region) -> float:
        rows, columns = other.row - here.row, other.column - here.column
        along, across = (rows * down, abs(columns)) if down else (columns * right, abs(rows))
        return math.inf if along <= 0 else along + 2.5 * across

    nearest = min(REGIONS, key=distance)
    return nearest.name if math.isfinite(distance(nearest)) else name
