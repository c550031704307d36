"""How alerts are said: what, since when, how sure, what it has meant so far."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.alert_board import AlertBoard, Ended, NewLevel, Rates, TooFew
from shopdesk.app.kpi.alert_marks import AlertMark, MarkState
from shopdesk.app.kpi.watching import ShownAlert
from shopdesk.domain.kpi.alerts.alarms import Alert
from shopdesk.domain.kpi.alerts.worth import Worth
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.kpi.metrics.provenance import formula_text, source_lines
from shopdesk.ui.kpi.wording import metric_name, value_text

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
WHOLE_FROM: Final = 1000


def what_text(shown: ShownAlert) -> str:
    """Return the alert's headline: 支付金额低于常态."""
    alert, name = shown.alert, metric_name(shown.metric)
    rises = alert.direction > 0
    if alert.chance is None and rises:
        text = QCoreApplication.translate("KpiAlerts", "{metric} up on last week")
    elif alert.chance is None:
        text = QCoreApplication.translate("KpiAlerts", "{metric} down on last week")
    elif alert.is_campaign and rises:
        text = QCoreApplication.translate("KpiAlerts", "{metric} above earlier campaigns")
    elif alert.is_campaign:
        text = QCoreApplication.translate("KpiAlerts", "{metric} below earlier campaigns")
    elif alert.is_lasting and rises:
        text = QCoreApplication.translate("KpiAlerts", "{metric} rising for days")
    elif alert.is_lasting:
        text = QCoreApplication.translate("KpiAlerts", "{metric} falling for days")
    elif rises:
        text = QCoreApplication.translate("KpiAlerts", "{metric} above normal")
    else:
        text = QCoreApplication.translate("KpiAlerts", "{metric} below normal")
    return text.format(metric=name)


def since_text(alert: Alert) -> str:
    """Return since when, or that it is over: 06-21 起 2 天."""
    if not alert.is_open:
        return QCoreApplication.translate("KpiAlerts", "{day}, over").format(day=formats.day(alert.since))
    days = (alert.last - alert.since).days + 1
    return QCoreApplication.translate("KpiAlerts", "{day}, {count} {count:day|days}").format(
        day=formats.day(alert.since), count=formats.full(days)
    )


def sure_text(shown: ShownAlert) -> str:
    """Return how sure it is and what it has meant: 把握 98 %，至今约 −2,540 元."""
    chance = shown.alert.chance
    sure = (
        ""
        if chance is None
        else QCoreApplication.translate("KpiAlerts", "{chance} sure").format(chance=_chance(chance))
    )
    parts = [sure] if sure else []
    if shown.worth is not None:
        parts.append(_worth_text(shown.worth, shown.metric))
    return QCoreApplication.translate("KpiAlerts", ", ").join(parts).replace(" %", f"{NO_BREAK}%")


def _chance(chance: float) -> str:
    return formats.percent(chance, decimals=0)


def _worth_text(worth: Worth, metric: BoardMetric) -> str:
    amount = formats.signed(worth.amount)
    if worth.is_sales and metric.name != "pay_amount":
        return QCoreApplication.translate("KpiAlerts", "about {amount} yuan of sales so far").format(amount=amount)
    return QCoreApplication.translate("KpiAlerts", "about {amount} yuan so far").format(amount=amount)


def basis_text(shown: ShownAlert, board: AlertBoard) -> str:
    """Return what the numbers of an alert rest on, one fact a line.

    Formula, what was expected, what the money is, the reports with their files and up to when they go.
    """
    if shown.alert.chance is None:
        expected = QCoreApplication.translate("KpiAlerts", "Rule: the percent on the same weekday a week before.")
    else:
        expected = QCoreApplication.translate(
            "KpiAlerts", "Expected: from this figure's own past days, weekdays weighed, campaigns left out."
        )
    lines = [formula_text(shown.metric), expected]
    if shown.worth is not None:
        lines.append(
            QCoreApplication.translate(
                "KpiAlerts", "Money: what is missing or more against it on these days, estimated."
            )
        )
    return "\n".join([*lines, *sources_of(shown.metric, board)])


def notice_basis(metric: BoardMetric, board: AlertBoard) -> str:
    """Return what a line without an alert rests on: formula and reports."""
    return "\n".join([formula_text(metric), *sources_of(metric, board)])


def sources_of(metric: BoardMetric, board: AlertBoard) -> list[str]:
    """Return the reports behind a metric, with their files and up to when they go."""
    return source_lines(board.sources.get(metric.name, ()), board.files)


def interval_text(worth: Worth | None) -> str:
    """Return the interval of the money: 80 % 区间 −3,680 … −1,400 元."""
    if worth is None:
        return ""
    return QCoreApplication.translate("KpiAlerts", "80 % interval {low} … {high} yuan").format(
        low=formats.signed(worth.low), high=formats.signed(worth.high)
    )


def seen_text(shown: ShownAlert) -> str:
    """Return what was seen on the last day of the alert and what was to be expected."""
    alert, metric = shown.alert, shown.metric
    text = (
        QCoreApplication.translate("KpiAlerts", "{day}: {value}, a week before {expected} ({gap})")
        if alert.chance is None
        else QCoreApplication.translate("KpiAlerts", "{day}: {value}, expected {expected} ({gap})")
    )
    said = text.format(
        day=formats.day(alert.last),
        value=_rounded_text(metric, alert.value),
        expected=_rounded_text(metric, alert.expected),
        gap=_signed_percent(alert.gap),
    )
    return said.replace(" %", f"{NO_BREAK}%")


def _rounded_text(metric: BoardMetric, value: float) -> str:
    """An expectation is no count and no receipt: nobody is helped by its fen where it is large."""
    whole = metric.unit in (Unit.COUNT, Unit.PEOPLE) or abs(value) >= WHOLE_FROM
    return formats.full(value) if whole else value_text(metric, value)


def _signed_percent(fraction: float) -> str:
    sign = "+" if fraction > 0 else ""
    return f"{sign}{formats.percent(fraction, decimals=0)}"


def level_note(alert: Alert) -> str:
    """Return that later days are held against a new level."""
    if not alert.is_new_level:
        return ""
    return QCoreApplication.translate("KpiAlerts", "It lasts: later days are held against the new level.")


def mark_text(mark: AlertMark) -> str:
    """Return what became of an alert, empty while it waits."""
    match mark.state:
        case MarkState.HANDLED:
            return QCoreApplication.translate("KpiAlerts", "handled")
        case MarkState.IGNORED:
            return QCoreApplication.translate("KpiAlerts", "ignored")
        case MarkState.LATER:
            return QCoreApplication.translate("KpiAlerts", "again on {day}").format(day=formats.day(mark.until))
        case _:
            return ""


def note_text(mark: AlertMark) -> str:
    """Return the note, empty without one."""
    return QCoreApplication.translate("KpiAlerts", "Note: {note}").format(note=mark.note) if mark.note else ""


def too_few_text(one: TooFew) -> str:
    """Return why a metric can't be judged: 数据太少，暂不判断."""
    verdict = one.verdict
    if verdict.expected is None or verdict.expected_events is None:
        return QCoreApplication.translate("KpiAlerts", "{days} of 28 ordinary days: too few data to judge yet").format(
            days=formats.full(verdict.ordinary_days)
        )
    events = verdict.expected_events
    return QCoreApplication.translate("KpiAlerts", "about {events} events a day: too few data to judge yet").format(
        events=formats.full(events, decimals=0 if events >= 10 else 1)
    )


def ended_text(one: Ended) -> str:
    """Return which metrics were not checked since when."""
    return QCoreApplication.translate("KpiAlerts", "No figures after {day}, not checked since: {names}").format(
        day=formats.day(one.last), names=formats.listed(map(metric_name, one.metrics))
    )


def new_level_text(one: NewLevel) -> str:
    """Return both levels: 88.9 → 91.6，按新水平判断."""
    return QCoreApplication.translate("KpiAlerts", "{before} → {after}, judged by the new level").format(
        before=_rounded_text(one.metric, one.before),
        after=_rounded_text(one.metric, one.after),
    )


def rates_text(rates: Rates) -> str:
    """Return how often the rules raise an alarm on this shop's own days."""
    return QCoreApplication.translate(
        "KpiAlerts",
        "Alarm days a month on this shop's past, {count} {count:metric|metrics}: {band} by its own band; {plain} by "
        "±{percent} on last week, {false} of them false",
    ).format(
        count=formats.full(rates.metrics),
        band=_rate(rates.band.alarm_days),
        plain=_rate(rates.plain.alarm_days),
        false=_rate(rates.plain.within_band),
        percent=formats.percent(rates.percent, decimals=0),
    )


def _rate(days: float) -> str:
    return formats.full(days, decimals=1 if days < 10 else 0)


def rates_tip(rates: Rates) -> str:
    """Return what the rates rest on."""
    return QCoreApplication.translate(
        "KpiAlerts",
        "Counted over the last {days} ordinary days, campaigns left out. False: the day lay within the metric's own "
        "95 % band and nothing else spoke for an event.",
    ).format(days=formats.full(rates.band.days))


def later_text(days: int, until: date) -> str:
    """Return a choice of the menu that brings an alert back."""
    if days == 1:
        return QCoreApplication.translate("KpiAlerts", "Tomorrow ({day})").format(day=formats.day(until))
    return QCoreApplication.translate("KpiAlerts", "In {count} days ({day})").format(
        count=formats.full(days), day=formats.day(until)
    )
