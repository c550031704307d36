"""What a customer pays: offers worked out stage by stage, exactly, with a trace of every step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import groupby

from shopdesk.domain.promotions.benefits import Work, give, measure
from shopdesk.domain.promotions.cart import Cart
from shopdesk.domain.promotions.conditions import Verdict, judge
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import (
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    EveryAmountOff,
    Gift,
    GroupRule,
    Ladder,
    Measure,
    Offer,
    OrderAmountOff,
    Policy,
    SetPrice,
)
from shopdesk.domain.promotions.result import PricedCart, PricedLine, Step, StepCode
from shopdesk.domain.promotions.rounding import Rounding, whole

_REPEATS = (BuyGet, BundlePrice, SetPrice, CheapestUnitFree, OrderAmountOff, Gift)
"""Benefits that an offer with several applications gives again; the others already look at the whole cart."""
_MOST_APPLICATIONS = 10_000


def price_cart(cart: Cart, offers: Sequence[Offer], policy: Policy, *, day: date | None = None) -> PricedCart:
    """Price a cart under offers; ``day`` None takes every offer as running.

    Lines never fall below zero or their floor; shares of an offer always sum to what it took.
    """
    till = _Till(Ledger.of(cart, policy.allocation), policy)
    running = [offer for offer in offers if till.is_running(offer, day)]
    running = _exclusive(running, till)
    ordered = sorted(running, key=lambda offer: (offer.stage, -offer.priority))
    for _, stage in groupby(ordered, key=lambda offer: offer.stage):
        members = list(stage)
        till.run_stage(members)
        if any(offer.item_level for offer in members):
            till.ledger.settle_item_prices()
    return till.receipt(cart, offers)


@dataclass(slots=True)
class _Till:
    """The work on one cart."""

    ledger: Ledger
    policy: Policy
    steps: list[Step] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)  # kind applied → offer

    def is_running(self, offer: Offer, day: date | None) -> bool:
        if day is not None and offer.start is not None and day < offer.start:
            self.refuse(offer, StepCode.NOT_STARTED, day=offer.start.isoformat())
            return False
        if day is not None and offer.end is not None and day > offer.end:
            self.refuse(offer, StepCode.ENDED, day=offer.end.isoformat())
            return False
        return True

    def refuse(self, offer: Offer, code: StepCode, *, other: str = "", day: str = "") -> None:
        goods = self.ledger.goods
        self.steps.append(Step(offer.offer_id, code, goods, goods, other=other, day=day))

    def run_stage(self, offers: Sequence[Offer]) -> None:
        """Work through one stage: single offers and groups in the order of their first member."""
        done: set[str] = set()
        for offer in offers:
            rule = self.policy.groups.get(offer.group) if offer.group else None
            if rule is None:
                self.run(offer)
            elif offer.group not in done:
                done.add(offer.group)
                members = [other for other in offers if other.group == offer.group]
                if rule is GroupRule.BEST_OF_ORDER:
                    self.best_of_order(members)
                else:
                    self.best_per_line(members)

    def run(self, offer: Offer, only: frozenset[int] | None = None) -> None:
        """Apply one offer and write its step."""
        step, gifts = self.attempt(self.ledger, offer, only)
        self.steps.append(step)
        self.gifts += gifts
        if step.is_applied and offer.kind:
            self.kinds.setdefault(offer.kind, offer.offer_id)

    def attempt(self, ledger: Ledger, offer: Offer, only: frozenset[int] | None = None) -> tuple[Step, list[Gift]]:
        """Apply one offer to a ledger; return its step and its gifts."""
        before = ledger.goods
        rival = next((self.kinds[kind] for kind in self.kinds if self._clash(kind, offer.kind)), None)
        if rival is not None:
            return Step(offer.offer_id, StepCode.CONFLICT, before, before, other=rival), []
        verdict = judge(offer.condition, ledger, scope=offer.scope)
        if verdict.code is not None:
            return _unmet(offer, verdict, before), []
        if not ledger.within(offer.scope):
            return Step(offer.offer_id, StepCode.NOT_IN_CART, before, before), []
        booked = {line.line.line: line.shares.get(offer.offer_id, 0) for line in ledger.lines}
        shipping = ledger.shipping
        ahead = _next_step(offer, ledger)
        work = Work(ledger, self.policy, offer.offer_id, offer.scope, only)
        ledger.free_units()
        for _ in range(_applications(offer, verdict)):
            gifts_before = len(work.gifts)
            if not give(offer.benefit, work) and len(work.gifts) == gifts_before:
                break
        lines = {
            line.line.line: line.shares.get(offer.offer_id, 0) - booked[line.line.line]
            for line in ledger.lines
            if line.shares.get(offer.offer_id, 0) != booked[line.line.line]
        }
        after = ledger.goods
        taken = before - after + shipping - ledger.shipping
        step = Step(
            offer.offer_id,
            _code(taken, shipped=shipping != ledger.shipping, gifts=bool(work.gifts), lines=bool(lines)),
            before,
            after,
            taken=taken,
            not_given=max(0, work.wanted - (before - after)) if work.wanted else 0,
            lines=lines,
            threshold=verdict.threshold,
            reached=verdict.reached,
        )
        return _with_next(step, ahead, quantity=_counts_units(offer)), work.gifts

    def best_of_order(self, offers: Sequence[Offer]) -> None:
        """Apply the one offer of a group that saves most; ties go to the higher face value, then the given order."""
        tried = [(self.attempt(self.ledger.copy(), offer)[0], offer) for offer in offers]
        met = [(step, offer) for step, offer in tried if step.is_applied]
        if not met:
            for step, _ in tried:
                self.steps.append(step)
            return
        best = max(met, key=lambda pair: pair[0].taken)[1]
        self.run(best)
        for step, offer in tried:
            if offer is best:
                continue
            if step.is_applied:
                self.refuse(offer, StepCode.NOT_BEST, other=best.offer_id)
            else:
                self.steps.append(step)

    def best_per_line(self, offers: Sequence[Offer]) -> None:
        """Let each line take the offer of the group that saves it most."""
        tried = [(self.attempt(self.ledger.copy(), offer)[0], offer) for offer in offers]
        won: dict[str, set[int]] = {}
        for position, line in enumerate(self.ledger.lines):
            best = max(tried, key=lambda pair: pair[0].lines.get(line.line.line, 0))
            if best[0].lines.get(line.line.line, 0) > 0:
                won.setdefault(best[1].offer_id, set()).add(position)
        for step, offer in tried:
            if offer.offer_id in won:
                self.run(offer, frozenset(won[offer.offer_id]))
            elif step.lines:
                self.refuse(offer, StepCode.NOT_BEST, other=_winner(step, won, self.ledger))
            elif step.is_applied:
                self.run(offer)
            else:
                self.steps.append(step)

    def receipt(self, cart: Cart, offers: Sequence[Offer]) -> PricedCart:
        """Close the till."""
        paid = {offer.offer_id: offer.shop_percent for offer in offers}
        platform = sum(
            step.taken - whole(Fraction(step.taken * paid[step.offer_id], 100), Rounding.HALF_UP)
            for step in self.steps
            if step.is_applied and paid[step.offer_id] < 100
        )
        lines = tuple(
            PricedLine(
                state.line.line,
                state.line.sku,
                state.line.quantity,
                state.line.unit_price,
                tuple((run.count, run.now, run.item) for run in state.runs),
                dict(state.shares),
            )
            for state in self.ledger.lines
        )
        return PricedCart(
            lines, cart.shipping_fee, self.ledger.shipping, tuple(self.gifts), tuple(self.steps), platform
        )

    def _clash(self, applied: str, kind: str) -> bool:
        return bool(kind) and applied != kind and frozenset({applied, kind}) in self.policy.conflicts


def _exclusive(offers: list[Offer], till: _Till) -> list[Offer]:
    """Keep only the exclusive offer of the highest priority, where one is met."""
    met = [
        offer
        for offer in offers
        if offer.exclusive
        and judge(offer.condition, till.ledger, scope=offer.scope).code is None
        and till.ledger.within(offer.scope)
    ]
    if not met:
        return offers
    best = max(met, key=lambda offer: offer.priority)
    for offer in offers:
        if offer is not best:
            till.refuse(offer, StepCode.EXCLUDED, other=best.offer_id)
    return [best]


def _applications(offer: Offer, verdict: Verdict) -> int:
    if not isinstance(offer.benefit, _REPEATS):
        return 1
    most = _MOST_APPLICATIONS if offer.max_applications is None else offer.max_applications
    if isinstance(offer.benefit, OrderAmountOff | Gift | CheapestUnitFree) and verdict.times is None:
        return min(most, 1)
    return most if verdict.times is None else min(most, max(1, verdict.times))


def _code(taken: int, *, shipped: bool, gifts: bool, lines: bool) -> StepCode:
    if lines or (taken and not shipped):
        return StepCode.APPLIED
    if shipped:
        return StepCode.SHIPPING
    return StepCode.GIFT if gifts else StepCode.NOTHING_TO_TAKE


def _unmet(offer: Offer, verdict: Verdict, goods: int) -> Step:
    return Step(
        offer.offer_id,
        verdict.code or StepCode.CONDITION_UNMET,
        goods,
        goods,
        missing=verdict.missing,
        threshold=verdict.threshold,
        reached=verdict.reached,
    )


@dataclass(frozen=True, slots=True)
class _Ahead:
    """The next step of a ladder, or the next whole amount."""

    reached: int
    minimum: int
    value: str


def _next_step(offer: Offer, ledger: Ledger) -> _Ahead | None:
    """Return how far the cart is from the next step, None where there is none."""
    benefit: Benefit = offer.benefit
    lines = ledger.within(offer.scope)
    if isinstance(benefit, Ladder):
        reached = measure(benefit, lines)
        ahead = sorted((tier for tier in benefit.tiers if tier.minimum > reached), key=lambda tier: tier.minimum)
        return _Ahead(reached, ahead[0].minimum, str(ahead[0].value)) if ahead else None
    if isinstance(benefit, EveryAmountOff):
        reached = sum(line.amount_at(benefit.base) for line in lines)
        times = reached // benefit.step
        if benefit.max_times is None or times < benefit.max_times:
            return _Ahead(reached, (times + 1) * benefit.step, str((times + 1) * benefit.value))
    return None


def _counts_units(offer: Offer) -> bool:
    return isinstance(offer.benefit, Ladder) and offer.benefit.measure in (
        Measure.ORDER_QUANTITY,
        Measure.LINE_QUANTITY,
    )


def _with_next(step: Step, ahead: _Ahead | None, *, quantity: bool) -> Step:
    if ahead is None:
        return step
    code = step.code
    if code is StepCode.NOTHING_TO_TAKE:
        code = StepCode.BELOW_QUANTITY if quantity else StepCode.BELOW_AMOUNT
    return replace(
        step,
        code=code,
        missing=ahead.minimum - ahead.reached,
        next_minimum=ahead.minimum,
        next_value=ahead.value,
        reached=ahead.reached,
        threshold=step.threshold or ahead.minimum,
    )


def _winner(step: Step, won: dict[str, set[int]], ledger: Ledger) -> str:
    names = {line.line.line: position for position, line in enumerate(ledger.lines)}
    places: Iterable[int] = (names[name] for name in step.lines)
    return next((offer for place in places for offer, held in won.items() if place in held), "")
