"""A title as the list of prohibited words reads it: one spelling, nothing between the signs, positions kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shopdesk.domain.keywords.traditional import PLAIN, SIGNS

MAX_SIGNS: Final = 2000
"""Signs of a title that are looked at; a title has some dozen, a pasted page thousands."""
_SIMPLIFIED: Final = str.maketrans(dict(zip(SIGNS, PLAIN, strict=True)) | {"⼀": "一", "①": "1", "❶": "1"})
_TRICKS: Final = re.compile(r"[蕞朂冣苐壹]|zui|n0\.?(?=1)|(?<=国家|世界|最高)ji|(?<=顶)ji|di(?=一)")
_TRICK_OF: Final = {
    **dict.fromkeys("蕞朂冣", "最"),
    "苐": "第",
    "壹": "一",
    "zui": "最",
    "n0": "no",
    "n0.": "no",
    "ji": "级",
    "di": "第",
}


@dataclass(frozen=True, slots=True)
class Spelled:
    """``text`` in one spelling with the place of each of its signs in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text stands in the original, as a slice."""
        return self.places[start], self.places[end - 1] + 1

    def is_beside(self, place: int) -> bool:
        """Whether a sign follows the one before it directly in the original too."""
        return place > 0 and self.places[place] - self.places[place - 1] <= 1


def spelled(title: str) -> Spelled:
    """Return a title in NFKC, lower case and simplified signs, with only letters, digits, ``%`` and decimal points.

    What stands between two signs (blanks, ``*``, emoji, invisible signs) is left out: it hides words from readers
    of lists, not from customers.
    """
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(title[:MAX_SIGNS]):
        for piece in _folded(sign):
            signs.append(piece)
            places.append(place)
    kept = [place for place in range(len(signs)) if _counts(signs, place)]
    return Spelled("".join(signs[place] for place in kept), tuple(places[place] for place in kept))


def undisguised(text: Spelled) -> Spelled | None:
    """Return the text with usual disguises (蕞, zui, N0.1) taken back, None where there are none."""
    if not _TRICKS.search(text.text):
        return None
    signs: list[str] = []
    places: list[int] = []
    position = 0
    for trick in _TRICKS.finditer(text.text):
        signs += text.text[position : trick.start()]
        places += text.places[position : trick.start()]
        meant = _TRICK_OF[trick.group()]
        signs += meant
        places += (text.places[trick.start()],) * len(meant)
        position = trick.end()
    signs += text.text[position:]
    places += text.places[position:]
    return Spelled("".join(signs), tuple(places))


@lru_cache(maxsize=20_000)
def _folded(sign: str) -> str:
    """One sign in plain spelling; accents go, because pinyin with tones (jí) is pinyin."""
    text = unicodedata.normalize("NFKD", sign.translate(_SIMPLIFIED)).casefold()
    bare = "".join(one for one in text if not unicodedata.combining(one))
    return unicodedata.normalize("NFKC", bare).translate(_SIMPLIFIED)


@lru_cache(maxsize=20_000)
def _is_plain(sign: str) -> bool:
    return sign == "%" or unicodedata.category(sign)[0] in "LN"


def _counts(signs: list[str], place: int) -> bool:
    sign = signs[place]
    if sign == ".":
        return 0 < place < len(signs) - 1 and signs[place - 1].isdigit() and signs[place + 1].isdigit()
    return _is_plain(sign)
