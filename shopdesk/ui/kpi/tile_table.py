"""The tiles as a table: one row a tile, with what each figure is held against and rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.kpi.figures import Change, Figure
from shopdesk.domain.kpi.tiles import Tile
from shopdesk.ui import formats
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.kpi.metrics.provenance import basis_text, missing_text
from shopdesk.ui.kpi.wording import change_base, change_text, metric_name, span_text, value_text, verdict_text


def tile_table(tiles: Sequence[Tile], *, of_day: bool) -> ChartTable:
    """Return the table twin of tiles; ``of_day`` says that they show the last day, else the period."""
    columns = (
        QCoreApplication.translate("Kpi", "Metric"),
        QCoreApplication.translate("Kpi", "Days"),
        QCoreApplication.translate("Kpi", "Value"),
        QCoreApplication.translate("Kpi", "Unit"),
        QCoreApplication.translate("Kpi", "Change"),
        QCoreApplication.translate("Kpi", "Against"),
        QCoreApplication.translate("Kpi", "Value before"),
        QCoreApplication.translate("Kpi", "Verdict"),
        QCoreApplication.translate("Kpi", "Rests on"),
    )
    return ChartTable(columns, tuple(_row(one, of_day=of_day) for one in tiles))


def _row(tile: Tile, *, of_day: bool) -> tuple[str, ...]:
    metric = tile.metric
    shown, change = (tile.day, tile.day_change) if of_day else (tile.period, tile.period_change)
    verdict = verdict_text(tile.verdict)[0] if of_day else ""
    days = span_text(shown.period) if shown is not None else ""
    value = value_text(metric, shown.value if shown is not None else None)
    head = metric_name(metric), days, value, formats.unit_name(metric.unit.value)
    return *head, *_compared(change), verdict, _basis(shown)


def _compared(change: Change | None) -> tuple[str, str, str]:
    """Return a change with its sign, what it is against, and the value there."""
    if change is None:
        return formats.UNKNOWN, "", formats.UNKNOWN
    text, direction = change_text(change)
    sign = {1: "+", -1: formats.MINUS}.get(direction, "")
    before = value_text(change.before.metric, change.before.value)
    return f"{sign}{text}", change_base(change), before


def _basis(figure: Figure | None) -> str:
    """Return what a figure rests on where it is no plain sum, and the days that it lacks."""
    if figure is None or figure.value is None:
        return QCoreApplication.translate("Kpi", "no data")
    return formats.listed(words.strip("()（）") for words in (basis_text(figure), missing_text(figure)) if words)
