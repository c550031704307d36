"""From a workspace to the library: an immutable snapshot first, so that a job may work on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.documents import DICTIONARY, DictionaryTerm, hand_labels
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library, Study, library, study
from shopdesk.domain.keywords.sums import TABLES
from shopdesk.domain.periods import Comparison, Period


@dataclass(frozen=True, slots=True)
class StudyInput:
    """What the labels rest on: fact tables and the shop's own dictionary entries."""

    frames: Mapping[str, pd.DataFrame]
    entries: tuple[DictionaryTerm, ...]


@dataclass(frozen=True, slots=True)
class LibraryInput:
    """What one answer of the tab rests on; ``known`` is reused while facts and dictionaries stay the same."""

    source: StudyInput
    known: Study | None
    hand: Mapping[str, Quadrant]
    period: Period | None
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Answer:
    """The library with the study behind it; ``library`` None where no word has ever been imported."""

    study: Study
    library: Library | None


def study_input(workspace: Workspace) -> StudyInput:
    """Return what the labels rest on."""
    frames = {name: workspace.frame(name) for name in TABLES}
    return StudyInput(frames, tuple(workspace.rows(DICTIONARY).values()))


def library_input(
    workspace: Workspace, *, period: Period | None, comparison: Comparison, known: Study | None = None
) -> LibraryInput:
    """Return a snapshot for ``answer``; cheap where the tables are cached."""
    return LibraryInput(study_input(workspace), known, hand_labels(workspace), period, comparison)


def answer(given: LibraryInput, context: JobContext) -> Answer:
    """Compute the library of the period (by default the last 28 days with words)."""
    context.report(None, "")
    known = given.known or study(given.source.frames, lexicon(given.source.frames, given.source.entries))
    context.check()
    if not known.labels:
        return Answer(known, None)
    period = given.period or default_period(known)
    return Answer(known, library(known, period=period, comparison=given.comparison, hand=given.hand))


def default_period(known: Study) -> Period:
    """Return the 28 days up to the last day with words."""
    if known.last is None:
        raise ValueError("no dated words")
    return Period.last(days=28, until=known.last)
