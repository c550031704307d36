"""A block of cells of a week grid: its cells, its name in words, and how it stretches to a place."""

from __future__ import annotations

from typing import TypeAlias

from shopdesk.ui.charts.day_labels import weekday_name

Block: TypeAlias = tuple[int, int, int, int]
"""Top, left, bottom, right; all included."""


def cells_of(block: Block | None) -> list[tuple[int, int]]:
    """Return (row, column) of every cell, row by row; none of no block."""
    if block is None:
        return []
    return [(row, column) for row in range(block[0], block[2] + 1) for column in range(block[1], block[3] + 1)]


def name_of(block: Block, *, columns: int) -> str:
    """Return a block in words, e.g. 周五–周日 20:00–23:00; ``columns``: hours or half hours of a day."""
    days = weekday_name(block[0]) if block[0] == block[2] else f"{weekday_name(block[0])}–{weekday_name(block[2])}"
    minutes = 60 if columns == 24 else 30
    start, end = block[1] * minutes, (block[3] + 1) * minutes
    return f"{days} {start // 60:02d}:{start % 60:02d}–{end // 60:02d}:{end % 60:02d}"


def stretched(block: Block, *, row: int, column: int) -> Block:
    """Return the block drawn out to a cell, in the one direction that lies further beyond its edge."""
    top, left, bottom, right = block
    beyond_rows = max(top - row, row - bottom, 0)
    beyond_columns = max(left - column, column - right, 0)
    if beyond_columns > beyond_rows:
        return top, min(left, column), bottom, max(right, column)
    return min(top, row), left, max(bottom, row), right
