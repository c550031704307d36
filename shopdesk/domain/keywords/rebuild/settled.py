"""The proposal as it stands once some rows are refused: what goes out, what had to be withheld, how it adds up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from shopdesk.domain.keywords.rebuild.budgets import WORTH_SAYING, whole_yuan
from shopdesk.domain.keywords.rebuild.model import Place, Proposal, Row, RowKind
from shopdesk.domain.keywords.rebuild.negatives import Words

CampaignKey = tuple[str, str, str]
_SAME_YUAN: Final = 0.005
_NEEDS_WORDS: Final = (RowKind.BUDGET, RowKind.NEGATIVE)


COMMON_DOUBT: Final = 0.3
"""Correlation of what rows bring beside their medians. In simulated shops of 60 to 300 orders, independent rows (0)
would put 69 to 77 of 100 results into the 80 % interval of the sum, this 77 to 90."""


@dataclass(frozen=True, slots=True)
class Stands:
    """A word where it is bought after the accepted rows, with the row that put it there (None: it stays)."""

    word: str
    place: Place
    cost: float
    item: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Money:
    """Expected gain in yuan per 28 days with its 80 % interval, over ``rows`` rows that name any."""

    middle: float
    low: float
    high: float
    rows: int


@dataclass(frozen=True, slots=True)
class Settled:
    """``accepted`` rows go out; ``withheld`` were accepted but would do harm beside what was refused."""

    accepted: tuple[Row, ...]
    withheld: tuple[Row, ...]
    standing: tuple[Stands, ...]
    counts: Mapping[RowKind, int]
    money: Money | None


def settle(proposal: Proposal, refused: Collection[str]) -> Settled:
    """Return what is left of a proposal when the rows with these keys are refused.

    A negative that would keep a campaign from one of its own words, and the budget of a campaign without words, are
    withheld: refusing a move must never do harm. Budgets follow the words that are bought there after all.
    """
    wanted = [row for row in proposal.changes if row.key not in refused]
    standing = _standing(proposal, wanted)
    words: dict[CampaignKey, list[str]] = defaultdict(list)
    spend: dict[CampaignKey, float] = defaultdict(float)
    for one in standing:
        words[one.place.campaign_key].append(one.word)
        spend[one.place.campaign_key] += one.cost / proposal.days
    for left in proposal.rest:
        words[left.place.campaign_key] += left.words
        spend[left.place.campaign_key] += left.cost / proposal.days
    asked = {row.target.campaign_key for row in wanted if row.kind in _NEEDS_WORDS and row.target is not None}
    by_campaign = {key: Words(words[key]) for key in asked if key in words}
    accepted: list[Row] = []
    withheld: list[Row] = []
    for row in wanted:
        own = following(row, spend) if row.kind is RowKind.BUDGET else row
        (withheld if own is None or _harms(own, by_campaign) else accepted).append(own or row)
    counts = Counter(row.kind for row in accepted)
    return Settled(tuple(accepted), tuple(withheld), tuple(standing), dict(counts), total_money(accepted))


def total_money(rows: Sequence[Row]) -> Money | None:
    """Return the money of rows together, None where none names any.

    Part of the doubt is common to all rows (how spend follows bids, what an order brings) and doesn't even out.
    """
    named = [row for row in rows if row.money is not None]
    if not named:
        return None
    middle = sum(row.money or 0.0 for row in named)
    below = _joined([(row.money or 0.0) - row.money_low for row in named if row.money_low is not None])
    above = _joined([row.money_high - (row.money or 0.0) for row in named if row.money_high is not None])
    return Money(middle, middle - below, middle + above, len(named))


def _joined(widths: Sequence[float]) -> float:
    own, common = sum(width**2 for width in widths), sum(widths) ** 2
    return sqrt((1 - COMMON_DOUBT) * own + COMMON_DOUBT * common)


def _standing(proposal: Proposal, wanted: Sequence[Row]) -> list[Stands]:
    paused = {_bought_key(row) for row in wanted if row.kind is RowKind.PAUSED}
    moved = {_bought_key(row): row.target for row in wanted if row.kind is RowKind.MOVED}
    standing = []
    for one in proposal.bought:
        if one.key in paused:
            continue
        target = moved.get(one.key)
        standing.append(Stands(one.word, target or one.place, one.cost, one.item, target is not None))
    standing += [
        Stands(row.word, row.target, 0.0, row.item, True)
        for row in wanted
        if row.kind is RowKind.ADDED and row.target is not None
    ]
    return standing


def _bought_key(row: Row) -> str:
    return row.key.partition("|")[2]


def following(row: Row, spend: Mapping[CampaignKey, float]) -> Row | None:
    """Return the budget for what the words of its campaign cost a day, None where it then hardly changes."""
    if row.target is None or row.new_budget is None:
        return None
    planned, now = float(row.values["spend"]), spend.get(row.target.campaign_key, 0.0)
    if planned <= 0 or abs(now - planned) < _SAME_YUAN:
        return row
    free = float(row.values["free"]) * now / planned
    budget = whole_yuan(max(free, float(row.values["least"])))
    if row.budget and abs(budget / row.budget - 1) < WORTH_SAYING:
        return None
    return replace(row, new_budget=budget, values={**row.values, "spend": now})


def _harms(row: Row, by_campaign: Mapping[CampaignKey, Words]) -> bool:
    if row.target is None or row.kind not in _NEEDS_WORDS:
        return False
    own = by_campaign.get(row.target.campaign_key)
    if row.kind is RowKind.BUDGET:
        return not own
    return own is not None and own.blocked_by(row.word, row.match)
