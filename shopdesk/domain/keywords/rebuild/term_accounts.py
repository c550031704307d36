"""Which ad account a searched term belongs to where its report doesn't name one that buys words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from shopdesk.domain.keywords.rebuild.model import Bought, Place, Rest

AccountKey: TypeAlias = tuple[str, str]
"""Platform and shop."""

UNNAMED: Final = "other"
"""The platform of reports that name none."""
ONLY: Final = "only"
CHOSEN: Final = "chosen"


@dataclass(frozen=True, slots=True)
class TermPlaces:
    """Where each term is to be kept out or bought; ``how`` says of terms without an account of their own why there.

    ``asked`` are the terms that several accounts could have, with the account that their report names in ``sources``;
    ``homeless`` those of platforms that no report of keywords speaks of.
    """

    places: Mapping[str, tuple[Place, ...]]
    how: Mapping[str, str]
    asked: tuple[str, ...] = ()
    sources: tuple[AccountKey, ...] = ()
    homeless: tuple[str, ...] = ()


def place_terms(
    terms: Mapping[str, Sequence[Place]],
    accounts: Mapping[AccountKey, Sequence[Bought | Rest]],
    chosen: Mapping[AccountKey, AccountKey],
) -> TermPlaces:
    """Return the places of terms in the accounts that buy words.

    A term of no named account goes to the one that ``chosen`` names for its report, else to the only one that it could
    be; its campaign is then looked up by name, and where a report names no campaign the term is one of all of them.
    """
    places: dict[str, tuple[Place, ...]] = {}
    how: dict[str, str] = {}
    asked: list[str] = []
    homeless: list[str] = []
    sources: set[AccountKey] = set()
    for word, seen in sorted(terms.items()):
        own: list[Place] = []
        for place in seen:
            account, why = _account(place, accounts, chosen)
            if account is not None:
                own += _campaigns(place, account, accounts[account])
                how |= {word: why} if why else {}
            elif why:
                homeless.append(word)
            else:
                asked.append(word)
            if why == CHOSEN or (account is None and not why):
                sources.add(place.account)
        if own:
            places[word] = tuple(dict.fromkeys(own))
    return TermPlaces(places, how, _once(asked), tuple(sorted(sources)), _once(homeless))


def candidates(source: AccountKey, accounts: Iterable[AccountKey]) -> list[AccountKey]:
    """Return the accounts that a report of another account name could speak of: those of its platform, else all."""
    known = sorted(accounts)
    return known if source[0] == UNNAMED else [one for one in known if one[0] == source[0]]


def _account(
    place: Place, accounts: Mapping[AccountKey, Sequence[Bought | Rest]], chosen: Mapping[AccountKey, AccountKey]
) -> tuple[AccountKey | None, str]:
    """Return the account with how it was found; no account and "" means to ask, with a word that there is none."""
    if place.account in accounts:
        return place.account, ""
    possible = candidates(place.account, accounts)
    if chosen.get(place.account) in possible:
        return chosen[place.account], CHOSEN
    if len(possible) == 1:
        return possible[0], ONLY
    return None, "" if possible else "none"


def _campaigns(place: Place, account: AccountKey, words: Sequence[Bought | Rest]) -> list[Place]:
    """Return the campaigns that a term was seen in, as the words of its account name them."""
    known: dict[tuple[str, str, str], Place] = {}
    for one in words:
        known.setdefault(one.place.campaign_key, replace(one.place, adgroup="", adgroup_id=""))
    if not place.campaign:
        return [known[key] for key in sorted(known)]
    if place.account == account:
        return [place]
    named = [one for one in known.values() if place.campaign in (one.campaign, one.campaign_id)]
    return named or [replace(place, platform=account[0], shop=account[1])]


def _once(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
