"""Adtributor's two figures of a segment: the share of the change it explains, and how much its own share moved.

Bhagwan et al., "Adtributor: Revenue debugging in advertising systems", NSDI 2014, sections 3 and 4.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shopdesk.domain.kpi.daily import FloatArray


def explanatory_power(expected: Sequence[float], actual: Sequence[float]) -> FloatArray:
    """Return each segment's share of the whole change; NaN where nothing changed."""
    forecast, found = np.asarray(expected, dtype=float), np.asarray(actual, dtype=float)
    change = float(found.sum() - forecast.sum())
    return (found - forecast) / change if change else np.full(found.size, np.nan)


def surprise(expected: Sequence[float], actual: Sequence[float]) -> FloatArray:
    """Return each segment's term (in nats) of the divergence between its expected and its actual share."""
    p, q = _shares(expected), _shares(actual)
    middle = (p + q) / 2
    return (_term(p, middle) + _term(q, middle)) / 2


def ratio_power(
    *,
    numerator_before: Sequence[float],
    numerator_after: Sequence[float],
    denominator_before: Sequence[float],
    denominator_after: Sequence[float],
) -> FloatArray:
    """Return each segment's finite-difference share of a change of Σn/Σd: these don't add up to it (section 4)."""
    n0, n1 = np.asarray(numerator_before, dtype=float), np.asarray(numerator_after, dtype=float)
    d0, d1 = np.asarray(denominator_before, dtype=float), np.asarray(denominator_after, dtype=float)
    below = d0.sum() * (d0.sum() + d1 - d0)
    above = (n1 - n0) * d0.sum() - (d1 - d0) * n0.sum()
    return np.where(below != 0, above / np.where(below != 0, below, 1.0), np.nan)


def _shares(values: Sequence[float]) -> FloatArray:
    numbers = np.asarray(values, dtype=float)
    total = float(numbers.sum())
    return numbers / total if total else np.zeros(numbers.size)


def _term(share: FloatArray, middle: FloatArray) -> FloatArray:
    is_there = share > 0
    quotient = np.where(is_there, share, 1.0) / np.where(is_there, middle, 1.0)
    return np.where(is_there, share * np.log(quotient), 0.0)
