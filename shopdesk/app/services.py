"""What the window may ask of the rest of the program; ``bootstrap`` fills it, so that ``ui`` never meets ``io``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from shopdesk.domain.issues import Issue

if TYPE_CHECKING:
    from shopdesk.app.bidding.exporting import BidFiles
    from shopdesk.app.changes import Change
    from shopdesk.app.importing.model import Conversion, ImportOutcome, RawSheet, Recognition, Role, SourceFile
    from shopdesk.app.jobs import JobContext
    from shopdesk.app.keywords.rebuild_files import RebuildFiles
    from shopdesk.app.kpi.reports.model import Report
    from shopdesk.app.kpi.reports.names import Filled
    from shopdesk.app.settings import Settings
    from shopdesk.app.workspace import Workspace
    from shopdesk.domain.kpi.catalogue import Catalogue


class WorkspaceRefused(Exception):
    """A workspace file can't be opened or made: locked by another window, damaged, newer, no room."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.code)
        self.issue = issue


@dataclass(frozen=True, slots=True)
class AppPaths:
    """Folders that the user may open from the Help menu; each exists once asked for."""

    data: Path
    backups: Path
    logs: Path
    sample: Path  # the shipped files of the sample shop


@dataclass(frozen=True, slots=True)
class MappingTarget:
    """Something that a column of a report kind may be mapped to."""

    target: str
    role: Role
    zh: str
    en: str
    unit: str = ""  # a ``domain.metrics.Unit`` value for metrics, empty for dimensions


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report kind as the preview offers it."""

    kind: str
    platform: str
    table: str
    label_zh: str
    label_en: str
    targets: tuple[MappingTarget, ...] = ()
    platform_zh: str = ""
    platform_en: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How a prepared sheet meets what is already stored, in natural keys."""

    new: int = 0
    same: int = 0
    replaced: int = 0
    changed_values: int = 0  # cells of the replaced rows that differ


@dataclass(frozen=True, slots=True)
class Prepared:
    """One sheet (or one unreadable file: ``sheet`` None) as the preview shows it, before anything goes in.

    ``conversion`` is None where the sheet is not recognised or its mapping is incomplete;
    ``recognition`` None where the file could not be read. ``file_issues`` are the issues of reading.
    """

    source: SourceFile
    sheet: RawSheet | None
    recognition: Recognition | None
    conversion: Conversion | None
    overlap: Overlap = Overlap()
    encoding: str = ""
    format: str = ""
    sha256: str = ""
    file_issues: tuple[Issue, ...] = ()
    sheets_of_file: tuple[str, ...] = ()
    already_imported: bool = False  # the same bytes stand in the history as an active import
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Committed:
    """Imports that are stored but not yet active: ``change`` takes them in as one undoable step."""

    change: Change
    outcomes: tuple[ImportOutcome, ...]


class Importing(Protocol):
    """The import use cases. Every method may be slow and runs in a job; none touches the interface."""

    def kinds(self) -> Sequence[ReportKind]:
        """Return every report kind, the common ones of each platform first."""

    def prepare(
        self, paths: Sequence[Path], workspace: Workspace | None, context: JobContext, *, sample: bool = False
    ) -> list[Prepared]:
        """Expand, read, recognise and convert; never raises for a bad file, only ``Cancelled``."""

    def recognise_as(self, prepared: Prepared, *, kind: str, header_row: int | None) -> Recognition:
        """Return the mapping of a sheet under a kind ("" for: find it) and a 0-based header row that the user chose."""

    def reconvert(
        self, prepared: Prepared, recognition: Recognition, workspace: Workspace | None, context: JobContext
    ) -> Prepared:
        """Convert the sheet anew under an edited mapping."""

    def reread(
        self, prepared: Prepared, *, encoding: str, workspace: Workspace | None, context: JobContext
    ) -> list[Prepared]:
        """Read a text file anew in the encoding that the user chose."""

    def commit(
        self, prepared: Sequence[Prepared], workspace: Workspace, context: JobContext, *, keep_old: bool = False
    ) -> Committed:
        """Back up, then store the sheets durably as one batch, inactive; ``keep_old`` lets stored keys win."""

    def remember(self, recognition: Recognition, workspace: Workspace) -> None:
        """Remember a mapping made by hand for its header set."""

    def save_rejected(self, prepared: Sequence[Prepared], target: Path) -> None:
        """Write the refused rows with their reasons to .xlsx, so that they can be mended and dropped again."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One checked backup of a workspace."""

    path: Path
    made_at: datetime
    size_bytes: int


class Backups(Protocol):
    """Checked copies of the workspace."""

    def list(self, workspace: Path) -> Sequence[Backup]:
        """Return the backups of one workspace file, newest first."""

    def make(self, workspace: Workspace) -> Backup:
        """Write and check a backup now."""

    def restore(self, backup: Backup, target: Path) -> None:
        """Put a backup at ``target`` (a closed workspace; what stood there is backed up first)."""

    def save_copy(self, workspace: Workspace, target: Path) -> None:
        """Write a consistent copy of the open workspace; replaces ``target``."""


CellKind = Literal["text", "integer", "number", "money", "percent", "date", "datetime"]


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column of a written table; values are str, int, float, date or None (an empty cell)."""

    header: str
    kind: CellKind = "text"
    width: int = 0  # characters, 0: fitted


@dataclass(frozen=True, slots=True)
class ExportSheet:
    """A table to be written: rows in visual order. Text never becomes a formula."""

    name: str
    columns: tuple[ExportColumn, ...]
    rows: Sequence[Sequence[Any]]
    notes: tuple[str, ...] = ()  # lines under the table: period, filters, source


class ReportFiles(Protocol):
    """Writes reports; every method may be slow, runs in a job, and raises ``OSError``, e.g. where Excel has a file."""

    def write(self, path: Path, report: Report) -> None:
        """Write a report as .xlsx or .pdf, as the ending says; ValueError for another."""

    def fill(self, path: Path, report: Report, template: Path) -> Filled:
        """Write an Excel template of the operator's own with its named cells filled; raises ``TemplateRefused``."""

    def write_names(self, path: Path, language: str, metrics: Catalogue) -> None:
        """Write a workbook with all names that a template may use; ``metrics`` are those in force in the shop."""


@dataclass(frozen=True, slots=True)
class AppServices:
    """Everything behind the window. ``word_issue(issue, language)`` takes ``zh_CN`` or ``en``.

    ``open_workspace`` and ``create_workspace`` raise ``WorkspaceRefused``; the first also takes a file
    whose name doesn't end in .shopdesk. ``location_warning`` returns an issue where a file lies in a
    synchronised or network folder, else None. ``today`` is handed in so that tests and the sample agree.
    """

    version: str
    settings: Settings
    paths: AppPaths
    open_workspace: Callable[[Path], Workspace]
    create_workspace: Callable[[Path], Workspace]
    default_workspace: Callable[[str], Path]  # shop name -> a free path in the documents folder
    importing: Callable[[], Importing]  # built on first use: it is heavy
    backups: Backups
    word_issue: Callable[[Issue, str], str]
    write_workbook: Callable[[Path, Sequence[ExportSheet]], None]
    write_csv: Callable[[Path, ExportSheet], None]
    today: Callable[[], date]
    now: Callable[[], datetime]
    location_warning: Callable[[Path], Issue | None] = lambda _path: None
    log_file: Path | None = None
    reports: ReportFiles | None = None
    proposals: RebuildFiles | None = None
    bid_files: BidFiles | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)
