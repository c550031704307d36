"""The articles and checks of a campaign sheet: how low each can come, what clashes, what nobody has verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from shopdesk.app.promotions.campaign_prices import ArticlePrice, named_kinds
from shopdesk.app.promotions.campaign_rules import content
from shopdesk.app.promotions.campaign_words import columns_of, yuan_of
from shopdesk.app.promotions.check_lines import breach, broken, clashes, how, tried
from shopdesk.app.promotions.checks import CheckStudy
from shopdesk.app.services import ExportSheet
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.tags import has_buyers

if TYPE_CHECKING:
    from shopdesk.app.promotions.campaign_sheet import Campaign

Words = Mapping[str, str]
_MOST_NAMED: Final = 20


def goods_sheet(campaign: Campaign, words: Words) -> ExportSheet:
    """Return every article with its floor, its prices and the lowest that it can come to."""
    kinds = named_kinds(campaign.counted)
    columns = columns_of(
        words,
        ("text", "sku"),
        ("text", "title"),
        ("integer", "sold"),
        ("money", "list_price"),
        ("money", "unit_cost"),
        ("money", "floor"),
        ("money", "campaign_price"),
        ("money", "final_price"),
        *(("money", f"{kind.value}_price") for kind in kinds),
        ("money", "replayed_price"),
        ("money", "lowest_price"),
        ("money", "lowest_income"),
        ("money", "margin"),
        ("percent", "margin_rate"),
        ("text", "severity"),
        ("text", "by"),
        wide={"sku": 18, "title": 36, "by": 60},
    )
    rows = [_goods_row(one, kinds, campaign.checks, words) for one in campaign.prices]
    notes = (words["goods_note"], words["replayed_note"]) if rows else (words["no_goods_note"],)
    return ExportSheet(words["goods"], columns, rows, notes=notes)


def _goods_row(one: ArticlePrice, kinds: Sequence[BuyerKind], checks: CheckStudy, words: Words) -> list[object]:
    goods, worst, margin = one.goods, one.worst, one.least_margin
    lows = (None, None) if worst is None else (worst.price, worst.income)
    prices = (one.campaign, one.alone, *(one.alone_of.get(kind) for kind in kinds), one.replayed)
    fen = (goods.list_price, goods.unit_cost, one.floor, *prices, *lows, margin)
    income = None if worst is None else worst.income
    return [
        goods.sku,
        goods.title,
        one.sold,
        *(yuan_of(value) for value in fen),
        None if margin is None or not income else round(margin / income, 4),
        "" if worst is None else breach(worst, words),
        "" if worst is None else how(worst, checks, words),
    ]


def checks_sheet(campaign: Campaign, words: Words, language: str) -> ExportSheet:
    """Return what breaks, what clashes and what should be verified, the worst first."""
    columns = columns_of(
        words,
        ("text", "severity"),
        ("text", "what"),
        ("text", "where"),
        ("text", "says"),
        wide={"what": 24, "where": 36, "says": 90},
    )
    checks = campaign.checks
    rows: list[list[object]] = [
        *broken(checks, words),
        *clashes(checks, words),
        *_open_ended(campaign, words),
        *_unknown(campaign, words),
        *_untold_buyers(campaign, words),
        *_unverified(campaign, words, language),
    ]
    ranks = [words[name] for name in ("error", "serious", "warning", "info")]
    rows.sort(key=lambda row: ranks.index(str(row[0])))
    if not rows:
        rows = [[words["info"], words["nothing_found"], "", ""]]
    return ExportSheet(words["checks"], columns, rows, notes=(tried(checks, words),))


def _open_ended(campaign: Campaign, words: Words) -> Iterator[list[object]]:
    for design in campaign.members:
        if design.end is None:
            yield [words["info"], words["no_dates"], design.name, f"{content(design, words)}；{words['no_dates_text']}"]


def _unknown(campaign: Campaign, words: Words) -> Iterator[list[object]]:
    without = [one.goods for one in campaign.prices if one.goods.unit_cost is None]
    if without:
        names = words["list_separator"].join(goods.title for goods in without[:_MOST_NAMED])
        says = words["no_cost_text"].format(count=len(without), names=names)
        yield [words["warning"], words["no_cost"], "", says]
    if not campaign.checks.has_rule:
        yield [words["warning"], words["no_floor"], "", words["no_floor_text"]]


def _untold_buyers(campaign: Campaign, words: Words) -> Iterator[list[object]]:
    """Yield the offers for kinds of buyers where the orders replayed don't tell buyers apart."""
    book = campaign.study.book
    if not book.orders or has_buyers(book):
        return
    for design in (*campaign.members, *campaign.others):
        if design.buyers is not BuyerKind.ANY:
            says = words["untold_text"].format(buyers=words[f"{design.buyers.value}_buyers"])
            yield [words["warning"], words["untold_buyers"], design.name, says]


def _unverified(campaign: Campaign, words: Words, language: str) -> Iterator[list[object]]:
    """Yield the stages that offers of this campaign stand in and whose rules nobody has checked."""
    kinds = {design.kind for design in (*campaign.members, *campaign.others)}
    for stage in campaign.stacking.stages:
        if stage.is_verified or kinds.isdisjoint(stage.kinds):
            continue
        name = stage.zh if language.startswith("zh") else stage.en
        rule = words["all_count" if stage.rule is None else stage.rule.value]
        says = words["unverified_text"].format(stage=name, rule=rule)
        yield [words["warning"], words["unverified"], name, says]
