"""How a platform stacks offers: its stages, what holds inside each, and what can't be combined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.promotions.design import ITEM_LEVEL, OfferKind
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.policy import GroupRule, Policy, TieBreak
from shopdesk.domain.promotions.rounding import Allocation, Rounding

_WHOLE_PERCENT = 100


@dataclass(frozen=True, slots=True)
class StackingStage:
    """One stage of a platform: which kinds it holds and what holds among them.

    ``base`` and ``shop_percent`` are where a new offer of the stage starts; ``lowers_base`` lets its offers lower
    what later thresholds on the item price see. ``evidence`` is how the row is known (E seen, R read, P somebody's
    page, K hearsay, "" set by the shop).
    """

    stage: int
    key: str
    zh: str
    en: str
    kinds: tuple[OfferKind, ...]
    rule: GroupRule | None
    is_verified: bool
    base: Base = Base.LIST
    shop_percent: int = 100
    lowers_base: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class PairRule:
    """Whether offers of two stages, named by their keys, run on one order together."""

    left: str
    right: str
    together: bool
    is_verified: bool
    evidence: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two stages."""
        return frozenset({self.left, self.right})


@dataclass(frozen=True, slots=True)
class Stacking:
    """How a platform stacks offers: stages, pairs of stages, limits of ladders, odd fen, ties."""

    platform: str
    stages: tuple[StackingStage, ...]
    pairs: tuple[PairRule, ...] = ()
    most_steps: int | None = None
    allocation: Allocation = Allocation.FLOOR_REST_LAST
    percent_rounding: Rounding = Rounding.HALF_UP
    tie_break: tuple[TieBreak, ...] = ()

    @property
    def conflicts(self) -> frozenset[frozenset[str]]:
        """The pairs of stages that don't run on one order together."""
        return frozenset(rule.pair for rule in self.pairs if not rule.together)

    def stage_of(self, kind: OfferKind) -> StackingStage:
        """Return the stage that holds a kind; the last one where none does."""
        return next((stage for stage in self.stages if kind in stage.kinds), self.stages[-1])

    def pair(self, left: str, right: str) -> PairRule:
        """Return what holds for two stages; where no row says it, they run together and nobody has checked it."""
        wanted = frozenset({left, right})
        return next(
            (rule for rule in self.pairs if rule.pair == wanted),
            PairRule(left, right, together=True, is_verified=False),
        )

    def policy(self) -> Policy:
        """Return what the engine needs."""
        groups = {stage.key: stage.rule for stage in self.stages if stage.rule is not None}
        return Policy(self.allocation, self.percent_rounding, groups, self.conflicts, self.tie_break)


class StackingCode(StrEnum):
    """What is wrong with stacking rules that a shop wrote."""

    NO_STAGES = "stacking_no_stages"
    KEY_TWICE = "stacking_key_twice"
    STAGE_TWICE = "stacking_stage_twice"
    KIND_TWICE = "stacking_kind_twice"
    KIND_MISSING = "stacking_kind_missing"
    ITEMS_NOT_FIRST = "stacking_items_not_first"
    SHARE_OUT_OF_RANGE = "stacking_share_out_of_range"
    PAIR_UNKNOWN = "stacking_pair_unknown"
    PAIR_OF_ONE = "stacking_pair_of_one"
    TOO_FEW_STEPS = "stacking_too_few_steps"


@dataclass(frozen=True, slots=True)
class StackingProblem:
    """One thing that is wrong; ``stage`` is the key it is about, ``kind`` the tool."""

    code: StackingCode
    stage: str = ""
    kind: OfferKind | None = None


def stacking_problems(stacking: Stacking) -> list[StackingProblem]:
    """Return everything that keeps stacking rules from being used."""
    if not stacking.stages:
        return [StackingProblem(StackingCode.NO_STAGES)]
    found = [*_stage_problems(stacking), *_kind_problems(stacking), *_pair_problems(stacking)]
    if stacking.most_steps is not None and stacking.most_steps < 1:
        found.append(StackingProblem(StackingCode.TOO_FEW_STEPS))
    return found


def _stage_problems(stacking: Stacking) -> Iterator[StackingProblem]:
    keys: set[str] = set()
    numbers: set[int] = set()
    for stage in stacking.stages:
        if stage.key in keys or not stage.key:
            yield StackingProblem(StackingCode.KEY_TWICE, stage.key)
        if stage.stage in numbers:
            yield StackingProblem(StackingCode.STAGE_TWICE, stage.key)
        if not 0 <= stage.shop_percent <= _WHOLE_PERCENT:
            yield StackingProblem(StackingCode.SHARE_OUT_OF_RANGE, stage.key)
        keys.add(stage.key)
        numbers.add(stage.stage)


def _kind_problems(stacking: Stacking) -> Iterator[StackingProblem]:
    placed: dict[OfferKind, str] = {}
    first_of_orders = min((stage.stage for stage in stacking.stages if set(stage.kinds) - ITEM_LEVEL), default=1 << 30)
    for stage in stacking.stages:
        for kind in stage.kinds:
            if kind in placed:
                yield StackingProblem(StackingCode.KIND_TWICE, stage.key, kind)
            if kind in ITEM_LEVEL and stage.stage > first_of_orders:
                yield StackingProblem(StackingCode.ITEMS_NOT_FIRST, stage.key, kind)
            placed[kind] = stage.key
    for kind in OfferKind:
        if kind not in placed:
            yield StackingProblem(StackingCode.KIND_MISSING, "", kind)


def _pair_problems(stacking: Stacking) -> Iterator[StackingProblem]:
    keys = {stage.key for stage in stacking.stages}
    for rule in stacking.pairs:
        if rule.left == rule.right:
            yield StackingProblem(StackingCode.PAIR_OF_ONE, rule.left)
        for key in (rule.left, rule.right):
            if key not in keys:
                yield StackingProblem(StackingCode.PAIR_UNKNOWN, key)
