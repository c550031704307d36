"""What a label set by hand teaches: the dictionary entry that would explain it, and all the words that it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.keywords.dictionary import put_entries
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.lexicons import with_entry
from shopdesk.domain.keywords.classify import Label, Quadrant, label
from shopdesk.domain.keywords.lexicon import BRANDS, MIN_TERM, Hit, Lexicon, TermKind
from shopdesk.domain.keywords.tokens import chunks

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Study

MAX_HEAD: Final = 8
"""Signs up to which a whole word is taken for the name of a product."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A word whose quadrant an entry changes."""

    word: str
    before: Quadrant
    after: Quadrant
    label: Label  # as it would be


@dataclass(frozen=True, slots=True)
class Lesson:
    """An entry with what it would do; ``change`` stores it in one step that can be undone."""

    entry: DictionaryTerm
    moved: tuple[Moved, ...]
    change: SetRows


def lesson(word: str, quadrant: Quadrant, known: Study, hand: Mapping[str, Quadrant]) -> Lesson | None:
    """Return what a hand's label of a word (in normal spelling) teaches, None where no entry would explain it.

    Of the entries that could, the first that brings the word to its quadrant; words that a hand has labelled never
    move. Takes time with the number of words that hold the entry's term: a job's work for large shops.
    """
    volume = _volumes(known, [word])[word]
    ruled = label(word, known.lexicon, known.vocabulary, volume=volume)
    for entry in _candidates(word, quadrant, ruled, known.lexicon):
        taught = with_entry(known.lexicon, entry)
        if label(word, taught, known.vocabulary, volume=volume).quadrant is quadrant:
            return effect(entry, known, hand)
    return None


def effect(entry: DictionaryTerm, known: Study, hand: Mapping[str, Quadrant]) -> Lesson:
    """Return what an entry would change, before it is stored; words that a hand has labelled never move."""
    concerned = [word for word in known.labels if any(spelling in word for spelling in entry.spellings)]
    taught = with_entry(known.lexicon, entry)
    return Lesson(entry, moves(concerned, taught, known, hand), put_entries([entry]))


def moves(words: Iterable[str], taught: Lexicon, known: Study, hand: Mapping[str, Quadrant]) -> tuple[Moved, ...]:
    """Return which of the study's words another lexicon moves; those that a hand has labelled never move."""
    listed = [word for word in words if word not in hand]
    volumes = _volumes(known, listed)
    moved = []
    for word in listed:
        before, after = known.labels[word], label(word, taught, known.vocabulary, volume=volumes[word])
        if after.quadrant is not before.quadrant:
            moved.append(Moved(word, before.quadrant, after.quadrant, after))
    return tuple(moved)


def _volumes(known: Study, words: Iterable[str]) -> dict[str, float]:
    """Return the impressions of words, NaN where unknown: a label depends on how rare a word is."""
    listed = set(words)
    found = dict.fromkeys(listed, float("nan"))
    if not known.rows.empty:
        rows = known.rows.loc[known.rows["word"].isin(listed)]
        sums = rows.groupby("word")["impressions"].sum(min_count=1)
        found |= {str(word): float(size) for word, size in sums.items()}
    return found


def _candidates(word: str, quadrant: Quadrant, ruled: Label, lexicon: Lexicon) -> list[DictionaryTerm]:
    named = str(ruled.values.get("term") or ruled.values.get("unknown") or "")
    head = str(ruled.values.get("head", ""))
    if quadrant in (Quadrant.BRAND, Quadrant.COMPETITOR):
        kind = TermKind.OWN if quadrant is Quadrant.BRAND else TermKind.COMPETITOR
        return [DictionaryTerm(term, kind.value) for term in _names(word, named, head, lexicon)]
    found = []
    if named:  # the rule took for a name what the hand says is none
        found += [DictionaryTerm(named, TermKind.ATTRIBUTE.value), DictionaryTerm(named, "")]
        found.append(DictionaryTerm(named, TermKind.HEAD.value))
    if quadrant is Quadrant.CATEGORY and MIN_TERM <= len(word) <= MAX_HEAD:
        found.append(DictionaryTerm(word, TermKind.HEAD.value))
    if quadrant is Quadrant.LONG_TAIL:
        beside = word.replace(head, " ", 1) if head else word
        found += [DictionaryTerm(piece, TermKind.ATTRIBUTE.value) for piece in chunks(beside) if len(piece) >= MIN_TERM]
    return found


def _names(word: str, named: str, head: str, lexicon: Lexicon) -> list[str]:
    """Return what may be the name in a word: what the rule took for one, what stands before the product, the first
    piece, the whole word.
    """
    known = [hit for hit in lexicon.hits(word) if hit.kind not in BRANDS]
    lead = word[: word.rfind(head)].strip() if head else _before(word, known)
    pieces = chunks(word)
    found = [named, lead, *pieces[:1], word]
    return [term for term in dict.fromkeys(found) if len(term) >= MIN_TERM]


def _before(word: str, known: list[Hit]) -> str:
    """Return what stands before the first known ordinary term."""
    first = min((hit.start for hit in known), default=len(word))
    return word[:first].strip()
