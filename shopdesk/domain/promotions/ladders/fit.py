"""What one past campaign says about how customers answer a ladder: beliefs before, weighed by the orders it brought.

The baseline's values, moved by the ladder as each set of parameters says, are compared with the campaign's orders, cell
by cell (minimum distance with weak priors, generalised to three response forms). Sampled by tempering with random
walks, so that the result is a set of draws: the forms stand in it by how well each one fits, and what one campaign
can't tell keeps the spread of its prior. The walks must be long enough to forget where they began: particles that stay
together look like certainty, and intervals made of them fail most where no form is the true one. Lift is told by the
number of orders only where the traffic of both periods is known; else the prior of the traffic is so wide that hardly
more than the shape speaks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.behaviour import after, further_orders, moves
from shopdesk.domain.promotions.ladders.draws import (
    COORDINATES,
    DRAWS,
    LEARNED_FAR,
    LEARNED_LIFT,
    TOLD,
    UNTOLD_LIFT,
    Codes,
    Draws,
    Floats,
    Prior,
    by_prior,
)
from shopdesk.domain.promotions.ladders.intents import Intents, can_be_worth, coarse_edges
from shopdesk.domain.promotions.ladders.record import Belief, Ladder

KNOWN_TRAFFIC: Final = 0.03
UNKNOWN_TRAFFIC: Final = 0.3
LEAST_ORDERS: Final = 60
"""Fewer campaign orders teach nothing that the beliefs don't say better."""
PARTICLES: Final = 720
_CELL_SPREAD: Final = 0.05
"""What the share of a cell differs between two periods beyond chance, relative."""
_SHAPE_TRUST: Final = 0.5
"""Weight of the shape beside the number of orders: no form is quite the true one, so that cells err together."""
_STEP_ESS: Final = 0.5
_WALKS: Final = 6
"""A step; with half of them, 90 % intervals held in 7 of 10 cases where customers answer in another form, with more of
them as here."""
_LEAST_A_COORDINATE: Final = 4
"""Fewer particles of a form than that say nothing of how its coordinates hang together."""
_RIDGE: Final = 1e-3
_STRIDES: Final = (0.15, 0.4, 0.8)
"""Of the stride that suits a normal distribution: long ones and such as pass in a narrow place."""
_BEST_STRIDE: Final = 2.38
"""Over the root of the number of coordinates: Gelman, Roberts, Gilks 1996."""
_MOST_STEPS: Final = 25


@dataclass(frozen=True, slots=True)
class Campaign:
    """A past campaign: values of its orders in fen (before the ladder's discount) and its ladder.

    ``traffic`` is its traffic against the baseline's over the whole periods, None where nobody knows. ``baseline`` are
    the values of the clean orders beside it, None where those studied are.
    """

    values: Floats
    ladder: Ladder
    traffic: float | None
    baseline: Floats | None = None

    @property
    def known_values(self) -> Floats:
        """The values that say something."""
        raw = np.asarray(self.values, dtype=np.float64)
        return raw[can_be_worth(raw)]

    @property
    def known_traffic(self) -> float | None:
        """The traffic where it can be one."""
        return self.traffic if self.traffic is not None and np.isfinite(self.traffic) and self.traffic > 0 else None


@dataclass(frozen=True, slots=True)
class Learned:
    """Draws after a campaign, the belief in their middle, and the share of the draws that each form has."""

    draws: Draws
    belief: Belief
    forms: tuple[float, ...]


def can_learn(baseline: Intents, campaign: Campaign | None) -> bool:
    """Return whether there is enough on both sides, and a ladder."""
    return (
        campaign is not None
        and bool(campaign.ladder)
        and baseline.orders >= LEAST_ORDERS
        and len(campaign.known_values) >= LEAST_ORDERS
    )


def learn(
    baseline: Intents,
    campaign: Campaign,
    belief: Belief,
    *,
    old_ladder: Ladder = (),
    seed: int = 1,
    progress: Callable[[float], None] = lambda _share: None,
) -> Learned:
    """Return what the campaign teaches; ask ``can_learn`` before. ``progress`` gets a share from 0 to 1.

    ``old_ladder`` ran through the baseline: its bunching is out already, the further orders that it brought are not.
    """
    known = campaign.known_traffic is not None
    lift, traffic = (LEARNED_LIFT, KNOWN_TRAFFIC) if known else (UNTOLD_LIFT, UNKNOWN_TRAFFIC)
    prior = Prior(belief, lift, traffic, far_spread=LEARNED_FAR)
    seen = _Seen.of(baseline, campaign, old_ladder)
    dice = np.random.default_rng(seed)
    z, form = by_prior(dice, PARTICLES)
    score = seen.likelihood(prior.read(z, form))
    heat = 0.0
    for _ in range(_MOST_STEPS):
        step = _next_step(score, heat)
        z, form, score = _resampled(z, form, score, step, dice)
        heat += step
        for _walk in range(_WALKS):
            z, score = _walked(z, form, score, heat, lambda z, form: seen.likelihood(prior.read(z, form)), dice)
        progress(min(1.0, heat))
        if heat >= 1.0:
            break
    draws = prior.read(_with_untold_anew(z, form, dice), form)
    middle = _middle(draws, belief)
    places = np.linspace(0, len(form) - 1, DRAWS).round().astype(np.intp)
    chances = tuple(float((form == number).mean()) for number in range(3))
    return Learned(draws.take(places), middle, chances)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The campaign's orders by cell, and what the baseline has to offer for them."""

    baseline: Intents
    ladder: Ladder
    old_ladder: Ladder
    edges: Floats
    counted: Floats
    ratio: float

    @classmethod
    def of(cls, baseline: Intents, campaign: Campaign, old_ladder: Ladder) -> _Seen:
        """Return the comparison; cells are cut at the ladder's thresholds."""
        values = np.sort(campaign.known_values)
        coarse = coarse_edges(baseline.values)
        edges = np.union1d(coarse, np.array([minimum for minimum, _ in campaign.ladder], dtype=np.float64))
        place = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2)
        counted = np.bincount(place, minlength=len(edges) - 1).astype(np.float64)
        traffic = campaign.known_traffic
        ratio = traffic if traffic is not None else len(values) / baseline.orders
        return cls(baseline, campaign.ladder, old_ladder, edges, counted, ratio)

    def likelihood(self, draws: Draws) -> Floats:
        """Return the log-likelihood of each draw."""
        expected = self.expected(draws)
        total, came = expected.sum(axis=1), self.counted.sum()
        shape = expected * (came / total)[:, None]
        spread = shape * (1.0 + self.ratio) + (_CELL_SPREAD * shape) ** 2 + 1.0
        misfit: Floats = ((self.counted[None] - shape) ** 2 / spread + np.log(spread)).sum(axis=1)
        by_number = np.log(came / total) ** 2 / (1.0 / came + 1.0 / self.baseline.orders)
        result: Floats = -0.5 * (_SHAPE_TRUST * misfit + by_number)
        return result

    def expected(self, draws: Draws) -> Floats:
        """Return the campaign's expected orders (draws × cells)."""
        moved_edges = self.edges[None] * np.exp(-draws.season)[:, None]
        running = self.baseline.running_orders[np.searchsorted(self.baseline.values, moved_edges, side="left")]
        orders = np.diff(running, axis=1) * (self.ratio * np.exp(draws.traffic))[:, None]
        value = 0.5 * (self.edges[:-1] + self.edges[1:])
        if self.old_ladder:
            before = moves(draws, value, self.old_ladder)
            orders /= 1.0 + further_orders(draws, before, value, orders)
        moved = moves(draws, value, self.ladder)
        orders *= 1.0 + further_orders(draws, moved, value, orders)
        return after(draws, moved, orders, np.arange(len(value)), self.edges)


def _next_step(score: Floats, heat: float) -> float:
    """Return how far the likelihood may be heated so that half of the particles still speak."""

    def speaking(step: float) -> float:
        weight = np.exp(step * (score - score.max()))
        return float(weight.sum() ** 2 / (weight**2).sum() / len(score))

    low, high = 0.0, 1.0 - heat
    if speaking(high) >= _STEP_ESS:
        return high
    for _ in range(30):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if speaking(middle) > _STEP_ESS else (low, middle)
    return max(low, 1e-6)


def _resampled(
    z: Floats, form: Codes, score: Floats, step: float, dice: np.random.Generator
) -> tuple[Floats, Codes, Floats]:
    weight = np.exp(step * (score - score.max()))
    points = (np.arange(len(score)) + dice.random()) / len(score)
    places = np.minimum(np.searchsorted(np.cumsum(weight / weight.sum()), points), len(score) - 1)
    return z[places], form[places], score[places]


def _walked(
    z: Floats,
    form: Codes,
    score: Floats,
    heat: float,
    likelihood: Callable[[Floats, Codes], Floats],
    dice: np.random.Generator,
) -> tuple[Floats, Floats]:
    """Return the particles after one Metropolis step, within their form and what is told of it."""
    proposed = z.copy()
    for number in np.unique(form):
        own, told = np.flatnonzero(form == number), TOLD[number]
        places = np.ix_(own, told)
        spread = np.cov(z[places].T) if len(own) > _LEAST_A_COORDINATE * len(told) else np.eye(len(told))
        root = np.linalg.cholesky(spread + _RIDGE * np.eye(len(told)))
        stride = dice.choice(_STRIDES, size=(len(own), 1)) * _BEST_STRIDE / np.sqrt(len(told))
        proposed[places] += stride * (dice.standard_normal((len(own), len(told))) @ root.T)
    new = likelihood(proposed, form)
    gain = heat * (new - score) + 0.5 * ((z**2).sum(axis=1) - (proposed**2).sum(axis=1))
    accepted = np.log(dice.random(len(score))) < gain
    return np.where(accepted[:, None], proposed, z), np.where(accepted, new, score)


def _with_untold_anew(z: Floats, form: Codes, dice: np.random.Generator) -> Floats:
    """Return the particles with the coordinates that nothing was told of drawn from their prior again.

    Resampling copies them along with the others, so that few values would be left of them.
    """
    result = z.copy()
    for number, told in enumerate(TOLD):
        own = np.flatnonzero(form == number)
        untold = np.setdiff1d(np.arange(COORDINATES), told)
        result[np.ix_(own, untold)] = dice.standard_normal((len(own), len(untold)))
    return result


def _middle(draws: Draws, belief: Belief) -> Belief:
    def of(values: npt.NDArray[np.float64]) -> float:
        return float(np.median(values))

    by_discount = draws.form == 0
    told = by_discount if by_discount.sum() >= 20 else np.ones(draws.count, dtype=bool)
    return Belief(
        top_up=of(draws.top_up[told]),
        tau=of(draws.tau[told]),
        reach_share=of(draws.reach_share[told]),
        reach_fen=round(of(draws.reach[told])),
        overshoot_share=of(draws.mean_overshoot),
        returned=belief.returned,
        trade_down=of(draws.trade_down),
        lift=of(draws.lift),
        add_on_margin=belief.add_on_margin,
        is_fitted=True,
    )
