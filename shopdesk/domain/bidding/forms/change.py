"""What differs between two sets of levers, as rows that an operator takes or refuses one by one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import LimitProblem


class Lever(StrEnum):
    """What a change turns; the names are those of a forecast's drivers, the order that of the screen."""

    BUDGET = "budget"
    WORDS = "words"
    HOURS = "hours"
    REGIONS = "regions"
    AUDIENCES = "audiences"


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of the week: days ``first_day`` to ``last_day`` (Monday 0, both inside), minutes of the day from
    ``start`` up to ``end`` (1440: midnight)."""

    first_day: int
    last_day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Money:
    """What a change alone should bring over ``days`` days, fen: more or less spend, and profit with its interval.

    ``within``: not alone, but what the plan as a whole would lose without it. So are those weighed that rest on others:
    a raise for which bids fall would seem to lose money by itself.

    Changes work on one another, so that the money of rows doesn't add up to that of the plan.
    """

    spend: float
    profit: Range
    days: int
    within: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row: ``old`` → ``new``, percent of the bid for modifiers, fen for words and budget; None is not known.

    ``name`` is the word key, region or audience, "" for hours and the budget; ``label`` what people read for it.
    ``group`` is there where regions move into a cloned plan (``new`` is its percent). ``problem`` says what the
    platform has against it. ``key`` stays the same as long as the change does. ``is_stand_in``: today's bid isn't
    known and the price of a click stands in, so that only ``step`` may be said and written.
    """

    lever: Lever
    key: str
    old: int | None
    new: int | None
    name: str = ""
    label: str = ""
    block: Block | None = None
    group: RegionGroup | None = None
    problem: LimitProblem | None = None
    money: Money | None = None
    is_stand_in: bool = False

    @property
    def is_money(self) -> bool:
        """Whether old and new are fen rather than percents."""
        return self.lever in (Lever.WORDS, Lever.BUDGET)

    @property
    def step(self) -> float | None:
        """By which share of itself a value changes; None where one side is off or unknown."""
        return self.new / self.old - 1 if self.old and self.new else None
