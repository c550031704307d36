"""Sums of fact rows by a name, as tables with a total: ratios are always made anew from the sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from shopdesk.app.kpi.reports.model import Column, Kind, Ratio, Table, Value
from shopdesk.domain.metrics import Good

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Summed:
    """A column that is a sum of a stored column; ``fen`` where that is integer fen."""

    key: str
    header: str
    stored: str
    kind: Kind
    fen: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A column that is a ratio of two summed ones."""

    key: str
    header: str
    kind: Kind
    ratio: Ratio
    good: Good = Good.CONTEXT


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums by name: ``by[name][column key]``; None where no row knew it."""

    by: Mapping[str, Mapping[str, float | None]]
    total: Mapping[str, float | None]


def sums_of(rows: pd.DataFrame, name: str, columns: Sequence[Summed]) -> Sums:
    """Return the sums of some columns by the text in ``name``; money in yuan."""
    present = [column for column in columns if column.stored in rows.columns]
    if rows.empty or name not in rows.columns or not present:
        return Sums({}, {})
    names = rows[name].astype("str").where(rows[name].notna(), "—")
    stored = list(dict.fromkeys(column.stored for column in present))
    grouped = rows[stored].astype(float).groupby(names).sum(min_count=1)
    by = {str(key): _scaled(dict(zip(stored, values, strict=True)), present) for key, values in _items(grouped)}
    total = rows[stored].astype(float).sum(min_count=1)
    return Sums(by, _scaled({column: float(total[column]) for column in stored}, present))


def _items(grouped: pd.DataFrame) -> list[tuple[str, list[float]]]:
    return list(zip(grouped.index.tolist(), grouped.to_numpy().tolist(), strict=True))


def _scaled(values: Mapping[str, float], columns: Sequence[Summed]) -> dict[str, float | None]:
    out: dict[str, float | None] = {}
    for column in columns:
        value = values[column.stored]
        out[column.key] = (value / 100 if column.fen else value) if isfinite(value) else None
    return out


def ratio_of(sums: Mapping[str, float | None], ratio: Ratio) -> float | None:
    """Return a ratio of sums, None where it can't be made."""
    above, below = sums.get(ratio.above), sums.get(ratio.below)
    return above / below * ratio.factor if above is not None and below else None


def table_of(
    key: str,
    title: str,
    head: str,
    sums: Sums,
    columns: Sequence[Summed | Made],
    *,
    names: Sequence[str],
    total: str,
    note: str = "",
) -> Table:
    """Return sums as a table of some names in order, with the total of all names where ``total`` names it."""
    kept = [
        column
        for column in columns
        if (
            column.key in sums.total
            if isinstance(column, Summed)
            else {column.ratio.above, column.ratio.below} <= set(sums.total)
        )
    ]
    heads = [Column("name", head, width=2.6)]
    for column in kept:
        made = isinstance(column, Made)
        heads.append(
            Column(
                column.key,
                column.header,
                column.kind,
                good=column.good if isinstance(column, Made) else Good.CONTEXT,
                ratio=column.ratio if isinstance(column, Made) else None,
                width=0.9 if made else 1.25 if column.kind is Kind.MONEY else 1.0,
            )
        )
    rows = tuple((name, *_cells(sums.by[name], kept)) for name in names)
    whole: tuple[Value, ...] | None = (total, *_cells(sums.total, kept)) if total else None
    return Table(key, title, tuple(heads), rows, whole, note)


def _cells(sums: Mapping[str, float | None], columns: Sequence[Summed | Made]) -> list[float | None]:
    return [sums.get(column.key) if isinstance(column, Summed) else ratio_of(sums, column.ratio) for column in columns]
