"""Headline figures: each with its parts, its change, whether that is good, and what the normal band says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from shopdesk.app.kpi.alert_rules import rules_of
from shopdesk.app.kpi.documents import chosen_tiles
from shopdesk.app.kpi.reports.model import Amount, Cell, HeadFigure, Heads, Kind, Section, Tone, goodness
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.app.kpi.reports.words import Words
from shopdesk.domain.kpi.alerts.alarms import DEFAULT_RULE
from shopdesk.domain.kpi.alerts.judging import judged, week_verdict
from shopdesk.domain.kpi.alerts.verdicts import State, Verdict
from shopdesk.domain.kpi.alerts.watch import WEEK_DAYS
from shopdesk.domain.kpi.catalogue import FEN_PARTS, PEOPLE_PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.dictionary import OWN_GROUP
from shopdesk.domain.kpi.figures import Basis, Change, ChangeKind, Figure, change_from, figure, is_known
from shopdesk.domain.periods import Period

HEADS: Final = ("pay_amount", "visitors", "pay_cvr", "aov", "pay_buyers", "ad_cost", "ad_roi", "refund_rate")
"""The eight figures of every report: the three blocks of sales, then spend and refunds."""
MOST_OWN: Final = 4
"""Own metrics that follow them: one more row of cards."""


def heads(source: ReportSource, span: ReportSpan, metrics: Sequence[str] = HEADS) -> Section:
    """Return the headline section; figures that no report has are left to the list of missing sources."""
    names = (*metrics, *own_tiles(source)) if metrics is HEADS else metrics
    known = [source.metrics[name] for name in names if has_parts(source, source.metrics[name])]
    figures = tuple(head_figure(source, metric, span) for metric in known)
    words = source.words
    blocks = (Heads(figures),) if figures else (source.absent(["shop_daily"], "for_heads"),)
    return Section("heads", words("heads"), blocks)


def own_tiles(source: ReportSource) -> tuple[str, ...]:
    """Return the user's own metrics among the tiles of the board, in their order."""
    chosen = (name for name in chosen_tiles(source.workspace) if source.metrics[name].group == OWN_GROUP)
    return tuple(chosen)[:MOST_OWN]


def has_parts(source: ReportSource, metric: BoardMetric) -> bool:
    """Return whether there is a report for each part of a metric."""
    return is_known(source.board.facts, metric)


def head_figure(source: ReportSource, metric: BoardMetric, span: ReportSpan) -> HeadFigure:
    """Return one figure of the period with its change against the period before.

    The change is called good or bad only where it is more than chance and the band doesn't call the day usual.
    """
    facts, words = source.board.facts, source.words
    now, before = figure(facts, metric, span.period), figure(facts, metric, span.before)
    change = change_from(facts, now, before)
    amount, kind = shown_change(change)
    verdict, tone = _judged(source, metric, span.period)
    is_said = change.is_clear and (not verdict or tone is Tone.ODD)
    parts = _ratio_parts(words, now) if metric.is_ratio else ()
    return HeadFigure(
        metric.name,
        source.metric_name(metric),
        KINDS[metric.unit],
        now.value,
        parts,
        metric.factor,
        amount,
        kind,
        span.base if amount is not None else words("nothing_to_compare"),
        before.value,
        goodness(metric.good, amount) if is_said else 0,
        verdict,
        tone,
        _note(words, now),
    )


def change_cell(facts: DailyFacts, now: Figure, before: Figure) -> Cell:
    """Return how a figure changed, as a cell of a table; good or bad only where it is more than chance."""
    found = change_from(facts, now, before)
    amount, kind = shown_change(found)
    return Cell(amount, kind, signed=True, good=goodness(now.metric.good, amount) if found.is_clear else 0)


def shown_change(found: Change) -> tuple[float | None, Kind]:
    """Return the amount of a change as it is shown, rates in percentage points."""
    match found.kind:
        case ChangeKind.POINTS:
            return (None if found.amount is None else found.amount * 100), Kind.POINTS
        case ChangeKind.ABSOLUTE:
            return found.amount, KINDS[found.before.metric.unit]
        case _:
            return found.amount, Kind.PERCENT


def _ratio_parts(words: Words, now: Figure) -> tuple[Amount, ...]:
    """Return what stands above and below the line of a ratio; an own one may have sums of parts there."""
    metric = now.metric
    if metric.denominator:
        return tuple(_part(words, part.part, part.total) for part in now.parts)
    from shopdesk.domain.kpi.term import evaluate, written

    amounts = {part.part: part.amount for part in now.parts}
    if now.value is None or None in amounts.values():
        return ()
    values = {part: np.asarray(amount, dtype=float) for part, amount in amounts.items()}
    return tuple(
        Amount(written(term, lambda part: part_name(words, part)), float(evaluate(term, values)), Kind.NUMBER)
        for term in metric.sums
    )


def _part(words: Words, part: str, total: float | None) -> Amount:
    value = total / 100 if total is not None and part in FEN_PARTS else total
    return Amount(part_name(words, part), value, Kind.MONEY if part in FEN_PARTS else Kind.INTEGER)


def part_name(words: Words, part: str) -> str:
    """Return what a part is called."""
    from shopdesk.domain.kpi.catalogue import PART_NAMES

    return words.pair(*PART_NAMES.get(part, (part, part)))


def _note(words: Words, now: Figure) -> str:
    notes = []
    if now.missing_days and now.days:
        notes.append(words("days_missing", count=now.missing_days))
    if now.basis is Basis.DAY_SUM and not now.metric.denominator and now.metric.numerator in PEOPLE_PARTS:
        notes.append(words("day_sum"))
    if now.basis in (Basis.PLATFORM, Basis.RECOUNTED, Basis.NEWEST):
        notes.append(words(f"basis_{now.basis}"))
    if now.over is not None and now.over != now.period:
        notes.append(words("window_days", count=now.over.days))
    return words.listed(notes)


def _judged(source: ReportSource, metric: BoardMetric, period: Period) -> tuple[str, Tone]:
    """Return what the band says of the day, or of the week; nothing of longer periods."""
    if period.days not in (1, WEEK_DAYS) or not metric.is_of_its_day:
        return "", Tone.NORMAL
    watch = source.watches().of(metric.name)
    if watch is None:
        return "", Tone.NORMAL
    facts, rule = source.board.facts, rules_of(source.workspace).get(metric.name, DEFAULT_RULE)
    if period.days == 1:
        return _worded(source.words, judged(facts, metric, watch, period.end, calendar=source.calendar, rule=rule))
    of_week = week_verdict(facts, metric, watch, period.end, calendar=source.calendar, rule=rule)
    return _worded(source.words, of_week)


def _worded(words: Words, found: Verdict) -> tuple[str, Tone]:
    if found.state is State.UNKNOWN:
        return "", Tone.NORMAL
    name = f"verdict_{found.state}" if found.days == 1 else f"verdict_week_{found.state}"
    tone = {State.NORMAL: Tone.NORMAL, State.ABOVE: Tone.ODD, State.BELOW: Tone.ODD}.get(found.state, Tone.UNKNOWN)
    return words(name if words.has(name) else f"verdict_{found.state}"), tone
