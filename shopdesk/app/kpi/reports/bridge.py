"""From the amount before to the amount now: visitors, conversion and value per buyer in yuan, adding up exactly."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.model import Amount, Block, Kind, Paragraph, Section, Tone, Waterfall
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.kpi.attribution.method import Method, fitting, product_parts
from shopdesk.domain.kpi.attribution.rounding import shown_parts, steps_of
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.figures import figure

CHAIN: Final = ("visitors", "pay_cvr", "aov")
"""支付金额 = 访客数 × 支付转化率 × 客单价."""
CENT: Final = 0.01


def bridge(source: ReportSource, span: ReportSpan) -> Section:
    """Return the waterfall of the paid amount against the period before."""
    words = source.words
    return Section("bridge", words("bridge"), (_waterfall(source, span),))


def _waterfall(source: ReportSource, span: ReportSpan) -> Block:
    facts, words = source.board.facts, source.words
    now, before = (
        {name: figure(facts, BOARD[name], period) for name in ("pay_amount", *CHAIN)}
        for period in (span.period, span.before)
    )
    if "pay_amount" not in facts.parts or "visitors" not in facts.parts:
        return source.absent(["shop_daily"], "for_bridge")
    values = [[one[name].value for name in CHAIN] for one in (before, now)]
    totals = [one["pay_amount"].value for one in (before, now)]
    gaps = any(one[name].missing_days for one in (before, now) for name in ("pay_amount", *CHAIN))
    if gaps or any(value is None for row in values for value in row) or None in totals:
        return Paragraph(words("bridge_gaps", base=span.base), Tone.UNKNOWN)
    start, end = ([float(value or 0) for value in row] for row in values)
    parts = product_parts(start, end, fitting(start, end))
    cents = [steps_of(float(total or 0), step=CENT) for total in totals]
    rounded = shown_parts(parts, cents[1] - cents[0], step=CENT)
    names = [source.metric_name(BOARD[name]) for name in CHAIN]
    steps = tuple(Amount(name, part / 100, Kind.MONEY) for name, part in zip(names, rounded, strict=True))
    method = words("method_lmdi") if fitting(start, end) is Method.LMDI else words("method_shapley")
    listed = words.listed([f"{step.name} {words.value(step.value, Kind.MONEY, signed=True)}" for step in steps])
    change = words.value((cents[1] - cents[0]) / 100, Kind.MONEY, signed=True)
    sentence = words("bridge_sentence", base=span.base, change=change, parts=listed, method=method)
    return Waterfall(
        "bridge",
        words("bridge_title", base=span.base),
        Amount(words.span(span.before), cents[0] / 100, Kind.MONEY),
        steps,
        Amount(words.span(span.period), cents[1] / 100, Kind.MONEY),
        sentence,
    )
