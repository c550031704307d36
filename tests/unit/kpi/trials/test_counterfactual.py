"""What would have been without a change, and what may be said of the gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from shopdesk.domain.kpi.trials import local_level
from shopdesk.domain.kpi.trials.counterfactual import Judgement, Outcome, judge
from shopdesk.domain.kpi.trials.local_level import History, Models, fit, forecast
from shopdesk.domain.kpi.trials.placebo import placebo
from shopdesk.domain.kpi.trials.steps import Track

START = date(2026, 1, 1)
DAYS, AT = 200, 150
MODEL_FIELDS = ("controls", "walks", "noises", "state", "spread")
CHANGE = START + timedelta(days=AT)


def tracks(seed: int, *, mean: float = 80, lift: float = 0.0, count: int = 8) -> tuple[Track, dict[str, Track]]:
    draw = np.random.default_rng(seed)
    week = np.array([0, 0, 0, 0, 0.05, 0.15, 0.1])[np.arange(DAYS) % 7]
    common = np.cumsum(draw.normal(0, 0.01, DAYS)) + draw.normal(0, 0.06, DAYS)
    rows = [draw.poisson(mean * np.exp(week + common + draw.normal(0, 0.05, DAYS))).astype(float) for _ in range(count)]
    rows[0][AT:] = np.round(rows[0][AT:] * (1 + lift))
    made = [Track(START, row, row) for row in rows]
    return made[0], {f"item {n}": one for n, one in enumerate(made[1:])}


def judged(
    subject: Track, controls: dict[str, Track], *, lift: float = 0.2, promoted: NDArray[np.bool_] | None = None
) -> Judgement:
    off = np.zeros(subject.values.size, bool) if promoted is None else promoted
    return judge(subject, controls, change=CHANGE, lift=lift, promoted=off)


def cut(track: Track, days: int) -> Track:
    return replace(track, values=track.values[:days], events=track.events[:days])


def solved_at_once(history: History, walk: float, noise: float, steps: NDArray[np.int64]) -> tuple[Any, Any]:
    """Mean and covariance of some steps from all days before the change at once, as a Gaussian process."""
    known = np.flatnonzero(~np.isnan(history.logs[: history.before]))
    centre = history.logs[known].mean()
    control = history.controls[0][1] - history.controls[0][1][: history.before].mean()
    season = history.season
    assert season is not None

    def kernel(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
        level = 4.0 + walk**2 * np.minimum.outer(one + 1, other + 1)
        return level + 0.09 * (season[one][:, None] == season[other]) + 0.25 * np.outer(control[one], control[other])

    own = np.diag(noise**2 + history.chance[known])
    across = kernel(known, steps)
    solution = np.linalg.solve(kernel(known, known) + own, across)
    mean = centre + 0.6 * control[steps] + solution.T @ (history.logs[known] - centre - 0.6 * control[known])
    ahead = np.diag(noise**2 + history.chance[steps])
    return mean, kernel(steps, steps) - across.T @ solution + ahead


def test_that_the_filter_gives_what_all_days_solved_at_once_give(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(3)
    logs = 4 + draw.normal(0, 0.1, 60)
    logs[[5, 17, 18, 33]] = np.nan
    control = draw.normal(0, 0.1, 60)
    history = History(logs, np.linspace(0.01, 0.03, 60), 50, np.arange(60) % 7, (("sum", control),))
    monkeypatch.setattr(local_level, "WALKS", (0.025,))
    monkeypatch.setattr(local_level, "NOISES", (0.1,))
    monkeypatch.setattr(local_level, "_LEAST_WEIGHT", -1.0)
    steps = np.array([50, 52, 53, 59])
    made = forecast(history, fit(history), steps)
    mean, covariance = solved_at_once(history, 0.025, 0.1, steps)
    with_control = int(np.flatnonzero(made.models.controls == 0)[0])
    assert made.means[with_control] == pytest.approx(mean, rel=1e-9)
    models = made.models
    alone = replace(
        made,
        models=Models(np.ones(1), *(getattr(models, f)[[with_control]] for f in MODEL_FIELDS)),
        means=made.means[[with_control]],
        loads=made.loads[[with_control]],
    )
    drawn = alone.draws(40_000, seed=5)
    assert np.cov(drawn.T) == pytest.approx(covariance, abs=0.0015)
    lengths = np.arange(1, 5)
    wished = np.sqrt(np.cumsum(np.cumsum(covariance, axis=0), axis=1).diagonal()) / lengths
    assert alone.spread_of_means() == pytest.approx(wished, rel=1e-9)


def test_that_days_after_the_change_never_enter_the_fit() -> None:
    history = History(np.r_[np.sin(np.arange(40.0)), np.full(10, 9.0)], np.full(50, 0.01), 40, None)
    other = replace(history, logs=np.r_[history.logs[:40], np.full(10, -3.0)])
    np.testing.assert_array_equal(fit(history).state, fit(other).state)
    assert fit(history).weights.sum() == pytest.approx(1)


def test_that_a_planted_effect_is_found_with_its_size() -> None:
    found = judged(*tracks(1, lift=0.3))
    assert found.outcome is Outcome.UP
    assert found.relative is not None
    assert found.relative.low95 < 0.3 < found.relative.high95
    assert found.effect is not None
    assert found.effect.low95 > 0
    assert judged(*tracks(1, lift=-0.3)).outcome is Outcome.DOWN


def test_that_no_effect_is_an_answer() -> None:
    outcomes = [judged(*tracks(seed)).outcome for seed in range(6)]
    assert outcomes.count(Outcome.NONE) >= 4
    assert not {Outcome.NOT_YET, Outcome.TOO_FEW} & set(outcomes)


def test_that_controls_take_out_what_befell_the_whole_shop() -> None:
    subject, controls = tracks(2)
    for one in (subject, *controls.values()):
        one.values[AT:] *= 0.6
    assert judged(subject, controls).outcome not in (Outcome.UP, Outcome.DOWN)
    assert judged(subject, {}).outcome is Outcome.DOWN


def test_that_before_the_planned_day_it_says_how_many_days_are_left() -> None:
    subject, controls = tracks(4, mean=25)
    short = {name: cut(one, AT + 3) for name, one in controls.items()}
    found = judged(cut(subject, AT + 3), short)
    assert found.outcome is Outcome.NOT_YET
    assert found.days_left == found.days_needed - 3 > 0
    whole = judged(subject, controls)
    assert whole.days_needed == found.days_needed  # settled from the time before the change


def test_that_a_change_without_a_day_after_it_is_planned_and_one_in_the_future_waits() -> None:
    subject, controls = tracks(5)
    until = {name: cut(one, AT) for name, one in controls.items()}
    planned = judged(cut(subject, AT), until)
    assert planned.outcome is Outcome.AHEAD
    assert planned.days_left == planned.days_needed > 0
    assert judged(cut(subject, AT - 20), {}).outcome is Outcome.AHEAD


def test_that_few_days_before_the_change_are_too_few() -> None:
    subject, controls = tracks(6)
    found = judge(subject, controls, change=START + timedelta(days=20), lift=0.2, promoted=np.zeros(DAYS, bool))
    assert (found.outcome, found.known_before) == (Outcome.TOO_FEW, 20)
    assert judge(subject, {}, change=START, lift=0.2, promoted=np.zeros(DAYS, bool)).outcome is Outcome.TOO_FEW


def test_that_campaign_days_and_gaps_take_no_part() -> None:
    subject, controls = tracks(7)
    calm = judged(subject, controls)
    promoted = np.zeros(DAYS, bool)
    promoted[[100, 101, AT + 2]] = True
    wild = replace(subject, values=np.where(promoted, subject.values * 9, subject.values))
    found = judged(wild, controls, promoted=promoted)
    assert _middle(found) == pytest.approx(_middle(calm), abs=0.08)
    holed = subject.values.copy()
    holed[[90, 91, AT + 4]] = np.nan
    assert _middle(judged(replace(subject, values=holed), controls)) == pytest.approx(_middle(calm), abs=0.08)
    assert found.course is not None
    assert np.isnan(found.course.expected[found.course.days.index(CHANGE + timedelta(days=2))])


def _middle(found: Judgement) -> float:
    assert found.relative is not None
    return found.relative.middle


def test_that_few_events_a_day_are_judged_by_weeks() -> None:
    found = judged(*tracks(8, mean=4))
    assert found.step_days == 7
    assert found.known_before == 147
    assert judged(*tracks(8, mean=0.3)).outcome is Outcome.TOO_FEW


def test_that_a_ratio_is_judged_in_units_of_its_numerator() -> None:
    subject, controls = tracks(9, lift=0.4)
    visitors = np.full(DAYS, 2000.0)
    visitors[AT:] = 4000.0
    ratio = Track(START, subject.values * visitors / 2000, subject.events * visitors / 2000, visitors)
    others = {name: Track(START, one.values, one.events, np.full(DAYS, 2000.0)) for name, one in controls.items()}
    found = judged(ratio, others)
    assert found.outcome is Outcome.UP
    assert found.relative is not None
    assert 0.2 < found.relative.middle < 0.6  # not the doubled visitors


def test_that_an_item_without_any_sale_gives_no_figure() -> None:
    nothing = Track(START, np.zeros(DAYS), np.zeros(DAYS))
    assert judged(nothing, {}).outcome is Outcome.TOO_FEW
    unknown = Track(START, np.full(DAYS, np.nan), np.full(DAYS, np.nan))
    assert judged(unknown, {}).outcome is Outcome.TOO_FEW


def test_that_placebos_use_only_days_before_the_change_and_seldom_cry_wolf() -> None:
    subject, controls = tracks(10, lift=5.0)
    arguments = {"change": CHANGE, "days": 14, "lift": 0.3, "promoted": np.zeros(DAYS, bool)}
    found = placebo(subject, controls, **arguments)  # type: ignore[arg-type]
    assert found.trials >= 6
    assert found.alarms <= 2
    calm = placebo(tracks(10)[0], controls, **arguments)  # type: ignore[arg-type]
    assert calm == found


def test_that_too_few_weeks_are_told_in_days() -> None:
    subject = Track(START, np.full(DAYS, 6.0), np.full(DAYS, 6.0))
    day = START + timedelta(days=35)
    found = judge(subject, {}, change=day, lift=0.2, promoted=np.zeros(DAYS, bool))
    assert (found.outcome, found.step_days, found.known_before) == (Outcome.TOO_FEW, 7, 35)


def test_that_days_after_the_end_of_a_change_say_nothing_of_it() -> None:
    subject, controls = tracks(1, lift=0.4)
    found = judged(subject, controls)
    last = CHANGE + timedelta(days=found.judged_days - 1)
    values = subject.values.copy()
    values[AT + found.judged_days :] *= 9
    later = replace(subject, values=values, events=values)
    ended = judge(later, controls, change=CHANGE, lift=0.2, promoted=np.zeros(DAYS, bool), until=last)
    assert ended.outcome is found.outcome is Outcome.UP
    assert ended.effect is not None
    assert found.effect is not None
    assert ended.effect.middle == pytest.approx(found.effect.middle, rel=0.05)  # other draws of the same days
    assert not ended.ended_early


def test_that_a_change_ended_before_its_planned_days_is_never_called_without_effect() -> None:
    subject, controls = tracks(2, mean=40)
    plan = judged(subject, controls, lift=0.1)
    assert plan.days_needed > 7
    last = CHANGE + timedelta(days=6)
    ended = judge(subject, controls, change=CHANGE, lift=0.1, promoted=np.zeros(DAYS, bool), until=last)
    assert (ended.outcome, ended.ended_early, ended.days_left) == (Outcome.UNCLEAR, True, 0)
    assert (ended.judged_days, ended.days_needed) == (7, plan.days_needed)


def test_that_a_change_whose_end_is_still_to_come_waits_as_any_other() -> None:
    subject, controls = tracks(2, mean=40)
    shown = cut(subject, AT + 7)
    others = {name: cut(one, AT + 7) for name, one in controls.items()}
    asked: dict[str, Any] = {"change": CHANGE, "lift": 0.1, "promoted": np.zeros(AT + 7, bool)}
    ends, goes_on = (judge(shown, others, **asked, until=until) for until in (shown.end + timedelta(days=1), None))
    assert replace(ends, course=None) == replace(goes_on, course=None)
