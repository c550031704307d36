"""A review of an offer in words: the verdict, what it rests on, what else may be behind it, what it teaches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.promotions.beliefs import LadderBelief
from shopdesk.app.promotions.campaign_review import REFUND_DAYS, Lesson, ReviewAnswer
from shopdesk.app.promotions.ladder_study import Taught
from shopdesk.domain.promotions.compared import Row
from shopdesk.domain.promotions.review.record import (
    LEAST_BEFORE,
    LEAST_DAYS,
    CampaignReview,
    Doubt,
    StepEffect,
    Verdict,
)
from shopdesk.ui import formats
from shopdesk.ui.promotions.words import yuan

_CERTAIN = 0.995


def headline(found: CampaignReview) -> str:
    """Return the verdict in one sentence."""
    if found.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.CANNOT_TELL):
        return _judged(found)
    texts = {
        Verdict.NO_PERIOD: QCoreApplication.translate("CampaignReview", "The offer has no first day: give it one"),
        Verdict.NOT_STARTED: QCoreApplication.translate("CampaignReview", "No orders of its days yet"),
        Verdict.TOO_EARLY: QCoreApplication.translate("CampaignReview", "Too early: it has run for {days} days"),
        Verdict.NO_BEFORE: QCoreApplication.translate("CampaignReview", "Nothing to hold it against"),
        Verdict.TOO_FEW: QCoreApplication.translate("CampaignReview", "Too few orders to judge"),
    }
    return texts[found.verdict].format(days=formats.full(found.days))


def _judged(found: CampaignReview) -> str:
    chance = found.chance or 0.0
    by_margin = found.judged_by is Row.MARGIN
    if found.verdict is Verdict.BETTER:
        text = (
            QCoreApplication.translate("CampaignReview", "Better: the margin rose, chance {chance}")
            if by_margin
            else QCoreApplication.translate("CampaignReview", "Better: customers paid more, chance {chance}")
        )
        return text.format(chance=_percent(chance))
    if found.verdict is Verdict.WORSE:
        text = (
            QCoreApplication.translate("CampaignReview", "Worse: the margin fell, chance {chance}")
            if by_margin
            else QCoreApplication.translate("CampaignReview", "Worse: customers paid less, chance {chance}")
        )
        return text.format(chance=_percent(1 - chance))
    return QCoreApplication.translate("CampaignReview", "Can't be told yet: chance of better {chance}").format(
        chance=_percent(chance)
    )


def rests_on(found: CampaignReview) -> list[str]:
    """Return what the verdict rests on, or what is missing for one, one sentence a line."""
    if found.verdict in (Verdict.NOT_STARTED, Verdict.TOO_EARLY):
        return [
            QCoreApplication.translate(
                "CampaignReview", "From {day} on, with the orders until then imported, it can be reviewed."
            ).format(day=formats.full_day(found.ready_on))
        ]
    if found.verdict is Verdict.NO_PERIOD:
        return []
    lines = [
        QCoreApplication.translate(
            "CampaignReview",
            "{span}: {orders} orders; before it {before}, {days} ordinary days: {orders_before} orders.",
        ).format(
            span=_span(found.period),
            orders=formats.full(found.orders),
            before=_span(found.before),
            days=formats.full(found.days_before),
            orders_before=formats.full(found.orders_before),
        )
    ]
    if found.verdict is Verdict.NO_BEFORE:
        return [
            *lines,
            QCoreApplication.translate(
                "CampaignReview", "At least {days} days of orders before it are needed: import older order files."
            ).format(days=LEAST_BEFORE),
        ]
    if found.verdict is Verdict.TOO_FEW:
        return lines
    return [*lines, *_seen(found)]


def _seen(found: CampaignReview) -> list[str]:
    lines = []
    if found.least_seen is not None:
        text = (
            QCoreApplication.translate(
                "CampaignReview", "So many orders show a change of the margin from ± {yuan} yuan on over these days."
            )
            if found.judged_by is Row.MARGIN
            else QCoreApplication.translate(
                "CampaignReview", "So many orders show a change of what is paid from ± {yuan} yuan on over these days."
            )
        )
        lines.append(text.format(yuan=formats.money_fen(found.least_seen, decimals=0)))
    if found.windows:
        lines.append(
            QCoreApplication.translate(
                "CampaignReview", "How the shop swung by itself in {count} earlier stretches is in the intervals."
            ).format(count=formats.full(found.windows))
        )
    if found.days < LEAST_DAYS:
        lines.append(
            QCoreApplication.translate("CampaignReview", "It ran for {days} {days:day|days} only.").format(
                days=formats.full(found.days)
            )
        )
    return lines


def doubt_texts(found: CampaignReview) -> list[str]:
    """Return what else may have made the difference, one sentence each."""
    return [_doubt(doubt, values, found) for doubt, values in found.doubts.items()]


def _doubt(doubt: Doubt, values: tuple[str, ...], found: CampaignReview) -> str:
    texts = {
        Doubt.NOT_LIVE: QCoreApplication.translate(
            "CampaignReview",
            "Discounts didn't rise by what it must have given (about {due} yuan): it never ran in the console, "
            "or the like ran before it.",
        ),
        Doubt.NO_TRAFFIC: QCoreApplication.translate(
            "CampaignReview",
            "Visitors of these days aren't known, so more traffic looks like a better offer. "
            "Import the daily shop report.",
        ),
        Doubt.TRAFFIC_MOVED: QCoreApplication.translate(
            "CampaignReview", "Visitors a day {change}: taken out, and with them those that the offer itself brought."
        ),
        Doubt.CAMPAIGN_DAYS: QCoreApplication.translate("CampaignReview", "Big sales days lie in it: {names}."),
        Doubt.OTHER_OFFERS: QCoreApplication.translate(
            "CampaignReview", "Other offers began or ended meanwhile: {names}."
        ),
        Doubt.COSTS_MISSING: QCoreApplication.translate(
            "CampaignReview", "Costs are known for {share} of the goods' value."
        ),
        Doubt.GIFT_COSTS: QCoreApplication.translate(
            "CampaignReview", "Costs of the gifts are in no order file: the margin is less by them."
        ),
        Doubt.REFUNDS_OPEN: QCoreApplication.translate(
            "CampaignReview",
            "Refunds of the last days are still to come (about {days} days): the margin looks too good.",
        ),
        Doubt.SHORT_HISTORY: QCoreApplication.translate(
            "CampaignReview",
            "The history is short: how much the shop swings by itself is partly assumed (5 %, please check).",
        ),
    }
    moved = "" if found.traffic is None else f"{formats.arrow(found.traffic - 1)} {_percent(abs(found.traffic - 1))}"
    share = formats.percent(float(values[0]), decimals=0) if doubt is Doubt.COSTS_MISSING else ""
    due = formats.money_fen(int(values[0]), decimals=0) if doubt is Doubt.NOT_LIVE else ""
    names = [_in_language(value) for value in values]
    return texts[doubt].format(due=due, change=moved, names=formats.listed(names), share=share, days=REFUND_DAYS)


def _in_language(value: str) -> str:
    """Return a name that the calendar gives in both languages, or one as it is."""
    zh, _, en = value.partition("\n")
    return en if en and formats.language() != "zh_CN" else zh


def step_texts(answer: ReviewAnswer) -> list[str]:
    """Return what became of each step of the ladder."""
    return [_step_text(step) for step in answer.review.steps]


def _step_text(step: StepEffect) -> str:
    if step.moved.high <= 0 or step.moved.median < 1:
        text = QCoreApplication.translate(
            "CampaignReview",
            "From {step}: {happened} orders ({expected} without it); none seen to have moved up to it.",
        )
    else:
        text = QCoreApplication.translate(
            "CampaignReview",
            "From {step}: {happened} orders ({expected} without it); about {moved} moved up to it "
            "(80 %: {low} … {high}).",
        )
    return text.format(
        step=yuan(step.minimum),
        happened=formats.full(step.happened),
        expected=formats.full(round(step.expected)),
        moved=formats.full(round(step.moved.median)),
        low=formats.full(max(0, round(step.moved.low))),
        high=formats.full(round(step.moved.high)),
    )


def promise_text(answer: ReviewAnswer) -> str:
    """Return which forecast what happened is held against."""
    version = answer.promise
    if version is None:
        return QCoreApplication.translate(
            "CampaignReview",
            "Nothing was foretold: decide for it or export it in Design before it begins, and the forecast is kept.",
        )
    return QCoreApplication.translate("CampaignReview", "Foretold by version {number} of {day}.").format(
        number=version.number, day=formats.full_day(version.made_on)
    )


def lesson_text(lesson: Lesson, own: LadderBelief) -> str:
    """Return what the campaign says of topping up."""
    if lesson.taught is not Taught.CAMPAIGN:
        return QCoreApplication.translate("CampaignReview", "Too few orders to learn from how customers topped up.")
    text = QCoreApplication.translate(
        "CampaignReview", "Fitted on this campaign: {fitted} top up where little is missing (assumed so far: {own})."
    ).format(fitted=formats.percent(lesson.belief.top_up, decimals=0), own=formats.percent(own.top_up, decimals=0))
    if lesson.is_taken:
        return QCoreApplication.translate("CampaignReview", "{text} It stands behind the forecasts.").format(text=text)
    return text


def _span(period: object) -> str:
    start, end = getattr(period, "start", None), getattr(period, "end", None)
    return formats.span(start, end)


def _percent(share: float) -> str:
    if share >= _CERTAIN:
        return "> 99 %"
    return formats.percent(share, decimals=0)
