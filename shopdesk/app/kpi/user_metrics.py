"""The metrics in force in a shop: the shipped ones, and what the user made of them by formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.catalogue import BOARD, Catalogue
from shopdesk.domain.metrics import Good, Unit

if TYPE_CHECKING:  # the formula language is loaded where there is a formula
    from shopdesk.domain.kpi.dictionary import Dictionary, OwnFormula


@dataclass(frozen=True, slots=True)
class UserMetric:
    """One metric of the user's own; ``formula`` is stored over keys, so that renaming breaks nothing."""

    key: str
    zh: str
    en: str
    formula: str
    unit: str = Unit.NUMBER.value
    good: str = Good.CONTEXT.value


USER_METRICS: Final = Collection("kpi_metrics", UserMetric, ("key",))


def metrics_of(workspace: Workspace | None) -> Catalogue:
    """Return the metrics in force by name, the shipped ones first."""
    if workspace is None or not workspace.rows(USER_METRICS):
        return BOARD
    return dictionary_of(workspace).metrics


def dictionary_of(workspace: Workspace) -> Dictionary:
    """Return the metrics in force, and what is wrong with own ones that are not."""
    from shopdesk.domain.kpi.dictionary import dictionary

    return dictionary(formulas(workspace))


def formulas(workspace: Workspace) -> tuple[OwnFormula, ...]:
    """Return the user's formulas as the domain takes them."""
    return tuple(own_formula(row) for row in workspace.rows(USER_METRICS).values())


def own_formula(row: UserMetric) -> OwnFormula:
    """Return one formula as the domain takes it."""
    from shopdesk.domain.kpi.dictionary import OwnFormula

    return OwnFormula(row.key, row.zh, row.en or row.zh, row.formula, Unit(row.unit), Good(row.good))


def new_key() -> str:
    """Return a key that no metric has or had, so that a tile of a removed metric never shows another one."""
    from uuid import uuid4  # not needed before somebody makes a metric

    return f"own_{uuid4().hex[:12]}"


def put_metrics(rows: Iterable[UserMetric]) -> SetRows:
    """Return the change that stores own metrics."""
    return SetRows.put(USER_METRICS, rows)


def drop_metrics(keys: Iterable[str]) -> SetRows:
    """Return the change that removes own metrics."""
    return SetRows.drop(USER_METRICS, [(key,) for key in keys])


def users_of(workspace: Workspace, key: str) -> tuple[UserMetric, ...]:
    """Return the own metrics whose formula names a metric: they would lose it."""
    from shopdesk.domain.kpi.formula import stored
    from shopdesk.domain.kpi.term import names

    return tuple(row for row in workspace.rows(USER_METRICS).values() if key in names(stored(row.formula)))
