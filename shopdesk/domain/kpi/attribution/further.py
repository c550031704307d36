"""A segment of a cause divided by another dimension, level by level: one source by items, then one item by region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shopdesk.domain.kpi.attribution.effect import Effect
from shopdesk.domain.kpi.attribution.explain import dimensions_of
from shopdesk.domain.kpi.attribution.explanation import Factor, Refused, Split
from shopdesk.domain.kpi.attribution.splits import Segments, narrowed, split
from shopdesk.domain.kpi.segments.joint import Path, dimensions_within
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    from shopdesk.domain.kpi.segments.build import SegmentSet


@dataclass(frozen=True, slots=True)
class Further:
    """What lies on a path divided once more, and the tables that tell it."""

    split: Split
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drill:
    """Divides the segments of one factor between two periods further; parts of every level add up to the one above."""

    segments: SegmentSet
    factor: Factor
    before: Period
    after: Period

    def offered(self, path: Path) -> tuple[str, ...]:
        """Return by what the segment at the end of a path can be divided: a report tells the factor by both."""
        wanted = dimensions_of(self.factor.link)
        known = dimensions_within(self.segments.joints, path)
        return tuple(name for name in wanted if name in known and any(True for _ in self._cubes(path, name)))

    def further(self, path: Path, dimension: str = "") -> Further | Refused | None:
        """Return the segment at the end of a path divided by a dimension, by the first that can without a name."""
        effect = self._effect(path)
        if effect is None:
            return None
        refused = None
        for name in (dimension,) if dimension else self.offered(path):
            found = self._level(effect, path, name)
            if found is not None and isinstance(found[1], Split):
                return Further(found[1], found[2])
            refused = refused or (found[1] if found is not None and isinstance(found[1], Refused) else None)
        return refused

    def _effect(self, path: Path) -> Effect | None:
        effect = self.factor.handed
        for depth, (dimension, label) in enumerate(path):
            level = self._level(effect, path[:depth], dimension) if effect is not None else None
            if level is None or effect is None:
                return None
            effect = narrowed(effect, level[0], label)
        return effect

    def _level(
        self, effect: Effect, path: Path, dimension: str
    ) -> tuple[Segments, Split | Refused, tuple[str, ...]] | None:
        """Return the first report that divides an effect, else the first that refuses to."""
        refused = None
        for cube, tables in self._cubes(path, dimension):
            segments = Segments(cube.window(self.before), cube.window(self.after))
            found = split(effect, segments)
            if isinstance(found, Split):
                return segments, found, tables
            if found is not None and refused is None:
                refused = segments, found, tables
        return refused

    def _cubes(self, path: Path, dimension: str) -> Iterator[tuple[SegmentCube, tuple[str, ...]]]:
        parts = set(self.factor.link.parts)
        if not path:
            cube = self.segments.cube(dimension)
            if parts <= set(cube.parts):
                yield cube, self.segments.tables[dimension]
            return
        for joint in self.segments.joints:
            if parts <= set(joint.cube.parts) and dimension in joint.dimensions_within(path):
                yield joint.within(path, dimension), joint.tables
