"""The customers of a shop out of its orders, as a job's work."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from shopdesk import assets
from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace
from shopdesk.domain.currencies import of_one_currency
from shopdesk.domain.kpi.customers.persona import Quarter, price_limits, quarter
from shopdesk.domain.kpi.customers.purchases import TABLES, Purchases, purchases, quarter_ends, quarter_start
from shopdesk.domain.kpi.customers.rfm import ClassRow, MatrixCell, RfmClass, Scored, class_rows, matrix, scored
from shopdesk.domain.kpi.customers.value import HistoricValue, ModelValue, Refusal, historic_value, model_value


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The customers on the last day of a quarter (or of the data, where the quarter is still open)."""

    day: date
    is_open: bool
    scored: Scored
    matrix: Mapping[tuple[int, int], MatrixCell]
    classes: tuple[ClassRow, ...]
    quarter: Quarter
    before: Quarter | None


@dataclass(frozen=True, slots=True)
class Customers:
    """Everything that the view shows but the model; snapshots by quarter, newest first."""

    bought: Purchases
    snapshots: tuple[Snapshot, ...]
    historic: HistoricValue
    limits: tuple[float, float]


@cache
def rfm_classes() -> tuple[RfmClass, ...]:
    """Return the shipped classes, in their order; general knowledge that the user should check."""
    with assets.path("customers", "rfm_classes.toml").open("rb") as file:
        return tuple(RfmClass(**entry) for entry in tomllib.load(file)["classes"])


def customers(workspace: Workspace, job: JobContext, *, around: date | None = None) -> Customers | None:
    """Read the orders and divide their buyers by quarter; None without paid orders that name their buyers.

    ``around`` asks for the quarter of a day and the one before only, which is all that a report needs.
    """
    frames = {}
    for table in TABLES:
        job.check()
        frames[table] = workspace.frame(table)
    bought = purchases(of_one_currency(frames))
    if bought is None:
        return None
    limits = price_limits(bought)
    snapshots: list[Snapshot] = []
    ends = quarter_ends(bought)
    if around is not None:
        ends = tuple(end for end in ends if quarter_start(end) <= around)[-2:]
    for end in ends:
        job.check()
        snapshot = _snapshot(bought, end, limits, snapshots[-1] if snapshots else None)
        if snapshot is not None:
            snapshots.append(snapshot)
    return Customers(bought, tuple(reversed(snapshots)), historic_value(bought), limits)


def expected_value(found: Customers, job: JobContext) -> ModelValue | Refusal:
    """Return what the models say of the buyers on the last day of the data; some seconds of a job."""
    job.check()
    return model_value(found.bought, found.bought.last)


def _snapshot(bought: Purchases, end: date, limits: tuple[float, float], before: Snapshot | None) -> Snapshot | None:
    day = min(end, bought.last)
    found = scored(bought.until(day), day, rfm_classes())
    if found is None:
        return None
    return Snapshot(
        day,
        day < end,
        found,
        matrix(found),
        class_rows(found, None if before is None else before.scored, rfm_classes()),
        quarter(bought, found, end, limits),
        None if before is None else before.quarter,
    )
