"""The table twin of a chart: what a picture shows, as columns and rows, for screen readers, Excel and doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from shopdesk.ui import formats

ValueFormat: TypeAlias = Callable[[float], str]
Cell: TypeAlias = str | float | int | date | None


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Plotted data: ``rows`` hold raw values (None where unknown), one cell a column.

    ``formats`` words the numbers of a column, None for text and dates; it may be shorter than ``columns``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    formats: tuple[ValueFormat | None, ...] = ()

    def text(self, row: int, column: int) -> str:
        """Return a cell as shown: "—" for unknown."""
        return self.word(column, self.rows[row][column])

    def word(self, column: int, value: Cell) -> str:
        """Return a value as it is shown in a column."""
        if value is None:
            return formats.UNKNOWN
        if isinstance(value, date):
            return f"{value:%Y-%m-%d}"
        if isinstance(value, str):
            return value
        wording = self.formats[column] if column < len(self.formats) else None
        return wording(float(value)) if wording else formats.full(value, decimals=0 if float(value).is_integer() else 2)


def known(value: float) -> float | None:
    """Return a value for a table cell: None for NaN and infinities."""
    return float(value) if formats.is_known(value) else None
