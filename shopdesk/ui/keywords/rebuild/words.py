"""How the rebuild says what it proposes: kinds, reasons, changes, money, why a structure stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import Why
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.rebuild.followed import Followed
from shopdesk.domain.keywords.rebuild.model import Account, BidBasis, Match, Place, Row, RowKind
from shopdesk.domain.keywords.rebuild.scope import MATERIAL_SHARE, Scope
from shopdesk.domain.keywords.rebuild.settled import Money, Settled
from shopdesk.ui import formats
from shopdesk.ui.grid import Row as GridRow
from shopdesk.ui.keywords import advice_wording, wording
from shopdesk.ui.keywords.rebuild.checks import account_text

SAID = (RowKind.MOVED, RowKind.ADDED, RowKind.PAUSED, RowKind.BID, RowKind.NEGATIVE, RowKind.BUDGET)
"""Kinds in the order of the headline."""
ORDER_ONLY = (RowKind.MOVED, RowKind.NEGATIVE, RowKind.BUDGET)
"""What keeps searches apart; how much that brings shows afterwards alone."""


def kind_name(kind: RowKind) -> str:
    """Return the name of a kind of row."""
    match kind:
        case RowKind.BUDGET:
            return QCoreApplication.translate("Rebuild", "Budget")
        case RowKind.MOVED:
            return QCoreApplication.translate("Rebuild", "Move")
        case RowKind.ADDED:
            return QCoreApplication.translate("Rebuild", "Add")
        case RowKind.PAUSED:
            return QCoreApplication.translate("Rebuild", "Pause")
        case RowKind.BID:
            return QCoreApplication.translate("Rebuild", "Bid")
        case RowKind.NEGATIVE:
            return QCoreApplication.translate("Rebuild", "Negative")
        case RowKind.UNCHANGED:
            return QCoreApplication.translate("Rebuild", "As it is")


def counted(kind: RowKind, count: int) -> str:
    """Return how many rows of a kind, for the headline."""
    number = formats.full(count)
    match kind:
        case RowKind.BUDGET:
            return QCoreApplication.translate("Rebuild", "change {count} {count:budget|budgets}").format(count=number)
        case RowKind.MOVED:
            return QCoreApplication.translate("Rebuild", "move {count} {count:word|words}").format(count=number)
        case RowKind.ADDED:
            return QCoreApplication.translate("Rebuild", "add {count} {count:word|words}").format(count=number)
        case RowKind.PAUSED:
            return QCoreApplication.translate("Rebuild", "pause {count}").format(count=number)
        case RowKind.BID:
            return QCoreApplication.translate("Rebuild", "change {count} {count:bid|bids}").format(count=number)
        case RowKind.NEGATIVE:
            return QCoreApplication.translate("Rebuild", "{count} new {count:negative|negatives}").format(count=number)
        case RowKind.UNCHANGED:
            return QCoreApplication.translate("Rebuild", "{count} as they are").format(count=number)


def scope_name(scope: Scope, count: int | None) -> str:
    """Return how much of the proposal is taken, with the changes that this brings once they are counted."""
    name = (
        QCoreApplication.translate("Rebuild", "What matters")
        if scope is Scope.MATERIAL
        else QCoreApplication.translate("Rebuild", "Everything")
    )
    return name if count is None else f"{name} {formats.full(count)}"


def scope_tip() -> str:
    """Return what the two scopes hold."""
    share = formats.percent(MATERIAL_SHARE, decimals=0)
    return QCoreApplication.translate(
        "Rebuild",
        "What matters: pauses, words bought twice, bids, new words, negatives, and moves of words that cost at least "
        "{share} of their account (please check). Everything: all other moves, too; nobody can say what they bring. "
        "Rows that you take or refuse yourself stay so.",
    ).format(share=share)


def headline(settled: Settled) -> str:
    """Return what the accepted rows do together."""
    parts = [counted(kind, settled.counts[kind]) for kind in SAID if settled.counts.get(kind)]
    if not parts:
        return QCoreApplication.translate("Rebuild", "Nothing is changed")
    return " · ".join((*parts, money_text(settled.money)))


def money_text(money: Money | None) -> str:
    """Return the expected gain with its interval."""
    if money is None:
        return QCoreApplication.translate("Rebuild", "in money: can't tell yet")
    return QCoreApplication.translate("Rebuild", "expected {middle} ¥ in 28 days (80 %: {low} … {high})").format(
        middle=formats.signed(money.middle), low=formats.signed(money.low), high=formats.signed(money.high)
    )


def money_tip(money: Money | None) -> str:
    """Return what the headline's money rests on."""
    if money is None:
        return QCoreApplication.translate(
            "Rebuild",
            "No accepted row names any money: moving words and keeping searches apart is order, and what it brings "
            "can't be told beforehand.",
        )
    return QCoreApplication.translate(
        "Rebuild",
        "The sum of {count} {count:row|rows} that name money (bids and pauses); part of their doubt is common to all "
        "and doesn't even out. Moves, negatives and budgets name none: what they bring can't be told beforehand.",
    ).format(count=formats.full(money.rows))


def place_name(place: Place | None, *, group: bool = True) -> str:
    """Return campaign and ad group."""
    if place is None:
        return ""
    campaign = place.campaign or formats.UNKNOWN
    return f"{campaign} / {place.adgroup}" if group and place.adgroup else campaign


def match_name(match: Match) -> str:
    """Return how a word meets what people type."""
    match match:
        case Match.EXACT:
            return QCoreApplication.translate("Rebuild", "exact")
        case Match.PHRASE:
            return QCoreApplication.translate("Rebuild", "phrase")
        case Match.BROAD:
            return QCoreApplication.translate("Rebuild", "broad")
        case Match.UNKNOWN:
            return ""


def change_text(row: Row) -> str:
    """Return what a row leads to: the place, the new bid or budget, the match of a negative."""
    match row.kind:
        case RowKind.BID:
            return _bid_text(row)
        case RowKind.BUDGET:
            return _arrow(row.budget, row.new_budget, decimals=0) + " " + QCoreApplication.translate("Rebuild", "¥/day")
        case RowKind.NEGATIVE:
            return f"{place_name(row.target)} · {match_name(row.match)}"
        case RowKind.ADDED:
            return f"{place_name(row.target)} · {_bid_text(row)}"
        case RowKind.MOVED:
            return place_name(row.target)
        case _:
            return ""


def _bid_text(row: Row) -> str:
    if row.new_bid_fen is None:
        return QCoreApplication.translate("Rebuild", "bid of the ad group")
    before = None if row.bid_fen is None else row.bid_fen / 100
    if row.basis is BidBasis.CPC and row.step is not None:
        return f"{formats.signed(100 * row.step)} %"
    return _arrow(before, row.new_bid_fen / 100)


def _arrow(before: float | None, after: float | None, *, decimals: int = 2) -> str:
    shown = formats.money(after, decimals=decimals)
    return shown if before is None else f"{formats.money(before, decimals=decimals)} → {shown}"


def reason(row: Row) -> str:
    """Return why a row is there, and on what account it counts where no report names that."""
    note = account_text(row)
    joint = "；" if formats.language() == "zh_CN" else "; "
    return f"{_reason(row)}{joint}{note}" if note else _reason(row)


def _reason(row: Row) -> str:
    match row.kind:
        case RowKind.BUDGET:
            return _budget_reason(row)
        case RowKind.NEGATIVE:
            return _negative_reason(row)
        case RowKind.UNCHANGED:
            return kept_reason(row.reason)
        case RowKind.MOVED:
            return _moved_reason(row)
        case RowKind.PAUSED if row.reason == "duplicate":
            return _duplicate_reason(row)
        case RowKind.BID:
            return _bid_reason(row)
        case _:
            return _said_reason(row)


def _moved_reason(row: Row) -> str:
    home = str(row.values.get("home", ""))
    return QCoreApplication.translate(
        "Rebuild", "{own} word in a campaign whose money mostly goes to {home} words"
    ).format(own=_quadrant(row.quadrant), home=_quadrant(home))


def _duplicate_reason(row: Row) -> str:
    place = place_name(
        Place(platform="", campaign=str(row.values["campaign"]), adgroup=str(row.values.get("adgroup", "")))
    )
    if "better" in row.values:
        chance = formats.percent(float(row.values["better"]), decimals=0)
        return QCoreApplication.translate(
            "Rebuild", "bought twice: a click earns more in {place} (chance {chance})"
        ).format(place=place, chance=chance)
    if "fits" in row.values:
        return QCoreApplication.translate("Rebuild", "bought twice: {place} is the campaign of its quadrant").format(
            place=place
        )
    return QCoreApplication.translate(
        "Rebuild", "bought twice: {place} has most clicks; which earns more can't be told yet"
    ).format(place=place)


def _bid_reason(row: Row) -> str:
    if row.reason == "decided":
        return QCoreApplication.translate("Rebuild", "decided by hand")
    worth = row.values.get("break_even")
    if worth is None:
        return _said_reason(row)
    text = (
        QCoreApplication.translate("Rebuild", "worth {worth} ¥ a click: room for a higher bid")
        if row.reason == "raise"
        else QCoreApplication.translate("Rebuild", "worth only {worth} ¥ a click: it costs more")
    )
    return text.format(worth=formats.money(float(worth)))


def _said_reason(row: Row) -> str:
    if row.reason == "decided":
        return QCoreApplication.translate("Rebuild", "decided by hand")
    code = str(row.values.get("advice", ""))
    if row.kind is RowKind.PAUSED and code == Why.ROOT.value:
        return _root_reason(is_excluded="excluded" in row.values)
    return advice_wording.reason(GridRow(row.key, 0, {"advice_reason": code}.get))


def _root_reason(*, is_excluded: bool) -> str:
    """Return why a word is paused that is to be excluded: what this row does, and that another keeps it out."""
    if is_excluded:
        return QCoreApplication.translate(
            "Rebuild",
            "Neither this word nor the words of its root pay: paused here, and kept out by a negative of its own row.",
        )
    return QCoreApplication.translate("Rebuild", "Neither this word nor the words of its root pay: stop buying it.")


def _negative_reason(row: Row) -> str:
    rival = str(row.values.get("rival", ""))
    match row.reason:
        case "brand_elsewhere":
            return QCoreApplication.translate("Rebuild", "searches for the own brand belong in {rival}").format(
                rival=rival
            )
        case "competitor_elsewhere":
            return QCoreApplication.translate("Rebuild", "searches for this competitor belong in {rival}").format(
                rival=rival
            )
        case "long_tail_elsewhere":
            return QCoreApplication.translate("Rebuild", "this long-tail word is bought in {rival}").format(rival=rival)
        case "decided":
            return QCoreApplication.translate("Rebuild", "decided by hand")
        case "term_never_pays":
            return QCoreApplication.translate("Rebuild", "searched here, not bought, and its clicks don't pay")
        case _:
            return QCoreApplication.translate("Rebuild", "the word is taken out here: its clicks don't pay")


def _budget_reason(row: Row) -> str:
    factor = float(row.values["factor"])
    parts = [QCoreApplication.translate("Rebuild", "its words cost {spend} ¥ a day now")]
    if factor > 1:
        parts.append(QCoreApplication.translate("Rebuild", "{step} more: their return is surely above the shop's"))
    elif factor < 1:
        parts.append(QCoreApplication.translate("Rebuild", "{step} less: their return is surely below the shop's"))
    if row.budget is None:
        parts.append(QCoreApplication.translate("Rebuild", "25 % room above (please check)"))
    text = ("；" if formats.language() == "zh_CN" else "; ").join(parts)
    step = formats.percent(abs(factor - 1), decimals=0)
    return text.format(spend=formats.money(float(row.values["spend"])), step=step)


def kept_reason(code: str) -> str:
    """Return why a word, or a whole structure, stays as it is."""
    match code:
        case "fits":
            return QCoreApplication.translate("Rebuild", "stands where it belongs")
        case "decided":
            return QCoreApplication.translate("Rebuild", "decided by hand to leave it")
        case "review_first":
            return QCoreApplication.translate("Rebuild", "first say whether it is a brand")
        case "too_small":
            return QCoreApplication.translate("Rebuild", "too few words or clicks, or too little spend, for a campaign")
        case "package":
            return QCoreApplication.translate("Rebuild", "a bundle of words of the platform, not moved word by word")
        case "looked_at":
            return QCoreApplication.translate(
                "Rebuild", "each word looked at stands once, in a campaign of its quadrant"
            )
        case "few_words":
            return QCoreApplication.translate("Rebuild", "so few words are looked after most easily in one campaign")
        case "few_clicks":
            return QCoreApplication.translate("Rebuild", "too few clicks in the period to judge a structure")
        case "no_structure":
            return QCoreApplication.translate("Rebuild", "the report names no campaigns: import one by campaign")
        case _:
            return QCoreApplication.translate("Rebuild", "each word stands once, in a campaign of its quadrant")


def kept_text(account: Account, platform: str) -> str:
    """Return what is said of an account whose structure stays, "" where it changes."""
    if not account.keeps:
        return ""
    return QCoreApplication.translate("Rebuild", "{platform}: the structure of now is better – {reason}.").format(
        platform=platform, reason=kept_reason(account.keeps)
    )


def basis_text(basis: BidBasis) -> str:
    """Return what a bid was reckoned from."""
    match basis:
        case BidBasis.BID:
            return QCoreApplication.translate("Rebuild", "From today's bid, one step of 20 % at most.")
        case BidBasis.CPC:
            return QCoreApplication.translate(
                "Rebuild",
                "No imported file names today's bid: change the one in the console by this step.",
            )
        case BidBasis.WORTH:
            return QCoreApplication.translate("Rebuild", "A first bid: value of a click × margin.")
        case BidBasis.HAND:
            return QCoreApplication.translate("Rebuild", "Named by hand; only kept within the platform's limits.")
        case BidBasis.NONE:
            return ""


def money_cell(row: GridRow) -> str:
    """Return the expected money of a row in its cell; a change without any says that it can't be told."""
    if row["money"] is not None:
        return formats.signed(row["money"])
    if row["kind"] == RowKind.UNCHANGED.value:
        return formats.UNKNOWN
    return QCoreApplication.translate("Rebuild", "can't tell")


def row_money(row: Row) -> str:
    """Return the expected money of a row for its tip."""
    if row.money is None and row.kind in ORDER_ONLY:
        return QCoreApplication.translate("Rebuild", "Expected money: what this brings can't be told beforehand.")
    if row.money is None or row.money_low is None or row.money_high is None:
        return QCoreApplication.translate("Rebuild", "Expected money: can't tell yet.")
    return QCoreApplication.translate("Rebuild", "Expected in 28 days: {middle} ¥ (80 %: {low} … {high}).").format(
        middle=formats.signed(row.money), low=formats.signed(row.money_low), high=formats.signed(row.money_high)
    )


def withheld_text(row: Row) -> str:
    """Return why an accepted row does not go out."""
    if row.kind is RowKind.NEGATIVE:
        return QCoreApplication.translate("Rebuild", "held back: it would block a word that stays in this campaign")
    return QCoreApplication.translate("Rebuild", "held back: no word goes into this campaign")


def followed_text(found: Followed, *, day: str, is_early: bool) -> str:
    """Return how far the last export shows in the reports."""
    total = formats.full(found.done + found.missing + found.unknown)
    if is_early:
        return QCoreApplication.translate(
            "Rebuild",
            "{total} {total:change|changes} exported on {day}; choose a period after it to see what was done.",
        ).format(total=total, day=day)
    return QCoreApplication.translate(
        "Rebuild",
        "{total} {total:change|changes} exported on {day}: {done} seen in the reports, {missing} not, {unknown} that "
        "no report shows.",
    ).format(
        total=total,
        day=day,
        done=formats.full(found.done),
        missing=formats.full(found.missing),
        unknown=formats.full(found.unknown),
    )


def _quadrant(value: str) -> str:
    return wording.quadrant_name(Quadrant(value)) if value in list(Quadrant) else value
