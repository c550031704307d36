"""How a platform works offers out: odd fen, groups, pairs that can't be combined, and who wins a tie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopdesk.domain.promotions.rounding import Allocation, Rounding


class GroupRule(StrEnum):
    """What happens inside a group of offers."""

    BEST_OF_ORDER = "best_of_order"  # one offer for the whole order: the one that saves most
    BEST_PER_LINE = "best_per_line"  # one offer for each unit: together they save most
    POOL_EQUAL = "pool_equal"  # 每满减 of the same step count their goods together (跨店满减)


class TieBreak(StrEnum):
    """What decides between offers of a group that save the same."""

    FACE_VALUE = "face_value"  # the higher
    THRESHOLD = "threshold"  # the higher
    EXPIRY = "expiry"  # the earlier
    ID = "id"  # the smaller


@dataclass(frozen=True, slots=True)
class Policy:
    """How a platform works offers out; ties not decided by ``tie_break`` go to the offer given first."""

    allocation: Allocation = Allocation.FLOOR_REST_LAST
    percent_rounding: Rounding = Rounding.HALF_UP
    groups: Mapping[str, GroupRule] = field(default_factory=dict)
    conflicts: frozenset[frozenset[str]] = frozenset()
    tie_break: tuple[TieBreak, ...] = ()
