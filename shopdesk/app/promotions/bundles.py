"""搭配: from the order files to sets of goods that belong together, what each would bring, and the offer made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from string import ascii_letters, digits
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.bundles.baskets import Baskets, Codes, baskets_of
from shopdesk.domain.promotions.bundles.counts import Flags
from shopdesk.domain.promotions.bundles.search import Findings, LeftOut, SetTable, find_sets, times_needed
from shopdesk.domain.promotions.bundles.value import Response, SetFacts, SetValue, value_of
from shopdesk.domain.promotions.bundles.variants import products
from shopdesk.domain.promotions.design import OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.replay.book import UNKNOWN, OrderBook
from shopdesk.domain.promotions.replay.rebuild import rebuild
from shopdesk.domain.promotions.replay.sold import sold

MOST_UNPROVEN: Final = 200
MOST_PROVEN: Final = 500
_LEAST_TITLES: Final = 8
_LIKELY: Final = 0.2
"""An unproven set is worth a line where chance gives it that seldom."""


@dataclass(frozen=True, slots=True)
class BundleResponse:
    """One row a shop: how its customers answer a set on offer, as ``Response`` says; what is shipped is unchecked."""

    key: str = "shop"
    shown: float = 0.10
    steepness: float = 2.5
    new: float = 0.80

    def response(self) -> Response:
        """Return it as the domain takes it."""
        return Response(self.shown, self.steepness, self.new)


SHIPPED: Final = BundleResponse()
USUAL: Final = SHIPPED.response()
BUNDLE_RESPONSE: Final = Collection("bundle_response", BundleResponse, ("key",))


class Standing(StrEnum):
    """What the list as a whole can say."""

    NO_ORDERS = "no_orders"  # nothing imported, or nothing paid in the period
    NO_LINES = "no_lines"  # orders, but no file says which goods were in them
    TOO_FEW = "too_few"  # no two goods stand together often enough to say anything
    UNPROVEN = "unproven"  # together, but no more than chance may give
    PROVEN = "proven"


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A set of goods; ``titles`` as customers read them, ``sold`` orders with each, ``facts`` what a value rests on.

    ``value`` is None where the set isn't proven. ``orders_needed`` says of an unproven one how many orders would
    prove it at its present rate (None: more than fifty times as many). ``offer_id`` is the offer made of it, "" none.
    """

    skus: tuple[str, ...]
    titles: tuple[str, ...]
    sold: tuple[int, ...]
    facts: SetFacts
    expected: float
    lift: float
    low: float
    high: float
    p_value: float
    is_proven: bool
    value: SetValue | None = None
    orders_needed: int | None = None
    offer_id: str = ""

    @property
    def key(self) -> str:
        """What names the set among the others."""
        return "\n".join(self.skus)

    @property
    def excess(self) -> float:
        """Orders more than by chance."""
        return self.facts.together - self.expected

    @property
    def sum_of_parts(self) -> int:
        """What the goods cost apart, fen: the mean of what a unit was sold at."""
        return sum(self.facts.prices)


@dataclass(frozen=True, slots=True)
class BundleStudy:
    """All sets worth a line, proven ones first by yuan a month, and what the counts rest on.

    ``carts`` are the orders of at least two different goods; ``most_together`` is the highest joint count of two
    goods, ``least`` what is asked for. Left out were ``variants`` and ``on_sale`` pairs, ``gifts`` lines and
    ``wholesale`` orders; ``no_lines`` orders have no lines. The usual pairs of this
    shop differ from chance by √``spread``, which a proven one has to stand out from; ``prefix`` begins all titles.
    """

    standing: Standing
    rows: tuple[BundleRow, ...] = ()
    orders: int = 0
    carts: int = 0
    first: date | None = None
    last: date | None = None
    span_days: int = 0
    least: int = 0
    most_together: int = 0
    tested: int = 0
    variants: int = 0
    on_sale: int = 0
    gifts: int = 0
    wholesale: int = 0
    no_lines: int = 0
    spread: float = 0.0
    knows_buyers: bool = False
    prefix: str = ""
    response: Response = USUAL

    @property
    def proven(self) -> int:
        """Number of sets that chance doesn't explain."""
        return sum(row.is_proven for row in self.rows)


@dataclass(frozen=True, slots=True)
class BundleQuestion:
    """A snapshot of what a study rests on."""

    orders: pd.DataFrame
    lines: pd.DataFrame
    costs: pd.DataFrame
    refunds: pd.DataFrame
    period: Period | None
    designs: tuple[OfferDesign, ...] = ()
    response: Response = USUAL


def response_of(workspace: Workspace) -> BundleResponse:
    """Return what the shop assumes, the shipped values where it has none of its own."""
    return next(iter(workspace.rows(BUNDLE_RESPONSE).values()), SHIPPED)


def assume_response(own: BundleResponse) -> SetRows:
    """Return the change of what the shop assumes; the shipped values need no document."""
    if own == SHIPPED:
        return SetRows.drop(BUNDLE_RESPONSE, [(own.key,)])
    return SetRows.put(BUNDLE_RESPONSE, [own])


def study_bundles(question: BundleQuestion, context: JobContext | None = None) -> BundleStudy:
    """Return the sets of a period's paid orders; a job's work."""
    book = rebuild(question.orders, question.lines, question.costs, question.period, refunds=question.refunds)
    if not book.orders:
        return BundleStudy(Standing.NO_ORDERS, response=question.response)
    _check(context)
    named = np.array([bool(sku) for sku in book.skus], dtype=np.bool_)[book.sku]
    paid = named & (book.item_price > 0)
    base = BundleStudy(
        Standing.NO_LINES,
        orders=book.orders,
        first=book.day.min().astype("datetime64[D]").astype(object),
        last=book.day.max().astype("datetime64[D]").astype(object),
        gifts=int((named & ~paid).sum()),
        no_lines=book.orders - len(np.unique(book.order_of_line()[named])),
        response=question.response,
    )
    if not paid.any():
        return base
    shown, evidence = _baskets(book, paid)
    _check(context)
    found = find_sets(shown, evidence, left=_left_out(question))
    _check(context)
    goods = _goods(book, paid, shown)
    rows = _rows(found, goods, question, days=max(1, shown.days), orders=book.orders)
    return replace(
        base,
        standing=_standing(rows, found),
        rows=rows,
        carts=shown.carts,
        span_days=shown.span_days,
        least=found.pairs.least,
        most_together=found.most_together,
        tested=found.pairs.tested,
        variants=found.variants,
        on_sale=found.sold,
        wholesale=shown.wholesale,
        spread=found.spread,
        knows_buyers=evidence is not shown,
        prefix=_shared_start(goods.titles),
    )


def bundle_design(row: BundleRow, discount: int, *, offer_id: str, name: str, start: date | None) -> OfferDesign:
    """Return the draft of a 搭配套餐 at ``discount`` fen off the sum of its parts."""
    price = max(0, row.sum_of_parts - discount)
    return OfferDesign(offer_id, OfferKind.BUNDLE, name, Status.DRAFT, start=start, skus=row.skus, value=price)


def with_offers(study: BundleStudy, designs: Iterable[OfferDesign]) -> BundleStudy:
    """Return the study with what was made of its sets: drafts change nothing that is counted."""
    made = {frozenset(one.skus): one.offer_id for one in designs if one.kind is OfferKind.BUNDLE}
    rows = tuple(replace(row, offer_id=made.get(frozenset(row.skus), "")) for row in study.rows)
    return replace(study, rows=rows)


def with_response(study: BundleStudy, response: Response) -> BundleStudy:
    """Return the study with its values made anew for another response: nothing is counted again."""
    rows = [row if row.value is None else replace(row, value=value_of(row.facts, response)) for row in study.rows]
    return replace(study, rows=_ranked(rows), response=response)


# --- parts


@dataclass(frozen=True, slots=True)
class _Goods:
    """By code: title, mean price (fen), cost (None unknown), and the orders with it."""

    titles: tuple[str, ...]
    prices: tuple[int, ...]
    costs: tuple[int | None, ...]
    sold: Codes


def _check(context: JobContext | None) -> None:
    if context is not None:
        context.check()


def _baskets(book: OrderBook, paid: Flags) -> tuple[Baskets, Baskets]:
    order = book.order_of_line()[paid]
    buyer = pd.Series(book.buyer[order]).where(lambda code: code != UNKNOWN)
    names = np.array(book.skus, dtype=object)
    return baskets_of(pd.Series(order), pd.Series(names[book.sku[paid]]), pd.Series(book.day[order]), buyer)


def _left_out(question: BundleQuestion) -> LeftOut:
    on_sale = (
        frozenset(one.skus)
        for one in question.designs
        if one.kind is OfferKind.BUNDLE and one.status is Status.ACTIVE and len(one.skus) > 1
    )
    told = sold(question.lines).drop_duplicates("article", keep="last") if len(question.lines.columns) else None
    articles: Sequence[tuple[str, str, str]] = ()
    if told is not None and len(told):
        articles = list(zip(told["article"], told["item_id"], told["title"], strict=True))
    return LeftOut(products(articles), tuple(on_sale))


def _goods(book: OrderBook, paid: Flags, baskets: Baskets) -> _Goods:
    place = {sku: code for code, sku in enumerate(book.skus)}
    codes = np.array([place[sku] for sku in baskets.skus], dtype=np.int64)
    sku, quantity = book.sku[paid], book.quantity[paid].astype(np.float64)
    units = np.bincount(sku, quantity, minlength=len(book.skus))
    worth = np.bincount(sku, book.item_price[paid] * quantity, minlength=len(book.skus))
    price = np.rint(np.divide(worth, units, out=np.zeros_like(worth), where=units > 0)).astype(np.int64)
    cost = np.full(len(book.skus), UNKNOWN, dtype=np.int64)
    known = book.cost >= 0
    cost[book.sku[known]] = book.cost[known]
    return _Goods(
        titles=tuple(book.titles[code] for code in codes.tolist()),
        prices=tuple(price[codes].tolist()),
        costs=tuple(value if value >= 0 else None for value in cost[codes].tolist()),
        sold=baskets.sold,
    )


def _shared_start(titles: Sequence[str]) -> str:
    """Return what all titles begin with, such as the shop's name, where there are enough of them to tell."""
    if len(titles) < _LEAST_TITLES:
        return ""
    first, last = min(titles), max(titles)
    shared = first[: next((place for place, sign in enumerate(first) if sign != last[place]), len(first))]
    return shared.rstrip(ascii_letters + digits)  # no word is cut in two


def _rows(found: Findings, goods: _Goods, question: BundleQuestion, *, days: int, orders: int) -> tuple[BundleRow, ...]:
    joint = {
        (a, b): count for (a, b), count in zip(found.pairs.goods.tolist(), found.pairs.together.tolist(), strict=True)
    }
    made = {frozenset(one.skus): one.offer_id for one in question.designs if one.kind is OfferKind.BUNDLE}
    rows = []
    for table in (found.pairs, found.triples):
        needed = times_needed(table, found.spread)
        for place in _worth_a_line(table):
            codes = table.goods[place].tolist()
            together, times = int(table.together[place]), float(needed[place])
            facts = SetFacts(
                tuple(goods.prices[code] for code in codes),
                tuple(goods.costs[code] for code in codes),
                _open_orders(codes, together, joint, goods.sold),
                together,
                days,
            )
            is_proven = bool(table.accepted[place])
            names = table.names(place)
            row = BundleRow(
                skus=names,
                titles=tuple(goods.titles[code] for code in codes),
                sold=tuple(int(goods.sold[code]) for code in codes),
                facts=facts,
                expected=float(table.expected[place]),
                lift=float(table.lift[place]),
                low=float(table.low[place]),
                high=float(table.high[place]),
                p_value=float(table.p_value[place]),
                is_proven=is_proven,
                value=value_of(facts, question.response) if is_proven else None,
                orders_needed=None if is_proven or np.isnan(times) else round(times * orders),
                offer_id=made.get(frozenset(names), ""),
            )
            rows.append(row)
    return _ranked(rows)


def _worth_a_line(table: SetTable) -> list[int]:
    """Return the places of the proven sets and of the unproven that chance gives seldom, most certain first."""
    proven = np.flatnonzero(table.accepted)[:MOST_PROVEN]
    likely = np.flatnonzero(~table.accepted & (table.lift > 1) & (table.p_value <= _LIKELY))[:MOST_UNPROVEN]
    return [*proven.tolist(), *likely.tolist()]


def _open_orders(codes: list[int], together: int, joint: Mapping[tuple[int, int], int], sold: Codes) -> tuple[int, ...]:
    """Return, by article, the orders that hold all others of the set but not this one."""
    others = [[other for other in codes if other != code] for code in codes]
    held = [int(sold[rest[0]]) if len(rest) == 1 else joint.get((rest[0], rest[1]), together) for rest in others]
    return tuple(max(0, count - together) for count in held)


def _ranked(rows: Iterable[BundleRow]) -> tuple[BundleRow, ...]:
    """Return the proven by yuan a month, those without a known margin behind them, then the others by chance."""

    def place(row: BundleRow) -> tuple[int, float, float]:
        if not row.is_proven:
            return 2, row.p_value, -row.excess
        advised = row.value.advised if row.value is not None else None
        return (1, -row.excess, 0.0) if advised is None else (0, -advised.contribution.median, -row.excess)

    return tuple(sorted(rows, key=place))


def _standing(rows: Sequence[BundleRow], found: Findings) -> Standing:
    if any(row.is_proven for row in rows):
        return Standing.PROVEN
    return Standing.UNPROVEN if len(found.pairs) else Standing.TOO_FEW
