import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.ui import formats
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.regions import COLUMNS, REGIONS, ROWS
from shopdesk.ui.charts.tile_map import RegionTile, TileMap


@pytest.fixture
def tiles(qtbot):
    tiles = TileMap()
    qtbot.addWidget(tiles)
    tiles.set_tiles({"浙江": RegionTile(112), "江苏": RegionTile(110, group="A")}, scale=HeatScale(80, 120, 100))
    tiles.resize(tiles.sizeHint())
    tiles.show()
    return tiles


def test_that_the_map_has_the_34_regions_each_once_and_nobody_shares_a_place():
    assert len(REGIONS) == 34
    assert len({r.name for r in REGIONS}) == len({r.code for r in REGIONS}) == len({r.english for r in REGIONS}) == 34
    assert len({(r.row, r.column) for r in REGIONS}) == 34
    assert all(r.row < ROWS and r.column < COLUMNS for r in REGIONS)


def test_that_no_two_tiles_overlap(tiles):
    boxes = [tiles.tile_rect(r.name) for r in REGIONS]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_that_tiles_have_the_size_of_the_design(tiles):
    box = tiles.tile_rect("浙江")
    assert 49 <= box.width() <= 53
    assert 22 <= box.height() <= 32


def test_that_clicks_select_and_ctrl_adds(tiles, qtbot):
    with qtbot.waitSignal(tiles.selection_changed):
        QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=tiles.tile_rect("浙江").center().toPoint())
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, control, tiles.tile_rect("上海").center().toPoint())
    assert tiles.selected() == {"浙江", "上海"}


def test_that_every_tile_can_be_reached_by_arrow_keys(tiles):
    seen = {"北京"}
    frontier = ["北京"]
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    while frontier:
        start = frontier.pop()
        for key in keys:
            tiles._current = start
            QTest.keyClick(tiles, key)
            if tiles._current not in seen:
                seen.add(tiles._current)
                frontier.append(tiles._current)
    assert len(seen) == 34


def test_that_space_selects_the_current_region_and_says_so(tiles):
    tiles._current = "浙江"
    QTest.keyClick(tiles, Qt.Key.Key_Space)
    assert tiles.selected() == {"浙江"}
    assert tiles.accessibleDescription() == "Zhejiang 112 selected; 1 selected"


def test_that_the_twin_lists_all_regions_and_leaves_unknown_ones_unknown(tiles):
    table = tiles.table()
    assert len(table.rows) == 34
    by_name = {row[0]: row[1] for row in table.rows}
    assert by_name["Zhejiang"] == 112
    assert by_name["Beijing"] is None


def test_that_a_name_that_is_no_region_is_refused(tiles):
    with pytest.raises(KeyError, match="Atlantis"):
        tiles.set_tiles({"Atlantis": RegionTile(1)}, scale=HeatScale(0, 1))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_label_fits_its_tile(tiles, language):
    formats.set_language(language)
    from PySide6.QtGui import QFontMetricsF

    from shopdesk.ui.theme import body_font

    for region in REGIONS:
        room = tiles.tile_rect(region.name).width()
        label, pixels = tiles._label(region, RegionTile(100), room - 4)
        assert QFontMetricsF(body_font(pixels=pixels)).horizontalAdvance(label) <= room
        assert label != "100"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("value", [999, 3060, 12_345, 123_456, 9_876_543])
def test_that_the_name_of_a_region_stays_however_long_its_number(tiles, language, value):
    formats.set_language(language)
    from PySide6.QtGui import QFontMetricsF

    from shopdesk.ui.charts.tile_map import region_name
    from shopdesk.ui.theme import body_font

    for region in REGIONS:
        room = tiles.tile_rect(region.name).width() - 4
        label, pixels = tiles._label(region, RegionTile(value), room)
        assert label.startswith((region_name(region), region.code))
        assert QFontMetricsF(body_font(pixels=pixels)).horizontalAdvance(label) <= room
        if len(region.name) == 2 and value < 100_000:
            assert label[-1].isdigit() or label[-1] in "kM万"


@pytest.fixture
def editable(tiles):
    tiles.editable = True
    tiles.told = []
    tiles.typed.connect(lambda names, text: tiles.told.append(("typed", names, text)))
    tiles.nudged.connect(lambda names, step: tiles.told.append(("nudged", names, step)))
    tiles.cleared.connect(lambda names: tiles.told.append(("cleared", names)))
    tiles.pasted.connect(lambda rows: tiles.told.append(("pasted", rows)))
    return tiles


def test_that_a_digit_opens_an_editor_whose_number_goes_to_the_selection(editable):
    editable.select({"浙江", "上海"})
    QTest.keyClicks(editable, "1")
    editor = editable._editor
    assert editor.isVisible()
    QTest.keyClicks(editor, "08")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editable.told == [("typed", frozenset({"浙江", "上海"}), "108")]
    assert not editor.isVisible()


def test_that_escape_leaves_the_tile_as_it_was(editable):
    QTest.keyClicks(editable, "1")
    QTest.keyClick(editable._editor, Qt.Key.Key_Escape)
    assert editable.told == []


def test_that_keys_nudge_and_clear_the_current_tile_where_none_is_selected(editable):
    editable._current = "广东"
    QTest.keyClicks(editable, "+-")
    QTest.keyClick(editable, Qt.Key.Key_Delete)
    here = frozenset({"广东"})
    assert editable.told == [("nudged", here, 5.0), ("nudged", here, -5.0), ("cleared", here)]


def test_that_names_and_numbers_go_out_and_come_back(editable):
    editable.select({"浙江", "江苏"})
    QTest.keyClick(editable, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editable, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editable.told == [("pasted", [("Jiangsu", "110"), ("Zhejiang", "112")])]


def test_that_a_map_that_is_only_shown_ignores_numbers(tiles, qtbot):
    with qtbot.assertNotEmitted(tiles.typed, wait=20):
        QTest.keyClicks(tiles, "1")
    assert not tiles._editor.isVisible()


def test_that_a_changed_tile_is_spoken(tiles):
    tiles.set_tiles({"浙江": RegionTile(112, marked=True)}, scale=HeatScale(80, 120, 100))
    assert tiles.spoken("浙江") == "Zhejiang 112 changed"
