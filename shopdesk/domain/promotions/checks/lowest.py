"""How low each article can come: the carts that stand on the steps of offers, priced exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.checks.carts import Carts, Line, Met, Tried, try_carts
from shopdesk.domain.promotions.checks.ground import Ground, meets
from shopdesk.domain.promotions.checks.item_level import item_prices, settle
from shopdesk.domain.promotions.checks.plans import Plan, Plans
from shopdesk.domain.promotions.checks.record import FILLER, CartPart, Lowest, Reached, Stretch
from shopdesk.domain.promotions.checks.seeds import Seed, Seeds, needs_several
from shopdesk.domain.promotions.checks.variants import variants
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import Codes
from shopdesk.domain.promotions.rounding import Allocation

_REST_FIRST: Final = frozenset({Allocation.FLOOR_REST_FIRST, Allocation.ROUND_HALF_DOWN_REST_FIRST})
_MOST_REAL: Final = 4
ARTICLES_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Cart:
    """A cart that was tried: the article's seed, and how it was filled (units of a class, fen of all of them)."""

    seed: int
    fillers: tuple[tuple[int, int, int], ...] = ()  # class, units, fen together
    goods: tuple[CartPart, ...] = ()  # real ones in their place


@dataclass(frozen=True, slots=True)
class _Choice:
    price: Reached
    income: Reached
    real: Reached


def lowest_prices(
    prices: Mapping[str, int],
    offers: Sequence[Offer],
    policy: Policy,
    stretch: Stretch,
    skus: Sequence[str],
    *,
    progress: Callable[[float], None] = lambda _share: None,
) -> list[Lowest]:
    """Return how low some articles can come while ``offers`` run; ``prices`` (fen a unit) of all goods of the shop.

    Customers needn't take every coupon, so single ones of a group of which only the best counts are tried too.
    ``progress`` hears the share done and may raise to stop.
    """
    found: dict[str, _Choice] = {}
    now = dict(prices)
    items: tuple[Offer, ...] = ()
    every = variants(offers, policy)
    for number, some in enumerate(every):
        ground = Ground.of(prices, some.offers, policy)
        if ground.items != items:
            now, items = item_prices(ground), ground.items
        affected = skus if some.is_whole else [sku for sku in skus if some.concerns(sku, prices[sku])]
        for first in range(0, len(affected), ARTICLES_AT_ONCE):
            progress((number + first / len(affected)) / len(every))
            for sku, choice in _search(ground, affected[first : first + ARTICLES_AT_ONCE], now).items():
                before = found.get(sku)
                found[sku] = choice if before is None else _better(before, choice)
    return [Lowest(sku, stretch, one.price, one.income, one.real) for sku, one in found.items()]


def _better(one: _Choice, two: _Choice) -> _Choice:
    return _Choice(
        min(one.price, two.price, key=lambda reached: reached.price),
        min(one.income, two.income, key=lambda reached: reached.income),
        min(one.real, two.real, key=lambda reached: reached.price),
    )


def _search(ground: Ground, skus: Sequence[str], now: Mapping[str, int]) -> dict[str, _Choice]:
    """Try the carts of some articles and return the worst of each; ``now`` as in ``Seeds``."""
    maker = Seeds(ground, now)
    seeds = [seed for sku in skus for seed in maker.of(sku)]
    level = _Level(ground, seeds)
    plans = Plans(ground)
    tried = [_Cart(place, fillers) for place, seed in enumerate(seeds) for fillers in _fillings(level, plans, place)]
    result = level.price(tried)
    real = [cart for found in _to_realise(level, tried, result) for cart in _realised(level, found, now)]
    again = level.price(real)
    return _choices(level, tried, result, real, again, skus)


class _Level:
    """Seeds with what their lines cost after item-level offers, and carts priced upon them."""

    def __init__(self, ground: Ground, seeds: Sequence[Seed]) -> None:
        self.ground, self.seeds = ground, seeds
        self._starts = [0]
        for seed in seeds:
            self._starts.append(self._starts[-1] + len(seed.partners) + 1)
        self.paid = [0] * self._starts[-1]
        self._met: dict[int, tuple[Met, ...]] = {}
        lots = [offer for offer in ground.items if needs_several(offer)]
        alone: list[int] = []
        several: list[int] = []
        only: dict[str, list[int]] = {}
        for place, seed in enumerate(seeds):
            if seed.only:
                only.setdefault(seed.only, []).append(place)
            else:
                (several if any(_touches(offer, seed, ground) for offer in lots) else alone).append(place)
        for offer in lots:
            self._settle(only.get(offer.offer_id, ()), [offer])
        self._settle(alone, [offer for offer in ground.items if not needs_several(offer)])
        self._settle(several, ground.items)
        self._rest_first = ground.policy.allocation in _REST_FIRST

    def _settle(self, places: Sequence[int], items: Sequence[Offer]) -> None:
        """Work out the item prices of some seeds."""
        found = settle(self.ground, [self.seeds[place] for place in places], items)
        for place, (paid, met) in zip(places, found, strict=True):
            self.paid[self._starts[place] : self._starts[place + 1]] = paid
            if self.ground.is_plain:
                self._met[place] = met

    def base(self, place: int) -> dict[int, int]:
        """Return what the goods of a seed that each of its article's offers meets cost by now, fen."""
        ground, seed = self.ground, self.seeds[place]
        own = self.paid[self._starts[place] : self._starts[place + 1]]
        names = [*(part.sku for part in seed.partners), seed.sku]
        return {
            at: sum(paid for name, paid in zip(names, own, strict=True) if at in ground.signatures[name])
            for at in ground.signatures[seed.sku]
        }

    def price(self, tried: Sequence[_Cart], *, by_line: bool = False) -> Tried:
        """Price carts."""
        ground = self.ground
        carts = Carts()
        for cart in tried:
            carts.add(self._lines(cart))
        offers = ground.priced_offers(with_items=not ground.is_plain)
        return try_carts(carts, offers, ground.policy, by_line=by_line)

    def reached(self, tried: Sequence[_Cart]) -> list[Reached]:
        """Return carts with the offers that lower the article in each."""
        result = self.price(tried, by_line=True)
        carts = Carts()
        for cart in tried:
            carts.add(self._lines(cart))
        by_cart = result.met_by(_cart_of_line(carts))
        found = []
        for at, cart in enumerate(tried):
            met = (*self._met.get(cart.seed, ()), *by_cart.get(at, ()))
            found.append(
                Reached(
                    price=-(-int(result.paid[at]) // int(result.units[at])),
                    income=int(result.income[at]) // int(result.units[at]),
                    parts=self._parts(cart),
                    offers=tuple(offer for offer, _ in met),
                    steps=tuple(step for _, step in met),
                )
            )
        return found

    def _parts(self, cart: _Cart) -> tuple[CartPart, ...]:
        seed = self.seeds[cart.seed]
        fillers = tuple(CartPart(FILLER, units, -(-amount // units)) for _, units, amount in cart.fillers)
        own = CartPart(seed.sku, seed.quantity, self.ground.prices[seed.sku])
        goods = tuple(CartPart(part.sku, part.quantity, self.ground.prices[part.sku]) for part in cart.goods)
        return (own, *seed.partners, *goods, *fillers)

    def _lines(self, cart: _Cart) -> list[Line]:
        """Return the lines of a cart, the article where the odd fen goes."""
        ground, seed = self.ground, self.seeds[cart.seed]
        first, last = self._starts[cart.seed], self._starts[cart.seed + 1]
        others: list[Line] = []
        for place, units, amount in cart.fillers:
            others += _even(ground.filler(place), amount, units, wanted=False)
        if not ground.is_plain:
            others += [(part.sku, part.price, part.quantity, False) for part in (*cart.goods, *seed.partners)]
            return [*others, (seed.sku, ground.prices[seed.sku], seed.quantity, True)]
        others += [(part.sku, part.price, part.quantity, False) for part in cart.goods]
        for part, paid in zip(seed.partners, self.paid[first : last - 1], strict=True):
            others += _even(part.sku, paid, part.quantity, wanted=False)
        own = _even(seed.sku, self.paid[last - 1], seed.quantity, wanted=True)
        return [*own, *others] if self._rest_first else [*others, *own]


def _touches(offer: Offer, seed: Seed, ground: Ground) -> bool:
    names = (seed.sku, *(part.sku for part in seed.partners))
    several = seed.quantity + len(seed.partners) > 1
    return several and any(meets(offer.scope, name, ground.prices[name]) for name in names)


def _even(sku: str, amount: int, units: int, *, wanted: bool) -> list[Line]:
    """Return units that cost an amount together, as even as fen allow."""
    each, odd = divmod(amount, units)
    lines = [(sku, each, units - odd, wanted)] if units > odd else []
    return [*lines, (sku, each + 1, odd, wanted)] if odd else lines


def _cart_of_line(carts: Carts) -> Codes:
    return np.repeat(np.arange(len(carts), dtype=np.int64), np.diff(np.array(carts.starts, dtype=np.int64)))


def _fillings(level: _Level, plans: Plans, place: int) -> Iterator[tuple[tuple[int, int, int], ...]]:
    """Yield the ways to fill up a seed, in the numbers of units that steps ask for."""
    seed = level.seeds[place]
    signature = level.ground.signatures[seed.sku]
    held = seed.quantity + sum(part.quantity for part in seed.partners)
    own = [number - held for number in plans.count_needed(signature)]
    for plan in plans.of(signature, level.base(place)):
        yield tuple((at, 1, amount) for at, amount in plan)
        for number, (at, _) in enumerate(plan):
            # offers that meet only what fills the cart make it cheaper, and leave the article more of the others
            beside = plans.count_needed(level.ground.classes[at] - signature)
            wanted = {*own, *beside} if number == 0 else set(beside)
            yield from (_counted(plan, number, count) for count in sorted(wanted) if count > 1)


def _counted(plan: Plan, number: int, count: int) -> tuple[tuple[int, int, int], ...]:
    """Return a plan with one of its fillers in a number of units."""
    return tuple((at, min(count, fen) if place == number else 1, fen) for place, (at, fen) in enumerate(plan))


def _to_realise(level: _Level, tried: Sequence[_Cart], result: Tried) -> list[_Cart]:
    """Return the carts in which an article comes lowest, where they hold goods that needn't exist."""
    best = _lowest(level, tried, result.paid / np.maximum(result.units, 1))
    carts = (tried[place] for place in best.values())
    return [cart for cart in carts if cart.fillers and not level.seeds[cart.seed].only]


def _lowest(
    level: _Level, tried: Sequence[_Cart], keys: npt.NDArray[np.float64], *, real: bool = False
) -> dict[str, int]:
    """Return by article the place of the cart with the lowest key, the first of equal ones."""
    found: dict[str, int] = {}
    for place, key in enumerate(keys.tolist()):
        cart = tried[place]
        seed = level.seeds[cart.seed]
        if real and (cart.fillers or seed.only):
            continue
        sku = seed.sku
        if sku not in found or key < keys[found[sku]]:
            found[sku] = place
    return found


def _realised(level: _Level, cart: _Cart, now: Mapping[str, int]) -> Iterator[_Cart]:
    """Yield the same cart with goods of the shop that come nearest to the exact amounts."""
    sku = level.seeds[cart.seed].sku
    fillings = [_goods_for(level.ground, place, amount, now, sku=sku) for place, _, amount in cart.fillers]
    for parts in islice(product(*fillings), _MOST_REAL):
        yield _Cart(cart.seed, (), tuple(part for own in parts for part in own))


def _goods_for(
    ground: Ground, place: int, amount: int, now: Mapping[str, int], *, sku: str
) -> list[tuple[CartPart, ...]]:
    """Return goods of a class that cost at least an amount, those nearest to it first: units of one, one of another."""
    names, costs = ground.ranked(place, now)
    if not len(names):
        return []
    units, rest = np.divmod(amount, costs)
    at = np.searchsorted(costs, rest)
    over = np.where(rest == 0, 0, np.where(at < len(costs), costs[np.minimum(at, len(costs) - 1)] - rest, amount))
    found: list[tuple[CartPart, ...]] = []
    for first in _least(over, 2 * _MOST_REAL):
        more = int(at[first])
        wanted = {names[first]: int(units[first])}
        if rest[first] and more == len(names):
            wanted[names[first]] += 1
        elif rest[first]:
            wanted[names[more]] = wanted.get(names[more], 0) + 1
        if sku not in wanted:
            found.append(tuple(_part(ground, name, number, now) for name, number in wanted.items() if number))
    return found[:_MOST_REAL]


def _least(values: npt.NDArray[np.int64], count: int) -> list[int]:
    """Return the places of the least values in order, without sorting all."""
    places = np.sort(np.argpartition(values, count)[:count]) if count < len(values) else np.arange(len(values))
    found: list[int] = places[np.argsort(values[places], kind="stable")].tolist()
    return found


def _part(ground: Ground, sku: str, units: int, now: Mapping[str, int]) -> CartPart:
    return CartPart(sku, units, now[sku] if ground.is_plain else ground.prices[sku])


def _choices(
    level: _Level,
    tried: Sequence[_Cart],
    result: Tried,
    real: Sequence[_Cart],
    again: Tried,
    skus: Iterable[str],
) -> dict[str, _Choice]:
    units = np.maximum(result.units, 1)
    by_price = _lowest(level, tried, result.paid / units)
    by_income = _lowest(level, tried, result.income / units)
    without = _lowest(level, tried, result.paid / units, real=True)
    made = _lowest(level, real, again.paid / np.maximum(again.units, 1))
    wanted: list[_Cart] = []
    known = [sku for sku in skus if sku in by_price]
    for sku in known:
        plain, other = without[sku], made.get(sku)
        best = tried[plain]
        if other is not None and again.paid[other] * units[plain] < result.paid[plain] * again.units[other]:
            best = real[other]
        wanted += [tried[by_price[sku]], tried[by_income[sku]], best]
    reached = level.reached(wanted)
    return {sku: _Choice(*reached[3 * at : 3 * at + 3]) for at, sku in enumerate(known)}
