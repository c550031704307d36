"""What the segment search is held against: searches that look at one dimension at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from benchmarks.segment_search.cases import Case
from shopdesk.domain.kpi.segments.scan import scan

LEAST_POWER: Final = 0.1
"""Adtributor's T_EEP: the share of the change that one value explains at least."""
ENOUGH_POWER: Final = 0.67
"""Adtributor's T_EP: the share that the values of a dimension explain together."""


def ours(case: Case) -> list[Mapping[str, object]]:
    """Return the answers of the product."""
    return _scanned(case, width=3)


def one_dimension(case: Case) -> list[Mapping[str, object]]:
    """Return the answers of the same scan without combinations."""
    return _scanned(case, width=1)


def adtributor(case: Case) -> list[Mapping[str, object]]:
    """Return the values that Adtributor names, the most surprising dimension first (Bhagwan et al., NSDI 2014)."""
    ranked = []
    for name in case.dimensions:
        before, after = (frame.groupby(name)[case.numerator].sum() for frame in (case.before, case.after))
        values = before.index.union(after.index)
        k0, k1 = (sums.reindex(values, fill_value=0).to_numpy(dtype=float) for sums in (before, after))
        surprise, power = _surprise(k0, k1), _power(k0, k1)
        if case.denominator:
            bases = (frame.groupby(name)[case.denominator].sum() for frame in (case.before, case.after))
            n0, n1 = (sums.reindex(values, fill_value=0).to_numpy(dtype=float) for sums in bases)
            surprise = surprise + _surprise(n0, n1)
            power = _ratio_power(k0, k1, n0, n1)
        chosen, reached = [], 0.0
        for place in np.argsort(-surprise, kind="stable"):
            if power[place] >= LEAST_POWER:
                chosen.append(int(place))
                reached += power[place]
            if reached >= ENOUGH_POWER:
                ranked.append((surprise[chosen].sum(), [{name: values[one]} for one in chosen]))
                break
    ranked.sort(key=lambda pair: -pair[0])
    return [answer for _, answers in ranked for answer in answers][:3]


def _scanned(case: Case, *, width: int) -> list[Mapping[str, object]]:
    found = scan(
        case.before,
        case.after,
        dimensions=case.dimensions,
        numerator=case.numerator,
        denominator=case.denominator,
        width=width,
    )
    return [one.attributes for one in found]


def _surprise(then: np.ndarray, now: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    p, q = then / max(then.sum(), 1e-12), now / max(now.sum(), 1e-12)
    middle = np.maximum((p + q) / 2, 1e-300)
    return np.asarray(0.5 * (p * np.log(np.maximum(p, 1e-300) / middle) + q * np.log(np.maximum(q, 1e-300) / middle)))


def _power(then: np.ndarray, now: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    change = now.sum() - then.sum()
    return np.asarray((now - then) / change if change else np.zeros(then.size))


def _ratio_power(k0: np.ndarray, k1: np.ndarray, n0: np.ndarray, n1: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Return the share of the change of the ratio by value: the finite partial derivative, made to add up to 1."""
    whole_k, whole_n = k0.sum(), n0.sum()
    effect = ((k1 - k0) * whole_n - (n1 - n0) * whole_k) / np.maximum(whole_n * (whole_n + n1 - n0), 1e-12)
    total = effect.sum()
    return np.asarray(effect / total if total else np.zeros(k0.size))
