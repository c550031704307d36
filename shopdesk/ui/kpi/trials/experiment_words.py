"""The answers of A/B tests in words."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.trials import Experiment
from shopdesk.domain.kpi.trials.exact import SRM_LIMIT, ExactTest
from shopdesk.domain.kpi.trials.experiment import ALPHA_END, ALPHA_LOOKS, Answer, ExperimentResult, MoneyAnswer
from shopdesk.domain.kpi.trials.sample_size import MOST_DAYS, days_needed, smallest_lift, visitors_per_arm
from shopdesk.domain.kpi.trials.sequential import MIN_BUYERS
from shopdesk.ui import formats
from shopdesk.ui.kpi.trials.words import share_text

MOST_CHANCE = 0.99


def is_possible(base: float, lift: float) -> bool:
    """Whether a test of these rates can be planned at all."""
    return 0 < base < 1 and base * (1 + lift) < 1 and lift > 0


def plan_text(row: Experiment) -> tuple[str, bool]:
    """Return what a test needs before it starts, and whether that is a warning."""
    if not is_possible(row.base, row.lift):
        return QCoreApplication.translate(
            "KpiTrials", "Enter a base rate and a wished lift that stay below 100 %."
        ), True
    size = visitors_per_arm(row.base, row.lift)
    days = days_needed(size, visitors_a_day=row.visitors_a_day)
    if days is None:
        return QCoreApplication.translate(
            "KpiTrials", "Each version needs {size} visitors. Enter the visitors a day to see how many days that takes."
        ).format(size=formats.full(size)), False
    if days > MOST_DAYS:
        least = smallest_lift(row.base, row.visitors_a_day * MOST_DAYS / 2)
        text = QCoreApplication.translate(
            "KpiTrials",
            "Not worth testing: each version needs {size} visitors, {days} days at your traffic. Within {most} days "
            "only a lift of {least} or more can be seen: test a bolder change.",
        )
        least_text = formats.UNKNOWN if least is None else share_text(least)
        return text.format(
            size=formats.full(size), days=formats.full(days), most=formats.full(MOST_DAYS), least=least_text
        ), True
    return QCoreApplication.translate(
        "KpiTrials",
        "At your traffic it takes {days} {days:day|days}: {size} visitors for each version (5 % error, "
        "seen in about 3 of 4, daily looks allowed).",
    ).format(days=formats.full(days), size=formats.full(size)), False


def headline(found: ExperimentResult, row: Experiment) -> str:
    """Return the answer in one short sentence."""
    match found.answer:
        case Answer.EMPTY:
            return QCoreApplication.translate("KpiTrials", "Nothing entered yet")
        case Answer.BROKEN:
            return QCoreApplication.translate("KpiTrials", "No answer: the visitors are not divided as planned")
        case Answer.TOO_FEW:
            return QCoreApplication.translate("KpiTrials", "Too few buyers, no judgement")
        case Answer.B_BETTER:
            return QCoreApplication.translate("KpiTrials", "{name} is better").format(name=row.arm_b)
        case Answer.B_WORSE:
            return QCoreApplication.translate("KpiTrials", "{name} is worse: keep {old}").format(
                name=row.arm_b, old=row.arm_a
            )
        case Answer.NO_DIFFERENCE:
            return QCoreApplication.translate("KpiTrials", "No difference to be seen: keep {old}").format(old=row.arm_a)
        case _ if found.days_left is None:
            return QCoreApplication.translate("KpiTrials", "Can't tell yet")
        case _:
            return QCoreApplication.translate(
                "KpiTrials", "Can't tell yet: about {days} more {days:day|days} are needed"
            ).format(days=formats.full(found.days_left))


def detail_lines(found: ExperimentResult, row: Experiment, money: MoneyAnswer | None) -> list[str]:
    """Return what stands behind the answer, one sentence a line."""
    if found.answer is Answer.EMPTY:
        return [
            QCoreApplication.translate(
                "KpiTrials", "Type or paste visitors and buyers of both versions day by day, straight from Excel."
            )
        ]
    if found.answer is Answer.BROKEN:
        return [_split_line(found, row)]
    lines = [
        _difference_line(found),
        _chance_line(found, row),
        _exact_line(found),
        _look_line(found),
        _seen_line(found),
    ]
    if found.answer is Answer.TOO_FEW:
        lines = [
            QCoreApplication.translate("KpiTrials", "At least {count} buyers in both together are needed.").format(
                count=formats.full(MIN_BUYERS)
            )
        ]
    return [line for line in [*lines, _money_line(money)] if line]


def rate_text(rate: float, limits: tuple[float, float]) -> str:
    """Return a rate with its 95 % range."""
    low, high = (formats.percent(limit) for limit in limits)
    return f"{formats.percent(rate)}  ({low} – {high})"


def _split_line(found: ExperimentResult, row: Experiment) -> str:
    return QCoreApplication.translate(
        "KpiTrials",
        "{a} got {visitors_a} and {b} {visitors_b} visitors, {share} was planned for {b}; chance alone does that in "
        "under {limit}. Something divides them wrongly (a cache, a redirect, a missing day): find it first.",
    ).format(
        a=row.arm_a,
        b=row.arm_b,
        visitors_a=formats.full(found.arms.visitors_a),
        visitors_b=formats.full(found.arms.visitors_b),
        share=formats.percent(row.share_b, decimals=0),
        limit=formats.percent(SRM_LIMIT, decimals=1),
    )


def _difference_line(found: ExperimentResult) -> str:
    low, high = found.difference
    return QCoreApplication.translate("KpiTrials", "Difference {difference} (95 %: {low} to {high})").format(
        difference=_points(found.arms.difference), low=_points(low), high=_points(high)
    )


def _points(value: float) -> str:
    text = formats.points(value)
    return f"+{text}" if value > 0 else f"{formats.MINUS}{text}" if value < 0 else text


def _chance_line(found: ExperimentResult, row: Experiment) -> str:
    if found.chance_b is None:
        return ""
    return QCoreApplication.translate(
        "KpiTrials", "From these figures alone, {name} is the better one with a chance of {chance} ({words})."
    ).format(name=row.arm_b, chance=_chance_text(found.chance_b), words=chance_words(found.chance_b))


def _chance_text(chance: float) -> str:
    """Return a chance that never reads as certainty."""
    if chance > MOST_CHANCE:
        return QCoreApplication.translate("KpiTrials", "over 99 %")
    if chance < 1 - MOST_CHANCE:
        return QCoreApplication.translate("KpiTrials", "under 1 %")
    return formats.percent(chance, decimals=0)


def chance_words(chance: float) -> str:
    """Return a chance in a word, so that 80 % isn't read as certain."""
    if chance >= 0.99:
        return QCoreApplication.translate("KpiTrials", "almost certain")
    if chance >= 0.95:
        return QCoreApplication.translate("KpiTrials", "very likely")
    if chance >= 0.80:
        return QCoreApplication.translate("KpiTrials", "likely, not certain")
    if chance > 0.20:
        return QCoreApplication.translate("KpiTrials", "open")
    if chance > 0.05:
        return QCoreApplication.translate("KpiTrials", "rather not")
    return QCoreApplication.translate("KpiTrials", "hardly")


def _exact_line(found: ExperimentResult) -> str:
    if found.p_exact is None:
        return ""
    test = "Barnard" if found.test is ExactTest.BARNARD else "Fisher"
    p = formats.full(found.p_exact, decimals=4)
    if found.is_planned_end:
        text = QCoreApplication.translate(
            "KpiTrials", "Exact test ({test}) on the planned day: p {p}; counts as a difference up to {limit}."
        )
        return text.format(test=test, p=p, limit=formats.full(ALPHA_END, decimals=2))
    text = QCoreApplication.translate(
        "KpiTrials", "Exact test ({test}) so far: p {p}; it counts only once, on the planned day."
    )
    return text.format(test=test, p=p)


def _look_line(found: ExperimentResult) -> str:
    if found.look is None or not isfinite(found.look.low):
        return ""
    return QCoreApplication.translate(
        "KpiTrials",
        "Valid however often you look: p {p} (a winner from {limit} down), difference between {low} and {high} (99 %).",
    ).format(
        p=formats.full(found.look.p, decimals=4),
        limit=formats.full(ALPHA_LOOKS, decimals=2),
        low=_points(found.look.low),
        high=_points(found.look.high),
    )


def _seen_line(found: ExperimentResult) -> str:
    if found.visible_lift is None or found.answer is not Answer.NOT_YET:
        return ""
    return QCoreApplication.translate("KpiTrials", "So far only a lift of {lift} or more would show.").format(
        lift=share_text(found.visible_lift)
    )


def _money_line(money: MoneyAnswer | None) -> str:
    if money is None:
        return ""
    return QCoreApplication.translate(
        "KpiTrials",
        "Sales per visitor {a} against {b} yuan; difference {low} to {high} yuan (95 %, from {days} whole days drawn "
        "again; read it with the planned day, not daily).",
    ).format(
        a=formats.money(money.per_visitor_a),
        b=formats.money(money.per_visitor_b),
        low=formats.signed(money.low, decimals=2),
        high=formats.signed(money.high, decimals=2),
        days=formats.full(money.days),
    )
