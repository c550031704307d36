"""What each region's tile shows in a layer: a figure of what happened, the proposal, or what is set now."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from shopdesk.app.bidding.cloning import largest
from shopdesk.domain.bidding.dimensions import REGIONS
from shopdesk.domain.bidding.estimate.model import Factor
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, RegionLever
from shopdesk.domain.bidding.propose.proposal import Proposal, RegionGroup, Stay
from shopdesk.domain.bidding.sums import THIN_ORDERS, Sums
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.columns import factors_by_name
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.tile_map import RegionTile

EDIT, PROPOSED = "edit", "proposed"
RATIOS: Final = frozenset({"roi", "cvr"})
_NEAR_PERCENT: Final = 20
_LETTERS: Final = "ABC"


def clones(proposal: Proposal | None) -> dict[str, RegionGroup]:
    """Return the groups that get a plan of their own by letter, the dearest first; the largest stays as it is."""
    if proposal is None or len(proposal.groups) < 2:
        return {}
    rest = largest(proposal.groups)
    dear = sorted((group for group in proposal.groups if group is not rest), key=lambda group: -group.percent)
    return dict(zip(_LETTERS, dear, strict=False))


def waiting(view: PlanView) -> dict[str, RegionGroup]:
    """Return the groups that have no plan of their own yet: the plan still delivers to some of their regions."""
    found = clones(view.proposal).items()
    return {letter: group for letter, group in found if any(set_percent(view, name) != 0 for name in group.names)}


def rest_group(proposal: Proposal | None) -> RegionGroup | None:
    """Return the group that keeps the plan, None where there are none."""
    if proposal is None or len(proposal.groups) < 2:
        return None
    return largest(proposal.groups)


def live_percent(view: PlanView, name: str) -> int:
    """Return what the console has for a region."""
    return view.live.regions.get(name, UNCHANGED_PERCENT) if view.live is not None else UNCHANGED_PERCENT


def set_percent(view: PlanView, name: str) -> int:
    """Return what the plan sets for a region."""
    return view.plan.regions.get(name, UNCHANGED_PERCENT) if view.plan is not None else UNCHANGED_PERCENT


def proposed_percent(view: PlanView, name: str) -> int | None:
    """Return the wished percent where the platform only switches, else the proposed one; None without a proposal."""
    proposal = view.proposal
    if proposal is None:
        return None
    if view.profile.regions.lever is RegionLever.ON_OFF:
        return 0 if proposal.levers.regions.get(name) == 0 else proposal.wanted_regions.get(name, UNCHANGED_PERCENT)
    return proposal.levers.regions.get(name, UNCHANGED_PERCENT)


def thin_names(view: PlanView) -> frozenset[str]:
    """Return the regions with fewer than 3 orders behind them, all where no report tells any."""
    factors = factors_by_name(view.model.regions if view.model is not None else None)
    return frozenset(name for name in REGIONS if name not in factors or factors[name].orders < THIN_ORDERS)


def tiles(view: PlanView, layer: str) -> dict[str, RegionTile]:
    """Return all tiles of a layer: ``EDIT``, ``PROPOSED`` or a metric."""
    if layer in (EDIT, PROPOSED):
        return _percent_tiles(view, layer)
    happened = view.figures.regions if view.figures is not None else None
    members = {member.name: member.sums for member in happened.members} if happened is not None else {}
    return {name: _figure_tile(members.get(name, Sums()), layer, known=name in members) for name in REGIONS}


def scale_of(view: PlanView, layer: str, shown: Mapping[str, RegionTile]) -> HeatScale:
    """Return the colours of a layer."""
    known = [tile.value for tile in shown.values() if math.isfinite(tile.value) and not tile.off]
    if layer in (EDIT, PROPOSED):
        low, high = UNCHANGED_PERCENT - _NEAR_PERCENT, UNCHANGED_PERCENT + _NEAR_PERCENT
        return HeatScale(min([low, *known]), max([high, *known]), centre=UNCHANGED_PERCENT)
    happened = view.figures.regions if view.figures is not None else None
    middle = happened.total.value(layer) if happened is not None else None
    if layer in RATIOS and middle:
        return HeatScale(0.0, 2 * middle, centre=middle)
    return HeatScale(0.0, max(known, default=1.0) or 1.0)


def region_evidence(view: PlanView, name: str, factor: Factor | None) -> str:
    """Return what stands behind a region's percent."""
    lines = [reasons.now_text(live_percent(view, name))]
    proposed, proposal = proposed_percent(view, name), view.proposal
    if proposed is not None:
        lines.append(reasons.proposed_text(proposed))
    lines += reasons.belief_lines(factor) if factor is not None else []
    if proposal is not None and proposal.regions is not Stay.MOVES:
        lines.append(reasons.stay_text(proposal.regions, reasons.REGIONS))
    elif proposed is not None and factor is not None:
        limits, wanted = view.profile.regions, factor.mean * UNCHANGED_PERCENT
        lines.append(reasons.held_text(proposed, live_percent(view, name), wanted, low=limits.low, high=limits.high))
    return "\n".join(line for line in lines if line)


def _percent_tiles(view: PlanView, layer: str) -> dict[str, RegionTile]:
    factors = factors_by_name(view.model.regions if view.model is not None else None)
    has_model = view.model is not None and view.model.regions is not None
    thin = thin_names(view) if has_model or layer == PROPOSED else frozenset()
    held = view.proposal is not None and view.proposal.regions is not Stay.MOVES
    groups = {name: letter for letter, group in clones(view.proposal).items() for name in group.names}
    found = {}
    for name in REGIONS:
        value = proposed_percent(view, name) if layer == PROPOSED else set_percent(view, name)
        live = live_percent(view, name)
        found[name] = RegionTile(
            value=math.nan if value is None else float(value),
            thin=name in thin or (layer == PROPOSED and held),
            off=value == 0,
            group=groups.get(name, ""),
            marked=value is not None and value != live and layer == EDIT,
            evidence=region_evidence(view, name, factors.get(name)),
        )
    return found


def _figure_tile(sums: Sums, metric: str, *, known: bool) -> RegionTile:
    value = sums.value(metric)
    return RegionTile(
        value=math.nan if value is None else float(value),
        thin=metric in RATIOS and (not known or sums.is_thin),
        evidence=words.sums_text(sums),
    )
