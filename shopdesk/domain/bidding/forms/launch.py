"""The week as 万相台 sends it: a list of days with their spans (``launchPeriodList``), as seen in its own answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from shopdesk.domain.bidding.forms.windows import Window, slots_needed, week_of, windows_of
from shopdesk.domain.bidding.profiles import DAYS
from shopdesk.domain.bidding.week import ScheduleError, clock, minutes_of

LIST: Final = "launchPeriodList"


def to_launch(cells: Sequence[int]) -> str:
    """Return the JSON: Monday is day 1, an evening ends at 24:00, equal neighbours are one span, off is not listed."""
    days: list[dict[str, Any]] = [{"dayOfWeek": day + 1, "timeSpanList": []} for day in range(DAYS)]
    for one in windows_of(cells):
        if one.percent:
            span = {"discount": one.percent, "time": f"{clock(one.start)}-{clock(one.end)}"}
            days[one.day]["timeSpanList"].append(span)
    return json.dumps({LIST: days}, ensure_ascii=False, indent=1)


def from_launch(found: Any) -> tuple[int, ...]:
    """Return the week of a parsed JSON (the object or its list alone); ``ScheduleError`` names what is wrong."""
    listed = found.get(LIST) if isinstance(found, dict) else found
    if not isinstance(listed, list) or not listed:
        raise ScheduleError(LIST)
    windows = list(_windows(listed))
    per_hour = slots_needed(minute for one in windows for minute in (one.start, one.end))
    try:
        return week_of(windows, slots_per_hour=per_hour)
    except ValueError as error:
        raise ScheduleError(LIST) from error


def _windows(listed: list[Any]) -> Iterator[Window]:
    for day in listed:
        try:
            number = int(day["dayOfWeek"]) - 1
            for span in day["timeSpanList"] or ():
                start, _, end = str(span["time"]).partition("-")
                yield Window(number, minutes_of(start), minutes_of(end), _percent(span["discount"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ScheduleError(json.dumps(day, ensure_ascii=False)[:80]) from error


def _percent(value: Any) -> int:
    percent = float(value)
    if percent != int(percent) or percent < 0:
        raise ValueError(value)
    return int(percent)
