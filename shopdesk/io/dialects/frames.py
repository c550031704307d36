"""What happens to typed rows as a whole: duplicates, finer cuts joined, one row giving an order and its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.domain.facts import BASE_KEY, FactTable
from shopdesk.domain.issues import Severity
from shopdesk.domain.metrics import Metric, Unit
from shopdesk.domain.natural_key import Codes, are_distinct, has_repeats, key_codes, key_column_names, last_of_each
from shopdesk.io.dialects.catalogue import Dialect, FurtherTable
from shopdesk.io.dialects.cells import Mask, joined_texts
from shopdesk.io.dialects.codes import codes_of
from shopdesk.io.dialects.problems import Problems

_SUMMED: Final = frozenset({Unit.MONEY, Unit.COUNT, Unit.PEOPLE})


def unrepeated(
    table: FactTable, frame: pa.Table, *, coded: pa.Table, segments: list[pa.Array],
    catalogue: Mapping[str, Metric], problems: Problems,
) -> pa.Table:  # fmt: skip
    """Return the frame with one row a natural key (all rows where a table repeats keys by nature).

    Identical rows count once. Rows that differ in a finer cut (``segments``: device, network) are summed. Of other
    rows with one key the last counts, and a warning names the others. ``coded`` are the same rows, if need be with
    texts as distinct values and their places, in which keys are found sooner.
    """
    if table.repeats or are_distinct(table, coded):
        return frame
    codes = key_codes(table, frame)
    if not has_repeats(codes):
        return frame
    frame, codes, segments = _without_twins(frame, codes, segments=segments, problems=problems)
    if not has_repeats(codes):
        return frame
    fine = codes_of([pa.array(codes), *segments], rows=len(codes)) if segments else codes
    if segments and not has_repeats(fine):
        problems.summary("sheet_rows_joined", _more_than_once(codes))
        return _summed(table, frame, codes, catalogue=catalogue)
    keep = last_of_each(codes)
    problems.cells("row_same_key", ~keep, column="", texts=_key_text(table, frame), severity=Severity.WARNING)
    problems.kept(keep)
    return frame.filter(pa.array(keep))


def _without_twins(
    frame: pa.Table, codes: Codes, *, segments: list[pa.Array], problems: Problems
) -> tuple[pa.Table, Codes, list[pa.Array]]:
    """Drop rows that are the same in every column as another one."""
    several = np.flatnonzero(_more_than_once(codes))
    part = frame.take(pa.array(several))
    cuts = [array.take(pa.array(several)) for array in segments]
    whole = codes_of([pa.array(codes[several]), *part.columns, *cuts], rows=len(several))
    keep = np.ones(frame.num_rows, dtype=np.bool_)
    keep[several] = last_of_each(whole)
    if keep.all():
        return frame, codes, segments
    problems.summary("row_duplicate", ~keep)
    problems.kept(keep)
    kept = pa.array(keep)
    return frame.filter(kept), codes[keep], [array.filter(kept) for array in segments]


def _more_than_once(codes: Codes) -> Mask:
    _, inverse, counts = np.unique(codes, return_inverse=True, return_counts=True)
    many: Mask = counts[inverse] > 1
    return many


def _key_text(table: FactTable, frame: pa.Table) -> pa.Array:
    names = [name for name in key_column_names(table) if name in frame.column_names and name not in BASE_KEY]
    texts = [frame[name].combine_chunks().cast(pa.string()) for name in names if name != "date_end"]
    return joined_texts(texts, " ")


def _summed(table: FactTable, frame: pa.Table, codes: Codes, *, catalogue: Mapping[str, Metric]) -> pa.Table:
    """Return one row a key: sums of what can be added, the first of what can't be a figure, no ratios."""
    fixed = {"kind", "platform", "shop", "date", "date_end", *table.dimensions}
    actions = []
    for name in frame.column_names:
        if name in fixed:
            actions.append((name, "first"))
        elif _can_be_summed(name, frame, catalogue=catalogue):
            actions.append((name, "sum"))
    joined = frame.append_column("__code", pa.array(codes)).group_by("__code", use_threads=False).aggregate(actions)
    names = [name for name, _ in actions]
    arrays = [joined[f"{name}_{action}"].cast(frame.schema.field(name).type) for name, action in actions]
    return pa.table(arrays, names=names)


def _can_be_summed(name: str, frame: pa.Table, *, catalogue: Mapping[str, Metric]) -> bool:
    metric = catalogue.get(name)
    if metric is None:
        return False
    numeric = pa.types.is_floating(frame.schema.field(name).type) or pa.types.is_integer(frame.schema.field(name).type)
    return numeric and not metric.numerator and metric.unit in _SUMMED


def grouped_orders(frame: pa.Table, dialect: Dialect) -> pa.Table:
    """Return one row an order from rows that are lines: amounts summed, the first of the rest."""
    key = dialect.group_by
    counted = pc.value_counts(frame[key].combine_chunks())
    if not frame.num_rows or pc.max(counted.field("counts")).as_py() == 1:
        return frame
    sums = [name for name in frame.column_names if name in dialect.sums]
    firsts = [name for name in frame.column_names if name not in dialect.sums and name != key]
    whole = frame.group_by(key, use_threads=False).aggregate(
        [(name, "sum") for name in sums] + [(name, "first") for name in firsts]
    )
    columns = {key: whole[key]}
    columns |= {name: whole[f"{name}_sum"].cast(frame.schema.field(name).type) for name in sums}
    columns |= {name: whole[f"{name}_first"] for name in firsts}
    return pa.table({name: columns[name] for name in frame.column_names})


def order_level_once(frame: pa.Table, dialect: Dialect) -> pa.Table:
    """Return the frame with amounts of the whole order, repeated on each of its lines, kept on the first line only.

    A line amount can't exceed its own goods and shipping; one that stands equal on all lines and does is the order's.
    """
    test = next((name for name in ("payable", "paid") if name in frame.column_names), "")
    if not test or "goods_total" not in frame.column_names or not frame.num_rows:
        return frame
    own = pc.add(pc.fill_null(frame["goods_total"], 0), _zero_or(frame, "shipping"))
    keyed = pa.table({"key": frame[dialect.group_by], "value": frame[test], "own": own})
    by_order = keyed.group_by("key", use_threads=False).aggregate(
        [("value", "min"), ("value", "max"), ("own", "max"), ("key", "count")]
    )
    whole = pc.and_(
        pc.and_(pc.equal(by_order["value_min"], by_order["value_max"]), pc.greater(by_order["key_count"], 1)),
        pc.greater(by_order["value_max"], by_order["own_max"]),
    )
    marked = pc.is_in(
        frame[dialect.group_by], value_set=by_order["key"].filter(pc.fill_null(whole, False)).combine_chunks()
    )
    first = pa.array(_first_of_each(frame[dialect.group_by]))
    spare = pc.and_(marked, pc.invert(first))
    for name in dialect.once_per_order & set(frame.column_names):
        emptied = pc.if_else(spare, pa.scalar(None, frame.schema.field(name).type), frame[name])
        frame = frame.set_column(frame.column_names.index(name), name, emptied)
    return frame


def _zero_or(frame: pa.Table, name: str) -> pa.Array | int:
    return pc.fill_null(frame[name], 0) if name in frame.column_names else 0


def _first_of_each(column: pa.ChunkedArray) -> Mask:
    codes = codes_of([column], rows=len(column))
    first = np.zeros(len(codes), dtype=np.bool_)
    first[np.unique(codes, return_index=True)[1]] = True
    return first


def further(frame: pa.Table, part: FurtherTable) -> pa.Table:
    """Return the rows of a second fact table, its columns taken from the typed ones."""
    base = [name for name in ("kind", "platform", "shop", "date", "date_end") if name in frame.column_names]
    columns = {name: frame[name] for name in base}
    columns |= {target: frame[source] for target, source in part.columns.items() if source in frame.column_names}
    return pa.table(columns)


def of_table(frame: pa.Table, dialect: Dialect, *, allowed: frozenset[str]) -> pa.Table:
    """Return the columns that belong to the main table of a kind whose rows also feed another one."""
    if not dialect.more:
        return frame
    elsewhere = {source for part in dialect.more for source in part.columns.values()} - allowed
    return frame.select([name for name in frame.column_names if name not in elsewhere])
