"""How spend follows the bid: believed before, learnt from what past changes did and from what bids pay for.

Spend moves as ``(new bid / old bid) ** spend``. Everything is combined on the logarithm by precision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats

LEAST: Final = 1.0
MOST: Final = 8.0
OWN_SPREAD: Final = 0.15
"""Relative sd of how far the elasticity of one word lies from what its price tells: .24 between the markets of
``learn``, .07 between places within one of them, and words of a plan share some of their rivals."""
LEAST_STEP: Final = 0.03
"""Changes of a bid below this (logarithm) say nothing."""
OWN_WORDS: Final = 4
"""How many words' own prices count as much as ``OWN_SPREAD``."""
MARKET_SPREADS: Final = (0.13, 0.74, 0.5)
"""Relative sd of what the price of a click against the bid lets expect, over the markets named in ``learn``: the least,
at which ratio, and how much more away from it."""
LEVEL: Final = 1.05
SLOPE: Final = 0.075
POWER: Final = 1.6
"""The elasticity over these markets is ``LEVEL + SLOPE / (1 - ratio) ** POWER``; see ``learn``."""
RATIO: Final = (0.35, 0.97)
LEAST_WORDS: Final = 3
"""Words whose prices and bids are known below which they tell nothing."""
UNKNOWN_MARKET: Final = 0.7
"""Spread of the prior (logarithm) where the ratio is known: what the prior doesn't know is mostly what it tells."""
PRICED: Final = (0.95, 0.05)
"""Elasticity of the price of a click in such auctions, with its sd over markets."""
CPC_SD: Final = 0.08
BEND: Final = 0.45
"""How fast the elasticity of spend falls as a bid rises, by the bid's logarithm, where nothing tells the market: in a
calm one .2, in a hot one 1.2."""
BEND_SPREAD: Final = 0.5
"""Its sd (logarithm) over these markets."""
BENDS: Final = 0.13
"""The same by ``1 - ratio`` where the ratio is known; see ``bends``."""
BEND_SPREADS: Final = (0.25, 0.79, 2.5)
"""Its sd (logarithm) over the markets of ``learn``: the least, from which ratio on, and how much more below."""
PRICE_BEND: Final = 0.05
PRICE_BENDS: Final = (0.025, 0.8, 0.6)
"""The same of the price of a click: unknown; where the ratio is known, the least, at which ratio, and how much more
away from it."""
LEAST_SLOPE: Final = 0.15


@dataclass(frozen=True, slots=True)
class Change:
    """What one change of bids did: logarithms of the ratios of bid and of spend a day, with the latter's sd.

    Each entry joins cells whose levers moved alike; ``cells`` counts those that moved.

    A movement of the whole market between both times moves all cells alike; it is taken out where bids of several
    sizes changed, else ``drift`` (sd) stands for it.
    """

    bid: Floats
    spend: Floats
    sd: Floats
    cells: int = 0
    drift: float = 0.15


@dataclass(frozen=True, slots=True)
class Elasticity:
    """Of spend, with its sd, and of the price of a click; ``changes`` and ``cells`` that it was learnt from.

    ``ratio`` is the price of a click against the bid, None where no report tells bids. Nothing learnt: the prior.
    """

    spend: float
    spend_sd: float
    cpc: float
    changes: int = 0
    cells: int = 0
    ratio: float | None = None
    cpc_sd: float = CPC_SD

    @property
    def is_learnt(self) -> bool:
        """Whether the shop's own figures have a part in it."""
        return self.changes > 0 or self.ratio is not None

    @property
    def price_bend(self) -> float:
        """How fast the elasticity of the price of a click falls as a bid rises."""
        least, at, more = PRICE_BENDS
        return PRICE_BEND if self.ratio is None else least + more * abs(self.ratio - at)


def learn(
    prior: Elasticity,
    changes: Iterable[Change] = (),
    *,
    bids: Floats | None = None,
    prices: Floats | None = None,
    spend: Floats | None = None,
) -> Elasticity:
    """Return the elasticity after past changes, and after what words pay (``prices``, fen) of their ``bids``.

    ``spend`` by word (any unit) weighs them, evenly where it isn't told: the plan moves as its money does, and careful
    bids put most of it where rivals are far below.

    In a generalised second-price auction a click costs nearly the bid where rivals stand close together, and there
    spend moves most: over order statistics of log-normal rivals (3–15 of them, log sd .45–1.5, differing by .33 between
    hours and places, bids within .3 of their middle) the elasticity is ``1.05 + 0.075 / (1 - price / bid) ** 1.6``, two
    thirds of them within ±15 %.
    """
    ratio = _ratio(bids, prices, spend)
    centre, precision = _log(prior.spend, prior.spend_sd)
    if ratio is not None:
        precision = min(precision, 1 / UNKNOWN_MARKET**2)
    total = centre * precision
    found = [learnt for change in changes if (learnt := _slope(change)) is not None]
    for slope, sd, _ in found:
        own, weight = _log(float(np.clip(slope, 0.5, MOST)), sd)
        total, precision = total + own * weight, precision + weight
    if ratio is not None:
        least, at, more = MARKET_SPREADS
        weight = 1 / (least + more * abs(ratio - at)) ** 2
        total, precision = total + float(_expected(ratio)) * weight, precision + weight
    if not found and ratio is None:
        return prior
    spread = float(np.sqrt(1 / precision))
    mean = float(np.clip(np.exp(total / precision + spread**2 / 2), LEAST, MOST))
    cpc, cpc_sd = (prior.cpc, prior.cpc_sd) if ratio is None else _price(prior)
    return Elasticity(mean, mean * spread, cpc, len(found), sum(cells for *_, cells in found), ratio, cpc_sd)


def apart(bids: Floats, prices: Floats, spend: Floats) -> tuple[Floats, float]:
    """Return how far the elasticities of words lie from that of their plan: logarithm by word, and relative sd.

    What a click costs against the bid tells it of each word as it does of the market; a word without both, or dearer
    than its bid, lies in the middle, which ``spend`` weighs. The sd is learnt from the words that tell it.
    """
    known = (bids > 0) & (prices > 0) & np.isfinite(prices) & (prices <= bids)
    ratio = np.clip(np.divide(prices, bids, out=np.full(bids.size, RATIO[0]), where=known), *RATIO)
    weight = np.where(known, spend, 0.0)
    if known.sum() < LEAST_WORDS or not weight.sum() > 0:
        return np.zeros(bids.size), OWN_SPREAD
    steep = np.where(known, _expected(ratio), 0.0)
    steep = np.where(known, steep - float(weight @ steep / weight.sum()), 0.0)
    total = OWN_WORDS * OWN_SPREAD**2 + float((steep**2).sum())
    return steep, float(np.sqrt(total / (OWN_WORDS + known.sum())))


def growth(step: Floats | float, elasticity: Floats | float, *, bend: Floats | float = BEND) -> Floats:
    """Return the logarithm of what spend is multiplied by where the bid's logarithm moves by ``step``.

    The elasticity falls by ``exp(-bend * step)``: spend flattens as bids rise above rivals and falls away below them,
    and never falls as bids rise. Over the markets of ``learn``, bids from half to three times today's, it is off by
    .03 at the root of the mean square, where a parabola is by .06.
    """
    return np.asarray(elasticity * -np.expm1(-bend * np.asarray(step)) / bend, dtype=float)


def price_growth(step: Floats | float, elasticity: Floats | float, *, bend: float = PRICE_BEND) -> Floats:
    """Return the same of the price of a click."""
    inside = np.minimum(step, (elasticity - LEAST_SLOPE) / (2 * bend))
    return np.asarray(elasticity * inside - bend * inside**2 + LEAST_SLOPE * (step - inside), dtype=float)


def bends(elasticity: Elasticity, normal: Floats) -> Floats:
    """Return how fast elasticities fall as bids rise, for standard normal numbers, as ``growth`` takes it.

    The nearer the price of a click is to the bid, the closer the rivals stand, and the sooner a raise has passed them
    all: over the markets of ``learn``, bids around the rivals' middle, it is ``0.13 / (1 - price / bid)``.
    """
    if elasticity.ratio is None:
        return np.asarray(BEND * np.exp(BEND_SPREAD * normal), dtype=float)
    least, at, more = BEND_SPREADS
    spread = least + more * max(at - elasticity.ratio, 0.0)
    return np.asarray(BENDS / (1 - elasticity.ratio) * np.exp(spread * normal), dtype=float)


def draws(elasticity: Elasticity, normal: Floats) -> Floats:
    """Return elasticities of spend for standard normal numbers: log-normal, never below ``LEAST``."""
    spread = float(np.sqrt(np.log1p((elasticity.spend_sd / max(elasticity.spend, 1e-9)) ** 2)))
    centre = np.log(max(elasticity.spend, LEAST)) - spread**2 / 2
    return np.asarray(np.clip(np.exp(centre + spread * normal), LEAST, MOST), dtype=float)


def _expected(ratio: Floats | float) -> Floats:
    """Return the logarithm of the elasticity where a click costs so much of the bid."""
    return np.asarray(np.log(LEVEL + SLOPE / (1 - np.asarray(ratio)) ** POWER), dtype=float)


def _log(mean: float, sd: float) -> tuple[float, float]:
    """Return the mean of the logarithm and its precision."""
    spread = np.log1p((max(sd, 1e-6) / mean) ** 2)
    return float(np.log(mean) - spread / 2), float(1 / spread)


def _slope(change: Change) -> tuple[float, float, int] | None:
    """Return the weighted slope of spend on bid, its sd and the number of cells, None where it tells nothing."""
    known = np.isfinite(change.bid) & np.isfinite(change.spend) & np.isfinite(change.sd) & (change.sd > 0)
    bid, spend = change.bid[known], change.spend[known]
    if bid.size == 0 or np.abs(bid).max(initial=0.0) < LEAST_STEP:
        return None
    weight = 1 / (change.sd[known] ** 2 + (OWN_SPREAD * bid) ** 2 + 0.01**2)
    # a common movement of the market is a cell more, whose slope is unknown: N(0, drift²)
    pull = 1 / change.drift**2
    ones = np.array([[weight.sum() + pull, (weight * bid).sum()], [(weight * bid).sum(), (weight * bid**2).sum()]])
    if np.linalg.det(ones) <= 1e-9:
        return None
    inverse = np.linalg.inv(ones)
    slope = float(inverse[1] @ np.array([(weight * spend).sum(), (weight * bid * spend).sum()]))
    return slope, float(np.sqrt(inverse[1, 1])), change.cells


def _price(prior: Elasticity) -> tuple[float, float]:
    """Return the elasticity of the price of a click after what is known of such auctions."""
    weights = 1 / prior.cpc_sd**2, 1 / PRICED[1] ** 2
    mean = (prior.cpc * weights[0] + PRICED[0] * weights[1]) / sum(weights)
    return mean, float(1 / np.sqrt(sum(weights)))


def _ratio(bids: Floats | None, prices: Floats | None, spend: Floats | None) -> float | None:
    """Return the price by bid whose elasticity is that of the plan's words; None where most of them tell no market."""
    if bids is None or prices is None:
        return None
    known = (bids > 0) & (prices > 0) & np.isfinite(bids) & np.isfinite(prices)
    if known.sum() < LEAST_WORDS:
        return None
    ratios = prices[known] / bids[known]
    if not RATIO[0] <= float(np.median(ratios)) <= RATIO[1]:
        return None
    weight = np.ones(ratios.size) if spend is None else np.nan_to_num(spend[known])
    weight = np.where(ratios <= 1, weight, 0.0)  # dearer than the bid: modifiers stand in between
    if not weight.sum() > 0:
        return None
    mean = float(np.exp(weight @ _expected(np.clip(ratios, *RATIO)) / weight.sum()))
    return 1 - float((SLOPE / (mean - LEVEL)) ** (1 / POWER))
