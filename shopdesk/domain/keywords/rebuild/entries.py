"""Accepted rows as what a console is told: create, change or pause campaigns, ad groups, words and negatives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from shopdesk.domain.keywords.rebuild.model import BidBasis, KeywordRules, Match, Place, Proposal, Row, RowKind


class Entity(StrEnum):
    """What an entry is about; parents come first."""

    CAMPAIGN = "campaign"
    AD_GROUP = "ad_group"
    KEYWORD = "keyword"
    NEGATIVE = "negative"  # of a whole campaign


class Operation(StrEnum):
    """What is done."""

    CREATE = "create"
    UPDATE = "update"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a bulk file. ``keyword`` is written as the shop wrote it; money in fen and yuan a day.

    ``match_type`` is the platform's own name, "" where today's isn't known and stays; ``basis`` says what the bid
    was reckoned from; ``step`` is the share by which a bid changes that no file names; ``row`` is the key of the row of
    the proposal that it comes from.
    """

    entity: Entity
    operation: Operation
    place: Place
    keyword: str = ""
    keyword_id: str = ""
    match: Match = Match.UNKNOWN
    match_type: str = ""
    bid_fen: int | None = None
    step: float | None = None
    basis: BidBasis = BidBasis.NONE
    budget: float | None = None
    item_id: str = ""
    item: str = ""
    row: str = ""


def entries(proposal: Proposal, rows: Sequence[Row], rules: KeywordRules) -> tuple[Entry, ...]:
    """Return the entries of accepted rows of one platform, parents first, then pauses before what takes their place."""
    bids = {row.key.partition("|")[2]: row for row in rows if row.kind is RowKind.BID}
    moved = {row.key.partition("|")[2] for row in rows if row.kind is RowKind.MOVED}
    words: list[Entry] = []
    for row in rows:
        key = row.key.partition("|")[2]
        if row.kind in (RowKind.MOVED, RowKind.PAUSED) and row.source is not None:
            words.append(_keyword(row, Operation.PAUSE, row.source, rules))
        if row.kind is RowKind.MOVED and row.target is not None:
            words.append(_created(row, row.target, rules, bids.get(key)))
        elif row.kind is RowKind.ADDED and row.target is not None:
            words.append(_created(row, row.target, rules, None))
        elif row.kind is RowKind.BID and key not in moved and row.source is not None:
            words.append(_rebid(_keyword(row, Operation.UPDATE, row.source, rules), row, rules))
    order = {Operation.PAUSE: 0, Operation.UPDATE: 1, Operation.CREATE: 2}
    words.sort(key=lambda one: order[one.operation])
    parents = _parents(proposal, rows, words)
    negatives = [_negative(row, rules) for row in rows if row.kind is RowKind.NEGATIVE and row.target is not None]
    return (*parents, *words, *negatives)


def _keyword(
    row: Row,
    operation: Operation,
    place: Place,
    rules: KeywordRules,
) -> Entry:
    return Entry(
        entity=Entity.KEYWORD,
        operation=operation,
        place=place,
        keyword=row.shown,
        keyword_id=row.keyword_id,
        match=rules.match_of(row.match_type),
        match_type=row.match_type,
        item_id=row.item_id,
        item=row.item,
        row=row.key,
    )


def _created(row: Row, place: Place, rules: KeywordRules, bid: Row | None) -> Entry:
    """A word at a new place keeps its match type and bid, unless a new bid was accepted too."""
    made = replace(_keyword(row, Operation.CREATE, place, rules), keyword_id="")
    if bid is not None:
        return _rebid(made, bid, rules)
    fen = row.new_bid_fen if row.kind is RowKind.ADDED else row.bid_fen
    if row.basis is BidBasis.CPC:  # a bid of what a click costs would buy less than today's bid, which is above that
        return replace(made, basis=row.basis)
    return replace(made, bid_fen=None if fen is None else rules.bid(fen), basis=row.basis)


def _rebid(one: Entry, bid: Row, rules: KeywordRules) -> Entry:
    """Set a new bid; where today's isn't known only the step is, because what a click costs is below its bid."""
    if bid.basis is BidBasis.CPC:
        return replace(one, step=bid.step, basis=bid.basis)
    return replace(one, bid_fen=None if bid.new_bid_fen is None else rules.bid(bid.new_bid_fen), basis=bid.basis)


def _negative(row: Row, rules: KeywordRules) -> Entry:
    if row.target is None:
        raise ValueError(f"a negative without a campaign: {row.key}")
    return Entry(
        entity=Entity.NEGATIVE,
        operation=Operation.CREATE,
        place=row.target,
        keyword=row.shown,
        match=row.match,
        match_type=rules.negatives[row.match],
        row=row.key,
    )


def _parents(proposal: Proposal, rows: Iterable[Row], words: Iterable[Entry]) -> list[Entry]:
    """Return the campaigns and ad groups that must be there before the words, and the new budgets."""
    old_campaigns = {place.campaign_key for place in proposal.places}
    old_groups = {place.key for place in proposal.places}
    budgets: Mapping[tuple[str, str, str], Row] = {
        row.target.campaign_key: row for row in rows if row.kind is RowKind.BUDGET and row.target is not None
    }
    campaigns: dict[tuple[str, str, str], Entry] = {}
    groups: dict[tuple[str, ...], Entry] = {}
    for key, row in budgets.items():
        operation = Operation.UPDATE if key in old_campaigns else Operation.CREATE
        if row.target is not None:
            campaigns[key] = Entry(
                entity=Entity.CAMPAIGN, operation=operation, place=row.target, budget=row.new_budget, row=row.key
            )
    for one in words:
        if one.operation is not Operation.CREATE:
            continue
        key = one.place.campaign_key
        if key not in old_campaigns:
            campaigns.setdefault(
                key, Entry(entity=Entity.CAMPAIGN, operation=Operation.CREATE, place=one.place.of_campaign)
            )
        if one.place.key not in old_groups:
            groups.setdefault(
                one.place.key,
                Entry(
                    entity=Entity.AD_GROUP,
                    operation=Operation.CREATE,
                    place=one.place,
                    item_id=one.item_id,
                    item=one.item,
                    bid_fen=one.bid_fen,
                    basis=one.basis if one.bid_fen is not None else BidBasis.NONE,
                ),
            )
    new_first = sorted(campaigns.values(), key=lambda one: one.operation is not Operation.CREATE)
    return [*new_first, *groups.values()]
