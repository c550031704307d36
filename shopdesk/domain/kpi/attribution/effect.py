"""An effect that is handed down: what a factor of a metric, or a segment of it, brought, with the sums behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.chance import Spread


@dataclass(frozen=True, slots=True)
class Effect:
    """What is handed down: the factor's sums (yuan, counts) over ``days`` days a side, and what a step of it is worth.

    ``slope`` times the difference of the shown figure is ``effect``. ``base`` are the sums of the whole shop where
    ``sums`` are those of a segment.
    """

    link: Link
    sums: tuple[Mapping[str, float], Mapping[str, float]]
    compared_days: tuple[int, int]
    per_day: bool
    slope: float
    effect: float
    spread: Spread
    base: tuple[Mapping[str, float], Mapping[str, float]] | None = None

    @property
    def weighed(self) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """The sums of the whole shop, of which weights are shares."""
        return self.base or self.sums
