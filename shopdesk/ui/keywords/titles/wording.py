"""How the views of titles say what they know: slots, verdicts, levels, rules, and what stands behind a weight."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.titles.limits import platform_names
from shopdesk.domain.titles.check import Finding
from shopdesk.domain.titles.compose import Comparison, Verdict, Way
from shopdesk.domain.titles.demand import Backing
from shopdesk.domain.titles.limit import LimitUnit, TitleLimit
from shopdesk.domain.titles.pieces import Slot
from shopdesk.domain.titles.terms import Group, Level
from shopdesk.ui import formats
from shopdesk.ui.tokens import Tokens


def is_chinese() -> bool:
    """Whether data in both languages is shown in Chinese."""
    return formats.language() == "zh_CN"


def slot_name(slot: Slot) -> str:
    """Return the name of a slot of the formula."""
    match slot:
        case Slot.BRAND:
            return QCoreApplication.translate("Titles", "Brand")
        case Slot.HEAD:
            return QCoreApplication.translate("Titles", "Product")
        case Slot.ATTRIBUTE:
            return QCoreApplication.translate("Titles", "Attribute")
        case Slot.SCENE:
            return QCoreApplication.translate("Titles", "Scene")
        case Slot.MARKETING:
            return QCoreApplication.translate("Titles", "Marketing")
        case Slot.OTHER:
            return QCoreApplication.translate("Titles", "Other")


def slot_colour(slot: Slot, tokens: Tokens) -> str:
    """Return the colour of a slot in a look."""
    return {
        Slot.BRAND: tokens.brand,
        Slot.HEAD: tokens.up,
        Slot.ATTRIBUTE: tokens.category,
        Slot.SCENE: tokens.long_tail,
        Slot.MARKETING: tokens.competitor,
        Slot.OTHER: tokens.secondary,
    }[slot]


def way_name(way: Way) -> str:
    """Return what a proposal is made of."""
    match way:
        case Way.OWN_WORDS:
            return QCoreApplication.translate("Titles", "own words, in order")
        case Way.CONFIRMED:
            return QCoreApplication.translate("Titles", "with confirmed words")
        case Way.KEPT:
            return QCoreApplication.translate("Titles", "kept and added to, if true")
        case Way.ALL:
            return QCoreApplication.translate("Titles", "made anew, if true")


def level_name(level: Level) -> str:
    """Return what a level means for a title."""
    match level:
        case Level.BLOCK:
            return QCoreApplication.translate("Titles", "prohibited")
        case Level.WARN:
            return QCoreApplication.translate("Titles", "needs proof")
        case Level.SILENT:
            return QCoreApplication.translate("Titles", "not watched")


def rule(group: Group) -> str:
    """Return the rule of a group, marked where nobody has checked it against the law's text."""
    text = group.rule_zh if is_chinese() else f"{group.rule_en} ({group.rule_zh})"
    return text if group.is_verified else f"{to_check()} · {text}"


def to_check() -> str:
    """Return the mark of what is general knowledge."""
    return QCoreApplication.translate("Titles", "please check")


def reason(finding: Finding) -> str:
    """Return why a stretch is dangerous."""
    text = finding.group.reason_zh if is_chinese() else finding.group.reason_en
    if finding.disguised:
        text += QCoreApplication.translate("Titles", "; written in disguise, platforms read it all the same")
    return text


def instead(finding: Finding) -> str:
    """Return what could be said instead: a word of the list (Chinese, as titles are), else advice."""
    advice = finding.group.instead_zh if is_chinese() else finding.group.instead_en
    return f"{finding.instead} · {advice}" if finding.instead and finding.instead != advice else advice


def proof_wanted(group: Group) -> str:
    """Return what proof a group asks for."""
    return group.proof_zh if is_chinese() else group.proof_en


def platform_name(platform: str) -> str:
    """Return the name of a market place."""
    zh, en = platform_names().get(platform, (platform, platform))
    return zh if is_chinese() else en


def length_text(limit: TitleLimit, title: str) -> str:
    """Return how much of the limit a title takes."""
    values = {"length": formats.full(limit.length(title)), "most": formats.full(limit.most)}
    if limit.unit is LimitUnit.GBK_BYTES:
        return QCoreApplication.translate("Titles", "{length} / {most} bytes").format(**values)
    return QCoreApplication.translate("Titles", "{length} / {most} characters").format(**values)


def weight_text(weight: float, *, in_money: bool) -> str:
    """Return a weight with its unit: yuan a period, or visits where nothing was bought yet."""
    if in_money:
        return QCoreApplication.translate("Titles", "{money} yuan").format(money=formats.money(weight, decimals=0))
    return QCoreApplication.translate("Titles", "{count} {count:visit|visits}").format(count=formats.full(weight))


def backing_text(backing: Backing) -> str:
    """Return what stands behind a weight: words, clicks with orders, search visitors with buyers."""
    text = QCoreApplication.translate(
        "Titles", "{words} {words:word|words}: {clicks} ad clicks with {orders} {orders:order|orders}"
    ).format(
        words=formats.full(backing.words), clicks=formats.full(backing.clicks), orders=formats.full(backing.orders)
    )
    if backing.visitors:
        text += QCoreApplication.translate(
            "Titles", ", {visitors} search visitors with {buyers} {buyers:buyer|buyers}"
        ).format(visitors=formats.full(backing.visitors), buyers=formats.full(backing.buyers))
    return text


def verdict_text(compared: Comparison, *, in_money: bool) -> str:
    """Return what can be said of a title against the current one, with what stands behind."""
    more = weight_text(abs(compared.difference), in_money=in_money)
    behind = backing_text(compared.gained)
    match compared.verdict:
        case Verdict.NO_WORDS:
            return QCoreApplication.translate(
                "Titles", "No known word is about this product: too little data, no verdict."
            )
        case Verdict.CURRENT_BETTER:
            return QCoreApplication.translate(
                "Titles", "The current title is better: this one covers {more} less."
            ).format(more=more)
        case Verdict.ABOUT_EQUAL:
            return QCoreApplication.translate("Titles", "Covers about as much as now: better leave it.")
        case Verdict.TOO_FEW:
            return QCoreApplication.translate(
                "Titles", "Can't tell yet: would cover {more} more, but too little was bought ({behind})."
            ).format(more=more, behind=behind)
        case Verdict.COVERS_MORE:
            return QCoreApplication.translate(
                "Titles", "Covers {more} more ({behind}). To be found is not yet to be bought."
            ).format(more=more, behind=behind)


def verdict_name(verdict: Verdict) -> str:
    """Return a verdict in a cell."""
    match verdict:
        case Verdict.NO_WORDS:
            return QCoreApplication.translate("Titles", "no verdict")
        case Verdict.CURRENT_BETTER:
            return QCoreApplication.translate("Titles", "current is better")
        case Verdict.ABOUT_EQUAL:
            return QCoreApplication.translate("Titles", "leave it")
        case Verdict.TOO_FEW:
            return QCoreApplication.translate("Titles", "can't tell yet")
        case Verdict.COVERS_MORE:
            return QCoreApplication.translate("Titles", "covers more")
