"""Why a number is proposed, or why everything stays as it is, in words that every card of a plan shares."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.estimate.model import Factor
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.propose.settings import MOST_STEP, SURE
from shopdesk.ui import formats

if TYPE_CHECKING:  # scipy stands behind it
    from shopdesk.domain.bidding.estimate.model import Dimension, Factors, Gate
    from shopdesk.ui.bidding.plan_view import PlanView

HOURS, REGIONS, AUDIENCES, WORDS = "hours", "regions", "audiences", "words"
_SURE = 0.995  # a chance is not said to be 100 %


def stay_text(stay: Stay, dimension: str) -> str:
    """Return why a dimension isn't moved; empty where it is."""
    match stay:
        case Stay.MOVES:
            return ""
        case Stay.CHANCE:
            return QCoreApplication.translate("BidReasons", "Differences within what chance brings: 100 % is safer")
        case Stay.NO_REPORT:
            return _import_text(dimension)
        case Stay.NO_BIDS | Stay.NO_ORDERS:
            return _lacking_text(stay)
        case Stay.ONE_CELL:
            return _one_text(dimension)
        case Stay.NO_LEVER:
            return QCoreApplication.translate("BidReasons", "The platform can't set this")
        case Stay.NOT_WORTH:
            return QCoreApplication.translate("BidReasons", "It would spend more than it brings at this margin")
        case Stay.PAYS:
            return QCoreApplication.translate(
                "BidReasons", "Hours can only be switched here, and none surely loses money: all stay on"
            )
        case Stay.NO_MARGIN:
            return QCoreApplication.translate(
                "BidReasons", "Without a margin nothing says what a click may cost: enter it at the right"
            )
        case _:
            return QCoreApplication.translate("BidReasons", "Less than 1 % is left of it: better leave it")


def _lacking_text(stay: Stay) -> str:
    """Return what the reports that are there don't tell."""
    if stay is Stay.NO_ORDERS:
        return QCoreApplication.translate(
            "BidReasons", "The report has neither orders nor carts: nothing can be said yet"
        )
    return QCoreApplication.translate(
        "BidReasons", "The report names words without bids or costs: export it with its spend, or type today's bids"
    )


def basis_text(dimension: Dimension | None) -> str:
    """Return that a dimension moves without a single order behind it; empty where orders say it too."""
    if dimension is None or sum(float(count) for count in dimension.factors.orders if math.isfinite(count)) >= 1:
        return ""
    return QCoreApplication.translate("BidReasons", "No order yet: carts and favourites alone speak for it")


def few_text() -> str:
    """Return why a cell is faint."""
    return QCoreApplication.translate("BidReasons", "Few orders: drawn to 100 %")


def _one_text(dimension: str) -> str:
    texts = {
        HOURS: QCoreApplication.translate("BidReasons", "A single hour has clicks: there is nothing to compare"),
        REGIONS: QCoreApplication.translate("BidReasons", "A single region has clicks: there is nothing to compare"),
        AUDIENCES: QCoreApplication.translate(
            "BidReasons", "A single audience has clicks: there is nothing to compare"
        ),
    }
    return texts.get(dimension, QCoreApplication.translate("BidReasons", "A single word: there is nothing to compare"))


def loading_text() -> str:
    """Return that figures are on their way."""
    return QCoreApplication.translate("BidReasons", "Reading the reports…")


def missing_text(view: PlanView, dimension: str) -> str:
    """Return why there is no proposal."""
    if view.is_loading:
        return loading_text()
    if dimension == AUDIENCES and view.profile.audiences.high is None:
        return no_audiences_text(view)
    return view.note or _import_text(dimension)


def no_audiences_text(view: PlanView) -> str:
    """Return what a platform has instead of audience premiums."""
    if view.profile.placements is not None:
        return QCoreApplication.translate(
            "BidReasons", "No audiences here, only placements: no report tells them apart, type their percents"
        )
    return stay_text(Stay.NO_LEVER, AUDIENCES)


def _import_text(dimension: str) -> str:
    texts = {
        HOURS: QCoreApplication.translate("BidReasons", "Import an ads report by hour to get a proposal"),
        REGIONS: QCoreApplication.translate("BidReasons", "Import an ads report by region to get a proposal"),
        AUDIENCES: QCoreApplication.translate("BidReasons", "Import an ads report by audience to get a proposal"),
        WORDS: QCoreApplication.translate("BidReasons", "Import a keyword report to get a proposal"),
    }
    return texts[dimension]


def step_text() -> str:
    """Return how far one review goes."""
    return QCoreApplication.translate("BidReasons", "at most {step} % a review").format(step=round(MOST_STEP * 100))


def now_text(percent: int) -> str:
    """Return what the console has."""
    return QCoreApplication.translate("BidReasons", "On the console {percent} %").format(percent=percent)


def proposed_text(percent: int) -> str:
    """Return what is proposed."""
    return QCoreApplication.translate("BidReasons", "Proposed {percent} %").format(percent=percent)


def off_text() -> str:
    """Return why an hour is proposed off."""
    return QCoreApplication.translate(
        "BidReasons", "Off: over all days a click at this time loses money with a chance above {chance}"
    ).format(chance=formats.percent(SURE, decimals=0))


def factor_lines(factors: Factors, at: int) -> list[str]:
    """Return what is believed of a cell: factor and interval, chance, orders behind it; nothing where unknown."""
    columns = (factors.mean, factors.low, factors.high, factors.above_one, factors.orders, factors.expected)
    found = Factor(*(float(column[at]) for column in columns))
    return belief_lines(found) if math.isfinite(found.mean) else []


def belief_lines(factor: Factor) -> list[str]:
    """Return what is believed of one hour, region or audience, a line a fact."""
    lines = [
        QCoreApplication.translate(
            "BidReasons", "A click is worth {mean} × the average, 80 % between {low} and {high}"
        ),
        QCoreApplication.translate("BidReasons", "Worth more than the average: {chance}"),
        QCoreApplication.translate("BidReasons", "Behind it: {orders} {orders:order|orders}, {expected} expected"),
    ]
    values = {
        "mean": f"{factor.mean:.2f}",
        "low": f"{factor.low:.2f}",
        "high": f"{factor.high:.2f}",
        "chance": chance(factor.above_one),
        "orders": formats.full(factor.orders),
        "expected": formats.full(factor.expected, decimals=1),
    }
    return [line.format(**values) for line in lines]


def held_text(proposed: int, now: int, wanted: float, *, low: int, high: int) -> str:
    """Return what held a cell back from the percent that its factor asks for; empty where nothing did."""
    if not math.isfinite(wanted) or abs(wanted - proposed) < 1:
        return ""
    step = round(now * (1 + MOST_STEP)) if wanted > proposed else round(now * (1 - MOST_STEP))
    if abs(proposed - step) <= 1:
        return QCoreApplication.translate(
            "BidReasons", "Its factor asks for {wanted} %: at most {step} % a review, so {proposed} % first"
        ).format(wanted=f"{wanted:.0f}", step=round(MOST_STEP * 100), proposed=proposed)
    if proposed in (low, high):
        return QCoreApplication.translate(
            "BidReasons", "Its factor asks for {wanted} %: the platform's limit is {proposed} %"
        ).format(wanted=f"{wanted:.0f}", proposed=proposed)
    return ""


def gate_line(gate: Gate) -> str:
    """Return how often luck alone would bring such differences."""
    if gate.p_value is None:
        return QCoreApplication.translate("BidReasons", "Too few orders and carts to tell luck from pattern")
    return QCoreApplication.translate("BidReasons", "By luck alone such differences come in {chance} of cases").format(
        chance=chance(gate.p_value)
    )


def chance(share: float) -> str:
    """Return a chance in whole percents, never a certainty."""
    if not math.isfinite(share):
        return formats.UNKNOWN
    if share > _SURE:
        return "> 99 %"
    return "< 1 %" if share < 1 - _SURE else formats.percent(share, decimals=0)
