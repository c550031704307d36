"""The search over a shop's own reports: each cut is searched for itself, and every finding gets its yuan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from shopdesk.domain.currencies import of_one_currency
from shopdesk.domain.kpi.day_rows import Frames, day_rows
from shopdesk.domain.kpi.segments.build import item_labels
from shopdesk.domain.kpi.segments.orders import by_buyer, paid_orders
from shopdesk.domain.kpi.segments.rows import LABEL
from shopdesk.domain.kpi.segments.scan import ANSWERS, Finding, scan
from shopdesk.domain.kpi.segments.sources import source_details
from shopdesk.domain.kpi.segments.sums import BUYER, ITEM, REGION, SOURCE, SOURCE_1
from shopdesk.domain.kpi.segments.swings import is_usual
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

SEARCH_TABLES: Final = ("shop_source", "item_source", "item_daily", "orders")
"""The fact tables that the search reads."""


class Factor(StrEnum):
    """Which figure of a slice moved on its own."""

    VISITORS = "visitors"
    CONVERSION = "conversion"  # buyers given visitors
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Answer:
    """One slice of one cut: what moved, and about how many yuan that made (None where no money is told).

    ``days_before`` and ``days`` count the days on which the periods have this report.
    """

    table: str
    factor: Factor
    finding: Finding
    yuan: float | None
    days_before: int
    days: int


@dataclass(frozen=True, slots=True)
class Searched:
    """The answers, most yuan first; ``sure`` of them are told from chance. ``tables`` were searched."""

    answers: tuple[Answer, ...]
    tables: tuple[str, ...]

    @property
    def sure(self) -> tuple[Answer, ...]:
        """The answers that chance does not explain, without other readings of the same."""
        return tuple(one for one in self.answers if not one.finding.is_weak and not one.finding.is_reading)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Rows of one report with a day, its dimensions, and the columns of its figures."""

    table: str
    rows: pd.DataFrame
    dimensions: tuple[str, ...]
    figures: Mapping[str, str]


def search_shop(frames: Frames, *, before: Period, after: Period, check: Callable[[], None] = lambda: None) -> Searched:
    """Return which slices moved on their own between two periods; ``check`` may raise to stop.

    A slice that swings as much anyhow is weak, as one that chance explains. Cuts overlap (the same money by source and
    by region): their yuan are never added.
    """
    frames = of_one_currency({name: frame for name, frame in frames.items() if name in SEARCH_TABLES})
    answers: list[Answer] = []
    tables = []
    for cut in _cuts(frames):
        check()
        sides = tuple(_within(cut.rows, period) for period in (before, after))
        if any(side.empty for side in sides):
            continue
        tables.append(cut.table)
        days = tuple(int(side["date"].nunique()) for side in sides)
        for factor, numerator, denominator in _questions(cut):
            found = scan(
                *sides,
                dimensions=cut.dimensions,
                numerator=numerator,
                denominator=denominator,
                most=ANSWERS,
            )
            for one in found:
                usual = not one.is_weak and is_usual(
                    cut.rows, one.attributes, numerator=numerator, denominator=denominator, before=before, after=after
                )
                judged = replace(one, is_weak=True) if usual else one
                answers.append(Answer(cut.table, factor, judged, _yuan(cut, sides, one, factor), *days))
    answers.sort(key=lambda one: (one.finding.is_weak, one.finding.is_reading, -abs(one.yuan or 0.0)))
    return Searched(tuple(answers), tuple(dict.fromkeys(tables)))


def _cuts(frames: Frames) -> Iterator[_Cut]:
    sources = day_rows(frames, "shop_source")
    if sources is not None and "source_1" in sources.columns:
        rows = source_details(sources)
        yield _cut("shop_source", rows.assign(**{SOURCE: rows[LABEL], SOURCE_1: rows["source_1"]}), (SOURCE_1, SOURCE))
    item_sources = day_rows(frames, "item_source")
    if item_sources is not None and {"source_1", "item_id"} <= set(item_sources.columns):
        rows = source_details(item_sources.assign(shop=item_sources["shop"] + "\n" + item_sources["item_id"]))
        rows = rows.assign(**{SOURCE: rows[LABEL], ITEM: item_labels(rows)})
        yield _cut("item_source", rows, (SOURCE, ITEM))
    items = day_rows(frames, "item_daily")
    if items is not None and {"item", "item_id"} & set(items.columns):
        visitors = "item_visitors" if "item_visitors" in items.columns else "visitors"
        yield _cut("item_daily", items.assign(**{ITEM: item_labels(items)}), (ITEM,), visitors=visitors)
    orders = paid_orders(frames.get("orders"))
    if orders is not None:
        rows = orders
        labelled = by_buyer(orders)
        dimensions = [name for name in (REGION, "platform") if name in orders and orders[name].nunique() > 1]
        if labelled is not None:
            rows = labelled.assign(**{BUYER: labelled[LABEL]})
            dimensions.append(BUYER)
        if dimensions:
            yield _cut("orders", rows, tuple(dimensions), orders="pay_orders", money="paid")


def _cut(
    table: str,
    rows: pd.DataFrame,
    dimensions: tuple[str, ...],
    *,
    visitors: str = "visitors",
    buyers: str = "pay_buyers",
    orders: str = "",
    money: str = "pay_amount",
) -> _Cut:
    named = {"orders": orders} if orders else {"visitors": visitors, "buyers": buyers}
    return _Cut(table, rows, dimensions, {k: v for k, v in {**named, "money": money}.items() if v in rows.columns})


def _within(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    import pandas as pd

    return rows.loc[rows["date"].between(pd.Timestamp(period.start), pd.Timestamp(period.end))]


def _questions(cut: _Cut) -> Iterator[tuple[Factor, str, str]]:
    """Yield what is asked of a cut: a factor with its numerator and denominator."""
    if "orders" in cut.figures:
        yield Factor.ORDERS, cut.figures["orders"], ""
    if "visitors" in cut.figures:
        yield Factor.VISITORS, cut.figures["visitors"], ""
        if "buyers" in cut.figures:
            yield Factor.CONVERSION, cut.figures["buyers"], cut.figures["visitors"]


def _yuan(cut: _Cut, sides: tuple[pd.DataFrame, ...], found: Finding, factor: Factor) -> float | None:
    """Return the gap in yuan: at what one visitor, buyer or order of the slice brought in both periods together."""
    per = cut.figures.get({Factor.VISITORS: "visitors", Factor.CONVERSION: "buyers"}.get(factor, "orders"))
    money = cut.figures.get("money")
    if per is None or money is None:
        return None
    count = fen = 0.0
    for side in sides:
        inside = side
        for name, value in found.attributes.items():
            inside = inside.loc[inside[name] == value]
        count += float(inside[per].sum())
        fen += float(inside[money].sum())
    return found.gap * fen / 100 / count if count > 0 else None
