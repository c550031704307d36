"""A proposal to rebuild the plans: rows that each change one thing, with the reason and what stands behind it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, TypeVar


class RowKind(StrEnum):
    """What a row changes; their order is the order of the list: what names money comes first."""

    PAUSED = "paused"
    BID = "bid"
    BUDGET = "budget"
    ADDED = "added"
    MOVED = "moved"
    NEGATIVE = "negative"
    UNCHANGED = "unchanged"


class BidBasis(StrEnum):
    """What a new bid was reckoned from."""

    BID = "bid"  # the bid of today, as imported
    CPC = "cpc"  # what a click costs, because no file names the bid
    WORTH = "worth"  # value × margin, because the word is new
    HAND = "hand"  # decided by hand
    NONE = ""


class Match(StrEnum):
    """How a word meets what people type, whatever a platform calls it."""

    EXACT = "exact"
    PHRASE = "phrase"
    BROAD = "broad"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a word is bought: an ad group of a campaign. Ids are empty where no report names them."""

    platform: str
    shop: str = ""
    scene: str = ""
    campaign: str
    adgroup: str = ""
    campaign_id: str = ""
    adgroup_id: str = ""

    @property
    def account(self) -> tuple[str, str]:
        """What words compete within."""
        return (self.platform, self.shop)

    @property
    def of_campaign(self) -> Place:
        """The campaign alone, without the ad group."""
        return replace(self, adgroup="", adgroup_id="")

    @property
    def campaign_key(self) -> tuple[str, str, str]:
        """What tells campaigns apart: the id, else the name."""
        return (self.platform, self.shop, self.campaign_id or f"\0{self.campaign}")

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells ad groups apart."""
        return (*self.campaign_key, self.adgroup_id or f"\0{self.adgroup}")


def place_of(values: Mapping[Hashable, Any]) -> Place:
    """Return the place that a row of a report names; what has no name is called by its id."""
    return Place(
        platform=values["platform"],
        shop=values["shop"],
        scene=values["scene"],
        campaign=values["campaign"] or values["campaign_id"],
        adgroup=values["adgroup"] or values["adgroup_id"],
        campaign_id=values["campaign_id"],
        adgroup_id=values["adgroup_id"],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """One word in one ad group with what it did there in the period; money in yuan, bids in fen."""

    word: str  # in normal spelling
    shown: str
    place: Place
    match_type: str = ""  # as the platform writes it
    keyword_id: str = ""
    item_id: str = ""
    item: str = ""
    clicks: float = 0.0
    cost: float = 0.0
    orders: float = 0.0
    revenue: float = 0.0
    bid_fen: int | None = None
    is_package: bool = False  # a bundle of words that the platform made: it can't be moved word by word

    @property
    def key(self) -> str:
        """A text that names this word at this place, the same after every import."""
        return "|".join((*self.place.key, self.word, self.match_type)).replace("\0", "~")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The words of one quadrant at one place that get no row each and stay, with what they did there; money in yuan."""

    place: Place
    quadrant: str
    words: tuple[str, ...]  # in normal spelling
    clicks: float
    cost: float
    orders: float
    revenue: float


T = TypeVar("T")


def together(words: Sequence[T], rest: Sequence[Rest]) -> Sequence[T | Rest]:
    """Return all that is bought, the words looked at one by one before the others."""
    return [*words, *rest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change (or one word left as it is), accepted or refused by itself.

    ``source`` is where the word stands today, ``target`` where it goes; a budget or a negative word has only
    a ``target``. ``match`` holds for negatives. ``money`` is the expected gain in yuan per 28 days with its 80 %
    interval, None where nothing can be said. ``reason`` is a code with ``values``; the interface words it.
    """

    key: str
    kind: RowKind
    word: str
    shown: str
    quadrant: str
    source: Place | None = None
    target: Place | None = None
    match_type: str = ""
    match: Match = Match.UNKNOWN
    keyword_id: str = ""
    item_id: str = ""
    item: str = ""
    bid_fen: int | None = None
    new_bid_fen: int | None = None
    step: float | None = None
    basis: BidBasis = BidBasis.NONE
    budget: float | None = None  # yuan a day, before
    new_budget: float | None = None
    reason: str = ""
    values: Mapping[str, str | float] = field(default_factory=dict)
    clicks: float = 0.0
    cost: float = 0.0
    orders: float = 0.0
    chance: float | None = None
    money: float | None = None
    money_low: float | None = None
    money_high: float | None = None

    @property
    def place(self) -> Place:
        """Where the row belongs in a list by place: where the word goes, else where it stands."""
        found = self.target or self.source
        if found is None:
            raise ValueError(f"a row without a place: {self.key}")
        return found


@dataclass(frozen=True, slots=True)
class Account:
    """What was found of one platform and shop: whether its structure should change at all, and why not."""

    platform: str
    shop: str
    campaigns: int
    words: int
    clicks: float
    keeps: str = ""  # the code of a reason for leaving the structure alone, "" where it changes


@dataclass(frozen=True, slots=True)
class WaitingTerms:
    """Decided search terms whose report names no account that buys words: how many, and which accounts it names.

    Of ``asked`` terms several accounts could be meant; for ``homeless`` ones no report of keywords was imported.
    ``sources`` (platform and shop) are those of the first kind, and those that were told already.
    """

    asked: int = 0
    homeless: int = 0
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """All rows in a stable order, the structure that they start from, and what is known of each account.

    ``rest`` are words of a very large shop that are bought, too, but not looked at one by one: they stay.
    """

    rows: tuple[Row, ...]
    bought: tuple[Bought, ...]
    accounts: tuple[Account, ...]
    days: int
    waiting: WaitingTerms = WaitingTerms()
    rest: tuple[Rest, ...] = ()
    rest_words: int = 0

    @property
    def places(self) -> tuple[Place, ...]:
        """Each place of today once, in a stable order."""
        return tuple(dict.fromkeys(one.place for one in together(self.bought, self.rest)))

    @property
    def changes(self) -> tuple[Row, ...]:
        """The rows that change something."""
        return tuple(row for row in self.rows if row.kind is not RowKind.UNCHANGED)


def plain_match(written: str) -> str:
    """Return a match type without what platforms write around it: ``Exact match`` and 精确匹配 as exact and 精确."""
    return written.strip().casefold().removesuffix("匹配").removesuffix("match").strip()


_MATCH_WORDS: Final = {
    "exact": Match.EXACT, "精准": Match.EXACT, "精确": Match.EXACT, "phrase": Match.PHRASE, "词组": Match.PHRASE,
    "短语": Match.PHRASE, "broad": Match.BROAD, "广泛": Match.BROAD,
}  # fmt: skip


class Limit(StrEnum):
    """What a platform sets; each is known from a source of its own."""

    BIDS = "bids"
    MATCHES = "matches"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRules:
    """What a platform lets one do with words: bids in fen, its names of match types and of negatives."""

    least_bid_fen: int
    most_bid_fen: int
    bid_step_fen: int
    matches: Mapping[Match, str]
    new_match: Mapping[str, Match]  # by quadrant; ``proven`` for words that surely pay
    negatives: Mapping[Match, str]
    least_budget: float | None  # yuan a day
    unchecked: frozenset[Limit]  # what nobody has seen at the platform itself

    def bid(self, fen: float) -> int:
        """Return a bid that the platform takes: rounded down to its step, within its limits."""
        stepped = int(fen // self.bid_step_fen) * self.bid_step_fen
        return min(max(stepped, self.least_bid_fen), self.most_bid_fen)

    def match_of(self, written: str) -> Match:
        """Return what a written match type means, UNKNOWN where the platform's own words aren't known."""
        text = plain_match(written)
        named = {plain_match(name): match for match, name in self.matches.items()}
        return named.get(text) or _MATCH_WORDS.get(text, Match.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Names:
    """What new campaigns and ad groups are called, in the language of the user: handed in."""

    quadrants: Mapping[str, str]
    rest: str
