"""The real window with its own home; ``start`` is a start of the program, as often as a test likes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from shopdesk import bootstrap
from shopdesk.ui.driver import Driver

Start = Callable[[], Driver]

SCREEN: Final = "1366x768x24"
_SCREENS: Final[list[subprocess.Popen[bytes]]] = []
"""Kept to the end of the process: Qt ends a program whose display goes first."""


def own_screen(program: str) -> subprocess.Popen[bytes]:
    """Start a virtual display that ends with its last window and make it this process's."""
    reading, writing = os.pipe()
    options = ("-screen", "0", SCREEN, "-nolisten", "tcp", "-terminate", "-displayfd", str(writing))
    server = subprocess.Popen([program, *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    return server


@pytest.fixture(scope="session", autouse=True)
def _screen() -> Iterator[None]:
    """Give each worker a display of its own: two windows on one would take focus and clipboard from each other."""
    program = shutil.which("Xvfb")
    if os.environ.get("QT_QPA_PLATFORM") == "xcb" and program:
        _SCREENS.append(own_screen(program))
    yield
    if QGuiApplication.instance() is None:
        for server in _SCREENS:
            server.terminate()


@pytest.fixture(scope="session", autouse=True)
def _reader() -> Iterator[None]:
    """Keep the warm reader from test to test: to start it costs more than most of what it reads here."""
    yield
    bootstrap.close_reader()


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


@pytest.fixture
def sample() -> Path:
    return bootstrap.services().paths.sample
