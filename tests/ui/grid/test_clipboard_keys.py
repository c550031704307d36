"""Copy, paste, clear and fill: one step each, the good cells in, the others named."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from shopdesk.ui.grid import NumberFilter, SortKey
from shopdesk.ui.grid.selection import Block
from tests.ui.grid.desk import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def test_that_copy_takes_shown_columns_in_shown_order(desk: Desk) -> None:
    header = desk.view.horizontalHeader()
    header.moveSection(header.visualIndex(4), 1)  # 备注 beside 原词
    desk.view.show_column(1, shown=False)
    desk.select(0, "word", 1, "bid")
    desk.key(Key.Key_C, CTRL)
    assert desk.clipboard() == "每日坚果\t\t1.25\n坚果礼盒\t复核\t1.10\n"


def test_that_copy_quotes_cells_and_can_take_headers(desk: Desk) -> None:
    desk.select(3, "note", 3, "rate")
    desk.key(Key.Key_C, CTRL, SHIFT)
    assert desk.clipboard() == '备注\t转化率 %\n"a\tb"\t5.00%\n'
    assert "mso-number-format" in QGuiApplication.clipboard().mimeData().html()


def test_that_missing_values_are_copied_as_nothing(desk: Desk) -> None:
    desk.at(2, "cost")
    desk.key(Key.Key_C, CTRL)
    assert desk.clipboard().strip() == ""
    desk.at(0, "bid")
    desk.key(Key.Key_V, CTRL)
    assert desk.model.value(0, 2) is None


def test_that_one_value_fills_the_selection_in_one_step(desk: Desk) -> None:
    desk.clipboard("2.5")
    desk.select(0, "bid", 2, "bid")
    desk.key(Key.Key_V, CTRL)
    assert desk.column("bid")[:3] == ["2.50", "2.50", "2.50"]
    assert [(batch.name, len(batch)) for batch in desk.batches] == [("Paste 3 cells", 3)]


def test_that_a_block_goes_in_by_sorted_and_filtered_rows(desk: Desk) -> None:
    desk.model.set_sort([SortKey("cost", descending=True)])
    desk.model.set_filter("cost", NumberFilter(low=1))
    desk.at(1, "bid")
    desk.clipboard("1\r\n2\r\n3\r\n")
    desk.key(Key.Key_V, CTRL)
    assert [(cell.key, cell.new) for cell in desk.batches[0]] == [("坚果礼盒", 100), ("Apple", 200), ("芝麻", 300)]
    assert desk.view.blocks() == [Block(1, 3, (2,))]


def test_that_bad_cells_are_named_and_the_rest_goes_in(desk: Desk) -> None:
    desk.clipboard("2\n贵\n500\n")
    desk.at(0, "bid")
    desk.key(Key.Key_V, CTRL)
    assert [cell.new for cell in desk.batches[0]] == [200]
    bar = desk.panel.problems
    assert bar.isVisible()
    assert bar.lines() == [
        "Row 2, 出价 元, “贵”: not a number",
        "Row 3, 出价 元, “500”: must be from 0.05 to 99",
    ]


def test_that_cells_that_cannot_be_edited_are_skipped_and_counted(desk: Desk) -> None:
    desk.clipboard("9\t1\n9\t2\n")
    desk.at(0, "cost")
    desk.key(Key.Key_V, CTRL)
    assert [cell.new for cell in desk.batches[0]] == [100, 200]
    assert desk.panel.problems.text == "Cells skipped because they can't be edited: 2"


def test_that_hidden_columns_are_passed_over(desk: Desk) -> None:
    desk.view.show_column(3, shown=False)
    desk.clipboard("2\t改价\n")
    desk.at(0, "bid")
    desk.key(Key.Key_V, CTRL)
    assert [(cell.column, cell.new) for cell in desk.batches[0]] == [("bid", 200), ("note", "改价")]


def test_that_a_block_repeats_over_a_selection_of_whole_multiples(desk: Desk) -> None:
    desk.clipboard("1\n2\n")
    desk.select(0, "bid", 3, "bid")
    desk.key(Key.Key_V, CTRL)
    assert desk.column("bid")[:4] == ["1.00", "2.00", "1.00", "2.00"]


def test_that_what_does_not_fit_below_is_said(desk: Desk) -> None:
    desk.clipboard("1\n2\n3\n")
    desk.at(4, "bid")
    desk.key(Key.Key_V, CTRL)
    assert desk.column("bid")[4:] == ["1.00", "2.00"]
    assert desk.panel.problems.text == "Rows left out because the table ends: 1"


def test_that_copied_percentages_come_back_as_they_were(desk: Desk) -> None:
    desk.at(0, "rate")
    desk.key(Key.Key_C, CTRL)
    desk.at(1, "rate")
    desk.key(Key.Key_V, CTRL)
    assert desk.model.value(1, 5) == 0.0388


def test_that_delete_empties_and_cut_copies_first(desk: Desk) -> None:
    desk.select(0, "bid", 1, "bid")
    desk.key(Key.Key_Delete)
    assert desk.column("bid")[:2] == ["—", "—"]
    desk.at(2, "bid")
    desk.key(Key.Key_X, CTRL)
    assert desk.clipboard() == "0.90"
    assert [batch.name for batch in desk.batches] == ["Clear 2 cells", "Cut 1 cell"]


def test_that_fill_down_repeats_the_first_row_or_the_row_above(desk: Desk) -> None:
    desk.select(0, "bid", 2, "bid")
    desk.key(Key.Key_D, CTRL)
    assert desk.column("bid")[:3] == ["1.25", "1.25", "1.25"]
    desk.at(5, "bid")
    desk.key(Key.Key_D, CTRL)
    assert desk.column("bid")[5] == "1.50"


def test_that_fill_right_goes_through_text(desk: Desk) -> None:
    desk.select(1, "note", 1, "rate")
    desk.key(Key.Key_R, CTRL)
    assert desk.batches == []
    assert desk.panel.problems.text.endswith("“复核”: not a number")


def test_that_the_fill_handle_repeats_a_pattern(desk: Desk) -> None:
    desk.view.actions_.fill_to(Block(0, 1, (2,)), Block(0, 4, (2,)))
    assert desk.column("bid")[:5] == ["1.25", "1.10", "1.25", "1.10", "1.25"]
    assert [(batch.name, len(batch)) for batch in desk.batches] == [("Fill 3 cells", 3)]


def test_that_pasting_the_same_values_is_no_step(desk: Desk) -> None:
    desk.select(0, "bid", 2, "quad")
    desk.key(Key.Key_C, CTRL)
    desk.key(Key.Key_V, CTRL)
    assert desk.batches == []
