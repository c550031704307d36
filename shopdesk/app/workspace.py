"""One open shop: its documents, its current figures, and who wants to hear of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

from shopdesk.app.changes import Change
from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.ports import ImportRecord, WorkspaceStore

if TYPE_CHECKING:  # heavy, and not needed before the first paint
    import pandas as pd
    import pyarrow as pa

RowT = TypeVar("RowT")
ValueT = TypeVar("ValueT")
Listener = Callable[[frozenset[str]], None]
Active: TypeAlias = tuple[str, ...]
_KEPT_STATES: Final = 2  # what is shown, and what an undo or redo goes back to


class Workspace:
    """The open shop. Everything that changes it goes through ``apply``; reading never writes."""

    def __init__(self, store: WorkspaceStore) -> None:
        self._store = store
        self._rows: dict[str, dict[Key, Any]] = {}
        self._tables: dict[str, dict[Active, pa.Table]] = {}
        self._frames: dict[str, dict[Active, pd.DataFrame]] = {}
        self._listeners: list[Listener] = []

    @property
    def store(self) -> WorkspaceStore:
        """The file behind the workspace."""
        return self._store

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return self._store.path

    def rows(self, collection: Collection[RowT]) -> Mapping[Key, RowT]:
        """Return all rows of a document collection by key; a live, read-only view."""
        if collection.name not in self._rows:
            self._rows[collection.name] = self._store.load_rows(collection)
        return cast("Mapping[Key, RowT]", self._rows[collection.name])

    def row(self, collection: Collection[RowT], key: Key) -> RowT | None:
        """Return one document row or None."""
        return self.rows(collection).get(key)

    def apply(self, change: Change) -> Change:
        """Do a change durably and return its inverse."""
        return change.apply(self)

    def write(self, edits: Iterable[RowEdit]) -> None:
        """Commit document edits in one transaction, then tell the listeners. For changes only."""
        batch = tuple(edits)
        for edit in batch:
            self.rows(edit.collection)
        self._store.write_rows(batch)
        for edit in batch:
            rows = self._rows[edit.collection.name]
            if edit.row is None:
                rows.pop(edit.key, None)
            else:
                rows[edit.key] = edit.row
        self._tell(frozenset(edit.collection.name for edit in batch))

    def activate_imports(self, imports: Mapping[str, bool]) -> None:
        """Take imports in or out in one transaction, then tell the listeners. For changes only."""
        tables = frozenset(record.table for record in self.imports() if record.import_id in imports)
        self._store.activate_imports(imports)
        self._tell(tables)

    def imports(self) -> list[ImportRecord]:
        """Return all imports, oldest first, also those taken back."""
        return self._store.imports()

    def table(self, name: str) -> pa.Table:
        """Return the current figures of a fact table (newest value per natural key); empty where none."""
        active = self.active_imports(name)
        known = self._tables.get(name, {}).get(active)
        if known is not None:
            return known
        from shopdesk.app.current_facts import current_table

        return self._remember(name, active, current_table(name, self.chunks(active)))

    def frame(self, name: str) -> pd.DataFrame:
        """Return ``table(name)`` as a DataFrame to read, never to change; dates as datetime64."""
        active = self.active_imports(name)
        known = self._frames.get(name, {}).get(active)
        if known is not None:
            return known
        frame: pd.DataFrame = self.table(name).to_pandas(date_as_object=False, ignore_metadata=True)
        return _keep(self._frames.setdefault(name, {}), active, frame)

    def active_imports(self, name: str) -> Active:
        """Return the ids of the imports that make up a fact table, oldest first."""
        return tuple(record.import_id for record in self._store.imports() if record.active and record.table == name)

    def chunks(self, import_ids: Iterable[str]) -> list[pa.Table]:
        """Return the stored frames of imports."""
        return [self._store.chunk(import_id) for import_id in import_ids]

    def prime(self, name: str, active: Active, table: pa.Table) -> None:
        """Hand in, from a job, the figures that will be current once exactly these imports are active."""
        self._remember(name, active, table)
        frame: pd.DataFrame = table.to_pandas(date_as_object=False, ignore_metadata=True)
        _keep(self._frames.setdefault(name, {}), active, frame)

    def _remember(self, name: str, active: Active, table: pa.Table) -> pa.Table:
        return _keep(self._tables.setdefault(name, {}), active, table)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the names of changed collections and fact tables; returns the way out."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Release the file."""
        self._listeners.clear()
        self._store.close()

    def _tell(self, names: frozenset[str]) -> None:
        for listener in tuple(self._listeners):
            listener(names)


def _keep(states: dict[Active, ValueT], active: Active, value: ValueT) -> ValueT:
    """Remember a state as the newest and let the oldest go."""
    states.pop(active, None)
    states[active] = value
    for oldest in list(states)[:-_KEPT_STATES]:
        states.pop(oldest, None)
    return value
