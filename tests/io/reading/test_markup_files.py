# ruff: noqa: E501 - markup is easier to read on one line
"""HTML and SpreadsheetML 2003 that tools save under .xls."""

from __future__ import annotations

import pytest

from tests.io.reading.conftest import Read, codes, rows
from tests.io.reading.hostile import xml2003

TABLE = (
    "<table><tr><th>来源</th><th colspan=2>访客数</th></tr><tr><td rowspan=2>搜索</td><td>1,391</td><td>3.88%</td></tr>"
    "<tr><td>00012</td><td>a&amp;b<br>c&nbsp;</td></tr></table>"
)
CELLS = [["来源", "访客数", None], ["搜索", "1,391", "3.88%"], [None, "00012", "a&b\nc"]]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_that_an_html_table_gives_its_cells(read: Read, encoding: str) -> None:
    charset = "gbk" if encoding == "gb18030" else encoding
    book = read(f'<html><meta charset="{charset}"><style>td{{}}</style><body>{TABLE}</body></html>'.encode(encoding))
    assert rows(book.sheets[0]) == CELLS
    assert (book.format, codes(book)) == ("html", [])


def test_that_a_bare_table_cut_off_in_the_middle_gives_the_rows_so_far(read: Read) -> None:
    assert rows(read(b"<table><tr><td>a<td>b<tr><td>1<td>2").sheets[0]) == [["a", "b"], ["1", "2"]]


def test_that_each_outermost_table_is_a_sheet(read: Read) -> None:
    content = "<html><table><tr><td>a<table><tr><td>inner</td></tr></table></td></tr></table><table><tr><td>b</td></tr></table>"
    sheets = read(content.encode()).sheets
    assert [rows(sheet) for sheet in sheets] == [[["ainner"]], [["b"]]]


def test_that_spreadsheetml_gives_its_cells_in_their_places(read: Read) -> None:
    body = (
        '<Row><Cell><Data ss:Type="String">日期</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">花费</Data></Cell></Row>'
        '<Row ss:Index="4"><Cell><Data ss:Type="DateTime">2026-04-19T00:00:00.000</Data></Cell>'
        '<Cell ss:MergeAcross="1"><Data ss:Type="Number">12.50</Data></Cell><Cell><Data ss:Type="String">0012</Data></Cell></Row>'
    )
    book = read(xml2003(body))
    assert book.format == "xml2003"
    assert book.sheets[0].name == "表"
    assert rows(book.sheets[0]) == [
        ["日期", None, "花费", None],
        [None, None, None, None],
        [None, None, None, None],
        ["2026-04-19 00:00:00", "12.5", None, "0012"],
    ]


def test_that_spreadsheetml_in_gb2312_is_read(read: Read) -> None:
    content = xml2003(
        '<Row><Cell><Data ss:Type="String">关键词</Data></Cell></Row>', head='<?xml version="1.0" encoding="gb2312"?>'
    )
    assert rows(read(content.decode().encode("gb18030")).sheets[0]) == [["关键词"]]
