"""Spellings that are nearly a known name: the same sound, or one sign off; for proposals, never for labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from shopdesk.domain.keywords.normal import is_han
from shopdesk.domain.keywords.tokens import cuts, is_dictionary_word

MIN_HAN: Final = 3
MIN_LETTERS: Final = 5
"""Shorter names have too many ordinary words one sign away."""
MIN_INITIALS: Final = 3
_LETTERS: Final = re.compile(r"[a-z]+")


class Likeness(StrEnum):
    """In which way a spelling is nearly a name."""

    SOUND = "sound"  # 爱立舍, 爱丽舍
    LETTERS = "letters"  # guoshanli, gsl
    ONE_SIGN = "one_sign"


@dataclass(frozen=True, slots=True)
class Near:
    """A piece of a word that is nearly a known name."""

    piece: str
    name: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Names:
    """Known names by sound, by what is left of them without one sign (a neighbourhood of deletions), and by the
    letters of their pinyin and initials.
    """

    spellings: frozenset[str]
    by_sound: Mapping[tuple[str, ...], str]
    by_rest: Mapping[str, str]
    by_letters: Mapping[str, str]
    lengths: tuple[int, ...]


def names(spellings: Iterable[str]) -> Names:
    """Return the index of names in normal spelling; of two that sound alike the first in order."""
    known = sorted(set(spellings))
    by_sound: dict[tuple[str, ...], str] = {}
    by_rest: dict[str, str] = {}
    by_letters: dict[str, str] = {}
    lengths: set[int] = set()
    for name in known:
        for letters in spellings_of(name):
            if len(letters) >= MIN_INITIALS:
                by_letters.setdefault(letters, name)
        if all(map(is_han, name)):
            by_sound.setdefault(_sound(name), name)
            lengths.add(len(name))
        if _is_long(name):
            lengths |= {len(name) - 1, len(name), len(name) + 1}
            for rest in (name, *_rests(name)):
                by_rest.setdefault(rest, name)
    return Names(frozenset(known), by_sound, by_rest, by_letters, tuple(sorted(lengths)))


def near(word: str, known: Names) -> Near | None:
    """Return the first piece of a word in normal spelling that is nearly a name, None where it has none.

    A word that holds a name as it is spelt has nothing to ask. Pieces begin and end where tokens do.
    """
    for match in _LETTERS.finditer(word):
        if match[0] in known.by_letters and match[0] not in known.spellings:
            return Near(match[0], known.by_letters[match[0]], Likeness.LETTERS)
    pieces = list(_pieces(word, known.lengths)) if known.lengths else []
    if any(piece in known.spellings for piece in pieces):
        return None
    for piece in pieces:
        name = known.by_sound.get(_sound(piece)) if all(map(is_han, piece)) else None
        if name is not None and not is_dictionary_word(piece):  # 消毒 sounds like 小度
            return Near(piece, name, Likeness.SOUND)
    off = [Near(piece, name, Likeness.ONE_SIGN) for piece in pieces if (name := _one_sign_off(piece, known))]
    # A sign replaced before one left out or put in: the shorter piece would cut the name in two.
    return min(off, key=lambda one: len(one.piece) != len(one.name), default=None)


def spellings_of(name: str) -> tuple[str, ...]:
    """Return how people also type a Chinese name: its pinyin and its initials; () for other names."""
    if not name or not all(map(is_han, name)):
        return ()
    sounds = _sound(name)
    return tuple(dict.fromkeys(("".join(sounds), "".join(sound[0] for sound in sounds if sound))))


def _pieces(word: str, lengths: tuple[int, ...]) -> Iterator[str]:
    """Yield what stands between two cuts: a name may be cut in pieces, but hardly within another word."""
    sides = cuts(word) | {len(word)}
    for start in sorted(sides):
        for length in lengths:
            if start + length in sides:
                yield word[start : start + length]


def _one_sign_off(piece: str, known: Names) -> str | None:
    if not _is_long(piece):
        return None
    for rest in (piece, *_rests(piece)):
        name = known.by_rest.get(rest)
        if name is not None and name != piece and _distance_is_one(piece, name):
            return None if is_dictionary_word(piece) else name
    return None


def _is_long(text: str) -> bool:
    return len(text) >= (MIN_HAN if all(map(is_han, text)) else MIN_LETTERS)


def _rests(text: str) -> list[str]:
    return [text[:place] + text[place + 1 :] for place in range(len(text))]


def _distance_is_one(one: str, other: str) -> bool:
    """Whether one sign put in, left out or replaced makes one text of the other."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and short in _rests(long)


def _sound(text: str) -> tuple[str, ...]:
    return tuple(map(_pinyin, text))


@cache
def _pinyin(sign: str) -> str:
    """Return the usual reading of a sign, without tone; names are compared sign by sign, whatever stands beside."""
    from pypinyin import lazy_pinyin

    return str(lazy_pinyin(sign)[0])
