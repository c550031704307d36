"""The figures that the board can show: what each is made of, so that periods add sums and never ratios."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from shopdesk.domain.kpi.parts import Kind, Origin, Part, RollUp
from shopdesk.domain.kpi.shipped import METRICS as METRIC_ROWS
from shopdesk.domain.kpi.shipped import PARTS as PART_ROWS
from shopdesk.domain.metrics import Good, Unit

if TYPE_CHECKING:  # the language is loaded with the first formula, not with the first picture
    from shopdesk.domain.kpi.term import Term

PARTS: Final[dict[str, Part]] = {
    name: Part(
        name,
        zh,
        en,
        Kind(kind),
        RollUp(roll_up),
        count,
        {table: Origin(columns, weight) for table, (columns, weight) in origins.items()},
    )
    for name, zh, en, kind, roll_up, count, origins in PART_ROWS
}
"""Every part by its name."""

AD_CUTS: Final = ("ad_campaign", "ad_scene", "ad_adgroup", "ad_item", "ad_keyword")
"""Cuts of the same spend, the most complete first."""

OWN_SHEET: Final = "own_sheet"
"""Where a part stands that no platform's report is known to tell: a general table by day, kept with the shop's own."""

BOARD_TABLES: Final = tuple(
    dict.fromkeys(
        table
        for table in ("shop_daily", *AD_CUTS, *(table for part in PARTS.values() for table in part.tables))
        if table not in ("ads", OWN_SHEET)
    )
)
"""The fact tables that the board reads."""

FEN_PARTS: Final = frozenset(part.name for part in PARTS.values() if part.kind is Kind.MONEY)
"""Parts whose daily sums are integer fen."""

PEOPLE_PARTS: Final = frozenset(part.name for part in PARTS.values() if part.roll_up is RollUp.PEOPLE)
"""Parts that count distinct people: a sum over days is only an upper bound."""

AD_PARTS: Final = {part.name: part.origins["ads"].columns[0] for part in PARTS.values() if "ads" in part.origins}
"""Parts that come from one cut of the ad reports, with their column there."""


@dataclass(frozen=True, slots=True)
class BoardMetric:
    """One figure: a sum of ``numerator``, or ``numerator / denominator * factor`` over sums of the same days.

    One that is neither has its parts in ``formula`` and no numerator. ``count`` names the part whose number of
    events carries the chance in the figure (buyers for money). ``window_days``: every figure is that of so many
    days up to the end of its day or period (a repeat rate grows with the days it looks at); 0 for none.
    """

    name: str
    zh: str
    en: str
    unit: Unit
    numerator: str
    denominator: str = ""
    factor: float = 1.0
    good: Good = Good.UP
    count: str = ""
    formula: str = ""
    window_days: int = 0
    group: str = ""

    @property
    def term(self) -> Term:
        """The formula over parts."""
        from shopdesk.domain.kpi.formula import stored
        from shopdesk.domain.kpi.term import Name, Number, Pair

        if self.formula:
            return stored(self.formula)
        term: Term = Name(self.numerator)
        if self.denominator:
            term = Pair("/", term, Name(self.denominator))
        return term if self.factor == 1 else Pair("*", term, Number(self.factor))

    @property
    def parts(self) -> tuple[str, ...]:
        """The daily parts whose sums give the value."""
        if self.formula:
            from shopdesk.domain.kpi.formula import stored
            from shopdesk.domain.kpi.term import names

            return names(stored(self.formula))
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    @property
    def sums(self) -> tuple[Term, ...]:
        """The sum over parts that it is, or the two sums that it is the ratio of; nothing where it is neither."""
        from shopdesk.domain.kpi.term import sums_of

        return sums_of(self.term)

    @property
    def is_ratio(self) -> bool:
        """Whether it is one sum over another, which is made anew from sums and never added."""
        return len(self.sums) > 1 if self.formula else bool(self.denominator)

    @property
    def counts_people(self) -> bool:
        """Whether the figure over several days rests on people counted once a day."""
        return any(part in PEOPLE_PARTS for part in self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether the figure of a period is the sum of the figures of its days; no ratio does."""
        if self.window_days or any(roll_up(part) not in _ADDED for part in self.parts):
            return False
        if self.formula:
            from shopdesk.domain.kpi.formula import stored
            from shopdesk.domain.kpi.term import is_linear

            return is_linear(stored(self.formula))
        return not self.denominator

    @property
    def is_of_its_day(self) -> bool:
        """Whether a day's figure rests on that day alone; one that looks back is no news when it goes on."""
        return not self.window_days and all(roll_up(part) in _ADDED for part in self.parts)


Catalogue: TypeAlias = Mapping[str, BoardMetric]
"""The metrics in force by name: the shipped ones and the user's own."""

_ADDED: Final = frozenset({RollUp.SUM, RollUp.PEOPLE})


def roll_up(part: str) -> RollUp:
    """Return how a part rolls up over days; one that is not listed is added."""
    known = PARTS.get(part)
    return known.roll_up if known else RollUp.SUM


BOARD: Final[dict[str, BoardMetric]] = {
    name: BoardMetric(
        name, zh, en, Unit(unit), above, below, factor, Good(good), count, formula, window_days=window, group=group
    )
    for name, zh, en, group, unit, above, below, factor, formula, good, count, window in METRIC_ROWS
}
"""The shipped metrics by name."""

DEFAULT_TILES: Final = ("pay_amount", "visitors", "pay_cvr", "aov", "ad_cost", "ad_roi", "refund_rate")

PART_NAMES: Final[dict[str, tuple[str, str]]] = {part.name: (part.zh, part.en) for part in PARTS.values()}
"""Names of the parts in Chinese and English, as formulas say them."""
