"""Why the paid amount differs from the period before: factors and their segments in yuan, adding up exactly."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.cause import answer
from shopdesk.app.kpi.reports.model import Amount, Block, Kind, Paragraph, Section, Tone, Waterfall
from shopdesk.app.kpi.reports.source import KINDS, ReportSource, ReportSpan
from shopdesk.domain.kpi.attribution.coincidences import CoincidenceKind
from shopdesk.domain.kpi.attribution.explain import Question
from shopdesk.domain.kpi.attribution.explanation import Explanation, Lack, Unexplained
from shopdesk.domain.kpi.attribution.shown import Shown, ShownFactor, ShownPart, shown
from shopdesk.domain.kpi.figures import is_known
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Period

NAMED_PARTS: Final = 2
"""Segments that the sentence names behind each factor."""


def causes(source: ReportSource, span: ReportSpan, metric: str = "pay_amount") -> Section:
    """Return the waterfall of a figure against the period before, with its sentence and what happened meanwhile."""
    words = source.words
    title = words("bridge")
    if metric not in source.metrics or not is_known(source.board.facts, source.metrics[metric]):
        return Section("bridge", title, (source.absent(["shop_daily"], "for_bridge"),))
    found = explanation(source, metric, span.before, span.period)
    if isinstance(found, Unexplained):
        return Section("bridge", title, (Paragraph(_lack(source, found, span), Tone.UNKNOWN),))
    if not found.factors:
        return Section("bridge", title, (source.absent(["shop_daily"], "for_bridge"),))
    return Section("bridge", title, (_waterfall(source, found, span), *_notes(source, found)))


def explanation(source: ReportSource, metric: str, before: Period, after: Period) -> Explanation | Unexplained:
    """Return why a metric differs between two periods, with all that the shop holds."""
    question = Question(source.metrics[metric], before, after)
    facts, calendar = source.board.facts, source.calendar
    return answer(source.workspace, facts, question, calendar=calendar, segments=source.segments).found


def cause_line(source: ReportSource, metric: str, before: Period, after: Period) -> str:
    """Return the factors of a change in one line with their largest segments, "" where there is no explanation."""
    found = explanation(source, metric, before, after)
    if isinstance(found, Unexplained) or not found.factors:
        return ""
    return _listed(source, found, shown(found))


def _waterfall(source: ReportSource, found: Explanation, span: ReportSpan) -> Waterfall:
    words, made = source.words, shown(found)
    kind = KINDS[found.metric.unit]
    names = [words.pair(one.factor.link.zh, one.factor.link.en) for one in made.factors]
    steps = tuple(
        Amount(name, _value(made, one.steps, found), kind) for name, one in zip(names, made.factors, strict=True)
    )
    change = words.value(_value(made, made.total, found), _change_kind(found), signed=True)
    sentence = words(
        "bridge_sentence",
        name=source.metric_name(found.metric),
        base=span.base,
        change=change,
        unit=words("unit_money") if kind is Kind.MONEY else "",
        parts=_listed(source, found, made),
        method=words(f"method_{found.method}"),
    )
    if found.per_day:
        sentence = f"{words('by_the_day')}{sentence}"
    return Waterfall(
        f"bridge_{found.metric.name}",
        words("bridge_title", name=source.metric_name(found.metric), base=span.base),
        Amount(words.span(found.before.period), _value(made, made.before, found), kind),
        steps,
        Amount(words.span(found.after.period), _value(made, made.after, found), kind),
        sentence,
    )


def _value(made: Shown, steps: int, found: Explanation) -> float:
    """Return whole steps as a number without the dust of floating point."""
    value = steps * made.step
    return round(value, 2 if found.metric.unit is Unit.MONEY else 8)


def _change_kind(found: Explanation) -> Kind:
    return KINDS[found.metric.unit]


def _listed(source: ReportSource, found: Explanation, made: Shown) -> str:
    words = source.words
    listed = []
    for one in made.factors:
        text = f"{words.pair(one.factor.link.zh, one.factor.link.en)} {_signed(source, found, made, one.steps)}"
        inner = [_part(source, found, made, part) for part in _named(one)]
        listed.append(words("with_parts", text=text, parts=words.listed(inner)) if inner else text)
    return words.listed(listed)


def _named(factor: ShownFactor) -> list[ShownPart]:
    """Return the segments that carry most of a factor in its own direction."""
    own = [part for part in factor.parts if part.steps * factor.steps > 0 and not part.is_rest and not part.joined]
    return own[:NAMED_PARTS]


def _part(source: ReportSource, found: Explanation, made: Shown, part: ShownPart) -> str:
    return f"{segment_name(source, part.part.label)} {_signed(source, found, made, part.steps)}"


def segment_name(source: ReportSource, label: str) -> str:
    """Return what a segment is called: new and returning buyers have keys, everything else its own name."""
    return source.words(f"segment_{label}") if source.words.has(f"segment_{label}") else label


def _signed(source: ReportSource, found: Explanation, made: Shown, steps: int) -> str:
    return source.words.value(_value(made, steps, found), _change_kind(found), signed=True)


def _notes(source: ReportSource, found: Explanation) -> tuple[Block, ...]:
    words = source.words
    blocks: list[Block] = []
    if found.is_thin:
        blocks.append(Paragraph(words("cause_thin"), Tone.UNKNOWN))
    elif found.is_chance:
        blocks.append(Paragraph(words("cause_chance"), Tone.UNKNOWN))
    if found.missing_days:
        blocks.append(Paragraph(words("cause_gaps", count=found.missing_days), Tone.UNKNOWN))
    uneven = [
        words.pair(one.zh, one.en)
        for one in found.coincidences
        if one.kind is CoincidenceKind.CAMPAIGN and one.in_before != one.in_after
    ]
    if uneven:
        blocks.append(Paragraph(words("cause_campaign", names=words.listed(uneven)), Tone.UNKNOWN))
    return tuple(blocks)


def _lack(source: ReportSource, found: Unexplained, span: ReportSpan) -> str:
    if found.lack is Lack.JOINED_LATER and found.since is not None:
        return source.words("cause_joined", day=f"{found.since:%Y-%m-%d}")
    return source.words("bridge_gaps", base=span.base)
