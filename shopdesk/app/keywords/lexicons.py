"""The dictionaries in force: the shop's own entries, then what its data says, then the shipped lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

import pandas as pd

from shopdesk import assets
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.domain.keywords.classify import learn
from shopdesk.domain.keywords.harvest import Trade, own_names, trades_of
from shopdesk.domain.keywords.lexicon import Lexicon, TermKind
from shopdesk.domain.keywords.library import titles
from shopdesk.domain.keywords.normal import normalise

SAMPLE_WORDS = 3000
"""Words looked at to learn the trade: enough for a share, quick for a large account."""


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


def lexicon(frames: Mapping[str, pd.DataFrame], own_entries: Iterable[DictionaryTerm]) -> Lexicon:
    """Return the lexicon of a shop; its own entries win, and an entry without kind silences a shipped term."""
    entries = list(own_entries)
    silenced = {entry.term for entry in entries}
    words = _some_words(frames)
    item_titles = titles(frames)
    heads = [head for head in learn(words).heads if _ends_words(head, words)]
    own = own_names(shops=_shop_names(frames), titles=item_titles, heads=heads)
    rivals = [name for trade in trades_of([*words, *item_titles], shipped_trades()) for name in trade.names]
    shipped = shipped_modifiers()
    groups: dict[TermKind, list[str]] = {
        kind: [entry.term for entry in entries if entry.kind == kind.value] for kind in TermKind
    }
    derived = {
        TermKind.OWN: own,
        TermKind.COMPETITOR: rivals,
        TermKind.SCENE: shipped["scene"],
        TermKind.ATTRIBUTE: shipped["attribute"],
        TermKind.MARKETING: shipped["marketing"],
    }
    for kind, terms in derived.items():
        groups[kind] += [term for term in terms if normalise(term) not in silenced]
    return Lexicon.of(groups)


def _ends_words(head: str, words: Iterable[str]) -> bool:
    """A product word also stands behind others (混合坚果); a shop's name only stands before them."""
    return any(word.endswith(head) and word != head for word in words)


def _some_words(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    for table, column in (("ad_keyword", "keyword"), ("ad_search_term", "term"), ("search_term", "term")):
        frame = frames.get(table)
        if frame is not None and column in frame.columns:
            return [normalise(str(word)) for word in frame[column].dropna().unique()[:SAMPLE_WORDS]]
    return []


def _shop_names(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    names: set[str] = set()
    for frame in frames.values():
        if "shop" in frame.columns:
            names.update(str(name) for name in frame["shop"].dropna().unique() if name)
    return sorted(names)
