"""Which articles are one product in several sizes, colours or packs: no set is made of these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_BRACKETS: Final = re.compile(r"[\[(【《〔{][^\])】》〕}]*[\])】》〕}]")
_AMOUNT: Final = re.compile(
    r"\d+(?:\.\d+)?\s*(?:kg|mg|g|ml|l|cm|mm|m|千克|公斤|克|斤|两|毫升|升|厘米|毫米|米|寸|码|"
    r"包|袋|盒|瓶|罐|桶|箱|件|个|片|支|条|枚|只|粒|双|套|份|抽|卷|装|pcs|pack)(?![a-z])",
    re.IGNORECASE,
)
_SIZE: Final = re.compile(r"(?<![a-z])(?:x{0,4}s|m|x{0,5}l|均码)(?![a-z])", re.IGNORECASE)
_COLOUR: Final = re.compile(r"[\u4e00-\u9fff]{1,2}色|(?<![a-z])(?:black|white|red|blue|green|grey|gray|pink)(?![a-z])")
_BETWEEN: Final = re.compile(r"[\W_]+")
_LEAST_SIGNS: Final = 2


def product_key(title: str) -> str:
    """Return a title without amounts, sizes, colours and brackets; the title itself where hardly anything is left."""
    plain = unicodedata.normalize("NFKC", title).lower()
    key = plain
    for spec in (_BRACKETS, _AMOUNT, _SIZE, _COLOUR):
        key = spec.sub(" ", key)
    key = _BETWEEN.sub("", key)
    return key if len(key) >= _LEAST_SIGNS else _BETWEEN.sub("", plain)


def products(articles: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return what the variants of a product share by sku, of (sku, item_id, title): listing or title joins them.

    Skus that share an item_id and skus whose titles have the same key are one product, also through each other.
    """
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    skus = []
    for sku, item_id, title in articles:
        skus.append(sku)
        own = root(f"s:{sku}")
        for shared in (f"i:{item_id}" if item_id else "", f"t:{product_key(title)}" if title and title != sku else ""):
            if shared:
                parent[root(shared)] = own = root(own)
    return {sku: root(f"s:{sku}") for sku in skus}
