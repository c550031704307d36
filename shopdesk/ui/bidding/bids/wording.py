"""What is said of a word's bid: why the proposal is what it is, what a click may cost, how far a bid moves."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.propose.settings import MOST_STEP
from shopdesk.ui import formats
from shopdesk.ui.bidding.bids import rows

REASON_OF = ("reason", "target", "cap", "live", "from_cpc", "left")


class Values(Protocol):
    """A word's values by column name, None where unknown: a row of the table or anything like it."""

    def __getitem__(self, column: str, /) -> Any:
        """Return a value."""


def reason_text(row: Values) -> str:
    """Return in a few words why a bid is proposed or stays; needs the columns ``REASON_OF``."""
    match row["reason"]:
        case rows.NO_BID:
            return QCoreApplication.translate("WordBids", "today's bid unknown")
        case rows.NO_VALUE:
            return QCoreApplication.translate("WordBids", "nothing can be said yet")
        case rows.STAYS:
            return QCoreApplication.translate("WordBids", "near its target: leave it")
        case rows.LEFT:
            text = QCoreApplication.translate("WordBids", "leave it: a change brings about {yuan} yuan")
            return text.format(yuan=formats.money_fen(row["left"], decimals=1))
        case rows.HELD:
            text = QCoreApplication.translate("WordBids", "target {target}, at most {step} % a review")
        case rows.CAPPED:
            text = QCoreApplication.translate("WordBids", "at its break-even {cap}, target {target}")
        case rows.FEW:
            text = QCoreApplication.translate("WordBids", "target {target}, few orders of its own")
        case rows.MOVES:
            text = QCoreApplication.translate("WordBids", "target {target}")
        case _:
            return ""
    return text.format(target=_target_text(row), cap=_target_text(row, "cap"), step=round(MOST_STEP * 100))


def reason_tip(row: Values) -> str:
    """Return everything that stands behind a proposed bid."""
    if row["worth"] is None:
        return QCoreApplication.translate("WordBids", "Needs clicks, orders and a margin.")
    lines = [
        worth_tip(row),
        QCoreApplication.translate("WordBids", "Behind it: {clicks} clicks, {orders} {orders:order|orders}").format(
            clicks=formats.full(row["clicks"]), orders=formats.full(row["orders"])
        ),
    ]
    if row["target"] is not None and row["from_cpc"]:
        text = QCoreApplication.translate(
            "WordBids",
            "At this budget today's bid {step} makes the word pay as the others do; no report tells that bid, so only "
            "its change is proposed",
        )
        lines.append(text.format(step=_target_text(row)))
    elif row["target"] is not None:
        text = QCoreApplication.translate(
            "WordBids", "At this budget a bid of {target} yuan makes the word pay as the others do"
        )
        lines.append(text.format(target=formats.money_fen(row["target"])))
    lines += _cap_lines(row)
    return "\n".join(lines)


def _cap_lines(row: Values) -> list[str]:
    """Return at which bid a word stops: where a click earns nothing more; nothing where the target lies below."""
    if row["target"] is None or row["cap"] is None or row["target"] <= row["cap"] + 1:
        return []
    if row["from_cpc"]:
        text = QCoreApplication.translate(
            "WordBids", "Above {cap} of today's bid a click costs what it earns: no bid goes further, target or not"
        )
    else:
        text = QCoreApplication.translate(
            "WordBids", "Above {cap} yuan a click costs what it earns: no bid goes further, target or not"
        )
    return [text.format(cap=_target_text(row, "cap"))]


def worth_tip(row: Values) -> str:
    """Return what a click may cost, with its interval and today's bid."""
    if row["worth"] is None:
        return QCoreApplication.translate("WordBids", "Needs clicks, orders and a margin.")
    if row["from_cpc"]:
        text = QCoreApplication.translate(
            "WordBids",
            "A click may cost {worth} yuan (what it brings × margin), 80 % between {low} and {high}; it costs {live}",
        )
    else:
        text = _worth_text()
    return text.format(
        worth=formats.money_fen(row["worth"]),
        low=formats.money_fen(row["worth_low"]),
        high=formats.money_fen(row["worth_high"]),
        live=formats.money_fen(row["live"]),
    )


def _worth_text() -> str:
    return QCoreApplication.translate(
        "WordBids",
        "Break-even bid {worth} yuan (what a click brings × margin), 80 % between {low} and {high}; today's bid {live}",
    )


def _target_text(row: Values, column: str = "target") -> str:
    """Return a target in yuan; against today's bid where nobody knows that one."""
    if not row["from_cpc"] or not row["live"] or row[column] is None:
        return formats.money_fen(row[column])
    return f"{formats.signed((row[column] / row['live'] - 1) * 100)} %"


def bid_text(row: Values, column: str) -> str:
    """Return a bid, as a change of today's where nobody knows that one."""
    value = row[column]
    if value is None:
        return formats.UNKNOWN
    if not row["from_cpc"] or not row["live"]:
        return formats.money_fen(value)
    return f"{formats.signed((value / row['live'] - 1) * 100)} %" if value != row["live"] else keep_text()


def keep_text() -> str:
    """Return that a bid stays."""
    return QCoreApplication.translate("WordBids", "keep")


def live_text(row: Values) -> str:
    """Return today's bid; about the price of a click where only that is known."""
    return f"≈ {formats.money_fen(row['live'])}" if row["from_cpc"] else formats.money_fen(row["live"])


def gain_text(row: Values) -> str:
    """Return what a word earns a week with its interval: +12 (−5…+30)."""
    if row["gain"] is None:
        return formats.UNKNOWN
    gain, low, high = (formats.signed(row[name] / 100) for name in ("gain", "gain_low", "gain_high"))
    return f"{gain} ({low}…{high})"


def change_text(share: float | None) -> str:
    """Return a change in whole percents with its sign."""
    return formats.UNKNOWN if share is None else f"{formats.signed(share * 100)} %"
