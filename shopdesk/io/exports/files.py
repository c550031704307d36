"""Fulfils ``app.keywords.rebuild_files.RebuildFiles``; what is heavy loads when a file is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopdesk.app.keywords.rebuild_files import Written
    from shopdesk.domain.keywords.rebuild.entries import Entry


class ProposalFiles:
    """Writes proposals for consoles, each file whole or not at all."""

    def write_editor(self, path: Path, entries: Sequence[Entry]) -> Written:
        """Write a CSV for Google Ads Editor."""
        from shopdesk.io.exports.google_editor import editor_csv

        kept, left_out = _with_bids(entries)
        return _written(path, editor_csv(kept), len(kept), left_out)

    def write_bulk(self, path: Path, entries: Sequence[Entry]) -> Written:
        """Write a bulk file 6.0 of Microsoft Ads."""
        from shopdesk.io.exports.microsoft_bulk import bulk_csv

        kept, left_out = _with_bids(entries)
        return _written(path, bulk_csv(kept), len(kept), left_out)

    def write_bulksheet(self, path: Path, entries: Sequence[Entry], workbook: Path) -> Written:
        """Write a copy of an Amazon bulksheet with the changed cells; never over the workbook itself."""
        from shopdesk.app.keywords.rebuild_files import BulkRefused
        from shopdesk.io.exports.amazon_bulk import edited_copy

        if path.exists() and path.samefile(workbook):
            raise BulkRefused("itself")
        data, done, left_out = edited_copy(workbook.read_bytes(), entries)
        return _written(path, data, done, left_out)

    def write_text(self, path: Path, text: str) -> None:
        """Write a plain text in UTF-8 with BOM, which every editor on Windows reads."""
        _written(path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8", errors="replace"), 1)


def _with_bids(entries: Sequence[Entry]) -> tuple[list[Entry], tuple[str, ...]]:
    """Return the entries without changes of bids that no file names, and their words: a CSV can't say "10 % less"."""
    kept = [one for one in entries if one.step is None or one.operation == "create"]
    return kept, tuple(one.keyword for one in entries if one.step is not None and one.operation != "create")


def _written(path: Path, data: bytes, entries: int, left_out: tuple[str, ...] = ()) -> Written:
    from shopdesk.app.keywords.rebuild_files import Written
    from shopdesk.io.atomic_file import write_beside

    write_beside(path, data)
    return Written(path, entries, left_out)
