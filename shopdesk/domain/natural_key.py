"""What makes two rows the same row, vectorised; shared by the merge of imports and by the dialects.

``key_codes`` is the whole interface for one frame: equal integers mean equal natural keys as
``domain/facts.py`` declares them. A missing key column counts as empty, empty text counts as missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.domain.facts import BASE_KEY, SPAN_KEY, FactTable
from shopdesk.domain.parallel import each

Codes: TypeAlias = npt.NDArray[np.int64]
_CODE_LIMIT = 1 << 62
_DENSE_ROOM = 4  # codes up to so many times their number are counted: quicker than sorting


def key_parts(table: FactTable) -> tuple[tuple[str, ...], ...]:
    """Return the parts of the key in order; a part of two columns is (id, name that stands in for it)."""
    parts: list[tuple[str, ...]] = [(column,) for column in (*BASE_KEY, *(SPAN_KEY if table.dated else ()))]
    dimensions = table.dimensions
    for column in dimensions:
        if column.endswith("_id"):
            name = column.removesuffix("_id")
            parts.append((column, name) if name in dimensions else (column,))
        elif f"{column}_id" not in dimensions:
            parts.append((column,))
    return tuple(parts)


def key_column_names(table: FactTable) -> tuple[str, ...]:
    """Return all columns that may take part in the key."""
    return tuple(column for part in key_parts(table) for column in part)


def key_codes(table: FactTable, rows: pa.Table) -> Codes:
    """Return one integer per row, equal exactly where the natural keys are equal.

    Codes compare only within this call. The ordinal of repeated facts is not in them: see ``ordinals``.
    """
    keys: Codes = np.zeros(rows.num_rows, dtype=np.int64)
    cardinality = 1
    parts = each(lambda part: _part_codes(rows, part), key_parts(table), rows=rows.num_rows)
    for codes, count in parts:
        if count <= 1:
            continue
        if cardinality * count >= _CODE_LIMIT:
            keys, cardinality = _dense(pa.array(keys))
        keys = keys * count + codes
        cardinality *= count
    return keys


def are_distinct(table: FactTable, rows: pa.Table) -> bool:
    """Return whether the days and the last id of the key already tell all rows apart, as in most reports.

    False says nothing: then the whole key must be looked at. Rows that differ in a part of the key differ in the key.
    """
    parts = [part for part in key_parts(table) if part[0] in rows.column_names]
    ids = [part for part in parts if part[0].endswith("_id")]
    days = [part for part in parts if part[0] == "date"]
    keys: Codes = np.zeros(rows.num_rows, dtype=np.int64)
    room = 1
    for codes, count in each(lambda part: _part_codes(rows, part), [*days, *ids[-1:]], rows=rows.num_rows):
        keys, room = keys * count + codes, room * count  # of two columns: far below 2⁶³
    return room >= rows.num_rows and not has_repeats(keys)


def row_codes(table: FactTable, frames: Sequence[pa.Table]) -> list[Codes]:
    """Return ``key_codes`` of several frames, comparable with one another."""
    if not frames:
        return []
    names = key_column_names(table)
    narrow = [frame.select([name for name in names if name in frame.column_names]) for frame in frames]
    joined = pa.concat_tables(narrow, promote_options="permissive")
    ends = np.cumsum([frame.num_rows for frame in frames])[:-1]
    return list(np.split(key_codes(table, joined), ends))


def last_of_each(codes: Codes) -> npt.NDArray[np.bool_]:
    """Return a mask of the rows that are the last of their key."""
    dense, count = _dense(pa.array(codes))
    last = np.zeros(count, dtype=np.int64)
    np.maximum.at(last, dense, np.arange(len(dense)))
    keep = np.zeros(len(codes), dtype=np.bool_)
    keep[last] = True
    return keep


def has_repeats(codes: Codes) -> bool:
    """Return whether any key stands in more than one row."""
    room = int(codes.max(initial=0)) + 1
    if room <= _DENSE_ROOM * len(codes):
        return bool(np.bincount(codes).max(initial=0) > 1)
    ordered = np.sort(codes)
    return bool((ordered[1:] == ordered[:-1]).any())


def ordinals(keys: Codes) -> Codes:
    """Return for each row how many rows with the same key stand before it."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(keys) else np.empty(0, dtype=np.int64)
    counts = np.diff(np.r_[starts, len(keys)])
    result = np.empty(len(keys), dtype=np.int64)
    result[order] = np.arange(len(keys), dtype=np.int64) - np.repeat(starts, counts)
    return result


def identities(table: FactTable, rows: pa.Table, lengths: Sequence[int]) -> Codes:
    """Return one integer per row of files laid one after the other (``lengths`` rows each).

    Equal integers are the same fact. Where the table repeats, the ordinal within its file belongs to it.
    """
    keys = key_codes(table, rows)
    if not table.repeats:
        return keys
    ends = np.cumsum(np.asarray(lengths, dtype=np.int64))
    places = [ordinals(keys[end - length : end]) for end, length in zip(ends, lengths, strict=True)]
    place = np.concatenate(places) if places else np.empty(0, dtype=np.int64)
    dense, _count = _dense(pa.array(keys))
    return dense * (int(place.max(initial=0)) + 1) + place


def _part_codes(rows: pa.Table, part: tuple[str, ...]) -> tuple[Codes, int]:
    """Return codes from 0 and their count; 0 is missing."""
    codes, count = _column_codes(rows, part[0])
    if len(part) == 1 or codes.all():
        return codes, count
    names, name_count = _column_codes(rows, part[1])
    if name_count <= 1:
        return codes, count
    stand_in = np.where(names > 0, names + count - 1, 0)
    if count > 1:
        known = _only_id(names, codes, name_count=name_count)
        stand_in = np.where(known[names] > 0, known[names], stand_in)
    return np.where(codes > 0, codes, stand_in), count + name_count - 1


def _only_id(names: Codes, ids: Codes, *, name_count: int) -> Codes:
    """Return by name the one id it stands beside elsewhere, 0 where there is none or more than one.

    A report downloaded without its id column must meet the same rows downloaded with it.
    """
    both = (names > 0) & (ids > 0)
    highest = np.zeros(name_count, dtype=np.int64)
    np.maximum.at(highest, names[both], ids[both])
    lowest = np.full(name_count, np.iinfo(np.int64).max, dtype=np.int64)
    np.minimum.at(lowest, names[both], ids[both])
    return np.where(lowest == highest, highest, 0)


def _column_codes(rows: pa.Table, name: str) -> tuple[Codes, int]:
    if name not in rows.column_names:
        return np.zeros(rows.num_rows, dtype=np.int64), 1
    column = rows.column(name)
    if pa.types.is_null(column.type):
        return np.zeros(rows.num_rows, dtype=np.int64), 1
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if pa.types.is_dictionary(array.type):
        codes, count = _value_codes(array.dictionary)
        places = array.indices.fill_null(len(codes)) if array.indices.null_count else array.indices
        return np.append(codes, 0)[places.to_numpy(zero_copy_only=False)], count
    return _value_codes(array)


def _value_codes(array: Any) -> tuple[Codes, int]:
    encoded = array.dictionary_encode()
    codes, count = _codes(encoded), len(encoded.dictionary)
    if pa.types.is_string(array.type) or pa.types.is_large_string(array.type):
        empty = pc.index(encoded.dictionary, "").as_py()  # stands in it once at most
        if empty >= 0:
            codes = np.where(codes == empty, -1, codes)
    return codes + 1, count + 1


def _dense(array: Any) -> tuple[Codes, int]:
    """Return codes by first occurrence (-1 for null) and how many values there are."""
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    encoded = array.dictionary_encode()
    return _codes(encoded), len(encoded.dictionary)


def _codes(encoded: Any) -> Codes:
    indices = encoded.indices
    if indices.null_count:
        indices = indices.fill_null(-1)
    codes: Codes = indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return codes
