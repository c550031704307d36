"""Who the buyers are: RFM matrix, classes with their moves, personas with their drift, and what a buyer is worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopdesk.app.kpi.class_names import classes_of
from shopdesk.app.kpi.customers import Customers, Snapshot
from shopdesk.app.kpi.reports.model import Block, Column, Entry, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.kpi.customers.persona import OTHER, Cut, persona
from shopdesk.domain.kpi.customers.purchases import quarter_start
from shopdesk.domain.kpi.customers.rfm import GONE, NEW, ClassRow
from shopdesk.domain.kpi.customers.value import ModelValue
from shopdesk.domain.metrics import Good

SCORES: Final = (5, 4, 3, 2, 1)
PERSONAS: Final = 12
MOVES: Final = 1
"""Classes named from which most of a class's people came."""


def customer_groups(source: ReportSource, span: ReportSpan) -> list[Section]:
    """Return the sections on the buyers of the quarter, one that says what to import where orders name none."""
    words = source.words
    found = source.buyers.around(span.period.end)
    if found is None:
        return [Section("rfm", words("rfm"), (source.absent(["orders"], "for_buyers"),))]
    snapshot = next((one for one in found.snapshots if quarter_start(one.quarter.end) == span.period.start), None)
    value = Section("value", words("buyer_value"), _value(source, found))
    if snapshot is None:
        return [Section("rfm", words("rfm"), (Paragraph(words("no_orders"), Tone.NOTE),)), value]
    return [
        Section("rfm", words("rfm"), _matrix(source, snapshot)),
        Section("classes", words("classes"), (_classes(source, snapshot),)),
        Section("personas", words("personas"), _personas(source, snapshot, found)),
        value,
    ]


def _matrix(source: ReportSource, snapshot: Snapshot) -> tuple[Block, ...]:
    words = source.words
    frequency = list(reversed(SCORES))
    tables = []
    for key, kind in (("rfm_count", Kind.INTEGER), ("rfm_yuan", Kind.MONEY)):
        columns = [Column("name", words("rfm_recency"), width=1.6)]
        columns += [Column(f"f{score}", words("rfm_frequency", score=score), kind) for score in frequency]
        rows: list[tuple[Entry, ...]] = []
        for recency in SCORES:
            cells = [snapshot.matrix.get((recency, score)) for score in frequency]
            numbers = [
                None if cell is None else cell.count if kind is Kind.INTEGER else round(cell.yuan, 2) for cell in cells
            ]
            rows.append((words("rfm_row", score=recency), *numbers))
        tables.append(Table(key, words(key), tuple(columns), tuple(rows)))
    note = words("rfm_fixed") if snapshot.scored.is_fixed else words("rfm_quantiles")
    return (*tables, Paragraph(words("rfm_note", day=f"{snapshot.day:%Y-%m-%d}", cuts=note), Tone.NOTE))


def _classes(source: ReportSource, snapshot: Snapshot) -> Table:
    words = source.words
    columns = (
        Column("name", words("rfm_class"), width=1.3),
        Column("count", words("buyers"), Kind.INTEGER, width=0.8),
        Column("share", words("share"), Kind.PERCENT, width=0.9),
        Column("yuan", words("paid_amount"), Kind.MONEY, width=1.2),
        Column("yuan_share", words("yuan_share"), Kind.PERCENT, width=0.9),
        Column("moved", words("since_quarter"), Kind.INTEGER, signed=True, good=Good.CONTEXT, width=1.0),
        Column("came", words("came_from"), width=1.7),
        Column("advice", words("advice"), width=4.2),
    )
    rows = tuple(_class_row(source, row, has_before=snapshot.before is not None) for row in snapshot.classes)
    return Table("classes", words("classes"), columns, rows, note=words("classes_note"))


def _class_row(source: ReportSource, row: ClassRow, *, has_before: bool) -> tuple[Entry, ...]:
    words = source.words
    own = classes_of(source.workspace).get(row.key)
    advice = words.pair(own.advice_zh, own.advice_en) if own is not None else ""
    return (
        class_name(source, row.key),
        row.count,
        row.share,
        round(row.yuan, 2),
        row.yuan_share,
        row.count - row.before if has_before else None,
        _moves(source, row.came, row.key),
        advice,
    )


def class_name(source: ReportSource, key: str) -> str:
    """Return what a class is called; people without one are new or have left."""
    own = classes_of(source.workspace).get(key)
    if own is not None:
        return source.words.pair(own.zh, own.en)
    return source.words("rfm_new") if key == NEW else source.words("rfm_left") if key == GONE else key


def _moves(source: ReportSource, came: Mapping[str, int], own: str) -> str:
    others = sorted(((count, key) for key, count in came.items() if key != own and count), reverse=True)[:MOVES]
    return source.words.listed([f"{class_name(source, key)} {count}" for count, key in others])


def _personas(source: ReportSource, snapshot: Snapshot, found: Customers) -> tuple[Block, ...]:
    words = source.words
    rows = persona(snapshot.quarter, snapshot.before, Cut.ALL)[:PERSONAS]
    if not rows:
        return (Paragraph(words("personas_few"), Tone.UNKNOWN),)
    columns = (
        Column("class", words("rfm_class"), width=1.2),
        Column("item", words("first_items"), width=2.4),
        Column("region", words("by_region"), width=0.8),
        Column("band", words("price_level"), width=0.9),
        Column("buyers", words("buyers"), Kind.INTEGER, width=0.8),
        Column("share", words("share"), Kind.PERCENT, width=0.9),
        Column("yuan", words("paid_amount"), Kind.MONEY, width=1.1),
        Column("before", words("share_before"), Kind.PERCENT, width=0.9),
        Column("drift", words("verdict"), width=1.2),
    )
    listed = []
    for row in rows:
        key, item, region, band = row.labels
        drift = "" if row.p is None else words("beyond_chance" if row.is_beyond_chance else "within_chance")
        listed.append(
            (
                class_name(source, key),
                words("others") if item == OTHER else item or words("unknown_item"),
                words("others") if region == OTHER else region or "—",
                words(f"price_level_{band}"),
                row.buyers,
                row.share,
                round(row.yuan, 2),
                row.share_before,
                drift,
            )
        )
    low, high = (words.value(limit, Kind.MONEY) for limit in found.limits)
    note = words("personas_note", low=low, high=high)
    return (Table("personas", words("personas"), columns, tuple(listed), note=note),)


def _value(source: ReportSource, found: Customers) -> tuple[Block, ...]:
    words, past = source.words, found.historic
    text = words(
        "value_past",
        buyers=words.value(past.buyers, Kind.INTEGER),
        days=past.days,
        yuan=words.value(past.yuan_per_buyer, Kind.MONEY),
        repeat=words.value(past.repeat_share, Kind.PERCENT),
    )
    if past.margin_per_buyer is not None:
        text += words("value_margin", yuan=words.value(past.margin_per_buyer, Kind.MONEY))
    model = source.buyers.value(found)
    if not isinstance(model, ModelValue):
        code = "value_unfit" if model.is_unfit else "value_refused"
        refused = words(code, repeaters=model.repeaters, weeks=f"{model.weeks:.0f}")
        return (Paragraph(text), Paragraph(refused, Tone.UNKNOWN))
    said = words(
        "value_model",
        weeks=model.weeks,
        discount=words.value(model.discount, Kind.PERCENT, decimals=0),
        value=words.value(model.value, Kind.MONEY),
        low=words.value(model.low, Kind.MONEY),
        high=words.value(model.high, Kind.MONEY),
        unit=words("value_of_margin" if model.is_margin else "value_of_sales"),
        repeaters=words.value(model.repeaters, Kind.INTEGER),
    )
    return (Paragraph(text), Paragraph(said))
