"""A ratio by segments: what came from the segments' own rates and what from their weights.

``R = sum(w * r)`` with shares ``w``. Symmetric, without an interaction term: Kitagawa 1955, JASA 50:1168-1194.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shopdesk.domain.kpi.daily import FloatArray


@dataclass(frozen=True, slots=True)
class MixRate:
    """One number a segment: the change its weight made, and the change its own rate made."""

    mix: FloatArray
    rate: FloatArray

    @property
    def parts(self) -> FloatArray:
        """Both together, a segment."""
        return self.mix + self.rate


def mix_rate(
    *,
    share_before: Sequence[float] | FloatArray,
    rate_before: Sequence[float] | FloatArray,
    share_after: Sequence[float] | FloatArray,
    rate_after: Sequence[float] | FloatArray,
    overall_before: float | None = None,
    overall_after: float | None = None,
) -> MixRate:
    """Return mix and rate of each segment; they add up to the change where the shares add up to the same sum.

    A weight that moves counts against the overall rate, so that gaining a segment worse than the shop
    is a loss. The overall rates are those of the segments unless given (where segments are missing). A rate
    is unknown (NaN) where a segment has no weight: it then carries its other side.
    """
    w0, w1 = np.asarray(share_before, dtype=float), np.asarray(share_after, dtype=float)
    r0, r1 = np.asarray(rate_before, dtype=float), np.asarray(rate_after, dtype=float)
    first = np.where(np.isnan(r0), np.where(np.isnan(r1), 0.0, r1), r0)
    last = np.where(np.isnan(r1), first, r1)
    overall0 = float((w0 * first).sum()) if overall_before is None else overall_before
    overall1 = float((w1 * last).sum()) if overall_after is None else overall_after
    rate = (w0 + w1) / 2 * (last - first)
    mix = (w1 - w0) * ((first + last) / 2 - (overall0 + overall1) / 2)
    return MixRate(mix, rate)
