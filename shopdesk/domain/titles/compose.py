"""Titles by the formula 核心 + 属性 + 场景 + 营销 that cover the most value within a platform's limit.

Choosing pieces so that the words which they make up weigh most is a set-union knapsack: no quick exact way is known.
Greedy by weight a byte from several starts, then swaps, comes within a few percent of the best on small cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.coverage import covered_by
from shopdesk.domain.titles.demand import Backing, TitleWord, backing
from shopdesk.domain.titles.limit import TitleLimit
from shopdesk.domain.titles.pieces import Cutter, Piece, Slot, holds, together

ORDER: Final = (Slot.BRAND, Slot.HEAD, Slot.ATTRIBUTE, Slot.OTHER, Slot.SCENE, Slot.MARKETING)
MOST_WORDS: Final = 300
"""Related words that are looked at, the weightiest first; the rest weighs next to nothing."""
STARTS: Final = 6
ROUNDS: Final = 40
HEAD_WITHIN: Final = 10
"""Signs within which the product's name should stand (hearsay: to be checked)."""
TOO_FEW_BOUGHT: Final = 5
"""Orders and buyers behind a difference of two titles below which nobody can say that it is one."""
WORTH_CHANGING: Final = 0.02
"""Share of the related weight by which another title must cover more before a change is worth the trouble."""


class Way(StrEnum):
    """Which pieces a proposal may use."""

    OWN_WORDS = "own_words"  # only what the title says already, put in order
    CONFIRMED = "confirmed"  # also what the shop has confirmed for the item
    ALL = "all"  # also what nobody has looked at yet: the goods may not be so


class Verdict(StrEnum):
    """What can be said of a title against the current one."""

    NO_WORDS = "no_words"  # no word of this product is known
    CURRENT_BETTER = "current_better"
    ABOUT_EQUAL = "about_equal"
    TOO_FEW = "too_few"  # covers more, but too few orders stand behind the difference
    COVERS_MORE = "covers_more"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A title against the current one: what it covers more and less, and the verdict."""

    verdict: Verdict
    gained: Backing
    lost: Backing

    @property
    def difference(self) -> float:
        """Weight covered more (or less, negative)."""
        return self.gained.weight - self.lost.weight


@dataclass(frozen=True, slots=True)
class Proposal:
    """One title; ``new`` are pieces that the current title doesn't hold, ``unconfirmed`` those nobody has looked at."""

    way: Way
    pieces: tuple[Piece, ...]
    title: str
    covered: Backing
    new: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    compared: Comparison


@dataclass(frozen=True, slots=True)
class Remarks:
    """What to mind in a title: pieces that stand twice, others' brands, where the product's name stands."""

    repeated: tuple[str, ...]
    foreign: tuple[str, ...]
    head: str
    head_early: bool
    ends_with_head: bool


def remarks(pieces: Sequence[Piece]) -> Remarks:
    """Return what to mind in a title of these pieces."""
    words = [piece.word for piece in pieces]
    heads = [piece.text for piece in pieces if piece.slot is Slot.HEAD]
    title = together(piece.text for piece in pieces)
    early = bool(heads) and 0 <= title.find(heads[0]) <= HEAD_WITHIN - len(heads[0])
    return Remarks(
        tuple(dict.fromkeys(word for word in words if words.count(word) > 1)),
        tuple(dict.fromkeys(piece.text for piece in pieces if piece.foreign)),
        heads[0] if heads else "",
        early,
        bool(pieces) and pieces[-1].slot is Slot.HEAD,
    )


def arranged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return distinct pieces in the order of the slots, those of a slot as they come; further heads end the title."""
    distinct = {piece.word: piece for piece in pieces}.values()
    ordered = sorted(distinct, key=lambda piece: ORDER.index(piece.slot))
    further = [piece for piece in ordered if piece.slot is Slot.HEAD][1:]
    return (*(piece for piece in ordered if piece not in further), *further)


def compare(title: str, current: str, related: Sequence[TitleWord]) -> Comparison:
    """Return what a title covers more and less than the current one, of the words about the product."""
    now, then = covered_by(title, related), covered_by(current, related)
    kept = {word.word for word in now} & {word.word for word in then}
    gained = backing([word for word in now if word.word not in kept])
    lost = backing([word for word in then if word.word not in kept])
    whole = sum(word.weight for word in related)
    return Comparison(_verdict(gained, lost, whole), gained, lost)


def _verdict(gained: Backing, lost: Backing, whole: float) -> Verdict:
    more = gained.weight - lost.weight
    if whole <= 0:
        return Verdict.NO_WORDS
    if abs(more) < WORTH_CHANGING * whole:
        return Verdict.ABOUT_EQUAL
    if more < 0:
        return Verdict.CURRENT_BETTER
    return Verdict.TOO_FEW if gained.bought + lost.bought < TOO_FEW_BOUGHT else Verdict.COVERS_MORE


def candidates(current: Sequence[Piece], related: Sequence[TitleWord]) -> tuple[tuple[Piece, float], ...]:
    """Return the pieces of related words that could be added, each with the weight of its words, heaviest first.

    Left out: other brands, and pieces with a figure that the title doesn't hold: another weight or size is another
    product.
    """
    own = " ".join(piece.word for piece in current)
    weights: dict[str, float] = {}
    found: dict[str, Piece] = {}
    for word in related[:MOST_WORDS]:
        for piece in word.pieces:
            weights[piece.word] = weights.get(piece.word, 0.0) + word.weight
            found.setdefault(piece.word, piece)
    usable = [(piece, weights[piece.word]) for piece in found.values() if _usable(piece, own)]
    return tuple(sorted(usable, key=lambda one: (-one[1], one[0].word)))


def _usable(piece: Piece, own: str) -> bool:
    return not piece.foreign and not holds(own, piece.word) and not any(sign.isdigit() for sign in piece.word)


def propose(
    current: str,
    related: Sequence[TitleWord],
    cutter: Cutter,
    *,
    limit: TitleLimit,
    fits: Mapping[str, bool],
) -> tuple[Proposal, ...]:
    """Return proposals for an item, the one that covers most first; equal titles once, never the current one.

    ``fits`` says of pieces in normal spelling whether they are true of the item, as far as anybody has said so; what
    is not true is never used, not even where the title says it now.
    """
    own = tuple(piece for piece in cutter.cut(current) if not piece.foreign and fits.get(piece.word, True))
    more = [piece for piece, _weight in candidates(own, related) if fits.get(piece.word, True)]
    heads = tuple(piece for piece in own if piece.slot in (Slot.BRAND, Slot.HEAD))
    words = [word for word in related[:MOST_WORDS] if word.weight > 0]
    usable = {
        Way.OWN_WORDS: own,
        Way.CONFIRMED: (*own, *(piece for piece in more if fits.get(piece.word))),
        Way.ALL: (*own, *more),
    }
    found: dict[str, Proposal] = {}
    for way, may in usable.items():
        must = _fitting(heads, limit)
        chosen = _filled(best_pieces(words, must=must, may=may, limit=limit), own, limit)
        made = _proposal(way, chosen, current, related, fits)
        if made.title and normalise(made.title) != normalise(current):
            found.setdefault(made.title, made)
    return tuple(sorted(found.values(), key=lambda one: -one.compared.difference))


def _fitting(pieces: Sequence[Piece], limit: TitleLimit) -> tuple[Piece, ...]:
    kept: list[Piece] = []
    for piece in pieces:
        if limit.left(together(one.text for one in (*kept, piece))) >= 0:
            kept.append(piece)
    return tuple(kept)


def _proposal(
    way: Way, pieces: tuple[Piece, ...], current: str, related: Sequence[TitleWord], fits: Mapping[str, bool]
) -> Proposal:
    title = together(piece.text for piece in pieces)
    own = normalise(current)
    new = tuple(piece for piece in pieces if not holds(own, piece.word))
    return Proposal(
        way,
        pieces,
        title,
        backing(covered_by(title, related)),
        tuple(piece.text for piece in new),
        tuple(piece.text for piece in new if piece.word not in fits),
        compare(title, current, related),
    )


def _filled(chosen: Sequence[Piece], own: Sequence[Piece], limit: TitleLimit) -> tuple[Piece, ...]:
    """Put what the title said before into the room that is left: it covers nothing known, but says what it is."""
    pieces = list(chosen)
    for piece in own:
        if any(holds(one.word, piece.word) for one in pieces):
            continue
        if limit.left(together(one.text for one in arranged([*pieces, piece]))) >= 0:
            pieces.append(piece)
    return arranged(pieces)


def best_pieces(
    words: Sequence[TitleWord], *, must: Sequence[Piece], may: Sequence[Piece], limit: TitleLimit
) -> tuple[Piece, ...]:
    """Return the pieces, ``must`` among them, whose words weigh most within the limit: greedy, then swaps."""
    search = _Search(words, must, may, limit)
    best = search.greedy(search.must)
    for start in search.heaviest[:STARTS]:
        begun = search.add(search.must, start)
        if begun is not None:
            best = search.better(best, search.greedy(begun))
    return arranged(search.pieces[name] for name in search.swapped(best))


class _Search:
    """Choices are frozen sets of piece words; a word counts where each of its pieces is in one that was chosen."""

    def __init__(
        self, words: Sequence[TitleWord], must: Sequence[Piece], may: Sequence[Piece], limit: TitleLimit
    ) -> None:
        self.pieces: Mapping[str, Piece] = {piece.word: piece for piece in (*may, *must)}
        self.must = frozenset(piece.word for piece in must)
        self._limit = limit
        self._carriers = {
            name: frozenset(other for other in self.pieces if holds(other, name))
            for name in {piece.word for word in words for piece in word.pieces}
        }
        self._words = [
            (tuple(dict.fromkeys(piece.word for piece in word.pieces)), word.weight)
            for word in words
            if all(self._carriers[piece.word] for piece in word.pieces)
        ]
        self.heaviest = [names for names, _weight in sorted(self._words, key=lambda one: -one[1])]

    def weight(self, chosen: frozenset[str]) -> float:
        return sum(weight for names, weight in self._words if self._held(names, chosen))

    def _held(self, names: tuple[str, ...], chosen: frozenset[str]) -> bool:
        return all(not self._carriers[name].isdisjoint(chosen) for name in names)

    def size(self, chosen: frozenset[str]) -> int:
        return self._limit.length(together(self.pieces[name].text for name in sorted(chosen)))

    def add(self, chosen: frozenset[str], names: tuple[str, ...]) -> frozenset[str] | None:
        """Return the choice with what a word still needs, None where there is no room or no such piece."""
        needed = [name for name in names if self._carriers[name].isdisjoint(chosen)]
        if not all(name in self.pieces for name in needed):
            needed = [min(self._carriers[name], key=len) for name in needed]
        more = self._lean(chosen | frozenset(needed))
        return more if self.size(more) <= self._limit.most else None

    def _lean(self, chosen: frozenset[str]) -> frozenset[str]:
        """Leave out a piece that stands inside another one, unless it must be there."""
        idle = {one for one in chosen - self.must if any(one != two and holds(two, one) for two in chosen)}
        return chosen - idle

    def greedy(self, chosen: frozenset[str]) -> frozenset[str]:
        weight, size = self.weight(chosen), self.size(chosen)
        while True:
            best: tuple[float, frozenset[str]] | None = None
            for names, _weight in self._words:
                if self._held(names, chosen):
                    continue
                more = self.add(chosen, names)
                if more is None:
                    continue
                gain = (self.weight(more) - weight) / max(self.size(more) - size, 1)
                if gain > 0 and (best is None or gain > best[0]):
                    best = (gain, more)
            if best is None:
                return chosen
            chosen = best[1]
            weight, size = self.weight(chosen), self.size(chosen)

    def swapped(self, chosen: frozenset[str]) -> frozenset[str]:
        """Take out one piece at a time and fill up again, as long as that covers more."""
        for _round in range(ROUNDS):
            tries = [self.greedy(chosen - {name}) for name in sorted(chosen - self.must)]
            better = max(tries, key=self.weight, default=chosen)
            if self.weight(better) <= self.weight(chosen) + 1e-9:
                return chosen
            chosen = better
        return chosen

    def better(self, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        return other if self.weight(other) > self.weight(one) else one
