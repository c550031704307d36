"""Further forms of the truth that the planner doesn't know.

The first two showed it that some land far beyond a step; the third had no say in how it plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.ladders.truth import Floats

_MOST: Final = 0.95


@dataclass(frozen=True, slots=True)
class ByYuan:
    """The gap in yuan alone decides how many give up, and the discount in yuan how many care.

    ``gap`` and ``shape`` are a Weibull's, ``cares`` and ``overshoot`` yuan.
    """

    top_up: float
    gap: float
    shape: float
    cares: float
    overshoot: float

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        going_on = np.exp(-((gap / self.gap) ** self.shape))
        chance: Floats = np.minimum(_MOST, self.top_up * keen * going_on * -np.expm1(-further / self.cares))
        return chance

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        landing: Floats = step + self.overshoot * (-np.log(np.maximum(dice, 1e-12))) ** 0.7
        return landing


@dataclass(frozen=True, slots=True)
class OneGood:
    """Exactly one good is added, any that fills the gap: dearer ones less willingly, popular ones more.

    ``shelf`` are prices, rising; ``pull`` how popular each is; ``purse`` yuan that willingness falls with.
    """

    shelf: Floats
    pull: Floats
    top_up: float
    purse: float

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        willing = self._at_least()[np.searchsorted(self.shelf, gap, side="left")] / self.pull.sum()
        eager = np.exp(np.minimum(further / self.purse, 3.0))
        chance: Floats = np.minimum(_MOST, self.top_up * keen * willing * eager)
        return chance

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:
        """See ``Form``."""
        at_least, last = self._at_least(), len(self.shelf) - 1
        first = np.searchsorted(self.shelf, step - value, side="left")
        drawn = np.searchsorted(-at_least, -at_least[first] * (1 - dice), side="right") - 1
        added = self.shelf[np.clip(drawn, np.minimum(first, last), last)]
        landing: Floats = np.maximum(value + added, step)
        return landing

    def _at_least(self) -> Floats:
        """Return how willingly goods of this price or a higher one are added, and 0 beyond the dearest."""
        willing = self.pull * np.exp(-self.shelf / self.purse)
        return np.concatenate([np.cumsum(willing[::-1])[::-1], [0.0]])


@dataclass(frozen=True, slots=True)
class LossAverse:
    """A discount missed is felt as a loss: ``loss`` a yuan of it, against ``spend`` a yuan added."""

    loss: float
    spend: float
    scale: float
    most: float
    overshoot: float

    def chance(self, value: Floats, gap: Floats, further: Floats, keen: Floats) -> Floats:
        """See ``Form``."""
        felt = (self.loss * further - self.spend * gap) / (self.scale * np.sqrt(value))
        chance: Floats = np.minimum(
            _MOST, self.most * np.minimum(keen, 2.0) / (1 + np.exp(-1.7 * np.clip(felt, -30, 30)))
        )
        return chance

    def landing(self, value: Floats, step: float, dice: Floats) -> Floats:  # noqa: ARG002
        """See ``Form``."""
        landing: Floats = step * (1 + self.overshoot * dice**2)
        return landing
