"""In a large table find begins with the columns that are there, while the texts of others are still being made."""

from __future__ import annotations

from threading import Event, Thread, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.ui.grid import Column, GridFrame, GridPanel, finding
from shopdesk.ui.grid.columns import Row
from shopdesk.ui.grid.find_bar import FindBar

ROWS = 50


class Wording:
    """Words a column: beside the interface only once it may, where it is painted at once."""

    def __init__(self) -> None:
        self.may = Event()

    def __call__(self, row: Row) -> str:
        if current_thread() is not main_thread():
            self.may.wait(20)
        return f"reason {row['word']}"


@pytest.fixture
def wording() -> Wording:
    return Wording()


@pytest.fixture
def bar(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wording: Wording) -> FindBar:
    monkeypatch.setattr(finding, "LARGE", 10)
    columns = (
        Column(name="word", title=lambda: "Word", width=90),
        Column(name="reason", title=lambda: "Reason", width=200, text=wording),
    )
    panel = GridPanel(columns, title=lambda: "Words")
    qtbot.addWidget(panel)
    panel.resize(600, 300)
    panel.view.grid.set_frame(GridFrame({"word": [f"nut {number}" for number in range(ROWS)]}))
    panel.show()
    panel.show_find()
    made = panel.findChild(FindBar)
    assert made is not None
    return made


def search(bar: FindBar, text: str) -> str:
    bar.field.setText(text)
    bar.search()
    return bar.count.text()


def test_that_words_are_found_before_the_reasons_are_worded(bar: FindBar, wording: Wording, qtbot: QtBot) -> None:
    assert search(bar, "nut 7") == "1 / 1 …"
    assert not bar.replace_all.isEnabled()
    wording.may.set()
    qtbot.waitUntil(lambda: bar.count.text() == "1 / 2", timeout=20_000)
    assert bar.replace_all.isEnabled()


def test_that_nothing_is_called_absent_before_all_columns_are_searched(
    bar: FindBar, wording: Wording, qtbot: QtBot
) -> None:
    assert search(bar, "reason nut 7") != "not found"
    wording.may.set()
    qtbot.waitUntil(lambda: bar.count.text() == "1 / 1", timeout=20_000)
    assert search(bar, "hazel") == "not found"


def test_that_texts_made_while_their_column_changes_are_made_again() -> None:
    wording = Wording()
    frame = GridFrame({"word": ["old"] * 3})
    column = Column(name="reason", title=lambda: "Reason", text=wording)
    maker = Thread(target=lambda: frame.texts(column))
    maker.start()
    frame.set_column("word", ["new"] * 3)
    frame.forget_texts()
    wording.may.set()
    maker.join(20)
    assert frame.texts(column).to_pylist() == ["reason new"] * 3
