"""Finds in a title what an advertisement may not say, by position in the title as it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from shopdesk.domain.titles.spelling import Spelled, spelled, undisguised
from shopdesk.domain.titles.terms import AdList, AdTerm, Group, Level

_LIST_SIGNS: Final = frozenset(",，、;；:：。()（）[]【】{}<>《》\n\r\t")
"""Signs that part one thing from the next; a short term across them is two words that happen to meet."""
_SHORT: Final = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One stretch of a title that may not stand; ``found`` is the title's own text, ``start`` and ``end`` its slice.

    ``disguised`` where the term was only read after taking a disguise back (蕞佳): never more than a warning.
    """

    term: str
    found: str
    start: int
    end: int
    level: Level
    group: Group
    instead: str
    disguised: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    term: AdTerm
    start: int
    end: int
    level: Level
    stretch: tuple[int, int]  # with the context that set the level


def check(title: str, listed: AdList) -> tuple[Finding, ...]:
    """Return what a title may not say, by position; longer terms before the shorter ones inside them."""
    text = spelled(title)
    found = [_finding(title, text, hit, listed) for hit in _kept(_hits(title, text, listed))]
    open_text = undisguised(text)
    if open_text is not None:
        more = [_finding(title, open_text, hit, listed) for hit in _kept(_hits(title, open_text, listed))]
        found += [
            replace(one, level=Level.WARN, disguised=True) for one in more if not any(_overlap(one, o) for o in found)
        ]
    return tuple(sorted(found, key=lambda one: one.start))


def check_all(titles: Iterable[str], listed: AdList) -> list[tuple[Finding, ...]]:
    """Return the findings of many titles, in order; equal titles are looked at once."""
    known: dict[str, tuple[Finding, ...]] = {}
    found = []
    for title in titles:
        if title not in known:
            known[title] = check(title, listed)
        found.append(known[title])
    return found


def worst(findings: Iterable[Finding]) -> Level:
    """Return the worst level of some findings, ``SILENT`` where there are none."""
    levels = {finding.level for finding in findings}
    return Level.BLOCK if Level.BLOCK in levels else Level.WARN if Level.WARN in levels else Level.SILENT


def _hits(title: str, text: Spelled, listed: AdList) -> Iterator[_Hit]:
    plain = text.text
    for start, sign in enumerate(plain):
        for term in listed.by_sign.get(sign, ()):
            end = start + len(term.term)
            if plain.startswith(term.term, start) and _stands(title, text, start, end):
                yield _Hit(term, start, end, *term.level_at(plain, start, end))
    for term, pattern in listed.patterns:
        for match in pattern.finditer(plain):
            start, end = match.span()
            if end > start and _stands(title, text, start, end):
                yield _Hit(term, start, end, *term.level_at(plain, start, end))


def _stands(title: str, text: Spelled, start: int, end: int) -> bool:
    """A Latin term is no piece of a longer word; a short term doesn't reach across the signs of a list."""
    plain = text.text
    if _is_latin(plain[start]) and start and _is_latin(plain[start - 1]) and text.is_beside(start):
        return False
    if end < len(plain) and _is_latin(plain[end - 1]) and _is_latin(plain[end]) and text.is_beside(end):
        return False
    if end - start > _SHORT:
        return True
    first, last = text.span(start, end)
    return not any(sign in _LIST_SIGNS for sign in title[first:last])


def _is_latin(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN")


def _kept(hits: Iterable[_Hit]) -> list[_Hit]:
    """Longer hits first, the shop's own and literal ones before patterns; what lies in a harmless one is harmless."""
    every = list(hits)
    harmless = [hit for hit in every if hit.level is Level.SILENT]
    loud = [hit for hit in every if not any(_excuses(quiet, hit) for quiet in harmless)]
    kept: list[_Hit] = []
    for hit in sorted(loud, key=lambda hit: (hit.start - hit.end, not hit.term.own, bool(hit.term.pattern), hit.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return kept


def _excuses(quiet: _Hit, hit: _Hit) -> bool:
    """What lies where a term is harmless is so too; not a listed term that is longer than that one (特效药, 特效)."""
    low, high = quiet.stretch
    if not (low <= hit.start and hit.end <= high):
        return False
    return bool(hit.term.pattern) or (hit.start, hit.end) != (low, high) or quiet.end - quiet.start == high - low


def _finding(title: str, text: Spelled, hit: _Hit, listed: AdList) -> Finding:
    start, end = text.span(hit.start, hit.end)
    return Finding(
        hit.term.term,
        title[start:end],
        start,
        end,
        hit.level,
        listed.groups[hit.term.group],
        hit.term.instead,
        own=hit.term.own,
    )


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
