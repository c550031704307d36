"""An operator rebuilds the plans: refuses a row with Space, writes the worksheet, finds all of it after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog

from shopdesk.app.keywords.rebuild import CHOICES, EXPORTS
from shopdesk.ui.driver import Driver
from tests.e2e.operator_hands import import_dropped, press

Start = Callable[[], Driver]
HEAD = "日期,场景名字,计划名字,单元名字,宝贝名称,词名字/词包名字,展现量,点击量,花费,总成交笔数,总成交金额"
WORDS = [
    ("坚果", "综合", 900, 2000), ("坚果礼盒", "综合", 300, 400), ("开心果", "综合", 200, 300),
    ("三只松鼠坚果", "综合", 90, 350), ("三只松鼠礼盒", "综合", 80, 340), ("三只松鼠礼袋", "综合", 70, 330),
    ("夏威夷果", "第二", 100, 100),
]  # fmt: skip


@pytest.fixture
def report(tmp_path: Path) -> Path:
    lines = [HEAD]
    for word, campaign, clicks, cost in WORDS:
        figures = f"{30 * clicks},{clicks},{cost},{clicks // 50},{60 * clicks // 50}"
        lines.append(f"2026-06-22,关键词推广,{campaign},单元1,坚果 500g,{word},{figures}")
    file = tmp_path / "关键词报表_20260622_20260622.csv"
    file.write_text("\n".join(lines), encoding="gb18030")
    return file


def rows_of(driver: Driver, collection: Any) -> dict[Any, Any]:
    workspace = driver.session.workspace
    assert workspace is not None
    return dict(workspace.rows(collection))


def rebuild(driver: Driver) -> Any:
    page: Any = driver.show_page("keywords")
    page.show_view("rebuild")
    driver.wait("the rebuild", lambda: "rebuild" in page.views)
    driver.settle()
    driver.raise_failures()
    return page.views["rebuild"]


def test_that_a_refused_row_stays_out_of_the_worksheet_and_is_remembered(
    start: Start, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = start()
    driver.window.resize(QSize(1366, 738))
    import_dropped(driver, report)
    view = rebuild(driver)
    model = view.grid.model
    row = next(
        at for at in range(model.rowCount()) if str(model.key(at)).startswith("moved") and "礼袋" in str(model.key(at))
    )
    view.grid.view.setFocus()
    view.grid.view.move_to(row, model.position("accepted"))
    press(view.grid.view, Qt.Key.Key_Space)
    driver.settle()
    assert len(rows_of(driver, CHOICES)) == 1

    out = tmp_path / "重构.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(out), ""))
    view.export("worksheet", "taobao")
    driver.settle()
    driver.raise_failures()
    cells = {str(cell.value) for sheet in openpyxl.load_workbook(out) for line in sheet.iter_rows() for cell in line}
    assert {"三只松鼠坚果", "三只松鼠礼盒"} <= cells
    assert "三只松鼠礼袋" not in cells
    driver.window.actions_by_name["undo"].trigger()
    driver.settle()
    assert not rows_of(driver, EXPORTS)
    driver.window.actions_by_name["redo"].trigger()
    driver.settle()

    driver = start()
    driver.settle()
    assert len(rows_of(driver, CHOICES)) == 1
    assert [one.file for one in rows_of(driver, EXPORTS).values()] == ["重构.xlsx"]
    assert "2" in rebuild(driver).headline.text()
