"""Filters as text and back, so that a page can keep them with a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from shopdesk.ui.grid.filters import BlankFilter, ChoiceFilter, Filter, NumberFilter, TextFilter, TextTest


def to_text(condition: Filter) -> str:
    """Return a filter as JSON, empty for one of a kind that can't be kept."""
    match condition:
        case TextFilter(test, text):
            found: dict[str, Any] = {"kind": "text", "test": test.name, "text": text}
        case NumberFilter(low, high, low_included, high_included):
            found = {"kind": "number", "low": low, "high": high, "included": [low_included, high_included]}
        case ChoiceFilter(texts, worded):
            found = {
                "kind": "choice",
                "texts": sorted(text for text in texts if text is not None),
                "blank": None in texts,
            }
            if worded:
                found["worded"] = sorted((list(values) for values in worded), key=json.dumps)
        case BlankFilter(blank):
            found = {"kind": "blank", "blank": blank}
        case _:
            return ""
    return json.dumps(found, ensure_ascii=False)


def from_text(text: str) -> Filter | None:
    """Return the filter of a text, None where it can't be read: it may come from a newer program."""
    try:
        stored = json.loads(text)
        return _read(stored) if isinstance(stored, dict) else None
    except (ValueError, KeyError, TypeError):
        return None


def _read(stored: Mapping[str, Any]) -> Filter | None:
    match stored["kind"]:
        case "text":
            return TextFilter(TextTest[stored["test"]], str(stored["text"]))
        case "number":
            low, high = (_number(stored[name]) for name in ("low", "high"))
            low_included, high_included = stored["included"]
            return NumberFilter(low, high, bool(low_included), bool(high_included))
        case "choice":
            texts: set[str | None] = {str(text) for text in stored["texts"]}
            worded = frozenset(tuple(_plain(one) for one in values) for values in stored.get("worded", ()))
            return ChoiceFilter(frozenset(texts | {None} if stored["blank"] else texts), worded)
        case "blank":
            return BlankFilter(bool(stored["blank"]))
    return None


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError(value)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and isfinite(value) else None
