"""The metrics of the field: what each is made of, so that nobody adds or averages a ratio."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Unit(StrEnum):
    """The unit of a metric; stored money is integer fen where it can be added, yuan where it is a ratio."""

    MONEY = "money"
    COUNT = "count"
    PEOPLE = "people"
    RATIO = "ratio"
    TIMES = "ratio_x"
    SECONDS = "seconds"
    NUMBER = "number"


class Good(StrEnum):
    """Which direction is good for the shop."""

    UP = "up"
    DOWN = "down"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric: ``numerator / denominator * factor`` over sums, or a plain sum where both are empty.

    ``addends`` are further columns added to the numerator. ``fallback_denominator`` stands in where a
    report lacks the denominator (an item report counts item-page visitors, not shop visitors).
    ``additive`` False without a formula means that the figure can only be shown as the platform gave it.
    """

    name: str
    zh: str
    en: str
    unit: Unit
    additive: bool
    numerator: str = ""
    denominator: str = ""
    factor: float = 1.0
    good: Good = Good.CONTEXT
    note: str = ""
    addends: tuple[str, ...] = ()
    fallback_denominator: str = ""

    @property
    def is_fen(self) -> bool:
        """Whether the stored column is integer fen (additive money)."""
        return self.unit is Unit.MONEY and self.additive

    @property
    def parts(self) -> tuple[str, ...]:
        """Columns whose sums give the value; a table need not hold the fallback denominator."""
        if not self.numerator:
            return (self.name,)
        fallback = (self.fallback_denominator,) if self.fallback_denominator else ()
        return (self.numerator, *self.addends, self.denominator, *fallback)


Catalogue: TypeAlias = Mapping[str, Metric]


def evaluate(metric: Metric, sums: Mapping[str, float], *, catalogue: Catalogue) -> float | None:
    """Return the value of a metric from sums of its parts; money in yuan, None where it can't be known.

    ``sums`` holds column sums (fen for additive money). People counts are summed as given: the caller
    names them an upper bound.
    """
    if not metric.numerator:
        value = sums.get(metric.name)
        import pandas as pd  # heavy, and not needed before the first picture

        if value is None or pd.isna(value):
            return None
        return value / 100 if metric.is_fen else float(value)
    above = _total((metric.numerator, *metric.addends), sums, catalogue=catalogue)
    below = evaluate(catalogue[metric.denominator], sums, catalogue=catalogue)
    if below is None and metric.fallback_denominator:
        below = evaluate(catalogue[metric.fallback_denominator], sums, catalogue=catalogue)
    if above is None or not below:
        return None
    return above / below * metric.factor


def _total(names: Iterable[str], sums: Mapping[str, float], *, catalogue: Catalogue) -> float | None:
    values = [evaluate(catalogue[name], sums, catalogue=catalogue) for name in names]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def needed_columns(metrics: Iterable[Metric]) -> tuple[str, ...]:
    """Return the stored columns that the given metrics are summed from, each once."""
    return tuple(dict.fromkeys(part for metric in metrics for part in metric.parts))
