"""How a platform stacks offers: its stages, what holds inside each, and what can't be combined."""

from __future__ import annotations

from dataclasses import dataclass

from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.policy import GroupRule, Policy
from shopdesk.domain.promotions.rounding import Allocation, Rounding


@dataclass(frozen=True, slots=True)
class StackingStage:
    """One stage of a platform: which kinds it holds and what holds among them."""

    stage: int
    key: str
    zh: str
    en: str
    kinds: tuple[OfferKind, ...]
    rule: GroupRule | None
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Stacking:
    """How a platform stacks offers: stages, pairs of stages that exclude each other, limits of ladders."""

    platform: str
    stages: tuple[StackingStage, ...]
    conflicts: frozenset[frozenset[str]] = frozenset()
    most_steps: int | None = None
    allocation: Allocation = Allocation.FLOOR_REST_LAST
    percent_rounding: Rounding = Rounding.HALF_UP

    def stage_of(self, kind: OfferKind) -> StackingStage:
        """Return the stage that holds a kind; the last one where none does."""
        return next((stage for stage in self.stages if kind in stage.kinds), self.stages[-1])

    def policy(self) -> Policy:
        """Return what the engine needs."""
        groups = {stage.key: stage.rule for stage in self.stages if stage.rule is not None}
        return Policy(self.allocation, self.percent_rounding, groups, self.conflicts)
