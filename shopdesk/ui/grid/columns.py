"""What a column is: its name, kind, title, unit, how a value is shown, typed, painted and spoken.

A page describes its table as a tuple of ``Column``; everything else of the grid works from that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from shopdesk.ui.grid.painting import CellPaint

MISSING: Final = "—"
DEFAULT_WIDTH_PX: Final = 96


class Kind(Enum):
    """What the values of a column are; stored form in brackets."""

    TEXT = auto()  # str
    INT = auto()  # int
    FLOAT = auto()  # float
    MONEY_FEN = auto()  # int fen, shown in yuan
    PERCENT = auto()  # fraction (0.0388), shown as 3.88 under a header that says %
    RATIO = auto()  # float such as ROI
    DATE = auto()  # datetime.date or datetime64
    CHOICE = auto()  # one of Column.choices (its value)
    BOOL = auto()  # bool
    CUSTOM = auto()  # any object; needs Column.text, usually Column.paint and Column.sort_value


NUMERIC: Final = frozenset({Kind.INT, Kind.FLOAT, Kind.MONEY_FEN, Kind.PERCENT, Kind.RATIO})
_DECIMALS: Final = {Kind.INT: 0, Kind.FLOAT: 2, Kind.MONEY_FEN: 2, Kind.PERCENT: 2, Kind.RATIO: 2}

Text: TypeAlias = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice column: what is stored and, in the language in force, what is shown."""

    value: Any
    title: Text


class CellError(ValueError):
    """Why a typed or pasted text can't go into a cell, worded for the user in the language in force."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a column's hooks see it: ``row["spend"]`` gives a value, None where missing."""

    key: Any
    source: int  # place in the frame
    value_of: Callable[[str], Any]

    def __getitem__(self, column: str) -> Any:
        """Return the value of a column of this row; None where missing."""
        return self.value_of(column)


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a grid. Texts are callables, asked again after a change of language.

    ``parse`` turns typed text into a value and raises ``CellError``; the default does so by kind, honouring
    ``minimum`` and ``maximum`` (in shown units: yuan, percent) and ``required``. ``text`` gives the shown text of a
    row where the value alone doesn't (CUSTOM); it is what is found, copied and exported. ``text_of`` names the
    columns that such a text rests on, where it rests on nothing else: a long table is then searched and sorted
    much faster. ``paint`` draws the cell and gets everything in a ``CellPaint``.
    """

    name: str
    title: Text
    kind: Kind = Kind.TEXT
    unit: Text | None = None
    width: int = DEFAULT_WIDTH_PX
    grow: int = 0  # share of the room that all columns leave free; where none has one, the first text column grows
    decimals: int | None = None
    signed: bool = False
    editable: bool = False
    editable_if: Callable[[Row], bool] | None = None
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None
    choices: Sequence[Choice] | Callable[[], Sequence[Choice]] = ()
    parse: Callable[[str], Any] | None = None
    format: Callable[[Any], str] | None = None
    text: Callable[[Row], str] | None = None
    text_of: tuple[str, ...] = ()
    sort_value: Callable[[Any], Any] | None = None
    paint: Callable[[CellPaint], None] | None = None
    color: Callable[[Row], str | None] | None = None
    tooltip: Callable[[Row], str] | None = None
    accessible: Callable[[Row], str] | None = None
    help: Text | None = None
    right: bool | None = None
    visible: bool = True
    additive: bool | None = None  # None: counts and money add up, percentages and ratios don't
    emphasis: bool = False  # body size instead of caption size: the column that names the row

    @property
    def is_numeric(self) -> bool:
        """Whether values are numbers that can be summed or compared."""
        return self.kind in NUMERIC

    @property
    def is_right(self) -> bool:
        """Whether cells stand at the right, as numbers do."""
        return self.is_numeric if self.right is None else self.right

    @property
    def adds_up(self) -> bool:
        """Whether a sum of values means something."""
        if self.additive is None:
            return self.kind in (Kind.INT, Kind.FLOAT, Kind.MONEY_FEN)
        return self.additive

    @property
    def places(self) -> int:
        """Decimal places shown."""
        return _DECIMALS.get(self.kind, 0) if self.decimals is None else self.decimals

    @property
    def scale(self) -> float:
        """Shown number divided by stored number: 0.01 for fen, 100 for fractions."""
        return {Kind.MONEY_FEN: 0.01, Kind.PERCENT: 100.0}.get(self.kind, 1.0)

    @property
    def worded_by(self) -> tuple[str, ...]:
        """The columns whose values its words say, words that follow the language; nothing where a text is stored."""
        if self.text is not None:
            return self.text_of
        return (self.name,) if self.kind in (Kind.CHOICE, Kind.BOOL) else ()

    def words_of(self, values: Sequence[Any]) -> str | None:
        """Return the text shown for values of ``worded_by``, None for a missing one."""
        if self.text is None:
            return None if values[0] is None else self.show(values[0])
        return self.text(Row(None, -1, dict(zip(self.text_of, values, strict=True)).get))

    def options(self) -> Sequence[Choice]:
        """Return the choices in force."""
        return self.choices() if callable(self.choices) else self.choices

    def header(self) -> str:
        """Return title and unit in one line, e.g. ``花费 元``."""
        unit = self.unit() if self.unit else ""
        return f"{self.title()} {unit}" if unit else self.title()

    def show(self, value: Any) -> str:
        """Return the text shown for a value; ``—`` for missing."""
        if value is None:
            return MISSING
        if self.format is not None:
            return self.format(value)
        if self.is_numeric:
            return self._shown_number(value)
        if self.kind is Kind.CHOICE:
            return self.choice_title(value)
        if self.kind is Kind.BOOL:
            return "✓" if value else ""
        return str(value)

    def plain(self, value: Any) -> str:
        """Return the text copied, edited and exported: no separators, ASCII minus, "" for missing."""
        if value is None:
            return ""
        if self.is_numeric and not (self.format and self.parse):
            number = float(value) * self.scale
            text = f"{number:.{self._exact_places(number)}f}"
            return f"{text}%" if self.kind is Kind.PERCENT else text
        if self.kind is Kind.BOOL:
            return "TRUE" if value else "FALSE"
        return self.show(value)

    def choice_title(self, value: Any) -> str:
        """Return the title of a choice; the value itself where it is not among them."""
        return next((option.title() for option in self.options() if option.value == value), str(value))

    def _shown_number(self, value: Any) -> str:
        number = value / 100 if self.kind is Kind.MONEY_FEN else value * self.scale
        text = f"{number:+,.{self.places}f}" if self.signed and value else f"{number:,.{self.places}f}"
        return text.replace("-", "−")

    def _exact_places(self, number: float) -> int:
        """Return the places that lose nothing a person would type: edits must not round silently."""
        if self.kind is Kind.INT:
            return 0
        if self.kind is Kind.MONEY_FEN:
            return 2
        most = max(self.places, 6)
        digits = f"{number:.{most}f}".rstrip("0")
        return max(self.places, len(digits.partition(".")[2]))


def by_name(columns: Sequence[Column]) -> Mapping[str, Column]:
    """Return columns by name; names must be unique."""
    names = {column.name: column for column in columns}
    if len(names) != len(columns):
        raise ValueError("column names must be unique")
    return names
