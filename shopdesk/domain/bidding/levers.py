"""Everything an operator sets in a plan, as numbers: what a proposal gives, a forecast weighs and a console gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Levers:
    """Bids in fen by word key, percent by slot of the week, by region and by audience (100 unchanged, 0 off).

    A region or audience that isn't named is at 100. ``daily_budget`` in fen, None: none known.
    """

    bids: Mapping[str, int] = field(default_factory=dict)
    hours: tuple[int, ...] = ()
    regions: Mapping[str, int] = field(default_factory=dict)
    audiences: Mapping[str, int] = field(default_factory=dict)
    daily_budget: int | None = None
