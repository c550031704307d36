"""The dictionaries in force: the shop's own entries, then what its data says, then the shipped lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from shopdesk import assets
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.domain.keywords.classify import learn
from shopdesk.domain.keywords.harvest import Trade, category_heads, own_names, trades_of
from shopdesk.domain.keywords.lexicon import Doubt, Lexicon, TermKind
from shopdesk.domain.keywords.normal import normalise

if TYPE_CHECKING:
    import pandas as pd

SAMPLE_WORDS = 3000
"""Words looked at to learn the trade: enough for a share, quick for a large account."""


@dataclass(frozen=True, slots=True)
class Products:
    """The shipped product words: heads, what is bought for other people's products, Latin words that name nobody."""

    heads: tuple[str, ...]
    accessories: tuple[str, ...]
    latin: frozenset[str]


@cache
def shipped_modifiers() -> Mapping[str, tuple[str, ...]]:
    """Return the shipped modifier lists by group."""
    with assets.path("lexicons", "modifiers.toml").open("rb") as file:
        return {group: tuple(words) for group, words in tomllib.load(file).items()}


@cache
def shipped_trades() -> tuple[Trade, ...]:
    """Return the shipped trades with their names."""
    with assets.path("lexicons", "names.toml").open("rb") as file:
        loaded = tomllib.load(file)
    return tuple(
        Trade(trade["zh"], trade["en"], tuple(trade["about"]), tuple(trade["names"])) for trade in loaded["trade"]
    )


@cache
def shipped_products() -> Products:
    """Return the shipped product words."""
    with assets.path("lexicons", "products.toml").open("rb") as file:
        loaded = tomllib.load(file)
    heads = [head for group in loaded["heads"].values() for head in group]
    return Products(
        tuple(dict.fromkeys(heads)), tuple(loaded["accessories"]["terms"]), frozenset(loaded["latin"]["plain"])
    )


@cache
def shipped_doubts() -> Mapping[str, Doubt]:
    """Return the shipped names that also mean something else; the products of a name's trades are context too."""
    with assets.path("lexicons", "ambiguous.toml").open("rb") as file:
        loaded = tomllib.load(file)["name"]
    about = _about(frozenset())
    found = {}
    for name in loaded:
        term = normalise(name["term"])
        products = (product for product in about.get(term) or () if len(product) > 1)
        plain = tuple(ordinary for ordinary in name["plain"] if ordinary)
        found[term] = Doubt(tuple(dict.fromkeys((*name["context"], *products))), plain)
    return found


def lexicon(
    frames: Mapping[str, pd.DataFrame],
    own_entries: Iterable[DictionaryTerm],
    *,
    refused: Iterable[str] = (),
    compatible: bool = False,
) -> Lexicon:
    """Return the lexicon of a shop; its own entries win, and an entry without kind silences a shipped term.

    ``refused`` are terms in normal spelling that the user has said are no names.
    """
    from shopdesk.domain.keywords.library import titles

    return lexicon_of(
        _some_words(frames),
        titles(frames),
        own_entries,
        shops=_shop_names(frames),
        categories=_categories(frames),
        refused=refused,
        compatible=compatible,
    )


def lexicon_of(
    words: Sequence[str],
    titles: Sequence[str],
    own_entries: Iterable[DictionaryTerm],
    *,
    shops: Sequence[str] = (),
    categories: Sequence[str] = (),
    refused: Iterable[str] = (),
    compatible: bool = False,
) -> Lexicon:
    """Return the lexicon for words in normal spelling, item titles and categories, and the names of the shops."""
    entries = list(own_entries)
    refused = set(refused)
    silenced = {spelling for entry in entries for spelling in entry.spellings} | refused
    heads = _ending(learn(words).heads, words)
    own = own_names(shops=shops, titles=titles, heads=heads)
    about = _about(frozenset(trade.zh for trade in trades_of([*words, *titles], shipped_trades())))
    shipped, products = shipped_modifiers(), shipped_products()
    derived: dict[TermKind, Iterable[str]] = {
        TermKind.OWN: own,
        TermKind.COMPETITOR: (),
        TermKind.NAME: about,
        TermKind.SCENE: shipped["scene"],
        TermKind.ATTRIBUTE: shipped["attribute"],
        TermKind.MARKETING: shipped["marketing"],
        TermKind.HEAD: (*products.heads, *category_heads(categories)),
    }
    groups = {
        kind: [spelling for entry in entries if entry.kind == kind.value for spelling in entry.spellings]
        + [term for term in terms if normalise(term) not in silenced]
        for kind, terms in derived.items()
    }
    return Lexicon.of(
        groups,
        names={spelling: entry.term for entry in entries for spelling in entry.spellings if entry.kind},
        doubts=_doubts(entries),
        about={name: terms for name, terms in about.items() if terms is not None},
        ordinary={*products.latin, *refused, *(silenced - _named(entries))},
        accessories=products.accessories,
        compatible=compatible,
    )


def with_entry(known: Lexicon, entry: DictionaryTerm) -> Lexicon:
    """Return a lexicon as it would be with one entry more: what the entry would change can be told beforehand."""
    spellings = entry.spellings
    terms = {term: kind for term, kind in known.terms.items() if term not in spellings}
    kinds: dict[TermKind, list[str]] = {kind: [] for kind in TermKind}
    if entry.kind:
        kinds[TermKind(entry.kind)] += spellings
    for term, kind in terms.items():
        kinds[kind].append(term)
    doubts = {term: doubt for term, doubt in known.doubts.items() if term not in spellings or entry.ambiguous is None}
    return Lexicon.of(
        kinds,
        names={**known.names, **{spelling: entry.term for spelling in spellings if entry.kind}},
        doubts={**doubts, **{s: d for s, d in _doubts([entry]).items() if s in spellings}},
        about=known.about,
        ordinary=known.ordinary - set(spellings) if entry.kind else known.ordinary | set(spellings),
        accessories=known.accessories,
        compatible=known.compatible,
    )


def _named(entries: Iterable[DictionaryTerm]) -> set[str]:
    return {spelling for entry in entries if entry.kind for spelling in entry.spellings}


def _doubts(entries: Iterable[DictionaryTerm]) -> dict[str, Doubt]:
    """Return what tells names from ordinary words; an entry that isn't ambiguous for this shop stays without.

    A name that is a product word too (坚果, of phones) is ambiguous until the shop says that it isn't.
    """
    doubts = dict(shipped_doubts())
    for entry in entries:
        is_name = entry.kind in (TermKind.OWN.value, TermKind.COMPETITOR.value)
        for spelling in entry.spellings:
            known = doubts.get(spelling, Doubt())
            if entry.ambiguous:
                doubts[spelling] = Doubt((*known.context, *entry.context), known.plain)
            elif entry.ambiguous is False:
                doubts.pop(spelling, None)
            elif is_name and spelling not in doubts and spelling in _shipped_heads():
                doubts[spelling] = Doubt(entry.context)
    return doubts


@cache
def _shipped_heads() -> frozenset[str]:
    return frozenset(map(normalise, shipped_products().heads))


@cache
def _about(trades: frozenset[str]) -> Mapping[str, tuple[str, ...] | None]:
    """Return every shipped name with the product words beside which it counts; None: everywhere, by the trade."""
    found: dict[str, tuple[str, ...] | None] = {}
    for trade in shipped_trades():
        for name in map(normalise, trade.names):
            known = found.get(name, ())
            here = known is None or trade.zh in trades
            found[name] = None if here else (*(known or ()), *trade.about)
    return found


def _ending(heads: Iterable[str], words: Iterable[str]) -> list[str]:
    """A product word also stands behind others (混合坚果); a shop's name only stands before them."""
    known = dict.fromkeys(heads)
    lengths = {len(head) for head in known}
    ends = {word[-length:] for word in words for length in lengths if len(word) > length}
    return [head for head in known if head in ends]


def _some_words(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    for table, column in (("ad_keyword", "keyword"), ("ad_search_term", "term"), ("search_term", "term")):
        frame = frames.get(table)
        if frame is not None and column in frame.columns:
            return [normalise(str(word)) for word in frame[column].dropna().unique()[:SAMPLE_WORDS]]
    return []


def _categories(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    frame = frames.get("item_daily")
    if frame is None or "category" not in frame.columns:
        return []
    return [str(name) for name in frame["category"].dropna().unique() if name]


def _shop_names(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    names: set[str] = set()
    for frame in frames.values():
        if "shop" in frame.columns:
            names.update(str(name) for name in frame["shop"].dropna().unique() if name)
    return sorted(names)
