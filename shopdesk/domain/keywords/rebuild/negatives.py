"""Negative words that keep campaigns from competing with one another, and never keep one from its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.normal import is_han
from shopdesk.domain.keywords.rebuild.model import Match, Place

CampaignKey = tuple[str, str, str]

MOST_TAIL: Final = 30
"""Long-tail words kept out of one category campaign, those that cost most: the list must stay readable."""
MOST_LOOKED_AT: Final = 3000
"""Long-tail words looked at for that: the rest cost next to nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A word where it would be bought after the rebuild."""

    word: str
    shown: str
    quadrant: str
    term: str  # the brand inside it, "" where there is none
    place: Place
    cost: float
    orders: float = 0.0
    revenue: float = 0.0


@dataclass(frozen=True, slots=True)
class Negative:
    """A word kept out of a campaign because another campaign buys it."""

    word: str
    shown: str
    match: Match
    place: Place  # the campaign, without an ad group
    quadrant: str
    reason: str
    rival: str  # the campaign that is to get these searches


def blocks(negative: str, match: Match, word: str) -> bool:
    """Return whether a negative keeps a campaign from buying a word; both in normal spelling.

    An exact one keeps out that word only; a phrase one every word that contains it: Chinese as a run of signs, others
    as whole tokens. A broad one is taken as its tokens in any order. Beside Chinese, Latin too is a run of signs.
    """
    if not negative or not word:
        return False
    if match is Match.EXACT:
        return negative == word
    if match is Match.BROAD and " " in negative:
        return all(blocks(token, Match.PHRASE, word) for token in negative.split(" "))
    if negative not in word:
        return False
    if any(map(is_han, negative)) or any(map(is_han, word)):
        return True
    return f" {negative} " in f" {word} "


def between_campaigns(
    standing: Sequence[Standing],
    quadrant_of: Mapping[CampaignKey, str],
    *,
    allowed: Collection[Match],
    known: Collection[tuple[str, str, str]] = (),
) -> tuple[Negative, ...]:
    """Return the negatives of one account, in a stable order.

    Brand terms are kept out of all other campaigns, terms of competitors out of category and long tail, and the
    long-tail words that cost most out of the category campaign whose words would catch them. ``known`` are negatives
    that stand already: platform, campaign id or name, word.
    """
    by_campaign: dict[CampaignKey, list[Standing]] = defaultdict(list)
    for one in standing:
        by_campaign[one.place.campaign_key].append(one)
    found: list[Negative] = []
    for key in sorted(by_campaign):
        own = by_campaign[key]
        words = [one.word for one in own]
        home = quadrant_of.get(key, "")
        for wanted in _wanted(home, standing, own, quadrant_of, allowed):
            place = own[0].place
            there = {(place.platform, name, wanted.word) for name in (place.campaign_id, place.campaign) if name}
            if not there & set(known) and not any(blocks(wanted.word, wanted.match, word) for word in words):
                found.append(wanted)
    return tuple(found)


def _wanted(
    home: str,
    standing: Sequence[Standing],
    own: Sequence[Standing],
    quadrant_of: Mapping[CampaignKey, str],
    allowed: Collection[Match],
) -> Iterator[Negative]:
    key = own[0].place.campaign_key
    others = [one for one in standing if one.place.campaign_key != key]
    place = own[0].place.of_campaign
    kept_out = {
        Quadrant.BRAND: () if home == Quadrant.BRAND else (Quadrant.BRAND,),
        Quadrant.COMPETITOR: (Quadrant.COMPETITOR,) if home in (Quadrant.CATEGORY, Quadrant.LONG_TAIL) else (),
    }
    for quadrant, reason in ((Quadrant.BRAND, "brand_elsewhere"), (Quadrant.COMPETITOR, "competitor_elsewhere")):
        if quadrant in kept_out[quadrant] and (match := _best(allowed, (Match.PHRASE, Match.BROAD))):
            yield from (
                Negative(term, term, match, place, quadrant.value, reason, rival)
                for term, rival in _terms(others, quadrant, quadrant_of)
            )
    if home == Quadrant.CATEGORY and Match.EXACT in allowed:
        yield from (
            Negative(one.word, one.shown, Match.EXACT, place, one.quadrant, "long_tail_elsewhere", one.place.campaign)
            for one in _caught(others, own)
        )


def _terms(
    standing: Iterable[Standing], quadrant: Quadrant, quadrant_of: Mapping[CampaignKey, str]
) -> list[tuple[str, str]]:
    """Return the brand terms bought in campaigns of a quadrant, each with the campaign that buys most of it."""
    spend: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in standing:
        if one.quadrant == quadrant and one.term and quadrant_of.get(one.place.campaign_key) == quadrant:
            spend[one.term][one.place.campaign] += one.cost
    return [(term, max(own, key=lambda name: (own[name], name))) for term, own in sorted(spend.items())]


def _caught(others: Iterable[Standing], own: Sequence[Standing]) -> list[Standing]:
    """Return the long-tail words bought elsewhere that a word of this campaign is contained in, most spend first."""
    heads = {one.word for one in own}
    tails = [one for one in others if one.quadrant == Quadrant.LONG_TAIL and one.cost > 0]
    tails.sort(key=lambda one: (-one.cost, one.word))
    found: list[Standing] = []
    for one in tails[:MOST_LOOKED_AT]:
        if len(found) >= MOST_TAIL:
            break
        if not heads.isdisjoint(phrases(one.word)):
            found.append(one)
    return found


def phrases(word: str) -> set[str]:
    """Return every phrase that is contained in a word: runs of signs beside Chinese, else runs of tokens."""
    if any(map(is_han, word)):
        return {word[start:end] for start in range(len(word)) for end in range(start + 1, len(word) + 1)}
    tokens = word.split(" ")
    return {" ".join(tokens[start:end]) for start in range(len(tokens)) for end in range(start + 1, len(tokens) + 1)}


def _best(allowed: Collection[Match], wanted: Sequence[Match]) -> Match | None:
    return next((match for match in wanted if match in allowed), None)
