"""Why a platform refuses a bid, a budget or a week, in the language in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.week import LimitCode, LimitProblem
from shopdesk.ui import formats

MONEY: Final = (LimitCode.BID_TOO_LOW, LimitCode.BID_TOO_HIGH, LimitCode.BID_STEP, LimitCode.BUDGET_TOO_LOW)


def money_text(problem: LimitProblem, platform: str) -> str:
    """Return why a bid or budget can't be set; ``platform`` is its name."""
    texts = {
        LimitCode.BID_TOO_LOW: QCoreApplication.translate(
            "BidLimits", "a bid of {value} is below the {low} that {platform} takes"
        ),
        LimitCode.BID_TOO_HIGH: QCoreApplication.translate(
            "BidLimits", "a bid of {value} is above the {high} that {platform} takes"
        ),
        LimitCode.BID_STEP: QCoreApplication.translate(
            "BidLimits", "{platform} takes bids in steps of {low}: {value} lies between"
        ),
        LimitCode.BUDGET_TOO_LOW: QCoreApplication.translate(
            "BidLimits", "{value} a day is below the {low} that {platform} takes"
        ),
    }
    return texts[problem.code].format(
        value=formats.money_fen(problem.value),
        low=formats.money_fen(problem.low),
        high=formats.money_fen(problem.high),
        platform=platform,
    )


def all_off_text(platform: str) -> str:
    """Return why a week in which nothing runs can't be set."""
    return QCoreApplication.translate(
        "BidLimits", "every hour is off: pause the campaign in {platform} instead, or keep an hour"
    ).format(platform=platform)
