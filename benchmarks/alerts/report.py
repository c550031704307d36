"""The table of all detectors, and the figures that have a target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from benchmarks.alerts.protocol import bootstrap
from benchmarks.alerts.rivals import RIVALS
from benchmarks.alerts.speed import seconds_of_a_check
from benchmarks.alerts.trial import BOARD, FIRST_TRIAL, OURS, Trial, alarms, fresh_shops, scored
from benchmarks.measuring import Line

FRESH: Final = (range(2000, 2010), range(7000, 7010))
"""Seeds that nothing was tuned on; all tuning stays below 1000."""
BEST_KNOWN: Final = "Kalman, campaigns muted"
SLOW_KINDS: Final = ("traffic ramp", "aov dip")


def lines(*, quick: bool) -> Iterator[Line]:
    """Yield what has a target: F1 overall and on mid shops, false alarms, slow changes, the gain over the best."""
    yield Line("alerts: check 80 metrics over 3 years", seconds_of_a_check(), "s", target=2.0)
    seeds = FRESH[0] if quick else [seed for run in FRESH for seed in run]
    shops = fresh_shops(seeds)
    found = alarms(shops, OURS)
    ours, rival = scored(shops, found, OURS), scored(shops, alarms(shops, BEST_KNOWN), BEST_KNOWN)
    gain, low, high = bootstrap(ours.shops, rival.shops)
    yield Line("alerts: F1, all shops", ours.all.f1, "F1", target=0.68, reverse=True)
    yield Line("alerts: F1, mid shops", ours.sizes["mid"].f1, "F1", target=0.75, reverse=True)
    yield Line("alerts: F1 with orders for order value", scored(shops, found, OURS, FIRST_TRIAL).all.f1, "F1")
    yield Line(f"alerts: F1 above {BEST_KNOWN} ({low:+.3f} to {high:+.3f})", gain, "F1", target=0.0, reverse=True)
    yield Line("alerts: false-alarm days a month", ours.all.false_a_month, "a month", target=0.2)
    yield Line("alerts: false-alarm days, small shops", ours.sizes["small"].false_a_month, "a month", target=0.2)
    for kind in SLOW_KINDS:
        right, count = ours.kinds[kind]
        yield Line(f"alerts: {kind} found, {right} of {count}", right / count, "share", target=0.5, reverse=True)


def whole_table() -> Iterator[str]:
    """Yield the table of all detectors by run of fresh seeds, with the bootstrap of the gains."""
    for seeds in FRESH:
        shops = fresh_shops(seeds)
        names = (OURS, *RIVALS)
        found = {name: alarms(shops, name) for name in names}
        for metrics in (BOARD, FIRST_TRIAL):
            yield f"\nseeds {seeds.start} to {seeds.stop - 1}, {', '.join(metrics)}"
            trials = {name: scored(shops, found[name], name, metrics) for name in names}
            yield from (_row(trial) for trial in trials.values())
            for name in RIVALS:
                gain, low, high = bootstrap(trials[OURS].shops, trials[name].shops)
                yield f"ours above {name}: {gain:+.3f} ({low:+.3f} to {high:+.3f})"
            kinds = trials[OURS].kinds
            yield "found on mid and large shops: " + ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in kinds.items())
            yield "by metric: " + ", ".join(
                f"{metric} F1 {score.f1:.3f} FA {score.false_a_month:.2f}"
                for metric, score in trials[OURS].metrics.items()
            )


def _row(trial: Trial) -> str:
    whole, sizes = trial.all, trial.sizes
    by_size = " / ".join(f"{score.f1:.3f} (FA {score.false_a_month:.2f})" for score in sizes.values())
    return (
        f"{trial.name:32} events {whole.events:4d}  recall {whole.recall:.3f}  precision {whole.precision:.3f}  "
        f"F1 {whole.f1:.3f}  FA {whole.false_a_month:5.2f}  small / mid / large {by_size}"
    )
