"""One thing about offers that will go other than meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """How bad it is; the higher the worse."""

    NOTE = 0
    WARNING = 1
    SERIOUS = 2


class FindingCode(StrEnum):
    """What it is; the values that each holds stand behind it (fen where nothing is said)."""

    NOT_PRICED = "not_priced"  # what is written down can't be priced: left out of everything
    NO_GOODS = "no_goods"  # nothing is left of its goods
    UNKNOWN_GOODS = "unknown_goods"  # count, of
    OVERLAP = "overlap"  # common (articles), with ``other``: only the better one counts
    NEVER_COUNTS = "never_counts"  # ``other`` always gives at least as much
    CIRCLE = "circle"
    OVER = "over"
    STEP_NEVER = "step_never"  # step, minimum, orders, near
    STEP_ALWAYS = "step_always"  # step, minimum, orders, reached
    STEP_SPLIT = "step_split"  # step, minimum, value, times, split: so many orders of the step before give more
    STEP_WEAKER = "step_weaker"  # step: gives a smaller share than the one before
    BUNDLE_DEARER = "bundle_dearer"  # price, parts
    BUDGET_EARLY = "budget_early"  # days, of, a_day
    GIFT_COST = "gift_cost"  # its gifts have no cost


SEVERITIES: Mapping[FindingCode, Severity] = {
    FindingCode.NOT_PRICED: Severity.SERIOUS,
    FindingCode.NO_GOODS: Severity.SERIOUS,
    FindingCode.UNKNOWN_GOODS: Severity.WARNING,
    FindingCode.OVERLAP: Severity.NOTE,
    FindingCode.NEVER_COUNTS: Severity.WARNING,
    FindingCode.CIRCLE: Severity.WARNING,
    FindingCode.OVER: Severity.NOTE,
    FindingCode.STEP_NEVER: Severity.WARNING,
    FindingCode.STEP_ALWAYS: Severity.WARNING,
    FindingCode.STEP_SPLIT: Severity.WARNING,
    FindingCode.STEP_WEAKER: Severity.NOTE,
    FindingCode.BUNDLE_DEARER: Severity.SERIOUS,
    FindingCode.BUDGET_EARLY: Severity.WARNING,
    FindingCode.GIFT_COST: Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding on one offer; ``other`` is a second one, ``circle`` all of a circle; days where it holds, None open."""

    code: FindingCode
    offer_id: str
    other: str = ""
    first: date | None = None
    last: date | None = None
    values: Mapping[str, int] = field(default_factory=dict)
    circle: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return SEVERITIES[self.code]

    @property
    def days(self) -> int | None:
        """Number of days, None without a beginning or an end."""
        return None if self.first is None or self.last is None else (self.last - self.first).days + 1
