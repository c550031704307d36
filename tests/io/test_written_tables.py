"""Any table written by the app and read again is identical."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.app.importing.model import SourceFile
from shopdesk.app.jobs import SILENT
from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.io.csv_writer import cell_text, guarded, write_csv
from shopdesk.io.excel_writer import write_workbook
from shopdesk.io.reading import SafeReader

visible = st.characters(
    exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff\u2028\u2029\ufffe\uffff"
)
text = st.one_of(
    st.text(visible, min_size=1, max_size=12),
    st.sampled_from(
        ["=1+1", "+86", "-", "@a", "'x", "00000000", "1930000000000000001", "#N/A", "_x0041_", "1e5", "真,\"'"]
    ),
)
values: dict[str, st.SearchStrategy[Any]] = {
    "text": text,
    "integer": st.integers(-(10**14), 10**14),
    "money": st.integers(-(10**11), 10**11).map(lambda fen: fen / 100),
    "date": st.dates(date(1901, 1, 1), date(2099, 12, 31)),
}


@st.composite
def sheets(draw: st.DrawFn) -> ExportSheet:
    kinds = draw(st.lists(st.sampled_from(list(values)), min_size=2, max_size=4))
    columns = tuple(ExportColumn(f"列{place}", kind) for place, kind in enumerate(kinds))  # type: ignore[arg-type]
    row = st.tuples(*(st.none() | values[kind] for kind in kinds)).filter(
        lambda cells: any(c is not None for c in cells)
    )
    return ExportSheet("表 1", columns, draw(st.lists(row, min_size=1, max_size=6)))


@pytest.fixture(scope="module")
def reader() -> Iterator[SafeReader]:
    with SafeReader() as reader:
        yield reader


def cells_of(reader: SafeReader, path: Path) -> list[list[str | None]]:
    book = reader.read(SourceFile(path), SILENT)
    (sheet,) = book.sheets
    return [list(row.values()) for row in sheet.cells.to_pylist()]


def shown(value: Any, kind: str) -> Any:
    """Return a value as what it means, however it is printed."""
    if value is None:
        return None
    if kind in ("integer", "money"):
        return round(float(value) * 100)
    return str(value)[:10] if kind == "date" else str(value)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheet=sheets())
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_that_a_written_table_is_read_again_as_it_was(
    reader: SafeReader, tmp_path: Path, suffix: str, sheet: ExportSheet
) -> None:
    path = tmp_path / f"表.{suffix}"
    if suffix == "csv":
        write_csv(path, sheet)
    else:
        write_workbook(path, [sheet])
    header, *rows = cells_of(reader, path)
    assert header == [column.header for column in sheet.columns]
    kinds = [column.kind for column in sheet.columns]
    plain = [
        [
            unguarded(cell) if cell and kind == "text" and suffix == "csv" else cell
            for cell, kind in zip(row, kinds, strict=True)
        ]
        for row in rows
    ]
    again = [[shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in plain]
    assert again == [[shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in sheet.rows]


def unguarded(text: str) -> str:
    return text.removeprefix("'")


@given(st.text())
def test_that_guarding_text_can_always_be_undone_and_starts_no_formula(content: str) -> None:
    assert unguarded(guarded(content)) == content
    assert not guarded(content).startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("value", "kind", "printed"),
    [
        (12.5, "money", "12.50"),
        (-3, "integer", "-3"),
        (12.0, "number", "12"),
        (0.03333, "percent", "0.03333"),
        (None, "money", ""),
        ("-5", "text", "'-5"),
        (datetime(2026, 6, 18, 1, 2, 3), "datetime", "2026-06-18 01:02:03"),
    ],
)
def test_that_a_cell_is_printed_for_machines(value: Any, kind: Any, printed: str) -> None:
    assert cell_text(value, kind) == printed


def test_that_ids_of_any_length_stay_text_in_excel(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "ids.xlsx"
    write_workbook(path, [ExportSheet("a/b", (ExportColumn("id"), ExportColumn("n", "integer")), [["0012", 10**18]])])
    book = load_workbook(path)
    assert [cell.value for cell in list(book.active.rows)[1]] == ["0012", str(10**18)]
    assert book.sheetnames == ["a b"]
