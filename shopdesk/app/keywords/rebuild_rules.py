"""What the platforms let one do with words, as shipped in their files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from shopdesk.app.platform_files import platform_files
from shopdesk.domain.bidding.profiles import Evidence
from shopdesk.domain.keywords.rebuild.model import KeywordRules, Limit, Match

OTHER: Final = "other"


@cache
def keyword_rules() -> Mapping[str, KeywordRules]:
    """Return the rules by platform; ``other`` is always there."""
    return {str(raw["platform"]): parse_rules(raw) for raw in platform_files()}


def rules_of(platform: str) -> KeywordRules:
    """Return the rules of a platform, the general ones where it has none."""
    return keyword_rules().get(platform) or keyword_rules()[OTHER]


def parse_rules(raw: Mapping[str, Any]) -> KeywordRules:
    """Return the rules of one parsed file; raises KeyError or ValueError where the file is wrong."""
    words = raw["keywords"]
    least = raw["budget"].get("least_fen")
    known = {
        Limit.BIDS: words["evidence"],
        Limit.MATCHES: words["match_evidence"],
        Limit.BUDGET: raw["budget"]["evidence"],
    }
    return KeywordRules(
        least_bid_fen=words["least_bid_fen"],
        most_bid_fen=words["most_bid_fen"],
        bid_step_fen=words["bid_step_fen"],
        matches={Match(name): text for name, text in words["matches"].items()},
        new_match={name: Match(match) for name, match in words["new_match"].items()},
        negatives={Match(name): text for name, text in words["negatives"].items()},
        least_budget=None if least is None else least / 100,
        unchecked=frozenset(limit for limit, evidence in known.items() if not Evidence(evidence).is_verified),
    )
