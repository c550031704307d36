"""The regions of a plan as a table: what each brought, what is believed of it, live, proposed and set."""

from __future__ import annotations

from shopdesk.domain.bidding.dimensions import REGIONS
from shopdesk.domain.bidding.sums import Sums
from shopdesk.ui.bidding.columns import factors_by_name
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.regions.tiles import live_percent, proposed_percent, region_evidence, set_percent
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import region_name
from shopdesk.ui.grid import GridFrame

_FIGURES = ("clicks", "cost", "orders", "roi")


def table_frame(view: PlanView) -> GridFrame:
    """Return all regions by their canonical names as keys, those that cost most first."""
    happened = view.figures.regions if view.figures is not None else None
    sums = {member.name: member.sums for member in happened.members} if happened is not None else {}
    factors = factors_by_name(view.model.regions if view.model is not None else None)
    names = sorted(REGIONS, key=lambda name: -((sums[name].cost or 0) if name in sums else -1))
    cells = [sums.get(name, Sums()) for name in names]
    return GridFrame(
        {
            "name": [region_name(BY_NAME[name]) for name in names],
            **{key: [cell.value(key) for cell in cells] for key in _FIGURES},
            "factor": [factors.get(name) for name in names],
            "live": [live_percent(view, name) for name in names],
            "proposed": [proposed_percent(view, name) for name in names],
            "new": [set_percent(view, name) for name in names],
            "why": [region_evidence(view, name, factors.get(name)) for name in names],
        },
        keys=names,
    )
