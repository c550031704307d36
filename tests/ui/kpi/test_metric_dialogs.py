from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.calendar import shipped
from shopdesk.app.kpi.documents import chosen_tiles
from shopdesk.app.kpi.user_metrics import USER_METRICS, UserMetric, metrics_of, put_metrics
from shopdesk.domain.kpi.catalogue import BOARD, DEFAULT_TILES
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.metrics.dialog import DictionaryDialog
from shopdesk.ui.kpi.metrics.editor import MetricEditor
from shopdesk.ui.kpi.metrics.provenance import lacking_text
from shopdesk.ui.kpi.metrics.tile_chooser import MAX_TILES, TileChooser
from shopdesk.ui.kpi.page import KpiPage
from shopdesk.ui.kpi.view import BoardState
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "a.shopdesk")
    made.add_shop()
    yield made
    made.workspace.close()


def state_of(stage: Stage) -> BoardState:
    period = Period.last(days=7, until=END)
    return BoardState(board(stage.workspace, SILENT), period, END, Comparison.PREVIOUS, shipped())


def editor_of(stage: Stage, qtbot: QtBot, row: UserMetric | None = None) -> MetricEditor:
    editor = MetricEditor(stage.context, state=state_of(stage), row=row)
    qtbot.addWidget(editor)
    return editor


def test_that_a_formula_shows_its_value_with_the_numbers_before_it_is_saved(stage: Stage, qtbot: QtBot) -> None:
    editor = editor_of(stage, qtbot)
    editor.zh.setText("人均访问")
    editor.formula.setPlainText("Visitors ÷ Buyers")
    assert " ÷ " in editor.value.text()
    assert "upper bound" in editor.value.text()  # people added day by day are named so
    assert editor.save.isEnabled()
    editor.save.click()
    (row,) = stage.workspace.rows(USER_METRICS).values()
    assert row.formula == "visitors / pay_buyers"
    assert metrics_of(stage.workspace)[row.key].zh == "人均访问"
    stage.undo.undo()
    assert not stage.workspace.rows(USER_METRICS)


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("Visitor ÷ Buyers", "Did you mean “Visitors”?"),
        ("Sales ÷ Buyers", "doesn't come out in this unit"),
        ("Sales + Buyers", "Unlike things"),
        ("(Sales", "isn't closed"),
        ("", "Write a formula"),
    ],
)
def test_that_a_wrong_formula_says_what_is_wrong_and_cant_be_saved(
    stage: Stage, qtbot: QtBot, formula: str, words: str
) -> None:
    editor = editor_of(stage, qtbot)
    editor.zh.setText("x")
    editor.formula.setPlainText(formula)
    assert words in editor.told.text()
    assert not editor.save.isEnabled()
    assert editor.value.text() == ""


def test_that_a_formula_without_data_says_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    editor = editor_of(stage, qtbot)
    editor.zh.setText("x")
    editor.formula.setPlainText("Ad clicks ÷ Ad impressions")
    assert editor.value.text() == "No value yet. Import: Ads by plan"
    assert editor.save.isEnabled()


def test_that_a_taken_name_is_refused_and_a_metric_cant_use_itself(stage: Stage, qtbot: QtBot) -> None:
    stage.context.push(put_metrics([UserMetric("own_a", "甲", "Alpha", "visitors", "people")]), "x")
    editor = editor_of(stage, qtbot, stage.workspace.row(USER_METRICS, ("own_a",)))
    assert editor.formula.toPlainText() == "Visitors"
    editor.formula.setPlainText("Alpha + Visitors")
    assert "isn't known" in editor.told.text()
    editor.formula.setPlainText("Visitors")
    editor.zh.setText("客单价")
    assert "already" in editor.told.text()
    assert not editor.save.isEnabled()


def dialog_of(stage: Stage, qtbot: QtBot) -> DictionaryDialog:
    dialog = DictionaryDialog(stage.context, state=state_of(stage))
    qtbot.addWidget(dialog)
    return dialog


def column(dialog: DictionaryDialog, name: str) -> dict[str, str]:
    frame = dialog.grid.model.frame
    return {str(key): frame.value(name, place) for place, key in enumerate(frame.keys)}


def test_that_every_metric_says_its_files_or_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    known = column(dialog_of(stage, qtbot), "known")
    assert known["pay_amount"].endswith(".xlsx")
    assert known["ad_cost"].startswith("Import: Ads by plan")
    assert known["live_gpm"].startswith("Keep a table of your own, one row a day, with the headers: Date, Live sales")
    assert known["gross_margin"].startswith("Import:")
    assert all(known.values())


def test_that_searching_the_dictionary_finds_by_formula_and_note(stage: Stage, qtbot: QtBot) -> None:
    dialog = dialog_of(stage, qtbot)
    dialog.search.setText("watch time ÷")
    assert set(column(dialog, "name")) == {"live_stay"}
    dialog.search.setText("shopify")
    assert set(column(dialog, "name")) == {"aov"}


def test_that_an_own_metric_is_removed_with_its_tile_in_one_step_unless_another_needs_it(
    stage: Stage, qtbot: QtBot
) -> None:
    from shopdesk.app.kpi.documents import choose_tiles

    rows = [UserMetric("own_a", "甲", "Alpha", "visitors"), UserMetric("own_b", "乙", "Beta", "own_a + visitors")]
    stage.context.push(put_metrics(rows), "x")
    stage.context.push(choose_tiles(["own_a", "own_b", "visitors"]), "x")
    dialog = dialog_of(stage, qtbot)
    dialog.grid.view.reveal("own_a")
    dialog.remove_chosen()
    assert "Beta" in dialog.told.text()
    dialog.grid.view.reveal("own_b")
    dialog.remove_chosen()
    assert chosen_tiles(stage.workspace) == ("own_a", "visitors")
    stage.undo.undo()
    assert chosen_tiles(stage.workspace) == ("own_a", "own_b", "visitors")
    assert "own_b" in metrics_of(stage.workspace)


def chooser_of(stage: Stage, qtbot: QtBot) -> TileChooser:
    chooser = TileChooser(stage.context, facts=state_of(stage).board.facts)
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


def test_that_tiles_are_chosen_moved_and_taken_away_each_in_one_undoable_step(stage: Stage, qtbot: QtBot) -> None:
    chooser = chooser_of(stage, qtbot)
    chooser.show_tile("cart_users", shown=True)
    assert chosen_tiles(stage.workspace) == (*DEFAULT_TILES, "cart_users")
    chooser.order.setCurrentRow(0)
    qtbot.keyClick(chooser.order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert chosen_tiles(stage.workspace)[:2] == (DEFAULT_TILES[1], DEFAULT_TILES[0])
    assert chooser.order.currentRow() == 1
    qtbot.keyClick(chooser.order, Qt.Key.Key_Delete)
    assert DEFAULT_TILES[0] not in chosen_tiles(stage.workspace)
    for _ in range(3):
        stage.undo.undo()
    assert chosen_tiles(stage.workspace) == DEFAULT_TILES
    assert chooser.order.count() == len(DEFAULT_TILES)


def test_that_no_more_tiles_are_taken_than_fit_and_the_last_one_stays(stage: Stage, qtbot: QtBot) -> None:
    chooser = chooser_of(stage, qtbot)
    for name in ("cart_users", "fav_users"):
        chooser.show_tile(name, shown=True)
    assert len(chosen_tiles(stage.workspace)) == MAX_TILES
    for name in chosen_tiles(stage.workspace):
        chooser.show_tile(name, shown=False)
    assert len(chosen_tiles(stage.workspace)) == 1


def test_that_the_list_of_all_metrics_is_searched_and_ticked(stage: Stage, qtbot: QtBot) -> None:
    chooser = chooser_of(stage, qtbot)
    chooser.search.setText("cart users")
    shown = [
        item
        for place in range(chooser.all.topLevelItemCount())
        if (group := chooser.all.topLevelItem(place)) is not None
        for item in (group.child(row) for row in range(group.childCount()))
        if not item.isHidden()
    ]
    assert [item.text(0) for item in shown] == ["Cart users"]
    shown[0].setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: "cart_users" in chosen_tiles(stage.workspace))


def test_that_a_tile_is_moved_by_keyboard_and_by_dragging_and_a_click_still_chooses(stage: Stage, qtbot: QtBot) -> None:
    page = KpiPage(stage.context)
    qtbot.addWidget(page)
    stage.context.period = Period.last(days=28, until=END)
    page.resize(1334, 620)
    page.refresh()
    page.show()
    tiles = page.overview.tiles
    first, third = (tiles.tile(name) for name in (DEFAULT_TILES[0], DEFAULT_TILES[2]))
    qtbot.keyClick(first, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert chosen_tiles(stage.workspace)[:2] == (DEFAULT_TILES[1], DEFAULT_TILES[0])
    page.refresh()
    QApplication.processEvents()
    assert tiles.tile(DEFAULT_TILES[0]) is first  # kept, so that the keyboard stays on it
    middle = first.rect().center()
    qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=middle)
    way = third.mapTo(tiles, third.rect().center()) - first.mapTo(tiles, middle) + QPoint(10, 0)
    qtbot.mouseMove(first, middle + way / 2)
    qtbot.mouseMove(first, middle + way)
    with qtbot.assertNotEmitted(tiles.chosen):
        qtbot.mouseRelease(first, Qt.MouseButton.LeftButton, pos=middle + way)
    assert chosen_tiles(stage.workspace)[:3] == (DEFAULT_TILES[1], DEFAULT_TILES[2], DEFAULT_TILES[0])
    stage.undo.undo()
    assert chosen_tiles(stage.workspace)[:2] == (DEFAULT_TILES[1], DEFAULT_TILES[0])
    with qtbot.waitSignal(tiles.chosen):
        qtbot.mouseClick(third, Qt.MouseButton.LeftButton)


def test_that_an_own_metric_is_shown_as_a_tile_and_in_the_chart(stage: Stage, qtbot: QtBot) -> None:
    from shopdesk.app.kpi.documents import choose_tiles

    stage.context.push(put_metrics([UserMetric("own_a", "甲", "Alpha", "pay_amount / visitors", "money", "up")]), "x")
    stage.context.push(choose_tiles(["own_a"]), "x")
    stage.context.period = Period.last(days=28, until=END)
    page = KpiPage(stage.context)
    qtbot.addWidget(page)
    page.refresh()
    page.overview.show_metric("own_a")
    assert "Alpha = Sales ÷ Visitors" in page.overview.tiles.tip("own_a")
    assert page.overview.chart.shown_metric.name == "own_a"


def test_that_the_charts_read_out_says_what_stands_behind_a_point(stage: Stage, qtbot: QtBot) -> None:
    stage.context.period = Period.last(days=28, until=END)
    page = KpiPage(stage.context)
    qtbot.addWidget(page)
    page.refresh()
    page.overview.show_metric("pay_cvr")
    _, rows = page.overview.chart.chart.plot.read_out(27)
    (behind,) = [name for _, name, _ in rows if name.startswith("=")]
    assert behind.startswith("= Buyers ")
    assert "÷ Visitors " in behind
    assert "Source: Shop report by day" in page.overview.chart._first.toolTip()
    page.overview.show_metric("pay_amount")
    _, rows = page.overview.chart.chart.plot.read_out(27)
    assert not any(name.startswith("=") for _, name, _ in rows)  # a plain sum says it all


def test_that_silent_conversion_says_which_table_the_shop_would_have_to_keep(stage: Stage) -> None:
    text = lacking_text(state_of(stage).board.facts, BOARD["silent_cvr"])
    assert text.startswith("Keep a table of your own, one row a day, with the headers: Date, ")
    assert "Buyers who had asked" in text
    assert "People who asked" in text
