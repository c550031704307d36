"""检查: how low every article can come under the offers that will run, against floors and past prices, and clashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.promotions.floors import article_floors, floor_rule
from shopdesk.app.promotions.study import READ as REPLAY_READ
from shopdesk.app.promotions.study import KnownBook, known_book
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.catalogue import Goods, goods_of
from shopdesk.domain.promotions.categories import article_categories
from shopdesk.domain.promotions.checks.budgets import early_budgets
from shopdesk.domain.promotions.checks.conflicts import Sold, conflicts, is_over
from shopdesk.domain.promotions.checks.current_prices import current_prices
from shopdesk.domain.promotions.checks.finding import Finding, Severity
from shopdesk.domain.promotions.checks.lowest import lowest_prices
from shopdesk.domain.promotions.checks.paid_before import PaidBefore, paid_before
from shopdesk.domain.promotions.checks.record import Lowest, Reached, Stretch
from shopdesk.domain.promotions.checks.seeds import needs_several
from shopdesk.domain.promotions.checks.stretches import count_cuts, stretches
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.design_offers import beside, to_offers
from shopdesk.domain.promotions.floors import FloorKind, FloorRule, unit_floors
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.replay.start import starting_prices
from shopdesk.domain.promotions.replay.vector import price_book
from shopdesk.domain.promotions.stacking import Stacking

READ: Final = REPLAY_READ
"""All tables and documents that a check rests on."""
NEAR_DAYS: Final = 30
FAR_DAYS: Final = 90
MOST_STRETCHES: Final = 200
_SET_WORK: Final = 5  # an offer of several goods makes carts that the engine prices one by one
_MOST_WORK: Final = 120_000  # articles × offers that bear on them; some 30 s


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One article at its lowest. ``lowest`` has the stretch where the customer pays least, ``thinnest`` where the shop
    gets least; ``listed`` is the price before the offers, ``floor`` None where none is known, all fen a unit.
    """

    sku: str
    title: str
    listed: int
    lowest: Lowest
    thinnest: Lowest
    floor: int | None
    near: PaidBefore | None
    far: PaidBefore | None

    @property
    def price(self) -> int:
        """The least that a customer can come to pay, fen."""
        return self.lowest.price.price

    @property
    def income(self) -> int:
        """The least that the shop can come to get, fen."""
        return self.thinnest.income.income

    @property
    def worst(self) -> tuple[Stretch, Reached]:
        """When and in which cart it comes too low: lowest for the shop where that breaks the floor."""
        if self.breaks_floor:
            return self.thinnest.stretch, self.thinnest.income
        return self.lowest.stretch, self.lowest.price

    @property
    def gap(self) -> int | None:
        """Income less floor, fen; below 0 the floor breaks."""
        return None if self.floor is None else self.income - self.floor

    @property
    def breaks_floor(self) -> bool:
        """Whether the shop can come to get less than the floor."""
        return self.gap is not None and self.gap < 0

    @property
    def breaks_past(self) -> bool:
        """Whether a customer can come to pay less than anybody did lately."""
        return self.near is not None and self.price < self.near.price

    @property
    def breaks_far(self) -> bool:
        """Whether a customer can come to pay less than anybody did for longer."""
        return self.far is not None and self.price < self.far.price


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """A snapshot of what a check rests on; ``candidate`` "" checks the offers in use only."""

    designs: tuple[OfferDesign, ...]
    candidate: str
    stacking: Stacking
    today: date
    rule: FloorRule
    own_floors: Mapping[str, int]
    known: KnownBook | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class CheckStudy:
    """What was found: ``rows`` of articles that come too low, the worst first, and ``findings``, the worst first.

    ``articles`` were tried in ``stretches`` (of ``all_stretches``) from ``today`` on, ``until`` the end of the last of
    these (None: for good); ``without_floor`` have none, since no rule or no cost tells one; ``has_rule`` tells which.
    ``every`` holds all articles that were tried, by sku, ``goods`` all that are known.
    """

    rows: tuple[PriceRow, ...]
    findings: tuple[Finding, ...]
    articles: int
    stretches: int
    all_stretches: int
    offers: int
    without_floor: int
    has_rule: bool
    has_orders: bool
    today: date
    until: date | None
    designs: Mapping[str, OfferDesign] = field(repr=False)
    titles: Mapping[str, str] = field(repr=False)
    known: KnownBook | None = field(default=None, repr=False)
    goods: tuple[Goods, ...] = field(default=(), repr=False)
    every: Mapping[str, PriceRow] = field(default_factory=dict, repr=False)

    @property
    def left_out(self) -> int:
        """Number of later stretches that weren't tried: all of them would take too long."""
        return self.all_stretches - self.stretches

    @property
    def below_floor(self) -> int:
        """Number of articles that come below their floor."""
        return sum(row.breaks_floor for row in self.rows)

    @property
    def below_past(self) -> int:
        """Number of articles that come below what was paid lately."""
        return sum(row.breaks_past for row in self.rows)


@dataclass(frozen=True, slots=True)
class Alarm:
    """The most serious thing of a check in short: a ``row`` or a ``finding``, and how many there are in all."""

    severity: Severity
    count: int
    row: PriceRow | None = None
    finding: Finding | None = None


def most_serious(study: CheckStudy) -> Alarm | None:
    """Return what a warning beside the offers should say, None where nothing is found but notes."""
    worst = next(iter(study.findings), None)
    serious = [one for one in study.findings if one.severity > Severity.NOTE]
    count = len(study.rows) + len(serious)
    row = next(iter(study.rows), None)
    if row is not None and row.breaks_floor:
        return Alarm(Severity.SERIOUS, count, row=row)
    if worst is not None and worst.severity is Severity.SERIOUS:
        return Alarm(Severity.SERIOUS, count, finding=worst)
    if row is not None:
        return Alarm(Severity.WARNING, count, row=row)
    if worst is not None and worst.severity is Severity.WARNING:
        return Alarm(Severity.WARNING, count, finding=worst)
    return None


def check_question(
    workspace: Workspace,
    stacking: Stacking,
    designs: Sequence[OfferDesign],
    *,
    today: date,
    candidate: str = "",
    known: KnownBook | None = None,
) -> CheckQuestion:
    """Return a snapshot of the documents, for ``study_checks``; an offer in use is no candidate, it counts anyway."""
    drafts = {one.offer_id for one in designs if one.status is not Status.ACTIVE}
    wanted = candidate if candidate in drafts else ""
    own = dict(article_floors(workspace))
    return CheckQuestion(tuple(designs), wanted, stacking, today, floor_rule(workspace), own, known)


def study_checks(question: CheckQuestion, workspace: Workspace, context: JobContext) -> CheckStudy:
    """Try every article in every stretch to come, and look for clashes; a job's work."""
    known = known_book(workspace, None, context, question.known)
    book, stacking, policy = known.book, question.stacking, question.stacking.policy()
    chosen = next((one for one in question.designs if one.offer_id == question.candidate), None)
    counted = beside(question.designs, chosen)
    tags = _tags(counted, workspace)
    offers = to_offers(counted, stacking, tags=tags)
    goods = goods_of(workspace.frame("costs"), workspace.frame("order_lines"))
    listed = {one.sku: one.list_price for one in goods if one.list_price is not None}
    starts = starting_prices(book, offers)
    prices = current_prices(book, starts, listed)
    costs = {one.sku: one.unit_cost for one in goods}
    floors = unit_floors(costs, question.rule, question.own_floors)
    titles = {one.sku: one.title for one in goods}
    items = [offer for offer in offers if offer.item_level and not needs_several(offer)]
    sold = Sold.of(book, price_book(book, items, policy, prices=starts).paid)
    live = [design for design in counted if not is_over(design, question.today)]
    findings = conflicts(counted, stacking, prices=prices, tags=tags, sold=sold, today=question.today)
    findings += early_budgets(book, offers, policy, starts)
    running = to_offers(live, stacking, tags=tags)
    lowest, thinnest, tried = _lows(prices, running, question, context)
    near, far = (paid_before(book, days=days) for days in (NEAR_DAYS, FAR_DAYS))
    rows = [
        PriceRow(
            sku, titles.get(sku, sku), prices[sku], low, thinnest[sku], floors.get(sku), near.get(sku), far.get(sku)
        )
        for sku, low in lowest.items()
    ]
    broken = sorted((row for row in rows if row.breaks_floor or row.breaks_past), key=_rank)
    return CheckStudy(
        rows=tuple(broken),
        findings=tuple(sorted(findings, key=lambda finding: -finding.severity)),
        articles=len(rows),
        stretches=len(tried),
        until=tried[-1].last_day if tried else None,
        all_stretches=count_cuts(running, question.today),
        offers=len(running),
        without_floor=sum(row.floor is None for row in rows),
        has_rule=question.rule.kind is not FloorKind.NONE or bool(question.own_floors),
        has_orders=book.orders > 0,
        today=question.today,
        designs={design.offer_id: design for design in counted},
        titles=titles,
        known=known,
        goods=tuple(goods),
        every={row.sku: row for row in rows},
    )


def _tags(designs: Sequence[OfferDesign], workspace: Workspace) -> Mapping[str, frozenset[str]]:
    if not any(design.tags or design.excluded_tags for design in designs):
        return {}
    return article_categories(workspace.frame("item_daily"), workspace.frame("order_lines"))


def _rank(row: PriceRow) -> tuple[int, int]:
    if row.breaks_floor:
        return 0, row.gap or 0
    past = row.far if row.breaks_far else row.near
    return (1 if row.breaks_far else 2), row.price - (past.price if past is not None else 0)


def _lows(
    prices: Mapping[str, int], offers: Sequence[Offer], question: CheckQuestion, context: JobContext
) -> tuple[dict[str, Lowest], dict[str, Lowest], list[Stretch]]:
    """Return the stretches in which each article comes lowest for the customer, and for the shop, and those that
    were tried: the nearest first, until the work is as much as a shop waits for.
    """
    lowest: dict[str, Lowest] = {}
    thinnest: dict[str, Lowest] = {}
    cut = stretches(offers, question.today, most=MOST_STRETCHES)
    seen: set[tuple[str, tuple[int, ...]]] = set()
    policy = question.stacking.policy()
    work = 0
    for place, stretch in enumerate(cut):
        if work > _MOST_WORK:
            return lowest, thinnest, cut[:place]

        def progress(share: float, place: int = place) -> None:
            context.check()
            context.report((place + share) / len(cut), "")

        progress(0.0)
        bearing = _Bearing.of(offers, stretch)
        fresh = [sku for sku in prices if (sku, bearing.key(sku)) not in seen]
        if not fresh:
            continue
        seen.update((sku, bearing.key(sku)) for sku in fresh)
        work += sum(map(bearing.work, fresh))
        running = [offers[at] for at in stretch.running]
        for low in lowest_prices(prices, running, policy, stretch, fresh, progress=progress):
            known = lowest.get(low.sku)
            if known is None or low.price.price < known.price.price:
                lowest[low.sku] = low
            known = thinnest.get(low.sku)
            if known is None or low.income.income < known.income.income:
                thinnest[low.sku] = low
    return lowest, thinnest, cut


@dataclass(frozen=True, slots=True)
class _Bearing:
    """Which offers bear on an article in a stretch: ``general`` ones, and those that name it.

    What an offer of several goods makes of an article hangs on all offers on its other goods: ``together`` are the
    articles that such an offer names, None where one is on the whole shop. Offers on goods that only fill a cart shift
    what is shared out by fractions of a percent and are not looked at again for each article.
    """

    running: tuple[int, ...]
    general: tuple[int, ...]
    named: Mapping[str, list[int]]
    several: frozenset[int]
    together: frozenset[str] | None

    @classmethod
    def of(cls, offers: Sequence[Offer], stretch: Stretch) -> _Bearing:
        """Sort the offers of a stretch."""
        named: dict[str, list[int]] = {}
        for at in stretch.running:
            for sku in offers[at].scope.skus:
                named.setdefault(sku, []).append(at)
        general = tuple(at for at in stretch.running if not offers[at].scope.skus)
        several = frozenset(at for at in stretch.running if needs_several(offers[at]))
        whole = not several.isdisjoint(general)
        together = None if whole else frozenset(sku for at in several for sku in offers[at].scope.skus)
        return cls(stretch.running, general, named, several, together)

    def key(self, sku: str) -> tuple[int, ...]:
        """Return what an article needn't be tried with twice."""
        if self.together is None or sku in self.together:
            return self.running
        return (*self.general, *self.named.get(sku, ()))

    def work(self, sku: str) -> int:
        """Return about how much work it is to try an article."""
        own = (*self.general, *self.named.get(sku, ()))
        return 1 + len(own) + _SET_WORK * sum(at in self.several for at in own)
