"""Sums of products over segments: parts a leaf, so that every level of a tree is the sum of the one below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from shopdesk.domain.kpi.attribution.method import Method, product_parts
from shopdesk.domain.kpi.daily import FloatArray


@dataclass(frozen=True, slots=True)
class SegmentedParts:
    """Parts of a change: ``leaves`` has the axes of the segments and at last one for the factors.

    Any level is a sum over axes, so that levels agree whatever the order of drilling.
    """

    leaves: FloatArray

    @property
    def by_factor(self) -> FloatArray:
        """One part a factor, over all segments."""
        return np.asarray(self.leaves.reshape(-1, self.leaves.shape[-1]).sum(axis=0))

    @property
    def by_segment(self) -> FloatArray:
        """The change of each segment, all factors together."""
        return np.asarray(self.leaves.sum(axis=-1))

    def level(self, *axes: int) -> FloatArray:
        """Return parts by the given segment axes (in their order in the leaves) and factor; () is the whole."""
        others = tuple(axis for axis in range(self.leaves.ndim - 1) if axis not in axes)
        return np.asarray(self.leaves.sum(axis=others)) if others else self.leaves


def segmented(before: Sequence[ArrayLike], after: Sequence[ArrayLike], method: Method = Method.LMDI) -> SegmentedParts:
    """Return the parts of ``sum over segments of the product of factors``; a factor is one array of segments.

    Arrays may have any number of axes (source × product × region) and are stretched to one shape. A rate is
    unknown (NaN) where its segment has nothing: it then carries its other side, which is no change.
    """
    first, last = _filled(before, after)
    shape = first[0].shape
    flat0 = [array.ravel() for array in first]
    flat1 = [array.ravel() for array in last]
    rows = [
        product_parts([float(a[i]) for a in flat0], [float(a[i]) for a in flat1], method) for i in range(flat0[0].size)
    ]
    return SegmentedParts(np.array(rows, dtype=float).reshape(*shape, len(first)))


def volume_mix(
    volume_before: ArrayLike,
    volume_after: ArrayLike,
    rates_before: Sequence[ArrayLike],
    rates_after: Sequence[ArrayLike],
    method: Method = Method.LMDI,
) -> SegmentedParts:
    """Return parts of ``sum of U·s·rate·rate…``: size of the whole, shares (mix), then each rate.

    In shop words: visitors of all channels, which channels they came from, conversion, money a buyer.
    """
    first, last = np.asarray(volume_before, dtype=float), np.asarray(volume_after, dtype=float)
    total0, total1 = float(first.sum()), float(last.sum())
    shares0 = first / total0 if total0 else np.full(first.shape, np.nan)
    shares1 = last / total1 if total1 else np.full(last.shape, np.nan)
    return segmented(
        [np.full(first.shape, total0), shares0, *rates_before],
        [np.full(last.shape, total1), shares1, *rates_after],
        method,
    )


def _filled(before: Sequence[ArrayLike], after: Sequence[ArrayLike]) -> tuple[list[FloatArray], list[FloatArray]]:
    stretched = np.broadcast_arrays(*[np.asarray(one, dtype=float) for one in (*before, *after)])
    first, last = stretched[: len(before)], stretched[len(before) :]
    filled0 = [np.where(np.isnan(a), np.where(np.isnan(b), 0.0, b), a) for a, b in zip(first, last, strict=True)]
    filled1 = [np.where(np.isnan(b), a, b) for a, b in zip(filled0, last, strict=True)]
    return filled0, filled1
