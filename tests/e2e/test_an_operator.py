"""A working day at the keyboard: every edit of every tab, back step by step, forth again, and the next morning."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.keywords.documents import DICTIONARY, HAND_LABELS
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.domain.promotions.design import LadderStep, OfferKind
from shopdesk.ui.driver import Driver
from tests.e2e.operator_hands import (
    active_rows,
    drop,
    editor_of,
    import_dropped,
    paste,
    press,
    state_of,
    type_into_cell,
)

Start = Callable[[], Driver]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
COLLECTIONS = (BID_PLANS, DICTIONARY, HAND_LABELS, OFFERS)


def everything(driver: Driver) -> dict[str, Any]:
    return state_of(driver, COLLECTIONS)


def override_a_word_by_keyboard(driver: Driver) -> None:
    page = driver.show_page("keywords")
    view, model = page.words.grid.view, page.words.grid.model
    column = model.position("quadrant")
    view.setFocus()
    view.move_to(0, column)
    press(view, Key.Key_F2)
    box = editor_of(view, QComboBox)
    press(box, Key.Key_Down if box.currentIndex() == 0 else Key.Key_Up)
    press(box, Key.Key_Return)
    driver.settle()


def edit_the_week(driver: Driver) -> None:
    page = driver.show_page("bidding")
    if not page.edits.plans():
        page.edits.add_drafts(page.edits.drafts())
        driver.settle()
    page.desk.centre.hours.show_edit()
    driver.settle()
    grid = page.desk.centre.hours.grid
    grid.setFocus()
    grid.select(0, 9, 0, 9)
    type_into_cell(grid, "130")
    driver.settle()
    grid.select(1, 9, 1, 11)
    grid.does.nudge(5)
    driver.settle()
    grid.select(2, 0, 2, 0)
    paste(grid, "110\t115\t120\n105\t100\t95\n")
    driver.settle()


def make_an_offer_and_price_the_cart(driver: Driver) -> None:
    page = driver.show_page("promotions").design
    page.add_offer(OfferKind.THRESHOLD_OFF)
    driver.settle()
    page.designer.move_step(0, LadderStep(19_900, 2_000))
    driver.settle()
    model = page.cart.model
    assert model.rowCount() >= 1, "a cart from a real order is there to be priced"
    before = model.value(0, model.position("payable"))
    assert model.setData(model.index(0, model.position("quantity")), "3")
    driver.settle()
    assert model.value(0, model.position("payable")) > before


def test_that_a_day_of_edits_goes_back_step_by_step_forth_again_and_is_there_next_morning(
    start: Start, sample: Path
) -> None:
    driver = start()
    driver.window.resize(QSize(1366, 738))
    empty_facts: dict[str, int] = {}
    import_dropped(driver, sample)
    states = [everything(driver)]

    override_a_word_by_keyboard(driver)
    assert everything(driver)["keyword_labels"] != states[0]["keyword_labels"]
    edit_the_week(driver)
    plans = everything(driver)["bid_plans"]
    assert plans
    assert any(130 in dataclasses.asdict(plan)["hours"] for plan in plans.values())
    make_an_offer_and_price_the_cart(driver)
    evening = everything(driver)
    assert evening["offers"]

    actions = driver.window.actions_by_name
    names = driver.session.undo.names()
    assert len(names) >= 6
    seen = [evening]
    while actions["undo"].isEnabled():
        actions["undo"].trigger()
        driver.settle()
        seen.append(everything(driver))
        assert len(seen) <= len(names) + 1
    assert len(seen) == len(names) + 1
    assert seen[-1] == {"facts": empty_facts, **{c.name: {} for c in COLLECTIONS}}
    for state in reversed(seen[:-1]):
        actions["redo"].trigger()
        driver.settle()
        assert everything(driver) == state
    assert not actions["redo"].isEnabled()

    morning = start()
    morning.wait("the shop of the last time", lambda: morning.session.workspace is not None)
    morning.settle()
    assert everything(morning) == evening


def test_that_a_click_in_the_undo_history_goes_to_that_point(start: Start, sample: Path) -> None:
    driver = start()
    import_dropped(driver, *sorted(sample.glob("*.xlsx")))
    rows = active_rows(driver)
    driver.window.actions_by_name["undo_history"].trigger()
    panel = driver.commands.undo_history
    assert panel is not None
    assert panel.list.count() == 2
    panel.list.itemClicked.emit(panel.list.item(0))
    assert active_rows(driver) == {}
    panel.list.itemClicked.emit(panel.list.item(1))
    assert active_rows(driver) == rows
    panel.close()
    assert not driver.window.actions_by_name["undo_history"].isChecked()


def test_that_of_a_folder_of_200_files_three_broken_ones_are_told_and_the_rest_goes_in(
    start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "下载 6月"
    folder.mkdir()
    for number in range(197):
        text = f"货号,品名,进价,标价\nGSL-{number:03d},坚果 {number},{10 + number}.50,{30 + number}.00\n"
        (folder / f"成本 {number:03d}.csv").write_text(text, encoding="utf-8")
    for number in range(3):
        (folder / f"坏 {number}.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    driver = start()
    flow = driver.commands.imports
    drop(driver, folder)
    driver.wait("the preview", lambda: flow.page is not None)
    assert flow.page is not None
    refused = [sheet.source.path.name for sheet in flow.page.model.sheets if sheet.sheet is None]
    assert sorted(refused) == [f"坏 {number}.xlsx" for number in range(3)]
    flow.page.accept.click()
    driver.wait("the import", lambda: flow.page is None)
    driver.settle()
    assert active_rows(driver)["costs"] == 197


def test_that_a_cancelled_import_stops_at_once_with_nothing_half_done(start: Start, sample: Path) -> None:
    driver = start()
    driver.commands.files.start_empty()
    driver.wait("the shop", lambda: driver.session.workspace is not None)
    jobs = driver.session.jobs
    drop(driver, sample)
    driver.wait("reading", lambda: bool(jobs.running()))
    driver.turn()
    for job in jobs.running():
        jobs.cancel(job.number)
    driver.turn()
    assert jobs.is_idle()
    driver.settle()
    assert driver.commands.imports.page is None
    assert active_rows(driver) == {}
    assert driver.failures == []
    import_dropped(driver, *sorted(sample.glob("*.xlsx")))
    assert active_rows(driver)["costs"] > 0


VICTIM = """
import sys
from pathlib import Path
from shopdesk import bootstrap
from shopdesk.ui.driver import Driver

if __name__ == "__main__":
    driver = Driver(bootstrap.services())
    driver.start()
    driver.wait("the shop", lambda: driver.session.workspace is not None)
    flow = driver.commands.imports
    flow.begin([Path(sys.argv[1])])
    driver.wait("the preview", lambda: flow.page is not None)
    flow.page.accept.click()
    for _ in range(int(sys.argv[2])):
        driver.turn()
    print("importing", flush=True)
    while True:
        driver.turn()
"""


def test_that_a_window_killed_during_an_import_leaves_a_sound_shop(
    start: Start, home: Path, sample: Path, tmp_path: Path
) -> None:
    driver = start()
    import_dropped(driver, *sorted(sample.glob("*.xlsx")))
    rows = active_rows(driver)
    driver.window.close()
    script = tmp_path / "victim.py"
    script.write_text(VICTIM, encoding="utf-8")
    environment = {**os.environ, "SHOPDESK_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}
    for turns in ("0", "6"):
        command = [sys.executable, str(script), str(sample), turns]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as victim:
            assert victim.stdout is not None
            assert victim.stdout.readline().strip() == b"importing"
            victim.kill()
    again = start()
    again.wait("the shop", lambda: again.session.workspace is not None)
    again.settle()
    assert again.session.workspace is not None
    assert again.session.workspace.store.check() == []
    after = active_rows(again)
    assert all(after.get(name, 0) >= count for name, count in rows.items())


def test_that_ctrl_c_in_the_terminal_closes_the_window_cleanly(home: Path) -> None:
    environment = {**os.environ, "SHOPDESK_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-m", "shopdesk"], env=environment, stderr=subprocess.PIPE) as window:
        log = home / "config" / "settings.json"
        end = time.monotonic() + 20
        while not (home / "documents").exists() and time.monotonic() < end and window.poll() is None:
            pass
        window.send_signal(signal.SIGINT)
        _, told = window.communicate(timeout=20)
    assert window.returncode == 0, told.decode()
    assert b"Traceback" not in told
    assert log.exists()  # closing stores the place of the window


def test_that_a_file_changed_since_its_import_is_offered_again(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "成本.csv"
    file.write_text("货号,品名,进价,标价\nGSL-001,坚果,10.50,30.00\n", encoding="utf-8")
    driver = start()
    import_dropped(driver, file)
    sources = driver.commands.imports.sources
    sources.look()
    driver.settle()
    assert driver.window.bar.text() == ""
    file.write_text("货号,品名,进价,标价\nGSL-001,坚果,11.50,30.00\nGSL-002,榛子,9.00,20.00\n", encoding="utf-8")
    sources.look()
    driver.settle()
    assert file.name in driver.window.bar.text()
    driver.window.bar.dismiss()
    sources.look()
    driver.settle()
    assert driver.window.bar.text() == ""


def test_that_refused_rows_can_be_saved_from_the_history_until_the_window_closes(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "订单.csv"
    rows = "".join(f"{number},10.0,10.0,2026-06-01 10:00:0{number % 10}\n" for number in range(1000, 1009))
    file.write_text(
        f"订单编号,总金额,买家实际支付金额,订单创建时间\n{rows}6.2E+17,10.0,10.0,2026-06-01 11:00:00\n",
        encoding="utf-8",
    )
    driver = start()
    import_dropped(driver, file)
    flow = driver.commands.imports
    (record,) = (record for record in driver.session.imports() if record.active)
    assert record.rejected == 1
    (kept,) = flow.refused.of([record.import_id])
    assert kept.sheet is None
    target = tmp_path / "被拒.xlsx"
    flow.services.importing().save_rejected([kept], target)
    assert target.stat().st_size > 0
