"""What of an exported proposal is seen in later reports: without it nobody knows whether the console took it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from shopdesk.domain.keywords.rebuild.model import BidBasis, Bought, Rest, Row, RowKind

PlaceName: TypeAlias = tuple[str, str, str, str]
"""Platform, word, campaign and ad group."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One exported change, as it is kept: names only, since ids of new ad groups weren't known."""

    kind: str
    word: str
    platform: str
    source: tuple[str, str]  # campaign and ad group, "" where there is none
    target: tuple[str, str]
    bid_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """Counts of exported changes: seen in the reports, not seen, and those that no report can show."""

    done: int
    missing: int
    unknown: int


def planned(row: Row) -> Planned:
    """Return what is kept of an accepted row."""
    source = (row.source.campaign, row.source.adgroup) if row.source else ("", "")
    target = (row.target.campaign, row.target.adgroup) if row.target else ("", "")
    bid = None if row.basis is BidBasis.CPC else row.new_bid_fen
    return Planned(row.kind.value, row.word, row.place.platform, source, target, bid)


def followed(plans: Sequence[Planned], bought: Sequence[Bought], rest: Sequence[Rest] = ()) -> Followed:
    """Return how far exported changes show in what was bought in a period that lies after the export.

    Budgets and negatives stand in no report of words; a bid shows only where a bulk file names it. Of ``rest`` is known
    which words are bought, not what each did.
    """
    planned_words = {plan.word for plan in plans}
    places: dict[PlaceName, Bought | None] = {
        (one.place.platform, word, one.place.campaign, one.place.adgroup): None
        for one in rest
        for word in one.words
        if word in planned_words
    }
    places |= {
        (one.place.platform, one.word, one.place.campaign, one.place.adgroup): one
        for one in bought
        if one.word in planned_words
    }
    counts = {True: 0, False: 0, None: 0}
    for plan in plans:
        counts[_seen(plan, places)] += 1
    return Followed(counts[True], counts[False], counts[None])


def _seen(plan: Planned, places: Mapping[PlaceName, Bought | None]) -> bool | None:
    at, to = (plan.platform, plan.word, *plan.source), (plan.platform, plan.word, *plan.target)
    source, target = places.get(at), places.get(to)
    match plan.kind:
        case RowKind.MOVED | RowKind.ADDED:
            return to in places
        case RowKind.PAUSED:
            return (None if at in places else True) if source is None else source.clicks <= 0
        case RowKind.BID if plan.bid_fen is not None and target is not None and target.bid_fen is not None:
            return target.bid_fen == plan.bid_fen
        case _:
            return None
