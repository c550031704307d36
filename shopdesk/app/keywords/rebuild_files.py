"""The files that carry an accepted proposal into a console, and what ``io`` gives for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from shopdesk.app.services import ExportSheet
    from shopdesk.domain.keywords.rebuild.entries import Entry


class Form(StrEnum):
    """A form that a proposal can be written in."""

    GOOGLE_EDITOR = "google_editor"
    MICROSOFT_BULK = "microsoft_bulk"
    AMAZON_BULK = "amazon_bulk"  # a copy of the operator's own bulksheet with the changed cells
    WORKSHEET = "worksheet"  # a workbook for people, one sheet a plan


FORMS: Final = {
    "google_ads": (Form.GOOGLE_EDITOR,),
    "microsoft_ads": (Form.MICROSOFT_BULK,),
    "amazon": (Form.AMAZON_BULK,),
}
SUFFIXES: Final = {
    Form.GOOGLE_EDITOR: ".csv",
    Form.MICROSOFT_BULK: ".csv",
    Form.AMAZON_BULK: ".xlsx",
    Form.WORKSHEET: ".xlsx",
}


def forms_of(platform: str) -> tuple[Form, ...]:
    """Return the forms that fit a platform, the one that its console reads first."""
    return FORMS.get(platform, (Form.WORKSHEET,))


class BulkRefused(Exception):
    """A workbook is no bulksheet of Amazon; ``code`` says why: no_workbook, no_sheet, too_large, itself."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the entries: ``left_out`` are words that the file couldn't take.

    A workbook doesn't know them, or a change of their bid needs today's, which no file names.
    """

    path: Path
    entries: int
    left_out: tuple[str, ...] = ()


class RebuildFiles(Protocol):
    """Writes proposals; may be slow, runs in a job; ``OSError``, e.g. where Excel has the file, or ``BulkRefused``."""

    def write_editor(self, path: Path, entries: Sequence[Entry]) -> Written:
        """Write a CSV for Google Ads Editor."""

    def write_bulk(self, path: Path, entries: Sequence[Entry]) -> Written:
        """Write a bulk file 6.0 of Microsoft Ads."""

    def write_bulksheet(self, path: Path, entries: Sequence[Entry], workbook: Path) -> Written:
        """Write a copy of an Amazon bulksheet with the changed cells; never over the workbook itself."""

    def write_text(self, path: Path, text: str) -> None:
        """Write a plain text in UTF-8 with BOM, which every editor on Windows reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One file to be written: the entries, for people their sheets and the text to paste, for Amazon the workbook."""

    form: Form
    path: Path
    entries: tuple[Entry, ...]
    sheets: tuple[ExportSheet, ...] = ()
    paste: str = ""
    workbook: Path | None = None


def paste_file(path: Path) -> Path:
    """Return where the text to paste goes, beside its workbook."""
    return path.with_name(f"{path.stem}_粘贴.txt")


def write(order: Order, files: RebuildFiles, write_workbook: Callable[[Path, Sequence[ExportSheet]], None]) -> Written:
    """Write one file; a job's work."""
    match order.form:
        case Form.GOOGLE_EDITOR:
            return files.write_editor(order.path, order.entries)
        case Form.MICROSOFT_BULK:
            return files.write_bulk(order.path, order.entries)
        case Form.AMAZON_BULK:
            if order.workbook is None:
                raise BulkRefused("no_workbook")
            return files.write_bulksheet(order.path, order.entries, order.workbook)
        case _:
            write_workbook(order.path, order.sheets)
            if order.paste:
                files.write_text(paste_file(order.path), order.paste)
            return Written(order.path, len(order.entries))
