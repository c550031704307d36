"""Mappings that the user made by hand, remembered for the header set that they were made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.importing.model import Recognition, RememberedMapping, Role
from shopdesk.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StoredMapping:
    """How the columns of one header set are read; ``signature`` is ``Recognition.header_signature``."""

    signature: str
    kind: str
    columns: tuple[tuple[Role, str], ...]


MAPPINGS: Final = Collection("import_mappings", StoredMapping, ("signature",))


def remember(recognition: Recognition) -> SetRows:
    """Return the change that keeps a mapping for its header set."""
    columns = tuple((column.role, column.target) for column in recognition.columns)
    return SetRows.put(MAPPINGS, [StoredMapping(recognition.header_signature, recognition.kind, columns)])


def remembered(workspace: Workspace | None) -> Mapping[str, RememberedMapping]:
    """Return all remembered mappings by header signature."""
    if workspace is None:
        return {}
    return {row.signature: RememberedMapping(row.kind, row.columns) for row in workspace.rows(MAPPINGS).values()}
