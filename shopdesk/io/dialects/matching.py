"""Finds the header row of a sheet and how well each report kind explains it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

import pyarrow as pa

from shopdesk.app.importing.model import ColumnMapping, RawSheet, Role
from shopdesk.io.dialects.catalogue import Alias, Dialect, all_known, dialects, own_headers
from shopdesk.io.dialects.headers import normalised, shown, without_unit
from shopdesk.io.dialects.hours import Slot, read_slot

SCANNED_ROWS: Final = 30
HEADER_TRIES: Final = 3
SAMPLED_CELLS: Final = 20
CERTAIN: Final = 0.5  # from this score on a kind is taken without asking
LEAST: Final = 0.12  # below it a kind isn't even offered
_AMBIGUOUS: Final = 0.005
_MISSED_NEED: Final = 0.35
_FORBIDDEN: Final = 0.45
_OWN_PLATFORM: Final = 1.2
_OTHER_PLATFORM: Final = 0.85
_HOUR_NAME: Final = normalised("小时")
_WEEKDAY_NAME: Final = normalised("星期")
_TIME_NAMES: Final = frozenset(map(normalised, ("日期", "时间", "统计时间", "统计日期", "TimePeriod", "日期/时间")))
_WHOLE_HOUR: Final = re.compile(r"\d[ T]+\d{1,2}:00(?::00)?$|^\d{10}0000~\d{10}5959$")
_DAYS_OF_WEEK: Final = frozenset("1234567")


@dataclass(frozen=True, slots=True)
class Headers:
    """One row of the sheet as headers: as shown and normalised, "" where empty.

    A hundred kinds are held against them: ``spelt`` pairs each normalised header with itself without its unit,
    ``present`` holds all of these.
    """

    row: int
    shown: tuple[str, ...]
    names: tuple[str, ...]
    spelt: tuple[tuple[str, str], ...] = field(init=False)
    present: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Work out what follows."""
        spelt = tuple((name, without_unit(name)) for name in self.names if name)
        object.__setattr__(self, "spelt", spelt)
        object.__setattr__(self, "present", frozenset(name for both in spelt for name in both))

    @property
    def filled(self) -> int:
        """How many columns have a header."""
        return len(self.spelt)


@dataclass(frozen=True, slots=True)
class Match:
    """How well one kind explains one header row: 0 to 1, a little more where names or values speak for it too."""

    dialect: Dialect
    headers: Headers
    score: float
    matched: int


def text_rows(sheet: RawSheet, *, first: int, count: int) -> list[list[str | None]]:
    """Return some rows of the sheet as lists of cells."""
    part = sheet.cells.slice(first, count)
    columns = [_texts(column) for column in part.columns]
    return [list(row) for row in zip(*columns, strict=True)]


def _texts(column: pa.ChunkedArray) -> list[str | None]:
    """Return the cells of a column; places among distinct texts are looked up at once, one by one takes much longer."""
    texts: list[str | None] = [
        text
        for chunk in column.chunks
        for text in (chunk.dictionary_decode() if pa.types.is_dictionary(chunk.type) else chunk).to_pylist()
    ]
    return texts


def headers_at(sheet: RawSheet, row: int) -> Headers:
    """Return one row of the sheet as headers."""
    return _sampled(sheet, row)[0]


def likely_headers(sheet: RawSheet) -> list[Headers]:
    """Return the rows that most look like headers, the likeliest first."""
    known = all_known()
    found = []
    for row, cells in enumerate(text_rows(sheet, first=0, count=SCANNED_ROWS)):
        headers = _headers(row, cells)
        hits = sum(1 for name, bare in headers.spelt if name in known or bare in known)
        if headers.filled:
            found.append((hits, hits / headers.filled, -row, headers))
    found.sort(key=lambda item: item[:3], reverse=True)
    best = [item[3] for item in found if item[0] > 0]
    return best[:HEADER_TRIES] or [_widest([item[3] for item in found])]


def matches(sheet: RawSheet, *, file_name: str) -> list[Match]:
    """Return what the sheet may be, best first; only kinds with a score worth offering."""
    found: dict[str, Match] = {}
    for likely in likely_headers(sheet):
        headers, values = _sampled(sheet, likely.row)
        platforms = _platforms(headers)
        for dialect in _knowing(headers):
            match = _match(dialect, headers, sheet=sheet, file_name=file_name, values=values)
            if not (dialect.info.generic and match.matched == headers.filled):
                match = replace(match, score=match.score * _origin(dialect, platforms))
            if match.score >= LEAST and match.score > (found[dialect.kind].score if dialect.kind in found else 0):
                found[dialect.kind] = match
    return sorted(found.values(), key=lambda match: (-match.score, -len(match.dialect.headers), match.dialect.kind))


def _knowing(headers: Headers) -> list[Dialect]:
    """Return the kinds that know any of the headers, in the order of the catalogue."""
    kinds = {kind for name in headers.present for kind in _kinds_by_header().get(name, ())}
    return [dialect for dialect in dialects().values() if dialect.kind in kinds]


@cache
def _kinds_by_header() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for dialect in dialects().values():
        for name in dialect.aliases.keys() | dialect.known:
            kinds[name].append(dialect.kind)
    return dict(kinds)


def is_clear(found: Sequence[Match]) -> bool:
    """Return whether the best kind may be taken without asking."""
    if not found or found[0].score < CERTAIN or found[0].dialect.manual:
        return False
    rivals = [match for match in found[1:] if found[0].score - match.score < _AMBIGUOUS]
    return all(
        rival.dialect.info.generic or rival.dialect.info.table == found[0].dialect.info.table for rival in rivals
    )


def columns_for(dialect: Dialect, headers: Headers) -> tuple[ColumnMapping, ...]:
    """Return where each column goes under a kind; what is unknown is ignored until its values are seen.

    Several columns may lead to one dimension (the first filled one counts); of several columns for one metric the
    one whose header the kind lists first gets it.
    """
    aliases = [_alias(dialect, name) if name else None for name in headers.names]
    best: dict[str, tuple[int, int]] = {}
    for position, alias in enumerate(aliases):
        if alias and _single(alias):
            best[alias.target] = min(best.get(alias.target, (alias.rank, position)), (alias.rank, position))
    mapped = []
    for position, (text, alias) in enumerate(zip(headers.shown, aliases, strict=True)):
        taken = alias is not None and _single(alias) and best[alias.target][1] != position
        if alias is None or taken:
            mapped.append(ColumnMapping(position, text, Role.IGNORED))
        else:
            mapped.append(ColumnMapping(position, text, alias.role, alias.target))
    return tuple(mapped)


def _single(alias: Alias) -> bool:
    return alias.role is Role.METRIC


def _match(
    dialect: Dialect, headers: Headers, *, sheet: RawSheet, file_name: str, values: dict[str, list[str]]
) -> Match:
    present = headers.present
    find = dialect.aliases.get
    known = [(name, find(name) or find(bare)) for name, bare in headers.spelt]
    targets = {alias.target for _, alias in known if alias}
    explained = sum(1 for name, alias in known if alias or name in dialect.known)
    if not explained:
        return Match(dialect, headers, 0.0, 0)
    share = explained / headers.filled
    signature = len(dialect.signature & present) / max(1, len(dialect.signature))
    score = 0.55 * share + 0.3 * min(1.0, 2 * signature) + 0.1 * min(1.0, explained / 6) + 0.05 * signature
    missed = sum(1 for group in dialect.needs if not group & targets)
    missed += sum(1 for group in dialect.any_of if not group & present)
    score *= _MISSED_NEED**missed
    if dialect.forbids & present:
        score *= _FORBIDDEN
    score *= dialect.priority * _hint(dialect, sheet=sheet, file_name=file_name) * _values_fit(dialect, values)
    return Match(dialect, headers, score, explained)


def _hint(dialect: Dialect, *, sheet: RawSheet, file_name: str) -> float:
    """Names only decide between kinds that the headers leave equal."""
    factor = 1.0
    if any(mark in file_name for mark in dialect.name_marks):
        factor += 0.03
    if any(mark in sheet.name for mark in dialect.sheet_marks):
        factor += 0.03
    return factor


def _values_fit(dialect: Dialect, values: dict[str, list[str]]) -> float:
    if not dialect.values:
        return 1.0
    for header, marks in dialect.values.items():
        cells = values.get(normalised(header), [])
        if cells and any(mark in cell for cell in cells for mark in marks):
            return 1.1
        if cells:
            return 0.6
    return 0.97


def _platforms(headers: Headers) -> frozenset[str]:
    own = own_headers()
    return frozenset(own[name] for name in headers.names if name in own)


def _origin(dialect: Dialect, platforms: frozenset[str]) -> float:
    """Headers that one platform alone prints speak for its kinds, and against a generic one with headers left over."""
    if not platforms:
        return 1.0
    return _OWN_PLATFORM if dialect.info.platform in platforms else _OTHER_PLATFORM


def _named_by_values(headers: Headers, values: dict[str, list[str]]) -> Headers:
    """Call a time column what its values are: under 统计时间 one report prints days and another one hours."""
    names = list(headers.names)
    for position, name in enumerate(names):
        cells = [cell.strip() for cell in values.get(name, ()) if cell.strip()]
        slots = [read_slot(cell) for cell in cells] if name in _TIME_NAMES else []
        if not _are_hours(slots, cells):
            continue
        weekdays = set(cells) <= _DAYS_OF_WEEK and len(set(cells)) > 1
        names[position] = _WEEKDAY_NAME if weekdays else _HOUR_NAME
    return replace(headers, names=tuple(names))


def _are_hours(slots: Sequence[Slot | None], cells: Sequence[str]) -> bool:
    """Return whether all cells name hours: bare ones, or whole hours of a day with several hours in them."""
    read = [slot for slot in slots if slot is not None]
    if not read or len(read) < len(slots):
        return False
    if all(slot.day is None for slot in read):
        return True
    return len({slot.hour for slot in read}) > 1 and all(_WHOLE_HOUR.search(cell) for cell in cells)


def _alias(dialect: Dialect, name: str) -> Alias | None:
    return dialect.aliases.get(name) or dialect.aliases.get(without_unit(name))


def _headers(row: int, cells: Sequence[str | None]) -> Headers:
    texts = tuple(shown(cell) for cell in cells)
    return Headers(row, texts, tuple(normalised(text) for text in texts))


def _widest(rows: list[Headers]) -> Headers:
    return max(rows, key=lambda headers: (headers.filled, -headers.row), default=Headers(0, (), ()))


def _sampled(sheet: RawSheet, row: int) -> tuple[Headers, dict[str, list[str]]]:
    """Return one row as headers, and the first cells below each."""
    cells, *below = text_rows(sheet, first=row, count=1 + SAMPLED_CELLS) or [[]]
    headers = _headers(row, cells)
    headers = _named_by_values(headers, _samples(headers, below))
    return headers, _samples(headers, below)


def _samples(headers: Headers, rows: list[list[str | None]]) -> dict[str, list[str]]:
    return {
        name: [cell for row in rows if (cell := row[position])] for position, name in enumerate(headers.names) if name
    }
