"""All that forecasts of a shop's ladders stand on, prepared once a study: orders without a ladder, and drawn answers.

Every ladder is weighed on the same draws against no ladder, so that differences hold only what the ladder changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.ladders.bunching import without_ladder
from shopdesk.domain.promotions.ladders.draws import Draws, Floats, Prior, by_prior, for_another_ladder
from shopdesk.domain.promotions.ladders.fit import Campaign, can_learn, learn
from shopdesk.domain.promotions.ladders.intents import Cells, Intents, intents_of
from shopdesk.domain.promotions.ladders.outcome import Outcome, outcome, unchanged
from shopdesk.domain.promotions.ladders.record import Belief, Ladder
from shopdesk.domain.promotions.ladders.terms import Terms

_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Ground:
    """``belief`` is what stands in the middle of the draws (fitted where a campaign could teach), ``forms`` the share
    of the draws by form of response. ``is_traffic_known``: the lift was learned from numbers of orders.
    """

    intents: Intents
    draws: Draws
    terms: Terms
    belief: Belief
    forms: tuple[float, ...] = ()
    is_traffic_known: bool = False

    def part(self, rows: slice) -> Ground:
        """Return the ground on some of the draws."""
        intents = replace(self.intents, ratios=self.intents.ratios[rows])
        return replace(self, intents=intents, draws=self.draws.take(rows))

    def weights(self, cells: Cells) -> Floats:
        """Return the orders of the cells (draws × cells)."""
        return cells.orders[None] * self.intents.ratios[:, cells.coarse]

    def weigh(self, ladder: Ladder, *, with_parts: bool = True) -> Outcome:
        """Return what the orders bring under a ladder; without the sources of the change where nobody asks."""
        cells = self.intents.cells([minimum for minimum, _ in ladder])
        return outcome(
            self.draws,
            cells,
            self.weights(cells),
            ladder,
            self.terms,
            add_on_margin=self.belief.add_on_margin,
            with_parts=with_parts,
        )

    def without(self) -> Outcome:
        """Return what the orders bring without a ladder."""
        cells = self.intents.cells()
        return unchanged(cells, self.weights(cells), self.terms)


def prepare(
    values: npt.NDArray[np.int64] | Floats,
    terms: Terms,
    belief: Belief,
    *,
    days: npt.NDArray[np.datetime64] | None = None,
    old_ladder: Ladder = (),
    campaign: Campaign | None = None,
    progress: Callable[[float], None] = lambda _share: None,
) -> Ground:
    """Return the ground of a shop whose orders had these values (fen, before order-level offers; one ``days`` each).

    ``old_ladder`` ran while they came (its bunching is taken out). About a second where a campaign is learned from.
    """
    intents = intents_of(values, days=days, seed=_SEED)
    if old_ladder:
        unbunched = without_ladder(intents, old_ladder, belief)
        intents, belief = unbunched.intents, replace(belief, top_up=unbunched.top_up)
    dice = np.random.default_rng(_SEED)
    clean = intents if campaign is None or campaign.baseline is None else intents_of(campaign.baseline)
    if campaign is not None and can_learn(clean, campaign):
        ran_before = old_ladder if campaign.baseline is None else ()
        found = learn(clean, campaign, belief, old_ladder=ran_before, seed=_SEED, progress=progress)
        draws = for_another_ladder(found.draws, dice)
        return Ground(intents, draws, terms, found.belief, found.forms, campaign.known_traffic is not None)
    prior = Prior(belief)
    draws = for_another_ladder(prior.read(*by_prior(dice)), dice)
    return Ground(intents, draws, terms, belief)
