"""The one door through which a workspace changes: ``apply`` does it and returns the inverse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.ports import ImportRecord, WorkspaceStore

RowT = TypeVar("RowT")


class Target(Protocol):
    """What a change may touch of a workspace."""

    @property
    def store(self) -> WorkspaceStore:
        """The file behind the workspace."""

    def row(self, collection: Collection[RowT], key: Key) -> RowT | None:
        """Return one document row or None."""

    def write(self, edits: Iterable[RowEdit]) -> None:
        """Commit edits in one transaction, then tell the listeners."""

    def activate_imports(self, imports: Mapping[str, bool]) -> None:
        """Take imports in or out in one transaction, then tell the listeners."""


class Change(Protocol):
    """Something done to a workspace in one transaction."""

    def apply(self, workspace: Target) -> Change:
        """Do it, durably; return the change that takes it back."""

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""


@dataclass(frozen=True, slots=True)
class SetRows:
    """Set, replace or remove document rows of any collections."""

    edits: tuple[RowEdit, ...]

    def apply(self, workspace: Target) -> SetRows:
        """Write the edits; return the rows as they were."""
        before = tuple(
            RowEdit(edit.collection, edit.key, workspace.row(edit.collection, edit.key)) for edit in self.edits
        )
        workspace.write(self.edits)
        return SetRows(before[::-1])

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.edits

    @classmethod
    def put(cls, collection: Collection[RowT], rows: Iterable[RowT]) -> SetRows:
        """Return the change that stores the given rows."""
        return cls(tuple(RowEdit(collection, collection.key_of(row), row) for row in rows))

    @classmethod
    def drop(cls, collection: Collection[RowT], keys: Iterable[Key]) -> SetRows:
        """Return the change that removes the rows with the given keys."""
        return cls(tuple(RowEdit(collection, key, None) for key in keys))


@dataclass(frozen=True, slots=True)
class ActivateImports:
    """Take stored imports in (True) or out (False); an import itself is stored before it is activated."""

    imports: Mapping[str, bool]

    def apply(self, workspace: Target) -> ActivateImports:
        """Switch them; return the switch back to how each stood."""
        stood = {record.import_id: record.active for record in workspace.store.imports()}
        workspace.activate_imports(self.imports)
        return ActivateImports({key: stood[key] for key in self.imports if key in stood})

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to switch."""
        return not self.imports


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes as one step, in order; each is a transaction of its own."""

    changes: tuple[Change, ...]

    def apply(self, workspace: Target) -> Together:
        """Do them in order; return their inverses in the opposite order."""
        return Together(tuple([change.apply(workspace) for change in self.changes][::-1]))

    @property
    def is_empty(self) -> bool:
        """Whether none of them would change anything."""
        return all(change.is_empty for change in self.changes)


__all__ = ["ActivateImports", "Change", "ImportRecord", "SetRows", "Target", "Together"]
