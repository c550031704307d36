"""Student's t without SciPy: the board's first picture shall not wait for that library to load."""

from __future__ import annotations

from functools import lru_cache
from math import cos, exp, lgamma, pi, sin, sqrt, tan
from typing import Final

_MOST_STEPS: Final = 100
_CLOSE: Final = 1e-15  # radians


@lru_cache(maxsize=1024)
def central_reach(share: float, freedom: int) -> float:
    """Return the t that the central ``share`` (between 0 and 1) of Student's distribution reaches to.

    ``freedom`` is a whole number of degrees, 1 or more. Raises ``ValueError`` for anything else.
    """
    if not 0 < share < 1 or freedom < 1:
        raise ValueError(f"no central range of {share} with {freedom} degrees of freedom")
    # With t = sqrt(freedom) * tan(angle) the share is a finite sum, increasing and concave in the angle:
    # Newton's steps from 0 climb to the answer and never pass it.
    scale = 2 * exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(pi)
    angle = 0.0
    for _ in range(_MOST_STEPS):
        step = (share - _share_within(angle, freedom)) / (scale * cos(angle) ** (freedom - 1))
        angle += step
        if step < _CLOSE:
            break
    return sqrt(freedom) * tan(angle)


def _share_within(angle: float, freedom: int) -> float:
    """Return the share of the distribution within ± sqrt(freedom) * tan(angle)."""
    is_odd = freedom % 2
    factor = cos(angle) if is_odd else 1.0
    total = 0.0
    for power in range(1 + is_odd, freedom, 2):
        total += factor
        factor *= cos(angle) ** 2 * power / (power + 1)
    inner = sin(angle) * total
    return 2 / pi * (angle + inner) if is_odd else inner
