"""The parts of an explanation in whole steps (fen, 0.01 %), so that every list on the screen adds up to its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shopdesk.domain.kpi.attribution.explanation import Explanation, Factor, Part, Split
from shopdesk.domain.kpi.attribution.rounding import shown_parts, steps_of
from shopdesk.domain.metrics import Unit

STEPS: Final = {
    Unit.MONEY: 0.01,
    Unit.COUNT: 1.0,
    Unit.PEOPLE: 1.0,
    Unit.RATIO: 0.0001,
    Unit.TIMES: 0.01,
    Unit.SECONDS: 1.0,
    Unit.NUMBER: 0.01,
}
FINE: Final = 20
"""A difference of fewer steps is shown in finer ones, else its parts would all be 0."""
FINEST: Final = 1e-6
MOST_PARTS: Final = 6


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part with its effect in whole steps; ``joined`` counts the small parts that one line stands for.

    ``is_rest`` marks what no report gives a segment for.
    """

    part: Part
    steps: int
    joined: int = 0
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class ShownFactor:
    """A factor in steps with its segments in steps, which add up to it."""

    factor: Factor
    steps: int
    split: Split | None
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """What an explanation is shown by: its factors, each by ``dimension`` where it has it, else by its best one.

    ``whole`` shows the metric itself by the segments of the dimension, without factors.
    """

    dimension: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """An explanation in whole steps of ``step``: factors add up to ``total``.

    In its own step ``total`` is ``after - before``; in a coarser one it is that difference rounded.
    """

    step: float
    before: int
    after: int
    total: int
    factors: tuple[ShownFactor, ...]

    @property
    def terms(self) -> tuple[ShownFactor | ShownPart, ...]:
        """What is added up to the total: the factors, or the segments of the only one."""
        if len(self.factors) == 1 and self.factors[0].parts:
            return self.factors[0].parts
        return self.factors


def fitting_step(explanation: Explanation) -> float:
    """Return the step in which an explanation is shown: fen for money, finer only for small ratios."""
    step = STEPS[explanation.metric.unit]
    is_sum = not explanation.metric.denominator and not explanation.per_day
    while not is_sum and step > FINEST and 0 < abs(explanation.change) < FINE * step:
        step /= 10
    return step


def shown(
    explanation: Explanation, *, step: float | None = None, division: Division | None = None, most: int = MOST_PARTS
) -> Shown:
    """Return an explanation in whole steps; segments beyond the ``most`` largest are joined to one line."""
    by = division or Division(whole=explanation.prefers_whole)
    parts = (explanation.whole,) if by.whole else explanation.factors
    own_step = fitting_step(explanation)
    step = step or own_step
    values = explanation.value_before, explanation.value_after
    before, after = (steps_of(value, step=step) for value in values)
    finest = [steps_of(value, step=own_step) for value in values]
    total = steps_of((finest[1] - finest[0]) * own_step, step=step)
    effects = shown_parts([factor.part.effect for factor in parts], total, step=step)
    factors = tuple(
        shown_factor(factor, steps, step=step, dimension=by.dimension, most=most)
        for factor, steps in zip(parts, effects, strict=True)
    )
    return Shown(step, before, after, total, factors)


def shown_factor(
    factor: Factor, steps: int, *, step: float, dimension: str = "", most: int = MOST_PARTS
) -> ShownFactor:
    """Return a factor whose segments add up to the ``steps`` it is shown with; a remainder of nothing is left out."""
    chosen = factor.split(dimension) or factor.split()
    if chosen is None:
        return ShownFactor(factor, steps, None, ())
    listed = _joined(chosen, most=most)
    each = shown_parts([one.part.effect for one in listed], steps, step=step)
    return ShownFactor(
        factor,
        steps,
        chosen,
        tuple(
            ShownPart(one.part, own, one.joined, one.is_rest)
            for one, own in zip(listed, each, strict=True)
            if own or not one.is_rest
        ),
    )


def _joined(split: Split, *, most: int) -> list[ShownPart]:
    """Return the largest parts, the others as one, and the remainder."""
    is_short = len(split.parts) <= most + 1 and split.others is None
    head, tail = (split.parts, ()) if is_short else (split.parts[:most], split.parts[most:])
    listed = [ShownPart(part, 0) for part in head]
    small = [*tail, *([split.others] if split.others is not None else [])]
    if small:
        listed.append(ShownPart(_together(small), 0, joined=len(tail) + split.others_count))
    if split.remainder is not None:
        listed.append(ShownPart(split.remainder, 0, is_rest=True))
    return listed


def _together(parts: Sequence[Part]) -> Part:
    """Return several small parts as one; their figures are added only where they are sums."""
    is_sum = all(part.mix is None for part in parts)
    sides = [
        [value for value in side if value is not None]
        for side in zip(*[(p.before, p.after) for p in parts], strict=True)
    ]
    before, after = (sum(side) if is_sum and side else None for side in sides)
    return Part("", before, after, sum(part.effect for part in parts))
