"""The sheets of a report workbook, each written from the blocks of the report."""

from __future__ import annotations

from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from shopdesk.app.kpi.reports.model import (
    Cell,
    Entry,
    HeadFigure,
    Heads,
    Kind,
    Paragraph,
    Report,
    Table,
    Waterfall,
)
from shopdesk.domain.metrics import Good
from shopdesk.io.reports.grid import BAD_FONT, BOLD, GREY, LINE, Grid, cell_name

OVERVIEW_COLUMNS: Final = 9
CENT: Final = 0.005
_HEADS: Final = (
    "figure", "value", "unit", "change", "compared_with", "value_before", "verdict", "numerator", "denominator",
)  # fmt: skip
_NUMBER, _TEXT = Kind.NUMBER, Kind.TEXT
_HEAD_KINDS: Final = (_TEXT, _NUMBER, _TEXT, _NUMBER, _TEXT, _NUMBER, _TEXT, _NUMBER, _NUMBER)


def write_overview(grid: Grid, report: Report) -> int:
    """Write head, missing sources and headline figures; return the first free row."""
    words = grid.words
    grid.put(1, 1, report.title, font=BOLD)
    grid.put(2, 1, words("shop"))
    grid.text(2, report.shop, columns=OVERVIEW_COLUMNS, first=2)
    grid.put(3, 1, words("period"))
    grid.text(3, f"{report.when}    {report.as_of}", columns=OVERVIEW_COLUMNS, first=2)
    grid.head(4, [words(name) for name in _HEADS], _HEAD_KINDS)
    grid.sheet.freeze_panes = "B5"
    row = 5
    for block in report.blocks():
        if isinstance(block, Heads):
            for figure in block.figures:
                _head_row(grid, row, figure)
                row += 1
    row = _missing(grid, report, row + 1)
    for section in report.sections:
        texts = [
            block
            for block in section.blocks
            if isinstance(block, Paragraph) or (isinstance(block, Waterfall) and block.sentence)
        ]
        for text in texts:
            shown = text.text if isinstance(text, Paragraph) else text.sentence
            grid.text(
                row,
                f"{section.title}：{shown}" if words.chinese else f"{section.title}: {shown}",
                columns=OVERVIEW_COLUMNS,
            )
            row += 1
    return row + 1


def _missing(grid: Grid, report: Report, row: int) -> int:
    words = grid.words
    grid.put(row, 1, words("missing"), font=BOLD)
    if not report.missing:
        grid.text(row + 1, words("nothing_missing"), columns=OVERVIEW_COLUMNS, font=GREY)
        return row + 3
    for number, one in enumerate(report.missing, start=1):
        grid.text(row + number, one.text, columns=OVERVIEW_COLUMNS, font=BAD_FONT)
    return row + len(report.missing) + 2


def _head_row(grid: Grid, row: int, figure: HeadFigure) -> None:
    words = grid.words
    grid.put(row, 1, figure.name)
    for place, part in enumerate(figure.parts[:2]):
        grid.put(row, 8 + place, part.value, part.kind)
    if len(figure.parts) == 2 and figure.value is not None:
        formula = _ratio_formula(cell_name(row, 8), cell_name(row, 9), figure.factor)
        grid.put_formula(row, 2, formula, figure.value, figure.kind)
    else:
        grid.put(row, 2, figure.value, figure.kind)
    grid.put(row, 3, {Kind.MONEY: words("unit_money")}.get(figure.kind, ""))
    grid.put(row, 6, figure.before, figure.kind)
    if _is_plain_change(figure):
        grid.put_formula(row, 4, f'IFERROR(B{row}/F{row}-1,"")', figure.change or 0.0, Kind.PERCENT, signed=True)
    else:
        grid.put(row, 4, figure.change, figure.change_kind, signed=True)
    if figure.good and figure.change:
        grid.judge(cell_name(row, 4), up_is_good=(figure.change > 0) == (figure.good > 0))
    grid.put(row, 5, figure.base)
    grid.put(row, 7, words.listed([text for text in (figure.verdict, figure.note) if text]))


def _is_plain_change(figure: HeadFigure) -> bool:
    if figure.change is None or figure.change_kind is not Kind.PERCENT or not figure.before or figure.value is None:
        return False
    return abs(figure.value / figure.before - 1 - figure.change) < 1e-9


def _ratio_formula(above: str, below: str, factor: float) -> str:
    times = "" if factor == 1 else f"*{factor:g}"
    return f'IFERROR({above}/{below}{times},"")'


def write_table(grid: Grid, table: Table, number: int, top: int = 1) -> int:
    """Write a table as a real Excel table with filters, its total below; return the first free row."""
    headers = _unique([_header(grid, column.header, column.kind) for column in table.columns])
    grid.head(top, headers, [_kind(table, place) for place in range(len(headers))])
    for shift, row in enumerate(table.rows, start=1):
        _table_row(grid, table, row, top + shift)
    last = top + max(len(table.rows), 1)
    for place, column in enumerate(table.columns, start=1):
        if column.signed and column.good is not Good.CONTEXT:
            letter = get_column_letter(place)
            grid.judge(f"{letter}{top + 1}:{letter}{last}", up_is_good=column.good is Good.UP)
    made = ExcelTable(displayName=f"ShopDesk{number}", ref=f"A{top}:{get_column_letter(len(headers))}{last}")
    made.tableStyleInfo = TableStyleInfo("TableStyleLight1", showRowStripes=True)
    grid.sheet.add_table(made)
    row_number = last + 1
    if table.total is not None:
        _table_row(grid, table, table.total, row_number, sums=(top + 1, last))
        for place in range(1, len(table.columns) + 1):
            grid.sheet.cell(row_number, place).font = BOLD
            grid.sheet.cell(row_number, place).border = LINE
        row_number += 1
    if table.note:
        grid.text(row_number, table.note, columns=min(len(table.columns), OVERVIEW_COLUMNS), font=GREY)
        row_number += 1
    return row_number + 1


def _kind(table: Table, place: int) -> Kind:
    """Return the kind of a column: of mixed ones that of the first cell."""
    return table.cell(place, table.rows[0][place]).kind if table.rows else table.columns[place].kind


def _table_row(
    grid: Grid, table: Table, row: tuple[Entry, ...], number: int, *, sums: tuple[int, int] | None = None
) -> None:
    places = {column.key: place for place, column in enumerate(table.columns, start=1)}
    for place, (column, entry) in enumerate(zip(table.columns, row, strict=True), start=1):
        cell = table.cell(place - 1, entry)
        ratio = column.ratio
        if ratio is not None and {ratio.above, ratio.below} <= places.keys():
            above, below = (cell_name(number, places[name]) for name in (ratio.above, ratio.below))
            value = cell.value if isinstance(cell.value, (int, float)) else ""
            grid.put_formula(number, place, _ratio_formula(above, below, ratio.factor), value, cell.kind)
        elif sums is not None and _adds_up(table, place - 1, cell):
            letter = get_column_letter(place)
            grid.put_formula(number, place, f"SUM({letter}{sums[0]}:{letter}{sums[1]})", _number(cell), cell.kind)
        else:
            grid.put(number, place, cell.value, cell.kind, signed=cell.signed)
            if isinstance(entry, Cell) and cell.good and isinstance(cell.value, (int, float)):
                grid.judge(cell_name(number, place), up_is_good=(cell.value > 0) == (cell.good > 0))


def _adds_up(table: Table, place: int, total: Cell) -> bool:
    """Whether a total is the sum of the rows that are listed, so that a formula may make it."""
    values = [table.cell(place, row[place]).value for row in table.rows]
    numbers = [value for value in values if isinstance(value, (int, float))]
    return isinstance(total.value, (int, float)) and bool(numbers) and abs(sum(numbers) - total.value) < CENT


def _number(cell: Cell) -> float:
    return float(cell.value) if isinstance(cell.value, (int, float)) else 0.0


def _header(grid: Grid, header: str, kind: Kind) -> str:
    if kind is not Kind.MONEY:
        return header
    unit = grid.words("unit_money")
    return f"{header}（{unit}）" if grid.words.chinese else f"{header} ({unit})"


def _unique(headers: list[str]) -> list[str]:
    found: list[str] = []
    for header in headers:
        name, number = header or "–", 1
        while name in found:
            number += 1
            name = f"{header} {number}"
        found.append(name)
    return found


def write_causes(grid: Grid, report: Report) -> None:
    """Write each waterfall with formulas: the end is the start plus its parts, and a check beside it."""
    words = grid.words
    row = 1
    falls = [block for block in report.blocks() if isinstance(block, Waterfall)]
    for fall in falls:
        grid.put(row, 1, fall.title, font=BOLD)
        grid.head(row + 1, [words("step"), words("amount_yuan")], (_TEXT, _NUMBER))
        first = row + 2
        grid.put(first, 1, fall.before.name)
        grid.put(first, 2, fall.before.value, fall.before.kind)
        for shift, step in enumerate(fall.steps, start=1):
            grid.put(first + shift, 1, step.name)
            grid.put(first + shift, 2, step.value, step.kind, signed=True)
        last = first + len(fall.steps) + 1
        grid.put(last, 1, fall.after.name, font=BOLD)
        value = round((fall.before.value or 0) + sum(step.value or 0 for step in fall.steps), 2)
        grid.put_formula(last, 2, f"B{first}+SUM(B{first + 1}:B{last - 1})", value, fall.after.kind, font=BOLD)
        grid.put(last + 1, 1, words("reported"), font=GREY)
        grid.put(last + 1, 2, fall.after.value, fall.after.kind)
        grid.put(last + 2, 1, words("difference"), font=GREY)
        difference = round(value - (fall.after.value or 0), 2)
        grid.put_formula(last + 2, 2, f"ROUND(B{last}-B{last + 1},2)", difference, Kind.MONEY)
        row = last + 4
        if fall.sentence:
            grid.text(row - 1, fall.sentence, columns=6)
            row += 1
    if not falls:
        grid.text(1, words("no_causes"), columns=6)


def write_definitions(grid: Grid, report: Report) -> None:
    """Write 口径, one figure a row."""
    words = grid.words
    grid.head(1, [words(name) for name in ("figure", "formula", "unit", "rule", "remark")])
    for row, one in enumerate(report.definitions, start=2):
        for place, text in enumerate((one.name, one.formula, one.unit, one.rule, one.note), start=1):
            grid.put(row, place, text or None)
    grid.sheet.freeze_panes = "B2"


def write_source(grid: Grid, report: Report) -> None:
    """Write what the report rests on: version, moment, files with their hashes."""
    grid.put(1, 1, "ShopDesk")
    grid.put(1, 2, report.version)
    grid.put(2, 1, "made_at")
    grid.put(2, 2, report.made_at.isoformat(timespec="seconds"))
    grid.put(3, 1, "kind")
    grid.put(3, 2, report.kind)
    grid.head(5, ["table", "file", "sha256", "imported_at", "rows"])
    for row, one in enumerate(report.sources, start=6):
        grid.put(row, 1, one.table)
        grid.put(row, 2, one.name)
        grid.put(row, 3, one.sha256)
        grid.put(row, 4, one.imported_at.isoformat(timespec="seconds"))
        grid.put(row, 5, one.rows, Kind.INTEGER)
