"""What a column can be filtered by; each filter turns a column into a mask over all rows."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from shopdesk.ui.grid.columns import MISSING, Column
from shopdesk.ui.grid.frame import GridFrame

Mask = NDArray[np.bool_]
_PLAIN: Final = str | int | float | None


class Filter(Protocol):
    """A condition on one column."""

    def mask(self, frame: GridFrame, column: Column) -> Mask:
        """Return which rows pass."""

    def describe(self, column: Column) -> str:
        """Return the condition in words, without the column, e.g. ``> 0``."""


class TextTest(Enum):
    """How a text is compared."""

    CONTAINS = auto()
    LACKS = auto()
    EQUALS = auto()
    STARTS = auto()


@dataclass(frozen=True, slots=True)
class TextFilter:
    """Shown text contains, lacks, equals or starts with a text; several texts by blanks are all wanted."""

    test: TextTest
    text: str

    def mask(self, frame: GridFrame, column: Column) -> Mask:
        """Return which rows pass; a missing text passes only LACKS."""
        import pyarrow.compute as pc

        texts = frame.texts(column)
        if self.test is TextTest.EQUALS:
            found = pc.equal(pc.utf8_lower(texts), self.text.lower())
        elif self.test is TextTest.STARTS:
            found = pc.starts_with(texts, self.text, ignore_case=has_case(self.text))
        else:
            found = pc.match_substring(texts, self.text, ignore_case=has_case(self.text))
        passed = np.asarray(pc.fill_null(found, False))
        return cast("Mask", ~passed if self.test is TextTest.LACKS else passed)

    def describe(self, column: Column) -> str:  # noqa: ARG002 (part of the protocol)
        """Return e.g. ``contains “坚果”``."""
        words = {
            TextTest.CONTAINS: QCoreApplication.translate("Grid", "contains “{text}”"),
            TextTest.LACKS: QCoreApplication.translate("Grid", "doesn't contain “{text}”"),
            TextTest.EQUALS: QCoreApplication.translate("Grid", "is “{text}”"),
            TextTest.STARTS: QCoreApplication.translate("Grid", "starts with “{text}”"),
        }
        return words[self.test].format(text=self.text)


@dataclass(frozen=True, slots=True)
class NumberFilter:
    """Number within bounds, in stored units; None leaves a side open."""

    low: float | None = None
    high: float | None = None
    low_included: bool = True
    high_included: bool = True

    def mask(self, frame: GridFrame, column: Column) -> Mask:
        """Return which rows pass; missing never does."""
        values = frame.numbers(column)
        passed = ~np.isnan(values)
        if self.low is not None:
            passed &= values >= self.low if self.low_included else values > self.low
        if self.high is not None:
            passed &= values <= self.high if self.high_included else values < self.high
        return passed

    def describe(self, column: Column) -> str:
        """Return e.g. ``> 0``, ``10 – 20`` or ``= 5``."""
        low = "" if self.low is None else _shown(column, self.low)
        high = "" if self.high is None else _shown(column, self.high)
        if low and high:
            if low == high:
                return f"= {low}"
            both = self.low_included and self.high_included
            return (
                f"{low} – {high}"
                if both
                else f"{'≥' if self.low_included else '>'} {low}, {'≤' if self.high_included else '<'} {high}"
            )
        if low:
            return f"{'≥' if self.low_included else '>'} {low}"
        return f"{'≤' if self.high_included else '<'} {high}"


@dataclass(frozen=True, slots=True)
class ChoiceFilter:
    """Shown text is one of a set; None in the set stands for missing.

    ``worded`` are values of ``Column.worded_by`` whose words are wanted as well, in whatever language is in force.
    """

    texts: frozenset[str | None]
    worded: frozenset[tuple[Any, ...]] = frozenset()

    def shown(self, column: Column) -> frozenset[str | None]:
        """Return the texts in the language in force."""
        size = len(column.worded_by)
        return self.texts | {column.words_of(values) for values in self.worded if len(values) == size}

    def mask(self, frame: GridFrame, column: Column) -> Mask:
        """Return which rows pass."""
        import pyarrow as pa
        import pyarrow.compute as pc

        texts, shown = frame.texts(column), self.shown(column)
        wanted = pa.array([text for text in shown if text is not None], pa.large_string())
        passed = np.array(pc.is_in(texts, value_set=wanted))
        if None in shown:
            passed |= np.asarray(pc.is_null(texts))
        return passed

    def describe(self, column: Column) -> str:
        """Return the values, shortened where there are many."""
        names = sorted(MISSING if text is None else text for text in self.shown(column))
        if len(names) > 3:
            return QCoreApplication.translate("Grid", "{names} … ({count})").format(
                names=", ".join(names[:2]), count=len(names)
            )
        return ": " + ", ".join(names) if names else QCoreApplication.translate("Grid", "nothing chosen")


@dataclass(frozen=True, slots=True)
class BlankFilter:
    """Has no value, or has one."""

    blank: bool = True

    def mask(self, frame: GridFrame, column: Column) -> Mask:
        """Return which rows pass."""
        blanks = frame.blanks(column)
        return blanks if self.blank else ~blanks

    def describe(self, column: Column) -> str:  # noqa: ARG002 (part of the protocol)
        """Return the condition in words."""
        if self.blank:
            return QCoreApplication.translate("Grid", "is blank")
        return QCoreApplication.translate("Grid", "is not blank")


@dataclass(frozen=True, slots=True)
class PageFilter:
    """A filter that the page sets, e.g. by a click on a quadrant card; shown as a chip like any other."""

    rows: Callable[[GridFrame], Mask]
    title: Callable[[], str]
    tag: Any = None  # the page's own note, e.g. which card


def has_case(text: str) -> bool:
    """Whether upper and lower case differ: Chinese and digits have none, and searching without is twice as fast."""
    return text.lower() != text.upper()


def _shown(column: Column, stored: float) -> str:
    number = stored * column.scale
    return f"{number:,.4f}".rstrip("0").rstrip(".").replace("-", "−")


def equal_to(frame: GridFrame, column: Column, row: int) -> Filter:
    """Return the filter "like this cell"."""
    value = frame.value(column.name, row)
    if column.is_numeric and value is not None and column.text is None:
        return NumberFilter(low=float(value), high=float(value))
    text = frame.texts(column)[row].as_py()
    return BlankFilter() if text is None else choice_of(frame, column, {text})


def choice_of(frame: GridFrame, column: Column, texts: Set[str | None]) -> ChoiceFilter:
    """Return the filter for some shown texts of a column; words are kept by what they say, not by how they say it."""
    import pyarrow.compute as pc

    kept, worded = set(texts), set()
    for text in texts if column.worded_by else ():
        row = -1 if text is None else pc.index(frame.texts(column), text).as_py()
        if row < 0:
            continue
        values = tuple(frame.value(name, row) for name in column.worded_by)
        if all(isinstance(one, _PLAIN) for one in values) and column.words_of(values) == text:
            kept.discard(text)
            worded.add(values)
    return ChoiceFilter(frozenset(kept), frozenset(worded))
