"""The tiles in one row: each figure with verdict, change and line, for the last day or the whole period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.app.kpi.board import SourceFiles
from shopdesk.domain.kpi.tiles import Tile as TileFacts
from shopdesk.ui import formats
from shopdesk.ui.charts.sparkline import Sparkline
from shopdesk.ui.kpi.metrics.provenance import provenance
from shopdesk.ui.kpi.wording import change_base, change_text, metric_name, value_text, verdict_text
from shopdesk.ui.tiles import Tile
from shopdesk.ui.tokens import GUTTER_PX

DAY, PERIOD = "day", "period"


class TileRow(QWidget):
    """``chosen`` tells the name of the metric whose tile was clicked."""

    chosen = Signal(str)

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

    def show_tiles(self, facts: Sequence[TileFacts], *, files: Mapping[str, SourceFiles], mode: str) -> None:
        """Show tiles in order; ``mode`` says whether the figure is the last day's or the period's."""
        self._facts, self._files, self._mode = facts, files, mode
        names = [one.metric.name for one in facts]
        if names != list(self._tiles):
            self._rebuild(names)
        self._write()

    def mark(self, name: str) -> None:
        """Mark the tile whose series the chart shows."""
        for key, tile in self._tiles.items():
            tile.set_selected(key == name)

    def tile(self, name: str) -> Tile:
        """Return the tile of a metric."""
        return self._tiles[name]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _rebuild(self, names: Sequence[str]) -> None:
        for old in self._tiles.values():
            self._row.removeWidget(old)
            old.hide()  # it is deleted only when the event loop turns
            old.deleteLater()
        self._tiles, self._lines = {}, {}
        for name in names:
            tile, line = Tile(), Sparkline()
            tile.setCursor(Qt.CursorShape.PointingHandCursor)
            tile.set_sparkline(line)
            tile.clicked.connect(lambda name=name: self.chosen.emit(name))
            self._row.addWidget(tile, 1)
            self._tiles[name], self._lines[name] = tile, line

    def _write(self) -> None:
        for one in self._facts:
            tile, metric = self._tiles[one.metric.name], one.metric
            shown = one.day if self._mode == DAY else one.period
            change = one.day_change if self._mode == DAY else one.period_change
            tile.set_label(metric_name(metric), formats.unit_name(metric.unit.value))
            tile.set_figure(value_text(metric, shown.value if shown else None, compact=True))
            if change is None or shown is None or shown.value is None:
                tile.set_delta("", 0, "")
            else:
                text, direction = change_text(change)
                tile.set_delta(text, direction, change_base(change))
            tile.set_verdict(*(verdict_text(one.verdict) if self._mode == DAY else ("", "")))
            self._lines[metric.name].set_values(one.spark, value_format=partial(value_text, metric))
            tile.setToolTip(provenance(one, self._files))
