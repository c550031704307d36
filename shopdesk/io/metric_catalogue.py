"""Loads the canonical metrics from the shipped file, so that meaning stays data and code stays small."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from shopdesk import assets
from shopdesk.domain.metrics import Good, Metric, Unit


@dataclass(frozen=True, slots=True)
class MetricEntry:
    """A metric and the headers that platforms print over it, by family (``sycm``, ``wxt``, ``jd`` …)."""

    metric: Metric
    aliases: Mapping[str, tuple[str, ...]]


@cache
def metric_entries() -> dict[str, MetricEntry]:
    """Return all canonical metrics with their header aliases, in the order of the file."""
    rows = json.loads(assets.path("metrics.json").read_text(encoding="utf-8"))
    return {row["name"]: _entry(row) for row in rows}


@cache
def metric_catalogue() -> dict[str, Metric]:
    """Return all canonical metrics by name, in the order of the file."""
    return {name: entry.metric for name, entry in metric_entries().items()}


def _entry(row: Mapping[str, Any]) -> MetricEntry:
    metric = Metric(
        name=row["name"],
        zh=row["label_zh"],
        en=row["label_en"],
        unit=Unit(row["unit"]),
        additive=row["additive"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        factor=float(row["factor"]),
        good=Good(row["good"]),
        note=row["note"],
        addends=tuple(row.get("addends", ())),
        fallback_denominator=row.get("fallback_denominator", ""),
    )
    return MetricEntry(metric, {family: tuple(names) for family, names in row["aliases"].items()})
