"""From a workspace to the segments of the shop: the heavy reading and grouping, for a job."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeAlias
from weakref import WeakKeyDictionary

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.kept_board import board_key
from shopdesk.app.kpi.words_said import SaidOfWords
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.segments.build import SEGMENT_TABLES, SegmentSet, build_segments
from shopdesk.domain.kpi.segments.search import SEARCH_TABLES, Searched, search_shop
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd


WAIT_SECONDS: Final = 0.05

_Kept: TypeAlias = "WeakKeyDictionary[Workspace, tuple[object, SegmentSet]]"
_kept: _Kept = WeakKeyDictionary()
_kept_joined: _Kept = WeakKeyDictionary()
_lock = RLock()


def segments(workspace: Workspace, context: JobContext) -> SegmentSet:
    """Return what each source, item, region, buyer group and platform brought, day by day; a job's work.

    They are kept until other imports count: several views ask for them, and the second one waits for the first.
    """
    context.report(None, "")
    return _kept_or_read(_kept, workspace, context, key=board_key(workspace.imports()), read=_read)


def segments_joined(workspace: Workspace, context: JobContext, said: SaidOfWords) -> SegmentSet:
    """Return the segments with the reports that tell several dimensions, and ads by quadrant of word; a job's work.

    Slower than ``segments``: for what divides a segment further, after the first picture stands.
    """
    context.report(None, "")
    key = board_key(workspace.imports()), said
    return _kept_or_read(_kept_joined, workspace, context, key=key, read=partial(_read_joined, said=said))


def _kept_or_read(
    kept: _Kept,
    workspace: Workspace,
    context: JobContext,
    *,
    key: object,
    read: Callable[[Workspace, JobContext], SegmentSet],
) -> SegmentSet:
    while not _lock.acquire(timeout=WAIT_SECONDS):
        context.check()
    try:
        known = kept.get(workspace)
        if known is None or known[0] != key:
            known = key, read(workspace, context)
            kept[workspace] = known
        return known[1]
    finally:
        _lock.release()


def _read_joined(workspace: Workspace, context: JobContext, *, said: SaidOfWords) -> SegmentSet:
    from shopdesk.domain.kpi.segments.build import quadrant_cube
    from shopdesk.domain.kpi.segments.joint import JOINT_TABLES, build_joints
    from shopdesk.domain.kpi.segments.sums import QUADRANT

    found = segments(workspace, context)
    frames = _frames(workspace, JOINT_TABLES, context)
    quadrants = _quadrants(workspace, context, said)
    cube = quadrant_cube(frames, quadrants)
    if quadrants and not cube.is_empty:
        tables = {**found.tables, QUADRANT: ("ad_keyword",)}
        found = replace(found, cubes={**found.cubes, QUADRANT: cube}, tables=tables)
    return replace(found, joints=build_joints(frames, quadrants=quadrants, check=context.check))


def _quadrants(workspace: Workspace, context: JobContext, said: SaidOfWords) -> dict[str, str]:
    """Return the quadrant of every keyword that was bought, as it is written; the labels are the keyword library's."""
    from shopdesk.app.keywords.lexicons import lexicon
    from shopdesk.domain.keywords.library import study
    from shopdesk.domain.keywords.normal import normalise
    from shopdesk.domain.keywords.sums import TABLES

    words = _frames(workspace, ("ad_keyword",), context).get("ad_keyword")
    if words is None or "keyword" not in words.columns:
        return {}
    frames = _frames(workspace, TABLES, context)
    labels = study(frames, lexicon(frames, said.entries)).labels
    found = {}
    for shown in words["keyword"].dropna().astype("str").unique():
        word = normalise(shown)
        if word in labels:
            found[shown.strip()] = said.hand.get(word, labels[word].quadrant).value
    return found


def _frames(workspace: Workspace, tables: Iterable[str], context: JobContext) -> dict[str, pd.DataFrame]:
    present = {record.table for record in workspace.imports() if record.active}
    frames = {}
    for name in tables:
        if name in present:
            context.check()
            frames[name] = workspace.frame(name)
    return frames


def _read(workspace: Workspace, context: JobContext) -> SegmentSet:
    return build_segments(_frames(workspace, SEGMENT_TABLES, context), check=context.check)


def searched(workspace: Workspace, context: JobContext, *, before: Period, after: Period) -> Searched:
    """Return which slices moved on their own between two periods; a job's work."""
    context.report(None, "")
    frames = _frames(workspace, SEARCH_TABLES, context)
    context.check()
    return search_shop(frames, before=before, after=after, check=context.check)
