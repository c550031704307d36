"""Words that an advertisement may not say, or may only say with proof: what they are and where they are harmless.

A context says by position where a term is harmless, only doubtful, or worse: ``~代`` is the term with 代 behind it,
``北~`` with 北 before it, ``~*课`` with up to four signs between, ``~#斤`` with a number; ``@械字号`` stands anywhere
in the title. A phrase that holds the term (第一代) is read as ``~代``; any other phrase counts anywhere in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from shopdesk.domain.titles.spelling import spelled

TERM_SIGN: Final = "~"
ANYWHERE_SIGN: Final = "@"
_WILD: Final = {"*": ".{0,4}", "#": r"\d+(?:\.\d+)?"}
_LOOK_BACK: Final = 24
"""Signs before a term within which a context is looked for."""


class Level(StrEnum):
    """What a term does to a title."""

    BLOCK = "block"  # may not be said
    WARN = "warn"  # only with proof
    SILENT = ""  # the shop has looked at it and doesn't want to hear of it


@dataclass(frozen=True, slots=True)
class Group:
    """Why terms of a kind are dangerous, in both languages, and how sure the rule is (``R`` read, ``K`` hearsay)."""

    key: str
    rule_zh: str
    rule_en: str
    reason_zh: str
    reason_en: str
    proof_zh: str
    proof_en: str
    instead_zh: str
    instead_en: str
    evidence: str

    @property
    def is_verified(self) -> bool:
        """Whether the rule may stand without "please check"."""
        return self.evidence == "R"


@dataclass(frozen=True)
class AdTerm:
    """One term in plain spelling, or a ``pattern`` (regular expression over the plain spelling) named by ``term``."""

    term: str
    group: str
    level: Level
    ok_in: tuple[str, ...] = ()
    warn_in: tuple[str, ...] = ()
    block_in: tuple[str, ...] = ()
    instead: str = ""
    pattern: str = ""
    own: bool = False  # the shop's own entry

    def level_at(self, text: str, start: int, end: int) -> tuple[Level, tuple[int, int]]:
        """Return what the term does where it stands, and the stretch that says so (the term with its context).

        The worst context counts first, then the harmless, then the doubtful.
        """
        if self.level is Level.SILENT:
            return Level.SILENT, (start, end)
        for contexts, level in self._contexts:
            for context in contexts:
                stretch = context.stretch(text, start, end)
                if stretch is not None:
                    return level, stretch
        return self.level, (start, end)

    @cached_property
    def _contexts(self) -> tuple[tuple[tuple[_Context, ...], Level], ...]:
        listed = ((self.block_in, Level.BLOCK), (self.ok_in, Level.SILENT), (self.warn_in, Level.WARN))
        return tuple((tuple(_context(one, self.term) for one in many), level) for many, level in listed if many)


@dataclass(frozen=True, slots=True)
class _Context:
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None = None

    def stretch(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the term stands together with the context, None where the context isn't there."""
        if self.anywhere is not None:
            return (start, end) if self.anywhere.search(text) else None
        if self.before is None and self.after is None:
            return None  # nothing was said beside the term itself
        behind = self.after.match(text, end) if self.after is not None else None
        if self.after is not None and behind is None:
            return None
        from_ = max(0, start - _LOOK_BACK)
        ahead = self.before.search(text[from_:start]) if self.before is not None else None
        if self.before is not None and ahead is None:
            return None
        return (from_ + ahead.start() if ahead else start, behind.end() if behind else end)


def _context(written: str, term: str) -> _Context:
    if written.startswith(ANYWHERE_SIGN):
        return _Context(None, None, re.compile(_regex(written[1:])))
    if TERM_SIGN not in written:
        plain = _plain(written)
        if term not in plain:
            return _Context(None, None, re.compile(_regex(written)))
        written = plain.replace(term, TERM_SIGN, 1)
    before, _, after = written.partition(TERM_SIGN)
    return _Context(
        re.compile(f"(?:{_regex(before)})$") if before else None, re.compile(_regex(after)) if after else None
    )


def _regex(written: str) -> str:
    return "".join(_WILD.get(sign) or re.escape(_plain(sign)) for sign in written)


def _plain(written: str) -> str:
    """Plain spelling; wild signs stay."""
    return "".join(sign if sign in _WILD else spelled(sign).text for sign in written)


@dataclass(frozen=True)
class AdList:
    """All terms in force with their groups; ``by_sign`` finds literal terms by their first sign."""

    terms: tuple[AdTerm, ...]
    groups: Mapping[str, Group]
    by_sign: Mapping[str, tuple[AdTerm, ...]] = field(repr=False)
    patterns: tuple[tuple[AdTerm, re.Pattern[str]], ...] = field(repr=False)

    @classmethod
    def of(cls, terms: Iterable[AdTerm], groups: Iterable[Group]) -> AdList:
        """Return the list of terms; a later entry with the same term takes the place of an earlier one."""
        by_term = {(term.term, bool(term.pattern)): term for term in terms if term.term}
        signs: dict[str, list[AdTerm]] = {}
        for term in by_term.values():
            if not term.pattern:
                signs.setdefault(term.term[0], []).append(term)
        ordered = {sign: tuple(sorted(found, key=lambda t: -len(t.term))) for sign, found in signs.items()}
        patterns = tuple((term, re.compile(term.pattern)) for term in by_term.values() if term.pattern)
        return cls(tuple(by_term.values()), {group.key: group for group in groups}, ordered, patterns)
