"""A year of a busy shop priced again: a million order lines through four layers, and the slider's histogram."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from benchmarks.measuring import Line, fresh_process

if TYPE_CHECKING:
    from shopdesk.domain.promotions.offers import Offer
    from shopdesk.domain.promotions.policy import Policy
    from shopdesk.domain.promotions.replay.book import OrderBook

LINES: Final = 1_000_000
ORDERS: Final = 392_493
SKUS: Final = 5_000
SEED: Final = 6
REPLAY_S: Final = 1.0
MEMORY_MB: Final = 400.0
SLIDER_MS: Final = 16.0
SAMPLE: Final = 2_000
"""Orders that the engine prices one by one for comparison."""
_PEAK: Final = (
    "import resource; from benchmarks.promotion_replay import big_book, layers, policy;"
    "from shopdesk.domain.promotions.replay.summary import replay;"
    "found = replay(big_book(), layers(), policy());"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def measure(*, quick: bool) -> Iterator[Line]:
    """Replay four layers; beside them the engine cart by cart (scaled up from a sample) and pandas for one layer."""
    from shopdesk.domain.promotions.replay.live import Histogram, live
    from shopdesk.domain.promotions.replay.summary import replay

    book, offers, rules = big_book(), layers(), policy()
    replay(_head(book, SAMPLE), offers, rules)  # loads what a session loads once
    spent = min(_cpu_s(lambda: replay(book, offers, rules)) for _ in range(1 if quick else 3))
    yield Line("replay 1 M lines, 4 layers (limit)", spent, "s", target=REPLAY_S)
    engine = _cpu_s(lambda: _by_engine(_head(book, SAMPLE), offers, rules)) * book.orders / SAMPLE
    yield Line("replay 1 M lines, 4 layers", spent, "s", "the engine, cart by cart", engine, 100.0, reverse=True)
    if not quick:
        one = _cpu_s(lambda: replay(book, offers[1:2], rules))
        yield Line(
            "replay 1 M lines, a ladder", one, "s", "pandas groupby, a ladder", _cpu_s(lambda: _pandas(book)), 1.0
        )
    yield Line("replay in a fresh process (limit)", fresh_process(_PEAK)[0], "MB", target=MEMORY_MB)
    histogram = Histogram.of(book)
    ladder = ((9_900, 500), (19_900, 1_500), (29_900, 3_000))
    live(histogram, ladder)
    rounds = 50
    slider = _cpu_s(lambda: [live(histogram, ladder) for _ in range(rounds)]) / rounds * 1000
    yield Line("ladder slider on the histogram (limit)", slider, "ms", target=SLIDER_MS)


def big_book(lines: int = LINES, orders: int = ORDERS, skus: int = SKUS) -> OrderBook:
    """Return seeded orders: about 2.55 lines each, articles by a Zipf law, prices that end in 9 yuan or 90 fen."""
    import numpy as np

    from shopdesk.domain.promotions.replay.book import OrderBook, PriceBasis

    dice = np.random.default_rng(SEED)
    extra = dice.multinomial(lines - orders, np.full(orders, 1 / orders))
    starts = np.concatenate(([0], np.cumsum(extra + 1))).astype(np.int64)
    chance = 1 / np.arange(1, skus + 1)
    sku = np.searchsorted(np.cumsum(chance / chance.sum()), dice.random(lines)).clip(max=skus - 1).astype(np.int64)
    shelf = (dice.lognormal(8.3, 0.6, skus) // 1000 * 1000 + 990).astype(np.int64)
    price = shelf[sku]
    quantity = 1 + dice.geometric(0.8, lines).astype(np.int64) - 1
    value = np.add.reduceat(price * quantity, starts[:-1])
    shipping = np.where(value < 9_900, 800, 0)
    none = np.zeros(orders, dtype=np.int64)
    first_day = np.datetime64("2025-07-01", "D")
    names = tuple(f"S{number:05d}" for number in range(skus))
    return OrderBook(
        order_id=np.arange(orders).astype(str).astype(object),
        day=first_day + np.sort(dice.integers(0, 365, orders)).astype("timedelta64[D]"),
        buyer=dice.integers(0, orders // 2, orders),
        returning=dice.integers(0, 2, orders),
        shipping=shipping,
        shop_off=none,
        platform_off=none,
        paid=value + shipping,
        refunded=np.where(dice.random(orders) < 0.05, value, 0),
        starts=starts,
        sku=sku,
        skus=names,
        titles=names,
        list_price=price,
        item_price=price,
        quantity=quantity,
        cost=price * 6 // 10,
        basis=PriceBasis.LINE_PRICES,
        left_out=0,
    )


def layers() -> list[Offer]:
    """Return an item discount, a ladder of three steps, a shop coupon and 每满减, all on the list base."""
    from shopdesk.domain.promotions.offers import (
        Base,
        EveryAmountOff,
        Give,
        Ladder,
        Measure,
        Offer,
        Scope,
        Tier,
        UnitPercentOff,
    )

    def ladder(*steps: tuple[int, int]) -> Ladder:
        tiers = tuple(Tier(minimum, Fraction(off)) for minimum, off in steps)
        return Ladder(Measure.ORDER_AMOUNT, Give.ORDER_AMOUNT_OFF, tiers, base=Base.LIST)

    on_sale = Scope(skus=frozenset(f"S{number:05d}" for number in range(0, SKUS, 3)))
    return [
        Offer("item", UnitPercentOff(Fraction(10)), stage=10, item_level=True, scope=on_sale, group="item"),
        Offer("ladder", ladder((9_900, 500), (19_900, 1_500), (29_900, 3_000)), stage=20, group="shop"),
        Offer("coupon", ladder((5_900, 300)), stage=30, group="coupon"),
        Offer("every", EveryAmountOff(20_000, 2_000, base=Base.LIST), stage=40, shop_percent=50),
    ]


def policy() -> Policy:
    """Return the usual rules: one coupon and one shop offer an order, the best item offer a line."""
    from shopdesk.domain.promotions.policy import GroupRule, Policy

    best = GroupRule.BEST_OF_ORDER
    return Policy(groups={"item": GroupRule.BEST_PER_LINE, "shop": best, "coupon": best})


def _head(book: OrderBook, orders: int) -> OrderBook:
    """Return the first orders of a book."""
    last = int(book.starts[orders])
    of_order = ("order_id", "day", "buyer", "returning", "shipping", "shop_off", "platform_off", "paid", "refunded")
    of_line = ("sku", "list_price", "item_price", "quantity", "cost")
    columns = {name: getattr(book, name)[:orders] for name in of_order}
    columns |= {name: getattr(book, name)[:last] for name in of_line}
    return replace(book, starts=book.starts[: orders + 1], **columns)


def _by_engine(book: OrderBook, offers: Sequence[Offer], rules: Policy) -> int:
    """Price carts one by one, the plain way."""
    import numpy as np

    from shopdesk.domain.promotions.pricing import price_cart
    from shopdesk.domain.promotions.replay.by_engine import Ask, cart_of

    ask = Ask(book, offers, rules, book.item_price, np.zeros(book.lines, dtype=np.int64))
    return sum(price_cart(cart_of(ask, position), offers, rules).payable for position in range(book.orders))


def _pandas(book: OrderBook) -> int:
    """Work out one ladder with groupby: the sum of the order, its step, and each line's share."""
    import numpy as np
    import pandas as pd

    frame = pd.DataFrame({"order": book.order_of_line(), "amount": book.item_price * book.quantity})
    total = frame.groupby("order")["amount"].transform("sum")
    off = np.select([total >= 29_900, total >= 19_900, total >= 9_900], [3_000, 1_500, 500], 0)
    share = off * frame["amount"] // total
    rest = pd.Series(off).groupby(frame["order"]).first() - share.groupby(frame["order"]).sum()
    last = frame.groupby("order").tail(1).index
    share.loc[last] += rest.to_numpy()
    return int(share.sum())


def _cpu_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
