"""From a workspace to the library: documents as an immutable snapshot, figures read in the job."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.assumptions import ASSUMPTIONS, NOTHING_OWN, ShopAssumptions, assumptions, shop_assumptions
from shopdesk.app.keywords.documents import (
    DICTIONARY,
    HAND_LABELS,
    REFUSED,
    RULES,
    DictionaryTerm,
    hand_labels,
    is_compatible,
)
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library, Study, library, study
from shopdesk.domain.keywords.sums import TABLES
from shopdesk.domain.periods import Comparison, Period

STUDIED: Final = frozenset({*TABLES, DICTIONARY.name, REFUSED.name, RULES.name})
"""What a study rests on: where one of these changed, it is made anew."""
LARGE: Final = 100_000
"""Words from which looking through a study for garbage would hold the interface (6 s for a million words)."""
READ: Final = STUDIED | {HAND_LABELS.name, ASSUMPTIONS.name}
"""All that an answer rests on."""


@dataclass(frozen=True, slots=True)
class Question:
    """What one answer of the tab rests on; ``known`` is reused while facts and dictionaries stay the same."""

    known: Study | None
    entries: tuple[DictionaryTerm, ...]
    hand: Mapping[str, Quadrant]
    period: Period | None
    comparison: Comparison
    refused: tuple[str, ...] = ()
    compatible: bool = False
    assumed: ShopAssumptions = NOTHING_OWN


@dataclass(frozen=True, slots=True)
class Answer:
    """The library with the study behind it; ``library`` None where no word has ever been imported."""

    study: Study
    library: Library | None


def question(
    workspace: Workspace, *, period: Period | None, comparison: Comparison, known: Study | None = None
) -> Question:
    """Return a snapshot of the documents, for ``answer``."""
    entries = tuple(workspace.rows(DICTIONARY).values())
    refused = tuple(row.term for row in workspace.rows(REFUSED).values())
    hand, assumed = hand_labels(workspace), shop_assumptions(workspace)
    return Question(known, entries, hand, period, comparison, refused, is_compatible(workspace), assumed)


def answer(asked: Question, workspace: Workspace, context: JobContext) -> Answer:
    """Compute the library of the period (by default the last 28 days with words); a job's work.

    Reading figures never changes a workspace, so that a job may do it beside the interface.
    """
    context.report(None, "")
    known = asked.known
    if known is None:
        frames = {}
        for name in TABLES:
            context.check()
            frames[name] = workspace.frame(name)
        known_words = lexicon(frames, asked.entries, refused=asked.refused, compatible=asked.compatible)
        known = study(frames, known_words, progress=lambda share: context.report(share, ""))
        if len(known.labels) > LARGE:
            gc.freeze()  # it has no cycles: it goes when nothing holds it, and stays until facts change
    context.check()
    period = asked.period or default_period(known)
    if not known.labels or period is None:
        return Answer(known, None)
    assumed = assumptions(asked.assumed)
    found = library(
        known,
        period=period,
        comparison=asked.comparison,
        hand=asked.hand,
        assumed=assumed,
        check=context.check,
    )
    return Answer(known, found)


def default_period(known: Study) -> Period | None:
    """Return the 28 days up to the last day with words, None where no row has a day.

    Where only totals of longer spans reach that day, the shortest of these spans: 28 days would hold none of it.
    """
    if known.last is None:
        return None
    month = Period.last(days=28, until=known.last)
    rows = known.rows
    ends = rows["date_end"].fillna(rows["date"])
    starts = rows.loc[(ends >= pd.Timestamp(month.start)) & rows["date"].notna(), "date"]
    if (starts >= pd.Timestamp(month.start)).any():
        return month
    return Period(starts.max().date(), known.last)
