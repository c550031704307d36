"""The file reader of the app: any file as text cells, at the cost of that file only."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import pyarrow as pa

from shopdesk.app.importing.model import RawBook, RawSheet, SourceFile
from shopdesk.app.jobs import SILENT, JobContext
from shopdesk.domain.issues import Issue, Place, Severity
from shopdesk.domain.parallel import each
from shopdesk.io.reading.cells import column_names, compact, repeats, used_rows
from shopdesk.io.reading.events import (
    Cells,
    Digest,
    Event,
    FileFacts,
    Problem,
    Progress,
    SheetStart,
    TextEncoding,
    Unreadable,
)
from shopdesk.io.reading.expansion import Survey, survey
from shopdesk.io.reading.limits import DEFAULT_LIMITS, MIB_BYTES, Limits
from shopdesk.io.reading.parsing import Task
from shopdesk.io.reading.process import WorkerProcess, worker_command

LARGE_ROWS = 20_000  # smaller sheets stay plain text
WORKER_FILES = 100  # a worker is replaced after so many, so that what parsers leak stays small
WORKER_BYTES = 64 * MIB_BYTES  # and after a file of this size, because memory in pieces counts against its limit
VAGUE_FAILURES = frozenset({"file_damaged", "file_crash", "file_out_of_memory", "file_timeout"})


class SafeReader:
    """Implements ``app.ports.FileReader``; one reader serves several jobs at once, each with its own worker.

    ``read`` and ``expand`` never raise for what a file holds: that becomes issues.
    """

    def __init__(self, *, limits: Limits = DEFAULT_LIMITS, command: Sequence[str] | None = None) -> None:
        self._limits = limits
        self._command = list(command) if command is not None else worker_command()
        self._idle: list[tuple[WorkerProcess, int]] = []
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> SafeReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def prewarm(self) -> None:
        """Start a worker now, so that the first file need not wait for it; returns at once."""
        with self._lock:
            if not self._idle and not self._closed:
                self._idle.append((WorkerProcess(self._command), 0))

    def close(self) -> None:
        """End all idle workers; the reader is of no more use."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for worker, _ in idle:
            worker.kill()

    def expand(self, paths: Iterable[Path]) -> list[SourceFile]:
        """Return the readable files behind files, folders and zips."""
        return self.survey(paths).sources

    def survey(self, paths: Iterable[Path], context: JobContext = SILENT) -> Survey:
        """Return the readable files behind files, folders and zips, and issues for what was left out."""
        return survey(paths, self._limits, context.check)

    def read(self, source: SourceFile, context: JobContext, *, encoding: str = "") -> RawBook:
        """Return the sheets as text cells and the issues met; raises only ``Cancelled``.

        ``encoding`` is the user's choice for a text file (one of ``text_encoding.USER_ENCODINGS``), "" decides by
        the bytes.
        """
        context.report(None, source.label)
        first = self._attempt(Task(source.path, source.member, 0, encoding), context)
        if first.failure is None or not first.failure.retry:
            return first.book(source)
        second = self._attempt(Task(source.path, source.member, 1, encoding), context)
        return _better(first, second).book(source)

    def _attempt(self, task: Task, context: JobContext) -> _Assembly:
        assembly = _Assembly()
        size_bytes = _size_bytes(task.path)
        if isinstance(size_bytes, Unreadable):
            assembly.failure = size_bytes
            return assembly
        worker, files = self._take_worker()
        try:
            for event in worker.run(task, self._limits, context, self._limits.seconds(size_bytes)):
                assembly.add(event)
                if isinstance(event, Progress):
                    context.report(event.done, task.member or task.path.name)
        except Unreadable as error:
            assembly.failure = error
        finally:
            self._return_worker(worker, files + 1, reusable=size_bytes < WORKER_BYTES)
        return assembly

    def _take_worker(self) -> tuple[WorkerProcess, int]:
        with self._lock:
            while self._idle:
                worker, files = self._idle.pop()
                if worker.alive:
                    return worker, files
                worker.kill()
        return WorkerProcess(self._command), 0

    def _return_worker(self, worker: WorkerProcess, files: int, *, reusable: bool) -> None:
        """Keep the worker for the next file, or replace it by a fresh one that loads meanwhile."""
        with self._lock:
            if worker.alive and reusable and files < WORKER_FILES and not self._closed:
                self._idle.append((worker, files))
                return
        worker.kill()
        self.prewarm()


@dataclass(slots=True)
class _Assembly:
    """What has come of one file so far."""

    facts: FileFacts = field(default_factory=lambda: FileFacts("", 0))
    sha256: str = ""
    encoding: str = ""
    sheets: list[tuple[SheetStart, list[pa.RecordBatch]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failure: Unreadable | None = None
    cells: int = 0

    def add(self, event: Event) -> None:
        """Take in one event."""
        if isinstance(event, SheetStart):
            self.sheets.append((event, []))
        elif isinstance(event, Cells):
            self.sheets[-1][1].append(event.batch)
            self.cells += event.batch.num_rows * event.batch.num_columns
        elif isinstance(event, Problem):
            self.problems.append(event)
        elif isinstance(event, FileFacts):
            self.facts = event
        elif isinstance(event, Digest):
            self.sha256 = event.sha256
        elif isinstance(event, TextEncoding):
            self.encoding = event.name

    def book(self, source: SourceFile) -> RawBook:
        """Return the book; sheets without a cell are left out."""
        sheets = []
        for start, batches in self.sheets:
            table = joined(batches)
            if table.num_rows:
                sheets.append(RawSheet(name=start.name, cells=table, hidden=start.hidden))
        issues = [_issue(problem, source) for problem in self.problems]
        if self.failure is not None:
            severity = Severity.WARNING if sheets else Severity.FILE
            issues.append(Issue(self.failure.code, severity, Place(source.label), values=dict(self.failure.values)))
        elif not sheets:
            issues.append(Issue("file_no_cells", Severity.FILE, Place(source.label)))
        return RawBook(
            source=source,
            sheets=tuple(sheets),
            format=self.facts.format,
            encoding=self.encoding,
            sha256=self.sha256,
            size_bytes=self.facts.size_bytes,
            issues=tuple(issues),
        )


def _better(first: _Assembly, second: _Assembly) -> _Assembly:
    """Return what the two parsers together know of a file: the fuller cells, the clearer failure."""
    if second.failure is None and first.failure is not None:
        values: dict[str, str | int | float] = {"reason": first.failure.code}
        second.problems.append(Problem("file_second_parser", Severity.INFO, values=values))
        return second
    failure = first.failure
    if second.failure is not None and second.failure.code not in VAGUE_FAILURES:
        failure = second.failure
    best = second if second.cells > first.cells else first
    best.failure = failure
    return best


def joined(batches: Sequence[pa.RecordBatch]) -> pa.Table:
    """Return blocks of unlike width as one table without blank last rows and columns."""
    width = max((_used_columns(batch) for batch in batches), default=0)
    filled = [batch for batch in batches if batch.num_rows]
    while filled and not (rows := used_rows(filled[-1].columns[:width])):
        filled.pop()
    if filled:
        filled[-1] = filled[-1].slice(0, rows)
    parts = [[_column(batch, position) for batch in filled] for position in range(width)]
    columns = each(_joined_column, parts, rows=sum(batch.num_rows for batch in filled))
    return pa.table(columns, names=column_names(width))


def _column(batch: pa.RecordBatch, position: int) -> pa.Array:
    return batch.column(position) if position < batch.num_columns else pa.nulls(batch.num_rows, pa.string())


def _joined_column(parts: Sequence[pa.Array]) -> pa.ChunkedArray:
    """Return distinct texts with their places where texts come again, else plain text: a preview keeps it all."""
    if not any(pa.types.is_dictionary(part.type) for part in parts):
        texts = pa.chunked_array(parts, pa.string())
        return compact(texts.dictionary_encode()) if len(texts) >= LARGE_ROWS and repeats(texts) else texts
    if len(parts) == 1:
        return pa.chunked_array(parts)
    whole = pa.chunked_array([_coded(part) for part in parts]).unify_dictionaries()
    return compact(whole)


def _coded(part: pa.Array) -> pa.DictionaryArray:
    if not pa.types.is_dictionary(part.type):
        return part.dictionary_encode()
    return pa.DictionaryArray.from_arrays(part.indices.cast(pa.int32()), part.dictionary)


def _used_columns(batch: pa.RecordBatch) -> int:
    return next((n for n in range(batch.num_columns, 0, -1) if batch.column(n - 1).null_count < batch.num_rows), 0)


def _issue(problem: Problem, source: SourceFile) -> Issue:
    place = Place(source.label, problem.sheet, problem.row, problem.column)
    return Issue(problem.code, problem.severity, place, problem.value, dict(problem.values))


def _size_bytes(path: Path) -> int | Unreadable:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return Unreadable("file_missing")
    except OSError as error:
        return Unreadable("file_io_error", detail=error.strerror or "")
