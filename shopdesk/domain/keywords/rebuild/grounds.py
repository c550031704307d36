"""What a proposal rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.library import Library, Study
from shopdesk.domain.keywords.rebuild.model import Place
from shopdesk.domain.keywords.rebuild.rest import MOST_WORDS, left_over
from shopdesk.domain.keywords.rebuild.structure import campaigns_of_terms
from shopdesk.domain.keywords.rebuild.term_accounts import AccountKey
from shopdesk.domain.keywords.rebuild.verdicts import Decision, Verdict, of_new_words, verdicts
from shopdesk.domain.keywords.sums import CutUsed, Frames
from shopdesk.domain.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The reports of a period, what is to become of each word, and the margin as a fraction of revenue.

    ``terms`` says for words to be kept out or bought anew in which campaigns their searches were seen; ``chosen`` which
    account (platform and shop) a report means whose own account buys no words. ``left`` gives by word the quadrants of
    the words that have no verdict, because a very large shop has too many.
    """

    frames: Frames
    used: Sequence[CutUsed]
    period: Period
    verdicts: Mapping[str, Verdict]
    margin: float | None
    terms: Mapping[str, Sequence[Place]] = field(default_factory=dict)
    chosen: Mapping[AccountKey, AccountKey] = field(default_factory=dict)
    left: pd.Series | None = None


def grounds(
    known: Study,
    library: Library,
    decided: Mapping[str, Decision],
    chosen: Mapping[AccountKey, AccountKey] | None = None,
    *,
    most: int = MOST_WORDS,
) -> Grounds:
    """Return the grounds that a library gives, with what was decided by hand, also of words that aren't bought yet."""
    margin = library.margin.share if library.margin and library.margin.share > 0 else None
    found = {**of_new_words(known, library, decided), **verdicts(library, decided, most=most)}
    outside = [word for word, one in found.items() if one.action in (Action.EXPAND, Action.NEGATIVE)]
    return Grounds(
        frames=known.frames,
        used=library.used,
        period=library.period,
        verdicts=found,
        margin=margin,
        terms=campaigns_of_terms(known.frames, outside, library.period),
        chosen=chosen or {},
        left=left_over(library, found) if len(library.words) > most else None,
    )
