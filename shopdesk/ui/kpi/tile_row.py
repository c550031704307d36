"""The tiles in one row: each figure with verdict, change and line; drag a tile, or Alt+← →, to move it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from shopdesk.app.kpi.board import SourceFiles
from shopdesk.domain.kpi.alerts.verdicts import State
from shopdesk.domain.kpi.tiles import Tile as TileFacts
from shopdesk.domain.metrics import Good
from shopdesk.ui import formats
from shopdesk.ui.charts import export
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.charts.sparkline import Sparkline
from shopdesk.ui.kpi.metrics.provenance import provenance, undivided_text
from shopdesk.ui.kpi.tile_table import tile_table
from shopdesk.ui.kpi.wording import change_base, change_text, metric_name, value_text, verdict_text
from shopdesk.ui.theme import tokens
from shopdesk.ui.tiles import Tile
from shopdesk.ui.tokens import GUTTER_PX

DAY, PERIOD = "day", "period"
_ASKING: Final = (QEvent.Type.Enter, QEvent.Type.FocusIn, QEvent.Type.ToolTip)
"""What comes before a tip is read; all tips at once would hold up the first picture."""


class TileRow(QWidget):
    """``chosen`` tells the name of the metric whose tile was clicked, ``reordered`` all names in their new order."""

    chosen = Signal(str)
    reordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GUTTER_PX)
        self._tiles: dict[str, Tile] = {}
        self._lines: dict[str, Sparkline] = {}
        self._facts: Sequence[TileFacts] = ()
        self._files: Mapping[str, SourceFiles] = {}
        self._mode = DAY
        self._pressed: tuple[str, QPoint] | None = None
        self._place: int | None = None  # before which tile a dragged one would go
        self._mark = DropMark(self)

    def show_tiles(self, facts: Sequence[TileFacts], *, files: Mapping[str, SourceFiles], mode: str) -> None:
        """Show tiles in order; ``mode`` says whether the figure is the last day's or the period's."""
        self._facts, self._files, self._mode = facts, files, mode
        names = [one.metric.name for one in facts]
        if names != list(self._tiles):
            self._arrange(names)
        self._write()

    def mark(self, name: str) -> None:
        """Mark the tile whose series the chart shows."""
        for key, tile in self._tiles.items():
            tile.set_selected(key == name)

    def tile(self, name: str) -> Tile:
        """Return the tile of a metric."""
        return self._tiles[name]

    def tip(self, name: str) -> str:
        """Return all that stands behind the figure of a metric."""
        found = next((one for one in self._facts if one.metric.name == name), None)
        return provenance(found, self._files) if found is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let tiles be dragged, and moved by Alt+← and Alt+→; word what stands behind one where it is asked for."""
        name = next((key for key, tile in self._tiles.items() if tile is watched), "")
        if name and event.type() in _ASKING and not self._tiles[name].toolTip():
            self._tiles[name].setToolTip(self.tip(name))
        if name and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(name, event)
        if name and isinstance(event, QMouseEvent):
            return self._mouse(name, event)
        return super().eventFilter(watched, event)

    def table(self) -> ChartTable:
        """Return the tiles as a table, one row a tile."""
        return tile_table(self._facts, of_day=self._mode == DAY)

    def build_menu(self) -> QMenu:
        """Return the context menu of the row."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy picture"), lambda: export.copy_image(export.widget_image(self)))
        menu.addAction(self.tr("Copy as table"), lambda: export.copy_table(self.table()))
        menu.addAction(self.tr("Show as table"), self.show_table)
        return menu

    def show_table(self) -> None:
        """Open the tiles as a table in a window of its own."""
        from shopdesk.ui.charts.table_twin import TableTwinDialog  # the grid comes with it

        dialog = TableTwinDialog(self.table(), title=self.tr("Tiles"), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer picture and table of all tiles."""
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def move_tile(self, name: str, place: int) -> None:
        """Ask for a tile to stand at another place; beyond the ends nothing happens."""
        names = list(self._tiles)
        if name not in names or not 0 <= place < len(names) or names.index(name) == place:
            return
        names.remove(name)
        names.insert(place, name)
        self.reordered.emit(tuple(names))

    def tiles(self) -> tuple[Tile, ...]:
        """Return the tiles from left to right."""
        return tuple(self._tiles.values())

    def _key(self, name: str, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._place is not None:
            self._drop_nothing()
            return True
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
            return False
        self.move_tile(name, list(self._tiles).index(name) + step)
        return True

    def _mouse(self, name: str, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (name, event.globalPosition().toPoint())
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            way = event.globalPosition().toPoint() - self._pressed[1]
            if self._place is not None or way.manhattanLength() >= QApplication.startDragDistance():
                self._show_place(self.mapFromGlobal(event.globalPosition().toPoint()).x())
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            place, self._pressed = self._place, None
            if place is not None:
                self._drop_nothing()
                self.move_tile(name, place - (list(self._tiles).index(name) < place))
                return True
        return False

    def _show_place(self, across: int) -> None:
        tiles = list(self._tiles.values())
        self._place = sum(tile.geometry().center().x() < across for tile in tiles)
        edge = tiles[self._place].x() if self._place < len(tiles) else tiles[-1].geometry().right() + GUTTER_PX
        self._mark.setGeometry(max(0, min(edge - GUTTER_PX // 2 - 1, self.width() - 3)), 0, 3, self.height())
        self._mark.show()
        self._mark.raise_()

    def _drop_nothing(self) -> None:
        self._place = self._pressed = None
        self._mark.hide()

    def _arrange(self, names: Sequence[str]) -> None:
        """Show a tile for each name; those that stay are kept, and with them the keyboard's place."""
        self._drop_nothing()
        for name in self._tiles.keys() - set(names):
            old = self._tiles.pop(name)
            self._lines.pop(name)
            self._row.removeWidget(old)
            old.hide()  # it is deleted only when the event loop turns
            old.deleteLater()
        for place, name in enumerate(names):
            if name not in self._tiles:
                self._tiles[name], self._lines[name] = self._make(name)
            self._row.insertWidget(place, self._tiles[name], 1)
        self._tiles = {name: self._tiles[name] for name in names}

    def _make(self, name: str) -> tuple[Tile, Sparkline]:
        tile, line = Tile(), Sparkline()
        tile.setCursor(Qt.CursorShape.PointingHandCursor)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the row's own
        tile.set_sparkline(line)
        tile.clicked.connect(lambda: self.chosen.emit(name))
        tile.installEventFilter(self)
        return tile, line

    def _write(self) -> None:
        for one in self._facts:
            tile, metric = self._tiles[one.metric.name], one.metric
            shown = one.day if self._mode == DAY else one.period
            change = one.day_change if self._mode == DAY else one.period_change
            tile.set_label(metric_name(metric), formats.unit_name(metric.unit.value))
            tile.set_figure(value_text(metric, shown.value if shown else None, compact=True))
            if shown is None or shown.value is None:
                undivided = undivided_text(shown) if shown is not None else ""
                tile.set_delta("", 0, undivided or self.tr("no data"))
            elif change is None:
                tile.set_delta("", 0, "")
            else:
                text, direction = change_text(change)
                tile.set_delta(text, direction, change_base(change))
            tile.set_verdict(*self._verdict(one))
            self._lines[metric.name].set_values(one.spark, value_format=partial(value_text, metric))
            tile.setToolTip("")

    def _verdict(self, one: TileFacts) -> tuple[str, str]:
        """Return what is said at the right of the name: the verdict of the day, and whether a change is good or bad.

        The arrow's colour tells up or down as the user set it. Good or bad is said in words, and only of a change
        that is more than chance.
        """
        change = one.day_change if self._mode == DAY else one.period_change
        text, tone = verdict_text(one.verdict) if self._mode == DAY else ("", "")
        if self._mode == DAY and one.verdict is not None and one.verdict.state not in (State.ABOVE, State.BELOW):
            return text, tone
        if change is None or change.amount is None or not change.is_clear or one.metric.good is Good.CONTEXT:
            return text, tone
        is_good = (change.amount > 0) == (one.metric.good is Good.UP)
        judged = self.tr("better") if is_good else self.tr("worse")
        return f"{text} · {judged}" if text else judged, tone or ("" if is_good else "odd")


class DropMark(QWidget):
    """The line between two tiles where a dragged one would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it with the accent."""
        QPainter(self).fillRect(self.rect(), QColor(tokens().accent))
