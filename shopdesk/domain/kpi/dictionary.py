"""The metrics in force: the shipped ones and the user's own by formula, checked for names, circles and units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from shopdesk.domain.kpi.catalogue import BOARD, PARTS, BoardMetric, Catalogue
from shopdesk.domain.kpi.formula import MAX_NAMES, FormulaIssue, Vocabulary, stored
from shopdesk.domain.kpi.parts import Kind
from shopdesk.domain.kpi.term import Name, Negative, Pair, Term, as_text, names, replace, size
from shopdesk.domain.metrics import Good, Unit

OWN_GROUP: Final = "own"


@dataclass(frozen=True, slots=True)
class OwnFormula:
    """A metric of the user's own; ``formula`` is stored text over keys of parts, shipped and own metrics."""

    name: str
    zh: str
    en: str
    formula: str
    unit: Unit
    good: Good


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All metrics in force by name, and what is wrong with those own ones that are not."""

    metrics: Catalogue
    wrong: Mapping[str, FormulaIssue]


def dictionary(own: Iterable[OwnFormula] = ()) -> Dictionary:
    """Return the shipped metrics, followed by the own ones that can be made."""
    formulas = {one.name: one for one in own}
    metrics, wrong = dict(BOARD), {}
    for one in formulas.values():
        found = own_metric(one, formulas)
        if isinstance(found, FormulaIssue):
            wrong[one.name] = found
        else:
            metrics[one.name] = found
    return Dictionary(metrics, wrong)


def vocabulary(own: Iterable[OwnFormula] = ()) -> Vocabulary:
    """Return every name that a formula may use, in Chinese and English."""
    spelled = [(name, key) for key, part in PARTS.items() for name in (part.zh, part.en, key)]
    spelled += [(name, key) for key, metric in BOARD.items() for name in (metric.zh, metric.en, key)]
    spelled += [(name, one.name) for one in own for name in (one.zh, one.en, one.name)]
    return Vocabulary.of((name, key) for name, key in spelled if name)


def own_metric(one: OwnFormula, own: Mapping[str, OwnFormula]) -> BoardMetric | FormulaIssue:
    """Return the metric of a user's formula with all metrics in it written out to parts, or what is wrong."""
    try:
        term, window_days = _over_parts(stored(one.formula), own, (one.name,))
        _check_unit(_dimension(term), one.unit)
    except _Wrong as wrong:
        return wrong.issue
    parts = names(term)
    if not parts:
        return FormulaIssue("term")
    return BoardMetric(
        one.name,
        one.zh,
        one.en,
        one.unit,
        "",
        good=one.good,
        count=PARTS[parts[0]].count,
        formula=as_text(term),
        window_days=window_days,
        group=OWN_GROUP,
    )


class _Wrong(Exception):
    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.issue = FormulaIssue(code, values=values)


def _over_parts(term: Term, own: Mapping[str, OwnFormula], path: tuple[str, ...]) -> tuple[Term, int]:
    """Return a term over parts only, and the longest window of the metrics in it."""
    by: dict[str, Term] = {}
    window_days = 0
    for key in names(term):
        if key in path:
            raise _Wrong("cycle", name=key)
        if key in own:
            inner, window = _over_parts(stored(own[key].formula), own, (*path, key))
        elif key in PARTS:
            continue
        elif key in BOARD:
            inner, window = BOARD[key].term, BOARD[key].window_days
        else:
            raise _Wrong("unknown", name=key)
        by[key], window_days = inner, max(window_days, window)
    whole = replace(term, by)
    if size(whole) > MAX_NAMES:
        raise _Wrong("wide")
    return whole, window_days


# --- units: yuan and people are never added, and a rate is free of both

Dimension: TypeAlias = Counter[Kind]
_THINGS: Final = (Kind.PEOPLE, Kind.COUNT, Kind.POINTS)


def _dimension(term: Term) -> Dimension:
    match term:
        case Name(key):
            return Counter({PARTS[key].kind: 1})
        case Negative(of):
            return _dimension(of)
        case Pair("+" | "-", left, right):
            before, after = _dimension(left), _dimension(right)
            if before != after:
                raise _Wrong("unlike")
            return before
        case Pair(sign, left, right):
            return _product(_dimension(left), _dimension(right), 1 if sign == "*" else -1)
        case _:
            return Counter()


def _product(left: Dimension, right: Dimension, power: int) -> Dimension:
    out = Counter(left)
    for kind, times in right.items():
        out[kind] += power * times
    return Counter({kind: times for kind, times in out.items() if times})


def _check_unit(found: Dimension, unit: Unit) -> None:
    """Refuse a unit that the formula can't have: money by the buyer is still money, a rate has none."""
    money, seconds = found[Kind.MONEY], found[Kind.SECONDS]
    things = sum(found[kind] for kind in _THINGS)
    match unit:
        case Unit.MONEY:
            fits = money == 1 and seconds == 0
        case Unit.COUNT | Unit.PEOPLE:
            fits = money == 0 and seconds == 0 and things == 1
        case Unit.SECONDS:
            fits = money == 0 and seconds == 1
        case Unit.RATIO | Unit.TIMES:
            fits = money == 0 and seconds == 0 and things == 0
        case _:
            fits = True
    if not fits:
        raise _Wrong("unit", name=unit.value)
