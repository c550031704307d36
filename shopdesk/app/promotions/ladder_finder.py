"""The search for ladders on the orders of a study, with "none" among its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.promotions.aims import LadderAim
from shopdesk.app.promotions.design_study import DesignStudy
from shopdesk.domain.promotions.ladders.choice import choose
from shopdesk.domain.promotions.ladders.forecast import chances
from shopdesk.domain.promotions.ladders.record import Ladder, LadderForecast

SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class FoundLadders:
    """``ladders`` with the chance of each to be best of them and none (``none_chance``); ``tried`` counts all.

    ``best`` is the one that pays surely enough, None where none does. Without ladders nothing could be judged.
    """

    best: Ladder | None
    ladders: tuple[tuple[LadderForecast, float], ...]
    none_chance: float | None
    tried: int


def find_ladders(study: DesignStudy, aim: LadderAim, context: JobContext) -> FoundLadders:
    """Search; some seconds, a job's work."""

    def progress(share: float) -> None:
        context.report(share, "")

    wish = aim.wish(study.question.replay.stacking.most_steps)
    choice = choose(study.ground, wish, progress=progress)
    shown = list(choice.candidates[:SHOWN])
    if choice.best is not None and all(one.ladder != choice.best.ladder for one in shown):
        shown = [choice.best, *shown[: SHOWN - 1]]
    likely = chances([one.ladder for one in shown], study.ground, wish) if shown else {}
    shown.sort(key=lambda one: -likely.get(one.ladder, 0.0))
    return FoundLadders(
        best=None if choice.best is None else choice.best.ladder,
        ladders=tuple((one, likely.get(one.ladder, 0.0)) for one in shown),
        none_chance=likely.get(()),
        tried=choice.tried,
    )
