"""Where a pasted block goes in a week: headings cut off, hours spread over half hours, small blocks repeated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from shopdesk.ui.charts.heat_block import Block

Texts: TypeAlias = list[list[str]]
TextCell: TypeAlias = tuple[int, int, str]

_DAYS: Final = 7
_HOURS: Final = 24
_HALVES: Final = 48


@dataclass(frozen=True, slots=True)
class Pasted:
    """Texts by place, the block they cover, and how many fell outside the week.

    ``halves``: a week of half hours whose halves differ can't go into whole hours; then there are no cells.
    """

    cells: tuple[TextCell, ...]
    block: Block
    lost: int = 0
    halves: bool = False


def placed(block: Texts, target: Block, *, columns: int) -> Pasted:
    """Return where a block goes that is pasted onto a selection.

    One value fills the selection. A block goes in from the first cell; where the selection is a multiple of it, it is
    repeated as in a spreadsheet. A whole week of hours pasted at Monday 00:00 is spread over half hours, and a week of
    half hours is joined where both halves agree.
    """
    block = _without_headings(block)
    top, left, bottom, right = target
    if top == 0 and left == 0 and len(block) == _DAYS:
        block, halves = _fitted(block, columns)
        if halves:
            return Pasted((), target, halves=True)
    height, width = len(block), max(len(row) for row in block)
    rows, wide = _times(bottom - top + 1, height), _times(right - left + 1, width)
    cells: list[TextCell] = []
    lost = 0
    for row in range(rows * height):
        for column in range(wide * width):
            texts = block[row % height]
            if column % width >= len(texts):
                continue
            at = (top + row, left + column)
            if at[0] < _DAYS and at[1] < columns:
                cells.append((*at, texts[column % width]))
            else:
                lost += 1
    end = (min(_DAYS - 1, top + rows * height - 1), min(columns - 1, left + wide * width - 1))
    return Pasted(tuple(cells), (top, left, *end), lost)


def _times(room: int, size: int) -> int:
    return room // size if size and room % size == 0 else 1


def _fitted(block: Texts, columns: int) -> tuple[Texts, bool]:
    """Return the week at the grid's resolution, and whether its halves can't be joined."""
    if columns == _HALVES and all(len(row) == _HOURS for row in block):
        return [[text for text in row for _ in range(2)] for row in block], False
    if columns == _HOURS and all(len(row) == _HALVES for row in block):
        pairs = [[(row[at].strip(), row[at + 1].strip()) for at in range(0, _HALVES, 2)] for row in block]
        if any(first != second for row in pairs for first, second in row):
            return block, True
        return [[first for first, _ in row] for row in pairs], False
    return block, False


def _without_headings(block: Texts) -> Texts:
    """Drop a first row of hours and a first column of weekdays, as the copied table and other sheets have them."""
    if len(block) == _DAYS + 1 and not _is_figure(block[0][0]):
        block = block[1:]
    if block and all(len(row) in (_HOURS + 1, _HALVES + 1) and not _is_figure(row[0]) for row in block):
        block = [row[1:] for row in block]
    return block


def _is_figure(text: str) -> bool:
    """Whether a text may be a cell of the week: a figure, off in either language, or empty between figures."""
    plain = text.strip().removesuffix("%").removesuffix("％").strip()
    return plain.replace(".", "", 1).isdigit() or plain.casefold() in ("off", "关")


def filled(source: Block, target: Block) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return (cell, the cell it repeats) for every cell of ``target``, which contains ``source``."""
    top, left, bottom, right = source
    height, width = bottom - top + 1, right - left + 1
    return [
        ((row, column), (top + (row - top) % height, left + (column - left) % width))
        for row in range(target[0], target[2] + 1)
        for column in range(target[1], target[3] + 1)
    ]
