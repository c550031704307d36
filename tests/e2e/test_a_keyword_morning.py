"""A morning with the keyword library: filter by a card, ring words in the scatter, decide, tag, keep a view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from shopdesk.app.keywords.decisions import DECISIONS
from shopdesk.app.keywords.saved_views import SAVED_VIEWS
from shopdesk.app.keywords.tags import MARKS
from shopdesk.ui.driver import Driver
from shopdesk.ui.grid.view import GridView
from tests.e2e.operator_hands import import_dropped, paste, press, type_into_cell

Start = Callable[[], Driver]


def rows_of(driver: Driver, collection: Any) -> dict[Any, Any]:
    workspace = driver.session.workspace
    assert workspace is not None
    return dict(workspace.rows(collection))


def ring_everything(driver: Driver, words: Any) -> list[str]:
    """Draw a loop along the edges of the scatter."""
    chart = words.scatter.chart
    right, bottom = chart.width() - 3, chart.height() - 3
    corners = [QPoint(64, 24), QPoint(right, 24), QPoint(right, bottom), QPoint(64, bottom), QPoint(64, 26)]
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(chart, corner)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=corners[-1])
    driver.settle()
    return [str(key) for key in words.scatter.selected_keys()]


def put_column_in_view(view: GridView, name: str) -> int:
    section = view.grid.position(name)
    view.show_column(section, shown=True)
    return section


def test_that_words_are_filtered_ringed_decided_tagged_and_all_of_it_is_there_after_a_restart(
    start: Start, sample: Path
) -> None:
    driver = start()
    driver.window.resize(QSize(1366, 738))
    import_dropped(driver, sample)
    page: Any = driver.show_page("keywords")
    words = page.words
    view = words.grid.view

    press(words.cards.cards[next(iter(words.cards.cards))], Qt.Key.Key_Space)
    assert len(words.grid.chips.chips()) == 1
    press(words.cards.cards[next(iter(words.cards.cards))], Qt.Key.Key_Space)
    words.saved.show_shipped("too_dear")
    driver.settle()
    count = words.grid.model.rowCount()
    assert count > 0, "the sample has words that cost more than they bring"

    words.mode.chosen.emit("scatter")
    driver.settle()
    ringed = ring_everything(driver, words)
    assert len(ringed) == count
    words._mode_there.chosen.emit("table")
    driver.settle()
    assert {str(key) for key in view.selected_keys()} == set(ringed)

    library = page.library()
    assert words.edits.accept(ringed, library) == count
    driver.settle()
    assert set(rows_of(driver, DECISIONS)) == {(word,) for word in ringed}
    driver.window.actions_by_name["undo"].trigger()
    driver.settle()
    assert not rows_of(driver, DECISIONS)
    driver.window.actions_by_name["redo"].trigger()
    driver.settle()

    tags = put_column_in_view(view, "tags")
    view.setFocus()
    view.move_to(0, tags)
    type_into_cell(view, "a,b")
    driver.settle()
    view.move_to(0, tags)
    view.extend_to(1, tags)
    paste(view, "送礼\n主推，送礼\n")
    driver.settle()
    kept = {row.tags for row in rows_of(driver, MARKS).values()}
    assert kept == {("送礼",), ("主推", "送礼")}

    words.saved.save("每周一看")
    driver.settle()
    rows, columns = words.grid.model.rowCount(), view.shown_columns()
    evening = {c.name: rows_of(driver, c) for c in (DECISIONS, MARKS, SAVED_VIEWS)}

    morning = start()
    morning.window.resize(QSize(1366, 738))
    morning.wait("the shop of the last time", lambda: morning.session.workspace is not None)
    page = morning.show_page("keywords")
    assert {c.name: rows_of(morning, c) for c in (DECISIONS, MARKS, SAVED_VIEWS)} == evening
    page.words.saved.show_own(rows_of(morning, SAVED_VIEWS)[("每周一看",)])
    morning.settle()
    assert page.words.grid.model.rowCount() == rows
    assert page.words.grid.view.shown_columns() == columns
    shown = {page.words.grid.model.text(row, tags) for row in range(rows)}
    assert {"送礼", "主推, 送礼"} <= shown
