"""A division of budgets in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.stages.budget import LEAST_ORDERS, BudgetAnswer, BudgetOutcome, Held
from shopdesk.ui import formats

MONTH_DAYS: Final = 30


def headline(found: BudgetAnswer) -> str:
    """Return what may be said of moving money between the plans."""
    match found.outcome:
        case BudgetOutcome.MOVE if found.gain is not None:
            return QCoreApplication.translate(
                "BidBudget", "Moving money should bring about {gain} yuan more a month"
            ).format(gain=formats.full(round(MONTH_DAYS * found.gain.median / 100)))
        case BudgetOutcome.CANNOT_TELL:
            return QCoreApplication.translate("BidBudget", "Better leave it: a gain can't be told from luck")
        case BudgetOutcome.KEEP:
            return QCoreApplication.translate("BidBudget", "Better leave it: the budgets are well divided as they are")
        case BudgetOutcome.NOT_BOUND:
            return QCoreApplication.translate("BidBudget", "Nothing to divide: fewer than two plans spend their budget")
        case BudgetOutcome.NO_BUDGETS:
            return QCoreApplication.translate("BidBudget", "No plan has a daily budget yet: set them at the left")
        case BudgetOutcome.NO_MARGIN:
            return QCoreApplication.translate("BidBudget", "The margin is missing: import costs or set it")
        case _:
            return QCoreApplication.translate("BidBudget", "Too few orders ({orders}), no judgement").format(
                orders=formats.full(found.orders)
            )


def asked_headline(found: BudgetAnswer) -> str:
    """Return what a sum that was asked for brings against today's."""
    gain = found.gain.median if found.gain is not None else 0.0
    text = QCoreApplication.translate("BidBudget", "This sum, divided so: about {gain} yuan a month against today")
    return text.format(gain=formats.signed(round(MONTH_DAYS * gain / 100)))


def details(found: BudgetAnswer, *, beta: float) -> str:
    """Return the interval, the chance and what is assumed."""
    lines = []
    if found.gain is not None and found.chance is not None and found.moves:
        low, high = (formats.signed(round(MONTH_DAYS * end / 100)) for end in (found.gain.low, found.gain.high))
        lines.append(
            QCoreApplication.translate(
                "BidBudget", "80 % interval {low} … {high} yuan a month · chance of a gain {chance} · {orders} orders"
            ).format(
                low=low,
                high=high,
                chance=formats.percent(min(max(found.chance, 0.01), 0.99), decimals=0),
                orders=formats.full(found.orders),
            )
        )
    marginals = [row.marginal for row in found.rows if row.marginal is not None]
    if marginals and all(span.high < 1 for span in marginals):
        lines.append(
            QCoreApplication.translate(
                "BidBudget",
                "The last yuan of every plan brings less than a yuan: less money altogether would earn more. The curve "
                "beside each plan shows how much.",
            )
        )
    if found.outcome is BudgetOutcome.TOO_FEW:
        lines.append(
            QCoreApplication.translate("BidBudget", "{least} orders of all plans together are needed.").format(
                least=LEAST_ORDERS
            )
        )
    lines.append(
        QCoreApplication.translate(
            "BidBudget",
            "Assumed: 1 % more budget brings {beta} % more revenue (please check); few orders are drawn towards the "
            "common return. A budget moves by a fifth at most.",
        ).format(beta=f"{beta:.2f}")
    )
    return "\n".join(lines)


def held_text(why: Held) -> str:
    """Return why a plan's budget stays."""
    texts = {
        Held.NOT: "",
        Held.TEST: QCoreApplication.translate("BidBudget", "tests items: stays"),
        Held.NOT_SPENT: QCoreApplication.translate("BidBudget", "doesn't spend it: stays"),
        Held.NO_REPORT: QCoreApplication.translate("BidBudget", "no report of this plan"),
        Held.NO_BUDGET: QCoreApplication.translate("BidBudget", "no budget set"),
    }
    return texts[why]


def month_text(span: Range | None) -> str:
    """Return a gain a day as one a month with its interval."""
    if span is None:
        return formats.UNKNOWN
    low, middle, high = (formats.signed(round(MONTH_DAYS * end / 100)) for end in (span.low, span.median, span.high))
    return f"{middle} ({low} … {high})"


def marginal_text(span: Range | None) -> str:
    """Return what the next yuan brings, with its interval."""
    if span is None:
        return formats.UNKNOWN
    return f"{formats.times(span.median)} ({formats.times(span.low)}–{formats.times(span.high)})"
