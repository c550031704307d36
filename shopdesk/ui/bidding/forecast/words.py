"""The forecast in words: names, amounts rounded to what is known, the answer, and why."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forecast.model import Answer, Driver, Forecast, Metric, Range
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY
from shopdesk.ui import formats
from shopdesk.ui.bidding.forecast.state import Compared
from shopdesk.ui.charts.day_labels import weekday_name
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import region_name

_MONEY: Final = frozenset({Metric.SPEND, Metric.REVENUE, Metric.PROFIT})
_NAMED: Final = 1
_SURE_ENOUGH: Final = 0.01
_NAMED_IN_TIP: Final = 12
_DRIVERS: Final = 2
_FEW_ORDERS: Final = 10.0
_WHOLE_ORDERS: Final = 1.0
_LEAST_ORDERS: Final = 0.5
_LEAST_FEN: Final = 100.0


def metric_name(metric: Metric) -> str:
    """Return the name of a row."""
    names = {
        Metric.SPEND: QCoreApplication.translate("Forecast", "Spend"),
        Metric.CLICKS: QCoreApplication.translate("Forecast", "Clicks"),
        Metric.CPC: QCoreApplication.translate("Forecast", "CPC"),
        Metric.ORDERS: QCoreApplication.translate("Forecast", "Orders"),
        Metric.REVENUE: QCoreApplication.translate("Forecast", "Revenue"),
        Metric.ROI: QCoreApplication.translate("Forecast", "ROI"),
        Metric.PROFIT: QCoreApplication.translate("Forecast", "Profit"),
    }
    return names[metric]


def metric_label(metric: Metric) -> str:
    """Return the name of a row with its unit."""
    if metric in _MONEY or metric is Metric.CPC:
        return f"{metric_name(metric)} {formats.unit_name('money')}"
    return metric_name(metric)


def formula_text(metric: Metric) -> str:
    """Return how a row is made from the others."""
    formulas = {
        Metric.SPEND: QCoreApplication.translate(
            "Forecast", "spend of these days as it was × how spend follows the bids (learnt from past changes)"
        ),
        Metric.CLICKS: QCoreApplication.translate("Forecast", "spend ÷ cost per click"),
        Metric.CPC: QCoreApplication.translate("Forecast", "cost per click as it was × how it follows the bid"),
        Metric.ORDERS: QCoreApplication.translate(
            "Forecast", "clicks × conversion of words, hours, regions, audiences"
        ),
        Metric.REVENUE: QCoreApplication.translate("Forecast", "orders × order value"),
        Metric.ROI: QCoreApplication.translate("Forecast", "revenue ÷ spend"),
        Metric.PROFIT: QCoreApplication.translate("Forecast", "revenue × margin − spend"),
    }
    return f"{metric_name(metric)} = {formulas[metric]}"


def amount(metric: Metric, value: float | None) -> str:
    """Return a figure of a row; money comes in fen."""
    if value is None or not math.isfinite(value):
        return formats.UNKNOWN
    match metric:
        case Metric.CPC:
            return formats.money_fen(value)
        case Metric.ROI:
            return formats.times(value)
        case Metric.ORDERS if abs(value) < _FEW_ORDERS:
            return formats.full(value, decimals=1)
        case _ if metric in _MONEY:
            return formats.money_fen(value, decimals=0)
        case _:
            return formats.full(value)


def short_amount(metric: Metric, value: float | None) -> str:
    """Return a figure of a row where it must not take more room than a few signs."""
    if value is None:
        return formats.UNKNOWN
    return formats.short(value / 100 if metric in _MONEY or metric is Metric.CPC else value)


def range_text(metric: Metric, span: Range) -> str:
    """Return median and interval of a row."""
    return QCoreApplication.translate("Forecast", "{median}, 80 % interval {low} … {high}").format(
        median=amount(metric, span.median), low=amount(metric, span.low), high=amount(metric, span.high)
    )


def step_fen(span: Range) -> float:
    """Return to how many fen a figure is worth writing: a hundredth of what isn't known, 1, 2 or 5 times a power."""
    width = (span.high - span.low) / 2
    if not math.isfinite(width) or width <= 0:
        return 100.0
    return max(100.0, 5 * 10.0 ** (math.floor(math.log10(width)) - 2))


def gain_text(fen: float, span: Range) -> str:
    """Return a gain in yuan with its sign, rounded to what is known of it."""
    step = step_fen(span)
    return formats.signed(round(fen / step) * step / 100)


def medians_text() -> str:
    """Return why two medians don't differ by the gain."""
    return QCoreApplication.translate(
        "Forecast",
        "The gain above holds both against each other on the same days and the same luck: it is surer than the two "
        "medians, and need not be their difference.",
    )


def answer_lines(forecast: Forecast, compared: Compared) -> tuple[str, ...]:
    """Return the answer: a sentence, the gain, its interval; later lines are missing where they say nothing."""
    gain = forecast.gain
    if gain is None and forecast.new and forecast.answer is not Answer.NO_DATA:
        return (QCoreApplication.translate("Forecast", "Whether it pays needs the margin: fill it in below."),)
    if gain is None or forecast.answer is Answer.NO_DATA or not math.isfinite(gain.median):
        return (QCoreApplication.translate("Forecast", "Too few data: no judgement yet."),)
    money = QCoreApplication.translate("Forecast", "Profit − spend about {gain} yuan").format(
        gain=gain_text(gain.median, gain)
    )
    interval = QCoreApplication.translate("Forecast", "80 %: {low} … {high} yuan").format(
        low=gain_text(gain.low, gain), high=gain_text(gain.high, gain)
    )
    return (_head(forecast, compared), money, interval)


def _head(forecast: Forecast, compared: Compared) -> str:
    chance = chance_text(forecast.chance)
    match forecast.answer:
        case Answer.KEEP if forecast.gain is not None and forecast.gain.low == forecast.gain.high == 0:
            return QCoreApplication.translate("Forecast", "Leave it: nothing would change")
        case Answer.KEEP:
            text = QCoreApplication.translate("Forecast", "Leave it: {chance} likely to earn more")
        case Answer.CANNOT_TELL:
            text = QCoreApplication.translate("Forecast", "Can't tell yet: {chance} it earns more")
        case _ if compared is Compared.PROPOSAL:
            text = QCoreApplication.translate("Forecast", "Proposal: {chance} to earn more")
        case _:
            text = QCoreApplication.translate("Forecast", "{chance} likely to earn more")
    return text.format(chance=chance)


def chance_text(chance: float | None) -> str:
    """Return a chance in whole percent; one near the ends is only said to be beyond 1 or 99 %."""
    if chance is None or not math.isfinite(chance):
        return formats.UNKNOWN
    if chance > 1 - _SURE_ENOUGH:
        return f"> {formats.percent(1 - _SURE_ENOUGH, decimals=0)}"
    if chance < _SURE_ENOUGH:
        return f"< {formats.percent(_SURE_ENOUGH, decimals=0)}"
    return formats.percent(chance, decimals=0)


def dimension_name(dimension: str) -> str:
    """Return the name of a lever."""
    names = {
        "words": QCoreApplication.translate("Forecast", "Words"),
        "hours": QCoreApplication.translate("Forecast", "Hours"),
        "regions": QCoreApplication.translate("Forecast", "Regions"),
        "audiences": QCoreApplication.translate("Forecast", "Audiences"),
        "budget": QCoreApplication.translate("Forecast", "Budget"),
    }
    return names.get(dimension, dimension)


def why_text(drivers: Sequence[Driver]) -> str:
    """Return what drives the change, the largest first; empty where nothing does."""
    moving = [one for one in drivers if abs(one.orders) >= _LEAST_ORDERS or abs(one.profit) >= _LEAST_FEN]
    moving.sort(key=lambda one: -abs(one.profit))
    return QCoreApplication.translate("Forecast", "; ").join(_driver_text(one) for one in moving[:_DRIVERS])


def named(drivers: Sequence[Driver], word_of: Callable[[str], str]) -> tuple[Driver, ...]:
    """Return drivers with names that people read: words by their key, hours by their place in the week."""
    names = {"words": word_of, "hours": hour_name, "regions": _region}
    return tuple(replace(one, names=tuple(map(names.get(one.dimension, str), one.names))) for one in drivers)


def hour_name(place: str) -> str:
    """Return an hour of the week (0: Monday 00:00) in words; what is no number stays as it is."""
    if not place.isdigit():
        return place
    day, hour = divmod(int(place), HOURS_PER_DAY)
    return QCoreApplication.translate("Forecast", "{day} {hour}:00").format(day=weekday_name(day % DAYS), hour=hour)


def _region(name: str) -> str:
    return region_name(BY_NAME[name]) if name in BY_NAME else name


def _driver_text(driver: Driver) -> str:
    if abs(driver.orders) >= _LEAST_ORDERS:
        text = QCoreApplication.translate("Forecast", "{who} about {orders} orders")
    elif driver.spend <= -_LEAST_FEN:
        text = QCoreApplication.translate("Forecast", "{who} saves {spend} yuan")
    elif driver.spend >= _LEAST_FEN:
        text = QCoreApplication.translate("Forecast", "{who} spends {spend} yuan more")
    else:
        text = QCoreApplication.translate("Forecast", "{who} profit {profit} yuan")
    return text.format(
        who=_who(driver),
        orders=formats.signed(driver.orders, decimals=1 if abs(driver.orders) < _WHOLE_ORDERS else 0),
        spend=formats.money_fen(abs(driver.spend), decimals=0),
        profit=formats.signed(driver.profit / 100),
    )


def driver_tip(drivers: Sequence[Driver]) -> str:
    """Return every driver with orders, spend and profit, one a line."""
    return "\n".join(
        QCoreApplication.translate(
            "Forecast", "{who}: orders {orders}, spend {spend} yuan, profit − spend {profit} yuan"
        ).format(
            who=_who(one, most=_NAMED_IN_TIP),
            orders=formats.signed(one.orders, decimals=1),
            spend=formats.signed(one.spend / 100),
            profit=formats.signed(one.profit / 100),
        )
        for one in sorted(drivers, key=lambda one: -abs(one.profit))
    )


def _who(driver: Driver, *, most: int = _NAMED) -> str:
    if not driver.names:
        return dimension_name(driver.dimension)
    shown = formats.listed(driver.names[:most])
    count = max(driver.count, len(driver.names))
    if count <= most:
        return shown
    texts = {
        "words": QCoreApplication.translate("Forecast", "{names} … ({count} words)"),
        "hours": QCoreApplication.translate("Forecast", "{names} … ({count} hours)"),
        "regions": QCoreApplication.translate("Forecast", "{names} … ({count} regions)"),
        "audiences": QCoreApplication.translate("Forecast", "{names} … ({count} audiences)"),
    }
    text = texts.get(driver.dimension, "{names}")
    return text.format(names=shown, count=formats.full(count))
