"""Which changes of bids are worth the typing: what each word's change alone should bring over the days ahead."""

from __future__ import annotations

from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.delivery import outcome
from shopdesk.domain.bidding.forecast.elasticity import growth, price_growth
from shopdesk.domain.bidding.forecast.ground import HORIZON_DAYS, Ground
from shopdesk.domain.bidding.forecast.parts import OFF, word_ratios
from shopdesk.domain.bidding.levers import Levers

NOISE_SHARE: Final = 0.0005
"""Share of the spend of these days below which a change is lost in what the market does by itself."""


def small_changes(
    ground: Ground, margin: float, *, now: Levers, new: Levers, least: float, days: int = HORIZON_DAYS
) -> dict[str, float]:
    """Return the words whose new bid brings less than ``least`` fen, with what it brings (0 for less).

    A word's change is weighed at the expected value of its clicks and at what a yuan of spend earns elsewhere in the
    plan (at least itself), since the proposal moves spend between words. Empty where no profit is known.
    """
    part, kept = ground.words, outcome(ground, now, days=days)
    profit = kept.profit(margin)
    if part is None or profit is None or kept.revenue is None:
        return {}
    spend, revenue = float(kept.spend.mean()), margin * float(kept.revenue.mean())
    eps, eta, bend = (float(np.median(one)) for one in (ground.eps, ground.eta, ground.bend))
    price_bend = ground.elasticity.price_bend

    def factors(levers: Levers) -> tuple[Floats, Floats]:
        ratio = word_ratios(part, ground.reference.bids, levers.bids)
        paid = growth(ratio, eps, bend=bend)
        runs = ratio > OFF + 1
        bought = paid - price_growth(ratio, eta, bend=price_bend)
        return np.where(runs, np.exp(paid), 0.0), np.where(runs, np.exp(bought), 0.0)

    (paid, bought), (pays, buys) = factors(now), factors(new)
    worth = part.worth.mean(axis=1).astype(float)
    spent = spend * part.covered * part.spend / max(float(part.spend @ paid), 1e-12)
    earned = revenue * part.covered * worth / max(float(worth @ bought), 1e-12)
    yuan = max(1.0, revenue / spend * (1 - eta / eps)) if spend > 0 else 1.0
    gain = earned * (buys - bought) - yuan * spent * (pays - paid)
    moved = [new.bids.get(name, now.bids.get(name)) != now.bids.get(name) for name in part.names]
    least = max(least, NOISE_SHARE * spend)
    return {
        name: max(float(one), 0.0)
        for name, one, is_moved in zip(part.names, gain.tolist(), moved, strict=True)
        if is_moved and one < least
    }
