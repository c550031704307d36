from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.settings import Settings
from shopdesk.ui import formats
from shopdesk.ui.context import UiContext
from shopdesk.ui.lazy_views import LazyViews
from shopdesk.ui.undo import UndoSteps

PACKAGE = "views_of_this_test"


class JobsInHand:
    """Keeps what was started until the test lets it end."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def start(
        self,
        _name: str,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Callable[[], None]:
        def run() -> None:
            try:
                found = work(SILENT)
            except ImportError as error:
                assert failed is not None
                failed(error)
                return
            done(found)

        self.waiting.append(run)
        return lambda: None

    def end(self) -> None:
        waiting, self.waiting = self.waiting, []
        for run in waiting:
            run()


class View(QWidget):
    wanted = Signal(str, object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context


@pytest.fixture
def jobs() -> JobsInHand:
    return JobsInHand()


@pytest.fixture
def stack(qtbot: QtBot, jobs: JobsInHand) -> LazyViews:
    formats.set_language("en")
    context = UiContext(jobs=jobs, undo=UndoSteps(), settings=Settings())
    made = LazyViews(context, package=PACKAGE)
    qtbot.addWidget(made)
    made.add("first", QLabel("first"))
    made.show()
    return made


def write_view(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder / PACKAGE
    for place in (package, package / name):
        place.mkdir(exist_ok=True)
        (place / "__init__.py").touch()
    (package / name / "view.py").write_text("from tests.ui.shell.test_lazy_views import View\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))


@pytest.fixture(autouse=True)
def forget_modules() -> Any:
    yield
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


def test_that_the_first_view_stands_in_front(stack: LazyViews) -> None:
    assert stack.currentWidget() is stack.views["first"]


def test_that_a_view_is_loaded_beside_the_interface_and_then_drawn(
    stack: LazyViews, jobs: JobsInHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_view(tmp_path, "second", monkeypatch)
    stack.bring("second", "a target")
    assert stack.currentWidget() is stack.waiting
    with qtbot.waitSignal(stack.arrived) as arrived:
        jobs.end()
    assert arrived.args == ["second"]
    assert stack.currentWidget() is stack.views["second"]
    assert stack.target("second") == "a target"
    assert stack.target("second") is None


def test_that_a_view_that_can_not_be_loaded_says_so_and_can_be_tried_again(
    stack: LazyViews, jobs: JobsInHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack.bring("second")
    jobs.end()
    assert "could not be opened" in " ".join(one.text() for one in stack.waiting.findChildren(QLabel))
    assert stack.waiting.action.isVisible()
    write_view(tmp_path, "second", monkeypatch)
    stack.waiting.action.click()
    assert not stack.waiting.action.isVisible()
    jobs.end()
    assert stack.currentWidget() is stack.views["second"]


def test_that_a_view_that_failed_beside_another_one_does_not_come_to_the_front(
    stack: LazyViews, jobs: JobsInHand
) -> None:
    stack.bring("second")
    stack.bring("first")
    jobs.end()
    assert stack.currentWidget() is stack.views["first"]


def test_that_a_view_that_can_not_be_built_says_so_in_its_place(stack: LazyViews) -> None:
    broken = ModuleType(f"{PACKAGE}.broken.view")

    class Broken:
        def __init__(self, _context: UiContext) -> None:
            raise ValueError("a slip")

    broken.View = Broken  # type: ignore[attr-defined]
    sys.modules[broken.__name__] = broken
    with pytest.raises(ValueError, match="a slip"):
        stack.bring("broken")
    assert stack.currentWidget() is stack.waiting
    assert stack.waiting.action.isVisible()


def test_that_views_of_the_shop_before_are_dropped(
    stack: LazyViews, jobs: JobsInHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_view(tmp_path, "second", monkeypatch)
    stack.bring("second", "a target")
    jobs.end()
    stack.forget(but="first")
    assert set(stack.views) == {"first"}
    assert stack.target("second") is None
