"""A small language for figures: + − × ÷, brackets, numbers and names of figures; checked, and never run as code."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]

MAX_LENGTH: Final = 400
"""Characters of a formula."""
MAX_DEPTH: Final = 20
"""Brackets within brackets."""
MAX_NAMES: Final = 60
"""Names in a formula once the formulas it uses are written out."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """A part or metric by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class Negative:
    """The term with its sign turned."""

    of: Term


@dataclass(frozen=True, slots=True)
class Pair:
    """Two terms joined by + - * or /."""

    sign: str
    left: Term
    right: Term


Term: TypeAlias = Number | Name | Negative | Pair


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


# --- what is done with a term


def names(term: Term) -> tuple[str, ...]:
    """Return the keys in a term, each once, as they come."""
    match term:
        case Name(key):
            return (key,)
        case Negative(of):
            return names(of)
        case Pair(_, left, right):
            return tuple(dict.fromkeys((*names(left), *names(right))))
        case _:
            return ()


def replace(term: Term, by: Mapping[str, Term]) -> Term:
    """Return a term with names replaced by terms."""
    match term:
        case Name(key):
            return by.get(key, term)
        case Negative(of):
            return Negative(replace(of, by))
        case Pair(sign, left, right):
            return Pair(sign, replace(left, by), replace(right, by))
        case _:
            return term


def size(term: Term) -> int:
    """Return how many names a term holds."""
    match term:
        case Name():
            return 1
        case Negative(of):
            return size(of)
        case Pair(_, left, right):
            return size(left) + size(right)
        case _:
            return 0


def evaluate(term: Term, values: Mapping[str, FloatArray]) -> FloatArray:
    """Return the values of a term; NaN where a part is unknown or a divisor is not positive."""
    match term:
        case Number(value):
            return np.asarray(value)
        case Name(key):
            return values[key]
        case Negative(of):
            return -evaluate(of, values)
        case Pair("+", left, right):
            return evaluate(left, values) + evaluate(right, values)
        case Pair("-", left, right):
            return evaluate(left, values) - evaluate(right, values)
        case Pair("*", left, right):
            with np.errstate(over="ignore", invalid="ignore"):
                return evaluate(left, values) * evaluate(right, values)
        case Pair(_, left, right):
            above, below = evaluate(left, values), evaluate(right, values)
            fits = below != 0 if isinstance(right, Number | Negative) else below > 0
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
                return np.where(fits, above / below, np.nan)
    raise TypeError(term)


def is_linear(term: Term) -> bool:
    """Whether a term over sums is the sum of the term over days."""
    match term:
        case Name():
            return True
        case Negative(of):
            return is_linear(of)
        case Pair("+" | "-", left, right):
            return is_linear(left) and is_linear(right)
        case Pair("*", left, right):
            return (not names(left) and is_linear(right)) or (not names(right) and is_linear(left))
        case Pair("/", left, right):
            return not names(right) and is_linear(left)
        case _:
            return False


def sums_of(term: Term) -> tuple[Term, ...]:
    """Return the sum over parts that a term is, or the two sums that it is the ratio of; nothing where it is neither.

    A ratio times a number is a ratio whose upper sum is taken so many times.
    """
    if is_linear(term):
        return (term,)
    match term:
        case Pair("/", above, below) if is_linear(above) and is_linear(below):
            return above, below
        case Pair("*", Number() as times, ratio) | Pair("*" | "/", ratio, Number() as times):
            inner = sums_of(ratio)
            return (Pair(term.sign, inner[0], times), inner[1]) if inner else ()
    return ()


def is_never_negative(term: Term) -> bool:
    """Whether a term over sums that are not negative can't be negative itself: nothing in it is taken away."""
    match term:
        case Negative():
            return False
        case Pair(sign, left, right):
            return sign != "-" and is_never_negative(left) and is_never_negative(right)
    return True


def written(term: Term, word: Callable[[str], str]) -> str:
    """Return a term as people write it, each name by ``word``: (支付金额 − 退款金额) ÷ 支付金额."""
    signs = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
    return _written(term, word, signs)


def as_text(term: Term) -> str:
    """Return a term as it is stored and parsed again."""
    return _written(term, str, {sign: f" {sign} " for sign in "+-*/"})


def _written(term: Term, word: Callable[[str], str], signs: Mapping[str, str]) -> str:
    match term:
        case Number(value):
            text = f"{value:.12g}"
            return np.format_float_positional(value, trim="-") if "e" in text else text  # 1e+13 is not read back
        case Name(key):
            return word(key)
        case Negative(of):
            text = _written(of, word, signs)
            return f"{signs['-'].strip()}({text})" if isinstance(of, Pair | Negative) else signs["-"].strip() + text
        case Pair(sign, left, right):
            before = _bracketed(left, word, signs, loose=sign in "*/", strict=False)
            after = _bracketed(right, word, signs, loose=sign != "+", strict=sign == "/")
            return f"{before}{signs[sign]}{after}"
    raise TypeError(term)


def _bracketed(term: Term, word: Callable[[str], str], signs: Mapping[str, str], *, loose: bool, strict: bool) -> str:
    """Return a term, in brackets where a sum stands in a product or where it must not come apart."""
    text = _written(term, word, signs)
    sums = isinstance(term, Pair) and term.sign in "+-"
    needs = isinstance(term, Negative) or (loose and sums) or (strict and isinstance(term, Pair))
    return f"({text})" if needs else text


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
