"""Entries proposed by the sheets of a file, before any of them is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shopdesk.app.keywords.dictionary import RowIssue, entries_from_rows
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.entry_checks import Entries, Fault, entry_fault, kind_fault
from shopdesk.domain.keywords.lexicon import TermKind

if TYPE_CHECKING:
    from shopdesk.app.importing.model import RawSheet

MOST_ROWS: Final = 20_000
"""Rows of a sheet that are read: no dictionary is longer, and a wrong file is noticed."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An entry that a table brings. ``before`` is the shop's own of that name, ``fault`` why it can't be stored."""

    entry: DictionaryTerm
    before: DictionaryTerm | None
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What tables bring: entries in their order, and the rows that were refused or joined, with their sheet."""

    proposed: tuple[Proposed, ...]
    issues: tuple[tuple[str, RowIssue], ...] = ()


def texts_of(sheet: RawSheet) -> list[list[str | None]]:
    """Return a sheet's cells as rows of text, at most ``MOST_ROWS``."""
    cells = sheet.cells.slice(0, MOST_ROWS)
    columns = [[None if value is None else str(value) for value in column.to_pylist()] for column in cells.columns]
    return [list(row) for row in zip(*columns, strict=True)]


def read_tables(
    tables: Iterable[tuple[str, Sequence[Sequence[str | None]]]],
    *,
    kind: TermKind | None,
    known: Sequence[DictionaryTerm],
    own_names: Iterable[str] = (),
) -> Reading:
    """Return what named tables of text bring beside the entries that the shop has.

    ``kind`` holds for rows that name none (None: ordinary words); ``own_names`` are the shop's names by its data.
    """
    stored = {entry.term: entry for entry in known}
    merged = dict(stored)
    issues: list[tuple[str, RowIssue]] = []
    for name, rows in tables:
        found = entries_from_rows(rows, kind=kind, known=merged.values())
        merged |= {entry.term: entry for entry in found.entries}
        issues += [(name, issue) for issue in found.issues if issue.code != "two_kinds"]
    fresh = [entry for term, entry in merged.items() if stored.get(term) != entry]
    others = Entries(merged.values(), own_names=own_names)
    proposed = []
    for entry in fresh:
        before = stored.get(entry.term)
        moved = kind_fault(entry, before) if before is not None else None
        proposed.append(Proposed(entry, before, moved or entry_fault(entry, others, replaces=entry.term)))
    return Reading(tuple(proposed), tuple(issues))
