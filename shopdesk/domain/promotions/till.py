"""The work on one cart: one offer after the other, each with its step in the trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from shopdesk.domain.promotions import lots  # noqa: F401 - registers its benefits with ``give``
from shopdesk.domain.promotions.ahead import next_step
from shopdesk.domain.promotions.benefits import give
from shopdesk.domain.promotions.conditions import MET, Verdict, judge
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import (
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    Gift,
    Offer,
    OrderAmountOff,
    SetPrice,
    SetUnitPrice,
    UnitAmountOff,
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.result import Step, StepCode
from shopdesk.domain.promotions.rounding import water_fill
from shopdesk.domain.promotions.work import Work

_REPEATS = (BuyGet, BundlePrice, SetPrice, CheapestUnitFree, OrderAmountOff, Gift)
_LIMITED = (UnitAmountOff, UnitPercentOff, SetUnitPrice)
ONCE_WITHOUT_TIMES = (OrderAmountOff, Gift, CheapestUnitFree)
MOST_APPLICATIONS = 10_000


@dataclass(frozen=True, slots=True)
class Usage:
    """What an offer gave before this cart: orders of this buyer, and fen in all."""

    orders: int = 0
    spent: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """When a cart is paid; ``minute`` of the day None: the day decides."""

    day: date
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """An offer tried on a twin of the ledger."""

    offer: Offer
    step: Step


@dataclass(slots=True)
class Till:
    """The ledger and what was written down so far."""

    ledger: Ledger
    policy: Policy
    usage: Mapping[str, Usage] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)  # kind applied → offer
    barred: dict[str, str] = field(default_factory=dict)  # offer that may not run → the one that excludes it
    applied: dict[str, None] = field(default_factory=dict)

    def is_running(self, offer: Offer, at: Moment | None) -> bool:
        """Tell whether an offer runs; write down why not."""
        code = None if at is None else stopped(offer, at)
        if code is not None:
            day = offer.start if code is StepCode.NOT_STARTED else offer.end
            self.refuse(offer, code, day=day.isoformat() if day is not None else "")
        return code is None

    def refuse(self, offer: Offer, code: StepCode, *, other: str = "", day: str = "") -> None:
        """Write down why an offer did nothing."""
        goods = self.ledger.goods
        self.steps.append(Step(offer.offer_id, code, goods, goods, other=other, day=day))

    def run(self, offer: Offer, only: frozenset[int] | None = None) -> Step:
        """Apply one offer, within its budget, and write its step."""
        step = self.apply(self.ledger, offer, only)
        self.write(offer, step)
        return step

    def apply(self, ledger: Ledger, offer: Offer, only: frozenset[int] | None = None) -> Step:
        """Apply one offer, within its budget, to the ledger or a twin of it; return its step."""
        if offer.budget is None:
            return self.attempt(ledger, offer, only)
        return self._within_budget(ledger, offer, only)

    def write(self, offer: Offer, step: Step) -> None:
        """Write a step down, and what it keeps from running."""
        self.steps.append(step)
        self.gifts += step.gifts
        if step.is_applied:
            self.applied[offer.offer_id] = None
            for other in offer.excludes:
                self.barred.setdefault(other, offer.offer_id)
            if offer.kind:
                self.kinds.setdefault(offer.kind, offer.offer_id)

    def refusal(self, offer: Offer) -> Step | None:
        """Return why an offer can't run whatever the cart holds, None where it can."""
        goods = self.ledger.goods
        rival = self._rival(offer)
        if rival:
            return Step(offer.offer_id, StepCode.CONFLICT, goods, goods, other=rival)
        used = self.usage.get(offer.offer_id)
        if used is not None and offer.per_buyer is not None and used.orders >= offer.per_buyer:
            return Step(offer.offer_id, StepCode.USED_UP, goods, goods, threshold=offer.per_buyer, reached=used.orders)
        if used is not None and offer.budget is not None and used.spent >= offer.budget:
            return Step(offer.offer_id, StepCode.BUDGET_SPENT, goods, goods, threshold=offer.budget, reached=used.spent)
        return None

    def first_look(self, ledger: Ledger, offer: Offer) -> tuple[Step | None, Verdict]:
        """Return why an offer can't run on a cart (None where it can), and what its condition said."""
        refusal = self.refusal(offer)
        if refusal is not None:
            return refusal, MET
        verdict = judge(offer.condition, ledger, scope=offer.scope)
        goods = ledger.goods
        if verdict.code is not None:
            unmet = Step(
                offer.offer_id,
                verdict.code,
                goods,
                goods,
                missing=verdict.missing,
                threshold=verdict.threshold,
                reached=verdict.reached,
                counts_units=verdict.code is StepCode.BELOW_QUANTITY,
            )
            return unmet, verdict
        if not ledger.units_within(offer.scope):
            return Step(offer.offer_id, StepCode.NOT_IN_CART, goods, goods), verdict
        return None, verdict

    def attempt(self, ledger: Ledger, offer: Offer, only: frozenset[int] | None = None) -> Step:
        """Apply one offer whatever its budget; return its step."""
        refused, verdict = self.first_look(ledger, offer)
        if refused is not None:
            return refused
        before, shipping, ahead = ledger.goods, ledger.shipping, next_step(offer, ledger)
        booked = [line.shares.get(offer.offer_id, 0) for line in ledger.lines]
        if offer.lowers_base:
            ledger.mark()
        work = Work(ledger, self.policy, offer.offer_id, offer.scope, only)
        times = _give(offer, work, _applications(offer, verdict))
        if offer.lowers_base:
            ledger.lower_base()
        lines = {
            line.line.line: line.shares[offer.offer_id] - had
            for line, had in zip(ledger.lines, booked, strict=True)
            if line.shares.get(offer.offer_id, 0) != had
        }
        taken = before - ledger.goods + shipping - ledger.shipping
        step = Step(
            offer.offer_id,
            _code(bool(lines), shipped=shipping != ledger.shipping, gifts=bool(work.gifts)),
            before,
            ledger.goods,
            taken=taken,
            not_given=max(0, work.wanted - sum(lines.values())),
            lines=lines,
            threshold=verdict.threshold,
            reached=verdict.reached,
            times=times,
            gifts=tuple(work.gifts),
        )
        return step if ahead is None else ahead.on(step)

    def tried(self, offer: Offer, only: frozenset[int] | None = None, *, on: Ledger | None = None) -> Tried:
        """Apply one offer to a twin of the ledger (or of another)."""
        twin = (self.ledger if on is None else on).copy()
        return Tried(offer, self.apply(twin, offer, only))

    def _within_budget(self, ledger: Ledger, offer: Offer, only: frozenset[int] | None) -> Step:
        left = (offer.budget or 0) - self.usage.get(offer.offer_id, Usage()).spent
        trial = self.attempt(ledger.copy(), offer, only)
        cost = trial.taken + sum((gift.unit_cost or 0) * gift.quantity for gift in trial.gifts)
        if cost <= left:
            return self.attempt(ledger, offer, only)
        before = ledger.goods
        if trial.gifts or left <= 0:
            return Step(offer.offer_id, StepCode.BUDGET_SPENT, before, before, threshold=offer.budget or 0)
        if offer.lowers_base:
            ledger.mark()
        lines = self._share_out(ledger, offer, trial, left)
        off_post = min(left - sum(lines.values()), trial.taken - sum(trial.lines.values()))
        ledger.shipping -= off_post
        if offer.lowers_base:
            ledger.lower_base()
        taken = sum(lines.values()) + off_post
        return replace(trial, after=ledger.goods, taken=taken, lines=lines, over_budget=trial.taken - taken)

    def _share_out(self, ledger: Ledger, offer: Offer, trial: Step, left: int) -> dict[str, int]:
        """Take what is left of a budget where the offer would have taken more."""
        weights = [trial.lines.get(line.line.line, 0) for line in ledger.lines]
        parts = water_fill(left, weights, weights, self.policy.allocation)
        return {
            line.line.line: line.take_evenly(part, offer.offer_id)
            for line, part in zip(ledger.lines, parts, strict=True)
            if part
        }

    def _rival(self, offer: Offer) -> str:
        """Return the offer applied that can't be combined with this one, "" where there is none."""
        if offer.offer_id in self.barred:
            return self.barred[offer.offer_id]
        named = next((other for other in self.applied if other in offer.excludes), "") if offer.excludes else ""
        if named or not offer.kind or not self.policy.conflicts:
            return named
        return next(
            (
                rival
                for kind, rival in self.kinds.items()
                if kind != offer.kind and frozenset({kind, offer.kind}) in self.policy.conflicts
            ),
            "",
        )


def _give(offer: Offer, work: Work, left: int) -> int:
    """Give a benefit as often as it can be given; return how often it was."""
    times = 0
    while left > 0:
        work.times, work.done = left, 1
        gifts = len(work.gifts)
        if not give(offer.benefit, work) and len(work.gifts) == gifts:
            break
        times += work.done
        left = 0 if isinstance(offer.benefit, _LIMITED) else left - work.done  # those take all their units at once
    return times


def stopped(offer: Offer, at: Moment) -> StepCode | None:
    """Return why an offer doesn't run at a moment, None where it does."""
    if offer.start is not None and (at.day, _minute(at, late=True)) < (offer.start, offer.start_minute):
        return StepCode.NOT_STARTED
    if offer.end is not None and (at.day, _minute(at, late=False)) >= (offer.end, offer.end_minute):
        return StepCode.ENDED
    return None


def _minute(at: Moment, *, late: bool) -> int:
    """Return the minute to compare: a day without a time counts as running wherever any of its minutes does."""
    if at.minute is not None:
        return at.minute
    return 1439 if late else 0


def repeats(benefit: Benefit) -> bool:
    """Tell whether an offer with several applications gives a benefit again; the others look at the whole cart."""
    return isinstance(benefit, _REPEATS) or (isinstance(benefit, _LIMITED) and benefit.limits.per_order is not None)


def _applications(offer: Offer, verdict: Verdict) -> int:
    if not repeats(offer.benefit):
        return 1
    most = MOST_APPLICATIONS if offer.max_applications is None else offer.max_applications
    if verdict.times is None:
        return min(most, 1) if isinstance(offer.benefit, ONCE_WITHOUT_TIMES) else most
    return min(most, max(1, verdict.times))


def _code(applied: bool, *, shipped: bool, gifts: bool) -> StepCode:
    if applied:
        return StepCode.APPLIED
    if shipped:
        return StepCode.SHIPPING
    return StepCode.GIFT if gifts else StepCode.NOTHING_TO_TAKE
