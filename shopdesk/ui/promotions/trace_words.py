"""What each offer did to a cart, or why it did nothing and what is missing, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.design import LADDERS, OfferDesign
from shopdesk.domain.promotions.result import Step, StepCode
from shopdesk.ui import formats
from shopdesk.ui.promotions.words import minimum_text, short_name, yuan


def step_text(step: Step, designs: Mapping[str, OfferDesign]) -> str:
    """Return one line of the trace: what an offer did, or why it did nothing and what is missing."""
    name = _short(step.offer_id, designs)
    if step.is_applied:
        met = _met_text(step, designs.get(step.offer_id))
        named = QCoreApplication.translate("Offers", "{name}: {met}").format(name=name, met=met) if met else name
        return _applied_text(step, named)
    other = _short(step.other, designs)
    if step.code is StepCode.BELOW_AMOUNT and step.missing_units:
        return QCoreApplication.translate("Offers", "{name}: {missing} more").format(
            name=name, missing=missing_text(step)
        )
    texts = {
        StepCode.NOT_STARTED: QCoreApplication.translate("Offers", "{name}: starts on {day}"),
        StepCode.ENDED: QCoreApplication.translate("Offers", "{name}: ended on {day}"),
        StepCode.BELOW_AMOUNT: QCoreApplication.translate("Offers", "{name}: {missing} yuan more to {threshold}"),
        StepCode.BELOW_QUANTITY: QCoreApplication.translate(
            "Offers", "{name}: {count} more {count:unit|units} to {units}"
        ),
        StepCode.NOT_IN_CART: QCoreApplication.translate("Offers", "{name}: no item of it in the cart"),
        StepCode.CONDITION_UNMET: QCoreApplication.translate("Offers", "{name}: its condition is not met"),
        StepCode.NOT_BEST: QCoreApplication.translate("Offers", "{name}: {other} saves more"),
        StepCode.CONFLICT: QCoreApplication.translate("Offers", "{name}: can't be combined with {other}"),
        StepCode.EXCLUDED: QCoreApplication.translate("Offers", "{name}: {other} excludes all others"),
        StepCode.NOTHING_TO_TAKE: QCoreApplication.translate("Offers", "{name}: nothing here for it to take off"),
        StepCode.POOLED: QCoreApplication.translate("Offers", "{name}: its goods count with {other}"),
        StepCode.USED_UP: QCoreApplication.translate(
            "Offers", "{name}: this buyer has used it {units} {units:time|times}"
        ),
        StepCode.BUDGET_SPENT: QCoreApplication.translate("Offers", "{name}: its budget of {threshold} yuan is spent"),
    }
    return texts[step.code].format(
        name=name,
        other=other,
        day=step.day[5:],
        missing=formats.money_fen(step.missing),
        threshold=yuan(step.threshold),
        count=formats.full(step.missing),
        units=formats.full(step.threshold),
    )


def _short(offer_id: str, designs: Mapping[str, OfferDesign]) -> str:
    return short_name(designs[offer_id].name) if offer_id in designs else offer_id


def _met_text(step: Step, design: OfferDesign | None) -> str:
    """Return which step of a ladder a cart stands on, e.g. 138.9 ≥ 129; "" where there is but one, or none is told."""
    if design is None or design.kind not in LADDERS or len(design.steps) < 2 or any(one.units for one in design.steps):
        return ""
    minima = [one.minimum for one in design.steps]
    if not step.next_minimum:
        return f"≥ {minimum_text(design, minima[-1])}"
    below = [minimum for minimum in minima if minimum < step.next_minimum]
    if not below:
        return ""
    reached = formats.full(step.reached) if design.by_quantity else yuan(step.reached)
    return f"{reached} ≥ {minimum_text(design, below[-1])}"


def missing_text(step: Step) -> str:
    """Return what a customer lacks for an offer or its next step, e.g. 12.00 yuan, 2 units, both."""
    if step.counts_units:
        return QCoreApplication.translate("Offers", "{count} {count:unit|units}").format(
            count=formats.full(step.missing)
        )
    amount = QCoreApplication.translate("Offers", "{amount} yuan").format(amount=formats.money_fen(step.missing))
    if not step.missing_units:
        return amount
    return QCoreApplication.translate("Offers", "{amount} and {count} {count:unit|units}").format(
        amount=amount, count=formats.full(step.missing_units)
    )


def _applied_text(step: Step, name: str) -> str:
    if step.code is StepCode.GIFT:
        gifts = " + ".join(gift.sku + (f" ×{gift.quantity}" if gift.quantity > 1 else "") for gift in step.gifts)
        return QCoreApplication.translate("Offers", "{name}: gift {gift} added").format(name=name, gift=gifts)
    if step.code is StepCode.SHIPPING:
        return QCoreApplication.translate("Offers", "{name}: post taken off").format(name=name)
    text = name
    if step.times > 1:
        text = QCoreApplication.translate("Offers", "{name}, {times} {times:time|times}").format(
            name=name, times=formats.full(step.times)
        )
    shares = [amount for amount in step.lines.values() if amount]
    if len(shares) > 1:
        parts = " + ".join(formats.money_fen(amount) for amount in shares[:4]) + (" + …" if len(shares) > 4 else "")
        text = QCoreApplication.translate("Offers", "{name}, shared {parts}").format(name=text, parts=parts)
    if step.not_given:
        text = QCoreApplication.translate("Offers", "{text}; {amount} not given, prices are at their floor").format(
            text=text, amount=formats.money_fen(step.not_given)
        )
    if step.over_budget:
        text = QCoreApplication.translate("Offers", "{text}; its budget kept back {amount}").format(
            text=text, amount=formats.money_fen(step.over_budget)
        )
    return text
