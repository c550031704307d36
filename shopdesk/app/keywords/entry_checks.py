"""What an entry of the dictionaries must not be: told before it is stored, with the entry that it collides with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.domain.keywords.lexicon import BRANDS, MIN_TERM, TermKind
from shopdesk.domain.keywords.normal import normalise

LONGEST_NAME: Final = 40  # signs
LONGEST_NOTE: Final = 200  # signs
MOST_SPELLINGS: Final = 30
_MARKUP: Final = re.compile(r"[<>]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an entry can't be stored; ``text`` is what is wrong, ``other`` the entry that it collides with.

    Codes: of one text ``blank``, ``too_short``, ``too_long``, ``no_letters``, ``markup``; of an entry
    ``many_spellings``; against others ``taken`` (a name that is an entry already), ``own_brand`` (a rival that is the
    shop's own brand, or the other way round), ``other_kind`` (a spelling of an entry of another kind), ``circular``
    (two entries that name each other as spellings), ``is_entry`` (a spelling that another entry has).
    """

    code: str
    text: str
    other: str = ""


def text_fault(text: str) -> Fault | None:
    """Return what is wrong with one spelling as it was typed, None where nothing is."""
    plain = normalise(text)
    if not plain:
        return Fault("blank" if not text.strip() else "no_letters", text)
    if len(text.strip()) > LONGEST_NAME:
        return Fault("too_long", text)
    if not any(sign.isalnum() for sign in plain):
        return Fault("no_letters", text)
    if _MARKUP.search(plain):
        return Fault("markup", text)
    return Fault("too_short", text) if len(plain) < MIN_TERM else None


class Entries:
    """Entries by name and by spelling, to look for collisions; ``own_names`` are the shop's names by its data."""

    def __init__(self, rows: Iterable[DictionaryTerm], *, own_names: Iterable[str] = ()) -> None:
        self.own_names = frozenset(own_names)
        self._by_spelling: dict[str, list[DictionaryTerm]] = {}
        for row in rows:
            for spelling in row.spellings:
                self._by_spelling.setdefault(spelling, []).append(row)

    def with_spelling(self, spelling: str, *, but: str) -> DictionaryTerm | None:
        """Return an entry that has a spelling, the one of that name first; the entry ``but`` is left out."""
        found = [row for row in self._by_spelling.get(spelling, ()) if row.term != but]
        return min(found, key=lambda row: row.term != spelling, default=None)


def entry_fault(entry: DictionaryTerm, others: Entries, *, replaces: str = "") -> Fault | None:
    """Return the first thing that is wrong with an entry among all, None where nothing is.

    ``replaces`` is the name of the entry that it takes the place of, empty for a new one.
    """
    for text in (entry.term, *entry.aliases):
        if (fault := text_fault(text)) is not None:
            return fault
    if len(entry.aliases) > MOST_SPELLINGS:
        return Fault("many_spellings", entry.term)
    faults = (_collision(spelling, entry, others, but=replaces) for spelling in entry.spellings)
    return next((fault for fault in faults if fault is not None), None)


def _collision(spelling: str, entry: DictionaryTerm, others: Entries, *, but: str) -> Fault | None:
    name = normalise(entry.term)
    other = others.with_spelling(spelling, but=but)
    if other is None:
        is_own = spelling in others.own_names and entry.kind == TermKind.COMPETITOR.value
        return Fault("own_brand", spelling, spelling) if is_own else None
    if other.term == name and other.kind == entry.kind:
        return Fault("taken", name, name)
    if other.kind != entry.kind:
        return Fault("own_brand" if _are_rivals(entry.kind, other.kind) else "other_kind", spelling, other.term)
    if other.term in entry.spellings and name in other.spellings:
        return Fault("circular", spelling, other.term)
    return Fault("is_entry", spelling, other.term)


def kind_fault(entry: DictionaryTerm, before: DictionaryTerm) -> Fault | None:
    """Return what speaks against a table that moves an entry to another kind, None where it stays."""
    if entry.kind == before.kind:
        return None
    return Fault("own_brand" if _are_rivals(entry.kind, before.kind) else "other_kind", before.term, before.term)


def _are_rivals(one: str, other: str) -> bool:
    brands = {kind.value for kind in BRANDS}
    return one in brands and other in brands and TermKind.OWN.value in (one, other)
