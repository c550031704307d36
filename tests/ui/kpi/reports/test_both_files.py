"""Workbook and PDF of one report are read back: every number of the one stands in the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.kpi.actions import new_action, put_action
from shopdesk.app.kpi.reports.model import Heads, Report, Table, Waterfall
from shopdesk.app.kpi.reports.source import ReportKind
from shopdesk.app.kpi.targets import TargetRow, put_target
from shopdesk.io.reports.workbook import workbook_bytes
from shopdesk.ui.kpi.reports.pages import lay_out
from shopdesk.ui.kpi.reports.pdf import pdf_bytes
from tests.ui.kpi.reports.pdf_text import PdfText, read_pdf
from tests.ui.kpi.reports.report_shop import DAYS, add_ads, add_orders, fill, report
from tests.ui.stage import END, Stage

A4_POINTS = (0.0, 0.0, 595.0, 842.0)
LANGUAGES = ("zh_CN", "en")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Stage]:
    made = fill(Stage(tmp_path_factory.mktemp("shop") / "坚果 店.shopdesk"))
    yield made
    made.workspace.close()


def printed(value: Any, number_format: str) -> str:
    """Return a cell as the PDF would print it, from its value and Excel format alone."""
    if isinstance(value, (date, datetime)):
        return f"{value:%Y-%m-%d}"
    positive = number_format.split(";", maxsplit=1)[0]
    places = len(positive.partition(".")[2].partition('"')[0].rstrip("%")) if "." in positive else 0
    shown = value * 100 if "%" in positive else value
    text = f"{abs(shown):,.{places}f}"
    is_zero = not any(digit in text for digit in "123456789")
    sign = "" if is_zero else "−" if shown < 0 else "+" if positive.startswith("+") else ""
    unit = positive.split('"')[1] if '"' in positive else ""
    return f"{sign}{text}" + (" %" if "%" in positive else f" {unit}" if unit else "")


def numbers(sheet: Any) -> list[str]:
    """Return every number and date of a sheet as it would be printed."""
    return [
        printed(cell.value, cell.number_format)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, (int, float, date)) and not isinstance(cell.value, bool)
    ]


def printed_sheets(made: Report) -> list[str]:
    return [block.title for block in made.blocks() if isinstance(block, Table) and block.pages]


def stands_in(text: str, runs: list[str]) -> bool:
    return any(run == text or run.startswith(f"{text} ") or f" {text}" in run for run in runs)


def missing_numbers(book: Any, made: Report, pdf: PdfText) -> list[tuple[str, str]]:
    runs = [run for page in pdf.pages for run in page]
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    found = []
    for title in printed_sheets(made):
        plain = title.replace(":", " ").replace("/", " ")[:20]
        sheet = next(sheet for name, sheet in sheets.items() if name[:20] == plain)
        found += [(title, text) for text in numbers(sheet) if not stands_in(text, runs)]
    causes = book["归因" if made.language == "zh_CN" else "Cause"]
    found += [("causes", text) for text in numbers(causes) if text != "0.00" and not stands_in(text, runs)]
    overview = book.worksheets[0]
    for row in overview.iter_rows(min_row=5, max_row=4 + len(made.figures_shown())):
        for cell in (row[1], row[3]):
            if isinstance(cell.value, (int, float)):
                text = printed(cell.value, cell.number_format)
                found += [] if stands_in(text, runs) else [(str(row[0].value), text)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(ReportKind))
def test_that_every_number_of_the_workbook_stands_in_the_pdf(shop: Stage, kind: ReportKind, language: str) -> None:
    made = report(shop, kind, language=language)
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(made)), data_only=True)
    pdf = read_pdf(pdf_bytes(made))
    assert missing_numbers(book, made, pdf) == []
    heads = [block for block in made.blocks() if isinstance(block, Heads)]
    assert heads, "a report without headline figures compares nothing"


def test_that_the_comparison_would_notice_a_wrong_number(shop: Stage) -> None:
    made = report(shop, ReportKind.MONTHLY)
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(made)), data_only=True)
    pdf = read_pdf(pdf_bytes(made))
    book.worksheets[0].cell(5, 2).value += 1
    assert len(missing_numbers(book, made, pdf)) == 1


def test_that_the_pdf_is_a4_with_its_font_embedded_and_its_pages_numbered(shop: Stage) -> None:
    made = report(shop, ReportKind.MONTHLY)
    pdf = read_pdf(pdf_bytes(made))
    assert pdf.media_box == A4_POINTS
    assert {name.partition("+")[2] for name in pdf.fonts} == {"ShopDeskReport-Regular", "ShopDeskReport-Bold"}
    assert pdf.embedded == len(pdf.fonts)
    for number, page in enumerate(pdf.pages, start=1):
        assert f"第 {number} 页，共 {len(pdf.pages)} 页" in page
        assert any(run.startswith(made.as_of) for run in page)


def test_that_the_day_fits_on_one_page_with_its_text_readable(shop: Stage) -> None:
    pdf = read_pdf(pdf_bytes(report(shop, ReportKind.DAILY)))
    assert len(pdf.pages) == 1
    assert {"经营日报", "坚果 店", "核心数据"} <= set(pdf.pages[0])
    assert "\ufffd" not in pdf.all()


def test_that_a_full_day_still_fits_on_one_page(tmp_path: Path, qapp: object) -> None:
    made = Stage(tmp_path / "坚果旗舰专营店官方直营.shopdesk")
    made.add_shop(days=DAYS, last=30)
    add_ads(made)
    add_orders(made)
    for place in range(8):
        action = replace(new_action("aov", title=f"把主图和标题都换成第 {place} 版"), owner="小李", due=END)
        made.workspace.apply(put_action(action))
    for metric, value in (("pay_amount", 3e5), ("pay_cvr", 0.03), ("visitors", 9e4)):
        made.workspace.apply(put_target(TargetRow(metric, date(2026, 4, 1), date(2026, 4, 30), value)))
    for language in LANGUAGES:
        pages = lay_out(report(made, ReportKind.DAILY, language=language))
        assert pages.count == 1
        assert pages.density >= 0.7, "smaller print can't be read"
    made.workspace.close()


def test_that_a_character_beyond_the_shipped_font_is_printed_all_the_same(
    shop: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    made = Stage(tmp_path / "龘靐店.shopdesk")
    made.add_shop(days=60)
    pdf = read_pdf(pdf_bytes(report(made, ReportKind.DAILY)))
    made.workspace.close()
    assert "店" in pdf.all()


def test_that_the_waterfall_cell_is_the_sum_of_its_parts_by_formula(shop: Stage) -> None:
    made = report(shop, ReportKind.WEEKLY)
    data = workbook_bytes(made)
    formulas, values = (openpyxl.load_workbook(io.BytesIO(data), data_only=only)["归因"] for only in (False, True))
    fall = next(block for block in made.blocks() if isinstance(block, Waterfall))
    last = 3 + len(fall.steps) + 1
    assert formulas.cell(last, 2).value == f"=B3+SUM(B4:B{last - 1})"
    parts = [values.cell(row, 2).value for row in range(3, last)]
    assert round(sum(parts), 2) == values.cell(last, 2).value == values.cell(last + 1, 2).value
    assert values.cell(last + 2, 2).value == 0


def test_that_ratios_are_live_formulas_with_their_value_beside(shop: Stage) -> None:
    made = report(shop, ReportKind.WEEKLY)
    data = workbook_bytes(made)
    formulas, values = (openpyxl.load_workbook(io.BytesIO(data), data_only=only)["推广"] for only in (False, True))
    headers = [cell.value for cell in formulas[1]]
    rate, clicks, seen = (headers.index(name) + 1 for name in ("点击率", "点击量", "展现量"))
    for row in range(2, formulas.max_row + 1):
        assert str(formulas.cell(row, rate).value).startswith("=IFERROR(")
        expected = values.cell(row, clicks).value / values.cell(row, seen).value
        assert values.cell(row, rate).value == pytest.approx(expected, abs=1e-12)


def test_that_text_never_becomes_a_formula(shop: Stage) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(report(shop, ReportKind.WEEKLY))))
    cell = next(cell for row in book["推广"].iter_rows() for cell in row if cell.value == "=cmd()")
    assert cell.data_type == "s"


def test_that_the_workbook_has_tables_charts_a_hidden_source_and_no_macros(shop: Stage) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(report(shop, ReportKind.MONTHLY))))
    assert book["明细"].tables
    assert book["明细"].freeze_panes == "B2"
    assert len(book["概览"]._charts) >= 4
    hidden = book["_source"]
    assert hidden.sheet_state == "hidden"
    hashes = {hidden.cell(row, 3).value for row in range(6, hidden.max_row + 1)}
    assert {record.sha256 for record in shop.workspace.imports()} == hashes
    assert book.vba_archive is None
    assert [cell.value for cell in book["口径"][1]][:2] == ["指标", "算法"]
