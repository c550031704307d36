"""A table on a page: columns as wide as their shares, text cut where it is too long, cut between rows at page ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from shopdesk.app.kpi.reports.model import Cell, Column, Entry, Kind, Ratio, Table
from shopdesk.app.kpi.reports.words import Words
from shopdesk.ui.kpi.reports import ink
from shopdesk.ui.kpi.reports.boxes import Behind, Box, rule

ROW: Final = 150
HEAD: Final = 165
NOTE: Final = 120
CELL_SIZE: Final = 78
INSET: Final = 40


class TableBox:
    """One table, or what a page holds of it; the head stands above each part."""

    keeps_with_next = False

    def __init__(self, table: Table, words: Words, *, first: int = 0, last: int | None = None) -> None:
        self._table, self._words = table, words
        self._rows = [*table.rows, *((table.total,) if table.total else ())]
        self._first, self._last = first, len(self._rows) if last is None else last
        self._ends = self._last == len(self._rows)

    def height(self, width: float) -> float:
        """Head, rows and the note under the last row."""
        return HEAD + (self._last - self._first) * ROW + self._note_height(width)

    def least(self, width: float) -> float:
        """Return what must stay together with a title above: the head and some rows."""
        return min(self.height(width), HEAD + 3 * ROW)

    def cut(self, width: float, height: float) -> tuple[Box, Box] | None:  # noqa: ARG002 (the protocol)
        """Cut after the last row that fits, with at least two rows on either side."""
        rows = int((height - HEAD) // ROW)
        if rows < 2 or rows > self._last - self._first - 2:
            return None
        middle = self._first + rows
        return (
            TableBox(self._table, self._words, first=self._first, last=middle),
            TableBox(self._table, self._words, first=middle, last=self._last),
        )

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw head and rows."""
        widths = self._widths(place.width())
        ink.fill(painter, QRectF(place.left(), place.top(), place.width(), HEAD), ink.PAPER.window)
        self._draw_head(painter, place, widths)
        top = place.top() + HEAD
        for number in range(self._first, self._last):
            is_total = self._table.total is not None and number == len(self._rows) - 1
            if is_total:
                rule(painter, place, top)
            self._draw_row(painter, place.left(), top, widths, self._rows[number], bold=is_total)
            top += ROW
            if not is_total:
                ink.line(
                    painter,
                    place.topLeft() + _down(top - place.top()),
                    place.topRight() + _down(top - place.top()),
                    ink.PAPER.grid_line,
                )
        if self._ends and self._table.note:
            note = QRectF(place.left(), top + 15, place.width(), self._note_height(place.width()))
            ink.write(painter, note, self._table.note, size=ink.SMALL, colour=ink.PAPER.secondary, wrapped=True)

    def behind(self, place: QRectF, point: QPointF) -> Behind | None:
        """Return the cell at a point: its row and column, and of a ratio the two sums that it is made of."""
        column = self._column_at(place, point.x())
        down = (point.y() - place.top() - HEAD) // ROW
        if column is None or down >= self._last - self._first:
            return None
        told = self._table.columns[column]
        metrics = frozenset({told.key, told.header})
        if down < 0:
            return Behind((header(self._words, told), *self._ratio_lines(told.ratio, None)), metrics)
        row = self._rows[self._first + int(down)]
        name = self._text(row, 0)
        shown = (name,) if column == 0 else (f"{name} · {told.header} {self._text(row, column)}",)
        return Behind((*shown, *self._ratio_lines(told.ratio, row)), metrics | {name})

    def _column_at(self, place: QRectF, x: float) -> int | None:
        left = place.left()
        for column, width in enumerate(self._widths(place.width())):
            if left <= x < left + width:
                return column
            left += width
        return None

    def _ratio_lines(self, ratio: Ratio | None, row: tuple[Entry, ...] | None) -> Iterator[str]:
        if ratio is None:
            return
        places = {column.key: number for number, column in enumerate(self._table.columns)}
        sums = [places[key] for key in (ratio.above, ratio.below)]
        parts = [
            " ".join([self._table.columns[one].header, *(() if row is None else (self._text(row, one),))])
            for one in sums
        ]
        yield " ÷ ".join(parts) + ("" if ratio.factor == 1 else f" × {ratio.factor:g}")

    def _text(self, row: tuple[Entry, ...], column: int) -> str:
        cell = self._table.cell(column, row[column])
        return self._words.value(cell.value, cell.kind, signed=cell.signed)

    def _note_height(self, width: float) -> float:
        if not (self._ends and self._table.note):
            return 0
        return ink.text_height(self._table.note, ink.SMALL, width) + 25

    def _widths(self, width: float) -> list[float]:
        shares = [column.width for column in self._table.columns]
        return [width * share / sum(shares) for share in shares]

    def _draw_head(self, painter: QPainter, place: QRectF, widths: list[float]) -> None:
        left = place.left()
        for column, width in zip(self._table.columns, widths, strict=True):
            text = header(self._words, column)
            size = ink.fitting(text, CELL_SIZE, width - 2 * INSET, smallest=54, bold=True)
            cell = QRectF(left + INSET, place.top(), width - 2 * INSET, HEAD)
            shown = ink.shortened(text, size, width - 2 * INSET, bold=True)
            ink.write(painter, cell, shown, size=size, bold=True, colour=ink.PAPER.secondary, align=self._align(column))
            left += width

    def _draw_row(
        self, painter: QPainter, left: float, top: float, widths: list[float], row: tuple[Entry, ...], *, bold: bool
    ) -> None:
        for place, (entry, width) in enumerate(zip(row, widths, strict=True)):
            cell = self._table.cell(place, entry)
            text = self._words.value(cell.value, cell.kind, signed=cell.signed)
            size = ink.fitting(text, CELL_SIZE, width - 2 * INSET, smallest=58, bold=bold)
            shown = text if cell.kind is not Kind.TEXT else ink.shortened(text, size, width - 2 * INSET, bold=bold)
            colour = ink.good_colour(cell.good) if cell.good else ink.PAPER.text
            box = QRectF(left + INSET, top, width - 2 * INSET, ROW)
            align = self._align(self._table.columns[place], cell)
            ink.write(painter, box, shown + self._badge(cell), size=size, bold=bold, colour=colour, align=align)
            left += width

    def _badge(self, cell: Cell) -> str:
        return {1: f" {self._words('good')}", -1: f" {self._words('bad')}"}.get(cell.good, "")

    def _align(self, column: Column, cell: Cell | None = None) -> Qt.AlignmentFlag:
        if column is self._table.columns[0]:
            return ink.LEFT
        kind = column.kind if cell is None else cell.kind
        is_mixed = cell is None and any(
            isinstance(row[self._table.columns.index(column)], Cell) for row in self._table.rows[:1]
        )
        return ink.LEFT if kind is Kind.TEXT and not is_mixed else ink.RIGHT


def header(words: Words, column: Column) -> str:
    """Return the header of a column, with the unit of money."""
    if column.kind is not Kind.MONEY or words("unit_money") in column.header:
        return column.header
    return f"{column.header}（{words('unit_money')}）" if words.chinese else f"{column.header} ({words('unit_money')})"


def _down(y: float) -> QPointF:
    return QPointF(0, y)
