"""How numbers, money, shares and days are written: 万/亿 (K/M in English) where space is short, in full in tables.

Every function takes None, NaN and infinities as unknown and returns "—"; minus is U+2212, so that
signed figures align. The language is set once at the language switch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

UNKNOWN: Final = "—"
ICON_GAP: Final = "\N{THIN SPACE}"  # before a tool button's text: the style leaves too little after the icon
MINUS: Final = "−"
UP: Final = "▲"
DOWN: Final = "▼"
SAME: Final = "＝"

Number = float | int | None

_language = "zh_CN"


def set_language(language: str) -> None:
    """Set ``zh_CN`` or ``en`` for all following texts."""
    global _language
    _language = language


def language() -> str:
    """Return the language in force: ``zh_CN`` or ``en``."""
    return _language


def is_known(value: Number) -> bool:
    """Whether a value is a finite number."""
    return value is not None and math.isfinite(value)


def listed(texts: Iterable[str]) -> str:
    """Return several names in one line, as the language separates them."""
    return ("、" if _language == "zh_CN" else ", ").join(texts)


class Counted(str):
    """A written number that knows the form of its noun: ``"{n} {n:word|words}".format(n=full(1))`` is "1 word"."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the singular or plural of a spec ``one|many``, else what text does."""
        one, bar, many = spec.partition("|")
        if not bar:
            return super().__format__(spec)
        return one if str(self) in ("1", f"{MINUS}1") else many


def full(value: Number, *, decimals: int = 0) -> Counted:
    """Return a number with thousands separators, e.g. 1,234,567 for a table cell; see ``Counted`` for its noun."""
    if value is None or not math.isfinite(value):
        return Counted(UNKNOWN)
    text = f"{abs(value):,.{decimals}f}"
    negative = value < 0 and any(digit in text for digit in "123456789")
    return Counted((MINUS if negative else "") + text)


def short(value: Number, *, decimals: int | None = None) -> str:
    """Return a number for a tile or an axis: 1,861 · 7.31 万 · 1.2 亿 (73.1K · 120M in English).

    ``decimals`` applies below the first unit; three figures stand before it is dropped.
    """
    if value is None or not math.isfinite(value):
        return UNKNOWN
    size = abs(value)
    for limit, divisor, unit in _steps():
        if size >= limit:
            scaled = size / divisor
            text = f"{scaled:.{2 if scaled < 10 else 1 if scaled < 1000 else 0}f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
            return (MINUS if value < 0 else "") + text + unit
    if decimals is None:
        decimals = 0 if float(value).is_integer() or size >= 1000 else 2
    return full(value, decimals=decimals)


def money(yuan: Number, *, decimals: int = 2) -> str:
    """Return yuan in full with fen, e.g. 1,234.50; the unit stands in the header."""
    return full(yuan, decimals=decimals)


def money_fen(fen: Number, *, decimals: int = 2) -> str:
    """Return integer fen as yuan in full."""
    return full(None if fen is None else fen / 100, decimals=decimals)


def money_short(yuan: Number) -> str:
    """Return yuan for a tile: fen below 1,000, none above, 万 from 10,000."""
    if yuan is None or not math.isfinite(yuan):
        return UNKNOWN
    return short(yuan, decimals=2 if abs(yuan) < 1000 else 0)


def percent(fraction: Number, *, decimals: int = 2) -> str:
    """Return a fraction as percent with a space before the sign: 0.0207 is 2.07 %."""
    text = full(None if fraction is None else fraction * 100, decimals=decimals)
    return text if text == UNKNOWN else f"{text} %"


def times(value: Number, *, decimals: int = 2) -> str:
    """Return a ratio of money (ROI), e.g. 1.82."""
    return full(value, decimals=decimals)


def signed(value: Number, *, decimals: int = 0) -> str:
    """Return a number with its sign: +268, −1,122, 0."""
    text = full(value, decimals=decimals)
    return f"+{text}" if value is not None and text != UNKNOWN and _is_positive(value, text) else text


def points(fraction: Number, *, decimals: int = 2) -> str:
    """Return a difference of two shares in percentage points, without sign: 1.14 个百分点 (1.14 pp)."""
    if fraction is None or not math.isfinite(fraction):
        return UNKNOWN
    text = full(abs(fraction) * 100, decimals=decimals)
    return QCoreApplication.translate("Formats", "{points} pp").format(points=text)


def arrow(value: Number) -> str:
    """Return ▲, ▼ or ＝ for a change, empty where it is unknown."""
    if value is None or not math.isfinite(value):
        return ""
    return UP if value > 0 else DOWN if value < 0 else SAME


def by_unit(value: Number, unit: str, *, compact: bool = False) -> str:
    """Return a metric by its unit (a ``domain.metrics.Unit`` value); money in yuan, ratios as fractions."""
    match str(unit):
        case "money":
            return money_short(value) if compact else money(value)
        case "ratio":
            return percent(value)
        case "ratio_x":
            return times(value)
        case "count" | "people":
            return short(value) if compact else full(value)
        case _:
            return short(value) if compact else full(value, decimals=_needed(value))


def unit_name(unit: str) -> str:
    """Return the unit as it stands in a header or behind a label: 元, 人, 秒; empty where there is none."""
    match str(unit):
        case "money":
            return QCoreApplication.translate("Formats", "yuan")
        case "people":
            return QCoreApplication.translate("Formats", "people")
        case "seconds":
            return QCoreApplication.translate("Formats", "seconds")
        case _:
            return ""


def day(value: date | None, *, today: date | None = None) -> str:
    """Return 06-22, or 2025-06-22 where the year is not that of ``today``."""
    if value is None:
        return UNKNOWN
    return f"{value:%Y-%m-%d}" if today is not None and value.year != today.year else f"{value:%m-%d}"


def span(start: date | None, end: date | None, *, today: date | None = None) -> str:
    """Return 05-12 – 06-22 (one day where both are equal), with years where they differ from ``today``."""
    if start is None or end is None:
        return UNKNOWN
    if start == end:
        return day(start, today=today)
    if start.year != end.year:
        return f"{start:%Y-%m-%d} – {end:%Y-%m-%d}"
    return f"{day(start, today=today)} – {day(end, today=today)}"


def full_day(value: date | None) -> str:
    """Return 2026-06-22."""
    return UNKNOWN if value is None else f"{value:%Y-%m-%d}"


def clock(value: datetime | None) -> str:
    """Return 12:03."""
    return UNKNOWN if value is None else f"{value:%H:%M}"


def file_size(size_bytes: int) -> str:
    """Return 1.2 MB."""
    size = float(size_bytes)
    for unit in ("B", "KB", "MB"):
        if size < 1024:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} GB"


def _steps() -> tuple[tuple[float, float, str], ...]:
    """Return from which size a unit is used, what it divides by and its sign, largest first."""
    if _language == "zh_CN":
        return ((1e8, 1e8, " 亿"), (1e4, 1e4, " 万"))
    return ((1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "K"))


def _is_positive(value: float, text: str) -> bool:
    return value > 0 and any(digit in text for digit in "123456789")


def _needed(value: Number) -> int:
    return 0 if value is None or not math.isfinite(value) or float(value).is_integer() else 2
