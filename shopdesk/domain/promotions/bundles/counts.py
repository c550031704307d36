"""How often goods stand in one order: pairs by a sparse product, triples pruned by their pairs; both exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.bundles.baskets import Baskets, Codes
from shopdesk.domain.promotions.bundles.expected import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Flags = npt.NDArray[np.bool_]

_SIEVE_BITS: Final = 24
"""Pairs are looked up in a sieve of that many places: a chance hit only costs a candidate, never the exactness."""
_CHUNK: Final = 2_000_000
"""Occurrences of pairs extended at once: bounds memory."""


def joint_counts(baskets: Baskets, weights: Floats | None = None) -> csr_array:
    """Return the goods × goods matrix of orders with both; the diagonal counts the orders with each.

    With ``weights`` (one an order) these are summed instead.
    """
    from scipy.sparse import csr_array

    ones = np.ones(len(baskets.sku), dtype=np.int32 if weights is None else np.float64)
    places = (baskets.sku.astype(np.int32), baskets.starts.astype(np.int32))
    shape = (baskets.carts, len(baskets.skus))
    cells = csr_array((ones, *places), shape=shape)
    counted = cells if weights is None else csr_array((weights[baskets.order], *places), shape=shape)
    return csr_array(cells.T.tocsr() @ counted)


def frequent(both: csr_array, *, least: int) -> tuple[Codes, Codes, Codes]:
    """Return (a, b, orders with both) of all pairs a < b that stand in at least ``least`` orders."""
    rows = np.repeat(np.arange(both.shape[0], dtype=both.indices.dtype), np.diff(both.indptr))
    keep = (both.data >= least) & (both.indices > rows)
    return rows[keep].astype(np.int64), both.indices[keep].astype(np.int64), both.data[keep].astype(np.int64)


def triple_counts(baskets: Baskets, pairs: tuple[Codes, Codes], *, least: int) -> tuple[Codes, Codes, int]:
    """Return rows (a, b, c) of all triples a < b < c in at least ``least`` orders, their orders, and how many met once.

    ``pairs`` (a, b) must hold every pair that stands in at least ``least`` orders: a triple can't be more frequent
    than any of its pairs.
    """
    kinds = len(baskets.skus)
    sieve = _sieve(pairs, kinds)
    starts, sku = _frequent_lines(baskets, pairs)
    found = [
        _codes_of(sku[starts[first] : starts[last]], starts[first : last + 1] - starts[first], sieve, kinds)
        for first, last in _chunks(starts)
    ]
    codes, counts = np.unique(np.concatenate(found) if found else np.zeros(0, dtype=np.int64), return_counts=True)
    keep = counts >= least
    often = codes[keep]
    goods = np.stack((often // (kinds * kinds), often // kinds % kinds, often % kinds), axis=1)
    return goods, counts[keep].astype(np.int64), len(codes)


def _sieve(pairs: tuple[Codes, Codes], kinds: int) -> Flags:
    sieve = np.zeros(1 << _SIEVE_BITS, dtype=np.bool_)
    sieve[_place(pairs[0] * kinds + pairs[1])] = True
    return sieve


def _place(codes: Codes) -> Codes:
    return codes & ((1 << _SIEVE_BITS) - 1)


def _frequent_lines(baskets: Baskets, pairs: tuple[Codes, Codes]) -> tuple[Codes, Codes]:
    """Return offsets and goods of the orders that still hold three goods once those in no frequent pair are gone."""
    known = np.zeros(len(baskets.skus), dtype=np.bool_)
    known[pairs[0]] = known[pairs[1]] = True
    kept = known[baskets.sku]
    sizes = np.bincount(baskets.order[kept], minlength=baskets.carts)
    kept &= (sizes >= 3)[baskets.order]
    sizes = sizes[sizes >= 3]
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int64), baskets.sku[kept]


def _chunks(starts: Codes) -> list[tuple[int, int]]:
    """Return ranges of orders whose triples number about ``_CHUNK``."""
    sizes = np.diff(starts)
    work = np.cumsum(sizes * (sizes - 1) * (sizes - 2) // 6)
    if not len(work):
        return []
    edges = np.searchsorted(work, np.arange(_CHUNK, work[-1] + _CHUNK, _CHUNK), side="left") + 1
    edges = np.unique(np.minimum(np.concatenate(([0], edges)), len(sizes)))
    return list(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True))


def _codes_of(sku: Codes, starts: Codes, sieve: Flags, kinds: int) -> Codes:
    """Return the code of every triple that stands in an order and whose three pairs pass the sieve."""
    ends = np.repeat(starts[1:], np.diff(starts))
    place = np.arange(len(sku), dtype=np.int64)
    left, right = _following(place, ends)
    passed = sieve[_place(sku[left] * kinds + sku[right])]
    left, right = left[passed], right[passed]
    of_pair, third = _following(right, ends[right])
    left, right = left[of_pair], right[of_pair]
    passed = sieve[_place(sku[left] * kinds + sku[third])]
    left, right, third = left[passed], right[passed], third[passed]
    passed = sieve[_place(sku[right] * kinds + sku[third])]
    left, right, third = left[passed], right[passed], third[passed]
    return np.asarray((sku[left] * kinds + sku[right]) * kinds + sku[third])


def _following(place: Codes, ends: Codes) -> tuple[Codes, Codes]:
    """Return, for every line at ``place``, each later line of its order: (index into place, line)."""
    more = ends - place - 1
    index = np.repeat(np.arange(len(place), dtype=np.int64), more)
    offset = np.arange(len(index), dtype=np.int64) - np.repeat(np.cumsum(more) - more, more)
    return index, place[index] + 1 + offset
