"""A review in words: the verdict first, then what it rests on, what was promised and what was aimed at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.bidding.review import ReviewAnswer, VersionReview
from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.review.change import ReviewMetric
from shopdesk.domain.bidding.review.live import Live
from shopdesk.domain.bidding.review.reports import OTHERS, SHOP
from shopdesk.domain.bidding.review.review import LEAST_DAYS, Review, Verdict
from shopdesk.domain.bidding.review.targets import TargetAnswer, TargetState
from shopdesk.ui import formats

MONEY: Final = frozenset({ReviewMetric.COST, ReviewMetric.REVENUE, ReviewMetric.PROFIT})
_LEAST_FEN: Final = 1_000  # a smaller price isn't worth a sentence
_NARROW: Final = 0.03  # intervals narrower than this are written with a decimal


def metric_name(metric: ReviewMetric) -> str:
    """Return the name of a row."""
    names = {
        ReviewMetric.COST: QCoreApplication.translate("BidReview", "Spend"),
        ReviewMetric.IMPRESSIONS: QCoreApplication.translate("BidReview", "Impressions"),
        ReviewMetric.CLICKS: QCoreApplication.translate("BidReview", "Clicks"),
        ReviewMetric.CPC: QCoreApplication.translate("BidReview", "CPC"),
        ReviewMetric.CTR: QCoreApplication.translate("BidReview", "CTR"),
        ReviewMetric.CVR: QCoreApplication.translate("BidReview", "Conversion"),
        ReviewMetric.ORDERS: QCoreApplication.translate("BidReview", "Orders"),
        ReviewMetric.REVENUE: QCoreApplication.translate("BidReview", "Revenue"),
        ReviewMetric.ROI: QCoreApplication.translate("BidReview", "ROI"),
        ReviewMetric.PROFIT: QCoreApplication.translate("BidReview", "Profit − spend"),
    }
    return names[metric]


def formula_text(metric: ReviewMetric) -> str:
    """Return how a row is made."""
    formulas = {
        ReviewMetric.CPC: QCoreApplication.translate("BidReview", "spend ÷ clicks"),
        ReviewMetric.CTR: QCoreApplication.translate("BidReview", "clicks ÷ impressions"),
        ReviewMetric.CVR: QCoreApplication.translate("BidReview", "orders ÷ clicks"),
        ReviewMetric.ROI: QCoreApplication.translate("BidReview", "revenue ÷ spend"),
        ReviewMetric.PROFIT: QCoreApplication.translate("BidReview", "revenue × margin − spend"),
    }
    total = QCoreApplication.translate("BidReview", "sum of the compared days")
    return f"{metric_name(metric)} = {formulas.get(metric, total)}"


def label_of(metric: ReviewMetric) -> str:
    """Return the name of a row with its unit."""
    has_unit = metric in MONEY or metric is ReviewMetric.CPC
    return f"{metric_name(metric)} {formats.unit_name('money')}" if has_unit else metric_name(metric)


def amount(metric: ReviewMetric, value: float | None) -> str:
    """Return a figure of a row; money comes in fen."""
    if value is None:
        return formats.UNKNOWN
    if metric in MONEY:
        return formats.money_fen(value, decimals=0)
    match metric:
        case ReviewMetric.CPC:
            return formats.money_fen(value)
        case ReviewMetric.CTR | ReviewMetric.CVR:
            return formats.percent(value)
        case ReviewMetric.ROI:
            return formats.times(value)
        case _:
            return formats.full(value)


def share_text(value: float, *, decimals: int = 0) -> str:
    """Return a relative change with its sign, e.g. ``+12 %``."""
    return f"{formats.signed(100 * value, decimals=decimals)} %"


def effect_text(effect: Range | None) -> str:
    """Return a relative effect with its 80 % interval."""
    if effect is None:
        return QCoreApplication.translate("BidReview", "can't be told")
    decimals = 1 if effect.high - effect.low < _NARROW else 0
    middle, low, high = (share_text(value, decimals=decimals) for value in (effect.median, effect.low, effect.high))
    return f"{middle} ({low} … {high})"


def headline(found: Review) -> str:
    """Return the verdict in one sentence."""
    match found.verdict:
        case Verdict.BETTER | Verdict.WORSE:
            return _sure(found)
        case Verdict.CANNOT_TELL if _is_absent(found):
            return QCoreApplication.translate("BidReview", "Can't tell: the clicks don't show that this version ran")
        case Verdict.CANNOT_TELL if found.orders_needed is not None:
            return QCoreApplication.translate(
                "BidReview", "Can't tell yet: about {orders} more {orders:order|orders} needed"
            ).format(orders=formats.full(found.orders_needed))
        case Verdict.CANNOT_TELL:
            return QCoreApplication.translate("BidReview", "Can't tell: this plan swings as much by itself")
        case Verdict.TOO_EARLY:
            return QCoreApplication.translate("BidReview", "Too early: look again from {day} on").format(
                day=formats.full_day(found.ready_on)
            )
        case Verdict.TOO_FEW:
            return QCoreApplication.translate("BidReview", "Too few orders, no judgement")
        case Verdict.NO_BEFORE:
            return QCoreApplication.translate("BidReview", "Nothing to compare with: no report of the days before")
        case _:
            return QCoreApplication.translate("BidReview", "No daily report of this plan")


def _is_absent(found: Review) -> bool:
    return found.live is not None and found.live.live is Live.NOT_SEEN


def _sure(found: Review) -> str:
    is_better = found.verdict is Verdict.BETTER
    if found.gain is not None:
        fen = formats.money_fen(abs(found.gain.median), decimals=0)
        text = (
            QCoreApplication.translate("BidReview", "Better: about {yuan} yuan more profit in {days} days")
            if is_better
            else QCoreApplication.translate("BidReview", "Worse: about {yuan} yuan less profit in {days} days")
        )
        return text.format(yuan=fen, days=len(found.pairs))
    roi = (found.changes or {}).get(ReviewMetric.ROI)
    share = share_text(roi.effect.median) if roi is not None and roi.effect is not None else ""
    if is_better:
        return QCoreApplication.translate("BidReview", "Better: ROI about {share}").format(share=share)
    return QCoreApplication.translate("BidReview", "Worse: ROI about {share}").format(share=share)


def rests_on(found: Review, answer: ReviewAnswer) -> list[str]:
    """Return what the verdict rests on, and what would make more of it."""
    lines = [one for one in (_interval_line(found), _days_line(found), _season_line(found)) if one]
    match found.verdict:
        case Verdict.CANNOT_TELL if _is_absent(found):
            lines.append(
                QCoreApplication.translate(
                    "BidReview", "Whatever changed is hardly its doing: check in the console that it was saved."
                )
            )
        case Verdict.CANNOT_TELL if found.days_needed is not None:
            lines.append(
                QCoreApplication.translate(
                    "BidReview", "At today's rate that is about {days} more {days:day|days}; leave the plan as it is."
                ).format(days=formats.full(found.days_needed))
            )
        case Verdict.CANNOT_TELL:
            lines.append(
                QCoreApplication.translate(
                    "BidReview", "Waiting won't show it; leaving the plan as it is costs nothing."
                )
            )
        case Verdict.TOO_EARLY:
            lines.append(
                QCoreApplication.translate(
                    "BidReview",
                    "{known} {known:day|days} can be compared so far, {least} are needed. The newest days don't count "
                    "yet: their orders are still coming in. Import the report again then.",
                ).format(known=formats.full(len(found.pairs)), least=formats.full(LEAST_DAYS))
            )
        case Verdict.NO_BEFORE:
            lines.append(
                QCoreApplication.translate(
                    "BidReview", "Import the campaign report by day from two weeks before {day} on."
                ).format(day=formats.full_day(found.taken_on))
            )
        case Verdict.NO_REPORT:
            lines.append(
                QCoreApplication.translate(
                    "BidReview", "Import the campaign report by day (not a total), from two weeks before the change on."
                )
            )
        case _:
            pass
    if answer.margin is None and found.changes is not None:
        lines.append(
            QCoreApplication.translate("BidReview", "The margin isn't known, so ROI is judged instead of profit.")
        )
    return lines


def _interval_line(found: Review) -> str:
    parts = []
    if found.gain is not None:
        low, high = (formats.signed(round(end / 100)) for end in (found.gain.low, found.gain.high))
        parts.append(
            QCoreApplication.translate("BidReview", "Profit − spend, 80 % interval {low} … {high} yuan").format(
                low=low, high=high
            )
        )
    if found.chance is not None:
        parts.append(
            QCoreApplication.translate("BidReview", "chance of better {chance}").format(
                chance=formats.percent(min(max(found.chance, 0.01), 0.99), decimals=0)
            )
        )
    return " · ".join(parts)


def _days_line(found: Review) -> str:
    if not found.pairs:
        return ""
    text = QCoreApplication.translate(
        "BidReview", "{days} {days:day|days} after ({after}) against the same weekdays before ({before})"
    ).format(
        days=formats.full(len(found.pairs)),
        after=formats.span(found.pairs.after[0], found.pairs.after[-1]),
        before=formats.span(min(found.pairs.before), max(found.pairs.before)),
    )
    if found.left_out:
        text += " · " + QCoreApplication.translate(
            "BidReview", "{count} campaign {count:day|days} and their partners left out"
        ).format(count=formats.full(len(found.left_out)))
    return text


def _season_line(found: Review) -> str:
    if found.changes is None:
        return ""
    used = {name for change in found.changes.values() for name in change.controls}
    names = [
        text
        for name, text in (
            (OTHERS, QCoreApplication.translate("BidReview", "the other plans")),
            (SHOP, QCoreApplication.translate("BidReview", "what the shop sold without ads")),
        )
        if name in used
    ]
    if names:
        text = QCoreApplication.translate("BidReview", "Season taken out by {names}").format(
            names=formats.listed(names)
        )
    else:
        text = QCoreApplication.translate(
            "BidReview", "No other plan or shop report tells the season: intervals are wider"
        )
    if found.windows:
        text += " · " + QCoreApplication.translate(
            "BidReview",
            "of {count} earlier {count:fortnight|fortnights} without a change {alarms} would have looked like one",
        ).format(count=formats.full(found.windows), alarms=formats.full(found.false_alarms))
    return text


def live_text(found: Review) -> tuple[str, str]:
    """Return whether the version runs in the console, with the tone of its chip."""
    live = found.live.live if found.live is not None else None
    match live:
        case Live.YES:
            return QCoreApplication.translate("BidReview", "Runs: clicks follow the bids"), "info"
        case Live.NOT_SEEN:
            return QCoreApplication.translate("BidReview", "Not seen in the clicks"), "warn"
        case Live.UNCLEAR:
            return QCoreApplication.translate("BidReview", "Whether it runs can't be seen yet"), ""
        case Live.NO_CHANGE:
            return QCoreApplication.translate("BidReview", "The version changes no bid"), ""
        case Live.NO_REPORT:
            return QCoreApplication.translate("BidReview", "Whether it runs needs reports by hour or word"), ""
        case _:
            return "", ""


def target_text(one: TargetAnswer) -> str:
    """Return a target and whether it was reached."""
    states = {
        TargetState.REACHED: QCoreApplication.translate("BidReview", "reached"),
        TargetState.MISSED: QCoreApplication.translate("BidReview", "not reached"),
        TargetState.OPEN: QCoreApplication.translate("BidReview", "can't tell yet"),
        TargetState.UNKNOWN: QCoreApplication.translate("BidReview", "not in the reports"),
    }
    text = f"{metric_name(one.metric)} {share_text(one.target)}: {states[one.state]}"
    if one.chance is None:
        return text
    chance = formats.percent(min(max(one.chance, 0.01), 0.99), decimals=0)
    return text + QCoreApplication.translate("BidReview", " (chance {chance})").format(chance=chance)


def conflict_text(answer: ReviewAnswer) -> str:
    """Return that the targets pull against one another, with the money where it can be foreseen."""
    text = QCoreApplication.translate(
        "BidReview", "The three pull against one another: better clicks are mostly the dearer ones. Judge by profit."
    )
    target = answer.targets.get(ReviewMetric.CPC)
    if answer.cpc_price is None or target is None or answer.cpc_price < _LEAST_FEN:
        return text
    return (
        text
        + " "
        + QCoreApplication.translate(
            "BidReview", "Holding CPC at {share} would cost about {yuan} yuan of profit in two weeks."
        ).format(share=share_text(target), yuan=formats.money_fen(abs(answer.cpc_price), decimals=0))
    )


def version_text(one: VersionReview) -> str:
    """Return a version as it is chosen: number, name, day."""
    name = f"V{one.version.number}"
    if one.version.name and one.version.name != name:
        name = f"{name} {one.version.name}"
    return f"{name} · {formats.full_day(one.version.taken_on)}"
