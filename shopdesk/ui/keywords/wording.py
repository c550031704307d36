"""How the library says what it knows: quadrants, reasons, who said so, advice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.classify import Confidence, Label, LabelSource, Quadrant
from shopdesk.ui import formats
from shopdesk.ui.tokens import Tokens


def quadrant_name(quadrant: Quadrant) -> str:
    """Return the name of a quadrant."""
    match quadrant:
        case Quadrant.BRAND:
            return QCoreApplication.translate("Keywords", "Brand")
        case Quadrant.CATEGORY:
            return QCoreApplication.translate("Keywords", "Category")
        case Quadrant.COMPETITOR:
            return QCoreApplication.translate("Keywords", "Competitor")
        case Quadrant.LONG_TAIL:
            return QCoreApplication.translate("Keywords", "Long tail")


def quadrant_colour(quadrant: Quadrant, tokens: Tokens) -> str:
    """Return the colour of a quadrant in a look."""
    return {
        Quadrant.BRAND: tokens.brand,
        Quadrant.CATEGORY: tokens.category,
        Quadrant.COMPETITOR: tokens.competitor,
        Quadrant.LONG_TAIL: tokens.long_tail,
    }[quadrant]


def reason(label: Label) -> str:
    """Return why a word has its label, short enough for a cell."""
    values = {name: str(value) for name, value in label.values.items()}
    match label.reason:
        case "own_brand" | "own_brand_unclear" | "competitor" | "competitor_unclear" | "known_name" | "compatible":
            return _named(label.reason, values)
        case "modifiers":
            return QCoreApplication.translate("Keywords", "{modifiers} ({count} {count:modifier|modifiers})").format(
                **{**values, "count": formats.full(int(str(values["count"])))}
            )
        case "modifier_rare":
            return QCoreApplication.translate("Keywords", "“{modifiers}”, few searches").format(**values)
        case "long_word":
            return QCoreApplication.translate("Keywords", "long word ({length})").format(**values)
        case "unknown_lead":
            return QCoreApplication.translate("Keywords", "“{term}” is unknown").format(**values)
        case "unknown_name":
            return QCoreApplication.translate("Keywords", "“{term}” may be a brand").format(**values)
        case "head":
            return QCoreApplication.translate("Keywords", "head “{head}”").format(**values)
        case "hand":
            return QCoreApplication.translate("Keywords", "set by hand (rule: {rule})").format(
                rule=quadrant_name(Quadrant(values["rule"]))
            )
        case _:
            return QCoreApplication.translate("Keywords", "no rule applies")


_NAMED: Final[Mapping[str, Callable[[], str]]] = {
    "own_brand": lambda: QCoreApplication.translate("Keywords", "own “{term}”"),
    "own_brand_unclear": lambda: QCoreApplication.translate("Keywords", "own “{term}”?"),
    "competitor": lambda: QCoreApplication.translate("Keywords", "rival “{term}”"),
    "competitor_unclear": lambda: QCoreApplication.translate("Keywords", "rival “{term}”?"),
    "known_name": lambda: QCoreApplication.translate("Keywords", "known brand “{term}”"),
    "compatible": lambda: QCoreApplication.translate("Keywords", "{head} for “{term}”"),
}


def _named(reason_code: str, values: dict[str, str]) -> str:
    """Return a reason that rests on a name found in the word, with what it stands for where that is another."""
    text = _NAMED[reason_code]().format(**values)
    name = values.get("name", "")
    return f"{text} = {name}" if name else text


def note(label: Label) -> str:
    """Return the reason as it stands behind the quadrant's name: only what the label rests on."""
    term = label.values.get("term") or label.values.get("head")
    if label.reason in {"own_brand", "competitor", "known_name", "head"} and term:
        return QCoreApplication.translate("Keywords", "“{term}”").format(term=term)
    if label.reason == "modifiers":
        return str(label.values["modifiers"])
    return reason(label)


def long_reason(label: Label) -> str:
    """Return the reason with the head word that the modifiers stand beside."""
    text = reason(label)
    head = str(label.values.get("head", ""))
    if label.reason in {"modifiers", "modifier_rare", "long_word", "unknown_lead", "unknown_name"} and head:
        text += " + " + QCoreApplication.translate("Keywords", "head word “{head}”").format(head=head)
    return text


def who(label: Label) -> str:
    """Return who set the label and how sure that is."""
    match label.source:
        case LabelSource.HAND:
            return QCoreApplication.translate("Keywords", "Set by hand")
        case LabelSource.DICTIONARY:
            source = QCoreApplication.translate("Keywords", "By dictionary")
        case _:
            source = QCoreApplication.translate("Keywords", "By rule")
    sure = {
        Confidence.HIGH: QCoreApplication.translate("Keywords", "sure"),
        Confidence.MEDIUM: QCoreApplication.translate("Keywords", "likely"),
        Confidence.LOW: QCoreApplication.translate("Keywords", "unsure"),
    }[label.confidence]
    return f"{source} · {sure}"


def chance(value: float | None) -> str:
    """Return a chance in whole percent, never as certain: <1, 17, >99."""
    if value is None or value != value:
        return "—"
    percent = round(value * 100)
    return "<1" if percent < 1 else ">99" if percent > 99 else str(percent)
