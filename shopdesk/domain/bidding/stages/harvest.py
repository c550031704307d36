"""收割: what an audience's premium may be once those who would have bought anyway are taken out.

People who know the shop convert well, with or without the advertisement. ``iota`` is the share of their orders that
the advertisement really brings: no report tells it, so it is an assumption until a switch-back week tests it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shopdesk.domain.bidding.audience_kinds import INCREMENTALITY, AudienceKind, audience_kind

UNCHANGED: Final = 100  # percent of the bid
WORTH_A_PREMIUM: Final = 1.05
"""An audience must be worth this much more than the coldest one before it gets a premium."""


@dataclass(frozen=True, slots=True)
class AudienceWorth:
    """An audience as the reports have it: conversion factor (mean, 80 % interval) and its orders."""

    name: str
    factor: float
    low: float
    high: float
    orders: float


@dataclass(frozen=True, slots=True)
class Premium:
    """What is advised for an audience, percent of the bid (100: none).

    ``by_conversion`` is what conversion alone would say, ``percent`` what is left of it after incrementality and the
    cap. ``iota`` is the share taken as brought by the advertisement; ``is_capped``: more wouldn't break even.
    """

    audience: AudienceWorth
    kind: AudienceKind
    iota: float
    by_conversion: int
    percent: int
    is_capped: bool
    incremental_value: float | None  # fen that a click brings beyond what would have come anyway, None without margin


@dataclass(frozen=True, slots=True)
class HarvestAnswer:
    """Premiums by what the audience is worth; ``rest`` is the coldest audience, the base of all.

    ``is_chance``: the audiences differ by no more than chance brings, so that none is worth a premium.
    """

    premiums: tuple[Premium, ...]
    rest: str
    is_chance: bool = False


def harvest(
    audiences: Sequence[AudienceWorth],
    *,
    limits: tuple[int, int | None],
    click_value: float | None = None,
    base_bid: float | None = None,
    iotas: Mapping[AudienceKind, float] = INCREMENTALITY,
    is_chance: bool = False,
) -> HarvestAnswer | None:
    """Return the premiums of audiences, None without two of them.

    ``p = θ·ι / θ of the coldest - 1`` within the platform's ``limits`` (percent of the bid; high None: it has no
    such lever). ``click_value`` is the contribution of an average click and ``base_bid`` the usual bid, both fen:
    where known, ``base_bid · (1 + p)`` stays at or below ``click_value · θ · ι``. Where chance alone explains the
    differences (``is_chance``) there are none.
    """
    if len(audiences) < 2 or limits[1] is None:
        return None
    known = [(one, audience_kind(one.name)) for one in audiences]
    rest = min((one for one, _ in known), key=lambda one: one.factor)
    made = [
        _premium(
            one,
            kind,
            iotas[kind],
            coldest=rest.factor,
            limits=(limits[0], limits[1]),
            click_value=click_value,
            base_bid=base_bid,
        )
        for one, kind in known
    ]
    if is_chance:
        made = [replace(one, percent=UNCHANGED, is_capped=False) for one in made]
    return HarvestAnswer(tuple(sorted(made, key=lambda one: -one.audience.factor * one.iota)), rest.name, is_chance)


def _premium(
    one: AudienceWorth,
    kind: AudienceKind,
    iota: float,
    *,
    coldest: float,
    limits: tuple[int, int],
    click_value: float | None,
    base_bid: float | None,
) -> Premium:
    ratio = one.factor / coldest if coldest > 0 else 1.0
    value = None if click_value is None else click_value * one.factor * iota
    most = value / base_bid if value is not None and base_bid else None
    percent = _percent(ratio * iota, limits)
    capped = percent
    if most is not None and 100 * most < percent:
        capped = int(100 * most)  # rounded down: the cap holds
        capped = capped if capped >= max(limits[0], round(100 * WORTH_A_PREMIUM)) else UNCHANGED
    by_conversion = _percent(ratio, limits)
    return Premium(one, kind, iota, by_conversion, capped, capped < percent, value)


def _percent(ratio: float, limits: tuple[int, int]) -> int:
    """Return percent of the bid: none below 5 % more, else within the platform's limits."""
    if ratio <= WORTH_A_PREMIUM:
        return UNCHANGED
    return max(limits[0], round(min(100 * ratio, limits[1])))
