"""Whether the judgements of changes and A/B tests keep what they promise, on invented shops (seeded).

Before/after: shops of three sizes and five kinds, four of which the model was not made for: shocks that last, single
wild days, a yearly swing with unnamed promotions, an item without any control. Each change is looked at daily until
its planned day. Reported: how often the 80 % and 95 % ranges of the summed effect hold the truth, how often an effect
is seen where there is none, and how often an effect of the wished size is seen on the planned day (that is what the
planned number of days stands for). A/B: error with daily looks, and how often a lift of the wished size is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from benchmarks.measuring import Line
from shopdesk.domain.kpi.trials.counterfactual import Judgement, Outcome, judge
from shopdesk.domain.kpi.trials.experiment import Answer, DayEntry, ExperimentPlan, result
from shopdesk.domain.kpi.trials.steps import Track

START = date(2026, 1, 1)
DAYS = 240
CHANGE = 180
LIFT = 0.25
WEEK = np.array([0.0, 0.0, 0.0, 0.02, 0.06, 0.14, 0.12])
SIZES = (4, 25, 150)
KINDS = ("as modelled", "shocks that last", "wild days", "yearly swing and promotions", "no control")
SEED = 20_000


@dataclass
class Tally:
    """What a kind of shop gave."""

    held80: list[bool] = field(default_factory=list)
    held95: list[bool] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


def shop(draw: np.random.Generator, kind: str, mean: float) -> list[np.ndarray]:
    """Return the daily buyers of ten items, the first one to be changed."""
    days = np.arange(DAYS)
    common = np.cumsum(draw.normal(0, 0.01, DAYS)) + draw.normal(0, 0.05, DAYS)
    if kind == "shocks that last":
        common = common + lasting(draw, 0.10)
    if kind == "yearly swing and promotions":
        common = common + 0.4 * np.sin(2 * np.pi * days / 365 + draw.uniform(0, 6)) + 0.5 * (draw.random(DAYS) < 0.03)
    items = []
    for place in range(10):
        level = mean * (1.0 if place == 0 else np.exp(draw.normal(0, 0.7)))
        own = np.cumsum(draw.normal(0, 0.006, DAYS)) + draw.normal(0, 0.06, DAYS)
        if kind == "shocks that last":
            own = own + lasting(draw, 0.06)
        if kind == "wild days":
            own = own + draw.normal(0, 0.8, DAYS) * (draw.random(DAYS) < 0.03)
        share = draw.uniform(0.4, 1.1)
        items.append(draw.poisson(level * np.exp(WEEK[days % 7] + share * common + own)).astype(float))
    return items


def lasting(draw: np.random.Generator, spread: float) -> np.ndarray:
    """Return shocks of which 0.8 is left a day later."""
    out = np.zeros(DAYS)
    for day in range(1, DAYS):
        out[day] = 0.8 * out[day - 1] + draw.normal(0, spread * 0.6)
    return out


def judged(draw: np.random.Generator, kind: str, mean: float, lift: float) -> Judgement:
    """Return the judgement of a change that lifts the first item's buyers by a share."""
    items = shop(draw, kind, mean)
    if lift:
        items[0][CHANGE:] += draw.poisson(lift * items[0][CHANGE:])
    tracks = {str(place): Track(START, values, values) for place, values in enumerate(items)}
    subject = tracks.pop("0")
    return judge(
        subject,
        {} if kind == "no control" else tracks,
        change=START + timedelta(days=CHANGE),
        lift=LIFT,
        promoted=np.zeros(DAYS, bool),
    )


def tally(kind: str, mean: float, lift: float, rounds: int) -> Tally:
    """Return what many shops of a kind give."""
    found = Tally()
    for number in range(rounds):
        draw = np.random.default_rng((SEED, KINDS.index(kind), int(mean), int(lift * 100), number))
        one = judged(draw, kind, mean, lift)
        found.outcomes[one.outcome.value + (" reachable" if one.reaches_lift else "")] += 1
        if one.relative is not None and not one.is_early:
            found.held80.append(one.relative.low80 <= lift <= one.relative.high80)
            found.held95.append(one.relative.low95 <= lift <= one.relative.high95)
    return found


def experiments(lift: float, rounds: int) -> Counter[str]:
    """Return the answers of A/B tests looked at daily until their planned size."""
    plan = ExperimentPlan(0.03, 0.5)
    answers: Counter[str] = Counter()
    for number in range(rounds):
        draw = np.random.default_rng((SEED, int(lift * 100), number))
        each = 200
        entries = [
            DayEntry(START + timedelta(days=day), each, int(draw.binomial(each, 0.03)), each, bought)
            for day in range(-(-plan.size // each))
            for bought in [int(draw.binomial(each, 0.03 * (1 + lift)))]
        ]
        answers[result(plan, entries).answer.value] += 1
    return answers


def measure(*, quick: bool = False) -> Iterator[Line]:
    """Yield shares in percent; ``quick`` takes fewer shops."""
    rounds = 10 if quick else 60
    for mean in SIZES:
        for kind in KINDS:
            nothing, lifted = (tally(kind, mean, lift, rounds) for lift in (0.0, LIFT))
            name = f"{mean} buyers a day, {kind}"
            seen = sum(count for key, count in nothing.outcomes.items() if key.split()[0] in _SEEN)
            yield Line(f"{name}: effect seen where there is none", 100 * seen / rounds, "%")
            for share, held in ((80, nothing.held80 + lifted.held80), (95, nothing.held95 + lifted.held95)):
                if held:
                    yield Line(f"{name}: {share} % range holds the truth", 100 * sum(held) / len(held), "%")
            reachable = sum(count for key, count in lifted.outcomes.items() if key.endswith("reachable"))
            found = lifted.outcomes[f"{Outcome.UP.value} reachable"]
            if reachable:
                yield Line(f"{name}: wished effect seen ({reachable} planned to)", 100 * found / reachable, "%")
    yield from _experiment_lines(20 if quick else 400)


_SEEN = {Outcome.UP.value, Outcome.DOWN.value}


def _experiment_lines(rounds: int) -> Iterator[Line]:
    wrong = experiments(0.0, rounds)
    right = experiments(0.5, rounds)
    error = wrong[Answer.B_BETTER.value] + wrong[Answer.B_WORSE.value]
    yield Line("A/B looked at daily: difference seen where there is none", 100 * error / rounds, "%", target=5)
    yield Line("A/B looked at daily: wished lift seen", 100 * right[Answer.B_BETTER.value] / rounds, "%")
