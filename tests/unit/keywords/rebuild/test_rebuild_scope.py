from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.keywords.rebuild_rules import keyword_rules
from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.model import Limit, RowKind
from shopdesk.domain.keywords.rebuild.scope import MATERIAL_SHARE, Scope, begins_refused
from shopdesk.domain.keywords.rebuild.verdicts import Decision
from tests.unit.keywords.rebuild.rebuild_shop import At, proposed

BASE = [At("坚果", "综合", clicks=900, cost=5000), At("夏威夷果", "第二计划", cost=300)]


def rivals(costs: list[float]) -> list[At]:
    return [At(f"三只松鼠{at}号", "综合", clicks=80, cost=cost) for at, cost in enumerate(costs)]


def test_that_only_moves_of_words_that_cost_something_begin_as_taken() -> None:
    made = proposed([*BASE, *rivals([400, 400, 400, 3, 3])])
    left = begins_refused(made, Scope.MATERIAL)
    assert {row.word for row in made.rows if row.key in left} == {"三只松鼠3号", "三只松鼠4号"}
    assert not begins_refused(made, Scope.ALL)


def test_that_two_dear_words_alone_make_no_new_campaign() -> None:
    made = proposed([*BASE, *rivals([400, 400, 3, 3])])
    moves = {row.key for row in made.rows if row.kind is RowKind.MOVED}
    assert len(moves) == 4
    assert begins_refused(made, Scope.MATERIAL) == moves


def test_that_pauses_and_bids_are_taken_however_little_their_words_cost() -> None:
    made = proposed(
        [*BASE, *rivals([400, 400, 400, 3])],
        decided={"三只松鼠3号": Decision(Action.PAUSE), "坚果": Decision(Action.RAISE, 600)},
    )
    kinds = Counter(row.kind for row in made.rows if row.key not in begins_refused(made, Scope.MATERIAL))
    assert (kinds[RowKind.PAUSED], kinds[RowKind.BID], kinds[RowKind.MOVED]) == (1, 1, 3)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0.1, 2000), min_size=1, max_size=12))
def test_that_no_taken_move_costs_less_than_its_share_and_nothing_but_moves_is_left(costs: list[float]) -> None:
    made = proposed([*BASE, *rivals(costs)])
    left = begins_refused(made, Scope.MATERIAL)
    rows = {row.key: row for row in made.rows}
    least = MATERIAL_SHARE * sum(one.cost for one in made.bought)
    assert all(rows[key].kind is RowKind.MOVED for key in left)
    assert all(row.cost >= least for row in made.rows if row.kind is RowKind.MOVED and row.key not in left)


def test_that_each_limit_of_a_platform_is_checked_by_itself() -> None:
    shipped = keyword_rules()
    assert shipped["taobao"].unchecked == {Limit.MATCHES, Limit.BUDGET}
    assert shipped["microsoft_ads"].unchecked == {Limit.BIDS, Limit.BUDGET}
    assert shipped["jd"].unchecked == set(Limit)
