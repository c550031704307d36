"""How often the judgement cries wolf on this very shop: the same question put where nothing was changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from shopdesk.domain.kpi.trials.counterfactual import Judgement, Outcome, judge
from shopdesk.domain.kpi.trials.steps import MIN_DAYS, Track

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST: Final = 12
"""Trials that are run: each costs about a fifth of a second."""
OTHERS: Final = 6


@dataclass(frozen=True, slots=True)
class Placebo:
    """Trials that were run to their planned day where nothing was changed, and how many of them saw an effect."""

    trials: int
    alarms: int

    @property
    def rate(self) -> float | None:
        """Share of trials that cried wolf, None without a trial."""
        return self.alarms / self.trials if self.trials else None


def placebo(
    track: Track,
    controls: Mapping[str, Track],
    *,
    change: date,
    days: int,
    lift: float,
    promoted: NDArray[np.bool_],
    check: Callable[[], None] = lambda: None,
) -> Placebo:
    """Return what comes out where nothing was changed: the same item on earlier days, then other items.

    Only days before the true change are used. ``days`` is how long the true change is judged; ``check`` is called
    before each trial and may raise to stop.
    """
    trials = alarms = 0
    for subject, others, day in _cases(track, controls, change, days):
        if trials == MOST:
            break
        check()
        until = (change - subject.start).days
        shown = {name: _cut(one, until) for name, one in others.items()}
        found = judge(_cut(subject, until), shown, change=day, lift=lift, promoted=promoted[:until])
        if _is_counted(found):
            trials += 1
            alarms += found.outcome in (Outcome.UP, Outcome.DOWN)
    return Placebo(trials, alarms)


def _cases(
    track: Track, controls: Mapping[str, Track], change: date, days: int
) -> list[tuple[Track, Mapping[str, Track], date]]:
    """Return subject, controls and day of each trial; days of one subject never overlap."""
    cases: list[tuple[Track, Mapping[str, Track], date]] = []
    day = change - timedelta(days=days)
    while (day - track.start).days >= MIN_DAYS:
        cases.append((track, controls, day))
        day -= timedelta(days=days)
    cases = cases[: MOST - min(OTHERS, len(controls))]
    day = change - timedelta(days=days)
    for name in list(controls)[:OTHERS]:
        others = {other: one for other, one in controls.items() if other != name}
        cases.append((controls[name], others, day))
    return cases


def _cut(track: Track, until: int) -> Track:
    base = None if track.base is None else track.base[:until]
    return Track(track.start, track.values[:until], track.events[:until], base)


def _is_counted(found: Judgement) -> bool:
    return found.outcome in (Outcome.UP, Outcome.DOWN, Outcome.NONE, Outcome.UNCLEAR)
