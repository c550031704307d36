"""Excel's own charts: the data on a sheet of its own, lines and bars on the overview."""

from __future__ import annotations

from typing import Any, Final

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.shapes import GraphicalProperties

from shopdesk.app.kpi.reports.model import Chart, Kind, Report, Waterfall
from shopdesk.io.reports.grid import BOLD, Grid

WIDTH_CM: Final = 13.0
HEIGHT_CM: Final = 7.0
ROWS_HIGH: Final = 15
COLUMN_STEP: Final = 5
ACCENT: Final = "1664FF"
GREY: Final = "9AA1AE"
UP: Final = "D4380D"
DOWN: Final = "1F9254"


def write_charts(overview: Grid, data: Grid, report: Report, top: int) -> None:
    """Write the data of every chart and put the charts under the overview, two beside one another."""
    column = 1
    blocks = [block for block in report.blocks() if isinstance(block, (Chart, Waterfall))]
    for number, block in enumerate(blocks):
        if isinstance(block, Chart):
            made, wide = _days(data, block, column)
        else:
            made, wide = _fall(data, block, column)
        made.title = block.title
        made.width, made.height = WIDTH_CM, HEIGHT_CM
        made.legend.position = "b"
        row = top + (number // 2) * ROWS_HIGH
        overview.sheet.add_chart(made, f"{'A' if number % 2 == 0 else 'F'}{row}")
        column += wide + 1


def _days(data: Grid, chart: Chart, column: int) -> tuple[Any, int]:
    data.put(1, column, chart.title, font=BOLD)
    data.put(2, column, data.words("date"))
    count = len(chart.labels)
    for row, label in enumerate(chart.labels, start=3):
        data.put(row, column, label, Kind.TEXT if isinstance(label, str) else Kind.DATE)
    for shift, series in enumerate(chart.series, start=1):
        data.put(2, column + shift, series.name)
        for row, value in enumerate(series.values, start=3):
            data.put(row, column + shift, value, series.kind)
    made = BarChart() if chart.bars else LineChart()
    reach = Reference(data.sheet, min_col=column + 1, max_col=column + len(chart.series), min_row=2, max_row=2 + count)
    made.add_data(reach, titles_from_data=True)
    made.set_categories(Reference(data.sheet, min_col=column, min_row=3, max_row=2 + count))
    made.y_axis.number_format = data.number_format(chart.series[0].kind)
    made.y_axis.delete = made.x_axis.delete = False
    if not chart.bars:
        made.x_axis.number_format = "mm-dd"
        for place, (line, series) in enumerate(zip(made.series, chart.series, strict=True)):
            line.smooth = False
            line.graphicalProperties.line.solidFill = GREY if place else ACCENT
            line.graphicalProperties.line.width = 15_000 if series.dashed else 25_000
            if series.dashed:
                line.graphicalProperties.line.dashStyle = "dash"
    made.display_blanks = "gap"
    return made, 1 + len(chart.series)


def _fall(data: Grid, fall: Waterfall, column: int) -> tuple[Any, int]:
    """Return a waterfall as stacked bars: an invisible foot, the ends, what came on top and what went off."""
    data.put(1, column, fall.title, font=BOLD)
    words = data.words
    heads = (words("step"), " ", words("total"), "+", "−")
    for shift, head in enumerate(heads):
        data.put(2, column + shift, head)
    at = fall.before.value or 0.0
    rows: list[tuple[str, float | None, float | None, float | None, float | None]] = [
        (fall.before.name, 0.0, at, None, None)
    ]
    for step in fall.steps:
        value = step.value or 0.0
        foot = min(at, at + value)
        rows.append((step.name, foot, None, value if value >= 0 else None, -value if value < 0 else None))
        at += value
    rows.append((fall.after.name, 0.0, fall.after.value, None, None))
    for row, (name, *amounts) in enumerate(rows, start=3):
        data.put(row, column, name)
        for shift, amount in enumerate(amounts, start=1):
            data.put(row, column + shift, amount, Kind.MONEY)
    made = BarChart()
    made.type, made.grouping, made.overlap = "col", "stacked", 100
    reach = Reference(data.sheet, min_col=column + 1, max_col=column + 4, min_row=2, max_row=2 + len(rows))
    made.add_data(reach, titles_from_data=True)
    made.set_categories(Reference(data.sheet, min_col=column, min_row=3, max_row=2 + len(rows)))
    for bar, colour in zip(made.series, (None, ACCENT, UP, DOWN), strict=True):
        bar.graphicalProperties = (
            GraphicalProperties(noFill=True) if colour is None else GraphicalProperties(solidFill=colour)
        )
    made.y_axis.number_format = "#,##0"
    made.y_axis.delete = made.x_axis.delete = False
    return made, len(heads)
