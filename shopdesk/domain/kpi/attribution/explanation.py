"""What an explanation holds: two values, their difference in parts, and what can't be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.chance import MIN_EVENTS, Chance
from shopdesk.domain.kpi.attribution.coincidences import Coincidence
from shopdesk.domain.kpi.attribution.effect import Effect
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.sides import Side
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.figures import Basis


class Lack(StrEnum):
    """Why nothing can be explained."""

    NO_BEFORE = "no_before"  # no day of the period before has all parts
    NO_AFTER = "no_after"
    NO_BASE = "no_base"  # a ratio whose base is 0
    JOINED_LATER = "joined_later"  # a platform came in between: growth that is none


@dataclass(frozen=True, slots=True)
class Unexplained:
    """No explanation: the reason, and the parts that are missing."""

    metric: BoardMetric
    lack: Lack
    parts: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One effect (yuan, fraction, number as the metric) with its own figure before and after, None where unknown.

    ``mix`` and ``rate`` divide the effect of a segment of a ratio: its weight and its own rate.
    """

    label: str
    before: float | None
    after: float | None
    effect: float
    chance: Chance | None = None
    mix: float | None = None
    rate: float | None = None

    @property
    def is_chance(self) -> bool:
        """Whether chance alone could make it."""
        return self.chance is not None and self.chance.covers(self.effect)


@dataclass(frozen=True, slots=True)
class Split:
    """A factor by the segments of one dimension; all parts together are the factor's effect.

    ``parts`` are the largest segments, ``others`` stands for the ``others_count`` smaller ones, ``remainder`` for what
    no report gives a segment for.

    ``overlap`` is the share by which people were counted in several segments and everything was scaled down
    (None: not needed). ``covered`` are shares of the factor that the segments hold, before and after.
    ``days`` are report days, before and after, where they are fewer than the days compared.
    """

    dimension: str
    parts: tuple[Part, ...]
    remainder: Part | None
    covered: tuple[float, float]
    overlap: float | None = None
    days: tuple[int, int] | None = None
    others: Part | None = None
    others_count: int = 0

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """Parts, others and remainder: the list that adds up."""
        return (*self.parts, *(part for part in (self.others, self.remainder) if part is not None))


@dataclass(frozen=True, slots=True)
class Refused:
    """A split that would mislead: the segments' report covers the two periods differently."""

    dimension: str
    covered: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of the chain, its effect on the metric, and the effect by segments where reports give them.

    ``handed`` is the effect with its sums, of which a segment can be divided further.
    """

    link: Link
    part: Part
    splits: tuple[Split, ...] = ()
    refused: tuple[Refused, ...] = ()
    handed: Effect | None = None

    def split(self, dimension: str = "") -> Split | None:
        """Return the split by a dimension, the best one without a name."""
        if not dimension:
            return self.splits[0] if self.splits else None
        return next((one for one in self.splits if one.dimension == dimension), None)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A metric of two periods and its difference in parts. Effects add up to ``change``, splits to their factor.

    ``whole`` is the metric itself as a factor: its splits say which segment the change lies in. ``per_day``
    says that daily means are compared. ``usual_method`` is False where a figure of 0 or less forced another method.
    """

    metric: BoardMetric
    before: Side
    after: Side
    value_before: float
    value_after: float
    method: Method
    usual_method: bool
    per_day: bool
    basis: Basis
    factors: tuple[Factor, ...]
    whole: Factor
    events: tuple[float, float] | None
    learnt_days: int
    coincidences: tuple[Coincidence, ...] = ()
    is_chain: bool = True

    @property
    def change(self) -> float:
        """The difference that the effects add up to."""
        return self.value_after - self.value_before

    @property
    def prefers_whole(self) -> bool:
        """Whether segments of the metric itself say more than its factors: it is no chain, and a report divides it."""
        return not self.is_chain and bool(self.whole.splits)

    @property
    def is_thin(self) -> bool:
        """Whether too few events stand behind one of the periods to say more than arithmetic."""
        return self.events is not None and min(self.events) < MIN_EVENTS

    @property
    def is_chance(self) -> bool:
        """Whether chance alone could make the whole change."""
        return self.whole.part.is_chance

    @property
    def missing_days(self) -> int:
        """Days of both periods that are left out."""
        return len(self.before.missing) + len(self.after.missing)

    def dimensions(self) -> Iterator[str]:
        """Yield the dimensions that any factor is split by, each once."""
        yield from dict.fromkeys(split.dimension for factor in self.factors for split in factor.splits)
