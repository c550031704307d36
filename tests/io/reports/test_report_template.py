from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.workbook.defined_name import DefinedName

from shopdesk.app.kpi.reports.names import TemplateRefused, known_names
from shopdesk.io.reports.template import fill_template, names_workbook

VALUES: dict[str, str | float | date | None] = {
    "shopdesk_pay_amount": 2000.8,
    "shopdesk_pay_amount_change": -0.0859,
    "shopdesk_shop": "=坚果 & <店>",
    "shopdesk_period_start": date(2026, 6, 22),
    "shopdesk_visitors": None,
}


def template(names: dict[str, str], prepare: Any = lambda _sheet: None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "日报 'A'"
    prepare(sheet)
    for name, place in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=place)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def at(cell: str) -> str:
    return f"'日报 ''A'''!{cell}"


def read(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_that_named_cells_are_filled_with_real_numbers_dates_and_plain_text() -> None:
    def prepare(sheet: Any) -> None:
        sheet["B2"] = "?"
        sheet["B2"].number_format = "#,##0.00"
        sheet["C5"] = "x"
        sheet["C5"].number_format = "yyyy-mm-dd"

    names = {
        "shopdesk_pay_amount": at("$B$2"),
        "shopdesk_shop": at("$D$9"),
        "shopdesk_period_start": at("$C$5"),
        "ShopDesk_Pay_Amount_Change": at("$A$2"),
    }
    data, filled = fill_template(template(names, prepare), VALUES)
    sheet = read(data)
    assert sheet["B2"].value == 2000.8
    assert sheet["B2"].number_format == "#,##0.00"
    assert sheet["C5"].value.date() == date(2026, 6, 22)
    assert sheet["A2"].value == -0.0859
    assert (sheet["D9"].value, sheet["D9"].data_type) == ("=坚果 & <店>", "s")
    assert sorted(filled.names) == sorted(
        ["shopdesk_pay_amount", "shopdesk_shop", "shopdesk_period_start", "shopdesk_pay_amount_change"]
    )


def test_that_unknown_names_ranges_and_empty_figures_are_reported() -> None:
    names = {
        "shopdesk_pay_amuont": at("$A$1"),
        "shopdesk_pay_buyers": at("$A$1:$B$2"),
        "shopdesk_visitors": at("$A$3"),
        "mine": at("$A$4"),
    }
    _data, filled = fill_template(template(names, lambda sheet: sheet.append(["old"])), VALUES)
    assert filled.unknown == ("shopdesk_pay_amuont",)
    assert filled.misplaced == ("shopdesk_pay_buyers",)
    assert filled.empty == ("shopdesk_visitors",)


def test_that_a_figure_that_is_not_there_leaves_no_old_number_behind() -> None:
    def prepare(sheet: Any) -> None:
        sheet["A3"] = 12345

    data, _filled = fill_template(template({"shopdesk_visitors": at("$A$3")}, prepare), VALUES)
    assert read(data)["A3"].value is None


def test_that_everything_else_of_the_template_stays_byte_by_byte() -> None:
    def prepare(sheet: Any) -> None:
        for row in range(1, 6):
            sheet.append([row, row * 2])
        sheet["F1"] = "=SUM(B1:B5)"
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5))
        sheet.add_chart(chart, "H2")

    given_file = template({"shopdesk_pay_amount": at("$D$1")}, prepare)
    data, _filled = fill_template(given_file, VALUES)
    with zipfile.ZipFile(io.BytesIO(given_file)) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
        assert old.namelist() == new.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    sheet = read(data)
    assert sheet["F1"].value == "=SUM(B1:B5)"
    assert [cell.value for cell in sheet[3]][:2] == [3, 6]
    assert len(sheet._charts) == 1


def test_that_the_formulas_of_the_template_are_computed_anew_when_it_is_opened() -> None:
    data, _filled = fill_template(template({"shopdesk_pay_amount": at("$D$1")}), VALUES)
    assert openpyxl.load_workbook(io.BytesIO(data)).calculation.fullCalcOnLoad


@given(st.integers(1, 40), st.integers(1, 60), st.sets(st.tuples(st.integers(1, 40), st.integers(1, 60)), max_size=12))
def test_that_any_cell_can_be_filled_whatever_stands_around_it(
    row: int, column: int, others: set[tuple[int, int]]
) -> None:
    def prepare(sheet: Any) -> None:
        for place in others:
            sheet.cell(*place, "x")

    name = openpyxl.utils.get_column_letter(column)
    data, _filled = fill_template(template({"shopdesk_pay_amount": at(f"${name}${row}")}, prepare), VALUES)
    sheet = read(data)
    assert sheet.cell(row, column).value == 2000.8
    rest = {(cell.row, cell.column) for line in sheet.iter_rows() for cell in line if cell.value == "x"}
    assert rest == others - {(row, column)}


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "no_workbook"), (b"PK\x03\x04broken", "no_workbook"), (template({}), "no_names")]
)
def test_that_a_file_that_cannot_be_filled_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        fill_template(data, VALUES)
    assert refused.value.code == code


def test_that_a_zip_that_is_no_workbook_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(TemplateRefused):
        fill_template(buffer.getvalue(), VALUES)


def test_that_the_list_of_names_is_itself_a_template_with_all_of_them() -> None:
    names = known_names()
    made = names_workbook("模板名称", [(name, "含义") for name in names], ("单元格名称", "含义", "数值"))
    _data, filled = fill_template(made, dict.fromkeys(names, 1.0))
    assert filled.names == names
    assert not filled.unknown
