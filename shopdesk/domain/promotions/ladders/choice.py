"""The search: which ladder of one to three steps brings most of the objective within the floor, or that none does.

Profit is chosen by its lower bound, so that "none" is the answer unless a ladder pays in nine of ten draws; revenue and
order value by their mean among the ladders that keep the margin floor as surely as wished.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.promotions.ladders.draws import DRAWS, Floats
from shopdesk.domain.promotions.ladders.forecast import gain, keeps_floor, shares_of_best, told
from shopdesk.domain.promotions.ladders.grid import extended, neighbours, singles
from shopdesk.domain.promotions.ladders.ground import Ground
from shopdesk.domain.promotions.ladders.outcome import Outcome
from shopdesk.domain.promotions.ladders.record import Choice, Ladder, Objective
from shopdesk.domain.promotions.ladders.terms import Wish

LOWER: Final = 0.1
"""Quantile of the draws by which profit is chosen, and floors are kept."""
_LEAST_CHANCE: Final = 0.55
"""By revenue, a ladder must beat none in so many draws: a mean alone is carried by a few draws of much lift."""
_UNTAUGHT_CHANCE: Final = 0.8
"""The same where no campaign of known traffic tells of the lift: then most of the gain would be mere belief."""
CANDIDATES: Final = 6
_SCREEN_ROWS: Final = slice(0, DRAWS, 5)
_BEAM: Final = (16, 10)
_FINAL: Final = 30
_SURE: Final = 8
_LEAST_ORDERS: Final = 30


@dataclass(frozen=True, slots=True)
class _Score:
    """``value`` is what is compared, ``floor`` the chance that the margin keeps its floor."""

    value: float
    floor: float


def choose(ground: Ground, wish: Wish, *, progress: Callable[[float], None] = lambda _share: None) -> Choice:
    """Return the best ladder, or none; ``progress`` gets a share from 0 to 1 and may raise to stop the search."""
    if ground.intents.orders < _LEAST_ORDERS or (ground.terms.margin is None and _needs_margin(wish)):
        return Choice(None, (), {(): 1.0}, ground.belief, 0)
    search = _Search(ground, wish, progress)
    ranked = search.run()
    return _answer(ground, wish, ranked, search.tried)


def _needs_margin(wish: Wish) -> bool:
    return wish.objective is Objective.PROFIT or wish.margin_floor is not None


class _Search:
    """Screens ladders on some of the draws, longer ones from the best shorter ones."""

    def __init__(self, ground: Ground, wish: Wish, progress: Callable[[float], None]) -> None:
        self._ground, self._wish, self._progress = ground.part(_SCREEN_ROWS), wish, progress
        self._base = self._ground.without()
        self._scores: dict[Ladder, _Score] = {}

    @property
    def tried(self) -> int:
        """Number of ladders weighed."""
        return len(self._scores)

    def run(self) -> list[Ladder]:
        """Return the ladders that deserve all draws, best first."""
        short = singles(self._ground.intents.values, self._wish.step)
        if self._wish.most_tiers < 1 or not short:
            return []
        self._weigh(short, 0.0, 0.1)
        starts = [0.1, 0.55, 0.9]
        for place, beam in enumerate(_BEAM[: self._wish.most_tiers - 1]):
            best = [ladder for ladder in self._best() if len(ladder) == place + 1][:beam]
            self._weigh((longer for ladder in best for longer in extended(ladder, short)), *starts[place : place + 2])
        best = self._best()[:8]
        self._weigh((near for ladder in best for near in neighbours(ladder, self._wish.step)), 0.9, 0.92)
        return self._finalists()

    def _finalists(self) -> list[Ladder]:
        """Return the best ones, and some that keep the floor more surely: on all draws a few fall short."""
        sure = [self._best(0.5 * (self._wish.floor_chance + 1.0))[:_SURE], self._best(1.0)[:_SURE]]
        return list(dict.fromkeys([*self._best()[:_FINAL], *sure[0], *sure[1]]))

    def _weigh(self, ladders: Iterable[Ladder], start: float, end: float) -> None:
        new = list(dict.fromkeys(ladder for ladder in ladders if ladder not in self._scores))
        for place, ladder in enumerate(new):
            if place % 50 == 0:
                self._progress(start + (end - start) * place / len(new))
            self._scores[ladder] = score(self._ground.weigh(ladder, with_parts=False), self._base, self._wish)

    def _best(self, floor: float | None = None) -> list[Ladder]:
        least = self._wish.floor_chance if floor is None else floor
        kept = [ladder for ladder, score in self._scores.items() if score.floor >= least]
        return sorted(kept, key=lambda ladder: -self._scores[ladder].value)


def score(new: Outcome, base: Outcome, wish: Wish) -> _Score:
    """Return by what a ladder is compared, and whether it keeps the floor surely enough."""
    aim = gain(wish.objective, new, base)
    if aim is None:
        return _Score(-np.inf, 0.0)
    return _Score(_worth(aim, wish), float(keeps_floor(new, wish).mean()))


def _worth(aim: Floats, wish: Wish) -> float:
    return float(np.quantile(aim, LOWER)) if wish.objective is Objective.PROFIT else float(aim.mean())


def pays(aim: Floats, wish: Wish, *, is_taught: bool) -> bool:
    """Return whether a ladder is better than none surely enough to be advised, by what it adds to the objective.

    ``is_taught``: a campaign of known traffic told of the lift (see ``Ground.is_traffic_known``).
    """
    least = _LEAST_CHANCE if is_taught else _UNTAUGHT_CHANCE
    return _worth(aim, wish) > 0 and float((aim > 0).mean()) >= least


def _answer(ground: Ground, wish: Wish, ranked: list[Ladder], tried: int) -> Choice:
    base = ground.without()
    weighed = {ladder: ground.weigh(ladder) for ladder in ranked}
    scores = {ladder: score(new, base, wish) for ladder, new in weighed.items()}
    keeping = {ladder for ladder in ranked if scores[ladder].floor >= wish.floor_chance}
    order = sorted(ranked, key=lambda ladder: (ladder not in keeping, -scores[ladder].value))
    aims: dict[Ladder, Floats] = {}
    gains: dict[Ladder, Floats] = {(): np.zeros(len(base.orders))}
    for ladder in order:
        aim = gain(wish.objective, weighed[ladder], base)
        if aim is not None:
            aims[ladder] = aim
            gains[ladder] = np.where(keeps_floor(weighed[ladder], wish), aim, -np.inf)
    paying = [
        ladder for ladder in order if ladder in keeping and pays(aims[ladder], wish, is_taught=ground.is_traffic_known)
    ]
    shown = [told(ladder, ground, wish, weighed[ladder], base) for ladder in _varied(order)]
    best = next((told(ladder, ground, wish, weighed[ladder], base) for ladder in paying[:1]), None)
    return Choice(best, tuple(shown), shares_of_best(gains), ground.belief, tried)


def _varied(order: list[Ladder]) -> list[Ladder]:
    """Return the best ladders, of each set of thresholds only its best."""
    seen: dict[tuple[int, ...], Ladder] = {}
    for ladder in order:
        seen.setdefault(tuple(minimum for minimum, _ in ladder), ladder)
    return list(seen.values())[:CANDIDATES]
