"""What the user wrote on words to find them again: tags of their own, and a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.workspace import Workspace

MOST_TAGS: Final = 12
LONGEST_TAG: Final = 24  # characters
LONGEST_NOTE: Final = 500  # characters
SEPARATOR: Final = ", "
_BETWEEN: Final = re.compile(r"[,，、;；|\n\t]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class WordMark:
    """Tags and note of a word (in normal spelling); a row without both is not kept."""

    word: str
    tags: tuple[str, ...] = ()
    note: str = ""


MARKS: Final = Collection("keyword_marks", WordMark, ("word",))


def tags_from(text: str) -> tuple[str, ...]:
    """Return the tags that a typed or pasted text names, each once, in their order.

    Commas of both scripts, 、 ; | and line breaks separate. Raises ``ValueError`` with "many" or "long" where there
    are more than ``MOST_TAGS`` or one has more than ``LONGEST_TAG`` characters.
    """
    found = tuple(dict.fromkeys(tag for part in _BETWEEN.split(text) if (tag := " ".join(_clean(part).split()))))
    if len(found) > MOST_TAGS:
        raise ValueError("many")
    if any(len(tag) > LONGEST_TAG for tag in found):
        raise ValueError("long")
    return found


def note_from(text: str) -> str:
    """Return a note without control characters; raises ``ValueError`` with "long" beyond ``LONGEST_NOTE``."""
    note = _clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(note) > LONGEST_NOTE:
        raise ValueError("long")
    return note


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)


def marks_of(workspace: Workspace) -> dict[str, WordMark]:
    """Return all marks by word."""
    return {row.word: row for row in workspace.rows(MARKS).values()}


def all_tags(workspace: Workspace) -> tuple[str, ...]:
    """Return every tag in use, the most used first."""
    counts: dict[str, int] = {}
    for mark in workspace.rows(MARKS).values():
        for tag in mark.tags:
            counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))


def mark(
    workspace: Workspace,
    *,
    tags: Mapping[str, tuple[str, ...]] | None = None,
    notes: Mapping[str, str] | None = None,
) -> SetRows:
    """Return the change that sets the tags of some words and the notes of some, as one step."""
    known = marks_of(workspace)
    edits = []
    for word in dict.fromkeys([*(tags or {}), *(notes or {})]):
        old = known.get(word, WordMark(word))
        new = WordMark(word, (tags or {}).get(word, old.tags), (notes or {}).get(word, old.note))
        if new != old:
            edits.append(RowEdit(MARKS, (word,), new if new.tags or new.note else None))
    return SetRows(tuple(edits))


def add_tag(workspace: Workspace, words: Iterable[str], tag: str) -> SetRows:
    """Return the change that puts a tag on words; those that are full of tags keep theirs."""
    known = marks_of(workspace)
    given = {word: known[word].tags if word in known else () for word in words}
    return mark(
        workspace,
        tags={word: (*own, tag) for word, own in given.items() if tag not in own and len(own) < MOST_TAGS},
    )


def remove_tag(workspace: Workspace, words: Iterable[str], tag: str) -> SetRows:
    """Return the change that takes a tag from words."""
    known = marks_of(workspace)
    given = {word: known[word].tags for word in words if word in known}
    return mark(
        workspace, tags={word: tuple(one for one in own if one != tag) for word, own in given.items() if tag in own}
    )
