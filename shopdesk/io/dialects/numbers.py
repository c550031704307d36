"""Numbers as people and platforms write them, typed exactly: money to whole fen, ratios to fractions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.io.dialects.cells import Mask, any_true, as_mask

_CURRENCY: Final = r"(?:us\$|hk\$|nt\$|ca\$|a\$|au\$|s\$|r\$|cn¥|jp¥|cny|rmb|usd|eur|gbp|jpy|hkd|[¥$€£₩₽₹฿]|人民币)"
_UNITS: Final = {"千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "w": 4, "k": 3, "m": 6}
_SUFFIX: Final = rf"(?:元|圆|件|个|人|人次|次|单|笔|秒|s|分|天|倍|x|{_CURRENCY})"
_PATTERN: Final = (
    rf"^(?P<open>\()?(?P<sign>[+-]?){_CURRENCY}?(?P<sign2>[+-]?)"
    r"(?P<number>\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)"
    rf"(?P<exponent>e[+-]?\d{{1,2}})?(?P<unit>十万|百万|千万|万|千|亿|w|k|m)?{_SUFFIX}?(?P<percent>%)?(?P<close>\))?$"
)
_BOUND: Final = r"^(?:[<>≤≥]|<=|>=)\s*[\d.]"
_PLAIN: Final = r"^-?\d{1,13}(?:\.\d{1,12})?$"
_CLOCK: Final = re.compile(r"^(?:(\d+):)?(\d{1,2}):(\d{2})$|^(?:(\d+)时)?(?:(\d+)分)?(?:(\d+(?:\.\d+)?)秒)?$")
_LARGEST_SURE_FEN: Final = 1e11
_SURE_PART: Final = 0.499  # of a fen from a whole one: nearer to half a fen a float can't tell the side
_FEN: Final = pa.decimal128(25, 12)  # 13 digits before the point, 12 after: every sum of a shop fits
_HUNDRED: Final = pa.scalar(Decimal(100), pa.decimal128(5, 0))
_LARGEST_YUAN: Final = Decimal(10) ** 13


@dataclass(frozen=True, slots=True)
class Numbers:
    """Distinct texts as numbers; the masks say which could not be read, are a bound, or carried a per cent sign."""

    values: pa.Array
    unreadable: Mask
    bounds: Mask
    percents: Mask


def read_numbers(texts: pa.Array) -> Numbers:
    """Return float64 values of cleaned distinct texts; ``3.88%`` is 0.0388, ``2.5万`` is 25000."""
    direct = _direct(texts, pa.float64())
    if direct is not None and bool(pc.all(pc.is_finite(direct), min_count=0).as_py() is not False):
        nothing = np.zeros(len(texts), dtype=np.bool_)
        return Numbers(direct, nothing, nothing, nothing)
    return _read(texts, fen=False)


def read_fen(texts: pa.Array) -> Numbers:
    """Return int64 fen of cleaned distinct texts in yuan, half a fen rounded away from zero, exactly."""
    fen = _sure_fen(texts)
    if fen is None:
        return _read(texts, fen=True)
    nothing = np.zeros(len(texts), dtype=np.bool_)
    return Numbers(fen, nothing, nothing, nothing)


def read_seconds(texts: pa.Array) -> Numbers:
    """Return seconds as float64, also of ``1分23秒`` and ``00:01:23``."""
    found = read_numbers(texts)
    odd = found.unreadable
    if not odd.any():
        return found
    seconds = found.values.to_pylist()
    for position in np.flatnonzero(odd):
        seconds[position] = clock_seconds(texts[int(position)].as_py())
    values = pa.array(seconds, pa.float64())
    return Numbers(values, odd & as_mask(values.is_null()), found.bounds, found.percents)


def clock_seconds(text: str) -> float | None:
    """Return the seconds of a duration such as ``1分23秒`` or ``01:23``; None where it is none."""
    match = _CLOCK.match(text)
    if not match or not any(match.groups()):
        return None
    hours, minutes, seconds, zh_hours, zh_minutes, zh_seconds = (float(part or 0) for part in match.groups())
    return (hours + zh_hours) * 3600 + (minutes + zh_minutes) * 60 + seconds + zh_seconds


def looks_numeric(texts: pa.Array) -> float:
    """Return the share of the texts that read as numbers, 0 where there are none."""
    present = texts.drop_null()
    if not len(present):
        return 0.0
    found = read_numbers(present)
    return 1 - float((found.unreadable & ~found.bounds).sum()) / len(present)


def _direct(texts: pa.Array, kind: pa.DataType) -> pa.Array | None:
    try:
        return pc.cast(texts, kind)
    except pa.ArrowInvalid:
        return None


def _sure_fen(texts: pa.Array) -> pa.Array | None:
    """Return fen where floats leave no doubt: all below 10¹¹ fen, where they are off by 10⁻⁴, and none near a half."""
    yuan = _direct(texts, pa.float64())
    if yuan is None:
        return None
    fen = pc.fill_null(pc.multiply(yuan, 100.0), 0.0).to_numpy(zero_copy_only=False)
    whole = np.rint(fen)
    if not (np.abs(fen) < _LARGEST_SURE_FEN).all() or (np.abs(fen - whole) > _SURE_PART).any():
        return None
    return pa.array(whole.astype(np.int64), mask=~as_mask(yuan.is_valid()))


def _plain_fen(texts: pa.Array) -> pa.Array:
    exact = pc.multiply(pc.cast(texts, _FEN), _HUNDRED)
    return _whole(exact)


def _whole(exact: pa.Array) -> pa.Array:
    rounded = pc.round(exact, ndigits=0, round_mode="half_towards_infinity")
    return pc.cast(pc.cast(rounded, pa.decimal128(38, 0), safe=False), pa.int64())


def _read(texts: pa.Array, *, fen: bool) -> Numbers:
    """Read plain numbers at once and take only the rest apart."""
    plain = as_mask(pc.match_substring_regex(texts, _PLAIN))
    rest = as_mask(texts.is_valid()) & ~plain
    out = pa.int64() if fen else pa.float64()
    size = len(texts)
    values = np.zeros(size, dtype=np.int64 if fen else np.float64)
    valid = plain.copy()
    unreadable, bounds, percents = (np.zeros(size, dtype=np.bool_) for _ in range(3))
    if plain.any():
        some = texts.filter(pa.array(plain))
        values[plain] = (_plain_fen(some) if fen else pc.cast(some, pa.float64())).to_numpy(zero_copy_only=False)
    if rest.any():
        odd = _read_odd(tidied(texts.filter(pa.array(rest))), fen=fen)
        read = as_mask(odd.values.is_valid())
        positions = np.flatnonzero(rest)
        values[positions[read]] = odd.values.drop_null().to_numpy(zero_copy_only=False)
        valid[positions[read]] = True
        unreadable[positions], bounds[positions], percents[positions] = odd.unreadable, odd.bounds, odd.percents
    return Numbers(pa.array(values, out, mask=~valid), unreadable, bounds, percents)


def tidied(texts: pa.Array) -> pa.Array:
    """Return texts with half-width signs, no inner blanks, lower case."""
    texts = pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC"))
    texts = pc.replace_substring_regex(texts, r"[−–﹣]", "-")
    return pc.replace_substring_regex(texts, r"[\s_]+", "")


def _read_odd(texts: pa.Array, *, fen: bool) -> Numbers:
    parts = pc.extract_regex(texts, _PATTERN)
    number = pc.replace_substring(parts.field("number"), ",", "")
    number = pc.if_else(pc.starts_with(number, "."), pc.binary_join_element_wise("0", number, ""), number)
    number = pc.utf8_rtrim(number, ".")
    balanced = pc.equal(parts.field("open"), pc.replace_substring(parts.field("close"), ")", "("))
    minus = pc.or_(pc.equal(pc.binary_join_element_wise(parts.field("sign"), parts.field("sign2"), ""), "-"),
                   pc.equal(parts.field("open"), "("))  # fmt: skip
    signed = pc.binary_join_element_wise(pc.if_else(minus, "-", ""), number, "")
    one_sign = pc.less(pc.utf8_length(pc.binary_join_element_wise(parts.field("sign"), parts.field("sign2"), "")), 2)
    readable = as_mask(pc.and_(pc.and_(parts.is_valid(), balanced), one_sign))
    percents = readable & as_mask(pc.equal(parts.field("percent"), "%"))
    text = pc.binary_join_element_wise(signed, "e", pc.cast(_exponents(parts), pa.string()), "")
    text = pc.if_else(pa.array(readable), text, pa.scalar(None, pa.string()))
    values = _scientific_fen(text) if fen else pc.cast(text, pa.float64())
    bounds = as_mask(pc.match_substring_regex(texts, _BOUND))
    return Numbers(values, as_mask(values.is_null()) & ~bounds, bounds, percents)


def _exponents(parts: pa.StructArray) -> pa.Array:
    written = pc.replace_substring_regex(parts.field("exponent"), r"^e\+?", "")
    written = pc.cast(pc.if_else(pc.equal(written, ""), "0", written), pa.int64())
    units = pa.array(list(_UNITS))
    powers = pa.array(list(_UNITS.values()), pa.int64())
    unit = pc.fill_null(powers.take(pc.index_in(parts.field("unit"), value_set=units)), 0)
    percent = pc.if_else(pc.equal(parts.field("percent"), "%"), -2, 0)
    return pc.add(pc.add(written, unit), percent)


def _scientific_fen(texts: pa.Array) -> pa.Array:
    """Return fen of texts such as ``-34895.00e0``; plain ones at once, the others one by one."""
    whole = pc.replace_substring_regex(texts, r"e0$", "")
    plain = pc.match_substring_regex(whole, _PLAIN)
    if bool(pc.all(plain, min_count=0).as_py() is not False):
        return _plain_fen(whole)
    if any_true(plain):
        fast = _plain_fen(pc.if_else(plain, whole, pa.scalar(None, pa.string())))
    else:
        fast = pa.nulls(len(texts), pa.int64())
    slow = pc.if_else(plain, pa.scalar(None, pa.string()), texts).to_pylist()
    return pc.coalesce(fast, pa.array([None if text is None else _decimal_fen(text) for text in slow], pa.int64()))


def _decimal_fen(text: str) -> int | None:
    try:
        yuan = Decimal(text)
    except InvalidOperation:
        return None
    if abs(yuan) >= _LARGEST_YUAN:
        return None
    return int((yuan * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
