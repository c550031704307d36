"""A report as .xlsx: real numbers, live formulas, native charts, no macros; the same numbers as the PDF."""

from __future__ import annotations

import io
from typing import Any, Final

from openpyxl import Workbook

from shopdesk.app.kpi.reports.model import Report, Table
from shopdesk.app.kpi.reports.words import Words
from shopdesk.io.excel_writer import free_sheet_name
from shopdesk.io.reports.cached_values import with_cached_values
from shopdesk.io.reports.grid import GREY, Grid
from shopdesk.io.reports.native_charts import write_charts
from shopdesk.io.reports.sheets import (
    write_causes,
    write_definitions,
    write_overview,
    write_source,
    write_table,
)

GOALS: Final = "goals"
SOURCE_SHEET: Final = "_source"
WIDE_COLUMNS: Final = 8


def workbook_bytes(report: Report) -> bytes:
    """Return the workbook of a report."""
    made = _Book(report)
    made.write()
    return made.saved()


class _Book:
    def __init__(self, report: Report) -> None:
        self._report, self._words = report, Words(report.language)
        self._book: Any = Workbook()
        self._book.remove(self._book.active)
        self._names: set[str] = set()
        self._grids: list[Grid] = []
        self._tables = 0

    def write(self) -> None:
        """Write all sheets in the order in which they are read."""
        report, words = self._report, self._words
        overview = self._sheet(words("overview"))
        top = write_overview(overview, report)
        for section in report.sections:
            tables = [block for block in section.blocks if isinstance(block, Table)]
            if section.key == GOALS:
                continue
            for table in tables:
                grid = self._sheet(table.title)
                self._write_tables(grid, [table])
        write_causes(self._sheet(words("bridge")), report)
        self._goals()
        write_definitions(self._sheet(words("definitions")), report)
        data = self._sheet(words("data_of_charts"))
        write_charts(overview, data, report, top)
        hidden = self._sheet(SOURCE_SHEET)
        write_source(hidden, report)
        hidden.sheet.sheet_state = "hidden"
        for grid in self._grids:
            wide = grid.sheet.max_column > WIDE_COLUMNS
            as_of = f"{report.shop} · {report.when} · {report.as_of}"
            grid.finish(as_of=as_of, landscape=wide and grid is not overview, one_page=grid is overview)

    def _goals(self) -> None:
        grid = self._sheet(self._words("goals"))
        sections = [section for section in self._report.sections if section.key == GOALS]
        tables = [block for section in sections for block in section.blocks if isinstance(block, Table)]
        row = self._write_tables(grid, tables)
        if not tables:
            grid.text(row, self._words("no_goals"), columns=6, font=GREY)

    def _write_tables(self, grid: Grid, tables: list[Table]) -> int:
        row = 1
        for table in tables:
            self._tables += 1
            row = write_table(grid, table, self._tables, row)
        if len(tables) == 1:
            grid.sheet.freeze_panes = "B2"
        return row

    def _sheet(self, name: str) -> Grid:
        grid = Grid(self._book.create_sheet(free_sheet_name(name, self._names)), self._words)
        self._grids.append(grid)
        return grid

    def saved(self) -> bytes:
        """Return the bytes with the values of formulas, which Excel computes anew when it opens them."""
        self._book.calculation.fullCalcOnLoad = True
        self._book.properties.creator = f"ShopDesk {self._report.version}"
        self._book.properties.title = f"{self._report.shop} {self._report.title} {self._report.when}"
        buffer = io.BytesIO()
        self._book.save(buffer)
        return with_cached_values(buffer.getvalue(), [grid.cached for grid in self._grids])
