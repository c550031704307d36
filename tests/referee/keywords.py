"""The one door through which outside questions about search words and titles reach the product."""

from __future__ import annotations

from shopdesk.app.titles.lexicon import shipped_list
from shopdesk.domain.titles.check import check
from shopdesk.domain.titles.spelling import spelled


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
