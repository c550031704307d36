"""Regions with their percents as they come from a spreadsheet: names in either language, or one percent for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shopdesk.domain.bidding.dimensions import short_region
from shopdesk.ui.bidding.columns import whole_percent
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.grid import CellError


@dataclass(slots=True)
class PastedRegions:
    """Percents by canonical name; ``unread`` are lines without a percent, with why; ``strangers`` no regions."""

    percents: dict[str, int] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def pasted_regions(rows: Sequence[tuple[str, str]], selected: Iterable[str]) -> PastedRegions:
    """Read lines of (name or "", text); a text without a name is for the selected regions."""
    found = PastedRegions()
    for name, text in rows:
        try:
            value = whole_percent(text)
        except CellError as error:
            found.unread.append(f"{name} {text}: {error}".strip())
            continue
        targets = tuple(selected) if not name else _region(name)
        if not targets:
            found.strangers.append(name or text)
        found.percents.update(dict.fromkeys(targets, value))
    return found


def _region(name: str) -> tuple[str, ...]:
    plain = name.strip()
    short = short_region(plain)
    if short in BY_NAME:
        return (short,)
    return tuple(region.name for region in BY_NAME.values() if plain in (region.english, region.code))
