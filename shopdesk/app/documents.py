"""The documents of a workspace: what the user edits. Each collection is one table of frozen rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

Key: TypeAlias = tuple[str | int, ...]
RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Collection(Generic[RowT]):
    """A named table of documents: ``row_type`` is a frozen dataclass of str, int, float, bool or None
    fields (tuples and mappings of those are stored as JSON); ``key`` names its key fields, in order.
    """

    name: str
    row_type: Callable[..., RowT]
    key: tuple[str, ...]

    def key_of(self, row: RowT) -> Key:
        """Return the key of a row."""
        return tuple(getattr(row, field) for field in self.key)


@dataclass(frozen=True, slots=True)
class RowEdit:
    """One row set (or removed, ``row`` None) in one collection."""

    collection: Collection[Any]
    key: Key
    row: Any | None
