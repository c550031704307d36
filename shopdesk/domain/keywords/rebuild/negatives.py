"""Negative words that keep campaigns from competing with one another, and never keep one from its own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.normal import is_han
from shopdesk.domain.keywords.rebuild.model import Match, Place, Rest

CampaignKey = tuple[str, str, str]

MOST_TAIL: Final = 30
"""Long-tail words kept out of one category campaign, those that cost most: the list must stay readable."""
MOST_TERMS: Final = 100
"""Brand terms kept out of one campaign, of the own brand and of competitors each, for the same reason."""
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


class Words:
    """The words of a campaign, asked one negative after another: only those that can be meant are looked at."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._text = "\n".join(sorted(self._words))

    def __bool__(self) -> bool:
        return bool(self._words)

    def blocked_by(self, negative: str, match: Match) -> bool:
        """Return whether a negative keeps the campaign from any of its words."""
        if match is Match.EXACT:
            return bool(negative) and negative in self._words
        parts = negative.split(" ") if match is Match.BROAD else [negative]
        if not all(part in self._text for part in parts):
            return False
        return any(blocks(negative, match, word) for word in self._words)


def between_campaigns(
    standing: Sequence[Standing],
    quadrant_of: Mapping[CampaignKey, str],
    *,
    allowed: Collection[Match],
    known: Collection[tuple[str, str, str]] = (),
    rest: Sequence[Rest] = (),
) -> tuple[Negative, ...]:
    """Return the negatives of one account, in a stable order.

    Brand terms are kept out of all other campaigns, terms of competitors out of category and long tail, and the
    long-tail words that cost most out of the category campaign whose words would catch them. ``known`` are negatives
    that stand already: platform, campaign id or name, word. ``rest`` are further words that must not be blocked.
    """
    by_campaign: dict[CampaignKey, list[Standing]] = defaultdict(list)
    for one in standing:
        by_campaign[one.place.campaign_key].append(one)
    words: dict[CampaignKey, list[str]] = defaultdict(list)
    for key, own in by_campaign.items():
        words[key] += [one.word for one in own]
    for left in rest:
        words[left.place.campaign_key] += left.words
    taken = frozenset(known)
    everywhere = _terms_elsewhere(standing, quadrant_of, allowed)
    caught = _caught(standing, by_campaign, quadrant_of) if Match.EXACT in allowed else {}
    found: list[Negative] = []
    for key in sorted(by_campaign):
        place = by_campaign[key][0].place.of_campaign
        wanted = [*everywhere.get(quadrant_of.get(key, ""), everywhere[""]), *caught.get(key, ())]
        inside = Words(words[key])
        for negative in (replace(one, place=place) for one in wanted):
            there = {(place.platform, name, negative.word) for name in (place.campaign_id, place.campaign) if name}
            if not there & taken and not inside.blocked_by(negative.word, negative.match):
                found.append(negative)
    return tuple(found)


def _terms_elsewhere(
    standing: Sequence[Standing], quadrant_of: Mapping[CampaignKey, str], allowed: Collection[Match]
) -> Mapping[str, Sequence[Negative]]:
    """Return by the quadrant of a campaign ("" for others) the brand terms that belong in campaigns of their own."""
    match = _best(allowed, (Match.PHRASE, Match.BROAD))
    if match is None:
        return {"": ()}
    brands, competitors = (
        [
            Negative(term, term, match, place, quadrant.value, reason, rival)
            for term, rival, place in _terms(standing, quadrant, quadrant_of)
        ]
        for quadrant, reason in (
            (Quadrant.BRAND, "brand_elsewhere"),
            (Quadrant.COMPETITOR, "competitor_elsewhere"),
        )
    )
    both = (*brands, *competitors)
    return {"": brands, Quadrant.BRAND: (), Quadrant.CATEGORY: both, Quadrant.LONG_TAIL: both}


def _terms(
    standing: Iterable[Standing], quadrant: Quadrant, quadrant_of: Mapping[CampaignKey, str]
) -> list[tuple[str, str, Place]]:
    """Return the brand terms bought in campaigns of a quadrant, each with the campaign that buys most of it.

    At most ``MOST_TERMS``, those that cost most, by name.
    """
    spend: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    places: dict[str, Place] = {}
    for one in standing:
        if one.quadrant == quadrant and one.term and quadrant_of.get(one.place.campaign_key) == quadrant:
            spend[one.term][one.place.campaign] += one.cost
            places[one.term] = one.place
    dearest = sorted(spend, key=lambda term: (-sum(spend[term].values()), term))[:MOST_TERMS]
    return [
        (term, max(spend[term], key=lambda name: (spend[term][name], name)), places[term]) for term in sorted(dearest)
    ]


def _caught(
    standing: Iterable[Standing],
    by_campaign: Mapping[CampaignKey, Sequence[Standing]],
    quadrant_of: Mapping[CampaignKey, str],
) -> Mapping[CampaignKey, Sequence[Negative]]:
    """Return by category campaign the long-tail words bought elsewhere that hold a word of it, most spend first."""
    heads: dict[str, set[CampaignKey]] = defaultdict(set)
    homes = {key for key in by_campaign if quadrant_of.get(key) == Quadrant.CATEGORY}
    for key in homes:
        for one in by_campaign[key]:
            heads[one.word].add(key)
    tails = [one for one in standing if one.quadrant == Quadrant.LONG_TAIL and one.cost > 0]
    tails.sort(key=lambda one: (-one.cost, one.word))
    found: dict[CampaignKey, list[Negative]] = defaultdict(list)
    own = Counter[CampaignKey]()
    for at, one in enumerate(tails):
        home = one.place.campaign_key
        open_homes = {key for key in homes if at - own[key] < MOST_LOOKED_AT and len(found[key]) < MOST_TAIL}
        if not open_homes:
            break
        own[home] += 1
        catching = {key for phrase in phrases(one.word) if phrase in heads for key in heads[phrase]}
        for key in catching & open_homes - {home}:
            match, quadrant = Match.EXACT, one.quadrant
            found[key].append(
                Negative(one.word, one.shown, match, one.place, quadrant, "long_tail_elsewhere", one.place.campaign)
            )
    return found


def phrases(word: str) -> set[str]:
    """Return every phrase that is contained in a word: runs of signs beside Chinese, else runs of tokens."""
    if any(map(is_han, word)):
        return {word[start:end] for start in range(len(word)) for end in range(start + 1, len(word) + 1)}
    tokens = word.split(" ")
    return {" ".join(tokens[start:end]) for start in range(len(tokens)) for end in range(start + 1, len(tokens) + 1)}


def _best(allowed: Collection[Match], wanted: Sequence[Match]) -> Match | None:
    return next((match for match in wanted if match in allowed), None)
