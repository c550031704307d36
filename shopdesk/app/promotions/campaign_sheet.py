"""A campaign as a workbook for whoever sets it up: rules, steps, articles, checks, what it should bring and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from shopdesk.app.jobs import SILENT, JobContext
from shopdesk.app.promotions.aims import LadderAim
from shopdesk.app.promotions.beliefs import NOTHING_OWN, VALUES, LadderBelief
from shopdesk.app.promotions.campaign_checks import checks_sheet, goods_sheet
from shopdesk.app.promotions.campaign_customers import customer_sheets, reachable
from shopdesk.app.promotions.campaign_prices import ArticlePrice, article_prices, campaign_offers, named_kinds
from shopdesk.app.promotions.campaign_rules import content, gift_text, gives, minimum_text, percent, scope_text
from shopdesk.app.promotions.campaign_words import FEN, columns_of, platform_name, words_in, yuan_of
from shopdesk.app.promotions.candidates import rivals
from shopdesk.app.promotions.checks import CheckStudy, check_question, study_checks
from shopdesk.app.promotions.design_study import DesignStudy, Unguessed, design_question, study_design
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import shop_stacking
from shopdesk.app.promotions.standpoint import next_day
from shopdesk.app.promotions.study import ended_off
from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.domain.promotions.compared import NONE, Row
from shopdesk.domain.promotions.design import FROM_THRESHOLD, LADDERS, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import beside
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.domain.promotions.offers import MINUTES_OF_DAY
from shopdesk.domain.promotions.stacking import Stacking

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate
    from shopdesk.app.workspace import Workspace
    from shopdesk.domain.periods import Period
    from shopdesk.domain.promotions.offers import Offer
    from shopdesk.domain.promotions.tags import Person

Words = Mapping[str, str]
_MONEY_ROWS: Final = {
    Row.REVENUE: "revenue",
    Row.OFF: "off_given",
    Row.MARGIN: "profit",
    Row.ORDER_VALUE: "order_value",
}


class NoSuchOffer(ValueError):
    """No offer has that name; ``known`` are those there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name, self.known = name, tuple(known)


@dataclass(frozen=True, slots=True)
class Campaign:
    """All that a sheet tells: the offer looked at, its rivals, and the offers in use beside it.

    ``counted`` are the offers as priced while it runs, ``people`` who bought within a year by all orders of the files.
    """

    offer: OfferDesign
    members: tuple[OfferDesign, ...]
    others: tuple[OfferDesign, ...]
    stacking: Stacking
    study: DesignStudy
    counted: tuple[Offer, ...]
    prices: tuple[ArticlePrice, ...]
    checks: CheckStudy
    people: tuple[Person, ...]
    made_on: date


def offer_named(workspace: Workspace, name: str) -> OfferDesign:
    """Return the offer of a name or id; ``NoSuchOffer``."""
    designs = list(workspace.rows(OFFERS).values())
    found = next((one for one in designs if name in (one.offer_id, one.name)), None)
    if found is None:
        raise NoSuchOffer(name, [one.name for one in designs])
    return found


def look_at_campaign(
    workspace: Workspace,
    offer: OfferDesign,
    *,
    made_on: date,
    last: date | None,
    period: Period | None = None,
    study: DesignStudy | None = None,
    context: JobContext = SILENT,
) -> Campaign:
    """Study the campaign of an offer for its sheet; ``study`` is one already made of it. A job's work.

    ``last`` is the last day with figures: where it is long past, prices are checked from the day after it.
    """
    stacking = shop_stacking(workspace)
    designs = tuple(workspace.rows(OFFERS).values())
    members = rivals(designs, offer)
    ids = {member.offer_id for member in members}
    if study is None:
        question = design_question(workspace, stacking, offer=offer, period=period)
        study = study_design(question, workspace, context)
    day = _running_day(offer, next_day(made_on, last))
    counted = [replace(one, status=Status.DRAFT) if one.offer_id == offer.offer_id else one for one in designs]
    asked = check_question(workspace, stacking, counted, today=day, candidate=offer.offer_id)
    checks = study_checks(asked, workspace, context)
    offers = campaign_offers(workspace, offer, stacking)
    prices = article_prices(workspace, offers, stacking, day=day, study=study, worst=checks.every, context=context)
    return Campaign(
        offer=offer,
        members=members,
        others=tuple(one for one in beside(ended_off(designs, day), None) if one.offer_id not in ids),
        stacking=stacking,
        study=study,
        counted=tuple(offers),
        prices=tuple(prices),
        checks=checks,
        people=reachable(workspace, study, made_on),
        made_on=made_on,
    )


def campaign_sheets(campaign: Campaign, language: str) -> tuple[ExportSheet, ...]:
    """Return the sheets of the workbook."""
    words = words_in(language)
    return (
        _rules(campaign, words, language),
        _steps(campaign, words),
        goods_sheet(campaign, words),
        checks_sheet(campaign, words, language),
        _forecast(campaign, words),
        *customer_sheets(campaign, words),
    )


def price_sheet(campaign: Campaign, language: str) -> ExportSheet:
    """Return the price list; its heads are those that the importer of cost and price lists knows."""
    words, kinds = words_in(language), named_kinds(campaign.counted)
    columns = (
        ExportColumn(words["sku"], width=18),
        ExportColumn(words["title"], width=36),
        *(ExportColumn(words[name], "money") for name in ("list_price", "campaign_price", "final_price")),
        *(ExportColumn(words[f"{kind.value}_price"], "money") for kind in kinds),
    )
    rows = []
    for one in campaign.prices:
        fen = (one.goods.list_price, one.campaign, one.alone, *(one.alone_of.get(kind) for kind in kinds))
        rows.append([one.goods.sku, one.goods.title, *map(yuan_of, fen)])
    return ExportSheet(words["price_list"], columns, rows, notes=() if rows else (words["no_goods_note"],))


def _running_day(offer: OfferDesign, today: date) -> date:
    """Return a day on which an offer runs: today where it does, else its first day, or its last where that is open."""
    has_begun = offer.start is None or offer.start <= today
    if has_begun and (offer.end is None or today <= offer.end):
        return today
    return offer.start or offer.end or today


def _rules(campaign: Campaign, words: Words, language: str) -> ExportSheet:
    columns = columns_of(
        words,
        ("text", "role"),
        ("text", "offer"),
        ("text", "kind"),
        ("text", "status"),
        ("text", "content"),
        ("text", "first_day"),
        ("text", "last_day"),
        ("text", "scope"),
        ("text", "buyers"),
        ("text", "stage"),
        ("text", "stage_rule"),
        ("text", "base"),
        ("percent", "payer"),
        ("integer", "per_buyer"),
        ("money", "budget"),
        ("text", "excludes"),
        ("text", "note"),
        wide={"offer": 20, "content": 40, "scope": 36, "stage_rule": 24, "base": 24, "note": 24},
    )
    names = {one.offer_id: one.name for one in (*campaign.members, *campaign.others)}
    rows = [_rule_row(one, campaign, words, language, names) for one in (*campaign.members, *campaign.others)]
    return ExportSheet(words["rules"], columns, rows, notes=_notes(campaign, words))


def _rule_row(
    design: OfferDesign, campaign: Campaign, words: Words, language: str, names: Mapping[str, str]
) -> list[object]:
    stage = campaign.stacking.stage_of(design.kind)
    rule = words["all_count" if stage.rule is None else stage.rule.value]
    looks = design.kind in LADDERS or design.kind in FROM_THRESHOLD or design.kind is OfferKind.EVERY_OFF
    is_amount = looks and not design.by_quantity
    return [
        words["is_candidate" if design in campaign.members else "is_beside"],
        design.name,
        words[design.kind.value],
        words[design.status.value],
        content(design, words),
        _moment(design.start, design.start_minute),
        _moment(design.end, design.end_minute),
        scope_text(design, words),
        words[f"{design.buyers.value}_buyers"],
        stage.zh if language.startswith("zh") else stage.en,
        rule if stage.is_verified else f"{rule}（{words['please_check']}）",
        words[f"{design.base.value}_base"] if is_amount else None,
        design.shop_percent / 100,
        design.per_buyer,
        yuan_of(design.budget),
        words["list_separator"].join(names.get(one, one) for one in design.excludes),
        design.note,
    ]


def _moment(day: date | None, minute: int) -> str:
    """Return a day, with its time where it isn't the whole day."""
    if day is None:
        return ""
    clock = "" if minute in (0, MINUTES_OF_DAY) else f" {minute // 60:02d}:{minute % 60:02d}"
    return f"{day.isoformat()}{clock}"


def _steps(campaign: Campaign, words: Words) -> ExportSheet:
    columns = columns_of(
        words,
        ("text", "offer"),
        ("text", "step"),
        ("text", "gives"),
        ("integer", "reached"),
        ("percent", "reach_share"),
        ("money", "cost_today"),
        ("integer", "moved"),
        ("integer", "moved_low"),
        ("integer", "moved_high"),
        ("text", "rests_on"),
        wide={"offer": 20, "step": 22, "gives": 26, "rests_on": 44},
    )
    rows = [row for design in campaign.members for row in _step_rows(design, campaign, words)]
    return ExportSheet(words["steps"], columns, rows, notes=(words["interval_note"],))


def _step_rows(design: OfferDesign, campaign: Campaign, words: Words) -> Iterator[list[object]]:
    candidate = campaign.study.candidates.get(design.offer_id)
    orders = candidate.replay.totals.orders if candidate is not None else 0
    reach = {}
    if candidate is not None and orders:
        reach = {one.minimum: one for one in candidate.replay.reach if one.offer_id == design.offer_id}
    moved = {}
    if candidate is not None and candidate.forecast is not None:
        moved = {one.minimum: one.orders for one in candidate.forecast.moved}
    for minimum, step, given in _told_steps(design, words):
        here, would = reach.get(minimum), moved.get(minimum)
        yield [
            design.name,
            step,
            given,
            None if here is None else here.orders,
            None if here is None or not orders else round(here.orders / orders, 4),
            None if here is None else yuan_of(here.taken),
            *([None] * 3 if would is None else [round(would.median), round(would.low), round(would.high)]),
            _basis(candidate, campaign.study, words),
        ]


def _told_steps(design: OfferDesign, words: Words) -> Iterator[tuple[int, str, str]]:
    if design.kind in LADDERS:
        for step in design.steps:
            minimum = minimum_text(design, step.minimum, words, units=step.units)
            yield step.minimum, minimum, gives(design, step, words)
    elif design.gift_steps and design.kind is OfferKind.GIFT:
        for gift in design.gift_steps:
            yield gift.minimum, minimum_text(design, gift.minimum, words), gift_text(gift, words)
    elif design.threshold:
        yield design.threshold, minimum_text(design, design.threshold, words), content(design, words)


def _basis(candidate: Candidate | None, study: DesignStudy, words: Words) -> str:
    if candidate is None:
        return words["incomplete"]
    if not study.values.count:
        return words["no_orders_basis"]
    if candidate.unguessed is not None:
        return words[_UNGUESSED[candidate.unguessed]]
    if study.ground.belief.is_fitted:
        return words["taught_basis"]
    return words["belief_basis" if study.question.own.unchecked else "own_basis"]


_UNGUESSED: Final = {why: f"{why.value}_unguessed" for why in Unguessed}


def _forecast(campaign: Campaign, words: Words) -> ExportSheet:
    columns = columns_of(
        words,
        ("text", "candidate"),
        ("text", "figure"),
        ("text", "unit"),
        ("number", "before"),
        ("number", "after"),
        ("number", "change"),
        ("number", "change_low"),
        ("number", "change_high"),
        ("text", "rests_on"),
        wide={"candidate": 20, "figure": 40, "rests_on": 50},
    )
    rows: list[list[object]] = []
    for design in campaign.members:
        candidate = campaign.study.candidates.get(design.offer_id)
        if candidate is not None and campaign.study.values.count:
            rows += _figure_rows(candidate, campaign.study, words)
    if NONE in campaign.study.chances:
        rows.append(_plain(words["none"], words["best_chance"], words, round(campaign.study.chances[NONE], 2)))
    rows += _belief_rows(campaign.study, words)
    notes = (*_notes(campaign, words)[:-1], words["aim_note"].format(aim=_aim(campaign.study.question.aim, words)))
    return ExportSheet(words["forecast"], columns, rows, notes=notes)


def _aim(aim: LadderAim, words: Words) -> str:
    name = {Objective.PROFIT: "profit", Objective.REVENUE: "revenue", Objective.ORDER_VALUE: "order_value"}
    if aim.margin_floor is None:
        return words[name[aim.objective]]
    return words["aim_with_floor"].format(aim=words[name[aim.objective]], floor=percent(aim.margin_floor))


def _figure_rows(candidate: Candidate, study: DesignStudy, words: Words) -> Iterator[list[object]]:
    name, basis = candidate.design.name, _basis(candidate, study, words)
    for one in candidate.rows:
        money = one.row in _MONEY_ROWS
        label = words[_MONEY_ROWS.get(one.row, "orders" if one.row is Row.ORDERS else "rate")]
        unit = words["yuan" if money else "count" if one.row is Row.ORDERS else "share"]
        digits = 4 if one.row is Row.MARGIN_RATE else 2
        change = one.change
        told = (one.before, one.after) + (
            (None, None, None) if change is None else (change.median, change.low, change.high)
        )
        cells = [None if value is None else round(value / (FEN if money else 1), digits) for value in told]
        yield [name, label, unit, *cells, basis]
    sources = candidate.sources
    if sources is not None:
        for part in ("windfall", "top_up", "trade_down", "returns", "lift"):
            value = round(getattr(sources, part) / FEN, 2)
            yield [name, words[part], words["yuan"], None, None, value, None, None, basis]
    if candidate.chance is not None:
        yield _plain(name, words["better_chance"], words, round(candidate.chance, 2), basis)
    floor, drawn = study.question.aim.margin_floor, study.drawn.get(candidate.design.offer_id)
    kept = None if floor is None or drawn is None else drawn.floor_chance(floor / 1000)
    if kept is not None:
        yield _plain(name, words["floor_chance"], words, round(kept, 2), basis)
    if candidate.design.offer_id in study.chances:
        yield _plain(name, words["best_chance"], words, round(study.chances[candidate.design.offer_id], 2), basis)
    if candidate.forecast is not None and candidate.forecast.break_even_top_up is not None:
        yield _plain(name, words["break_even"], words, round(candidate.forecast.break_even_top_up, 4), basis)


def _plain(name: str, label: str, words: Words, value: float, basis: str = "") -> list[object]:
    return [name, label, words["share"], None, value, None, None, None, basis]


def _belief_rows(study: DesignStudy, words: Words) -> Iterator[list[object]]:
    """Yield the values that forecasts rest on: those fitted where a campaign taught them."""
    own, fitted = study.question.own, study.ground.belief
    for name in VALUES:
        learned = fitted.is_fitted and hasattr(fitted, name)
        value = getattr(fitted, name) if learned else getattr(own, name)
        if value is None:
            continue
        in_fen = name in ("reach_fen", "shipping")
        cell = round(value / FEN, 2) if in_fen else round(value, 4)
        unit = words["yuan" if in_fen else "share"]
        basis = words["fitted" if learned and _moves(name) else "shop_own" if _is_own(own, name) else "please_check"]
        yield ["", words[f"belief_{name}"], unit, None, cell, None, None, None, basis]


def _moves(name: str) -> bool:
    """Whether a past campaign teaches a value."""
    return name not in ("returned", "add_on_margin", "fee", "shipping")


def _is_own(own: LadderBelief, name: str) -> bool:
    return bool(getattr(own, name) != getattr(NOTHING_OWN, name))


def _notes(campaign: Campaign, words: Words) -> tuple[str, ...]:
    values = campaign.study.values
    first = words["money_note" if values.count else "no_orders_note"].format(
        day=campaign.made_on, first=values.first, last=values.last, orders=values.count
    )
    platform = words["platform_note"].format(platform=platform_name(campaign.stacking.platform, words))
    return (first, platform, words["interval_note"], words["set_by_hand"])
