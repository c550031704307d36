"""Up to five competing shops: nothing imported tells of them, so that the sheet is left to be filled by hand."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.model import Column, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource

SHOPS: Final = 5
_COLUMNS: Final = ("shop", "price", "promotion", "new_items", "review_themes", "index")


def competitors(source: ReportSource) -> Section:
    """Return an empty table of the workbook and, in print, where it is."""
    words = source.words
    columns = tuple(Column(f"competitor_{name}", words(f"competitor_{name}"), Kind.TEXT) for name in _COLUMNS)
    empty = tuple(("",) * len(columns) for _ in range(SHOPS))
    title = words("competitors")
    table = Table("competitors", title, columns, empty, note=words("competitor_note"), pages=False)
    return Section("competitors", title, (Paragraph(words("competitor_by_hand"), Tone.NOTE), table))
