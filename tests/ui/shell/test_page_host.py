"""A tab loads the code of its page beside the interface thread."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.settings import Settings
from shopdesk.app.workspace import Workspace
from shopdesk.ui import page_host
from shopdesk.ui.context import Jobs, Page, UiContext, UndoStack


class LatePage(Page):
    refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


class HeldJobs:
    """Keeps what was started, so that a test says when it is done."""

    def __init__(self) -> None:
        self.started: list[Callable[[], None]] = []

    def start(
        self, _name: str, work: Callable[[Any], Any], done: Callable[[Any], None], _failed: object = None
    ) -> Callable[[], None]:
        self.started.append(lambda: done(work(None)))
        return lambda: None


@pytest.fixture
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def host(qtbot: QtBot, jobs: HeldJobs, monkeypatch: pytest.MonkeyPatch) -> page_host.PageHost:
    context = UiContext(jobs=cast("Jobs", jobs), undo=cast("UndoStack", None), settings=Settings())
    context.workspace = cast("Workspace", object())
    monkeypatch.setitem(page_host.PAGE_CLASSES, "kpi", ("late_page", "LatePage"))

    def load(name: str) -> types.ModuleType:
        module = types.ModuleType(name)
        module.LatePage = LatePage  # type: ignore[attr-defined]
        return module

    monkeypatch.setattr(page_host.importlib, "import_module", load)
    made = page_host.PageHost("kpi", context)
    qtbot.addWidget(made)
    return made


def test_that_a_page_is_built_only_after_its_code_was_loaded_in_a_job(
    host: page_host.PageHost, jobs: HeldJobs, qtbot: QtBot
) -> None:
    host.activate()
    assert host.page is None
    assert not host.is_settled()
    jobs.started[0]()
    qtbot.waitUntil(host.is_settled)
    assert isinstance(host.page, LatePage)
    assert host.page.refreshed == 1


def test_that_showing_a_tab_twice_loads_its_code_once(host: page_host.PageHost, jobs: HeldJobs) -> None:
    host.activate()
    host.activate()
    assert len(jobs.started) == 1


def test_that_a_module_another_thread_is_still_loading_is_waited_for(
    host: page_host.PageHost, jobs: HeldJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "late_page", types.ModuleType("late_page"))
    host.activate()
    assert host.page is None
    assert len(jobs.started) == 1
