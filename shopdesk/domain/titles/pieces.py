"""A title or a search word in pieces that each fill a slot of the formula: brand, head, attribute, scene, marketing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.brands import named
from shopdesk.domain.keywords.lexicon import BRANDS, Hit, Lexicon, TermKind, cover
from shopdesk.domain.keywords.normal import is_han, normalise
from shopdesk.domain.keywords.tokens import tokens


class Slot(StrEnum):
    """The slots in the order in which a title is put together; ``OTHER`` is what no list knows."""

    BRAND = "brand"
    HEAD = "head"
    ATTRIBUTE = "attribute"
    SCENE = "scene"
    MARKETING = "marketing"
    OTHER = "other"


_SLOTS: Final = {
    TermKind.OWN: Slot.BRAND,
    TermKind.COMPETITOR: Slot.BRAND,
    TermKind.NAME: Slot.BRAND,
    TermKind.HEAD: Slot.HEAD,
    TermKind.ATTRIBUTE: Slot.ATTRIBUTE,
    TermKind.SCENE: Slot.SCENE,
    TermKind.MARKETING: Slot.MARKETING,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: ``text`` as written, ``word`` in normal spelling, ``foreign`` where it is somebody else's brand."""

    text: str
    word: str
    slot: Slot
    foreign: bool = False

    @property
    def says_something(self) -> bool:
        """Whether a letter or digit is in it."""
        return any(map(str.isalnum, self.word))


class Cutter:
    """Cuts by the dictionaries first, by the segmenter what is left; one sign alone goes with its neighbour.

    ``learnt`` are terms in normal spelling that labels of words speak of: heads, brands found by rule.
    """

    def __init__(self, lexicon: Lexicon, learnt: Mapping[str, TermKind]) -> None:
        self._lexicon = lexicon
        self._learnt = {term: kind for term, kind in learnt.items() if len(term) > 1 and term not in lexicon.terms}
        self._longest = max(map(len, self._learnt), default=0)

    def cut(self, title: str) -> tuple[Piece, ...]:
        """Return the pieces of a text as it was written, in order; blanks part pieces and are left out."""
        return tuple(piece for part in title.split() for piece in self._cut_part(part))

    def _cut_part(self, part: str) -> Iterator[Piece]:
        word = normalise(part)
        shown = part if len(word) == len(part) else word
        position = 0
        hits, foreign = self._hits(word)
        for hit in cover(hits):
            yield from _rest(word, shown, position, hit.start)
            yield Piece(shown[hit.start : hit.end], hit.term, _SLOTS[hit.kind], hit in foreign)
            position = hit.end
        yield from _rest(word, shown, position, len(word))

    def _hits(self, word: str) -> tuple[list[Hit], frozenset[Hit]]:
        """Return known terms, of trade names only those that are meant, and which of these are somebody else's."""
        found = (*self._lexicon.hits(word), *self._learnt_hits(word))
        plain = [hit for hit in found if hit.kind not in BRANDS]
        meant = {
            hit: name.sure
            for hit in found
            if hit.kind in BRANDS and (name := named(word, (hit, *plain), self._lexicon)) is not None
        }
        fits_others = self._lexicon.compatible and any(term in word for term in self._lexicon.accessories)
        foreign = {hit for hit, sure in meant.items() if hit.kind is not TermKind.OWN and sure and not fits_others}
        return [*plain, *meant], frozenset(foreign)

    def _learnt_hits(self, word: str) -> Iterator[Hit]:
        for start in range(len(word)):
            for end in range(start + 2, min(len(word), start + self._longest) + 1):
                kind = self._learnt.get(word[start:end])
                if kind is not None:
                    yield Hit(word[start:end], kind, start)


def _rest(word: str, shown: str, start: int, end: int) -> Iterator[Piece]:
    """Tokens, and what stands between them: brackets and emoji are part of a title too."""
    position = start
    for token in _joined(tokens(word[start:end])):
        at = word.find(token, position, end)
        if at < 0:
            continue
        if at > position:
            yield Piece(shown[position:at], word[position:at], Slot.OTHER)
        position = at + len(token)
        yield Piece(shown[at:position], token, Slot.OTHER)
    if position < end:
        yield Piece(shown[position:end], word[position:end], Slot.OTHER)


def _joined(cut: tuple[str, ...]) -> list[str]:
    """One Chinese sign alone means little: it goes with the token before it, the first one with the next."""
    found: list[str] = []
    for token in cut:
        alone = len(token) == 1 and is_han(token)
        lone_before = bool(found) and len(found[-1]) == 1 and is_han(found[-1])
        if found and (alone or lone_before) and is_han(found[-1][-1]) and is_han(token[0]):
            found[-1] += token
        else:
            found.append(token)
    return found


def together(pieces: Iterable[str]) -> str:
    """Return a title of pieces: no blanks beside Chinese signs, one between Latin words."""
    title = ""
    for piece in pieces:
        beside_han = not title or not piece or is_han(title[-1]) or is_han(piece[0])
        title += piece if beside_han else f" {piece}"
    return title


def holds(text: str, word: str) -> bool:
    """Return whether a piece stands in a text, both in normal spelling; a Latin one only as a whole word."""
    start = text.find(word)
    while start >= 0:
        if _whole(text, word, start):
            return True
        start = text.find(word, start + 1)
    return False


def _whole(text: str, word: str, start: int) -> bool:
    end = start + len(word)
    before = start > 0 and _runs_on(text[start - 1], word[0])
    return not before and not (end < len(text) and _runs_on(word[-1], text[end]))


def _runs_on(one: str, other: str) -> bool:
    """Letters run on into letters, digits into digits: 30包 stands in 7日30包, not in 130包."""
    if is_han(one) or is_han(other):
        return False
    return (one.isalpha() and other.isalpha()) or (one.isdigit() and other.isdigit())
