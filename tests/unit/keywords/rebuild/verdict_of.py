"""A verdict with everything unknown but what a test names."""

from __future__ import annotations

from typing import Any

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.verdicts import Verdict


def verdict(word: str, *, action: Action = Action.HOLD, **known: Any) -> Verdict:
    nothing: dict[str, Any] = dict.fromkeys(
        ("bid_fen", "step", "value", "break_even", "cvr", "chance", "money", "money_low", "money_high")
    )
    texts = {"quadrant": "category", "root": "", "term": "", "reason": "", "needs_review": False, "by_hand": False}
    return Verdict(word=word, shown=word, action=action, **{**nothing, **texts, **known})
