"""Which words a title can be found by: all pieces of a word must stand in it, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.demand import Backing, Demand, TitleWord, backing
from shopdesk.domain.titles.pieces import Cutter, Slot, holds


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """One item's title against the words of its product.

    ``related`` are the words whose product names all stand in the title, and all that it covers; ``share`` is the
    covered part of their weight, None where the title holds no known product name or nothing is known of it.
    ``missing`` are related words not covered, the weightiest first.
    """

    title: str
    heads: tuple[str, ...]
    covered: Backing
    related: Backing
    missing: tuple[TitleWord, ...]
    share: float | None


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


def related_to(title: str, words: Iterable[TitleWord], cutter: Cutter) -> tuple[TitleWord, ...]:
    """Return the words about the product of a title: their product names all stand in it.

    Words without a product name (the shop's own brand) count where the title covers them.
    """
    text = normalise(title)
    has_head = any(piece.slot is Slot.HEAD for piece in cutter.cut(title))
    return tuple(word for word in words if has_head and _is_related(word, text))


def _is_related(word: TitleWord, text: str) -> bool:
    # Most of a large account's words are about other products: that is seen first, and quickly.
    if any(piece.slot is Slot.HEAD and piece.word not in text for piece in word.pieces) or word.is_foreign:
        return False
    return all(holds(text, head) for head in word.heads) if word.heads else is_covered(word, text)


def coverage(titles: Sequence[str], found: Demand, cutter: Cutter) -> Coverage:
    """Return how all titles match all words: one bit a title for each piece, so that thousands meet quickly."""
    texts = [normalise(title) for title in titles]
    words = [word for word in found.words if not word.is_foreign]
    bits = _bits(texts, {piece.word for word in words for piece in word.pieces})
    every = (1 << len(texts)) - 1
    covered: list[list[TitleWord]] = [[] for _ in titles]
    related: list[list[TitleWord]] = [[] for _ in titles]
    reached: list[TitleWord] = []
    missed: list[Uncovered] = []
    for word in words:
        at = _all(bits, [piece.word for piece in word.pieces], every)
        about = _all(bits, list(word.heads), every) if word.heads else at
        _put(word, at, covered)
        _put(word, about, related)
        if at:
            reached.append(word)
        else:
            missed.append(Uncovered(word, about.bit_count()))
    matches = tuple(_match(title, cutter, covered[place], related[place]) for place, title in enumerate(titles))
    return Coverage(matches, tuple(missed), backing(reached), backing(words))


def _match(title: str, cutter: Cutter, covered: list[TitleWord], related: list[TitleWord]) -> TitleMatch:
    inside = {id(word) for word in covered}
    missing = tuple(word for word in related if id(word) not in inside)
    whole = backing(related)
    heads = tuple(dict.fromkeys(piece.word for piece in cutter.cut(title) if piece.slot is Slot.HEAD))
    about = any(word.heads for word in related)
    share = backing(covered).weight / whole.weight if about and whole.weight > 0 else None
    return TitleMatch(title, heads, backing(covered), whole, missing, share)


def _bits(texts: Sequence[str], pieces: set[str]) -> Mapping[str, int]:
    found = {}
    for piece in pieces:
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
