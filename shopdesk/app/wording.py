"""Puts an issue into words, in Chinese or English, from a catalogue of texts that is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from shopdesk.domain.issues import Issue

MORE: Final = "issue_more"
"""Words an issue that stands for those beyond the ``listed`` ones."""

Texts = Mapping[str, Mapping[str, str]]


class IssueWording:
    """``catalogue`` holds by code ``en`` and ``zh`` texts with {placeholders}, ``en_one`` where {count} may be 1."""

    def __init__(self, catalogue: Texts) -> None:
        self._catalogue = catalogue

    def __call__(self, issue: Issue, language: str) -> str:
        """Return the text for ``zh…`` or ``en``; a code without text is shown as it is, with its values."""
        texts = self._catalogue.get(MORE if "listed" in issue.values else issue.code, {})
        text = texts.get("zh", "") if language.startswith("zh") else _english(texts, issue)
        values: dict[str, Any] = {
            "value": issue.value,
            "file": issue.place.file,
            "sheet": issue.place.sheet,
            "row": issue.place.row or "",
            "column": issue.place.column,
            **issue.values,
        }
        if not text:
            details = ", ".join(f"{name}={value}" for name, value in values.items() if value != "")
            return f"{issue.code} ({details})" if details else issue.code
        return text.format_map(_Known(values))


def _english(texts: Mapping[str, str], issue: Issue) -> str:
    """Return the English text, that for one thing where ``count`` is one."""
    one = texts.get("en_one", "") if issue.values.get("count") == 1 else ""
    return one or texts.get("en", "")


class _Known(dict[str, Any]):
    """Leaves a placeholder standing that an issue gives no value for."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
