"""Edits of stacking rules: each gives new rules, and what the shop has set or confirmed counts as checked."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any, Final

from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.stacking import PairRule, Stacking, StackingStage

OWN = ""
"""The evidence of a row that the shop has set or confirmed."""
MOST_STAGES: Final = 12
_OWN_KEY: Final = "own"
_APART: Final = 10  # between the numbers of two stages


def edit_stage(stacking: Stacking, key: str, **fields: Any) -> Stacking:
    """Set fields of a stage; the row is then the shop's own."""
    return replace(
        stacking,
        stages=tuple(_own(stage, **fields) if stage.key == key else stage for stage in stacking.stages),
    )


def add_stage(stacking: Stacking, name: str) -> Stacking:
    """Put an empty stage of the shop's own behind all others: tools are moved into it."""
    taken = {stage.key for stage in stacking.stages}
    key = next(f"{_OWN_KEY}{number}" for number in count(1) if f"{_OWN_KEY}{number}" not in taken)
    last = max((stage.stage for stage in stacking.stages), default=0)
    new = StackingStage(last + _APART, key, name, name, (), None, is_verified=True, evidence=OWN)
    return replace(stacking, stages=(*stacking.stages, new))


def rename_stage(stacking: Stacking, key: str, name: str) -> Stacking:
    """Give a stage another name, the same in both languages; an empty one changes nothing."""
    wanted = name.strip()
    same = any(stage.key == key and wanted in (stage.zh, stage.en) for stage in stacking.stages)
    return stacking if not wanted or same else edit_stage(stacking, key, zh=wanted, en=wanted)


def remove_stage(stacking: Stacking, key: str) -> Stacking:
    """Take a stage out; its tools go into the one before, the first one's into the next. The last one stays."""
    keys = [stage.key for stage in stacking.stages]
    if len(keys) < 2 or key not in keys:
        return stacking
    place = keys.index(key)
    heir = keys[place - 1] if place else keys[1]
    for kind in stacking.stages[place].kinds:
        stacking = move_kind(stacking, kind, heir)
    return replace(
        stacking,
        stages=tuple(stage for stage in stacking.stages if stage.key != key),
        pairs=tuple(rule for rule in stacking.pairs if key not in rule.pair),
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
