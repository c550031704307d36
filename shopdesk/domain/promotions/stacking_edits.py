"""Edits of stacking rules: each gives new rules, and what the shop has set or confirmed counts as checked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.stacking import PairRule, Stacking, StackingStage

OWN = ""
"""The evidence of a row that the shop has set or confirmed."""


def edit_stage(stacking: Stacking, key: str, **fields: Any) -> Stacking:
    """Set fields of a stage; the row is then the shop's own."""
    return replace(
        stacking,
        stages=tuple(_own(stage, **fields) if stage.key == key else stage for stage in stacking.stages),
    )


def confirm_stage(stacking: Stacking, key: str) -> Stacking:
    """Take a row as it is: the shop has checked it."""
    return edit_stage(stacking, key)


def move_stage(stacking: Stacking, key: str, step: int) -> Stacking:
    """Let a stage change places with the one before (-1) or behind it (1); at the ends nothing happens."""
    stages = list(stacking.stages)
    place = next(at for at, stage in enumerate(stages) if stage.key == key)
    other = place + step
    if not 0 <= other < len(stages):
        return stacking
    one, two = stages[place], stages[other]
    stages[other], stages[place] = _own(one, stage=two.stage), replace(two, stage=one.stage)
    return replace(stacking, stages=tuple(stages))


def move_kind(stacking: Stacking, kind: OfferKind, key: str) -> Stacking:
    """Put a tool into a stage, out of the one that held it."""

    def moved(stage: StackingStage) -> StackingStage:
        if stage.key == key:
            return stage if kind in stage.kinds else _own(stage, kinds=(*stage.kinds, kind))
        left = tuple(one for one in stage.kinds if one is not kind)
        return stage if left == stage.kinds else _own(stage, kinds=left)

    return replace(stacking, stages=tuple(moved(stage) for stage in stacking.stages))


def set_pair(stacking: Stacking, left: str, right: str, *, together: bool) -> Stacking:
    """Say whether two stages run on one order together; the row is then the shop's own."""
    row = PairRule(left, right, together=together, is_verified=True, evidence=OWN)
    rest = tuple(rule for rule in stacking.pairs if rule.pair != row.pair)
    return replace(stacking, pairs=(*rest, row))


def confirm_pairs(stacking: Stacking) -> Stacking:
    """Take all pairs as they are, those that no row tells of among them."""
    keys = [stage.key for stage in stacking.stages]
    for at, left in enumerate(keys):
        for right in keys[at + 1 :]:
            rule = stacking.pair(left, right)
            if not rule.is_verified:
                stacking = set_pair(stacking, left, right, together=rule.together)
    return stacking


def unchecked(stacking: Stacking) -> int:
    """Return how many stages and pairs nobody has checked."""
    keys = [stage.key for stage in stacking.stages]
    pairs = (stacking.pair(left, right) for at, left in enumerate(keys) for right in keys[at + 1 :])
    return sum(not stage.is_verified for stage in stacking.stages) + sum(not pair.is_verified for pair in pairs)


def _own(row: StackingStage, /, **fields: Any) -> StackingStage:
    return replace(row, **fields, is_verified=True, evidence=OWN)
