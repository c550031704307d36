"""Whole columns as searchable text, built by Arrow instead of a loop over cells wherever the kind allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.grid.columns import Column, Kind, Row

if TYPE_CHECKING:
    import pyarrow as pa

    from shopdesk.ui.grid.frame import GridFrame

_SAFE: Final = 1e15  # units of the last shown place; beyond it floats are not exact


def searched_texts(frame: GridFrame, column: Column) -> pa.Array:
    """Return the texts of a column that find and text filters look at, null where missing."""
    import pyarrow as pa

    if column.text is not None:
        return _by_hook(frame, column, column.text)
    if column.name not in frame:
        return pa.nulls(len(frame), pa.large_string())
    store = frame.store(column.name)
    if not isinstance(store, np.ndarray):
        return store if column.format is None and column.kind is not Kind.CHOICE else _by_value(frame, column)
    if column.is_numeric and column.format is None:
        return _number_texts(frame, column)
    if column.kind is Kind.TEXT and column.format is None and store.dtype == object:
        try:
            return pa.array(store, pa.large_string())
        except pa.ArrowTypeError:  # something in it is no text
            pass
    return _by_value(frame, column)


def row_of(frame: GridFrame, place: int) -> Row:
    """Return the row that hooks of columns are given."""
    return Row(frame.keys[place], place, lambda name: frame.value(name, place))


def _by_hook(frame: GridFrame, column: Column, text: Callable[[Row], str]) -> pa.Array:
    """Word each row; where the column says what its text rests on, each set of such values once."""
    import pyarrow as pa

    if not column.text_of:
        return pa.array([text(row_of(frame, place)) for place in range(len(frame))], pa.large_string())
    firsts, kinds = _kinds(frame, column.text_of)
    return pa.array([text(row_of(frame, place)) for place in firsts.tolist()], pa.large_string()).take(pa.array(kinds))


def _by_value(frame: GridFrame, column: Column) -> pa.Array:
    """Format each distinct value once; texts that stand as they are need no more than to be taken."""
    import pyarrow as pa

    firsts, kinds = _kinds(frame, (column.name,))
    values = [frame.value(column.name, place) for place in firsts.tolist()]
    shown = [None if value is None else column.show(value) for value in values]
    return pa.array(shown, pa.large_string()).take(pa.array(kinds))


def _kinds(frame: GridFrame, names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first row of each set of values that some columns have together, and which set each row has."""
    firsts, kinds = np.zeros(min(len(frame), 1), dtype=np.int64), np.zeros(len(frame), dtype=np.int64)
    for name in names:
        if name in frame:
            codes = _codes(frame.store(name))
            together = kinds * (int(codes.max(initial=0)) + 1) + codes
            _, firsts, kinds = np.unique(together, return_index=True, return_inverse=True)
    return firsts, kinds


def _codes(store: NDArray[Any] | pa.Array) -> NDArray[np.int64]:
    """Return a number for each value, the same for equal ones."""
    if isinstance(store, np.ndarray) and store.dtype != object:
        codes: NDArray[np.int64] = np.unique(store, return_inverse=True)[1].astype(np.int64)
        return codes
    seen: dict[Any, int] = {}
    values = store.tolist() if isinstance(store, np.ndarray) else store.to_pylist()
    return np.fromiter((seen.setdefault(value, len(seen)) for value in values), np.int64, count=len(values))


def _number_texts(frame: GridFrame, column: Column) -> pa.Array:
    """Return numbers with the shown decimal places, no separators: an integer read as a decimal of that scale."""
    import pyarrow as pa

    units, missing = _units(frame, column)
    mask = None if missing is None else pa.array(~missing).buffers()[1]
    if column.places == 0:
        return pa.Array.from_buffers(pa.int64(), len(units), [mask, pa.py_buffer(units)]).cast(pa.large_string())
    words = np.empty((len(units), 2), dtype=np.int64)
    words[:, 0] = units
    words[:, 1] = units >> 63
    kind = pa.decimal128(18, column.places)
    return pa.Array.from_buffers(kind, len(units), [mask, pa.py_buffer(words)]).cast(pa.large_string())


def _units(frame: GridFrame, column: Column) -> tuple[NDArray[np.int64], NDArray[np.bool_] | None]:
    """Return a column in units of its last shown place, and where it is missing (None: nowhere)."""
    store = frame.store(column.name)
    factor = column.scale * 10**column.places
    if isinstance(store, np.ndarray) and store.dtype == np.int64 and factor == 1:
        return np.ascontiguousarray(store), None
    units = frame.numbers(column) * factor
    if len(units) and units.min() > -_SAFE and units.max() < _SAFE:  # false where one is missing
        return np.rint(units).astype(np.int64), None
    bad: NDArray[np.bool_] = ~(np.abs(units) < _SAFE)  # missing, or too large for a float to hold its last place
    found = bool(bad.any())
    if found:
        units[bad] = 0.0
    return np.rint(units).astype(np.int64), bad if found else None
