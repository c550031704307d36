"""Numeric columns of a hand-made table that no dialect knows: asked once, answered with one click."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from shopdesk.ui.importing import wording

if TYPE_CHECKING:
    from shopdesk.app.importing.model import Recognition, Role
    from shopdesk.app.services import MappingTarget, Prepared, ReportKind

HAND_MADE: Final = "other"  # the platform of the generic forms: only there a column's meaning is anybody's guess
MOST_QUESTIONS: Final = 3
MOST_OPTIONS: Final = 2
_NUMBERS: Final = frozenset(
    {
        "goods_total", "paid", "payable", "shipping", "shop_discount", "platform_discount", "refunded", "items",
        "unit_price", "quantity", "line_total", "line_paid", "line_discount", "order_discount_share",
        "unit_cost", "list_price", "score",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """One column to be named: where it stands, what it holds, and what it is most likely."""

    position: int
    letter: str  # as the spreadsheet shows it
    header: str
    count: int
    low: float
    high: float
    options: tuple[MappingTarget, ...]


def column_questions(prepared: Prepared, kind: ReportKind | None) -> list[ColumnQuestion]:
    """Return the questions of a sheet; none for platform reports and for tables whose mapping is remembered."""
    recognition, conversion = prepared.recognition, prepared.conversion
    if recognition is None or conversion is None or kind is None:
        return []
    if recognition.platform != HAND_MADE or recognition.remembered:
        return []
    from shopdesk.app.importing.model import Role

    found = []
    for column in recognition.columns:
        if column.role is not Role.EXTRA or column.header not in conversion.frame.column_names:
            continue
        span = _span(conversion.frame.column(column.header))
        if span is not None:
            letter = column_letter(column.position)
            options = _options(column.header, recognition, kind)
            found.append(ColumnQuestion(column.position, letter, column.header, *span, options))
    return found[:MOST_QUESTIONS]


def answered(recognition: Recognition, position: int, role: Role, target: str) -> Recognition:
    """Return the mapping with one column taken as something; another column that was taken as it is released."""
    from shopdesk.app.importing.model import Role as Roles

    columns = []
    for column in recognition.columns:
        if column.position == position:
            columns.append(replace(column, role=role, target=target))
        elif target and column.target == target and column.role is role:
            columns.append(replace(column, role=Roles.IGNORED, target=""))
        else:
            columns.append(column)
    return replace(recognition, columns=tuple(columns))


def column_letter(position: int) -> str:
    """Return the letters that a spreadsheet shows above a 0-based column."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _span(values: object) -> tuple[int, float, float] | None:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not isinstance(values, pa.ChunkedArray) or not pa.types.is_floating(values.type):
        return None
    count = len(values) - values.null_count
    if not count:
        return None
    ends = pc.min_max(values)
    return count, float(ends["min"].as_py()), float(ends["max"].as_py())


def _options(header: str, recognition: Recognition, kind: ReportKind) -> tuple[MappingTarget, ...]:
    taken = {column.target for column in recognition.columns if column.target}
    free = [t for t in kind.targets if t.target not in taken and (t.unit or t.target in _NUMBERS)]

    def alike(target: MappingTarget) -> int:
        name = target.zh if wording.is_chinese() else target.en
        return len(set(header.casefold()) & (set(name.casefold()) | set(target.zh)))

    near = [target for target in free if alike(target)] if len(free) > MOST_OPTIONS else free
    return tuple(sorted(near, key=alike, reverse=True)[:MOST_OPTIONS])
