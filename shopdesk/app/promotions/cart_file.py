"""A cart and its offers as a JSON text, priced: for the command line, for scheduled checks, and for outside cases.

Schema of the text (amounts are decimal strings or numbers in major units, e.g. ``"12.50"``; what is null counts as
not written)::

    {"money": {"minor_digits": 2, "currency": "CNY"},  (the digits, where not written, are those of the currency)
     "day": "2026-06-25" | "2026-06-25T20:00",  (optional: offers outside their period don't run)
     "policy": {"allocation": "floor_rest_last" | "floor_rest_first" | "round_half_up_rest_last"
                              | "round_half_down_rest_first" | "largest_remainder" | "any",
                "percent_round": "half_up" | "half_down" | "down", "unit_split": "even_rest_first",
                "groups": {"coupon": "best_of_order", "item": "best_per_line", "cross_shop": "pool_equal"},
                "tie_break": ["face_value", "threshold", "expiry", "id"],
                "conflicts": [["shop_coupon", "platform_coupon"]]},
     "cart": {"lines": [{"line", "sku", "unit_price", "qty", "tags": [], "floor_unit_price", "discountable": true,
                         "selected": true}], "shipping_fee": "0"},
     "usage": {"id": {"orders": 1, "spent": "0"}},  (what an offer gave before: to this buyer, and in all)
     "promotions": [{"id", "name", "kind", "stage": 0, "priority": 0, "exclusive": false, "excludes": ["id"],
                     "stage_kind": "catalog", "lowers_base": false, "group",
                     "max_applications": 1 (null = no limit), "per_buyer", "budget", "start", "end",
                     "payer": "shop" | "platform" | {"shop": 60, "platform": 40}, "shop_percent": 100,
                     "scope": {"skus", "tags", "excluded", "excluded_tags", "price_min", "price_max",
                               "undiscounted_only"},
                     "condition": {"type": "always" | "amount" | "quantity" | "contains" | "all" | "any",
                                   "value", "op": "gte" | "gt" | "eq", "base": "list" | "current", "scope", "of"},
                     "benefit": {"type": …}}]}

Benefits: ``order_amount_off`` value · ``order_percent_off`` percent, cap, base · ``unit_amount_off`` value,
max_units_line, max_units_order, pick · ``unit_percent_off`` percent, base, round_at, round, max_units_* ·
``set_unit_price`` value · ``tiers`` measure, give, base_value, base, percent_base, cap, tiers [{min, value,
min_qty}], measure_scope · ``every_amount_off`` step, value, max_times · ``per_group`` group_size, value | percent
| percent_tiers · ``nth_unit`` nth, percent · ``bundle_price`` qty, price · ``set_price`` slots [{scope, qty}],
price · ``cheapest_unit_free`` · ``buy_get`` buy {scope, qty}, get {scope, qty, value} · ``shipping_percent_off``
percent · ``shipping_amount_off`` value · ``set_shipping`` value · ``gift`` sku, unit_price, unit_cost, qty ·
``gift_tiers`` measure, tiers [{min, sku, qty}] · ``all`` of. Each may have its own ``scope``; conditions without one
and tiers without a ``measure_scope`` look at the whole cart. ``max_units_line`` and ``max_units_order`` count units
that cost something, of one line the dearest; ``max_units_order`` holds for each of ``max_applications``. A condition
fits as often as its amount or quantity does, ``contains`` once for each unit.

The answer has ``goods_total``, ``discount_total``, ``shipping``, ``payable``, ``shop_income`` (decimal strings),
``line_discounts`` {line: amount}, ``per_promotion`` {id: {line: amount}}, ``unit_discounts`` {line: [amount]},
``applied`` [id], ``gifts`` [{sku, qty}] and ``trace`` [{promotion, code, before, after, taken, …}]. Lines that are
not selected are in the cart but not in the purchase: their discounts are zero.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from shopdesk.app.promotions.benefit_file import (
    CartFileError,
    Money,
    Raw,
    maybe_whole,
    read_benefit,
    read_scope,
    whole_number,
)
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    MINUTES_OF_DAY,
    Base,
    Condition,
    ConditionKind,
    Offer,
)
from shopdesk.domain.promotions.policy import GroupRule, Policy, TieBreak
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart, Step
from shopdesk.domain.promotions.rounding import Allocation, Rounding
from shopdesk.domain.promotions.till import Usage

_WHOLE_PERCENT: Final = 100
_MOST_UNITS: Final = 1_000_000  # the answer lists every unit
_NULL_SAYS_NO_LIMIT: Final = frozenset({"max_applications"})
_MINOR_DIGITS: Final = dict.fromkeys(
    ("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"), 0
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)  # ISO 4217; all others have two


def price_json(text: str | bytes) -> dict[str, Any]:
    """Price the cart of a JSON text; ``CartFileError`` where the text isn't one."""
    try:
        case = json.loads(text)
    except json.JSONDecodeError as error:
        raise CartFileError("no_json", line=error.lineno, column=error.colno) from error
    except UnicodeDecodeError as error:
        raise CartFileError("no_text") from error
    except RecursionError as error:
        raise CartFileError("too_deep") from error
    if not isinstance(case, dict):
        raise CartFileError("no_object")
    return price_case(case)


def price_case(case: Raw) -> dict[str, Any]:
    """Price a parsed case; see the module for the schema."""
    try:
        case = _given(case)
        money = _money(case.get("money") or {})
        cart = read_cart(case["cart"], money)
        offers = _offers(case.get("promotions") or (), money)
        policy = read_policy(case.get("policy") or {})
        at = datetime.fromisoformat(case["day"]) if case.get("day") else None
        usage = {str(name): _usage(raw, money) for name, raw in (case.get("usage") or {}).items()}
    except KeyError as error:
        raise CartFileError("missing", name=error.args[0]) from error
    except (TypeError, AttributeError, ValueError) as error:
        raise error if isinstance(error, CartFileError) else CartFileError("shape", reason=error) from error
    except RecursionError as error:
        raise CartFileError("too_deep") from error
    timed = at is not None and "T" in str(case["day"])
    priced = price_cart(
        cart,
        offers,
        policy,
        day=at.date() if at else None,
        minute=at.hour * 60 + at.minute if at and timed else None,
        usage=usage,
    )
    return report(priced, cart, offers, money)


def _money(raw: Raw) -> Money:
    digits = raw.get("minor_digits", _MINOR_DIGITS.get(str(raw.get("currency", "")).upper(), 2))
    return Money(whole_number(digits))


def _given(raw: Any) -> Any:
    """Return a part of a case without what is null: that is as if it weren't written, but for "no limit"."""
    if isinstance(raw, Mapping):
        return {key: _given(part) for key, part in raw.items() if part is not None or key in _NULL_SAYS_NO_LIMIT}
    return [_given(part) for part in raw] if isinstance(raw, list | tuple) else raw


def _offers(raws: Sequence[Raw], money: Money) -> list[Offer]:
    offers = [read_offer(raw, money) for raw in raws]
    if len({offer.offer_id for offer in offers}) < len(offers):
        raise CartFileError("same_id")
    return offers


def report(priced: PricedCart, cart: Cart, offers: Sequence[Offer], money: Money) -> dict[str, Any]:
    """Return the answer of ``price_json`` for a priced cart."""
    bought = {line.line: line for line in priced.lines}
    names = [line.line for line in cart.lines]
    gifts: dict[str, int] = {}
    for gift in priced.gifts:
        gifts[gift.sku] = gifts.get(gift.sku, 0) + gift.quantity
    zero = money.text(0)
    return {
        "goods_total": money.text(priced.goods_total),
        "discount_total": money.text(priced.discount_total),
        "shipping": money.text(priced.shipping),
        "payable": money.text(priced.payable),
        "shop_income": money.text(priced.shop_income),
        "line_discounts": {name: money.text(bought[name].discount) if name in bought else zero for name in names},
        "per_promotion": {
            offer.offer_id: {
                name: money.text(bought[name].shares.get(offer.offer_id, 0)) if name in bought else zero
                for name in names
            }
            for offer in offers
        },
        "unit_discounts": {
            line.line: [money.text(unit) for unit in bought[line.line].unit_discounts()]
            if line.line in bought
            else [zero] * line.quantity
            for line in cart.lines
        },
        "applied": list(priced.applied),
        "gifts": [{"sku": sku, "qty": quantity} for sku, quantity in gifts.items()],
        "trace": [_trace(step, money) for step in priced.steps],
    }


def _trace(step: Step, money: Money) -> dict[str, Any]:
    counted = step.code.value == "below_quantity"
    shown = {
        "missing": step.missing and (step.missing if counted else money.text(step.missing)),
        "missing_units": step.missing_units,
        "not_given": step.not_given and money.text(step.not_given),
        "over_budget": step.over_budget and money.text(step.over_budget),
        "other": step.other,
        "day": step.day,
    }
    return {
        "promotion": step.offer_id,
        "code": step.code.value,
        "before": money.text(step.before),
        "after": money.text(step.after),
        "taken": money.text(step.taken),
        "lines": {line: money.text(amount) for line, amount in step.lines.items()},
        **{name: value for name, value in shown.items() if value},
    }


def read_cart(raw: Raw, money: Money) -> Cart:
    """Return the cart of a case."""
    return Cart(
        tuple(
            CartLine(
                line=str(line["line"]),
                sku=str(line.get("sku", line["line"])),
                unit_price=money.minor(line["unit_price"]),
                quantity=_quantity(line.get("qty", 1)),
                tags=frozenset(map(str, line.get("tags", ()))),
                floor=money.maybe(line.get("floor_unit_price")),
                discountable=bool(line.get("discountable", True)),
                selected=bool(line.get("selected", True)),
            )
            for line in raw["lines"]
        ),
        money.minor(raw.get("shipping_fee", 0)),
    )


def _quantity(raw: object) -> int:
    quantity = whole_number(raw)
    if quantity > _MOST_UNITS:
        raise CartFileError("too_many_units", limit=_MOST_UNITS)
    return quantity


def read_policy(raw: Raw) -> Policy:
    """Return the policy of a case; ``any`` allocation is the first rule."""
    allocation = raw.get("allocation", "any")
    if raw.get("unit_split", "even_rest_first") != "even_rest_first":
        raise CartFileError("split", value=raw["unit_split"])
    return Policy(
        Allocation.FLOOR_REST_LAST if allocation == "any" else Allocation(allocation),
        Rounding(raw.get("percent_round", "half_up")),
        {str(name): GroupRule(rule) for name, rule in raw.get("groups", {}).items()},
        frozenset(frozenset(map(str, pair)) for pair in raw.get("conflicts", ())),
        tuple(TieBreak(rule) for rule in raw.get("tie_break", ())),
    )


def read_offer(raw: Raw, money: Money) -> Offer:
    """Return one offer of a case; a condition without a scope looks at the whole cart."""
    start, start_minute = _moment(raw.get("start"), 0)
    end, end_minute = _moment(raw.get("end"), MINUTES_OF_DAY)
    return Offer(
        offer_id=str(raw["id"]),
        name=str(raw.get("name", raw["id"])),
        benefit=read_benefit(raw["benefit"], money),
        kind=str(raw.get("kind", "")),
        stage=int(raw.get("stage", 0)),
        priority=int(raw.get("priority", 0)),
        item_level=raw.get("stage_kind") == "catalog",
        exclusive=bool(raw.get("exclusive", False)),
        group=str(raw.get("group", "")),
        scope=read_scope(raw.get("scope"), money) or EVERYTHING,
        condition=_condition(raw.get("condition") or {"type": "always"}, money),
        max_applications=maybe_whole(raw.get("max_applications", 1)),
        start=start,
        end=end,
        shop_percent=_shop_percent(raw),
        start_minute=start_minute,
        end_minute=end_minute,
        excludes=frozenset(map(str, raw.get("excludes", ()))),
        lowers_base=bool(raw.get("lowers_base", False)),
        per_buyer=maybe_whole(raw.get("per_buyer")),
        budget=money.maybe(raw.get("budget")),
    )


def _moment(raw: object, whole_day: int) -> tuple[date | None, int]:
    """Return a day and the minute of it; ``whole_day`` where the text names no time."""
    if not raw:
        return None, whole_day
    at = datetime.fromisoformat(str(raw))
    return at.date(), at.hour * 60 + at.minute if "T" in str(raw) else whole_day


def _usage(raw: Raw, money: Money) -> Usage:
    return Usage(whole_number(raw.get("orders", 0)), money.minor(raw.get("spent", 0)))


def _shop_percent(raw: Raw) -> int:
    """Return the shop's share of a discount: from ``payer``, or as it is."""
    payer = raw.get("payer")
    if payer is None:
        percent = whole_number(raw.get("shop_percent", 100))
    elif isinstance(payer, Mapping):
        shares = {str(name): whole_number(share) for name, share in payer.items()}
        if sum(shares.values()) != _WHOLE_PERCENT:
            raise CartFileError("payers")
        percent = shares.get("shop", shares.get("merchant", 0))
    else:
        percent = {"shop": _WHOLE_PERCENT, "merchant": _WHOLE_PERCENT, "seller": _WHOLE_PERCENT}.get(str(payer), 0)
    if percent > _WHOLE_PERCENT:
        raise CartFileError("above_100", value=percent)
    return percent


def _condition(raw: Raw, money: Money) -> Condition:
    kind = ConditionKind(raw["type"])
    value = raw.get("value", 0)
    if raw.get("op", "gte") not in ("gte", "gt", "eq"):
        raise CartFileError("comparison", value=raw["op"])
    return Condition(
        kind,
        money.minor(value) if kind is ConditionKind.AMOUNT else whole_number(value),
        str(raw.get("op", "gte")),
        Base(raw.get("base", "current")),
        read_scope(raw.get("scope"), money) or EVERYTHING,
        tuple(_condition(part, money) for part in raw.get("of", ())),
    )
