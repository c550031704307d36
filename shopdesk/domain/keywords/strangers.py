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
MARKS: Final = re.compile(r"(?P<name>.{2,8}?)(?:牌|官方|旗舰|专卖店|专营店|天猫|正品|家居旗舰)")
"""What follows a name: the shortest beginning before it is taken."""
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


WEIGHTS: Final = (-0.89, -0.03, 0.41, 0.89, 0.41, -0.49, -0.63, -1.3, -1.72, 1.66, -1.36, 0.05, 0.21, -1.5)
"""Of ``features``, by logistic regression on the first part of tests/referee/keyword_queries.tsv."""


def stranger(word: str, *, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> Stranger | None:
    """Return the likeliest unknown trade name of a word in normal spelling, None where nothing can be one.

    ``known`` are the places of known terms, from and to: a name neither overlaps them nor is ``is_ordinary``.
    """
    found = [*_latin(word, known, is_ordinary), *_marked(word, known, is_ordinary), *_leads(word, known, is_ordinary)]
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
        found.append(Stranger(match[0], 0.85 if at == 0 else 0.7, at))
    return found


def _marked(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    match = MARKS.match(word)
    if not match or _overlaps(0, match.end("name"), known) or is_ordinary(match["name"]):
        return []
    return [Stranger(match["name"], 0.85, 0)]


def _leads(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    run = _HAN_RUN.match(word)
    if not run:
        return []
    low, high = NAME_SIGNS
    pieces: list[tuple[str, str]] = segmenter().tag(run[0][:12], False)
    found = []
    for count, length in enumerate(accumulate(len(piece) for piece, _ in pieces), start=1):
        if length > high:
            break
        lead = run[0][:length]
        if length < low or _overlaps(0, length, known) or is_ordinary(lead):
            continue
        follows = any(start == length for start, _ in known)
        numbers = features(lead, pieces[:count], pieces[count:], follows=follows)
        logit = sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=True))
        found.append(Stranger(lead, 1 / (1 + math.exp(-logit)), 0))
    return found


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
        float(len(own[0][0]) > 1 and own[0][1] == "ns"),
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
