"""Cells that were merged over several rows: a parser gives their value to the first row only."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.importing.model import ColumnMapping, Role
from shopdesk.io.dialects.cells import Coded, Mask, as_mask
from shopdesk.io.dialects.sheet import Sheet


def fill_merged(work: Sheet) -> None:
    """Give merged days, and what is merged within them, to all their rows; single blank cells stay blank.

    Days are merged where each stands once and at least as many rows have none; another column is where it is
    filled whenever a new day begins.
    """
    days = work.at("date")[:1]
    if not days or not work.rows:
        return
    column = work.columns[days[0].position]
    begins = _written(column)
    if not _stands_once(column, begins):
        return
    _fill(work, days[0], begins)
    for mapping in work.mapped(Role.DIMENSION):
        own = _written(work.columns[mapping.position])
        if mapping.target != "date" and not own.all() and own[begins].all():
            _fill(work, mapping, own)


def _written(column: Coded) -> Mask:
    return column.rows(as_mask(column.values.is_valid()))


def _stands_once(column: Coded, begins: Mask) -> bool:
    count = int(begins.sum())
    if not begins[0] or 2 * count > len(begins):
        return False
    return len(column.text().drop_null().unique()) == count


def _fill(work: Sheet, mapping: ColumnMapping, begins: Mask) -> None:
    column = work.columns[mapping.position]
    work.problems.summary("sheet_merged_filled", ~begins, column=mapping.header)
    blank = pa.scalar(None, column.codes.type)
    codes = pc.fill_null_forward(pc.if_else(pa.array(begins), column.codes, blank))
    work.columns[mapping.position] = Coded(column.raw, column.values, codes)
