"""The real window with its own home; ``start`` is a start of the program, as often as a test likes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
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
