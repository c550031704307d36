"""From a workspace to a replay: orders as carts, floors, and what today's offers and each candidate make of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import pandas as pd

from shopdesk.app.jobs import JobContext
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.floors import ARTICLE_FLOORS, SHOP_FLOOR, article_floors, floor_rule
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.categories import article_categories
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.design_offers import beside, to_offers
from shopdesk.domain.promotions.floors import FloorRule, unit_floors
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.replay.book import Fen, OrderBook
from shopdesk.domain.promotions.replay.rebuild import rebuild
from shopdesk.domain.promotions.replay.record import Replay
from shopdesk.domain.promotions.replay.start import article_costs, line_floors, starting_prices
from shopdesk.domain.promotions.replay.summary import happened, replay
from shopdesk.domain.promotions.stacking import Stacking

TABLES: Final = ("orders", "order_lines", "costs", "refunds")
_ITEMS: Final = "item_daily"
READ: Final = frozenset({*TABLES, _ITEMS, OFFERS.name, SHOP_FLOOR.name, ARTICLE_FLOORS.name})
"""All tables and documents that a study rests on."""


@dataclass(frozen=True, slots=True)
class KnownBook:
    """A book with the frames that it was made of: while none of them changes it needn't be made again."""

    frames: tuple[pd.DataFrame, ...] = field(repr=False)
    period: Period | None
    book: OrderBook = field(repr=False)


def known_book(workspace: Workspace, period: Period | None, context: JobContext, known: KnownBook | None) -> KnownBook:
    """Return the paid orders of a period as carts, those of ``known`` where nothing changed since."""
    frames = []
    for name in TABLES:
        context.check()
        frames.append(workspace.frame(name))
    if known is not None and known.period == period and all(a is b for a, b in zip(known.frames, frames, strict=True)):
        return known
    orders, lines, costs, refunds = frames
    return KnownBook(tuple(frames), period, rebuild(orders, lines, costs, period, refunds=refunds))


@dataclass(frozen=True, slots=True)
class ReplayQuestion:
    """What one study rests on: an immutable snapshot of the documents.

    ``candidates`` are replayed beside the offers in use, each without the others of its campaign. ``dated`` lets
    offers count only on the days of their period.
    """

    designs: tuple[OfferDesign, ...]
    candidates: tuple[OfferDesign, ...]
    stacking: Stacking
    period: Period | None
    rule: FloorRule
    own_floors: Mapping[str, int]
    dated: bool = False
    known: KnownBook | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ReplayStudy:
    """The same orders as they happened, under the offers in use, and under each candidate (by its id).

    ``refused`` candidates can't be priced as they are written down. ``prices`` are what units cost before any offer,
    ``floors`` what they may cost at least (0 none), fen a unit by line. ``known`` goes into the next question.
    """

    happened: Replay
    today: Replay
    candidates: Mapping[str, Replay]
    refused: tuple[str, ...]
    prices: Fen = field(repr=False)
    floors: Fen = field(repr=False)
    known: KnownBook = field(repr=False)

    @property
    def book(self) -> OrderBook:
        """The orders."""
        return self.known.book


def replay_question(
    workspace: Workspace,
    stacking: Stacking,
    *,
    period: Period | None,
    candidates: Collection[str] = (),
    dated: bool = False,
    known: KnownBook | None = None,
) -> ReplayQuestion:
    """Return a snapshot of the documents, for ``study_replay``; ``candidates`` are ids of offers."""
    designs = tuple(workspace.rows(OFFERS).values())
    return ReplayQuestion(
        designs=designs if dated else ended_off(designs, last_order_day(workspace)),
        candidates=tuple(design for design in designs if design.offer_id in candidates),
        stacking=stacking,
        period=period,
        rule=floor_rule(workspace),
        own_floors=article_floors(workspace),
        dated=dated,
        known=known,
    )


def last_order_day(workspace: Workspace) -> date | None:
    """Return the last day of the orders in the files, None without any."""
    orders = workspace.frame("orders")
    found = [orders[name].max() for name in ("paid_at", "created_at") if name in orders.columns and len(orders)]
    known = [pd.Timestamp(one).date() for one in found if not pd.isna(one)]
    return max(known, default=None)


def ended_off(designs: Iterable[OfferDesign], last: date | None) -> tuple[OfferDesign, ...]:
    """Return offers with those switched off that ended before the last order: they count no more, in use or not."""
    return tuple(
        replace(one, status=Status.OFF) if last is not None and one.end is not None and one.end < last else one
        for one in designs
    )


def study_replay(question: ReplayQuestion, workspace: Workspace, context: JobContext) -> ReplayStudy:
    """Read the order files and price them again; a job's work, since reading never changes a workspace."""
    known = known_book(workspace, question.period, context, question.known)
    book, stacking = known.book, question.stacking
    tags = _categories(question, workspace)

    def offers_of(designs: Iterable[OfferDesign]) -> list[Offer]:
        return to_offers(designs, stacking, tags=tags)

    today = offers_of(beside(question.designs, None))
    prices = starting_prices(book, today)
    floors = line_floors(book, unit_floors(article_costs(book), question.rule, question.own_floors))
    parts = len(question.candidates) + 1

    def priced(offers: list[Offer], place: int) -> Replay:
        def progress(share: float) -> None:
            context.report((place + share) / parts, "")

        context.check()
        return replay(
            book,
            offers,
            stacking.policy(),
            prices=prices,
            floors=floors,
            dated=question.dated,
            progress=progress,
        )

    found: dict[str, Replay] = {}
    refused = []
    for place, candidate in enumerate(question.candidates, start=1):
        if offers_of([candidate]):
            found[candidate.offer_id] = priced(offers_of(beside(question.designs, candidate)), place)
        else:
            refused.append(candidate.offer_id)
    return ReplayStudy(happened(book), priced(today, 0), found, tuple(refused), prices, floors, known)


def _categories(question: ReplayQuestion, workspace: Workspace) -> Mapping[str, frozenset[str]]:
    """Return the categories of the articles, which offers may name; read only where one does."""
    if not any(design.tags or design.excluded_tags for design in question.designs):
        return {}
    return article_categories(workspace.frame(_ITEMS), workspace.frame("order_lines"))
