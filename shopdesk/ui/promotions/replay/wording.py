"""What the view says in words: scenarios, customers, steps, what was left out, and what the figures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.design import OfferDesign, OfferKind
from shopdesk.ui import formats
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.replay.frames import CANDIDATE, CHANGE, HAPPENED, TODAY, LeftOut, Shown, days_of

if TYPE_CHECKING:
    from shopdesk.app.promotions.study import ReplayStudy

_WHOLE = 100


def scenario_name(scenario: str) -> str:
    """Return the short name of a scenario, as it stands in heads."""
    names = {
        HAPPENED: QCoreApplication.translate("OfferReplay", "happened"),
        TODAY: QCoreApplication.translate("OfferReplay", "today"),
        CANDIDATE: QCoreApplication.translate("OfferReplay", "candidate"),
        CHANGE: QCoreApplication.translate("OfferReplay", "change"),
    }
    return names[scenario]


def row_name(scenario: str, shown: Shown) -> str:
    """Return the name of a row of the totals."""
    match scenario:
        case "happened":
            return QCoreApplication.translate("OfferReplay", "What happened")
        case "today":
            count = len(shown.study.today.costs)
            if not count:
                return QCoreApplication.translate("OfferReplay", "No offer in use")
            return QCoreApplication.translate("OfferReplay", "Offers in use ({count})").format(
                count=formats.full(count)
            )
        case "candidate":
            return f"+ {words.short_name(shown.designs[shown.candidate].name)}"
        case _ if shown.has_candidate:
            return QCoreApplication.translate("OfferReplay", "Candidate − today")
        case _:
            return QCoreApplication.translate("OfferReplay", "Today − happened")


def group_name(group: str) -> str:
    """Return the name of a kind of customer."""
    names = {
        "new": QCoreApplication.translate("OfferReplay", "New buyers"),
        "returning": QCoreApplication.translate("OfferReplay", "Returning buyers"),
        "unknown": QCoreApplication.translate("OfferReplay", "Not known"),
    }
    return names[group]


def payer_text(design: OfferDesign) -> str:
    """Return who bears an offer."""
    if design.shop_percent == _WHOLE:
        return QCoreApplication.translate("OfferReplay", "shop")
    if design.shop_percent == 0:
        return QCoreApplication.translate("OfferReplay", "platform")
    return QCoreApplication.translate("OfferReplay", "shop {share} %").format(share=formats.full(design.shop_percent))


def step_text(design: OfferDesign | None, minimum: int) -> str:
    """Return a step as customers know it: from 129 yuan, from 3 units."""
    if design is not None and design.by_quantity:
        return QCoreApplication.translate("OfferReplay", "from {count} {count:unit|units}").format(
            count=formats.full(minimum)
        )
    if design is not None and design.kind is OfferKind.EVERY_OFF:
        return QCoreApplication.translate("OfferReplay", "every {amount} yuan").format(amount=words.yuan(minimum))
    return QCoreApplication.translate("OfferReplay", "from {amount} yuan").format(amount=words.yuan(minimum))


def left_out_name(what: str) -> str:
    """Return what a row of the data part counts."""
    names = {
        LeftOut.USED: QCoreApplication.translate("OfferReplay", "Paid orders replayed"),
        LeftOut.UNPAID: QCoreApplication.translate("OfferReplay", "Left out: not paid"),
        LeftOut.CANCELLED: QCoreApplication.translate("OfferReplay", "Left out: cancelled"),
        LeftOut.WITHOUT_VALUE: QCoreApplication.translate("OfferReplay", "Left out: no amount"),
        LeftOut.WITHOUT_LINES: QCoreApplication.translate("OfferReplay", "Orders without lines"),
        LeftOut.WITHOUT_COST: QCoreApplication.translate("OfferReplay", "Orders with an unknown cost"),
        LeftOut.CLIPPED_REFUNDS: QCoreApplication.translate("OfferReplay", "Refunds above the payment"),
        LeftOut.BY_ENGINE: QCoreApplication.translate("OfferReplay", "Orders priced one by one"),
        LeftOut.IDENTITY: QCoreApplication.translate("OfferReplay", "Lines whose figures don't fit"),
    }
    return names[LeftOut(what)]


def left_out_why(what: str) -> str:
    """Return what that means, and what to do about it."""
    texts = {
        LeftOut.USED: QCoreApplication.translate(
            "OfferReplay", "Nobody is assumed to buy more, less or anything else because of an offer."
        ),
        LeftOut.UNPAID: QCoreApplication.translate(
            "OfferReplay", "No payment in the files: they cost no offer anything."
        ),
        LeftOut.CANCELLED: QCoreApplication.translate(
            "OfferReplay", "Closed before they were sent. Orders refunded later stay in, with their refund."
        ),
        LeftOut.WITHOUT_VALUE: QCoreApplication.translate(
            "OfferReplay", "Neither their lines nor their total says what the goods cost: import the order lines."
        ),
        LeftOut.WITHOUT_LINES: QCoreApplication.translate(
            "OfferReplay",
            "One line of their total stands in; offers on single goods miss them: import the order lines.",
        ),
        LeftOut.WITHOUT_COST: QCoreApplication.translate(
            "OfferReplay",
            "Margins with them stay empty, changes of the margin are known: the same goods are sold. "
            "Import a cost list.",
        ),
        LeftOut.CLIPPED_REFUNDS: QCoreApplication.translate(
            "OfferReplay", "They count as the whole payment, never as more."
        ),
        LeftOut.BY_ENGINE: QCoreApplication.translate(
            "OfferReplay", "Some offers look at the whole cart; these took longer, the figures are exact all the same."
        ),
        LeftOut.IDENTITY: QCoreApplication.translate(
            "OfferReplay",
            "Paid should be price × quantity − discounts, to the fen. Where it isn't, what was paid counts.",
        ),
    }
    return texts[LeftOut(what)]


def identity_text(share: float | None) -> str:
    """Return what the identity check found."""
    if share is None:
        return QCoreApplication.translate("OfferReplay", "can't be tested")
    if share == 0:
        return QCoreApplication.translate("OfferReplay", "all fit")
    return formats.percent(share, decimals=1)


def basis_text(study: ReplayStudy) -> str:
    """Return what the item prices were taken from."""
    texts = {
        "paid_and_share": QCoreApplication.translate(
            "OfferReplay", "Item prices: what lines paid plus their share of order discounts."
        ),
        "line_prices": QCoreApplication.translate("OfferReplay", "Item prices: those of the order lines."),
        "order_total": QCoreApplication.translate(
            "OfferReplay", "No order lines: totals of orders stand in, and goods can't be told apart."
        ),
        "none": "",
    }
    return texts[study.book.basis.value]


def head_text(shown: Shown) -> str:
    """Return on how many orders of which days everything rests."""
    text = QCoreApplication.translate("OfferReplay", "The same {count} paid {count:order|orders} priced again").format(
        count=formats.full(shown.book.orders)
    )
    first, last = days_of(shown.book)
    return text if first is None else f"{text} · {formats.span(first, last)}"


def empty_text() -> str:
    """Return what an empty view says."""
    return QCoreApplication.translate(
        "OfferReplay",
        "No paid orders with a price in this period. Import the order list and the order lines, or choose a longer "
        "period: offers are replayed on them to the fen.",
    )
