from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shopdesk.app.kpi.targets import (
    SPRINTS,
    TARGETS,
    TargetRow,
    continue_targets,
    drop_sprint,
    drop_targets,
    from_template,
    main_target,
    put_sprint,
    put_target,
    set_changes,
    set_goals,
    set_values,
    sprints_of,
    targets_of,
    templates,
)
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.targets.fit import can_project
from shopdesk.domain.kpi.targets.goal import Direction
from tests.ui.stage import Stage

JUNE = TargetRow("pay_amount", date(2026, 6, 1), date(2026, 6, 30), 100_000.0)
CPC = TargetRow("ad_cpc", date(2026, 4, 1), date(2026, 6, 30), 1.2, Direction.AT_MOST)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    made.workspace.close()


def test_that_targets_and_sprints_come_back_from_the_file(stage: Stage) -> None:
    from shopdesk import bootstrap

    sprint = from_template(templates()[0], start=date(2026, 6, 1), name="冲刺")
    stage.workspace.apply(put_target(JUNE))
    stage.workspace.apply(put_target(CPC))
    stage.workspace.apply(put_sprint(sprint))
    path = stage.workspace.store.path
    stage.workspace.close()
    again = bootstrap.open_workspace(path)
    try:
        assert targets_of(again) == [JUNE, CPC]
        assert sprints_of(again) == [sprint]
    finally:
        again.close()


def test_that_a_moved_target_leaves_nothing_behind_and_undo_brings_it_back(stage: Stage) -> None:
    stage.workspace.apply(put_target(JUNE))
    moved = replace(JUNE, start=date(2026, 7, 1), end=date(2026, 7, 31))
    back = stage.workspace.apply(put_target(moved, before=JUNE))
    assert targets_of(stage.workspace) == [moved]
    stage.workspace.apply(back)
    assert targets_of(stage.workspace) == [JUNE]


def test_that_the_same_target_is_no_change() -> None:
    assert put_target(JUNE, before=JUNE).is_empty


def test_that_targets_go_on_to_the_next_month_and_quarter_without_touching_what_stands(stage: Stage) -> None:
    for row in (JUNE, CPC):
        stage.workspace.apply(put_target(row))
    keys = [TARGETS.key_of(row) for row in (JUNE, CPC)]
    stage.workspace.apply(continue_targets(stage.workspace, keys))
    starts = {(row.metric, row.start, row.end) for row in targets_of(stage.workspace)}
    assert ("pay_amount", date(2026, 7, 1), date(2026, 7, 31)) in starts
    assert ("ad_cpc", date(2026, 7, 1), date(2026, 9, 30)) in starts
    assert continue_targets(stage.workspace, keys).is_empty


def test_that_values_are_set_and_targets_removed(stage: Stage) -> None:
    stage.workspace.apply(put_target(JUNE))
    key = TARGETS.key_of(JUNE)
    stage.workspace.apply(set_values(stage.workspace, {key: 120_000.0}))
    assert targets_of(stage.workspace)[0].value == 120_000.0
    stage.workspace.apply(drop_targets([key]))
    assert targets_of(stage.workspace) == []


def test_that_the_tile_shows_sales_of_the_shortest_period() -> None:
    year = replace(JUNE, start=date(2026, 1, 1), end=date(2026, 12, 31))
    assert main_target([CPC, year, JUNE], date(2026, 6, 22)) == JUNE
    assert main_target([CPC, year], date(2026, 5, 2)) == year
    assert main_target([JUNE], date(2026, 7, 2)) is None


def test_that_the_template_plans_known_metrics_that_can_be_projected() -> None:
    for template in templates():
        for goal in template.goals:
            metric = BOARD.get(goal.metric)
            assert metric is not None
            assert can_project(metric)
            assert any(goal.changes)


def test_that_the_month_sprint_is_that_of_the_training_notes_and_asks_to_be_checked() -> None:
    sprint = templates()[0]
    assert {goal.metric: goal.changes[-1] for goal in sprint.goals if goal.metric != "silent_cvr"} == {
        "ad_cpc": -0.05,
        "ad_ctr": 0.10,
        "ad_roi": 0.08,
    }
    assert sprint.days == 30
    assert not sprint.is_checked


def test_that_goals_of_a_sprint_are_edited_one_by_one(stage: Stage) -> None:
    sprint = from_template(templates()[0], start=date(2026, 6, 1), name="冲刺")
    edited = set_changes(sprint, "ad_ctr", {0: 0.02, 3: 0.2})
    assert next(goal for goal in edited.goals if goal.metric == "ad_ctr").changes == (0.02, 0.10, 0.10, 0.2)
    fewer = set_goals(edited, ["pay_cvr", "ad_ctr"], weeks=4)
    assert [goal.metric for goal in fewer.goals] == ["pay_cvr", "ad_ctr"]
    assert fewer.goals[0].changes == (0.0,) * 4
    stage.workspace.apply(put_sprint(sprint))
    stage.workspace.apply(put_sprint(replace(sprint, start=date(2026, 6, 8)), before=sprint))
    assert [row.start for row in stage.workspace.rows(SPRINTS).values()] == [date(2026, 6, 8)]
    stage.workspace.apply(drop_sprint(sprints_of(stage.workspace)[0]))
    assert sprints_of(stage.workspace) == []
