"""What a studied plan proposes and what its levers should bring, worked out anew for every edit and every slider."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from shopdesk.app.bidding.cloning import split_regions
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.bidding.stand_ins import rebased
from shopdesk.app.bidding.study import PlanStudy, baseline
from shopdesk.app.bidding.versions import last_taken
from shopdesk.app.jobs import SILENT, JobContext
from shopdesk.domain.bidding.estimate.history import Cells, History
from shopdesk.domain.bidding.forecast.curve import curve
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.model import Curve, Forecast, Range
from shopdesk.domain.bidding.forecast.worthwhile import small_changes
from shopdesk.domain.bidding.forms.change import Block, Change, Lever, Money
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.forms.settled import settle
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.proposal import Proposal, Stay
from shopdesk.domain.bidding.propose.settings import Settings
from shopdesk.domain.bidding.record.notes import NoteCode
from shopdesk.domain.bidding.versions import PlanVersion

MOST_PRICED: Final = 80
"""Rows of a diff whose money is worked out, those that move most money first: more would take seconds."""
_FIELDS: Final = {
    Lever.WORDS: "bids",
    Lever.HOURS: "hours",
    Lever.REGIONS: "regions",
    Lever.AUDIENCES: "audiences",
}
UNKNOWN: Final = Range(math.nan, math.nan, math.nan)


@dataclass(frozen=True, slots=True)
class Outlook:
    """One plan as it is edited now: its proposal, and the forecast of what is set, else of the proposal.

    ``is_of_proposal``: nothing but the budget is set, so that ``forecast`` and ``curve`` are those of the proposal.
    ``can_take``: the proposal differs from what is set. ``live`` is what runs now, ``levers`` what is foreseen.

    A platform that only switches regions gets its premiums by plans divided from this one: a proposal is foreseen with
    them, what is set only where the plan is divided (``split``: percent of the bids by region that others took over).
    ``promise`` is the forecast of the proposal (``wanted``: its levers, groups of regions as premiums), ``alone`` those
    of its parts by themselves. Parts that can only rise and the words that fall for them go ``together``; ``joint`` is
    what these bring, None where there are none.
    """

    study: PlanStudy
    plan: BidPlan
    settings: Settings
    live: Levers
    proposal: Proposal | None
    levers: Levers
    is_of_proposal: bool
    can_take: bool
    forecast: Forecast | None
    curve: Curve | None
    promise: Forecast | None = None
    wanted: Levers | None = None
    alone: Mapping[Lever, Forecast] = field(default_factory=dict)
    together: frozenset[Lever] = frozenset()
    joint: Forecast | None = None
    split: Mapping[str, int] = field(default_factory=dict)


def live_levers(study: PlanStudy, plan: BidPlan, versions: Sequence[PlanVersion]) -> Levers:
    """Return what runs now; a budget that was only typed into the plan isn't known to run."""
    now = baseline(study.record, plan, versions)
    return now if last_taken(versions) is not None else replace(now, daily_budget=None)


def settings_of(study: PlanStudy, plan: BidPlan, *, margin: float | None = None) -> Settings:
    """Return what a proposal of the plan keeps to; ``margin`` tries another one than the shop's."""
    own = study.settings(plan)
    return own if margin is None else replace(own, margin=margin)


def look_ahead(
    study: PlanStudy,
    plan: BidPlan,
    live: Levers,
    profile: PlatformProfile,
    *,
    margin: float | None = None,
    before: Outlook | None = None,
    plans: Sequence[BidPlan] = (),
) -> Outlook:
    """Return proposal, forecast and curve of a plan; what can't be worked out is None.

    ``plans`` are those of the shop, among which may be some divided from this one.
    The curve of ``before`` is taken over where only the budget has moved: it runs over all budgets.
    """
    plan = rebased(plan, live.bids, study.record.from_cpc, profile.bids)
    settings = settings_of(study, plan, margin=margin)
    proposal = propose_plan(study, plan, settings, live, profile)
    own = full_levers(plan.levers, live)
    is_set = any(one.lever is not Lever.BUDGET for one in _differences(live, own, plan))
    is_of_proposal = not is_set and proposal is not None
    budget = plan.daily_budget if plan.daily_budget is not None else live.daily_budget
    split = split_regions(plan, plans)
    wanted = None if proposal is None else replace(with_groups(proposal, live), daily_budget=budget)
    joint = replace(own, regions={**own.regions, **split}, daily_budget=_joint_budget(plan, plans, budget))
    new = wanted if is_of_proposal and wanted is not None else joint
    made = foresee(study.ground, settings, now=live, new=new)
    promise = made if is_of_proposal or wanted is None else foresee(study.ground, settings, now=live, new=wanted)
    together = together_of(proposal)
    can_take = proposal is not None and differs(own, proposal.levers, plan)
    return Outlook(
        study=study,
        plan=plan,
        settings=settings,
        live=live,
        proposal=proposal,
        levers=new,
        is_of_proposal=is_of_proposal,
        can_take=can_take,
        forecast=replace(made, cpc_price=_price_of_limit(study, plan, settings, live, profile, proposal)),
        curve=_curve(study, settings, new, before),
        promise=None if proposal is None else promise,
        wanted=wanted,
        alone={} if wanted is None else _parts_alone(study, settings, live, wanted, before),
        together=together,
        joint=_joint(study, settings, live, wanted, together) if wanted is not None else None,
        split=split,
    )


def with_groups(proposal: Proposal, live: Levers) -> Levers:
    """Return a proposal's levers with its groups of regions as if they were premiums: their plans run beside it."""
    levers = full_levers(proposal.levers, live)
    groups = {name: group.percent for group in proposal.groups for name in group.names}
    return replace(levers, regions={**levers.regions, **groups})


def _joint_budget(plan: BidPlan, plans: Sequence[BidPlan], budget: int | None) -> int | None:
    """Return the budget of a plan with those divided from it; a part whose budget isn't known limits nothing."""
    parts = [one.daily_budget for one in plans if one.split_from == plan.plan_id]
    known = [part for part in parts if part is not None]
    return None if budget is None or len(known) < len(parts) else budget + sum(known)


def _parts_alone(
    study: PlanStudy, settings: Settings, live: Levers, wanted: Levers, before: Outlook | None
) -> dict[Lever, Forecast]:
    """Return what each part of a proposal brings by itself, of those that change anything.

    A slider mostly moves one part: the others are taken over from ``before``.
    """
    known: dict[Lever, Forecast] = {}
    if before is not None and before.wanted is not None and _rests_on_the_same(before, study, settings, live):
        same = [part for part in before.alone if _is_same(_FIELDS[part], before.wanted, wanted)]
        known = {part: before.alone[part] for part in same}
    moved = replace(wanted, regions=_set(wanted.regions), audiences=_set(wanted.audiences))
    made = {lever: _with_parts(live, moved, (lever,)) for lever in _FIELDS}
    return {
        lever: known.get(lever) or foresee(study.ground, settings, now=live, new=levers)
        for lever, levers in made.items()
        if levers != live
    }


def _set(percents: Mapping[str, int]) -> dict[str, int]:
    """Return percents without those that change nothing."""
    return {name: percent for name, percent in percents.items() if percent != UNCHANGED_PERCENT}


def _rests_on_the_same(before: Outlook, study: PlanStudy, settings: Settings, live: Levers) -> bool:
    return before.study is study and before.live == live and before.settings.margin == settings.margin


def _is_same(field: str, one: Levers, other: Levers) -> bool:
    return bool(getattr(one, field) == getattr(other, field))


def together_of(proposal: Proposal | None) -> frozenset[Lever]:
    """Return the parts of a proposal of which none pays without the others; empty where each stands alone."""
    if proposal is None or not proposal.raised or proposal.words is not Stay.MOVES:
        return frozenset()
    return frozenset((Lever.WORDS, *map(Lever, proposal.raised)))


def _joint(
    study: PlanStudy, settings: Settings, live: Levers, wanted: Levers, together: frozenset[Lever]
) -> Forecast | None:
    if not together:
        return None
    return foresee(study.ground, settings, now=live, new=_with_parts(live, wanted, together))


def _with_parts(live: Levers, wanted: Levers, parts: Iterable[Lever]) -> Levers:
    """Return what runs with some parts of a proposal."""
    return replace(live, **{_FIELDS[part]: getattr(wanted, _FIELDS[part]) for part in parts})


def _curve(study: PlanStudy, settings: Settings, new: Levers, before: Outlook | None) -> Curve:
    if before is not None and before.curve is not None and before.study is study:
        same = replace(before.levers, daily_budget=None) == replace(new, daily_budget=None)
        if same and before.settings.margin == settings.margin:
            return before.curve
    return curve(study.ground, settings, new=new)


def propose_plan(
    study: PlanStudy, plan: BidPlan, settings: Settings, live: Levers, profile: PlatformProfile
) -> Proposal | None:
    """Return what the values ask for, None where no report tells any.

    As long as a version is too young for the reports, steps are counted from what the reports saw, not from the
    version: the same figures would move every cell by another step at each export.
    """
    if study.model is None:
        return None
    is_same = any(note.code is NoteCode.SAME_FIGURES for note in study.notes)
    start = full_levers(study.ground.reference, live) if is_same and study.ground is not None else live
    made = propose(
        study.model,
        study.history,
        settings,
        profile,
        now=start,
        is_smart=plan.is_smart,
        slots_per_hour=plan.slots_per_hour,
        elasticity=study.elasticity.spend,
    )
    return _without_cents(study, settings, live, made)


def _without_cents(study: PlanStudy, settings: Settings, live: Levers, made: Proposal) -> Proposal:
    """Return a proposal without the bids that are hardly worth the typing."""
    if study.ground is None or made.words is not Stay.MOVES:
        return made
    least = float(study.bidding.least_gain)
    left = small_changes(study.ground, settings.margin, now=live, new=made.levers, least=least) if least > 0 else {}
    if not left:
        return made
    bids = {key: live.bids.get(key, fen) if key in left else fen for key, fen in made.levers.bids.items()}
    stay = Stay.MOVES if any(fen != live.bids.get(key) for key, fen in bids.items()) else Stay.SMALL
    return replace(made, levers=replace(made.levers, bids=bids), words=stay, left=left)


def foresee_levers(outlook: Outlook, levers: Levers, *, with_split: bool = False) -> Forecast:
    """Return what some levers should bring against what runs now, e.g. those that go into a file.

    ``with_split`` counts the plans divided from this one too; without them it is what its own reports will show.
    """
    new = full_levers(levers, outlook.live)
    if with_split:
        new = replace(new, regions={**new.regions, **_still_split(outlook, new)})
    return foresee(outlook.study.ground, outlook.settings, now=outlook.live, new=new)


def _still_split(outlook: Outlook, levers: Levers) -> dict[str, int]:
    return {name: percent for name, percent in outlook.split.items() if levers.regions.get(name) == 0}


def price_changes(
    outlook: Outlook, old: Levers, new: Levers, rows: Sequence[Change], context: JobContext = SILENT
) -> dict[str, Money]:
    """Return what each row brings by itself over the days of a forecast, for the ``MOST_PRICED`` weightiest rows.

    Rows that rest on one another (``together``) are weighed within the plan: what it loses without them.
    """
    found: dict[str, Money] = {}
    if outlook.study.ground is None:
        return found
    keys = [one.key for one in rows]
    whole = full_levers(new, old)
    whole = replace(whole, regions={**whole.regions, **_still_split(outlook, whole)})
    weighty = sorted(rows, key=lambda row: -_weight(outlook.study.history, row))[:MOST_PRICED]
    for place, row in enumerate(weighty):
        context.report(place / len(weighty), "")
        within = row.lever in outlook.together
        before, after = old, whole
        if within:
            before = settle(old, whole, rows, [row.key]).levers
        else:
            after = settle(old, whole, rows, [key for key in keys if key != row.key]).levers
        made = foresee(outlook.study.ground, outlook.settings, now=before, new=after)
        found[row.key] = Money(_gained_spend(made), made.gain or UNKNOWN, made.days, within)
    return found


def _weight(history: History, row: Change) -> float:
    """Return the spend that a row touches times how far it moves it: enough to tell large from small."""
    step = abs(math.log(row.new / row.old)) if row.old and row.new else 1.0
    if row.lever is Lever.BUDGET or row.group is not None:
        return math.inf
    if row.block is not None:
        return step * _hours_cost(history.hours, row.block)
    cells = {
        Lever.WORDS: history.words.cells if history.words is not None else None,
        Lever.REGIONS: history.regions,
        Lever.AUDIENCES: history.audiences,
    }[row.lever]
    if cells is None or row.name not in cells.names:
        return 0.0
    return step * float(np.nan_to_num(cells.cost[cells.names.index(row.name)]))


def _hours_cost(hours: Cells | None, block: Block) -> float:
    if hours is None:
        return 0.0
    week = np.nan_to_num(hours.cost)
    days = range(block.first_day, block.last_day + 1)
    if len(week) == HOURS_PER_DAY:
        week = np.tile(week / DAYS, DAYS)
    return float(
        sum(
            week[day * HOURS_PER_DAY + block.start // 60 : day * HOURS_PER_DAY + -(-block.end // 60)].sum()
            for day in days
        )
    )


def full_levers(levers: Levers, live: Levers) -> Levers:
    """Return levers with the bids that run for the words they don't name."""
    return replace(levers, bids={**live.bids, **levers.bids}, hours=levers.hours or live.hours)


def differs(one: Levers, other: Levers, plan: BidPlan) -> bool:
    """Whether two sets of levers differ in anything but the budget."""
    return any(row.lever is not Lever.BUDGET for row in _differences(one, full_levers(other, one), plan))


def _differences(old: Levers, new: Levers, plan: BidPlan) -> tuple[Change, ...]:
    return changes(old, new, plan=plan, profile=profile_of(plan.platform))


def _price_of_limit(
    study: PlanStudy,
    plan: BidPlan,
    settings: Settings,
    live: Levers,
    profile: PlatformProfile,
    proposal: Proposal | None,
) -> float | None:
    """Return the profit (fen) that the limit on the price of a click costs the proposal, None where there is none."""
    if settings.most_cpc is None or proposal is None:
        return None
    free = propose_plan(study, plan, replace(settings, most_cpc=None), live, profile)
    if free is None:
        return None
    budget = plan.daily_budget if plan.daily_budget is not None else live.daily_budget
    bound, unbound = (replace(full_levers(one.levers, live), daily_budget=budget) for one in (proposal, free))
    return foresee(study.ground, settings, now=live, new=bound, free=unbound).cpc_price


def _gained_spend(made: Forecast) -> float:
    from shopdesk.domain.bidding.forecast.model import Metric

    before, after = made.unchanged.get(Metric.SPEND), made.new.get(Metric.SPEND)
    if before is None or after is None:
        return math.nan
    return float(np.round(after.median - before.median))


def taken_parts(proposal: Proposal, dimensions: Sequence[Lever]) -> Mapping[str, object]:
    """Return the fields of a plan that a proposal sets in some dimensions."""
    levers = proposal.levers
    fields: dict[str, object] = {}
    if Lever.WORDS in dimensions:
        fields["bids"] = dict(levers.bids)
    if Lever.HOURS in dimensions and levers.hours:
        fields["hours"] = levers.hours
        fields["slots_per_hour"] = len(levers.hours) // (7 * 24)
    if Lever.REGIONS in dimensions:
        fields["regions"] = dict(levers.regions)
    if Lever.AUDIENCES in dimensions:
        fields["audiences"] = dict(levers.audiences)
    if Lever.BUDGET in dimensions and levers.daily_budget is not None:
        fields["daily_budget"] = levers.daily_budget
    return fields
