"""What an order leaves to the shop, and what a ladder shall bring: handed in by whoever asks."""

from __future__ import annotations

from dataclasses import dataclass

from shopdesk.domain.promotions.ladders.record import Objective


@dataclass(frozen=True, slots=True)
class Terms:
    """``margin`` is value less cost of goods, as a share of value (None unknown: no profit can be told).

    ``fee`` is the platform's share of what customers pay, ``shipping`` fen an order.
    """

    margin: float | None
    fee: float = 0.0
    shipping: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """The objective, and the limits of the search.

    ``margin_floor`` is the least profit (after fee and shipping) as a share of what customers pay, None without one;
    ``floor_chance`` the share of draws in which it shall hold: more than the nine of ten that are promised, since true
    answers may have a form that no draw has. ``most_tiers`` is the platform's limit. ``step`` of the amounts off in
    fen, None for one that suits the shop's values.
    """

    objective: Objective = Objective.PROFIT
    margin_floor: float | None = None
    floor_chance: float = 0.95
    most_tiers: int = 3
    step: int | None = None
