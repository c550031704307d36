"""What is wrong with imported data, as values: the interface words them, in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much an issue costs the user."""

    INFO = "info"  # nothing is missing: a total row was skipped
    WARNING = "warning"  # a cell is missing, the row went in
    ROW = "row"  # the row was refused and kept aside
    FILE = "file"  # nothing of the file or sheet could be used


@dataclass(frozen=True, slots=True)
class Place:
    """Where an issue stands; ``row`` is 1-based as Excel shows it."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One refused cell, row, sheet or file; ``code`` names a text in ``resources/messages/issues.toml``."""

    code: str
    severity: Severity
    place: Place = Place()
    value: str = ""
    values: Mapping[str, str | int | float] = field(default_factory=dict)
