"""A shop in memory for pages: frames as given, documents that really change, jobs that run at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pandas as pd

from shopdesk.app.changes import Change
from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.settings import Settings
from shopdesk.ui.context import UiContext
from tests.ui.stage import JobsAtOnce


class FakeShop:
    """Frames by name and document rows; remembers the inverse of each change."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = dict(frames)
        self._empty = pd.DataFrame()
        self._rows: dict[str, dict[Key, Any]] = {}
        self._settings: dict[str, str] = {}
        self.undone: list[Change] = []
        self.names: list[str] = []
        self.listener: Callable[[frozenset[str]], None] = lambda _names: None
        self.store = SimpleNamespace(setting=self._settings.get, set_setting=self._settings.__setitem__)

    def frame(self, name: str) -> pd.DataFrame:
        return self._frames.get(name, self._empty)

    def active_imports(self, name: str) -> tuple[str, ...]:
        return (name,) if name in self._frames else ()

    def imports(self) -> list[Any]:
        return []

    def rows(self, collection: Collection[Any]) -> Mapping[Key, Any]:
        return self._rows.setdefault(collection.name, {})

    def row(self, collection: Collection[Any], key: Key) -> Any:
        return self.rows(collection).get(key)

    def write(self, edits: Iterable[RowEdit]) -> None:
        for edit in edits:
            rows = self._rows.setdefault(edit.collection.name, {})
            if edit.row is None:
                rows.pop(edit.key, None)
            else:
                rows[edit.key] = edit.row
        self.listener(frozenset())

    def push(self, change: Change, name: str, *, reveal: Callable[[], None] | None = None) -> None:  # noqa: ARG002 (the seam)
        self.undone.append(change.apply(self))  # type: ignore[arg-type]
        self.names.append(name)

    def undo(self) -> None:
        self.undone.pop().apply(self)  # type: ignore[arg-type]


def context_of(shop: FakeShop) -> UiContext:
    """Return a context around a shop in memory."""
    context = UiContext(jobs=JobsAtOnce(), undo=shop, settings=Settings())
    context.workspace = shop  # type: ignore[assignment]
    return context
