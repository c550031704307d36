"""What the user edits of the keyword library: labels set by hand with their history, the dictionaries, the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Label, LabelSource, Quadrant
from shopdesk.domain.keywords.normal import normalise


@dataclass(frozen=True, slots=True)
class HandLabel:
    """The quadrant that a hand gave a word (in normal spelling); it wins over every rule, for ever."""

    word: str
    quadrant: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LabelChange:
    """One change of a word's label by hand: ``quadrant`` is "" where it was given back to the rules.

    ``at`` is an ISO time to the second, by the clock of the application; ``before`` the quadrant until then and
    ``source`` who had set that (a ``LabelSource`` value).
    """

    word: str
    at: str
    quadrant: str
    before: str
    source: str


@dataclass(frozen=True, slots=True)
class DictionaryTerm:
    """One name or word of the shop's dictionaries with all its spellings.

    ``kind`` is a ``TermKind`` value, empty to silence a shipped term. ``aliases`` are its other spellings: pinyin,
    initials, English, usual typos. ``ambiguous``: the spelling also means something else, so that only a word which
    names one of ``context`` (or what the shipped list says) means it; None leaves that to the shipped list.
    """

    term: str
    kind: str
    aliases: tuple[str, ...] = ()
    ambiguous: bool | None = None
    context: tuple[str, ...] = ()
    note: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings in normal spelling, each once, the term first."""
        return tuple(dict.fromkeys(spelt for spelt in map(normalise, (self.term, *self.aliases)) if spelt))


@dataclass(frozen=True, slots=True)
class KeywordRules:
    """The switches of the shop. ``compatible``: it sells accessories for other people's brands."""

    key: str = "shop"
    compatible: bool = False


@dataclass(frozen=True, slots=True)
class RefusedProposal:
    """A term that the user has said is no name (or not to be asked about again), in normal spelling."""

    term: str


HAND_LABELS: Final = Collection("keyword_labels", HandLabel, ("word",))
LABEL_HISTORY: Final = Collection("keyword_label_history", LabelChange, ("word", "at"))
DICTIONARY: Final = Collection("keyword_terms", DictionaryTerm, ("term",))
RULES: Final = Collection("keyword_rules", KeywordRules, ("key",))
REFUSED: Final = Collection("keyword_refused", RefusedProposal, ("term",))


def set_quadrant(
    words: Iterable[str],
    quadrant: Quadrant,
    *,
    labels: Mapping[str, Label] | None = None,
    now: datetime | None = None,
) -> SetRows:
    """Return the change that labels words by hand; with ``labels`` as they are and ``now`` it keeps the history."""
    named = list(words)
    edits = SetRows.put(HAND_LABELS, [HandLabel(word, quadrant.value) for word in named]).edits
    return SetRows((*edits, *_history(named, quadrant.value, labels or {}, now)))


def forget_hand(
    workspace: Workspace,
    words: Iterable[str],
    *,
    labels: Mapping[str, Label] | None = None,
    now: datetime | None = None,
) -> SetRows:
    """Return the change that gives words back to the rules; with ``labels`` and ``now`` it keeps the history."""
    rows = workspace.rows(HAND_LABELS)
    named = [word for word in words if (word,) in rows]
    edits = SetRows.drop(HAND_LABELS, [(word,) for word in named]).edits
    return SetRows((*edits, *_history(named, "", labels or {}, now)))


def history(workspace: Workspace, word: str) -> tuple[LabelChange, ...]:
    """Return what hands have done to a word's label, oldest first."""
    rows = workspace.rows(LABEL_HISTORY).values()
    return tuple(sorted((row for row in rows if row.word == word), key=lambda row: row.at))


def set_compatible(on: bool) -> SetRows:
    """Return the change of the switch for shops that sell accessories for other people's brands."""
    return SetRows.put(RULES, [KeywordRules(compatible=on)])


def is_compatible(workspace: Workspace) -> bool:
    """Return whether the shop sells accessories for other people's brands."""
    return any(rules.compatible for rules in workspace.rows(RULES).values())


def hand_labels(workspace: Workspace) -> dict[str, Quadrant]:
    """Return all labels set by hand; spellings of older files meet the words of today."""
    return {normalise(row.word): Quadrant(row.quadrant) for row in workspace.rows(HAND_LABELS).values()}


def _history(
    words: Iterable[str], quadrant: str, labels: Mapping[str, Label], now: datetime | None
) -> tuple[RowEdit, ...]:
    if now is None:
        return ()
    at = now.isoformat(timespec="seconds")
    return SetRows.put(
        LABEL_HISTORY, [LabelChange(word, at, quadrant, *_before(labels.get(word))) for word in words]
    ).edits


def _before(label: Label | None) -> tuple[str, str]:
    return ("", LabelSource.RULE.value) if label is None else (label.quadrant.value, label.source.value)
