"""Loads the report kinds from the shipped files: a new kind is a new file, not new code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from shopdesk import assets
from shopdesk.app.importing.model import KindInfo, Role
from shopdesk.io.dialects.headers import normalised, spelt, without_unit
from shopdesk.io.metric_catalogue import metric_entries

_ANYBODYS = frozenset(map(normalised, ("日期", "时间")))
"""Headers that people write by hand as well: they tell nothing of a file's origin."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Where a header leads: a role and a target; a lower ``rank`` wins where two columns lead to one target."""

    role: Role
    target: str
    rank: int


@dataclass(frozen=True, slots=True)
class FurtherTable:
    """A second fact table of the same rows: ``columns`` gives target by target the column it is taken from."""

    table: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dialect:
    """One report kind: what its headers are called and what its rows mean.

    ``needs`` are groups of targets of which a row must have one; ``any_of`` are groups of headers of which the
    sheet must have one; ``forbids`` are headers that speak against the kind (all normalised).
    """

    info: KindInfo
    aliases: Mapping[str, Alias]
    needs: tuple[frozenset[str], ...]
    any_of: tuple[frozenset[str], ...]
    forbids: frozenset[str]
    headers: tuple[str, ...]
    spellings: Mapping[str, str]
    signature: frozenset[str]
    known: frozenset[str]
    ignored: frozenset[str]
    segments: frozenset[str]
    name_marks: tuple[str, ...]
    sheet_marks: tuple[str, ...]
    priority: float
    metrics: tuple[str, ...]
    checks: Mapping[str, str]
    derived: Mapping[str, tuple[str, ...]]
    fill: Mapping[str, str]
    fill_down: tuple[str, ...]
    joined: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[str, ...]]
    skip_values: Mapping[str, tuple[str, ...]]
    more: tuple[FurtherTable, ...]
    group_by: str
    sums: frozenset[str]
    once_per_order: frozenset[str]
    paid_from: str
    level_rows: bool
    tree: bool
    manual: bool
    date_optional: bool
    label_first: bool
    item_from_name: bool
    keyword_marks: bool
    sunday_first: bool

    @property
    def kind(self) -> str:
        """The name of the kind: the stem of its file."""
        return self.info.kind

    def spelling(self, header: str) -> str:
        """Return the name of an unknown figure: as the list of headers spells it, else the header in one spelling."""
        return self.spellings.get(normalised(header)) or spelt(header)

    def alias(self, header: str) -> Alias | None:
        """Return where a header leads, with or without its unit; None where it is unknown."""
        name = normalised(header)
        return self.aliases.get(name) or self.aliases.get(without_unit(name))


@cache
def dialects() -> dict[str, Dialect]:
    """Return all report kinds by name."""
    files = sorted(assets.path("dialects").glob("*.toml"))
    return {path.stem: _load(path) for path in files}


@cache
def all_known() -> frozenset[str]:
    """Return every normalised header that any kind knows: a header row has many of them."""
    return frozenset(name for dialect in dialects().values() for name in (*dialect.aliases, *dialect.known))


@cache
def own_headers() -> dict[str, str]:
    """Return the normalised headers that one platform alone prints, with that platform: they tell a file's origin."""
    found: dict[str, set[str]] = {}
    for dialect in dialects().values():
        if not dialect.info.generic:
            for name in dialect.known - _ANYBODYS:
                found.setdefault(name, set()).add(dialect.info.platform)
    return {name: next(iter(platforms)) for name, platforms in found.items() if len(platforms) == 1}


def _load(path: Path) -> Dialect:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    aliases, metrics = _aliases(data)
    return Dialect(
        info=_info(path.stem, data),
        aliases=aliases,
        metrics=metrics,
        needs=tuple(frozenset(group.split("|")) for group in data["needs"]),
        any_of=tuple(_names(group) for group in data.get("any_of", ())),
        headers=tuple(data.get("headers", ())),
        spellings={normalised(header): spelt(header) for header in data.get("headers", ())},
        known=_names(data.get("known", ())) | _names(data.get("headers", ())) | _names(data.get("ignored", ())),
        ignored=_names(data.get("ignored", ())),
        signature=_names(data.get("signature", data.get("headers", ()))),
        forbids=_names(data.get("forbids", ())),
        segments=_names(data.get("segments", ())),
        name_marks=tuple(data.get("name_marks", ())),
        sheet_marks=tuple(data.get("sheet_marks", ())),
        priority=data.get("priority", 1.0),
        checks=data.get("checks", {}),
        derived=_tuples(data.get("derived", {})),
        fill=data.get("fill", {}),
        fill_down=tuple(data.get("fill_down", ())),
        joined=_tuples(data.get("joined", {})),
        values=_tuples(data.get("values", {})),
        skip_values=_tuples(data.get("skip_values", {})),
        more=tuple(FurtherTable(part["table"], part["columns"]) for part in data.get("more", ())),
        group_by=data.get("group_by", ""),
        sums=frozenset(data.get("sums", ())),
        once_per_order=frozenset(data.get("once_per_order", ())),
        paid_from=data.get("paid_from", ""),
        sunday_first=data.get("week_start") == "sunday",
        **{name: bool(data.get(name)) for name in _FLAGS},
    )


_FLAGS = ("level_rows", "tree", "manual", "date_optional", "label_first", "item_from_name", "keyword_marks")


def _info(kind: str, data: Mapping[str, Any]) -> KindInfo:
    return KindInfo(
        kind=kind,
        platform=data["platform"],
        table=data["table"],
        label_zh=data["label_zh"],
        label_en=data["label_en"],
        platform_zh=data["platform_zh"],
        platform_en=data["platform_en"],
        tabs=tuple(data["tabs"]),
        generic=bool(data.get("generic")),
    )


def _aliases(data: Mapping[str, Any]) -> tuple[dict[str, Alias], tuple[str, ...]]:
    """Return header → alias (dimensions before metrics before metric families) and the metrics of the kind."""
    found: dict[str, Alias] = {}
    for target, names in data["columns"].items():
        _add(found, names, Role.DIMENSION, target)
    ignored = _names(data.get("ignored", ()))
    metrics: dict[str, None] = {}
    for target, names in data.get("metrics", {}).items():
        metrics[target] = None
        _add(found, names, Role.METRIC, target)
    for family in data["families"]:
        for name, entry in metric_entries().items():
            headers = entry.aliases.get(family, ())
            if headers:
                metrics[name] = None
            _add(found, headers, Role.METRIC, name)
    return {name: alias for name, alias in found.items() if name not in ignored}, tuple(metrics)


def _add(found: dict[str, Alias], names: tuple[str, ...] | list[str], role: Role, target: str) -> None:
    for rank, name in enumerate(names):
        key = normalised(name)
        found.setdefault(key, Alias(role, target, rank))
        found.setdefault(without_unit(key), Alias(role, target, rank))


def _names(headers: Any) -> frozenset[str]:
    return frozenset(normalised(header) for header in headers)


def _tuples(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in table.items()}
