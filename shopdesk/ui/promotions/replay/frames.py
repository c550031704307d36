"""The tables of the view: each part of a study as columns, money in fen, None where nothing is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from shopdesk.domain.promotions.design import OfferDesign, OfferKind
from shopdesk.ui.grid import GridFrame

if TYPE_CHECKING:
    from shopdesk.app.promotions.study import ReplayStudy
    from shopdesk.domain.promotions.replay.book import OrderBook
    from shopdesk.domain.promotions.replay.record import BuyerGroup, OfferCost, Replay, TierReach, Totals

HAPPENED: Final = "happened"
TODAY: Final = "today"
CANDIDATE: Final = "candidate"
CHANGE: Final = "change"
TOTALS: Final = (
    "orders",
    "items",
    "goods",
    "shop_off",
    "platform_off",
    "gift_cost",
    "revenue",
    "refunded",
    "income",
    "margin",
    "margin_rate",
    "order_value",
    "items_per_order",
)
COMPARED: Final = ("revenue", "off", "margin")
"""What weeks and customers are compared by."""
PRICED: Final = (TODAY, CANDIDATE)
_SIX_DAYS: Final = timedelta(days=6)


class LeftOut(StrEnum):
    """What the study did with orders and lines that it can't take as they are."""

    USED = "used"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    WITHOUT_VALUE = "without_value"
    WITHOUT_LINES = "without_lines"
    WITHOUT_COST = "without_cost"
    CLIPPED_REFUNDS = "clipped_refunds"
    BY_ENGINE = "by_engine"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Shown:
    """A study with the offers that it names; ``candidate`` is the id of the one replayed, "" where there is none."""

    study: ReplayStudy = field(repr=False)
    designs: Mapping[str, OfferDesign] = field(repr=False)
    candidate: str = ""

    @property
    def replays(self) -> Mapping[str, Replay]:
        """What happened, today, and the candidate where one was replayed."""
        found = {HAPPENED: self.study.happened, TODAY: self.study.today}
        replay = self.study.candidates.get(self.candidate)
        return found if replay is None else {**found, CANDIDATE: replay}

    @property
    def has_candidate(self) -> bool:
        """Whether a candidate was replayed."""
        return self.candidate in self.study.candidates

    @property
    def has_margin(self) -> bool:
        """Whether the cost of every order is known."""
        return self.last.totals.margin is not None and self.study.happened.totals.margin is not None

    @property
    def has_gifts(self) -> bool:
        """Whether one of the offers gives gifts."""
        costs = (*self.study.today.costs, *self.last.costs)
        named = (self.designs.get(cost.offer_id) for cost in costs)
        return any(design is not None and design.kind is OfferKind.GIFT for design in named)

    @property
    def last(self) -> Replay:
        """The candidate, without one today."""
        return self.replays.get(CANDIDATE, self.study.today)

    @property
    def book(self) -> OrderBook:
        """The orders."""
        return self.study.book


def totals_frame(shown: Shown) -> GridFrame:
    """Return a row for what happened, today and the candidate, and last what the last adds to the one before."""
    rows = {name: _figures(replay.totals) for name, replay in shown.replays.items()}
    before, after = list(rows.values())[-2:]
    rows[CHANGE] = {name: _less(after[name], before[name]) for name in TOTALS}
    rows[CHANGE]["margin"] = _margin_change(shown, [replay.totals for replay in shown.replays.values()])
    return _frame(("scenario", *TOTALS), [{"scenario": key, **row} for key, row in rows.items()], list(rows))


def weeks_frame(shown: Shown) -> GridFrame:
    """Return a row for each week; the first and the last may be a part."""
    weeks = sorted({week for replay in shown.replays.values() for week in replay.by_week})
    first, last = days_of(shown.book)
    parts = [first is not None and last is not None and (week < first or week + _SIX_DAYS > last) for week in weeks]
    rows = [{"week": week, **_side_by_side(shown, lambda one, week=week: one.by_week.get(week))} for week in weeks]  # type: ignore[misc]
    for row, part in zip(rows, parts, strict=True):
        row["part"] = part
    return _frame(("week", "part", *_compared_names(shown)), rows, [week.isoformat() for week in weeks])


def days_of(book: OrderBook) -> tuple[date, date] | tuple[None, None]:
    """Return the first and the last day of the orders, None where no order tells one."""
    import numpy as np

    days = book.day[~np.isnat(book.day)]
    return (days.min().item(), days.max().item()) if len(days) else (None, None)


def customers_frame(shown: Shown) -> GridFrame:
    """Return a row for new, returning and unknown buyers."""
    groups = list(shown.study.today.by_group)
    rows = [{"group": group.value, **_side_by_side(shown, _of_group(group))} for group in groups]
    return _frame(("group", *_compared_names(shown)), rows, [group.value for group in groups])


def offers_frame(shown: Shown) -> GridFrame:
    """Return a row for each offer with what it takes and who bears it, today and beside the candidate."""
    by_offer: dict[str, dict[str, Any]] = {}
    for scenario, replay in shown.replays.items():
        for cost in replay.costs:
            by_offer.setdefault(cost.offer_id, {"offer": cost.offer_id}).update(_cost(scenario, cost))
    parts = ("orders", "shop", "platform", "gift")
    names = ("offer", *(f"{part}_{scenario}" for scenario in PRICED for part in parts))
    return _frame(names, list(by_offer.values()), list(by_offer))


def tiers_frame(shown: Shown) -> GridFrame:
    """Return a row for each step of a ladder and each threshold, with the orders that reach it."""
    by_step: dict[str, dict[str, Any]] = {}
    for scenario, replay in shown.replays.items():
        for reach in replay.reach:
            key = f"{reach.offer_id}\n{reach.minimum}"
            row = by_step.setdefault(key, {"offer": reach.offer_id, "step": reach.minimum})
            row.update(_reach(scenario, reach, replay.totals.orders))
    parts = ("orders", "share", "taken")
    names = ("offer", "step", *(f"{part}_{scenario}" for scenario in PRICED for part in parts))
    return _frame(names, list(by_step.values()), list(by_step))


def thin_frame(shown: Shown) -> GridFrame:
    """Return the orders that leave least under the candidate, without one under today's offers."""
    book, today, last = shown.book, shown.study.today, shown.last
    rows = []
    for one in last.thinnest:
        at = one.position
        income_before = int(today.order_margin[at])
        rows.append(
            {
                "order": str(book.order_id[at]),
                "day": _day(book, at),
                "group": _group(book, at),
                "value": one.value,
                "off": one.value + int(book.shipping[at]) - one.revenue,
                "revenue": one.revenue,
                "margin": one.margin,
                "margin_rate": one.margin / one.revenue if one.revenue > 0 else None,
                "margin_today": income_before if shown.has_candidate else None,
                "change": one.margin - income_before if shown.has_candidate else None,
            }
        )
    names = ("order", "day", "group", "value", "off", "revenue", "margin", "margin_rate", "margin_today", "change")
    return _frame(names, rows, [one.position for one in last.thinnest])


def refunds_frame(shown: Shown) -> GridFrame:
    """Return the orders of which money went back, and what would go back of their other payments."""
    import numpy as np

    from shopdesk.domain.promotions.replay.per_order import refunds

    book = shown.book
    at = np.flatnonzero(book.refunded > 0)
    at = at[np.argsort(-book.refunded[at], kind="stable")]
    data: dict[str, Any] = {
        "order": book.order_id[at],
        "day": book.day[at],
        "paid": book.paid[at],
        "refunded": book.refunded[at],
        "share": book.refunded[at] / np.maximum(book.paid[at], 1),
    }
    for scenario in PRICED:
        replay = shown.replays.get(scenario)
        data[f"refunded_{scenario}"] = [None] * len(at) if replay is None else refunds(book, replay.order_revenue)[at]
    return GridFrame(data, keys=at)


def left_out_frame(shown: Shown) -> GridFrame:
    """Return how many orders count, and what was done with the others; only what there is, but always the first."""
    book, totals = shown.book, shown.study.happened.totals
    counts = {
        LeftOut.USED: book.orders,
        LeftOut.UNPAID: book.unpaid,
        LeftOut.CANCELLED: book.cancelled,
        LeftOut.WITHOUT_VALUE: book.without_value,
        LeftOut.WITHOUT_LINES: book.without_lines,
        LeftOut.WITHOUT_COST: totals.without_cost,
        LeftOut.CLIPPED_REFUNDS: book.clipped_refunds,
        LeftOut.BY_ENGINE: shown.last.by_engine,
    }
    total = book.orders + book.left_out
    rows: list[dict[str, Any]] = [
        {"what": what.value, "count": count, "share": count / total if total else None}
        for what, count in counts.items()
        if count or what is LeftOut.USED
    ]
    rows.append({"what": LeftOut.IDENTITY.value, "count": None, "share": book.refused_identity})
    return _frame(("what", "count", "share"), rows, [row["what"] for row in rows])


def _figures(totals: Totals) -> dict[str, Any]:
    return {name: getattr(totals, name) for name in TOTALS}


def off_of(totals: Totals) -> int:
    """Return what offers cost the shop: its part of discounts, and its gifts."""
    return totals.shop_off + totals.gift_cost


def _compared_names(shown: Shown) -> tuple[str, ...]:
    figures = (f"{figure}_{scenario}" for figure in COMPARED for scenario in (*shown.replays, CHANGE))
    return ("orders", *figures, "refunded")


def _side_by_side(shown: Shown, pick: Callable[[Replay], Totals | None]) -> dict[str, Any]:
    """Return the figures of one week or group in each scenario, and what the last adds to the one before."""
    found: dict[str, Any] = {}
    picked = {scenario: pick(replay) for scenario, replay in shown.replays.items()}
    for scenario, totals in picked.items():
        found["orders"] = totals.orders if totals is not None else 0
        found["refunded"] = totals.refunded if totals is not None else 0
        values = (None,) * len(COMPARED) if totals is None else (totals.revenue, off_of(totals), totals.margin)
        found |= {f"{figure}_{scenario}": value for figure, value in zip(COMPARED, values, strict=True)}
    before, after = list(shown.replays)[-2:]
    for figure in COMPARED:
        found[f"{figure}_{CHANGE}"] = _less(found[f"{figure}_{after}"], found[f"{figure}_{before}"])
    found[f"margin_{CHANGE}"] = _margin_change(shown, list(picked.values()))
    return found


def _margin_change(shown: Shown, scenarios: Sequence[Totals | None]) -> int | None:
    """Return what the last scenario adds to the margin of the one before, fen.

    The same goods are sold, so that no cost of them is needed; only gifts must be known.
    """
    before, after = scenarios[-2:]
    if before is None or after is None:
        return None
    if before.margin is not None and after.margin is not None:
        return after.margin - before.margin
    if shown.has_gifts:
        return None
    return (after.income - after.refunded) - (before.income - before.refunded)


def _of_group(group: BuyerGroup) -> Callable[[Replay], Totals | None]:
    return lambda replay: replay.by_group.get(group)


def _cost(scenario: str, cost: OfferCost) -> dict[str, Any]:
    return {
        f"orders_{scenario}": cost.orders,
        f"shop_{scenario}": cost.shop_off,
        f"platform_{scenario}": cost.platform_off,
        f"gift_{scenario}": cost.gift_cost,
    }


def _reach(scenario: str, reach: TierReach, orders: int) -> dict[str, Any]:
    return {
        f"orders_{scenario}": reach.orders,
        f"share_{scenario}": reach.orders / orders if orders else None,
        f"taken_{scenario}": reach.taken,
    }


def _day(book: OrderBook, at: int) -> date | None:
    day = book.day[at].astype("datetime64[D]").item()
    return day if isinstance(day, date) else None


def _group(book: OrderBook, at: int) -> str:
    return {0: "new", 1: "returning"}.get(int(book.returning[at]), "unknown")


def _less(after: Any, before: Any) -> Any:
    return None if after is None or before is None else after - before


def _frame(names: Sequence[str], rows: Iterable[Mapping[str, Any]], keys: Sequence[Any]) -> GridFrame:
    listed = list(rows)
    return GridFrame({name: [row.get(name) for row in listed] for name in names}, keys=keys)
