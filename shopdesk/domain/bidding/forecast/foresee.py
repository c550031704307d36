"""The forecast of a set of levers against leaving everything as it is."""

from __future__ import annotations

from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.delivery import Outcome, delivered, outcome
from shopdesk.domain.bidding.forecast.drivers import drivers
from shopdesk.domain.bidding.forecast.ground import HORIZON_DAYS, Ground
from shopdesk.domain.bidding.forecast.model import Answer, Forecast, Range
from shopdesk.domain.bidding.forecast.parts import moved
from shopdesk.domain.bidding.forecast.seen import seen, spread
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Settings

SURE: Final = 0.80
"""Chance from which a change is said to be better."""
SUREST: Final = 0.99
"""Draws can't tell more, and what is assumed could be wrong."""
LEAST_GAIN: Final = 0.005
"""A gain below this share of the spend is none: not worth a change."""
LEAST_DAYS: Final = 7
"""Days of reports below which nothing is called better: not even every weekday was seen."""


def foresee(
    ground: Ground | None,
    settings: Settings,
    *,
    now: Levers,
    new: Levers,
    days: int = HORIZON_DAYS,
    free: Levers | None = None,
) -> Forecast:
    """Return what ``new`` brings in the days ahead and whether it beats ``now``.

    ``free`` are the levers without the limit on the price of a click: what the limit costs is their gain over
    ``new``. Nothing to foresee from (``ground`` None, or no order) is answered with ``NO_DATA``.
    """
    if ground is None:
        return Forecast(days, Answer.NO_DATA, {}, {}, None, None, ())
    before, after = moved(ground, now), moved(ground, new)
    kept = delivered(ground, before, now, days=days)
    made = delivered(ground, after, new, days=days)
    margin = settings.margin
    differences = _difference(kept, made, margin)
    gain = None if differences is None else spread(differences)
    chance = None if differences is None else _chance(differences)
    return Forecast(
        days=days,
        answer=_answer(ground, kept, gain, chance),
        unchanged=seen(ground, kept, margin=margin),
        new=seen(ground, made, margin=margin),
        gain=gain,
        chance=chance,
        drivers=drivers(
            ground,
            before=before,
            after=after,
            now=now,
            new=new,
            days=days,
            margin=margin,
            gain=None if gain is None else gain.median,
        ),
        cpc_price=_price(ground, settings, made, free, days=days),
    )


def _difference(kept: Outcome, made: Outcome, margin: float) -> Floats | None:
    old, new = kept.profit(margin), made.profit(margin)
    return None if old is None or new is None else new - old


def _chance(differences: Floats) -> float:
    """Return the share of draws with a gain; half of those without any difference. Never certain."""
    share = float(((differences > 0) + 0.5 * (differences == 0)).mean())
    return min(max(share, 1 - SUREST), SUREST)


def _answer(ground: Ground, kept: Outcome, gain: Range | None, chance: float | None) -> Answer:
    if ground.rate is None:
        return Answer.NO_DATA
    if gain is None or chance is None:
        return Answer.CANNOT_TELL
    small = abs(gain.median) < LEAST_GAIN * float(np.median(kept.spend))
    if gain.median <= 0 or (small and gain.high < 4 * LEAST_GAIN * float(np.median(kept.spend))):
        return Answer.KEEP
    is_told = chance >= SURE and not small and ground.days >= LEAST_DAYS
    return Answer.BETTER if is_told else Answer.CANNOT_TELL


def _price(ground: Ground, settings: Settings, made: Outcome, free: Levers | None, *, days: int) -> float | None:
    if free is None or settings.most_cpc is None:
        return None
    unbound = outcome(ground, free, days=days).profit(settings.margin)
    bound = made.profit(settings.margin)
    if unbound is None or bound is None:
        return None
    return max(0.0, float(np.median(unbound - bound)))
