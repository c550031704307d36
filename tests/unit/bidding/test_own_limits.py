"""A shop's own limits win over the shipped ones, count as checked, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shopdesk import bootstrap
from shopdesk.app.bidding.limits import (
    LimitFault,
    LimitField,
    OwnLimits,
    fault,
    limit_rows,
    merged,
    own_limits,
    profile_in,
    set_own_limits,
    with_limit,
)
from shopdesk.app.bidding.platforms import profile_of, profiles
from shopdesk.app.changes import SetRows
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.forms.limits import check_budget
from shopdesk.domain.bidding.profiles import Evidence
from shopdesk.domain.bidding.week import check_cell


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(bootstrap.create_workspace(tmp_path / "a.shopdesk")) as workspace:
        yield workspace


def set_limit(workspace: Workspace, platform: str, field: LimitField, value: int | None) -> SetRows:
    return set_own_limits(with_limit(own_limits(workspace, platform), field, value))


def test_that_an_own_limit_wins_and_an_undo_brings_the_shipped_one_back(workspace: Workspace) -> None:
    assert check_cell(300, profile_in(workspace, "taobao").hours) is not None
    undo = workspace.apply(set_limit(workspace, "taobao", LimitField.HOUR_HIGH, 300))
    assert check_cell(300, profile_in(workspace, "taobao").hours) is None
    assert own_limits(workspace, "taobao").version == profile_of("taobao").version
    workspace.apply(undo)
    assert profile_in(workspace, "taobao") == profile_of("taobao")
    assert own_limits(workspace, "taobao") == OwnLimits("taobao")


def test_that_what_the_shop_set_needs_no_checking(workspace: Workspace) -> None:
    assert not profile_of("pdd").budget_evidence.is_verified
    workspace.apply(set_limit(workspace, "pdd", LimitField.LEAST_BUDGET, 10_000))
    found = profile_in(workspace, "pdd")
    assert found.budget_evidence is Evidence.OWN
    assert check_budget(9_999, found) is not None
    assert not found.hours.evidence.is_verified  # nobody looked at that one


def test_that_the_weekday_of_a_file_is_the_shops_to_say(workspace: Workspace) -> None:
    assert profile_in(workspace, "jd").first_day_unknown
    workspace.apply(set_limit(workspace, "jd", LimitField.FIRST_DAY, 6))
    assert profile_in(workspace, "jd").first_day == 6
    assert not profile_in(workspace, "jd").first_day_unknown


def test_that_a_platform_without_own_limits_keeps_no_document(workspace: Workspace) -> None:
    workspace.apply(set_limit(workspace, "jd", LimitField.BID_MOST, 5000))
    workspace.apply(set_limit(workspace, "jd", LimitField.BID_MOST, None))
    assert own_limits(workspace, "jd") == OwnLimits("jd")


@pytest.mark.parametrize("platform", sorted(profiles()))
def test_that_every_limit_of_a_profile_can_be_set_and_nothing_else_changes(platform: str) -> None:
    shipped = profile_of(platform)
    rows = limit_rows(shipped, OwnLimits(platform))
    assert fault(shipped, OwnLimits(platform)) is None
    assert merged(shipped, OwnLimits(platform)) == shipped
    for row in rows:
        value = 1 if row.shipped is None else row.shipped + (row.field is not LimitField.HOUR_LOW)
        own = with_limit(OwnLimits(platform), row.field, min(value, 6) if row.field is LimitField.FIRST_DAY else value)
        changed = limit_rows(shipped, own)
        assert [one.field for one in changed if one.own is not None] == [row.field]
        assert merged(shipped, own) != shipped


def test_that_limits_that_make_no_sense_are_refused() -> None:
    shipped = profile_of("taobao")
    none = OwnLimits("taobao")
    assert fault(shipped, with_limit(none, LimitField.HOUR_LOW, 251)) is LimitFault.LOW_ABOVE_HIGH
    assert fault(shipped, with_limit(none, LimitField.HOUR_LOW, 120)) is LimitFault.EXCLUDES_UNCHANGED
    assert fault(shipped, with_limit(none, LimitField.BID_STEP, 0)) is LimitFault.OUT_OF_RANGE
    assert fault(shipped, with_limit(none, LimitField.BID_LEAST, 10_000)) is LimitFault.LOW_ABOVE_HIGH
    assert fault(profile_of("jd"), OwnLimits("jd", first_day=7)) is LimitFault.OUT_OF_RANGE
