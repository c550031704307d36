"""Where in the program something can be done about a factor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.attribution.coincidences import CoincidenceKind
from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.domain.kpi.attribution.shown import Shown, ShownFactor

MOST_STEPS: Final = 2


class Place(StrEnum):
    """A tab of the window."""

    KEYWORDS = "keywords"
    BIDDING = "bidding"
    PROMOTIONS = "promotions"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A place to go, with what to show there (an offer's id, a plan's id, a word) and its name."""

    place: Place
    target: str = ""
    name: str = ""


WORDS: Final = frozenset(
    {"ad_ctr", "ad_cvr", "ad_clicks", "ad_order_value", "ad_roi", "pay_cvr", "order_rate", "visitors", "search_share"}
)
"""Factors that keywords move."""
BIDS: Final = frozenset({"ad_cpc", "ad_impressions", "ad_cost", "ad_cost_per_view", "ad_clicks"})
OFFERS: Final = frozenset({"aov", "pay_cvr", "unit_price", "upt", "order_value", "items_per_order", "order_pay_rate"})


def next_steps(workspace: Workspace, found: Explanation, on_screen: Shown) -> list[NextStep]:
    """Return the places that fit: an offer that began or ended first, then those of the largest factor."""
    steps = _offers(workspace, found)
    largest = largest_factor(on_screen)
    key = largest.factor.link.key if largest is not None else found.metric.name
    for place, keys in ((Place.BIDDING, BIDS), (Place.PROMOTIONS, OFFERS), (Place.KEYWORDS, WORDS)):
        if key in keys:
            steps.append(NextStep(place))
    once = {one.place: one for one in reversed(steps)}
    return [one for one in once.values() if one in steps][::-1][:MOST_STEPS]


def largest_factor(on_screen: Shown) -> ShownFactor | None:
    """Return the factor with the largest effect."""
    return max(on_screen.factors, key=lambda one: abs(one.steps), default=None)


def _offers(workspace: Workspace, found: Explanation) -> list[NextStep]:
    from shopdesk.app.promotions.documents import OFFERS as DESIGNS

    kinds = (CoincidenceKind.OFFER_BEGINS, CoincidenceKind.OFFER_ENDS)
    names = [one.zh for one in found.coincidences if one.kind in kinds]
    by_name = {design.name: design.offer_id for design in workspace.rows(DESIGNS).values()}
    return [NextStep(Place.PROMOTIONS, by_name[name], name) for name in names if name in by_name]
