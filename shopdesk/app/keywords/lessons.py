"""The entries that would explain labels set by hand, offered once for all words that one entry explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.lexicons import with_entry
from shopdesk.app.keywords.teaching import Lesson, effect, lesson
from shopdesk.domain.keywords.classify import Quadrant, label
from shopdesk.domain.keywords.lexicon import BRANDS, Lexicon

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Study

MOST_WORDS: Final = 40
"""Words of one step that are looked at: more would only repeat the same names, and take time."""


def lessons(
    words: Mapping[str, Quadrant],
    known: Study,
    hand: Mapping[str, Quadrant],
    entries: Iterable[DictionaryTerm],
    context: JobContext,
) -> tuple[Lesson, ...]:
    """Return what the hand's labels of words teach, the entry that moves most words first; a job's work.

    Words that the rules put there already teach nothing; nor does an entry that names no brand and moves no word.
    An entry that the shop has takes the new kind and keeps its spellings.
    """
    owners = {spelling: entry for entry in entries for spelling in entry.spellings}
    found: dict[str, Lesson] = {}
    taught_by: list[tuple[Lesson, Lexicon]] = []
    for word, quadrant in list(words.items())[:MOST_WORDS]:
        context.check()
        ruled = known.labels.get(word)
        if ruled is None or ruled.quadrant is quadrant or _is_explained(word, quadrant, taught_by, known):
            continue
        taught = lesson(word, quadrant, known, hand)
        if taught is None or taught.entry.term in found:
            continue
        own = owners.get(taught.entry.term)
        if own is not None:
            taught = effect(replace(own, kind=taught.entry.kind), known, hand)
        if taught.moved or taught.entry.kind in BRANDS:
            found[taught.entry.term] = taught
            taught_by.append((taught, with_entry(known.lexicon, taught.entry)))
    return tuple(sorted(found.values(), key=lambda one: (-len(one.moved), one.entry.term)))


def _is_explained(word: str, quadrant: Quadrant, taught_by: Iterable[tuple[Lesson, Lexicon]], known: Study) -> bool:
    """Whether an entry that is offered already puts the word there too."""
    return any(
        any(spelling in word for spelling in taught.entry.spellings)
        and label(word, lexicon, known.vocabulary).quadrant is quadrant
        for taught, lexicon in taught_by
    )
