"""A cart and its offers as a JSON text, priced: for the command line, for scheduled checks, and for outside cases.

Schema of the text (amounts are decimal strings or numbers in major units, e.g. ``"12.50"``)::

    {"money": {"minor_digits": 2},
     "day": "2026-06-25",                      (optional: offers outside their period don't run)
     "policy": {"allocation": "floor_rest_last" | "floor_rest_first" | "round_half_up_rest_last"
                              | "round_half_down_rest_first" | "largest_remainder",
                "percent_round": "half_up" | "half_down" | "down",
                "groups": {"coupon": "best_of_order", "item": "best_per_line"},
                "conflicts": [["shop_coupon", "platform_coupon"]]},
     "cart": {"lines": [{"line", "sku", "unit_price", "qty", "tags": [], "floor_unit_price", "discountable": true,
                         "selected": true}], "shipping_fee": "0"},
     "promotions": [{"id", "name", "kind", "stage": 0, "priority": 0, "exclusive": false, "stage_kind": "catalog",
                     "group", "max_applications": 1 (null = no limit), "start", "end", "shop_percent": 100,
                     "scope": {"skus", "tags", "excluded", "price_min", "price_max", "undiscounted_only"},
                     "condition": {"type": "always" | "amount" | "quantity" | "contains" | "all",
                                   "value", "op": "gte" | "gt" | "eq", "base": "list" | "current", "scope", "of"},
                     "benefit": {"type": …}}]}

Benefits: ``order_amount_off`` value · ``order_percent_off`` percent, cap · ``unit_amount_off`` value,
max_units_line, max_units_order, pick · ``unit_percent_off`` percent, base, round_at, round, max_units_* ·
``set_unit_price`` value · ``tiers`` measure, give, base_value, tiers [{min, value}], measure_scope ·
``every_amount_off`` step, value, max_times · ``per_group`` group_size, value | percent | percent_tiers ·
``nth_unit`` nth, percent · ``bundle_price`` qty, price · ``set_price`` slots [{scope, qty}], price ·
``cheapest_unit_free`` · ``buy_get`` buy {scope, qty}, get {scope, qty, value} · ``shipping_percent_off`` percent ·
``gift`` sku, unit_price, qty · ``all`` of. Each may have its own ``scope``.

The answer has ``goods_total``, ``discount_total``, ``shipping``, ``payable``, ``shop_income`` (decimal strings),
``line_discounts`` {line: amount}, ``per_promotion`` {id: {line: amount}}, ``unit_discounts`` {line: [amount]},
``applied`` [id], ``gifts`` [{sku, qty}] and ``trace`` [{promotion, code, before, after, taken, …}].
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from shopdesk.app.promotions.benefit_file import CartFileError, Money, Raw, read_benefit, read_scope
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.offers import (
    EVERYTHING,
    Base,
    Condition,
    ConditionKind,
    GroupRule,
    Offer,
    Policy,
)
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart, Step
from shopdesk.domain.promotions.rounding import Allocation, Rounding


def price_json(text: str | bytes) -> dict[str, Any]:
    """Price the cart of a JSON text; ``CartFileError`` where the text isn't one."""
    try:
        case = json.loads(text)
    except ValueError as error:
        raise CartFileError(f"not JSON: {error}") from error
    if not isinstance(case, dict):
        raise CartFileError("not a JSON object")
    return price_case(case)


def price_case(case: Raw) -> dict[str, Any]:
    """Price a parsed case; see the module for the schema."""
    try:
        money = Money(int(case.get("money", {}).get("minor_digits", 2)))
        cart = read_cart(case["cart"], money)
        offers = [read_offer(raw, money) for raw in case.get("promotions", ())]
        policy = read_policy(case.get("policy", {}))
        day = date.fromisoformat(case["day"]) if case.get("day") else None
    except KeyError as error:
        raise CartFileError(f"missing: {error.args[0]}") from error
    except (TypeError, AttributeError, ValueError) as error:
        raise error if isinstance(error, CartFileError) else CartFileError(str(error)) from error
    return report(price_cart(cart, offers, policy, day=day), offers, money)


def report(priced: PricedCart, offers: Sequence[Offer], money: Money) -> dict[str, Any]:
    """Return the answer of ``price_json`` for a priced cart."""
    per_offer: dict[str, dict[str, str]] = {offer.offer_id: {} for offer in offers}
    for line in priced.lines:
        for offer_id, amount in line.shares.items():
            per_offer[offer_id][line.line] = money.text(amount)
    return {
        "goods_total": money.text(priced.goods_total),
        "discount_total": money.text(priced.discount_total),
        "shipping": money.text(priced.shipping),
        "payable": money.text(priced.payable),
        "shop_income": money.text(priced.shop_income),
        "line_discounts": {line.line: money.text(line.discount) for line in priced.lines},
        "per_promotion": per_offer,
        "unit_discounts": {line.line: [money.text(unit) for unit in line.unit_discounts()] for line in priced.lines},
        "applied": list(priced.applied),
        "gifts": [{"sku": gift.sku, "qty": gift.quantity} for gift in priced.gifts],
        "trace": [_trace(step, money) for step in priced.steps],
    }


def _trace(step: Step, money: Money) -> dict[str, Any]:
    counted = step.code.value == "below_quantity"
    shown = {
        "missing": step.missing and (step.missing if counted else money.text(step.missing)),
        "not_given": step.not_given and money.text(step.not_given),
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
                quantity=int(line.get("qty", 1)),
                tags=frozenset(map(str, line.get("tags", ()))),
                floor=money.maybe(line.get("floor_unit_price")),
                discountable=bool(line.get("discountable", True)),
                selected=bool(line.get("selected", True)),
            )
            for line in raw["lines"]
        ),
        money.minor(raw.get("shipping_fee", 0)),
    )


def read_policy(raw: Raw) -> Policy:
    """Return the policy of a case; ``any`` allocation is the first rule."""
    allocation = raw.get("allocation", "any")
    return Policy(
        Allocation.FLOOR_REST_LAST if allocation == "any" else Allocation(allocation),
        Rounding(raw.get("percent_round", "half_up")),
        {str(name): GroupRule(rule) for name, rule in raw.get("groups", {}).items()},
        frozenset(frozenset(map(str, pair)) for pair in raw.get("conflicts", ())),
    )


def read_offer(raw: Raw, money: Money) -> Offer:
    """Return one offer of a case; a condition without a scope looks at the whole cart."""
    most = raw.get("max_applications", 1)
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
        max_applications=None if most is None else int(most),
        start=date.fromisoformat(raw["start"]) if raw.get("start") else None,
        end=date.fromisoformat(raw["end"]) if raw.get("end") else None,
        shop_percent=int(raw.get("shop_percent", 100)),
    )


def _condition(raw: Raw, money: Money) -> Condition:
    kind = ConditionKind(raw["type"])
    value = raw.get("value", 0)
    if raw.get("op", "gte") not in ("gte", "gt", "eq"):
        raise CartFileError(f"unknown comparison: {raw['op']}")
    return Condition(
        kind,
        money.minor(value) if kind is ConditionKind.AMOUNT else int(value),
        str(raw.get("op", "gte")),
        Base(raw.get("base", "current")),
        read_scope(raw.get("scope"), money) or EVERYTHING,
        tuple(_condition(part, money) for part in raw.get("of", ())),
    )
