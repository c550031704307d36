"""What quadrants usually convert against each other: where the belief starts before a shop's own orders tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.keywords.classify import Quadrant

Usual: TypeAlias = Mapping[Quadrant, float]

USUAL_CONVERSION: Final[Usual] = {
    Quadrant.BRAND: 2.0,
    Quadrant.CATEGORY: 1.0,
    Quadrant.COMPETITOR: 0.6,
    Quadrant.LONG_TAIL: 1.2,
}
"""Orders a click against a category word [K], in round numbers from what is generally said of searches: who types the
shop's own name has chosen it already, who types another's has chosen that one, and who says more precisely what it is
to be buys somewhat more often. No shop is bound to it: ``worth.USUALLY_APART`` doubts each of them."""

_NAMES: Final = {
    "品牌": Quadrant.BRAND,
    "本店品牌": Quadrant.BRAND,
    "类目": Quadrant.CATEGORY,
    "品类": Quadrant.CATEGORY,
    "竞品": Quadrant.COMPETITOR,
    "竞争": Quadrant.COMPETITOR,
    "长尾": Quadrant.LONG_TAIL,
}
"""What reports call them, without the closing 词."""


def usual_conversion(quadrants: Iterable[str], conversion: Usual = USUAL_CONVERSION) -> NDArray[np.float64]:
    """Return what words of these quadrants usually convert, by word; all 1 where one of the names says nothing.

    ``conversion`` is the shop's own or what is shipped. A name that isn't known can't be held against the others, so
    that none is.
    """
    known = {quadrant.value: times for quadrant, times in conversion.items()}
    known |= {name: conversion[quadrant] for name, quadrant in _NAMES.items()}
    names = list(quadrants)
    by_name = {name: known.get(_plain(name)) for name in dict.fromkeys(names)}
    if None in by_name.values():
        return np.ones(len(names))
    return np.array([by_name[name] for name in names], dtype=float)


def _plain(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_").removesuffix("词")
