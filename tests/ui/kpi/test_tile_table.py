from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.charts.table_twin import TableTwinDialog
from shopdesk.ui.kpi.page import KpiPage
from shopdesk.ui.kpi.tile_row import TileRow
from tests.ui.kpi.board_page import page_of
from tests.ui.stage import END, Stage


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.add_shop(last=40)
    yield made
    made.workspace.close()


def week_page(stage: Stage, qtbot: QtBot, *, mode: str = "day") -> KpiPage:
    stage.context.period = Period(END - timedelta(days=6), END)
    page = page_of(stage, qtbot)
    page.overview.mode.choose(mode)
    page.refresh()
    return page


def row_of(tiles: TileRow, name: str) -> dict[str, str]:
    table = tiles.table()
    row = next(row for row in table.rows if row[0] == name)
    return dict(zip(table.columns, map(str, row), strict=True))


def test_that_each_tile_is_a_row_with_its_days_change_verdict_and_basis(stage: Stage, qtbot: QtBot) -> None:
    row = row_of(week_page(stage, qtbot).overview.tiles, "Sales")
    assert row["Value"] == "3,520.00"
    assert row["Unit"] == "yuan"
    assert row["Days"] == "04-30 Thu"
    assert row["Change"].startswith("−")
    assert row["Against"] == "vs a week ago"
    assert row["Value before"] not in ("", "—")
    assert row["Verdict"] == "low"


def test_that_people_of_a_period_are_called_an_upper_bound_and_unknown_figures_unknown(
    stage: Stage, qtbot: QtBot
) -> None:
    page = week_page(stage, qtbot, mode="period")
    tiles = page.overview.tiles
    visitors, spend = row_of(tiles, "Visitors"), row_of(tiles, "Ad spend")
    assert "upper bound" in visitors["Rests on"]
    assert visitors["Verdict"] == ""
    assert (spend["Value"], spend["Change"], spend["Rests on"]) == ("—", "—", "no data")


def test_that_the_row_is_copied_and_shown_as_a_table(stage: Stage, qtbot: QtBot) -> None:
    page = week_page(stage, qtbot)
    tiles = page.overview.tiles
    verbs = {action.text(): action for action in tiles.build_menu().actions()}
    verbs["Copy as table"].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Metric", "Days", "Value"]
    assert len(lines) == 1 + len(tiles.table().rows)
    qtbot.waitUntil(lambda: tiles.height() > 0)  # laid out
    verbs["Copy picture"].trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * tiles.width()
    verbs["Show as table"].trigger()
    (dialog,) = tiles.findChildren(TableTwinDialog)
    assert dialog.view.model().rowCount() == len(tiles.table().rows)
    dialog.close()


def test_that_a_line_within_a_tile_leaves_the_menu_to_the_row(stage: Stage, qtbot: QtBot) -> None:
    page = week_page(stage, qtbot)
    tiles = page.overview.tiles
    from shopdesk.ui.charts.sparkline import Sparkline

    lines = tiles.findChildren(Sparkline)
    assert lines
    assert all(line.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu for line in lines)
