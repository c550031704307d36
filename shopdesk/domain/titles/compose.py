"""Titles by the formula 核心 + 属性 + 场景 + 营销 that cover the most value within a platform's limit.

Choosing pieces so that the words which they make up weigh most is a set-union knapsack: no quick exact way is known.
Greedy by weight a byte from several starts, then swaps, comes within a few percent of the best on small cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.normal import is_han, normalise
from shopdesk.domain.titles.coverage import covered_by
from shopdesk.domain.titles.demand import Backing, TitleWord, backing
from shopdesk.domain.titles.limit import TitleLimit
from shopdesk.domain.titles.pieces import Cutter, Piece, Slot, holds, together

ORDER: Final = (Slot.BRAND, Slot.HEAD, Slot.ATTRIBUTE, Slot.OTHER, Slot.SCENE, Slot.MARKETING)
MOST_WORDS: Final = 200
"""Related words that are looked at, the weightiest first; the rest weighs next to nothing."""
STARTS: Final = 4
ROUNDS: Final = 12
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
    KEPT = "kept"  # all that the title says, then what nobody has looked at yet: the goods may not be so
    ALL = "all"  # the most weight, leaving out of the title what weighs less


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
    )


def arranged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return distinct pieces in the order of the slots, those of a slot as they come; further heads end the title."""
    distinct = {piece.word: piece for piece in pieces}.values()
    ordered = sorted(distinct, key=lambda piece: ORDER.index(piece.slot))
    further = [piece for piece in ordered if piece.slot is Slot.HEAD][1:]
    return (*(piece for piece in ordered if piece not in further), *further)


def with_added(pieces: Sequence[Piece], more: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with further ones, each behind the last of its slot; what is there stays once."""
    found = list(pieces)
    for piece in more:
        if all(piece.word != one.word for one in found):
            last = max((place for place, one in enumerate(found) if one.slot is piece.slot), default=len(found) - 1)
            found.insert(last + 1, piece)
    return tuple(found)


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
    return not piece.foreign and not holds(own, piece.word) and not _has_figure(piece)


def _has_figure(piece: Piece) -> bool:
    """A weight, size or model says which item it is."""
    return any(sign.isdigit() for sign in piece.word)


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
    cut = [piece for piece in cutter.cut(current) if piece.says_something and not piece.foreign]
    own = tuple(piece for piece in cut if fits.get(piece.word, True))
    more = [piece for piece, _weight in candidates(own, related) if fits.get(piece.word, True)]
    heads = tuple(piece for piece in own if piece.slot in (Slot.BRAND, Slot.HEAD) or _has_figure(piece))
    words = [word for word in related[:MOST_WORDS] if word.weight > 0]
    confirmed = [piece for piece in more if fits.get(piece.word)]
    usable = {
        Way.OWN_WORDS: (heads, own),
        Way.CONFIRMED: (own, (*own, *confirmed)),
        Way.KEPT: (own, (*own, *more)),
        Way.ALL: (heads, (*own, *more)),
    }
    found: dict[str, Proposal] = {}
    for way, (kept, may) in usable.items():
        must = _fitting(kept, limit)
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
    return arranged(search.chosen(search.best()))


class _Search:
    """A choice of pieces is a number with a bit a piece; a word counts where each of its pieces is chosen or stands
    inside one that is.
    """

    def __init__(
        self, words: Sequence[TitleWord], must: Sequence[Piece], may: Sequence[Piece], limit: TitleLimit
    ) -> None:
        pieces = {piece.word: piece for piece in (*may, *must)}
        self._pieces = tuple(pieces.values())
        places = {name: place for place, name in enumerate(pieces)}
        self.must = sum(1 << place for place in {places[piece.word] for piece in must})
        self._most = limit.most
        self._sizes = [limit.length(piece.text) + (not is_han(piece.text[-1])) for piece in self._pieces]
        # A Latin piece may need a blank beside it, so that the sum of sizes is never less than the title's.
        self._inside = [
            sum(1 << other for name, other in places.items() if holds(piece.word, name)) for piece in self._pieces
        ]
        self._words = tuple(self._needs(words, places))

    def _needs(self, words: Sequence[TitleWord], places: Mapping[str, int]) -> Iterator[tuple[int, float]]:
        """Bits and weight of each word that can be made; a piece that is only there inside a longer one is that."""
        together_: dict[int, float] = {}
        for word in words:
            names = {self._stand_in(piece.word, places) for piece in word.pieces}
            if None not in names:
                need = sum(1 << place for place in names if place is not None)
                together_[need] = together_.get(need, 0.0) + word.weight
        yield from sorted(together_.items(), key=lambda one: -one[1])

    def _stand_in(self, name: str, places: Mapping[str, int]) -> int | None:
        if name in places:
            return places[name]
        longer = [place for other, place in places.items() if holds(other, name)]
        return min(longer, key=lambda place: self._sizes[place], default=None)

    def chosen(self, choice: int) -> tuple[Piece, ...]:
        return tuple(piece for place, piece in enumerate(self._pieces) if choice >> place & 1)

    def best(self) -> int:
        """Return the best choice from several starts, with swaps."""
        best = self._greedy(self.must)
        for need, _weight in self._words[:STARTS]:
            begun = self.must | self._lacking(need, self._held(self.must))
            if self._size(begun) <= self._most:
                best = max(best, self._greedy(begun), key=self._weight)
        return self._swapped(best)

    def _held(self, choice: int) -> int:
        held = 0
        for place, inside in enumerate(self._inside):
            if choice >> place & 1:
                held |= inside
        return held

    def _lacking(self, need: int, held: int) -> int:
        return need & ~held

    def _size(self, choice: int) -> int:
        return sum(size for place, size in enumerate(self._sizes) if choice >> place & 1)

    def _weight(self, choice: int) -> float:
        held = self._held(choice)
        return sum(weight for need, weight in self._words if not need & ~held)

    def _greedy(self, choice: int) -> int:
        """Add what brings most weight a byte, until nothing more fits."""
        held, size = self._held(choice), self._size(choice)
        left = [(need, weight) for need, weight in self._words if need & ~held]
        while left:
            best = self._next(left, held, self._most - size)
            if not best:
                break
            choice |= best
            held |= self._held(best)
            size += self._size(best)
            left = [(need, weight) for need, weight in left if need & ~held]
        return self._lean(choice)

    def _next(self, left: list[tuple[int, float]], held: int, room: int) -> int:
        best, most = 0, 0.0
        for lacking in {self._lacking(need, held) for need, _weight in left}:
            size = self._size(lacking)
            if size > room:
                continue
            more = held | self._held(lacking)
            gain = sum(weight for need, weight in left if not need & ~more) / size
            if gain > most or (gain == most and lacking > best):
                best, most = lacking, gain
        return best

    def _lean(self, choice: int) -> int:
        """Leave out pieces that stand inside another one, unless they must be there."""
        for place, piece_bit in enumerate(1 << place for place in range(len(self._pieces))):
            others = choice & ~piece_bit
            if choice & piece_bit & ~self.must and self._held(others) >> place & 1:
                choice = others
        return choice

    def _swapped(self, choice: int) -> int:
        """Take out one piece at a time and fill up again, as long as that covers more."""
        for _round in range(ROUNDS):
            free = [1 << place for place in range(len(self._pieces)) if (choice & ~self.must) >> place & 1]
            better = max((self._greedy(choice & ~one) for one in free), key=self._weight, default=choice)
            if self._weight(better) <= self._weight(choice) + 1e-9:
                return choice
            choice = better
        return choice
