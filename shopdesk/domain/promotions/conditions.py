"""Whether a condition holds on a ledger, and what is missing where it doesn't."""

from __future__ import annotations

from dataclasses import dataclass

from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import Condition, ConditionKind, Scope
from shopdesk.domain.promotions.result import StepCode


@dataclass(frozen=True, slots=True)
class Verdict:
    """``code`` None where the condition holds; ``times`` how often its amount or quantity fits, or units it names."""

    code: StepCode | None = None
    threshold: int = 0
    reached: int = 0
    times: int | None = None

    @property
    def missing(self) -> int:
        """What the customer lacks, fen or units."""
        return max(0, self.threshold - self.reached)


MET = Verdict()


def judge(condition: Condition, ledger: Ledger, *, scope: Scope) -> Verdict:
    """Judge a condition on the cart as it stands; ``scope`` is that of the offer."""
    within = condition.scope if condition.scope is not None else scope
    match condition.kind:
        case ConditionKind.ALWAYS:
            return MET
        case ConditionKind.CONTAINS:
            return _contained(max(1, condition.value), ledger.units_within(within))
        case ConditionKind.ALL:
            verdicts = [judge(part, ledger, scope=scope) for part in condition.parts]
            return next((verdict for verdict in verdicts if verdict.code), _tightest(verdicts))
        case ConditionKind.ANY:
            verdicts = [judge(part, ledger, scope=scope) for part in condition.parts]
            met = [verdict for verdict in verdicts if verdict.code is None]
            return met[0] if met else _nearest(verdicts)
        case ConditionKind.AMOUNT:
            return _compare(condition, ledger.amount_within(within, condition.base), StepCode.BELOW_AMOUNT)
        case ConditionKind.QUANTITY:
            return _compare(condition, ledger.units_within(within), StepCode.BELOW_QUANTITY)


def _contained(needed: int, units: int) -> Verdict:
    if units >= needed:
        return Verdict(times=units // needed)
    return Verdict(StepCode.BELOW_QUANTITY, needed, units) if units else Verdict(StepCode.NOT_IN_CART)


def _tightest(verdicts: list[Verdict]) -> Verdict:
    bounded = [verdict for verdict in verdicts if verdict.times is not None]
    return min(bounded, key=lambda verdict: verdict.times or 0) if bounded else MET


def _nearest(verdicts: list[Verdict]) -> Verdict:
    """Of conditions none of which holds, return the one that can be reached with least."""
    return min(
        verdicts,
        key=lambda verdict: (verdict.missing == 0, verdict.missing / max(1, verdict.threshold)),
        default=Verdict(StepCode.CONDITION_UNMET),
    )


def _compare(condition: Condition, reached: int, below: StepCode) -> Verdict:
    met = {
        "gte": reached >= condition.value,
        "gt": reached > condition.value,
        "eq": reached == condition.value,
    }[condition.op]
    times = reached // condition.value if condition.value > 0 else None
    if met:
        return Verdict(None, condition.value, reached, times)
    needed = condition.value + (condition.op == "gt")
    return Verdict(below if reached < needed else StepCode.CONDITION_UNMET, needed, reached, 0)
