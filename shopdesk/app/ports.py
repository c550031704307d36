"""What the use cases need from the outside; ``io`` provides it, ``bootstrap`` hands it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.jobs import JobContext
from shopdesk.app.services import WorkspaceRefused
from shopdesk.domain.issues import Issue, Place, Severity

if TYPE_CHECKING:  # heavy, and not needed before the first paint
    import pyarrow as pa

    from shopdesk.app.importing.model import (
        Conversion,
        KindInfo,
        RawBook,
        RawSheet,
        Recognition,
        RememberedMapping,
        Role,
        SourceFile,
        TargetOption,
    )


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One file (or one sheet of it) that went in, as the import history shows it."""

    import_id: str
    batch_id: str  # files imported with one click share it: they are one undoable step
    path: str
    sha256: str
    kind: str
    platform: str
    table: str
    imported_at: datetime
    rows: int
    rejected: int
    first_date: date | None
    last_date: date | None
    active: bool
    sample: bool = False


class WorkspaceError(WorkspaceRefused):
    """The workspace file can't do what was asked; ``issue`` says why, to be worded for the user."""

    def __init__(self, code: str, **values: str | int | float) -> None:
        super().__init__(Issue(code, Severity.FILE, Place(file=str(values.get("path", ""))), values=values))

    @property
    def code(self) -> str:
        """The issue code, e.g. ``workspace_locked``."""
        return self.issue.code


class WorkspaceStore(Protocol):
    """The workspace file; every call that writes is one durable transaction."""

    @property
    def path(self) -> Path:
        """Where the file stands."""

    def load_rows(self, collection: Collection[Any]) -> dict[Key, Any]:
        """Return all rows of a collection; none where nothing was written to it yet."""

    def write_rows(self, edits: Sequence[RowEdit]) -> None:
        """Commit document edits in one transaction."""

    def imports(self) -> list[ImportRecord]:
        """Return all imports, oldest first, also those taken back."""

    def add_imports(self, additions: Sequence[tuple[ImportRecord, pa.Table]]) -> None:
        """Append imports with their typed frames in one transaction."""

    def activate_imports(self, imports: Mapping[str, bool]) -> None:
        """Take imports in or out in one transaction."""

    def backup(self, reason: str) -> Path | None:
        """Keep a checked copy of the file as it is; None where nothing changed since the last copy."""

    def save_copy(self, target: Path) -> None:
        """Write a checked copy elsewhere."""

    def check(self) -> list[str]:
        """Return what is wrong with the file, each in one technical line; [] where it is sound."""

    def chunk(self, import_id: str) -> pa.Table:
        """Return the typed frame of one import."""

    def setting(self, name: str) -> str | None:
        """Return one text stored with the workspace (its salt, its name)."""

    def set_setting(self, name: str, value: str) -> None:
        """Store one text with the workspace, outside undo."""

    def close(self) -> None:
        """Release the file and its lock."""


class Survey(Protocol):
    """The readable files behind some paths, and what was left out and why."""

    @property
    def sources(self) -> list[SourceFile]:
        """The files to read, in order."""

    @property
    def left_out(self) -> list[tuple[SourceFile, Issue]]:
        """What was refused before reading, and why; a note on a folder or zip stands with its path."""


class FileReader(Protocol):
    """Reads any file as text cells, safely."""

    def survey(self, paths: Iterable[Path], context: JobContext) -> Survey:
        """Return the readable files behind files, folders and zips, and issues for what was left out."""

    def read(self, source: SourceFile, context: JobContext, *, encoding: str = "") -> RawBook:
        """Return the sheets as text cells and the issues met; raises only ``Cancelled``.

        ``encoding`` is the user's choice for a text file, "" lets the bytes decide.
        """


class ReportDialects(Protocol):
    """Knows the report kinds."""

    def recognise(
        self, sheet: RawSheet, *, file_name: str, remembered: Mapping[str, RememberedMapping] | None = None
    ) -> Recognition:
        """Return what a sheet most likely is, with mapping and reasons; kind "" where unknown.

        ``remembered`` holds mappings made by hand, by header signature.
        """

    def kinds(self) -> tuple[KindInfo, ...]:
        """Return all report kinds, for choosing by hand."""

    def targets(self, kind: str) -> tuple[TargetOption, ...]:
        """Return what a column of this kind can be taken as."""

    def rebuild(
        self,
        sheet: RawSheet,
        recognition: Recognition,
        *,
        file_name: str,
        kind: str | None = None,
        header_row: int | None = None,
        columns: Mapping[int, tuple[Role, str]] | None = None,
    ) -> Recognition:
        """Return the recognition after the user changed kind, header row (0-based) or columns by position."""

    def samples(self, sheet: RawSheet, recognition: Recognition, position: int, *, count: int = 5) -> tuple[str, ...]:
        """Return the first values of a column below the header, as they stand in the file."""

    def convert(self, sheet: RawSheet, recognition: Recognition, *, salt: bytes, file_name: str = "") -> Conversion:
        """Return typed facts, issues and rejected rows of a sheet under a (possibly edited) mapping."""
