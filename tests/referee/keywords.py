"""The doors through which outside cases reach the keyword library."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import Any

from shopdesk.app.titles.lexicon import shipped_list
from shopdesk.domain.titles.check import check
from shopdesk.domain.titles.spelling import spelled


def classify(
    words: list[str],
    *,
    own_brands: list[str],
    competitors: list[str],
    titles: list[str],
    volumes: Sequence[int | None] | None,
) -> list[dict[str, Any]]:
    """Say of each word: ``quadrant`` (brand, category, competitor, long_tail), ``reason``, ``confidence`` (0 to 1)
    and ``needs_review``. A volume that nobody knows is None.
    """
    from shopdesk.app.keywords.documents import DictionaryTerm
    from shopdesk.app.keywords.lexicons import lexicon_of
    from shopdesk.domain.keywords.classify import certainty
    from shopdesk.domain.keywords.classify import classify as label
    from shopdesk.domain.keywords.lexicon import TermKind
    from shopdesk.domain.keywords.normal import normalise

    entries = [DictionaryTerm(name, TermKind.OWN.value) for name in own_brands]
    entries += [DictionaryTerm(name, TermKind.COMPETITOR.value) for name in competitors]
    lexicon = lexicon_of([normalise(word) for word in words], titles, entries)
    sizes = None if volumes is None else [nan if volume is None else float(volume) for volume in volumes]
    return [
        {
            "quadrant": one.quadrant.value,
            "reason": " ".join([one.reason, *(f"{key}={value}" for key, value in one.values.items() if value != "")]),
            "confidence": certainty(one),
            "needs_review": one.needs_review,
        }
        for one in label(words, lexicon, volumes=sizes, titles=titles)
    ]


def check_title(text: str) -> list[dict[str, str]]:
    """Return what a title may not say: ``term``, ``found`` as typed, ``level`` (block, warn), ``rule``, reason."""
    return [
        {
            "term": finding.term if finding.term == spelled(finding.found).text else finding.found,
            "found": finding.found,
            "level": finding.level.value,
            "rule": f"{finding.group.rule_zh} · {finding.group.rule_en}",
            "reason": finding.group.reason_zh,
            "instead": finding.instead or finding.group.instead_zh,
        }
        for finding in check(text, shipped_list())
    ]
