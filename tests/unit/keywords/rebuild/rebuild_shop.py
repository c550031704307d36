"""Small accounts written down in the tests, with what is to become of their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.rebuild.grounds import Grounds
from shopdesk.domain.keywords.rebuild.model import KeywordRules, Match, Names, Proposal
from shopdesk.domain.keywords.rebuild.propose import Setup, propose
from shopdesk.domain.keywords.rebuild.structure import campaigns_of_terms
from shopdesk.domain.keywords.rebuild.verdicts import Decision, Verdict
from shopdesk.domain.keywords.sums import CutUsed
from shopdesk.domain.periods import Period
from tests.unit.keywords.rebuild.verdict_of import verdict

PERIOD = Period(date(2026, 5, 26), date(2026, 6, 22))
NAMES = Names({"brand": "品牌词", "category": "品类词", "competitor": "竞品词", "long_tail": "长尾词"}, "其他词")


def rules(*, least_budget: float | None = None) -> KeywordRules:
    return KeywordRules(
        least_bid_fen=5,
        most_bid_fen=9999,
        bid_step_fen=1,
        matches={Match.EXACT: "精准匹配", Match.BROAD: "广泛匹配"},
        new_match=dict.fromkeys([*Quadrant, "proven"], Match.EXACT),
        negatives={Match.EXACT: "精准否定", Match.PHRASE: "词组否定"},
        least_budget=least_budget,
        unchecked=frozenset(),
    )


@dataclass(frozen=True, slots=True)
class At:
    """A word in a plan with what it did; cost in yuan."""

    word: str
    campaign: str
    adgroup: str = "单元1"
    clicks: float = 100
    cost: float = 100
    orders: float = 3
    item: str = ""
    match_type: str = ""


def frames(words: Sequence[At], *, platform: str = "taobao") -> dict[str, pd.DataFrame]:
    """A report of the whole period."""
    first, last = pd.Timestamp(PERIOD.start), pd.Timestamp(PERIOD.end)
    return {
        "ad_keyword": pd.DataFrame(
            {
                "kind": "wxt_keyword",
                "platform": platform,
                "shop": "",
                "date": first,
                "date_end": last,
                "campaign": [one.campaign for one in words],
                "adgroup": [one.adgroup for one in words],
                "item": [one.item for one in words],
                "match_type": [one.match_type for one in words],
                "keyword": [one.word for one in words],
                "impressions": [20 * one.clicks for one in words],
                "clicks": [one.clicks for one in words],
                "cost": [round(100 * one.cost) for one in words],
                "ad_orders": [one.orders for one in words],
                "ad_gmv": [round(100 * 60 * one.orders) for one in words],
            }
        )
    }


def quadrant_of(word: str) -> tuple[str, str]:
    """The quadrant of a word and the brand inside it, by a rule of the tests' own."""
    for term, quadrant in (("果山里", "brand"), ("三只松鼠", "competitor")):
        if term in word:
            return quadrant, term
    return ("long_tail" if len(word) >= 7 else "category"), ""


def judged(
    words: Sequence[At], decided: Mapping[str, Decision], steps: Mapping[str, float] | None = None
) -> dict[str, Verdict]:
    found = {}
    for word in sorted({*(one.word for one in words), *decided}):
        quadrant, term = quadrant_of(word)
        own = decided.get(word)
        found[word] = verdict(
            word,
            quadrant=quadrant,
            term=term,
            action=own.action if own else Action.HOLD,
            by_hand=own is not None,
            bid_fen=own.bid_fen if own else None,
            step=(steps or {}).get(word),
            value=1.8,
            cvr=0.03,
        )
    return found


def proposed(
    words: Sequence[At],
    *,
    decided: Mapping[str, Decision] | None = None,
    extra: Mapping[str, pd.DataFrame] | None = None,
    least_budget: float | None = None,
    steps: Mapping[str, float] | None = None,
    chosen: Mapping[tuple[str, str], tuple[str, str]] | None = None,
    beside: Mapping[str, Sequence[At]] | None = None,
) -> Proposal:
    """``beside`` are the words of further platforms."""
    given = decided or {}
    bought = {"taobao": words, **(beside or {})}
    on = Grounds(
        frames={
            "ad_keyword": pd.concat([frames(own, platform=name)["ad_keyword"] for name, own in bought.items()]),
            **(extra or {}),
        },
        used=tuple(CutUsed("ad_keyword", name, ("wxt_keyword",), len(own), False) for name, own in bought.items()),
        period=PERIOD,
        verdicts=judged([one for own in bought.values() for one in own], given, steps),
        margin=0.4,
        terms=campaigns_of_terms(extra or {}, list(given), PERIOD),
        chosen=chosen or {},
    )
    return propose(on, Setup(rules={"other": rules(least_budget=least_budget)}, names=NAMES))
