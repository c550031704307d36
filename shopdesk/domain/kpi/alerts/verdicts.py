"""What is said of a day or a week of a figure, and with which figures behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopdesk.domain.kpi.alerts.stream import FloatArray, IntArray
from shopdesk.domain.periods import Period


class State(StrEnum):
    """What the band says of one day."""

    NORMAL = "normal"
    ABOVE = "above"
    BELOW = "below"
    UNCLEAR = "unclear"  # a notable gap that chance could explain
    TOO_FEW = "too_few"  # too few events or days for a verdict
    CAMPAIGN = "campaign"  # a campaign day is shown, not judged
    UNKNOWN = "unknown"  # the day or what carries its chance is missing


@dataclass(frozen=True, slots=True)
class Band:
    """Expected value, 80 % and 95 % limits for each day of a period; NaN where no band can be given."""

    period: Period
    expected: FloatArray
    low95: FloatArray
    high95: FloatArray
    low80: FloatArray
    high80: FloatArray
    ordinary_days: IntArray
    expected_events: FloatArray


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the band says of a day, with the figures it says it from.

    ``evidence_days`` are the days up to it that make it odd together, where the day by itself would not.
    """

    state: State
    day: date
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    ordinary_days: int = 0
    expected_events: float | None = None
    campaigns: tuple[str, ...] = ()
    days: int = 1  # how many days, up to ``day``, the verdict is of
    evidence_days: int = 1
