from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from shopdesk.app.importing.model import Role
from shopdesk.domain.facts import TABLES
from shopdesk.io.dialects import Dialects
from shopdesk.io.dialects.catalogue import dialects
from shopdesk.io.dialects.matching import is_clear, matches
from shopdesk.io.dialects.targets import LABELS, Form, form_of
from tests.io.dialects.sheets import SALT, cell_for, converted, rows_of, sheet

AUTOMATIC = [kind for kind, dialect in dialects().items() if not dialect.manual]
PREAMBLE = [["报表", None], [None, None], ["说明文字", None]]
ROWS = (1, 2, 3)


def filled(kind: str) -> list[list[str | None]]:
    dialect = dialects()[kind]
    body = [
        [cell.text if (cell := cell_for(dialect, header, row=row)) else "其他" for header in dialect.headers]
        for row in ROWS
    ]
    return [*PREAMBLE, list(dialect.headers), *body]


@pytest.mark.parametrize("kind", AUTOMATIC)
def test_that_a_sheet_of_a_kind_is_recognised_as_that_kind(kind: str) -> None:
    found = Dialects().recognise(sheet(filled(kind)), file_name="新建工作表.xlsx")
    assert (found.kind, found.header_row) == (kind, len(PREAMBLE))
    assert found.score >= 0.5
    assert found.why is not None


@pytest.mark.parametrize("kind", AUTOMATIC)
def test_that_a_sheet_of_a_kind_is_typed(kind: str) -> None:
    dialect = dialects()[kind]
    result = converted(filled(kind), file_name="x_2026-06-18_2026-06-18.xlsx")
    assert [issue for issue in result.issues if issue.severity != "info"] == []
    frame = rows_of(result)
    assert len(frame) == len(ROWS)
    assert {(row["kind"], row["platform"], row["shop"]) for row in frame} == {(kind, dialect.info.platform, "")}
    tables = [frame, *(table.to_pylist() for _, table in result.more)]
    for target, expected in _expected(kind).items():
        held = [rows for rows in tables if rows and target in rows[0]]
        if held:
            assert held[0][0][target] == expected, target


def _expected(kind: str) -> dict[str, Any]:
    dialect = dialects()[kind]
    found: dict[str, Any] = {}
    for column in Dialects().recognise(sheet(filled(kind)), file_name="x_2026-06-18_2026-06-18.xlsx").columns:
        cell = cell_for(dialect, column.header, row=ROWS[0])
        if cell is None or column.role not in (Role.DIMENSION, Role.METRIC) or cell.value is None:
            continue
        if column.role is Role.DIMENSION and form_of(column.target) is Form.BUYER:
            continue
        found.setdefault(column.target, cell.value)
    if TABLES[dialect.info.table].dated:
        found["date"] = found["date_end"] = date(2026, 6, 18)
    return found


@pytest.mark.parametrize("kind", AUTOMATIC)
def test_that_no_other_kind_comes_near_unless_it_stores_the_same(kind: str) -> None:
    found = matches(sheet(filled(kind)), file_name="x.xlsx")
    assert is_clear(found)
    own = dialects()[kind].info
    near = [match.dialect.info for match in found[1:] if found[0].score - match.score < 0.03]
    assert all(info.platform == own.platform or info.generic or info.table == own.table for info in near)


@pytest.mark.parametrize("kind", list(dialects()))
def test_that_every_target_of_a_kind_has_a_name_in_both_languages(kind: str) -> None:
    for option in Dialects().targets(kind):
        assert option.label_zh, option.target
        assert option.label_en, option.target
    assert all(alias.target in LABELS for alias in dialects()[kind].aliases.values() if alias.role is Role.DIMENSION)


@pytest.mark.parametrize("kind", list(dialects()))
def test_that_every_kind_stores_into_a_table_and_feeds_a_tab(kind: str) -> None:
    info = dialects()[kind].info
    assert info.table in TABLES
    assert set(info.tabs) <= {"kpi", "keywords", "bidding", "promotions"}
    assert info.tabs
    assert info.label_zh
    assert info.label_en


def test_that_an_unknown_sheet_is_not_guessed() -> None:
    raw = sheet([["foo", "bar"], ["1", "2"]])
    found = Dialects().recognise(raw, file_name="x.csv")
    assert found.kind == ""
    result = Dialects().convert(raw, found, salt=SALT)
    assert [issue.code for issue in result.issues] == ["sheet_unknown"]
