"""The parts that figures are made of: what is added up day by day, how, and which report gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a part counts."""

    MONEY = "money"  # integer fen
    PEOPLE = "people"
    COUNT = "count"
    SECONDS = "seconds"
    POINTS = "points"


class RollUp(StrEnum):
    """How a part of several days comes from its days; over shops all but ``LAST`` are added."""

    SUM = "sum"
    PEOPLE = "people"  # people counted once a day: the sum of days is an upper bound
    LAST = "last"  # the newest; already a mean, so that several shops have none together
    ORDERS = "orders"  # made anew from the orders of the period
    ITEMS = "items"  # made anew from the items of the period

    @property
    def is_window(self) -> bool:
        """Whether days say nothing of a period, which must be made anew."""
        return self in (RollUp.ORDERS, RollUp.ITEMS)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table has a part: the first of ``columns`` that is there, times ``weight`` where only a mean is given.

    Without columns the part is made by code of its own (one row an order, one row a refund).
    """

    columns: tuple[str, ...] = ()
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``count`` names the part whose number of events carries its chance (buyers for money)."""

    name: str
    zh: str
    en: str
    kind: Kind
    roll_up: RollUp
    count: str
    origins: Mapping[str, Origin]

    @property
    def tables(self) -> tuple[str, ...]:
        """The fact tables that may give it, the most complete first; "ads" stands for any cut of the ad reports."""
        return tuple(self.origins)
