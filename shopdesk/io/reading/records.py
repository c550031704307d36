"""Splits delimited text into records and survives quotes that never close."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from shopdesk.io.reading.limits import MIB_BYTES

QUOTED_LINES_LIMIT = 100  # a cell of more lines is a quote that was never closed
CELL_CHARS_LIMIT = 8 * MIB_BYTES
LINE_END = "\r\n"


class RecordReader:
    """Iterates over records; a record that swallows the rest of the file is taken as one plain line.

    ``last_raw`` is the raw text of the last record, ``unclosed_rows`` the 1-based rows with an open quote.
    """

    def __init__(self, stream: TextIO, delimiter: str) -> None:
        csv.field_size_limit(CELL_CHARS_LIMIT)
        self._lines = _Lines(stream)
        self._delimiter = delimiter
        self._reader = csv.reader(self._lines, delimiter=delimiter)
        self._row = 0
        self.unclosed_rows: list[int] = []

    @property
    def last_raw(self) -> str:
        """The raw text of the record that was returned last."""
        return "".join(self._lines.taken)

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        self._lines.taken.clear()
        try:
            record = next(self._reader)
        except (_TooManyLines, csv.Error):
            return self._plain_line()
        if self._lines.ended and len(self._lines.taken) > 1 and self.last_raw.count('"') % 2:
            return self._plain_line()
        self._row += 1
        return record or [""]

    def _plain_line(self) -> list[str]:
        """Take the first line as it stands and read the ones after it again."""
        taken = list(self._lines.taken)
        self._lines.push_back(taken[1:])
        self._lines.taken[:] = taken[:1]
        self._reader = csv.reader(self._lines, delimiter=self._delimiter)
        self._row += 1
        self.unclosed_rows.append(self._row)
        return taken[0].rstrip(LINE_END).split(self._delimiter)


class _TooManyLines(Exception):
    """Stops a record that goes on and on."""


class _Lines:
    """Hands out lines, remembers those of the current record, takes lines back."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= QUOTED_LINES_LIMIT:
            raise _TooManyLines
        line = self._back.popleft() if self._back else self._stream.readline()
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def push_back(self, lines: list[str]) -> None:
        self._back.extendleft(reversed(lines))
        self.ended = False
