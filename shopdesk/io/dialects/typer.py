"""Types one column of text: numbers, money, days, hours, regions, ids; what can't be read is named, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.domain.issues import Severity
from shopdesk.domain.metrics import Metric, Unit
from shopdesk.io.dialects.cells import Coded, Mask, any_true, as_mask, per_value
from shopdesk.io.dialects.dates import read_moments
from shopdesk.io.dialects.hours import read_slot, read_weekday
from shopdesk.io.dialects.numbers import Numbers, read_fen, read_numbers, read_seconds
from shopdesk.io.dialects.privacy import buyer_codes, scrubbed
from shopdesk.io.dialects.problems import Problems
from shopdesk.io.dialects.regions import address_provinces, city_name, region_name
from shopdesk.io.dialects.targets import Form

_DAMAGED_ID: Final = r"^\d(?:\.\d+)?[eE]\+\d+$"
_LONG_ID: Final = r"^\d{16,}$"
_ROUNDED_ID: Final = r"^\d{15}0+$"
_SCORES: Final = {
    "好评": 5.0,
    "中评": 3.0,
    "差评": 1.0,
    "好": 5.0,
    "中": 3.0,
    "差": 1.0,
    "11": 5.0,
    "12": 3.0,
    "13": 1.0,
}
_WITHOUT_PERCENT: Final = frozenset({Unit.MONEY, Unit.COUNT, Unit.PEOPLE})


@dataclass(slots=True)
class Refusals:
    """The rows that can't go in and the first reason of each; positions count the data rows."""

    rows: int
    reasons: dict[str, Mask] = field(default_factory=dict)

    def add(self, code: str, where: Mask) -> None:
        """Refuse rows; a row that is refused already keeps its first reason."""
        if where.any():
            self.reasons[code] = self.reasons.get(code, np.zeros(self.rows, dtype=np.bool_)) | where

    def mask(self) -> Mask:
        """Return all refused rows."""
        total = np.zeros(self.rows, dtype=np.bool_)
        for where in self.reasons.values():
            total |= where
        return total

    def text(self) -> pa.Array:
        """Return the code of the reason a row, null where the row goes in."""
        words = np.full(self.rows, None, dtype=object)
        for code, where in reversed(self.reasons.items()):
            words[where] = code
        return pa.array(words, pa.string())


@dataclass(slots=True)
class Percents:
    """Where per cent signs stand that can't be, and where they are missing: together they show a shifted row."""

    misplaced: list[tuple[str, Coded, Mask]] = field(default_factory=list)
    missed: list[Mask] = field(default_factory=list)


def figures(column: Coded, metric: Metric | None) -> Numbers:
    """Return distinct texts as int64 fen for additive money, else float64; ``metric`` None: an unknown figure."""
    if metric is not None and metric.is_fen:
        return read_fen(column.values)
    if metric is not None and metric.unit is Unit.SECONDS:
        return read_seconds(column.values)
    return read_numbers(column.values)


@dataclass(frozen=True, slots=True)
class Typer:
    """Types the columns of one sheet, collecting refused cells and refused rows.

    What is typed by distinct text is laid out over the rows by ``Coded.spread``.
    """

    problems: Problems
    refusals: Refusals
    salt: bytes
    sunday_first: bool = False
    percents: Percents = field(default_factory=Percents)

    def refuse(self, code: str, where: Mask, *, header: str, column: Coded | None = None) -> None:
        """Refuse rows because of a cell."""
        if where.any():
            fresh = where & ~self.refusals.mask()
            texts = column.raw_text() if column is not None else None
            self.problems.cells(code, fresh, column=header, texts=texts, severity=Severity.ROW)
            self.refusals.add(code, where)

    def metric(self, column: Coded, metric: Metric | None, found: Numbers, *, header: str) -> pa.Array:
        """Return a metric by distinct text, as ``figures`` has read it; names the cells that are none."""
        if metric is not None and metric.unit is Unit.SECONDS:
            self.refuse("row_shifted", column.rows(found.percents), header=header, column=column)
        self._name_cells(column, found, header=header)
        values = found.values
        if metric is None or not found.percents.any():
            return values
        if metric.unit in _WITHOUT_PERCENT:
            self.percents.misplaced.append((header, column, found.percents))
            values = pc.if_else(pa.array(found.percents), pa.scalar(None, values.type), values)
        elif metric.unit is Unit.RATIO:
            self._note_missed(column, found)
        return values

    def _note_missed(self, column: Coded, found: Numbers) -> None:
        """Remember the rows without a per cent sign in a column that otherwise prints it."""
        bare = column.rows(as_mask(found.values.is_valid()) & ~found.percents)
        if bare.any() and column.rows(found.percents).sum() > bare.sum():
            self.percents.missed.append(bare)

    def judge_percents(self) -> None:
        """Refuse rows whose per cent sign moved to another column; elsewhere a misplaced one empties its cell."""
        shifted = np.zeros(self.refusals.rows, dtype=np.bool_)
        for bare in self.percents.missed:
            shifted |= bare
        for header, column, where in self.percents.misplaced:
            rows = column.rows(where)
            self.refuse("row_shifted", rows & shifted, header=header, column=column)
            left = rows & ~self.refusals.mask()
            if left.any():
                texts = column.raw_text()
                self.problems.cells("cell_percent", left, column=header, texts=texts, severity=Severity.WARNING)

    def dimension(self, column: Coded, form: Form, *, header: str, table: str) -> pa.Array:
        """Return a dimension or document column by distinct text (not days and hours of a daily table)."""
        match form:
            case Form.ID:
                return self._identifier(column, header=header)
            case Form.FEN:
                return self._fen(column, header=header)
            case Form.NUMBER | Form.RATIO:
                found = read_numbers(column.values)
                self._name_cells(column, found, header=header)
                return _percent_points(found) if form is Form.RATIO else found.values
            case Form.TIME:
                return self.times(column, header=header)
            case Form.BUYER:
                return buyer_codes(column.values, salt=self.salt)
            case Form.REGION:
                return _regions(column.values, address=table == "orders")
            case Form.CITY:
                return per_value(column.values, city_name, pa.string())
            case Form.WEEKDAY:
                return self.weekdays(column, header=header)
            case Form.SCORE:
                return self._scores(column, header=header)
            case _:
                return scrubbed(column.values)

    def times(self, column: Coded, *, header: str) -> pa.Array:
        """Return moments by distinct text as timestamp[s]; an unreadable one is missing and named."""
        found = read_moments(column.values)
        self._cells("cell_date", column, found.unreadable, header=header)
        return found.start

    def days(self, column: Coded, *, header: str) -> tuple[pa.Array, pa.Array, pa.Array]:
        """Return first day, last day (date32) and hour (int8) of a date column; unreadable dates refuse the row."""
        found = read_moments(column.values)
        self.refuse("row_bad_date", column.rows(found.unreadable), header=header, column=column)
        if found.order_assumed:
            self.problems.sheet_issue("cell_date_order", Severity.INFO, column=header)
        return (
            column.spread(found.start.cast(pa.date32())),
            column.spread(found.end.cast(pa.date32())),
            column.spread(found.hours),
        )

    def hours(self, column: Coded, *, header: str) -> tuple[pa.Array, pa.Array, bool]:
        """Return hours (int8), the days that the hour cells name (date32), and whether there are half hours."""
        slots = [None if text is None else read_slot(text) for text in column.values.to_pylist()]
        unread = np.array([slot is None for slot in slots], dtype=np.bool_) & as_mask(column.values.is_valid())
        self.refuse("row_bad_hour", column.rows(unread), header=header, column=column)
        hours = pa.array([slot.hour if slot else None for slot in slots], pa.int8())
        days = pa.array([slot.day if slot else None for slot in slots], pa.date32())
        return column.spread(hours), column.spread(days), any(slot is not None and slot.half for slot in slots)

    def weekdays(self, column: Coded, *, header: str) -> pa.Array:
        """Return days of the week by distinct text as int8, Monday 1."""
        found = per_value(column.values, lambda text: read_weekday(text, sunday_first=self.sunday_first), pa.int8())
        unread = as_mask(found.is_null()) & as_mask(column.values.is_valid())
        self._cells("cell_weekday", column, unread, header=header)
        return found

    def _fen(self, column: Coded, *, header: str) -> pa.Array:
        found = read_fen(column.values)
        self._name_cells(column, found, header=header)
        if not found.percents.any():
            return found.values
        self._cells("cell_percent", column, found.percents, header=header)
        return pc.if_else(pa.array(found.percents), pa.scalar(None, pa.int64()), found.values)

    def _identifier(self, column: Coded, *, header: str) -> pa.Array:
        texts = column.values
        if any_true(pc.ends_with(texts, ".0")):
            texts = pc.replace_substring_regex(texts, r"^(\d+)\.0$", r"\1")
        damaged = as_mask(pc.match_substring_regex(texts, _DAMAGED_ID))
        self.refuse("row_damaged_id", column.rows(damaged), header=header, column=column)
        rounded = as_mask(pc.match_substring_regex(texts, _ROUNDED_ID))
        long = int(as_mask(pc.match_substring_regex(texts, _LONG_ID)).sum())
        if rounded.sum() >= 3 and 2 * rounded.sum() > long:
            self.refuse("row_rounded_id", column.rows(rounded), header=header, column=column)
        return texts

    def _scores(self, column: Coded, *, header: str) -> pa.Array:
        texts = pc.replace_substring_regex(column.values, r"\s*(?:星|分|stars?)$", "")
        words = per_value(texts, _SCORES.get, pa.float64())
        found = read_numbers(pc.if_else(words.is_valid(), pa.scalar(None, pa.string()), texts))
        self._name_cells(column, found, header=header)
        return pc.coalesce(words, found.values)

    def _name_cells(self, column: Coded, found: Numbers, *, header: str) -> None:
        self._cells("cell_number", column, found.unreadable, header=header)
        if found.bounds.any():
            bounds = column.rows(found.bounds)
            texts = column.raw.filter(pa.array(found.bounds))
            self.problems.summary("cell_bound", bounds, column=header, text=texts[0].as_py())

    def _cells(self, code: str, column: Coded, where: Mask, *, header: str) -> None:
        if where.any():
            texts = column.raw_text()
            self.problems.cells(code, column.rows(where), column=header, texts=texts, severity=Severity.WARNING)


def _percent_points(found: Numbers) -> pa.Array:
    """Return modifiers in percent: ``20`` and ``20%`` are the same."""
    return pc.if_else(pa.array(found.percents), pc.multiply(found.values, 100.0), found.values)


def _regions(texts: pa.Array, *, address: bool) -> pa.Array:
    return address_provinces(texts) if address else per_value(texts, region_name, pa.string())
