"""The current figures: the newest value per natural key over all active imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.domain.facts import BASE_KEY, SPAN_KEY, TABLES, FactTable
from shopdesk.domain.natural_key import Codes, identities, key_parts, row_codes

Mask: TypeAlias = npt.NDArray[np.bool_]
_SPAN_COLUMNS = (*BASE_KEY, *SPAN_KEY)
_REGRAINED = frozenset(name for name in TABLES if name.startswith("ad_")) - {"ad_entity", "ad_region"}
"""Tables whose rows are parts of one spend; region reports by province and by city are two cuts kept side by side."""
_INTEGER_DIMENSIONS = ("hour", "weekday")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a new import would do to the stored figures, in rows; ``changed_values`` in cells."""

    stored: int = 0
    replaced: int = 0
    unchanged: int = 0
    changed_values: int = 0

    def __add__(self, other: Overlap) -> Overlap:
        return Overlap(
            self.stored + other.stored,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.changed_values + other.changed_values,
        )

    @property
    def changes_nothing(self) -> bool:
        """Whether the import holds nothing new."""
        return not self.stored and not self.replaced


def empty_table(name: str) -> pa.Table:
    """Return a fact table without rows, with its key columns typed."""
    table = TABLES.get(name)
    columns: dict[str, pa.DataType] = dict.fromkeys(("kind", *BASE_KEY), pa.string())
    if table is None or table.dated:
        columns |= dict.fromkeys(SPAN_KEY, pa.date32())
    for dimension in table.dimensions if table else ():
        columns[dimension] = pa.int8() if dimension in _INTEGER_DIMENSIONS else pa.string()
    return pa.schema(list(columns.items())).empty_table()


def current_table(name: str, chunks: Sequence[pa.Table]) -> pa.Table:
    """Return the newest value per natural key of the chunks, oldest first.

    A newer chunk replaces values by key, cell by cell: a column that it lacks keeps its older values.
    Days that only one chunk holds are taken as they are, without looking at keys.
    """
    filled = [chunk for chunk in chunks if chunk.num_rows]
    if not filled:
        return empty_table(name)
    if len(filled) == 1:
        return filled[0]
    table = TABLES[name]
    if not table.dated:
        return _merged(table, filled)
    shared = _shared_spans(filled)
    if not any(mask.any() for mask in shared):
        return _stack(filled)
    apart = [chunk.filter(pa.array(~mask)) if mask.any() else chunk for chunk, mask in zip(filled, shared, strict=True)]
    overlapping = [chunk.filter(pa.array(mask)) for chunk, mask in zip(filled, shared, strict=True) if mask.any()]
    overlapping = _in_one_grain(table, overlapping)
    return _stack([chunk for chunk in (*apart, _merged(table, overlapping)) if chunk.num_rows])


def overlap(name: str, *, current: pa.Table, incoming: pa.Table) -> Overlap:
    """Return what storing ``incoming`` would change in ``current`` figures."""
    if not current.num_rows or not incoming.num_rows:
        return Overlap(stored=incoming.num_rows)
    table = TABLES[name]
    if table.dated:
        current = _near(current, incoming)
        mask = _shared_spans([current, incoming])[0]
        if not mask.any():
            return Overlap(stored=incoming.num_rows)
        current = current.filter(pa.array(mask))
    rows = _stack([current, incoming])
    before = current.num_rows
    old, new = _partners(identities(table, rows, (before, incoming.num_rows)), before)
    changed = np.zeros(len(new), dtype=np.bool_)
    cells = 0
    for column in incoming.column_names:
        if column == "kind" or pa.types.is_null(incoming.schema.field(column).type):
            continue
        differs = _differs(rows.column(column), old, new + before)
        cells += int(differs.sum())
        changed |= differs
    replaced = int(changed.sum())
    recut = _recut_rows(table, current, incoming)
    recut[new] = False
    others = int(recut.sum())
    return Overlap(incoming.num_rows - len(new) - others, replaced + others, len(new) - replaced, cells)


def matching_rows(name: str, *, current: pa.Table, incoming: pa.Table) -> Mask:
    """Return for each incoming row whether its key is already stored."""
    found = np.zeros(incoming.num_rows, dtype=np.bool_)
    if current.num_rows and incoming.num_rows:
        rows = _stack([current, incoming])
        keys = identities(TABLES[name], rows, (current.num_rows, incoming.num_rows))
        found[_partners(keys, current.num_rows)[1]] = True
    return found


def _near(current: pa.Table, incoming: pa.Table) -> pa.Table:
    """Return the rows between the first and last day of the import: the cheap part of the search."""
    if any("date" not in table.column_names for table in (current, incoming)):
        return current
    span = pc.min_max(incoming.column("date"))
    if not span["min"].is_valid:
        return current
    dates = current.column("date")
    inside = pc.and_(pc.greater_equal(dates, span["min"]), pc.less_equal(dates, span["max"]))
    return current.filter(pc.or_kleene(inside, dates.is_null()))


def _partners(keys: Codes, before: int) -> tuple[Codes, Codes]:
    """Return positions of pairs with equal keys: in the first ``before`` rows, and counted from there on."""
    encoded = pa.array(keys).dictionary_encode()
    dense = encoded.indices.to_numpy()
    place = np.full(len(encoded.dictionary), -1, dtype=np.int64)
    place[dense[:before]] = np.arange(before)
    partner = place[dense[before:]]
    new = np.flatnonzero(partner >= 0)
    return partner[new], new


def _differs(column: Any, old: Codes, new: Codes) -> Mask:
    """Return where two selections of one column differ; missing equals missing."""
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    left, right = array.take(pa.array(old)), array.take(pa.array(new))
    unequal = pc.not_equal(left, right)
    one_missing = pc.xor(left.is_null(), right.is_null())
    return np.asarray(pc.fill_null(unequal, one_missing).to_numpy(zero_copy_only=False), dtype=np.bool_)


def _shared_spans(chunks: Sequence[pa.Table]) -> list[Mask]:
    """Return for each chunk which of its rows lie in a span (platform, shop, day) that another chunk has too."""
    spans = _stack([_only(chunk, _SPAN_COLUMNS) for chunk in chunks])
    codes = identities(FactTable("span", ()), spans, (spans.num_rows,))
    encoded = pa.array(codes).dictionary_encode()
    dense = encoded.indices.to_numpy()
    count = len(encoded.dictionary)
    holders = np.zeros(count, dtype=np.int64)
    pieces = np.split(dense, np.cumsum([chunk.num_rows for chunk in chunks])[:-1])
    for piece in pieces:
        holders[np.bincount(piece, minlength=count) > 0] += 1
    return [np.asarray(holders[piece] > 1, dtype=np.bool_) for piece in pieces]


def _only(chunk: pa.Table, columns: Sequence[str]) -> pa.Table:
    return chunk.select([column for column in columns if column in chunk.column_names])


def _merged(table: FactTable, chunks: Sequence[pa.Table]) -> pa.Table:
    rows = _stack(chunks)
    lengths = [chunk.num_rows for chunk in chunks]
    order, starts = _groups(identities(table, rows, lengths))
    ends = np.r_[starts[1:], len(order)] - 1
    last = order[ends]
    keep = np.argsort(last, kind="stable")  # the order of the newest file
    everywhere = rows.take(pa.array(last[keep]))
    for name in rows.column_names:
        holders = [_holds(chunk, name) for chunk in chunks]
        if all(holders):
            continue
        newest = _newest_with_column(order, starts, np.repeat(holders, lengths))[keep]
        values = rows.column(name).combine_chunks().take(pa.array(newest, mask=newest < 0))
        everywhere = everywhere.set_column(everywhere.schema.get_field_index(name), name, values)
    return everywhere


def _in_one_grain(table: FactTable, chunks: Sequence[pa.Table]) -> list[pa.Table]:
    """Return the chunks without rows that a newer file cuts finer or coarser: they are the same spend.

    An advertising report downloaded without its item columns must replace the rows by item, never stand beside them.
    """
    grains = [_grain(table, chunk) for chunk in chunks]
    if table.name not in _REGRAINED or len(set(grains)) == 1:
        return list(chunks)
    kept = []
    for position, (chunk, grain) in enumerate(zip(chunks, grains, strict=True)):
        keep = np.ones(chunk.num_rows, dtype=np.bool_)
        for other in set(grains[position + 1 :]):
            if not (grain < other or other < grain):
                continue
            common = _common(table, grain, other)
            newer = [
                later for later, own in zip(chunks[position + 1 :], grains[position + 1 :], strict=True) if own == other
            ]
            codes = row_codes(FactTable(table.name, common), [chunk, *newer])
            keep &= ~np.isin(codes[0], np.concatenate(codes[1:]))
        kept.append(chunk.filter(pa.array(keep)))
    return [chunk for chunk in kept if chunk.num_rows]


def _recut_rows(table: FactTable, current: pa.Table, incoming: pa.Table) -> Mask:
    """Return the new rows that take the place of stored ones of a finer or coarser cut."""
    old, new = _grain(table, current), _grain(table, incoming)
    if table.name not in _REGRAINED or not (old < new or new < old):
        return np.zeros(incoming.num_rows, dtype=np.bool_)
    codes = row_codes(FactTable(table.name, _common(table, old, new)), [current, incoming])
    return np.asarray(np.isin(codes[1], codes[0]), dtype=np.bool_)


def _common(table: FactTable, grain: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(column for part in key_parts(table) if part in grain & other for column in part)


def _grain(table: FactTable, chunk: pa.Table) -> frozenset[tuple[str, ...]]:
    """Return the parts of the key, beyond platform, shop and day, that a chunk is cut by."""
    filled = {name for name in chunk.column_names if chunk.column(name).null_count < chunk.num_rows}
    parts = key_parts(table)[len(_SPAN_COLUMNS) :]
    return frozenset(part for part in parts if not filled.isdisjoint(part))


def _holds(chunk: pa.Table, name: str) -> bool:
    return name in chunk.column_names and not pa.types.is_null(chunk.schema.field(name).type)


def _groups(keys: Codes) -> tuple[Codes, Codes]:
    """Return the row order that brings equal keys together, oldest first, and where each group starts."""
    encoded = pa.array(keys).dictionary_encode()
    dense = encoded.indices.to_numpy().astype(np.int64)
    order = np.argsort(dense, kind="stable")
    ordered = dense[order]
    return order, np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])


def _newest_with_column(order: Codes, starts: Codes, has_column: Mask) -> Codes:
    """Return by group the newest row whose chunk has the column, -1 where none has."""
    places = np.where(has_column[order], np.arange(len(order), dtype=np.int64), -1)
    newest = np.maximum.reduceat(places, starts)
    return np.where(newest >= 0, order[np.maximum(newest, 0)], -1)


def _stack(tables: Sequence[pa.Table]) -> pa.Table:
    """Return the tables below one another; a column of numbers in one and text in another becomes text."""
    try:
        stacked = pa.concat_tables(tables, promote_options="permissive")
    except (pa.ArrowTypeError, pa.ArrowInvalid):
        stacked = pa.concat_tables(
            [_texts_where_mixed(table, tables) for table in tables], promote_options="permissive"
        )
    return stacked.combine_chunks()


def _texts_where_mixed(table: pa.Table, tables: Sequence[pa.Table]) -> pa.Table:
    for position, field in enumerate(table.schema):
        kinds = {other.schema.field(field.name).type for other in tables if field.name in other.column_names}
        if pa.string() in kinds and field.type != pa.string():
            table = table.set_column(position, field.name, table.column(position).cast(pa.string()))
    return table
