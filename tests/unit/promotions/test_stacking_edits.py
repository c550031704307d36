"""Edits of stacking rules: what the shop sets counts as checked, and everything is stored as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.promotions.floors import article_floors, floor_rule
from shopdesk.app.promotions.rules import rules_change
from shopdesk.app.promotions.stacking import is_own, stacking_for, stacking_of, stackings
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.design import ITEM_LEVEL, OfferKind
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.stacking import Stacking, StackingCode, stacking_problems
from shopdesk.domain.promotions.stacking_edits import (
    add_stage,
    confirm_pairs,
    confirm_stage,
    edit_stage,
    move_kind,
    move_stage,
    remove_stage,
    rename_stage,
    set_pair,
    unchecked,
)
from shopdesk.io.workspace_file import open_workspace

TAOBAO = stacking_of("taobao")
COST = FloorRule(FloorKind.COST)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(open_workspace(tmp_path / "shop.shopdesk", clock=lambda: datetime(2026, 5, 1)))
    yield opened
    opened.close()


def test_that_an_edited_row_is_the_shops_and_no_other_changes() -> None:
    edited = edit_stage(TAOBAO, "coupon", base=Base.CURRENT)
    (row,) = (stage for stage in edited.stages if stage.key == "coupon")
    assert (row.base, row.is_verified, row.evidence) == (Base.CURRENT, True, "")
    assert [one for one in edited.stages if one is not row] == [one for one in TAOBAO.stages if one.key != "coupon"]
    assert unchecked(edited) == unchecked(TAOBAO) - 1


def test_that_a_stage_moves_past_its_neighbour_and_stops_at_the_ends() -> None:
    keys = [stage.key for stage in TAOBAO.stages]
    later = move_stage(TAOBAO, "shop", 1)
    assert [stage.key for stage in later.stages] == [keys[0], keys[2], keys[1], *keys[3:]]
    numbers = [stage.stage for stage in later.stages]
    assert numbers == sorted(numbers)
    assert move_stage(TAOBAO, keys[0], -1) == TAOBAO
    assert move_stage(TAOBAO, keys[-1], 1) == TAOBAO


def test_that_items_can_not_be_worked_out_after_orders() -> None:
    assert StackingCode.ITEMS_NOT_FIRST in {one.code for one in stacking_problems(move_stage(TAOBAO, "item", 1))}


@given(platform=st.sampled_from(sorted(stackings())), data=st.data())
def test_that_every_tool_stays_in_exactly_one_stage(platform: str, data: st.DataObject) -> None:
    stacking = stacking_of(platform)
    keys = [stage.key for stage in stacking.stages]
    for kind in data.draw(st.lists(st.sampled_from(sorted(set(OfferKind) - ITEM_LEVEL)), max_size=6)):
        target = data.draw(st.sampled_from(keys[1:]))
        stacking = move_kind(stacking, kind, target)
        assert stacking.stage_of(kind).key == target
    held = [kind for stage in stacking.stages for kind in stage.kinds]
    assert sorted(held) == sorted(OfferKind)
    assert stacking_problems(stacking) == []


def test_that_a_pair_is_switched_whichever_way_it_is_named() -> None:
    apart = set_pair(TAOBAO, "coupon", "shop", together=False)
    assert not apart.pair("shop", "coupon").together
    assert frozenset({"shop", "coupon"}) in apart.conflicts
    assert set_pair(apart, "shop", "coupon", together=True).conflicts == TAOBAO.conflicts
    assert len(apart.pairs) == len(TAOBAO.pairs)


@pytest.mark.parametrize("platform", sorted(stackings()))
def test_that_confirming_changes_nothing_but_the_mark(platform: str) -> None:
    stacking = stacking_of(platform)
    confirmed = confirm_pairs(stacking)
    for stage in stacking.stages:
        confirmed = confirm_stage(confirmed, stage.key)
    assert unchecked(stacking) > unchecked(confirmed) == 0
    assert confirmed.policy() == stacking.policy()


def test_that_rules_and_floors_are_one_step_there_and_back(workspace: Workspace) -> None:
    apart = set_pair(TAOBAO, "shop", "coupon", together=False)
    undo = workspace.apply(rules_change(workspace, apart, COST, {"A": 1_990, "B": 0}))
    assert stacking_for(workspace, "taobao") == apart
    assert floor_rule(workspace) == COST
    assert article_floors(workspace) == {"A": 1_990, "B": 0}
    assert rules_change(workspace, apart, COST, {"A": 1_990, "B": 0}).is_empty
    workspace.apply(undo)
    assert not is_own(workspace, "taobao")
    assert floor_rule(workspace) == FloorRule()
    assert not article_floors(workspace)


def test_that_the_way_back_to_the_shipped_rules_leaves_no_document(workspace: Workspace) -> None:
    workspace.apply(rules_change(workspace, set_pair(TAOBAO, "shop", "coupon", together=False), COST, {"A": 5}))
    workspace.apply(rules_change(workspace, TAOBAO, FloorRule(), {}))
    assert not is_own(workspace, "taobao")
    assert floor_rule(workspace) == FloorRule()
    assert not article_floors(workspace)


def test_that_rules_that_can_not_be_used_are_refused(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="can't be used"):
        rules_change(workspace, move_stage(TAOBAO, "item", 1), FloorRule(), {})


def test_that_a_stage_of_the_shops_own_is_stored_and_undone(workspace: Workspace) -> None:
    added = rename_stage(add_stage(TAOBAO, "Stage 7"), "own1", " 会员日 ")
    filled = move_kind(added, OfferKind.COUPON, "own1")
    assert not stacking_problems(filled)
    change = rules_change(workspace, filled, floor_rule(workspace), article_floors(workspace))
    undo = workspace.apply(change)
    kept = stacking_for(workspace, "taobao")
    assert kept.stage_of(OfferKind.COUPON).zh == "会员日"
    assert kept.stages[-1].stage > kept.stages[-2].stage
    workspace.apply(undo)
    assert stacking_for(workspace, "taobao") == TAOBAO


@given(st.sampled_from(list(stackings().values())), st.data())
def test_that_no_tool_is_lost_where_stages_are_taken_out(rules: Stacking, data: st.DataObject) -> None:
    while len(rules.stages) > 1:
        key = data.draw(st.sampled_from([stage.key for stage in rules.stages]))
        rules = remove_stage(rules, key)
        assert sorted(kind for stage in rules.stages for kind in stage.kinds) == sorted(OfferKind)
        assert all(key not in pair.pair for pair in rules.pairs)
    assert remove_stage(rules, rules.stages[0].key) == rules


def test_that_an_empty_name_leaves_a_stage_as_it_is() -> None:
    assert rename_stage(TAOBAO, "coupon", "  ") == TAOBAO
