"""A document collection as a real SQL table: columns come from the fields of its frozen row type."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from sqlite3 import Connection
from typing import Any

from shopdesk.app.documents import Collection, Key

_SQL_TYPES: dict[Any, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_ZERO: dict[Any, Any] = {str: "", int: 0, float: 0.0, bool: False}


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One field: how it is declared, and how its value goes into SQL and back."""

    name: str
    sql_type: str
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    optional: bool
    default: Any


class DocumentTable:
    """Reads and writes the rows of one collection; never commits."""

    def __init__(self, collection: Collection[Any]) -> None:
        if not collection.name.isidentifier():
            raise ValueError(f"not a collection name: {collection.name}")
        self._collection = collection
        self.columns = columns_of(collection.row_type)
        self.name = f"doc_{collection.name}"
        self._key = [column for name in collection.key for column in self.columns if column.name == name]

    def ensure(self, connection: Connection) -> None:
        """Create the table, or add the columns that a newer version of the program brought."""
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(self.name)})")}
        if not present:
            fields = ", ".join(f"{_quoted(column.name)} {column.sql_type}" for column in self.columns)
            key = ", ".join(_quoted(name) for name in self._collection.key)
            connection.execute(f"CREATE TABLE {_quoted(self.name)} ({fields}, UNIQUE ({key}))")
            return
        for column in self.columns:
            if column.name not in present:
                connection.execute(
                    f"ALTER TABLE {_quoted(self.name)} ADD COLUMN {_quoted(column.name)} {column.sql_type}"
                )

    def is_ready(self, connection: Connection) -> bool:
        """Return whether the table stands with all its columns."""
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(self.name)})")}
        return all(column.name in present for column in self.columns)

    def load(self, connection: Connection) -> dict[Key, Any]:
        """Return all rows by key in the order in which they were added; {} where there is no table."""
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(self.name)})")}
        stored = [column for column in self.columns if column.name in present]
        if not stored:
            return {}
        fields = ", ".join(_quoted(column.name) for column in stored)
        rows = connection.execute(f"SELECT {fields} FROM {_quoted(self.name)} ORDER BY rowid")  # noqa: S608
        result = {}
        for values in rows:
            row = self._collection.row_type(
                **{column.name: _decoded(column, value) for column, value in zip(stored, values, strict=True)}
            )
            result[self._collection.key_of(row)] = row
        return result

    def put(self, connection: Connection, rows: Iterable[Any]) -> None:
        """Add or replace rows; a replaced row keeps its place."""
        fields = ", ".join(_quoted(column.name) for column in self.columns)
        marks = ", ".join("?" * len(self.columns))
        key = ", ".join(_quoted(name) for name in self._collection.key)
        rest = [column.name for column in self.columns if column.name not in self._collection.key]
        update = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in rest)
        then = f"DO UPDATE SET {update}" if rest else "DO NOTHING"
        connection.executemany(
            f"INSERT INTO {_quoted(self.name)} ({fields}) VALUES ({marks}) ON CONFLICT ({key}) {then}",  # noqa: S608
            ([column.encode(getattr(row, column.name)) for column in self.columns] for row in rows),
        )

    def drop(self, connection: Connection, keys: Iterable[Key]) -> None:
        """Remove rows by key."""
        where = " AND ".join(f"{_quoted(name)} = ?" for name in self._collection.key)
        connection.executemany(
            f"DELETE FROM {_quoted(self.name)} WHERE {where}",  # noqa: S608
            ([column.encode(part) for column, part in zip(self._key, key, strict=True)] for key in keys),
        )


@cache
def columns_of(row_type: Any) -> tuple[Column, ...]:
    """Return the columns of a frozen dataclass; raises TypeError for anything else."""
    if not dataclasses.is_dataclass(row_type):
        raise TypeError(f"a document row is a dataclass: {row_type}")
    hints = typing.get_type_hints(row_type)
    return tuple(_column(field, hints[field.name]) for field in dataclasses.fields(row_type))


def _column(field: dataclasses.Field[Any], hint: Any) -> Column:
    plain, optional = _without_none(hint)
    default = field.default
    if default is dataclasses.MISSING:
        made = field.default_factory() if field.default_factory is not dataclasses.MISSING else None
        default = made if made is not None else _zero(plain)
    if plain in _SQL_TYPES:
        return Column(field.name, _SQL_TYPES[plain], _same, _scalar(plain), optional, default)
    if isinstance(plain, type) and issubclass(plain, Enum):
        sql_type = "INTEGER" if issubclass(plain, int) else "TEXT"
        return Column(field.name, sql_type, _enum_value, plain, optional, default)
    return Column(field.name, "TEXT", _json_of(hint), _from_json(hint), optional, default)


def _zero(hint: Any) -> Any:
    if hint in _ZERO:
        return _ZERO[hint]
    origin = typing.get_origin(hint)
    if origin in (tuple, frozenset):
        return origin()
    return {} if _is_mapping(origin) else None


def _decoded(column: Column, value: Any) -> Any:
    if value is None:
        return None if column.optional else column.default
    return column.decode(value)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return hint, False
    members = [member for member in typing.get_args(hint) if member is not types.NoneType]
    optional = len(members) < len(typing.get_args(hint))
    return (members[0], optional) if len(members) == 1 else (hint, optional)


def _same(value: Any) -> Any:
    return value


def _scalar(kind: Any) -> Callable[[Any], Any]:
    return _same if kind is str else kind


def _enum_value(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _json_of(hint: Any) -> Callable[[Any], Any]:
    def encode(value: Any) -> str | None:
        if value is None:
            return None
        return json.dumps(_plain(value, hint), ensure_ascii=False, separators=(",", ":"))

    return encode


def _from_json(hint: Any) -> Callable[[Any], Any]:
    return lambda text: _typed(json.loads(text), hint)


def _is_mapping(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _plain(value: Any, hint: Any) -> Any:
    """Return a value as JSON knows it; mappings whose keys are no text become pairs."""
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        hints = typing.get_type_hints(type(value))
        return {
            field.name: _plain(getattr(value, field.name), hints[field.name]) for field in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        key_hint, value_hint = (*typing.get_args(_without_none(hint)[0]), str, Any)[:2]
        if key_hint is str:
            return {str(key): _plain(item, value_hint) for key, item in value.items()}
        return [[_plain(key, key_hint), _plain(item, value_hint)] for key, item in value.items()]
    if isinstance(value, tuple | list):
        return [_plain(item, Any) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(_plain(item, Any) for item in value)
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, Decimal) else value


def _typed(value: Any, hint: Any) -> Any:
    """Return a JSON value as its field declares it."""
    plain, _optional = _without_none(hint)
    if value is None:
        return None
    origin = typing.get_origin(plain)
    arguments = typing.get_args(plain)
    if origin is tuple:
        return _typed_tuple(value, arguments)
    if origin is frozenset:
        return frozenset(_typed(item, arguments[0]) for item in value)
    if _is_mapping(origin):
        key_hint, value_hint = arguments
        pairs = value.items() if isinstance(value, dict) else value
        return {_typed(key, key_hint): _typed(item, value_hint) for key, item in pairs}
    if isinstance(plain, type):
        return _typed_instance(value, plain)
    return _frozen(value)


def _typed_tuple(values: list[Any], arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(_typed(item, arguments[0]) for item in values)
    return tuple(_typed(item, hint) for item, hint in zip(values, arguments, strict=True))


def _typed_instance(value: Any, kind: type) -> Any:
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{name: _typed(item, hints[name]) for name, item in value.items() if name in hints})
    if issubclass(kind, Enum | Decimal | float):
        return kind(value)
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(value)
    return _frozen(value)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _quoted(name: str) -> str:
    return f'"{name}"'
