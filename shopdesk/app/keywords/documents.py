"""What the user edits of the keyword library: labels set by hand and the dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.normal import normalise


@dataclass(frozen=True, slots=True)
class HandLabel:
    """The quadrant that a hand gave a word (in normal spelling); it wins over every rule, for ever."""

    word: str
    quadrant: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DictionaryTerm:
    """A term of the shop's dictionaries; ``kind`` is a ``TermKind`` value, empty to silence a shipped term."""

    term: str
    kind: str


HAND_LABELS: Final = Collection("keyword_labels", HandLabel, ("word",))
DICTIONARY: Final = Collection("keyword_terms", DictionaryTerm, ("term",))


def set_quadrant(words: Iterable[str], quadrant: Quadrant) -> SetRows:
    """Return the change that labels words by hand."""
    return SetRows.put(HAND_LABELS, [HandLabel(word, quadrant.value) for word in words])


def forget_hand(workspace: Workspace, words: Iterable[str]) -> SetRows:
    """Return the change that gives words back to the rules."""
    rows = workspace.rows(HAND_LABELS)
    return SetRows.drop(HAND_LABELS, [(word,) for word in words if (word,) in rows])


def set_term(term: str, kind: TermKind | None) -> SetRows:
    """Return the change that puts a term into a dictionary, or silences it everywhere."""
    row = DictionaryTerm(normalise(term), kind.value if kind else "")
    key: Key = (row.term,)
    return SetRows((RowEdit(DICTIONARY, key, row),))


def hand_labels(workspace: Workspace) -> dict[str, Quadrant]:
    """Return all labels set by hand."""
    return {row.word: Quadrant(row.quadrant) for row in workspace.rows(HAND_LABELS).values()}
