"""Bids of words: what a click is worth times one multiplier that budget, margin and price limit share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.propose.case import Case, Moves, still
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.propose.steps import Bounds, bounds

FOLLOWED: Final = 0.8
"""How far a bid moves from today's towards what a click is worth (share of the logarithm). In an auction for several
places the last place up costs more than its own clicks, since all others get dearer: dear words gain less from their
full value, and today's bid tells the price level. Best over hot, ordinary and calm simulated markets .75 to .9."""
_GAMMAS: Final = (1e-6, 1e6)
_HALVINGS: Final = 50


@dataclass(frozen=True, slots=True)
class WordPart:
    """Bids in fen by word key and the multiplier between worth and bid."""

    bids: dict[str, int]
    gamma: float
    stay: Stay
    moves: Moves
    held: int


@dataclass(frozen=True, slots=True)
class _Bidding:
    """The words that can move: today's bid and spend share, what a click is worth, bounds, how far to follow,
    and the bid at which a click earns nothing."""

    places: NDArray[np.int64]
    now: Floats
    share: Floats
    worth: Floats
    allowed: Bounds
    follow: float
    most: Floats

    def wish(self, gamma: float) -> Floats:
        return np.minimum(self.now * (self.worth * gamma / self.now) ** self.follow, self.most)

    def turning(self) -> tuple[float, float]:
        """Return the multipliers between which any bid still moves."""

        def reaching(bids: Floats) -> Floats:
            return np.asarray(self.now / self.worth * (np.maximum(bids, 1e-9) / self.now) ** (1 / self.follow))

        low = reaching(self.allowed.low)
        return float(low.min()), float(np.maximum(reaching(np.minimum(self.most, self.allowed.high)), low).max())

    def moves(self, gamma: float) -> Moves:
        return Moves(self.allowed.clip(self.wish(gamma)) / self.now, self.share)


def word_part(case: Case, kappa: float, others: list[Moves], *, scale: float, most_gamma: float) -> WordPart:
    """Return the bids at which the plan spends its budget, none above what a click's margin is worth.

    ``others`` are the moves of the other dimensions, ``scale`` what their premiums take from the bids.
    """
    kept = dict(case.now.bids)
    stay = _reason(case)
    if stay is not Stay.MOVES:
        return WordPart(kept, 1.0, stay, still(), 0)
    bidding = _bidding(case, kappa, scale)
    if not bidding.places.size:
        return WordPart(kept, 1.0, Stay.NO_BIDS, still(), 0)
    growth = float(np.prod([one.growth(case.elasticity) for one in others]))
    least, most = bidding.turning()
    gamma = max(min(_gamma(bidding, _target(case) / growth, case.elasticity), most, most_gamma), least)
    found, held = bidding.allowed.settle(bidding.wish(gamma))
    names = case.model.words.names if case.model.words is not None else ()
    moved = {
        names[place]: bid
        for place, bid, before in zip(bidding.places.tolist(), found, bidding.now.tolist(), strict=True)
        if bid != before or names[place] in kept
    }
    stay = Stay.MOVES if moved != {name: kept.get(name) for name in moved} else Stay.SMALL
    return WordPart(kept | moved, gamma, stay, bidding.moves(gamma), held)


def has_base(case: Case) -> bool:
    """Whether bids of words can fall or rise for what other dimensions do to the spend."""
    return _reason(case) is Stay.MOVES and bool(_bidding(case, 0.0, 1.0).places.size)


def _reason(case: Case) -> Stay:
    words = case.model.words
    if words is None or case.history.words is None:
        return Stay.NO_REPORT
    if not np.isfinite(words.mean).any():
        return Stay.NO_ORDERS
    margin = case.settings.margin
    return Stay.MOVES if np.isfinite(margin) and margin > 0 else Stay.NO_MARGIN


def _bidding(case: Case, kappa: float, scale: float) -> _Bidding:
    words, values = case.history.words, case.model.words
    assert words is not None and values is not None  # noqa: S101, PT018
    bids = np.asarray(words.bids, dtype=float)
    now = np.array([case.now.bids.get(name, bid) for name, bid in zip(values.names, bids.tolist(), strict=True)])
    with np.errstate(invalid="ignore"):
        places = np.flatnonzero(np.isfinite(now) & (now > 0) & np.isfinite(values.mean) & (values.mean > 0))
    counts = counts_of(words.cells)
    weight = (counts.cost if counts.cost[places].sum() > 0 else counts.clicks)[places]
    share = weight / weight.sum() if weight.sum() > 0 else np.full(places.size, 1 / max(places.size, 1))
    worth = values.mean[places]
    most = worth * case.settings.margin * scale
    worth = (worth + kappa * float((worth * share).sum())) / (1 + kappa)
    limits = case.profile.bids
    allowed = bounds(now[places], low=limits.least, high=limits.most, unlocked=case.settings.unlocked)
    return _Bidding(places, now[places], share, worth, allowed, FOLLOWED * min(case.follow, 1.0), most)


def _target(case: Case) -> float:
    """Return spend at the daily budget as a multiple of today's; 1 where either is unknown."""
    words, budget = case.history.words, case.settings.daily_budget
    spent = counts_of(words.cells).cost.sum() / (7 * case.history.weeks) if words and case.history.weeks > 0 else 0.0
    return budget / spent if budget and spent > 0 else 1.0


def _gamma(bidding: _Bidding, target: float, elasticity: float) -> float:
    """Return the multiplier at which the words' spend becomes ``target`` times today's."""
    low, high = _GAMMAS
    for _ in range(_HALVINGS):
        middle = float(np.sqrt(low * high))
        low, high = (middle, high) if bidding.moves(middle).growth(elasticity) < target else (low, middle)
    return float(np.sqrt(low * high))
