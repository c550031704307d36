"""The pieces of a search word: what a segmenter takes for words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rjieba import Jieba

EMPTY_WORDS: Final = frozenset(
    [*"的用款和与及等个了是一到型式类可带在上下", "for", "of", "with", "and", "the", "in", "on", "a", "an", "to", "by"]
)
"""Tokens that say nothing of what is wanted."""
_LATIN: Final = r"[^\W_㐀-鿿豈-﫿]+(?:[.\-+/'&][^\W_㐀-鿿豈-﫿]+)*"
_RUNS: Final = re.compile(rf"(?P<han>[㐀-鿿豈-﫿]+)|(?P<latin>{_LATIN})")


@cache
def segmenter() -> Jieba:
    """Return this module's own segmenter: nobody adds words to it, so that it always cuts alike, in any thread."""
    from rjieba import Jieba

    return Jieba()


def tokens(word: str) -> tuple[str, ...]:
    """Return the tokens of a word in normal spelling, in order: segmented Chinese, Latin words and numbers whole.

    Single signs left over are kept; blanks, punctuation and emoji are no tokens.
    """
    found: list[str] = []
    for run in _RUNS.finditer(word):
        if run["han"]:
            found += segmenter().cut(run["han"])
        else:
            found.append(run["latin"])
    return tuple(found)


def _joined(one: str, other: str) -> str:
    return one + other if _is_han(one[-1]) or _is_han(other[0]) else f"{one} {other}"


def _is_han(token: str) -> bool:
    return "㐀" <= token[0] <= "鿿" or "豈" <= token[0] <= "﫿"


def is_dictionary_word(text: str) -> bool:
    """Return whether the segmenter's dictionary has a text as one word."""
    return bool(segmenter().has_word(text))


def cuts(word: str) -> frozenset[int]:
    """Return the positions at which a token begins."""
    found: set[int] = set()
    for run in _RUNS.finditer(word):
        position = run.start()
        for token in segmenter().cut(run[0]) if run["han"] else (run[0],):
            found.add(position)
            position += len(token)
    return frozenset(found)


def chunks(text: str) -> list[str]:
    """Return the pieces of a text that mean something by themselves: tokens, single signs joined to what is before.

    A sign left over rarely is a word of its own (钢化 膜); one that stands first joins what follows. A text of one
    single sign has no chunk.
    """
    found: list[str] = []
    for token in tokens(text):
        if token in EMPTY_WORDS:
            continue
        single = len(token) == 1 and not token.isdigit()
        if found and (single or len(found[-1]) == 1):
            found[-1] = _joined(found[-1], token)
        else:
            found.append(token)
    return [chunk for chunk in found if len(chunk) > 1 or chunk.isdigit()]
