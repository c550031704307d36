"""Divides a line of the tree further, in the steps that the tree shows, so that every level adds up on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shopdesk.domain.kpi.attribution.explanation import Explanation, Factor, Refused
from shopdesk.domain.kpi.attribution.further import Drill, Further
from shopdesk.domain.kpi.attribution.shown import Shown, ShownFactor, shown_factor

if TYPE_CHECKING:
    from shopdesk.domain.kpi.segments.build import SegmentSet
    from shopdesk.domain.kpi.segments.joint import Path

MOST_LINES = 4
"""Segments of one line; the others are one line."""


@dataclass(frozen=True, slots=True)
class Divider:
    """Divides what one explanation shows; ``segments`` hold the reports that tell several dimensions."""

    found: Explanation
    on_screen: Shown
    segments: SegmentSet

    def offered(self, factor: Factor, path: Path) -> tuple[str, ...]:
        """Return by what a line can be divided."""
        return self._drill(factor).offered(path)

    def divided(self, factor: Factor, path: Path, *, steps: int, dimension: str = "") -> ShownFactor | Refused | None:
        """Return the parts of a line, which add up to its ``steps``; None where it has only one part."""
        found = self._drill(factor).further(path, dimension)
        if not isinstance(found, Further):
            return found
        own = Factor(factor.link, factor.part, (found.split,))
        return shown_factor(own, steps, step=self.on_screen.step, most=MOST_LINES)

    def _drill(self, factor: Factor) -> Drill:
        return Drill(self.segments, factor, self.found.before.period, self.found.after.period)
