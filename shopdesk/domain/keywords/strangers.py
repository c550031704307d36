"""Trade names that no list knows: how likely the beginning of a word is one, by its signs and by what follows."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from shopdesk.domain.keywords.normal import is_han
from shopdesk.domain.keywords.tokens import segmenter

NAME_SIGNS: Final = (2, 5)
LATIN_LETTERS: Final = 3
SURE_LETTERS: Final = 4
"""Shorter Latin words are mostly measures, materials and games (psv, gmt): they are only asked about."""
LATIN_CHANCE: Final = (0.85, 0.7, 0.35)
"""Of a Latin word that begins a Chinese one, that stands elsewhere in it, that is short."""
MARKED_CHANCE: Final = 0.85
PLAIN_CHANCE: Final = 0.2
"""At most, of a beginning that is made of ordinary words: it may be a name, but nothing says so."""
MARKS: Final = re.compile(r"(?P<name>.{2,8}?)(?:牌|官方|旗舰|专卖店|专营店|天猫|正品|家居旗舰)")
"""What follows a name: the shortest beginning before it is taken."""
LOOKED_AT: Final = 12
"""Signs of a word that are cut to find a name at its beginning."""
_FOREIGN: Final = frozenset({"nrt", "nz", "nr", "nt"})
_LATIN: Final = re.compile(r"[a-zà-ÿ][a-zà-ÿ'&.\-]*[a-zà-ÿ]")
_HAN_RUN: Final = re.compile(r"[㐀-鿿]+")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A piece of a word that may be a trade name, with the chance that it is one."""

    term: str
    chance: float
    start: int

    @property
    def end(self) -> int:
        """Position behind its last character."""
        return self.start + len(self.term)


WEIGHTS: Final = (-3.11, 0.95, -0.16, 0.79, -0.43, -0.32, -0.42, -1.04, -1.07, 2.89, -1.01, 0.11, 0.22)
"""Of ``features``, by logistic regression: see packaging/name_weights.py."""


def stranger(word: str, *, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> Stranger | None:
    """Return the likeliest unknown trade name of a word in normal spelling, None where nothing can be one.

    ``known`` are the places of known terms, from and to: a name neither overlaps them nor is ``is_ordinary``.
    """
    found = [*_latin(word, known, is_ordinary), *_marked(word, known, is_ordinary), *leads(word, known, is_ordinary)]
    return max(found, key=lambda one: (one.chance, -one.start, one.term), default=None)


def _latin(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    """Return Latin words inside a Chinese one, and a word that is nothing but one Latin word."""
    if not any(map(is_han, word)) and " " in word:
        return []
    found = []
    for match in _LATIN.finditer(word):
        at, end = match.span()
        beside = word[end : end + 1].isdigit() or word[max(at - 1, 0) : at].isdigit()
        if end - at < LATIN_LETTERS or beside or is_ordinary(match[0]) or _overlaps(at, end, known):
            continue
        first, later, short = LATIN_CHANCE
        chance = short if end - at < SURE_LETTERS else first if at == 0 else later
        found.append(Stranger(match[0], chance, at))
    return found


def _marked(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    match = MARKS.match(word)
    if not match or _overlaps(0, match.end("name"), known) or is_ordinary(match["name"]):
        return []
    return [Stranger(match["name"], MARKED_CHANCE, 0)]


def leads(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    """Return every beginning of a Chinese word that may be a name, behind the name of a place where one leads."""
    run = _HAN_RUN.match(word)
    if not run:
        return []
    pieces: list[tuple[str, str]] = segmenter().tag(run[0][:LOOKED_AT], False)
    first = 0
    if len(pieces) > 1 and _is_place(pieces[0]):  # 浙江三耀深水泵: the name stands behind the place
        first = len(pieces[0][0])
        pieces = pieces[1:]
    low, high = NAME_SIGNS
    found = []
    for count, length in enumerate(accumulate(len(piece) for piece, _ in pieces), start=1):
        if length > high:
            break
        lead = run[0][first : first + length]
        if length < low or _overlaps(first, first + length, known) or is_ordinary(lead):
            continue
        follows = any(start == first + length for start, _ in known)
        chance = _chance(lead, pieces[:count], pieces[count:], follows=follows)
        found.append(Stranger(lead, chance, first))
    return found


def _is_place(piece: tuple[str, str]) -> bool:
    return len(piece[0]) > 1 and piece[1] == "ns"


def _chance(lead: str, own: Sequence[tuple[str, str]], rest: Sequence[tuple[str, str]], *, follows: bool) -> float:
    numbers = features(lead, own, rest, follows=follows)
    logit = sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=True))
    chance = 1 / (1 + math.exp(-logit))
    return min(chance, PLAIN_CHANCE) if "的" in lead or is_plain(own) else chance


def is_plain(own: Sequence[tuple[str, str]]) -> bool:
    """Whether a beginning is nothing but words of the dictionary, foreign names apart.

    The dictionary's other tags for names are of no use here: it takes 连衣裙 for a person.
    """
    return all(len(piece) > 1 and tag != "nrt" for piece, tag in own)


def features(
    lead: str, own: Sequence[tuple[str, str]], rest: Sequence[tuple[str, str]], *, follows: bool
) -> tuple[float, ...]:
    """Return what ``WEIGHTS`` weigh of a beginning: how its signs sound, how it is cut, what stands behind it.

    ``own`` and ``rest`` are the pieces of the dictionary with their tags; ``follows``: a known term comes next.
    """
    scores = [score(sign) for sign in lead]
    size = len(lead)
    whole = [(piece, tag) for piece, tag in own if len(piece) > 1]
    foreign = sum(tag in _FOREIGN for _, tag in whole)
    return (
        1.0,
        sum(scores) / size,
        min(scores),
        sum(len(piece) == 1 for piece, _ in own) / size,
        float(len(own) == 1),
        foreign / len(own),
        sum(len(piece) for piece, tag in whole if tag not in _FOREIGN) / size,
        float(size == NAME_SIGNS[0]),
        float(size >= 4),
        _begins(rest, follows=follows),
        float(not rest),
        scores[0],
        scores[-1],
    )


def _begins(rest: Sequence[tuple[str, str]], *, follows: bool) -> float:
    """Say how much like a product the rest begins."""
    if follows:
        return 1.0
    if not rest:
        return 0.3
    return 1.0 if len(rest[0][0]) > 1 else -0.5


def score(sign: str) -> float:
    """Return how much likelier a sign is in a trade name than in an ordinary word, as a logarithm from -3 to 4."""
    scores, usual = _scores()
    return scores.get(sign, usual)


@cache
def _scores() -> tuple[dict[str, float], float]:
    from shopdesk.domain.keywords.name_signs import QUARTERS, USUAL

    return {sign: quarters / 4 for quarters, signs in QUARTERS.items() for sign in signs}, USUAL


def _overlaps(start: int, end: int, known: Sequence[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in known)
