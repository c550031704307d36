"""What the preview asks and shows: columns that nobody knows, places of problems, refused rows, changed files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk import bootstrap
from shopdesk.app.importing.model import Recognition, Role
from shopdesk.app.jobs import SILENT
from shopdesk.app.services import Prepared, ReportKind
from shopdesk.ui import formats
from shopdesk.ui.importing.notes_panel import NotesPanel
from shopdesk.ui.importing.questions import answered, column_letter, column_questions

COSTS = "货号,品名,进价,现价,备注\nGSL-001,每日坚果,46.20,89.00,主推\nGSL-002,七日装,14.80,12.90,\n"
Prepare = Callable[[str], Prepared]


@pytest.fixture
def prepare(tmp_path: Path) -> Iterator[Prepare]:
    def go(text: str) -> Prepared:
        file = tmp_path / "新建 XLS 工作表(3).csv"
        file.write_text(text, encoding="utf-8")
        (found,) = bootstrap.importing().prepare([file], None, SILENT)
        return found

    formats.set_language("zh_CN")
    yield go
    bootstrap.close_reader()


def kinds() -> dict[str, ReportKind]:
    return {kind.kind: kind for kind in bootstrap.importing().kinds()}


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (4, "E"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_that_columns_are_called_as_the_spreadsheet_calls_them(position: int, letters: str) -> None:
    assert column_letter(position) == letters


def test_that_an_unknown_numeric_column_is_asked_with_its_facts_and_likely_meanings(prepare: Prepare) -> None:
    sheet = prepare(COSTS)
    (question,) = column_questions(sheet, kinds()["generic_costs"])
    assert (question.letter, question.header, question.count) == ("D", "现价", 2)
    assert (question.low, question.high) == (12.9, 89.0)
    assert [option.target for option in question.options] == ["list_price"]


def test_that_an_answered_column_is_taken_and_asked_no_more(prepare: Prepare) -> None:
    sheet = prepare(COSTS)
    assert sheet.recognition is not None
    named = answered(sheet.recognition, 3, Role.DIMENSION, "list_price")
    again = bootstrap.importing().reconvert(sheet, named, None, SILENT)
    assert again.conversion is not None
    assert again.conversion.frame.column("list_price").to_pylist() == [8_900, 1_290]
    assert column_questions(again, kinds()["generic_costs"]) == []


def test_that_one_meaning_is_never_given_to_two_columns(prepare: Prepare) -> None:
    sheet = prepare(COSTS)
    assert sheet.recognition is not None
    named = answered(sheet.recognition, 3, Role.DIMENSION, "unit_cost")
    assert [column.position for column in named.columns if column.target == "unit_cost"] == [3]


def test_that_a_question_is_answered_in_place_and_places_fold_out(
    prepare: Prepare, dress: Callable[[str, str], None], qtbot: QtBot
) -> None:
    dress("zh_CN", "light")
    damaged = "\n".join(f"{number}.23E+17,坚果,46.2,8{number}" for number in range(1, 5))
    sheet = prepare(COSTS.replace(",备注", "").replace(",主推", "").replace("12.90,", "12.90") + damaged + "\n")
    window = QWidget()
    qtbot.addWidget(window)
    panel = NotesPanel(window)

    panel.set_kinds(kinds())
    panel.set_sheets(sheet, [sheet], lambda issue: bootstrap.wording()(issue, "zh_CN"))
    window.show()
    texts = {button.text(): button for button in panel.findChildren(QPushButton)}
    choice = next(button for text, button in texts.items() if "标价" in text)
    told: list[Recognition] = []
    panel.column_answered.connect(told.append)
    choice.click()
    assert any(column.target == "list_price" for column in told[0].columns)
    if sheet.conversion is not None and len(sheet.conversion.issues) > 1:
        fold = next(button for button in panel.findChildren(QPushButton) if button.isCheckable())
        fold.click()
        assert any("1.23E+17" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_that_file_times_are_compared_by_size_and_time(tmp_path: Path) -> None:
    from shopdesk.ui.importing.source_watch import _stamp

    file = tmp_path / "报表.csv"
    file.write_text("a", encoding="utf-8")
    before = _stamp(file)
    os.utime(file, ns=(1, 1))
    assert _stamp(file) != before
    assert _stamp(tmp_path / "gone.csv") is None
