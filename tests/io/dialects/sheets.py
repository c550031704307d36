"""Sheets written down in the tests, and figures for every column that a kind knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from shopdesk.app.importing.model import Conversion, RawSheet, Recognition, Role
from shopdesk.domain.metrics import Unit
from shopdesk.io.dialects import Dialects
from shopdesk.io.dialects.catalogue import Dialect
from shopdesk.io.dialects.targets import Form, form_of
from shopdesk.io.metric_catalogue import metric_catalogue

SALT = b"salt of a test workspace"


def sheet(rows: Sequence[Sequence[str | None]], *, name: str = "Sheet1") -> RawSheet:
    """A sheet of text cells; short rows are filled with empty cells."""
    width = max(len(row) for row in rows)
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    columns = {f"c{i}": pa.array([row[i] or None for row in padded], pa.string()) for i in range(width)}
    return RawSheet(name, pa.table(columns))


def recognised(rows: Sequence[Sequence[str | None]], *, file_name: str = "report.xlsx") -> Recognition:
    return Dialects().recognise(sheet(rows), file_name=file_name)


def converted(
    rows: Sequence[Sequence[str | None]], *, file_name: str = "report.xlsx", kind: str | None = None
) -> Conversion:
    dialects, raw = Dialects(), sheet(rows)
    recognition = dialects.recognise(raw, file_name=file_name)
    if kind is not None and recognition.kind != kind:
        recognition = dialects.rebuild(raw, recognition, file_name=file_name, kind=kind)
    return dialects.convert(raw, recognition, salt=SALT, file_name=file_name)


def rows_of(conversion: Conversion) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = conversion.frame.to_pylist()
    return rows


def codes(conversion: Conversion) -> list[str]:
    return [issue.code for issue in conversion.issues]


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    value: Any


_FORMS = {
    Form.ID: lambda row: Cell(f'="60000000000{row}"', f"60000000000{row}"),
    Form.TEXT: lambda row: Cell(f" 文字{row}\t", f"文字{row}"),
    Form.DATE: lambda row: Cell(f"2026/6/{17 + row}", date(2026, 6, 17 + row)),
    Form.TIME: lambda _: Cell("2026/6/18 9:05", datetime(2026, 6, 18, 9, 5)),
    Form.HOUR: lambda row: Cell(f"0{row}:00-0{row}:59", row),
    Form.WEEKDAY: lambda _: Cell("周四", 4),
    Form.REGION: lambda row: Cell(("浙江省", "内蒙古自治区", "上海")[row - 1], ("浙江", "内蒙古", "上海")[row - 1]),
    Form.CITY: lambda _: Cell("杭州市", "杭州"),
    Form.FEN: lambda _: Cell("￥34,895.05", 3489505),
    Form.NUMBER: lambda row: Cell(f"1,39{row}", 1390.0 + row),
    Form.RATIO: lambda _: Cell("20", 20.0),
    Form.SCORE: lambda _: Cell("5星", 5.0),
}
_UNITS = {
    Unit.COUNT: Cell("1.2万", 12000.0),
    Unit.PEOPLE: Cell("1,391", 1391.0),
    Unit.RATIO: Cell("3.88%", 0.0388),
    Unit.TIMES: Cell("2.22", 2.22),
    Unit.SECONDS: Cell("1分23秒", 83.0),
    Unit.NUMBER: Cell("4.5", 4.5),
}


def cell_for(dialect: Dialect, header: str, *, row: int) -> Cell | None:
    """What stands under a header and what it must become; None for a header that leads nowhere."""
    special = {"TimePeriod": f"2026-06-18|{row}", "主体类型": "直播"}
    alias = dialect.alias(header)
    if header in special and dialect.values:
        return Cell(special[header], row) if alias else Cell(special[header], None)
    if alias is None:
        return None
    if alias.role is Role.DIMENSION:
        form = form_of(alias.target)
        return Cell(f"buyer{row}", None) if form is Form.BUYER else _FORMS[form](row)
    metric = metric_catalogue()[alias.target]
    if metric.unit is Unit.MONEY:
        return Cell("34,895.05", 3489505 if metric.additive else 34895.05)
    return _UNITS[metric.unit]
