"""CSV for a console to read: no cell runs as a formula, and none holds a sign that the console would take for text."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

_STARTS_FORMULA: Final = ("=", "+", "-", "@")


def csv_bytes(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return rows as UTF-8 with BOM and CRLF; every text is made safe by ``platform_text``, a number stays as it is."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([cell if isinstance(cell, int) else platform_text(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", errors="replace")


def platform_text(text: str) -> str:
    """Return a text in one line that a spreadsheet takes for text and a console for the same words.

    The apostrophe that our other tables write before ``=``, ``+``, ``-`` or ``@`` would become part of the keyword in a
    console; a blank does not: consoles trim it (as our importer does), and a spreadsheet reads it as text.
    """
    line = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text).strip()
    return f" {line}" if line.startswith(_STARTS_FORMULA) else line


def yuan(fen: int | None) -> str:
    """Return an amount in the account's currency with two places, "" for None."""
    return "" if fen is None else f"{fen / 100:.2f}"


def whole(amount: float | None) -> str:
    """Return a budget, "" for None."""
    return "" if amount is None else f"{amount:.2f}"
