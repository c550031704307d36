"""What the forecast card shows at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shopdesk.domain.bidding.forecast.model import Curve, Forecast
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.propose.settings import Strength


class Compared(StrEnum):
    """What is held against leaving everything as it is."""

    EDIT = "edit"  # what the user has set
    PROPOSAL = "proposal"  # nothing is set yet: what the proposal would bring


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What the sliders stand at: budget and price limit in fen, None where none is set; margin as a fraction.

    ``usual_spend`` is what the plan spends a day and ``usual_cpc`` what a click costs now, fen: they give the sliders
    their length. ``reported_margin`` is what orders and costs tell.
    """

    daily_budget: int | None = None
    most_cpc: int | None = None
    strength: Strength = Strength.MEDIUM
    margin: float | None = None
    reported_margin: float | None = None
    usual_spend: float | None = None
    usual_cpc: float | None = None


@dataclass(frozen=True, slots=True)
class ForecastState:
    """``forecast`` None: it can't be made, ``notes`` say why and what to import; or it is being made (``is_busy``).

    ``behind`` are the lines a hover adds to a formula: files and up to when they go. ``can_take``: the proposal
    differs from what is set; ``is_doubtful``: its own forecast doesn't say that it is better, ``alone`` is what its
    parts bring by themselves then.
    """

    forecast: Forecast | None = None
    curve: Curve | None = None
    compared: Compared = Compared.EDIT
    first: date | None = None
    last: date | None = None
    what_if: WhatIf = field(default_factory=WhatIf)
    notes: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    can_take: bool = False
    is_busy: bool = False
    is_doubtful: bool = False
    alone: Mapping[Lever, Forecast] = field(default_factory=dict)
    has_plan: bool = True
