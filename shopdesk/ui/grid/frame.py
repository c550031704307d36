"""The figures behind a grid, by column: read one cell at a time for painting, whole columns for sorting.

Nothing is turned into Python objects up front: 200,000 rows by 20 columns open at once.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.grid.collation import text_ranks
from shopdesk.ui.grid.columns import Column

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


class GridFrame:
    """Rows of a grid, stored by column, with a key a row by which selection and scroll survive a refresh.

    ``data`` maps column names to numpy arrays, pandas Series, Arrow arrays or lists of equal length.
    Without ``keys`` the row number is the key.
    """

    def __init__(self, data: Mapping[str, Any], *, keys: Iterable[Hashable] | None = None) -> None:
        self._raw = dict(data)
        lengths = {len(values) for values in self._raw.values()}
        if len(lengths) > 1:
            raise ValueError("columns differ in length")
        self._count = lengths.pop() if lengths else 0
        self._stores: dict[str, NDArray[Any] | pa.Array] = {}
        self._getters: dict[str, Callable[[int], Any]] = {}
        self._ranks: dict[str, NDArray[np.float64]] = {}
        self._texts: dict[str, pa.Array] = {}
        self._making: dict[str, threading.Lock] = {}  # by column: texts are also made beside the interface
        self._state = 0
        self._owned: set[str] = set()
        self._keys = keys
        self._key_list: Sequence[Hashable] | None = None
        self._places: dict[Hashable, int] | None = None

    @classmethod
    def from_pandas(cls, frame: pd.DataFrame, *, key: str | None = None) -> GridFrame:
        """Return the rows of a DataFrame; ``key`` names the column that identifies a row."""
        return cls(
            {str(name): frame[name] for name in frame.columns},
            keys=None if key is None else frame[key].to_numpy(),
        )

    @classmethod
    def from_rows(cls, rows: Sequence[Any], columns: Sequence[str], *, key: Callable[[Any], Hashable]) -> GridFrame:
        """Return rows given as mappings or as objects with attributes."""
        read: Callable[[Any, str], Any] = (
            (lambda row, name: row.get(name))
            if rows and isinstance(rows[0], Mapping)
            else (lambda row, name: getattr(row, name, None))
        )
        data = {name: [read(row, name) for row in rows] for name in columns}
        return cls(data, keys=[key(row) for row in rows])

    def __len__(self) -> int:
        return self._count

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    @property
    def names(self) -> Sequence[str]:
        """The names of the columns."""
        return tuple(self._raw)

    @property
    def keys(self) -> Sequence[Hashable]:
        """The key of each row."""
        if self._key_list is None:
            if self._keys is None:
                self._key_list = range(self._count)
            elif isinstance(self._keys, np.ndarray):
                self._key_list = self._keys.tolist()
            else:
                self._key_list = list(self._keys)
            if len(self._key_list) != self._count and self._raw:
                raise ValueError("keys and columns differ in length")
        return self._key_list

    def place(self, key: Hashable) -> int | None:
        """Return the row of a key, None where there is none."""
        if isinstance(self.keys, range):
            return key if isinstance(key, int) and 0 <= key < self._count else None
        if self._places is None:
            self._places = {key: row for row, key in enumerate(self.keys)}
        return self._places.get(key)

    def value(self, name: str, row: int) -> Any:
        """Return one value as a Python object, None where missing."""
        getter = self._getters.get(name)
        if getter is None:
            if name not in self._raw:
                return None
            getter = self._getters[name] = _getter(self.store(name))
        return getter(row)

    def store(self, name: str) -> NDArray[Any] | pa.Array:
        """Return the stored column: a numpy array, or an Arrow array of strings."""
        if name not in self._stores:
            self._stores[name] = _normal(self._raw[name])
        return self._stores[name]

    def set_value(self, name: str, row: int, value: Any) -> None:
        """Put one value in place; the column is copied once, so that the page's data stays untouched."""
        store = _room_for(self.store(name), value)
        if name not in self._owned:
            store = store.copy()
            self._owned.add(name)
        store[row] = np.nan if value is None and store.dtype.kind == "f" else value
        self._stores[name] = store
        self._getters[name] = _getter(store)
        self._ranks.pop(name, None)
        self._drop_texts(name)

    def set_column(self, name: str, values: Any) -> None:
        """Put a whole column in place, e.g. what the user wrote beside imported figures."""
        if len(values) != self._count:
            raise ValueError("columns differ in length")
        self._raw[name] = values
        for kept in (self._stores, self._getters, self._ranks):
            kept.pop(name, None)
        self._owned.discard(name)
        self._drop_texts(name)

    def numbers(self, column: Column) -> NDArray[np.float64]:
        """Return a column as floats in stored units, NaN where missing."""
        if column.name not in self._raw:
            return np.full(self._count, np.nan)
        store = self.store(column.name)
        if not isinstance(store, np.ndarray):
            return np.full(self._count, np.nan)
        return _floats(store)

    def ranks(self, column: Column) -> NDArray[np.float64]:
        """Return numbers that order the rows by a column, NaN where missing; kept until the column changes."""
        kept = self._ranks.get(column.name)
        if kept is None:
            state, kept = self._state, self._make_ranks(column)
            if state == self._state:
                self._ranks[column.name] = kept
        return kept

    def texts(self, column: Column) -> pa.Array:
        """Return the texts that are searched: shown texts, numbers without separators; null where missing.

        A thread may make them ahead; what changed meanwhile is not kept.
        """
        kept = self._texts.get(column.name)
        if kept is not None:
            return kept
        from shopdesk.ui.grid.texts import searched_texts

        with self._making.setdefault(column.name, threading.Lock()):
            state = self._state
            made = self._texts.get(column.name)
            if made is None:
                made = searched_texts(self, column)
                if state == self._state:
                    self._texts[column.name] = made
        return made

    def has_texts(self, column: Column) -> bool:
        """Whether the texts of a column are made already."""
        return column.name in self._texts

    def forget_texts(self) -> None:
        """Drop what depends on the language."""
        self._state += 1
        self._texts.clear()
        self._ranks.clear()

    def _drop_texts(self, name: str) -> None:
        self._state += 1
        self._texts.pop(name, None)

    def blanks(self, column: Column) -> NDArray[np.bool_]:
        """Return where a column has no value (an empty text counts as blank)."""
        import pyarrow.compute as pc

        if column.name not in self._raw:
            texts = self.texts(column)
            return np.asarray(pc.or_kleene(pc.is_null(texts), pc.fill_null(pc.equal(texts, ""), True)))
        store = self.store(column.name)
        if isinstance(store, np.ndarray):
            if store.dtype == object:
                return np.fromiter((value is None or value == "" for value in store), bool, count=len(store))
            return cast("NDArray[np.bool_]", np.isnan(_floats(store)))
        return np.asarray(pc.or_kleene(pc.is_null(store), pc.fill_null(pc.equal(store, ""), True)))

    def _make_ranks(self, column: Column) -> NDArray[np.float64]:
        if column.name in self._raw:
            store = self.store(column.name)
            if column.sort_value is not None:
                return _ranked_values(column.sort_value(self.value(column.name, row)) for row in range(self._count))
            if isinstance(store, np.ndarray) and (store.dtype != object or column.is_numeric):
                return _floats(store)
            if isinstance(store, np.ndarray) and not _holds_texts(store):
                return _ranked_values(store)
        return text_ranks(self.texts(column))


def _normal(raw: Any) -> NDArray[Any] | pa.Array:
    if isinstance(raw, np.ndarray):
        return _normal_numpy(raw)
    if isinstance(raw, list | tuple | range):
        return _normal_list(raw)
    return _normal_arrow(raw)


def _normal_numpy(raw: NDArray[Any]) -> NDArray[Any]:
    if raw.dtype.kind == "M":
        return raw.astype("datetime64[us]")
    if raw.dtype.kind in "US":
        return raw.astype(object)
    return raw


def _normal_list(raw: Sequence[Any]) -> NDArray[Any]:
    kinds = set(map(type, raw))
    if (float in kinds and kinds <= {int, float, type(None)}) or kinds == {int, type(None)}:
        return np.array(raw, dtype=np.float64)
    if kinds == {int} and all(-(2**63) <= value < 2**63 for value in raw):
        return np.array(raw, dtype=np.int64)
    store = np.empty(len(raw), dtype=object)
    store[:] = raw
    return store


def _normal_arrow(raw: Any) -> NDArray[Any] | pa.Array:
    """Return a pandas Series or an Arrow array as numpy numbers, or as Arrow strings."""
    import pyarrow as pa

    dtype = getattr(raw, "dtype", None)
    if isinstance(dtype, np.dtype):
        return _normal_numpy(raw.to_numpy())
    array = raw if isinstance(raw, pa.Array | pa.ChunkedArray) else pa.array(raw, from_pandas=True)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if pa.types.is_string(array.type) or pa.types.is_large_string(array.type) or pa.types.is_string_view(array.type):
        return array.cast(pa.large_string())
    if pa.types.is_date(array.type) or pa.types.is_timestamp(array.type):
        return np.asarray(array.to_numpy(zero_copy_only=False)).astype("datetime64[us]")
    if pa.types.is_boolean(array.type) and array.null_count:
        return np.asarray(array.to_numpy(zero_copy_only=False), dtype=object)
    return np.asarray(array.to_numpy(zero_copy_only=False))


def _getter(store: NDArray[Any] | pa.Array) -> Callable[[int], Any]:
    if not isinstance(store, np.ndarray):
        return lambda row: store[row].as_py()
    if store.dtype == object:
        return lambda row: _or_none(store[row])
    if store.dtype.kind == "f":
        return lambda row: _or_none(store.item(row))
    if store.dtype.kind == "M":
        return lambda row: _day_or_moment(store.item(row))
    return store.item


def _or_none(value: Any) -> Any:
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    return None if isinstance(value, float) and math.isnan(value) else value


def _day_or_moment(value: Any) -> Any:
    if value is None:
        return None
    return value.date() if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0) else value


def _floats(store: NDArray[Any]) -> NDArray[np.float64]:
    if store.dtype == object:
        floats = np.full(len(store), np.nan)
        for row, value in enumerate(store):
            if isinstance(value, int | float | np.number):
                floats[row] = value
        return floats
    if store.dtype.kind == "M":
        floats = store.astype(np.int64).astype(np.float64)
        floats[np.isnat(store)] = np.nan
        return floats
    return store.astype(np.float64, copy=False)


def _objects(store: NDArray[Any] | pa.Array) -> NDArray[Any]:
    if isinstance(store, np.ndarray):
        copy = np.empty(len(store), dtype=object)
        get = _getter(store)
        copy[:] = [get(row) for row in range(len(store))] if store.dtype.kind in "fM" else store.tolist()
        return copy
    copy = np.empty(len(store), dtype=object)
    copy[:] = store.to_pylist()
    return copy


def _room_for(store: NDArray[Any] | pa.Array, value: Any) -> NDArray[Any]:
    """Return the column in a form that can hold the value."""
    if not isinstance(store, np.ndarray):
        return _objects(store)
    kind = store.dtype.kind
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "f" and (value is None or is_number):
        return store
    if kind in "iu" and (value is None or is_number):
        return store if isinstance(value, int) else store.astype(np.float64)
    if kind == "O" or (kind == "b" and isinstance(value, bool)):
        return store
    return _objects(store)


def _holds_texts(store: NDArray[Any]) -> bool:
    return all(value is None or isinstance(value, str) for value in store)


def _ranked_values(values: Iterable[Any]) -> NDArray[np.float64]:
    """Return dense ranks of comparable objects, NaN for None."""
    found = [_or_none(value) for value in values]
    places = {value: rank for rank, value in enumerate(sorted({v for v in found if v is not None}))}
    return np.array([np.nan if value is None else places[value] for value in found], dtype=np.float64)
