"""词根: what the words that share a root are worth together, with the same shrinkage as single words.

Words of one root are pooled because a word of the long tail alone says next to nothing. A root is a run of tokens
that stands in several words, at token boundaries in at least half of them; of roots with the same words only the
longest is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from shopdesk.domain.gamma_poisson import Prior, chance_above, interval, shrink
from shopdesk.domain.keywords.normal import is_han
from shopdesk.domain.keywords.tokens import tokens
from shopdesk.domain.keywords.worth import FloatArray, Worth

IntArray: TypeAlias = NDArray[np.int64]

ROOT_PRIOR: Final = Prior(centre=16.0, low=1.0, high=512.0, steps=29)
MIN_FAMILY: Final = 2
"""Words that a root needs before it says more than the word itself."""
POOL_WORDS: Final = 3
"""Words that a family needs, this one among them, before it speaks for one of them."""
POOL_EXPECTED: Final = 3.0
"""Orders that the other words of a family let expect before it speaks for one of them."""
MAX_TOKENS: Final = 4
MAX_SIGNS: Final = 6
"""Longest root that is looked for inside a word that is segmented otherwise."""
_HAN_RUNS: Final = re.compile(r"[㐀-鿿豈-﫿]{2,}")


@dataclass(frozen=True, slots=True)
class RootIndex:
    """Which root stands in which word: pairs of places in ``roots`` (sorted) and ``words``, by root."""

    roots: tuple[str, ...]
    words: tuple[str, ...]
    root_at: IntArray
    word_at: IntArray

    def place_of(self, root: str) -> int | None:
        """Return the place of a root in ``roots``, None where it is none."""
        at = bisect_left(self.roots, root)
        return at if at < len(self.roots) and self.roots[at] == root else None

    def places_of_words(self, root: int) -> IntArray:
        """Return the places of the words of a root, given by its place."""
        first, end = np.searchsorted(self.root_at, (root, root + 1)).tolist()
        return self.word_at[first:end]

    def words_of(self, root: str) -> tuple[str, ...]:
        """Return the words of a root, in order of the index."""
        at = self.place_of(root)
        return tuple(self.words[place] for place in self.places_of_words(at)) if at is not None else ()

    def roots_of(self, word: str) -> tuple[str, ...]:
        """Return the roots of a word, longest first."""
        try:
            own = self.root_at[self.word_at == self.words.index(word)]
        except ValueError:
            return ()
        return tuple(sorted((self.roots[place] for place in own), key=lambda root: (-len(root), root)))


@dataclass(frozen=True, slots=True)
class Pooled:
    """What a click on each word is worth (yuan of revenue) with the other words of its family; NaN without one.

    The family is that of ``root``; ``below`` is the chance that all its words together don't pay.
    """

    root: tuple[str, ...]
    mean: FloatArray
    shape: FloatArray
    below: FloatArray


def index_roots(words: Iterable[str]) -> RootIndex:
    """Return the index of words in normal spelling; the same for any order of them but for the places."""
    listed = tuple(words)
    same: dict[str, str] = {}  # a run that stands in many words is kept once
    runs = [tuple(same.setdefault(run, run) for run in _runs(tokens(word))) for word in listed]
    aligned = Counter(chain.from_iterable(runs))
    known = {root for root, count in aligned.items() if count >= MIN_FAMILY and _may_be_root(root)}
    starts = {root[:2] for root in known}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, (word, own) in enumerate(zip(listed, runs, strict=True)):
        for root in known.intersection(own) | _inside(word, starts) & known:
            places[root].append(place)
    kept = {root: own for root, own in places.items() if 2 * aligned[root] >= len(own)}
    folded = _folded(kept)
    sizes = [len(kept[root]) for root in folded]
    word_at = np.fromiter(chain.from_iterable(kept[root] for root in folded), np.int64, count=sum(sizes))
    return RootIndex(folded, listed, np.repeat(np.arange(len(folded), dtype=np.int64), sizes), word_at)


def _runs(own: Sequence[str]) -> set[str]:
    """Return every run of neighbouring tokens: Chinese ones joined, others by a blank."""
    runs = set(own)
    last = len(own) - 1
    blanks = ["" if is_han(own[at][-1]) or is_han(own[at + 1][0]) else " " for at in range(last)]
    for start in range(last):
        run = own[start]
        for at in range(start, min(last, start + MAX_TOKENS - 1)):
            run = f"{run}{blanks[at]}{own[at + 1]}"
            runs.add(run)
    return runs


def _may_be_root(run: str) -> bool:
    return len(run) > 1 or not is_han(run)


def _inside(word: str, starts: set[str]) -> set[str]:
    """Return the runs of Chinese signs inside a word that may be a root, however the word is segmented."""
    found: set[str] = set()
    for part in _HAN_RUNS.findall(word):
        count = len(part)
        for i in range(count - 1):
            if part[i : i + 2] in starts:
                found.update([part[i:j] for j in range(i + 2, min(count, i + MAX_SIGNS) + 1)])
    return found


def _folded(kept: dict[str, list[int]]) -> tuple[str, ...]:
    """Return one root for each set of words, the longest."""
    longest: dict[tuple[int, ...], str] = {}
    for root, own in kept.items():
        key = tuple(own)
        known = longest.get(key)
        if known is None or (-len(root), root) < (-len(known), known):
            longest[key] = root
    return tuple(sorted(longest.values()))


class Families:
    """The words of a period by root: sums, and what is to be expected of them. ``words`` is one place a row.

    ``clicks`` and ``orders`` are those the worth was made of.
    """

    def __init__(self, index: RootIndex, words: Sequence[str], worth: Worth, *, clicks: FloatArray, orders: FloatArray):
        place = {word: row for row, word in enumerate(words)}
        row_of = np.array([place.get(word, -1) for word in index.words], dtype=np.int64)
        rows = row_of[index.word_at] if index.word_at.size else index.word_at
        self.index, self.worth = index, worth
        self.root_at, self.rows = index.root_at[rows >= 0], rows[rows >= 0]
        self.clicks, self.orders = np.nan_to_num(clicks), np.nan_to_num(orders)
        self.expected = np.nan_to_num(self.clicks * worth.expected)
        self.words = self.sum(np.ones(len(words)))
        family_orders, family_expected = self.sum(self.orders), self.sum(self.expected)
        found = shrink(family_orders, family_expected, prior=ROOT_PRIOR)
        self.strength = found.strength
        self.factor, self.factor_variance = found.mean, found.variance
        self.family_orders, self.family_expected = family_orders, family_expected

    def sum(self, values: FloatArray) -> FloatArray:
        """Return the sum over the words of each root; NaN counts as nothing."""
        weights = np.nan_to_num(values)[self.rows]
        return np.bincount(self.root_at, weights=weights, minlength=len(self.index.roots)).astype(float)

    @cached_property
    def value(self) -> tuple[FloatArray, FloatArray]:
        """Mean and shape of what a click on the words of each root is worth, yuan of revenue."""
        revenue = np.asarray(self.expected * self.worth.order_value, dtype=float)
        doubt = np.asarray(self.expected * self.worth.beside, dtype=float)
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = self.factor * self.sum(revenue) / self.sum(self.clicks)
            beside = self.sum(doubt) / self.family_expected
            own = self.factor_variance / self.factor**2
            # Doubt about single words evens out over a family, but that about its quadrant doesn't.
            spread = (1 + own) * (1 + beside / np.maximum(self.words, 1.0) + 1 / (self.family_orders + 4)) - 1
        unknown = ~(mean > 0)
        return np.where(unknown, np.nan, mean), np.where(unknown, np.nan, 1 / np.maximum(spread, 1e-6))

    def pooled(self, *, price: FloatArray) -> Pooled:
        """Return each word's worth with its narrowest telling family; ``price`` is revenue a click needs to pay."""
        count = self.clicks.size
        chosen = self._narrowest()
        own = np.flatnonzero(chosen >= 0)
        at = chosen[own]
        worth, a = self.worth, self.strength
        others_orders = self.family_orders[at] - self.orders[own]
        others_expected = self.family_expected[at] - self.expected[own]
        family = (a + others_orders) / (a + others_expected)
        k = worth.strength[own]
        alone = (k + self.orders[own]) / (k + self.expected[own] * family)
        mean, shape = np.full(count, np.nan), np.full(count, np.nan)
        mean[own] = worth.expected[own] * family * alone * worth.order_value[own]
        spread = (1 + 1 / (a + others_orders)) * (1 + 1 / (k + self.orders[own])) * (1 + worth.beside[own]) - 1
        shape[own] = 1 / spread
        root = tuple(self.index.roots[place] if place >= 0 else "" for place in chosen.tolist())
        below = np.full(count, np.nan)
        below[own] = self.chance_below(price)[at]
        return Pooled(root, mean, shape, below)

    def chance_below(self, price: FloatArray) -> FloatArray:
        """Return the chance that the words of each root together are worth less than they cost; NaN unknown.

        ``price`` is what a click on each word must bring to pay; a family's is weighted by clicks.
        """
        mean, shape = self.value
        with np.errstate(divide="ignore", invalid="ignore"):
            needed = self.sum(self.clicks * price) / self.sum(np.where(np.isnan(price), 0.0, self.clicks))
            return np.where(np.isnan(mean) | np.isnan(needed), np.nan, 1 - chance_above(mean, shape, needed))

    def _narrowest(self) -> IntArray:
        """Return the family of each word with the fewest other orders expected, but enough of them; -1 for none.

        Chosen by what was expected and never by what came, so that it favours no result.
        """
        others = self.family_expected[self.root_at] - self.expected[self.rows]
        telling = (self.words[self.root_at] >= POOL_WORDS) & (others >= POOL_EXPECTED)
        order = np.lexsort((self.root_at, others))
        order = order[telling[order]][::-1]
        chosen = np.full(self.clicks.size, -1, dtype=np.int64)
        chosen[self.rows[order]] = self.root_at[order]
        return chosen


def root_table(families: Families, words: pd.DataFrame, *, margin: float) -> pd.DataFrame:
    """Return one row a root: sums of its words (yuan), CPC, value a click with 80 % interval, break-even, chance.

    ``margin`` is the share left of revenue, NaN where unknown. Roots overlap: their sums never add up to the shop.
    """
    sums = {
        name: families.sum(words[name].to_numpy(dtype=float, na_value=np.nan))
        for name in ("impressions", "clicks", "cost", "orders", "revenue")
    }
    mean, shape = families.value
    low, high = interval(mean, shape)
    middle, _ = interval(mean, shape, level=0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        cpc = np.where(sums["clicks"] > 0, sums["cost"] / sums["clicks"], np.nan)
        chance = np.where(np.isnan(mean), np.nan, chance_above(mean, shape, cpc / margin))
    made = pd.DataFrame(
        {
            "words": families.words,
            **sums,
            "cpc": cpc,
            "value": mean,
            "value_low": low,
            "value_mid": middle,
            "value_high": high,
            "break_even": mean * margin,
            "chance": chance,
        },
        index=pd.Index(list(families.index.roots), name="root", dtype="str"),
    )
    return made.loc[made["words"] >= MIN_FAMILY]
