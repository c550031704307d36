"""How targets say what they know: periods, values with their interval, chances, verdicts, and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import floor, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.targets import TargetRow
from shopdesk.domain.kpi.catalogue import OWN_SHEET, PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.targets.goal import Direction, month_of, quarter_of
from shopdesk.domain.kpi.targets.lifts import CampaignNote
from shopdesk.domain.kpi.targets.progress import Progress, Projection, State, Verdict
from shopdesk.domain.kpi.targets.rhythm import MIN_DAYS, MIN_EVENTS
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.metrics.provenance import formula_text, source_lines
from shopdesk.ui.kpi.wording import metric_name, own_sheet_text, part_name, table_name, value_text

if TYPE_CHECKING:
    from shopdesk.domain.kpi.targets.sprint import GoalProgress

MAX_DAYS_NAMED = 4


def period_text(period: Period, *, short: bool = False) -> str:
    """Return a period by its name (2026-06, Q2 2026) or its dates; ``short`` leaves out the year."""
    if period == month_of(period.start):
        if short:
            locale = QLocale("zh_CN" if formats.language() == "zh_CN" else "en_GB")
            return locale.standaloneMonthName(period.start.month, QLocale.FormatType.ShortFormat)
        return f"{period.start:%Y-%m}"
    if period == quarter_of(period.start):
        number = (period.start.month + 2) // 3
        return f"Q{number}" if short else f"{period.start.year} Q{number}"
    return formats.span(period.start, period.end)


def target_text(metric: BoardMetric, value: float, direction: Direction) -> str:
    """Return ≥ 100,000 or ≤ 1.20."""
    sign = "≥" if direction is Direction.AT_LEAST else "≤"
    return f"{sign} {amount_text(metric, value)}"


def amount_text(metric: BoardMetric, value: float | None, *, compact: bool = False) -> str:
    """Return a value in its unit; money sums without fen: nobody aims at them."""
    if value is not None and metric.unit is Unit.MONEY and metric.adds_up and not compact:
        return formats.money(value, decimals=0)
    return value_text(metric, value, compact=compact)


def projection_text(metric: BoardMetric, found: Projection, *, compact: bool = True) -> str:
    """Return 9.8 万 [9.6, 10.1], rounded to what the interval knows."""
    texts = [amount_text(metric, one, compact=compact) for one in _rounded(metric, found)]
    tail = _shared_tail(texts)
    numbers = [text[: len(text) - len(tail)] for text in texts]
    places = max(len(text.partition(".")[2]) for text in numbers)
    low, median, high = (_padded(text, places) for text in numbers)
    return f"{median}{tail} [{low}, {high}]"


def _padded(number: str, places: int) -> str:
    """Return a written number with so many places, so that 8 stands as 8.0 beside 8.6."""
    whole, _, rest = number.partition(".")
    return f"{whole}.{rest.ljust(places, '0')}" if places else number


def _rounded(metric: BoardMetric, found: Projection) -> tuple[float, float, float]:
    width = found.high - found.low
    if width <= 0 or not metric.adds_up:
        return found.low, found.median, found.high
    power = floor(log10(width))
    step = 10.0 ** (power - (width / 10.0**power < 3))
    low, median, high = (round(one / step) * step for one in (found.low, found.median, found.high))
    return low, median, high


def _shared_tail(texts: Sequence[str]) -> str:
    """Return the unit that all texts end in (万, K, %), empty where they differ."""
    tails = {text.lstrip("0123456789.,−-≥≤ ") for text in texts}
    if len(tails) != 1 or formats.UNKNOWN in texts:
        return ""
    tail = tails.pop()
    return f" {tail}" if tail and texts[0].endswith(f" {tail}") else tail


def chance_number(chance: float) -> str:
    """Return a chance in whole percent, never 0 or 100 while something is open."""
    if chance < 0.01:
        return "<1 %"
    return ">99 %" if chance > 0.99 else formats.percent(chance, decimals=0)


def verdict_name(verdict: Verdict) -> str:
    """Return what can be said of a target."""
    match verdict:
        case Verdict.ON_COURSE:
            return QCoreApplication.translate("KpiTargets", "on course")
        case Verdict.BEHIND:
            return QCoreApplication.translate("KpiTargets", "behind")
        case Verdict.UNCLEAR:
            return QCoreApplication.translate("KpiTargets", "can't tell yet")
        case Verdict.REACHED:
            return QCoreApplication.translate("KpiTargets", "reached")
        case Verdict.MISSED:
            return QCoreApplication.translate("KpiTargets", "missed")
        case Verdict.NO_DATA:
            return QCoreApplication.translate("KpiTargets", "no data")
        case _:
            return QCoreApplication.translate("KpiTargets", "too little data to judge")


def verdict_tone(verdict: Verdict) -> str:
    """Return how a verdict is marked: normal, odd (amber) or unknown."""
    if verdict in (Verdict.ON_COURSE, Verdict.REACHED):
        return "normal"
    return "odd" if verdict in (Verdict.BEHIND, Verdict.MISSED) else "unknown"


def verdict_text(verdict: Verdict, chance: float | None) -> str:
    """Return a verdict with its chance while something is open."""
    if chance is None or verdict not in (Verdict.ON_COURSE, Verdict.BEHIND, Verdict.UNCLEAR):
        return verdict_name(verdict)
    return QCoreApplication.translate("KpiTargets", "{verdict}, chance {chance}").format(
        verdict=verdict_name(verdict), chance=chance_number(chance)
    )


def days_text(found: Progress) -> str:
    """Return how long a period still goes on."""
    if found.state is State.OVER:
        return QCoreApplication.translate("KpiTargets", "over")
    if found.state is State.AHEAD:
        return QCoreApplication.translate("KpiTargets", "not begun")
    return QCoreApplication.translate("KpiTargets", "{count} {count:day|days} left").format(
        count=formats.full(found.days_left)
    )


def missing_text(days: Sequence[date]) -> str:
    """Return which days are missing."""
    named = formats.listed(formats.day(day) for day in days[:MAX_DAYS_NAMED])
    if len(days) > MAX_DAYS_NAMED:
        text = QCoreApplication.translate("KpiTargets", "no data for {days} and {count} more: not counted as 0")
        return text.format(days=named, count=len(days) - MAX_DAYS_NAMED)
    return QCoreApplication.translate("KpiTargets", "no data for {days}: not counted as 0").format(days=named)


def wanted_text(metric: BoardMetric, facts: DailyFacts) -> str:
    """Return which parts of a metric no report gives, and where they would come from."""
    absent = [part for part in metric.parts if part not in facts.parts]
    if not absent:
        return ""
    names = formats.listed(part_name(part) for part in absent)
    own = [part for part in absent if part in PARTS and OWN_SHEET in PARTS[part].origins]
    if own:
        return own_sheet_text(own)
    tables = dict.fromkeys(
        "ad_campaign" if table == "ads" else table for part in absent if part in PARTS for table in PARTS[part].tables
    )
    if not tables:
        return QCoreApplication.translate("KpiTargets", "No report gives {parts} yet: choose another metric").format(
            parts=names
        )
    return QCoreApplication.translate("KpiTargets", "{parts} not imported. Import: {tables}").format(
        parts=names, tables=formats.listed(table_name(one) for one in tables)
    )


def behind(metric: BoardMetric, board: Board) -> list[str]:
    """Return the reports that a metric rests on, or which ones are wanted."""
    wanted = wanted_text(metric, board.facts)
    if wanted:
        return [wanted]
    parts = (board.facts.parts[part] for part in metric.parts)
    return source_lines(dict.fromkeys(source for part in parts for source in part.sources), board.files)


def campaign_text(note: CampaignNote) -> str:
    """Return what is known of a campaign within the period."""
    name = note.zh if formats.language() == "zh_CN" else note.en
    if note.runs == 0:
        return QCoreApplication.translate(
            "KpiTargets", "{name}: never seen in this shop, counted as ordinary days with a wider interval"
        ).format(name=name)
    return QCoreApplication.translate(
        "KpiTargets", "{name}: {lift} times an ordinary day, from {count} own {count:campaign|campaigns}"
    ).format(name=name, lift=formats.full(note.lift, decimals=2), count=formats.full(note.runs))


def target_tip(row: TargetRow, found: Progress, board: Board) -> str:
    """Return all that stands behind a target, one fact a line."""
    metric = found.target.metric
    lines = [
        f"{metric_name(metric)}  {period_text(row.period)}  {target_text(metric, row.value, row.direction)}",
        formula_text(metric),
    ]
    if found.as_of is not None:
        lines.append(_actual_line(found))
        lines.append(QCoreApplication.translate("KpiTargets", "Data as of {day}").format(day=f"{found.as_of:%Y-%m-%d}"))
    if found.missing:
        lines.append(missing_text(found.missing))
    lines += projection_lines(found)
    lines += [campaign_text(note) for note in found.campaigns]
    if metric.counts_people and metric.adds_up:
        lines.append(QCoreApplication.translate("KpiTargets", "People are added day by day: an upper bound."))
    return "\n".join([*lines, *behind(metric, board)])


def _actual_line(found: Progress) -> str:
    metric = found.target.metric
    actual, pace = (amount_text(metric, one) for one in (found.actual, found.pace))
    if not metric.adds_up:
        return QCoreApplication.translate("KpiTargets", "To date {actual} (sum over sum, not a mean of days)").format(
            actual=actual
        )
    return QCoreApplication.translate(
        "KpiTargets", "To date {actual}; these days should have brought {pace} (weekdays and campaigns weighed)"
    ).format(actual=actual, pace=pace)


def projection_lines(found: Progress) -> list[str]:
    """Return what the projection says and rests on."""
    if found.verdict is Verdict.TOO_FEW:
        return [too_few_text(found)]
    if found.projection is None or found.chance is None or found.verdict in (Verdict.REACHED, Verdict.MISSED):
        return []
    return [
        QCoreApplication.translate(
            "KpiTargets", "Projected {value} (80 % interval), chance to reach the target {chance}"
        ).format(
            value=projection_text(found.target.metric, found.projection, compact=False),
            chance=chance_number(found.chance),
        ),
        basis_text(found.ordinary_days),
    ]


def basis_text(ordinary_days: int) -> str:
    """Return what a projection rests on."""
    return QCoreApplication.translate(
        "KpiTargets",
        "From the level, weekdays and drift of {days} ordinary {days:day|days} of the last eight weeks and before; the "
        "interval holds what is unsure of them, of campaigns, and the luck in single orders.",
    ).format(days=formats.full(ordinary_days))


def too_few_text(found: Progress) -> str:
    """Return why nothing is projected."""
    gone = found.target.period.days - found.days_left
    if 2 * len(found.missing) > gone:
        return QCoreApplication.translate(
            "KpiTargets", "Too little data to judge: only {known} of {gone} days are there."
        ).format(known=gone - len(found.missing), gone=gone)
    return QCoreApplication.translate(
        "KpiTargets",
        "Too little data to judge: {days} ordinary {days:day|days} with {events} {events:event|events} in the last "
        "eight weeks; {least_days} days and {least_events} events are needed.",
    ).format(
        days=formats.full(found.ordinary_days),
        events=formats.full(found.recent_events),
        least_days=MIN_DAYS,
        least_events=MIN_EVENTS,
    )


def goal_verdict(found: GoalProgress, *, until: date) -> tuple[str, str]:
    """Return what can be said of a sprint's goal and its tone."""
    if found.begins is None:
        return QCoreApplication.translate("KpiTargets", "nothing planned yet"), "unknown"
    if found.base is None and found.verdict is not Verdict.NO_DATA:
        return QCoreApplication.translate("KpiTargets", "no base yet"), "unknown"
    text, tone = verdict_text(found.verdict, found.chance), verdict_tone(found.verdict)
    if found.begins > until and found.verdict not in (Verdict.NO_DATA, Verdict.TOO_FEW):
        return QCoreApplication.translate("KpiTargets", "begins {day}").format(day=formats.day(found.begins)), "unknown"
    if found.needed_events is not None:
        text += QCoreApplication.translate("KpiTargets", "; about {count} more {part} would tell").format(
            count=formats.full(_two_figures(found.needed_events)), part=part_name(found.goal.metric.count)
        )
    return text, tone


def _two_figures(count: int) -> float:
    digits = max(0, floor(log10(max(count, 1))) - 1)
    return round(count, -digits)


def goal_tip(found: GoalProgress, board: Board) -> str:
    """Return all that stands behind a sprint's goal, one fact a line."""
    metric = found.goal.metric
    base = QCoreApplication.translate("KpiTargets", "Base {value}: {days} of {all} days, {span}")
    lines = [
        formula_text(metric),
        base.format(
            value=amount_text(metric, found.base),
            days=found.base_days,
            all=found.base_period.days,
            span=formats.span(found.base_period.start, found.base_period.end),
        )
        if found.goal.base is None
        else QCoreApplication.translate("KpiTargets", "Own base {value}").format(value=amount_text(metric, found.base)),
    ]
    if found.begins is not None and found.planned_to_date is not None:
        line = QCoreApplication.translate(
            "KpiTargets", "From {day} to date: plan {plan}, actual {actual} (both over the same days)"
        )
        plan, actual = (amount_text(metric, one) for one in (found.planned_to_date, found.actual))
        lines.append(line.format(day=formats.day(found.begins), plan=plan, actual=actual))
    if found.projection is not None and found.planned is not None and found.chance is not None:
        line = QCoreApplication.translate(
            "KpiTargets", "To the end: plan {plan}, projected {value} (80 % interval), chance {chance}"
        )
        value = projection_text(metric, found.projection, compact=False)
        plan = amount_text(metric, found.planned)
        lines.append(line.format(plan=plan, value=value, chance=chance_number(found.chance)))
    if found.missing:
        lines.append(missing_text(found.missing))
    lines += [campaign_text(note) for note in found.campaigns]
    return "\n".join([*lines, *behind(metric, board)])
