"""What the user decided to do with a word; the rebuild of plans and the exports read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, isfinite
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.advice import Action


@dataclass(frozen=True, slots=True)
class WordDecision:
    """One decision a word (in normal spelling); a later one replaces it.

    ``action`` is one of ``ACTIONS``; ``bid_fen`` the new bid, None where the action has none or no report tells the
    present bid: then ``step`` (-0.2: a fifth less) is what is to be done. ``decided_at`` is an ISO time to the second,
    by the clock of the application.
    """

    word: str
    action: str
    bid_fen: int | None = None
    decided_at: str = ""
    step: float | None = None


DECISIONS: Final = Collection("keyword_decisions", WordDecision, ("word",))
ACTIONS: Final = tuple(action.value for action in Action)
ASKING: Final = tuple(action for action in ACTIONS if action != Action.HOLD)
"""The actions that ask for something to be done."""


def decision(
    word: str, *, advice: str, step: float | None, today_fen: float | None, decided_at: str
) -> WordDecision | None:
    """Return the decision that accepts an advice, None where it asks for nothing.

    ``step`` is the share by which the bid goes up or down (-0.2: a fifth less), ``today_fen`` today's bid. A new bid
    is in whole fen, rounded down as in the rebuild of plans, at least one; it is never made from what a click costs,
    because a click costs less than what is bid for it.
    """
    if advice not in ASKING:
        return None
    if advice not in (Action.RAISE, Action.LOWER) or step is None or not isfinite(step):
        return WordDecision(word, advice, None, decided_at)
    bid = None if today_fen is None else max(1, floor(round(today_fen) * (1 + step) + 1e-6))
    return WordDecision(word, advice, bid, decided_at, step)


def decide(decisions: Iterable[WordDecision]) -> SetRows:
    """Return the change that keeps decisions, as one step."""
    return SetRows.put(DECISIONS, decisions)


def take_back(workspace: Workspace, words: Iterable[str]) -> SetRows:
    """Return the change that forgets what was decided about words."""
    rows = workspace.rows(DECISIONS)
    return SetRows.drop(DECISIONS, [(word,) for word in words if (word,) in rows])


def decisions_of(workspace: Workspace) -> dict[str, WordDecision]:
    """Return all decisions by word."""
    return {row.word: row for row in workspace.rows(DECISIONS).values()}
