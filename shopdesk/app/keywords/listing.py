"""All that the dictionaries know, as one list: own entries, what the data says, the shipped terms; and their use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.domain.keywords.classify import Label, LabelSource
from shopdesk.domain.keywords.lexicon import Lexicon, TermKind

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Library, Study

BETWEEN_MODIFIERS: Final = "、"
"""How a label lists the modifiers that it rests on."""


class Origin(StrEnum):
    """Who says so; only what the shop says itself can be removed, the rest can be silenced."""

    SHOP = "shop"
    DATA = "data"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Use:
    """What rests on a term in a period: words, and their spend in yuan (None where no word has a known one)."""

    words: int = 0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """One line of a dictionary. ``entry`` is what the shop says, or what it would say if it took the term over.

    ``use`` is None where no words of a period are known.
    """

    entry: DictionaryTerm
    origin: Origin
    use: Use | None


def uses(library: Library, lexicon: Lexicon) -> dict[str, Use]:
    """Return by name what rests on it in the library's period; labels set by hand rest on no term.

    A word counts for every term that its label names: the brand, or the product word and each modifier beside it.
    """
    costs = dict(zip(library.words.index.tolist(), library.words["cost"].tolist(), strict=True))
    found: dict[str, Use] = {}
    for word, label in library.labels.items():
        cost = costs.get(word)
        known = None if cost is None or cost != cost else float(cost)
        for name in {lexicon.name(term) for term in named_terms(label)}:
            before = found.get(name, Use())
            total = before.cost if known is None else (before.cost or 0.0) + known
            found[name] = Use(before.words + 1, total)
    return found


def named_terms(label: Label) -> tuple[str, ...]:
    """Return the spellings that a label names as its reason; () for one set by hand."""
    if label.source is LabelSource.HAND:
        return ()
    values = label.values
    named = [str(values.get(name, "")) for name in ("term", "head")]
    modifiers = str(values.get("modifiers", "")).split(BETWEEN_MODIFIERS)
    return tuple(dict.fromkeys(term for term in (*named, *modifiers) if term))


def listed(entries: Iterable[DictionaryTerm], known: Study, used: Mapping[str, Use] | None) -> tuple[ListedTerm, ...]:
    """Return the shop's own entries in their order, then all other terms, those with most words first.

    ``used`` is that of the study's library (``uses``), None without one. An entry that the study doesn't know yet has
    no use yet. The kind of a shipped trade name is
    ``TermKind.NAME`` until the shop has spoken of it.
    """
    own = tuple(entries)
    spoken = {spelling for entry in own for spelling in entry.spellings}
    found = [ListedTerm(entry, Origin.SHOP, _own_use(entry, known, used)) for entry in own]
    others = [
        ListedTerm(DictionaryTerm(term, kind.value), _origin(kind), _use(term, used))
        for term, kind in known.lexicon.terms.items()
        if term not in spoken and term not in known.lexicon.names
    ]
    heads = [term for term in known.vocabulary.heads if term not in spoken and term not in known.lexicon.terms]
    others += [ListedTerm(DictionaryTerm(term, TermKind.HEAD.value), Origin.DATA, _use(term, used)) for term in heads]
    others.sort(key=lambda one: (one.origin is Origin.SHIPPED, *_weight(one.use), one.entry.term))
    return (*found, *others)


def _origin(kind: TermKind) -> Origin:
    return Origin.DATA if kind is TermKind.OWN else Origin.SHIPPED


def _own_use(entry: DictionaryTerm, known: Study, used: Mapping[str, Use] | None) -> Use | None:
    """An entry that is newer than the study has a use that nobody knows yet."""
    return _use(entry.term, used) if not entry.kind or entry.term in known.lexicon.terms else None


def _weight(use: Use | None) -> tuple[float, float]:
    """What most words rest on stands first, then what costs most."""
    return (0.0, 0.0) if use is None else (-float(use.words), -(use.cost or 0.0))


def _use(term: str, used: Mapping[str, Use] | None) -> Use | None:
    return None if used is None else used.get(term, Use())
