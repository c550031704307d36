"""What a formula stands for: numbers and names joined by signs, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]


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
