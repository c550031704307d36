"""The real window with its own home; ``start`` is a start of the program, as often as a test likes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from shopdesk import bootstrap
from shopdesk.ui.driver import Driver

Start = Callable[[], Driver]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "王小二 的 店"
    monkeypatch.setenv("SHOPDESK_HOME", str(folder))
    return folder


@pytest.fixture
def start(home: Path, qapp: QApplication) -> Iterator[Start]:
    running: list[Driver] = []

    def go() -> Driver:
        for old in running:
            old.close()
        running.clear()
        driver = Driver(bootstrap.services())
        driver.start()
        running.append(driver)
        return driver

    yield go
    for driver in running:
        driver.close()
    bootstrap.close_reader()


@pytest.fixture
def sample() -> Path:
    return bootstrap.services().paths.sample


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files on the window as the desktop does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = driver.window.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(driver.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(driver.window, QDropEvent(place.toPointF(), Qt.DropAction.CopyAction, mime, buttons, keys))


def import_dropped(driver: Driver, *paths: Path) -> None:
    """Drop files, wait for the preview, press its one button and wait until the figures are in."""
    flow = driver.commands.imports
    done: list[object] = []
    flow.finished.connect(done.append)
    drop(driver, *paths)
    driver.wait("the preview", lambda: flow.page is not None or bool(driver.failures))
    driver.raise_failures()
    assert flow.page is not None
    driver.wait("the button", flow.page.accept.isEnabled)
    flow.page.accept.click()
    driver.wait("the import", lambda: bool(done) or bool(driver.failures))
    driver.settle()
    driver.raise_failures()
