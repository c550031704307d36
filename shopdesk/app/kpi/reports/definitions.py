"""口径: how each figure of the report is made, from the metric dictionary."""

from __future__ import annotations

from collections.abc import Iterable

from shopdesk.app.kpi.reports.heads import part_name
from shopdesk.app.kpi.reports.model import Chart, Definition, Heads, Section, Table
from shopdesk.app.kpi.reports.words import Words
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.metrics import Unit


def definitions(words: Words, sections: Iterable[Section]) -> tuple[Definition, ...]:
    """Return the definitions of all board figures that the sections show, in order of appearance."""
    names: dict[str, None] = {}
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Heads):
                names |= dict.fromkeys(one.metric for one in block.figures)
            elif isinstance(block, Table):
                names |= dict.fromkeys(column.key for column in block.columns)
            elif isinstance(block, Chart):
                names |= {block.key.removeprefix("chart_"): None}
    return tuple(definition(words, BOARD[name]) for name in names if name in BOARD)


def definition(words: Words, metric: BoardMetric) -> Definition:
    """Return the definition of one metric."""
    name = words.pair(metric.zh, metric.en)
    if metric.denominator:
        formula = f"{part_name(words, metric.numerator)} ÷ {part_name(words, metric.denominator)}"
        rule = words("rule_ratio")
    else:
        formula = words("formula_sum", name=name)
        rule = words("rule_people") if metric.counts_people else words("rule_sum")
    return Definition(metric.name, name, formula, _unit(words, metric.unit), rule)


def _unit(words: Words, unit: Unit) -> str:
    return words(f"unit_{unit}") if words.has(f"unit_{unit}") else ""
