"""A sheet that is written cell by cell: formats by kind, text that never runs, formulas with their value beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from shopdesk.app.kpi.reports.model import Kind, Value
from shopdesk.app.kpi.reports.words import Words
from shopdesk.io.excel_writer import clean_text

NARROWEST: Final = 9
WIDEST: Final = 48
HEAD_FILL: Final = PatternFill("solid", start_color="FFF4F5F7")
GOOD_FILL: Final = PatternFill("solid", start_color="FFE8F1FF", end_color="FFE8F1FF")
BAD_FILL: Final = PatternFill("solid", start_color="FFFFF3D6", end_color="FFFFF3D6")
GOOD_FONT: Final = Font(color="FF0E4FD0")
BAD_FONT: Final = Font(color="FF7A5200")
GREY: Final = Font(color="FF5C6370")
BOLD: Final = Font(bold=True)
LINE: Final = Border(top=Side("thin", color="FFE1E4EA"))
_PLAIN: Final = {
    Kind.INTEGER: "#,##0",
    Kind.NUMBER: "#,##0.00",
    Kind.MONEY: "#,##0.00",
    Kind.PERCENT: "0.00%",
    Kind.TIMES: "0.00",
    Kind.DATE: "yyyy-mm-dd",
    Kind.TEXT: "@",
}


class Grid:
    """One sheet; rows and columns count from 1. ``cached`` holds the value of each formula by its cell."""

    def __init__(self, sheet: Any, words: Words) -> None:
        self.sheet, self.words = sheet, words
        self.cached: dict[str, float | str] = {}
        self._widths: dict[int, int] = {}

    def put(
        self,
        row: int,
        column: int,
        value: Value | datetime,
        kind: Kind = Kind.TEXT,
        *,
        signed: bool = False,
        font: Font | None = None,
    ) -> Any:
        """Write one value; None leaves the cell empty."""
        cell = self.sheet.cell(row, column)
        if value is None:
            return cell
        if isinstance(value, str):
            cell.value = clean_text(value)
            cell.data_type = "s"  # openpyxl takes a leading "=" for a formula
            cell.number_format = "@"
            self._widen(column, value)
        else:
            cell.value = value
            cell.number_format = self.number_format(kind, signed=signed)
            cell.alignment = Alignment(horizontal="right")
            self._widen(
                column, self.words.value(value, kind, signed=signed) if not isinstance(value, date) else "0000-00-00"
            )
        if font is not None:
            cell.font = font
        return cell

    def put_formula(
        self,
        row: int,
        column: int,
        formula: str,
        value: float | str,
        kind: Kind,
        *,
        signed: bool = False,
        font: Font | None = None,
    ) -> Any:
        """Write a formula of our own making with the value that it has now."""
        cell = self.put(row, column, 0, kind, signed=signed, font=font)
        cell.value = f"={formula}"
        self.cached[cell.coordinate] = value
        if not isinstance(value, str):
            self._widen(column, self.words.value(value, kind, signed=signed))
        return cell

    def number_format(self, kind: Kind, *, signed: bool = False) -> str:
        """Return the Excel format of a kind."""
        if kind is Kind.POINTS:
            unit = self.words("points")
            return f'+0.00"{unit}";-0.00"{unit}";0.00"{unit}"'
        plain = _PLAIN[kind]
        return f"+{plain};-{plain};{plain}" if signed and kind not in (Kind.TEXT, Kind.DATE) else plain

    def head(self, row: int, headers: Sequence[str], kinds: Sequence[Kind] = ()) -> None:
        """Write a row of headers, those of numbers at the right."""
        for place, header in enumerate(headers, start=1):
            cell = self.put(row, place, header, font=BOLD)
            cell.fill = HEAD_FILL
            is_number = place <= len(kinds) and kinds[place - 1] is not Kind.TEXT
            cell.alignment = Alignment(horizontal="right" if is_number else "left", wrap_text=True, vertical="center")

    def text(self, row: int, text: str, *, columns: int, first: int = 1, font: Font | None = None) -> None:
        """Write a paragraph over several columns, as high as its lines."""
        widths = self._widths.copy()
        cell = self.put(row, first, text, font=font)
        self._widths = widths
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        self.sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=columns)
        self.sheet.row_dimensions[row].height = 16 * -(-_width(text) // (columns * 13)) + 2

    def judge(self, cell: str, *, up_is_good: bool) -> None:
        """Colour a cell by good and bad, as long as its number says so."""
        above, below = (GOOD_FILL, BAD_FILL) if up_is_good else (BAD_FILL, GOOD_FILL)
        fonts = (GOOD_FONT, BAD_FONT) if up_is_good else (BAD_FONT, GOOD_FONT)
        rules = self.sheet.conditional_formatting
        rules.add(cell, CellIsRule(operator="greaterThan", formula=["0"], fill=above, font=fonts[0]))
        rules.add(cell, CellIsRule(operator="lessThan", formula=["0"], fill=below, font=fonts[1]))

    def finish(self, *, as_of: str, landscape: bool = False, one_page: bool = False) -> None:
        """Set column widths and the print on A4."""
        for column, width in self._widths.items():
            self.sheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, NARROWEST), WIDEST)
        setup = self.sheet.page_setup
        setup.paperSize, setup.orientation = self.sheet.PAPERSIZE_A4, "landscape" if landscape else "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, int(one_page)
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.sheet.oddFooter.left.text = as_of
        self.sheet.oddFooter.right.text = "&P / &N"

    def _widen(self, column: int, text: str) -> None:
        self._widths[column] = max(self._widths.get(column, 0), _width(text))


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)


def cell_name(row: int, column: int) -> str:
    """Return B5 for row 5, column 2."""
    return f"{get_column_letter(column)}{row}"
