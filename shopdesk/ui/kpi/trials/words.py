"""The answers of trials in words: the answer first, then what it rests on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.trials import ChangeAnswer
from shopdesk.domain.kpi.trials.counterfactual import Outcome
from shopdesk.domain.kpi.trials.steps import MIN_DAYS, MIN_EVENTS_A_STEP, MIN_WEEKS
from shopdesk.domain.metrics import Good, Unit
from shopdesk.ui import formats
from shopdesk.ui.kpi.wording import metric_name

MOST_NAMES = 4


def headline(answer: ChangeAnswer) -> str:
    """Return the answer in one short sentence."""
    found, part = answer.judgement, answer.judgement.relative
    name = metric_name(answer.metric)
    match answer.outcome:
        case Outcome.UP if part is not None:
            return QCoreApplication.translate(
                "KpiTrials", "{name}: about {share} higher than without the change"
            ).format(name=name, share=share_text(part.middle))
        case Outcome.DOWN if part is not None:
            return QCoreApplication.translate(
                "KpiTrials", "{name}: about {share} lower than without the change"
            ).format(name=name, share=share_text(part.middle))
        case Outcome.NONE:
            return QCoreApplication.translate("KpiTrials", "No effect of {lift} or more on {name}").format(
                name=name, lift=share_text(answer.change.lift)
            )
        case Outcome.NOT_YET:
            return QCoreApplication.translate(
                "KpiTrials", "Can't tell yet: about {days} more {days:day|days} are needed"
            ).format(days=formats.full(found.days_left))
        case Outcome.AHEAD if found.days_needed:
            return QCoreApplication.translate(
                "KpiTrials", "No day after the change yet; about {days} {days:day|days} until an answer"
            ).format(days=formats.full(found.days_left))
        case Outcome.AHEAD:
            return QCoreApplication.translate("KpiTrials", "The change lies after the last day of the data")
        case Outcome.TOO_FEW:
            return QCoreApplication.translate("KpiTrials", "Too little data, no judgement")
        case Outcome.UNCLEAR if found.ended_early:
            return QCoreApplication.translate(
                "KpiTrials", "Can't tell: the change was over after {days} of {needed} days that an answer needs"
            ).format(days=formats.full(found.judged_days), needed=formats.full(found.days_needed))
        case _:
            return QCoreApplication.translate(
                "KpiTrials", "Can't tell: the effect is smaller than this figure's own moves"
            )


def share_text(share: float) -> str:
    """Return a relative size without sign: 12 %."""
    return formats.percent(abs(share), decimals=0 if abs(share) >= 0.095 else 1)


def signed_share(share: float) -> str:
    """Return a relative change with its sign: +12 %."""
    text = share_text(share)
    return f"+{text}" if share > 0 else f"{formats.MINUS}{text}" if share < 0 else text


def detail_lines(answer: ChangeAnswer) -> list[str]:
    """Return what stands behind the answer, one sentence a line."""
    lines = [*_size_lines(answer), _advice(answer), _why_unclear(answer), controls_line(answer), placebo_line(answer)]
    return [line for line in lines if line]


def controls_line(answer: ChangeAnswer) -> str:
    """Return what the figure was held against."""
    if answer.judgement.outcome is Outcome.TOO_FEW:
        return ""
    if answer.lost_items and answer.is_shop:
        return QCoreApplication.translate(
            "KpiTrials", "The chosen items are not in the data, so the whole shop is judged without controls: weaker."
        )
    if answer.is_shop:
        return QCoreApplication.translate(
            "KpiTrials",
            "Whole shop without controls: whatever else happened at the same time is counted in. Import item reports "
            "by day and choose the changed items for a stronger answer.",
        )
    if not answer.controls:
        return QCoreApplication.translate("KpiTrials", "No unaffected item is large enough to be a control: weaker.")
    names = formats.listed(answer.controls[:MOST_NAMES])
    if len(answer.controls) > MOST_NAMES:
        names += QCoreApplication.translate("KpiTrials", " and {count} more").format(
            count=formats.full(len(answer.controls) - MOST_NAMES)
        )
    used = answer.judgement.control_weight
    if answer.judgement.effect is not None and used < 0.5:
        return QCoreApplication.translate(
            "KpiTrials", "Held against {names}; they hardly moved with it before, so they help little."
        ).format(names=names)
    return QCoreApplication.translate(
        "KpiTrials", "Held against {names}. If buyers only moved over from these, the effect looks too large."
    ).format(names=names)


def placebo_line(answer: ChangeAnswer) -> str:
    """Return how often the same question cried wolf where nothing was changed."""
    trials = answer.placebo.trials
    if not trials:
        return ""
    return QCoreApplication.translate(
        "KpiTrials", "Tried where nothing was changed: {alarms} of {trials} {trials:trial|trials} saw an effect."
    ).format(alarms=formats.full(answer.placebo.alarms), trials=formats.full(trials))


def _size_lines(answer: ChangeAnswer) -> list[str]:
    found = answer.judgement
    effect, part = found.effect, found.relative
    if effect is None or part is None:
        return []
    worth = answer.yuan_per_unit
    metric = answer.metric
    days = formats.full(found.judged_days)
    line = QCoreApplication.translate(
        "KpiTrials", "{middle} against what was to be expected over {days} {days:day|days} (95 %: {low} to {high})"
    ).format(middle=signed_share(part.middle), days=days, low=signed_share(part.low95), high=signed_share(part.high95))
    if found.is_early:
        line += QCoreApplication.translate("KpiTrials", ", so large that it needn't wait for the planned day")
    if metric.unit is Unit.MONEY:
        money = QCoreApplication.translate("KpiTrials", "In money: {middle} yuan ({low} to {high})")
        return [line, money.format(**_numbers(effect.middle, effect.low95, effect.high95))]
    lines = [line]
    if worth is not None:
        yuan = [value * worth for value in (effect.middle, effect.low95, effect.high95)]
        money = QCoreApplication.translate(
            "KpiTrials", "In money about {middle} yuan ({low} to {high}), at {worth} yuan for each as before"
        )
        lines.append(money.format(worth=formats.money(worth), **_numbers(*yuan)))
    return lines


def _numbers(middle: float, low: float, high: float) -> dict[str, str]:
    values = {"middle": middle, "low": low, "high": high}
    return {name: formats.signed(value) for name, value in values.items()}


def _advice(answer: ChangeAnswer) -> str:
    better = {Good.UP: Outcome.UP, Good.DOWN: Outcome.DOWN}.get(answer.metric.good)
    match answer.outcome:
        case Outcome.UP | Outcome.DOWN if better is None:
            return QCoreApplication.translate(
                "KpiTrials", "Whether more of this figure is better, its definition doesn't say: judge for yourself."
            )
        case found if found is better:
            return QCoreApplication.translate("KpiTrials", "Keep the change.")
        case Outcome.UP | Outcome.DOWN:
            return QCoreApplication.translate("KpiTrials", "Better go back to the old version.")
        case Outcome.UNCLEAR if answer.judgement.ended_early:
            return QCoreApplication.translate(
                "KpiTrials", "To know, make the change again and leave it for the days that are needed."
            )
        case Outcome.NONE | Outcome.UNCLEAR:
            return QCoreApplication.translate(
                "KpiTrials", "The figures give no reason to change anything: leaving it as it is costs nothing."
            )
        case _:
            return ""


def _why_unclear(answer: ChangeAnswer) -> str:
    found = answer.judgement
    if found.outcome is Outcome.TOO_FEW:
        return QCoreApplication.translate(
            "KpiTrials",
            "Before the change {days} usable {days:day|days}; {least} days are needed (or {weeks} weeks where a day "
            "has under {events} events), with at least {events} events in each. Import earlier reports.",
        ).format(
            days=formats.full(found.known_before),
            least=formats.full(MIN_DAYS),
            weeks=formats.full(MIN_WEEKS),
            events=formats.full(MIN_EVENTS_A_STEP),
        )
    if answer.is_doubted:
        return QCoreApplication.translate(
            "KpiTrials", "This figure jumps by itself so often that its jump now proves nothing."
        )
    is_open = answer.outcome in (Outcome.UNCLEAR, Outcome.NOT_YET, Outcome.AHEAD)
    if is_open and found.visible_lift is not None and not found.reaches_lift:
        return QCoreApplication.translate(
            "KpiTrials",
            "An effect of {lift} can't be seen here however long one waits; only one of {visible} or more could be.",
        ).format(lift=share_text(answer.change.lift), visible=share_text(found.visible_lift))
    return ""


def day_text(iso: str) -> str:
    """Return a stored day as shown."""
    return formats.full_day(date.fromisoformat(iso))
