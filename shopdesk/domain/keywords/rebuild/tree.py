"""The structure after the rebuild as campaigns with their ad groups, for looking at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from shopdesk.domain.keywords.rebuild.model import Place, Proposal, Rest, RowKind, together
from shopdesk.domain.keywords.rebuild.settled import Settled, Stands


@dataclass(frozen=True, slots=True)
class GroupNode:
    """An ad group: how many words, how many of them come new, and what they cost a day (yuan)."""

    place: Place
    words: int
    arriving: int
    spend: float
    is_new: bool


@dataclass(frozen=True, slots=True)
class CampaignNode:
    """A campaign with its ad groups; ``budget`` is the new daily budget in yuan, None where it stays as it is."""

    place: Place
    words: int
    arriving: int
    leaving: int
    spend: float
    budget: float | None
    is_new: bool
    groups: tuple[GroupNode, ...]


def campaigns(proposal: Proposal, settled: Settled) -> tuple[CampaignNode, ...]:
    """Return the campaigns after the accepted rows, those that cost most first; emptied ones last."""
    days = proposal.days
    by_group: dict[tuple[str, ...], list[Stands | Rest]] = defaultdict(list)
    for one in together(settled.standing, proposal.rest):
        by_group[one.place.key].append(one)
    today = {place.key for place in proposal.places}
    budgets = {
        row.target.campaign_key: row.new_budget
        for row in settled.accepted
        if row.kind is RowKind.BUDGET and row.target is not None
    }
    places: dict[tuple[str, str, str], Place] = {}
    for bought in together(proposal.bought, proposal.rest):
        places[bought.place.campaign_key] = bought.place
    groups: dict[tuple[str, str, str], list[GroupNode]] = defaultdict(list)
    for key, words in by_group.items():
        place = words[0].place
        places.setdefault(place.campaign_key, place)
        groups[place.campaign_key].append(_group(words, is_new=key not in today, days=days))
    leaving = _leaving(settled)
    old = {place.campaign_key for place in proposal.places}
    found = []
    for campaign, place in places.items():
        own = tuple(sorted(groups[campaign], key=lambda group: (-group.spend, group.place.key)))
        found.append(
            CampaignNode(
                place,
                sum(group.words for group in own),
                sum(group.arriving for group in own),
                leaving.get(campaign, 0),
                sum(group.spend for group in own),
                budgets.get(campaign),
                campaign not in old,
                own,
            )
        )
    return tuple(sorted(found, key=lambda node: (node.place.account, -node.spend, node.place.key)))


def _group(words: list[Stands | Rest], *, is_new: bool, days: int) -> GroupNode:
    one_by_one = [one for one in words if isinstance(one, Stands)]
    arriving = len({one.word for one in one_by_one if one.is_new})
    spend = sum(one.cost for one in words) / days
    count = len({one.word for one in one_by_one}) + sum(len(one.words) for one in words if isinstance(one, Rest))
    return GroupNode(words[0].place, count, arriving, spend, is_new)


def _leaving(settled: Settled) -> dict[tuple[str, str, str], int]:
    gone: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in settled.accepted:
        leaves = row.kind is RowKind.PAUSED or row.kind is RowKind.MOVED
        if leaves and row.source is not None:
            gone[row.source.campaign_key].add(row.word)
    return {campaign: len(words) for campaign, words in gone.items()}
