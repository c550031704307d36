"""Search over all shown columns at once, and replacement as one batch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.grid.columns import CellError, Column, Kind
from shopdesk.ui.grid.edits import Action, EditBatch
from shopdesk.ui.grid.filters import has_case
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.operations import BatchBuilder, Cell
from shopdesk.ui.grid.parsing import parse_cell

if TYPE_CHECKING:
    import pyarrow as pa

_WORKERS: Final = min(os.cpu_count() or 1, 4)
LARGE: Final = 5000
"""Rows from which texts that columns word themselves are made beside the interface: a million take half a minute."""
_NUMBER_LIKE: Final = re.compile(r"[+\-−]?[\d,]*\.?\d*%?")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: a piece of a cell, or the whole cell."""

    text: str
    case: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Cells that match, in reading order, as one number a cell: shown row × shown columns + place."""

    shown: tuple[int, ...]
    codes: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.codes)

    def cell(self, at: int) -> Cell:
        """Return the shown row and model column of a match."""
        row, place = divmod(int(self.codes[at]), len(self.shown))
        return row, self.shown[place]

    def next_after(self, row: int, place: int) -> int:
        """Return the match at or after a cell, 0 past the last; -1 without matches."""
        if not len(self.codes):
            return -1
        at = int(np.searchsorted(self.codes, row * len(self.shown) + place))
        return at if at < len(self.codes) else 0


NOTHING: Final = Found((), np.empty(0, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Replacement:
    """A cell whose text would change; ``reason`` says why it can't, "" where it can."""

    row: int
    column: int
    before: str
    after: str
    reason: str = ""


def find(model: GridModel, query: Query, shown: Sequence[int]) -> tuple[Found, dict[int, NDArray[np.bool_]]]:
    """Return the matches in the order shown and, by model column, which frame places match."""
    masks: dict[int, NDArray[np.bool_]] = {}
    codes = []
    with ThreadPoolExecutor(_WORKERS) as pool:  # Arrow and numpy work without the interpreter's lock
        plain = [at for at in shown if is_plain_number(model.columns[at])]
        pending = {at: pool.submit(_matches, model, model.columns[at], query) for at in plain}
        found = {at: _matches(model, model.columns[at], query) for at in shown if at not in pending}
        found |= {at: future.result() for at, future in pending.items()}
    for place, section in enumerate(shown):
        mask = found[section]
        if mask is None or not mask.any():
            continue
        masks[section] = mask
        codes.append(np.flatnonzero(mask[model.order]) * len(shown) + place)
    everything = np.sort(np.concatenate(codes)) if codes else np.empty(0, dtype=np.int64)
    return Found(tuple(shown), everything), masks


def replacements(
    model: GridModel, found: Found, query: Query, substitute: str, *, limit: int | None = None
) -> Iterable[Replacement]:
    """Yield what a replacement would do to each match that can be edited."""
    pattern = re.compile(re.escape(query.text), 0 if query.case else re.IGNORECASE)
    given = 0
    for at in range(len(found)):
        row, section = found.cell(at)
        if not model.is_editable(row, section):
            continue
        before = model.plain_text(row, section)
        after = substitute if query.whole else pattern.sub(lambda _match: substitute, before)
        if after == before:
            continue
        yield Replacement(row, section, before, after, _reason(model.columns[section], after))
        given += 1
        if given == limit:
            return


def replace_batch(model: GridModel, wanted: Iterable[Replacement]) -> EditBatch:
    """Return replacements as one batch."""
    builder = BatchBuilder(model, Action.REPLACE)
    for one in wanted:
        builder.put_text(one.row, one.column, one.after)
    return builder.batch()


def warm(model: GridModel, shown: Sequence[int]) -> list[Thread]:
    """Build the searched texts ahead, beside the interface thread; return what does it."""
    columns, frame = [model.columns[at] for at in shown], model.frame
    plain = [column for column in columns if is_plain_number(column)]
    worded = [column for column in columns if not is_ready(model, column)]
    parts = [part for part in (*(plain[first::_WORKERS] for first in range(_WORKERS)), worded) if part]

    def make(part: Sequence[Column]) -> None:
        for column in part:
            if model.frame is not frame:
                return
            frame.texts(column)

    threads = [Thread(target=make, args=(part,), daemon=True) for part in parts]
    for thread in threads:
        thread.start()
    return threads


def is_ready(model: GridModel, column: Column) -> bool:
    """Whether a column can be searched at once: all can be in a table that isn't large."""
    worded = column.text is not None or column.format is not None or column.kind is Kind.CHOICE
    return not worded or len(model.frame) <= LARGE or model.frame.has_texts(column)


def is_plain_number(column: Column) -> bool:
    """Whether the searched texts of a column need none of its hooks, so that a thread may make them."""
    return column.is_numeric and column.format is None and column.text is None


def _matches(model: GridModel, column: Column, query: Query) -> NDArray[np.bool_] | None:
    text = query.text
    if is_plain_number(column):
        if not _NUMBER_LIKE.fullmatch(text):
            return None
        text = text.replace(",", "").replace("−", "-").rstrip("%").lstrip("+")
        if not text:
            return None
    import pyarrow.compute as pc

    return np.asarray(pc.fill_null(_compare(model.frame.texts(column), text, query), False))


def _compare(texts: pa.Array, text: str, query: Query) -> pa.Array:
    import pyarrow.compute as pc

    if query.whole:
        return (
            pc.equal(texts, text) if query.case or not has_case(text) else pc.equal(pc.utf8_lower(texts), text.lower())
        )
    return pc.match_substring(texts, text, ignore_case=not query.case and has_case(text))


def _reason(column: Column, text: str) -> str:
    try:
        parse_cell(column, text)
    except CellError as error:
        return str(error)
    return ""
