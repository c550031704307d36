"""A shop teaches the library its names: questions answered by keys, names from Excel, a label that teaches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication

from shopdesk.app.keywords.documents import DICTIONARY, LABEL_HISTORY, REFUSED, DictionaryTerm
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui.driver import Driver
from shopdesk.ui.keywords.dictionary.lesson_dialog import LessonDialog
from shopdesk.ui.keywords.dictionary.preview import PreviewDialog
from tests.e2e.operator_hands import import_dropped, press

Start = Callable[[], Driver]


def rows_of(driver: Driver, collection: Any) -> dict[Any, Any]:
    workspace = driver.session.workspace
    assert workspace is not None
    return dict(workspace.rows(collection))


def dictionary(driver: Driver) -> Any:
    page: Any = driver.show_page("keywords")
    page.show_view("dictionary")
    driver.wait("the dictionaries", lambda: "dictionary" in page.views)
    driver.settle()
    return page.views["dictionary"]


def answer(driver: Driver, view: Any, term: str, key: Qt.Key) -> None:
    """Go to a question and press the key of an answer."""
    model = view.questions.grid.model
    names = [model.text(row, 0) for row in range(model.rowCount())]
    view.questions.grid.view.move_to(names.index(term), 0)
    view.questions.grid.view.setFocus()
    press(view.questions.grid.view, key)
    driver.settle()


def test_that_names_are_answered_pasted_and_taught_and_known_next_day(start: Start, sample: Path) -> None:
    driver = start()
    driver.window.resize(QSize(1366, 738))
    driver.window.activateWindow()
    import_dropped(driver, sample)
    view = dictionary(driver)
    view.show_panel("questions")
    driver.settle()
    waiting = view.questions.grid.model.rowCount()
    answer(driver, view, "百草味", Qt.Key.Key_2)
    answer(driver, view, "来伊份", Qt.Key.Key_3)
    assert rows_of(driver, DICTIONARY) == {("百草味",): DictionaryTerm("百草味", "competitor")}
    assert set(rows_of(driver, REFUSED)) == {("来伊份",)}
    assert view.questions.grid.model.rowCount() == waiting - 2
    driver.window.actions_by_name["undo"].trigger()
    driver.settle()
    assert not rows_of(driver, REFUSED)
    driver.window.actions_by_name["redo"].trigger()
    driver.settle()

    view.show_panel("competitor")
    QGuiApplication.clipboard().setText("品牌\t别名\n百草味\tbcw、百草昧\n好想你\thaoxiangni\n<b>x</b>\t\n")
    view.lists.paste_button.click()
    preview = view.findChild(PreviewDialog)
    assert isinstance(preview, PreviewDialog)
    preview.take_button.click()
    driver.settle()
    assert rows_of(driver, DICTIONARY) == {
        ("百草味",): DictionaryTerm("百草味", "competitor", ("bcw", "百草昧")),
        ("好想你",): DictionaryTerm("好想你", "competitor", ("haoxiangni",)),
    }

    page: Any = driver.show_page("keywords")
    page.show_view("words")
    driver.settle()
    words = page.words
    family = [word for word in page.library().labels if word.startswith("沃隆")]
    words.edits.set_quadrant(family[:1], Quadrant.BRAND)
    driver.settle()
    assert "沃隆" in words.teach_bar.text()
    assert ("沃隆",) not in rows_of(driver, DICTIONARY), "nothing happens by itself"
    words.teach_bar._verbs[0].click()
    driver.settle()
    lesson = words.findChild(LessonDialog)
    assert isinstance(lesson, LessonDialog)
    assert {str(key) for key in lesson.grid.model.frame.keys} == set(family[1:])
    lesson.store.click()
    driver.settle()
    assert {page.library().labels[word].quadrant for word in family} == {Quadrant.BRAND}
    assert len(rows_of(driver, LABEL_HISTORY)) == 1
    evening = {one.name: rows_of(driver, one) for one in (DICTIONARY, REFUSED, LABEL_HISTORY)}

    morning = start()
    morning.window.resize(QSize(1366, 738))
    morning.wait("the shop of the last time", lambda: morning.session.workspace is not None)
    view = dictionary(morning)
    assert {one.name: rows_of(morning, one) for one in (DICTIONARY, REFUSED, LABEL_HISTORY)} == evening
    view.show_panel("own")
    morning.settle()
    model = view.lists.grid.model
    shown = {model.text(row, 0): model.text(row, model.position("words")) for row in range(model.rowCount())}
    assert shown["沃隆"] == f"{len(family) - 1:,}"  # the word set by hand rests on no term
