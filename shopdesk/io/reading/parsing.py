"""Reads one file as events; runs in the worker process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from shopdesk.io.reading.archives import check_sizes, format_of_zip, open_zip, read_member
from shopdesk.io.reading.biff import read_biff
from shopdesk.io.reading.delimited import read_delimited
from shopdesk.io.reading.events import Digest, Event, FileFacts, Unreadable
from shopdesk.io.reading.html_tables import read_html
from shopdesk.io.reading.limits import MIB_BYTES, Limits
from shopdesk.io.reading.sniffing import HEAD_BYTES, Format, foreign_kind, sniff
from shopdesk.io.reading.spreadsheetml import read_spreadsheetml
from shopdesk.io.reading.workbook import read_workbook
from shopdesk.io.reading.xlsx_stream import stream_xlsx

Source = Path | bytes

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
BIFF_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book", "WORKBOOK", "BOOK"))
SECOND_READERS: dict[Format, Callable[[Source, Limits], Iterator[Event]]] = {
    Format.XLSX: stream_xlsx,
    Format.XLS: read_biff,
}


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read: which, with which parser (0 the fast one, 1 the patient one), in which encoding."""

    path: Path
    member: str = ""
    attempt: int = 0
    encoding: str = ""


def parse(task: Task, limits: Limits) -> Iterator[Event]:
    """Yield what a file holds; raises ``Unreadable``, ``OSError`` and whatever a parser dies of."""
    source: Source = read_member(task.path, task.member, limits) if task.member else task.path
    head, size_bytes = _head(source)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="digest") as digests:
        kind = _format(source, head, size_bytes, limits)
        yield FileFacts(kind.value, size_bytes)
        _check_kind(kind, head)
        if kind in {Format.HTML, Format.XML2003, Format.TEXT}:
            data = _text_bytes(source, size_bytes, limits)
            digest = digests.submit(_sha256, data)  # of what is read anyway: a second reading takes its time
            yield from _read_text(data, kind, limits, task.encoding)
        else:
            digest = digests.submit(_sha256, source)
            yield from _read_book(source, kind, limits, task.attempt)
        yield Digest(digest.result())


def _check_kind(kind: Format, head: bytes) -> None:
    if kind is Format.EMPTY:
        raise Unreadable("file_empty")
    if kind in {Format.FOREIGN, Format.ARCHIVE}:
        raise Unreadable("file_kind_unknown", kind=_kind_name(kind, head))


def _kind_name(kind: Format, head: bytes) -> str:
    return "zip" if kind is Format.ARCHIVE else foreign_kind(head) or "?"


def _read_book(source: Source, kind: Format, limits: Limits, attempt: int) -> Iterator[Event]:
    if kind is Format.XLS:
        _check_ole(source)
    if attempt == 0:
        yield from read_workbook(source, kind, limits)
    elif kind in SECOND_READERS:
        yield from SECOND_READERS[kind](source, limits)
    else:
        raise Unreadable("file_damaged", detail=kind.value)


def _head(source: Source) -> tuple[bytes, int]:
    if isinstance(source, bytes):
        return source[:HEAD_BYTES], len(source)
    with source.open("rb") as stream:
        return stream.read(HEAD_BYTES), source.stat().st_size


def _format(source: Source, head: bytes, size_bytes: int, limits: Limits) -> Format:
    kind = sniff(head)
    if kind is Format.ZIP:
        with open_zip(source) as archive:
            kind = format_of_zip(archive)
            check_sizes(archive, size_bytes, limits)
    return kind


def _text_bytes(source: Source, size_bytes: int, limits: Limits) -> bytes:
    if size_bytes > limits.text_bytes:
        raise Unreadable("file_too_large", limit_mib=limits.text_bytes // MIB_BYTES)
    return source if isinstance(source, bytes) else source.read_bytes()


def _read_text(data: bytes, kind: Format, limits: Limits, encoding: str) -> Iterator[Event]:
    if kind is Format.HTML:
        yield from read_html(data, limits)
    elif kind is Format.XML2003:
        yield from read_spreadsheetml(data, limits)
    else:
        yield from read_delimited(data, limits, encoding)


def _check_ole(source: Source) -> None:
    """Tell password protection and other programs' files from workbooks by the streams that the container names."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    if ENCRYPTED_PACKAGE in data:
        raise Unreadable("file_password")
    if data.startswith(b"\xd0\xcf") and not any(name in data for name in BIFF_STREAMS):
        raise Unreadable("file_kind_unknown", kind="OLE")


def _sha256(source: Source) -> str:
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    with source.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
