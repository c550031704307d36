"""Reports that tell several dimensions at once, so that a segment can be divided by another: one source by items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from shopdesk.domain.currencies import of_one_currency
from shopdesk.domain.kpi.catalogue import AD_PARTS
from shopdesk.domain.kpi.day_rows import Frames, day_rows, family
from shopdesk.domain.kpi.segments.build import item_labels, item_parts
from shopdesk.domain.kpi.segments.orders import ORDER_PARTS, by_buyer, by_item, counting_buyers, paid_orders
from shopdesk.domain.kpi.segments.rows import LABEL, cube_of_rows
from shopdesk.domain.kpi.segments.sources import SOURCE_PARTS, source_details
from shopdesk.domain.kpi.segments.sums import (
    AD_REGION,
    BUYER,
    CAMPAIGN,
    DIMENSIONS,
    ITEM,
    KEYWORD,
    PLATFORM,
    QUADRANT,
    REGION,
    SOURCE,
    SOURCE_1,
    IntArray,
    SegmentCube,
)

if TYPE_CHECKING:
    import pandas as pd

JOINT_TABLES: Final = ("shop_source", "item_source", "item_daily", "orders", "order_lines", "ad_keyword", "ad_region")
"""The fact tables of which a row tells several dimensions."""

Path: TypeAlias = "tuple[tuple[str, str], ...]"
"""The segments one inside another, from the outermost: pairs of dimension and label."""

ORDER: Final = tuple(dict.fromkeys((SOURCE_1, *DIMENSIONS, QUADRANT, CAMPAIGN, KEYWORD, AD_REGION)))
"""In which order dimensions are offered."""

_PAIR: Final = 2
_LINE_PARTS: Final = {"pay_amount": "paid", "pay_items": "items"}


@dataclass(frozen=True, slots=True)
class Joint:
    """One report by all of its dimensions: ``cube`` has a label for every combination that occurs.

    ``labels`` are the names of each dimension, ``codes`` the place in them of each label of the cube.
    """

    tables: tuple[str, ...]
    cube: SegmentCube
    labels: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, IntArray]

    def dimensions_within(self, path: Path) -> tuple[str, ...]:
        """Return the dimensions that divide what lies on a path; () where the report doesn't know the path."""
        if any(dimension not in self.labels or label not in self.labels[dimension] for dimension, label in path):
            return ()
        inside = self._inside(path)
        taken = {dimension for dimension, _label in path}
        return tuple(
            name for name, codes in self.codes.items() if name not in taken and np.unique(codes[inside]).size >= _PAIR
        )

    def within(self, path: Path, dimension: str) -> SegmentCube:
        """Return what lies on a path, divided by another dimension."""
        groups = np.where(self._inside(path), self.codes[dimension], -1)
        present = np.unique(groups[groups >= 0])
        places = np.full(len(self.labels[dimension]) + 1, -1, dtype=np.int64)
        places[present] = np.arange(present.size)
        return self.cube.regrouped(dimension, [self.labels[dimension][k] for k in present], places[groups])

    def _inside(self, path: Path) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        inside = np.ones(len(self.cube.labels), dtype=bool)
        for dimension, label in path:
            inside &= self.codes[dimension] == self.labels[dimension].index(label)
        return inside


def dimensions_within(joints: tuple[Joint, ...], path: Path) -> tuple[str, ...]:
    """Return by what a segment can be divided further."""
    known = {name for joint in joints for name in joint.dimensions_within(path)}
    if SOURCE in {name for name, _label in path}:
        known.discard(SOURCE_1)  # a source lies in one of the first level
    if KEYWORD in {name for name, _label in path}:
        known.discard(QUADRANT)
    return tuple(name for name in ORDER if name in known)


def first_within(joints: tuple[Joint, ...], path: Path, dimension: str) -> Joint | None:
    """Return the best report that divides what lies on a path by a dimension."""
    return next((joint for joint in joints if dimension in joint.dimensions_within(path)), None)


def build_joints(
    frames: Frames, *, quadrants: Mapping[str, str] | None = None, check: Callable[[], None] = lambda: None
) -> tuple[Joint, ...]:
    """Return all reports that tell two dimensions or more; ``check`` is called between them and may raise to stop.

    ``quadrants`` names the quadrant of each keyword as it is written.
    """
    frames = of_one_currency({name: frame for name, frame in frames.items() if name in JOINT_TABLES})
    orders = paid_orders(frames.get("orders"))
    made = []
    for build in (_item_sources, _sources, _items, _orders, _lines, _ad_regions):
        check()
        made += [joint for joint in build(frames, orders) if joint is not None]
    check()
    words = _words(frames, quadrants or {})
    return (*made, *([words] if words is not None else []))


_Built: TypeAlias = "list[Joint | None]"


def _item_sources(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    rows = day_rows(frames, "item_source")
    if rows is None or not {"source_1", "item_id"} <= set(rows.columns):
        return []
    items = item_labels(rows)
    own = source_details(rows.assign(_item=items, shop=rows["shop"] + "\n" + rows["item_id"].astype("str")))
    own = own.assign(shop=rows["shop"].loc[own.index])
    labelled = {SOURCE_1: own["source_1"], SOURCE: own[LABEL], ITEM: own["_item"]}
    return [_joint(("item_source",), own, labelled, SOURCE_PARTS)]


def _sources(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    rows = day_rows(frames, "shop_source")
    if rows is None or "source_1" not in rows.columns:
        return []
    own = source_details(rows)
    labelled = {SOURCE_1: own["source_1"], SOURCE: own[LABEL], PLATFORM: _families(own)}
    return [_joint(("shop_source",), own, labelled, SOURCE_PARTS)]


def _items(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    rows = day_rows(frames, "item_daily")
    if rows is None or not {"item_id", "item"} & set(rows.columns):
        return []
    labelled = {ITEM: item_labels(rows), PLATFORM: _families(rows)}
    return [_joint(("item_daily",), rows, labelled, item_parts(rows))]


def _orders(_frames: Frames, orders: pd.DataFrame | None) -> _Built:
    if orders is None:
        return []
    made = []
    for rows in (orders, by_buyer(orders)):
        if rows is not None:
            buyers = {BUYER: rows[LABEL]} if LABEL in rows else {}
            made.append(_joint(("orders",), rows, {**_of_orders(rows), **buyers}, ORDER_PARTS, is_closed=True))
    return made


def _lines(frames: Frames, orders: pd.DataFrame | None) -> _Built:
    """Return order lines by item, region and platform, and those of judged buyers by new and old as well."""
    lines = None if orders is None else by_item(orders, frames.get("order_lines"))
    if orders is None or lines is None:
        return []
    lines = lines.assign(_item=_item_names(frames, lines))
    told = _of_orders(orders)
    judged = by_buyer(orders)
    facts = orders[["order_id"]].assign(**told)
    if judged is not None:
        facts = facts.merge(judged[["order_id"]].assign(**{BUYER: judged[LABEL]}), on="order_id", how="left")
    joined = lines.drop(columns=[name for name in facts.columns if name != "order_id" and name in lines]).merge(
        facts, on="order_id"
    )
    read = ("order_lines", "orders")
    labelled = {ITEM: joined["_item"], **{name: joined[name] for name in told}}
    made = [_joint(read, joined, labelled, _LINE_PARTS, is_closed=True)]
    if judged is not None:
        own = joined.loc[joined[BUYER].notna()]
        names = (("_item", ITEM), *((name, name) for name in told), (BUYER, BUYER))
        made.append(_joint(read, own, {name: own[column] for column, name in names}, _LINE_PARTS, is_closed=True))
    return made


def _item_names(frames: Frames, lines: pd.DataFrame) -> pd.Series:
    """Return what the item report calls the items of order lines, by their id, else the names of the orders."""
    rows = day_rows(frames, "item_daily")
    if rows is None or "item_id" not in rows.columns or "item_id" not in lines.columns:
        return lines[LABEL]
    names = dict(zip(rows["item_id"].astype("str"), item_labels(rows), strict=True))
    return lines["item_id"].astype("str").map(names).fillna(lines[LABEL])


def _words(frames: Frames, quadrants: Mapping[str, str]) -> Joint | None:
    rows = day_rows(frames, "ad_keyword")
    if rows is None or KEYWORD not in rows.columns:
        return None
    words = _texts(rows, KEYWORD)
    labelled = {KEYWORD: words}
    if quadrants:
        labelled[QUADRANT] = words.map(quadrants).fillna("")
    if CAMPAIGN in rows.columns:
        labelled[CAMPAIGN] = _texts(rows, CAMPAIGN)
    return _joint(("ad_keyword",), rows, labelled, AD_PARTS)


def _ad_regions(frames: Frames, _orders: pd.DataFrame | None) -> _Built:
    from shopdesk.domain.bidding.cuts import provinces_once

    rows = day_rows(frames, "ad_region")
    if rows is None or not {"region", CAMPAIGN} <= set(rows.columns):
        return []
    rows = provinces_once(rows)
    labelled = {AD_REGION: _texts(rows, "region"), CAMPAIGN: _texts(rows, CAMPAIGN)}
    return [_joint(("ad_region",), rows, labelled, AD_PARTS)]


def _of_orders(orders: pd.DataFrame) -> dict[str, pd.Series]:
    told = {PLATFORM: _families(orders)}
    return told if "region" not in orders.columns else {REGION: _texts(orders, "region"), **told}


def _families(rows: pd.DataFrame) -> pd.Series:
    return rows["platform"].astype("str").map(family)


def _texts(rows: pd.DataFrame, column: str) -> pd.Series:
    return rows[column].astype("str").fillna("").str.strip()


def _joint(
    tables: tuple[str, ...],
    rows: pd.DataFrame,
    labelled: Mapping[str, pd.Series],
    parts: Mapping[str, str],
    *,
    is_closed: bool = False,
) -> Joint | None:
    """Return the report by its dimensions, None where it has only one that tells something.

    A platform that stands alone is left out; a single source or plan may still be what a user starts from.
    """
    import pandas as pd

    told = {name: labels.nunique() for name, labels in labelled.items()}
    telling = {name: labels for name, labels in labelled.items() if told[name] >= (_PAIR if name == PLATFORM else 1)}
    if len(telling) < _PAIR or max(told.values()) < _PAIR:
        return None
    pairs = {name: pd.factorize(labels, sort=True) for name, labels in telling.items()}
    combined = np.zeros(len(rows), dtype=np.int64)
    for codes, labels in pairs.values():
        combined = combined * len(labels) + codes
    places, combinations = pd.factorize(combined, sort=True)
    own = rows.assign(**{LABEL: places})
    cube = cube_of_rows("", counting_buyers(own) if is_closed else own, parts, is_closed=is_closed)
    if cube.is_empty:
        return None
    return _named(tables, cube, pairs, combinations)


def _named(
    tables: tuple[str, ...],
    cube: SegmentCube,
    pairs: Mapping[str, tuple[IntArray, pd.Index]],
    combinations: IntArray,
) -> Joint:
    """Return the joint with the codes of every dimension taken out of the combinations that the cube kept."""
    left = combinations[[int(label) for label in cube.labels]]
    codes = {}
    for name, (_codes, labels) in reversed(list(pairs.items())):
        left, codes[name] = np.divmod(left, len(labels))
    named = {name: tuple(str(label) for label in pairs[name][1]) for name in pairs}
    return Joint(tables, cube, named, {name: codes[name] for name in pairs})
