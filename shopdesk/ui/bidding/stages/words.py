"""测款, 拉新 and 收割 in words: the answer first, then what it rests on and what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.audience_kinds import AudienceKind
from shopdesk.domain.bidding.stages.acquiring import AcquiringAnswer, Missing, ShareSource
from shopdesk.domain.bidding.stages.arms import ItemTrial, Rate, Subject
from shopdesk.domain.bidding.stages.harvest import HarvestAnswer
from shopdesk.domain.bidding.stages.item_test import (
    LEAST_EVENTS,
    LEAST_TRIALS,
    STOP_AT,
    USUAL_TRIALS,
    ItemOutcome,
    ItemTest,
)
from shopdesk.domain.bidding.stages.sample_size import trials_needed
from shopdesk.ui import formats

_EXAMPLE = (0.05, 0.08)


def item_headline(tested: ItemTrial) -> str:
    """Return what a test has shown."""
    found = tested.test
    best = found.best
    match found.outcome:
        case ItemOutcome.DECIDED if best is not None:
            return QCoreApplication.translate("BidStages", "Best: {name} (chance {chance})").format(
                name=best.arm.name, chance=_chance(best.chance)
            )
        case ItemOutcome.RUNNING if found.trials_left is not None:
            text = (
                QCoreApplication.translate("BidStages", "Still open: about {count} more clicks each")
                if tested.rate is Rate.CARTS
                else QCoreApplication.translate("BidStages", "Still open: about {count} more impressions each")
            )
            return text.format(count=formats.full(found.trials_left))
        case ItemOutcome.TOO_CLOSE:
            return QCoreApplication.translate("BidStages", "They hardly differ: waiting for an answer doesn't pay")
        case ItemOutcome.NO_EVENTS:
            return QCoreApplication.translate("BidStages", "No carts in the report: can't be judged")
        case _:
            return QCoreApplication.translate("BidStages", "Too few data, no judgement")


def item_lines(tested: ItemTrial) -> list[str]:
    """Return what the answer rests on and what it still costs."""
    found = tested.test
    lines = []
    if found.trials_left:
        lines.append(_left(found))
    lines.append(
        QCoreApplication.translate(
            "BidStages",
            "Ends where one is the best with {stop}, from {trials} trials each and {events} events together on.",
        ).format(stop=formats.percent(STOP_AT, decimals=0), trials=LEAST_TRIALS, events=LEAST_EVENTS)
    )
    if found.usual_chance is not None and tested.rate is Rate.CARTS:
        needed = trials_needed(*_EXAMPLE)
        lines.append(
            QCoreApplication.translate(
                "BidStages",
                "{usual} clicks each would pick the best of these in only {chance} of cases; telling {one} from "
                "{other} takes {needed} clicks each (80 % power).",
            ).format(
                usual=USUAL_TRIALS,
                chance=formats.percent(found.usual_chance, decimals=0),
                one=formats.percent(_EXAMPLE[0], decimals=0),
                other=formats.percent(_EXAMPLE[1], decimals=0),
                needed=formats.full(needed),
            )
        )
    if tested.what is Subject.ITEMS:
        lines.append(
            QCoreApplication.translate(
                "BidStages", "Items get other words and buyers in one plan: equal bids and clicks make it a fair test."
            )
        )
    if tested.left_out:
        lines.append(
            QCoreApplication.translate("BidStages", "{count} with fewer clicks aren't judged.").format(
                count=formats.full(tested.left_out)
            )
        )
    return lines


def _left(found: ItemTest) -> str:
    parts = [
        QCoreApplication.translate("BidStages", "{count} more each: an answer is then as likely as not").format(
            count=formats.full(found.trials_left)
        )
    ]
    if found.days_left is not None:
        parts.append(
            QCoreApplication.translate("BidStages", "about {days} {days:day|days}, shared equally").format(
                days=formats.full(found.days_left)
            )
        )
    if found.cost_left is not None:
        parts.append(
            QCoreApplication.translate("BidStages", "about {cost} yuan").format(
                cost=formats.money_fen(found.cost_left, decimals=0)
            )
        )
    return " · ".join(parts)


def rate_name(rate: Rate) -> str:
    """Return what is judged."""
    names = {
        Rate.CARTS: QCoreApplication.translate("BidStages", "carts and favourites per click"),
        Rate.CLICKS: QCoreApplication.translate("BidStages", "clicks per impression"),
    }
    return names[rate]


def subject_name(what: Subject) -> str:
    """Return what is compared."""
    names = {
        Subject.ITEMS: QCoreApplication.translate("BidStages", "Items"),
        Subject.PICTURES: QCoreApplication.translate("BidStages", "Pictures"),
    }
    return names[what]


def acquiring_headline(found: AcquiringAnswer) -> str:
    """Return what a click may cost where new customers come back."""
    if found.whole is not None:
        return QCoreApplication.translate("BidStages", "A click may cost up to {whole} yuan instead of {first}").format(
            whole=formats.money_fen(found.whole), first=formats.money_fen(found.first)
        )
    if found.first is not None:
        return QCoreApplication.translate("BidStages", "By first orders alone a click may cost {first} yuan").format(
            first=formats.money_fen(found.first)
        )
    return QCoreApplication.translate("BidStages", "What a new customer is worth here can't be said yet")


def acquiring_lines(found: AcquiringAnswer) -> list[str]:
    """Return the parts of the sum, or what must be imported."""
    lines = [_missing(one) for one in found.missing]
    if found.whole is None or found.later is None or found.share is None:
        return lines
    lines.append(
        QCoreApplication.translate(
            "BidStages", "Range {low}–{high} yuan; {orders} orders behind the conversion."
        ).format(
            low=formats.money_fen(found.low),
            high=formats.money_fen(found.high),
            orders=formats.full(found.click.orders if found.click is not None else None),
        )
    )
    later = (
        QCoreApplication.translate("BidStages", "A new customer brings about {value} yuan of margin in the next year")
        if found.later.is_margin
        else QCoreApplication.translate("BidStages", "A new customer buys for about {value} yuan in the next year")
    ).format(value=formats.money_fen(found.later.value))
    share = (
        QCoreApplication.translate("BidStages", "{share} of this plan's buyers are new")
        if found.share.source is ShareSource.PLAN
        else QCoreApplication.translate("BidStages", "{share} of the shop's recent orders are first orders")
    ).format(share=formats.percent(found.share.share, decimals=0))
    claim = QCoreApplication.translate("BidStages", "{alpha} of it is put down to ads (please check)").format(
        alpha=formats.percent(found.alpha, decimals=0)
    )
    lines += [f"{later} · {share} · {claim}", _cpc(found)]
    lines.append(
        QCoreApplication.translate(
            "BidStages", "Shut old customers out by an audience filter: a lower bid can't do that."
        )
    )
    return [line for line in lines if line]


def _cpc(found: AcquiringAnswer) -> str:
    cpc = found.click.cpc if found.click is not None else None
    if cpc is None or found.whole is None or found.low is None:
        return ""
    shown = formats.money_fen(cpc)
    if cpc <= found.low:
        return QCoreApplication.translate("BidStages", "Clicks cost {cpc} yuan now: that pays.").format(cpc=shown)
    if found.high is not None and cpc > found.high:
        return QCoreApplication.translate("BidStages", "Clicks cost {cpc} yuan now: too dear even so.").format(
            cpc=shown
        )
    return QCoreApplication.translate(
        "BidStages", "Clicks cost {cpc} yuan now: whether that pays can't be told."
    ).format(cpc=shown)


def _missing(one: Missing) -> str:
    texts = {
        Missing.CLICKS: QCoreApplication.translate("BidStages", "Missing: this plan's report with clicks and orders."),
        Missing.MARGIN: QCoreApplication.translate("BidStages", "Missing: the margin. Import costs or set it."),
        Missing.ORDERS: QCoreApplication.translate("BidStages", "Missing: the list of orders with buyers."),
        Missing.TOO_FEW_REPEATERS: QCoreApplication.translate(
            "BidStages", "Too few buyers have come back: import orders of a longer time."
        ),
        Missing.TOO_SHORT: QCoreApplication.translate(
            "BidStages", "The orders span too short a time to see who comes back: import at least 13 weeks."
        ),
        Missing.UNFIT: QCoreApplication.translate("BidStages", "No model of coming back fits these buyers."),
        Missing.NEW_SHARE: QCoreApplication.translate(
            "BidStages", "Missing: how many buyers are new (campaign report with new customers, or orders)."
        ),
    }
    return texts[one]


def harvest_headline(found: HarvestAnswer | None, *, audiences: int, has_lever: bool) -> str:
    """Return what premiums are worth paying."""
    if not has_lever:
        return QCoreApplication.translate("BidStages", "This platform has no audience premium")
    if found is None:
        return (
            QCoreApplication.translate("BidStages", "One audience alone: nothing to compare")
            if audiences
            else QCoreApplication.translate("BidStages", "No report by audience is imported")
        )
    if found.is_chance:
        return QCoreApplication.translate("BidStages", "Differences within what chance brings: 100 % is safer")
    count = sum(one.percent > 100 for one in found.premiums)
    if not count:
        return QCoreApplication.translate("BidStages", "No premium pays once regular buyers are counted out")
    return QCoreApplication.translate("BidStages", "{count} {count:audience is|audiences are} worth a premium").format(
        count=formats.full(count)
    )


def harvest_lines(found: HarvestAnswer | None) -> list[str]:
    """Return what the premiums rest on."""
    if found is None:
        return []
    lines = [
        QCoreApplication.translate(
            "BidStages",
            "Who knows the shop partly buys anyway: only what ads truly bring counts (please check; test it by "
            "switching the premium off for a week). Base: {rest}.",
        ).format(rest=found.rest)
    ]
    if any(one.is_capped for one in found.premiums):
        lines.append(
            QCoreApplication.translate("BidStages", "Some are cut where a click would cost more than it brings.")
        )
    if all(one.incremental_value is None for one in found.premiums):
        lines.append(QCoreApplication.translate("BidStages", "Without the margin no cap at break-even can be set."))
    return lines


def kind_name(kind: AudienceKind) -> str:
    """Return how well an audience knows the shop."""
    names = {
        AudienceKind.NEW: QCoreApplication.translate("BidStages", "new to the shop"),
        AudienceKind.VISITORS: QCoreApplication.translate("BidStages", "visitors"),
        AudienceKind.CART: QCoreApplication.translate("BidStages", "cart, favourites"),
        AudienceKind.BUYERS: QCoreApplication.translate("BidStages", "buyers"),
    }
    return names[kind]


def _chance(chance: float) -> str:
    return formats.percent(min(max(chance, 0.01), 0.99), decimals=0)
