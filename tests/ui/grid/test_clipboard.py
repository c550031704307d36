"""What goes to the clipboard comes back, and what Excel puts there is read as Excel means it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.ui.grid.clipboard import format_cells, format_html, parse_cells

CELLS = st.text(alphabet=st.sampled_from('ab,\t\n" 坚果=\u2028\x0b'), max_size=6)
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(BLOCKS)
def test_that_any_block_comes_back_as_it_was(block: list[list[str]]) -> None:
    assert parse_cells(format_cells(block)) == block


@given(BLOCKS)
def test_that_a_block_survives_windows_line_ends(block: list[list[str]]) -> None:
    assert parse_cells(format_cells(block).replace("\n", "\r\n")) == block


@given(st.text(max_size=60))
def test_that_no_text_breaks_the_parser(text: str) -> None:
    assert all(isinstance(cell, str) for row in parse_cells(text) for cell in row)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("每日坚果", [["每日坚果"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\r\n\r\n", [["a"], [""]]),
        ("\t\r\n", [["", ""]]),
        ('"两行\n文字"\tb\r\n', [["两行\n文字", "b"]]),
        ('"say ""hi"""\tb', [['say "hi"', "b"]]),
        ('5" tube\tb', [['5" tube', "b"]]),
        ('"big" box\tb', [['"big" box', "b"]]),
        ('"never closed\tb', [['"never closed', "b"]]),
        ("a\rb", [["a"], ["b"]]),
    ],
)
def test_that_clipboard_text_is_read_as_excel_means_it(text: str, cells: list[list[str]]) -> None:
    assert parse_cells(text) == cells


def test_that_one_cell_has_no_line_end() -> None:
    assert format_cells([["坚果"]]) == "坚果"


def test_that_line_breaks_of_all_systems_become_one() -> None:
    assert parse_cells(format_cells([["a\r\nb\rc"]])) == [["a\nb\nc"]]


def test_that_the_html_form_keeps_ids_as_text_and_escapes_marks() -> None:
    table = format_html([["00123456789012345678", "<3>"]], text_columns=[True, False])
    assert "mso-number-format:'\\@'\">00123456789012345678</td>" in table
    assert "<td>&lt;3&gt;</td>" in table
