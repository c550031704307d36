"""Which channels and items made the difference: largest gains and losses in yuan, conversion in mix and rate."""

from __future__ import annotations

from typing import Final

from shopdesk.app.kpi.reports.causes import explanation, segment_name
from shopdesk.app.kpi.reports.model import Block, Cell, Column, Entry, Kind, Paragraph, Section, Table, Tone, goodness
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.kpi.attribution.explanation import Explanation, Part, Split
from shopdesk.domain.kpi.segments.sums import BUYER, ITEM, REGION, SOURCE
from shopdesk.domain.metrics import Good

LISTED: Final = 10
TABLES: Final = {
    SOURCE: ("shop_source",),
    ITEM: ("item_daily", "order_lines"),
    REGION: ("orders",),
    BUYER: ("orders",),
}


def ranking(source: ReportSource, span: ReportSpan, dimension: str, *, limit: int = LISTED) -> Section:
    """Return gains and losses of sales by one dimension, and its conversion where reports give visitors."""
    words = source.words
    title = words(f"by_{dimension}")
    sales = explanation(source, "pay_amount", span.before, span.period)
    split = _split(sales, dimension)
    if split is None:
        return Section(f"by_{dimension}", title, (_why_not(source, span, sales, dimension),))
    per_day = isinstance(sales, Explanation) and sales.per_day
    blocks: list[Block] = [_gains(source, split, dimension, limit, per_day=per_day)]
    conversion = _split(explanation(source, "pay_cvr", span.before, span.period), dimension)
    if conversion is not None and any(part.mix is not None for part in conversion.parts):
        blocks.append(_mix_rate(source, conversion, dimension, limit))
    return Section(f"by_{dimension}", title, tuple(blocks))


def _split(found: object, dimension: str) -> Split | None:
    if not isinstance(found, Explanation):
        return None
    return found.whole.split(dimension)


def _why_not(source: ReportSource, span: ReportSpan, sales: object, dimension: str) -> Block:
    words, cube = source.words, source.segments.cube(dimension)
    if cube.is_empty:
        return source.absent(TABLES[dimension], f"for_by_{dimension}")
    days = [cube.days_known("pay_amount", period) for period in (span.before, span.period)]
    if isinstance(sales, Explanation) and min(days) > 0:
        return Paragraph(words("segments_uneven", name=words(f"by_{dimension}")), Tone.UNKNOWN)
    names = words.listed([source.table_name(table) for table in TABLES[dimension]])
    text = words("segments_days", names=names, before=days[0], after=days[1], days=span.period.days)
    return Paragraph(text, Tone.UNKNOWN)


def _gains(source: ReportSource, split: Split, dimension: str, limit: int, *, per_day: bool) -> Table:
    words = source.words
    ordered = sorted(split.parts, key=lambda part: part.effect)
    losing = [part for part in ordered if part.effect < 0][:limit]
    gaining = [part for part in reversed(ordered) if part.effect > 0][:limit]
    columns = (
        Column("name", words(f"dimension_{dimension}"), width=2.6),
        Column("before", words("sales_before_a_day" if per_day else "sales_before"), Kind.MONEY),
        Column("after", words("sales_now_a_day" if per_day else "sales_now"), Kind.MONEY),
        Column("change", words("change"), Kind.MONEY, signed=True),
    )
    shown_parts = [*gaining, *reversed(losing)]
    rows = tuple(_gain_row(source, part) for part in shown_parts)
    left = len(split.parts) - len(shown_parts)
    notes = [words("gains_note", gaining=len(gaining), losing=len(losing)), words("only_beyond_chance")]
    if per_day:
        notes.insert(0, words("by_the_day").strip())
    if left > 0:
        notes.append(words("gains_left", count=left))
    if split.days is not None:
        notes.append(words("segments_scaled", before=split.days[0], after=split.days[1]))
    note = " ".join(notes)
    return Table(f"gains_{dimension}", words("gains_title", name=words(f"by_{dimension}")), columns, rows, note=note)


def _gain_row(source: ReportSource, part: Part) -> tuple[Entry, ...]:
    change = Cell(_cents(part.effect), Kind.MONEY, signed=True, good=_good(part))
    return (segment_name(source, part.label), _cents(part.before), _cents(part.after), change)


def _good(part: Part) -> int:
    """Return whether an effect is good or bad for the shop, 0 where chance alone could make it."""
    if part.chance is None or part.is_chance:
        return 0
    return goodness(Good.UP, part.effect)


def _cents(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _mix_rate(source: ReportSource, split: Split, dimension: str, limit: int) -> Table:
    words = source.words
    columns = (
        Column("name", words(f"dimension_{dimension}"), width=2.6),
        Column("before", words("cvr_before"), Kind.PERCENT),
        Column("after", words("cvr_now"), Kind.PERCENT),
        Column("rate", words("rate_effect"), Kind.POINTS, signed=True),
        Column("mix", words("mix_effect"), Kind.POINTS, signed=True),
        Column("effect", words("both_effects"), Kind.POINTS, signed=True),
    )
    rows = tuple(
        (
            segment_name(source, part.label),
            part.before,
            part.after,
            _points(part.rate),
            _points(part.mix),
            Cell(_points(part.effect), Kind.POINTS, signed=True, good=_good(part)),
        )
        for part in split.parts[:limit]
    )
    left = len(split.parts) - len(rows)
    note = words("mix_note") + (words("gains_left", count=left) if left > 0 else "")
    return Table(f"mix_{dimension}", words("mix_title", name=words(f"by_{dimension}")), columns, rows, note=note)


def _points(value: float | None) -> float | None:
    return None if value is None else value * 100
