"""Cells as the text that Excel, WPS and this program exchange over the clipboard.

The plain form is tab-separated: a cell holding a tab, a line break or a quotation mark stands in ``"`` with
inner marks doubled. Line breaks inside cells are ``\\n`` on both sides. No Qt here: text in, text out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Final

QUOTE: Final = '"'
_SPECIAL: Final = ("\t", "\n", "\r", QUOTE)
_PLAIN: Final = re.compile(r"[^\t\n]*")
_LONGEST_QUOTED: Final = 2 * 32_767  # characters: Excel's longest cell with every mark doubled; bounds the search
_TEXT_CELL: Final = "mso-number-format:'\\@'"  # keeps order numbers and "=1+1" as text in Excel and WPS


def format_cells(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of cell texts as clipboard text.

    One row has no line end, so that one cell pastes cleanly into a text box; several rows end each line,
    as Excel does, so that blank last rows survive.
    """
    lines = ["\t".join(row if _is_plain(row) else [_quoted(cell) for cell in row]) for row in rows]
    if not lines:
        return ""
    text = "\n".join(lines)
    return text if len(lines) == 1 and text else text + "\n"


def parse_cells(text: str) -> list[list[str]]:
    """Return clipboard text as rows of cell texts (rows may differ in length); ``[]`` for empty text.

    A cell counts as quoted only where its closing mark stands before a tab, a line end or the end: Excel itself
    writes ``5" tube`` and ``"big" box`` without quoting, and these must come in as they are.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not text:
        return []
    if text.endswith("\n"):
        text = text[:-1]
    if QUOTE not in text:
        return [line.split("\t") for line in text.split("\n")]
    return _parse_quoted(text)


def format_html(rows: Iterable[Sequence[str]], *, text_columns: Sequence[bool]) -> str:
    """Return rows as an HTML table in which Excel keeps the given columns as text.

    Without it a 19-digit order number pasted into Excel loses its last digits and leading zeros vanish.
    """
    parts = ["<html><head><meta charset='utf-8'></head><body><table>"]
    for row in rows:
        cells = (
            f'<td style="{_TEXT_CELL}">{_escaped(cell)}</td>' if as_text else f"<td>{_escaped(cell)}</td>"
            for cell, as_text in zip(row, text_columns, strict=True)
        )
        parts.append("<tr>" + "".join(cells) + "</tr>")
    parts.append("</table></body></html>")
    return "".join(parts)


def _escaped(cell: str) -> str:
    return html.escape(cell).replace("\n", "<br style='mso-data-placement:same-cell'>")


def _is_plain(row: Sequence[str]) -> bool:
    joined = "".join(row)
    return not any(mark in joined for mark in _SPECIAL)


def _quoted(cell: str) -> str:
    if not any(mark in cell for mark in _SPECIAL):
        return cell
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return QUOTE + cell.replace(QUOTE, QUOTE * 2) + QUOTE


def _parse_quoted(text: str) -> list[list[str]]:
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while True:
        cell, at = _next_cell(text, at)
        row.append(cell)
        if at >= len(text):
            rows.append(row)
            return rows
        if text[at] == "\n":
            rows.append(row)
            row = []
        at += 1


def _next_cell(text: str, start: int) -> tuple[str, int]:
    """Return the cell that starts at ``start`` and the place of the tab, line end or end after it."""
    if text.startswith(QUOTE, start):
        closed = _closing_mark(text, start + 1)
        if closed is not None:
            return text[start + 1 : closed].replace(QUOTE * 2, QUOTE), closed + 1
    plain = _PLAIN.match(text, start)
    end = plain.end() if plain else start
    return text[start:end], end


def _closing_mark(text: str, start: int) -> int | None:
    limit = start + _LONGEST_QUOTED
    at = text.find(QUOTE, start, limit)
    while at >= 0:
        if text.startswith(QUOTE, at + 1):
            at = text.find(QUOTE, at + 2, limit)
            continue
        after = at + 1
        return at if after >= len(text) or text[after] in "\t\n" else None
    return None
