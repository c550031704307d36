"""From the library to the titles: words with what they bring, the items' titles, and what each is found by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.library import Answer
from shopdesk.domain.keywords.classify import Label, Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import Library, titles
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.coverage import Coverage, WordIndex, coverage
from shopdesk.domain.titles.demand import Demand, demand
from shopdesk.domain.titles.pieces import Cutter

if TYPE_CHECKING:
    import pandas as pd

NO_DEMAND: Final = Demand((), in_money=False, with_organic=False)


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What an item did in the period: visitors from search (added over days) and money paid in yuan, None: unknown."""

    search_visitors: float | None
    paid_yuan: float | None


@dataclass(frozen=True, slots=True)
class Titles:
    """What the views of titles show; ``titles`` are the distinct item titles as imported."""

    titles: tuple[str, ...]
    demand: Demand
    index: WordIndex
    coverage: Coverage
    cutter: Cutter
    figures: Mapping[str, ItemFigures]
    has_library: bool  # whether ad words are known


def answer_titles(known: Answer, context: JobContext) -> Titles:
    """Compute words, titles and coverage of the library's period; a job's work."""
    context.report(None, "")
    study, library = known.study, known.library
    cutter = Cutter(study.lexicon, _learnt(library.labels if library is not None else study.labels))
    context.check()
    listed = titles(study.frames)
    found = demand(library, study.frames, cutter, check=context.check) if library is not None else NO_DEMAND
    figures = _figures(study.frames, library) if library is not None else {}
    matched = coverage(listed, found, cutter, check=context.check)
    return Titles(listed, found, WordIndex(found.words), matched, cutter, figures, library is not None)


def _learnt(labels: Mapping[str, Label]) -> dict[str, TermKind]:
    """Product names that labels rest on, and unknown names that rules take for somebody's brand."""
    learnt = {
        normalise(str(label.values["head"])): TermKind.HEAD for label in labels.values() if "head" in label.values
    }
    for label in labels.values():
        if label.quadrant is Quadrant.COMPETITOR and label.values.get("term"):
            learnt[normalise(str(label.values["term"]))] = TermKind.COMPETITOR
    return learnt


def _figures(frames: Mapping[str, pd.DataFrame], library: Library) -> Mapping[str, ItemFigures]:
    """Sums of the item report's days within the period, by title."""
    import pandas as pd

    frame = frames.get("item_daily")
    if frame is None or not {"item", "date"} <= set(frame.columns):
        return {}
    daily = frame["date"].notna() & (frame["date_end"].isna() | (frame["date"] == frame["date_end"]))
    start, end = pd.Timestamp(library.period.start), pd.Timestamp(library.period.end)
    rows = frame.loc[daily & frame["item"].notna() & (frame["date"] >= start) & (frame["date"] <= end)]
    columns = [name for name in ("search_visitors", "pay_amount") if name in rows.columns]
    sums = rows.assign(**{name: rows[name].astype(float) for name in columns}).groupby("item")[columns].sum(min_count=1)
    return {
        str(item): ItemFigures(_known(values.get("search_visitors")), _yuan(values.get("pay_amount")))
        for item, values in zip(sums.index, sums.to_dict("records"), strict=True)
    }


def _known(value: float | None) -> float | None:
    return None if value is None or np.isnan(value) else float(value)


def _yuan(fen: float | None) -> float | None:
    known = _known(fen)
    return None if known is None else known / 100
