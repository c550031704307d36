"""One spelling for all spellings of a word, so that labels and sums meet; the original stays beside it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

MAX_LENGTH: Final = 500
_UNIFIED: Final = str.maketrans({"￥": "¥", "＊": "*", "✕": "x", "×": "x", "Х": "x", "’": "'", "‘": "'"})
_BLANKS: Final = re.compile(r"\s+")
_MATCH_MARKS: Final = re.compile(r"^(?:\[(?P<exact>.*)\]|\"(?P<phrase>.*)\")$")
_TIMES: Final = re.compile(r"(?<=\d) ?\* ?(?=\d)")
_MODIFIED_BROAD: Final = re.compile(r"(?<=[+ ])\+|^\+")
_PLAIN: Final = re.compile(r"[a-z0-9一-鿿]*")
MAX_ROUNDS: Final = 4
"""A phrase may stand in what another one has become; no chain in the table is longer."""
_KEPT: Final = 1 << 15
"""Spellings remembered: more than twice the shipped terms, which each new lexicon asks for twice."""


@lru_cache(maxsize=_KEPT)
def normalise(word: str) -> str:
    """Return the word in NFKC, case-folded, simplified, control characters and outer marks gone, blanks single.

    Blanks beside a Chinese character carry no meaning and go; those between Latin words stay. ``×`` and ``*``
    between numbers become ``x``.
    """
    if _PLAIN.fullmatch(word) and len(word) <= MAX_LENGTH:
        return simplified(word)
    text = unicodedata.normalize("NFKC", word[:MAX_LENGTH]).translate(_UNIFIED).casefold()
    text = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    text = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cf", "Co", "Cs", "Cn"})
    text = _BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    if marked := _MATCH_MARKS.match(text):
        text = (marked["exact"] or marked["phrase"] or "").strip()
    text = _MODIFIED_BROAD.sub("", text).strip()
    return simplified(_tight(_TIMES.sub("x", text)))


def simplified(text: str) -> str:
    """Return a text with traditional spellings simplified: by phrase (滑鼠 → 鼠标), else sign by sign."""
    any_of, spellings = _traditional()
    for _ in range(MAX_ROUNDS):
        plain = any_of.sub(lambda match: spellings[match[0]], text)
        if plain == text:
            break
        text = plain
    return text


@cache
def _traditional() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds phrases (longer ones first) and signs, and their spelling."""
    from shopdesk.domain.keywords.traditional import PHRASES, PLAIN, SIGNS

    starts: dict[str, list[str]] = {}
    for phrase in sorted(PHRASES, key=lambda one: (-len(one), one)):
        starts.setdefault(phrase[0], []).append(phrase)
    # Few words hold any of it: one set of signs decides, and only then are the phrases tried.
    phrases = "|".join("|".join(own) for own in starts.values())
    some = "".join(dict.fromkeys(SIGNS + "".join(starts)))
    any_of = re.compile(f"(?=[{some}])(?:{phrases}|[{SIGNS}])")
    return any_of, PHRASES | dict(zip(SIGNS, PLAIN, strict=True))


def _tight(text: str) -> str:
    if " " not in text:
        return text
    pieces = text.split(" ")
    out = pieces[0]
    for piece in pieces[1:]:
        beside_han = not out or not piece or is_han(out[-1]) or is_han(piece[0])
        out += piece if beside_han else f" {piece}"
    return out


def is_han(sign: str) -> bool:
    """Return whether a character is a Chinese one."""
    return "㐀" <= sign <= "鿿" or "豈" <= sign <= "﫿"
