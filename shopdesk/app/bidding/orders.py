"""From a settled plan to what a file needs beside it: names and ids of words, and what a console has now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shopdesk.app.bidding.exporting import Criterion, PlanOrder, WordPlace
from shopdesk.app.bidding.limits import profile_in
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.forms.clones import Divided, divided
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.forms.settled import Settled
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.domain.bidding.propose.proposal import RegionGroup
from shopdesk.domain.bidding.week import flat_week

if TYPE_CHECKING:
    import pandas as pd

    from shopdesk.domain.bidding.forms.change import Change

TABLES: Final = ("ad_campaign", "ad_entity", "ad_keyword")
_DELETED: Final = frozenset({"deleted", "removed", "archived"})
_PLACE: Final = ("campaign_id", "campaign", "adgroup_id", "adgroup", "keyword_id", "keyword", "match_type")


def plan_order(
    workspace: Workspace,
    plan: BidPlan,
    *,
    now: Levers,
    settled: Settled,
    groups: Sequence[RegionGroup] = (),
    reasons: Mapping[str, str] | None = None,
) -> PlanOrder:
    """Return one plan as a file takes it; reads reports, so that it runs in a job.

    ``now`` is what runs today, ``groups`` all groups of the proposal, of which ``settled`` holds those that were
    taken: where there are any, the plan is divided, and what that changes in the original is among the rows.
    """
    profile = profile_in(workspace, plan.platform)
    rows = {name: _own(workspace.frame(name), plan) for name in TABLES}
    known = {**_places(rows["ad_entity"]), **_places(rows["ad_keyword"])}
    levers = replace(settled.levers, hours=settled.levers.hours or flat_week(plan.slots_per_hour))
    parts = divided(levers, settled.groups, groups, profile)
    labels = {key: word.keyword for key, word in known.items()}
    return PlanOrder(
        plan=plan,
        profile=profile,
        campaign=_told(rows, "campaign") or plan.name,
        campaign_id=_told(rows, "campaign_id"),
        levers=parts.original,
        changes=_rows(now, parts, settled, plan, profile, labels),
        clones=parts.clones,
        words=known,
        criteria=_criteria(rows["ad_entity"]),
        reasons=reasons or {},
    )


def _rows(
    now: Levers,
    parts: Divided,
    settled: Settled,
    plan: BidPlan,
    profile: PlatformProfile,
    labels: Mapping[str, str],
) -> tuple[Change, ...]:
    """Return the rows that were taken; of a divided plan those of its original, with the regions that it gives away."""
    taken = tuple(replace(one, label=labels.get(one.name) or one.label) for one in settled.taken)
    if not parts.clones:
        return taken
    money = {one.key: one.money for one in taken if one.money is not None}
    guessed = {one.name: one.old for one in taken if one.is_stand_in and one.old is not None}
    own = changes(now, parts.original, plan=plan, profile=profile, labels=labels, money=money, stand_ins=guessed)
    return (*own, *(one for one in taken if one.group is not None))


def _own(frame: pd.DataFrame, plan: BidPlan) -> pd.DataFrame:
    """Return the rows of a report that name this campaign."""
    from shopdesk.domain.bidding.record.rows import told

    found = told(frame, plan, None, strict=True)
    return frame.iloc[:0] if found is None or found.whole_account else found.rows


def _places(rows: pd.DataFrame) -> dict[str, WordPlace]:
    """Return where each word stands, by its key; the last row of a key counts, since names change."""
    from shopdesk.domain.bidding.record.bought import word_keys

    if rows.empty or "keyword" not in rows:
        return {}
    named = rows[rows["keyword"].fillna("").astype("str") != ""]
    texts = {name: _text(named, name) for name in _PLACE}
    table = zip(word_keys(named), *texts.values(), strict=True)
    return {str(key): WordPlace(str(key), *map(str, place)) for key, *place in table}


def _criteria(rows: pd.DataFrame) -> tuple[Criterion, ...]:
    """Return hours and regions that a bulk or Editor file of the console named."""
    if rows.empty or "target" not in rows:
        return ()
    texts = [_text(rows, name) for name in ("target_id", "entity", "target", "sub_type", "state")]
    return tuple(
        Criterion(str(one_id), str(entity), str(target), str(sub_type))
        for one_id, entity, target, sub_type, state in zip(*texts, strict=True)
        if target and str(state).casefold() not in _DELETED
    )


def _told(rows: Mapping[str, pd.DataFrame], column: str) -> str:
    """Return the newest name or id that any report gives the campaign."""
    for frame in rows.values():
        texts = [text for text in _text(frame, column) if text]
        if texts:
            return str(texts[-1])
    return ""


def _text(rows: pd.DataFrame, column: str) -> list[str]:
    if column not in rows:
        return [""] * len(rows)
    return list(map(str, rows[column].astype("str").fillna("").tolist()))
