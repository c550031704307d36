"""Sort, filters, frozen columns, find, layout, spoken texts: what the table shows and remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.ui import formats
from shopdesk.ui.grid import (
    BlankFilter,
    Choice,
    ChoiceFilter,
    Column,
    GridFrame,
    GridPanel,
    Kind,
    NumberFilter,
    PageFilter,
    SortKey,
    TextFilter,
    TextTest,
    TotalText,
)
from shopdesk.ui.grid.filter_popup import open_filter
from shopdesk.ui.grid.filters import equal_to
from shopdesk.ui.grid.find_bar import FindBar
from shopdesk.ui.grid.layout import apply_layout, layout_of
from shopdesk.ui.grid.replace_preview import ReplacePreview
from shopdesk.ui.grid.stored_filters import from_text, to_text
from tests.ui.grid.desk import COLUMNS, Desk, frame

Key = Qt.Key


class Memory:
    """A layout store in memory."""

    def __init__(self) -> None:
        self.kept: Mapping[str, Any] | None = None

    def get(self) -> Mapping[str, Any] | None:
        return self.kept

    def set(self, layout: Mapping[str, Any]) -> None:
        self.kept = layout


def click_header(desk: Desk, section: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    header = desk.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 20, 12)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_that_a_click_on_the_header_sorts_and_the_third_restores(desk: Desk) -> None:
    original = desk.column("word")
    click_header(desk, 1)
    assert desk.column("cost") == ["1,132.20", "769.50", "486.54", "368.73", "0.00", "—"]
    click_header(desk, 1)
    assert desk.column("cost") == ["0.00", "368.73", "486.54", "769.50", "1,132.20", "—"]
    click_header(desk, 1)
    assert desk.column("word") == original


def test_that_shift_adds_a_second_sort(desk: Desk) -> None:
    click_header(desk, 3)
    click_header(desk, 1, Qt.KeyboardModifier.ShiftModifier)
    assert desk.model.sort_keys == (SortKey("quad"), SortKey("cost", descending=True))
    assert desk.column("word")[:5] == ["坚果礼盒", "夏威夷果", "每日坚果", "芝麻", "榛子"]


def test_that_chinese_is_sorted_by_pinyin_after_latin(desk: Desk) -> None:
    desk.model.set_sort([SortKey("word")])
    assert desk.column("word") == ["Apple", "坚果礼盒", "每日坚果", "夏威夷果", "榛子", "芝麻"]


def test_that_the_current_cell_and_selection_move_with_their_rows(desk: Desk) -> None:
    desk.select(0, "bid", 1, "quad")
    desk.model.set_sort([SortKey("cost")])
    assert desk.view.selected_keys() == ["坚果礼盒", "每日坚果"]
    assert desk.model.key(desk.current()[0]) == "坚果礼盒"
    assert desk.current()[1] == "quad"


def test_that_filters_show_as_chips_with_the_count_and_go_by_their_cross(desk: Desk) -> None:
    desk.model.set_filter("cost", NumberFilter(low=0, low_included=False))
    desk.model.set_filter("word", TextFilter(TextTest.CONTAINS, "坚果"))
    assert desk.column("word") == ["每日坚果", "坚果礼盒"]
    assert desk.panel.chips.count_text == "2 / 6 rows"
    assert [chip.accessibleName() for chip in desk.panel.chips.chips()] == ["花费 元 > 0", "原词 contains “坚果”"]
    desk.model.set_filter("cost", None)
    desk.model.clear_filters()
    assert desk.panel.chips.count_text == "6 / 6 rows"


def test_that_every_kind_of_filter_keeps_what_it_says(desk: Desk) -> None:
    kept = []
    for name, wanted in (
        ("cost", BlankFilter()),
        ("note", BlankFilter(blank=False)),
        ("quad", ChoiceFilter(frozenset({"品牌词", None}))),
        ("rate", NumberFilter(0.03, 0.05)),
        ("word", TextFilter(TextTest.LACKS, "果")),
        ("word", TextFilter(TextTest.EQUALS, "apple")),
    ):
        desk.model.clear_filters()
        desk.model.set_filter(name, wanted)
        kept.append(desk.column("word"))
    assert kept == [
        ["榛子"],
        ["坚果礼盒", "Apple", "芝麻"],
        ["坚果礼盒", "Apple", "夏威夷果"],
        ["每日坚果", "Apple"],
        ["榛子", "Apple", "芝麻"],
        ["Apple"],
    ]


def test_that_a_filter_by_words_follows_the_language(qtbot: QtBot) -> None:
    words = {"tail": "长尾词", "brand": "品牌词"}
    panel = GridPanel(
        [
            Column(name="word", title=lambda: "原词"),
            Column(
                name="quad",
                title=lambda: "象限",
                kind=Kind.CHOICE,
                choices=[Choice(key, partial(words.__getitem__, key)) for key in words],
            ),
            Column(name="said", title=lambda: "说", text=lambda row: words.get(row["quad"], ""), text_of=("quad",)),
        ],
        title=lambda: "词",
    )
    qtbot.addWidget(panel)
    panel.set_frame(GridFrame({"word": ["a", "b", "c"], "quad": ["tail", "brand", None]}, keys=["a", "b", "c"]))
    model = panel.model
    for name in ("quad", "said"):
        words.update(tail="长尾词", brand="品牌词")
        model.retranslate()
        model.clear_filters()
        model.set_filter(name, equal_to(model.frame, model.columns[model.position(name)], 0))
        kept = to_text(model.filters[name])
        words.update(tail="long tail", brand="brand")
        QCoreApplication.sendEvent(panel.view, QEvent(QEvent.Type.LanguageChange))
        panel.set_frame(GridFrame({"word": ["a", "b"], "quad": ["brand", "tail"]}, keys=["a", "b"]))
        assert [model.key(row) for row in range(model.rowCount())] == ["b"]
        QCoreApplication.sendEvent(panel.chips, QEvent(QEvent.Type.LanguageChange))
        assert "long tail" in panel.chips.chips()[0].accessibleName()
        model.clear_filters()
        model.set_filter(name, from_text(kept))
        assert [model.key(row) for row in range(model.rowCount())] == ["b"]
        panel.set_frame(GridFrame({"word": ["a", "b", "c"], "quad": ["tail", "brand", None]}, keys=["a", "b", "c"]))


def test_that_a_filter_of_the_page_is_a_chip_too(desk: Desk) -> None:
    desk.model.set_page_filter("card", PageFilter(lambda f: np.arange(len(f)) < 2, lambda: "品牌词"))
    assert desk.panel.chips.count_text == "2 / 6 rows"
    assert [chip.accessibleName() for chip in desk.panel.chips.chips()] == ["品牌词"]


def test_that_the_menu_filters_by_the_value_of_a_cell(desk: Desk) -> None:
    desk.at(1, "quad")
    desk.view.actions_.filter_by_cell()
    assert desk.column("word") == ["坚果礼盒", "夏威夷果"]


def test_that_the_filter_popup_takes_shown_units(desk: Desk, qtbot: QtBot) -> None:
    popup = open_filter(desk.view, 1)
    qtbot.addWidget(popup)
    popup.low.setText("400")
    popup.apply()
    assert desk.model.filters["cost"] == NumberFilter(low=40000.0)


def test_that_an_edited_row_stays_until_the_order_is_asked_for_anew(desk: Desk) -> None:
    desk.model.set_sort([SortKey("bid")])
    desk.model.set_filter("bid", NumberFilter(high=200))
    desk.at(0, "bid")
    desk.view.actions_.paste_text("9")
    assert desk.column("word")[0] == "芝麻"
    assert desk.model.is_stale
    desk.model.reapply()
    assert "芝麻" not in desk.column("word")


def test_that_new_figures_keep_the_place_of_the_user(desk: Desk) -> None:
    desk.at(4, "note")
    shorter = frame()
    from shopdesk.ui.grid import GridFrame

    rows = [5, 4, 0]
    data = {c.name: [shorter.value(c.name, row) for row in rows] for c in COLUMNS}
    desk.panel.set_frame(GridFrame(data, keys=[shorter.keys[row] for row in rows]))
    assert desk.current() == (1, "note")
    assert desk.model.key(1) == "夏威夷果"


def test_that_the_first_column_stays_while_the_rest_scrolls(desk: Desk) -> None:
    desk.panel.resize(420, 300)
    desk.at(0, "on")
    view = desk.view
    first = view.visualRect(desk.model.index(0, 0))
    assert first.left() == 0
    assert view.horizontalScrollBar().value() > 0
    assert view.indexAt(QPoint(5, 5)).column() == 0
    desk.at(0, "cost")
    assert view.visualRect(desk.model.index(0, 1)).left() >= view.frozen_width()


def test_that_a_window_too_narrow_freezes_nothing(desk: Desk) -> None:
    desk.view.set_frozen(7)
    desk.panel.resize(300, 300)
    assert len(desk.view.frozen_columns()) == 1


def test_that_find_counts_across_columns_and_goes_around(desk: Desk) -> None:
    desk.key(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = desk.panel.findChild(FindBar)
    assert bar is not None
    bar.field.setText("1.")
    bar.search()
    assert bar.count.text() == "1 / 3"
    assert desk.current() == (0, "bid")
    bar.step(-1)
    assert bar.count.text() == "3 / 3"
    assert desk.current() == (4, "bid")
    bar.step(1)
    assert desk.current() == (0, "bid")


def test_that_find_knows_whole_cells_and_case(desk: Desk) -> None:
    desk.panel.show_find()
    bar = desk.panel.findChild(FindBar)
    assert bar is not None
    bar.field.setText("apple")
    bar.search()
    assert bar.count.text() == "1 / 1"
    bar.case.setChecked(True)
    assert bar.count.text() == "not found"
    bar.case.setChecked(False)
    bar.whole.setChecked(True)
    assert bar.count.text() == "1 / 1"
    bar.field.setText("appl")
    bar.search()
    assert bar.count.text() == "not found"
    bar.close_bar()
    assert desk.focus_widget() is desk.view


def test_that_replace_all_shows_what_it_does_and_is_one_step(desk: Desk) -> None:
    desk.panel.show_find(replace=True)
    bar = desk.panel.findChild(FindBar)
    assert bar is not None
    bar.field.setText("复核")
    bar.substitute.setText("已看")
    bar.search()
    bar.replace_all.click()
    preview = bar.findChild(ReplacePreview)
    assert preview is not None
    assert [preview.table.item(0, at).text() for at in range(4)] == ["2", "备注", "复核", "已看"]
    preview.accept_button.click()
    assert desk.column("note")[1] == "已看"
    assert [batch.name for batch in desk.batches] == ["Replace in 1 cell"]


def test_that_the_layout_is_kept_by_column_name(make_desk: Callable[..., Desk]) -> None:
    store = Memory()
    first = make_desk(store=store)
    header = first.view.horizontalHeader()
    header.moveSection(4, 1)
    header.resizeSection(1, 133)
    first.view.show_column(5, shown=False)
    first.view.set_frozen(2)
    first.model.set_sort([SortKey("cost", descending=True)])
    store.set(layout_of(first.view))
    second = make_desk(store=store)
    assert layout_of(second.view) == store.kept
    assert [second.model.columns[at].name for at in second.view.shown_columns()][:3] == ["word", "note", "cost"]


def test_that_a_layout_with_unknown_columns_does_no_harm(desk: Desk) -> None:
    apply_layout(desk.view, {"columns": [{"name": "gone", "width": 5}], "sort": [{"name": "gone"}], "frozen": 0})
    assert len(desk.view.shown_columns()) == 7
    assert desk.model.sort_keys == ()


def test_that_sums_tell_counts_of_one_kind_and_no_sum_of_ratios(desk: Desk) -> None:
    desk.select(0, "cost", 3, "cost")
    stats = desk.view.stats()
    assert (stats.rows, stats.cells, stats.count) == (4, 4, 3)
    assert stats.total == 1132.20 + 769.50 + 486.54
    desk.select(0, "rate", 3, "rate")
    assert desk.view.stats().total is None


def test_that_totals_follow_the_shown_rows(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(totals=lambda order: {"word": TotalText(f"合计 {len(order)} 词"), "cost": len(order) * 100})
    row = desk.panel.total_row
    assert row is not None
    desk.model.set_filter("word", TextFilter(TextTest.CONTAINS, "坚果"))
    assert row.text("word") == "合计 2 词"
    assert row.accessibleName() == "原词 合计 2 词; 花费 元 2.00"


def test_that_a_sum_too_long_for_its_column_is_said_in_larger_units_and_in_full_by_its_tip(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(totals=lambda _order: {"cost": 3_743_468_255})
    row, column = desk.panel.total_row, desk.model.column("cost")
    assert row is not None
    assert row.fitting(column, 400, row.font()) == "37,434,682.55"
    assert row.fitting(column, 40, row.font()) == formats.short(37_434_682.55) != "37,434,682.55"
    assert "37,434,682.55" in row.toolTip()


def test_that_a_screen_reader_hears_title_value_and_unit(desk: Desk) -> None:
    index = desk.model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "花费 1,132.20 元"
    assert QAccessible.queryAccessibleInterface(desk.view).text(QAccessible.Text.Name) == "词"
    assert desk.model.index(2, 1).data(Qt.ItemDataRole.DisplayRole) == "—"


def test_that_both_looks_paint_without_a_warning(desk: Desk, qapp: Any) -> None:
    from shopdesk.ui import theme

    for look in ("dark", "light"):
        theme.apply(qapp, look=look)
        desk.view.selectAll()
        corner = desk.panel.grab().toImage().pixelColor(400, 300)
        assert corner.name().upper() != "#000000"


def test_that_many_filters_get_a_line_of_their_own(desk: Desk) -> None:
    for name in ("cost", "bid", "rate"):
        desk.model.set_filter(name, NumberFilter(low=0))
    assert not desk.panel.chips.second_line.isVisible()
    desk.model.set_filter("word", TextFilter(TextTest.CONTAINS, "果"))
    assert desk.panel.chips.second_line.isVisible()
    desk.model.clear_filters()
    assert desk.panel.chips.chips() == []


def test_that_a_change_of_language_reaches_headers_cells_and_bars(desk: Desk, qapp: Any) -> None:
    from PySide6.QtCore import QTranslator

    class Words(QTranslator):
        def translate(self, _context: str, text: str, *_rest: Any) -> str:
            return {"{shown} / {all} rows": "{shown} / {all} 行", "Columns": "列"}.get(text, "")

        def isEmpty(self) -> bool:  # noqa: N802
            return False

    words = Words()
    qapp.installTranslator(words)
    try:
        qapp.sendPostedEvents()
        qapp.processEvents()
        assert desk.panel.chips.count_text == "6 / 6 行"
    finally:
        qapp.removeTranslator(words)
        qapp.processEvents()
    assert desk.panel.chips.count_text == "6 / 6 rows"


def test_that_the_page_hears_when_the_current_row_is_filtered_out(desk: Desk) -> None:
    heard: list[object] = []
    desk.panel.row_changed.connect(heard.append)
    desk.at(3, "word")
    desk.model.set_filter("word", TextFilter(TextTest.CONTAINS, "坚果"))
    assert heard == ["Apple", None]


def test_that_new_columns_keep_the_current_cell_by_name(desk: Desk) -> None:
    desk.at(3, "note")
    desk.model.set_columns([COLUMNS[4], COLUMNS[0]])
    assert desk.current() == (3, "note")


def test_that_a_range_can_be_dragged_with_the_mouse_and_filled_by_its_handle(desk: Desk) -> None:
    view = desk.view
    port, left, none = view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def middle(row: int, name: str) -> QPoint:
        return view.visualRect(desk.model.index(row, desk.model.position(name))).center()

    QTest.mousePress(port, left, none, middle(0, "bid"))
    QTest.mouseMove(port, middle(1, "bid"))
    QTest.mouseRelease(port, left, none, middle(1, "bid"))
    assert desk.view.stats().cells == 2
    corner = view.visualRect(desk.model.index(1, 2)).bottomRight()
    QTest.mousePress(port, left, none, corner)
    QTest.mouseMove(port, middle(3, "bid"))
    QTest.mouseRelease(port, left, none, middle(3, "bid"))
    assert desk.column("bid")[:4] == ["1.25", "1.10", "1.25", "1.10"]


def test_that_an_empty_table_takes_every_key(desk: Desk) -> None:
    from shopdesk.ui.grid import GridFrame

    desk.panel.set_frame(GridFrame({c.name: [] for c in COLUMNS}))
    ctrl = Qt.KeyboardModifier.ControlModifier
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Tab, Key.Key_Delete, Key.Key_F2):
        desk.key(key)
    for key in (Key.Key_End, Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_D):
        desk.key(key, ctrl)
    assert desk.batches == []
