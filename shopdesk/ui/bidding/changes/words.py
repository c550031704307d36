"""Changes of a plan in words: what is turned, from what to what, what it should bring, what the platform says."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forms.change import Block, Change, Lever, Money
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.ui import formats
from shopdesk.ui.bidding import words as bid_words
from shopdesk.ui.charts.day_labels import weekday_name
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import region_name

_LAST_DAY = 6
_NAMED = 4


def lever_name(lever: Lever) -> str:
    """Return what a row turns."""
    names = {
        Lever.BUDGET: QCoreApplication.translate("Changes", "Budget"),
        Lever.WORDS: QCoreApplication.translate("Changes", "Word"),
        Lever.HOURS: QCoreApplication.translate("Changes", "Hours"),
        Lever.REGIONS: QCoreApplication.translate("Changes", "Region"),
        Lever.AUDIENCES: QCoreApplication.translate("Changes", "Audience"),
    }
    return names[lever]


def place_text(change: Change) -> str:
    """Return what a row is about: a word, a stretch of the week, a region."""
    if change.block is not None:
        return block_text(change.block)
    if change.group is not None:
        names = [_region(name) for name in change.group.names]
        shown = formats.listed(names[:_NAMED])
        if len(names) > _NAMED:
            shown = QCoreApplication.translate("Changes", "{names} and {count} more").format(
                names=shown, count=formats.full(len(names) - _NAMED)
            )
        return QCoreApplication.translate("Changes", "new plan for {names}").format(names=shown)
    if change.lever is Lever.BUDGET:
        return QCoreApplication.translate("Changes", "Daily budget")
    return _region(change.label) if change.lever is Lever.REGIONS else change.label


def block_text(block: Block) -> str:
    """Return a stretch of the week: 周五–周日 20:00–23:00."""
    days = weekday_name(block.first_day)
    if block.first_day == 0 and block.last_day == _LAST_DAY:
        days = QCoreApplication.translate("Changes", "every day")
    elif block.last_day != block.first_day:
        days = f"{days}–{weekday_name(block.last_day)}"
    return f"{days} {_clock(block.start)}–{_clock(block.end)}"


def value_text(change: Change, value: int | None) -> str:
    """Return the old or new value of a row; "—" for one that nobody knows."""
    if value is None:
        return formats.UNKNOWN
    if change.is_stand_in:
        return _stand_in_text(change, value)
    if change.is_money:
        return formats.money_fen(value, decimals=0 if change.lever is Lever.BUDGET else 2)
    if value == 0:
        return QCoreApplication.translate("Changes", "off")
    return f"{formats.full(value)} %"


def _stand_in_text(change: Change, value: int) -> str:
    """Return today's bid by name where nobody knows it: 现出价, 现出价 +10 %."""
    if value == change.old or not change.old:
        return QCoreApplication.translate("Changes", "today's bid")
    text = QCoreApplication.translate("Changes", "today's {step} %")
    return text.format(step=formats.signed((value / change.old - 1) * 100))


def step_text(change: Change) -> str:
    """Return by how many percent of itself a value changes; nothing where one side is off or unknown."""
    if not change.old or not change.new:
        return ""
    share = change.new / change.old - 1
    text = formats.signed(share * 100)
    return f"{formats.arrow(share)} {text} %" if text != "0" else ""


def money_text(money: Money | None) -> str:
    """Return what a row should bring alone: +12 (−3 to +30); "—" where it can't be said."""
    if money is None or not math.isfinite(money.profit.median):
        return formats.UNKNOWN
    low, median, high = (
        formats.signed(value / 100) for value in (money.profit.low, money.profit.median, money.profit.high)
    )
    return QCoreApplication.translate("Changes", "{median} ({low} to {high})").format(median=median, low=low, high=high)


def problem_text(change: Change, profile: PlatformProfile) -> str:
    """Return what the platform has against a row, empty where nothing."""
    return bid_words.problem_text(change.problem, profile) if change.problem is not None else ""


def tip_text(change: Change, profile: PlatformProfile) -> str:
    """Return all about a row, one fact a line."""
    lines = [
        f"{lever_name(change.lever)} · {place_text(change)}",
        f"{value_text(change, change.old)} → {value_text(change, change.new)} {step_text(change)}".rstrip(),
    ]
    if change.money is not None:
        text = (
            QCoreApplication.translate(
                "Changes",
                "Within the plan, since premiums and lower bids rest on each other, in {days} days: profit − spend "
                "{profit} yuan, spend {spend} yuan",
            )
            if change.money.within
            else QCoreApplication.translate(
                "Changes", "Alone, in {days} days: profit − spend {profit} yuan, spend {spend} yuan"
            )
        )
        lines.append(
            text.format(
                days=change.money.days,
                profit=money_text(change.money),
                spend=formats.signed(change.money.spend / 100),
            )
        )
        lines.append(
            QCoreApplication.translate("Changes", "Changes work on one another: the rows don't add up to the plan.")
        )
    elif change.problem is None:
        lines.append(
            QCoreApplication.translate(
                "Changes", "What it brings alone is worked out for the rows that move most money."
            )
        )
    if change.group is not None:
        lines.append(
            QCoreApplication.translate(
                "Changes", "The platform has no region premium: clone the plan for these regions, bids at this percent."
            )
        )
        lines.append(formats.listed(_region(name) for name in change.group.names))
    if change.is_stand_in:
        lines.append(
            QCoreApplication.translate(
                "Changes", "No report tells today's bid: change it in the console by this percent, not to a price."
            )
        )
    if change.problem is not None:
        lines.append(problem_text(change, profile))
    return "\n".join(lines)


def head_text(changes: Sequence[Change], taken: int) -> str:
    """Return how many rows there are and how many go out."""
    if not changes:
        return QCoreApplication.translate("Changes", "Nothing differs: there is nothing to carry over.")
    return QCoreApplication.translate("Changes", "{taken} of {count} {count:change|changes} go out").format(
        taken=formats.full(taken), count=formats.full(len(changes))
    )


def trouble_text(count: int) -> str:
    """Return how many of the rows that go out the platform would refuse."""
    return QCoreApplication.translate(
        "Changes",
        "{count} {count:row breaks a limit|rows break a limit} of the platform: change the value in the plan or "
        "refuse the row, then export.",
    ).format(count=formats.full(count))


def _region(name: str) -> str:
    return region_name(BY_NAME[name]) if name in BY_NAME else name


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
