"""Reads a large worksheet in blocks of rows, in bounded memory.

The fast parser holds a whole sheet (32 bytes a cell and more: over 2 GB for the largest legal one of 50 columns). So
the sheet's XML is cut at row ends, each piece is wrapped as a small workbook in memory with the same strings and
styles, and the pieces are parsed one or two at a time.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from shopdesk.io.reading.cells import batch_of_columns
from shopdesk.io.reading.limits import MIB_BYTES, Limits
from shopdesk.io.reading.xlsx_parts import SheetPart, XlsxParts
from shopdesk.io.reading.xlsx_scan import SheetScan, chunks, scan_text

SMALLEST_SHEET_BYTES = 256 * MIB_BYTES  # smaller sheets fit into memory whole and are read a tenth faster so
BLOCK_BYTES = 16 * MIB_BYTES
STRINGS_FOR_SMALL_BLOCKS_BYTES = 4 * MIB_BYTES  # each block parses the shared strings anew
THREADS = 2
HEAD_END = re.compile(rb"<sheetData\s*>")
ROW_START = re.compile(rb'<row\b[^>]*?\sr="(\d{1,7})"')
ROW_END = b"</row>"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


class Load(Protocol):
    """Reads a small workbook; says whether a mark stands before its rows and whether long numbers are among them."""

    def __call__(self, book: bytes, *, marked: bool, long_numbers: bool) -> pa.RecordBatch:
        """Return the rows; may run in several threads at once."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole rows of a sheet as XML: those after row ``after`` up to row ``last``."""

    rows: bytes
    after: int
    last: int


class NotCuttable(Exception):
    """The sheet's XML is not laid out as every common program writes it: read it in one piece."""


def is_large(archive: zipfile.ZipFile, part: SheetPart) -> bool:
    """Return whether reading in blocks pays."""
    return archive.getinfo(part.entry).file_size >= SMALLEST_SHEET_BYTES


def read_blocks(
    archive: zipfile.ZipFile, parts: XlsxParts, part: SheetPart, load: Load, limits: Limits
) -> Iterator[tuple[pa.RecordBatch, SheetScan]]:
    """Yield the rows of a sheet in order, with what stands in their XML; raises ``NotCuttable``."""
    strings = archive.read(parts.shared_strings) if parts.shared_strings else b""
    styles = archive.read(parts.styles) if parts.styles else b""
    block_bytes = BLOCK_BYTES if len(strings) <= STRINGS_FOR_SMALL_BLOCKS_BYTES else 8 * BLOCK_BYTES
    blocks = _cut(chunks(archive, part.entry, limits.unpacked_bytes), block_bytes)

    def work(block: Block) -> tuple[pa.RecordBatch, SheetScan]:
        scan = SheetScan()
        scan_text(block.rows, scan)
        book = _small_workbook(block, strings, styles, from_1904=parts.from_1904)
        batch = load(book, marked=block.after > 0, long_numbers=scan.long_numbers)
        return _placed(batch, block), scan

    with ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="block") as pool:
        pending: deque[Future[tuple[pa.RecordBatch, SheetScan]]] = deque()
        for block in blocks:
            pending.append(pool.submit(work, block))
            if len(pending) > THREADS:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _cut(pieces: Iterator[bytes], block_bytes: int) -> Iterator[Block]:
    """Yield the sheet's rows in blocks of about this size."""
    buffer = bytearray()
    head = None
    after = 0
    for piece in pieces:
        buffer += piece
        if head is None:
            head = HEAD_END.search(buffer)
            if head is None:
                if len(buffer) > MIB_BYTES:
                    raise NotCuttable
                continue
            del buffer[: head.end()]
        if len(buffer) >= block_bytes:
            end = buffer.rfind(ROW_END) + len(ROW_END)
            if end < len(ROW_END):
                raise NotCuttable
            block = _block(bytes(buffer[:end]), after)
            after = block.last
            del buffer[:end]
            yield block
    end = buffer.rfind(ROW_END) + len(ROW_END)
    if head is None or (not after and end < len(ROW_END)):
        raise NotCuttable
    if end >= len(ROW_END):
        yield _block(bytes(buffer[:end]), after)


def _block(rows: bytes, after: int) -> Block:
    first = ROW_START.search(rows)
    last = ROW_START.match(rows, max(0, rows.rfind(b"<row ")))
    if first is None or last is None or not after < int(first[1]) <= int(last[1]):
        raise NotCuttable
    return Block(rows, after, int(last[1]))


def _small_workbook(block: Block, strings: bytes, styles: bytes, *, from_1904: bool) -> bytes:
    """Return a workbook of these rows; a mark in column A of the row before fixes where they stand."""
    mark = f'<row r="{block.after}"><c r="A{block.after}" t="str"><v>x</v></c></row>' if block.after else ""
    head = f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{mark}'.encode()
    relation = f'<Relationship Id="rId{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'
    relations = relation.format(1, "worksheet", "worksheets/sheet1.xml")
    relations += relation.format(2, "sharedStrings", "sharedStrings.xml") if strings else ""
    relations += relation.format(3, "styles", "styles.xml") if styles else ""
    root = relation.format(1, "officeDocument", "xl/workbook.xml")
    epoch = '<workbookPr date1904="1"/>' if from_1904 else ""
    sheets = '<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as book:
        book.writestr("[Content_Types].xml", CONTENT_TYPES)
        book.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{root}</Relationships>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{epoch}{sheets}</workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>')
        if strings:
            book.writestr("xl/sharedStrings.xml", strings)
        if styles:
            book.writestr("xl/styles.xml", styles)
        book.writestr("xl/worksheets/sheet1.xml", b"".join((head, block.rows, b"</sheetData></worksheet>")))
    return buffer.getvalue()


def _placed(batch: pa.RecordBatch, block: Block) -> pa.RecordBatch:
    """Return the block's rows without the mark, blank rows at its end filled up."""
    rows = batch.slice(1) if block.after else batch
    missing = block.last - block.after - rows.num_rows
    if missing <= 0:
        return rows
    blank = pa.nulls(missing, pa.string())
    return batch_of_columns([pa.concat_arrays([column, blank]) for column in rows.columns] or [blank])
