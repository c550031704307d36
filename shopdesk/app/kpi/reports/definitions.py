"""口径: how each figure of the report is made, from the metric dictionary."""

from __future__ import annotations

from collections.abc import Iterable

from shopdesk.app.kpi.metric_notes import metric_notes
from shopdesk.app.kpi.reports.heads import part_name
from shopdesk.app.kpi.reports.model import Chart, Definition, Heads, Section, Table
from shopdesk.app.kpi.reports.source import ReportSource
from shopdesk.app.kpi.reports.words import Words
from shopdesk.domain.kpi.catalogue import BoardMetric, roll_up
from shopdesk.domain.kpi.parts import RollUp


def definitions(source: ReportSource, sections: Iterable[Section]) -> tuple[Definition, ...]:
    """Return the definitions of all board figures that the sections show, in order of appearance."""
    names: dict[str, None] = {}
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Heads):
                names |= dict.fromkeys(one.metric for one in block.figures)
            elif isinstance(block, Table):
                names |= dict.fromkeys(column.key for column in block.columns if column.key != "name")
            elif isinstance(block, Chart):
                names |= {block.key.removeprefix("chart_"): None}
    return tuple(definition(source, source.metrics[name]) for name in names if name in source.metrics)


def definition(source: ReportSource, metric: BoardMetric) -> Definition:
    """Return the definition of one metric."""
    words = source.words
    name = words.pair(metric.zh, metric.en)
    if metric.adds_up:
        formula = words("formula_sum")
        rule = words("rule_people") if metric.counts_people else words("rule_sum")
    else:
        formula, rule = _written(words, metric), words("rule_ratio")
    if metric.window_days:
        rule = words("rule_window", count=metric.window_days)
    elif any(roll_up(part) is RollUp.LAST for part in metric.parts):
        rule = words("rule_last")
    note = metric_notes().get(metric.name)
    text = words.pair(note.zh, note.en) if note is not None else ""
    unchecked = words("to_check") if note is not None and not note.is_checked else ""
    unit = words(f"unit_{metric.unit}") if words.has(f"unit_{metric.unit}") else ""
    return Definition(metric.name, name, formula, unit, rule, " ".join(part for part in (text, unchecked) if part))


def _written(words: Words, metric: BoardMetric) -> str:
    """Return a formula with the names of its parts: 支付买家数 ÷ 访客数."""
    from shopdesk.domain.kpi.term import written

    return written(metric.term, lambda part: part_name(words, part))
