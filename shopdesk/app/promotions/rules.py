"""Stacking rules and lowest prices of a shop edited together, as one step."""

from __future__ import annotations

from collections.abc import Mapping

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import RowEdit
from shopdesk.app.promotions.floors import article_floors, floor_rule, set_article_floor, set_floor_rule
from shopdesk.app.promotions.stacking import edit_stacking, stacking_for
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.floors import FloorRule
from shopdesk.domain.promotions.stacking import Stacking


def rules_change(workspace: Workspace, stacking: Stacking, rule: FloorRule, own: Mapping[str, int]) -> SetRows:
    """Return one change to these rules and lowest prices (fen by article); empty where nothing differs.

    Ask ``stacking_problems`` before: ValueError where there is one.
    """
    edits: list[RowEdit] = []
    if stacking != stacking_for(workspace, stacking.platform):
        edits += edit_stacking(stacking).edits
    if rule != floor_rule(workspace):
        edits += set_floor_rule(rule).edits
    before = article_floors(workspace)
    for sku in {**before, **own}:
        if before.get(sku) != own.get(sku):
            edits += set_article_floor(sku, own.get(sku)).edits
    return SetRows(tuple(edits))
