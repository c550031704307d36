"""How much of a proposal is worth an operator's work: all of it, or what brings money without the mere tidying."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.advice import ADVICE_DAYS, MEANINGFUL_YUAN
from shopdesk.domain.keywords.rebuild.homes import FEWEST_WORDS
from shopdesk.domain.keywords.rebuild.model import Proposal, Row, RowKind, together

MATERIAL_SHARE: Final = 0.01
"""Of what an account's words cost: a word below that is not worth moving, since a move takes work, restarts its
quality score, and names no money (an editable convention)."""


class Scope(StrEnum):
    """Which rows begin as taken."""

    MATERIAL = "material"
    ALL = "all"


def begins_refused(proposal: Proposal, scope: Scope) -> frozenset[str]:
    """Return the keys of the rows that a scope leaves out: moves of words on which hardly anything is spent.

    Few words alone make no new campaign either. Pauses, duplicates, bids, new words, negatives and budgets stay; of the
    last two ``settle`` holds back what would do harm without the moves.
    """
    if scope is Scope.ALL:
        return frozenset()
    least = _least_cost(proposal)
    moves = [row for row in proposal.rows if row.kind is RowKind.MOVED]
    worth = [row for row in moves if row.cost >= least[row.place.account]]
    today = {place.campaign_key for place in proposal.places}
    new: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in worth:
        if row.place.campaign_key not in today:
            new[row.place.campaign_key].add(row.word)
    kept = {row.key for row in worth if not _is_lonely(row, new)}
    return frozenset(row.key for row in moves if row.key not in kept)


def _is_lonely(row: Row, new: dict[tuple[str, str, str], set[str]]) -> bool:
    own = new.get(row.place.campaign_key)
    return own is not None and len(own) < FEWEST_WORDS


def _least_cost(proposal: Proposal) -> dict[tuple[str, str], float]:
    """Return by account what a word must have cost in the period, in yuan."""
    spend: dict[tuple[str, str], float] = defaultdict(float)
    for one in together(proposal.bought, proposal.rest):
        spend[one.place.account] += one.cost
    least = MEANINGFUL_YUAN * proposal.days / ADVICE_DAYS
    return {account: max(MATERIAL_SHARE * cost, least) for account, cost in spend.items()}
