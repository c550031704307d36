"""The lowest price a unit may be sold at: its cost, its cost and a margin, or what the shop has set for the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_WHOLE_TENTHS = 1000  # tenths of a percent


class FloorKind(StrEnum):
    """What a floor is made of."""

    NONE = "none"
    COST = "cost"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class FloorRule:
    """The floor of all articles; ``margin`` is the least share of the price that stays, tenths of a percent."""

    kind: FloorKind = FloorKind.NONE
    margin: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.margin < _WHOLE_TENTHS:
            raise ValueError("a margin is at least 0 and below 100 percent")

    def floor(self, cost: int | None) -> int | None:
        """Return the lowest price of a unit in fen, rounded up; None without a rule or without a cost."""
        if cost is None or self.kind is FloorKind.NONE:
            return None
        if self.kind is FloorKind.COST:
            return cost
        return -(-cost * _WHOLE_TENTHS // (_WHOLE_TENTHS - self.margin))


def unit_floors(costs: Mapping[str, int | None], rule: FloorRule, own: Mapping[str, int]) -> dict[str, int]:
    """Return the floors known by article (sku), fen: the shop's own price for the article, else by the rule."""
    found = {sku: floor for sku, cost in costs.items() if (floor := rule.floor(cost)) is not None}
    return {**found, **own}
