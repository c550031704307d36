"""The segments as a table: figure, change, share, effect on the whole, and the shape of the days."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.segments.table import SegmentTable
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.charts.sparkline import paint_sparkline
from shopdesk.ui.grid import CellPaint, Column, GridFrame, GridPanel, Kind, Row, TotalText
from shopdesk.ui.kpi.segments.behind import Explainer
from shopdesk.ui.kpi.segments.wording import label_name, signed_unit, unit_text
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.theme import tokens

SPARK_PX = 80


class TableCard(GridPanel):
    """``chosen`` gives the label of the current row."""

    chosen = Signal(object)
    _table: SegmentTable | None = None  # the total row asks before anything is shown
    _dimension = ""
    _explain: Explainer | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            (), title=lambda: self.tr("Segments"), totals=self._totals, read_only=True, small=True, parent=parent
        )
        self.row_changed.connect(self.chosen)

    def show_table(self, dimension: str, table: SegmentTable, days: FloatArray, *, explain: Explainer) -> None:
        """Show the segments of a dimension; ``days`` holds one row a segment for the small lines.

        ``explain`` says what stands behind the figures of a label.
        """
        self._explain = explain
        columns = self._columns(table.metric)
        fresh = self._table is None or self._table.metric != table.metric or self._dimension != dimension
        self._dimension, self._table = dimension, table
        if fresh:
            self.model.set_columns(columns)
        order = np.argsort(-np.nan_to_num(table.value * np.nan_to_num(table.share) if _is_rate(table) else table.value))
        data: dict[str, Any] = {
            "label": [label_name(dimension, table.labels[place]) for place in order],
            "value": table.value[order],
            "before": table.before[order],
            "change": table.change[order],
            "share": table.share[order],
            "effect": table.effect[order],
            "days": [days[place] for place in order],
        }
        self.set_frame(GridFrame(data, keys=[table.labels[place] for place in order]))

    def current(self) -> Hashable | None:
        """Return the label of the current row, None without one."""
        row = self.view.currentIndex().row()
        return self.model.key(row) if 0 <= row < self.model.rowCount() else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.retranslate()

    def _totals(self, rows: NDArray[np.int64]) -> Mapping[str, Any]:
        """Return the figures of all segments together; of some, only what may be added."""
        table = self._table
        if table is None or not rows.size:
            return {}
        whole = rows.size == len(table.labels)
        name = self.tr("Together") if whole else self.tr("Shown")
        sums: dict[str, Any] = {"label": TotalText(name)}
        if whole:
            sums |= {"value": _known(table.whole), "before": _known(table.whole_before), "change": _whole_change(table)}
        elif not table.metric.is_ratio:
            frame = self.model.frame
            sums |= {name: _sum(frame.store(name), rows) for name in ("value", "before")}
        frame = self.model.frame
        return sums | {name: _sum(frame.store(name), rows) for name in ("share", "effect")}

    def _columns(self, metric: BoardMetric) -> tuple[Column, ...]:
        figure = {"kind": Kind.FLOAT, "decimals": 2 if metric.unit is Unit.MONEY else 0}
        if metric.unit is Unit.RATIO:
            figure = {"kind": Kind.PERCENT, "decimals": 2}
        elif metric.unit in (Unit.TIMES, Unit.NUMBER):
            figure = {"kind": Kind.RATIO, "decimals": 2}
        relative = not metric.is_ratio
        change = {"kind": Kind.PERCENT, "decimals": 1} if relative else figure
        return (
            Column(
                name="label", title=lambda: self.tr("Segment"), width=116, grow=3, emphasis=True, tooltip=self._behind
            ),
            Column(
                name="value",
                tooltip=self._behind,
                title=partial(metric_name, metric),
                unit=partial(unit_text, metric),
                width=98,
                additive=relative,
                **figure,  # type: ignore[arg-type]
            ),
            Column(
                name="before",
                tooltip=self._behind,
                title=lambda: self.tr("Before"),
                unit=partial(unit_text, metric),
                width=88,
                additive=relative,
                **figure,  # type: ignore[arg-type]
            ),
            Column(
                name="change",
                tooltip=self._behind,
                title=lambda: self.tr("Change"),
                unit=(lambda: "%") if relative else partial(signed_unit, metric),
                signed=True,
                width=82,
                additive=False,
                color=partial(_tone, "change"),
                **change,
            ),
            Column(
                name="share",
                tooltip=self._behind,
                title=lambda: self.tr("Share"),
                unit=lambda: "%",
                kind=Kind.PERCENT,
                decimals=1,
                width=66,
                help=lambda: self.tr("Share of the sum; for a rate, the share of what it is a rate of"),
            ),
            Column(
                name="effect",
                tooltip=self._behind,
                title=lambda: self.tr("Effect"),
                unit=partial(signed_unit, metric),
                signed=True,
                width=98,
                color=partial(_tone, "effect"),
                additive=True,
                help=lambda: self.tr("What the segment brought to the change of the whole: all effects add up to it"),
                **figure,  # type: ignore[arg-type]
            ),
            Column(
                name="days",
                title=lambda: self.tr("Days"),
                kind=Kind.CUSTOM,
                width=SPARK_PX,
                grow=1,
                text=self._days_text,
                sort_value=lambda _value: 0,
                paint=_paint_days,
                right=False,
            ),
        )

    def _behind(self, row: Row) -> str:
        text = self._explain(str(row.key)) if self._explain is not None else ""
        return f"{row['label']}\n{text}" if text else ""

    def _days_text(self, row: Row) -> str:
        values = row["days"]
        known = values[np.isfinite(values)] if values is not None else np.empty(0)
        if not known.size or self._table is None:
            return formats.UNKNOWN
        show = partial(formats.by_unit, unit=self._table.metric.unit.value, compact=True)
        return f"{show(float(known[0]))} … {show(float(known[-1]))}"


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _sum(values: Any, rows: NDArray[np.int64]) -> float | None:
    chosen = np.asarray(values, dtype=float)[rows]
    return None if np.isnan(chosen).all() else float(np.nansum(chosen))


def _whole_change(table: SegmentTable) -> float | None:
    """Return how the whole changed: as a share of its daily means, or as a difference for a rate."""
    if table.metric.is_ratio:
        return _known(table.whole - table.whole_before)
    if not table.whole_before > 0 or not table.days:
        return None
    return _known(table.whole / table.days / (table.whole_before / table.days_before) - 1)


def _is_rate(table: SegmentTable) -> bool:
    return table.metric.is_ratio


def _tone(name: str, row: Row) -> str | None:
    value = row[name]
    if value is None or not value:
        return None
    return tokens().up_text if value > 0 else tokens().down_text


def _paint_days(cell: CellPaint) -> None:
    if cell.value is not None:
        paint_sparkline(cell.painter, QRectF(cell.inner), cell.value, colour=QColor(cell.tokens.secondary))
