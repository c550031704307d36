"""Days, moments and spans as the platforms write them; a span is kept as a span, never as a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.io.dialects.cells import Mask, as_mask

Seconds = npt.NDArray[np.int64]

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
_EPOCH_SERIAL: Final = 25569  # 1 January 1970 as Excel counts days
_DAY_SECONDS: Final = 86_400
_SHAPE: Final = (
    r"^(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[ t]+(?P<H>\d{1,2}):(?P<M>\d{1,2})(?::(?P<S>\d{1,2})(?:\.\d+)?)?z?)?$"
)
_SERIAL: Final = r"^[34567]\d{4}(?:\.\d+)?$"
_MONTHS: Final = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1)}  # fmt: skip
_RANGE: Final = re.compile(
    r"\s*(?:~|至|到|——|—|–|\bto\b|,)\s*|\s+-\s+|(?<=\d{8})[-_](?=\d{8})|(?<=[-/]\d\d)[-_](?=\d{4})"
)
_YMD: Final = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*\(?(?:周|星期).\)?)?(?:[ t]+(.+))?$")
_COMPACT: Final = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$")
_MONTH: Final = re.compile(r"^(\d{4})[-/.年]?(\d{1,2})月?$")
_SLASHED: Final = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+(.+))?$")
_NAMED: Final = re.compile(
    r"^(?:([a-z]{3})[a-z]*\.? (\d{1,2})|(\d{1,2})[ -]([a-z]{3})[a-z]*\.?),?[ -](\d{4})(?:\s+(.+))?$"
)
_TIME: Final = re.compile(r"^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?$")


@dataclass(frozen=True, slots=True)
class Moments:
    """Distinct texts as moments: ``start`` and ``end`` in timestamp[s] (equal unless a span), the rest as masks.

    ``hours`` is int8 where the text itself names one hour of a day (``2020-03-15|7``).
    """

    start: pa.Array
    end: pa.Array
    hours: pa.Array
    unreadable: Mask
    order_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """One text read: two moments, and the hour where the text is an hour of a day."""

    start: datetime
    end: datetime
    hour: int | None = None


def read_moments(texts: pa.Array) -> Moments:
    """Return the moments of cleaned distinct texts; the usual forms at once, the odd ones one by one."""
    seconds, valid = _usual(texts)
    odd = as_mask(texts.is_valid()) & ~valid
    ends = seconds.copy()
    hours = np.zeros(len(texts), dtype=np.int8)
    has_hour = np.zeros(len(texts), dtype=np.bool_)
    assumed = False
    if odd.any():
        positions = np.flatnonzero(odd)
        strings = [str(text) for text in texts.filter(pa.array(odd)).to_pylist()]
        day_first, assumed = slashed_order(strings)
        for position, text in zip(positions, strings, strict=True):
            span = read_span(text, day_first=day_first)
            if span is None:
                continue
            seconds[position], ends[position] = _epoch(span.start), _epoch(span.end)
            valid[position] = True
            if span.hour is not None:
                hours[position], has_hour[position] = span.hour, True
    unreadable = as_mask(texts.is_valid()) & ~valid
    return Moments(
        start=_stamps(seconds, valid),
        end=_stamps(ends, valid),
        hours=pa.array(hours, pa.int8(), mask=~has_hour),
        unreadable=unreadable,
        order_assumed=assumed,
    )


def read_span(text: str, *, day_first: bool = False) -> Span | None:
    """Return the span of one date text of any form; None where it is none."""
    text = text.strip().lower().replace("～", "~").strip('"')
    if "|" in text:
        return _hour_of_day(text, day_first=day_first)
    whole = _moment(text, day_first=day_first) or _month(text)
    if whole is not None:
        return whole
    parts = [part for part in _RANGE.split(text) if part]
    if len(parts) == 4:
        parts = [f"{parts[0]}, {parts[1]}", f"{parts[2]}, {parts[3]}"]
    if len(parts) != 2:
        return None
    first, last = (_moment(part, day_first=day_first) or _month(part) for part in parts)
    if first is None or last is None or last.end < first.start:
        return None
    return _joined(first.start, last.end)


def slashed_order(texts: list[str]) -> tuple[bool, bool]:
    """Return whether ``3/15/2020`` forms put the day first, and whether that is only assumed."""
    pairs = [
        (int(m[1]), int(m[2])) for m in (_SLASHED.match(text.split("|")[0].strip().lower()) for text in texts) if m
    ]
    if any(first > 12 for first, _ in pairs):
        return True, False
    return False, bool(pairs) and not any(second > 12 for _, second in pairs)


def span_in_text(text: str) -> tuple[date, date] | None:
    """Return the days named anywhere in a title line or a file name: two dates, one date or a month."""
    found = [
        _day(*match.groups()) for match in re.finditer(r"(?<!\d)(20\d\d)[-_./年]?(\d{2})[-_./月]?(\d{2})(?!\d)", text)
    ]
    days = [day for day in found if day is not None]
    if len(days) >= 2 and days[0] <= days[1]:
        return days[0], days[1]
    if days:
        return days[0], days[0]
    month = re.search(r"(?<!\d)(20\d\d)[-_./年]?(0[1-9]|1[0-2])(?:月|(?!\d))", text)
    if month:
        span = _month(f"{month[1]}{month[2]}")
        return (span.start.date(), span.end.date()) if span else None
    return None


def _usual(texts: pa.Array) -> tuple[Seconds, Mask]:
    plain = _tidied(texts)
    parts = pc.extract_regex(plain, _SHAPE)
    year, month, day, hour, minute, second = (_whole(parts.field(name)) for name in "ymdHMS")
    shaped = as_mask(parts.is_valid())
    months = np.clip((year - 1970) * 12 + month - 1, -200_000, 200_000).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (day - 1)
    valid = shaped & (days.astype("datetime64[M]") == months) & (month >= 1) & (month <= 12) & (day >= 1)
    valid &= (year >= FIRST_YEAR) & (year <= LAST_YEAR) & (hour < 24) & (minute < 60) & (second < 60)
    seconds = days.astype(np.int64) * _DAY_SECONDS + hour * 3600 + minute * 60 + second
    serial = as_mask(pc.match_substring_regex(plain, _SERIAL))
    if serial.any():
        counted = pc.cast(plain.filter(pa.array(serial)), pa.float64()).to_numpy(zero_copy_only=False)
        seconds[serial] = np.rint((counted - _EPOCH_SERIAL) * _DAY_SECONDS).astype(np.int64)
        valid |= serial
    return seconds, valid


def _tidied(texts: pa.Array) -> pa.Array:
    texts = pc.replace_substring_regex(texts, r"^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?", r"\1-\2-\3")
    texts = pc.replace_substring_regex(texts, r"^(20\d\d)(\d{2})(\d{2})(?:\.0)?$", r"\1-\2-\3")
    return pc.utf8_lower(
        pc.replace_substring_regex(texts, r"^(20\d\d)(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$", r"\1-\2-\3 \4:\5:\6")
    )


def _whole(part: pa.Array) -> Seconds:
    filled = pc.if_else(pc.equal(part, ""), "0", part).fill_null("0")
    numbers: Seconds = pc.cast(filled, pa.int64()).to_numpy(zero_copy_only=False)
    return numbers


def _stamps(seconds: Seconds, valid: Mask) -> pa.Array:
    return pa.array(np.where(valid, seconds, 0), pa.int64(), mask=~valid).cast(pa.timestamp("s"))


def _epoch(moment: datetime) -> int:
    return calendar.timegm(moment.timetuple())


def _hour_of_day(text: str, *, day_first: bool) -> Span | None:
    head, _, tail = text.partition("|")
    day = _moment(head.strip(), day_first=day_first)
    if day is None or not tail.strip().isdigit() or not 0 <= int(tail) < 24:
        return None
    return Span(day.start, day.start, int(tail))


def _moment(text: str, *, day_first: bool) -> Span | None:
    match = _YMD.match(text)
    if match:
        return _at(_day(*match.groups()[:3]), match[4])
    match = _COMPACT.match(text)
    if match:
        clock = f"{match[4]}:{match[5]}:{match[6]}" if match[4] else None
        return _at(_day(*match.groups()[:3]), clock)
    match = _SLASHED.match(text)
    if match:
        first, second = match[1], match[2]
        day, month = (first, second) if day_first else (second, first)
        return _at(_day(match[3], month, day), match[4])
    match = _NAMED.match(text)
    if match:
        month_name, day = (match[1], match[2]) if match[1] else (match[4], match[3])
        return _at(_day(match[5], str(_MONTHS.get(month_name, 0)), day), match[6])
    return None


def _at(day: date | None, clock: str | None) -> Span | None:
    if day is None:
        return None
    hour = minute = second = 0
    if clock:
        match = _TIME.match(clock.strip())
        if not match:
            return None
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        if match[4]:
            hour = hour % 12 + (12 if match[4] == "pm" else 0)
        if hour > 23 or minute > 59 or second > 59:
            return None
    moment = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001
    return Span(moment, moment)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _month(text: str) -> Span | None:
    match = _MONTH.match(text)
    first = _day(match[1], match[2], "1") if match else None
    if first is None:
        return None
    last = first + timedelta(days=calendar.monthrange(first.year, first.month)[1] - 1)
    return Span(datetime(first.year, first.month, 1), datetime(last.year, last.month, last.day))  # noqa: DTZ001


def _joined(start: datetime, end: datetime) -> Span:
    """Return a span; one that lies within one hour of a day is that hour."""
    within = end - start < timedelta(hours=1) and end > start and start.hour == end.hour and start.minute == 0
    return Span(start, end, start.hour if within and start.date() == end.date() else None)
