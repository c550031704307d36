"""The last board, kept with the shop: the next start draws it without reading a single report.

It counts only while exactly the same imports are active and the same program reads them.
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import isnan
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk import __version__
from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.board import Board, SourceFiles, board
from shopdesk.app.ports import ImportRecord, WorkspaceError
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.coverage import Coverage, Covered, LostColumn
from shopdesk.domain.kpi.daily import DailyFacts, PartSeries, PartSource, PlatformTotal
from shopdesk.domain.kpi.windows import ItemFacts, OrderFacts, WindowFacts
from shopdesk.domain.periods import Period

SETTING: Final = "kept_board"
RULES: Final = 7
"""Raised whenever the board comes out differently from the same imports within one program version."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FoundBoard:
    """A board and what it rests on; ``is_kept`` where it came out of the shop ready-made."""

    board: Board
    key: str
    is_kept: bool


def find_board(workspace: Workspace, context: JobContext) -> FoundBoard:
    """Return the kept board where it still counts, else make it anew; a job's work, which never writes."""
    key = board_key(workspace.imports())
    kept = kept_board(workspace, key)
    if kept is not None:
        return FoundBoard(kept, key, is_kept=True)
    return FoundBoard(board(workspace, context), key, is_kept=False)


def board_key(imports: Sequence[ImportRecord]) -> str:
    """Return what a board of these imports rests on, as one short text."""
    parts = [[r.import_id, r.table, r.sha256, r.rows, r.imported_at.isoformat()] for r in imports if r.active]
    return hashlib.sha256(json.dumps([__version__, RULES, parts]).encode()).hexdigest()


def kept_board(workspace: Workspace, key: str) -> Board | None:
    """Return the kept board if it rests on the imports of ``key``, else None."""
    text = workspace.store.setting(SETTING)
    if not text:
        return None
    try:
        kept = json.loads(text)
        return _read(kept["board"]) if kept["key"] == key else None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        _log.warning("the kept board can't be read and is made anew: %r", error)
        return None


def keep_board(workspace: Workspace, found: FoundBoard) -> None:
    """Store a board that was made anew; a shop that refuses goes without."""
    if found.is_kept:
        return
    text = json.dumps({"key": found.key, "board": _written(found.board)}, ensure_ascii=False)
    try:
        workspace.store.set_setting(SETTING, text)
    except WorkspaceError as error:
        _log.warning("the board is not kept: %s", error.code)


def _written(made: Board) -> dict[str, Any]:
    facts, covered = made.facts, made.coverage
    return {
        "start": facts.start.isoformat(),
        "length": facts.length,
        "parts": {
            name: {
                "values": _numbers(part),
                "sources": [_source(one) for one in part.sources],
                "shops": part.shops,
                "apart": [_source(one) for one in part.apart],
            }
            for name, part in facts.parts.items()
        },
        "totals": [[*_days(t.period), t.platform, dict(t.sums), t.kind] for t in facts.totals],
        "people": sorted(facts.people_platforms),
        "orders": _counted(facts.orders, "days", "buyers", "kept"),
        "items": _counted(facts.items, "days", "items", "sold"),
        "tables": [
            [t.table, t.rows, _text(t.first), _text(t.last), t.days, [_days(gap) for gap in t.gaps], _lost(t)]
            for t in covered.tables
        ],
        "wanted": list(covered.wanted),
        "last": _text(covered.last),
        "files": {name: [list(files.names), _text(files.imported_at)] for name, files in made.files.items()},
    }


def _lost(table: Covered) -> list[list[Any]]:
    return [[one.part, one.since.isoformat(), list(one.perhaps)] for one in table.lost]


def _numbers(part: PartSeries) -> list[float | None]:
    return [None if isnan(value) else value for value in part.values.tolist()]


def _counted(facts: WindowFacts | None, *columns: str) -> list[Any] | None:
    """Return orders or items in little room: their columns as packed bytes."""
    if facts is None:
        return None
    packed = [base64.b64encode(zlib.compress(_bytes(getattr(facts, column)), 1)).decode() for column in columns]
    return [facts.first.isoformat(), facts.length, packed, [_source(one) for one in facts.sources]]


def _bytes(column: NDArray[Any]) -> bytes:
    """Return whole numbers as small differences, which pack well since the rows are in order; 4 bytes where enough."""
    steps = np.diff(column.astype(np.int64), prepend=0)
    small = not steps.size or int(np.abs(steps).max()) < 1 << 31
    return (b"4" if small else b"8") + steps.astype("<i4" if small else "<i8").tobytes()


def _column(packed: str) -> NDArray[np.int64]:
    raw = zlib.decompress(base64.b64decode(packed))
    return np.cumsum(np.frombuffer(raw, dtype=f"<i{raw[:1].decode()}", offset=1), dtype=np.int64)


def _orders(kept: list[Any] | None) -> OrderFacts | None:
    if kept is None:
        return None
    first, length, packed, sources = kept
    days, buyers, amounts = (_column(one) for one in packed)
    return OrderFacts(
        date.fromisoformat(first), length, days, buyers, amounts, tuple(_part_source(*one) for one in sources)
    )


def _items(kept: list[Any] | None) -> ItemFacts | None:
    if kept is None:
        return None
    first, length, packed, sources = kept
    days, items, sold = (_column(one) for one in packed)
    return ItemFacts(
        date.fromisoformat(first), length, days, items, sold > 0, tuple(_part_source(*one) for one in sources)
    )


def _source(source: PartSource) -> list[Any]:
    days = source.first.isoformat(), source.last.isoformat()
    return [source.table, source.platform, list(source.kinds), *days, source.days]


def _days(period: Period) -> list[str]:
    return [period.start.isoformat(), period.end.isoformat()]


def _text(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _read(kept: dict[str, Any]) -> Board:
    facts = DailyFacts(
        date.fromisoformat(kept["start"]),
        int(kept["length"]),
        {name: _part(part) for name, part in kept["parts"].items()},
        tuple(PlatformTotal(_period(a, b), platform, sums, kind) for a, b, platform, sums, kind in kept["totals"]),
        frozenset(kept["people"]),
        _orders(kept["orders"]),
        _items(kept["items"]),
    )
    tables = tuple(
        Covered(
            name,
            rows,
            _day(first),
            _day(last),
            days,
            tuple(_period(*gap) for gap in gaps),
            tuple(LostColumn(part, date.fromisoformat(since), tuple(perhaps)) for part, since, perhaps in lost),
        )
        for name, rows, first, last, days, gaps, lost in kept["tables"]
    )
    files = {
        name: SourceFiles(tuple(names), None if at is None else datetime.fromisoformat(at))
        for name, (names, at) in kept["files"].items()
    }
    return Board(facts, Coverage(tables, tuple(kept["wanted"]), _day(kept["last"])), files)


def _part(part: dict[str, Any]) -> PartSeries:
    values = np.array(part["values"], dtype=float)  # None becomes NaN
    values.flags.writeable = False
    sources, apart = (tuple(_part_source(*one) for one in part[name]) for name in ("sources", "apart"))
    return PartSeries(values, sources, int(part["shops"]), apart)


def _part_source(table: str, platform: str, kinds: list[str], first: str, last: str, days: int) -> PartSource:
    return PartSource(table, platform, tuple(kinds), date.fromisoformat(first), date.fromisoformat(last), days)


def _period(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
