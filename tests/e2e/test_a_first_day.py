"""What an operator does on the first day, from the start of the program to the next morning."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence

from shopdesk.ui.actions import PAGES
from shopdesk.ui.driver import Driver
from tests.e2e.operator_hands import active_rows, drop, import_dropped

Start = Callable[[], Driver]


def test_that_dropped_files_are_there_after_undo_redo_and_restart(start: Start, sample: Path) -> None:
    driver = start()
    assert driver.window.stack.currentWidget() is driver.window.first_run
    import_dropped(driver, *sorted(sample.glob("*.csv")), *sorted(sample.glob("*.xlsx")))
    rows = active_rows(driver)
    assert rows["ad_campaign"] > 0
    assert rows["costs"] > 0
    assert driver.session.last_day is not None

    actions = driver.window.actions_by_name
    assert actions["undo"].isEnabled()
    actions["undo"].trigger()
    driver.settle()
    assert active_rows(driver) == {}
    actions["redo"].trigger()
    driver.settle()
    assert active_rows(driver) == rows

    again = start()
    again.wait("the shop of the last time", lambda: again.session.workspace is not None)
    again.settle()
    assert active_rows(again) == rows
    assert not again.session.is_sample


def test_that_the_same_files_twice_change_nothing(start: Start, sample: Path) -> None:
    driver = start()
    files = sorted(sample.glob("*.xlsx"))
    import_dropped(driver, *files)
    rows = active_rows(driver)
    drop(driver, *files)
    flow = driver.commands.imports
    driver.wait("the preview", lambda: flow.page is not None)
    assert flow.page is not None
    assert all(sheet.already_imported for sheet in flow.page.model.sheets)
    assert not flow.page.accept.isEnabled()
    flow.page.cancel.click()
    assert active_rows(driver) == rows


def test_that_the_sample_opens_every_tab_and_can_be_removed_and_brought_back(start: Start) -> None:
    driver = start()
    driver.open_sample()
    driver.settle()
    assert driver.show_every_page() == []
    assert "样例" in driver.window.windowTitle() or "ample" in driver.window.windowTitle()
    driver.window.actions_by_name["remove_sample"].trigger()
    driver.settle()
    assert not driver.session.is_sample
    driver.window.actions_by_name["undo"].trigger()
    driver.settle()
    assert driver.session.is_sample


def test_that_own_files_never_mix_with_the_sample(start: Start, sample: Path) -> None:
    driver = start()
    driver.open_sample()
    sample_shop = driver.session.workspace
    assert sample_shop is not None
    path = sample_shop.path
    import_dropped(driver, *sorted(sample.glob("*.xlsx")))
    assert driver.session.workspace is not None
    assert driver.session.workspace.path != path
    assert not driver.session.is_sample


def test_that_a_broken_file_is_told_and_the_rest_goes_in(start: Start, sample: Path, tmp_path: Path) -> None:
    broken = tmp_path / "坏掉的 报表.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    driver = start()
    flow = driver.commands.imports
    drop(driver, broken, *sorted(sample.glob("*.xlsx")))
    driver.wait("the preview", lambda: flow.page is not None)
    assert flow.page is not None
    refused = [sheet for sheet in flow.page.model.sheets if sheet.sheet is None]
    assert [sheet.source.path.name for sheet in refused] == [broken.name]
    assert refused[0].file_issues
    flow.page.accept.click()
    driver.wait("the import", lambda: flow.page is None)
    driver.settle()
    assert active_rows(driver)["costs"] > 0


def test_that_language_and_look_change_at_once_everywhere(start: Start) -> None:
    driver = start()
    driver.open_sample()
    driver.show_every_page()
    settings = driver.session.settings
    for tongue, look, first_tab in (("zh_CN", "dark", "经营看板"), ("en", "light", "Dashboard")):
        settings.set("language", tongue)
        settings.set("look", look)
        driver.settle()
        assert driver.window.tabs.tabText(0) == first_tab
    driver.raise_failures()


def test_that_every_shortcut_of_the_window_is_its_own(start: Start) -> None:
    driver = start()
    seen: dict[str, str] = {}
    for name, action in driver.window.actions_by_name.all().items():
        for keys in action.shortcuts():
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert text not in seen, f"{text}: {name} and {seen.get(text)}"
            seen[text] = name
    assert {f"Ctrl+{number + 1}" for number in range(len(PAGES))} <= set(seen)


def test_that_a_second_window_on_the_same_shop_is_refused_in_words(start: Start, home: Path) -> None:
    driver = start()
    driver.commands.files.start_empty()
    driver.wait("the shop", lambda: driver.session.workspace is not None)
    workspace = driver.session.workspace
    assert workspace is not None
    other = Driver(driver.commands.services)
    with contextlib.ExitStack() as stack:
        stack.callback(other.close)
        other.failures.clear()
        other.desk.show()
        other.wait("the refusal", lambda: bool(other.failures))
        text = other.window.bar.text()
        assert text
        assert "workspace_" not in text
    gc.collect()
