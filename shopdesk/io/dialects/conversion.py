"""Turns a recognised sheet into typed facts, issues and the rows that were refused."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.importing.model import ColumnMapping, Conversion, RawSheet, Recognition, Role
from shopdesk.domain.facts import TABLES
from shopdesk.domain.issues import Severity
from shopdesk.domain.metrics import Metric
from shopdesk.domain.parallel import each
from shopdesk.io.dialects.catalogue import Dialect, dialects
from shopdesk.io.dialects.cells import Coded, as_mask, coded, joined_texts, per_value
from shopdesk.io.dialects.merged import fill_merged
from shopdesk.io.dialects.net_paid import restore_paid
from shopdesk.io.dialects.outcome import FIXED, outcome
from shopdesk.io.dialects.privacy import holds_personal_values, is_private_header
from shopdesk.io.dialects.problems import Problems
from shopdesk.io.dialects.regions import city_name, is_tree_child, province_of_city, region_name, without_tree
from shopdesk.io.dialects.rows import is_total_text, sift
from shopdesk.io.dialects.sheet import Sheet
from shopdesk.io.dialects.signs import settle_refunds
from shopdesk.io.dialects.targets import UNDATED_DAY, Form, form_of
from shopdesk.io.dialects.typer import Refusals, Typer, figures
from shopdesk.io.metric_catalogue import metric_catalogue

_DAY_TARGETS: Final = frozenset({"date", "date_start", "date_end"})
_MATCH_MARKS: Final = {"[": "exact", '"': "phrase"}


def convert(sheet: RawSheet, recognition: Recognition, *, salt: bytes, file_name: str = "") -> Conversion:
    """Return the typed facts of a sheet under a recognition; nothing but issues where the kind is unknown.

    ``salt`` keys the hash of buyers. Rows are refused (and kept as text) where a date, an id or the key can't be read.
    """
    dialect = dialects().get(recognition.kind)
    problems = Problems(file_name, sheet.name, _row_numbers(sheet, recognition))
    if dialect is None:
        problems.sheet_issue("sheet_unknown", Severity.FILE)
        return Conversion(recognition, pa.table({}), tuple(problems.issues), data_rows=0)
    if _lacks_date(recognition, dialect):
        problems.sheet_issue("sheet_needs_date", Severity.FILE)
        return Conversion(recognition, pa.table({}), tuple(problems.issues), data_rows=len(problems.rows))
    if recognition.date_from_name and recognition.date_is_export_stamp:
        value = recognition.date_from_name[0].isoformat()
        problems.sheet_issue("sheet_date_from_export_stamp", Severity.WARNING, value=value)
    work = Sheet(sheet, recognition, dialect, problems)
    _load(work)
    work.raw = _with_kept_rows(work)
    if not work.rows:
        problems.sheet_issue("sheet_no_rows", Severity.INFO)
    fill_merged(work)
    refusals = Refusals(work.rows)
    _type(work, Typer(problems, refusals, salt, dialect.sunday_first), refusals)
    return outcome(work, refusals)


def _row_numbers(sheet: RawSheet, recognition: Recognition) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    start = recognition.header_row + 1
    return np.arange(sheet.first_row + start, sheet.first_row + max(start, sheet.cells.num_rows), dtype=np.int64)


def _lacks_date(recognition: Recognition, dialect: Dialect) -> bool:
    if not TABLES[dialect.info.table].dated or dialect.date_optional or recognition.date_from_name:
        return False
    given = {column.target for column in recognition.columns if column.role is Role.DIMENSION}
    return not given & (_DAY_TARGETS | {"hour"})


def _load(work: Sheet) -> None:
    """Code the columns that are used; those whose header or values are personal are left out for good."""
    body = work.raw.cells.slice(work.recognition.header_row + 1)
    used = [
        column
        for column in work.recognition.columns
        if column.position < body.num_columns and column.role not in (Role.PRIVATE, Role.IGNORED)
    ]
    found = each(lambda column: coded(body.column(column.position)), used, rows=body.num_rows)
    for column, texts in zip(used, found, strict=True):
        if column.role is Role.EXTRA and (is_private_header(column.header) or holds_personal_values(texts.values)):
            work.problems.sheet_issue("sheet_private_column", Severity.INFO, column=column.header)
            continue
        work.columns[column.position] = texts


def _with_kept_rows(work: Sheet) -> RawSheet:
    """Drop blank rows, totals, notes and repeated headers from the coded columns; return the sheet's body left."""
    body = work.raw.cells.slice(work.recognition.header_row + 1)
    dialect = work.dialect
    headers = {column.position: column.header for column in work.recognition.columns if column.header}
    needed = [work.columns[c.position] for group in dialect.needs for target in sorted(group) for c in work.at(target)]
    skipped = [
        (work.columns[c.position], values) for target, values in dialect.skip_values.items() for c in work.at(target)
    ]
    keep = sift(
        work.columns,
        headers,
        firsts=_first_columns(work, body),
        named=[work.columns[c.position] for target in ("date", *_needed_ids(dialect)) for c in work.at(target)],
        needed=needed,
        skipped=skipped,
        problems=work.problems,
    )
    if keep.all():
        return RawSheet(work.raw.name, body, work.raw.first_row, work.raw.hidden)
    kept = pa.array(keep)
    work.columns = {position: column.kept(kept) for position, column in work.columns.items()}
    work.problems.kept(keep)
    return RawSheet(work.raw.name, body.filter(kept), work.raw.first_row, work.raw.hidden)


def _needed_ids(dialect: Dialect) -> list[str]:
    return sorted(target for group in dialect.needs for target in group if form_of(target) is Form.ID)


def _first_columns(work: Sheet, body: pa.Table) -> list[Coded]:
    """Return the columns in which a total shows; where levels have subtotals only the top of them counts."""
    if work.dialect.level_rows:
        return [work.columns[c.position] for c in work.at("source_1")]
    positions = range(min(body.num_columns, 3))
    return [work.columns.get(position) or coded(body.column(position)) for position in positions]


def _type(work: Sheet, typer: Typer, refusals: Refusals) -> None:
    table = work.dialect.info.table
    _dimensions(work, typer, table=table)
    _days(work, typer)
    _metrics(work, typer)
    settle_refunds(work)
    _given(work)
    _derived(work)
    restore_paid(work)
    _checked(work, typer)
    _needed(work, refusals)


def _dimensions(work: Sheet, typer: Typer, *, table: str) -> None:
    targets = dict.fromkeys(column.target for column in work.mapped(Role.DIMENSION))
    found: list[tuple[str, Coded, pa.Array]] = []
    for target in targets:
        if target in _DAY_TARGETS or target in ("hour", "weekday"):
            continue
        if target == "region" and work.dialect.tree:
            _tree_regions(work, work.at(target)[0])
            continue
        for mapping in work.at(target):
            column = work.columns[mapping.position]
            values = typer.dimension(column, form_of(target), header=mapping.header, table=table)
            found.append((target, column, values))
    for (target, array), (_, column, values) in zip(_spread(work, found), found, strict=True):
        work.typed[target] = pc.coalesce(work.typed[target], array) if target in work.typed else array
        work.remember(target, array, column=column, values=values)
    if "city" in work.typed and not work.dialect.tree:
        _regions_of_cities(work)
    if work.dialect.keyword_marks and "keyword" in work.typed:
        _keyword_marks(work)


def _spread(work: Sheet, found: Sequence[tuple[str, Coded, pa.Array]]) -> list[tuple[str, pa.Array]]:
    """Lay values of distinct texts out over the rows."""
    return each(lambda item: (item[0], item[1].spread(item[2])), found, rows=work.rows)


def _regions_of_cities(work: Sheet) -> None:
    """Give the province of each city where the report names none."""
    cities = work.typed["city"].dictionary_encode()
    provinces = per_value(cities.dictionary, province_of_city, pa.string()).take(cities.indices)
    held = work.typed.get("region")
    work.typed["region"] = provinces if held is None else pc.coalesce(held, provinces)


def _tree_regions(work: Sheet, mapping: ColumnMapping) -> None:
    """Read provinces with their cities drawn below them as a tree; a province row has no city."""
    column = work.columns[mapping.position]
    child = column.rows(
        np.array([text is not None and is_tree_child(text) for text in column.raw.to_pylist()], dtype=np.bool_)
    )
    names = per_value(column.values, lambda text: without_tree(text) or None, pa.string())
    plain = Coded(column.raw, names, column.codes)
    provinces = plain.spread(per_value(names, region_name, pa.string()))
    cities = plain.spread(per_value(names, city_name, pa.string()))
    nothing = pa.scalar(None, pa.string())
    work.typed["region"] = pc.fill_null_forward(pc.if_else(pa.array(child), nothing, provinces))
    work.typed["city"] = pc.if_else(pa.array(child), cities, nothing)


def _keyword_marks(work: Sheet) -> None:
    """Take ``[exact]`` and ``"phrase"`` marks off the keywords; they name the match type where no column does."""
    words = work.typed["keyword"]
    first = pc.utf8_slice_codeunits(words, 0, 1)
    marks = pa.array(list(_MATCH_MARKS))
    named = pa.array(list(_MATCH_MARKS.values())).take(pc.index_in(first, value_set=marks))
    work.typed["keyword"] = pc.replace_substring_regex(words, r'^(?:\[(.*)\]|"(.*)")$', r"\1\2")
    if "match_type" not in work.typed:
        work.typed["match_type"] = pc.if_else(named.is_valid(), named, pc.if_else(words.is_valid(), "broad", named))


def _days(work: Sheet, typer: Typer) -> None:
    """Give ``date``, ``date_end``, ``hour`` and ``weekday`` as far as the sheet names them."""
    start = end = hour = None
    for target in ("date", "date_start"):
        for mapping in work.at(target)[:1]:
            if start is None:
                start, end, hour = typer.days(work.columns[mapping.position], header=mapping.header)
    for mapping in work.at("date_end")[:1]:
        last, _, _ = typer.days(work.columns[mapping.position], header=mapping.header)
        end = pc.coalesce(last, end) if end is not None else last
    for mapping in work.at("hour")[:1]:
        hour, days, work.half_hours = typer.hours(work.columns[mapping.position], header=mapping.header)
        start = days if start is None and days.null_count < len(days) else start
    hourly = "hour" in TABLES[work.dialect.info.table].dimensions
    if hourly and hour is not None:
        work.typed["hour"] = hour
    for mapping in work.at("weekday")[:1]:
        column = work.columns[mapping.position]
        work.typed["weekday"] = column.spread(typer.weekdays(column, header=mapping.header))
    _dated(work, typer, start, end)
    if hourly and "weekday" not in work.typed:
        one = pc.equal(work.typed["date"], work.typed["date_end"])
        day = pc.day_of_week(work.typed["date"], count_from_zero=False, week_start=1).cast(pa.int8())
        work.typed["weekday"] = pc.if_else(one, day, pa.scalar(None, pa.int8()))


def _dated(work: Sheet, typer: Typer, start: pa.Array | None, end: pa.Array | None) -> None:
    table = TABLES[work.dialect.info.table]
    given = work.recognition.date_from_name
    if start is None and given:
        start, end = (pa.repeat(pa.scalar(day, pa.date32()), work.rows) for day in given)
    if start is None:
        names = [name for name in UNDATED_DAY.get(table.name, ()) if name in work.typed]
        days = [work.typed[name].cast(pa.date32()) for name in names]
        start = pc.coalesce(*days) if days else pa.nulls(work.rows, pa.date32())
    elif table.dated and not work.dialect.date_optional:
        header = next((c.header for target in ("date", "date_start", "hour") for c in work.at(target)), "")
        typer.refuse("row_no_date", as_mask(start.is_null()), header=header)
    work.typed["date"] = start
    work.typed["date_end"] = pc.coalesce(end, start) if end is not None else start


def _metrics(work: Sheet, typer: Typer) -> None:
    catalogue = metric_catalogue()
    seen: set[str] = set()
    taken = set(work.typed)
    given: list[tuple[str, Coded, Metric | None, str]] = []
    for mapping in work.recognition.columns:
        spelling = work.dialect.spelling(mapping.header)
        again = spelling in seen
        seen.add(spelling)
        if mapping.role not in (Role.METRIC, Role.EXTRA) or mapping.position not in work.columns:
            continue
        known = catalogue.get(mapping.target) if mapping.role is Role.METRIC else None
        if known and known.name in taken:
            known = None
        name = known.name if known else _extra_name(spelling, taken, again=again)
        taken.add(name)
        given.append((name, work.columns[mapping.position], known, mapping.header))
        if known is None:
            work.extras.append(name)
    read = each(lambda item: figures(item[1], item[2]), given, rows=work.rows)
    found = [
        (name, column, typer.metric(column, known, numbers, header=header))
        for (name, column, known, header), numbers in zip(given, read, strict=True)
    ]
    typer.judge_percents()
    for (name, array), (_, column, values) in zip(_spread(work, found), found, strict=True):
        work.typed[name] = array
        work.remember(name, array, column=column, values=values)


def _extra_name(header: str, taken: Set[str], *, again: bool) -> str:
    """Return the header, with a number where it stands in the sheet before or names a column already."""
    name, number = header or "?", 2
    while again or name in taken or name in FIXED or name in metric_catalogue():
        again = False
        name, number = f"{header} ({number})", number + 1
    return name


def _given(work: Sheet) -> None:
    """Add what holds for the whole sheet, and fill merged cells down; the total of all carriers is the whole shop."""
    carrier = work.typed.get("carrier")
    if carrier is not None and work.dialect.level_rows:
        work.typed["carrier"] = pc.if_else(pa.array(is_total_text(carrier)), work.dialect.fill.get("carrier"), carrier)
    for name in work.dialect.fill_down:
        if name in work.typed:
            work.typed[name] = pc.fill_null_forward(work.typed[name])
    for name, value in (*work.recognition.constants, *work.dialect.fill.items()):
        held = work.typed.get(name)
        work.typed[name] = pa.repeat(pa.scalar(value), work.rows) if held is None else held.fill_null(value)
    for name, sources in work.dialect.joined.items():
        texts = [work.typed[source].cast(pa.string()) for source in sources if source in work.typed]
        if texts:
            joined = joined_texts(texts, "/")
            work.typed[name] = pc.coalesce(work.typed[name], joined) if name in work.typed else joined


def _derived(work: Sheet) -> None:
    for name, sources in work.dialect.derived.items():
        parts = [work.typed[source] for source in sources if source in work.typed]
        if parts and name not in work.typed:
            some = parts[0].is_valid()
            total = parts[0].fill_null(0)
            for part in parts[1:]:
                some, total = pc.or_(some, part.is_valid()), pc.add(total, part.fill_null(0))
            work.typed[name] = pc.if_else(some, total, pa.scalar(None, total.type))
    source = work.dialect.paid_from
    if source in work.typed and "paid" not in work.typed and "paid_at" in work.typed:
        unpaid = pa.scalar(0, pa.int64())
        work.typed["paid"] = pc.if_else(work.typed["paid_at"].is_valid(), work.typed[source], unpaid)


def _checked(work: Sheet, typer: Typer) -> None:
    """Refuse rows whose cells stand in the wrong column."""
    for target, pattern in work.dialect.checks.items():
        if target in work.typed:
            matched = pc.match_substring_regex(work.typed[target], pattern)
            header = next((c.header for c in work.at(target)), target)
            columns = [work.columns[c.position] for c in work.at(target)]
            typer.refuse(
                "row_shifted", ~as_mask(matched.fill_null(True)), header=header, column=columns[0] if columns else None
            )


def _needed(work: Sheet, refusals: Refusals) -> None:
    for group in work.dialect.needs:
        present = [work.typed[target] for target in sorted(group & work.typed.keys())]
        missing = np.ones(work.rows, dtype=np.bool_)
        for array in present:
            missing &= as_mask(array.is_null())
        fresh = missing & ~refusals.mask()
        if fresh.any():
            header = next((c.header for target in sorted(group) for c in work.at(target)), "")
            work.problems.cells("row_missing_key", fresh, column=header, texts=None, severity=Severity.ROW)
            refusals.add("row_missing_key", missing)
