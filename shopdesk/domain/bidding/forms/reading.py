"""A week read back from a text that somebody pasted or a console gave, whichever of the known forms it has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadWeek:
    """A week as it was read: percent by slot, Monday 00:00 first, and how fine it is."""

    cells: tuple[int, ...]
    slots_per_hour: int
