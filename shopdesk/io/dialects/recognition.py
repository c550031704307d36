"""Names what a sheet is, where its columns go, and what the user may change about that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import pyarrow as pa

from shopdesk.app.importing.model import (
    ColumnMapping,
    RawSheet,
    Recognition,
    RememberedMapping,
    Role,
)
from shopdesk.domain.facts import TABLES
from shopdesk.domain.issues import Issue, Place, Severity
from shopdesk.io.dialects.catalogue import Dialect, dialects
from shopdesk.io.dialects.cells import coded
from shopdesk.io.dialects.dates import read_span, span_in_text
from shopdesk.io.dialects.headers import normalised, without_unit
from shopdesk.io.dialects.matching import (
    Headers,
    Match,
    columns_for,
    headers_at,
    is_clear,
    likely_headers,
    matches,
    text_rows,
)
from shopdesk.io.dialects.numbers import looks_numeric
from shopdesk.io.dialects.privacy import holds_personal_values, is_private_header

SAMPLED_ROWS: Final = 1000
OFFERED: Final = 5
_ANY_FIGURES: Final = "generic_metric_table"
_NUMERIC: Final = 0.9
_ID_HEADER: Final = re.compile(r"(?:id|编号|编码|号码|代码|序号|code|条码|no\.?)$")
_ITEM_ID: Final = re.compile(r"(?<!\d)(?!20\d{6}(?!\d))\d{9,13}(?!\d)")
_STAMP: Final = re.compile(r"(?<!\d)20\d{6}_\d{6}(?!\d)")
_EXPORTED: Final = re.compile(r"导出|下载|生成|last completed|更新时间|time zone")


def recognise(sheet: RawSheet, *, file_name: str, remembered: Mapping[str, RememberedMapping]) -> Recognition:
    """Return what a sheet most likely is; kind "" where nothing fits or two kinds fit alike."""
    for headers in likely_headers(sheet) if remembered else ():
        known = _remembered(sheet, headers, file_name=file_name, remembered=remembered)
        if known is not None:
            return known
    found = matches(sheet, file_name=file_name)
    candidates = tuple((match.dialect.kind, _shown_score(match)) for match in found[:OFFERED])
    if not is_clear(found):
        return _unknown(sheet, found, candidates)
    best = found[0]
    recognition = under_kind(sheet, best.dialect, best.headers, file_name=file_name)
    return replace(recognition, score=_shown_score(best), candidates=candidates, why=_why(sheet, best))


def under_kind(sheet: RawSheet, dialect: Dialect, headers: Headers, *, file_name: str) -> Recognition:
    """Return the recognition of a sheet as a given kind with a given header row."""
    columns = _with_extras(sheet, dialect, headers, columns_for(dialect, headers))
    matched = sum(1 for column in columns if column.role in (Role.DIMENSION, Role.METRIC))
    info = dialect.info
    recognition = Recognition(
        kind=info.kind,
        platform=info.platform,
        table=info.table,
        score=1.0,
        header_row=headers.row,
        columns=columns,
        matched=matched,
        known=headers.filled,
        label_zh=info.label_zh,
        label_en=info.label_en,
        platform_zh=info.platform_zh,
        platform_en=info.platform_en,
        tabs=info.tabs,
        constants=_constants(dialect, sheet, file_name=file_name, columns=columns),
    )
    return with_date(sheet, recognition, file_name=file_name)


def with_date(sheet: RawSheet, recognition: Recognition, *, file_name: str) -> Recognition:
    """Return a recognition with the days of the preamble or the file name where no column holds a day."""
    dialect = dialects()[recognition.kind]
    has_days = has_day_column(recognition) or _hour_names_day(sheet, recognition)
    if not TABLES[recognition.table].dated or has_days:
        return replace(recognition, date_from_name=None, needs_date=False)
    written = _preamble_span(sheet, recognition.header_row)
    named, span = written_in_name(file_name) if written is None else ("", written)
    stamp = written is None and span is not None and bool(_STAMP.search(named))
    return replace(
        recognition,
        date_from_name=span,
        needs_date=span is None and not dialect.date_optional,
        date_is_export_stamp=stamp,
    )


def written_in_name(file_name: str) -> tuple[str, tuple[date, date] | None]:
    """Return the part of a file name that names days, the innermost first, and the days; a zip's name may date it."""
    for part in reversed(file_name.split("/")):
        span = span_in_text(part)
        if span is not None:
            return part, span
    return "", None


def has_day_column(recognition: Recognition) -> bool:
    """Return whether a column of the sheet is taken as its days."""
    return any(c.role is Role.DIMENSION and c.target in ("date", "date_start") for c in recognition.columns)


def _shown_score(match: Match) -> float:
    return min(1.0, round(match.score, 3))


def _remembered(
    sheet: RawSheet, headers: Headers, *, file_name: str, remembered: Mapping[str, RememberedMapping]
) -> Recognition | None:
    mapping = remembered.get("|".join(headers.shown))
    dialect = dialects().get(mapping.kind) if mapping else None
    if mapping is None or dialect is None or len(mapping.columns) != len(headers.shown):
        return None
    recognition = under_kind(sheet, dialect, headers, file_name=file_name)
    columns = tuple(
        replace(column, role=role, target=target)
        for column, (role, target) in zip(recognition.columns, mapping.columns, strict=True)
    )
    why = Issue("sheet_remembered", Severity.INFO, Place("", sheet.name))
    found = replace(recognition, columns=columns, remembered=True, why=why)
    return with_date(sheet, found, file_name=file_name)


def _unknown(sheet: RawSheet, found: Sequence[Match], candidates: tuple[tuple[str, float], ...]) -> Recognition:
    headers = found[0].headers if found else likely_headers(sheet)[0]
    columns = tuple(
        ColumnMapping(position, text, Role.PRIVATE if is_private_header(text) else Role.IGNORED)
        for position, text in enumerate(headers.shown)
    )
    why = Issue("sheet_unknown", Severity.FILE, Place("", sheet.name), "", {"count": headers.filled})
    offered = (*(kind for kind in candidates if kind[0] != _ANY_FIGURES), (_ANY_FIGURES, 0.0))
    return Recognition(
        kind="", platform="", table="", score=_shown_score(found[0]) if found else 0.0, header_row=headers.row,
        columns=columns, known=headers.filled, candidates=offered, why=why,
    )  # fmt: skip


def _why(sheet: RawSheet, best: Match) -> Issue:
    dialect = best.dialect
    names = [text for text, name in zip(best.headers.shown, best.headers.names, strict=True)
             if name and (name in dialect.signature or dialect.alias(text))]  # fmt: skip
    values: dict[str, str | int | float] = {
        "matched": best.matched, "known": best.headers.filled, "row": sheet.first_row + best.headers.row,
        "columns": "、".join(names[:4]),
    }  # fmt: skip
    return Issue(
        "sheet_recognised", Severity.INFO, Place("", sheet.name, sheet.first_row + best.headers.row), "", values
    )


def _with_extras(
    sheet: RawSheet, dialect: Dialect, headers: Headers, columns: tuple[ColumnMapping, ...]
) -> tuple[ColumnMapping, ...]:
    """Decide about the unknown columns: personal, figures under their own name, or left out."""
    body = sheet.cells.slice(headers.row + 1)
    labelled = not dialect.label_first or any(column.target == "label" for column in columns)
    decided = []
    for column in columns:
        if column.role is not Role.IGNORED:
            decided.append(column)
            continue
        role = _unknown_role(dialect, column, body)
        if role is Role.IGNORED and not labelled and column.header:
            labelled, role = True, Role.DIMENSION
            column = replace(column, target="label")  # noqa: PLW2901
        decided.append(replace(column, role=role))
    return tuple(decided)


def _unknown_role(dialect: Dialect, column: ColumnMapping, body: pa.Table) -> Role:
    name = normalised(column.header)
    if is_private_header(column.header):
        return Role.PRIVATE
    listed = name in dialect.ignored or without_unit(name) in dialect.ignored or name in dialect.segments
    if not name or listed or _ID_HEADER.search(without_unit(name)):
        return Role.IGNORED
    texts = coded(body.column(column.position).slice(0, SAMPLED_ROWS)).values
    if texts.null_count == len(texts):
        texts = coded(body.column(column.position)).values
    if holds_personal_values(texts):
        return Role.PRIVATE
    return Role.EXTRA if looks_numeric(texts) >= _NUMERIC else Role.IGNORED


def _constants(
    dialect: Dialect, sheet: RawSheet, *, file_name: str, columns: Sequence[ColumnMapping]
) -> tuple[tuple[str, str], ...]:
    targets = {column.target for column in columns}
    if dialect.item_from_name and "item_id" not in targets:
        found = _ITEM_ID.search(file_name)
        return (("item_id", found.group()),) if found else ()
    if dialect.info.table == "metric_table" and "name" not in targets:
        stem = re.sub(r"\.\w+$", "", file_name.rpartition("/")[2])
        plain = re.sub(r"[-_ ]*20\d\d[-_.]?\d\d(?:[-_.]?\d\d)?", "", stem)
        return (("name", plain or stem or sheet.name),)
    return ()


def _hour_names_day(sheet: RawSheet, recognition: Recognition) -> bool:
    """Return whether the hour column itself names the days (``2020-03-15|7``)."""
    for column in recognition.columns:
        if column.role is Role.DIMENSION and column.target == "hour":
            rows = text_rows(sheet, first=recognition.header_row + 1, count=20)
            cells = [cell for row in rows if (cell := row[column.position])]
            return bool(cells) and any(
                re.search(r"\d{4}[-/]?\d{2}[-/]?\d{2}|\d{1,2}/\d{1,2}/\d{4}", cell) for cell in cells
            )
    return False


def _preamble_span(sheet: RawSheet, header_row: int) -> tuple[date, date] | None:
    for row in text_rows(sheet, first=0, count=header_row):
        for cell in row:
            text = (cell or "").strip()
            if not text or _EXPORTED.search(text.lower()):
                continue
            value = re.sub(r"^[^:：\d]*[:：]\s*", "", text)
            span = read_span(value) or (read_span(value.replace(",", "~")) if "," in value else None)
            if span is not None:
                return span.start.date(), span.end.date()
            found = span_in_text(text) if re.search(r"日期|时间|周期|period|date", text.lower()) else None
            if found:
                return found
    return None


def edited(
    sheet: RawSheet,
    recognition: Recognition,
    *,
    file_name: str,
    kind: str | None,
    header_row: int | None,
    columns: Mapping[int, tuple[Role, str]],
) -> Recognition:
    """Return the recognition after the user chose another kind, header row or column meaning."""
    row = recognition.header_row if header_row is None else header_row
    name = recognition.kind if kind is None else kind
    headers = headers_at(sheet, row)
    dialect = dialects().get(name)
    if dialect is None:
        blank = tuple(ColumnMapping(i, text, Role.IGNORED) for i, text in enumerate(headers.shown))
        return replace(recognition, kind="", platform="", table="", header_row=row, columns=blank, needs_date=False)
    fresh = kind is not None or header_row is not None
    base = under_kind(sheet, dialect, headers, file_name=file_name) if fresh else recognition
    mapped = tuple(
        replace(column, role=columns[column.position][0], target=columns[column.position][1])
        if column.position in columns
        else column
        for column in base.columns
    )
    changed = replace(
        base, columns=mapped, score=recognition.score, candidates=recognition.candidates, shop=recognition.shop
    )
    given = recognition.date_from_name
    dated = with_date(sheet, changed, file_name=file_name)
    if given is None or has_day_column(dated):
        return dated
    return replace(dated, date_from_name=given, needs_date=False, date_is_export_stamp=recognition.date_is_export_stamp)
