"""What the offers page shows of the shop, worked out in a job from frames that nobody changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.catalogue import Goods, goods_of
from shopdesk.domain.promotions.categories import article_categories
from shopdesk.domain.promotions.order_values import OrderValues, order_values

LEAST_LINES = 2
MOST_EXAMPLES = 200


@dataclass(frozen=True, slots=True)
class CartItem:
    """One line of the test cart."""

    sku: str
    title: str
    price: int  # fen
    quantity: int


@dataclass(frozen=True, slots=True)
class CartOrder:
    """An order that another view wants in the test cart; ``offer_id`` is the candidate it was looked at beside.

    ``day`` is one on which the offers looked at run, None where the cart may keep its day; ``buyer`` whom it is for.
    """

    items: tuple[CartItem, ...]
    shipping: int  # fen
    offer_id: str = ""
    day: date | None = None
    buyer: BuyerKind = BuyerKind.ANY


@dataclass(frozen=True, slots=True)
class ShopFigures:
    """Goods, order values of the period, and real orders to try offers on (the newest first)."""

    goods: tuple[Goods, ...]
    values: OrderValues
    examples: tuple[tuple[CartItem, ...], ...]
    has_orders: bool
    tags: Mapping[str, frozenset[str]] = field(default_factory=dict)  # categories of articles, by code

    def categories(self) -> tuple[str, ...]:
        """Return the categories that the shop's goods are in."""
        return tuple(sorted(set().union(*self.tags.values()))) if self.tags else ()

    def goods_by_sku(self) -> Mapping[str, Goods]:
        """Return the goods by their code."""
        return {goods.sku: goods for goods in self.goods}


def shop_figures(
    orders: pd.DataFrame, lines: pd.DataFrame, costs: pd.DataFrame, items: pd.DataFrame, period: Period | None
) -> ShopFigures:
    """Compute everything the page needs."""
    return ShopFigures(
        tuple(goods_of(costs, lines)),
        order_values(orders, lines, period),
        _examples(orders, lines),
        not orders.empty or not lines.empty,
        article_categories(items, lines),
    )


def _examples(orders: pd.DataFrame, lines: pd.DataFrame) -> tuple[tuple[CartItem, ...], ...]:
    if lines.empty or not {"order_id", "unit_price"} <= set(lines.columns):
        return ()
    known = lines[lines["unit_price"].notna()]
    sizes = known["order_id"].value_counts()
    wanted = sizes[sizes >= LEAST_LINES].index
    if len(wanted) == 0:
        wanted = sizes.index
    newest = _newest(orders, set(wanted)) or [str(name) for name in wanted[:MOST_EXAMPLES]]
    rows = known[known["order_id"].isin(newest)]
    by_order: dict[str, list[CartItem]] = {}
    for row in rows.to_dict("records"):
        by_order.setdefault(str(row["order_id"]), []).append(_item({str(key): value for key, value in row.items()}))
    return tuple(tuple(by_order[order]) for order in newest if order in by_order)


def _newest(orders: pd.DataFrame, wanted: set[str]) -> list[str]:
    stamp = next((name for name in ("paid_at", "created_at") if name in orders), None)
    if stamp is None or "order_id" not in orders:
        return []
    chosen = orders[orders["order_id"].isin(wanted) & orders[stamp].notna()]
    return [str(order) for order in chosen.sort_values(stamp, ascending=False)["order_id"].head(MOST_EXAMPLES)]


def _item(row: Mapping[str, object]) -> CartItem:
    texts = [row.get(name) for name in ("sku", "item_id", "title")]
    sku = next((text for text in texts if isinstance(text, str) and text), "")
    title = row.get("title")
    quantity = row.get("quantity")
    return CartItem(
        sku,
        title if isinstance(title, str) and title else sku,
        int(float(str(row["unit_price"]))),
        1 if quantity is None or pd.isna(quantity) else max(1, int(float(str(quantity)))),  # type: ignore[call-overload]
    )
