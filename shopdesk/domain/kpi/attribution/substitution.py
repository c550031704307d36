"""Chain substitution (连环替代法): factors change one after another, in an order that has to be named."""

from __future__ import annotations

import math
from collections.abc import Sequence


def substitution(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return one part a factor for the change of their product, changing them in the order given."""
    return tuple(
        slope * (x1 - x0) for slope, x0, x1 in zip(substitution_slopes(before, after), before, after, strict=True)
    )


def substitution_slopes(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return what each difference is multiplied by: what comes earlier has changed, what comes later hasn't."""
    return tuple(math.prod(after[:k]) * math.prod(before[k + 1 :]) for k in range(len(before)))


def one_at_a_time(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...]:
    """Return the change that each factor makes alone: the parts do not add up, which is why nothing shows them."""
    return tuple(
        (after[k] - before[k]) * math.prod(x for j, x in enumerate(before) if j != k) for k in range(len(before))
    )
