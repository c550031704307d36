"""From a workspace to the segments of the shop: the heavy reading and grouping, for a job."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.kept_board import board_key
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.segments.build import SEGMENT_TABLES, SegmentSet, build_segments
from shopdesk.domain.kpi.segments.search import SEARCH_TABLES, Searched, search_shop
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd


WAIT_SECONDS: Final = 0.05

_kept: WeakKeyDictionary[Workspace, tuple[str, SegmentSet]] = WeakKeyDictionary()
_lock = Lock()


def segments(workspace: Workspace, context: JobContext) -> SegmentSet:
    """Return what each source, item, region, buyer group and platform brought, day by day; a job's work.

    They are kept until other imports count: several views ask for them, and the second one waits for the first.
    """
    context.report(None, "")
    key = board_key(workspace.imports())
    while not _lock.acquire(timeout=WAIT_SECONDS):
        context.check()
    try:
        known = _kept.get(workspace)
        if known is None or known[0] != key:
            known = key, _read(workspace, context)
            _kept[workspace] = known
        return known[1]
    finally:
        _lock.release()


def _read(workspace: Workspace, context: JobContext) -> SegmentSet:
    present = {record.table for record in workspace.imports() if record.active}
    frames = {}
    for name in SEGMENT_TABLES:
        if name in present:
            context.check()
            frames[name] = workspace.frame(name)
    return build_segments(frames, check=context.check)


def searched(workspace: Workspace, context: JobContext, *, before: Period, after: Period) -> Searched:
    """Return which slices moved on their own between two periods; a job's work."""
    context.report(None, "")
    present = {record.table for record in workspace.imports() if record.active}
    frames: dict[str, pd.DataFrame] = {name: workspace.frame(name) for name in SEARCH_TABLES if name in present}
    context.check()
    return search_shop(frames, before=before, after=after, check=context.check)
