"""Which orders of the files were paid, when, by whom and for how much: the heads of the carts to be replayed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes
from shopdesk.domain.refunds import went_through

MONEY: Final = ("goods_total", "paid", "payable", "shipping", "shop_discount", "platform_discount", "refunded", "items")
_UNPAID: Final = r"等待买家付款|待付款|未付款|待支付|未支付|(?i:unpaid|pending payment)"
_CANCELLED: Final = r"关闭|取消|作废|(?i:cancel|closed|void)"
_DELIVERED: Final = r"成功|完成|妥投|签收|发货|收货|评价|(?i:success|complete|delivered|shipped|paid)"


@dataclass(frozen=True, slots=True)
class Placed:
    """``heads`` are all orders of the files by ``order_id``, in the order of ``stamp``; fen as floats, NaN unknown.

    ``is_paid``, ``is_cancelled``, ``in_period`` and ``returning`` (1, 0 or UNKNOWN) are columns.
    """

    heads: pd.DataFrame
    buyer: Codes


def placed(orders: pd.DataFrame, lines: pd.DataFrame, refunds: pd.DataFrame, period: Period | None) -> Placed:
    """Read the heads of all orders; an order that only its lines tell of is made from them."""
    heads = pd.concat([part for part in (_own(orders), _from_lines(orders, lines)) if len(part)] or [_own(orders)])
    heads = _with_refunds(heads, refunds)
    _judge(heads)
    heads["in_period"] = _within(heads["stamp"], period)
    heads = heads.sort_values("stamp", kind="stable")
    buyer, returning = _buyers(heads)
    heads["returning"] = returning
    return Placed(heads, buyer)


def number(frame: pd.DataFrame, column: str) -> pd.Series:
    """Return a column as floats, NaN where it is missing, no number or without end."""
    if column not in frame.columns:
        return pd.Series(np.nan, index=frame.index)
    return pd.to_numeric(frame[column], errors="coerce").astype("float64").replace([np.inf, -np.inf], np.nan)


def text(frame: pd.DataFrame, column: str) -> pd.Series:
    """Return a column as plain texts, "" where it is missing; as objects, which a million are looked up by fastest."""
    if column not in frame.columns:
        return pd.Series("", index=frame.index, dtype=object)
    told = frame[column]
    if not isinstance(told.dtype, pd.StringDtype):
        told = told.astype(object).where(told.notna(), "").astype("str")
    return told.fillna("").str.strip().astype(object)


def _own(orders: pd.DataFrame) -> pd.DataFrame:
    known = orders[text(orders, "order_id") != ""] if "order_id" in orders.columns else orders.iloc[:0]
    heads = pd.DataFrame(
        {
            "order_id": text(known, "order_id"),
            "kind": text(known, "kind"),
            "buyer": text(known, "buyer"),
            "status": text(known, "status"),
            "paid_at": _time(known, "paid_at"),
            "created_at": _time(known, "created_at"),
            **{name: number(known, name) for name in MONEY},
        }
    )
    return heads.drop_duplicates("order_id", keep="last")


def _from_lines(orders: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Return heads of orders that the order files don't hold."""
    if "order_id" not in lines.columns:
        return pd.DataFrame()
    own = text(lines, "order_id")
    missing = own != ""
    if "order_id" in orders.columns:
        missing &= ~own.isin(text(orders, "order_id"))
    rest = lines[missing]
    if rest.empty:
        return pd.DataFrame()
    heads = pd.DataFrame(
        {
            "order_id": own[missing],
            "kind": text(rest, "kind"),
            "buyer": text(rest, "buyer"),
            "status": text(rest, "status"),
            "paid_at": _time(rest, "paid_at"),
            "created_at": _time(rest, "created_at"),
            **dict.fromkeys(MONEY, np.nan),
        }
    ).drop_duplicates("order_id", keep="first")
    heads = heads.set_index("order_id", drop=False)
    heads["paid"] = number(rest, "line_paid").groupby(own[missing]).sum(min_count=1)
    return heads.reset_index(drop=True)


def _with_refunds(heads: pd.DataFrame, refunds: pd.DataFrame) -> pd.DataFrame:
    """Let the after-sales table speak where it knows of more than the order file does."""
    heads = heads.reset_index(drop=True)
    if not {"order_id", "refunded"} <= set(refunds.columns) or refunds.empty:
        return heads
    done = refunds[went_through(refunds)]
    back = number(done, "refunded").clip(lower=0).groupby(text(done, "order_id")).sum(min_count=1)
    found = heads["order_id"].map(back).astype("float64")
    heads["refunded"] = np.fmax(heads["refunded"], found)
    return heads


def _judge(heads: pd.DataFrame) -> None:
    """Say of each order whether it was paid and whether it was called off.

    A missing time of payment means unpaid only where its kind of file gives one at all, and the status doesn't say
    that the goods left. A closed order that gave money back was paid once.
    """
    status = heads["status"]
    timed = heads["paid_at"].notna()
    kind_timed = timed.groupby(heads["kind"]).transform("any").astype(bool)
    unpaid, closed = _says(status, _UNPAID), _says(status, _CANCELLED)
    delivered = _says(status, _DELIVERED) & ~unpaid
    gave_back = heads["refunded"].fillna(0) > 0
    heads["is_cancelled"] = closed & ~(gave_back & (timed | ~kind_timed))
    heads["is_paid"] = ~unpaid & (timed | ~kind_timed | (delivered & ~closed))
    heads["stamp"] = heads["paid_at"].where(timed, heads["created_at"])


def _says(status: pd.Series, pattern: str) -> pd.Series:
    """Tell which orders have a status of a kind; there are few statuses and many orders."""
    codes, names = pd.factorize(status)
    found = np.array([re.search(pattern, str(name)) is not None for name in names], dtype=np.bool_)
    return pd.Series(found[codes] if len(names) else np.zeros(0, dtype=np.bool_), index=status.index)


def _within(stamp: pd.Series, period: Period | None) -> pd.Series:
    if period is None:
        return pd.Series(True, index=stamp.index)
    end = pd.Timestamp(period.end) + pd.Timedelta(days=1)
    return (stamp >= pd.Timestamp(period.start)) & (stamp < end)


def _buyers(heads: pd.DataFrame) -> tuple[Codes, Codes]:
    """Return codes of the buyers, and whether each had paid before (by all orders of the files)."""
    codes, _ = pd.factorize(heads["buyer"].where(heads["buyer"] != ""), sort=False)
    buyer = np.asarray(codes, dtype=np.int64)
    counted = (heads["is_paid"] & ~heads["is_cancelled"] & heads["stamp"].notna()).to_numpy().astype(np.int64)
    before = pd.Series(counted).groupby(buyer).cumsum().to_numpy() - counted
    return buyer, np.where(buyer == UNKNOWN, UNKNOWN, (before > 0).astype(np.int64))


def _time(frame: pd.DataFrame, column: str) -> pd.Series:
    if column not in frame.columns:
        return pd.Series(pd.NaT, index=frame.index, dtype="datetime64[s]")
    return pd.to_datetime(frame[column], errors="coerce", format="mixed").astype("datetime64[s]")
