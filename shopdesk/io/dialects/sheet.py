"""A sheet while it is being typed: its coded columns and what they became."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa

from shopdesk.app.importing.model import ColumnMapping, RawSheet, Recognition, Role
from shopdesk.io.dialects.catalogue import Dialect
from shopdesk.io.dialects.cells import Coded
from shopdesk.io.dialects.problems import Problems

_CODED_SHARE: Final = 0.5  # of the rows that may be distinct values for these to be worth keeping apart
_BYTE_PLACES: Final = 1 << 8
_SHORT_PLACES: Final = 1 << 16


@dataclass(slots=True)
class Sheet:
    """The sheet while it is being typed: coded columns by position and the typed arrays by target.

    ``spread`` keeps, for values laid out over the rows, the array that came of it and what it was laid out from.
    """

    raw: RawSheet
    recognition: Recognition
    dialect: Dialect
    problems: Problems
    columns: dict[int, Coded] = field(default_factory=dict)
    typed: dict[str, pa.Array] = field(default_factory=dict)
    spread: dict[str, tuple[pa.Array, pa.DictionaryArray]] = field(default_factory=dict)
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

    def remember(self, target: str, array: pa.Array, *, column: Coded, values: pa.Array) -> None:
        """Keep what a column was laid out from, where there are so few values that it serves to store them."""
        count = len(values)
        kind = pa.uint8() if count <= _BYTE_PLACES else pa.uint16() if count <= _SHORT_PLACES else pa.int32()
        if count <= _CODED_SHARE * self.rows and (pa.types.is_string(values.type) or kind != pa.int32()):
            self.spread[target] = array, pa.DictionaryArray.from_arrays(column.codes.cast(kind, safe=False), values)

    def as_coded(self, frame: pa.Table) -> pa.Table:
        """Return the frame of all typed rows with distinct values and their places, as far as kept."""
        columns = dict(zip(frame.column_names, frame.columns, strict=True))
        for name, (array, kept) in self.spread.items():
            if name in columns and self.typed.get(name) is array:  # nothing was filled in or taken off since
                columns[name] = kept
        for name in ("kind", "platform", "shop"):  # the same in all rows
            if name in columns and name not in self.typed:
                places = pa.array(np.zeros(frame.num_rows, dtype=np.int8))
                columns[name] = pa.DictionaryArray.from_arrays(places, columns[name].slice(0, 1).combine_chunks())
        return pa.table(columns)

    def _rank(self, header: str) -> int:
        alias = self.dialect.alias(header)
        return alias.rank if alias else len(self.dialect.aliases)
