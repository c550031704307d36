"""Typed and pasted text turned into values, with the reason in words where it can't be."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from shopdesk.ui.grid.columns import CellError, Column, Kind

_MARKS: Final = frozenset({"", "—", "-", "–", "--", "/", "N/A", "n/a"})
_TRUE: Final = frozenset({"1", "true", "yes", "y", "是", "✓", "√", "对"})
_FALSE: Final = frozenset({"0", "false", "no", "n", "否", "✗", "×", "错", ""})
_DATE: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_NUMBER: Final = re.compile(r"([+-]?)[¥$]?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(万|亿)?(%)?(?:元)?")
_LARGE: Final = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


def parse_cell(column: Column, text: str) -> Any:
    """Return the value that a text means in a column, None for blank; raises ``CellError`` with the reason."""
    if column.parse is not None:
        return column.parse(text)
    if _is_blank(column, text):
        if column.required:
            raise CellError(QCoreApplication.translate("Grid", "must not be blank"))
        return None
    if column.is_numeric:
        return _parse_number(column, text)
    if column.kind is Kind.DATE:
        return _parse_date(text)
    if column.kind is Kind.CHOICE:
        return _parse_choice(column, text)
    if column.kind is Kind.BOOL:
        return _parse_bool(text)
    return text


def _is_blank(column: Column, text: str) -> bool:
    if column.kind is Kind.TEXT:
        return text == ""
    return text.strip() in _MARKS


def _parse_number(column: Column, text: str) -> int | float:
    amount, has_percent = _read_number(text)
    if has_percent and column.kind is not Kind.PERCENT:
        raise CellError(QCoreApplication.translate("Grid", "a percent sign doesn't belong here"))
    _check_bounds(column, amount)
    if column.kind is Kind.PERCENT:
        return float(amount / 100)
    if column.kind is Kind.MONEY_FEN:
        return _whole(amount * 100, QCoreApplication.translate("Grid", "at most two decimal places"))
    if column.kind is Kind.INT:
        return _whole(amount, QCoreApplication.translate("Grid", "not a whole number"))
    return float(amount)


def _read_number(text: str) -> tuple[Decimal, bool]:
    folded = unicodedata.normalize("NFKC", text).replace("−", "-").replace("¥", "¥")
    folded = re.sub(r"\s+", "", folded)
    match = _NUMBER.fullmatch(folded)
    if match is None:
        raise CellError(QCoreApplication.translate("Grid", "not a number"))
    sign, digits, large, percent = match.groups()
    try:
        amount = Decimal(sign + digits.replace(",", ""))
    except InvalidOperation as error:
        raise CellError(QCoreApplication.translate("Grid", "not a number")) from error
    if amount.adjusted() > 14 or not math.isfinite(float(amount)):
        raise CellError(QCoreApplication.translate("Grid", "too large"))
    return amount * _LARGE.get(large or "", Decimal(1)), percent is not None


def _whole(amount: Decimal, reason: str) -> int:
    if amount != amount.to_integral_value():
        raise CellError(reason)
    return int(amount)


def _check_bounds(column: Column, amount: Decimal) -> None:
    low, high = column.minimum, column.maximum
    if low is not None and high is not None and not low <= amount <= high:
        reason = QCoreApplication.translate("Grid", "must be from {low} to {high}")
        raise CellError(reason.format(low=f"{low:g}", high=f"{high:g}"))
    if low is not None and amount < Decimal(str(low)):
        raise CellError(QCoreApplication.translate("Grid", "must be at least {low}").format(low=f"{low:g}"))
    if high is not None and amount > Decimal(str(high)):
        raise CellError(QCoreApplication.translate("Grid", "must be at most {high}").format(high=f"{high:g}"))


def _parse_date(text: str) -> date:
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        raise CellError(QCoreApplication.translate("Grid", "not a date such as 2026-06-18"))
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError as error:
        raise CellError(QCoreApplication.translate("Grid", "there is no such day")) from error


def _parse_choice(column: Column, text: str) -> Any:
    wanted = text.strip().casefold()
    for option in column.options():
        if wanted in (option.title().casefold(), str(option.value).casefold()):
            return option.value
    names = "、".join(option.title() for option in list(column.options())[:6])
    raise CellError(QCoreApplication.translate("Grid", "must be one of: {names}").format(names=names))


def _parse_bool(text: str) -> bool:
    wanted = text.strip().casefold()
    if wanted in _TRUE:
        return True
    if wanted in _FALSE:
        return False
    raise CellError(QCoreApplication.translate("Grid", "must be yes or no"))
