"""What of a row nobody has checked: limits of the platform, and an account that no report names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.keywords.rebuild_rules import rules_of
from shopdesk.domain.keywords.rebuild.model import KeywordRules, Limit, Row, RowKind
from shopdesk.domain.keywords.rebuild.term_accounts import CHOSEN, UNNAMED
from shopdesk.ui import formats


def platform_name(platform: str) -> str:
    """Return the name of a platform in the language in force."""
    profile = profile_of(platform)
    return profile.zh if formats.language() == "zh_CN" else profile.en


def account_name(account: tuple[str, str]) -> str:
    """Return platform and shop of an account."""
    platform, shop = account
    unnamed = QCoreApplication.translate("Rebuild", "no platform named")
    name = unnamed if platform == UNNAMED else platform_name(platform)
    return f"{name} · {shop}" if shop else name


def account_text(row: Row) -> str:
    """Return why a term is one of its account, "" where its report says so itself."""
    how = row.values.get("account")
    if not how:
        return ""
    text = (
        QCoreApplication.translate("Rebuild", "its report names no account: taken as {account}, as you said")
        if how == CHOSEN
        else QCoreApplication.translate("Rebuild", "its report names no account: taken as {account}, the only one")
    )
    return text.format(account=account_name(row.place.account))


def limits_text(row: Row) -> str:
    """Return the limits that a row rests on and that were not seen at the platform itself, a line each."""
    rules = rules_of(row.place.platform)
    own = {
        Limit.BIDS: row.new_bid_fen is not None,
        Limit.MATCHES: row.kind in (RowKind.ADDED, RowKind.NEGATIVE),
        Limit.BUDGET: row.kind is RowKind.BUDGET,
    }
    name = platform_name(row.place.platform)
    return "\n".join(_limit(limit, rules, name) for limit in Limit if own[limit] and limit in rules.unchecked)


def _limit(limit: Limit, rules: KeywordRules, platform: str) -> str:
    match limit:
        case Limit.BIDS:
            return QCoreApplication.translate(
                "Rebuild", "Please check: bids of {platform} from {least} to {most}, in steps of {step}."
            ).format(
                platform=platform,
                least=formats.money(rules.least_bid_fen / 100),
                most=formats.money(rules.most_bid_fen / 100),
                step=formats.money(rules.bid_step_fen / 100),
            )
        case Limit.MATCHES:
            names = tuple(dict.fromkeys((*rules.matches.values(), *rules.negatives.values())))
            return QCoreApplication.translate(
                "Rebuild", "Please check: {platform} calls its match types {names}."
            ).format(platform=platform, names=formats.listed(names))
        case Limit.BUDGET if rules.least_budget is not None:
            return QCoreApplication.translate(
                "Rebuild", "Please check: {platform} takes daily budgets from {least}."
            ).format(platform=platform, least=formats.money(rules.least_budget, decimals=0))
        case _:
            return QCoreApplication.translate(
                "Rebuild", "Please check: the least daily budget of {platform} is unknown."
            ).format(platform=platform)
