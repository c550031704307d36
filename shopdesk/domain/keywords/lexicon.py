"""The words that a rule can know: own brands, competitors, modifiers, scenes; looked up by substring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.normal import normalise

MIN_TERM: Final = 2


class TermKind(StrEnum):
    """What a known term means in a search word."""

    OWN = "own"
    COMPETITOR = "competitor"
    NAME = "name"  # a trade name that the shop has not spoken of: from the shipped lists
    HEAD = "head"  # names the product
    ATTRIBUTE = "attribute"  # 无糖, 独立包装
    SCENE = "scene"  # 孕妇, 办公室
    MARKETING = "marketing"  # 官方, 正品: says nothing of what is wanted


MODIFIERS: Final = frozenset({TermKind.ATTRIBUTE, TermKind.SCENE})
BRANDS: Final = frozenset({TermKind.OWN, TermKind.COMPETITOR, TermKind.NAME})


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
class Doubt:
    """What tells a name from the ordinary word of the same spelling (小米): terms beside which it is which."""

    context: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    def says(self, word: str) -> bool | None:
        """Return whether a word means the name; None where nothing beside it tells.

        A single sign tells the ordinary word only where no context speaks: 面 is in 小米粉面 and in 小米电视面板.
        """
        if any(term in word for term in self.plain if len(term) > 1):
            return False
        if any(term in word for term in self.context):
            return True
        return False if any(term in word for term in self.plain) else None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms in normal spelling with what they mean.

    ``names`` maps a spelling to the name whose entry it belongs to, ``doubts`` a name that also means something else
    to what tells which, ``about`` a shipped trade name to the product words of its trades. ``ordinary`` are terms
    that name nobody: Latin words, and what the user has refused or silenced. ``compatible`` is the shop's switch: it
    sells ``accessories`` for other people's brands.
    """

    terms: Mapping[str, TermKind]
    longest: int
    starts: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    doubts: Mapping[str, Doubt] = field(default_factory=dict, repr=False)
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    ordinary: frozenset[str] = field(default=frozenset(), repr=False)
    accessories: tuple[str, ...] = field(default=(), repr=False)
    compatible: bool = False

    @classmethod
    def of(
        cls,
        groups: Mapping[TermKind, Iterable[str]],
        *,
        names: Mapping[str, str] | None = None,
        doubts: Mapping[str, Doubt] | None = None,
        about: Mapping[str, tuple[str, ...]] | None = None,
        ordinary: Iterable[str] = (),
        accessories: Iterable[str] = (),
        compatible: bool = False,
    ) -> Lexicon:
        """Return the lexicon of some groups; where a term is in two groups the first one wins."""
        terms: dict[str, TermKind] = {}
        for kind, words in groups.items():
            for word in words:
                term = normalise(word)
                if len(term) >= MIN_TERM:
                    terms.setdefault(term, kind)
        return cls(
            terms,
            max(map(len, terms), default=0),
            _starts(terms),
            names or {},
            doubts or {},
            about or {},
            frozenset(ordinary),
            tuple(accessories),
            compatible,
        )

    def hits(self, word: str) -> tuple[Hit, ...]:
        """Return all known terms inside a word in normal spelling, overlapping ones too, by position."""
        return tuple(self._hits(word))

    def name(self, term: str) -> str:
        """Return the name that a spelling stands for; itself where it has none."""
        return self.names.get(term, term)

    def _hits(self, word: str) -> Iterator[Hit]:
        # The first two signs tell which lengths are worth a look: few places of a word begin any term.
        for start in range(len(word) - 1):
            for length in self.starts.get(word[start : start + MIN_TERM], ()):
                term = word[start : start + length]
                kind = self.terms.get(term) if len(term) == length else None
                if kind is not None and _whole(word, start, start + length):
                    yield Hit(term, kind, start)


def _starts(terms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for term in terms:
        lengths.setdefault(term[:MIN_TERM], set()).add(len(term))
    return {start: tuple(sorted(found)) for start, found in lengths.items()}


def cover(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return hits that don't overlap: longer ones first, then earlier ones; in order of position."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (-len(h.term), h.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))


def _whole(word: str, start: int, end: int) -> bool:
    """A Latin term must not be cut out of a longer Latin word (``tcl`` in ``retcl``); figures may follow letters."""
    if start and _same(word[start - 1], word[start]):
        return False
    return not (end < len(word) and _same(word[end - 1], word[end]))


def _same(one: str, other: str) -> bool:
    """Whether two signs belong to one Latin word or one number: ``iphone`` is whole in ``iphone13``."""
    if not (one.isascii() and other.isascii()):
        return False
    return (one.isalpha() and other.isalpha()) or (one.isdigit() and other.isdigit())
