"""Before and after a change without a random division: what would have been, and what may be said of the gap.

The time before the change alone gives the model (``local_level``); campaign days and missing days take no part. How
many days the answer needs is settled from the noise before the change, so that looking daily changes nothing: the
band of the whole gap is read once, on that day. A gap so large that it can't wait is told earlier, once a week, with
1 % shared among those looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import exp, log
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.trials.local_level import History, Models, fit, forecast
from shopdesk.domain.kpi.trials.sample_size import reach
from shopdesk.domain.kpi.trials.steps import AFTER_DAYS, WEEK_DAYS, Stepped, Track, enough, stepped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shopdesk.domain.kpi.daily import FloatArray

DRAWS: Final = 2_000
EARLY_ALPHA: Final = 0.01
"""What all looks before the planned day may be wrong together."""
_RECENT_STEPS: Final = 14


class Outcome(StrEnum):
    """What may be said of a change."""

    TOO_FEW = "too_few"  # too little before the change
    AHEAD = "ahead"  # the change is still to come, or its first days are
    NOT_YET = "not_yet"  # can't tell yet
    UP = "up"
    DOWN = "down"
    NONE = "none"  # an effect of the wished size would be seen, there is none
    UNCLEAR = "unclear"  # planned days over, neither an effect nor its absence is shown


@dataclass(frozen=True, slots=True)
class Range:
    """A middle value with its central 80 % and 95 % range."""

    middle: float
    low80: float
    high80: float
    low95: float
    high95: float


@dataclass(frozen=True, slots=True)
class Course:
    """Steps around the change for a chart: first day, actual and expected value with its 95 % range (per day)."""

    days: tuple[date, ...]
    actual: FloatArray
    expected: FloatArray
    low: FloatArray
    high: FloatArray
    step_days: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known of a change.

    ``effect`` is the gap summed over the judged days in the figure's unit (for a ratio: in units of its numerator),
    ``relative`` the same as a share of what would have been. ``days_needed`` counts days that can be judged;
    ``days_left`` calendar days. ``visible_lift`` is the smallest effect that the planned days show in 4 of 5 cases.
    ``ended_early``: the change was over before the planned days were.
    """

    outcome: Outcome
    known_before: int
    step_days: int
    judged_days: int = 0
    days_needed: int = 0
    days_left: int = 0
    is_early: bool = False
    visible_lift: float | None = None
    reaches_lift: bool = False
    effect: Range | None = None
    relative: Range | None = None
    control_weight: float = 0.0
    course: Course | None = None
    ended_early: bool = False


def judge(
    track: Track,
    controls: Mapping[str, Track],
    *,
    change: date,
    lift: float,
    promoted: NDArray[np.bool_],
    until: date | None = None,
) -> Judgement:
    """Return what may be said of a change on a day; ``lift`` is the relative effect that would be worth it.

    ``promoted`` marks the campaign days of the track, which may end before the change. ``lift`` is above 0. ``until``
    is the last day of a change that was taken back: later days say nothing of it. It never shortens the planned days,
    since whoever ends a change when its figures look well would always be right.
    """
    cut = stepped(track, controls, change=change, promoted=promoted)
    if cut is None:
        return Judgement(Outcome.AHEAD if change > track.end else Outcome.TOO_FEW, 0, 1)
    if not enough(cut):
        return Judgement(Outcome.TOO_FEW, cut.known_before * cut.length, cut.length)
    models = fit(cut.history)
    plan = planned(cut, models, lift)
    after = np.arange(cut.before, cut.values.size)
    seen = after[~np.isnan(cut.history.logs[after])]
    is_over = until is not None and until <= track.end
    if until is not None:
        seen = seen[[cut.day(int(step) + 1) - timedelta(days=1) <= until for step in seen]]
    if not seen.size:
        if is_over:
            return replace(_judgement(Outcome.UNCLEAR, cut, plan, days_left=0), ended_early=True)
        return _judgement(Outcome.AHEAD, cut, plan, days_left=plan.steps * cut.length)
    made = forecast(cut.history, models, seen)
    draws = _expected(cut, seen, made.draws(DRAWS, seed=1))
    judged = min(plan.steps, seen.size)
    early = _early_step(cut, seen, draws, plan.steps)
    share = early if early is not None and judged < plan.steps else judged
    gaps = cut.values[seen[:share]].sum() - draws[:, :share].sum(axis=1)
    relative = cut.values[seen[:share]].sum() / np.maximum(draws[:, :share].sum(axis=1), 1e-9) - 1
    effect, part = _range(gaps), _range(relative)
    outcome = _outcome(effect, part, lift=lift, is_done=judged >= plan.steps, is_early=early is not None)
    ended_early = is_over and outcome is Outcome.NOT_YET
    made_of = _judgement(
        Outcome.UNCLEAR if ended_early else outcome,
        cut,
        plan,
        days_left=0 if is_over else max(0, plan.steps - judged) * cut.length,
        judged=share,
        is_early=early is not None and judged < plan.steps,
        effect=effect,
        relative=part,
        control_weight=models.control_weight,
        course=_course(cut, seen, draws),
    )
    return replace(made_of, ended_early=ended_early)


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps after which the change is judged, whether they show the wished lift, and the smallest lift they do show."""

    steps: int
    reaches_lift: bool
    visible_lift: float


def planned(cut: Stepped, models: Models, lift: float) -> Plan:
    """Return how many steps a judgement needs, from the time before the change alone."""
    most = AFTER_DAYS // cut.length
    ahead = _ordinary_future(cut, most)
    spread = forecast(ahead, models, np.arange(cut.before, cut.before + most)).spread_of_means()
    least = 1 if cut.length == WEEK_DAYS else WEEK_DAYS
    visible = reach() * spread
    able = [steps for steps in range(least, most + 1) if visible[steps - 1] <= log(1 + lift)]
    steps = able[0] if able else least + int(np.argmin(visible[least - 1 :]))
    if cut.length == 1:
        steps = min(most, -(-steps // WEEK_DAYS) * WEEK_DAYS)  # whole weeks: no weekday counts twice
    return Plan(steps, bool(able), exp(visible[steps - 1]) - 1)


def _ordinary_future(cut: Stepped, steps: int) -> History:
    """Return the history before the change continued by steps as they were of late, for planning."""
    before = cut.history.before

    def continued(values: FloatArray) -> FloatArray:
        recent = values[:before][~np.isnan(values[:before])][-_RECENT_STEPS:]
        return np.concatenate([values[:before], np.full(steps, recent.mean())])

    season = None
    if cut.history.season is not None:
        season = (np.arange(before + steps) + cut.history.season[0]) % WEEK_DAYS
    return History(
        np.concatenate([cut.history.logs[:before], np.full(steps, np.nan)]),
        continued(cut.history.chance),
        before,
        season,
        tuple((name, continued(values)) for name, values in cut.history.controls),
    )


def _expected(cut: Stepped, steps: NDArray[np.int64], logs: FloatArray) -> FloatArray:
    """Return possible courses in the figure's own unit."""
    return np.asarray(np.maximum(np.exp(logs) * cut.base[steps] - cut.offset, 0.0))


def _early_step(cut: Stepped, seen: NDArray[np.int64], draws: FloatArray, planned_steps: int) -> int | None:
    """Return the first weekly look before the planned day at which the gap was beyond doubt, None without one."""
    every = WEEK_DAYS // cut.length
    looks = range(every, planned_steps, every)
    if not looks:
        return None
    limit = NormalDist().inv_cdf(1 - EARLY_ALPHA / len(looks) / 2)
    for step in looks:
        if step > seen.size:
            break
        logs = np.log(np.maximum(draws[:, :step].sum(axis=1), 1e-9))
        actual = log(max(float(cut.values[seen[:step]].sum()), cut.offset))
        if abs(actual - float(logs.mean())) > limit * float(logs.std()):
            return step
    return None


def _outcome(effect: Range, relative: Range, *, lift: float, is_done: bool, is_early: bool) -> Outcome:
    if is_early or (is_done and not effect.low95 <= 0 <= effect.high95):
        return Outcome.UP if effect.middle > 0 else Outcome.DOWN
    if not is_done:
        return Outcome.NOT_YET
    return Outcome.NONE if -lift < relative.low95 and relative.high95 < lift else Outcome.UNCLEAR


def _judgement(
    outcome: Outcome,
    cut: Stepped,
    plan: Plan,
    *,
    days_left: int,
    judged: int = 0,
    is_early: bool = False,
    effect: Range | None = None,
    relative: Range | None = None,
    control_weight: float = 0.0,
    course: Course | None = None,
) -> Judgement:
    return Judgement(
        outcome,
        cut.known_before * cut.length,
        cut.length,
        judged * cut.length,
        plan.steps * cut.length,
        days_left,
        is_early,
        plan.visible_lift,
        plan.reaches_lift,
        effect,
        relative,
        control_weight,
        course,
    )


def _range(draws: FloatArray) -> Range:
    low95, low80, middle, high80, high95 = np.quantile(draws, [0.025, 0.1, 0.5, 0.9, 0.975])
    return Range(float(middle), float(low80), float(high80), float(low95), float(high95))


def _course(cut: Stepped, seen: NDArray[np.int64], draws: FloatArray) -> Course:
    """Return what a chart shows: a value a day (a ratio as such), gaps where a step isn't judged."""
    expected, low, high = (np.full(cut.values.size, np.nan) for _ in range(3))
    shown = draws / cut.base[seen]
    expected[seen] = np.median(shown, axis=0)
    low[seen], high[seen] = np.quantile(shown, [0.025, 0.975], axis=0)
    days = tuple(cut.first + timedelta(days=step * cut.length) for step in range(cut.values.size))
    return Course(days, cut.shown, expected, low, high, cut.length)
