"""Ways in which customers may answer a ladder, each one a full set of parameters: what is not known is drawn.

Three forms of response stand beside each other, since no shop's orders can say which one is true: the chance that an
order tops up falls (0) with the gap against the further discount, (1) as a logistic of the gap against the order's
value, nearly blind to the discount, (2) exponentially with the gap against the value, weakly with the discount.
A past campaign weighs them (``fit``). Parameters are read from standard normal coordinates, so that priors and
posterior live in one space.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.record import Belief

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

DRAWS: Final = 240
FORM_CHANCES: Final = (0.45, 0.3, 0.25)
USUAL_RELIEF: Final = 0.05
"""Further discount against value at which forms 1 and 2 have the chance that their parameters say."""
MOST: Final = 0.95
COORDINATES: Final = 17
_TOLD_BY_ALL: Final = (0, 4, 9, 10, 11, 13, 14, 15, 16)
TOLD: Final[tuple[tuple[int, ...], ...]] = ((*_TOLD_BY_ALL, 1, 2, 3), (*_TOLD_BY_ALL, 5, 6, 7), (*_TOLD_BY_ALL, 5, 7))
"""By form, the coordinates that the orders of a campaign speak of; the others keep their prior, whatever came."""
_HIGH_SHARE: Final = 0.6
LEARNED_LIFT: Final = (1.2, 1.0)
"""Mean and deviation of the lift where a past campaign can tell of it; what falls below 0 counts as none."""
UNTOLD_LIFT: Final = (0.6, 1.4)
"""The same where its traffic is unknown: hardly told, so that it is wider."""
UNLEARNED_LIFT: Final = (0.0, 1.2)
"""The same without a campaign: none in the middle, but possible."""
LEARNED_FAR: Final = 0.3
"""Spread of the share that lands far beyond a step, where a campaign can tell of it: nobody in the middle of the
belief, yet possibly most. Without it the broad heap that they make above a step would pass for further orders."""
_MOST_FAR: Final = 0.9
_FAR_OVERSHOOT: Final = 0.35
_MODEL_SPREAD: Final = 0.2
"""What another ladder may differ from the one seen, as a factor on chance and lift."""


@dataclass(frozen=True, slots=True)
class Draws:
    """One entry a draw, sorted by ``form``; money in fen, shares as fractions.

    ``middle`` and ``width`` are gaps as shares of value (forms 1 and 2), ``feel`` the power of the discount there.
    ``own`` is the share of further orders that come where the relief is, the rest come like the orders there are.
    ``add_on`` is the margin of added goods against the shop's own. ``traffic`` and ``season`` are log factors of the
    campaign seen, on the number of orders and on their values. ``far`` is the share of those who top up that take what
    they like instead of just enough: they land beyond the step by ``far_overshoot`` in the mean, the others by
    ``overshoot``, shares of the step.
    """

    form: Codes
    top_up: Floats
    tau: Floats
    reach_share: Floats
    reach: Floats
    overshoot: Floats
    middle: Floats
    width: Floats
    feel: Floats
    returned: Floats
    trade_down: Floats
    lift: Floats
    own: Floats
    add_on: Floats
    traffic: Floats
    season: Floats
    far: Floats
    far_overshoot: Floats

    @property
    def count(self) -> int:
        """Number of draws."""
        return len(self.form)

    @property
    def mean_overshoot(self) -> Floats:
        """Mean of what lies beyond a step after topping up to it, as a share of the step."""
        mean: Floats = (1.0 - self.far) * self.overshoot + self.far * self.far_overshoot
        return mean

    def take(self, places: npt.NDArray[np.intp] | slice) -> Draws:
        """Return some of the draws; places must keep forms together."""
        return Draws(*(getattr(self, field.name)[places] for field in fields(self)))

    def blocks(self) -> list[tuple[int, slice]]:
        """Return each form that occurs with where its draws stand."""
        edges = np.searchsorted(self.form, np.arange(len(FORM_CHANCES) + 1))
        return [(form, slice(a, b)) for form, (a, b) in enumerate(pairwise(edges)) if b > a]


@dataclass(frozen=True, slots=True)
class Prior:
    """What stands before the data: the belief's values are centres; spreads of what a campaign can tell."""

    belief: Belief
    lift: tuple[float, float] = UNLEARNED_LIFT
    traffic_spread: float = 0.03
    season_spread: float = 0.03
    far_spread: float = 0.0

    def read(self, z: Floats, form: Codes) -> Draws:
        """Return the draws at standard normal coordinates (n × COORDINATES)."""
        known, c = self.belief, z.T
        lift_mean, lift_spread = (known.lift, 0.5 * known.lift) if known.lift > 0 else self.lift
        return Draws(
            form=form,
            top_up=np.clip(known.top_up * (1 + 0.6 * c[0]), 0.0, MOST),
            tau=known.tau * np.exp(0.5 * c[1]),
            reach_share=known.reach_share * np.exp(0.35 * c[2]),
            reach=known.reach_fen * np.exp(0.5 * c[3]),
            overshoot=known.overshoot_share * np.exp(0.5 * c[4]),
            middle=0.15 * np.exp(0.5 * c[5]),
            width=0.06 * np.exp(0.5 * c[6]),
            feel=np.clip(0.25 + 0.25 * c[7], 0.0, 1.0),
            returned=np.clip(known.returned * np.exp(0.4 * c[8]), 0.0, _HIGH_SHARE),
            trade_down=np.clip(known.trade_down * np.exp(0.7 * c[9]), 0.0, _HIGH_SHARE),
            lift=np.maximum(0.0, lift_mean + lift_spread * c[10]),
            own=np.clip(0.5 + 0.6 * c[11], 0.0, 1.0),
            add_on=np.clip(1 + 0.1 * c[12], 0.5, 1.5),
            traffic=self.traffic_spread * c[13],
            season=self.season_spread * c[14],
            far=np.clip(self.far_spread * c[15], 0.0, _MOST_FAR),
            far_overshoot=_FAR_OVERSHOOT * np.exp(0.5 * c[16]),
        )

    def middle(self, count: int) -> Draws:
        """Return the centre of the belief's own form, ``count`` times."""
        return self.read(np.zeros((count, COORDINATES)), np.zeros(count, dtype=np.int64))


def by_prior(dice: np.random.Generator, count: int = DRAWS) -> tuple[Floats, Codes]:
    """Return coordinates and forms drawn from the prior alone."""
    form = np.repeat(np.arange(len(FORM_CHANCES)), np.round(np.array(FORM_CHANCES) * count).astype(int))
    return dice.standard_normal((len(form), COORDINATES)), form.astype(np.int64)


def for_another_ladder(draws: Draws, dice: np.random.Generator) -> Draws:
    """Return the draws with what another ladder and another period may differ from those seen."""

    def factor() -> Floats:
        spread: Floats = np.exp(_MODEL_SPREAD * dice.standard_normal(draws.count))
        return spread

    return replace(
        draws,
        top_up=np.minimum(MOST, draws.top_up * factor()),
        tau=draws.tau * factor(),
        lift=draws.lift * factor(),
    )
