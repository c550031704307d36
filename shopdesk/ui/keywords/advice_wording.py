"""How an advice is said: a verb for its cell, yuan or a reason beside it, and on hover all that stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import ADVICE_DAYS, SHIPPED, Action, Assumptions, Why
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui import formats
from shopdesk.ui.grid.columns import Row
from shopdesk.ui.keywords import wording

MOST_CLICKS_NEEDED: Final = 2000
"""Beyond so many clicks it is no help to name them."""


def verb(row: Row) -> tuple[str, int]:
    """Return the words of an advice and its direction: 1 up, -1 down, 0 plain."""
    if row["review"]:
        return QCoreApplication.translate("Keywords", "is it a brand?"), 0
    match row["advice"]:
        case Action.RAISE.value:
            return QCoreApplication.translate("Keywords", "add {percent} %").format(percent=_step(row)), 1
        case Action.LOWER.value:
            return QCoreApplication.translate("Keywords", "cut {percent} %").format(percent=_step(row)), -1
        case Action.PAUSE.value:
            return QCoreApplication.translate("Keywords", "pause"), -1
        case Action.NEGATIVE.value:
            return QCoreApplication.translate("Keywords", "exclude"), -1
        case Action.EXPAND.value:
            return QCoreApplication.translate("Keywords", "buy it"), 1
        case _:
            return QCoreApplication.translate("Keywords", "leave it"), 0


def marked(row: Row) -> tuple[str, int]:
    """Return the words of an advice with the mark before them, and its direction: ✕ keeps out, ＋ buys anew."""
    text, direction = verb(row)
    if row["review"] or not direction:
        return text, direction
    mark = _MARKS.get(row["advice"]) or formats.arrow(direction)
    return f"{mark} {text}", direction


_MARKS: Final[Mapping[str, str]] = {Action.NEGATIVE.value: "✕", Action.EXPAND.value: "＋"}


def _step(row: Row) -> str:
    return formats.full(100 * abs(row["advice_step"] or 0.0))


def money(row: Row) -> str:
    """Return the yuan in 28 days that an advice brings; where nothing is advised, why not, in two or three words."""
    if row["advice_money"] is not None:
        return formats.signed(row["advice_money"])
    match row["advice_reason"]:
        case Why.UNCLEAR.value:
            return QCoreApplication.translate("Keywords", "can't tell yet")
        case Why.GOOD.value:
            return QCoreApplication.translate("Keywords", "price fits")
        case Why.SMALL.value:
            return QCoreApplication.translate("Keywords", "too little")
        case Why.OWN_BRAND.value:
            return QCoreApplication.translate("Keywords", "own name")
        case _:
            return formats.UNKNOWN


def reason(row: Row) -> str:
    """Return why this is advised; where it can't be said yet, also how many clicks that takes."""
    return " ".join(text for text in (_reason(row), _needed(row)) if text)


def lack(reasons: Iterable[str]) -> str:
    """Return what all words of a period lack, where that is one and the same thing; "" where some can be judged."""
    told = set(reasons) - {Why.REVIEW.value, Why.NO_CLICKS.value}
    lacking = {why.value for why in (Why.NO_MARGIN, Why.UNTOLD, Why.NO_ORDERS, Why.LOSING)}
    return _why(told.pop()) if len(told) == 1 and told <= lacking else ""


def _reason(row: Row) -> str:
    return _why(str(row["advice_reason"]))


_WHY: Final[Mapping[str, Callable[[], str]]] = {
    Why.PAYS.value: lambda: QCoreApplication.translate(
        "Keywords", "A click is worth clearly more than it costs, so that more clicks at a higher price pay, too."
    ),
    Why.DEAR.value: lambda: QCoreApplication.translate(
        "Keywords", "A click almost surely costs more than it is worth."
    ),
    Why.HOPELESS.value: lambda: QCoreApplication.translate(
        "Keywords", "A click would hardly pay at a price 30 % lower either: stop buying it."
    ),
    Why.ROOT.value: lambda: QCoreApplication.translate(
        "Keywords", "Neither this word nor the words of its root pay: exclude it."
    ),
    Why.BRINGS.value: lambda: QCoreApplication.translate(
        "Keywords", "People search for it, it pays, and it has no bid of its own: buy it as a keyword."
    ),
    Why.GOOD.value: lambda: QCoreApplication.translate(
        "Keywords", "A click pays, and it isn't sure that a higher price would bring more: leave it."
    ),
    Why.SMALL.value: lambda: QCoreApplication.translate(
        "Keywords", "The price doesn't fit, but a change would bring less than 5 yuan in 28 days: leave it."
    ),
    Why.UNCLEAR.value: lambda: QCoreApplication.translate(
        "Keywords", "Chance could explain what was seen: leave it until there are more clicks."
    ),
    Why.OWN_BRAND.value: lambda: QCoreApplication.translate(
        "Keywords",
        "The shop's own name costs more than it brings at once, but others can take its place: you decide.",
    ),
    Why.REVIEW.value: lambda: QCoreApplication.translate(
        "Keywords",
        "First say in the word panel whether its beginning is a brand: no dictionary and no title has it.",
    ),
    Why.NO_CLICKS.value: lambda: QCoreApplication.translate("Keywords", "Nobody has clicked on it in this period."),
    Why.NO_ORDERS.value: lambda: QCoreApplication.translate(
        "Keywords", "No word has won an order in this period, so that nothing can be said of any."
    ),
    Why.UNTOLD.value: lambda: QCoreApplication.translate(
        "Keywords", "The keyword reports of this period tell no orders or no revenue: import one that tells both."
    ),
    Why.LOSING.value: lambda: QCoreApplication.translate(
        "Keywords",
        "After refunds and goods nothing is left of an order, so that no click can pay: check the costs.",
    ),
    Why.NO_MARGIN.value: lambda: QCoreApplication.translate(
        "Keywords", "Import orders and a cost list: without a margin nobody can say whether a click pays."
    ),
}
"""Each worded when it is asked for: a table has many rows, and the language may change."""


def _why(code: str) -> str:
    worded = _WHY.get(code)
    return worded() if worded is not None else ""


def _needed(row: Row) -> str:
    needed = row["clicks_needed"]
    if row["advice_reason"] != Why.UNCLEAR.value or needed is None or not 0 < needed <= MOST_CLICKS_NEEDED:
        return ""
    return QCoreApplication.translate(
        "Keywords", "{count} more {count:click|clicks} without an order, and it surely doesn't pay."
    ).format(count=formats.full(needed))


def behind(row: Row, *, left_out: int, assumed: Assumptions = SHIPPED) -> str:
    """Return all that stands behind an advice, by lines; ``left_out`` are the last days that values leave out."""
    money = (*_money_lines(row, assumed), *_chance_lines(row), _margin_line(row, assumed))
    lines = [reason(row), *money, _basis(row, left_out)]
    if row["advice"] == Action.RAISE.value and row["quadrant"] == Quadrant.BRAND.value:
        lines.append(
            QCoreApplication.translate(
                "Keywords", "Caution: who searches for the shop's own name often comes without an ad, too."
            )
        )
    return "\n".join(line for line in lines if line)


def _margin_line(row: Row, assumed: Assumptions) -> str:
    if assumed.margin is None or row["chance"] is None:
        return ""
    return QCoreApplication.translate("Keywords", "Margin {margin}, as the shop set it itself.").format(
        margin=formats.percent(assumed.margin, decimals=1)
    )


def _money_lines(row: Row, assumed: Assumptions) -> list[str]:
    if row["advice_money"] is None:
        return []
    lines = [
        QCoreApplication.translate(
            "Keywords", "About {money} yuan in {days} days (80 %: {low} … {high}); chance that it pays {chance} %"
        ).format(
            money=formats.signed(row["advice_money"]),
            days=ADVICE_DAYS,
            low=formats.signed(row["advice_money_low"]),
            high=formats.signed(row["advice_money_high"]),
            chance=wording.chance(row["advice_chance"]),
        )
    ]
    if row["advice_step"] is not None:
        text = (
            QCoreApplication.translate(
                "Keywords", "As the shop set it: 1 % more bid: {spend} % (±{sd}) more spend, clicks {cpc} % dearer."
            )
            if assumed.are_own
            else QCoreApplication.translate(
                "Keywords",
                "Taken (please check): 1 % more bid means {spend} % (±{sd}) more spend, clicks {cpc} % dearer; "
                "“Assumptions…” changes it.",
            )
        )
        lines.append(text.format(spend=f"{assumed.spend:.1f}", sd=f"{assumed.spend_sd:.1f}", cpc=f"{assumed.cpc:.2f}"))
    return lines


def pays(row: Row) -> str:
    """Return what a click is worth beside what it costs, of a word or a root."""
    return QCoreApplication.translate(
        "Keywords",
        "A click is worth {worth} yuan after goods and refunds and costs {cpc}: pays with {chance} %",
    ).format(
        worth=formats.money(row["break_even"]),
        cpc=formats.money(row["cpc"]),
        chance=wording.chance(row["chance"]),
    )


def _chance_lines(row: Row) -> list[str]:
    lines = []
    if row["chance"] is not None:
        lines.append(pays(row))
    if row["root"] and row["pooled_below"] is not None:
        lines.append(
            QCoreApplication.translate("Keywords", "Judged with the words of the root “{root}”: {chance} %").format(
                root=row["root"], chance=wording.chance(1 - row["pooled_below"])
            )
        )
    return lines


def _basis(row: Row, left_out: int) -> str:
    if row["worth_clicks"] is None:
        return ""
    text = QCoreApplication.translate(
        "Keywords",
        "From {orders} {orders:order|orders} and {clicks} {clicks:click|clicks} of this word, and its quadrant",
    ).format(orders=formats.full(row["worth_orders"]), clicks=formats.full(row["worth_clicks"]))
    signs = (row["carts"] or 0.0) + (row["favourites"] or 0.0)
    if signs:
        text += QCoreApplication.translate("Keywords", ", with its {count} carts and favourites").format(
            count=formats.full(signs)
        )
    if left_out:
        text += "; " + QCoreApplication.translate(
            "Keywords", "the last {days} {days:day|days} left out, as their orders are still coming in"
        ).format(days=formats.full(left_out))
    return text
