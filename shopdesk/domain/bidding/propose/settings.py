"""What the operator may turn before a plan is proposed: budget, margin, price limit, strength."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_STEP: Final = 0.20
"""Share by which one review may change a cell or bid unless the operator unlocks it."""

SURE: Final = 0.9
"""Chance of losing money from which hours that can only be switched are proposed off."""


class Strength(StrEnum):
    """How far a plan follows what is believed (力度)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Settings:
    """``margin`` is the contribution margin after refunds (0–1, NaN: unknown).

    ``daily_budget`` and ``most_cpc`` are fen (None: none).

    ``strength`` scales the steps, ``unlocked`` lifts the limit of 20 % a review. ``highest_premium``: a buyer in
    several audiences gets the highest premium only (请核对), else they multiply.
    """

    margin: float
    daily_budget: int | None = None
    most_cpc: int | None = None
    strength: Strength = Strength.MEDIUM
    unlocked: bool = False
    highest_premium: bool = True
    gate: bool = True
