"""Which campaign each quadrant lives in, and in which of its ad groups a word belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shopdesk.domain.keywords.rebuild.model import Bought, KeywordRules, Names, Place, Rest
from shopdesk.domain.keywords.rebuild.verdicts import Verdict

CampaignKey = tuple[str, str, str]

FEWEST_WORDS: Final = 3
"""A quadrant with fewer words gets no campaign of its own."""
FEWEST_CLICKS: Final = 100.0
"""A quadrant with fewer clicks in the period gets none either: nobody could tell how it does."""
FEW_GROUP_WORDS: Final = 2
"""A product or root with fewer words shares an ad group with other small ones."""


@dataclass(frozen=True, slots=True)
class Homes:
    """By campaign the quadrant that most of its money goes to, by quadrant its campaign (today's, or a new name)."""

    quadrant_of: Mapping[CampaignKey, str]
    campaign_of: Mapping[str, Place]
    too_small: frozenset[str]  # quadrants that stay where they are


def homes(
    words: Sequence[Bought],
    verdicts: Mapping[str, Verdict],
    *,
    rules: KeywordRules,
    names: Names,
    days: int,
    rest: Sequence[Rest] = (),
) -> Homes:
    """Return the homes of one account: a campaign is home to the quadrant that costs most in it.

    A quadrant without a home gets a new campaign where it has words, clicks and, against the platform's least
    budget, spend enough; else it stays. ``rest`` are words that stay, whatever comes out.
    """
    spend: dict[CampaignKey, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    by_quadrant: dict[str, list[Bought]] = defaultdict(list)
    place_of: dict[CampaignKey, Place] = {}
    for one in words:
        quadrant = verdicts[one.word].quadrant
        spend[one.place.campaign_key][quadrant] += one.cost + 1e-9 * one.clicks + 1e-12
        by_quadrant[quadrant].append(one)
        place_of.setdefault(one.place.campaign_key, one.place)
    for left in rest:
        spend[left.place.campaign_key][left.quadrant] += left.cost + 1e-9 * left.clicks + 1e-12
        place_of.setdefault(left.place.campaign_key, left.place)
    quadrant_of = {key: max(own, key=lambda q: (own[q], q)) for key, own in spend.items()}
    campaign_of: dict[str, Place] = {}
    small: set[str] = set()
    for quadrant, own in by_quadrant.items():
        living = [key for key, home in quadrant_of.items() if home == quadrant]
        if living:
            campaign_of[quadrant] = place_of[max(living, key=lambda key: (spend[key][quadrant], key))]
        elif _carries_its_own(own, rules=rules, days=days):
            campaign_of[quadrant] = _new_campaign(own, names.quadrants[quadrant], taken=place_of.values())
        else:
            small.add(quadrant)
    return Homes(quadrant_of, campaign_of, frozenset(small))


def _carries_its_own(words: Sequence[Bought], *, rules: KeywordRules, days: int) -> bool:
    if len({one.word for one in words}) < FEWEST_WORDS or sum(one.clicks for one in words) < FEWEST_CLICKS:
        return False
    return rules.least_budget is None or sum(one.cost for one in words) / days >= rules.least_budget


def _new_campaign(words: Sequence[Bought], name: str, *, taken: Iterable[Place]) -> Place:
    used = {place.campaign for place in taken}
    free, number = name, 1
    while free in used:
        number += 1
        free = f"{name} {number}"
    like = words[0].place
    return Place(platform=like.platform, shop=like.shop, scene=like.scene, campaign=free)


class Groups:
    """The ad groups of an account by campaign: those of today by product and root, and new ones named after them."""

    def __init__(
        self, words: Sequence[Bought], verdicts: Mapping[str, Verdict], names: Names, rest: Sequence[Rest] = ()
    ) -> None:
        self._others = {(one.place.campaign_key, one.place.adgroup): one.place for one in rest}
        self._rest = names.rest
        self._by_item = _leading(words, lambda one: one.item_id or one.item)
        self._by_root = _leading(words, lambda one: verdicts[one.word].root)
        self._sizes: dict[str, int] = defaultdict(int)
        for _word, subject in {(one.word, self._subject(one, verdicts[one.word])) for one in words}:
            self._sizes[subject] += 1

    def of(self, one: Bought, verdict: Verdict, home: Place) -> Place:
        """Return the ad group for a word in its home campaign."""
        item, root = one.item_id or one.item, verdict.root
        today = self._by_item.get((home.campaign_key, item)) if item else None
        today = today or (self._by_root.get((home.campaign_key, root)) if root and not item else None)
        if today is not None:
            return today
        subject = self._subject(one, verdict)
        name = subject if subject and (item or self._sizes[subject] >= FEW_GROUP_WORDS) else self._rest
        return self._others.get((home.campaign_key, name)) or Place(
            platform=home.platform,
            shop=home.shop,
            scene=home.scene,
            campaign=home.campaign,
            campaign_id=home.campaign_id,
            adgroup=name,
        )

    @staticmethod
    def _subject(one: Bought, verdict: Verdict) -> str:
        return one.item or one.item_id or verdict.root


def _leading(words: Sequence[Bought], subject_of: Callable[[Bought], str]) -> dict[tuple[CampaignKey, str], Place]:
    """Return by campaign and subject the ad group in which most is spent on that subject."""
    spend: dict[tuple[CampaignKey, str], dict[Place, float]] = defaultdict(lambda: defaultdict(float))
    for one in words:
        subject = subject_of(one)
        if subject:
            spend[one.place.campaign_key, subject][one.place] += one.cost + 1e-9
    return {key: max(own, key=lambda place: (own[place], place.key)) for key, own in spend.items()}
