"""CSV and TSV as platforms, spreadsheets and broken tools write them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.io.reading.delimited import read_delimited
from shopdesk.io.reading.events import Cells, Problem, TextEncoding
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.reader import joined
from shopdesk.io.reading.text_layout import find_layout
from tests.io.reading.conftest import Read, codes, rows

REPORT = "日期,计划名字,词名字/词包名字,花费\r\n2026/06/19,夏季上新,连衣裙 女,12.50\r\n2026/06/19,夏季上新,00012,\r\n"
CELLS = [
    ["日期", "计划名字", "词名字/词包名字", "花费"],
    ["2026/06/19", "夏季上新", "连衣裙 女", "12.50"],
    ["2026/06/19", "夏季上新", "00012", None],
]
BIG5 = "日期,關鍵詞,點擊量,花費\n2026/06/19,連衣裙,夏季優惠,點擊轉化率與廣告費用\n" * 3


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("gb18030", b"", "gb18030"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_that_every_usual_encoding_is_found(read: Read, encoding: str, mark: bytes, name: str) -> None:
    book = read(mark + REPORT.encode(encoding) + "\r\n".encode(encoding), "关键词报表.csv")
    assert rows(book.sheets[0]) == CELLS
    assert (book.format, book.encoding, codes(book)) == ("text", name, [])


def test_that_big5_is_read_only_when_asked_for_but_doubted(read: Read) -> None:
    guessed = read(BIG5.encode("big5"))
    assert "file_encoding_doubtful" in codes(guessed) or "file_encoding_unknown" in codes(guessed)
    chosen = read(BIG5.encode("big5"), encoding="big5")
    assert rows(chosen.sheets[0])[1][1] == "連衣裙"
    assert codes(chosen) == []


def test_that_shift_jis_is_read_when_asked_for(read: Read) -> None:
    text = "日付,キーワード\n2026/06/19,ワンピース 夏 レディース\n"
    assert rows(read(text.encode("shift_jis"), encoding="shift_jis").sheets[0])[1][1] == "ワンピース 夏 レディース"


def test_that_rare_characters_do_not_make_gb18030_doubtful(read: Read) -> None:
    text = "买家,商品\n𠮷野家,镕基堃喆 夏季新款连衣裙女装雪纺碎花裙\n"
    assert codes(read(text.encode("gb18030"))) == []


def test_that_a_few_damaged_bytes_cost_those_characters_only(read: Read) -> None:
    content = (REPORT * 40).encode("gb18030")[:-3] + b"\xff\r\n"
    book = read(content)
    assert codes(book) == ["file_encoding_damaged"]
    assert rows(book.sheets[0])[:3] == CELLS


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_that_the_delimiter_is_found(mark: str) -> None:
    text = "\n".join(mark.join(cells) for cells in (["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]))
    assert find_layout(text.encode()).delimiter == mark


def test_that_thousands_separators_do_not_make_a_tsv_a_csv(read: Read) -> None:
    assert rows(read("词\t花费\t展现\nx\t1,391.00\t2,000\ny\t2,222.00\t1,000\n".encode()).sheets[0])[1] == [
        "x", "1,391.00", "2,000",
    ]  # fmt: skip


def test_that_preamble_lines_of_another_width_stay_in_their_rows(read: Read) -> None:
    text = (
        '"Report Name: 关键词"\n"June 1, 2026 - June 2, 2026"\n\nDay,Keyword,Cost\n2026-06-01,a,1\nTotal: account,,1\n'
    )
    assert rows(read(text.encode()).sheets[0]) == [
        ["Report Name: 关键词", None, None],
        ["June 1, 2026 - June 2, 2026", None, None],
        [None, None, None],
        ["Day", "Keyword", "Cost"],
        ["2026-06-01", "a", "1"],
        ["Total: account", None, "1"],
    ]


def test_that_a_regular_body_under_a_preamble_keeps_its_row_numbers(read: Read) -> None:
    text = "标题\n说明,二\n" + "a,b,c\n" + "1,2,3\n" * 5000
    cells = rows(read(text.encode()).sheets[0])
    assert cells[:3] == [["标题", None, None], ["说明", "二", None], ["a", "b", "c"]]
    assert len(cells) == 5003


def test_that_ragged_rows_keep_all_cells(read: Read) -> None:
    text = "a,b\n1,2\n3\n4,5,6\n" + "7,8\n" * 300
    cells = rows(read(text.encode()).sheets[0])
    assert cells[:4] == [["a", "b", None], ["1", "2", None], ["3", None, None], ["4", "5", "6"]]
    assert len(cells) == 304


def test_that_a_line_break_within_quotes_is_part_of_the_cell(read: Read) -> None:
    assert rows(read(b'a,b\n"x\ny","1,2"\n3,4\n').sheets[0]) == [["a", "b"], ["x\ny", "1,2"], ["3", "4"]]


def test_that_an_excel_id_formula_stays_as_it_is_written(read: Read) -> None:
    assert rows(read('订单编号,手机\n="1930123456789012345",\'13800000000\n'.encode()).sheets[0])[1] == [
        '="1930123456789012345"', "'13800000000",
    ]  # fmt: skip


def test_that_an_unclosed_quote_costs_no_other_row(read: Read) -> None:
    text = "a,b\n1,2\n" + '"open,3\n' + "".join(f"{number},x\n" for number in range(2000))
    book = read(text.encode())
    cells = rows(book.sheets[0])
    assert cells[2] == ['"open', "3"]
    assert cells[3:5] == [["0", "x"], ["1", "x"]]
    assert len(cells) == 2003
    assert [(issue.code, issue.place.row) for issue in book.issues] == [("file_unclosed_quote", 3)]


def test_that_nul_bytes_are_taken_out(read: Read) -> None:
    assert rows(read(b"a,b\n1\x00,2\n" + b"3,4\n" * 50).sheets[0])[1] == ["1", "2"]


def test_that_a_separator_line_for_excel_is_no_row(read: Read) -> None:
    assert rows(read(b"sep=;\na;b\n1,5;2\n").sheets[0]) == [["a", "b"], ["1,5", "2"]]


def test_that_blank_lines_keep_row_numbers(read: Read) -> None:
    assert rows(read(b"a,b\n\n1,2\n\n\n").sheets[0]) == [["a", "b"], [None, None], ["1", "2"]]


def test_that_lone_carriage_returns_end_lines(read: Read) -> None:
    assert rows(read(b"a,b\r1,2\r3,4\r").sheets[0]) == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_that_a_single_column_is_a_table(read: Read) -> None:
    assert rows(read("关键词\n连衣裙\n半身裙\n".encode()).sheets[0]) == [["关键词"], ["连衣裙"], ["半身裙"]]


cell_text = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\u2028\u2029\x85"), max_size=8
) | st.sampled_from(["00012", "1,391", 'a"b', "两\n行", "3.88%", "-", "=1+1"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(cell_text, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(["utf-8", "gb18030"])
)
def test_that_any_table_comes_back_as_it_was_written(table: list[list[str]], encoding: str) -> None:
    header = ["日期", "关键词", "花费"]
    buffer = io.StringIO()
    csv.writer(buffer).writerows([header, *table, ["末", "行", "完"]])
    events = list(read_delimited(buffer.getvalue().encode(encoding or "utf-8"), Limits(), encoding=encoding))
    cells = joined([event.batch for event in events if isinstance(event, Cells)])
    read_back = [[value or "" for value in row.values()] for row in cells.to_pylist()]
    assert read_back == [header, *table, ["末", "行", "完"]]
    assert TextEncoding(encoding or "utf-8") in events
    assert not [event for event in events if isinstance(event, Problem)]
