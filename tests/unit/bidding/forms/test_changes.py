"""The diff names every change once, and what was refused goes back to what it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.forms.change import Block, Change, Lever
from shopdesk.domain.bidding.forms.compare import block_places, changes
from shopdesk.domain.bidding.forms.limits import check_bid, check_budget, check_named, troubles
from shopdesk.domain.bidding.forms.settled import settle
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import LimitCode, flat_week, resampled

TAOBAO = profile_of("taobao")
PLAN = BidPlan("p", "taobao", "坚果", slots_per_hour=2)
names = st.sampled_from(["浙江", "新疆", "西藏", "广东"])
percents = st.sampled_from([0, 100, 100, 100, 116])
weeks = st.sampled_from([1, 2]).flatmap(
    lambda per_hour: st.lists(percents, min_size=168 * per_hour, max_size=168 * per_hour).map(tuple)
)
levers = st.builds(
    Levers,
    bids=st.dictionaries(st.sampled_from(["g\ta\t", "g\tb\t", "h\tc\t"]), st.integers(5, 9999)),
    hours=st.one_of(weeks, st.just(())),
    regions=st.dictionaries(names, percents),
    audiences=st.dictionaries(st.sampled_from(["老客", "加购"]), st.sampled_from([100, 105, 140])),
    daily_budget=st.one_of(st.none(), st.integers(3000, 99999)),
)


def diff(now: Levers, new: Levers, plan: BidPlan = PLAN) -> tuple[Change, ...]:
    return changes(now, new, plan=plan, profile=TAOBAO)


def plain(one: Levers) -> Levers:
    """The same levers where 100 % isn't named and hours are half hours."""
    return replace(
        one,
        hours=resampled(one.hours or flat_week(1), slots_per_hour=2),
        regions={name: value for name, value in one.regions.items() if value != 100},
        audiences={name: value for name, value in one.audiences.items() if value != 100},
    )


@given(levers, levers)
def test_that_taking_all_gives_the_new_levers_and_refusing_all_the_old(now: Levers, new: Levers) -> None:
    found = diff(now, new)
    assert plain(settle(now, new, found, ()).levers) == plain(new)
    back = plain(settle(now, new, found, {one.key for one in found}).levers)
    told = {key: fen for key, fen in now.bids.items() if key in new.bids}
    budget = now.daily_budget if new.daily_budget is not None else None
    assert back == plain(replace(now, bids=told, daily_budget=budget))


@given(levers, levers)
def test_that_blocks_of_hours_cover_each_changed_slot_once(now: Levers, new: Levers) -> None:
    before, after = plain(now).hours, plain(new).hours
    places = [(place, one.old, one.new) for one in diff(now, new) if one.block for place in block_places(one.block, 2)]
    assert sorted(places) == [
        (place, old, value) for place, (old, value) in enumerate(zip(before, after, strict=True)) if old != value
    ]


@given(levers)
def test_that_nothing_differs_from_itself(one: Levers) -> None:
    assert diff(one, one) == ()


def test_that_neighbouring_hours_and_days_are_one_row() -> None:
    hours = list(flat_week(1))
    for day in (4, 5, 6):
        hours[day * 24 + 20] = hours[day * 24 + 21] = 116
    hours[4 * 24 + 22] = 120
    found = diff(Levers(hours=flat_week(1)), Levers(hours=tuple(hours)))
    assert [(one.block, one.old, one.new) for one in found] == [
        (Block(4, 4, 1320, 1380), 100, 120),
        (Block(4, 6, 1200, 1320), 100, 116),
    ]


def test_that_a_problem_stands_at_its_row() -> None:
    new = Levers(
        bids={"g\ta\t": 4, "g\tb\t": 10_000},
        hours=(29, 251, *flat_week(1)[2:]),
        regions={"浙江": 120},
        audiences={"老客": 104},
        daily_budget=2999,
    )
    codes = [one.problem.code for one in diff(Levers(), new) if one.problem]
    assert codes == [
        LimitCode.BUDGET_TOO_LOW,
        LimitCode.BID_TOO_LOW,
        LimitCode.BID_TOO_HIGH,
        LimitCode.TOO_LOW,
        LimitCode.TOO_HIGH,
        LimitCode.SWITCH_ONLY,
        LimitCode.TOO_LOW,
    ]
    assert [one.problem.code for one in troubles(new, TAOBAO)] == codes


def test_that_a_smart_plan_of_alimama_takes_switches_only() -> None:
    week = (116, *flat_week(2)[1:])
    smart = replace(PLAN, is_smart=True)
    assert diff(Levers(), Levers(hours=week))[0].problem is None
    found = diff(Levers(), Levers(hours=week), smart)[0].problem
    assert found is not None
    assert found.code is LimitCode.SWITCH_ONLY
    assert not troubles(Levers(hours=(0, *flat_week(2)[1:])), TAOBAO, is_smart=True)


def test_that_groups_of_regions_can_be_refused_one_by_one() -> None:
    east, west = RegionGroup(("浙江", "上海"), 118, 900.0), RegionGroup(("新疆",), 70, 300.0)
    rest = RegionGroup(("广东",), 100, 2000.0)
    found = changes(Levers(), Levers(), plan=PLAN, profile=TAOBAO, groups=(east, rest, west))
    assert [(one.group, one.new) for one in found] == [(east, 118), (west, 70)]
    assert settle(Levers(), Levers(), found, {found[0].key}).groups == (west,)


def test_that_a_week_that_never_runs_is_refused() -> None:
    assert [one.problem.code for one in troubles(Levers(hours=(0,) * 168), TAOBAO)] == [LimitCode.ALL_OFF]


def test_that_google_counts_every_running_window_because_what_no_window_names_is_off() -> None:
    google = profile_of("google_ads")
    day = (80, 80, *(100,) * 8, 120, 120, *(100,) * 4, 130, *(100,) * 7)
    assert not troubles(Levers(hours=day * 7), google)
    split = (80, 100, 90, 100, 110, 100, *(100,) * 17, 120)
    assert [one.problem.code for one in troubles(Levers(hours=split + flat_week(1)[24:]), google)] == [
        LimitCode.TOO_MANY_WINDOWS
    ]


def test_that_bids_go_in_the_steps_of_the_platform() -> None:
    jd = profile_of("jd")
    found = check_bid(155, jd.bids)
    assert found is not None
    assert (found.code, found.low) == (LimitCode.BID_STEP, 10)
    assert check_bid(jd.bids.nearest(155.4), jd.bids) is None
    assert check_budget(1, profile_of("jd")) is None  # its least isn't known


def test_that_placements_of_amazon_only_rise() -> None:
    amazon = profile_of("amazon")
    assert check_named("Top of Search", 150, amazon) is None
    assert check_named("Top of Search", 90, amazon) is not None
    assert check_named("somebody", 150, amazon) is not None
    assert Lever.AUDIENCES in {one.lever for one in diff(Levers(), Levers(audiences={"老客": 140}))}
