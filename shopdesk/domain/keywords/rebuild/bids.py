"""A new bid from what a click is worth: towards value × margin, one step of at most 20 % at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.model import BidBasis, Bought, KeywordRules
from shopdesk.domain.keywords.rebuild.verdicts import Verdict

MOST_STEP: Final = 0.20
"""Share of today's bid that one review may change it by."""


@dataclass(frozen=True, slots=True)
class NewBid:
    """A bid in fen with the step from today's and what that was; ``today`` None for a new word."""

    today: int | None
    fen: int
    step: float | None
    basis: BidBasis


def today_bid(one: Bought) -> tuple[int | None, BidBasis]:
    """Return today's bid in fen; where no file names it, what a click costs."""
    if one.bid_fen is not None:
        return one.bid_fen, BidBasis.BID
    if one.clicks > 0 and one.cost > 0:
        return round(100 * one.cost / one.clicks), BidBasis.CPC
    return None, BidBasis.NONE


def changed_bid(one: Bought, verdict: Verdict, rules: KeywordRules) -> NewBid | None:
    """Return the new bid of a word that is to be raised or lowered, None where nothing changes.

    A bid named by hand is taken as it is, within the platform's limits. Else the step is the library's, or the way to
    value × margin, and never more than 20 %.
    """
    today, basis = today_bid(one)
    if verdict.by_hand and verdict.bid_fen is not None and verdict.action in (Action.RAISE, Action.LOWER):
        fen = rules.bid(verdict.bid_fen)
        step = fen / today - 1 if today else None
        return None if fen == today and basis is BidBasis.BID else NewBid(today, fen, step, BidBasis.HAND)
    if verdict.action not in (Action.RAISE, Action.LOWER) or not today:
        return None
    wanted = verdict.step if verdict.step is not None else _way(today, verdict)
    if wanted is None:
        return None
    step = min(max(wanted, -MOST_STEP), MOST_STEP)
    fen = rules.bid(today * (1 + step) + 1e-6)
    forward = fen > today if verdict.action is Action.RAISE else fen < today
    return NewBid(today, fen, fen / today - 1, basis) if forward else None


def first_bid(verdict: Verdict | None, rules: KeywordRules) -> int | None:
    """Return the bid of a word that isn't bought yet: what a click is worth, None where nobody knows."""
    worth = verdict.break_even if verdict is not None else None
    return rules.bid(100 * worth) if worth and worth > 0 else None


def _way(today: int, verdict: Verdict) -> float | None:
    """Return the step to value × margin in the direction of the action, None where it leads the other way."""
    if verdict.break_even is None:
        return None
    way = 100 * verdict.break_even / today - 1
    return way if (way > 0) is (verdict.action is Action.RAISE) else None
