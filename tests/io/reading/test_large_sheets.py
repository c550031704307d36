"""A sheet read in blocks of rows gives the same cells as one read whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.io.reading import xlsx_blocks
from shopdesk.io.reading.events import Cells, Event, Problem
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.parsing import Task, parse
from shopdesk.io.reading.reader import joined
from tests.io.reading.workbooks import MAIN, inline, packed, xlsx, xlsx_entries

SHARED = f'<sst xmlns="{MAIN}"><si><t>共享</t></si></sst>'


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_blocks, "SMALLEST_SHEET_BYTES", 0)
    monkeypatch.setattr(xlsx_blocks, "BLOCK_BYTES", 200)
    monkeypatch.setattr("shopdesk.io.reading.xlsx_scan.CHUNK_BYTES", 64)


def cells_of(events: list[Event]) -> list[list[str | None]]:
    table = joined([event.batch for event in events if isinstance(event, Cells)])
    return [list(row.values()) for row in table.to_pylist()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.integers(1, 60), st.dictionaries(st.sampled_from("ACD"), st.integers(0, 3)), min_size=1))
def test_that_blocks_keep_every_cell_in_its_place(
    small_blocks: None, tmp_path: Path, table: dict[int, dict[str, int]]
) -> None:
    kinds = [
        lambda place: inline(place, "文"),
        lambda place: f'<c r="{place}"><v>1934567890123456789</v></c>',
        lambda place: f'<c r="{place}" t="s"><v>0</v></c>',
        lambda place: f'<c r="{place}" s="0"/>',
    ]
    texts = ["文", "1.93456789012346E+18", "共享", None]
    xml = "".join(
        f'<row r="{row}">{"".join(kinds[cells[column]](f"{column}{row}") for column in sorted(cells))}</row>'
        for row, cells in sorted(table.items())
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(xml, shared=SHARED))
    expected = {
        (row, "ABCD".index(column)): texts[kind]
        for row, cells in table.items()
        for column, kind in cells.items()
        if texts[kind] is not None
    }
    found = cells_of(list(parse(Task(path), Limits())))
    assert {
        (row, column): value
        for row, values in enumerate(found, start=1)
        for column, value in enumerate(values)
        if value is not None
    } == expected


def test_that_blocks_count_formulas_without_value_over_the_whole_sheet(small_blocks: None, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx("".join(f'<row r="{row}"><c r="A{row}"><f>1+1</f></c></row>' for row in range(1, 101))))
    problems = [event for event in parse(Task(path), Limits()) if isinstance(event, Problem)]
    assert [(problem.code, problem.row, problem.values["count"]) for problem in problems] == [
        ("file_formulas_without_value", 1, 100)
    ]


def test_that_rows_without_numbers_are_read_whole(small_blocks: None, tmp_path: Path) -> None:
    entries = xlsx_entries("<row><c><v>1</v></c></row>" * 100)
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(entries))
    assert len(cells_of(list(parse(Task(path), Limits())))) == 100
