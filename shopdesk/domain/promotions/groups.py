"""What happens inside a group of offers: the best one, the best for each unit, or equal ones counted together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, groupby, permutations

from shopdesk.domain.promotions.ahead import next_step
from shopdesk.domain.promotions.bounds import most_of
from shopdesk.domain.promotions.ledger import Ledger
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    Condition,
    EveryAmountOff,
    Ladder,
    Measure,
    NthUnit,
    Offer,
    Scope,
    SetPrice,
    SetUnitPrice,
    UnitAmountOff,
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import GroupRule, TieBreak
from shopdesk.domain.promotions.result import Step, StepCode
from shopdesk.domain.promotions.ties import TieKey, tie_key
from shopdesk.domain.promotions.till import Till

_TRY_ALL = range(2, 4)
_LOTS = (BundlePrice, SetPrice, BuyGet, NthUnit, CheapestUnitFree)


def run_group(till: Till, offers: Sequence[Offer], rule: GroupRule) -> None:
    """Work through the offers of one group."""
    match rule:
        case GroupRule.BEST_OF_ORDER:
            best_of_order(till, offers)
        case GroupRule.BEST_PER_LINE:
            best_per_line(till, offers)
        case GroupRule.POOL_EQUAL:
            pool_equal(till, offers)


def best_of_order(till: Till, offers: Sequence[Offer]) -> None:
    """Apply the one offer that saves most; ties as the policy says, then the given order."""
    ready, refused = _sort_out(till, offers)
    best = ready[0][0] if len(ready) == 1 else _best(till, ready, refused)
    if best is not None:
        till.run(best)
    for offer in offers:
        if offer is best:
            continue
        if offer.offer_id in refused:
            till.steps.append(refused[offer.offer_id])
        elif best is not None:
            till.refuse(offer, StepCode.NOT_BEST, other=best.offer_id)


def _best(till: Till, ready: Sequence[tuple[Offer, int]], refused: dict[str, Step]) -> Offer | None:
    """Return the offer that saves most; those that turn out to do nothing go into ``refused``."""
    best: Offer | None = None
    rank: tuple[int, TieKey] | None = None
    for offer, most in ready:
        if rank is not None and -most > rank[0]:
            break
        tie = tie_key(offer, till.policy.tie_break)
        if rank is not None and (-most, tie) >= rank:
            continue
        step = till.tried(offer).step
        if not step.is_applied:
            refused[offer.offer_id] = step
            continue
        own = (-step.taken, tie)
        if rank is None or own < rank:
            best, rank = offer, own
    return best


def best_per_line(till: Till, offers: Sequence[Offer]) -> None:
    """Give each unit one offer: first those on several goods together, where that saves, then the best of each line.

    A few offers on several goods are tried in every order, many greedily; the result is never worse than any one.
    """
    if len(offers) == 1:
        till.run(offers[0])
        return
    till.ledger.unlock()
    single = [offer for offer in offers if is_single(offer.benefit)]
    ready, looked = _sort_out(till, [offer for offer in offers if not is_single(offer.benefit)])
    chosen = _choose(till, ready, single, looked) if ready else []
    if len(ready) in _TRY_ALL and not _one_at_most(ready):
        chosen = _try_all(till, [offer for offer, _ in ready], single, chosen)
    for offer in chosen:
        if till.run(offer).is_applied:
            _lock(till.ledger, offer)
    winners = _run_single(till, single, chosen)
    other = next((offer.offer_id for offer in chosen), next(iter(winners), ""))
    for offer, _ in ready:
        if offer in chosen:
            continue
        step = looked.get(offer.offer_id)
        if step is not None and step.code is StepCode.GIFT:
            till.run(offer)
        elif step is None or step.is_applied:
            till.refuse(offer, StepCode.NOT_BEST, other=other)
    till.steps += [step for step in looked.values() if not step.is_applied]
    till.ledger.unlock()


def pool_equal(till: Till, offers: Sequence[Offer]) -> None:
    """Count the goods of 每满减 with equal steps together; goods of several pools belong to the first."""
    pools: dict[Benefit, list[Offer]] = {}
    for offer in offers:
        pools.setdefault(offer.benefit, []).append(offer)
    counted: set[int] = set()
    for benefit, members in pools.items():
        if not isinstance(benefit, EveryAmountOff):
            for offer in members:
                till.run(offer)
            continue
        ready = []
        for offer in members:
            refused, _ = till.first_look(till.ledger, offer)
            ready += [offer] if refused is None else []
            till.steps += [refused] if refused is not None else []
        if not ready:
            continue
        first = ready[0]
        places = frozenset(
            place
            for offer in ready
            for line in till.ledger.within(offer.scope)
            for place, other in enumerate(till.ledger.lines)
            if other is line and place not in counted
        )
        counted |= places
        till.run(replace(first, scope=_union([offer.scope for offer in ready]), condition=Condition()), places)
        for offer in ready[1:]:
            till.refuse(offer, StepCode.POOLED, other=first.offer_id)


def _union(scopes: Sequence[Scope]) -> Scope:
    """Return a scope that covers what any of several covers; what it covers beside is kept out by places."""
    if len(scopes) == 1:
        return scopes[0]
    named = all(scope == Scope(skus=scope.skus) and scope.skus for scope in scopes)
    return Scope(skus=frozenset().union(*(scope.skus for scope in scopes))) if named else EVERYTHING


def _sort_out(till: Till, offers: Sequence[Offer]) -> tuple[list[tuple[Offer, int]], dict[str, Step]]:
    """Return the offers that may take something, those that may take most first, and the steps of the others."""
    ready: list[tuple[Offer, int]] = []
    idle: dict[str, Step] = {}
    for offer in offers:
        refused, verdict = till.first_look(till.ledger, offer)
        if refused is None and not (most := most_of(offer, till.ledger)):
            goods, ahead = till.ledger.goods, next_step(offer, till.ledger)
            if ahead is not None:
                refused = ahead.below(offer.offer_id, goods, verdict.threshold)
            else:
                refused = Step(offer.offer_id, StepCode.NOTHING_TO_TAKE, goods, goods)
        if refused is None:
            ready.append((offer, most))
        else:
            idle[offer.offer_id] = refused
    ready.sort(key=lambda pair: -pair[1])
    return ready, idle


def _by_ties(ready: Sequence[tuple[Offer, int]], rules: tuple[TieBreak, ...]) -> Iterator[tuple[Offer, int]]:
    """Go through offers sorted by what they may take, those that may take the same by the rules for ties."""
    for _, equal in groupby(ready, key=lambda pair: pair[1]):
        yield from sorted(equal, key=lambda pair: tie_key(pair[0], rules))


def _choose(
    till: Till, ready: Sequence[tuple[Offer, int]], single: Sequence[Offer], looked: dict[str, Step]
) -> list[Offer]:
    """Return the offers on several goods that save most, in order; what each did alone goes into ``looked``."""
    chosen: list[Offer] = []
    ground = till.ledger.copy()
    saved = _saved(till, ground, single)
    while True:
        best, gain, after = None, 0, ground
        for offer, most in _by_ties(ready, till.policy.tie_break):
            if most <= gain or (chosen and all(line.is_locked for line in ground.lines)):
                break
            if any(_exclude(offer, other) for other in chosen) or offer in chosen:
                continue
            twin = ground.copy()
            step = till.apply(twin, offer)
            if not chosen:
                looked[offer.offer_id] = step
            if step.is_applied:
                _lock(twin, offer)
                more = _saved(till, twin, single) - saved
                if more > gain:
                    best, gain, after = offer, more, twin
        if best is None:
            return chosen
        chosen.append(best)
        ground = after
        saved += gain


def _one_at_most(ready: Sequence[tuple[Offer, int]]) -> bool:
    """Tell whether the first of these offers takes all goods that the others look at."""
    return len({offer.scope for offer, _ in ready}) == 1 and not any(
        isinstance(offer.benefit, _LOTS) or getattr(offer.benefit, "scope", None) for offer, _ in ready
    )


def _try_all(till: Till, offers: Sequence[Offer], single: Sequence[Offer], chosen: Sequence[Offer]) -> list[Offer]:
    """Return the order of offers on several goods that saves most, ``chosen`` where none saves more."""
    best, most = list(chosen), _saved_in_order(till, chosen, single)
    for count in range(1, len(offers) + 1):
        for order in permutations(offers, count):
            if any(_exclude(one, other) for one, other in combinations(order, 2)):
                continue
            saved = _saved_in_order(till, order, single)
            if saved > most:
                best, most = list(order), saved
    return best


def _saved_in_order(till: Till, order: Sequence[Offer], single: Sequence[Offer]) -> int:
    twin = till.ledger.copy()
    for offer in order:
        if till.apply(twin, offer).is_applied:  # one that does nothing holds no goods for those after it
            _lock(twin, offer)
    return _saved(till, twin, single)


def _saved(till: Till, ledger: Ledger, single: Sequence[Offer]) -> int:
    """Return what a cart saves so far, the best single offers included."""
    twin = ledger.copy() if single else ledger
    for offer, places, _ in _winners(till, twin, single):
        if places:
            till.apply(twin, offer, places)
    return till.ledger.goods - twin.goods + till.ledger.shipping - twin.shipping


def _run_single(till: Till, offers: Sequence[Offer], chosen: Sequence[Offer]) -> list[str]:
    """Let each line take the offer that saves it most; return the offers that won one.

    ``chosen`` are the offers on several goods that were applied before.
    """
    found = _winners(till, till.ledger, offers)
    won = {place: offer.offer_id for offer, places, _ in found for place in places}
    names = {line.line.line: place for place, line in enumerate(till.ledger.lines)}
    for offer, places, step in found:
        if places:
            till.run(offer, places)
        elif step.lines:
            other = next((won[names[name]] for name in step.lines if names[name] in won), "")
            till.refuse(offer, StepCode.NOT_BEST, other=other)
        elif step.is_applied:
            till.run(offer)
        elif step.code is StepCode.NOTHING_TO_TAKE and (other := _taker(till.ledger, offer, chosen)):
            till.refuse(offer, StepCode.NOT_BEST, other=other)
        else:
            till.steps.append(step)
    return list(dict.fromkeys(won.values()))


def _taker(ledger: Ledger, offer: Offer, chosen: Sequence[Offer]) -> str:
    """Return which of the chosen offers took goods of this one, "" where none did."""
    lines = ledger.within(offer.scope)
    return next((other.offer_id for other in chosen if any(line.shares.get(other.offer_id) for line in lines)), "")


def _winners(till: Till, ledger: Ledger, offers: Sequence[Offer]) -> list[tuple[Offer, frozenset[int], Step]]:
    """Return the offers with the places of the lines that each saves most, and what it would do alone."""
    tried = [till.tried(offer, on=ledger) for offer in offers]
    ranked = sorted(tried, key=lambda pair: tie_key(pair.offer, till.policy.tie_break))
    won: dict[str, set[int]] = {}
    for place, line in enumerate(ledger.lines):
        best = max(ranked, key=lambda pair: pair.step.lines.get(line.line.line, 0), default=None)
        if best is not None and best.step.lines.get(line.line.line, 0) > 0:
            won.setdefault(best.offer.offer_id, set()).add(place)
    return [(pair.offer, frozenset(won.get(pair.offer.offer_id, ())), pair.step) for pair in tried]


def _lock(ledger: Ledger, offer: Offer) -> None:
    """Keep an offer's goods from the others of its group: the units of its sets, or the lines that it looked at.

    A line that got no fen of it was looked at nevertheless.
    """
    if isinstance(offer.benefit, _LOTS):
        for run in ledger.runs():
            run.locked = run.locked or run.used
        return
    scope = getattr(offer.benefit, "scope", None)
    covered = ledger.within(offer.scope)
    covered = covered if scope is None else ledger.within(scope, covered)
    whole = {id(line) for line in covered if not line.is_locked}
    for line in ledger.lines:
        if id(line) in whole or line.shares.get(offer.offer_id):
            for run in line.runs:
                run.locked = True


def _exclude(one: Offer, other: Offer) -> bool:
    return one.offer_id in other.excludes or other.offer_id in one.excludes


def is_single(benefit: Benefit) -> bool:
    """Tell whether a benefit looks at each line by itself."""
    if isinstance(benefit, Ladder):
        return benefit.measure in (Measure.LINE_AMOUNT, Measure.LINE_QUANTITY)
    return isinstance(benefit, UnitAmountOff | UnitPercentOff | SetUnitPrice) and benefit.limits.per_order is None
