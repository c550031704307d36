"""What the shop's own data says of its brand and its trade, as proposals for the dictionaries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from shopdesk.domain.keywords.lexicon import MIN_TERM
from shopdesk.domain.keywords.normal import is_han, normalise

SHOP_SUFFIXES: Final = (
    "官方旗舰店",
    "旗舰店",
    "专卖店",
    "专营店",
    "企业店",
    "自营店",
    "官方店",
    "小店",
    "店铺",
    "商城",
    "店",
    "official store",
    "store",
    "shop",
)
_BETWEEN: Final = re.compile(r"[/\\、，,;；|&＞>（）()]")
_LEFTOVERS: Final = ("其他", "其它", "other")
LEAD_SHARE: Final = 0.5
"""A beginning that this share of all titles has in common is taken as the shop's own name."""
MIN_TITLES: Final = 5


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of business with the names that compete in it."""

    zh: str
    en: str
    about: tuple[str, ...]
    names: tuple[str, ...]


def own_names(*, shops: Iterable[str], titles: Sequence[str], heads: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the shop's own names: from shop names without suffix and product word, and from its titles."""
    found = [_bare(normalise(shop), heads) for shop in shops]
    lead = _common_lead([normalise(title) for title in titles], heads)
    return tuple(dict.fromkeys(name for name in (*found, lead) if len(name) >= 2))


def _bare(shop: str, heads: Iterable[str]) -> str:
    for suffix in SHOP_SUFFIXES:
        if shop.endswith(suffix) and len(shop) > len(suffix):
            shop = shop[: -len(suffix)].strip()
            break
    for head in sorted(heads, key=len, reverse=True):
        if shop.endswith(head) and len(shop) - len(head) >= 2:
            return shop[: -len(head)].strip()
    return shop


def _common_lead(titles: Sequence[str], heads: Iterable[str]) -> str:
    if len(titles) < MIN_TITLES:
        return ""
    counts: Counter[str] = Counter()
    for title in titles:
        counts.update(_leads(title))
    need = LEAD_SHARE * len(titles)
    products = set(heads)
    common = [lead for lead, count in counts.items() if count >= need and lead not in products]
    return max(common, key=len, default="")


def _leads(title: str) -> list[str]:
    if title and not is_han(title[0]):
        return [title.split(" ", maxsplit=1)[0]]
    return [title[:length] for length in range(2, 6) if len(title) >= length and all(map(is_han, title[:length]))]


def category_heads(categories: Iterable[str]) -> tuple[str, ...]:
    """Return the product words that item categories name, sorted: 坚果/炒货 names two; leftovers (其他) name none."""
    parts = {normalise(part) for name in categories for part in _BETWEEN.split(name)}
    return tuple(sorted(part for part in parts if len(part) >= MIN_TERM and not part.startswith(_LEFTOVERS)))


def trades_of(texts: Iterable[str], trades: Sequence[Trade], *, share: float = 0.05) -> tuple[Trade, ...]:
    """Return the trades whose product words stand in at least a share of the texts (words, titles)."""
    normal = [normalise(text) for text in texts]
    if not normal:
        return ()
    whole = "\n".join(normal)  # one long text: a search of it is much quicker than one of each
    starts = [0, *accumulate(len(text) + 1 for text in normal)]
    found = []
    for trade in trades:
        hits = {bisect_right(starts, place) for term in trade.about for place in _places(whole, normalise(term))}
        if len(hits) >= share * len(normal):
            found.append(trade)
    return tuple(found)


def _places(text: str, term: str) -> Iterator[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + 1)
