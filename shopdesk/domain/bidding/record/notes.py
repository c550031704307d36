"""What can't be known of a plan, or only with a reserve, and which report would tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class NoteCode(StrEnum):
    """Why something is missing or rests on less than it seems to."""

    SAME_FIGURES = "same_figures"  # a version went out and hardly a day since is reported: too soon for another
    NO_REPORTS = "no_reports"  # no report tells anything of this plan
    NO_ORDERS = "no_orders"  # reports without a column of orders, or not a single order
    ONLY_COSTS = "only_costs"  # costs without clicks
    NO_COSTS = "no_costs"  # clicks that cost nothing, or reports without a column of costs
    ONE_DAY = "one_day"  # a single day of figures
    FEW_DAYS = "few_days"  # fewer than two weeks
    UNDATED = "undated"  # totals that don't say of how many days they are
    OLD = "old"  # nothing in the last days of the data: the plan rests, or its report is older
    ONE_REGION = "one_region"
    NO_WORDS = "no_words"
    NO_HOURS = "no_hours"
    NO_REGIONS = "no_regions"
    NO_AUDIENCES = "no_audiences"
    NO_WEEKDAYS = "no_weekdays"  # hours without days of the week
    MISSING_HOURS = "missing_hours"  # hours of the day that no row names
    MARGIN_UNKNOWN = "margin_unknown"
    MARGIN_NEGATIVE = "margin_negative"  # nothing is left of an order
    BIDS_FROM_CPC = "bids_from_cpc"  # no report tells today's bids: the price of a click stands in
    WHOLE_ACCOUNT = "whole_account"  # a report doesn't tell campaigns apart
    IMMATURE = "immature"  # last days left out of the values, since their orders are still coming in


@dataclass(frozen=True, slots=True)
class Note:
    """One remark. ``table`` is the fact table that it speaks of, or that is to be imported; "" for none.

    ``values`` are the numbers of its sentence: ``days``, ``words``, ``hours``, ``orders``, ``share``.
    """

    code: NoteCode
    table: str = ""
    values: Mapping[str, float] = field(default_factory=dict)
