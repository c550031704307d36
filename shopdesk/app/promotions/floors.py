"""The lowest prices that the shop has set: one rule for all articles, and own prices for single ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.floors import FloorKind, FloorRule, unit_floors


@dataclass(frozen=True, slots=True)
class ShopFloor:
    """The rule of the shop, one row: see ``FloorRule``."""

    key: str = "shop"
    kind: FloorKind = FloorKind.NONE
    margin: int = 0  # tenths of a percent


@dataclass(frozen=True, slots=True)
class ArticleFloor:
    """The lowest price of one article, fen a unit."""

    sku: str
    floor: int


SHOP_FLOOR: Final = Collection("price_floor_rule", ShopFloor, ("key",))
ARTICLE_FLOORS: Final = Collection("price_floors", ArticleFloor, ("sku",))


def floor_rule(workspace: Workspace) -> FloorRule:
    """Return the rule that holds for all articles."""
    row = next(iter(workspace.rows(SHOP_FLOOR).values()), ShopFloor())
    return FloorRule(row.kind, row.margin)


def article_floors(workspace: Workspace) -> Mapping[str, int]:
    """Return the shop's own lowest prices by article, fen."""
    return {row.sku: row.floor for row in workspace.rows(ARTICLE_FLOORS).values()}


def floors_of(workspace: Workspace, costs: Mapping[str, int | None]) -> dict[str, int]:
    """Return the lowest price of each article where one is known, fen; ``costs`` by sku."""
    return unit_floors(costs, floor_rule(workspace), article_floors(workspace))


def set_floor_rule(rule: FloorRule) -> SetRows:
    """Return the change of the rule for all articles; without a rule there is no document."""
    if rule.kind is FloorKind.NONE:
        return SetRows.drop(SHOP_FLOOR, [("shop",)])
    return SetRows.put(SHOP_FLOOR, [ShopFloor(kind=rule.kind, margin=rule.margin)])


def set_article_floor(sku: str, floor: int | None) -> SetRows:
    """Return the change of the lowest price of one article; None takes it back to the rule."""
    if floor is None:
        return SetRows.drop(ARTICLE_FLOORS, [(sku,)])
    if floor < 0:
        raise ValueError("a price is never below zero")
    return SetRows.put(ARTICLE_FLOORS, [ArticleFloor(sku, floor)])
