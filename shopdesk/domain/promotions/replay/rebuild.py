"""From the order files to carts as they stood before order-level offers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from shopdesk.domain.keywords.margin import unit_costs
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Days, Fen, OrderBook, PriceBasis
from shopdesk.domain.promotions.replay.placed import number, placed, text
from shopdesk.domain.promotions.replay.sold import sold
from shopdesk.domain.promotions.tags import rising_at

_NOTHING = pd.DataFrame()
_MOST_FEN = 10**15
"""More than that in one cell is a broken cell; sums of a million lines stay whole numbers."""
_NEAR_FEN = 1.0


def rebuild(
    orders: pd.DataFrame,
    lines: pd.DataFrame,
    costs: pd.DataFrame = _NOTHING,
    period: Period | None = None,
    *,
    refunds: pd.DataFrame = _NOTHING,
) -> OrderBook:
    """Return the paid orders of a period (None: all days) as carts, oldest first.

    Frames as ``docs/architecture.md`` lists them; any column but ``order_id`` may be missing, and either of the first
    two frames may be empty. What a line cost is kept after the offers of its item, order-level discounts are taken
    out of it (see ``sold``); where lines don't tell, the order's own total is one line without an article.
    A customer is returning, or a rising one, by earlier orders anywhere in the files, whatever the period.
    """
    found = placed(orders, lines, refunds, period)
    heads = found.heads
    own = sold(lines)
    inside = heads["in_period"].to_numpy()
    cancelled = inside & heads["is_cancelled"].to_numpy()
    unpaid = inside & ~cancelled & ~heads["is_paid"].to_numpy()
    heads = heads.assign(buyer_code=found.buyer, rising=_rising(heads, found.buyer))[inside & ~cancelled & ~unpaid]
    own = own.assign(order=pd.Index(heads["order_id"]).get_indexer(pd.Index(own["order_id"])))
    own = own[own["order"] >= 0]
    goods = _goods(heads, own)
    kept = goods.value > 0
    mine = own[(kept & goods.by_lines)[own["order"]]]
    return _book(
        heads[kept],
        _Goods(goods.value[kept], goods.by_lines[kept]),
        mine.assign(order=(np.cumsum(kept) - 1)[mine["order"]]),
        costs,
        unpaid=int(unpaid.sum()),
        cancelled=int(cancelled.sum()),
        without_value=int((~kept).sum()),
    )


def _rising(heads: pd.DataFrame, buyer: Codes) -> npt.NDArray[np.bool_]:
    """Return which orders were of rising buyers, by all orders that were paid; what was paid before refunds counts."""
    whole = (heads["refunded"].fillna(0) <= 0) & (heads["paid"] > 0)
    paid = heads["paid"].where(whole, heads["payable"].fillna(heads["paid"])).fillna(0).to_numpy()
    counted = (heads["is_paid"] & ~heads["is_cancelled"] & heads["stamp"].notna()).to_numpy() & (paid > 0)
    rising = np.zeros(len(heads), dtype=np.bool_)
    rising[counted] = rising_at(buyer[counted], paid[counted])
    return rising


@dataclass(frozen=True, slots=True)
class _Goods:
    """What the goods of each head cost, fen, and whether all of its lines say so."""

    value: npt.NDArray[np.float64]
    by_lines: npt.NDArray[np.bool_]


def _goods(heads: pd.DataFrame, own: pd.DataFrame) -> _Goods:
    order, told, count = own["order"].to_numpy(), own["value"].notna().to_numpy(), len(heads)
    by_lines = np.bincount(order, minlength=count) > 0
    by_lines[order[~told]] = False
    summed = np.bincount(order, weights=own["value"].fillna(0), minlength=count)
    value = np.where(by_lines, summed, order_total(heads))
    return _Goods(np.clip(np.nan_to_num(np.rint(value)), 0, _MOST_FEN), by_lines)


def order_total(heads: pd.DataFrame) -> pd.Series:
    """Return what the goods of each order cost before order-level discounts, by its own figures; NaN unknown.

    Some files give the total of the goods before discounts, others after: it is "before" where it less all discounts,
    with postage, is what was to be paid. What is to be paid stands before what was paid, which is 0 once all went back.
    """
    shipping, shop, platform = (heads[name].fillna(0) for name in ("shipping", "shop_discount", "platform_discount"))
    goods, payable, paid = heads["goods_total"], heads["payable"], heads["paid"]
    net = goods - shop - platform + shipping
    fits = ((net - payable).abs() <= _NEAR_FEN) | ((net - paid).abs() <= _NEAR_FEN)
    before = goods.where(fits, goods + shop + platform)
    asked = payable.where(payable > 0).fillna(paid) - shipping + shop + platform
    return before.fillna(asked.where(asked > 0))


def _book(
    heads: pd.DataFrame,
    goods: _Goods,
    mine: pd.DataFrame,
    costs: pd.DataFrame,
    *,
    unpaid: int,
    cancelled: int,
    without_value: int,
) -> OrderBook:
    value = goods.value.astype(np.int64)
    rows = pd.concat([_line_rows(mine, costs), _total_rows(value, goods.by_lines)], ignore_index=True)
    rows = _split(rows).sort_values("order", kind="stable")
    shipping = _fen(heads["shipping"])
    platform = np.minimum(_platform(heads, mine), value + shipping)
    paid = _paid(heads, value + shipping - platform)
    told = _refunded(heads, mine)
    skus, titles, codes = _articles(rows)
    by_line = mine.loc[mine["fits"].notna(), "fits"]
    return OrderBook(
        order_id=heads["order_id"].to_numpy(dtype=object),
        day=_days(heads["stamp"]),
        buyer=heads["buyer_code"].to_numpy(dtype=np.int64),
        returning=heads["returning"].to_numpy(dtype=np.int64),
        shipping=shipping,
        shop_off=np.maximum(0, value + shipping - platform - paid),
        platform_off=platform,
        paid=paid,
        refunded=np.minimum(told, paid),
        starts=np.searchsorted(rows["order"].to_numpy(), np.arange(len(heads) + 1)).astype(np.int64),
        sku=codes,
        skus=skus,
        titles=titles,
        list_price=rows["list_price"].to_numpy(dtype=np.int64),
        item_price=rows["item_price"].to_numpy(dtype=np.int64),
        quantity=rows["quantity"].to_numpy(dtype=np.int64),
        cost=rows["cost"].to_numpy(dtype=np.int64),
        basis=_basis(mine, goods.by_lines),
        left_out=unpaid + cancelled + without_value,
        refused_identity=float(1 - by_line.mean()) if len(by_line) else None,
        unpaid=unpaid,
        cancelled=cancelled,
        without_value=without_value,
        clipped_refunds=int((told > paid).sum()),
        without_lines=int((~goods.by_lines).sum()),
        rising=heads["rising"].to_numpy(dtype=np.bool_),
    )


def _line_rows(mine: pd.DataFrame, costs: pd.DataFrame) -> pd.DataFrame:
    cost = unit_costs(mine, costs) if "unit_cost" in costs.columns else pd.Series(np.nan, index=mine.index)
    return pd.DataFrame(
        {
            "order": mine["order"].astype("int64"),
            "article": mine["article"],
            "title": mine["title"],
            "quantity": mine["quantity"].astype("int64"),
            "value": np.rint(mine["value"].clip(upper=_MOST_FEN)).astype("int64"),
            "listed": np.fmax(_listed(mine, costs), mine["listed"]),
            "cost": np.rint(cost.where(cost >= 0).fillna(UNKNOWN)).astype("int64"),
        }
    )


def _listed(mine: pd.DataFrame, costs: pd.DataFrame) -> pd.Series:
    """Return the price on the shelf by the cost list, NaN where it tells none."""
    found = pd.Series(np.nan, index=mine.index)
    if "list_price" not in costs.columns:
        return found
    price = number(costs, "list_price")
    for column in ("sku", "item_id", "title"):
        names = text(costs, column)
        by = price[names != ""].groupby(names[names != ""]).last()
        found = found.fillna(mine[column].map(by).astype("float64"))
    return found


def _total_rows(value: Fen, by_lines: npt.NDArray[np.bool_]) -> pd.DataFrame:
    """Return one line without an article for each order that only its total tells of."""
    alone = np.flatnonzero(~by_lines)
    return pd.DataFrame(
        {
            "order": alone,
            "article": "",
            "title": "",
            "quantity": 1,
            "value": value[alone],
            "listed": np.nan,
            "cost": UNKNOWN,
        }
    )


def _split(rows: pd.DataFrame) -> pd.DataFrame:
    """Give units whole prices: what doesn't divide by the quantity makes two lines, the first a fen dearer a unit."""
    each, odd = np.divmod(rows["value"].to_numpy(dtype=np.int64), rows["quantity"].to_numpy(dtype=np.int64))
    plain = rows.assign(item_price=each, quantity=rows["quantity"] - odd)
    dearer = rows.assign(item_price=each + 1, quantity=odd)[odd > 0]
    both = pd.concat([dearer, plain]).sort_index(kind="stable") if len(dearer) else plain
    listed = both["listed"].fillna(0).clip(upper=_MOST_FEN)
    return both.assign(list_price=np.maximum(both["item_price"], np.rint(listed).astype("int64")))


def _articles(rows: pd.DataFrame) -> tuple[tuple[str, ...], tuple[str, ...], Codes]:
    codes, names = pd.factorize(rows["article"], sort=True)
    titles = rows["title"].groupby(codes).last()
    return tuple(str(name) for name in names), tuple(str(title) for title in titles), codes.astype(np.int64)


def _platform(heads: pd.DataFrame, mine: pd.DataFrame) -> Fen:
    """Return what the platform paid: by the order, else by its lines."""
    return _fen(heads["platform_discount"].reset_index(drop=True).fillna(_by_order(mine, "platform", len(heads))))


def _refunded(heads: pd.DataFrame, mine: pd.DataFrame) -> Fen:
    return _fen(np.fmax(heads["refunded"].reset_index(drop=True), _by_order(mine, "refunded", len(heads))))


def _by_order(mine: pd.DataFrame, column: str, count: int) -> pd.Series:
    """Return the sum over the lines of each order, NaN where none tells the figure."""
    summed = mine[column].groupby(mine["order"].to_numpy()).sum(min_count=1)
    return summed.reindex(np.arange(count)).astype("float64")


def _paid(heads: pd.DataFrame, asked: Fen) -> Fen:
    """Return what was paid before anything went back: files show the payment less refunds.

    Where money went back or none is shown, what was to be paid stands, but no more than ``asked``, the goods with
    postage less the platform's part (fen), which also stands, less the shop's part, where nothing is told.
    """
    paid, payable, refunded = heads["paid"], heads["payable"], heads["refunded"].fillna(0)
    whole = (refunded <= 0) & (paid > 0)
    most = pd.Series(asked, index=heads.index, dtype=np.float64)
    owed = payable.where(payable.isna() | (payable < most), most)
    shown = paid.where(whole, owed.fillna(paid.where(~(paid < refunded), refunded)))
    return _fen(shown.fillna(most - heads["shop_discount"].fillna(0)))


def _basis(mine: pd.DataFrame, by_lines: npt.NDArray[np.bool_]) -> PriceBasis:
    """Return the basis of most orders."""
    if not len(by_lines):
        return PriceBasis.NONE
    if 2 * int(by_lines.sum()) < len(by_lines):
        return PriceBasis.ORDER_TOTAL
    return PriceBasis.PAID_AND_SHARE if mine["from_share"].mean() > 1 / 2 else PriceBasis.LINE_PRICES


def _days(stamp: pd.Series) -> Days:
    return stamp.to_numpy().astype("datetime64[D]")


def _fen(values: pd.Series | Fen) -> Fen:
    return np.clip(np.rint(np.nan_to_num(np.asarray(values, dtype=np.float64))), 0, _MOST_FEN).astype(np.int64)
