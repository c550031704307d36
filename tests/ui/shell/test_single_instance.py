"""A second start hands its files to the first, also to one that doesn't listen yet or has crashed."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from shopdesk.ui.single_instance import SingleInstance

ROOT = Path(__file__).parents[3]
START = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from shopdesk.ui.single_instance import SingleInstance
app = QCoreApplication([])
print(SingleInstance(name=sys.argv[1]).claim([Path(word) for word in sys.argv[2:]]), flush=True)
os._exit(0)  # as a crash: nothing is put away
"""


def start(name: str, *files: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", START, name, *files], stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.fixture
def name() -> str:
    return f"shopdesk-test-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def first(name: str, qapp: object) -> Iterator[SingleInstance]:
    instance = SingleInstance(name=name)
    yield instance
    instance.close()


def test_that_a_second_start_hands_over_its_files(first: SingleInstance, name: str, qtbot: QtBot) -> None:
    assert first.claim([])
    first.listen()
    with qtbot.waitSignal(first.files_received, timeout=20_000) as received:
        second = start(name, "orders.csv", "a b.xlsx")
    assert [path.name for path in received.args[0]] == ["orders.csv", "a b.xlsx"]
    assert second.communicate(timeout=20)[0].strip() == "False"


def test_that_a_second_start_waits_for_a_first_one_whose_window_is_not_painted_yet(
    first: SingleInstance, name: str, qtbot: QtBot
) -> None:
    assert first.claim([])
    second = start(name, "orders.csv")
    QTimer.singleShot(1_000, first.listen)
    with qtbot.waitSignal(first.files_received, timeout=20_000):
        pass
    assert second.communicate(timeout=20)[0].strip() == "False"


def test_that_a_start_after_a_crash_is_the_first(first: SingleInstance, name: str) -> None:
    crashed = start(name)
    assert crashed.communicate(timeout=20)[0].strip() == "True"
    assert first.claim([])


def test_that_a_start_after_an_orderly_end_is_the_first(first: SingleInstance, name: str) -> None:
    assert first.claim([])
    first.listen()
    first.close()
    assert SingleInstance(name=name).claim([])
