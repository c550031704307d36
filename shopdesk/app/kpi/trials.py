"""What the user wants judged (changes before and after, A/B tests), and the judging as a job's work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace
from shopdesk.domain.currencies import of_one_currency
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.trials.counterfactual import Judgement, Outcome, judge
from shopdesk.domain.kpi.trials.experiment import DayEntry, ExperimentPlan
from shopdesk.domain.kpi.trials.items import (
    TABLES,
    ItemFacts,
    automatic_controls,
    item_facts,
    item_track,
    shop_track,
    yuan_per_unit,
)
from shopdesk.domain.kpi.trials.placebo import Placebo, placebo
from shopdesk.domain.kpi.trials.steps import AFTER_DAYS, Track
from shopdesk.domain.periods import Period

DEFAULT_LIFT: Final = 0.10
MIN_PLACEBOS: Final = 5
MOST_ALARMS: Final = 0.2
"""Share of placebos that may cry wolf; beyond it this figure of this shop jumps by itself."""
APART_DAYS: Final = AFTER_DAYS
"""Another change within this many days makes an item unfit to be a control."""


@dataclass(frozen=True, slots=True)
class ShopChange:
    """A change to be judged: of items (none: the whole shop), by a figure (its name), from ``day`` (ISO) on.

    ``controls`` are item keys, none for automatic ones; ``lift`` is the relative effect worth knowing of. ``end`` is
    the last day (ISO) of a change that was taken back, "" while it goes on.
    """

    change_id: str
    name: str
    day: str
    metric: str = "pay_amount"
    items: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    lift: float = DEFAULT_LIFT
    end: str = ""

    @property
    def last(self) -> date | None:
        """The last day, None while it goes on."""
        return date.fromisoformat(self.end) if self.end else None


@dataclass(frozen=True, slots=True)
class Experiment:
    """An A/B test: names of its arms and what was settled before its start (rates and shares as fractions).

    ``start`` is its first day (ISO); ``visitors_a_day`` are both arms together.
    """

    experiment_id: str
    name: str
    arm_a: str
    arm_b: str
    base: float
    lift: float
    visitors_a_day: float
    start: str
    share_b: float = 0.5


@dataclass(frozen=True, slots=True)
class ExperimentDay:
    """What one day of an A/B test gave, None where not entered; sales in fen."""

    experiment_id: str
    day: str
    visitors_a: int | None = None
    buyers_a: int | None = None
    visitors_b: int | None = None
    buyers_b: int | None = None
    amount_a: int | None = None
    amount_b: int | None = None


CHANGES: Final = Collection("kpi_changes", ShopChange, ("change_id",))
EXPERIMENTS: Final = Collection("kpi_experiments", Experiment, ("experiment_id",))
EXPERIMENT_DAYS: Final = Collection("kpi_experiment_days", ExperimentDay, ("experiment_id", "day"))


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """What a change's card says: the judgement with what it rests on.

    ``controls`` are titles of the items held against; ``is_shop`` says that there are none because the whole shop
    was changed or no items are known. ``lost_items`` names changed items that the data no longer hold.
    """

    change: ShopChange
    metric: BoardMetric
    judgement: Judgement
    controls: tuple[str, ...]
    placebo: Placebo
    yuan_per_unit: float | None
    table: str
    is_shop: bool
    lost_items: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The judgement, but unclear where trials without any change cry wolf too often to believe it."""
        found = self.judgement.outcome
        return Outcome.UNCLEAR if self.is_doubted and found in (Outcome.UP, Outcome.DOWN) else found

    @property
    def is_doubted(self) -> bool:
        """Whether the placebos saw effects far too often."""
        return self.placebo.trials >= MIN_PLACEBOS and self.placebo.alarms > MOST_ALARMS * self.placebo.trials


def put(row: ShopChange | Experiment) -> SetRows:
    """Return the change that stores a change to be judged or an A/B test."""
    return SetRows.put(CHANGES, [row]) if isinstance(row, ShopChange) else SetRows.put(EXPERIMENTS, [row])


def set_fields(row: ShopChange | Experiment, **fields: Any) -> SetRows:
    """Return the change that sets fields; empty where nothing differs."""
    new = replace(row, **fields)
    return SetRows(()) if new == row else put(new)


def remove_change(row: ShopChange) -> SetRows:
    """Return the change that removes a change to be judged."""
    return SetRows.drop(CHANGES, [(row.change_id,)])


def remove_experiment(workspace: Workspace, row: Experiment) -> SetRows:
    """Return the change that removes an A/B test with its days."""
    days = SetRows.drop(EXPERIMENT_DAYS, [(d.experiment_id, d.day) for d in days_of(workspace, row.experiment_id)])
    return SetRows((*days.edits, *SetRows.drop(EXPERIMENTS, [(row.experiment_id,)]).edits))


def set_days(before: Iterable[ExperimentDay], after: Iterable[ExperimentDay]) -> SetRows:
    """Return the change from some days of a test to others; empty where nothing differs."""
    old = {EXPERIMENT_DAYS.key_of(day): day for day in before}
    new = {EXPERIMENT_DAYS.key_of(day): day for day in after}
    gone = tuple(RowEdit(EXPERIMENT_DAYS, key, None) for key in old.keys() - new.keys())
    return SetRows((*gone, *(RowEdit(EXPERIMENT_DAYS, key, day) for key, day in new.items() if old.get(key) != day)))


def days_of(workspace: Workspace, experiment_id: str) -> list[ExperimentDay]:
    """Return the days of a test in order."""
    rows = workspace.rows(EXPERIMENT_DAYS).values()
    return sorted((day for day in rows if day.experiment_id == experiment_id), key=lambda day: day.day)


def plan_of(row: Experiment) -> ExperimentPlan:
    """Return what a test's answer is judged by."""
    return ExperimentPlan(row.base, row.lift, row.share_b)


def entries_of(days: Iterable[ExperimentDay]) -> tuple[list[DayEntry], list[ExperimentDay]]:
    """Return the days that count and those that can't: incomplete, or with more buyers than visitors."""
    good, bad = [], []
    for day in days:
        entry = _entry(day)
        if entry is None:
            bad.append(day)
        else:
            good.append(entry)
    return good, bad


def _entry(day: ExperimentDay) -> DayEntry | None:
    """Return a day that can count, else None."""
    if day.visitors_a is None or day.buyers_a is None or day.visitors_b is None or day.buyers_b is None:
        return None
    if day.buyers_a > day.visitors_a or day.buyers_b > day.visitors_b:
        return None
    counts = (day.visitors_a, day.buyers_a, day.visitors_b, day.buyers_b)
    return DayEntry(date.fromisoformat(day.day), *counts, day.amount_a, day.amount_b)


def items_by_day(workspace: Workspace, job: JobContext) -> ItemFacts | None:
    """Read the items of a shop; a job's work."""
    frames = {}
    for table in TABLES:
        job.check()
        frames[table] = workspace.frame(table)
    return item_facts(of_one_currency(frames))


def answer(
    change: ShopChange,
    others: Iterable[ShopChange],
    *,
    metric: BoardMetric,
    facts: DailyFacts,
    items: ItemFacts | None,
    calendar: CampaignCalendar,
    job: JobContext,
) -> ChangeAnswer:
    """Judge a change by its metric and run its placebos; a job's work of one to three seconds."""
    day = date.fromisoformat(change.day)
    known = tuple(key for key in change.items if items is not None and key in items.items)
    lost = tuple(key for key in change.items if key not in known)
    controls: dict[str, Track] = {}
    if items is None or not known or not items.tells(metric):
        track, table, worth = shop_track(facts, metric), "", yuan_per_unit(facts, (), metric, day)
    else:
        track, table = item_track(items, known, metric), items.table
        worth = yuan_per_unit(items, known, metric, day)
        for key in change.controls or automatic_controls(items, metric, change=day, without=touched(change, others)):
            if key in items.items and key not in known:
                controls[key] = item_track(items, (key,), metric)
    promoted = calendar.mask(Period(track.start, track.end))
    job.check()
    found = judge(track, controls, change=day, lift=change.lift, promoted=promoted, until=change.last)
    trials = Placebo(0, 0)
    if found.outcome not in (Outcome.TOO_FEW, Outcome.AHEAD) or found.days_needed:
        trials = placebo(
            track,
            controls,
            change=min(day, track.end + timedelta(days=1)),
            days=found.days_needed,
            lift=change.lift,
            promoted=promoted,
            check=job.check,
        )
    titles = tuple(items.items[key].title for key in controls) if items is not None else ()
    return ChangeAnswer(change, metric, found, titles, trials, worth, table, not table, lost)


def touched(change: ShopChange, others: Iterable[ShopChange]) -> set[str]:
    """Return the items that can't be controls: those of this change and of others about the same time."""
    day = date.fromisoformat(change.day)
    near = [one for one in others if abs((date.fromisoformat(one.day) - day).days) <= APART_DAYS]
    return {key for one in (change, *near) for key in one.items}


def base_rate(facts: DailyFacts, until: date) -> tuple[float, float] | None:
    """Return the shop's conversion (a fraction) and visitors a day over the four weeks up to a day, None if unknown."""
    import numpy as np

    span = Period.last(days=28, until=until)
    visitors, buyers = facts.window("visitors", span), facts.window("pay_buyers", span)
    both = ~np.isnan(visitors) & ~np.isnan(buyers)
    total = float(visitors[both].sum())
    if total <= 0 or not 0 < float(buyers[both].sum()) < total:
        return None
    return float(buyers[both].sum()) / total, total / int(both.sum())
