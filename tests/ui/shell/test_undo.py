"""Undo: named steps, nothing done twice, failures told and dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.ui.undo import UndoSteps


@dataclass
class Shelf:
    values: dict[str, int] = field(default_factory=dict)
    is_full: bool = False

    def apply(self, change: Put) -> Put:
        if self.is_full:
            raise OSError("no room")
        before = Put(change.name, self.values.get(change.name))
        if change.value is None:
            self.values.pop(change.name, None)
        else:
            self.values[change.name] = change.value
        return Put(change.name, before.value, is_empty=before.value == change.value)


@dataclass(frozen=True)
class Put:
    name: str
    value: int | None
    is_empty: bool = False


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def steps(qtbot: QtBot, shelf: Shelf) -> UndoSteps:
    undo = UndoSteps()
    undo.attach(cast("Any", shelf))
    return undo


def push(steps: UndoSteps, name: str, value: int, step: str, **more: Any) -> None:
    steps.push(cast("Any", Put(name, value)), step, **more)


def test_that_a_push_is_done_once_and_named(steps: UndoSteps, shelf: Shelf) -> None:
    push(steps, "价", 3, "粘贴 32 格")
    assert shelf.values == {"价": 3}
    assert steps.undo_name() == "粘贴 32 格"
    assert steps.redo_name() == ""


def test_that_a_hundred_steps_come_back_and_go_forth(steps: UndoSteps, shelf: Shelf) -> None:
    for number in range(120):
        push(steps, "价", number + 1, f"第 {number} 步")
    for _ in range(120):
        steps.undo()
    assert shelf.values == {}
    for _ in range(120):
        steps.redo()
    assert shelf.values == {"价": 120}


def test_that_a_step_that_changes_nothing_leaves_no_trace(steps: UndoSteps) -> None:
    push(steps, "价", 1, "先")
    push(steps, "价", 1, "无用")
    assert steps.undo_name() == "先"


def test_that_undo_and_redo_bring_what_they_touch_into_view(steps: UndoSteps) -> None:
    seen: list[str] = []
    push(steps, "价", 1, "改价", reveal=lambda: seen.append("价"))
    steps.undo()
    steps.redo()
    assert seen == ["价", "价"]


def test_that_a_failed_undo_is_told_and_its_step_dropped(steps: UndoSteps, shelf: Shelf) -> None:
    push(steps, "价", 1, "改价")
    shelf.is_full = True
    with pytest.raises(OSError, match="no room"):
        steps.undo()
    assert shelf.values == {"价": 1}
    assert steps.undo_name() == ""


def test_that_a_refused_push_adds_no_step(steps: UndoSteps, shelf: Shelf) -> None:
    shelf.is_full = True
    with pytest.raises(OSError, match="no room"):
        push(steps, "价", 1, "改价")
    assert steps.undo_name() == ""


def test_that_another_shop_starts_without_steps(steps: UndoSteps) -> None:
    push(steps, "价", 1, "改价")
    steps.attach(cast("Any", Shelf()))
    assert steps.names() == []
