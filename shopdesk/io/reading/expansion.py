"""Finds the readable files behind what was dropped: files, folders, zips."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from shopdesk.app.importing.model import SourceFile
from shopdesk.domain.issues import Issue, Place, Severity
from shopdesk.io.reading.archives import (
    NESTED_MARK,
    format_of_zip,
    is_encrypted,
    members,
    open_zip,
    read_member,
    sniff_member,
)
from shopdesk.io.reading.events import Unreadable
from shopdesk.io.reading.limits import DEFAULT_LIMITS, Limits
from shopdesk.io.reading.sniffing import HEAD_BYTES, Format, sniff

LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
OWN_FILE = re.compile(r"\.shopdesk(?:\.lock|-wal|-shm|-journal)?$")
PROGRAM_TEXT = frozenset(
    [
        ".py",
        ".js",
        ".ts",
        ".css",
        ".json",
        ".md",
        ".log",
        ".ini",
        ".cfg",
        ".toml",
        ".yaml",
        ".yml",
        ".lnk",
        ".url",
        ".bat",
        ".cmd",
        ".ps1",
        ".sh",
        ".svg",
        ".c",
        ".h",
        ".java",
    ]
)
"""Text that is no table; only asked for files that nobody picked by name but that lie in a folder."""
TABLE_NAMES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".csv", ".tsv", ".zip")
"""Endings of names by which somebody expects a table: where there is none, that is said of each such file."""
NAMES_SHOWN = 5


@dataclass(slots=True)
class Survey:
    """The readable files, and what was left out and why."""

    sources: list[SourceFile] = field(default_factory=list)
    left_out: list[tuple[SourceFile, Issue]] = field(default_factory=list)

    @property
    def issues(self) -> list[Issue]:
        """What was left out and why, without where it lies."""
        return [issue for _source, issue in self.left_out]

    def refuse(self, source: SourceFile, code: str, severity: Severity, place: str = "", **values: str | int) -> None:
        """Leave out a file, folder or zip; ``place`` is its name as the user should see it."""
        self.left_out.append((source, Issue(code, severity, Place(place or source.path.name), values=values)))


def survey(paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS, check: Callable[[], None] = lambda: None) -> Survey:
    """Return the files behind files, folders and zips; ``check`` is called often and may raise to cancel.

    A file that was named itself, or whose name ends as that of a table, always comes back (reading it tells what is
    wrong); in folders and zips other foreign kinds are left out, with one issue for each folder or zip.
    """
    found = Survey()
    seen: set[Path] = set()
    for path in paths:
        check()
        if path.is_dir():
            _survey_folder(path, found, seen, limits, check)
        else:
            _add_file(path, found, seen, limits, named=True)
    return found


def _survey_folder(folder: Path, found: Survey, seen: set[Path], limits: Limits, check: Callable[[], None]) -> None:
    skipped: list[str] = []
    before = len(found.sources) + len(found.left_out)
    for count, path in enumerate(_files_below(folder, found, limits.folder_depth), start=1):
        check()
        if count > limits.folder_entries:
            found.refuse(SourceFile(folder), "file_folder_too_large", Severity.WARNING, limit=limits.folder_entries)
            break
        if not _add_file(path, found, seen, limits, named=False):
            skipped.append(path.name)
    _note_skipped(folder, skipped, found)
    if len(found.sources) + len(found.left_out) == before:
        found.refuse(SourceFile(folder), "file_folder_empty", Severity.FILE)


def _files_below(folder: Path, found: Survey, depth: int) -> Iterator[Path]:
    """Yield the files of a folder and below, in name order, without hidden ones and lock files."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name.casefold())
    except OSError:
        issue = Issue("file_folder_unreadable", Severity.FILE, Place(folder.name), str(folder))
        found.left_out.append((SourceFile(folder), issue))
        return
    for entry in entries:
        if _is_hidden(entry):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth > 0:
                yield from _files_below(folder / entry.name, found, depth - 1)
        elif entry.is_file():
            yield folder / entry.name


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    name = entry.name.casefold()
    if name.startswith((".", "~$")) or name in LITTER or OWN_FILE.search(name):
        return True
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _add_file(path: Path, found: Survey, seen: set[Path], limits: Limits, *, named: bool) -> bool:
    """Add a file, or what a zip holds; return False where a file in a folder is of a foreign kind."""
    resolved = path.resolve()
    if resolved in seen:
        return True
    seen.add(resolved)
    try:
        with path.open("rb") as stream:
            kind = sniff(stream.read(HEAD_BYTES))
        if kind is Format.ZIP:
            return _add_zip(path, found, limits, named=named)
    except (OSError, Unreadable):
        kind = Format.TEXT  # reading it will say what is wrong
    program_text = kind is Format.TEXT and path.suffix.lower() in PROGRAM_TEXT
    if not named and (_is_foreign(kind, path.name) or program_text):
        return False
    found.sources.append(SourceFile(path))
    return True


def _is_foreign(kind: Format, name: str) -> bool:
    """Return whether a file that nobody named may be left out without a word of its own."""
    return kind in {Format.FOREIGN, Format.EMPTY} and not name.casefold().endswith(TABLE_NAMES)


def _add_zip(path: Path, found: Survey, limits: Limits, *, named: bool) -> bool:
    with open_zip(path) as archive:
        kind = format_of_zip(archive)
    if not named and _is_foreign(kind, path.name):
        return False
    if kind is not Format.ARCHIVE:
        found.sources.append(SourceFile(path))
        return True
    skipped: list[str] = []
    before = len(found.sources) + len(found.left_out)
    _add_members(path, path, "", found, skipped, limits, limits.archive_depth)
    _note_skipped(path, skipped, found)
    if len(found.sources) + len(found.left_out) == before:
        found.refuse(SourceFile(path), "file_zip_empty", Severity.FILE)
    return True


def _add_members(
    path: Path, source: Path | bytes, prefix: str, found: Survey, skipped: list[str], limits: Limits, depth: int
) -> None:
    with open_zip(source) as archive:
        if len(archive.infolist()) > limits.archive_entries:
            limit = limits.archive_entries
            found.refuse(SourceFile(path), "file_zip_too_many_entries", Severity.WARNING, limit=limit)
        for member in members(archive, limits):
            entry = SourceFile(path, prefix + member.name)
            if is_encrypted(member):
                found.refuse(entry, "file_password", Severity.FILE, entry.full_name)
                continue
            try:
                kind = sniff_member(archive, member)
                inner = _inner_zip(source, member.name, limits) if kind is Format.ZIP else None
            except Unreadable as error:
                issue = Issue(error.code, Severity.FILE, Place(entry.full_name), values=dict(error.values))
                found.left_out.append((entry, issue))
                continue
            if inner is not None and depth <= 1:
                found.refuse(entry, "file_zip_nested", Severity.FILE, entry.full_name)
            elif inner is not None:
                nested = f"{prefix}{member.name}{NESTED_MARK}"
                _add_members(path, inner, nested, found, skipped, limits, depth - 1)
            elif _is_foreign(kind, member.name):
                skipped.append(member.name)
            else:
                found.sources.append(entry)


def _inner_zip(source: Path | bytes, name: str, limits: Limits) -> bytes | None:
    """Return the bytes of a zip within the zip, None where it is a workbook."""
    data = read_member(source, name, limits)
    with open_zip(data) as archive:
        return data if format_of_zip(archive) is Format.ARCHIVE else None


def _note_skipped(where: Path, skipped: list[str], found: Survey) -> None:
    if skipped:
        names = ", ".join(skipped[:NAMES_SHOWN]) + (" …" if len(skipped) > NAMES_SHOWN else "")
        found.refuse(SourceFile(where), "file_kinds_skipped", Severity.INFO, count=len(skipped), names=names)
