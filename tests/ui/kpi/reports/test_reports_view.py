from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QDate, QPointF
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.kept_board import find_board
from shopdesk.app.kpi.own_days import calendar_of
from shopdesk.app.kpi.reports.model import Report
from shopdesk.app.kpi.reports.names import Filled
from shopdesk.domain.kpi.catalogue import Catalogue
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.reports.view import View
from shopdesk.ui.kpi.view import BoardState
from tests.ui.kpi.reports.report_shop import MADE_AT
from tests.ui.stage import END, Stage


@dataclass
class Files:
    """Remembers what is to be written."""

    written: list[tuple[Path, Report]] = field(default_factory=list)
    filled: list[tuple[Path, Path]] = field(default_factory=list)
    named: list[tuple[Path, str]] = field(default_factory=list)

    def write(self, path: Path, report: Report) -> None:
        self.written.append((path, report))

    def fill(self, path: Path, report: Report, template: Path) -> Filled:
        assert report.figures
        self.filled.append((path, template))
        return Filled(("shopdesk_pay_amount",), ("shopdesk_nothing",), (), ())

    def write_names(self, path: Path, language: str, metrics: Catalogue) -> None:
        assert metrics
        self.named.append((path, language))


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, files: Files) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.context.services = SimpleNamespace(  # type: ignore[assignment]
        reports=files, now=lambda: MADE_AT, today=MADE_AT.date, word_issue=lambda issue, _l: issue.code
    )
    made.add_shop(days=100)
    yield made
    made.workspace.close()


def state_of(stage: Stage, day: date | None = END) -> BoardState:
    board = find_board(stage.workspace, SILENT).board
    period = Period(END - timedelta(days=27), END)
    return BoardState(board, period, day, Comparison.PREVIOUS, calendar_of(stage.workspace))


def view_of(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    view.show_board(state_of(stage))
    return view


def choose_file(monkeypatch: pytest.MonkeyPatch, target: Path, opened: Path | None = None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(opened or ""), ""))


def test_that_the_view_opens_with_yesterday_on_one_page(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    assert view.report is not None
    assert (view.report.kind, view.report.period) == ("daily", Period(END, END))
    assert view.preview.stack.count == 1
    assert "Sales 8,800.00" in view.preview.stack.accessibleDescription()


def test_that_what_is_missing_is_listed_with_the_way_to_import_it(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    assert view.report is not None
    assert view.missing.texts() == tuple(one.text for one in view.report.missing)
    assert view.missing.texts()
    with qtbot.waitSignal(stage.context.import_requested):
        view.missing.load.click()


def test_that_another_report_is_one_click_away(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    view.kind._buttons["weekly"].click()
    assert view.report is not None
    assert view.report.kind == "weekly"
    assert view.preview.stack.count >= 2


def test_that_other_days_are_reached_by_the_date_and_step_by_step(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    view.day.setDate(QDate(2026, 4, 10))
    assert view.report is not None
    assert view.report.period.end == date(2026, 4, 10)
    view.earlier.click()
    assert view.report.period.end == date(2026, 4, 9)
    assert not view_of(stage, qtbot).later.isEnabled()


def test_that_the_chosen_day_stays_until_there_is_a_newer_one(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    view.day.setDate(QDate(2026, 4, 10))
    view.show_board(state_of(stage))
    assert view.report is not None
    assert view.report.period.end == date(2026, 4, 10)
    view.show_board(state_of(stage, END - timedelta(days=1)))
    assert view.report.period.end == END - timedelta(days=1)


def test_that_the_report_can_be_in_another_language_than_the_window(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    view.language.setCurrentIndex(view.language.findData("zh_CN"))
    view.language.activated.emit(view.language.currentIndex())
    assert view.report is not None
    assert view.report.title == "经营日报"
    assert view.excel.text() == "Export Excel…"


def test_that_excel_and_pdf_are_written_from_the_report_that_is_shown(
    stage: Stage, qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = view_of(stage, qtbot)
    for press, name, wanted in ((view.excel, "日报", "日报.xlsx"), (view.pdf, "日报 2.0", "日报 2.0.pdf")):
        choose_file(monkeypatch, tmp_path / name)
        press.click()
        assert files.written[-1] == (tmp_path / wanted, view.report)
        assert wanted in view.bar.text()


def test_that_nothing_is_written_where_the_user_cancels(
    stage: Stage, qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(stage, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    view.excel.click()
    assert not files.written


def test_that_a_template_is_filled_and_unknown_names_are_told(
    stage: Stage, qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = view_of(stage, qtbot)
    choose_file(monkeypatch, tmp_path / "out.xlsx", tmp_path / "mine.xlsx")
    view.fill_template()
    assert files.filled == [(tmp_path / "out.xlsx", tmp_path / "mine.xlsx")]
    assert "report_names_unknown" in view.bar.text()


def test_that_a_template_is_never_written_over_by_its_own_report(
    stage: Stage, qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = view_of(stage, qtbot)
    choose_file(monkeypatch, tmp_path / "mine.xlsx", tmp_path / "mine.xlsx")
    view.fill_template()
    assert not files.filled
    assert "Choose another file" in view.bar.text()


def test_that_the_names_are_saved_in_the_language_of_the_report(
    stage: Stage, qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = view_of(stage, qtbot)
    choose_file(monkeypatch, tmp_path / "names")
    view.save_names()
    assert files.named == [(tmp_path / "names.xlsx", "en")]


def test_that_a_shop_without_a_complete_day_says_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show()
    view.show_board(state_of(stage, None))
    assert view.empty.isVisible()
    with qtbot.waitSignal(stage.context.import_requested):
        view.empty.action.click()


def test_that_the_pages_are_drawn_in_every_width(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    for width in (1280, 900, 2000):
        view.resize(width, 560)
        picture = view.preview.stack.grab().toImage()
        inks = {picture.pixelColor(x, picture.height() // 4).name() for x in range(0, picture.width(), 2)}
        assert "#ffffff" in inks
        assert len(inks) > 2


def test_that_a_report_made_at_night_carries_its_moment(stage: Stage, qtbot: QtBot) -> None:
    stage.context.services.now = lambda: datetime(2026, 5, 1, 23, 59)  # type: ignore[union-attr]
    view = view_of(stage, qtbot)
    assert view.report is not None
    assert view.report.made_at == datetime(2026, 5, 1, 23, 59)


def test_that_a_figure_of_the_preview_tells_what_stands_behind_it(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    stack = view.preview.stack
    hints = {stack.hint_at(QPointF(x, y)) for x in range(0, stack.width(), 20) for y in range(0, stack.height(), 20)}
    conversion = next(hint for hint in hints if "Buyers 100 ÷ Visitors" in hint)
    assert conversion.startswith("Conversion ")
    of_table = next(hint for hint in hints if hint.startswith("Conversion · Month to date"))
    assert "Conversion = Buyers ÷ Visitors" in of_table
    assert "Source files: sycm_shop" in conversion
    assert any(hint.startswith("Data as of") for hint in hints)
    assert stack.hint_at(QPointF(-5, -5)) == ""
