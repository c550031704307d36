"""Finds how a text file is laid out, from its first rows: delimiter, width, where the regular part begins."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass

from shopdesk.io.reading.limits import KIB_BYTES
from shopdesk.io.reading.records import RecordReader

DELIMITERS = (",", "\t", ";", "|")
SAMPLE_BYTES = 64 * KIB_BYTES
SAMPLE_RECORDS = 60
PREAMBLE_RECORDS = 30
FAST_COLUMNS_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class Layout:
    """A delimiter, the rows up to and with the header (``head``), and the width of all that follow.

    ``regular`` says that the sample's rows after the head have one width, so the fast parser may try.
    """

    delimiter: str
    head: tuple[list[str], ...]
    head_bytes: int
    width: int
    regular: bool


def find_layout(text: bytes, encoding: str = "utf-8", delimiter: str = "") -> Layout:
    """Return the layout that the first rows show; ``delimiter`` "" lets them decide."""
    sample = _sample(text, encoding)
    candidates = {mark: _records(sample, mark) for mark in (delimiter or DELIMITERS)}
    best = max(candidates, key=lambda mark: _regularity(candidates[mark]))
    records = candidates[best]
    width = Counter(len(record) for record, _ in records).most_common(1)[0][0]
    first = next((number for number, (record, _) in enumerate(records) if len(record) == width), 0)
    head = records[: first + 1]
    regular = (
        width <= FAST_COLUMNS_LIMIT
        and first <= PREAMBLE_RECORDS
        and "\ufffd" not in sample
        and all(len(record) == width for record, _ in records[first:])
    )
    head_bytes = len("".join(raw for _, raw in head).encode(encoding)) if regular else 0
    return Layout(best, tuple(record for record, _ in head), head_bytes, width, regular)


def _sample(text: bytes, encoding: str) -> str:
    sample = text[:SAMPLE_BYTES]
    if len(text) > SAMPLE_BYTES:
        end = sample.rfind(b"\n") + 1
        sample = sample[:end] if end else sample
    return sample.decode(encoding, errors="replace")


def _records(sample: str, delimiter: str) -> list[tuple[list[str], str]]:
    """Return the first records with the raw text of each."""
    reader = RecordReader(io.StringIO(sample, newline=""), delimiter)
    records = []
    for record in reader:
        records.append((record, reader.last_raw))
        if len(records) >= SAMPLE_RECORDS:
            break
    return records or [([""], "")]


def _regularity(records: list[tuple[list[str], str]]) -> tuple[float, int]:
    widths = Counter(len(record) for record, _ in records if len(record) > 1)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    share = count / len(records)
    return round(share * min(width, 12) ** 0.5, 3), width
