"""What comes of a typed sheet: its facts as tables, and the rows that were refused."""

from __future__ import annotations

from datetime import date
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.importing.model import Conversion, Role
from shopdesk.domain.facts import TABLES
from shopdesk.io.dialects.cells import coded
from shopdesk.io.dialects.frames import further, grouped_orders, of_table, order_level_once, unrepeated
from shopdesk.io.dialects.headers import normalised, without_unit
from shopdesk.io.dialects.privacy import scrubbed
from shopdesk.io.dialects.sheet import Sheet
from shopdesk.io.dialects.targets import Form, form_of, targets_of
from shopdesk.io.dialects.typer import Refusals
from shopdesk.io.metric_catalogue import metric_catalogue

FIXED: Final = frozenset({"kind", "platform", "shop", "date", "date_end"})
"""Columns that every table of facts has."""


def outcome(work: Sheet, refusals: Refusals) -> Conversion:
    """Return the facts of a typed sheet without its refused rows, which come as text beside them."""
    refused = refusals.mask()
    data_rows = work.rows
    rejected = _rejected(work, refusals) if refused.any() else None
    frame = _frame(work)
    segments = _segments(work)
    if refused.any():
        kept = pa.array(~refused)
        frame, segments = frame.filter(kept), [array.filter(kept) for array in segments]
        work.problems.kept(~refused)
    whole, coded = frame, None if refused.any() else work.as_coded(frame)
    frame, more = _tables(work, frame, segments, coded=coded)
    first, last = _bounds(frame)
    return Conversion(
        recognition=work.recognition,
        frame=frame,
        issues=tuple(work.problems.issues),
        rejected=rejected,
        data_rows=data_rows,
        first_date=first,
        last_date=last,
        extra_columns=tuple(work.extras),
        more=more,
        coded=coded if frame is whole else None,
    )


def _frame(work: Sheet) -> pa.Table:
    info = work.dialect.info
    fixed = {"kind": info.kind, "platform": work.recognition.platform or info.platform, "shop": work.recognition.shop}
    columns = {name: pa.repeat(pa.scalar(value, pa.string()), work.rows) for name, value in fixed.items()}
    columns |= {name: work.typed[name] for name in ("date", "date_end")}
    ordered = [name for name in targets_of(info.table) if name in work.typed and name not in columns]
    others = [name for name in work.typed if name not in columns and name not in ordered]
    return pa.table({**columns, **{name: work.typed[name] for name in (*ordered, *others)}})


def _segments(work: Sheet) -> list[pa.Array]:
    """Return the columns that cut finer than the key of the table: rows that differ in them are added."""
    names = work.dialect.segments
    found = []
    for column in work.recognition.columns:
        name = normalised(column.header)
        if column.role is Role.IGNORED and (name in names or without_unit(name) in names):
            found.append(coded(work.raw.cells.column(column.position)).text())
    if work.half_hours:
        found.append(work.columns[work.at("hour")[0].position].text())
    return found


def _tables(
    work: Sheet, frame: pa.Table, segments: list[pa.Array], *, coded: pa.Table | None
) -> tuple[pa.Table, tuple[tuple[str, pa.Table], ...]]:
    dialect, table = work.dialect, TABLES[work.dialect.info.table]
    whole = frame
    if dialect.once_per_order:
        frame = order_level_once(frame, dialect)
    more = tuple((part.table, further(frame, part)) for part in dialect.more)
    if dialect.group_by and frame.num_rows:
        frame = grouped_orders(frame, dialect)
    frame = of_table(frame, dialect, allowed=frozenset((*FIXED, *targets_of(table.name))))
    frame = unrepeated(
        table,
        frame,
        coded=coded if coded is not None and frame is whole else frame,
        segments=segments if not dialect.group_by else [],
        catalogue=metric_catalogue(),
        problems=work.problems,
    )
    return frame, more


def _bounds(frame: pa.Table) -> tuple[date | None, date | None]:
    if not frame.num_rows:
        return None, None
    return pc.min(frame["date"]).as_py(), pc.max(frame["date_end"]).as_py()


def _rejected(work: Sheet, refusals: Refusals) -> pa.Table:
    """Return the refused rows as text under their headers, without anything personal."""
    refused = pa.array(refusals.mask())
    columns: dict[str, pa.Array] = {}
    for mapping in work.recognition.columns:
        column = work.columns.get(mapping.position)
        if column is None or mapping.target == "buyer" or not mapping.header:
            continue
        name = mapping.header if mapping.header not in columns else f"{mapping.header} ({mapping.position + 1})"
        address = form_of(mapping.target) is Form.REGION and mapping.role is Role.DIMENSION
        texts = work.typed[mapping.target] if address else column.raw_text()
        if mapping.role is Role.DIMENSION and form_of(mapping.target) is Form.TEXT:
            texts = scrubbed(texts)
        columns[name] = texts.filter(refused)
    columns["__row"] = pa.array(work.problems.rows).filter(refused)
    columns["__reason"] = refusals.text().filter(refused)
    return pa.table(columns)
