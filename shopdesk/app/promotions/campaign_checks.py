"""The articles and checks of a campaign sheet: how low each can come, what clashes, what nobody has verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from shopdesk.app.promotions.campaign_prices import ArticlePrice
from shopdesk.app.promotions.campaign_rules import content
from shopdesk.app.promotions.campaign_words import columns_of, yuan, yuan_of
from shopdesk.app.promotions.checks import FAR_DAYS, NEAR_DAYS, CheckStudy, PriceRow
from shopdesk.app.services import ExportSheet
from shopdesk.domain.promotions.checks.finding import Finding, FindingCode, Severity
from shopdesk.domain.promotions.checks.record import FILLER, Reached, Stretch

if TYPE_CHECKING:
    from shopdesk.app.promotions.campaign_sheet import Campaign

Words = Mapping[str, str]
_MOST_NAMED: Final = 20
_SEVERITY: Final = {Severity.SERIOUS: "serious", Severity.WARNING: "warning", Severity.NOTE: "info"}
_MONEY: Final = ("minimum", "split", "value", "price", "parts", "a_day")


def goods_sheet(prices: Sequence[ArticlePrice], checks: CheckStudy, words: Words) -> ExportSheet:
    """Return every article with its floor, its prices and the lowest that it can come to."""
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
        ("money", "replayed_price"),
        ("money", "lowest_price"),
        ("money", "lowest_income"),
        ("money", "margin"),
        ("percent", "margin_rate"),
        ("text", "severity"),
        ("text", "by"),
        wide={"sku": 18, "title": 36, "by": 60},
    )
    rows = [_goods_row(one, checks, words) for one in prices]
    return ExportSheet(words["goods"], columns, rows, notes=(words["goods_note"], words["replayed_note"]))


def _goods_row(one: ArticlePrice, checks: CheckStudy, words: Words) -> list[object]:
    goods, worst, margin = one.goods, one.worst, one.least_margin
    lows = (None, None) if worst is None else (worst.price, worst.income)
    fen = (goods.list_price, goods.unit_cost, one.floor, one.campaign, one.alone, one.replayed, *lows, margin)
    income = None if worst is None else worst.income
    return [
        goods.sku,
        goods.title,
        goods.sold,
        *(yuan_of(value) for value in fen),
        None if margin is None or not income else round(margin / income, 4),
        "" if worst is None else _breach(worst, words),
        "" if worst is None else _how(worst, checks, words),
    ]


def _breach(row: PriceRow, words: Words) -> str:
    if row.breaks_floor:
        return words["error"]
    return words["below_past"] if row.breaks_past else ""


def _how(row: PriceRow, checks: CheckStudy, words: Words) -> str:
    """Return when, with what and in which cart an article comes lowest."""
    low, reached = (row.thinnest, row.thinnest.income) if row.breaks_floor else (row.lowest, row.lowest.price)
    names = [checks.designs[one].name if one in checks.designs else one for one in reached.offers]
    return words["how_text"].format(
        when=_when(low.stretch, words),
        offers=" + ".join(names) or words["no_offer"],
        cart=_cart(reached, checks, words),
    )


def _when(stretch: Stretch, words: Words) -> str:
    first, last = stretch.first_day, stretch.last_day
    if first is None or last is None:
        return words["from_day"].format(first=first or "")
    return f"{first} – {last}"


def _cart(reached: Reached, checks: CheckStudy, words: Words) -> str:
    own, *others = reached.parts
    parts = [words["buys"].format(count=own.quantity)]
    real = [f"{checks.titles.get(one.sku, one.sku)} × {one.quantity}" for one in others if one.sku != FILLER]
    if real:
        parts.append(words["with_goods"].format(goods=words["list_separator"].join(real)))
    missing = sum(one.price * one.quantity for one in others if one.sku == FILLER)
    if missing:
        parts.append(words["with_filler"].format(amount=yuan(missing)))
    return words["list_separator"].join(parts)


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
        *_broken(checks, words),
        *_clashes(checks, words),
        *_open_ended(campaign, words),
        *_unknown(campaign, words),
        *_unverified(campaign, words, language),
    ]
    ranks = [words[name] for name in ("error", "serious", "warning", "info")]
    rows.sort(key=lambda row: ranks.index(str(row[0])))
    if not rows:
        rows = [[words["info"], words["nothing_found"], "", ""]]
    tried = words["tried"].format(
        day=checks.today, articles=checks.articles, stretches=checks.stretches, offers=checks.offers
    )
    return ExportSheet(words["checks"], columns, rows, notes=(tried,))


def _broken(checks: CheckStudy, words: Words) -> Iterator[list[object]]:
    for row in checks.rows:
        where, how = f"{row.sku} {row.title}".strip(), _how(row, checks, words)
        if row.breaks_floor and row.floor is not None:
            says = words["below_floor_text"].format(
                which=words["lowest_income"],
                price=yuan(row.income),
                floor=yuan(row.floor),
                gap=yuan(row.floor - row.income),
            )
            yield [words["error"], words["below_floor"], where, f"{says}{words['part_separator']}{how}"]
            continue
        past, days = (row.far, FAR_DAYS) if row.breaks_far else (row.near, NEAR_DAYS)
        if past is not None:
            says = words["below_past_text"].format(price=yuan(row.price), past=yuan(past.price), days=days)
            yield [words["warning"], words["below_past"], where, f"{says}{words['part_separator']}{how}"]


def _clashes(checks: CheckStudy, words: Words) -> Iterator[list[object]]:
    for finding in checks.findings:
        ids = finding.circle or (finding.offer_id,)
        names = " × ".join(checks.designs[one].name if one in checks.designs else one for one in ids)
        yield [words[_SEVERITY[finding.severity]], words["clash"], names, _clash(finding, checks, words)]


def _clash(finding: Finding, checks: CheckStudy, words: Words) -> str:
    name = "gift_has_no_cost" if finding.code is FindingCode.GIFT_COST else finding.code.value
    values = {key: yuan(value) if key in _MONEY else str(value) for key, value in finding.values.items()}
    other = checks.designs[finding.other].name if finding.other in checks.designs else finding.other
    return words[name].format(**values, other=other, last=finding.last)


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
