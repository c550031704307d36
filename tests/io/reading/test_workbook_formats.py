# ruff: noqa: E501 - cells have no time zone; a cell is easier to read on one line
"""Every workbook format gives the same text for the same cells."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
import xlwt

from tests.io.reading.conftest import Read, codes, rows
from tests.io.reading.workbooks import inline, ods, packed, worksheet, xlsb, xlsx, xlsx_entries


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def one_cell(value: object, number_format: str = "General") -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.active["A1"].number_format = number_format
    return saved(book)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("00012", "General", "00012"),
        ("1934567890123456789", "General", "1934567890123456789"),
        ("00000000", "General", "00000000"),
        ("3.88%", "General", "3.88%"),
        (0.0388, "0.00%", "0.0388"),
        (34895.0, "General", "34895"),
        (0.1 + 0.2, "General", "0.3"),
        (650000000012, "General", "650000000012"),
        (1391, "#,##0", "1391"),
        (-5, "General", "-5"),
        (dt.datetime(2026, 4, 19), "yyyy-mm-dd", "2026-04-19 00:00:00"),
        (46131, 'yyyy"年"m"月"d"日"', "2026-04-19 00:00:00"),
        (dt.datetime(2026, 4, 19, 13, 5, 7), "yyyy-mm-dd hh:mm:ss", "2026-04-19 13:05:07"),
        (dt.time(13, 5), "hh:mm", "13:05:00"),
        ("  x ", "General", "  x "),
        ("a\nb", "General", "a\nb"),
        (True, "General", "true"),
    ],
)
def test_that_a_cell_keeps_its_meaning_as_text(read: Read, value: object, number_format: str, text: str) -> None:
    book = read(one_cell(value, number_format))
    assert rows(book.sheets[0]) == [[text]]
    assert book.format == "xlsx"
    assert codes(book) == []


def test_that_an_order_number_damaged_by_excel_can_be_told_from_a_sound_one(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active.append(["1934567890123456789"])
    book.active.append([1934567890123456789])
    assert rows(read(saved(book)).sheets[0]) == [["1934567890123456789"], ["1.93456789012346E+18"]]


def test_that_rows_and_columns_stand_where_excel_shows_them(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active["C5"] = "表头"
    book.active["D8"] = 1
    sheet = read(saved(book)).sheets[0]
    assert sheet.first_row == 1
    assert rows(sheet)[4] == [None, None, "表头", None]
    assert rows(sheet)[7] == [None, None, None, "1"]
    assert len(rows(sheet)) == 8


def test_that_all_sheets_come_in_order_with_their_visibility(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active.title = "全店流量来源"
    book.active["A1"] = 1
    hidden = book.create_sheet("分载体流量来源")
    hidden["A1"] = 2
    hidden.sheet_state = "hidden"
    book.create_sheet("空表")
    sheets = read(saved(book)).sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("全店流量来源", False), ("分载体流量来源", True)]


def test_that_a_merged_cell_gives_its_text_once(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "淘内免费"
    book.active["B3"] = "x"
    book.active.merge_cells("A1:A3")
    assert rows(read(saved(book)).sheets[0]) == [["淘内免费", None], [None, None], [None, "x"]]


def test_that_a_formula_gives_its_stored_value_and_one_without_is_reported(read: Read) -> None:
    cells = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1+1</f></c><c r="C1"><f>A1</f><v></v></c>'
        '<c r="D1" t="str"><f>IF(1,"")</f><v></v></c><c r="E1"><v>9</v></c></row>'
    )
    book = read(xlsx(cells))
    assert rows(book.sheets[0]) == [["2", None, None, None, "9"]]
    assert [(issue.code, issue.place.row, issue.place.column, issue.values["count"]) for issue in book.issues] == [
        ("file_formulas_without_value", 1, "B", 2)
    ]


def test_that_error_cells_are_missing_and_reported(read: Read) -> None:
    book = read(xlsx('<row r="7"><c r="B7" t="e"><v>#DIV/0!</v></c><c r="C7"><v>1</v></c></row>'))
    assert rows(book.sheets[0])[6] == [None, None, "1"]
    assert [(issue.code, issue.place.row, issue.place.column) for issue in book.issues] == [
        ("file_error_cells", 7, "B")
    ]


def test_that_a_wrong_dimension_record_hides_no_row(read: Read) -> None:
    entries = xlsx_entries("")
    entries["xl/worksheets/sheet1.xml"] = worksheet(
        "".join(f'<row r="{row}">{inline(f"A{row}", "a")}{inline(f"B{row}", "b")}</row>' for row in range(1, 6)),
        dimension='<dimension ref="A1"/>',
    )
    assert rows(read(packed(entries)).sheets[0]) == [["a", "b"]] * 5


def test_that_a_biff_workbook_gives_its_cells(read: Read) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("【生意参谋平台】1")
    sheet.write(4, 0, "商品ID")
    sheet.write(5, 0, 650000000012.0)
    sheet.write(6, 0, "1,391")
    sheet.write(7, 0, 0.0388, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(8, 0, dt.datetime(2026, 4, 19), xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    sheet.write(9, 0, "夏\0装")
    hidden = book.add_sheet("说明")
    hidden.visibility = 1
    hidden.write(0, 0, "x")
    buffer = io.BytesIO()
    book.save(buffer)
    result = read(buffer.getvalue(), "商品_全部.csv")
    assert result.format == "xls"
    assert [cells[0] for cells in rows(result.sheets[0])] == [
        *[None] * 4, "商品ID", "650000000012", "1,391", "0.0388", "2026-04-19 00:00:00", "夏装",
    ]  # fmt: skip
    assert [sheet.hidden for sheet in result.sheets] == [False, True]


def test_that_a_binary_workbook_gives_its_cells(read: Read) -> None:
    book = read(xlsb([["关键词", "花费"], ["连衣裙", 12.5], ["00012", 3.0]]))
    assert book.format == "xlsb"
    assert rows(book.sheets[0]) == [["关键词", "花费"], ["连衣裙", "12.5"], ["00012", "3"]]


def test_that_an_open_document_gives_its_cells(read: Read) -> None:
    table = (
        "<table:table-row>"
        '<table:table-cell office:value-type="string"><text:p>日期</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>00012</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        "</table:table-row><table:table-row>"
        '<table:table-cell office:value-type="date" office:date-value="2026-04-19"><text:p>4/19</text:p></table:table-cell>'
        '<table:table-cell office:value-type="percentage" office:value="0.0388"><text:p>3.88%</text:p></table:table-cell>'
        "</table:table-row>"
    )
    book = read(ods(table))
    assert book.format == "ods"
    assert book.sheets[0].name == "表一"
    cells = rows(book.sheets[0])
    assert cells[0] == ["日期", "00012"]
    assert cells[3][1] == "0.0388"
    assert str(cells[3][0]).startswith("2026-04-19")


def test_that_the_second_reader_reads_what_the_fast_one_refuses(read: Read) -> None:
    cells = f'<row r="1">{inline("A1", "花费")}</row><row r="2"><c r="A2"><v>1,234.50</v></c></row>'
    book = read(xlsx(cells))
    assert rows(book.sheets[0]) == [["花费"], ["1,234.50"]]
    assert set(codes(book)) <= {"file_second_parser"}


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".txt", "", ".pdf"])
def test_that_the_extension_does_not_matter(read: Read, suffix: str) -> None:
    assert read(one_cell("x"), f"a{suffix}").format == "xlsx"


def test_that_a_path_with_chinese_and_blanks_is_read(read: Read, tmp_path: Path) -> None:
    folder = tmp_path / "我的 店铺 数据" / "～2026 年"
    folder.mkdir(parents=True)
    path = folder / "关键词报表（日） 1.xlsx"
    path.write_bytes(one_cell("好"))
    book = read(path)
    assert rows(book.sheets[0]) == [["好"]]
    assert book.size_bytes == path.stat().st_size
    assert len(book.sha256) == 64
