"""What the table shows: one dimension of the shop, or of a segment inside others."""

from __future__ import annotations

from dataclasses import dataclass

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.segments.build import SegmentSet
from shopdesk.domain.kpi.segments.joint import Path, dimensions_within
from shopdesk.domain.kpi.segments.sums import SegmentCube, empty_cube
from shopdesk.domain.kpi.segments.table import can_show, segment_table
from shopdesk.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Inside:
    """The segment that a table divides, with its own figure as the report one level above tells it."""

    dimension: str
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Level:
    """A dimension, and the segments that lead to it from the outermost."""

    dimension: str
    path: Path = ()

    def below(self, label: str, dimension: str) -> Level:
        """Return one of the segments divided by another dimension."""
        return Level(dimension, (*self.path, (self.dimension, label)))

    def above(self) -> tuple[Level, str]:
        """Return the level that holds the segment which is divided, and its label; only where there is a path."""
        dimension, label = self.path[-1]
        return Level(dimension, self.path[:-1]), label

    def offered(self, found: SegmentSet, label: str | None) -> tuple[str, ...]:
        """Return by what a line can be divided further."""
        return () if label is None else dimensions_within(found.joints, (*self.path, (self.dimension, label)))

    def cut(self, found: SegmentSet, metric: BoardMetric | None) -> tuple[SegmentCube, tuple[str, ...]]:
        """Return the cube and the tables it is from: of several reports the first that tells the metric."""
        if not self.path:
            return found.cube(self.dimension), found.tables.get(self.dimension, ())
        able = [joint for joint in found.joints if self.dimension in joint.dimensions_within(self.path)]
        telling = (joint for joint in able if metric is not None and can_show(joint.cube, metric))
        joint = next(telling, None) or next(iter(able), None)
        if joint is None:
            return empty_cube(self.dimension), ()
        return joint.within(self.path, self.dimension), joint.tables

    def inside(self, found: SegmentSet, metric: BoardMetric, period: Period) -> Inside | None:
        """Return the segment that is divided with its figure, None at the outermost level or where none is told."""
        if not self.path:
            return None
        above, label = self.above()
        cube, _tables = above.cut(found, metric)
        if label not in cube.labels or not can_show(cube, metric):
            return None
        table = segment_table(cube, metric, period=period, before=None)
        return Inside(above.dimension, label, float(table.value[cube.labels.index(label)]))
