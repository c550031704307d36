"""The words on a day axis: ticks that fit, weekdays, spans."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.ui import formats
from shopdesk.ui.charts.day_data import DayChartData, Grain

_LABEL_ROOM_PX: Final = 64


def short_day(day: date) -> str:
    """Return 6-22."""
    return f"{day.month}-{day.day:02d}"


def weekday_name(weekday: int) -> str:
    """Return Monday (0) … Sunday (6) in short, e.g. 周一."""
    names = (
        QCoreApplication.translate("Charts", "Mon"),
        QCoreApplication.translate("Charts", "Tue"),
        QCoreApplication.translate("Charts", "Wed"),
        QCoreApplication.translate("Charts", "Thu"),
        QCoreApplication.translate("Charts", "Fri"),
        QCoreApplication.translate("Charts", "Sat"),
        QCoreApplication.translate("Charts", "Sun"),
    )
    return names[weekday]


def day_with_weekday(day: date) -> str:
    """Return 6-22 周一."""
    return f"{short_day(day)} {weekday_name(day.weekday())}"


def position_name(data: DayChartData, position: int, *, full: bool = False) -> str:
    """Return what a position is called: a day with its weekday, a week's span, a month, a part of it by its days."""
    start, last = data.day(position), data.last_day(position)
    if data.grain is Grain.WEEKDAY:
        return weekday_name(start.weekday())
    if data.grain is Grain.MONTH and not data.is_part(position):
        return f"{start:%Y-%m}"
    if start != last and not (data.today and position >= len(data.starts)):
        return f"{start:%Y-%m-%d} – {short_day(last)}" if full else f"{short_day(start)} – {short_day(last)}"
    return f"{start:%Y-%m-%d} {weekday_name(start.weekday())}" if full else day_with_weekday(start)


def ticks(data: DayChartData, first: float, last: float, *, width: float) -> list[tuple[int, str]]:
    """Return (position, label) of the ticks inside a view ``width`` pixels wide: none closer than it can be read."""
    low, high = max(0, int(first + 0.999)), min(len(data.starts) - 1, int(last))
    if high < low:
        return []
    room = max(1, int(width / _LABEL_ROOM_PX))
    count = high - low + 1
    if data.grain is Grain.WEEKDAY:
        return [(i, weekday_name(data.starts[i].weekday())) for i in range(low, high + 1)]
    if data.grain is Grain.MONTH:
        step = -(-count // room)
        return [(i, f"{data.starts[i]:%Y-%m}") for i in range(low, high + 1, step)]
    days = 7 if data.grain is Grain.WEEK else 1
    if count <= room:
        return [(i, short_day(data.starts[i])) for i in range(low, high + 1)]
    weeks = -(-count * days // 7)
    if weeks <= room * 4:
        every = 7 * next(step for step in (1, 2, 4) if weeks <= room * step)
        return [(i, short_day(data.starts[i])) for i in range(low, high + 1) if _on_week(data.starts[i], every)]
    return _month_ticks(data, low, high, room)


def _on_week(day: date, every: int) -> bool:
    return (day.toordinal() - 1) % every == 0  # ordinal 1 was a Monday


def _month_ticks(data: DayChartData, low: int, high: int, room: int) -> list[tuple[int, str]]:
    firsts = [i for i in range(low, high + 1) if i == 0 or data.starts[i].month != data.starts[i - 1].month]
    step = max(1, -(-len(firsts) // room))
    return [(i, f"{data.starts[i]:%Y-%m}") for i in firsts if (data.starts[i].month - 1) % step == 0 or step > 12]


def axis_text(value: float, kind: str, step: float) -> str:
    """Return a tick's number: 1 万, 8,000, 2.5 %."""
    if kind == "ratio":
        return formats.percent(value, decimals=0 if step >= 0.0099 else 1 if step >= 0.00099 else 2)
    if step < 1 and abs(value) < 1000:
        return formats.full(value, decimals=1 if round(step * 10, 6).is_integer() else 2)
    return formats.short(value, decimals=0 if step >= 1 and float(step).is_integer() else 1)
