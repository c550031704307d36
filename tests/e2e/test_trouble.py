"""What can go wrong with a shop file, each told in words on the window and mended where it can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from operator_hands import active_rows, drop, import_dropped
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from shopdesk.app.ports import WorkspaceError
from shopdesk.ui.cards import LinkButton, MessageBar
from shopdesk.ui.crash import CrashDialog, install_hooks
from shopdesk.ui.dialogs.backups import BackupsDialog
from shopdesk.ui.dialogs.settings import SettingsDialog
from shopdesk.ui.driver import Driver
from shopdesk.ui.screens import dialogs, pictures
from tests.ui.shell.fitting import cut_off

Start = Callable[[], Driver]


def verbs(bar: MessageBar) -> dict[str, QPushButton]:
    return {verb.text(): verb for verb in bar.findChildren(LinkButton) if verb.isVisible()}


def accept_the_backup(driver: Driver) -> None:
    """Press the button of the dialog of backups as soon as it stands there."""

    def press() -> None:
        shown = [w for w in driver.app.topLevelWidgets() if isinstance(w, BackupsDialog) and w.isVisible()]
        if shown:
            shown[0].go.click()
        else:
            QTimer.singleShot(20, press)

    QTimer.singleShot(20, press)


def with_shop(start: Start) -> Driver:
    driver = start()
    driver.session.settings.set("language", "en")
    driver.commands.files.start_empty()
    driver.wait("the shop", lambda: driver.session.workspace is not None)
    return driver


def test_that_a_damaged_shop_offers_its_backup_and_comes_back(start: Start, sample: Path) -> None:
    driver = with_shop(start)
    import_dropped(driver, *sorted(sample.glob("*.xlsx")))
    rows = active_rows(driver)
    driver.window.actions_by_name["make_backup"].trigger()
    driver.settle()
    assert driver.session.workspace is not None
    path = driver.session.workspace.path
    driver.window.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 200) + whole[-100:])

    again = Driver(driver.commands.services)
    again.desk.show()
    again.wait("the refusal", lambda: bool(again.failures))
    assert "damaged" in again.window.bar.text()
    assert "workspace_" not in again.window.bar.text()
    accept_the_backup(again)
    verbs(again.window.bar)["Restore a backup…"].click()
    again.failures.clear()
    again.wait("the shop", lambda: again.session.workspace is not None)
    again.settle()
    assert active_rows(again) == rows
    again.close()


def test_that_checking_says_in_words_whether_the_file_is_whole(start: Start, sample: Path) -> None:
    driver = with_shop(start)
    import_dropped(driver, *sorted(sample.glob("*.xlsx")))
    driver.window.actions_by_name["check_file"].trigger()
    driver.settle()
    assert "everything is in order" in driver.window.bar.text()

    workspace = driver.session.workspace
    assert workspace is not None
    workspace.store._connection.execute("UPDATE chunks SET data = zeroblob(length(data))")  # type: ignore[attr-defined]
    driver.window.actions_by_name["check_file"].trigger()
    driver.settle()
    assert "damage was found" in driver.window.bar.text()
    assert "Restore a backup…" in verbs(driver.window.bar)


@pytest.mark.parametrize(
    ("pragma", "words"), [("max_page_count = 1", "disk is full"), ("query_only = 1", "can only be read")]
)
def test_that_a_full_disk_or_a_read_only_file_is_told_and_nothing_is_half_done(
    start: Start, sample: Path, pragma: str, words: str
) -> None:
    driver = with_shop(start)
    workspace, flow = driver.session.workspace, driver.commands.imports
    assert workspace is not None
    drop(driver, *sorted(sample.glob("*.xlsx")))
    driver.wait("the preview", lambda: flow.page is not None)
    workspace.store._connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]
    assert flow.page is not None
    flow.page.accept.click()
    driver.settle()
    assert words in driver.window.bar.text()
    assert active_rows(driver) == {}
    assert flow.page is not None, "the preview stays, to try again"
    assert flow.page.accept.isEnabled()


def test_that_an_edit_that_the_disk_refuses_is_told_without_a_crash_dialog(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    driver = with_shop(start)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_hooks(driver.desk)
    error = WorkspaceError("workspace_disk_full", path="店铺.shopdesk")
    sys.excepthook(type(error), error, None)
    driver.turn()
    assert "disk is full" in driver.window.bar.text()
    assert not any(isinstance(widget, CrashDialog) for widget in driver.app.topLevelWidgets())


def test_that_a_shop_in_a_folder_that_refuses_is_told(start: Start, tmp_path: Path) -> None:
    driver = start()
    driver.session.settings.set("language", "en")
    (tmp_path / "a file").write_text("no folder", encoding="utf-8")
    driver.session.settings.set("data_folder", str(tmp_path / "a file" / "shops"))
    driver.commands.files.start_empty()
    driver.wait("the refusal", lambda: bool(driver.failures))
    assert "My shop.shopdesk failed" in driver.window.bar.text()
    assert driver.session.workspace is None


def test_that_new_shops_go_where_the_settings_say(start: Start, tmp_path: Path) -> None:
    driver = start()
    driver.session.settings.set("data_folder", str(tmp_path / "我的 数据"))
    driver.commands.files.start_empty()
    driver.wait("the shop", lambda: driver.session.workspace is not None)
    assert driver.session.workspace is not None
    assert driver.session.workspace.path.parent == tmp_path / "我的 数据"


def test_that_nothing_is_cut_off_in_any_dialog_page_or_look(start: Start) -> None:
    driver = start()
    driver.open_sample()
    driver.window.resize(1366, 738)
    found: list[str] = []
    settings = driver.session.settings
    for tongue, look in (("zh_CN", "light"), ("en", "dark")):
        settings.set("language", tongue)
        settings.set("look", look)
        for name, picture in pictures(driver, driver.commands.services, is_open=True):
            driver.turn()
            if not name.startswith("menu") and picture is not driver.window:
                found += [f"{name} {tongue}: {text}" for text in cut_off(picture)]
    assert found == []
    for name, dialog in dialogs(driver, driver.commands.services):
        assert dialog.windowTitle() or name.startswith("popup")
        dialog.deleteLater()
    assert isinstance(SettingsDialog(settings, driver.commands.services.paths), SettingsDialog)
