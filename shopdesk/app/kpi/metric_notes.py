"""What the dictionary says of a shipped metric beside its formula: traps, and where the definition was seen."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from shopdesk import assets

UNSEEN: Final = "common"
"""A general definition that no page was seen for."""


@dataclass(frozen=True, slots=True)
class MetricNote:
    """The note on a metric in both languages; ``is_checked`` False where the user should check the definition."""

    zh: str = ""
    en: str = ""
    is_checked: bool = False


@cache
def metric_notes() -> Mapping[str, MetricNote]:
    """Return the notes by metric; read when somebody looks at them, not at the start."""
    with assets.path("metric_dictionary.toml").open("rb") as file:
        entries = tomllib.load(file)["metric"]
    return {
        entry["key"]: MetricNote(
            entry.get("note_zh", ""), entry.get("note_en", ""), entry.get("evidence", UNSEEN) != UNSEEN
        )
        for entry in entries
    }
