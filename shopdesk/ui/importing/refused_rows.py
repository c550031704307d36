"""The rows that were refused, kept until the window closes, so that they can be saved, mended and dropped again.

They may hold names and addresses, so they never go into the shop file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shopdesk.app.importing.model import ImportOutcome
    from shopdesk.app.services import Prepared


class RefusedRows:
    """Refused rows by import; of a sheet nothing else is kept."""

    def __init__(self) -> None:
        self._by_import: dict[str, Prepared] = {}

    def keep(self, sheets: Sequence[Prepared], outcomes: Sequence[ImportOutcome]) -> None:
        """Take the refused rows of sheets that went in; both stand in the same order."""
        for sheet, outcome in zip(sheets, outcomes, strict=True):
            if outcome.import_id and has_refused(sheet):
                self._by_import[outcome.import_id] = slim(sheet)

    def of(self, import_ids: Iterable[str]) -> list[Prepared]:
        """Return what is still there of these imports."""
        return [self._by_import[name] for name in import_ids if name in self._by_import]


def has_refused(sheet: Prepared) -> bool:
    """Whether a sheet has refused rows."""
    rejected = sheet.conversion.rejected if sheet.conversion is not None else None
    return rejected is not None and rejected.num_rows > 0


def slim(sheet: Prepared) -> Prepared:
    """Return a sheet without its cells and figures."""
    if sheet.conversion is None:
        return sheet
    empty = sheet.conversion.frame.schema.empty_table()
    return replace(sheet, sheet=None, conversion=replace(sheet.conversion, frame=empty, more=(), coded=None))
