"""What a reader says while it reads: sheets, blocks of cells, problems; the worker sends them on."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa

from shopdesk.domain.issues import Severity


@dataclass(frozen=True, slots=True)
class SheetStart:
    """A sheet begins; the ``Cells`` that follow belong to it."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """A block of rows as columns ``c0`` …, string or dictionary of string; blocks of one sheet may differ in width."""

    batch: pa.RecordBatch


@dataclass(frozen=True, slots=True)
class Problem:
    """An issue without its file: the window's process knows which file it asked for."""

    code: str
    severity: Severity
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    values: dict[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """The share of the file that is read, 0 to 1."""

    done: float


@dataclass(frozen=True, slots=True)
class TextEncoding:
    """The encoding that a text file was read with."""

    name: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the bytes of the file are."""

    format: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Digest:
    """The checksum of the bytes; comes last, because it is computed beside the parsing."""

    sha256: str


Event = FileFacts | Digest | SheetStart | Cells | Problem | Progress | TextEncoding


class Unreadable(Exception):
    """Nothing (more) can be read, and why: an issue code with values.

    ``retry`` says whether another parser may do better.
    """

    def __init__(self, code: str, *, retry: bool = False, **values: str | int | float) -> None:
        super().__init__(code)
        self.code = code
        self.retry = retry
        self.values = values
