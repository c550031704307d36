"""What passes between reading a file, recognising it and storing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.domain.issues import Issue

if TYPE_CHECKING:
    import pyarrow as pa  # heavy, and not needed before the first paint


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One readable file; ``member`` names the entry where it stands inside a zip."""

    path: Path
    member: str = ""

    @property
    def label(self) -> str:
        """The name that the user sees and that recognition may take a date from."""
        return self.member.rsplit("/", 1)[-1] or self.path.name

    @property
    def full_name(self) -> str:
        """The name with that of the zip and its folders before it: where a member says no day, they may."""
        return f"{self.path.name}/{self.member}" if self.member else self.path.name

    @property
    def full_path(self) -> str:
        """The path that tells a file from every other one, the members of one zip too."""
        return f"{self.path}/{self.member}" if self.member else str(self.path)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as text: ``cells`` has columns ``c0`` … ``cN`` of string or dictionary of string, null where empty.

    Row *i* of ``cells`` is row ``first_row + i`` as Excel shows it (1-based), unless ``row_numbers``
    gives the numbers. Preamble and header rows are among the cells: recognition finds the header.
    """

    name: str
    cells: pa.Table
    first_row: int = 1
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class RawBook:
    """All sheets of a file. ``format`` is what the bytes said: xlsx, xls, xlsb, ods, html, xml2003, text."""

    source: SourceFile
    sheets: tuple[RawSheet, ...]
    format: str = ""
    encoding: str = ""
    sha256: str = ""
    size_bytes: int = 0
    issues: tuple[Issue, ...] = ()


class Role(StrEnum):
    """What a column is taken as."""

    DIMENSION = "dimension"  # target is a dimension or document column of the fact table
    METRIC = "metric"  # target is a canonical metric
    EXTRA = "extra"  # an unknown numeric column, kept under its own name
    PRIVATE = "private"  # personal data: dropped while parsing (buyer: hashed)
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """One column of the sheet: where its values go."""

    position: int
    header: str
    role: Role
    target: str = ""


@dataclass(frozen=True, slots=True)
class KindInfo:
    """One report kind as the preview names it; ``tabs`` are the pages it feeds (kpi, keywords, bidding, promotions)."""

    kind: str
    platform: str
    table: str
    label_zh: str
    label_en: str
    platform_zh: str
    platform_en: str
    tabs: tuple[str, ...]
    generic: bool = False


@dataclass(frozen=True, slots=True)
class TargetOption:
    """One thing that a column of a kind can be taken as, for the mapping view."""

    target: str
    role: Role
    label_zh: str
    label_en: str


@dataclass(frozen=True, slots=True)
class RememberedMapping:
    """What a user once said about a header set: the kind and what each column is, in sheet order."""

    kind: str
    columns: tuple[tuple[Role, str], ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a sheet was recognised as, and why; the user may edit it before it goes in.

    ``header_row`` is 0-based within the cells. ``why`` words the reason as an issue with values (for example
    which columns matched). ``candidates`` are the likeliest kinds with their scores, best first. ``constants`` are
    dimensions that hold for the whole sheet (the item that a file is about). ``date_from_name`` is the span of days
    found in the preamble or the file name where the sheet has no date column (``date_is_export_stamp``: it is only
    when the file was made); ``needs_date`` True means that the user must give one.
    """

    kind: str
    platform: str
    table: str
    score: float
    header_row: int
    columns: tuple[ColumnMapping, ...]
    matched: int = 0
    known: int = 0
    date_from_name: tuple[date, date] | None = None
    needs_date: bool = False
    remembered: bool = False
    shop: str = ""
    label_zh: str = ""
    label_en: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    why: Issue | None = None
    platform_zh: str = ""
    platform_en: str = ""
    tabs: tuple[str, ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    date_is_export_stamp: bool = False

    @property
    def header_signature(self) -> str:
        """The header set as text: mappings made by hand are remembered under it."""
        return "|".join(column.header for column in self.columns)


@dataclass(frozen=True, slots=True)
class Conversion:
    """The typed facts of one sheet: canonical names, natural key columns, constant ``kind``/``platform``.

    ``rejected`` holds the refused rows as text with their header, plus ``__row`` and ``__reason`` columns.
    ``more`` holds further fact tables of the same sheet, each with its table name. ``coded`` may hold ``frame`` once
    more with texts as distinct values and their places, as they are stored: finding those again takes its time.
    """

    recognition: Recognition
    frame: pa.Table
    issues: tuple[Issue, ...]
    rejected: pa.Table | None = None
    data_rows: int = 0
    first_date: date | None = None
    last_date: date | None = None
    extra_columns: tuple[str, ...] = ()
    more: tuple[tuple[str, pa.Table], ...] = ()
    coded: pa.Table | None = None

    @property
    def tables(self) -> tuple[tuple[str, pa.Table], ...]:
        """All fact tables of the sheet that hold rows, each with its table name."""
        return tuple((name, rows) for name, rows in ((self.recognition.table, self.frame), *self.more) if rows.num_rows)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What importing one sheet did, in rows; ``changed_values`` counts replaced figures."""

    source: SourceFile
    sheet: str
    kind: str
    platform: str
    rows: int
    stored: int = 0
    replaced: int = 0
    unchanged: int = 0
    rejected: int = 0
    changed_values: int = 0
    first_date: date | None = None
    last_date: date | None = None
    issues: tuple[Issue, ...] = ()
    import_id: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
