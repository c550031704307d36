"""What the price check finds, said line by line where there is no window: in campaign sheets and reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from shopdesk.app.promotions.campaign_rules import gives, minimum_text
from shopdesk.app.promotions.campaign_words import yuan
from shopdesk.app.promotions.checks import FAR_DAYS, NEAR_DAYS, CheckStudy, PriceRow
from shopdesk.domain.promotions.checks.finding import Finding, FindingCode, Severity
from shopdesk.domain.promotions.checks.record import FILLER, Reached, Stretch

Words = Mapping[str, str]
_SEVERITY: Final = {Severity.SERIOUS: "serious", Severity.WARNING: "warning", Severity.NOTE: "info"}
_MONEY: Final = ("minimum", "split", "value", "price", "parts", "a_day")


def tried(checks: CheckStudy, words: Words) -> str:
    """Return what the check tried."""
    text = words["tried"].format(
        day=checks.today, articles=checks.articles, stretches=checks.stretches, offers=checks.offers
    )
    if checks.left_out <= 0:
        return text
    return text + words["tried_until"].format(until=checks.until or "", count=checks.left_out)


def broken(checks: CheckStudy, words: Words) -> Iterator[list[object]]:
    """Yield severity, what, article and sentence of each article that comes too low, the worst first."""
    for row in checks.rows:
        where, way = f"{row.sku} {row.title}".strip(), how(row, checks, words)
        if row.breaks_floor and row.floor is not None:
            says = words["below_floor_text"].format(
                which=words["lowest_income"],
                price=yuan(row.income),
                floor=yuan(row.floor),
                gap=yuan(row.floor - row.income),
            )
            yield [words["error"], words["below_floor"], where, f"{says}{words['part_separator']}{way}"]
            continue
        past, days = (row.far, FAR_DAYS) if row.breaks_far else (row.near, NEAR_DAYS)
        if past is not None:
            says = words["below_past_text"].format(price=yuan(row.price), past=yuan(past.price), days=days)
            yield [words["warning"], words["below_past"], where, f"{says}{words['part_separator']}{way}"]


def clashes(checks: CheckStudy, words: Words) -> Iterator[list[object]]:
    """Yield severity, what, offers and sentence of each clash among offers."""
    for finding in checks.findings:
        ids = finding.circle or (finding.offer_id,)
        names = " × ".join(checks.designs[one].name if one in checks.designs else one for one in ids)
        yield [words[_SEVERITY[finding.severity]], words["clash"], names, _clash(finding, checks, words)]


def _clash(finding: Finding, checks: CheckStudy, words: Words) -> str:
    name = "gift_has_no_cost" if finding.code is FindingCode.GIFT_COST else finding.code.value
    values = {key: yuan(value) if key in _MONEY else str(value) for key, value in finding.values.items()}
    other = checks.designs[finding.other].name if finding.other in checks.designs else finding.other
    return words[name].format(**values, other=other, last=finding.last)


def breach(row: PriceRow, words: Words) -> str:
    """Return what an article comes below, "" where nothing."""
    if row.breaks_floor:
        return words["error"]
    return words["below_past"] if row.breaks_past else ""


def how(row: PriceRow, checks: CheckStudy, words: Words) -> str:
    """Return when, with what and in which cart an article comes lowest."""
    stretch, reached = row.worst
    names = [_met(one, minimum, checks, words) for one, minimum in zip(reached.offers, reached.steps, strict=True)]
    return words["how_text"].format(
        when=_when(stretch, words),
        offers=" + ".join(names) or words["no_offer"],
        cart=_cart(reached, checks, words),
    )


def _met(offer_id: str, minimum: int, checks: CheckStudy, words: Words) -> str:
    """Return an offer, of several steps with the one that was met."""
    design = checks.designs.get(offer_id)
    if design is None:
        return offer_id
    met = [step for step in design.steps if step.minimum == minimum]
    if len(design.steps) < 2 or len(met) != 1:
        return design.name
    return f"{design.name} {minimum_text(design, minimum, words)} {gives(design, met[0], words)}"


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
