"""How the customers view says classes, moves, values and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.customers import Customers, Snapshot, rfm_classes
from shopdesk.domain.kpi.customers.bgnbd import MIN_REPEATERS
from shopdesk.domain.kpi.customers.persona import OTHER, Cut
from shopdesk.domain.kpi.customers.rfm import GONE, NEW, WINDOW_DAYS, ClassRow, RfmClass
from shopdesk.domain.kpi.customers.value import MIN_OBSERVED_WEEKS, HistoricValue, ModelValue, Refusal
from shopdesk.ui import formats

MOST_MOVES = 2
Classes: TypeAlias = Mapping[str, RfmClass]


def class_name(key: str, classes: Classes) -> str:
    """Return what a class is called."""
    one = classes.get(key)
    if one is None:
        return formats.UNKNOWN
    return one.zh if formats.language() == "zh_CN" else one.en


def class_advice(key: str, classes: Classes) -> str:
    """Return the advice for a class."""
    one = classes.get(key)
    if one is None:
        return ""
    return one.advice_zh if formats.language() == "zh_CN" else one.advice_en


def class_rule(key: str) -> str:
    """Return by what a class is told from the others."""
    one = next(one for one in rfm_classes() if one.key == key)
    recent = QCoreApplication.translate("Customers", "more recent")
    long_ago = QCoreApplication.translate("Customers", "longer ago")
    often = QCoreApplication.translate("Customers", "more often")
    seldom = QCoreApplication.translate("Customers", "less often")
    more = QCoreApplication.translate("Customers", "more money")
    less = QCoreApplication.translate("Customers", "less money")
    parts = (recent if one.r else long_ago, often if one.f else seldom, more if one.m else less)
    return QCoreApplication.translate("Customers", "{parts} than the mean buyer").format(parts=formats.listed(parts))


def moves_text(moves: Mapping[str, int], classes: Classes, *, came: bool, most: int = MOST_MOVES) -> str:
    """Return the largest moves: 首购 135、重要发展 44."""
    largest = sorted(moves.items(), key=lambda move: (-move[1], move[0]))
    shown = [f"{_move_name(key, classes, came=came)} {formats.full(count)}" for key, count in largest[:most]]
    rest = sum(count for _key, count in largest[most:])
    if rest:
        shown.append(QCoreApplication.translate("Customers", "others {count}").format(count=formats.full(rest)))
    return formats.listed(shown)


def class_lines(row: ClassRow, classes: Classes) -> list[str]:
    """Return all that is known of a class: its rule, its buyers, all moves, the advice and whose it is."""
    head = QCoreApplication.translate("Customers", "{name}: {rule}")
    lines = [head.format(name=class_name(row.key, classes), rule=class_rule(row.key))]
    if row.count:
        lines.append(
            QCoreApplication.translate(
                "Customers", "Last purchase {days} days ago and {count} purchases on average"
            ).format(days=formats.full(row.mean_recency), count=formats.full(row.mean_frequency, decimals=1))
        )
    if row.came:
        moves = moves_text(row.came, classes, came=True, most=len(row.came))
        lines.append(QCoreApplication.translate("Customers", "Came from: {moves}").format(moves=moves))
    if row.went:
        moves = moves_text(row.went, classes, came=False, most=len(row.went))
        lines.append(QCoreApplication.translate("Customers", "Went to: {moves}").format(moves=moves))
    own = classes.get(row.key)
    if own is not None and own.is_checked:
        advice = QCoreApplication.translate("Customers", "What to do: {advice}")
    else:
        advice = QCoreApplication.translate("Customers", "Usual advice, please check: {advice}")
    return [*lines, advice.format(advice=class_advice(row.key, classes))]


def _move_name(key: str, classes: Classes, *, came: bool) -> str:
    if key == NEW and came:
        return QCoreApplication.translate("Customers", "first purchase or back")
    if key == GONE:
        return QCoreApplication.translate("Customers", "a year without")
    return class_name(key, classes)


def quarter_name(snapshot: Snapshot) -> str:
    """Return a quarter: 2026 Q2, with its last day while it is still open."""
    end = snapshot.quarter.end
    name = f"{end.year} Q{(end.month - 1) // 3 + 1}"
    if not snapshot.is_open:
        return name
    return QCoreApplication.translate("Customers", "{quarter} to {day}").format(
        quarter=name, day=formats.day(snapshot.day)
    )


def class_behind(row: ClassRow, snapshot: Snapshot) -> list[str]:
    """Return what the figures of a class are made of: its buyers and sales among all of the year up to the day."""
    people = sum(one.count for one in snapshot.classes)
    yuan = sum(one.yuan for one in snapshot.classes)
    return [
        class_rule(row.key),
        QCoreApplication.translate(
            "Customers", "{count} of {all} buyers, {yuan} of {all_yuan} yuan, in the {days} days up to {day}"
        ).format(
            count=formats.full(row.count),
            all=formats.full(people),
            yuan=formats.money(row.yuan),
            all_yuan=formats.money(yuan),
            days=formats.full(WINDOW_DAYS),
            day=formats.full_day(snapshot.day),
        ),
        QCoreApplication.translate("Customers", "Counted from paid orders; a buyer is one code of the order export."),
    ]


def persona_behind(buyers: int, all_buyers: int, snapshot: Snapshot) -> list[str]:
    """Return what the share of a group of a quarter is made of."""
    return [
        QCoreApplication.translate("Customers", "{count} ÷ {all} buyers of {quarter}").format(
            count=formats.full(buyers), all=formats.full(all_buyers), quarter=quarter_name(snapshot)
        ),
        QCoreApplication.translate("Customers", "Counted from paid orders; a buyer is one code of the order export."),
    ]


def caveat(found: Customers, snapshot: Snapshot) -> str:
    """Return what makes the classes of a quarter weaker than they look, empty where nothing does."""
    lines = []
    since: date = found.bought.first
    if (snapshot.day - since).days < WINDOW_DAYS:
        lines.append(
            QCoreApplication.translate(
                "Customers", "Orders begin on {day}: whoever bought before counts as new, older classes are too small."
            ).format(day=formats.full_day(since))
        )
    if found.bought.nameless:
        lines.append(
            QCoreApplication.translate("Customers", "{count} {count:order|orders} without a buyer left out.").format(
                count=formats.full(found.bought.nameless)
            )
        )
    return " ".join(lines)


def historic_lines(value: HistoricValue) -> list[str]:
    """Return what buyers brought so far."""
    lines = [
        QCoreApplication.translate(
            "Customers", "So far {yuan} yuan of sales per buyer ({buyers} buyers, {days} days)"
        ).format(
            yuan=formats.money(value.yuan_per_buyer), buyers=formats.full(value.buyers), days=formats.full(value.days)
        )
    ]
    if value.margin_per_buyer is not None:
        lines.append(
            QCoreApplication.translate("Customers", "of which {yuan} yuan of margin after goods and refunds").format(
                yuan=formats.money(value.margin_per_buyer)
            )
        )
    else:
        lines.append(
            QCoreApplication.translate(
                "Customers", "Costs are known for {share} of the orders: import the cost list to see the margin."
            ).format(share=formats.percent(value.cost_share, decimals=0))
        )
    lines.append(
        QCoreApplication.translate("Customers", "{share} have bought on more than one day").format(
            share=formats.percent(value.repeat_share, decimals=1)
        )
    )
    return lines


def model_lines(value: ModelValue | Refusal) -> list[str]:
    """Return what the models expect, or why they say nothing."""
    if isinstance(value, Refusal):
        return [_refusal(value)]
    what = (
        QCoreApplication.translate("Customers", "margin")
        if value.is_margin
        else QCoreApplication.translate("Customers", "sales")
    )
    return [
        QCoreApplication.translate(
            "Customers", "Next {weeks} weeks: {yuan} yuan of {what} per buyer (95 %: {low} to {high})"
        ).format(
            weeks=formats.full(value.weeks),
            yuan=formats.money(value.value),
            what=what,
            low=formats.money(value.low),
            high=formats.money(value.high),
        ),
        QCoreApplication.translate(
            "Customers", "A buyer won today is expected to bring {yuan} yuan more after the first order."
        ).format(yuan=formats.money(value.new_value)),
        QCoreApplication.translate(
            "Customers",
            "{purchases} more purchases each, {discount} a year discounted; from {repeaters} repeat buyers over {seen} "
            "weeks.",
        ).format(
            purchases=formats.full(value.purchases, decimals=2),
            discount=formats.percent(value.discount, decimals=0),
            seen=formats.full(value.observed_weeks),
            repeaters=formats.full(value.repeaters),
        ),
    ]


def model_tip(value: ModelValue | Refusal) -> str:
    """Return the parameters behind the expected value with their ranges."""
    if isinstance(value, Refusal):
        return ""
    names = ("r", "α", "a", "b")
    lines = [
        f"{name} {_short(best)} ({_short(low)} – {_short(high)})"
        for name, best, (low, high) in zip(names, value.bgnbd.parameters, value.intervals, strict=True)
    ]
    gamma = value.gamma
    return "\n".join(
        [
            QCoreApplication.translate("Customers", "BG/NBD with 95 % profile intervals:"),
            *lines,
            f"Gamma–Gamma p {_short(gamma.p)}, q {_short(gamma.q)}, γ {_short(gamma.v)}",
        ]
    )


def _short(value: float) -> str:
    """Return a parameter in four leading digits, never as a power of ten."""
    return f"{float(f'{value:.4g}'):,.10g}"


def _refusal(refusal: Refusal) -> str:
    if refusal.is_unfit:
        return QCoreApplication.translate(
            "Customers",
            "These orders follow no known pattern of coming back: no forecast, better none than a wrong one.",
        )
    if refusal.weeks < MIN_OBSERVED_WEEKS:
        return QCoreApplication.translate(
            "Customers",
            "No forecast: orders of {weeks} {weeks:week|weeks} are here, {least} are needed. Import earlier orders.",
        ).format(weeks=formats.full(refusal.weeks), least=formats.full(MIN_OBSERVED_WEEKS))
    return QCoreApplication.translate(
        "Customers",
        "No forecast: {count} {count:buyer has|buyers have} come back, {least} are needed. With fewer, any number "
        "would be made up.",
    ).format(count=formats.full(refusal.repeaters), least=formats.full(MIN_REPEATERS))


def label_text(label: str, place: Cut, limits: tuple[float, float], classes: Classes) -> str:
    """Return one label of a persona group."""
    if place is Cut.CLASS:
        return class_name(label, classes)
    if place is Cut.BAND:
        return band_name(label, limits)
    if label == OTHER:
        return (
            QCoreApplication.translate("Customers", "other items")
            if place is Cut.ITEM
            else QCoreApplication.translate("Customers", "other regions")
        )
    if label:
        return label
    return (
        QCoreApplication.translate("Customers", "item unknown")
        if place is Cut.ITEM
        else QCoreApplication.translate("Customers", "region unknown")
    )


def band_name(band: str, limits: tuple[float, float]) -> str:
    """Return a price band with its limits in yuan an order."""
    low, high = (formats.money(limit, decimals=0) for limit in limits)
    if band == "0":
        return QCoreApplication.translate("Customers", "low price (to {high} yuan)").format(high=low)
    if band == "1":
        return QCoreApplication.translate("Customers", "middle price ({low}–{high} yuan)").format(low=low, high=high)
    return QCoreApplication.translate("Customers", "high price (from {low} yuan)").format(low=high)
