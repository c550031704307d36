"""A sheet while it is being typed: its coded columns and what they became."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa

from shopdesk.app.importing.model import ColumnMapping, RawSheet, Recognition, Role
from shopdesk.io.dialects.catalogue import Dialect
from shopdesk.io.dialects.cells import Coded
from shopdesk.io.dialects.problems import Problems


@dataclass(slots=True)
class Sheet:
    """The sheet while it is being typed: coded columns by position and the typed arrays by target."""

    raw: RawSheet
    recognition: Recognition
    dialect: Dialect
    problems: Problems
    columns: dict[int, Coded] = field(default_factory=dict)
    typed: dict[str, pa.Array] = field(default_factory=dict)
    extras: list[str] = field(default_factory=list)
    half_hours: bool = False

    @property
    def rows(self) -> int:
        """Number of data rows."""
        return len(self.problems.rows)

    def mapped(self, *roles: Role) -> list[ColumnMapping]:
        """Return the column mappings of the given roles whose columns exist."""
        return [
            column for column in self.recognition.columns if column.role in roles and column.position in self.columns
        ]

    def at(self, target: str) -> list[ColumnMapping]:
        """Return the dimension columns that lead to a target, the preferred header first."""
        found = [column for column in self.mapped(Role.DIMENSION) if column.target == target]
        return sorted(found, key=lambda column: self._rank(column.header))

    def _rank(self, header: str) -> int:
        alias = self.dialect.alias(header)
        return alias.rank if alias else len(self.dialect.aliases)
