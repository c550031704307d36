"""One spelling for all spellings of a word, so that labels and sums meet; the original stays beside it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_LENGTH: Final = 500
_UNIFIED: Final = str.maketrans({"￥": "¥", "＊": "*", "✕": "x", "×": "x", "Х": "x", "’": "'", "‘": "'"})
_BLANKS: Final = re.compile(r"\s+")
_MATCH_MARKS: Final = re.compile(r"^(?:\[(?P<exact>.*)\]|\"(?P<phrase>.*)\")$")
_HAN: Final = re.compile(r"[㐀-鿿豈-﫿]")


def normalise(word: str) -> str:
    """Return the word in NFKC, case-folded, control characters and outer marks gone, blanks single.

    Blanks beside a Chinese character carry no meaning and go; those between Latin words stay.
    """
    text = unicodedata.normalize("NFKC", word[:MAX_LENGTH]).translate(_UNIFIED).casefold()
    text = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    text = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cf", "Co", "Cs", "Cn"})
    text = _BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    if marked := _MATCH_MARKS.match(text):
        text = (marked["exact"] or marked["phrase"] or "").strip()
    text = re.sub(r"(?<=[+ ])\+|^\+", "", text).strip()
    return _tight(text)


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
    return bool(_HAN.match(sign))
