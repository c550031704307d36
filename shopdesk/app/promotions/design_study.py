"""The candidates of a campaign on the orders of a period: exact replay, and a forecast where customers would move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

import numpy as np

from shopdesk.app.jobs import JobContext
from shopdesk.app.promotions.aims import LADDER_AIMS, LadderAim, ladder_aim
from shopdesk.app.promotions.beliefs import LADDER_BELIEFS, LadderBelief, ladder_belief
from shopdesk.app.promotions.candidates import rivals
from shopdesk.app.promotions.ladder_study import LadderStudy, study_ladders
from shopdesk.app.promotions.study import READ as REPLAY_READ
from shopdesk.app.promotions.study import ReplayQuestion, ReplayStudy, replay_question, study_replay
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.categories import article_categories
from shopdesk.domain.promotions.compared import (
    Compared,
    Drawn,
    Verdict,
    better_chance,
    chances,
    draw,
    drawn_rows,
    exact_change,
    exact_rows,
    given,
    judge,
    orders_to_pay,
    sources_of,
)
from shopdesk.domain.promotions.design import COUPONS, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import beside, to_offers
from shopdesk.domain.promotions.ladders.forecast import forecast
from shopdesk.domain.promotions.ladders.ground import Ground
from shopdesk.domain.promotions.ladders.record import Ladder, LadderForecast, Sources
from shopdesk.domain.promotions.ladders.terms import Terms, Wish
from shopdesk.domain.promotions.order_values import OrderValues, bins_for, sorted_values
from shopdesk.domain.promotions.replay.book import UNKNOWN, Fen, OrderBook
from shopdesk.domain.promotions.replay.per_order import by_order
from shopdesk.domain.promotions.replay.record import Replay
from shopdesk.domain.promotions.replay.vector import price_book
from shopdesk.domain.promotions.stacking import Stacking

READ: Final = frozenset({*REPLAY_READ, LADDER_BELIEFS.name, LADDER_AIMS.name})
"""All tables and documents that a study rests on."""
LEAST_ORDERS: Final = 30
"""Fewer orders tell nothing of how customers would move."""
_WHOLE: Final = 100


class Unguessed(StrEnum):
    """Why nothing is said of customers who would buy otherwise."""

    KIND = "kind"  # not a ladder of amounts
    GOODS = "goods"  # it holds for some goods only
    LIMITS = "limits"  # limits per buyer, a budget, or a part that the platform pays
    FEW_ORDERS = "few_orders"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate: ``replay`` of the same orders, and what the forecast adds where it says something.

    ``rows`` are held against going without the whole campaign. ``to_pay`` are further orders from which an offer pays
    of which no forecast is made, None where it never does or no cost is known.
    """

    design: OfferDesign
    replay: Replay
    rows: tuple[Compared, ...]
    unguessed: Unguessed | None = None
    forecast: LadderForecast | None = None
    sources: Sources | None = None
    chance: float | None = None
    verdict: Verdict = Verdict.UNKNOWN
    to_pay: float | None = None


@dataclass(frozen=True, slots=True)
class DesignQuestion:
    """A snapshot of all that one study rests on; ``known`` is the study before, whose parts may still hold."""

    replay: ReplayQuestion
    own: LadderBelief
    aim: LadderAim
    is_in_use: bool
    known: DesignStudy | None = field(default=None, repr=False)

    @property
    def wish(self) -> Wish:
        """What is wanted of a ladder."""
        return self.aim.wish(self.replay.stacking.most_steps)


@dataclass(frozen=True, slots=True)
class DesignStudy:
    """Candidates by id, and how likely each, or none (``""``), is best; {} where that can't be told.

    ``values`` are what thresholds see of each order, sorted; ``unsorted`` the same in the order of the book.
    ``drawn`` are the changes by draw of the candidates that are foretold.
    ``without_cost`` are articles sold in the period whose cost is unknown, those sold most first.
    """

    question: DesignQuestion
    base: Replay
    candidates: Mapping[str, Candidate]
    refused: tuple[str, ...]
    chances: Mapping[str, float]
    values: OrderValues
    edges: tuple[int, ...]
    ladders: LadderStudy
    without_cost: tuple[str, ...]
    replay: ReplayStudy = field(repr=False)
    unsorted: Fen = field(repr=False)
    drawn: Mapping[str, Drawn] = field(repr=False)

    @property
    def book(self) -> OrderBook:
        """The orders."""
        return self.replay.book

    @property
    def ground(self) -> Ground:
        """What forecasts stand on."""
        return self.ladders.ground

    @property
    def terms(self) -> Terms:
        """What an order leaves."""
        return self.ladders.ground.terms


def ladder_of_design(design: OfferDesign) -> Ladder | None:
    """Return an offer as a ladder of amounts off, None where it is none."""
    kinds = {OfferKind.THRESHOLD_OFF, *COUPONS}
    if design.kind not in kinds or design.takes_percent or design.by_quantity or not design.steps:
        return None
    if any(step.units for step in design.steps):
        return None
    return tuple((step.minimum, step.value) for step in design.steps)


def unguessed(design: OfferDesign, orders: int) -> Unguessed | None:
    """Return why no forecast of an offer is made, None where one is."""
    if ladder_of_design(design) is None:
        return Unguessed.KIND
    goods = (design.skus, design.excluded, design.tags, design.excluded_tags, design.price_min, design.price_max)
    if any(goods) or design.undiscounted_only:
        return Unguessed.GOODS
    limits = design.per_buyer is not None or design.budget is not None or design.buyers is not BuyerKind.ANY
    if limits or design.shop_percent != _WHOLE:
        return Unguessed.LIMITS
    return Unguessed.FEW_ORDERS if orders < LEAST_ORDERS else None


def design_question(
    workspace: Workspace,
    stacking: Stacking,
    *,
    offer: OfferDesign | None,
    period: Period | None,
    known: DesignStudy | None = None,
) -> DesignQuestion:
    """Return a snapshot of the documents for one offer with its rivals; without an offer only today is studied."""
    book = known.replay.known if known is not None else None
    asked = replay_question(workspace, stacking, period=period, known=book)
    members = () if offer is None else rivals(asked.designs, offer)
    ids = {member.offer_id for member in members}
    others = tuple(design for design in asked.designs if design.offer_id not in ids)
    drafts = tuple(replace(member, status=Status.DRAFT) for member in members)
    return DesignQuestion(
        replay=replace(asked, designs=others, candidates=drafts),
        own=ladder_belief(workspace),
        aim=ladder_aim(workspace),
        is_in_use=any(member.status is Status.ACTIVE for member in members),
        known=known,
    )


def study_design(question: DesignQuestion, workspace: Workspace, context: JobContext) -> DesignStudy:
    """Replay and forecast all candidates; a job's work."""
    replayed = study_replay(question.replay, workspace, context)
    book = replayed.book
    unsorted = _values(question, replayed, workspace)
    values = sorted_values(book, unsorted)
    width, top = bins_for(values.values)
    edges = tuple(range(0, top + width, width))
    context.check()
    ladders = _ladders(question, book, unsorted, workspace, context)
    drawn: dict[str, Drawn] = {}
    found: dict[str, Candidate] = {}
    for design in question.replay.candidates:
        context.check()
        priced = replayed.candidates.get(design.offer_id)
        if priced is not None:
            found[design.offer_id] = _candidate(
                design, priced, replayed.today, ladders.ground, question.wish, values, edges, drawn
            )
    return DesignStudy(
        question=replace(question, known=None),
        base=replayed.today,
        candidates=found,
        refused=replayed.refused,
        chances=chances(drawn, question.wish) if len(drawn) == len(found) else {},
        values=values,
        edges=edges,
        ladders=ladders,
        without_cost=_without_cost(book),
        replay=replayed,
        unsorted=unsorted,
        drawn=drawn,
    )


def _values(question: DesignQuestion, replayed: ReplayStudy, workspace: Workspace) -> Fen:
    """Return what the goods of each order cost after the item-level offers in use."""
    stacking = question.replay.stacking
    designs = beside(question.replay.designs, None)
    tags = None
    if any(design.tags or design.excluded_tags for design in designs):
        tags = article_categories(workspace.frame("item_daily"), workspace.frame("order_lines"))
    offers = [offer for offer in to_offers(designs, stacking, tags=tags) if offer.item_level]
    book = replayed.book
    priced = price_book(book, offers, stacking.policy(), prices=replayed.prices, floors=replayed.floors)
    return by_order(book, priced.paid)


def _ladders(
    question: DesignQuestion, book: OrderBook, values: Fen, workspace: Workspace, context: JobContext
) -> LadderStudy:
    known = question.known
    same = known is not None and known.question.own == question.own and known.book is book
    if known is not None and same and np.array_equal(known.unsorted, values):
        return known.ladders
    return study_ladders(question.own, book, workspace, context, values=values)


def _candidate(
    design: OfferDesign,
    priced: Replay,
    base: Replay,
    ground: Ground,
    wish: Wish,
    values: OrderValues,
    edges: Sequence[int],
    drawn: dict[str, Drawn],
) -> Candidate:
    before, after, terms = base.totals, priced.totals, ground.terms
    why = unguessed(design, values.count)
    ladder = ladder_of_design(design)
    if why is not None or ladder is None:
        rows = exact_rows(before, after, terms)
        return Candidate(design, priced, rows, why, to_pay=orders_to_pay(before, after, terms))
    new, old = ground.weigh(ladder), ground.without()
    alone = given(values.values, ladder)
    one = drawn[design.offer_id] = draw(new, old, before=before, after=after, alone=alone, terms=terms)
    exact = exact_change(before, after, terms)
    return Candidate(
        design,
        priced,
        drawn_rows(one, before, terms),
        forecast=forecast(ladder, ground, wish, edges=edges),
        sources=None if new.parts is None or exact is None else sources_of(new.parts, one, exact=exact),
        chance=better_chance(one, wish),
        verdict=judge(one, wish, is_taught=ground.is_traffic_known),
    )


def _without_cost(book: OrderBook) -> tuple[str, ...]:
    missing = (book.cost == UNKNOWN) & (book.sku >= 0)
    sold = np.bincount(book.sku[missing], weights=book.quantity[missing], minlength=len(book.skus))
    order = np.argsort(-sold, kind="stable")
    return tuple(book.skus[at] for at in order[: int((sold > 0).sum())])
