"""The words that a rule can know: own brands, competitors, modifiers, scenes; looked up by substring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.normal import normalise

MIN_TERM: Final = 2


class TermKind(StrEnum):
    """What a known term means in a search word."""

    OWN = "own"
    COMPETITOR = "competitor"
    HEAD = "head"  # names the product
    ATTRIBUTE = "attribute"  # 无糖, 独立包装
    SCENE = "scene"  # 孕妇, 办公室
    MARKETING = "marketing"  # 官方, 正品: says nothing of what is wanted


MODIFIERS: Final = frozenset({TermKind.ATTRIBUTE, TermKind.SCENE})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known term inside a word, at a position."""

    term: str
    kind: TermKind
    start: int

    @property
    def end(self) -> int:
        """Position behind its last character."""
        return self.start + len(self.term)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms in normal spelling with what they mean."""

    terms: Mapping[str, TermKind]
    longest: int

    @classmethod
    def of(cls, groups: Mapping[TermKind, Iterable[str]]) -> Lexicon:
        """Return the lexicon of some groups; where a term is in two groups the first one wins."""
        terms: dict[str, TermKind] = {}
        for kind, words in groups.items():
            for word in words:
                term = normalise(word)
                if len(term) >= MIN_TERM:
                    terms.setdefault(term, kind)
        return cls(terms, max(map(len, terms), default=0))

    def hits(self, word: str) -> tuple[Hit, ...]:
        """Return all known terms inside a word in normal spelling, overlapping ones too, by position."""
        return tuple(self._hits(word))

    def _hits(self, word: str) -> Iterator[Hit]:
        length = len(word)
        for start in range(length):
            for end in range(start + MIN_TERM, min(length, start + self.longest) + 1):
                kind = self.terms.get(word[start:end])
                if kind is not None and _whole(word, start, end):
                    yield Hit(word[start:end], kind, start)


def cover(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return hits that don't overlap: longer ones first, then earlier ones; in order of position."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (-len(h.term), h.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))


def _whole(word: str, start: int, end: int) -> bool:
    """A Latin term must not be cut out of a longer Latin word (``tcl`` in ``retcl``)."""
    if start and _latin(word[start]) and _latin(word[start - 1]):
        return False
    return not (end < len(word) and _latin(word[end - 1]) and _latin(word[end]))


def _latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
