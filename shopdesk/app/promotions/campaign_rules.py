"""Offers told in words of the campaign sheet: what they give, from where on, on which goods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopdesk.app.promotions.campaign_words import yuan
from shopdesk.domain.promotions.design import (
    FROM_THRESHOLD,
    LADDERS,
    TENTHS,
    GiftStep,
    LadderStep,
    OfferDesign,
    OfferKind,
)

_MOST_NAMED: Final = 30


def percent(tenths: int) -> str:
    """Return tenths of a percent as a short number."""
    return f"{tenths / TENTHS:.1f}".removesuffix(".0")


def content(design: OfferDesign, words: Mapping[str, str]) -> str:
    """Return all that an offer gives, one sentence."""
    if design.kind in LADDERS:
        return words["part_separator"].join(
            f"{minimum_text(design, step.minimum, words, units=step.units)} {gives(design, step, words)}"
            for step in design.steps
        )
    if design.kind is OfferKind.GIFT and design.gift_steps:
        return words["part_separator"].join(
            f"{minimum_text(design, step.minimum, words)} {gift_text(step, words)}" for step in design.gift_steps
        )
    text = _single(design, words)
    if design.kind in FROM_THRESHOLD and design.threshold:
        return f"{minimum_text(design, design.threshold, words)} {text}"
    return text


def minimum_text(design: OfferDesign, minimum: int, words: Mapping[str, str], *, units: int = 0) -> str:
    """Return from where on a step holds."""
    if design.by_quantity:
        return words["from_units"].format(minimum=minimum)
    text = words["from_amount"].format(minimum=yuan(minimum))
    return words["and_units"].format(amount=text, units=units) if units else text


def gives(design: OfferDesign, step: LadderStep, words: Mapping[str, str]) -> str:
    """Return what one step of a ladder takes off."""
    if not design.takes_percent:
        return words["amount_off"].format(value=yuan(step.value))
    name = "percent_cap" if design.cap else "percent_off"
    return words[name].format(value=percent(step.value), cap=yuan(design.cap))


def gift_text(step: GiftStep, words: Mapping[str, str]) -> str:
    """Return what one step of a gift adds, with its cost where it is known."""
    cost = "" if step.cost is None else words["gift_cost"].format(cost=yuan(step.cost))
    return words["gift_of"].format(sku=step.sku, count=step.quantity) + cost


def _single(design: OfferDesign, words: Mapping[str, str]) -> str:
    value, share = yuan(design.value), percent(design.value)
    match design.kind:
        case OfferKind.ITEM_PRICE:
            return words["price_of"].format(value=value)
        case OfferKind.ITEM_OFF | OfferKind.RED_PACKET:
            return words["amount_off"].format(value=value)
        case OfferKind.ITEM_PERCENT | OfferKind.POINTS:
            return words["percent_cap" if design.cap else "percent_off"].format(value=share, cap=yuan(design.cap))
        case OfferKind.NTH_UNIT:
            return words["nth"].format(nth=design.nth, value=share)
        case OfferKind.EVERY_OFF:
            times = "" if design.max_times is None else words["times"].format(count=design.max_times)
            return words["every"].format(step=yuan(design.threshold), value=value) + times
        case OfferKind.GIFT:
            return gift_text(GiftStep(0, design.gift_sku, cost=design.gift_cost), words)
        case OfferKind.FREE_POST:
            return words["post"]
        case _:
            return _set(design, words)


def _set(design: OfferDesign, words: Mapping[str, str]) -> str:
    value = yuan(design.value)
    match design.kind:
        case OfferKind.CHOOSE:
            return words["any_for"].format(nth=design.nth, value=value)
        case OfferKind.BUY_GET:
            return words["buy_get_text"].format(
                buy=design.buy_quantity, get=design.get_quantity, value=percent(design.value)
            )
        case _:
            name = "set_choose" if design.choose else "set_for"
            return words[name].format(count=design.choose, value=value)


def scope_text(design: OfferDesign, words: Mapping[str, str]) -> str:
    """Return which goods an offer holds for; at most thirty are named."""

    def names(all_of: tuple[str, ...]) -> str:
        shown = words["list_separator"].join(all_of[:_MOST_NAMED])
        return shown if len(all_of) <= _MOST_NAMED else f"{shown}…"

    parts = []
    if design.skus:
        parts.append(words["some_goods"].format(count=len(design.skus), names=names(design.skus)))
    if design.tags:
        parts.append(words["tagged"].format(names=names(design.tags)))
    if not parts:
        parts.append(words["shop_wide"])
    if design.excluded or design.excluded_tags:
        parts.append(words["without"].format(names=names((*design.excluded_tags, *design.excluded))))
    if design.price_min is not None or design.price_max is not None:
        parts.append(words["price_range"].format(low=yuan(design.price_min), high=yuan(design.price_max)))
    if design.undiscounted_only:
        parts.append(words["undiscounted"])
    return words["part_separator"].join(parts)
