"""From a workspace to the review of an offer that ran: what happened against the weeks before and what was foretold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.own_days import OWN_DAYS, calendar_of
from shopdesk.app.promotions.beliefs import LADDER_BELIEFS, LadderBelief, ladder_belief, learn_from, steps_of
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.ladder_study import Taught, daily_visitors, shop_terms, study_ladders, traffic_between
from shopdesk.app.promotions.versions import CAMPAIGN_VERSIONS, CampaignVersion, campaign_of, versions_of
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.design import OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.review.record import CampaignReview, Doubt, StepEffect, Verdict

if TYPE_CHECKING:
    from shopdesk.app.changes import SetRows
    from shopdesk.app.workspace import Workspace
    from shopdesk.domain.kpi.calendar import CampaignCalendar
    from shopdesk.domain.promotions.compared import Row
    from shopdesk.domain.promotions.ladders.record import Belief, Ladder
    from shopdesk.domain.promotions.replay.book import OrderBook
    from shopdesk.domain.promotions.review.effect import Mask
    from shopdesk.domain.promotions.review.review import Foretold

TABLES: Final = ("orders", "order_lines", "costs", "refunds", "shop_daily")
READ: Final = frozenset({*TABLES, OFFERS.name, CAMPAIGN_VERSIONS.name, LADDER_BELIEFS.name, OWN_DAYS.name})
"""All tables and documents that a review rests on."""
REFUND_DAYS: Final = 10
"""So long refunds keep coming in; a belief of the trade (7 days without a reason, and the way back)."""
_TRAFFIC_MOVED: Final = 0.1
_FEW_WINDOWS: Final = 4
_JUDGED: Final = frozenset({Verdict.BETTER, Verdict.WORSE, Verdict.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A snapshot of what the review of one offer rests on."""

    offer: OfferDesign
    others: tuple[OfferDesign, ...]
    promise: CampaignVersion | None
    own: LadderBelief
    calendar: CampaignCalendar


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a campaign teaches of topping up: the belief that fits it, and what it was learned from."""

    taught: Taught
    belief: Belief
    baseline: Period
    campaign: Period
    ladder: Ladder
    traffic: float | None
    is_taken: bool

    def take(self, own: LadderBelief) -> SetRows:
        """Return the change that lets this campaign teach from now on."""
        return learn_from(own, baseline=self.baseline, campaign=self.campaign, ladder=self.ladder, traffic=self.traffic)


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """The review of an offer, the version whose forecast it is held against, and what it teaches (None: nothing)."""

    offer: OfferDesign
    review: CampaignReview
    promise: CampaignVersion | None
    lesson: Lesson | None


def reviewable(workspace: Workspace) -> list[OfferDesign]:
    """Return the offers that may have run, those that began last first: in use, decided for, or switched off again."""
    decided = {version.chosen for version in workspace.rows(CAMPAIGN_VERSIONS).values() if version.chosen}
    ran = [
        offer
        for offer in workspace.rows(OFFERS).values()
        if offer.start is not None
        and (
            offer.status is Status.ACTIVE
            or offer.offer_id in decided
            or (offer.status is Status.OFF and not offer.campaign)
        )
    ]
    return sorted(ran, key=lambda offer: (offer.start or date.min, offer.name), reverse=True)


def review_question(workspace: Workspace, offer: OfferDesign) -> ReviewQuestion:
    """Return a snapshot of the documents, for ``review_offer``."""
    return ReviewQuestion(
        offer=offer,
        others=tuple(
            one
            for one in workspace.rows(OFFERS).values()
            if one.offer_id != offer.offer_id and one.status is Status.ACTIVE
        ),
        promise=promise_of(versions_of(workspace, campaign_of(offer)), offer),
        own=ladder_belief(workspace),
        calendar=calendar_of(workspace),
    )


def promise_of(versions: Iterable[CampaignVersion], offer: OfferDesign) -> CampaignVersion | None:
    """Return the version that foretold most lately what an offer would bring, made before it was over."""
    known = [
        version
        for version in versions
        if version.foretold(offer.offer_id, "revenue") is not None
        and (offer.end is None or version.made_on <= offer.end)
    ]
    return max(known, key=lambda version: version.number, default=None)


def review_offer(question: ReviewQuestion, workspace: Workspace, context: JobContext) -> ReviewAnswer:
    """Review an offer on all orders of the files; a job's work, about a second where a ladder teaches."""
    from shopdesk.domain.promotions.replay.rebuild import rebuild
    from shopdesk.domain.promotions.review.days import day_sums
    from shopdesk.domain.promotions.review.review import review_campaign

    context.report(None, "")
    frames = []
    for name in TABLES[:4]:
        context.check()
        frames.append(workspace.frame(name))
    orders, lines, costs, refunds = frames
    book = rebuild(orders, lines, costs, refunds=refunds)
    terms, costed = shop_terms(question.own, book)
    context.check()
    days = day_sums(book, terms, daily_visitors(workspace), _big_days(question.calendar, book))
    offer = question.offer
    found = review_campaign(days, start=offer.start, end=offer.end, foretold=_foretold(question))
    if found.verdict not in _JUDGED or found.period is None or found.before is None:
        return ReviewAnswer(offer, found, question.promise, None)
    last = None if days is None else days.day(days.days - 1)
    found = replace(found, doubts=_doubts(question, found, costed=costed, last=last))
    ladder = _ladder(offer)
    if not ladder:
        return ReviewAnswer(offer, found, question.promise, None)
    found = replace(found, steps=_steps(book, found, ladder))
    due = _due(question, book, found, ladder)
    if _is_not_live(found, due):
        found = replace(found, doubts={Doubt.NOT_LIVE: (str(due),), **found.doubts})
        return ReviewAnswer(offer, found, question.promise, None)
    context.check()
    return ReviewAnswer(offer, found, question.promise, _lesson(question, found, ladder, workspace, context))


def _big_days(calendar: CampaignCalendar, book: OrderBook) -> frozenset[date]:
    """Return the days of big campaigns: no ordinary day may be held against them."""
    import numpy as np

    days = book.day[~np.isnat(book.day)]
    if not len(days):
        return frozenset()
    span = Period(days.min().item(), days.max().item())
    return frozenset(span.start + timedelta(days=int(place)) for place in calendar.mask(span).nonzero()[0])


def _foretold(question: ReviewQuestion) -> Mapping[Row, Foretold]:
    from shopdesk.domain.promotions.compared import Row
    from shopdesk.domain.promotions.ladders.record import Figure
    from shopdesk.domain.promotions.review.review import Foretold

    version = question.promise
    if version is None:
        return {}
    found = {}
    for row in Row:
        told = version.foretold(question.offer.offer_id, row.value)
        if told is not None:
            before, low, median, high = told
            found[row] = Foretold(before, Figure(median, low, high))
    return found


def _ladder(offer: OfferDesign) -> Ladder:
    from shopdesk.app.promotions.design_study import ladder_of_design

    return ladder_of_design(offer) or ()


def _steps(book: OrderBook, found: CampaignReview, ladder: Ladder) -> tuple[StepEffect, ...]:
    from shopdesk.domain.promotions.review.steps import step_effects

    values = book.values()
    before, during = (_within(book, period) for period in (found.clean, found.period))
    return step_effects(values[before], values[during], ladder)


def _due(question: ReviewQuestion, book: OrderBook, found: CampaignReview, ladder: Ladder) -> int | None:
    """Return what the ladder must have taken off the orders of its days, fen; None where only some got it."""
    from shopdesk.app.promotions.design_study import unguessed
    from shopdesk.domain.promotions.compared import given

    if unguessed(question.offer, found.orders) is not None:
        return None
    return given(book.values()[_within(book, found.period)], ladder)


def _is_not_live(found: CampaignReview, due: int | None) -> bool:
    """Tell whether discounts rose by less than half of what is due, surely enough."""
    from shopdesk.domain.promotions.compared import Row

    off = found.effects.get(Row.OFF)
    return due is not None and due > 0 and off is not None and off.change.high < due / 2


def _within(book: OrderBook, period: Period | None) -> Mask:
    import numpy as np

    if period is None:
        return np.zeros(book.orders, dtype=bool)
    return np.asarray((book.day >= np.datetime64(period.start)) & (book.day <= np.datetime64(period.end)))


def _lesson(
    question: ReviewQuestion, found: CampaignReview, ladder: Ladder, workspace: Workspace, context: JobContext
) -> Lesson | None:
    """Return what the campaign teaches of topping up; None where it ran under a limit to some goods."""
    from shopdesk.app.promotions.design_study import Unguessed, unguessed
    from shopdesk.domain.promotions.replay.rebuild import rebuild

    if found.period is None or found.clean is None:
        return None
    if unguessed(question.offer, found.orders) in (Unguessed.GOODS, Unguessed.LIMITS):
        return None
    traffic = traffic_between(workspace, found.clean, found.period)
    taught = replace(
        question.own,
        baseline_start=found.clean.start,
        baseline_end=found.clean.end,
        campaign_start=found.period.start,
        campaign_end=found.period.end,
        campaign_steps=steps_of(ladder),
        traffic=traffic,
    )
    clean = rebuild(workspace.frame("orders"), workspace.frame("order_lines"), period=found.clean)
    study = study_ladders(taught, clean, workspace, context)
    same = (question.own.baseline, question.own.campaign, question.own.campaign_ladder)
    return Lesson(
        study.taught,
        study.ground.belief,
        found.clean,
        found.period,
        ladder,
        traffic,
        is_taken=same == (found.clean, found.period, ladder),
    )


def _doubts(
    question: ReviewQuestion, found: CampaignReview, *, costed: float, last: date | None
) -> Mapping[Doubt, tuple[str, ...]]:
    doubts: dict[Doubt, tuple[str, ...]] = {}
    period, before = found.period, found.before
    if period is None or before is None:
        return doubts
    if found.traffic is None:
        doubts[Doubt.NO_TRAFFIC] = ()
    elif abs(found.traffic - 1) >= _TRAFFIC_MOVED:
        doubts[Doubt.TRAFFIC_MOVED] = ()
    big = question.calendar.within(period)
    if big:
        doubts[Doubt.CAMPAIGN_DAYS] = tuple(dict.fromkeys(f"{one.zh}\n{one.en}" for one in big))
    meanwhile = [
        one.name
        for one in question.others
        if any(day is not None and before.start < day <= period.end for day in (one.start, one.end))
    ]
    if meanwhile:
        doubts[Doubt.OTHER_OFFERS] = tuple(meanwhile)
    if costed < 1:
        doubts[Doubt.COSTS_MISSING] = (f"{costed:.4f}",)
    if question.offer.kind is OfferKind.GIFT:
        doubts[Doubt.GIFT_COSTS] = ()
    if last is not None and (last - period.end).days < REFUND_DAYS:
        doubts[Doubt.REFUNDS_OPEN] = ()
    if found.windows < _FEW_WINDOWS:
        doubts[Doubt.SHORT_HISTORY] = (str(found.windows),)
    return doubts
