"""A report as data: what the Excel file, the PDF and the preview draw from, so that their numbers are the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from shopdesk.domain.metrics import Good
from shopdesk.domain.periods import Period

Value: TypeAlias = "str | float | int | date | None"


class Kind(StrEnum):
    """How a value is meant: money in yuan, percent as a fraction, points in percentage points."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    TIMES = "times"
    POINTS = "points"
    DATE = "date"


class Tone(StrEnum):
    """How a text is meant."""

    NORMAL = "normal"
    ODD = "odd"
    UNKNOWN = "unknown"
    NOTE = "note"


def goodness(good: Good, amount: float | None) -> int:
    """Return 1 where a change is good for the shop, -1 where it is bad, 0 where neither can be said."""
    if not amount or good is Good.CONTEXT:
        return 0
    return 1 if (amount > 0) == (good is Good.UP) else -1


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with its name; a part of a figure, a step of a waterfall."""

    name: str
    value: float | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class HeadFigure:
    """One headline figure. ``good`` is 1, 0 or -1: whether the change is good for the shop.

    ``parts`` are numerator and denominator of a ratio, empty for a sum; ``base`` names what the change is
    held against; ``verdict`` is what the normal band says, in words.
    """

    metric: str
    name: str
    kind: Kind
    value: float | None
    parts: tuple[Amount, ...] = ()
    factor: float = 1.0
    change: float | None = None
    change_kind: Kind = Kind.PERCENT
    base: str = ""
    before: float | None = None
    good: int = 0
    verdict: str = ""
    tone: Tone = Tone.NORMAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A column made of two others of the same table: ``above / below * factor``."""

    above: str
    below: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``signed`` numbers are changes, coloured by whether ``good`` is up or down."""

    key: str
    header: str
    kind: Kind = Kind.TEXT
    signed: bool = False
    good: Good = Good.CONTEXT
    ratio: Ratio | None = None
    width: float = 1.0  # share of the page beside the other columns


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of its own kind in a column of mixed kinds; ``good`` colours it as in a headline figure."""

    value: str | float | int | date | None
    kind: Kind
    signed: bool = False
    good: int = 0


Entry: TypeAlias = "Value | Cell"


@dataclass(frozen=True, slots=True)
class Heads:
    """The headline figures."""

    figures: tuple[HeadFigure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with typed columns; ``total`` is one more row, ``pages`` False keeps it out of the printed pages."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...]
    total: tuple[Entry, ...] | None = None
    note: str = ""
    pages: bool = True

    def cell(self, place: int, entry: Entry) -> Cell:
        """Return an entry of the column at ``place`` with its kind and whether it is good."""
        if isinstance(entry, Cell):
            return entry
        column = self.columns[place]
        good = goodness(column.good, entry) if column.signed and isinstance(entry, (int, float)) else 0
        return Cell(entry, column.kind, column.signed, good)


@dataclass(frozen=True, slots=True)
class Series:
    """One line or row of bars; None where nothing is known."""

    name: str
    values: tuple[float | None, ...]
    kind: Kind
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of labels with a name: a campaign within a chart (positions, both included)."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Series over the same labels (days or names), as lines or bars, all of one unit."""

    key: str
    title: str
    labels: tuple[date | str, ...]
    series: tuple[Series, ...]
    bars: bool = False
    marks: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From one amount to another in steps that add up exactly; ``sentence`` says it in words."""

    key: str
    title: str
    before: Amount
    steps: tuple[Amount, ...]
    after: Amount
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Absent:
    """Stands where a source is missing: what to do about it. ``table`` is the fact table to import, "" for none."""

    text: str
    table: str = ""


Block: TypeAlias = "Heads | Table | Chart | Waterfall | Paragraph | Absent"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of blocks."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """口径 of one figure: formula, what happens over several days, what to know."""

    metric: str
    name: str
    formula: str
    unit: str
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file behind the report."""

    table: str
    name: str
    sha256: str
    imported_at: datetime
    rows: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``period`` is what it is about, ``when`` and ``as_of`` say in words what and how new it is.

    ``figures`` are all figures of the board that are known, for templates; the sections show some of them.
    """

    kind: str
    title: str
    shop: str
    language: str
    period: Period
    when: str
    as_of: str
    made_at: datetime
    sections: tuple[Section, ...]
    missing: tuple[Absent, ...]
    definitions: tuple[Definition, ...]
    sources: tuple[SourceFile, ...]
    version: str
    figures: tuple[HeadFigure, ...] = ()

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of all sections, in order."""
        return tuple(block for section in self.sections for block in section.blocks)

    def figures_shown(self) -> tuple[HeadFigure, ...]:
        """Return the headline figures."""
        return tuple(figure for block in self.blocks() if isinstance(block, Heads) for figure in block.figures)
