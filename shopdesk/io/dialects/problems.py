"""Collects what is wrong with a sheet: the first cells by name, the rest as a count; a broken file stays readable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from shopdesk.domain.issues import Issue, Place, Severity
from shopdesk.io.dialects.cells import Mask
from shopdesk.io.dialects.privacy import scrubbed_text

LISTED: Final = 200
VALUE_LETTERS: Final = 60

Rows = npt.NDArray[np.int64]


@dataclass(slots=True)
class Problems:
    """The issues of one sheet; ``rows`` are the row numbers as Excel shows them, by data row."""

    file: str
    sheet: str
    rows: Rows
    issues: list[Issue] = field(default_factory=list)

    def cells(self, code: str, where: Mask, *, column: str, texts: pa.Array | None, severity: Severity) -> None:
        """Add one issue a refused cell; beyond the first ones a single issue carries the count of the rest."""
        positions = np.flatnonzero(where)
        for position in positions[:LISTED]:
            text = texts[int(position)].as_py() if texts is not None else None
            place = Place(self.file, self.sheet, int(self.rows[position]), column)
            self.issues.append(Issue(code, severity, place, _short(text), {"count": 1}))
        rest = len(positions) - LISTED
        if rest > 0:
            place = Place(self.file, self.sheet, None, column)
            self.issues.append(Issue(code, severity, place, "", {"count": rest, "listed": LISTED}))

    def summary(self, code: str, where: Mask, *, column: str = "", text: str = "") -> None:
        """Add one note for all rows of a mask: its first row and the count."""
        positions = np.flatnonzero(where)
        if len(positions):
            place = Place(self.file, self.sheet, int(self.rows[positions[0]]), column)
            self.issues.append(Issue(code, Severity.INFO, place, _short(text), {"count": len(positions)}))

    def sheet_issue(
        self, code: str, severity: Severity, *, column: str = "", value: str = "", **values: str | int
    ) -> None:
        """Add one issue about the whole sheet or a whole column."""
        self.issues.append(Issue(code, severity, Place(self.file, self.sheet, None, column), _short(value), values))

    def kept(self, mask: Mask) -> None:
        """Forget the rows outside the mask: positions now count the remaining rows."""
        self.rows = self.rows[mask]


def _short(text: str | None) -> str:
    text = scrubbed_text(text or "")
    return text if len(text) <= VALUE_LETTERS else text[: VALUE_LETTERS - 1] + "…"
