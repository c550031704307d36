"""Whole columns as searchable text, built by Arrow instead of a loop over cells wherever the kind allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from shopdesk.ui.grid.columns import Column, Kind, Row

if TYPE_CHECKING:
    import pyarrow as pa

    from shopdesk.ui.grid.frame import GridFrame

_SAFE: float = 1e15  # beyond it floats don't hold the shown places


def searched_texts(frame: GridFrame, column: Column) -> pa.Array:
    """Return the texts of a column that find and text filters look at, null where missing."""
    import pyarrow as pa

    if column.text is not None:
        return pa.array([column.text(row_of(frame, place)) for place in range(len(frame))], pa.large_string())
    if column.name not in frame:
        return pa.nulls(len(frame), pa.large_string())
    store = frame.store(column.name)
    if not isinstance(store, np.ndarray):
        return store if column.format is None and column.kind is not Kind.CHOICE else _by_value(frame, column)
    if column.is_numeric and column.format is None:
        return _number_texts(frame, column)
    return _by_value(frame, column)


def row_of(frame: GridFrame, place: int) -> Row:
    """Return the row that hooks of columns are given."""
    return Row(frame.keys[place], place, lambda name: frame.value(name, place))


def _by_value(frame: GridFrame, column: Column) -> pa.Array:
    """Format each distinct value once."""
    import pyarrow as pa

    shown: dict[Any, str] = {}
    texts: list[str | None] = []
    for place in range(len(frame)):
        value = frame.value(column.name, place)
        if value is None:
            texts.append(None)
            continue
        if value not in shown:
            shown[value] = column.show(value)
        texts.append(shown[value])
    return pa.array(texts, pa.large_string())


def _number_texts(frame: GridFrame, column: Column) -> pa.Array:
    """Return numbers with the shown decimal places, no separators: an integer read as a decimal of that scale."""
    import pyarrow as pa

    places = column.places
    numbers = frame.numbers(column) * column.scale
    missing = np.isnan(numbers)
    safe = np.where(missing | (np.abs(numbers) > _SAFE / 10**places), 0.0, numbers)
    units = np.rint(safe * 10**places).astype(np.int64)
    if places == 0:
        return pa.array(units, mask=missing).cast(pa.large_string())
    words = np.empty((len(units), 2), dtype=np.int64)
    words[:, 0] = units
    words[:, 1] = units >> 63
    decimals = pa.Array.from_buffers(pa.decimal128(18, places), len(units), [None, pa.py_buffer(words.tobytes())]).cast(
        pa.large_string()
    )
    import pyarrow.compute as pc

    return pc.if_else(pa.array(missing), pa.scalar(None, pa.large_string()), decimals) if missing.any() else decimals
