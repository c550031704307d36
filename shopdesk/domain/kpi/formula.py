"""A small language for figures: + − × ÷, brackets, numbers and names of figures; checked, and never run as code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from shopdesk.domain.kpi.term import Name, Negative, Number, Pair, Term

MAX_LENGTH: Final = 400
"""Characters of a formula."""
MAX_DEPTH: Final = 20
"""Brackets within brackets."""
MAX_NAMES: Final = 60
"""Names in a formula once the formulas it uses are written out."""


@dataclass(frozen=True, slots=True)
class FormulaIssue:
    """What is wrong with a formula, and at which characters (``start`` to before ``end``) of its text.

    Codes: empty, long, deep, wide, sign, unknown (``values``: name, near), operator, term, open, close, zero,
    cycle (name), unlike, unit (name).
    """

    code: str
    start: int = 0
    end: int = 0
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a formula may use, as they are spelled, with the key of each."""

    keys: Mapping[str, str]
    longest: int

    @classmethod
    def of(cls, spelled: Iterable[tuple[str, str]]) -> Vocabulary:
        """Return the vocabulary of (name, key) pairs; the first of equal names counts."""
        keys: dict[str, str] = {}
        for name, key in spelled:
            keys.setdefault("".join(_plain(char) for char in name), key)
        return cls(keys, max(map(len, keys), default=0))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # number, name, + - * / ( )
    start: int
    end: int
    value: str = ""


class _Wrong(Exception):
    def __init__(self, code: str, start: int, end: int, **values: str) -> None:
        super().__init__(code)
        self.issue = FormulaIssue(code, start, end, values)


_SIGNS: Final = {
    **dict.fromkeys("+", "+"),
    **dict.fromkeys("-−–—", "-"),
    **dict.fromkeys("*×✕·", "*"),
    **dict.fromkeys("/÷", "/"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
}


def parse(text: str, vocabulary: Vocabulary) -> Term | FormulaIssue:
    """Return the term that a text stands for, or the first thing that is wrong with it."""
    if len(text) > MAX_LENGTH:
        return FormulaIssue("long", MAX_LENGTH, len(text))
    if not text.strip():
        return FormulaIssue("empty", 0, len(text))
    try:
        tokens = _tokens(text, vocabulary)
        return _Reader(tokens, len(text)).whole()
    except _Wrong as wrong:
        return wrong.issue


def _plain(char: str) -> str:
    """Return a character as names are compared: half width, lower case, without spaces."""
    return "".join(unicodedata.normalize("NFKC", char).casefold().split())


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _tokens(text: str, vocabulary: Vocabulary) -> list[_Token]:
    plain = [_plain(char) for char in text]
    tokens: list[_Token] = []
    place = 0
    while place < len(text):
        if not plain[place]:
            place += 1
            continue
        token = _name(text, plain, place, vocabulary) or _number(plain, place) or _sign(text, plain, place)
        tokens.append(token)
        place = token.end
    return tokens


def _name(text: str, plain: list[str], start: int, vocabulary: Vocabulary) -> _Token | None:
    """Return the longest known name at a place; one that goes on as another word doesn't count."""
    if not _is_word(text[start]):
        return None
    spelled, found = "", None
    for end in range(start, len(plain)):
        spelled += plain[end]
        if len(spelled) > vocabulary.longest:
            break
        follows = text[end + 1] if end + 1 < len(text) else " "
        goes_on = _is_word(text[end]) and _is_word(follows)
        if plain[end] and spelled in vocabulary.keys and not goes_on:
            found = _Token("name", start, end + 1, vocabulary.keys[spelled])
    return found


def _number(plain: list[str], start: int) -> _Token | None:
    end = start
    while end < len(plain) and plain[end] and plain[end] in "0123456789.":
        end += 1
    written = "".join(plain[start:end])
    if not written or (end < len(plain) and plain[end] and _is_word(plain[end])):
        return None
    share = end < len(plain) and plain[end] == "%"
    try:
        value = float(written) / (100 if share else 1)
    except ValueError:
        raise _Wrong("sign", start, end) from None
    return _Token("number", start, end + share, repr(value))


def _sign(text: str, plain: list[str], start: int) -> _Token:
    if plain[start] in _SIGNS:
        return _Token(_SIGNS[plain[start]], start, start + 1)
    if not _is_word(text[start]):
        raise _Wrong("sign", start, start + 1)
    end = start
    while end < len(text) and _is_word(text[end]):
        end += 1
    raise _Wrong("unknown", start, end, name=text[start:end])


def nearest(name: str, vocabulary: Vocabulary) -> str:
    """Return the key of the known name that an unknown one was probably meant to be, else nothing."""
    from difflib import get_close_matches  # needed only where somebody mistyped

    near = get_close_matches("".join(map(_plain, name)), list(vocabulary.keys), n=1)
    return vocabulary.keys[near[0]] if near else ""


class _Reader:
    """Tokens to a term: products before sums, from left to right."""

    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._place = 0
        self._end = _Token("end", length, length)

    def whole(self) -> Term:
        term = self._sum(0)
        rest = self._next()
        if rest.kind == ")":
            raise _Wrong("close", rest.start, rest.end)
        if rest.kind != "end":
            raise _Wrong("operator", rest.start, rest.end)
        return term

    def _next(self) -> _Token:
        return self._tokens[self._place] if self._place < len(self._tokens) else self._end

    def _take(self) -> _Token:
        token = self._next()
        self._place += 1
        return token

    def _sum(self, depth: int) -> Term:
        term = self._product(depth)
        while self._next().kind in ("+", "-"):
            sign = self._take().kind
            term = Pair(sign, term, self._product(depth))
        return term

    def _product(self, depth: int) -> Term:
        term = self._factor(depth)
        while self._next().kind in ("*", "/"):
            sign = self._take()
            right = self._factor(depth)
            if sign.kind == "/" and right == Number(0.0):
                raise _Wrong("zero", sign.start, self._tokens[self._place - 1].end)
            term = Pair(sign.kind, term, right)
        return term

    def _factor(self, depth: int) -> Term:
        token = self._take()
        if depth > MAX_DEPTH:
            raise _Wrong("deep", token.start, token.end)
        match token.kind:
            case "number":
                return Number(float(token.value))
            case "name":
                return Name(token.value)
            case "-":
                return Negative(self._factor(depth + 1))
            case "(":
                term = self._sum(depth + 1)
                if self._take().kind != ")":
                    raise _Wrong("open", token.start, token.end)
                return term
            case _:
                raise _Wrong("term", token.start, token.end)


@lru_cache(maxsize=1024)
def stored(text: str) -> Term:
    """Return the term of a stored formula, whose names are keys."""
    reader = _Reader(_tokens(text, _ANY), len(text))
    return reader.whole()


class _AnyWord(dict[str, str]):
    """A vocabulary in which each word is its own key."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.isidentifier()

    def __missing__(self, key: str) -> str:
        return key


_ANY: Final = Vocabulary(_AnyWord(), MAX_LENGTH)
