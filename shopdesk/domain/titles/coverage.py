"""Which words a title can be found by: all pieces of a word must stand in it, in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.demand import STEP, Backing, Demand, TitleWord, backing
from shopdesk.domain.titles.pieces import Cutter, Slot, holds


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """One item's title against the words of its product.

    ``related`` are the words whose product names all stand in the title, and all that it covers; ``share`` is the
    covered part of their weight, None where the title holds no known product name or nothing is known of it.
    ``missing`` are related words not covered, the weightiest first, and ``missing_weight`` what they weigh.
    """

    title: str
    heads: tuple[str, ...]
    covered: Backing
    related: Backing
    missing: tuple[TitleWord, ...]
    share: float | None
    missing_weight: float


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A word that no title covers, with the number of titles that hold its product names: 0 where none is sold."""

    word: TitleWord
    titles: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """All titles against all words; ``uncovered`` are words (none with a foreign brand) that no title covers."""

    matches: tuple[TitleMatch, ...]
    uncovered: tuple[Uncovered, ...]
    covered: Backing
    everything: Backing


def is_covered(word: TitleWord, text: str) -> bool:
    """Return whether a title in normal spelling holds all pieces of a word."""
    return all(holds(text, piece.word) for piece in word.pieces)


def covered_by(title: str, words: Iterable[TitleWord]) -> tuple[TitleWord, ...]:
    """Return the words that a title covers; somebody else's brands never count."""
    text = normalise(title)
    return tuple(word for word in words if not word.is_foreign and is_covered(word, text))


class WordIndex:
    """Words by the first product name in them: most of a large account's words are about other products."""

    def __init__(self, words: Iterable[TitleWord]) -> None:
        self._by_head: dict[str, list[tuple[int, TitleWord]]] = {}
        for place, word in enumerate(words):
            if not word.is_foreign:
                self._by_head.setdefault(next(iter(word.heads), ""), []).append((place, word))

    def related_to(self, title: str, cutter: Cutter) -> tuple[TitleWord, ...]:
        """Return the words about the product of a title, in order: their product names all stand in it.

        Words without a product name (the shop's own brand) count where the title covers them.
        """
        if not any(piece.slot is Slot.HEAD for piece in cutter.cut(title)):
            return ()
        text = normalise(title)
        found = [
            (place, word)
            for head, own in self._by_head.items()
            if head in text  # as is "", of the words without a product name
            for place, word in own
            if (all(holds(text, one) for one in word.heads) if head else is_covered(word, text))
        ]
        return tuple(word for _place, word in sorted(found, key=lambda one: one[0]))


def coverage(
    titles: Sequence[str], found: Demand, cutter: Cutter, *, check: Callable[[], None] = lambda: None
) -> Coverage:
    """Return how all titles match all words: one bit a title for each piece, so that thousands meet quickly.

    ``check`` may raise on the way.
    """
    texts = [normalise(title) for title in titles]
    words = [word for word in found.words if not word.is_foreign]
    bits = _bits(texts, {piece.word for word in words for piece in word.pieces}, check)
    every = (1 << len(texts)) - 1
    covered: list[list[TitleWord]] = [[] for _ in titles]
    related: list[list[TitleWord]] = [[] for _ in titles]
    reached: list[TitleWord] = []
    missed: list[Uncovered] = []
    for number, word in enumerate(words):
        if number % STEP == 0:
            check()
        at = _all(bits, [piece.word for piece in word.pieces], every)
        about = _all(bits, list(word.heads), every) if word.heads else at
        _put(word, at, covered)
        _put(word, about, related)
        if at:
            reached.append(word)
        else:
            missed.append(Uncovered(word, about.bit_count()))
    matches = []
    for place, title in enumerate(titles):
        check()
        matches.append(_match(title, cutter, covered[place], related[place]))
    return Coverage(tuple(matches), tuple(missed), backing(reached), backing(words))


def _match(title: str, cutter: Cutter, covered: list[TitleWord], related: list[TitleWord]) -> TitleMatch:
    inside = {id(word) for word in covered}
    missing = tuple(word for word in related if id(word) not in inside)
    whole = backing(related)
    heads = tuple(dict.fromkeys(piece.word for piece in cutter.cut(title) if piece.slot is Slot.HEAD))
    about = any(word.heads for word in related)
    share = backing(covered).weight / whole.weight if about and whole.weight > 0 else None
    missing_weight = sum(word.weight for word in missing)
    return TitleMatch(title, heads, backing(covered), whole, missing, share, missing_weight)


def _bits(texts: Sequence[str], pieces: set[str], check: Callable[[], None]) -> Mapping[str, int]:
    found = {}
    for piece in pieces:
        check()
        bits = 0
        for place, text in enumerate(texts):
            if piece in text and holds(text, piece):
                bits |= 1 << place
        found[piece] = bits
    return found


def _all(bits: Mapping[str, int], pieces: list[str], every: int) -> int:
    for piece in pieces:
        every &= bits[piece]
    return every


def _put(word: TitleWord, bits: int, lists: list[list[TitleWord]]) -> None:
    while bits:
        low = bits & -bits
        lists[low.bit_length() - 1].append(word)
        bits ^= low
